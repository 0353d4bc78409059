"""Reads which statements a draft makes beside the job itself: benefits, HIPAA, how to apply and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jdlint.document import Draft, Fact, Modality
from jdlint.facts import modality
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span

_MOST = 60  # blocks in which one statement is looked for
_LONGEST = 20_000  # characters of one block that are looked at


class Statement(Fact):
    """Something that the draft says; `value` is its name in rules/data/statements.yaml."""


class _Kind(NamedTuple):
    name: str
    sections: frozenset[str]
    words: tuple[str, ...]
    not_in: frozenset[str]


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            name,
            frozenset(row.get("sections", ())),
            tuple(row["words"]),
            frozenset(row.get("not_in", ())),
        )
        for name, row in table("statements").items()
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return regex("|".join(table("statements")[name]["patterns"]), re.IGNORECASE)


@cache
def _unless(name: str) -> re.Pattern[str]:
    return regex("|".join(table("statements")[name].get("unless", ["(?!)"])), re.IGNORECASE)


def statements(draft: Draft) -> tuple[Statement, ...]:
    """Return each kind of statement that the draft makes once, where it makes it first."""
    facts = [
        Statement(value=kind.name, span=span, modality=Modality.STATED)
        for kind in _kinds()
        if (span := _first(draft, kind))
    ]
    return tuple(sorted(facts, key=lambda fact: fact.span or Span(0, 0)))


def _first(draft: Draft, kind: _Kind) -> Span | None:
    for section in draft.sections if kind.sections else ():
        heading = section.heading
        if label(section.kind) in kind.sections and (
            heading is None or heading.end + 1 < section.span.end
        ):
            return heading or section.span
    for block in _blocks(draft, kind.words):
        end = min(block.end, block.start + _LONGEST)
        for found in _pattern(kind.name).finditer(draft.document.text, block.start, end):
            span = Span(*found.span())
            where = modality.setting(draft, span)
            sentence = draft.document.text[where.sentence.start : where.sentence.end]
            if where.section not in kind.not_in and not _unless(kind.name).search(sentence):
                return span
    return None


def _blocks(draft: Draft, words: tuple[str, ...]) -> Iterator[Span]:
    """Yield the blocks that hold one of the words."""
    document = draft.document
    places = sorted(at for word in words for at in document.index.get(word, ()))
    last = -1
    count = 0
    for at in places:
        start = document.words[at].start
        if start < last:
            continue
        block = document.block_at(start)
        if block is None:
            continue
        last = block.span.end
        yield block.span
        count += 1
        if count == _MOST:
            return
