"""Finds sections that are missing, empty, duplicated or in an odd order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from jdlint.checks import Hit
from jdlint.checks.scope import excused
from jdlint.document import Block, Draft, Section
from jdlint.outline import label

PROBLEMS = ("missing", "empty", "duplicated", "order")


@dataclass(frozen=True)
class SectionCheck:
    """One `problem` of the `sections` named by their labels.

    missing: none of them is there, and no fact of `unless_fact` nor phrase of `or_phrase` stands
    for them. empty: a heading with nothing under it. duplicated: two headed sections of the same
    label with the same heading words. order: the first of `sections` stands after the second.
    """

    problem: str
    sections: tuple[str, ...] = ()
    unless_fact: tuple[str, ...] = ()
    or_phrase: tuple[str, ...] = ()

    excusable: ClassVar[bool] = False

    def __post_init__(self) -> None:
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
        levels = {b.span.start: b for b in draft.document.blocks if b.kind == "heading"}
        for number, section in enumerate(draft.sections):
            heading = section.heading
            if heading is None or not self._wanted(section):
                continue
            rest = draft.text[heading.end : section.span.end].strip(" \n:.–—-*")
            if rest:
                continue
            following = draft.sections[number + 1] if number + 1 < len(draft.sections) else None
            if following is not None and following.heading is None:
                continue  # text without a heading of its own, which tells of something else
            if following is not None and _beneath(levels, section, following):
                continue
            yield Hit(heading, {"match": draft.document.cut(heading)})

    def _duplicated(self, draft: Draft) -> Iterator[Hit]:
        seen: set[tuple[str, str]] = set()
        for section in draft.sections:
            if section.heading is None or not self._wanted(section):
                continue
            words = draft.document.cut(section.heading).strip(" :.").lower()
            key = (label(section.kind), words)
            if key in seen:
                yield Hit(section.heading, {"match": draft.document.cut(section.heading)})
            seen.add(key)

    def _order(self, draft: Draft) -> Iterator[Hit]:
        first: dict[str, Section] = {}
        for section in draft.sections:
            first.setdefault(label(section.kind), section)
        earlier, later = self.sections[0], self.sections[1]
        if earlier in first and later in first:
            early, late = first[earlier], first[later]
            if late.span.start < early.span.start and early.heading and late.heading:
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


def _beneath(levels: dict[int, Block], section: Section, following: Section) -> bool:
    """Say whether the next section is a part of this one, by the level of its heading."""
    here = levels.get(section.span.start)
    there = levels.get(following.span.start)
    if here is None:
        return False
    if there is None:
        return following.heading is not None
    return there.level > here.level
