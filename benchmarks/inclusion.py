"""Score the rules on labelled sentences with parts of what they know taken away.

Usage: python benchmarks/inclusion.py SENTENCES.json [--postings FOLDER ...]

SENTENCES.json is a list of {id, sentence, start, end, verdict}: a trigger word in a sentence and
whether an editor would change it (problem, ok; unsure is left out). A sentence counts as flagged
where a finding above `info` touches the trigger. Prints precision, recall and F1 of the default
rules as they are, without terms of art, without referents (every rule that asks whom a word
describes takes it as meant) and without the parser.

With --postings: for each folder, how many drafts need the parser, and what it costs them once it is
loaded.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from jdlint import facts, readers, referents
from jdlint.config import Config
from jdlint.document import Draft
from jdlint.engine import lint
from jdlint.errors import JdlintError
from jdlint.outline import outline
from jdlint.rule import Severity
from jdlint.select import Ruleset, ruleset

Patches = tuple[str, ...]
WITHOUT: dict[str, Patches] = {
    "all": (),
    "no terms of art": ("jdlint.engine.term_of_art",),
    "no referents": ("jdlint.checks.terms.referent", "jdlint.checks.pattern.referent"),
    "no parser": ("jdlint.referents._Context.parsed",),
    "none of the three": (
        "jdlint.engine.term_of_art",
        "jdlint.checks.terms.referent",
        "jdlint.checks.pattern.referent",
    ),
}


def main() -> None:
    """Print the table of scores and, for folders of postings, what the parser costs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--postings", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    rows = json.loads(options.sentences.read_text("utf-8"))
    rows = [row for row in rows if row["verdict"] != "unsure"]
    rules = ruleset(Config())
    print(f"{len(rows)} sentences, {len(rules.rules)} rules\n")
    print("|  | precision | recall | F1 | right | false alarms | missed |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, targets in WITHOUT.items():
        with _without(targets):
            print(f"| {name} | {_scores(rows, rules)} |")
    for folder in options.postings:
        print(f"\n{folder.name}: {_cost(folder, rules)}")


@contextmanager
def _without(targets: Patches) -> Iterator[None]:
    with ExitStack() as stack:
        for target in targets:
            stack.enter_context(patch(target, _nothing))
        yield


def _nothing(*_: object, **__: object) -> None:
    return None


def _scores(rows: list[dict[str, Any]], rules: Ruleset) -> str:
    counts: Counter[str] = Counter()
    for row in rows:
        (draft,) = _drafts(f"{row['sentence']}\n".encode(), "sentence.txt")
        flagged = any(
            found.severity > Severity.INFO
            and found.offset is not None
            and found.end_offset is not None
            and found.offset < row["end"]
            and row["start"] < found.end_offset
            for found in lint(draft, rules).findings
        )
        counts[f"{row['verdict']} {flagged}"] += 1
    right, false = counts["problem True"], counts["ok True"]
    missed = counts["problem False"]
    precision = right / (right + false) if right + false else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{precision:.3f} | {recall:.3f} | {both:.3f} | {right} | {false} | {missed}"


def _drafts(data: bytes, path: str) -> tuple[Draft, ...]:
    return tuple(facts.draft(d, outline(d)) for d in readers.read(data, path))


def _cost(folder: Path, rules: Ruleset) -> str:
    drafts: list[Draft] = []
    for file in sorted(folder.iterdir()):
        try:
            drafts += _drafts(file.read_bytes(), file.name)
        except (JdlintError, OSError):
            continue
    asked: list[float] = []

    def timed(parse: Callable[..., Any]) -> Callable[..., Any]:
        def parsed(*arguments: Any) -> Any:
            start = time.perf_counter()
            found = parse(*arguments)
            asked.append(time.perf_counter() - start)
            return found

        return parsed

    costs = []
    with patch("jdlint.referents._Context.parsed", timed(referents._Context.parsed)):  # noqa: SLF001
        for draft in drafts:
            asked.clear()
            lint(draft, rules)
            if asked:
                costs.append(sum(asked) * 1000)
    share = len(costs) / len(drafts) if drafts else 0.0
    warm = sorted(costs[1:])  # the first one loads the parser
    told = f", {warm[len(warm) // 2]:.1f} ms more (median), {warm[-1]:.1f} at most" if warm else ""
    return f"{len(costs)} of {len(drafts)} drafts ({share:.1%}) need the parser{told}"


if __name__ == "__main__":
    main()
