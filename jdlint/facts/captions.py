"""Finds the texts that name what a block gives: table headers, headings, short lines before it."""

from __future__ import annotations

from bisect import bisect_right

from jdlint.document import Block, Document
from jdlint.text import Span

_LINES = 8  # blocks before a block among which its name is looked for
_CELLS = 400  # cells before a cell among which the head of its column is looked for


def captions(document: Document, offset: int) -> list[str]:
    """Return what names the block at `offset`, the nearest first.

    For a cell these are the heads of its column and of its row; for any other block the line right
    before it, lines that end with a colon, and the heading above; then the key of the data file
    under which it stands. A line with digits names nothing.
    """
    blocks = document.blocks
    at = bisect_right(blocks, offset, key=_start) - 1
    if at < 0:
        return []
    if blocks[at].kind == "cell":
        return [document.cut(block.span) for block in _heads(blocks, at)]
    found: list[str] = []
    for number in range(at - 1, max(-1, at - 1 - _LINES), -1):
        block = blocks[number]
        text = document.text[max(block.span.start, block.span.end - 200) : block.span.end]
        heading = block.kind == "heading"
        short = len(text) <= 70 and (heading or (number == at - 1 and _names(text)))
        if short or text.endswith(":"):
            found.append(text)
        if heading:
            break
    return found + [key.label for key in document.labelled if _holds(key.span, offset)]


def _start(block: Block) -> int:
    return block.span.start


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def _names(text: str) -> bool:
    return text[-1] not in ".!?;," and not any(character.isdigit() for character in text)


def _heads(blocks: tuple[Block, ...], at: int) -> list[Block]:
    cell = blocks[at]
    top: Block | None = None
    row: Block | None = None
    for number in range(at - 1, max(-1, at - 1 - _CELLS), -1):
        block = blocks[number]
        if block.kind != "cell":
            break
        if block.level == cell.level:
            top = block
        if row is None and block.level == 0 and cell.level > 0:
            row = block
    return [block for block in (top, row) if block is not None]
