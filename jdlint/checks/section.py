"""Finds sections that are missing, empty, duplicated or in an odd order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from jdlint.checks import Hit
from jdlint.checks.scope import excused
from jdlint.document import Block, Draft, Section
from jdlint.outline import label
from jdlint.outline.headings import classify, plain
from jdlint.record import Record
from jdlint.text import Span

PROBLEMS = ("missing", "empty", "duplicated", "order")


class SectionCheck(Record):
    """One `problem` of the `sections` named by their labels.

    missing: none of them is there, and no fact of `unless_fact` nor phrase of `or_phrase` stands
    for them. empty: a known heading with nothing under it before a heading of another kind.
    duplicated: the same known heading twice. order: the first of `sections` stands after the second.
    """

    problem: str
    sections: tuple[str, ...] = ()
    unless_fact: tuple[str, ...] = ()
    or_phrase: tuple[str, ...] = ()

    excusable: ClassVar[bool] = False

    def validate(self) -> None:
        """Raise ValueError, with what to write, for parameters that make no check."""
        if self.problem not in PROBLEMS:
            message = f"“problem” must be one of {', '.join(PROBLEMS)}"
            raise ValueError(message)
        if self.problem in ("missing", "order") and not self.sections:
            message = f"“problem: {self.problem}” needs “sections”"
            raise ValueError(message)
        if self.problem == "order" and len(self.sections) != 2:
            message = "“problem: order” needs two “sections”, in the order they should have"
            raise ValueError(message)

    def find(self, draft: Draft) -> Iterator[Hit]:
        """Yield the sections with the problem; a missing one is about the whole draft."""
        if self.problem == "missing":
            yield from self._missing(draft)
        elif self.problem == "empty":
            yield from self._empty(draft)
        elif self.problem == "duplicated":
            yield from self._duplicated(draft)
        else:
            yield from self._order(draft)

    def _missing(self, draft: Draft) -> Iterator[Hit]:
        if not draft.document.blocks:
            return
        if any(label(section.kind) in self.sections for section in draft.sections):
            return
        if any(stated(draft, name) for name in self.unless_fact):
            return
        if excused(draft.document, self.or_phrase):
            return
        yield Hit(None)

    def _empty(self, draft: Draft) -> Iterator[Hit]:
        for number, section in enumerate(draft.sections):
            heading = section.heading
            if heading is None or not self._wanted(section) or not _certain(draft, section):
                continue
            if draft.text[heading.end : section.span.end].strip(" \n:.–—-*"):
                continue
            following = draft.sections[number + 1] if number + 1 < len(draft.sections) else None
            if following is None or _ends_before(draft, section, following):
                yield Hit(heading, {"match": draft.document.cut(heading)})

    def _duplicated(self, draft: Draft) -> Iterator[Hit]:
        places: dict[tuple[str, str], list[Span]] = {}
        for section in draft.sections:
            if section.heading and self._wanted(section) and _certain(draft, section):
                words = plain(draft.document.cut(section.heading))
                places.setdefault((label(section.kind), words), []).append(section.heading)
        for spans in places.values():
            if len(spans) == 2:  # more of them are a pattern: levels of a job, or several jobs
                yield Hit(spans[1], {"match": draft.document.cut(spans[1])})

    def _order(self, draft: Draft) -> Iterator[Hit]:
        first: dict[str, Section] = {}
        for section in draft.sections:
            first.setdefault(label(section.kind), section)
        earlier, later = self.sections[0], self.sections[1]
        if earlier in first and later in first:
            early, late = first[earlier], first[later]
            known = early.heading and late.heading and _certain(draft, late)
            if known and late.heading and late.span.start < early.span.start:
                yield Hit(late.heading, {"match": draft.document.cut(late.heading)})

    def _wanted(self, section: Section) -> bool:
        return not self.sections or label(section.kind) in self.sections


def stated(draft: Draft, family: str) -> bool:
    """Say whether a fact is stated; `family:value` asks for one value."""
    name, _, value = family.partition(":")
    try:
        values = draft.known(name)
    except KeyError:
        return False
    return value in values if value else bool(values)


# Sections of one group may stand under the heading of another: “Qualifications”, “Education”.
_GROUPS = (
    [
        "qualifications",
        "preferred-qualifications",
        "education",
        "experience",
        "licensure",
        "skills",
    ],
    ["compensation", "benefits", "schedule", "location"],
    ["summary", "title-block", "about-employer", "culture", "population"],
)


def _certain(draft: Draft, section: Section) -> bool:
    """Say whether a section's heading is a line of its own, and one that is known word by word."""
    heading = section.heading
    if heading is None:
        return False
    block = draft.document.block_at(heading.start)
    known = classify(draft.document.cut(heading))
    alone = block is not None and not draft.text[heading.end : block.span.end].strip(" :.–—-*")
    return alone and known is not None and known.listed and known.kind == section.kind


def _ends_before(draft: Draft, section: Section, following: Section) -> bool:
    """Say whether the next section is surely no part of this one."""
    if section.heading is None or following.heading is None:
        return False
    here = draft.document.block_at(section.heading.start)
    there = draft.document.block_at(following.heading.start)
    if here is None or there is None or here.kind != there.kind:
        return False
    first, second = label(section.kind), label(following.kind)
    whole = "description" in draft.document.cut(section.heading).lower()  # of all that follows
    if whole or not _certain(draft, following):
        return False
    if first == second or any(first in group and second in group for group in _GROUPS):
        return False
    if here.kind == "heading":
        return there.level <= here.level and here.bold == there.bold
    return _look(draft, here) == _look(draft, there)


def _look(draft: Draft, block: Block) -> tuple[bool, bool, bool]:
    words = draft.document.cut(block.span)
    return block.bold, words.endswith(":"), words.isupper()
