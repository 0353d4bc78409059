"""Looks up what a state calls a licence, and whether who holds it practises without supervision."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from jdlint import tables
from jdlint.document import Draft

# Three professions have a licence of their own in every state, and titles that can be relied on;
# for addiction counselors about a dozen states have none and use private certifications.
_PROFESSIONS = ("counselor", "social_worker", "mft")


class Title(NamedTuple):
    """A licence of one state: `supervised` where its holder does not practise alone."""

    abbreviation: str
    name: str
    profession: str
    independent: bool
    supervised: bool


@cache
def titles(state: str) -> tuple[Title, ...]:
    """Return the licences that a state (OH) issues, of every profession in the table."""
    found = []
    for row in tables.table("licences"):
        if row["state"] != state:
            continue
        free = row["independent_practice"]
        for abbreviation in (row["abbreviation"], *row["other_abbreviations"].split(",")):
            short = abbreviation.partition("(")[0].strip()
            if short:
                found.append(
                    Title(
                        short,
                        row["full_title"],
                        row["profession"],
                        row["level"] == "independent" and free == "yes",
                        free == "supervised",
                    )
                )
    return tuple(found)


@cache
def professions() -> dict[str, frozenset[str]]:
    """Return abbreviation → the professions that it stands for in any state, of the three."""
    found: dict[str, set[str]] = {}
    for row in tables.table("licences"):
        if row["level"] == "independent" and row["independent_practice"] == "yes":
            for abbreviation in (row["abbreviation"], *row["other_abbreviations"].split(",")):
                short = abbreviation.partition("(")[0].strip()
                found.setdefault(short, set()).add(row["profession"])
    return {
        key: frozenset(value) for key, value in found.items() if key and value <= set(_PROFESSIONS)
    }


@cache
def names() -> frozenset[str]:
    """Return the full titles, in lower case, of all licences to practise alone."""
    return frozenset(
        row["full_title"].lower()
        for row in tables.table("licences")
        if row["profession"] in _PROFESSIONS and row["level"] == "independent"
    )


def independent(state: str, profession: str) -> tuple[Title, ...]:
    """Return the licences with which one practises alone there, the one of the table's row first."""
    return tuple(t for t in titles(state) if t.profession == profession and t.independent)


def issued(state: str, abbreviation: str) -> bool:
    """Say whether a state issues a licence by that abbreviation, with a suffix of level or not."""
    return any(
        title.abbreviation == abbreviation
        or title.abbreviation.startswith(f"{abbreviation}-")
        or abbreviation.startswith(f"{title.abbreviation}-")
        for title in titles(state)
    )


def standing(state: str, abbreviation: str) -> bool | None:
    """Say whether the holder practises alone in a state; None where the table does not tell."""
    known = {
        title.independent
        for title in titles(state)
        if title.abbreviation == abbreviation and (title.independent or title.supervised)
    }
    return known.pop() if len(known) == 1 else None


def only_state(draft: Draft) -> str | None:
    """Return the state (OH) of the work where the draft names one and no other."""
    named = {value for value in draft.known("place") if value != "US"}
    if len(named) != 1:
        return None
    (value,) = named
    parts = value.split("-")
    return parts[1] if len(parts) > 1 and parts[0] == "US" and len(parts[1]) == 2 else None


def state_names() -> dict[str, str]:
    """Return code → name of the states."""
    names: dict[str, str] = tables.table("us_states")
    return names


def names_another(words: str, state: str | None) -> bool:
    """Say whether the words name a state other than `state` in full."""
    return any(name in words for code, name in state_names().items() if code != state)


def listed(found: Iterable[Title]) -> str:
    """Say the licences in words: “LICSW (Licensed Independent Clinical Social Worker)”."""
    seen = {title.name: title for title in reversed(tuple(found))}
    return " or ".join(f"{t.abbreviation} ({t.name})" for t in reversed(tuple(seen.values())))
