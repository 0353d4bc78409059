"""Reads Markdown: CommonMark with tables, footnotes, front matter and HTML, every place kept."""

from __future__ import annotations

import re
from bisect import bisect_right

from jdlint.document import Document
from jdlint.patterns import regex
from jdlint.readers import frontmatter
from jdlint.readers.bullets import SIGN
from jdlint.readers.decoding import decode
from jdlint.readers.markdown_blocks import Blocks, Leaf, Row
from jdlint.readers.markdown_elements import BLOCKS, HIDDEN, INLINE, Elements
from jdlint.readers.markdown_inline import Node, nodes
from jdlint.readers.prose import Prose
from jdlint.readers.references import runs
from jdlint.readers.tags import tokens

_SPECIAL = regex(r"[\\`*_~<\[\]&]")
_ALT = regex(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def read(data: bytes, path: str) -> tuple[Document, ...]:
    """Read the one posting of a Markdown file.

    What the front matter says becomes fields. Raises Unreadable where the file is no text, or
    with the line where its front matter is malformed.
    """
    decoded = decode(data, path)
    front = frontmatter.read(decoded.text, path)
    prose = Prose()
    write(decoded.text, prose, start=front.end)
    fields = front.fields
    if decoded.map is not None:
        fields = tuple(
            field._replace(source=decoded.map.span(field.source)) if field.source else field
            for field in fields
        )
    return (
        prose.document(
            path=path,
            format="markdown",
            text=decoded.source,
            outer=decoded.map,
            repairs=decoded.repairs,
            fields=fields,
        ),
    )


def write(text: str, prose: Prose, at: int = 0, *, start: int = 0) -> None:
    """Write the blocks of Markdown from `start` on; `text` begins at the source offset `at`."""
    blocks = Blocks()
    blocks.read(text, start, at)
    writer = _Writer(prose, blocks)
    for leaf in blocks.leaves:
        writer.write(leaf)


class _Writer:
    """Writes the blocks of one file to prose."""

    def __init__(self, prose: Prose, blocks: Blocks) -> None:
        self._prose = prose
        self._elements = Elements(prose)
        self._references = blocks.references
        self._notes = blocks.notes
        self._leaf = Leaf("paragraph", 0, [])
        self._text = ""
        self._starts = [0]  # of the rows in the text
        self._bold = 0
        self._begins = True  # nothing was written on this line yet

    def write(self, leaf: Leaf) -> None:
        """Write one block."""
        kind, level, rows = self._leaf = leaf
        self._text = text = "\n".join([row.text for row in rows]).rstrip()
        if kind == "comment":
            self._definition(rows[0])
            return
        if kind == "html":
            self._elements.begin("paragraph")
            self._place_rows(rows)
            self._html(text)
        else:
            self._elements.begin(kind, level)
            if len(rows) > 1 or _SPECIAL.search(text) or SIGN.match(text):
                self._place_rows(rows)
                self._inline(nodes(text, self._references, self._notes))
            else:
                self._prose.write(text, rows[0].at, bold=self._elements.bold > 0)
        self._prose.end()

    def _place_rows(self, rows: list[Row]) -> None:
        self._starts = [0]
        for row in rows[:-1]:
            self._starts.append(self._starts[-1] + len(row.text) + 1)
        self._bold = 0
        self._begins = True

    def _inline(self, parts: list[Node]) -> None:
        begun = until = 0  # a stretch of text not yet written
        for kind, start, end, what, run in parts:
            if kind == "text":
                if start == until:
                    until = end
                    continue
                self._words(begun, until)
                begun, until = start, end
                continue
            self._words(begun, until)
            begun = until = end
            if run is not None:
                self._bold -= run.bold_closes
                self._copy(start + run.closes, end - run.opens)
                self._bold += run.bold_opens
            elif kind == "swap":
                blank = self._text[end : end + 1].isspace()
                if not (self._begins and what in "-*+" and blank and self._item()):
                    self._swap(what, start, end)
            elif kind == "reference":
                self._referred(start, end)
            elif kind == "break":
                self._break(start, hard=what == "hard")
            elif kind == "comment":
                self._comment(start + 4, end - 3, start, end)
            else:
                self._tag(what, start, end, closes=kind == "close")
        self._words(begun, until)

    def _words(self, start: int, end: int) -> None:
        if start < end:
            self._copy(self._unmarked(start, end), end)

    def _html(self, text: str) -> None:
        hidden = ""
        for token in tokens(text):
            kind, name = token.kind, token.name
            if kind == "comment":
                self._comment(token.inner, token.until, token.start, token.end)
            elif hidden:
                hidden = "" if kind == "close" and name == hidden else hidden
            elif kind == "text":
                self._referred(token.start, token.end)
            elif kind != "raw":
                hidden = name if kind == "open" and name in HIDDEN else ""
                self._tag(name, token.start, token.end, closes=kind == "close")

    def _tag(self, name: str, start: int, end: int, *, closes: bool) -> None:
        if name == "br":
            self._break(start, hard=True)
        elif name == "img":
            found = _ALT.search(self._text, start, end)
            if found and found.lastindex:
                self._copy(*found.span(found.lastindex))
        elif name not in BLOCKS and name not in INLINE and ":" not in name:
            self._copy(start, end)  # “<clinic name>” is a gap to fill in
        elif closes:
            self._elements.close(name)
        else:
            self._elements.open(name)

    def _break(self, at: int, *, hard: bool) -> None:
        if not hard:
            self._prose.write("\n", self._place(at))
        elif self._leaf.kind == "html":
            self._elements.again()
        else:
            self._elements.begin(self._leaf.kind, self._leaf.level)
        self._begins = True

    def _unmarked(self, start: int, end: int) -> int:
        """Begin an item where a line begins with a bullet; return where its words begin."""
        sign = SIGN.match(self._text, start, end) if self._begins else None
        if sign and self._item():
            return sign.end()
        return start

    def _item(self) -> bool:
        kind, level, _ = self._leaf
        if kind == "paragraph":
            self._elements.begin("item", 1)
        elif kind == "item" and self._prose.is_open:
            self._elements.begin("item", level + 1)
        self._begins = False
        return True

    def _referred(self, start: int, end: int) -> None:
        """Write text in which references to characters are read."""
        for text, at, width in runs(self._text, start, end):
            if width is None:
                self._copy(at, at + len(text))
            elif not (self._begins and SIGN.fullmatch(text) and self._item()):
                self._swap(text, at, at + width)

    def _swap(self, text: str, start: int, end: int) -> None:
        bold = self._bold + self._elements.bold > 0
        self._prose.write(text, self._place(start), end - start, bold=bold)
        self._begins = False

    def _copy(self, start: int, end: int) -> None:
        """Write the text from `start` to `end`, which may hold several lines, as it stands."""
        if start >= end:
            return
        bold = self._bold + self._elements.bold > 0
        rows = self._leaf.rows
        number = bisect_right(self._starts, start) - 1
        while start < end:
            row, begin = rows[number], self._starts[number]
            stop = min(end, begin + len(row.text))
            if start < stop:
                self._prose.write(self._text[start:stop], row.at + start - begin, bold=bold)
                self._begins = False
            if stop < end:
                self._prose.write("\n", row.at + len(row.text))
            start = stop + 1
            number += 1

    def _place(self, at: int) -> int:
        """Return the source offset of an offset in the text."""
        number = bisect_right(self._starts, at) - 1
        return self._leaf.rows[number].at + at - self._starts[number]

    def _comment(self, inner: int, until: int, start: int, end: int) -> None:
        place = self._place(start)
        self._prose.comment(self._text[inner:until], place, self._place(end - 1) + 1 - place)

    def _definition(self, row: Row) -> None:
        """Take a definition that is a comment: `[//]: # (jdlint: ignore …)`."""
        start = row.text.find("jdlint")
        if start >= 0:
            self._prose.comment(row.text[start:].rstrip(" \t\"')"), row.at, len(row.text))
