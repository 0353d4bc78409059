"""Reads sums of money out of prose: figures, ranges, currency, and the period said at the sum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from jdlint.tables import table
from jdlint.text import Span

_MOST = 1_000  # no posting states more sums; a hostile text may not cost more than that

_NUMBER = re.compile(
    r"\d{1,3}(?: \d{3}){1,2}(?= ?(?:[-\u2013] ?\d{1,3}(?: \d{3}){1,2} ?)?(?:€|EUR|PLN|SEK|NOK|DKK|CZK|HUF|ZAR|CHF))"
    r"|\d(?:[\d,.]{0,14}\d)?"
)
_SHAPES = (  # in which a figure is written, and the marks to take out of it
    (re.compile(r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?"), ",", ""),
    (re.compile(r"\d{1,9}(?:\.\d{1,2})?"), "", ""),
    (re.compile(r"\d{1,3}(?: \d{3}){1,2}"), " ", ""),
    (re.compile(r"\d{1,2}(?:,\d{2}){1,3},\d{3}"), ",", ""),  # 12,00,000
    (re.compile(r"\d{1,3}(?:\.\d{3}){1,3}(?:,\d{1,2})?"), ".", ","),  # 60.000,00
    (re.compile(r"\d{1,5},\d{1,2}"), "", ","),  # 12,50
)
_SCALES = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9, "l": 1e5}

# What may stand between the two figures of a range.
_JOIN = re.compile(
    r" ?(?:\((?:min(?:imum)?|low|entry)\) ?)?"
    r"(?:[-\u2010-\u2015\u2212~\u2192]{1,2}|(?P<to>(?:up )?to(?: up to)?|through|thru)\b|(?P<and>and)\b) ?\n?"
    r"(?:(?:an? )?max(?:imum)?(?: of)?:? ?)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:between|from|rang(?:e|es|ing)(?: (?:is|of|for|between))?:?) (?:an? |approximately )?(?:US|CA)?\Z",
    re.IGNORECASE,
)
# A second figure without a sign is no money where it counts something.
_COUNTED = re.compile(
    r" ?-? ?(?:%|hours|hrs\b(?!/)|weeks|days|months|years?\b(?!ly)|yrs|minutes?|people|employees|patients"
    r"|clients|visits|sessions|shifts?|\+? years|x\b|th\b|st\b|nd\b|rd\b)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:\b(?:start(?:s|ing)?(?: (?:pay|rate|wages?|salary|hourly|base|out|range)){0,2} ?(?:at|from)"
    r"|from|begin(?:s|ning)? (?:at|from)|(?:at|not?) (?:least|less than)|minimum(?: \w+)?(?: of| is)?"
    r"|min|as low as|more than|over|above|exceed(?:s|ing)?)[.:]? ?(?:an? |around |approximately )?)\Z",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"(?:\b(?:up ?to|upto|(?:to )?an? max(?:imum)? of|max(?:imum)?(?: \w+)?(?: of| is)?|as (?:much|high) as"
    r"|not (?:to exceed|exceeding|more than)|no more than|under|less than|topping out at)[.:]? ?"
    r"(?:an? (?:additional )?|around |approximately )?)\Z",
    re.IGNORECASE,
)
_AND_UP = re.compile(r" ?(?:and|or) (?:up|above|more|higher|over)\b| ?minimum\b", re.IGNORECASE)
_EXTRAS = re.compile(
    r" (?:bonus|benefits|equity|commission|tips|ote|super|options|stock)", re.IGNORECASE
)


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


class _Figure(NamedTuple):
    """One figure with what stands right before and after it."""

    start: int  # of its sign
    digits: Span
    end: int  # of its period
    value: float
    scale: str
    currency: str | None
    period: str | None
    more: bool  # a plus sign follows
    dollars: bool


class _Grammar(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]
    periods: dict[str, str]
    lands: dict[str, str]
    signs: dict[str, str]
    last: str


@cache
def _grammar() -> _Grammar:
    data = table("pay")
    codes = "|".join(data["currencies"])
    lands, signs = data["dollars"], data["signs"]
    periods = {word: unit for unit, words in data["periods"].items() for word in words}
    words = "|".join(
        sorted((re.escape(w).replace("\\ ", " ") for w in periods), key=len, reverse=True)
    )
    alone = "|".join(sorted((re.escape(w) for w in data["periods_alone"]), key=len, reverse=True))
    qualifiers = "|".join(data["period_qualifiers"])
    sign = "".join(re.escape(s) for s in signs)
    before = re.compile(
        rf"(?:(?<![A-Za-z])(?P<code>{codes}) ?)?(?:(?:(?<![A-Za-z])(?P<land>{'|'.join(lands)}))?"
        rf"(?P<sign>[{sign}]){{1,2}}(?P<later>{codes})?)? ?\Z"
    )
    no_letter = r"(?-i:(?![a-z]))"
    after = re.compile(
        rf"(?P<scale> ?(?:k|thousand|mm?|mil|million|bn?|billion|tn|trillion|lakhs?|lacs?|lpa){no_letter}(?![A-Z0-9]\S))?"
        rf"(?P<more>\+)?"
        rf"(?P<code> ?\(?(?:\$ ?)?(?-i:{codes}|[€£$](?! ?\d)){no_letter}\)?)?"
        rf"(?P<more_late>\+)?"
        rf"(?:(?:[ ,]{{0,2}}[(\[]?(?:gross|base|basic|salary|pay|wages?|compensation|dollars?|doe|doq|estimated|net|in|total|flat|fte|cash|usd|paid)(?=[ ,/)])\)?){{0,3}}"
        rf"[ ,]{{0,2}}[(\[]?(?:"
        rf"(?:/|\bp/|/? ?per ?|\ban? |\bevery |\beach ) ?(?:(?:{qualifiers})[ -]){{0,2}}(?P<unit>{words})"
        rf"|[-\u2013\u2014/]? ?(?P<alone>{alone})(?!-)){no_letter}[)\]]?)?"
        rf"(?: \(?(?P<code_late>(?-i:{codes}){no_letter})\)?)?",
        re.IGNORECASE,
    )
    last = sign + "".join({code[-1] for code in data["currencies"]})
    return _Grammar(before, after, periods | data["periods_alone"], lands, signs, last)


def amounts(text: str) -> tuple[Amount, ...]:
    """Return the sums in `text`, in order; a range never crosses a line break.

    A figure counts where a currency stands at it, or where a period or its size makes it a
    possible wage (`currency` is then None and it is for the caller to ask what the words say).
    """
    return tuple(islice(_amounts(text), _MOST))


def _amounts(text: str) -> Iterator[Amount]:
    waiting: _Figure | None = None  # a figure already read, as the possible end of a range
    figures = _figures(text)
    while True:
        first = waiting or next(figures, None)
        waiting = None
        if first is None:
            return
        run = [first]
        for other in figures:
            if len(run) < 3 and _joined(text, run[-1], other):
                run.append(other)
                continue
            waiting = other
            break
        found = _amount(text, run)
        if found is not None:
            yield found


def _figures(text: str) -> Iterator[_Figure]:
    grammar = _grammar()
    reached = -1  # where the figure before ended
    for found in _NUMBER.finditer(text):
        start, end = found.span()
        previous = text[start - 1] if start else " "
        if previous.isdigit() or (previous in ".," and start > 1 and text[start - 2].isdigit()):
            continue  # the tail of a longer number
        sign = previous if previous != " " else text[start - 2 : start - 1]
        currency, begin, dollars = None, start, False
        if sign and sign in grammar.last:
            before = grammar.before.search(text, max(0, start - 9), start)
            if before and before.end() > before.start() and before.group().strip():
                begin = before.start()
                code = before["code"] or before["later"]
                dollars = before["sign"] == "$" and not code and not before["land"]
                currency = code or grammar.lands.get(before["land"] or "")
                currency = currency or grammar.signs.get(before["sign"] or "")
                if currency is None:
                    begin = start
        if begin == start != reached + 1 and _part_of_a_name(text, start):
            continue
        after = grammar.after.match(text, end, end + 80)
        scale = code_after = period = ""
        more = False
        if after and after.end() > end:
            scale = (after["scale"] or "").strip().lower()
            code_after = (after["code"] or after["code_late"] or "").strip(" ()")
            word = (after["unit"] or after["alone"] or "").lower()
            period = grammar.periods.get(" ".join(word.split()), "")
            more = bool(after["more"] or after["more_late"]) and not _EXTRAS.match(
                text, after.end()
            )
            end = after.end()
        if code_after:
            code_after = code_after.lstrip("$ ") or "$"
            if currency is None or dollars or len(code_after) == 3:
                dollars = code_after == "$"
                currency = grammar.signs.get(code_after, code_after)
        value = _value(found.group())
        if value is None:
            continue
        yield _Figure(
            begin, Span(*found.span()), end, value, scale, currency, period or None, more, dollars
        )


def _part_of_a_name(text: str, start: int) -> bool:
    """Say whether the number at `start` belongs to what stands before it: K12, #4711, COVID-19."""
    previous = text[start - 1 : start]
    if previous in ("/", ".", ":", "-", "\u2013"):
        return text[start - 2 : start - 1].isalpha()
    return previous.isalpha() or previous in ("#", "_")


def _value(figure: str) -> float | None:
    for shape, thousands, decimal in _SHAPES:
        if shape.fullmatch(figure):
            plain = figure.replace(thousands, "") if thousands else figure
            return float(plain.replace(decimal, ".") if decimal else plain)
    if re.fullmatch(r"\d{1,3}\.\d{3,4}", figure):  # 38.455 an hour
        return float(figure)
    return None


def _joined(text: str, first: _Figure, second: _Figure) -> bool:
    between = text[first.end : second.start]
    if len(between) > 24:
        return False
    if between in ("", " "):  # the dash was lost
        pair = bool(first.currency and second.currency and first.end == first.digits.end)
        return pair and (not between or 10_000 <= first.value < second.value <= 3 * first.value)
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


def _scaled(figure: _Figure, other: _Figure) -> float:
    """Return the value with its own scale, or with that of the other end of the range."""
    scale = figure.scale
    if not scale and figure.value < 1_000:
        scale = other.scale
    if scale.startswith(("k", "thou")) and figure.value >= 10_000:
        return figure.value  # “$50,000k” says it twice
    factor = _SCALES.get(scale[:1], 1.0) if not scale.startswith("tn") else 1e12
    return figure.value * (1e12 if scale.startswith("tr") else factor)


def _amount(text: str, run: list[_Figure]) -> Amount | None:
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
