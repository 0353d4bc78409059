"""Reads plain text: paragraphs, wrapped or a line each, and lists with bullets of every look."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from jdlint.document import Document
from jdlint.patterns import regex
from jdlint.readers import wrapping
from jdlint.readers.bullets import Marker, markers
from jdlint.readers.decoding import decode
from jdlint.readers.prose import Prose

_RULE = regex(r"[-=_*~#+.•·─━═–—|:\s]*\Z")
_UNDERLINE = regex(r"([-=~*_─━═])\1{2,}\Z")
_HASHED = regex(r"(?P<marks>#{1,6})\s+(?=[^\Wa-z]|\d|[\"“*])")
_DIRECTIVE = regex(r"(?:<!--(?P<html>[^<>]*)-->|#(?P<hash>\s*jdlint\s*:.*))\Z")
_STARRED = regex(r"(?P<mark>[*_])(?P<bold>(?P=mark){1,2})?(?P<text>[^*_]+)(?P=mark){1,3}\Z")
_HEADING_LIMIT = 100  # characters; a longer line is a paragraph, however it is framed
_TAB = 4  # columns


class _Line(NamedTuple):
    """A line that is not blank: its words, where they begin, and how far they are indented."""

    text: str
    at: int
    indent: int  # columns
    number: int
    marker: Marker | None = None

    @property
    def row(self) -> str:
        return " " * self.indent + self.text

    def above(self, other: _Line) -> bool:
        return self.number + 1 == other.number


def read(data: bytes, path: str) -> tuple[Document, ...]:
    """Read the one posting of a text file; a file without words gives a document without blocks.

    Raises Unreadable where the file is no text (see `decoding.decode`).
    """
    decoded = decode(data, path)
    prose = Prose()
    write(decoded.text, prose)
    return (
        prose.document(
            path=path,
            format="plain",
            text=decoded.source,
            outer=decoded.map,
            repairs=decoded.repairs,
        ),
    )


def write(text: str, prose: Prose, at: int = 0) -> None:
    """Write the blocks of plain text to `prose`; `text` begins at the source offset `at`."""
    _Writer(_lines(text, at), prose).write()
    prose.end()


def _lines(text: str, at: int) -> list[_Line]:
    lines: list[_Line] = []
    for number, line in enumerate(text.split("\n")):
        words = line.strip()
        if words:
            lead = len(line) - len(line.lstrip())
            indent = len(line[:lead].expandtabs(_TAB)) if "\t" in line[:lead] else lead
            lines.append(_Line(words, at + lead, indent, number))
        at += len(line) + 1
    found = markers([line.text for line in lines])
    return [
        line._replace(marker=mark) if mark and not _RULE.match(line.text[mark.width :]) else line
        for line, mark in zip(lines, found, strict=True)
    ]


class _Writer:
    """Writes lines to prose as blocks."""

    def __init__(self, lines: list[_Line], prose: Prose) -> None:
        self.prose = prose
        self._lines = lines
        self._open: _Line | None = None  # the line above, where the next may go on from it
        self._bare: _Line | None = None  # a bullet that stands alone on its line
        self._levels: list[tuple[int, int]] = []  # indentation and rung of the items around
        self._columns = wrapping.width(
            [(up.row, low.row) for up, low in pairwise(lines) if up.above(low) and not low.marker]
        )

    def write(self) -> None:
        """Write all lines."""
        skip = False
        for at, line in enumerate(self._lines):
            below = self._lines[at + 1] if at + 1 < len(self._lines) else None
            if skip:
                skip = False
            elif below is not None and line.above(below) and self._underlined(line, below):
                self._heading(line.text, line.at, 1 if below.text[0] in "=═" else 2)
                skip = True
            else:
                self._line(line)

    def _line(self, line: _Line) -> None:
        directive = _DIRECTIVE.match(line.text)
        if directive:
            self._close()
            words = directive["html"] or directive["hash"] or ""
            if self.prose.comment(words, line.at, len(line.text)):
                return
        if line.marker:
            self._item(line, line.marker)
        elif _RULE.match(line.text):
            self._close()
            if line.text[0] in "•●·▪" and len(line.text) == 1:
                self._bare = line
        elif self._bare:
            self._item(line._replace(indent=self._bare.indent), Marker("sign", "•", 0))
        elif self._goes_on(line):
            self._join(line)
        else:
            self._paragraph(line)

    def _goes_on(self, line: _Line) -> bool:
        upper = self._open
        if upper is None or not upper.above(line) or line.text[0] == "|":
            return False
        if self._columns and wrapping.goes_on(upper.row, line.row, self._columns):
            return True
        hanging = upper.marker is not None and line.indent > upper.indent
        return hanging and line.text[0].islower() and upper.text[-1] not in ".!?:;"

    def _join(self, line: _Line) -> None:
        upper = self._open
        if upper is not None:
            end = upper.at + len(upper.text)
            hyphen = upper.text[-1] in "-\u2010" and upper.text[-2:-1].isalpha()
            if not (hyphen and line.text[0].islower()):
                self.prose.write("\n", end)
        self.prose.write(line.text, line.at)
        # what comes below an item's second line is still below the item
        self._open = line._replace(marker=upper.marker) if upper else line

    def _paragraph(self, line: _Line) -> None:
        text, at = line.text, line.at
        while self._levels and self._levels[-1][0] >= line.indent:
            self._levels.pop()
        hashed = _HASHED.match(text)
        if hashed and len(text) <= _HEADING_LIMIT:
            words = text[hashed.end() :].rstrip("# ")
            self._heading(words, at + hashed.end(), len(hashed["marks"]))
            return
        if text[0] == text[-1] == "|" and text.count("|") > 1:
            self._row(line)
            return
        framed = text[:2] == text[0] * 2 == text[-2:] and text[0] in "=#~-"
        if framed and len(text) <= _HEADING_LIMIT:
            words = text.strip(text[0])
            self._heading(words, at + text.index(words), 2)
            return
        self._close()
        self.prose.begin("paragraph")
        starred = _STARRED.match(text)
        if starred:
            self.prose.write(
                starred["text"], at + starred.start("text"), bold=bool(starred["bold"])
            )
        else:
            self.prose.write(text, at)
        self._open = line

    def _row(self, line: _Line) -> None:
        self._close()
        at = line.at + 1
        for column, cell in enumerate(line.text[1:-1].split("|")):
            self.prose.begin("cell", column)
            self.prose.write(cell, at)
            at += len(cell) + 1
        self.prose.end()

    def _heading(self, text: str, at: int, level: int) -> None:
        self._close()
        self._levels.clear()
        self.prose.begin("heading", level)
        self.prose.write(text, at)
        self.prose.end()

    def _item(self, line: _Line, mark: Marker) -> None:
        self._close()
        words = line.text[mark.width :]
        if words[0] == "*" and words.endswith("**") and _STARRED.match("*" + words):
            # “• *Duties**” was “**Duties**” before its first star was taken for a bullet
            self.prose.write(words[1:-2], line.at + mark.width + 1, bold=True)
            self._levels.clear()
            return
        while self._levels and self._levels[-1][0] > line.indent + 1:
            self._levels.pop()
        if not self._levels or self._levels[-1][0] < line.indent - 1:
            self._levels.append((line.indent, mark.rung))
        elif mark.rung and mark.rung != self._levels[-1][1]:
            self._rung(line.indent, mark.rung)
        self.prose.begin("item", len(self._levels))
        self.prose.write(words, line.at + mark.width)
        self._open = line

    def _rung(self, indent: int, rung: int) -> None:
        """Go up or down Word's ladder among items that are indented alike."""
        while len(self._levels) > 1 and self._levels[-1][1] > rung:
            if self._levels[-2][0] < indent - 1:
                break
            self._levels.pop()
        if 0 < self._levels[-1][1] < rung:
            self._levels.append((indent, rung))
        else:
            self._levels[-1] = (indent, rung)

    def _close(self) -> None:
        self.prose.end()
        self._open = self._bare = None

    def _underlined(self, line: _Line, below: _Line) -> bool:
        """Say whether `below` underlines `line`, which nothing but a heading has."""
        if not _UNDERLINE.match(below.text) or line.marker or _RULE.match(line.text):
            return False
        if len(line.text) > _HEADING_LIMIT:
            return False
        alike = abs(len(below.row) - len(line.row)) <= 3
        alone = self._open is None or not self._open.above(line)
        return alike or (alone and line.text[-1] not in ".,;" and len(line.text) <= 60)
