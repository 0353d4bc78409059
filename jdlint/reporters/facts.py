"""What drafts state, for a person: what was read, the words it was read from, and their line."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.document import Draft, Fact, Modality
from jdlint.facts.labels import line
from jdlint.outline import label
from jdlint.reporters import printable

WORDS = 60  # characters of a quotation
WIDEST = (16, 36, WORDS + 2)  # characters of each column

# family → what a person calls it, in the order shown; damage and repetition are no statements
NAMES = {
    "title": "Title",
    "profession": "Profession",
    "place": "Place",
    "workplace": "Workplace",
    "employment": "Employment",
    "contractor": "Tax status",
    "hours": "Hours a week",
    "shifts": "Shifts",
    "pay": "Pay",
    "licences": "Licence",
    "certifications": "Certification",
    "degrees": "Degree",
    "experience": "Experience",
    "setting": "Setting",
    "population": "People served",
    "caseload": "Caseload",
    "supervision": "Supervision",
    "reports-to": "Reports to",
    "start-date": "Start",
    "closing-date": "Closing date",
    "statements": "Also speaks of",
}
_WEAKER = (Modality.PREFERRED, Modality.ALTERNATIVE, Modality.EXCLUDED)


def render(path: str, draft: Draft) -> str:
    """Return the table of one draft, with a final line break."""
    rows = [("What", "Read as", "In the words", "Line"), *_facts(draft)]
    part = draft.document.source.part
    lines = [f"{path} ({part})" if part else path, *_columns(rows), "", *_sections(draft)]
    return "\n".join(printable(text) for text in lines) + "\n"


def _facts(draft: Draft) -> Iterator[tuple[str, str, str, str]]:
    for family, name in NAMES.items():
        for fact in draft.facts.get(family, ()):
            number = line(draft, fact.span)
            yield name, _value(fact), _words(draft, fact), "" if number is None else str(number)


def _value(fact: Fact) -> str:
    """Return the value as a person would say it, with “preferred” and the like behind it."""
    text = fact.value.replace("_", " ")
    low, high, unit = (getattr(fact, name, None) for name in ("min", "max", "unit"))
    if isinstance(low, int | float) or isinstance(high, int | float):
        text = _range(low, high)
        if getattr(fact, "in_what", None) is not None:
            text += " years"
        if getattr(fact, "currency", None):
            text = f"{getattr(fact, 'currency', '')} {text}"
            text = text if fact.value == "wage" else f"{text} ({fact.value})"
        text += f" per {unit}" if unit and getattr(fact, "currency", None) else ""
        text += f" {unit}" if unit and not getattr(fact, "currency", None) else ""
    return f"{text}, {fact.modality}" if fact.modality in _WEAKER else text


def _range(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"up to {high:,.10g}" if low is None else f"{low:,.10g} or more"
    return f"{low:,.10g}" if low == high else f"{low:,.10g}\u2013{high:,.10g}"


def _words(draft: Draft, fact: Fact) -> str:
    if fact.span is None:
        return "(given as data)"
    words = draft.document.cut(fact.span).replace("\n", " / ")
    return (
        f"\u201c{words}\u201d" if len(words) <= WORDS else f"\u201c{words[: WORDS - 1]}\u2026\u201d"
    )


def _columns(rows: list[tuple[str, str, str, str]]) -> Iterator[str]:
    widths = [min(WIDEST[column], max(len(row[column]) for row in rows)) for column in range(3)]
    for row in rows:
        cells = [_fit(row[column], widths[column]) for column in range(3)]
        yield "  " + "  ".join([*cells, row[3]]).rstrip()


def _fit(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "\u2026"


def _sections(draft: Draft) -> Iterator[str]:
    yield "  Sections"
    for section in draft.sections:
        number = line(draft, section.heading or section.span)
        words = draft.document.cut(section.heading) if section.heading else ""
        heading = f"\u201c{words[:WORDS]}\u201d" if words else "(no heading)"
        where = f"line {number}" if number else ""
        yield f"  {label(section.kind):24}  {heading}  {where}".rstrip()
