"""What a draft says that the work pays: wages, bonuses and whatever else is paid to the person."""

from __future__ import annotations

import re

from jdlint.document import Draft, Fact, Modality
from jdlint.facts.amounts import Amount, amounts
from jdlint.facts.base_salary import base_salaries
from jdlint.facts.captions import captions
from jdlint.facts.cues import kind
from jdlint.facts.purposes import Purpose, purpose
from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span


class Pay(Fact):
    """A sum that the draft says is paid.

    `value` is what it is paid as (wage, sign-on, stipend …: the purposes of pay.yaml), `kind` is
    base (the wage itself), bonus or other. `min` is None after “up to”, `max` after “from”; both
    are None for a share such as a 60/40 split. `unit` is hour, day, week, month, year, session or
    visit, and None where no period is stated or where it is another one. `currency` is an ISO 4217
    code. `given` says that the sum stands in the data of the file (front matter, JSON-LD), not in
    its prose.
    """

    kind: str
    min: float | None
    max: float | None
    unit: str | None = None
    currency: str | None = None
    given: bool = False
    modality: Modality = Modality.OFFERED

    @property
    def open_end(self) -> bool:
        """Whether it is a wage of which one end is told only."""
        return self.kind == "base" and (self.min is None) is not (self.max is None)

    @property
    def width(self) -> float | None:
        """How much of the lower end lies between the ends: 0.5 from $40,000 to $60,000."""
        if self.kind != "base" or not self.min or self.max is None:
            return None
        return (self.max - self.min) / self.min

    @property
    def yearly_width(self) -> float | None:
        """What lies between the ends in a year of full time, in its own currency."""
        if self.kind != "base" or self.min is None or self.max is None:
            return None
        times = {"hour": 2_080, "day": 260, "week": 52, "month": 12, "year": 1}.get(self.unit or "")
        return None if times is None else (self.max - self.min) * times


_SPLIT = regex(
    r"\b\d{2} ?/ ?\d{2} (?:fee |commission |revenue |pay )?split\b"
    r"|\b\d{2}(?: ?[-\u2013] ?\d{2})? ?% (?:(?:commission |fee |revenue )?split"
    r"|of (?:collections|(?:the |session |collected )?fees?(?: collected)?|revenue collected))\b",
    re.IGNORECASE,
)
_DOLLAR = regex(
    r"\b(?:currency:? (?P<code>USD|CAD|AUD|NZD)|in (?P<land>Canadian|Australian) dollars)\b",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W_]")
_OF_PAY = r"\b\.?(?: (?:pay|salary|rate|wage|hourly|annual|base|range|compensation|of))* ?:?"
_LOW = regex(r"(?:min(?:imum)?|low(?:est)?)" + _OF_PAY, re.IGNORECASE)
_HIGH = regex(r"(?:max(?:imum)?|high(?:est)?)" + _OF_PAY, re.IGNORECASE)
_MIDDLE = regex(r"(?:mid|mid-?point|median|average)\b ?:? ?\Z", re.IGNORECASE)
_SAME_SENTENCE = regex(r"[^.;!?\n]{0,60}|[.;,/ -]{0,4}")


def pay(draft: Draft) -> tuple[Pay, ...]:
    """Return every sum that the draft says is paid to the person, in the order of the text.

    A sum that stands twice is returned twice. Sums that are no pay (revenue, insurance, fees)
    are left out.
    """
    stated = [*_sums(draft), *_splits(draft)]
    stated.sort(key=lambda fact: fact.span or Span(0, 0))
    return (*_given(draft), *_wages_over_totals(stated))


def _sums(draft: Draft) -> list[Pay]:
    found: list[Pay] = []
    text = draft.text
    sums = _merged(draft, amounts(text))
    dollar = _dollar(text, sums)
    for number, amount in enumerate(sums):
        following = sums[number + 1].span.start if number + 1 < len(sums) else len(text)
        meant = purpose(draft, amount, until=following)
        if meant is not None:
            found.append(_fact(amount, meant, dollar))
    return found


def _fact(amount: Amount, meant: Purpose, dollar: str) -> Pay:
    sort = kind(meant.name)
    unit = amount.period or (meant.period if sort == "base" else None)
    return Pay(
        value=meant.name,
        kind=sort,
        min=amount.minimum,
        max=amount.maximum,
        unit=None if unit and unit.startswith("-") else unit,
        currency=dollar if amount.dollars else amount.currency,
        span=amount.span,
    )


def _dollar(text: str, sums: list[Amount]) -> str:
    """Return the currency that a plain dollar sign stands for: the one dollar named, or USD."""
    named = {amount.currency for amount in sums if amount.currency and not amount.dollars}
    named &= {*table("pay")["dollars"].values()}
    said = _DOLLAR.search(text) if not named else None
    if said:
        named = {(said["code"] or said["land"])[:2].upper() + "D"}
    return named.pop() if len(named) == 1 else "USD"


def _wages_over_totals(facts: list[Pay]) -> list[Pay]:
    """Call total compensation the wage only where no other wage stands beside it."""
    wages = {(fact.min, fact.max) for fact in facts if fact.value == "wage"}
    return [
        fact.but(kind="other")
        if fact.value == "total" and wages and (fact.min, fact.max) not in wages
        else fact
        for fact in facts
    ]


def _merged(draft: Draft, sums: tuple[Amount, ...]) -> list[Amount]:
    """Make one range of “from $40” and “up to $50”, or of a minimum and a maximum."""
    text = draft.text
    merged: list[Amount] = []
    for amount in sums:
        read = _opened(draft, amount)
        last = merged[-1] if merged else None
        start = read.span.start
        if last is not None and _MIDDLE.search(text, max(0, start - 20), start):
            read = read._replace(minimum=None)
            if not amount.ranged:
                continue
        if last is not None and _completes(text, last, read):
            merged[-1] = last._replace(
                span=Span(last.span.start, read.span.end),
                figures=Span(last.figures.start, read.figures.end),
                minimum=last.least,
                maximum=read.maximum,
                period=read.period or last.period,
            )
        else:
            merged.append(read)
    return merged


def _completes(text: str, low: Amount, high: Amount) -> bool:
    """Say whether `high` is the upper end of the range that `low` begins."""
    if high.minimum is not None or low.minimum is None or high.most < low.least:
        return False
    if low.period and high.period and low.period != high.period:
        return False
    gap = text[low.span.end : high.figures.start]
    sentence = bool(_SAME_SENTENCE.fullmatch(text[low.span.end : high.span.start]))
    if low.maximum is None:
        return sentence or (len(gap) <= 60 and gap.count("\n") <= 3)
    wages = low.least >= (10 if low.period == "hour" else 20_000) and high.most <= 3 * low.least
    return sentence and wages and not low.ranged and low.currency == high.currency


def _opened(draft: Draft, amount: Amount) -> Amount:
    """Read “Minimum” or “Max” in the block or the heading cell before a single sum."""
    single = amount.minimum is not None and amount.minimum == amount.maximum
    block = draft.document.block_at(amount.span.start)
    if not single or block is None or _WORD.search(draft.text, block.span.start, amount.span.start):
        return amount
    for caption in captions(draft.document, amount.span.start)[:2]:
        if _LOW.fullmatch(caption):
            return amount._replace(maximum=None)
        if _HIGH.fullmatch(caption):
            return amount._replace(minimum=None)
    return amount


def _splits(draft: Draft) -> list[Pay]:
    text = draft.text
    if "split" not in text and "% of" not in text:
        return []
    return [
        Pay(value="split", kind="other", min=None, max=None, span=Span(*found.span()))
        for found in _SPLIT.finditer(text)
    ]


def _given(draft: Draft) -> list[Pay]:
    return [
        Pay(
            value="wage",
            kind="base",
            min=given.minimum,
            max=given.maximum,
            unit=given.unit,
            currency=given.currency,
            given=True,
        )
        for given in base_salaries(draft.document.fields)
    ]


_LEAST, _MOST = 150, 15_000  # between them a sum may be paid by the day, the week or the month
_PERIOD = regex(
    r"\b(?:per|hour\w*|hr|day|daily|week\w*|bi-?weekly|semi-?monthly|month\w*|year\w*|annual\w*|annum|credit|"
    r"course|shift|session|visit|semester|stipend|assignment|project|paycheck|pay ?period)\b|/",
    2,
)


def period_missing(draft: Draft) -> tuple[Fact, ...]:
    """Return the wages in the prose whose period is not told, nor by their size."""
    found = []
    for fact in draft.facts["pay"]:
        if not isinstance(fact, Pay) or fact.kind != "base" or fact.unit or fact.span is None:
            continue
        if fact.min is None or not _LEAST <= fact.min <= _MOST:
            continue
        block = draft.document.block_at(fact.span.start)
        low = max(block.span.start if block else 0, fact.span.start - 12)
        if not _PERIOD.search(draft.text, low, fact.span.end + 24):
            found.append(Fact(value="open", span=fact.span))
    return tuple(found)
