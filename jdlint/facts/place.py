"""Reads where the work is, as far as the draft names a US state: from data, or “City, ST”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jdlint import tables
from jdlint.document import Draft, Fact
from jdlint.outline import label
from jdlint.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Fact):
    """A state or territory, as US-CO; `given` says that it stands in a data field."""

    given: bool = False


_FIELDS = ("jobLocation", "applicantLocationRequirements")
_TOP = ("title-block", "location", "summary", "about-employer", "other", "schedule")


@cache
def _codes() -> dict[str, str]:
    states: dict[str, str] = tables.table("us_states")
    return {**{code: code for code in states}, **{name: code for code, name in states.items()}}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(n) for n in _codes()), key=len, reverse=True))
    return re.compile(
        rf"\b[A-Z][A-Za-z.'’-]{{1,24}}(?: [A-Z][A-Za-z.'’-]{{1,24}}){{0,3}}, ?(?P<state>{names})\b"
        rf"(?![-\w]|, (?:LPC|RN|MD|PhD))"
    )


def _given(value: str) -> str:
    """Return the code of a place in a data field; the words themselves where they name no state."""
    if value in _codes():
        return f"US-{_codes()[value]}"
    match = _pattern().search(value[:200])
    return f"US-{_codes()[match['state']]}" if match else value


def place(draft: Draft) -> tuple[Place, ...]:
    """Return the places of work, each once; data fields win over prose."""
    found: dict[str, Place] = {}
    for field in draft.document.fields:
        if field.name.startswith(_FIELDS):
            value = _given(field.value.strip())
            found.setdefault(value, Place(value=value, given=True))
    if found:
        return tuple(found.values())
    for match in _pattern().finditer(draft.text):
        section = draft.section_at(match.start())
        if section is not None and label(section.kind) not in _TOP:
            continue
        code = f"US-{_codes()[match['state']]}"
        found.setdefault(code, Place(value=code, span=Span(*match.span())))
    return tuple(found.values())
