"""Score the rules on labelled sentences with parts of what they know taken away.

Usage: python benchmarks/inclusion.py SENTENCES.json

SENTENCES.json is a list of {id, sentence, start, end, verdict}: a trigger word in a sentence and
whether an editor would change it (problem, ok; unsure is left out). A sentence counts as flagged
where a finding above `info` touches the trigger. Prints precision, recall and F1 of the default
rules as they are, without terms of art, and without referents (every rule that asks whom a word
describes takes it as meant). docs/inclusive-language.md tells what a parser added when there was
one.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from jdlint import facts, readers
from jdlint.config import Config
from jdlint.document import Draft
from jdlint.engine import lint
from jdlint.outline import outline
from jdlint.rule import Severity
from jdlint.select import Ruleset, ruleset

Patches = tuple[str, ...]
WITHOUT: dict[str, Patches] = {
    "all": (),
    "no terms of art": ("jdlint.engine.term_of_art",),
    "no referents": ("jdlint.checks.terms.referent", "jdlint.checks.pattern.referent"),
    "neither": (
        "jdlint.engine.term_of_art",
        "jdlint.checks.terms.referent",
        "jdlint.checks.pattern.referent",
    ),
}


def main() -> None:
    """Print the table of scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sentences", type=Path)
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


if __name__ == "__main__":
    main()
