"""Turns HTML into the blocks that a reader of the page sees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from jdlint.patterns import regex
from jdlint.readers.bullets import markers
from jdlint.readers.cleaning import INVISIBLE
from jdlint.readers.elements import BLOCKS, Element, Elements, Region, Row
from jdlint.readers.prose import Prose
from jdlint.readers.references import runs
from jdlint.readers.tags import Token, tokens

_BLOCK_TAG = regex(
    r"<(?:p|br|div|li|[uo]l|h[1-6]|t[drh]|table|section|article|body|dd|dt|pre)(?=[\s/>])",
    re.IGNORECASE,
)
_RULE = regex(r"[-=_*~#+.•·─━═–—|\s]{3,}\Z")
_LONE_BULLETS = frozenset("•●·▪■○◦‣-–*\uf0b7\uf0a7")
_GLANCE = 80  # characters of a block that are looked at to find its bullet
_HEADING_BLOCKS = 4  # a heading that holds more was never closed
_CELL_BLOCKS = 3  # a cell that holds more is there for the layout of the page


class Run(NamedTuple):
    """A stretch of text in a block; it has a width where it does not stand there verbatim."""

    text: str
    at: int
    width: int | None
    bold: bool


class Comment(NamedTuple):
    """A comment in a block, from `at` to `end`."""

    text: str
    at: int
    end: int


@dataclass(slots=True, eq=False)
class Part:
    """A block to be."""

    kind: str
    level: int
    heading: Element | None = None
    row: Row | None = None
    column: int = 0
    regions: tuple[Region, ...] = ()
    content: list[Run | Comment] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The text of the block with its white space as it stands."""
        return "".join(run.text for run in self.content if isinstance(run, Run))

    @property
    def start(self) -> str:
        """The beginning of the text without white space around."""
        words = ""
        for run in self.content:
            if isinstance(run, Run):
                words += run.text if words else run.text.lstrip()
                if len(words) >= _GLANCE:
                    break
        return words[:_GLANCE].rstrip()

    def drop(self, count: int) -> None:
        """Take `count` characters away from the start, and the white space before them."""
        for at, run in enumerate(self.content):
            if isinstance(run, Comment):
                continue
            lead = len(run.text) - len(run.text.lstrip())
            gone = min(lead + count, len(run.text))
            count -= gone - lead
            moved = gone if run.width is None else 0
            self.content[at] = run._replace(text=run.text[gone:], at=run.at + moved)
            if count <= 0:
                return

    def write(self, prose: Prose, at: int) -> None:
        """Write the block to `prose`; offsets of source are counted from `at`."""
        prose.begin(self.kind, self.level)
        for run in self.content:
            if isinstance(run, Comment):
                prose.comment(run.text, run.at + at, run.end - run.at)
            else:
                prose.write(run.text, run.at + at, run.width, bold=run.bold)


def write(text: str, prose: Prose, at: int = 0, *, kind: str = "paragraph", level: int = 0) -> None:
    """Write the blocks of HTML to `prose`; `text` begins at the source offset `at`.

    What stands in no element of its own becomes a block of `kind`.
    """
    for part in itemized(Parser(text, kind, level).parts):
        part.write(prose, at)
    prose.end()


class Parser:
    """Reads a page: its parts, its title, and the data in its scripts."""

    def __init__(self, text: str, kind: str = "paragraph", level: int = 0) -> None:
        self.parts: list[Part] = []
        self.title: tuple[int, int] | None = None  # where the words of <title> stand
        self.data: list[tuple[int, int]] = []  # where the text of each script with JSON-LD stands
        self._text = text
        self._part: Part | None = None
        self._elements = Elements(kind, level, breaks=not _BLOCK_TAG.search(text))
        self._script = ""  # attributes of the last script
        for token in tokens(text):
            self._token(token)

    def _token(self, token: Token) -> None:
        kind, name = token.kind, token.name
        if kind == "text":
            self._words(token.inner, token.until)
        elif kind == "open":
            if name in BLOCKS or name == "br":
                self._part = None
            attributes = self._text[token.inner : token.until]
            if name == "script":
                self._script = attributes
            self._elements.begin(name, attributes)
        elif kind == "close":
            if name in BLOCKS or name == "br":
                self._part = None
            self._elements.end(name)
        elif kind == "comment":
            words = self._text[token.inner : token.until]
            if "jdlint" in words and not self._elements.innermost.hidden:
                self._here().content.append(Comment(words, token.start, token.end))
        elif name == "script" and "ld+json" in self._script.lower():
            self.data.append((token.inner, token.until))
        elif name == "title" and self.title is None:
            self.title = (token.inner, token.until)

    def _here(self) -> Part:
        if self._part is None:
            element = self._elements.innermost
            self._part = Part(element.kind, element.level, element.heading)
            if element.rows:
                self._part.row, self._part.column = element.rows[-1], element.rows[-1].columns
            self._part.regions = element.regions
            self.parts.append(self._part)
        return self._part

    def _words(self, start: int, end: int) -> None:
        element = self._elements.innermost
        if element.hidden:
            return
        if not element.breaks:
            self._line(start, end, bold=element.bold)
            return
        for number, line in enumerate(self._text[start:end].split("\n")):
            if number:
                self._part = None
            self._line(start, start + len(line), bold=element.bold)
            start += len(line) + 1

    def _line(self, start: int, end: int, *, bold: bool) -> None:
        if start == end or (self._part is None and self._text[start:end].isspace()):
            return
        part = self._here()
        for text, at, width in runs(self._text, start, end):
            for seen in _seen(Run(text, at, width, bold)):
                part.content.append(seen)
        for region in part.regions:
            region.size += end - start


def _seen(run: Run) -> Iterator[Run]:
    """Leave out what no reader sees: zero-width blanks, soft hyphens."""
    if not INVISIBLE.search(run.text):
        yield run
        return
    at = 0
    for found in INVISIBLE.finditer(run.text):
        if found.start() > at:
            moved = at if run.width is None else 0
            yield run._replace(text=run.text[at : found.start()], at=run.at + moved)
        at = found.end()
    if at < len(run.text):
        moved = at if run.width is None else 0
        yield run._replace(text=run.text[at:], at=run.at + moved)


def itemized(parts: Iterable[Part]) -> Iterator[Part]:
    """Settle what kind of block each part is: tables for layout, typed bullets, open headings."""
    found = [part for part in parts if part.content]
    _settle_headings(found)
    _settle_cells(found)
    starts = [part.start for part in found]
    listed = [part.kind in ("paragraph", "item") for part in found]
    typed = markers([s if s and own else "." for s, own in zip(starts, listed, strict=True)])
    bare = False
    for part, start, mark in zip(found, starts, typed, strict=True):
        if start in _LONE_BULLETS:
            bare = True
            continue
        if _RULE.match(start):
            continue
        if mark and part.kind == "paragraph":
            part.kind, part.level = "item", max(1, part.level)
            part.drop(mark.width)
        elif mark and mark.kind in ("sign", "dash"):
            part.drop(mark.width)
        elif bare and part.kind in ("paragraph", "cell"):
            part.kind, part.level = "item", 1
        if start:
            bare = False
        yield part


def _settle_headings(parts: list[Part]) -> None:
    """Make paragraphs of what follows the first block of a heading that was never closed."""
    blocks: dict[Element, list[Part]] = {}
    for part in parts:
        if part.kind == "heading" and part.heading is not None and part.start:
            blocks.setdefault(part.heading, []).append(part)
    for inside in blocks.values():
        if len(inside) > _HEADING_BLOCKS:
            for part in inside[1:]:
                part.kind, part.level = "paragraph", 0


def _settle_cells(parts: list[Part]) -> None:
    """Make paragraphs of the cells of a row that is there for the layout of the page."""
    rows: dict[Row, list[Part]] = {}
    for part in parts:
        if part.row is not None and part.start:
            rows.setdefault(part.row, []).append(part)
    for inside in rows.values():
        columns = Counter(part.column for part in inside)
        laid_out = any(part.kind != "cell" for part in inside)
        if len(columns) < 2 or laid_out or max(columns.values()) > _CELL_BLOCKS:
            for part in inside:
                if part.kind == "cell":
                    part.kind, part.level = "paragraph", 0
