"""Count how often each rule fires on a collection of postings.

Usage: python benchmarks/corpus.py PATH [PATH …] [--family law]

PATH is a file or folder that `jdlint check` reads, or a file of JSON lines (also .xz) whose rows
hold a posting under `text`, `html` or `description`, and perhaps under `markup` whether it is md,
html or txt. Each posting is checked with the default rules and no settings. Prints, as Markdown,
for each rule the findings, the postings that have one and their share; the rules that never fired;
and how long the slowest posting took.
"""

from __future__ import annotations

import argparse
import html
import json
import lzma
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from jdlint.config import Config
from jdlint.run import Input, Settings, discover, run
from jdlint.select import ruleset


def main() -> None:
    """Check the postings and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--family", action="append", default=[])
    options = parser.parse_args()
    settings = Settings(lambda config: config, isolated=True)
    findings: Counter[str] = Counter()
    postings: Counter[str] = Counter()
    number, slowest = 0, (0.0, "")
    for source in _inputs(options.paths):
        start = time.perf_counter()
        report = run([source], settings)
        slowest = max(slowest, (time.perf_counter() - start, source.path))
        for file in report.files:
            number += 1
            rules = [finding.rule for finding in file.findings]
            findings.update(rules)
            postings.update(set(rules))
    wanted = tuple(f"{family}/" for family in options.family)
    names = [r.name for r in ruleset(Config()).rules if not wanted or r.name.startswith(wanted)]
    print(f"{number} files and postings; the slowest took {slowest[0]:.2f} s\n")
    print("| rule | findings | postings | share |")
    print("| --- | ---: | ---: | ---: |")
    for name in sorted(names, key=lambda name: (-postings[name], name)):
        if findings[name]:
            share = f"{postings[name] / number:.2%}"
            print(f"| {name} | {findings[name]} | {postings[name]} | {share} |")
    print(f"\nNever: {', '.join(name for name in names if not findings[name]) or 'none'}.")


def _inputs(paths: Sequence[str]) -> Iterator[Input]:
    """Yield every posting that the paths hold."""
    for path in paths:
        if path.endswith((".jsonl", ".jsonl.xz")):
            yield from _rows(Path(path))
        else:
            yield from (found for found in discover([path]) if isinstance(found, Input))


def _rows(file: Path) -> Iterator[Input]:
    """Yield the postings of a file of JSON lines, in the format that each row names or shows."""
    content = file.read_bytes()
    if file.suffix == ".xz":
        content = lzma.decompress(content)
    for at, line in enumerate(content.splitlines(), 1):
        row = json.loads(line)
        text = row.get("text") or row.get("html") or row.get("description") or ""
        if text.lstrip().startswith("&lt;"):
            text = html.unescape(text)
        tagged = "<" in text[:2000] and "</" in text
        markup = row.get("markup") or ("html" if tagged else "txt")
        yield Input(f"row{at}.{markup}", data=text.encode())


if __name__ == "__main__":
    main()
