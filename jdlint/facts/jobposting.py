"""Fills a schema.org JobPosting with what a draft states, and with nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from jdlint.document import Draft, Fact, Modality
from jdlint.facts.description import description
from jdlint.facts.job_location import job_location
from jdlint.facts.pay import Pay
from jdlint.tables import table

_REQUIRED = ("title", "description", "datePosted", "hiringOrganization")
_NEEDED = (Modality.STATED, Modality.REQUIRED, Modality.ALTERNATIVE)


def jobposting(draft: Draft) -> dict[str, Any]:
    """Return the JobPosting that the facts of a draft fill, for JSON-LD.

    It holds the properties of Google's job posting documentation in their forms; one that the
    draft does not state, or states in no form that Google takes, is left out.
    """
    return {"@context": "https://schema.org/", "@type": "JobPosting"} | _present(
        {
            "title": _first(draft, "title"),
            "description": description(draft.document, without=_first(draft, "title")),
            "datePosted": _day(_field(draft, "datePosted"), _first(draft, "date-posted")),
            "validThrough": _day(_field(draft, "validThrough"), _first(draft, "closing-date")),
            "employmentType": _employment(draft),
            "hiringOrganization": _organization(draft),
            "identifier": _identifier(draft),
            **job_location(draft),
            "baseSalary": _salary(draft),
            "educationRequirements": _education(draft),
            "experienceRequirements": _experience(draft),
            "directApply": {"true": True, "false": False}.get(_field(draft, "directApply").lower()),
        }
    )


def missing(posting: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the properties that Google requires and `posting` lacks, by their paths.

    A job done from home alone (TELECOMMUTE) needs the places people may live in instead of a
    jobLocation; a jobLocation needs a country.
    """
    absent = [name for name in _REQUIRED if not posting.get(name)]
    remote = posting.get("jobLocationType") == "TELECOMMUTE"
    places = posting.get("jobLocation")
    if places:
        listed = places if isinstance(places, list) else [places]
        if not all(place.get("address", {}).get("addressCountry") for place in listed):
            absent.append("jobLocation.address.addressCountry")
    elif remote and not posting.get("applicantLocationRequirements"):
        absent.append("applicantLocationRequirements")
    elif not remote:
        absent.append("jobLocation")
    return tuple(absent)


def _present(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}


def _read(draft: Draft, family: str) -> tuple[Fact, ...]:
    return draft.facts.get(family, ())


def _first(draft: Draft, family: str) -> str:
    facts = _read(draft, family)
    return facts[0].value.strip() if facts else ""


def _field(draft: Draft, name: str) -> str:
    return next((f.value.strip() for f in draft.document.fields if f.name == name), "")


def _day(*stated: str) -> str | None:
    """Return the first of the dates that is one (ISO 8601), with its time if it has one."""
    for text in stated:
        try:
            date.fromisoformat(text[:10])
        except ValueError:
            continue
        return (
            text
            if re.fullmatch(r"[\d-]{10}(?:T[\d:.]{4,15}(?:Z|[+-][\d:]{4,6})?)?", text)
            else text[:10]
        )
    return None


def _employment(draft: Draft) -> str | list[str] | None:
    known = table("google_jobs")["employment_types"]
    stated = [*draft.known("employment"), _field(draft, "employmentType")]
    words = [re.sub(r"[^a-z]", "", text.lower()) for text in stated]
    found = list(dict.fromkeys(known[word] for word in words if word in known))
    return found[0] if len(found) == 1 else found or None


def _organization(draft: Draft) -> dict[str, Any] | None:
    name = _field(draft, "hiringOrganization.name") or _first(draft, "employer")
    if not name:
        return None
    links = {key: _field(draft, f"hiringOrganization.{key}") for key in ("sameAs", "logo")}
    return {"@type": "Organization", "name": name} | _present(links)


def _identifier(draft: Draft) -> dict[str, Any] | None:
    value = _field(draft, "identifier.value")
    name = _field(draft, "identifier.name") or _field(draft, "hiringOrganization.name")
    return {"@type": "PropertyValue"} | _present({"name": name, "value": value}) if value else None


def _salary(draft: Draft) -> dict[str, Any] | None:
    """Return the base pay; the widest range where several are stated for the same unit."""
    units = table("google_jobs")["units"]
    wages = [
        fact
        for fact in _read(draft, "pay")
        if isinstance(fact, Pay) and fact.kind == "base" and fact.unit in units and fact.currency
    ]
    if not wages:
        return None
    first = next((wage for wage in wages if wage.given), wages[0])
    alike = [wage for wage in wages if (wage.unit, wage.currency) == (first.unit, first.currency)]
    if first.given or any(None in (wage.min, wage.max) for wage in alike):
        alike = [first]
    low = min((_plain(wage.min) for wage in alike if wage.min is not None), default=None)
    high = max((_plain(wage.max) for wage in alike if wage.max is not None), default=None)
    figures = {"value": low} if low == high else {"minValue": low, "maxValue": high}
    value = {"@type": "QuantitativeValue"} | _present(figures) | {"unitText": units[first.unit]}
    return {"@type": "MonetaryAmount", "currency": first.currency, "value": value}


def _plain(figure: float) -> int | float:
    return int(figure) if figure.is_integer() else figure


def _education(draft: Draft) -> dict[str, Any] | None:
    """Return the lowest level of education that will do."""
    levels = table("google_jobs")["education"]
    wanted = [d.value for d in _asked(_read(draft, "degrees")) if d.value in levels]
    if not wanted:
        return None
    lowest = min(wanted, key=list(levels).index)
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": levels[lowest]}


def _experience(draft: Draft) -> dict[str, Any] | None:
    """Return the months of experience without which nobody is considered.

    Amounts in one block may stand for one another (“two years with a master’s, four without”), so
    the least of them counts; amounts in several blocks are all asked for.
    """
    least: dict[int, float] = {}
    for fact in _asked(_read(draft, "experience")):
        years = getattr(fact, "min", None)
        if years:
            block = draft.document.block_at(fact.span.start) if fact.span else None
            at = block.span.start if block else -1
            least[at] = min(years, least.get(at, years))
    if not least:
        return None
    months = round(12 * max(least.values()))
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}


def _asked(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.modality in _NEEDED]
