"""Where in a draft a check looks, and which longer phrases excuse what it finds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from jdlint.document import Document, Draft
from jdlint.outline import label
from jdlint.text import Span


@cache
def words_of(phrase: str) -> tuple[str, ...]:
    """Split a phrase as documents split their prose; a hyphen parts words."""
    lower = phrase.lower().replace("’", "'")
    word, words = "", []
    for character in lower:
        if character.isalnum() or (character == "'" and word):
            word += character
        elif word:
            words.append(word.rstrip("'"))
            word = ""
    if word:
        words.append(word.rstrip("'"))
    return tuple(words)


def occurrences(
    document: Document, phrase: str, *, case: bool = False, compounds: bool = False
) -> Iterator[Span]:
    """Yield where a phrase stands as whole words; a blank in it also matches a hyphen.

    A word that is part of a longer hyphenated word (“read-only”) counts with `compounds` alone.
    """
    wanted = words_of(phrase)
    if not wanted:
        return
    text, words = document.text, document.words
    for at in document.index.get(wanted[0], ()):
        last = at + len(wanted) - 1
        if last >= len(words):
            continue
        if any(words[at + i].lower != wanted[i] for i in range(1, len(wanted))):
            continue
        gaps = (text[words[i].end : words[i + 1].start] for i in range(at, last))
        if any(gap not in (" ", "-", "\u2010", "\u2011", " - ", "/", ", ", "") for gap in gaps):
            continue
        span = Span(words[at].start, words[last].end)
        if not compounds and _inside_compound(text, span):
            continue
        if case and text[span.start : span.end].replace("-", " ") != phrase.replace("-", " "):
            continue
        yield span


def _inside_compound(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 2) : span.start]
    after = text[span.end : span.end + 2]
    return (len(before) == 2 and before[1] == "-" and before[0].isalnum()) or (
        len(after) == 2 and after[0] == "-" and after[1].isalnum()
    )


def excused(document: Document, phrases: Sequence[str]) -> tuple[Span, ...]:
    """Return where the phrases stand that excuse the words inside them."""
    return tuple(span for phrase in phrases for span in occurrences(document, phrase))


_BEFORE_NO_NAME = frozenset(("a", "an", "our", "the", "your", "this", "true", "real", "no"))


def named(document: Document, span: Span) -> bool:
    """Say whether words are written like a name: a capital inside a sentence in small letters.

    “notes kept in Guru” is a name, “Marketing Guru” and “a Guru” are not.
    """
    text, words = document.text, document.words
    at = bisect_left(words, span.start, key=lambda word: word.start)
    if not text[span.start].isupper() or text[span.start : span.end].isupper() or at == 0:
        return False
    before = words[at - 1]
    gap = text[before.end : span.start]
    if gap == " ":
        return text[before.start].islower() and before.lower not in _BEFORE_NO_NAME
    return gap in (", ", " (", " / ", "/")


def in_sections(
    draft: Draft, span: Span, *, only: Sequence[str] = (), unless: Sequence[str] = ()
) -> bool:
    """Say whether a span lies where a rule looks; sections go by their labels."""
    if not only and not unless:
        return True
    section = draft.section_at(span.start)
    here = label(section.kind) if section else "other"
    return here not in unless and (not only or here in only)


def as_written(instead: str, match: str) -> str:
    """Give a replacement the capitals of what it replaces."""
    if len(match) > 3 and match.isupper() and not instead.isupper():
        return instead.upper()
    if match[:1].isupper() and instead[:1].islower():
        return instead[0].upper() + instead[1:]
    return instead


def near(draft: Draft, span: Span, phrases: Sequence[str]) -> bool:
    """Say whether one of the phrases stands in the block or the section that holds a span."""
    if not phrases:
        return False
    block, section = draft.document.block_at(span.start), draft.section_at(span.start)
    around = [place.span for place in (block, section) if place is not None]
    return any(
        place.contains(found) for found in excused(draft.document, phrases) for place in around
    )
