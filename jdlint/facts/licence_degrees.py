"""Finds a degree that is less than what the licence asked for takes."""

from __future__ import annotations

import re
from datetime import date

from jdlint import tables
from jdlint.document import Draft, Fact, Modality
from jdlint.facts.credentials import Licence
from jdlint.facts.education import Degree
from jdlint.patterns import regex

_RANKS = ("high-school", "nursing-diploma", "associate", "bachelor", "master", "doctorate", "md")
_GRADUATE = regex(
    r"\b(?:MSW|MSN|DPT|Ph\.?D|Psy\.?D|graduate (?:of|from|degree|program)|master)", re.IGNORECASE
)


class LowDegree(Fact):
    """A degree, the highest one named, that does not lead to the licence; `value` is its level."""

    text: str
    licence: str
    needs: str


def low_degree(draft: Draft) -> tuple[LowDegree, ...]:
    """Return the degree named where the licence, or the profession, takes a higher one."""
    wanted = _wanted(draft)
    if wanted is None:
        return ()
    licence, least, needs = wanted
    asked = [fact for fact in draft.facts["degrees"] if isinstance(fact, Degree) and fact.span]
    if not asked:
        return ()
    highest = max(asked, key=lambda fact: _RANKS.index(fact.level))
    low = _RANKS.index(highest.level) < _RANKS.index(least)
    if not low or highest.level in _RANKS[:2] or highest.span is None or highest.in_progress:
        return ()
    if least == "master" and (
        highest.modality is Modality.PREFERRED or _GRADUATE.search(draft.text)
    ):
        return ()
    text = draft.document.cut(highest.span)
    value = highest.level
    return (LowDegree(value=value, span=highest.span, text=text, licence=licence, needs=needs),)


def _wanted(draft: Draft) -> tuple[str, str, str] | None:
    """Return the licence or profession, the least degree for it, and what to call that degree."""
    data = tables.table("licence_degrees")
    for profession in draft.known("profession"):
        row = data["professions"].get(profession)
        if row and date.fromisoformat(row["since"]) <= draft.as_of:
            return profession.replace("-", " "), row["least"], row["degree"]
    licences = [fact for fact in draft.facts["licences"] if isinstance(fact, Licence)]
    asked = [f for f in licences if f.modality in (Modality.REQUIRED, Modality.ALTERNATIVE)]
    masters = set(data["licences"]["master"].split())
    if asked and all(fact.value in masters for fact in asked):
        return asked[0].text, "master", "master's degree"
    return None
