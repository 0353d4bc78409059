"""Puts this project's readability figures beside those of the package textstat."""

from __future__ import annotations

from functools import cache
from typing import Any

from jdlint.document import Draft
from jdlint.metrics import count, dale_chall, metrics, prose, total, unfamiliar
from jdlint.outline import label
from jdlint.text import Span

# the whole table of textstat for English: name → what a person calls it
REFERENCE = {
    "flesch_reading_ease": "Flesch reading ease",
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "smog_index": "SMOG",
    "coleman_liau_index": "Coleman-Liau",
    "automated_readability_index": "ARI",
    "dale_chall_readability_score": "Dale-Chall",
    "dale_chall_readability_score_v2": "New Dale-Chall",
    "gunning_fog": "Gunning Fog",
    "linsear_write_formula": "Linsear Write",
    "spache_readability": "Spache",
    "lix": "LIX",
    "rix": "RIX",
    "mcalpine_eflaw": "McAlpine EFLAW",
    "text_standard": "Consensus grade",
    "reading_time": "Reading time, seconds",
    "sentence_count": "Sentences",
    "lexicon_count": "Words",
    "syllable_count": "Syllables",
    "polysyllabcount": "Words of three syllables and more",
    "monosyllabcount": "Words of one syllable",
    "difficult_words": "Difficult words",
    "char_count": "Characters",
    "letter_count": "Letters",
}
# names of textstat that count what we count
COUNTS = {
    "sentences": "sentence_count",
    "words": "lexicon_count",
    "syllables": "syllable_count",
    "polysyllables": "polysyllabcount",
    "characters": "char_count",
    "letters": "letter_count",
}


def table(draft: Draft, span: Span | None = None) -> dict[str, dict[str, float | str]]:
    """Return the figures of a draft, or of a part of it, under `jdlint` and `textstat`.

    textstat is given the same blocks, a line each, as a program would that knows nothing of lists.
    """
    texts = [
        draft.document.cut(block.span)
        for block in prose(draft)
        if span is None or span.contains(block.span)
    ]
    return {"jdlint": _ours(texts), "textstat": _reference("\n".join(texts))}


def parts(draft: Draft) -> list[tuple[str, Span]]:
    """Return the sections of a draft, by their labels."""
    return [(label(section.kind), section.span) for section in draft.sections]


def _ours(texts: list[str]) -> dict[str, float | str]:
    counts = total(count(text) for text in texts)
    found = metrics(counts)
    if found is None:
        return {}
    counted = {COUNTS[name]: value for name, value in counts._asdict().items()}
    hard = sum(unfamiliar(text, easy_words()) for text in texts)
    rounded = {name: round(value, 2) for name, value in found._asdict().items()}
    score = round(dale_chall(counts, hard), 2)
    return {**rounded, "dale_chall_readability_score": score, **counted}


@cache
def easy_words() -> frozenset[str]:
    """Return the words that Dale and Chall count as known to all, as the package textstat has them.

    The list is read when figures are asked for, never in a check.
    """
    from importlib.resources import files

    words = files("textstat").joinpath("resources", "en", "easy_words.txt")
    return frozenset(words.read_text("utf-8").split())


def _reference(text: str) -> dict[str, Any]:
    from textstat import textstat

    if not text.strip():
        return {}
    found = {name: getattr(textstat, name)(text) for name in REFERENCE}
    return {n: round(v, 2) if isinstance(v, float) else v for n, v in found.items()}
