"""Reads postings kept as JSON: schema.org's JobPosting and what applicant systems give out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from jdlint.document import Document, Field, Piece
from jdlint.errors import NoPosting, Unreadable
from jdlint.readers import json_text
from jdlint.readers.cleaning import Decoded
from jdlint.readers.decoding import decode
from jdlint.readers.passages import Passages
from jdlint.readers.payloads import Entry, Place, Posting, postings, words
from jdlint.readers.values import Malformed, Value
from jdlint.text import Span, lines

_NAMES = ("heading", "title", "name", "section")  # of the heading in an object of text


def read(data: bytes, path: str) -> tuple[Document, ...]:
    """Read the postings in a JSON file, each as a document of its own.

    Raises Unreadable where the file is no JSON, and NoPosting where no posting is in it.
    """
    decoded = decode(data, path)
    try:
        values = json_text.parse(decoded.text)
    except Malformed as error:
        raise malformed(error, decoded, path) from None
    lines = len(values) > 1
    found = [
        posting
        for number, value in enumerate(values)
        for posting in postings(value, f"/{number}" if lines else "")
    ]
    if not found:
        raise none_found(path)
    return tuple(
        document(posting, decoded, path, form="json", pieces=json_text.pieces) for posting in found
    )


def malformed(error: Malformed, decoded: Decoded, path: str) -> Unreadable:
    """Return what to tell the user about text that is not of its format."""
    if not decoded.text.strip():
        return NoPosting("the file is empty; save the posting in it", path=path)
    at = error.at
    if decoded.map is not None:
        place = decoded.map.span(Span(at, at + 1))
        at = place.start if place else at
    line = lines(decoded.source).place(min(at, len(decoded.source))).line
    return Unreadable(error.message, path=path, line=line)


def none_found(path: str) -> NoPosting:
    """Return what to tell the user about data without a posting."""
    message = (
        "no job description found in this file; jdlint looks for a title with a description or"
        " sections (schema.org JobPosting, or what an applicant system gives out)"
    )
    return NoPosting(message, path=path)


def document(
    posting: Posting,
    decoded: Decoded,
    path: str,
    *,
    form: str,
    pieces: Callable[[str, Value], Iterable[Piece]],
) -> Document:
    """Write a posting as a document; its title is the first heading, if it has one."""
    passages = Passages(decoded.text, pieces)
    title = posting.title
    if title is not None and not _begins_with(posting.entries, title.value.text):
        passages.heading(title.value, title.pointer, 1)
    for entry in posting.entries:
        if form != "yaml" and passages.holds(entry.place.value):
            continue  # feeds give a part of the description once more, under a name of its own
        start = passages.offset
        if entry.heading is not None:
            passages.heading(entry.heading.value, entry.heading.pointer, 2)
        _write(passages, entry.place)
        passages.label(entry.label, start)
    return passages.document(
        decoded,
        path,
        form,
        fields=fields(posting, decoded),
        part=posting.pointer if form != "html" else None,
    )


def fields(posting: Posting, decoded: Decoded) -> list[Field]:
    """Return the fields of a posting with their places in the file."""
    out = []
    for name, text, value in posting.fields:
        quotes = int(value.kind == "string" and value.style in ("", "'", '"'))
        span: Span | None = Span(value.start + quotes, value.end - quotes)
        if decoded.map is not None and span is not None:
            span = decoded.map.span(span)
        out.append(Field(name, text, span))
    return out


def _write(passages: Passages, place: Place) -> None:
    pointer, value = place
    if value.kind == "string":
        passages.passage(value, pointer)
    for step, child in value.children():
        inner = Place(pointer + step, child)
        if value.kind == "array" and child.kind == "string":
            passages.item(child, inner.pointer)
        elif value.kind == "object" and step[1:] in _NAMES and child.kind == "string":
            passages.heading(child, inner.pointer, 2)
        elif step[1:2] != "@":
            start = passages.offset
            _write(passages, inner)
            if value.kind == "object":
                passages.label(words(step[1:]), start)


def _begins_with(entries: Iterable[Entry], title: str) -> bool:
    """Say whether the first block of the text is the title itself."""
    text = next((entry.place.value.text for entry in entries), "")[:2000]
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("\\n", "\n")
    blocks = re.split(r"</?(?:p|h[1-6]|div|br|li|ul|section)\b[^<>]*>|\n", text)
    first = next((plain for b in blocks if (plain := re.sub(r"<[^<>]*>", "", b).strip())), "")
    return first.casefold().rstrip(" :.") == title.strip().casefold().rstrip(" :.")
