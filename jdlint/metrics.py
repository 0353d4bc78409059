"""Measures how hard a draft is to read, counting sentences block by block.

A list item, a table cell and a paragraph are read one by one, so that eight bullets without full
stops are eight sentences and not one of ninety words. The formulas are the published ones; words
and characters are counted as the package textstat counts them, so that figures can be compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from jdlint.document import Block, Draft
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.syllables import syllables
from jdlint.text import Span

_WORD = regex(r"[^\W_]+(?:[-'\u2019.&/][^\W_]+){0,12}")
_END = regex(r"[.!?]{1,6}[\"'\u201d\u2019)\]]{0,3}(?=[\s\u2022]|\Z)|(?<=[\w),])\s?(?=\u2022)")
_NO_END = regex(
    r"(?:\b(?:e\.g|i\.e|etc|vs|dr|mr|mrs|ms|st|no|inc|jr|sr|ph\.d|approx|min|max|dept|ave|u\.s|a\.m|p\.m|lbs?|hrs?|yrs?)|\b[A-Za-z])\.\Z",
    2,
)
_PARTS = regex(r"[-./&]")


class Counts(NamedTuple):
    """What is counted in a stretch of text.

    `characters` are all but spaces, `letters` are letters and figures, `polysyllables` are words of
    three syllables and more.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    polysyllables: int = 0
    characters: int = 0
    letters: int = 0


def total(counted: Iterable[Counts]) -> Counts:
    """Add up what was counted in the parts of a text."""
    return Counts(*map(sum, zip(*counted, strict=True)))


class Metrics(NamedTuple):
    """The figures of the formulas; all but the reading ease are grades, in years of school."""

    flesch_reading_ease: float
    flesch_kincaid_grade: float
    smog_index: float
    coleman_liau_index: float
    automated_readability_index: float


def metrics(counts: Counts) -> Metrics | None:
    """Return the figures for what was counted; None where there are no words.

    Flesch (1948), Kincaid and others (1975), McLaughlin (1969), Coleman and Liau (1975), Smith and
    Senter (1967).
    """
    if not counts.words:
        return None
    length = counts.words / counts.sentences
    spoken = counts.syllables / counts.words
    letters, sentences = counts.letters / counts.words, counts.sentences / counts.words
    return Metrics(
        206.835 - 1.015 * length - 84.6 * spoken,
        0.39 * length + 11.8 * spoken - 15.59,
        1.043 * sqrt(30 * counts.polysyllables / counts.sentences) + 3.1291,
        0.058 * 100 * letters - 0.296 * 100 * sentences - 15.8,
        4.71 * counts.characters / counts.words + 0.5 * length - 21.43,
    )


def dale_chall(counts: Counts, hard: int) -> float:
    """Return the score of Dale and Chall (1948); `hard` of the words counted are unfamiliar.

    No grade of school: below 5 it is easy for a child of ten, above 9 it is for students. It holds
    for whatever was counted, a draft, a section, a sentence or an item, if there are words in it.
    """
    share = 100 * hard / counts.words
    score = 0.1579 * share + 0.0496 * counts.words / counts.sentences
    return score + (3.6365 if share > 5 else 0)


def unfamiliar(text: str, easy: Collection[str]) -> int:
    """Count the words of a text that are not `easy`; inflected forms count as words of their own.

    The list of words is given, because it is long and no check needs it.
    """
    words = ("".join(c for c in word if c.isalnum() or c == "'") for word in text.lower().split())
    return sum(bool(word) and word not in easy for word in words)


def count(text: str) -> Counts:
    """Count a text that is one block: a paragraph, an item, a cell."""
    return total(_counted(text[start:end]) for start, end in sentences(text))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of one block begin and end; those without a word are left out."""
    start = 0
    for found in _END.finditer(text):
        if _NO_END.search(text, max(0, found.start() - 8), found.start() + 1):
            continue
        if _WORD.search(text, start, found.end()):
            yield start, found.end()
        start = found.end()
    if _WORD.search(text, start):
        yield start, len(text)


@lru_cache(maxsize=4096)
def _counted(sentence: str) -> Counts:
    words = spoken = long = letters = 0
    for found in _WORD.finditer(sentence):
        word = found.group()
        number = _syllables(word)
        words += 1
        spoken += number
        long += number > 2
        letters += sum(map(str.isalnum, word))
    if not words:
        return Counts()
    return Counts(1, words, spoken, long, len("".join(sentence.split())), letters)


@lru_cache(maxsize=8192)
def _syllables(word: str) -> int:
    if word.isdigit():
        return 1
    lower = word.lower().replace("\u2019", "'")
    return sum(syllables(part) for part in _PARTS.split(lower) if part)


def prose(draft: Draft, without: Collection[str] = ()) -> Iterator[Block]:
    """Yield the blocks that are read as text: no headings, no table cells of a word or two.

    `without` names sections by their labels. Of the title block, which holds title, place and pay,
    only sentences are read.
    """
    for block in draft.document.blocks:
        if block.kind == "heading":
            continue
        section = draft.section_at(block.span.start)
        kind = label(section.kind) if section else "other"
        if kind in without:
            continue
        short = block.span.end - block.span.start < 40
        if short and (kind == "title-block" or block.kind in ("cell", "paragraph")):
            continue
        yield block


def measure(draft: Draft, without: Collection[str] = (), span: Span | None = None) -> Counts:
    """Count the prose of a draft, or of a part of it."""
    return total(
        count(draft.document.cut(block.span))
        for block in prose(draft, without)
        if span is None or span.contains(block.span)
    )
