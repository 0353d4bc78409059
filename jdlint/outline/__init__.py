"""Finds the sections of a document, from its headings and from what its sentences say."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.document import Block, Document, Section
from jdlint.outline.headings import classify, label
from jdlint.outline.looks import Heading, headings
from jdlint.outline.sentences import listing, offers, opening, statement
from jdlint.text import Span

__all__ = ["label", "outline"]

_SHORT = 14  # words; a longer first line is a sentence, not a title


class _Mark:
    """Where a section begins, what it is, and the heading it has."""

    __slots__ = ("at", "heading", "kind", "strength")

    def __init__(self, at: int, kind: str, heading: Span | None, strength: float) -> None:
        self.at = at
        self.kind = kind
        self.heading = heading
        self.strength = strength


def outline(document: Document) -> tuple[Section, ...]:
    """Return the sections of a document, in order, without gaps from the first block on.

    Kinds are canonical ones (rules/data/sections.yaml). An unknown heading opens a section of
    kind “other”, unless what stands below it tells what it is.
    """
    marks = list(_marks(document))
    sections: list[Section] = []
    if document.fields and document.source.format == "markdown" and marks:
        sections.append(Section("title", Span(0, 0)))  # the front matter is the title block
    for number, mark in enumerate(marks):
        end = marks[number + 1].at if number + 1 < len(marks) else len(document.text)
        last = sections[-1] if sections else None
        if last and mark.heading is None and last.kind == mark.kind:
            sections[-1] = Section(last.kind, Span(last.span.start, end), last.heading)
        else:
            sections.append(Section(mark.kind, Span(mark.at, end), mark.heading))
    return tuple(sections)


def _marks(document: Document) -> Iterator[_Mark]:
    found = headings(document)
    labels = {entry.span.start: _keyed(entry.label) for entry in document.labelled}
    current: _Mark | None = None
    home: _Mark | None = None  # the headed section that a statement interrupts
    blocks = document.blocks
    for number, block in enumerate(blocks):
        if block.span.start in labels:
            current = home = _Mark(block.span.start, labels[block.span.start], None, 1)
            yield current
        for heading in found.get(number, ()):
            mark = _headed(document, number, heading, home, found)
            if mark is not None:
                current = mark
                home = mark if mark.heading else home
                yield mark
        if number in found:
            continue
        if home is None:
            kind = _before_headings(document, number, current)
            if current is None or (kind is not None and kind != current.kind):
                current = _Mark(block.span.start, kind or "summary", None, 0)
                yield current
            continue
        kind = _statement(document, block)
        if kind is not None and current is not None:
            if label(kind) not in (label(current.kind), label(home.kind)):
                current = _Mark(block.span.start, kind, None, 0)
                yield current
        elif block.kind == "item" and current is not home:
            current = _Mark(block.span.start, home.kind, None, 0)
            yield current


def _keyed(words: str) -> str:
    """Tell the kind of a section from the key of a data file, in plain words."""
    known = classify(words)
    return known.kind if known else "other"


def _statement(document: Document, block: Block) -> str | None:
    """Tell which statement a paragraph makes, if it is long enough to make one."""
    words = document.cut(block.span)
    if block.kind != "paragraph" or len(words) < 30:
        return None
    return statement(words)


# a subheading of one of these kinds is a part of the section it stands in
_PARTS = {
    "benefits": {"education", "licensure", "location", "schedule", "skills", "experience", "other"},
    "compensation": {"education", "licensure", "skills", "experience", "other"},
    "responsibilities": {"education", "experience", "skills", "other"},
}


def _headed(
    document: Document,
    number: int,
    heading: Heading,
    home: _Mark | None,
    found: dict[int, tuple[Heading, ...]],
) -> _Mark | None:
    """Make the mark of a heading; None for a subheading inside the section that is open."""
    kind = heading.kind
    block = document.blocks[number]
    whole = heading.span == block.span
    if kind in ("summary", "required_qualifications", None) and _entries(document, number) >= 2:
        return _Mark(block.span.start, "title", heading.span, heading.strength)
    if not whole and home is None and _is_entry(document.cut(block.span)):
        return _Mark(block.span.start, "title", None, 0)  # an entry of the title block
    if home is not None and home.kind == "title" and not whole:
        return None
    weaker = home is not None and heading.strength < home.strength
    if home is not None and kind is not None and weaker:
        parts = _PARTS.get(home.kind, ())
        if label(kind) in parts:
            return None
    if kind is None:
        if home is not None and heading.strength < max(home.strength, 1):
            return None
        if home is None and number <= 2:
            return _Mark(block.span.start, "title", None, 0)
        kind = _below(document, number) or "other"
    elif home is not None and label(kind) == label(home.kind) and heading.strength < home.strength:
        return None
    elif kind == "culture" and offers(_text_below(document, number, found)):
        kind = "benefits"
    return _Mark(heading.span.start, kind, heading.span, heading.strength)


def _text_below(document: Document, number: int, found: dict[int, tuple[Heading, ...]]) -> str:
    lines = []
    for following in range(number + 1, min(number + 12, len(document.blocks))):
        if following in found:
            break
        lines.append(document.cut(document.blocks[following].span))
    return "\n".join(lines)


def _entries(document: Document, number: int) -> int:
    """Count entries such as “Location: Denver” among the first blocks below a heading."""
    following = document.blocks[number + 1 : number + 4]
    return sum(1 for block in following if _is_entry(document.cut(block.span)))


def _below(document: Document, number: int) -> str | None:
    """Tell the kind of a section by its content, where its heading does not."""
    following = document.blocks[number + 1 : number + 9]
    items = [document.cut(b.span) for b in following if b.kind == "item"]
    if len(items) * 2 >= len(following) and items:
        return listing(items)
    for block in following[:2]:
        words = document.cut(block.span)
        if block.kind == "paragraph" and len(words) > 60:
            return statement(words) or opening(words)
    return None


def _before_headings(document: Document, number: int, current: _Mark | None) -> str | None:
    """Tell the kind of a block before the first heading; None where it goes with the last."""
    block = document.blocks[number]
    words = document.cut(block.span)
    if block.kind == "item":
        if number and document.blocks[number - 1].kind == "item":
            return None
        items = []
        for following in document.blocks[number : number + 30]:
            if following.kind != "item":
                break
            items.append(document.cut(following.span))
        return listing(items)
    if block.kind == "heading":
        return "title" if number <= 2 else None
    short = len(words.split()) <= _SHORT and not words.rstrip().endswith((".", "?", ":"))
    if short or _is_entry(words):
        top = current is None or current.kind == "title"
        return "title" if top else None
    if block.kind == "cell":
        return None
    return statement(words) or opening(words)


def _is_entry(words: str) -> bool:
    """Say whether a line is of the form “Location: Denver”."""
    name, colon, value = words.partition(":")
    return bool(colon and value.strip()) and len(name.split()) <= 4 and len(value.split()) <= 14
