"""Reads the shifts of a position, being on call, its caseload, and to whom it reports."""

from __future__ import annotations

from jdlint.document import Draft, Fact, Modality
from jdlint.patterns import regex
from jdlint.text import Span

_SECTIONS = ("benefits", "eeo", "legal-notice", "about-employer", "experience")
_CUES = [
    "shift",
    "shifts",
    "overnight",
    "overnights",
    "weekend",
    "weekends",
    "rotating",
    "schedule",
    "call",
    "on-call",
]
_OF_LOADS = [
    "caseload",
    "caseloads",
    "case",
    "clients",
    "patients",
    "cases",
    "families",
    "sessions",
    "appointments",
]
_OF_REPORTS = ("report", "reports", "reporting", "supervised", "supervisor")
_SHIFTS = regex(
    r"\b(?:(?P<night>(?:over)?nights?(?=[ /-]?(?:shifts?|hours)\b)|overnights?(?= (?:shifts?|position|role|hours|awake))|noc(?= shift)|night shift|third shift|3rd shift)"
    r"|(?P<evening>(?:evenings?|afternoons?|second|2nd|swing)(?=[ /-]shifts?\b))|(?P<day>(?:days?|first|1st|morning)(?=[ /-]shifts?\b))"
    r"|(?P<rotating>rotating(?= (?:\w+ )?shifts?\b)|rotating(?= schedule))|(?P<weekend>(?:every (?:other|third) )?weekends?(?= (?:shifts?|work|rotation|availability|required|coverage|hours)\b)|(?:every other|every third|alternating|alternate) weekends?|work (?:some )?weekends?))\b"
    r"|\b(?:shifts?|schedule)(?: type)?\W{1,3}(?:(?P<night_>(?:over)?nights?|noc)|(?P<evening_>evenings?)|(?P<day_>days?))\b",
    2,
)
_ON_CALL = regex(
    r"\bon[- ]call (?:rotation|duties|duty|schedule|shifts?|hours|coverage|responsibilit\w+|basis|availability|phone|status|work|support|required|after)\b|\b(?:rotat\w+|participat\w+ in|share\w*|take|be|available|required|works?|serve\w*|provides?) (?:\w+ ){0,4}on[- ]call\b|\bcall (?:rotation|coverage) (?:required|is)\b|\bon[- ]call\W{1,2}\d",
    2,
)
_NOT = regex(r"\b(?:no|not|without|never|zero)\b[^.;\n]{0,24}\Z", 2)
_CASELOAD = regex(
    r"\b(?:case ?loads? (?:of|is|will be|averages?|up to|size|target|goal|expectation)?[^.;\n\d]{0,30}(?P<low>\d{1,3})(?: ?(?:-|\u2013|to) ?(?P<high>\d{1,3}))?"
    r"|(?:carr(?:y|ies)|maintain\w*|manag\w+|hold|see\w*) (?:a |an )?(?:full |active |average |minimum |weekly )?(?:case ?load of )?(?:about |approximately |at least |up to |a minimum of )?(?P<low_>\d{1,3})(?: ?(?:-|\u2013|to) ?(?P<high_>\d{1,3}))? (?:\w+ )?(?:clients?|patients|cases|families|sessions|client hours|clinical hours|appointments)(?: (?:a|per|each|/) ?(?P<unit>week|day|month))?)",
    2,
)
_REPORTS = regex(
    r"\b(?:reports?(?: directly)? to|reporting(?: directly)? (?:in)?to|supervised by|supervisor|reports to \(title\))\W{1,3}(?:the |our |an? )?(?P<at>(?:[a-z-]{2,20} ){0,4}(?:manager|director|supervisor|administrator|coordinator|officer|leader|principal|superintendent|chief)\b(?! [A-Z])|[A-Z][\w&/'\u2019-]{1,24}(?:,? (?:[A-Z][\w&/'\u2019-]{1,24}|of|the|and|for|&)){0,7})",
    0,
)
_TAIL = regex(r"(?:,? (?:of|the|and|for|&)){1,6}\Z", 2)


class Caseload(Fact):
    """How many clients, cases or sessions; `unit` is week, day or month where one is named."""

    min: float | None = None
    max: float | None = None
    unit: str | None = None


def shifts(draft: Draft) -> tuple[Fact, ...]:
    """Return the shifts of the position, each once: day, evening, night, weekend, rotating, on-call."""
    found: dict[str, Fact] = {}
    if not any(word in draft.document.index for word in _CUES):
        return ()
    for match in _SHIFTS.finditer(draft.text):
        value = (match.lastgroup or "").rstrip("_")
        if value and _of_the_job(draft, match.start()):
            found.setdefault(value, Fact(value=value, span=Span(*match.span())))
    for match in _ON_CALL.finditer(draft.text):
        if _of_the_job(draft, match.start()):
            found.setdefault("on-call", Fact(value="on-call", span=Span(*match.span())))
            break
    return tuple(sorted(found.values(), key=lambda fact: fact.span.start if fact.span else 0))


def _of_the_job(draft: Draft, start: int) -> bool:
    """Say whether what begins at `start` is no benefit, no difference in pay, and not denied."""
    section = draft.section_at(start)
    low = draft.text.rfind("\n", 0, start) + 1
    before = draft.text[max(low, start - 60) : start]
    kind = section.kind.replace("_", "-") if section else ""
    paid = "differential" in draft.text[start : start + 60].lower()
    return kind not in _SECTIONS and not paid and not _NOT.search(before)


def caseload(draft: Draft) -> tuple[Caseload, ...]:
    """Return the caseload stated, in order."""
    found: list[Caseload] = []
    if not any(word in draft.document.index for word in _OF_LOADS):
        return ()
    for match in _CASELOAD.finditer(draft.text):
        low, high = match["low"] or match["low_"], match["high"] or match["high_"]
        least, most = float(low), float(high or low)
        if most > 1 and least <= most:
            found.append(
                Caseload(
                    value=match.group(),
                    span=Span(*match.span()),
                    min=least,
                    max=most,
                    unit=match["unit"],
                )
            )
    return tuple(found)


def reports_to(draft: Draft) -> tuple[Fact, ...]:
    """Return the title of the person to whom the position reports, as written."""
    found: list[Fact] = []
    if not any(word in draft.document.index for word in _OF_REPORTS):
        return ()
    for match in _REPORTS.finditer(draft.text):
        name = match["at"]
        tail = _TAIL.search(name)
        name = name[: tail.start()] if tail else name
        if name and not name.lower().startswith(("of ", "and ", "for ")):
            start = match.start("at")
            found.append(
                Fact(value=name, span=Span(start, start + len(name)), modality=Modality.STATED)
            )
    return tuple(found[:3])
