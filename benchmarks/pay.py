"""Compare the pay read from the prose of ATS payloads with the pay that their data gives.

Usage: python benchmarks/pay.py FOLDER

FOLDER holds Ashby job board payloads (`{"jobs": [{"id", "descriptionHtml", "compensation"}]}`),
which give pay twice: in the words of the description and as data beside it. Where the words hold
the very figures of the data, the pay that is read must be that of the data. Where they hold other
figures, the employer says two things: those are listed, and counted apart. Prints what differs by
id and figures, and no sentence.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jdlint import facts
from jdlint.document import Document
from jdlint.facts.pay import Pay, pay
from jdlint.readers import html

_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,2})?)( ?[kK]\b)?")
_UNITS = {"1 HOUR": "hour", "1 DAY": "day", "1 WEEK": "week", "1 MONTH": "month", "1 YEAR": "year"}


class Range(NamedTuple):
    """Pay as data: a minimum, a maximum and the unit."""

    low: float
    high: float
    unit: str | None


def main() -> None:
    """Read every payload of the folder and print how far prose and data agree."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    same = agreed = other = silent = 0
    for name, job in _jobs(parser.parse_args().folder):
        given = _given(job)
        if not given:
            continue
        document = _document(job)
        stated = [fact for fact in pay(facts.draft(document, ())) if fact.kind == "base"]
        right = any(_agree(data, fact) for data in given for fact in stated)
        if right or any(_written(data, document.text) for data in given):
            same += 1
            agreed += right
        elif stated:
            other += 1
        else:
            silent += 1
            continue
        if not right:
            figures = [(fact.min, fact.max, fact.unit, fact.value) for fact in stated]
            print(name, job["id"], "data", *[tuple(data) for data in given], "prose", *figures)
    print(
        f"same figures in data and prose: {same}; read alike: {agreed} ({agreed / max(1, same):.1%})"
    )
    print(f"other figures in prose than in data: {other}; no pay in prose: {silent}")


def _jobs(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.glob("*.json")):
        payload = json.loads(path.read_text("utf-8"))
        if isinstance(payload, dict):
            for job in payload.get("jobs", ()):
                if job.get("descriptionHtml") and job.get("compensation"):
                    yield path.stem, job


def _given(job: dict[str, Any]) -> list[Range]:
    tiers = job["compensation"].get("compensationTiers") or []
    return [
        Range(part["minValue"], part["maxValue"], _UNITS.get(part["interval"]))
        for tier in tiers
        for part in tier["components"]
        if part["compensationType"] in ("Salary", "Commission", "Bonus")
        and part.get("minValue")
        and part.get("maxValue")
    ]


def _document(job: dict[str, Any]) -> Document:
    markup = f"<!DOCTYPE html><meta charset=utf-8>{job['descriptionHtml']}"
    return html.read(markup.encode(), "job.html")[0]


def _written(given: Range, text: str) -> bool:
    """Say whether both ends of a range stand somewhere in the text, in whatever form."""
    if given.low == given.high:
        return False  # a single figure may stand there as the end of a range
    found = set()
    for number in _NUMBER.finditer(text):
        value = float(number[1].replace(",", ""))
        found.add(round(value * (1_000 if number[2] else 1)))
    return {round(given.low), round(given.high)} <= found


def _agree(given: Range, stated: Pay) -> bool:
    """Say whether two statements of pay are the same, an open end and a missing unit forgiven."""
    unit = stated.unit is None or given.unit is None or stated.unit == given.unit
    low = stated.min is None or round(stated.min) == round(given.low)
    high = stated.max is None or round(stated.max) == round(given.high)
    return unit and low and high


if __name__ == "__main__":
    main()
