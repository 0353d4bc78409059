"""Weighs masculine-coded against feminine-coded words over a whole draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import ClassVar

from jdlint import tables
from jdlint.checks import Hit
from jdlint.checks.scope import in_sections
from jdlint.document import Draft
from jdlint.record import Record
from jdlint.text import Span
from jdlint.vocabulary import term_of_art

SIDES = ("masculine", "feminine")
_SHOWN = 8  # words that a message lists
_ROOT = 6  # letters that the forms of a word have in common
_KEY = 3  # letters of the shortest stem


class Balance(Record):
    """A draft is tilted if one side has its number of different words and `times` those of the other.

    `masculine` and `feminine` are these numbers. A word counts once, however often and in whatever
    form it stands in the draft; headings, terms of art and the sections of `unless_in` are left
    out. The words stand in rules/data/gendered_words.yaml.
    """

    masculine: int
    feminine: int
    times: int
    unless_in: tuple[str, ...] = ()

    excusable: ClassVar[bool] = False

    def find(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit about the whole draft where its wording is tilted."""
        found = coded(draft, self.unless_in)
        limits = zip(SIDES, SIDES[::-1], (self.masculine, self.feminine), strict=True)
        for side, other, limit in limits:
            heavy, light = found[side], found[other]
            if len(heavy) >= limit and len(heavy) >= self.times * max(1, len(light)):
                words = ", ".join(f"“{word}”" for word in heavy[:_SHOWN])
                if len(heavy) > _SHOWN:
                    words += " …"
                counts = {"heavy": len(heavy), "light": len(light)}
                yield Hit(None, {"side": side, "other": other, "words": words, **counts})


def coded(draft: Draft, unless_in: tuple[str, ...] = ()) -> Mapping[str, list[str]]:
    """Return the coded words of a draft by side, each once, in the order of the text."""
    document = draft.document
    found: dict[str, list[tuple[int, str]]] = {side: [] for side in SIDES}
    for word, places in document.index.items():
        side = _side(word)
        if side is None:
            continue
        for place in places:
            at = document.words[place]
            if _counts(draft, Span(at.start, at.end), unless_in):
                found[side].append((at.start, word))
                break
    return {side: _once(word for _, word in sorted(rows)) for side, rows in found.items()}


def _once(words: Iterable[str]) -> list[str]:
    """Keep the first of the forms of a word: support, supports, supportive."""
    kept: dict[str, str] = {}
    for word in words:
        kept.setdefault(word[:_ROOT], word)
    return list(kept.values())


def _counts(draft: Draft, span: Span, unless_in: tuple[str, ...]) -> bool:
    block = draft.document.block_at(span.start)
    if block is None or block.kind == "heading":
        return False
    if not in_sections(draft, span, unless=unless_in):
        return False
    phrases = (*tables.table("gendered_words")["phrases"], *draft.vocabulary)
    return term_of_art(draft.document, span, phrases) is None


def _side(word: str) -> str | None:
    """Return the side of a word in small letters, if it has one."""
    for stem, open_ended, side in _stems().get(word[:_KEY], ()):
        if word == stem or (open_ended and word.startswith(stem)):
            return side
    return None


@cache
def _stems() -> Mapping[str, list[tuple[str, bool, str]]]:
    """Return the stems by their first letters, with whether any ending may follow."""
    table = tables.table("gendered_words")
    out: dict[str, list[tuple[str, bool, str]]] = {}
    for side in SIDES:
        for stem in table[side]:
            bare = stem.rstrip("*")
            out.setdefault(bare[:_KEY], []).append((bare, bare != stem, side))
    return out
