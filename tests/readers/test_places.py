"""Every reader says truly where each word of its prose stands in the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from jdlint.document import Document
from jdlint.errors import Unreadable
from jdlint.readers import read
from jdlint.text import Span


class Unit(NamedTuple):
    """Some words of a draft in one style: plain, bold, italic, code, link, sign or broken."""

    style: str
    words: str


class Part(NamedTuple):
    """A block of a draft: heading, paragraph, item or cells (one unit a cell)."""

    kind: str
    units: tuple[Unit, ...]


def as_text(parts: list[Part]) -> str:
    signs = {"heading": "", "paragraph": "", "item": "• ", "cells": "| "}
    lines = []
    for part in parts:
        glue = " | " if part.kind == "cells" else " "
        end = " |" if part.kind == "cells" else ""
        lines.append(signs[part.kind] + glue.join(unit.words for unit in part.units) + end)
    return "\n\n".join(lines) + "\n"


def as_markdown(parts: list[Part]) -> str:
    styles: dict[str, Callable[[str], str]] = {
        "plain": str,
        "bold": "**{}**".format,
        "italic": "_{}_".format,
        "code": "`{}`".format,
        "link": '[{}](https://example.org/a_(b) "c")'.format,
        "sign": lambda words: words.replace("&", "&amp;").replace("’", "&rsquo;"),
        "broken": str,
    }
    signs = {"heading": "## ", "paragraph": "", "item": "  * ", "cells": "| "}
    blocks = []
    for part in parts:
        cells = part.kind == "cells"
        units = [styles[unit.style](unit.words) for unit in part.units]
        text = signs[part.kind] + (
            " | " if cells else "\n" * (part.kind == "paragraph") or " "
        ).join(units)
        blocks.append(text + " |\n" + "|---" * len(units) + "|" if cells else text)
    return "\n\n".join(blocks) + "\n"


# One row a format: the name of a file, and how a draft is written in it.
FORMATS: dict[str, Callable[[list[Part]], str]] = {
    "draft.txt": as_text,
    "draft.md": as_markdown,
}

WORDS = st.lists(
    st.sampled_from(
        [
            "nurse",
            "therapist",
            "you’ll",
            "lead",
            "caring",
            "café",
            "25",
            "$40,000",
            "U.S.",
            "night-shift",
            "🎉",
            "RN/LPN",
            "über",
            "c++",
        ]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
UNITS = st.one_of(
    st.builds(Unit, st.sampled_from(["plain", "bold", "italic", "link"]), WORDS),
    st.just(Unit("code", "code")),
    st.just(Unit("sign", "salt & you’re")),
    st.just(Unit("broken", "we’re – “new” café")),
)
PARTS = st.lists(
    st.builds(
        Part,
        st.sampled_from(["heading", "paragraph", "item", "cells"]),
        st.lists(UNITS, min_size=1, max_size=4).map(tuple),
    ),
    min_size=1,
    max_size=6,
)
BROKEN = {"’": "â€™", "–": "â€“", "“": "â€œ", "”": "â€\x9d", "é": "Ã©"}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def breaking(text: str) -> str:
    """Break the signs of the words that are written as broken."""
    whole = "we’re – “new” café"
    return text.replace(whole, "".join(BROKEN.get(sign, sign) for sign in whole))


def documents(data: bytes, path: str) -> tuple[Document, ...]:
    try:
        return read(data, path)
    except Unreadable:
        return ()


def check(document: Document, size: int) -> None:
    """Check what holds for every document, whatever it was read from."""
    text, source = document.text, document.source
    end = 0
    for block in document.blocks:
        words_of_block = document.cut(block.span)
        assert block.span.start >= end
        assert words_of_block
        assert " ".join(words_of_block.split()) == words_of_block
        assert text[block.span.end] == "\n"
        end = block.span.end + 1
    assert end == len(text)
    at = 0
    for piece in source.map.pieces:
        prose = text[piece.prose : piece.prose + piece.length]
        assert not text[at : piece.prose].strip("\n")
        assert 0 <= piece.source <= piece.source + piece.width <= size
        if piece.verbatim:
            assert source.text[piece.source : piece.source + piece.width] == prose
        at = piece.prose + piece.length
    assert not text[at:].strip("\n")
    for span in [field.source for field in document.fields]:
        assert span is None or 0 <= span.start <= span.end <= size
    for repair in document.repairs:
        assert text[repair.span.start : repair.span.end]
        assert not repair.meant or repair.meant in text[repair.span.start : repair.span.end]


@pytest.mark.parametrize("path", FORMATS)
@given(
    parts=PARTS, newline=st.sampled_from(["\n", "\r\n", "\r"]), mark=st.sampled_from(["", "\ufeff"])
)
def test_a_draft_reads_as_the_words_that_were_written(
    path: str, parts: list[Part], newline: str, mark: str
) -> None:
    written = mark + breaking(FORMATS[path](parts)).replace("\n", newline)
    (document,) = read(written.encode(), path)
    check(document, len(written))
    assert words(document.text) == [w for p in parts for u in p.units for w in words(u.words)]


@pytest.mark.parametrize("path", FORMATS)
@given(parts=PARTS, newline=st.sampled_from(["\n", "\r\n"]), data=st.data())
def test_the_source_of_some_words_reads_as_these_words(
    path: str, parts: list[Part], newline: str, data: st.DataObject
) -> None:
    written = breaking(FORMATS[path](parts)).replace("\n", newline)
    (document,) = read(written.encode(), path)
    assume(document.words)
    first, last = sorted(data.draw(st.integers(0, len(document.words) - 1)) for _ in "12")
    span = Span(document.words[first].start, document.words[last].end)
    assume(document.block_at(span.start) == document.block_at(span.end))
    place = document.source.map.span(span)
    assert place is not None
    cut = document.source.text[place.start : place.end]
    assume(
        not re.search(r"[`\[\]]", re.sub(r"\[[^\]]*\]\(.*?\"c\"\)", "", cut))
    )  # halves of markup
    again = "\n".join(document.text for document in read(cut.encode(), path))
    assert words(again) == words(document.cut(span))
    if document.source.map.verbatim(span):
        assert cut == document.cut(span)


@pytest.mark.parametrize("path", FORMATS)
@given(
    text=st.text(
        st.sampled_from("ab1é ’.:|#>*_-`~[]()!<>/&;\\\"'=+\n\n\r\t•oÂâ€™\u200b\ufffd\0"),
        max_size=80,
    )
)
@example(text="- a\n\n  b\n> - c\n\td\n")
@example(text="+++\na = [\n+++\n")
@example(text="---\na: b\n---\n| a |\n|-|\n")
def test_any_text_is_read_with_true_places(path: str, text: str) -> None:
    for document in documents(text.encode(), path):
        check(document, len(text))


@pytest.mark.parametrize("path", FORMATS)
@given(data=st.binary(max_size=200))
@example(data=b"\xff\xfea")
@example(data=b"\xff\xfe\x00\x00a\x00\x00\x00")
@example(data="title – größer".encode("utf-16"))
def test_any_bytes_are_read_or_refused(path: str, data: bytes) -> None:
    for document in documents(data, path):
        check(document, len(document.source.text))
