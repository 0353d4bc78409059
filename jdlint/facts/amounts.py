"""Reads sums and ranges of money out of prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from jdlint.facts.figures import Figure, figures
from jdlint.patterns import regex
from jdlint.text import Span

# No posting holds more; a hostile text may not cost more than that.
_MOST_FIGURES = 10_000
_MOST_SUMS = 1_000

_SCALES = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9, "l": 1e5}

# What may stand between the two figures of a range.
_JOIN = regex(
    r"\.? ?(?:\((?:min(?:imum)?|low|entry)\) ?)?"
    r"(?:[-\u2010-\u2015\u2212~\u2192]{1,2}|(?P<to>(?:up )?to(?: up to)?|through|thru)\b|(?P<and>and)\b) ?\n?"
    r"(?:(?:an? )?max(?:imum)?(?: of)?:? ?)?",
    re.IGNORECASE,
)
_BETWEEN = regex(
    r"\b(?:between|from|rang(?:e|es|ing)(?: (?:is|of|for|between))?:?) (?:an? |approximately )?(?:US|CA)?\Z",
    re.IGNORECASE,
)
# A second figure without a sign is no money where it counts something.
_COUNTED = regex(
    r" ?-? ?(?:%|hours|hrs\b(?!/)|weeks|days|months|years?\b(?!ly)|yrs|minutes?|people|employees|patients"
    r"|clients|visits|sessions|shifts?|\+? years|x\b|th\b|st\b|nd\b|rd\b)",
    re.IGNORECASE,
)
_FROM = regex(
    r"(?:\b(?:start(?:s|ing)?(?: (?:pay|rate|wages?|salary|hourly|base|out|range)){0,2} ?(?:at|from)"
    r"|from|begin(?:s|ning)? (?:at|from)|(?:at|not?) (?:least|less than)|minimum(?: \w+)?(?: of| is)?"
    r"|min|as low as|more than|over|above|exceed(?:s|ing)?)[.:]{0,2} ?(?:an? |around |approximately )?)\Z",
    re.IGNORECASE,
)
_UP_TO = regex(
    r"(?:\b(?:up ?to|upto|(?:to )?an? max(?:imum)? of|max(?:imum)?(?: \w+)?(?: of| is)?|as (?:much|high) as"
    r"|not (?:to exceed|exceeding|more than)|no more than|under|less than|topping out at)[.:]{0,2} ?"
    r"(?:an? (?:additional )?|around |approximately )?)\Z",
    re.IGNORECASE,
)
_AND_UP = regex(r" ?(?:and|or) (?:up|above|more|higher|over)\b| ?minimum\b", re.IGNORECASE)


class Amount(NamedTuple):
    """A sum or a range of sums, as written.

    `minimum` is None after “up to”, `maximum` after “from” or before “+”. `period` is what the
    words at the sum say it is paid for: a unit of `pay.yaml`, or one that is no unit of pay (a
    mile, a course) with a leading dash. `dollars` says that a plain dollar sign gave the currency.
    """

    span: Span  # with “up to” or “from”, the signs and the period
    figures: Span  # from the first sign or digit to the last digit
    minimum: float | None
    maximum: float | None
    currency: str | None
    period: str | None
    dollars: bool = False

    @property
    def least(self) -> float:
        """Return the smaller figure that is written."""
        return self.minimum if self.minimum is not None else self.maximum or 0.0

    @property
    def most(self) -> float:
        """Return the larger figure that is written."""
        return self.maximum if self.maximum is not None else self.minimum or 0.0

    @property
    def ranged(self) -> bool:
        return None not in (self.minimum, self.maximum) and self.minimum != self.maximum


def amounts(text: str) -> tuple[Amount, ...]:
    """Return the sums in `text`, in order; a range never crosses a line break.

    A figure counts where a currency stands at it, or where a period or its size makes it a
    possible wage (`currency` is then None and it is for the caller to ask what the words say).
    """
    return tuple(islice(_amounts(text), _MOST_SUMS))


def _amounts(text: str) -> Iterator[Amount]:
    waiting: Figure | None = None  # a figure already read, as the possible end of a range
    read = islice(figures(text), _MOST_FIGURES)
    while True:
        first = waiting or next(read, None)
        waiting = None
        if first is None:
            return
        run = [first]
        for other in read:
            if len(run) < 3 and _joined(text, run[-1], other):
                run.append(other)
                continue
            waiting = other
            break
        found = _amount(text, run)
        if found is not None:
            yield found


def _joined(text: str, first: Figure, second: Figure) -> bool:
    between = text[first.end : second.start]
    if len(between) > 24:
        return False
    if between in ("", " "):  # the dash was lost
        pair = bool(first.currency and second.currency and first.end == first.digits.end)
        alike = first.value < second.value <= 3 * first.value
        return pair and (not between or (alike and bool(first.value >= 10_000 or second.period)))
    found = _JOIN.fullmatch(between)
    if not found:
        return False
    if found["and"] and not _BETWEEN.search(text, max(0, first.start - 30), first.start):
        return False
    if second.currency is None or text[second.start].isdigit():
        if not (second.period or second.scale or second.currency) and _COUNTED.match(
            text, second.end
        ):
            return False
        low, high = _scaled(first, second), _scaled(second, first)
        if low < 1_000 and high >= 10_000:
            low *= 1_000
        if not 0.5 * low <= high <= 20 * low:
            return False
    if first.currency and second.currency and first.currency != second.currency:
        return first.dollars or second.dollars
    return not (first.period and second.period and first.period != second.period)


def _scaled(figure: Figure, other: Figure) -> float:
    """Return the value with its own scale, or with that of the other end of the range."""
    scale = figure.scale
    if not scale and figure.value < 1_000:
        scale = other.scale
    if scale.startswith(("k", "thou")) and figure.value >= 10_000:
        return figure.value  # “$50,000k” says it twice
    factor = _SCALES.get(scale[:1], 1.0) if not scale.startswith("tn") else 1e12
    return figure.value * (1e12 if scale.startswith("tr") else factor)


def _amount(text: str, run: list[Figure]) -> Amount | None:
    first, last = run[0], run[-1]
    coded = next((f for f in (*reversed(run),) if f.currency and not f.dollars), None)
    coded = coded or next((f for f in run if f.currency), None)
    period = last.period or first.period
    low, high = _scaled(first, last), _scaled(last, first)
    if low < 1_000 and 500 * low <= high < 10_000 * low:
        low *= 1_000  # “$56-80,000”
    minimum: float | None = min(low, high)
    maximum: float | None = max(low, high)
    if not coded and not period and not (low >= 10_000 or (last.scale and first.value >= 10)):
        return None
    start, end = first.start, last.end
    if len(run) == 1:
        head = max(0, start - 40)
        above, below = _FROM.search(text, head, start), _UP_TO.search(text, head, start)
        beyond = _AND_UP.match(text, end)
        if below:
            minimum, start = None, below.start()
        elif above:
            maximum, start = None, above.start()
        elif beyond:
            maximum, end = None, beyond.end()
        elif last.more:
            maximum = None
    return Amount(
        Span(start, end),
        Span(first.start, last.digits.end),
        minimum,
        maximum,
        coded.currency if coded else None,
        period,
        coded.dollars if coded else False,
    )
