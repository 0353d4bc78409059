"""Reads the character references of HTML (`&rsquo;`, `&#8217;`), with the place of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jdlint.document import Piece
from jdlint.patterns import regex

REFERENCE = regex(r"&(?:#(?:0{0,9}[0-9]{1,7}|[xX][0-9a-fA-F]{1,8});?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
_COMMON = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&apos;": "'",
    "&nbsp;": "\u00a0",
    "&lsquo;": "\u2018",
    "&rsquo;": "\u2019",
    "&ldquo;": "\u201c",
    "&rdquo;": "\u201d",
    "&ndash;": "\u2013",
    "&mdash;": "\u2014",
    "&bull;": "\u2022",
    "&middot;": "\u00b7",
}


class Run(NamedTuple):
    """Text read at the source offset `at`; without a `width` it stands there verbatim."""

    text: str
    at: int
    width: int | None = None


def runs(text: str, start: int, end: int) -> Iterator[Run]:
    """Read the text from `start` to `end` with its references resolved."""
    if text.find("&", start, end) < 0:
        yield Run(text[start:end], start)
        return
    at = start
    for found in REFERENCE.finditer(text, start, end):
        meant, width = _meaning(found.group())
        if width:
            if found.start() > at:
                yield Run(text[at : found.start()], at)
            yield Run(meant, found.start(), width)
            at = found.start() + width
    if at < end:
        yield Run(text[at:end], at)


def _meaning(reference: str) -> tuple[str, int]:
    """Return what a reference means and how many of its characters belong to it, 0 for none."""
    if reference in _COMMON:
        return _COMMON[reference], len(reference)
    if reference[1] == "#":
        from html import unescape

        return unescape(reference), len(reference)
    from html.entities import html5

    name = reference[1:]
    if name not in html5:  # the longest old name at its beginning counts; the rest is text
        name = next((name[:n] for n in range(len(name), 1, -1) if name[:n] in html5), "")
    return (html5[name], 1 + len(name)) if name else ("", 0)


class Resolved(NamedTuple):
    """Text with its references resolved, and the runs that it was read from."""

    text: str
    pieces: tuple[Piece, ...]


def resolved(text: str) -> Resolved:
    """Resolve the references in `text` once."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for run in runs(text, 0, len(text)):
        width = len(run.text) if run.width is None else run.width
        pieces.append(Piece(length, len(run.text), run.at, width, run.width is None))
        parts.append(run.text)
        length += len(run.text)
    return Resolved("".join(parts), tuple(piece for piece in pieces if piece.length))
