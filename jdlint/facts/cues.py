"""Finds the words that tell what a sum of money is for."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from jdlint.patterns import regex
from jdlint.tables import table

NOT_PAY = "not-pay"
NEAR = 3  # words within which a cue belongs to the sum beyond doubt

_LONGEST = 3  # words of a phrase
_WORD = regex(r"[^\W_]+(?:['\u2019&][^\W_]+)*")


class _Table(NamedTuple):
    before: dict[str, str]
    after: dict[str, str]
    kinds: dict[str, str]
    periods: dict[str, str]


@cache
def _table() -> _Table:
    data = table("pay")
    before = dict.fromkeys(data["not_pay"], NOT_PAY)
    after: dict[str, str] = {}
    kinds = {NOT_PAY: NOT_PAY}
    for name, purpose in data["purposes"].items():
        kinds[name] = purpose["kind"]
        target = after if purpose.get("after") else before
        target.update(dict.fromkeys(purpose["words"], name))
    return _Table(before, {**before, **after}, kinds, data["periods_before"])


def kind(purpose: str) -> str:
    """Return base, bonus or other for a purpose of pay.yaml; not-pay for what is no pay."""
    return _table().kinds[purpose]


class Cue(NamedTuple):
    """A word or phrase before a sum that tells what the sum is for."""

    purpose: str  # of pay.yaml, or not-pay
    at: int  # the position of its first word
    distance: int  # words between it and the sum
    taken: bool  # by a sum right before it: “$75,000 base and $5,000 commission”

    @property
    def kind(self) -> str:
        return kind(self.purpose)


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.replace("\u2019", "'") for word in _WORD.findall(text.lower())]


def cues_before(words: list[str]) -> list[Cue]:
    """Return the cues in the words before a sum, nearest first; the longest phrase wins."""
    phrases = _table().before
    found: list[Cue] = []
    end = len(words)
    while end > 0:
        for length in range(min(_LONGEST, end), 0, -1):
            start = end - length
            purpose = phrases.get(" ".join(words[start:end]))
            if purpose:
                taken = start > 0 and words[start - 1][0].isdigit()
                found.append(Cue(purpose, start, len(words) - end, taken))
                end = start
                break
        else:
            end -= 1
    return [
        cue
        for cue, further in zip_longest(found, found[1:])
        if cue.purpose != "range" or further is None or further.distance - cue.distance > NEAR
    ]


def cue_after(words: list[str]) -> str | None:
    """Return the purpose that the words right behind a sum tell."""
    phrases = _table().after
    for start in range(min(len(words), 2 * _LONGEST)):
        for length in range(_LONGEST, 0, -1):
            purpose = phrases.get(" ".join(words[start : start + length]))
            if purpose and start + length <= len(words):
                return purpose
    return None


def period_before(words: list[str], cues: list[Cue]) -> str | None:
    """Return the period said together with the word for the wage: “annual base salary”."""
    periods = _table().periods
    if len(words) <= 2 and words and words[-1] in periods:
        return periods[words[-1]]
    wages = [cue.at for cue in cues if cue.kind == "base"]
    others = [cue.at for cue in cues if cue.kind in ("bonus", NOT_PAY)]
    for at in range(len(words) - 1, -1, -1):
        pair = periods.get(" ".join(words[max(0, at - 1) : at + 1])) if wages else None
        if pair:
            return pair
        period = periods.get(words[at])
        near = words[at] == "hourly" or any(-3 <= wage - at <= 4 for wage in wages)
        if period and near and not any(at < other <= at + 2 for other in others):
            return period
    return None
