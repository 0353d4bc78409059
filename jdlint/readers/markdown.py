"""Reads Markdown, with the place of every character."""

from __future__ import annotations

import re

from jdlint.document import Document
from jdlint.readers.decoding import decode
from jdlint.readers.prose import Prose

_HEADING = re.compile(r" {0,3}(#{1,6})\s+")
_BULLET = re.compile(r"(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?=\S)")
_RULE = re.compile(r"\s*([-*_=]\s*){3,}$")
_INLINE = re.compile(
    r"<!--(?P<comment>.*?)-->|<[^<>]{1,300}>|!?\[(?P<label>[^\[\]]*)\]\([^()\s]*\)"
    r"|(?P<mark>\*{1,3}|`+|~~|(?<!\w)_+|_+(?!\w))|\\(?P<escaped>[!-/:-@\[-`{-~])",
)


def read(data: bytes, path: str) -> tuple[Document, ...]:
    """Read a Markdown file."""
    decoded = decode(data, path)
    text = decoded.text
    prose = Prose()
    at = 0
    front = re.match(r"(---|\+\+\+)\n.*?\n\1[ \t]*\n", text, re.DOTALL)
    if front:
        at = front.end()
    for line in text[at:].split("\n"):
        heading, bullet = _HEADING.match(line), _BULLET.match(line)
        start = 0
        if not line.strip() or _RULE.match(line):
            prose.end()
        elif heading:
            prose.begin("heading", len(heading[1]))
            start = heading.end()
        elif bullet:
            prose.begin("item", 1 + len(bullet[1]) // 2)
            start = bullet.end()
        if start < len(line):
            _inline(line, start, at, prose)
            prose.write("\n", at + len(line))
        if heading:
            prose.end()
        at += len(line) + 1
    return (
        prose.document(
            path=path,
            format="markdown",
            text=decoded.source,
            outer=decoded.map,
            repairs=decoded.repairs,
        ),
    )


def _inline(line: str, start: int, at: int, prose: Prose) -> None:
    bold = False
    for found in _INLINE.finditer(line, start):
        prose.write(line[start : found.start()], at + start, bold=bold)
        start = found.end()
        if found["comment"]:
            prose.comment(found["comment"], at + found.start(), start - found.start())
        elif found["label"]:
            prose.write(found["label"], at + found.start("label"), bold=bold)
        elif found["escaped"]:
            prose.write(found["escaped"], at + found.start(), 2, bold=bold)
        elif found["mark"] in ("**", "***"):
            bold = not bold
    prose.write(line[start:], at + start, bold=bold)
