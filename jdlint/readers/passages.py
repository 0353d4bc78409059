"""Reads the strings of a data file as the prose they hold: HTML, Markdown or plain text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from jdlint.document import Document, Field, Labelled, Piece, Repair, SourceMap
from jdlint.patterns import regex
from jdlint.readers import markup, plain
from jdlint.readers.bullets import markers
from jdlint.readers.cleaning import Decoded, clean
from jdlint.readers.prose import Prose
from jdlint.readers.references import resolved
from jdlint.readers.values import Value
from jdlint.text import Span

_NAMES = (
    "p|br|[uo]l|li|div|span|h[1-6]|strong|b|em|i|u|a|table|tbody|tr|t[dh]|hr|blockquote|section"
    "|font|pre|su[bp]|article|body|html|d[ltd]"
)
_TAG = regex(rf"</?(?:{_NAMES})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_ESCAPED_TAG = regex(rf"&lt;/?(?:{_NAMES})(?:\s[^<>]{{0,500}}?|/)?&gt;", re.IGNORECASE)
_REFERENCE = regex(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,20}\d{0,2});")
_MARKDOWN = regex(
    r"^ {0,3}#{1,6} \S|\*\*[^\s*][^*\n]{0,200}\*\*|\[[^\[\]\n]{1,200}\]\(https?://", re.MULTILINE
)
_WORD = regex(r"[^\W_]+")
_OPENING = 40  # words by which a passage is known again
_TELLING = 40  # characters; a shorter passage may stand in another by chance


class _Passage(NamedTuple):
    text: str
    at: int
    form: str  # html | markdown | plain


class Passages:
    """The prose of a posting that is kept as data.

    What is read is put together to one text, with a map to the text of the file; `pieces` maps
    the content of a string to that text.
    """

    def __init__(self, text: str, pieces: Callable[[str, Value], Iterable[Piece]]) -> None:
        self._prose = Prose()
        self._text = text
        self._pieces_of = pieces
        self._pieces: list[Piece] = []
        self._length = 0
        self._repairs: list[Repair] = []
        self._pointers: list[tuple[int, str]] = []
        self._labelled: list[Labelled] = []
        self._openings: list[str] = []

    def heading(self, value: Value, pointer: str, level: int) -> None:
        """Write a string as a heading."""
        self._write(value, pointer, "heading", level)

    def item(self, value: Value, pointer: str) -> None:
        """Write a string as an item of a list."""
        self._write(value, pointer, "item", 1)

    def paragraph(self, value: Value, pointer: str) -> None:
        """Write a string as a paragraph, whatever it holds."""
        self._write(value, pointer, "paragraph", 0)

    def passage(self, value: Value, pointer: str) -> None:
        """Write a string with all blocks that are in it."""
        passage = self._take(value, pointer)
        if passage.form == "html":
            markup.write(passage.text, self._prose, passage.at)
        elif passage.form == "markdown":
            self._markdown(passage)
        else:
            plain.write(passage.text, self._prose, passage.at)
        self._openings.append(passage.text)

    def label(self, words: str, start: int) -> None:
        """Say that the prose from `start` on stands under a key of these words."""
        end = self.offset
        if words and end > start:
            self._labelled.append(Labelled(Span(start, end - 1), words))

    @property
    def offset(self) -> int:
        """Where in the prose the next block begins."""
        self._prose.end()
        return self._prose.offset

    def holds(self, value: Value) -> bool:
        """Say whether a passage that was written has the first words of `value` in it."""
        words = _words(value.text, _OPENING)
        return len(words) >= _TELLING and any(words in _words(text) for text in self._openings)

    def document(
        self,
        decoded: Decoded,
        path: str,
        form: str,
        *,
        fields: Iterable[Field] = (),
        part: str | None = None,
    ) -> Document:
        """Finish; `fields` have their places in the file."""
        mapping = SourceMap(tuple(self._pieces))
        repairs = [*self._repairs, *self._inward(decoded.repairs)]
        return self._prose.document(
            path=path,
            format=form,
            text=decoded.source,
            outer=mapping.through(decoded.map) if decoded.map else mapping,
            fields=fields,
            repairs=sorted(repairs),
            pointers=self._pointers if part is not None else (),
            part=part,
            labelled=sorted(self._labelled, key=lambda each: (each.span.start, -each.span.end)),
        )

    def _write(self, value: Value, pointer: str, kind: str, level: int) -> None:
        passage = self._take(value, pointer)
        if passage.form == "html":
            markup.write(passage.text, self._prose, passage.at, kind=kind, level=level)
            return
        text, at = passage.text, passage.at
        if kind == "item":
            mark = markers([text.strip()[:80] or "."])[0]
            if mark and mark.kind in ("sign", "dash"):
                lead = len(text) - len(text.lstrip()) + mark.width
                text, at = text[lead:], at + lead
        self._prose.begin(kind, level)
        self._prose.write(text, at)
        self._prose.end()

    def _markdown(self, passage: _Passage) -> None:
        plain.write(passage.text, self._prose, passage.at)

    def _take(self, value: Value, pointer: str) -> _Passage:
        """Add a string to the text that is read, free of its escapes, and say what it holds."""
        text = value.text
        mapping = SourceMap(tuple(self._pieces_of(self._text, value)))
        form = _form(text)
        if form == "escaped":
            text, inner = resolved(text)
            mapping = SourceMap(inner).through(mapping)
            form = _form(text)
        cleaned = clean(text)
        if cleaned.map is not None:
            mapping = cleaned.map.through(mapping)
        at = self._length
        for piece in mapping.pieces:
            self._pieces.append(piece._replace(prose=piece.prose + at))
        for repair in cleaned.repairs:
            span = Span(repair.span.start + at, repair.span.end + at)
            self._repairs.append(repair._replace(span=span))
        self._length += len(cleaned.text) + 1  # one more, so that passages do not touch
        self._pointers.append((self.offset, pointer))
        return _Passage(cleaned.text, at, form)

    def _inward(self, repairs: Iterable[Repair]) -> Iterator[Repair]:
        """Turn the places of repairs in the file's text into places in what was read."""
        pieces = sorted(self._pieces, key=lambda piece: piece.source)
        ends = [piece.source + piece.width for piece in pieces]
        for repair in repairs:
            at = bisect_left(ends, repair.span.start + 1)
            if at == len(pieces) or pieces[at].source >= repair.span.end:
                continue
            piece = pieces[at]
            low, high = piece.prose, piece.prose + piece.length
            if piece.verbatim:
                low += max(0, repair.span.start - piece.source)
                high = piece.prose + min(piece.length, repair.span.end - piece.source)
            yield repair._replace(span=Span(low, high))


def _form(text: str) -> str:
    if _TAG.search(text):
        return "html"
    if "&" in text and (_ESCAPED_TAG.search(text) or _REFERENCE.search(text)):
        return "escaped"
    return "markdown" if _MARKDOWN.search(text) else "plain"


def _words(text: str, most: int | None = None) -> str:
    return " ".join(_WORD.findall(_TAG.sub(" ", text).lower())[:most])
