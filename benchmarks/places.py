"""Compare the places read from the prose of ATS payloads with the location that their data gives.

Usage: python benchmarks/places.py FOLDER

FOLDER holds Ashby job board payloads (`{"jobs": [{"id", "title", "descriptionHtml", "location",
"secondaryLocations", "address", "isRemote"}]}`). Only the words of the description are read. Where
they give a place of work, one of the places read must be one of the data; a posting whose prose
gives none is counted apart. Prints what differs by id and place, and no sentence.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jdlint import facts
from jdlint.facts.place import place
from jdlint.outline import outline
from jdlint.readers import html, read


def main() -> None:
    """Read every payload of the folder and print how far prose and data agree."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    agreed = differs = silent = 0
    for name, job in _jobs(parser.parse_args().folder):
        stated, given = _stated(job), _given(job)
        if not given:
            continue
        if not stated:
            silent += 1
        elif any(_same(one, other) for one in stated for other in given):
            agreed += 1
        else:
            differs += 1
            print(name, job["id"], "data", *sorted(given), "prose", *sorted(stated))
    both = agreed + differs
    print(f"place in data and prose: {both}; read alike: {agreed} ({agreed / max(1, both):.1%})")
    print(f"no place in prose: {silent}")


def _jobs(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.glob("*.json")):
        payload = json.loads(path.read_text("utf-8"))
        if isinstance(payload, dict):
            for job in payload.get("jobs", ()):
                if job.get("descriptionHtml"):
                    yield path.stem, job


def _stated(job: dict[str, Any]) -> set[str]:
    markup = f"<!DOCTYPE html><meta charset=utf-8>{job['descriptionHtml']}"
    document = html.read(markup.encode(), "job.html")[0]
    return {fact.value for fact in place(facts.draft(document, outline(document)))}


def _given(job: dict[str, Any]) -> set[str]:
    """Return the places of the data, read from its labels and its postal addresses."""
    addresses = [job.get("address") or {}]
    names = [job.get("location") or ""]
    for other in job.get("secondaryLocations") or ():
        addresses.append(other.get("address") or {})
        names.append(other.get("location") or "")
    lines = [f"Location: {name}" for name in names if name]
    for address in addresses:
        postal = address.get("postalAddress", address)
        parts = [postal.get(f"address{part}") for part in ("Locality", "Region", "Country")]
        lines.append("Location: " + ", ".join(part for part in parts if part))
    found: set[str] = set()
    for line in lines:
        document = read(line.encode(), "location.txt")[0]
        found |= {fact.value for fact in place(facts.draft(document, outline(document)))}
    return found


def _same(one: str, other: str) -> bool:
    """Say whether one place holds the other: US-CO and US agree, US-CO and US-NY do not."""
    return one.startswith(other) or other.startswith(one)


if __name__ == "__main__":
    main()
