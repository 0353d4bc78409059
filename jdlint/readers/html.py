"""Reads the posting in an HTML page or fragment, with the place of every character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jdlint.document import Document, Field, Piece
from jdlint.patterns import regex
from jdlint.readers import regions
from jdlint.readers.cleaning import Decoded
from jdlint.readers.decoding import decode
from jdlint.readers.markup import Parser, Part, itemized
from jdlint.readers.prose import Prose
from jdlint.readers.references import resolved
from jdlint.text import Span

_CHARSET = re.compile(
    rb"<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
_ANY_TAG = regex(r"<[a-zA-Z/!?]")
# titles of pages that name no job
_UNTELLING = ("", "document", "untitled", "untitled document", "job description", "job", "index")


def read(data: bytes, path: str) -> tuple[Document, ...]:
    """Read the posting in an HTML file; a page without words gives a document without blocks.

    Where the page holds schema.org's JobPosting, its data become fields, and its description is
    the posting if the page does not show it; several such postings are a document each. Raises
    Unreadable where the file is no text (see `decoding.decode`).
    """
    charset = _CHARSET.search(data[:4096])
    decoded = decode(data, path, declared=charset[1].decode("ascii", "replace") if charset else "")
    if not _ANY_TAG.search(decoded.text):
        return (_bare(decoded, path),)
    parser = Parser(decoded.text)
    content = regions.posting(parser.parts)
    if parser.data:
        from jdlint.readers import structured

        found = structured.postings(decoded.text, parser.data)
        shown = structured.shown(found, content, parser.parts)
        if shown is not None:
            fields = structured.fields(shown.posting, decoded)
            return (_document(shown.parts, decoded, path, fields),)
        hidden = structured.documents(found, decoded, path)
        if hidden:
            return hidden
    return (_document(content, decoded, path, list(_title(parser, content, decoded))),)


def _document(
    parts: Iterable[Part], decoded: Decoded, path: str, fields: Iterable[Field]
) -> Document:
    prose = Prose()
    for part in itemized(parts):
        part.write(prose, 0)
    return prose.document(
        path=path,
        format="html",
        text=decoded.source,
        outer=decoded.map,
        fields=fields,
        repairs=decoded.repairs,
    )


def _bare(decoded: Decoded, path: str) -> Document:
    """Read text without a tag, which no browser has shown to its author, as plain text."""
    from jdlint.readers.passages import Passages
    from jdlint.readers.values import Value

    def whole(_: str, value: Value) -> tuple[Piece, ...]:
        return (Piece(0, value.end, 0, value.end),) if value.end else ()

    passages = Passages(decoded.text, whole)
    passages.passage(Value("string", 0, len(decoded.text), decoded.text), "")
    return passages.document(decoded, path, "html")


def _title(parser: Parser, content: list[Part], decoded: Decoded) -> Iterator[Field]:
    """Yield the title of the page as a field where no heading can tell what the job is."""
    if parser.title is None or any(part.kind == "heading" for part in content):
        return
    start, end = parser.title
    words = " ".join(resolved(decoded.text[start:end]).text.split())
    words = words.partition(" | ")[0]
    if words.lower() not in _UNTELLING:
        span = Span(start, end)
        yield Field("title", words, decoded.map.span(span) if decoded.map else span)
