"""Finds headings by their look: set as one, bold, in capitals, with a colon, run in, or glued."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jdlint.document import Block, Document
from jdlint.outline.headings import classify, label, listed, plain
from jdlint.patterns import regex
from jdlint.text import Span


class Heading(NamedTuple):
    """Words that open a section. `kind` is None where they do not tell which.

    `strength` orders looks: a section is not cut by a subheading of a weaker look.
    """

    span: Span
    kind: str | None
    strength: float


_SHORT = 20  # words; a shorter entry states one fact
_NO_RUN_IN = ("other", "title-block", "about-employer", "summary")
_ASIDES = ("note", "please note", "disclosure", "important")
_LONG = 400  # characters; in a longer paragraph headings may be glued to sentences


def headings(document: Document) -> dict[int, tuple[Heading, ...]]:
    """Return the headings in each block that has any, by the block's position."""
    found: dict[int, tuple[Heading, ...]] = {}
    for number, block in enumerate(document.blocks):
        words = document.cut(block.span)
        one = _whole(document, number, words) or _run_in(document, block, words)
        if one is not None:
            found[number] = (one,)
        elif len(words) > _LONG:
            glued = tuple(_glued(words, block.span.start))
            if glued:
                found[number] = glued
    return found


def _whole(document: Document, number: int, words: str) -> Heading | None:
    """Take a whole block as a heading, if it looks like one."""
    block = document.blocks[number]
    last = number + 1 >= len(document.blocks)
    if block.kind == "heading":
        known = classify(words)
        return Heading(block.span, known.kind if known else None, 7.0 - block.level)
    if block.kind != "paragraph" or last or len(words) > 110:
        return None
    if _ENTRY.search(words) and not block.bold:
        return None
    count = len(words.split())
    bare = words.rstrip(" *_")
    ends_open = bare.endswith((":", "…", "?"))
    if count > 14 or (bare.endswith((".", "!", ",", ";")) and not bare.endswith("...")):
        return None
    if not any(c.isalpha() for c in words) or not plain(words):
        return None
    known = classify(words)
    following = document.blocks[number + 1]
    capitals = words.upper() == words and count <= 9
    if block.bold and count <= 12:
        return Heading(block.span, known.kind if known else None, 0.6)
    framed = words.startswith(("===", "---", "***", "##"))
    if known is None:
        opens_list = following.kind == "item" and (ends_open or capitals)
        return Heading(block.span, None, 0.3) if (framed or opens_list) else None
    if known.listed and count <= 8:
        return Heading(block.span, known.kind, 0.5)
    if capitals or framed:
        return Heading(block.span, known.kind, 0.5)
    if ends_open and (count <= 8 or following.kind == "item"):
        return Heading(block.span, known.kind, 0.4)
    titled = sum(1 for w in words.split() if w[:1].isupper() or len(w) <= 3) >= count * 0.75
    if count <= 6 and titled and words[:1].isupper() and len(document.cut(following.span)) > 12:
        return Heading(block.span, known.kind, 0.4)
    return None


_ENTRY = regex(r"\w\s?:\s+\S")  # “Location: Denver”
_NAME = regex(r"[^\w\n]{0,4}([A-Z][\w ,/&'’()-]{2,48}?)\s?[:–—]\s?(?=\S)")


def _run_in(document: Document, block: Block, words: str) -> Heading | None:
    """Take the first words of a paragraph as its heading: “Location: Denver”."""
    if block.kind != "paragraph":
        return None
    found = _NAME.match(words)
    if not found:
        return None
    name = found.group(1)
    if len(name.split()) > 6:
        return None
    span = Span(block.span.start + found.start(1), block.span.start + found.end(1))
    known = classify(name)
    if known is None or plain(name) in _ASIDES:
        return None
    if label(known.kind) in _NO_RUN_IN and len(words.split()) <= _SHORT:
        return None
    bold = any(run.start <= span.start and run.end >= span.end for run in document.bold)
    separated = words[found.end(1) :].lstrip().startswith(":")
    if (known.listed and separated) or bold:
        return Heading(span, known.kind, 0.35)
    return None


@cache
def _known_words() -> dict[str, tuple[str, ...]]:
    """Return the headings on the list that may stand glued, longest first, by four letters."""
    by_start: dict[str, tuple[str, ...]] = {}
    for words in sorted(listed(), key=len, reverse=True):
        if len(words) > 8 or words in _SURE:
            by_start[words[:4]] = (*by_start.get(words[:4], ()), words)
    return by_start


_OPENING = regex(r"(?:(?<=[.!?;)a-z])|(?<=[.!?;)a-z] ))(?=[A-Z])")
_CLOSING = regex(r"\s?:|(?=[A-Z•·*-])| (?=[A-Z•·*-])")
_SURE = frozenset({"benefits", "duties", "pay", "skills", "salary", "location", "schedule"})


def _glued(words: str, start: int) -> Iterator[Heading]:
    for found in _candidates(words):
        text = words[found.start : found.end]
        parts = [w for w in re.findall(r"\w+", text) if len(w) > 3]
        if not parts or not all(w[0].isupper() for w in parts):
            continue
        after = words[found.end : found.end + 2].strip()
        touching = words[found.start - 1] != " "
        ended = words[: found.start].rstrip()[-1] in ".!?:;)"
        separated = after.startswith(":") or after[:1].isupper()
        if not touching and not (ended and separated):
            continue
        known = classify(text)
        if known is not None:
            yield Heading(Span(start + found.start, start + found.end), known.kind, 0.3)


def _candidates(words: str) -> Iterator[Span]:
    lower = words.lower().replace("’", "'")
    if len(lower) != len(words):
        return
    known, done = _known_words(), 0
    for opening in _OPENING.finditer(words):
        at = opening.start()
        if at < done:
            continue
        for phrase in known.get(lower[at : at + 4], ()):
            end = at + len(phrase)
            if lower.startswith(phrase, at) and _CLOSING.match(words, end):
                yield Span(at, end)
                done = end
                break
