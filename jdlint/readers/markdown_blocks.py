"""Cuts Markdown into its blocks, as CommonMark does, with tables, footnotes and comments."""

from __future__ import annotations

import re
from typing import NamedTuple

from jdlint.patterns import regex
from jdlint.readers.markdown_elements import BLOCKS, INLINE

_DEPTH = 24  # containers inside one another; what is nested deeper stays in the deepest

_LEAD = regex(r"[ \t]*")
_QUOTE = regex(r"[ \t]*>[ \t]?")
_QUOTES = regex(r"[> \t]*")
_HEADING = regex(r"(#{1,6})(?:[ \t]+|\Z)")
_FENCE = regex(r"(`{3,})[^`]*\Z|(~{3,})")
_UNDERLINE = regex(r"(?:=+|-+)[ \t]*\Z")
_RULE = regex(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_MARKER = regex(r"(?:[-+*]|(?P<number>\d{1,9})[.)])(?=[ \t]|\Z)")
_NOTE = regex(r"\[\^(?P<label>[^\]\s]{1,99})\]:[ \t]*")
_BOX = regex(r"\[[ xX]\][ \t]+(?=\S)")
_DELIMITERS = regex(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)*+[ \t]*(?::?-+:?[ \t]*)?\Z")
_ATTRIBUTES = regex(r"\{:[^{}]*\}[ \t]*\Z")  # kramdown's, for the block above
_ELEMENT = regex(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>]|\Z)")
_ALONE = regex(r"</?[a-zA-Z][^<>]*>[ \t]*\Z")
_RAW = frozenset(("script", "pre", "style", "textarea"))
_PIPE = regex(r"\\.|\|")
_DEFINITION = regex(
    r"""\[(?P<label>(?:[^\[\]\\]|\\.){1,999})\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|[^\s<]\S*+)
    (?:(?:[ \t]+|[ \t]*\n[ \t]*)(?P<title>"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*(?:\n|\Z)""",
    re.VERBOSE | re.DOTALL,
)
_TITLE = 200  # characters; a longer paragraph above a line of dashes is no heading


class Row(NamedTuple):
    """A line of a block, or a part of one, and where it begins in the source."""

    text: str
    at: int


class Leaf(NamedTuple):
    """A block that holds text: heading, paragraph, item, cell, html or comment."""

    kind: str
    level: int
    rows: list[Row]


class _Container(NamedTuple):
    kind: str  # quote | item | note
    column: int  # where the content of an item begins


def label(text: str) -> str:
    """Return the form in which labels of references are compared."""
    return " ".join(text.casefold().split())


class Blocks:
    """The blocks of a Markdown text; `leaves` in order, once all lines were given."""

    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self.references: set[str] = set()
        self.notes: set[str] = set()
        self._containers: list[_Container] = []
        self._rows: list[Row] = []  # of the open paragraph
        self._fresh = False  # the innermost item has no text yet
        self._fence = ""  # what closes the open code block
        self._html = ""  # what ends the open HTML block; a line break for a blank line
        self._columns = 0  # of the open table

    def read(self, text: str, start: int, at: int) -> None:
        """Read all lines of `text` from `start` on; `text` begins at the source offset `at`."""
        blank = False
        at += start
        for line in text[start:].split("\n"):
            if line and not line.isspace():
                self._line(line, at)
                blank = False
            elif not blank:
                self._blank()
                blank = True
            at += len(line) + 1
        self._fence = ""
        self._end()

    def _blank(self) -> None:
        if self._fence or self._html not in ("", "\n"):
            if any(container.kind == "quote" for container in self._containers):
                self._fence = self._html = ""
            return
        self._end()

    def _line(self, line: str, at: int) -> None:
        plain = line[0].isalpha() and not (self._fence or self._html or self._columns)
        if plain and (self._rows or not self._containers):
            self._rows.append(Row(line, at))  # whatever it goes on, it is text
            return
        matched, start, base = self._match(line)
        inside = matched == len(self._containers)
        if self._fence or self._html:
            if inside:
                self._raw(line, at, start)
                return
            self._begin(matched)
        open_above = bool(self._rows)  # a paragraph that this line may go on
        while True:
            first = _lead(line, start)
            if first == len(line):
                break
            column = _column(line, first)
            character = line[first]
            if character.isalpha() or (open_above and column - base >= 4):
                break
            if character == ">":
                self._begin(matched)
                start = _after(_QUOTE if matched < _DEPTH else _QUOTES, line, first)
                base = _column(line, start)
                if matched < _DEPTH:
                    self._containers.append(_Container("quote", 0))
            elif self._leaf(line[first:], at + first, matched, current=inside and open_above):
                return
            else:
                opened = _item(line, first, column, interrupts=inside and open_above)
                if opened is None or matched >= _DEPTH:
                    break
                self._begin(matched)
                base, start = opened
                self._containers.append(_Container("item", base))
                self._fresh = True
            matched = len(self._containers)
            inside, open_above = True, False
        if not inside and not open_above:
            self._begin(matched)
        if first == len(line):
            return
        if self._columns:
            self._row(line[first:], at + first)
        else:
            self._rows.append(Row(line[first:], at + first))

    def _match(self, line: str) -> tuple[int, int, int]:
        """Return how many containers go on in a line, where their content begins, its column."""
        start = base = 0
        for matched, container in enumerate(self._containers):
            if container.kind == "quote":
                found = _QUOTE.match(line, start)
                if not found:
                    return matched, start, base
                start = found.end()
                base = _column(line, start)
            else:
                if _column(line, _lead(line, start)) < container.column:
                    return matched, start, base
                base = container.column
        return len(self._containers), start, base

    def _leaf(self, rest: str, at: int, matched: int, *, current: bool) -> bool:
        """Take the rest of a line if it is a block by itself.

        `current` says that a paragraph is open above it in the same container.
        """
        character = rest[0]
        if character == "#" and (found := _HEADING.match(rest)):
            self._begin(matched)
            words = _untailed(rest[found.end() :])
            self._add("heading", len(found[1]), [Row(words, at + found.end())])
            return True
        if character in "`~" and (found := _FENCE.match(rest)):
            self._begin(matched)
            self._fence = found[1] or found[2]
            return True
        if character == "<":
            return self._element(rest, at, matched, current=current)
        if character in "|:-" and current and _DELIMITERS.match(rest):
            cells = _cells(self._rows[-1])
            if "|" in rest + self._rows[-1].text[:1] and len(cells) == len(_cells(Row(rest, 0))):
                self._rows.pop()
                self._end()
                self._columns = len(cells)
                self._row_of(cells)
                return True
        if character in "=-" and current and _UNDERLINE.match(rest):
            self._underline(1 if character == "=" else 2)
            return True
        if character in "*-_" and _RULE.match(rest):
            self._begin(matched)
            return True
        if character == "[" and not current and (found := _NOTE.match(rest)):
            self._begin(matched)
            self.notes.add(label(found["label"]))
            self._containers.append(_Container("note", 4))
            if found.end() < len(rest):
                self._rows.append(Row(rest[found.end() :], at + found.end()))
            return True
        return character == "{" and bool(_ATTRIBUTES.match(rest))

    def _element(self, rest: str, at: int, matched: int, *, current: bool) -> bool:
        """Begin an HTML block, if the rest of a line begins one."""
        found = _ELEMENT.match(rest)
        name = found["name"].lower() if found else ""
        if rest.startswith("<!--"):
            end = "-->"
        elif name in _RAW:
            end = f"</{name}>"
        elif name in BLOCKS or (name in INLINE and not current and _ALONE.match(rest)):
            end = "\n"
        else:
            return False
        self._begin(matched)
        self._html = end
        self._rows.append(Row(rest, at))
        if end in rest.lower():
            self._end()
        return True

    def _raw(self, line: str, at: int, start: int) -> None:
        """Take a line of a code block or an HTML block."""
        if self._fence:
            words = line[start:].strip()
            if words.startswith(self._fence) and not words.strip(self._fence[0]):
                self._fence = ""
            return
        self._rows.append(Row(line[start:], at + start))
        if self._html in line.lower():
            self._end()

    def _begin(self, matched: int) -> None:
        """End the open block and all containers but the first `matched`: a new block begins."""
        self._end()
        if matched < len(self._containers):
            self._fence = ""
            self._fresh = False
            del self._containers[matched:]

    def _end(self) -> None:
        """End the open paragraph, HTML block or table."""
        self._columns = 0
        html, self._html = self._html, ""
        rows, self._rows = self._rows, []
        if rows and not html and rows[0].text[0] == "[":
            rows = self._defined(rows)
        if rows:
            self._add("html" if html else "paragraph", 0, rows)

    def _underline(self, level: int) -> None:
        rows, self._rows = self._rows, []
        if rows[0].text[0] == "[":
            rows = self._defined(rows)
        if rows:
            short = sum(len(row.text) for row in rows) <= _TITLE
            self._add("heading" if short else "paragraph", level if short else 0, rows)

    def _row(self, text: str, at: int) -> None:
        self._row_of(_cells(Row(text, at))[: self._columns])

    def _row_of(self, cells: list[Row]) -> None:
        for column, cell in enumerate(cells):
            self._add("cell", column, [cell])

    def _add(self, kind: str, level: int, rows: list[Row]) -> None:
        if self._fresh and kind == "paragraph":
            kind = "item"
            rows = _unchecked(rows)
            level = sum(container.kind == "item" for container in self._containers)
        self._fresh = False
        self.leaves.append(Leaf(kind, level, rows))

    def _defined(self, rows: list[Row]) -> list[Row]:
        """Take the definitions of references off the beginning of a paragraph."""
        text = "\n".join(row.text for row in rows)
        at = taken = 0
        while at < len(text) and (found := _DEFINITION.match(text, at)):
            if found["label"] == "//":  # the usual way to write a comment in Markdown
                self.leaves.append(Leaf("comment", 0, rows[taken : taken + 1]))
            self.references.add(label(found["label"]))
            taken += text.count("\n", at, found.end())
            at = found.end()
        return rows[taken:] if at < len(text) else []


def _lead(line: str, start: int) -> int:
    return _after(_LEAD, line, start)


def _after(pattern: re.Pattern[str], line: str, start: int) -> int:
    found = pattern.match(line, start)
    return found.end() if found else start


def _column(line: str, at: int) -> int:
    """Return the column of an offset in a line; tabs stop at every fourth."""
    return len(line[:at].expandtabs(4)) if "\t" in line[:at] else at


def _item(line: str, first: int, column: int, *, interrupts: bool) -> tuple[int, int] | None:
    """Return the column of the content of the item that begins at `first`, and its offset."""
    found = _MARKER.match(line, first)
    if not found:
        return None
    after = _lead(line, found.end())
    if interrupts and (after == len(line) or found["number"] not in (None, "1")):
        return None  # a year or a dash at the beginning of a line of prose
    width = found.end() - first
    blanks = _column(line, after) - column - width
    if after == len(line) or blanks > 4:
        blanks = 1
    return column + width + blanks, found.end()


def _unchecked(rows: list[Row]) -> list[Row]:
    """Take the box off an item that can be ticked."""
    text, at = rows[0]
    box = _BOX.match(text)
    return [Row(text[box.end() :], at + box.end()), *rows[1:]] if box else rows


def _untailed(text: str) -> str:
    """Take the closing signs and the attributes off the words of a heading."""
    text = text.rstrip()
    brace = text.rfind("{")
    if text.endswith("}") and text[brace + 1 : brace + 2] in ("#", ".", ":"):
        text = text[:brace].rstrip()
    words = text.rstrip("#")
    return words.rstrip() if not words or words[-1] in " \t" else text


def _cells(row: Row) -> list[Row]:
    """Cut a row of a table at its pipes."""
    text = row.text.rstrip()
    start = int(text.startswith("|"))
    cells: list[Row] = []
    for pipe in _PIPE.finditer(text, start):
        if pipe.group() == "|":
            cells.append(Row(text[start : pipe.start()], row.at + start))
            start = pipe.end()
    if start < len(text):
        cells.append(Row(text[start:], row.at + start))
    return cells
