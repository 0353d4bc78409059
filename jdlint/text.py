"""Offsets into text: spans, edits and line numbers."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from jdlint.patterns import regex


class Span(NamedTuple):
    """A half-open range of code-point offsets."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Edit(NamedTuple):
    """A replacement in the source text (not in the prose)."""

    span: Span
    text: str


class Place(NamedTuple):
    """A line and a column, both counted from 1; columns count code points."""

    line: int
    column: int


_NEWLINE = regex(r"\r\n|\r|\n")


class Lines:
    """The lines of a text, to turn offsets into places and back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(m.end() for m in _NEWLINE.finditer(text))]

    def place(self, offset: int) -> Place:
        """Return the place of `offset` (0 to the length of the text)."""
        line = bisect_right(self.starts, offset)
        return Place(line, offset - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line break."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


@lru_cache(maxsize=2)
def lines(text: str) -> Lines:
    """Return the lines of a text; a file that holds many postings is parted once."""
    return Lines(text)
