"""Tells what a sum of money in a draft is for, from the words around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from jdlint.document import Draft
from jdlint.facts.amounts import Amount
from jdlint.facts.captions import captions
from jdlint.facts.cues import (
    NEAR,
    NOT_PAY,
    Cue,
    cue_after,
    cues_before,
    kind,
    period_before,
    words_of,
)
from jdlint.facts.wage_size import like_wage, mistaken, plausible, possible, wage_by_shape
from jdlint.patterns import regex

_FAR = 10  # words beyond which a cue for something else than wages says nothing
_SMALL = ("stipend", "benefit", "tuition", "relocation", "share", "differential", "loan-repayment")
_NOT_HOURLY = ("share", "tuition", "benefit")

_SENTENCE_END = regex(
    r"(?<!\.[A-Za-z])(?<!approx)(?<! min)(?<! max)[.!?;](?= )|[\u2022|]|(?<=[a-z0-9)])\.(?=[A-Z])"
)
_CLOSED = regex(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_AFTER_STOP = regex(
    r"[.;!?](?= |\Z)|[+,|\u2022\u2013\u2014:]| - |[^\W_]{1,40}:|\$"
    r"|\b(?:plus|and|with|as well|depending|depends|based|commensurate|negotiable|in addition|eligible"
    r"|while|but|doe|or|inclusive|including|exclusive|excluding|incl|excl|if|when|where|is|are|will|can|may|you|we|our|dependent|includes|upon"
    r"|contingent|according|determined|not|which|that|this|the)\b",
    re.IGNORECASE,
)
_EXTRA = regex(
    r"(?:\+|\b(?:additional|extra|plus an? additional|another|differential of)) ?\Z", re.IGNORECASE
)
_ADDED = regex(r"(?<![\w$)]) ?\+ ?\Z")  # “Nights: +$2”, but not “$30 + $2”
_LETTER = regex(r"[^\W\d_]")
_PER = regex(r"/|\bper\b|\ban? ", re.IGNORECASE)


class Purpose(NamedTuple):
    """What a sum is for."""

    name: str  # a purpose of pay.yaml
    period: str | None  # said before the sum


def purpose(draft: Draft, amount: Amount, *, until: int) -> Purpose | None:
    """Tell what `amount` is for; None where nothing says that it is paid to the person.

    `until` is where the next sum begins: words behind it belong to that one.
    """
    text = draft.text
    block = draft.document.block_at(amount.figures.start)
    start, end = block.span if block else (0, len(text))
    before = _sentence(text[max(start, amount.figures.start - 260) : amount.figures.start])
    words = words_of(_CLOSED.sub(" ", before))
    cues = cues_before(words)
    if not possible(amount) or (amount.currency is None and not _money(text, amount, cues)):
        return None
    tail = text[amount.span.end : min(end, amount.span.end + 90)]
    found = _from_words(amount, cues, _following(tail, until - amount.span.end), before)
    period = period_before(words, cues)
    if found is None and not cues:
        named = _from_captions(draft, amount)
        found, period = named.name or None, period or named.period
    if found is None:
        section = draft.section_at(amount.figures.start)
        if wage_by_shape(amount, period, section.kind if section else ""):
            found = "wage"
    if found is None or found == NOT_PAY:
        return None
    return Purpose("wage" if found in ("range", "earn") else found, period)


def _from_captions(draft: Draft, amount: Amount) -> Purpose:
    """Read what names the block of a sum; the name is empty where nothing does."""
    period = None
    for number, caption in enumerate(captions(draft.document, amount.span.start)):
        words = words_of(_sentence(caption))
        cues = cues_before(words)
        period = period or period_before(words, cues)
        fitting = [c.purpose for c in cues if _captioned(amount, c, near=number == 0)]
        if fitting:
            wage = next((name for name in fitting if kind(name) == "base"), None)
            return Purpose(wage or fitting[0], period)
    return Purpose("", period)


def _captioned(amount: Amount, cue: Cue, *, near: bool) -> bool:
    """Say whether a caption with that cue can be about `amount`."""
    if cue.kind != "base" and cue.purpose != "on-target" and (not near or like_wage(amount)):
        return False
    return _fits(amount, cue.purpose)


def _sentence(text: str) -> str:
    """Return the last sentence of a text, with the one before it where only that has words."""
    begin = 0
    for stop in _SENTENCE_END.finditer(text):
        if stop.start() - begin >= 50 or _LETTER.search(text, stop.end()):
            begin = stop.end()
    return text[begin:]


def _following(tail: str, until: int) -> str | None:
    """Return what the words right behind a sum say; the next sum begins at `until`."""
    if 0 <= until < len(tail):
        opened = tail.rfind("(", 0, until)
        tail = tail[: until if opened < 0 or ")" in tail[opened:until] else opened]
    stop = _AFTER_STOP.search(tail)
    return cue_after(words_of(tail[: stop.start()] if stop else tail))


def _from_words(amount: Amount, cues: list[Cue], following: str | None, before: str) -> str | None:
    if following and _fits(amount, following) and not _overruled(amount, cues, following):
        return following
    if _EXTRA.search(before) or _ADDED.search(before):
        extra = [c for c in cues if c.kind in ("bonus", "other") and c.distance <= _FAR]
        return extra[0].purpose if extra else "differential"
    wage = any(cue.kind == "base" for cue in cues)
    for cue in cues:
        if cue.kind == "base":
            if _fits(amount, cue.purpose) or (cue.distance <= NEAR and mistaken(amount)):
                return cue.purpose
        elif _fits(amount, cue.purpose):
            further = cue.distance > NEAR and cue.purpose != "on-target"
            if further and wage and like_wage(amount):
                continue
            if cue.distance <= _FAR:
                return _specific(cue, cues)
    return None


def _overruled(amount: Amount, cues: list[Cue], following: str) -> bool:
    """Say whether a word for the wage right before the sum counts more than the word behind it."""
    if kind(following) == "base" or following == "on-target" or not cues:
        return False
    nearest = cues[0]
    said = nearest.kind == "base" and nearest.distance < NEAR and not nearest.taken
    said = said and nearest.purpose != "earn"
    return said and like_wage(amount)


def _specific(cue: Cue, cues: list[Cue]) -> str:
    """Prefer “sign-on” to the “bonus” that follows it."""
    if cue.purpose == "bonus":
        for other in cues:
            if (
                other.kind == "bonus"
                and other.purpose != "bonus"
                and 0 <= cue.at - other.at <= NEAR
            ):
                return other.purpose
    return cue.purpose


def _fits(amount: Amount, name: str) -> bool:
    """Say whether a sum can be for that purpose at all."""
    sort = kind(name)
    if sort == "base":
        return plausible(amount, amount.period)
    if name in _SMALL and amount.ranged and like_wage(amount):
        return False
    if amount.period == "hour" and (sort == "bonus" or name in _NOT_HOURLY):
        return amount.least < 7
    return True


def _money(text: str, amount: Amount, cues: list[Cue]) -> bool:
    """Say whether figures without a currency are money: “28-34/hr”, “salary: 62,000 - 75,000”."""
    end = text[amount.figures.end : amount.span.end]
    if amount.ranged and amount.period == "hour" and _PER.search(end):
        return amount.least >= 10 and amount.most <= 300
    nearest = cues[0] if cues else None
    if nearest is None or nearest.distance > NEAR:
        return False
    if nearest.kind != "base" and nearest.purpose != "on-target":
        return False
    if amount.period:
        return bool(_PER.search(end))
    return amount.least >= 10_000
