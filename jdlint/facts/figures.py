"""Reads figures of money out of prose, with the currency and the period that stand at each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span

_NUMBER = regex(
    r"\d{1,3}(?: \d{3}){1,2}(?= ?(?:[-\u2013] ?\d{1,3}(?: \d{3}){1,2} ?)?(?:€|EUR|PLN|SEK|NOK|DKK|CZK|HUF|ZAR|CHF))"
    r"|\d(?:[\d,.]{0,14}\d)?"
)
_SHAPES = (  # in which a figure is written, and the marks to take out of it
    (regex(r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?"), ",", ""),
    (regex(r"\d{1,9}(?:\.\d{1,2})?"), "", ""),
    (regex(r"\d{1,3}(?: \d{3}){1,2}"), " ", ""),
    (regex(r"\d{1,2}(?:,\d{2}){1,3},\d{3}"), ",", ""),  # 12,00,000
    (regex(r"\d{1,3}(?:\.\d{3}){1,3}(?:,\d{1,2})?"), ".", ","),  # 60.000,00
    (regex(r"\d{1,5},\d{1,2}"), "", ","),  # 12,50
)
# After a plus sign, what comes on top of the sum instead of a higher sum.
_EXTRAS = regex(
    r" (?:bonus|benefits|equity|commission|tips|ote|super|options|stock|enhance|overtime|ot\b|shift"
    r"|differential|incentive|pension|housing|per diem|mileage|allowance)",
    re.IGNORECASE,
)
# Plans named after sections of the tax code: “competitive pay, 401k” gives no pay.
_RETIREMENT = regex(r"40[13] ?\(?[kb]\b|457 ?\(?b\b", re.IGNORECASE)


class Figure(NamedTuple):
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
    ending: re.Pattern[str]
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
    before = regex(
        rf"(?:(?<![A-Za-z])(?P<code>{codes}) ?)?(?:(?:(?<![A-Za-z])(?P<land>{'|'.join(lands)}))?"
        rf"(?P<sign>[{sign}]){{1,2}}(?P<later>{codes})?)? ?\Z"
    )
    no_letter = r"(?-i:(?![a-z]))"
    ending = regex(
        rf"(?P<scale> ?(?:k|thousand|mm?|mil|million|bn?|billion|tn|trillion|lakhs?|lacs?|lpa)(?:(?![a-z])|(?=(?-i:{codes}))))?"
        rf"(?P<more>\+)?"
        rf"(?P<code> ?\(?(?:\$ ?)?(?-i:{codes}|[€£$](?! ?\d)){no_letter}\)?)?"
        rf"(?P<more_late>\+)?"
        rf"(?:(?:[ ,]{{0,2}}[(\[]?(?:pro[ -]rata(?: for part[ -]time)?|gross|base|basic|salary|pay|wages?|compensation|dollars?|doe|doq|estimated|net|in|total|flat|fte|cash|usd|paid)(?=[ ,/)])\)?){{0,3}}"
        rf"[ ,]{{0,2}}[(\[]?(?:"
        rf"(?:/|\bp/|/? ?per ?|\ban? |\bevery |\beach ) ?(?:(?:{qualifiers})[ -]){{0,2}}(?P<unit>{words})"
        rf"|[-\u2013\u2014/]? ?(?P<alone>{alone})(?!-)){no_letter}[)\]]?(?P<more_last>\+)?)?"
        rf"(?: \(?(?P<code_late>(?-i:{codes}){no_letter})\)?)?",
        re.IGNORECASE,
    )
    last = sign + "".join({code[-1] for code in data["currencies"]})
    return _Grammar(before, ending, periods | data["periods_alone"], lands, signs, last)


def figures(text: str) -> Iterator[Figure]:
    """Yield the numbers of a text that may be money, in order."""
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
        if begin == start and _RETIREMENT.match(text, start):
            continue
        if begin == start != reached + 1 and _part_of_a_name(text, start):
            continue
        after = grammar.ending.match(text, end, end + 80)
        scale = code_after = period = ""
        more = False
        if after and after.end() > end:
            scale = (after["scale"] or "").strip().lower()
            code_after = (after["code"] or after["code_late"] or "").strip(" ()")
            word = (after["unit"] or after["alone"] or "").lower()
            period = grammar.periods.get(" ".join(word.split()), "")
            more = bool(
                after["more"] or after["more_late"] or after["more_last"]
            ) and not _EXTRAS.match(text, after.end())
            end = after.end()
        if code_after:
            code_after = code_after.lstrip("$ ") or "$"
            if currency is None or dollars or len(code_after) == 3:
                dollars = code_after == "$"
                currency = grammar.signs.get(code_after, code_after)
        value = _value(found.group())
        if value is None:
            continue
        reached = end
        yield Figure(
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
