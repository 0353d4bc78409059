"""Tells what a sum of money in a draft is for, from the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from jdlint.document import Block, Draft
from jdlint.facts.amounts import Amount
from jdlint.tables import table

NOT_PAY = "not-pay"
_UNITS = {
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "annum": "year",
}
_COMMON = (None, "USD", "GBP", "EUR", "CAD", "AUD", "NZD", "CHF", "SGD", "ILS", "AED", "PLN")
_SMALL = ("stipend", "benefit", "tuition", "relocation", "share", "differential", "loan-repayment")
_NEAR = 3  # words within which a cue belongs to the sum beyond doubt
_FAR = 10  # words beyond which a cue for something else than wages says nothing

_WORD = re.compile(r"[^\W_]+(?:['\u2019&][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?;](?= )|[\u2022|]|(?<=[a-z0-9)])\.(?=[A-Z])")
_CLOSED = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_AFTER_STOP = re.compile(
    r"[.;!?](?= |\Z)|[+,|\u2022\u2013\u2014:]| - |[^\W_]+:|\$"
    r"|\b(?:plus|and|with|as well|depending|depends|based|commensurate|negotiable|in addition|eligible"
    r"|while|but|doe|or|inclusive|including|exclusive|excluding|incl|excl|if|when|where|is|are|will|can|may|you|we|our|dependent|includes|upon"
    r"|contingent|according|determined|not|which|that|this|the)\b",
    re.IGNORECASE,
)
_EXTRA = re.compile(
    r"(?:\+|\b(?:additional|extra|plus an? additional|another|differential of)) ?\Z", re.IGNORECASE
)
_ADDED = re.compile(r"(?<![\w$)]) ?\+ ?\Z")  # “Nights: +$2”, but not “$30 + $2”
_PER = re.compile(r"/|\bper\b|\ban? ", re.IGNORECASE)


class Purpose(NamedTuple):
    """What a sum is for and how that is known."""

    name: str  # a purpose of pay.yaml, or NOT_PAY
    period: str | None = None  # said before the sum
    stated: bool = True  # by words, not by the shape of the sum alone


class _Cues(NamedTuple):
    phrases: dict[str, str]
    after: dict[str, str]
    kinds: dict[str, str]
    periods: dict[str, str]


@cache
def _cues() -> _Cues:
    data = table("pay")
    phrases = dict.fromkeys(data["not_pay"], NOT_PAY)
    after: dict[str, str] = {}
    kinds = {NOT_PAY: NOT_PAY}
    for name, purpose in data["purposes"].items():
        kinds[name] = purpose["kind"]
        target = after if purpose.get("after") else phrases
        target.update(dict.fromkeys(purpose["words"], name))
    return _Cues(phrases, {**phrases, **after}, kinds, data["periods_before"])


def kind(purpose: str) -> str:
    """Return base, bonus or other for a purpose of pay.yaml."""
    return _cues().kinds[purpose]


class _Cue(NamedTuple):
    name: str
    at: int  # the position of its first word
    distance: int  # words between it and the sum
    taken: bool  # by a sum that stands right before it: “$75,000 base and $5,000 commission”


def _back(words: list[str]) -> list[_Cue]:
    """Return the cues in the words before a sum, nearest first; the longest phrase wins."""
    phrases = _cues().phrases
    found: list[_Cue] = []
    end = len(words)
    while end > 0:
        for length in (3, 2, 1):
            if length <= end:
                name = phrases.get(" ".join(words[end - length : end]))
                if name:
                    found.append(
                        _Cue(name, end - length, len(words) - end, _ends_sum(words, end - length))
                    )
                    end -= length
                    break
        else:
            end -= 1
    return [
        cue
        for cue, further in zip_longest(found, found[1:])
        if cue.name != "range" or further is None or further.distance - cue.distance > _NEAR
    ]


def _ends_sum(words: list[str], at: int) -> bool:
    return at > 0 and words[at - 1][0].isdigit()


def _first_after(words: list[str]) -> str | None:
    phrases = _cues().after
    for start in range(min(len(words), 6)):
        for length in (3, 2, 1):
            name = phrases.get(" ".join(words[start : start + length]))
            if name and start + length <= len(words):
                return name
    return None


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.replace("\u2019", "'") for word in _WORD.findall(text.lower())]


def purpose(draft: Draft, amount: Amount, *, until: int) -> Purpose | None:
    """Tell what `amount` is for; None where nothing says that it is paid to the person.

    `until` is where the next sum begins: words behind it belong to that one.
    """
    text = draft.text
    block = draft.document.block_at(amount.figures.start)
    start, end = block.span if block else (0, len(text))
    before = _before(text[max(start, amount.figures.start - 260) : amount.figures.start])
    words = words_of(_CLOSED.sub(" ", before))
    cues = _back(words)
    if amount.most > _largest(amount) or (
        amount.currency is None and not _bare_sum(text, amount, cues)
    ):
        return None
    tail = text[amount.span.end : min(end, amount.span.end + 90)]
    found = _decide(amount, cues, _following(tail, until - amount.span.end), before)
    period = _period(words, cues)
    if found is None and not cues:
        for number, label in enumerate(labels(draft, amount.span.start)):
            words = words_of(label)
            named = _back(words)
            period = period or _period(words, named)
            fitting = [c.name for c in named if _named(amount, c.name, near=number == 0)]
            found = next((name for name in fitting if kind(name) == "base"), None)
            found = found or next(iter(fitting), None)
            if found is not None:
                break
    if found is not None:
        return Purpose("wage" if found == "range" else found, period)
    section = draft.section_at(amount.figures.start)
    found = _by_shape(amount, section.kind if section else "", period)
    return Purpose(found, period, stated=False) if found else None


def _before(text: str) -> str:
    """Return the part of the sentence before a sum."""
    end = 0
    for stop in _SENTENCE_END.finditer(text):
        if len(_WORD.findall(text[stop.end() :])) > 0 or not _short(text[end : stop.start()]):
            end = stop.end()
    return text[end:]


def _short(text: str) -> bool:
    return len(text) < 50


def _following(tail: str, until: int) -> str | None:
    """Return what the words right behind a sum say; the next sum begins at `until`."""
    if 0 <= until < len(tail):
        opened = tail.rfind("(", 0, until)
        tail = tail[: until if opened < 0 or ")" in tail[opened:until] else opened]
    stop = _AFTER_STOP.search(tail)
    return _first_after(words_of(tail[: stop.start()] if stop else tail))


def _decide(amount: Amount, cues: list[_Cue], following: str | None, before: str) -> str | None:
    if following and _fits(amount, following):
        said = (
            cues and kind(cues[0].name) == "base" and cues[0].distance < _NEAR and not cues[0].taken
        )
        if (
            kind(following) == "base"
            or following == "on-target"
            or not (said and _like_wage(amount))
        ):
            return following
    if _EXTRA.search(before) or _ADDED.search(before):
        named = next(
            (c.name for c in cues if kind(c.name) in ("bonus", "other") and c.distance <= _FAR),
            None,
        )
        return named or "differential"
    wage = next((c for c in cues if kind(c.name) == "base"), None)
    for cue in cues:
        if not _fits(amount, cue.name):
            if kind(cue.name) == "base" and cue.distance <= _NEAR and _mistaken(amount):
                return cue.name
            continue
        if kind(cue.name) == "base":
            return cue.name
        if cue.distance > _NEAR and wage and cue.name != "on-target" and _like_wage(amount):
            continue
        if cue.distance <= _FAR:
            return _specific(cue, cues)
    return None


def _specific(cue: _Cue, cues: list[_Cue]) -> str:
    """Prefer “sign-on” to the “bonus” that follows it."""
    if cue.name != "bonus":
        return cue.name
    nearby = (c.name for c in cues if 0 <= cue.at - c.at <= _NEAR and c.name != "bonus")
    return next((name for name in nearby if kind(name) == "bonus"), cue.name)


def _like_wage(amount: Amount) -> bool:
    """Say whether a sum has the look of a wage: a range, or an hourly or yearly sum of some size."""
    if amount.period in ("hour", "year", None):
        low = {"hour": 12, "year": 20_000, None: 25_000}[amount.period]
        return plausible(amount, amount.period) and amount.least >= low
    return False


def _fits(amount: Amount, name: str) -> bool:
    """Say whether a sum can be for that purpose at all."""
    sort = kind(name)
    if sort == "base":
        return plausible(amount, amount.period)
    if name in _SMALL and amount.ranged and _like_wage(amount):
        return False
    if amount.period == "hour" and (sort == "bonus" or name in ("share", "tuition", "benefit")):
        return amount.least < 7
    return True


def _mistaken(amount: Amount) -> bool:
    """Say whether a sum is a wage with the wrong period beside it: “$16 - $18 per year”."""
    return amount.period == "year" and amount.least >= 5 and amount.most <= 500


def plausible(amount: Amount, period: str | None) -> bool:
    """Say whether a sum can be a wage for that period."""
    limits = table("pay")["plausible"]
    if period == "-piece":
        return False
    low, high = limits.get(period or "none", limits["none"])
    wide = 1 if amount.currency in _COMMON else 100
    return bool(low <= amount.least and amount.most <= high * wide)


def _period(words: list[str], cues: list[_Cue]) -> str | None:
    """Return the period said together with the word for the wage: “annual base salary”."""
    periods = _cues().periods
    wages = [c.at for c in cues if kind(c.name) == "base"]
    if len(words) <= 2 and words and words[-1] in periods:
        return periods[words[-1]]
    for at in range(len(words) - 1, -1, -1):
        if words[at] == "per" and wages and words[at + 1 : at + 2]:
            return _UNITS.get(words[at + 1])
        if words[at] not in periods:
            continue
        if words[at] == "hourly" or any(-3 <= wage - at <= 4 for wage in wages):
            between = [c for c in cues if at < c.at and kind(c.name) in ("bonus", NOT_PAY)]
            if not any(c.at - at <= 2 for c in between):
                return periods[words[at]]
    return None


def _named(amount: Amount, name: str, *, near: bool) -> bool:
    """Say whether a label that speaks of `name` can be that of `amount`."""
    if kind(name) != "base" and name != "on-target" and (not near or _like_wage(amount)):
        return False
    return _fits(amount, name)


def _largest(amount: Amount) -> float:
    """Return the largest sum that anybody is paid; some currencies count in large numbers."""
    wide = 1 if amount.currency in _COMMON else 100
    return float(table("pay")["plausible"]["none"][1]) * wide


def _bare_sum(text: str, amount: Amount, cues: list[_Cue]) -> bool:
    """Say whether figures without a currency are money: “28-34/hr”, “salary: 62,000 - 75,000”."""
    end = text[amount.figures.end : amount.span.end]
    if amount.ranged and amount.period == "hour" and _PER.search(end):
        return amount.least >= 10 and amount.most <= 300
    if not cues or kind(cues[0].name) == "not-pay" or cues[0].distance > _NEAR:
        return False
    if amount.period and not _PER.search(end):
        return False
    return bool(amount.least >= 10_000 or amount.period)


def begins_block(draft: Draft, offset: int) -> bool:
    """Say whether nothing with a letter or a digit stands before `offset` in its block."""
    block = draft.document.block_at(offset)
    return block is None or not _WORD.search(draft.text, max(block.span.start, offset - 40), offset)


def labels(draft: Draft, offset: int) -> list[str]:
    """Return the texts that name what the block at `offset` gives, the nearest first.

    They are the heading cells of a table, or short blocks and headings before the block.
    """
    document = draft.document
    blocks = document.blocks
    at = bisect_right(blocks, offset, key=_start) - 1
    if at < 0:
        return []
    if blocks[at].kind == "cell":
        return [document.cut(block.span) for block in _headers(blocks, at)]
    found: list[str] = []
    for number in range(at - 1, max(-1, at - 9), -1):
        block = blocks[number]
        text = document.text[max(block.span.start, block.span.end - 200) : block.span.end]
        if text.endswith(":"):
            found.append(_before(text))
        elif len(text) <= 70 and (block.kind == "heading" or (number == at - 1 and _names(text))):
            found.append(text)
        if block.kind == "heading":
            break
    return found


def _start(block: Block) -> int:
    return block.span.start


def _names(text: str) -> bool:
    return text[-1] not in ".!?;," and not any(c.isdigit() for c in text)


def _headers(blocks: tuple[Block, ...], at: int) -> list[Block]:
    """Return the top cell of the column and the first cell of the row."""
    first = at
    while first > 0 and blocks[first - 1].kind == "cell":
        first -= 1
    column = blocks[at].level
    top = next((b for b in blocks[first:at] if b.level == column), None)
    row = at
    while row > first and blocks[row].level != 0:
        row -= 1
    return [b for b in (top, blocks[row]) if b is not None and b is not blocks[at]]


def _by_shape(amount: Amount, section: str, period: str | None) -> str | None:
    """Judge a sum that no word speaks for."""
    unit = amount.period or period
    if amount.currency is None or not plausible(amount, unit):
        return None
    if section in ("about-employer", "benefits", "culture", "eeo", "legal-notice"):
        return None
    ranged = amount.ranged and amount.most <= 4 * amount.least
    if unit == "hour":
        return "wage"
    if unit == "year" and amount.least >= 20_000:
        return "wage"
    if unit in ("week", "month") and amount.least >= 400:
        return "wage"
    if unit in ("session", "visit"):
        return "wage"
    if unit is None and ranged and amount.least >= 15_000:
        return "wage"
    if section == "compensation" and ranged:
        return "wage"
    return None
