"""Finds what stands twice: a passage, a word, a whole posting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdlint.document import Document, Draft, Fact, Word
from jdlint.patterns import regex
from jdlint.text import Span

_RUN = 12  # so many words in the same order are no coincidence
_PASSAGE = 25  # fewer repeated words are a turn of phrase, not a passage pasted twice
_SENTENCE = 12  # a whole sentence of so many words must be among them
_POSTING = 60  # words; in anything shorter a repeated half is a repeated line

# What stands three times or more is a pattern that its author wanted: questions of a form, levels
# of a job.
_PATTERN = 3

_SENTENCES = regex(r"[^.!?]+(?:[.!?](?!\s|\Z)[^.!?]*)*[.!?]*")

# Words that may follow themselves, and those of other languages that do so every day.
_ENDINGS = ("al", "ance", "care", "ed", "ence", "er", "ing", "ist", "ity", "ment", "tion", "ive")
_DOUBLES = frozenset(
    [
        "that",
        "had",
        "so",
        "very",
        "many",
        "much",
        "bye",
        "no",
        "for",
        "or",
        "nous",
        "vous",
        "die",
        "sie",
        "der",
        "das",
    ]
)


class Repetition(Fact):
    """What stands twice; `opening` is how it begins, `words` is its length."""

    opening: str
    words: int


class _Run(NamedTuple):
    """So many words from `first` on that stand again from `second` on."""

    first: int
    second: int
    length: int


def repetition(draft: Draft) -> tuple[Repetition, ...]:
    """Return what stands twice, at its second place.

    The value is `posting` where the whole draft was pasted twice, `passage` for a paragraph or a
    sentence, `word` for a word after itself.
    """
    document = draft.document
    words = document.words
    runs = _runs(words)
    found = [*_doubled(document)]
    longest = max(runs, key=lambda run: run.length, default=_Run(0, 0, 0))
    repeated = sum(run.length for run in runs)
    enough = 0.2 * len(words) <= longest.length and 0.4 * len(words) <= repeated
    if enough and len(words) >= _POSTING:
        found.append(_fact(document, "posting", _span(words, longest), repeated))
    else:
        found += _passages(document, runs)
    return tuple(sorted(found, key=lambda fact: fact.span or Span(0, 0)))


def _runs(words: Sequence[Word]) -> list[_Run]:
    """Return the longest runs of words that stood before, in order."""
    lower = [word.lower for word in words]
    seen: dict[tuple[str, ...], int] = {}
    runs: list[_Run] = []
    at = 0
    while at + _RUN <= len(lower):
        key = tuple(lower[at : at + _RUN])
        first = seen.setdefault(key, at)
        if first + _RUN > at:
            at += 1
            continue
        length = _RUN
        while at + length < len(lower) and first + length < at:
            if lower[first + length] != lower[at + length]:
                break
            length += 1
        runs.append(_Run(first, at, length))
        for inside in range(at, min(at + length, len(lower) - _RUN)):
            seen.setdefault(tuple(lower[inside : inside + _RUN]), inside)
        at += length
    return runs


def _passages(document: Document, runs: Sequence[_Run]) -> Iterator[Repetition]:
    often = Counter(run.first for run in runs)
    for run in runs:
        if run.length < _PASSAGE or often[run.first] + 1 >= _PATTERN:
            continue
        words = document.words
        whole = _span(words, run)
        sentences = tuple(_sentences(document, whole))
        if any(length >= _SENTENCE for _, length in sentences):
            span = Span(sentences[0][0].start, sentences[-1][0].end)
            count = sum(span.start <= word.start < span.end for word in words)
            yield _fact(document, "passage", span, count)


def _sentences(document: Document, whole: Span) -> Iterator[tuple[Span, int]]:
    """Yield the sentences that stand in `whole` from end to end, with their number of words.

    Items of a list count only where they are written as sentences: lists repeat by right.
    """
    first = document.block_at(whole.start)
    for block in document.blocks_in(Span(first.span.start if first else 0, whole.end)):
        if block.kind in ("heading", "cell"):
            continue
        for match in _SENTENCES.finditer(document.text, block.span.start, block.span.end):
            text = match.group()
            start = match.start() + len(text) - len(text.lstrip())
            ended = text.rstrip().endswith((".", "!"))
            if ended and start >= whole.start and match.end() <= whole.end + 2:
                yield Span(start, match.end()), len(text.split())


def _doubled(document: Document) -> Iterator[Repetition]:
    text, before = document.text, None
    for word in document.words:
        if (
            before is not None
            and word.lower == before.lower
            and word.end - word.start > 1
            and word.lower not in _DOUBLES
            and text[before.end : word.start] == " "
            and (text[before.start : word.end].islower() or _common(word.lower))
            and text[word.end : word.end + 1] != "-"
            and text[before.start - 1 : before.start] not in ("-", "/")
        ):
            yield _fact(document, "word", Span(before.start, word.end), 1)
        before = word


def _common(word: str) -> bool:
    """Say whether a word in capitals is none of the names that are said twice: Walla Walla."""
    return len(word) > 5 and word.endswith(_ENDINGS)


def _span(words: Sequence[Word], run: _Run) -> Span:
    return Span(words[run.second].start, words[run.second + run.length - 1].end)


def _fact(document: Document, value: str, span: Span, words: int) -> Repetition:
    opening = " ".join(document.cut(span).split()[:6])
    return Repetition(value=value, span=span, opening=opening, words=words)
