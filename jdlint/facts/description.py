"""Writes the prose of a document as the plain HTML that job boards take."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from jdlint.document import Block, Document


def description(document: Document, *, without: str = "") -> str:
    """Return the prose as paragraphs, headings and lists, one element a line.

    Every character of the prose is escaped. A first block that says no more than `without` (the
    title, which has a property of its own) is left out; the cells of a row become one paragraph.
    """
    blocks = document.blocks
    if blocks and _same(document.cut(blocks[0].span), without):
        blocks = blocks[1:]
    return "\n".join(_elements(document, blocks))


def _elements(document: Document, blocks: tuple[Block, ...]) -> Iterator[str]:
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        if kind == "item":
            yield "<ul>"
            yield from (f"<li>{_text(document, block)}</li>" for block in run)
            yield "</ul>"
        elif kind == "cell":
            yield from (f"<p>{row}</p>" for row in _rows(document, run))
        elif kind == "heading":
            for block in run:
                level = min(max(block.level, 1), 5)
                yield f"<h{level}>{_text(document, block)}</h{level}>"
        else:
            yield from (f"<p>{_text(document, block)}</p>" for block in run)


def _rows(document: Document, cells: Iterator[Block]) -> Iterator[str]:
    row: list[str] = []
    column = -1
    for cell in cells:
        if row and cell.level <= column:
            yield " | ".join(row)
            row = []
        row.append(_text(document, cell))
        column = cell.level
    if row:
        yield " | ".join(row)


def _text(document: Document, block: Block) -> str:
    return escape(document.cut(block.span), quote=False)


def _same(text: str, other: str) -> bool:
    return bool(other) and text.strip(" :").casefold() == other.strip(" :").casefold()
