"""Turns the bytes of a file into clean text, with a map back to the text as it was written."""

from __future__ import annotations

import re
from typing import NamedTuple

from jdlint.document import Repair, SourceMap
from jdlint.errors import Unreadable

SIZE_LIMIT = 10_000_000  # bytes


class Decoded(NamedTuple):
    """The text of a file.

    `source` is the text as decoded, without a byte order mark: places are given in it. `text` is
    what a reader reads; `map` leads from `text` to `source` and is None where they are the same.
    The spans of `repairs` are spans of `text`.
    """

    source: str
    text: str
    map: SourceMap | None = None
    repairs: tuple[Repair, ...] = ()


def decode(data: bytes, path: str) -> Decoded:
    """Decode a file; raise Unreadable where it is too large or no text."""
    if len(data) > SIZE_LIMIT:
        message = f"larger than {SIZE_LIMIT // 1_000_000} MB; a posting is a few pages"
        raise Unreadable(message, path=path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        source = data.decode("utf-16", "replace")
    else:
        source = data.decode("utf-8-sig", "replace")
    text = re.sub(r"\r\n?", "\n", source)
    return Decoded(source, text)
