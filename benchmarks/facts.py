"""Time the facts of a page: every family read anew from drafts that are already read and outlined.

Usage: python benchmarks/facts.py [--pages FOLDER] [--rounds N]

Prints, for all families together and for each, the median and the 90th percentile over the pages,
in milliseconds, after one untimed round. Without --pages it takes this project's own fixtures.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from pathlib import Path

from jdlint import facts, readers
from jdlint.document import Document, Section
from jdlint.errors import Unreadable
from jdlint.facts.labels import labels
from jdlint.outline import outline

ROOT = Path(__file__).resolve().parent.parent
FORMATS = (".md", ".txt", ".html", ".json")


def main() -> None:
    """Read the pages, then their facts, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=Path, default=ROOT / "fixtures", help="a folder of drafts")
    parser.add_argument("--rounds", type=int, default=5, help="timed rounds over all pages (5)")
    options = parser.parse_args()
    pages = _pages(options.pages)
    for page in pages:
        labels(facts.draft(*page))
    spent: dict[str, list[float]] = defaultdict(list)
    for page in pages * options.rounds:
        _time(page, spent)
    print(f"{len(pages)} pages, {options.rounds} rounds; milliseconds a page\n")
    print("| facts | median | 90 % within |")
    print("|---|---|---|")
    for family in sorted(spent, key=lambda name: -statistics.fmean(spent[name])):
        times = sorted(spent[family])
        middle, most = times[len(times) // 2], times[len(times) * 9 // 10]
        print(f"| {family} | {middle * 1e3:.2f} | {most * 1e3:.2f} |")


def _pages(folder: Path) -> list[tuple[Document, tuple[Section, ...]]]:
    found = []
    for file in sorted(folder.rglob("*")):
        if file.suffix not in FORMATS:
            continue
        try:
            found += [(d, outline(d)) for d in readers.read(file.read_bytes(), file.name)]
        except Unreadable:
            continue
    return found


def _time(page: tuple[Document, tuple[Section, ...]], spent: dict[str, list[float]]) -> None:
    """Time each family on a fresh draft; what several share is counted where it is first asked."""
    draft = facts.draft(*page)
    whole = 0.0
    for family in facts.FAMILIES:
        start = time.perf_counter()
        draft.facts[family]
        took = time.perf_counter() - start
        spent[family].append(took)
        whole += took
    spent["every family, comparisons too"].append(whole)
    draft = facts.draft(*page)
    start = time.perf_counter()
    labels(draft)
    spent["all that a draft states (jdlint facts)"].append(time.perf_counter() - start)


if __name__ == "__main__":
    main()
