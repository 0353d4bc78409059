"""Tells whether a draft is in English, which is the only language that jdlint reads."""

from __future__ import annotations

from jdlint.document import Draft, Fact

# The commonest words of English prose that are none of the commonest of its neighbours: they make
# up a fifth or more of English postings, and less than a fiftieth of others.
_WORDS = [
    "the",
    "and",
    "of",
    "to",
    "for",
    "with",
    "our",
    "your",
    "you",
    "will",
    "is",
    "are",
    "be",
    "as",
    "on",
    "or",
    "that",
    "this",
    "we",
    "from",
    "by",
    "at",
    "have",
    "all",
]
_ENOUGH = 80  # words; a shorter draft is taken for English
_SHARE = 0.045  # of the words; lists of places and of keywords have few such words


def language(draft: Draft) -> tuple[Fact, ...]:
    """Return one fact: `en`, or `other` for a draft of some length that is not in English."""
    document = draft.document
    total = len(document.words)
    if total < _ENOUGH:
        return (Fact(value="en"),)
    common = sum(len(document.index.get(word, ())) for word in _WORDS)
    return (Fact(value="en" if common >= _SHARE * total else "other"),)
