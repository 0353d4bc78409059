"""Reads the day on which applications close and the day on which the work begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from jdlint.document import Draft, Fact
from jdlint.facts.captions import captions
from jdlint.patterns import regex
from jdlint.text import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = regex(
    rf"\b(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?:T[\d:.Z+-]*)?"
    rf"|(?P<m>\d{{1,2}}) ?[/.] ?(?P<d>\d{{1,2}}) ?[/.] ?(?P<y>\d{{4}}|\d{{2}})(?!\d)"
    rf"|(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?(?!\d)"
    rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month_last>{_MONTH})\.?,? (?P<year_last>\d{{4}}))",
    2,
)
_CLOSES = regex(
    r"\b(?:(?:job |posting |position |application |applications |vacancy |announcement |recruitment )?clos(?:es?|ing)(?: date(?:/time)?| day| on)?|deadline|apply (?:by|before|no later than|on or before)"
    r"|applications? (?:\w+ ){0,5}(?:due|until|through|by|before)|(?:open|posted|accepted) (?:until|through)|last (?:day|date) to apply|posting (?:end|expir)\w*(?: date)?|valid through|expir(?:es|y|ation)(?: date)?(?: on)?"
    r"|final filing date|filing deadline|(?:r[e\u00e9]sum[e\u00e9]s?|cvs?|materials|letters?) (?:\S{1,40} ){0,5}(?:due|by|before|until))\b[^.;\n]{0,36}\Z",
    2,
)
_TIMED = regex(  # “by 5:00 p.m. (Pacific) on”
    r"\b(?:by|before|until|than) (?:\d{1,2}(?::\d\d)? ?[ap]\.? ?m\b\.?|noon|midnight)[.,]?(?: [\w()]{1,12}){0,3},?(?: on)?(?: \w{3,6}day,?)? \Z",
    2,
)
_APPLYING = regex(r"\b(?:apply|applicants?|applications?|submit\w*|resumes?|send|materials)\b", 2)
_STARTS = regex(
    r"\b(?:start(?:s|ing)?(?: date| day| on)?|begin(?:s|ning)?(?: date| on)?|available (?:from|on|starting)|anticipated start|commenc\w+|orientation (?:date|begins|starts))\b[^.;\n]{0,30}\Z",
    2,
)
_NOT_THE_JOB = regex(
    r"\b(?:benefits?|coverage|insurance|health plan|company|founded|program year|enrol\w+|visa|licen[sc]e|certif\w+|offer|law|act|policy|hired|fiscal|contract year|raise)\b",
    2,
)
_UNTIL = regex(r"\b(?:through|until|till|to|ends?|ending)\W{1,3}\Z", 2)
_DAY_FIRST = ("GB", "AU", "EU", "IN", "IE", "NZ")
_SOON = regex(r"\b(?:asap|as soon as possible|immediate(?:ly)?)\b", 2)
_FIELDS = {
    "closing-date": ("validthrough", "closingdate", "deadline", "applicationdeadline", "expires"),
    "start-date": ("jobstartdate", "startdate"),
}
_CUES = {
    "closing-date": [
        "close",
        "closes",
        "closing",
        "deadline",
        "apply",
        "applications",
        "application",
        "until",
        "posting",
        "valid",
        "expires",
        "expiration",
        "filing",
        "due",
        "through",
        "resume",
        "resumes",
        "r\u00e9sum\u00e9",
        "cv",
        "letter",
        "materials",
        "pm",
        "am",
        "p",
        "m",
        "noon",
        "midnight",
    ],
    "start-date": [
        "start",
        "starts",
        "starting",
        "begin",
        "begins",
        "beginning",
        "commencing",
        "available",
        "orientation",
    ],
}


class _Day(NamedTuple):
    span: Span
    value: str


def closing_date(draft: Draft) -> tuple[Fact, ...]:
    """Return each last day to apply: YYYY-MM-DD, or as written where the year is not given."""
    return _dated(draft, "closing-date")


def start_date(draft: Draft) -> tuple[Fact, ...]:
    """Return each day on which the work begins, in the same form, or `asap`."""
    found = _dated(draft, "start-date")
    return found or tuple(_at_once(draft))


def _dated(draft: Draft, family: str) -> tuple[Fact, ...]:
    given = [
        Fact(value=day.value)
        for field in draft.document.fields
        if _key(field.name) in _FIELDS[family]
        for day in _days(field.value, 0, min(len(field.value), 60))
    ]
    if given:
        return tuple(given[:1])
    found: dict[int, Fact] = {}
    cue = _CLOSES if family == "closing-date" else _STARTS
    day_first = any(code in _DAY_FIRST for code in draft.known("country"))
    for block, at in _cued(draft, _CUES[family]):
        for day in _days(draft.text, at, min(block.end, at + 90), day_first=day_first):
            low = max(block.start, day.span.start - 90)
            before = draft.text[low : day.span.start]
            if family == "start-date" and _UNTIL.search(before):
                continue
            timed = family == "closing-date" and _timed(draft, block, before)
            if not timed and (not cue.search(before) or _NOT_THE_JOB.search(before)):
                continue
            found.setdefault(day.span.start, Fact(value=day.value, span=day.span))
    for fact in _captioned(draft, family, day_first=day_first):
        if fact.span is not None:
            found.setdefault(fact.span.start, fact)
    return tuple(found[start] for start in sorted(found))


def _timed(draft: Draft, block: Span, before: str) -> bool:
    """Say whether an hour stands before the date, in a block about applying."""
    return bool(_TIMED.search(before) and _APPLYING.search(draft.text, *block))


def _key(name: str) -> str:
    return "".join(c for c in name.lower().rpartition(".")[2] if c.isalpha())


def _cued(draft: Draft, cues: list[str]) -> Iterator[tuple[Span, int]]:
    """Yield the blocks in which a cue stands, and where in them it ends."""
    document = draft.document
    for word in cues:
        for at in document.index.get(word, ())[:40]:
            block = document.block_at(document.words[at].start)
            if block is not None:
                yield block.span, document.words[at].start


def _captioned(draft: Draft, family: str, *, day_first: bool) -> Iterator[Fact]:
    """Yield a date that stands alone under a line such as “Closing date”."""
    cue = _CLOSES if family == "closing-date" else _STARTS
    for block in draft.document.blocks:
        if block.span.end - block.span.start > 60:
            continue
        days = list(_days(draft.text, *block.span, day_first=day_first))
        if len(days) != 1 or days[0].span.start - block.span.start > 12:
            continue
        if ":" in draft.text[block.span.start : days[0].span.start]:  # it has a label of its own
            continue
        caption = next(iter(captions(draft.document, block.span.start)[:1]), "")
        if caption and cue.search(caption.rstrip(" :") + " "):
            yield Fact(value=days[0].value, span=days[0].span)


def _at_once(draft: Draft) -> Iterator[Fact]:
    for block, at in _cued(draft, ["start", "starts"]):
        match = _SOON.search(draft.text, at, min(block.end, at + 40))
        if match:
            yield Fact(value="asap", span=Span(*match.span()))
            return


def _days(text: str, start: int, end: int, *, day_first: bool = False) -> Iterator[_Day]:
    """Yield the dates written in a stretch of text; a day that does not exist is none."""
    for found in _DATE.finditer(text, start, end):
        value = _iso(found.groupdict(), day_first=day_first)
        if value:
            yield _Day(Span(*found.span()), value if value != "?" else found.group())


def _iso(parts: dict[str, str | None], *, day_first: bool) -> str | None:
    """Return YYYY-MM-DD, “?” where no year is given, None where there is no such day."""
    try:
        if parts["iso"]:
            return date.fromisoformat(parts["iso"]).isoformat()
        if parts["m"] and parts["d"] and parts["y"]:
            year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
            month, day = int(parts["m"]), int(parts["d"])
            if month > 12 or (day_first and day <= 12):
                month, day = day, month
            return date(year, month, day).isoformat()
        name = parts["month"] or parts["month_last"] or ""
        day, year_ = (
            int(parts["day"] or parts["day_first"] or 0),
            parts["year"] or parts["year_last"],
        )
        month = _MONTHS.index(name[:3].lower()) + 1
        if year_ is None:
            return "?" if date(2024, month, day) else None
        return date(int(year_), month, day).isoformat()
    except ValueError:
        return None


_CONDITION = regex(
    r"\b(?:hired|hires|employed|new hires|employees (?:hired|starting)) (?:on or )?(?:after|before|since|prior to)\W{1,2}",
    2,
)
_OLD = 2  # years from which on a day is long past


def stale_date(draft: Draft) -> tuple[Fact, ...]:
    """Return the days, years back, on which a condition of being hired hangs."""
    found = []
    if not any(word in draft.document.index for word in ("hired", "hires", "employed")):
        return ()
    for cue in _CONDITION.finditer(draft.text):
        for day in _days(draft.text, cue.end(), cue.end() + 24):
            written = _past(day.value)
            if written and written.year + _OLD < draft.as_of.year + (written > draft.as_of):
                found.append(Fact(value=day.value, span=day.span))
            break
    return tuple(found)


def _past(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
