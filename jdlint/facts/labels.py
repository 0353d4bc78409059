"""Writes the facts of a draft as plain values under the names that `jdlint facts` shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jdlint.document import Draft, Fact, Modality
from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span

# families whose values are shown as they are, each value once: our name → the name shown
_VALUES = {
    "workplace": "workplace",
    "employment": "employment_types",
    "shifts": "shifts",
    "setting": "settings",
    "population": "populations",
    "contractor": "contractor",
}
# families of which a draft states at most one
_SINGLE = {"closing-date": "closing_date", "start-date": "start_date", "reports-to": "reports_to"}
# families shown as lists of objects → the attributes shown
_ROWS: dict[str, tuple[str, tuple[str, ...]]] = {
    "pay": ("pay", ("kind", "min", "max", "unit", "currency")),
    "licences": ("licences", ("text", "states", "level", "condition", "modality")),
    "certifications": ("certifications", ("text", "condition", "modality")),
    "degrees": ("degrees", ("level", "fields", "or_equivalent", "in_progress", "modality")),
    "experience": ("experience_years", ("min", "max", "in_what", "modality")),
    "caseload": ("caseload", ("min", "max", "unit")),
    "supervision": ("supervision", ("by", "hours", "modality")),
}


def labels(draft: Draft) -> dict[str, Any]:
    """Return what a draft states as JSON-compatible values, every name always there.

    A name has an empty list or None where nothing is stated. `line` is the line of the file, from
    1, and None for what was given as data or stands in a format without lines.
    """
    return {
        "title": _one(draft, "title"),
        "profession": _one(draft, "profession"),
        "places": _places(draft),
        **{shown: _values(draft, family) for family, shown in _VALUES.items()},
        "hours_per_week": _hours(draft),
        **{
            shown: [_row(draft, fact, attributes) for fact in _shown(draft, family)]
            for family, (shown, attributes) in _ROWS.items()
        },
        **{shown: _one(draft, family) for family, shown in _SINGLE.items()},
        "mentions": _mentions(draft),
    }


def line(draft: Draft, span: Span | None) -> int | None:
    """Return the line of the file in which `span` begins; None where it has no line."""
    source = draft.document.source
    if span is None or not source.lined:
        return None
    place = source.map.span(span)
    return source.lines.place(place.start).line if place else None


def _facts(draft: Draft, family: str) -> tuple[Fact, ...]:
    return draft.facts.get(family, ())


def _one(draft: Draft, family: str) -> str | None:
    return next((fact.value for fact in _facts(draft, family)), None)


def _values(draft: Draft, family: str) -> list[str]:
    return list(dict.fromkeys(fact.value for fact in _facts(draft, family)))


_PLACE = regex(r"(?P<country>[A-Z]{2})(?:-(?P<region>\w{1,3}))?\b")


def _places(draft: Draft) -> list[str]:
    """Return states of the US by their letters, other places by the letters of the country."""
    found = []
    for value in _values(draft, "place"):
        place = _PLACE.match(value)
        if place and place["country"] != "US":
            found.append(place["country"])
        elif place and place["region"]:
            found.append(place["region"])
    return list(dict.fromkeys(found))


def _hours(draft: Draft) -> list[float] | None:
    """Return the least and the most of the weekly hours stated."""
    stated = [
        (getattr(fact, "min", None), getattr(fact, "max", None)) for fact in _facts(draft, "hours")
    ]
    ends = [hours for pair in stated for hours in pair if hours is not None]
    return [_plain(min(ends)), _plain(max(ends))] if ends else None


def _shown(draft: Draft, family: str) -> Iterable[Fact]:
    hidden = (Modality.EXCLUDED,)
    return (
        fact
        for fact in _facts(draft, family)
        if fact.modality not in hidden
        and not (family == "experience" and fact.value == "new-graduates")
    )


def _row(draft: Draft, fact: Fact, attributes: tuple[str, ...]) -> dict[str, Any]:
    written = {name: _WRITERS.get(name, _as_it_is)(fact, name) for name in attributes}
    return {**written, "line": line(draft, fact.span)}


def _modality(fact: Fact, _: str) -> str:
    """Return required where nothing weaker is said: what is named among demands is demanded."""
    stated = fact.modality is Modality.STATED
    return str(Modality.REQUIRED if stated else fact.modality)


def _text(fact: Fact, name: str) -> str:
    return str(getattr(fact, name, fact.value))


def _as_it_is(fact: Fact, name: str) -> Any:
    value = getattr(fact, name, None)
    if isinstance(value, tuple):
        return list(value)
    return _plain(value) if isinstance(value, float) else value


_WRITERS: dict[str, Callable[[Fact, str], Any]] = {"modality": _modality, "text": _text}


def _plain(figure: float) -> int | float:
    return int(figure) if float(figure).is_integer() else figure


def _mentions(draft: Draft) -> dict[str, bool]:
    made = {fact.value for fact in _facts(draft, "statements")}
    return {name: name in made for name in table("statements")}
