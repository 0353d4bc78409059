"""Cleans decoded text: line ends, broken and invisible characters, with the places kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jdlint.document import Piece, Repair, SourceMap
from jdlint.patterns import regex
from jdlint.readers import mojibake
from jdlint.text import Span

# What no reader sees on the page: control characters, soft hyphens, zero-width blanks, byte order
# marks and direction marks. The joiners U+200C and U+200D shape letters and emoji and stay.
_INVISIBLE = (
    r"\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
)
INVISIBLE = regex(f"[{_INVISIBLE}]+")
_ODD = regex(rf"[{_INVISIBLE}\r\x0b\x0c\x80-\x9f\u00c2-\u00f4\ufffd]")
_CHANGE = regex(
    rf"(?P<newlines>(?:\r\n)+)|(?P<newline>[\r\x0b\x0c\u2028\u2029])|(?P<lost>\ufffd+)"
    rf"|(?P<hidden>[{_INVISIBLE}]+)|(?P<broken>{mojibake.PATTERN})"
)


class Decoded(NamedTuple):
    """The text of a file.

    `source` is the text as decoded, without a byte order mark: places are given in it. `text` is
    what a reader reads: lines end in a line feed, broken characters are mended, invisible ones are
    gone. `map` leads from `text` to `source`; it is None where offsets are the same in both. The
    spans of `repairs` are spans of `text`; a repair that means nothing marks a lost character.
    """

    source: str
    text: str
    map: SourceMap | None = None
    repairs: tuple[Repair, ...] = ()


def clean(source: str) -> Decoded:
    """Clean text that is decoded already."""
    found = list(_changes(source))
    if not found:
        return Decoded(source, source)
    mended = mojibake.mend(source, [m.span() for m in found if m.lastgroup == "broken"])
    cleaned = _Cleaned(source)
    for match in found:
        start, end = match.span()
        if match.lastgroup == "broken":
            for mend in mended.get(start, ()):
                cleaned.replace(mend.start, mend.end, mend.meant, broken=True)
        elif match.lastgroup == "newlines":
            count = (end - start) // 2
            if count == 1:
                cleaned.replace(start, start + 1, "")
            else:
                cleaned.replace(start, end, "\n" * count)
        elif match.lastgroup == "newline":
            cleaned.replace(start, end, "\n")
        elif match.lastgroup == "lost":
            cleaned.lost(start, end)
        else:
            cleaned.replace(start, end, "")
    return cleaned.finish()


def _changes(source: str) -> Iterator[re.Match[str]]:
    """Find what may have to change; a search for one of a set is far faster than for a pattern."""
    at = 0
    while odd := _ODD.search(source, at):
        at = odd.end()
        change = _CHANGE.match(source, odd.start())
        if change:
            at = change.end()
            yield change


class _Cleaned:
    """Cleaned text under construction, written from the start to the end of the source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._repairs: list[Repair] = []
        self._copied = 0  # how far the source has been read
        self._begun = 0  # where the unbroken run of source began that ends there
        self._moved = False

    def replace(self, start: int, end: int, meant: str, *, broken: bool = False) -> None:
        """Write `meant` for the source from `start` to `end`."""
        self._copy(start)
        if broken and meant:
            span = Span(self._length, self._length + len(meant))
            self._repairs.append(Repair(span, self._source[start:end], meant))
        self._append(meant)
        self._copied = end
        if len(meant) == end - start == 1 and not broken:
            return  # a line break for a line break: offsets stay
        self._run(start, len(meant))
        if meant:
            prose = self._length - len(meant)
            self._pieces.append(Piece(prose, len(meant), start, end - start, verbatim=False))
        self._begun = end
        self._moved = True

    def lost(self, start: int, end: int) -> None:
        """Note that the characters from `start` to `end` stand for lost ones."""
        if start < self._copied:
            return  # taken with the broken character before
        at = self._length + start - self._copied
        self._repairs.append(Repair(Span(at, at + end - start), self._source[start:end], ""))

    def finish(self) -> Decoded:
        self._copy(len(self._source))
        self._run(len(self._source), 0)
        mapping = SourceMap(tuple(self._pieces)) if self._moved else None
        return Decoded(self._source, "".join(self._parts), mapping, tuple(self._repairs))

    def _copy(self, end: int) -> None:
        self._append(self._source[self._copied : end])
        self._copied = end

    def _run(self, end: int, after: int) -> None:
        """Add the piece of the unbroken run that ends at `end`, `after` characters ago."""
        width = end - self._begun
        if width:
            self._pieces.append(Piece(self._length - after - width, width, self._begun, width))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
