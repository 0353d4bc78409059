"""Reads plain text: one block a line or a wrapped paragraph, bullets taken off."""

from __future__ import annotations

import re

from jdlint.document import Document
from jdlint.readers.decoding import decode
from jdlint.readers.prose import Prose

_BULLET = re.compile(r"(\s*)(?:[-*•·–▪●○◦‣+]|o|\d{1,2}[.)])\s+(?=\S)")


def read(data: bytes, path: str) -> tuple[Document, ...]:
    """Read a text file; a line is a block."""
    decoded = decode(data, path)
    prose = Prose()
    at = 0
    for line in decoded.text.split("\n"):
        bullet = _BULLET.match(line)
        if bullet:
            prose.begin("item", 1)
            prose.write(line[bullet.end() :], at + bullet.end())
        elif any(character.isalnum() for character in line):
            prose.begin("paragraph")
            prose.write(line, at)
        at += len(line) + 1
    return (
        prose.document(
            path=path,
            format="plain",
            text=decoded.source,
            outer=decoded.map,
            repairs=decoded.repairs,
        ),
    )
