"""Tells the profession a draft is for, whether it is clinical work, and whether it is licensed."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from jdlint import tables
from jdlint.document import Draft, Fact
from jdlint.facts.title import Title
from jdlint.patterns import regex


class Profession(Fact):
    """One of the professions of rules/data/professions.yaml, or `non-clinical`."""

    licensed: str = "no"  # yes | no | varies


class _Row(NamedTuple):
    profession: str
    licensed: str
    title: re.Pattern[str]


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(row["profession"], row["licensed"], regex(row["title"], re.IGNORECASE))
        for row in tables.table("professions")
    )


# Words of the trade that, in a draft whose title does not tell, say that the work is clinical.
_CLINICAL = ("patients", "patient", "clients", "nursing", "clinical", "therapy", "treatment")
_ENOUGH = 8
_KINDS = 2  # of these words; one alone is a consultant’s clients, or clinical software


def profession(draft: Draft) -> tuple[Profession, ...]:
    """Return the profession by the title, else by the words of the draft; nothing if neither."""
    titles = draft.facts["title"]
    for title in titles:
        found = _by_title(title.value)
        if found is not None:
            given = isinstance(title, Title) and title.given
            span = None if given else title.span
            return (Profession(value=found.profession, span=span, licensed=found.licensed),)
    if not titles:
        told = _by_text(draft.text[:_OPENING])
        if told is not None:
            return (Profession(value=told.profession, licensed=told.licensed),)
    index = draft.document.index
    heard = [number for word in _CLINICAL if (number := len(index.get(word, ())))]
    if titles:
        return (Profession(value="non-clinical"),)
    if len(draft.document.words) < 60:
        return ()
    if sum(heard) >= _ENOUGH and len(heard) >= _KINDS:
        return (Profession(value="other-clinical", licensed="varies"),)
    return (Profession(value="non-clinical"),)


def _by_title(title: str) -> _Row | None:
    return next((row for row in _rows() if row.title.search(title[:200])), None)


_OPENING = 2500  # characters; further down other professions are named, as colleagues


def _by_text(text: str) -> _Row | None:
    """Return the profession named most often in the opening of a draft, if twice or more."""
    counts = [(sum(1 for _ in row.title.finditer(text)), row) for row in _rows()]
    most = max(count for count, _ in counts)
    return next(row for count, row in counts if count == most) if most > 1 else None


def field(draft: Draft) -> tuple[Fact, ...]:
    """Return `clinical` or `other`, as the profession tells."""
    return tuple(
        Fact(value="other" if fact.value == "non-clinical" else "clinical", span=fact.span)
        for fact in draft.facts["profession"]
    )


def licensed(draft: Draft) -> tuple[Fact, ...]:
    """Return `yes` or `no` where the profession tells; nothing where it varies by state or role.

    A profession that was given from outside is looked up by its name.
    """
    known = {row.profession: row.licensed for row in reversed(_rows())}
    found = []
    for fact in draft.facts["profession"]:
        needs = getattr(fact, "licensed", known.get(fact.value, "no"))
        if needs in ("yes", "no"):
            found.append(Fact(value=needs, span=fact.span))
    return tuple(found)
