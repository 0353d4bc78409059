"""Fills the places of a JobPosting: where the work is done, or where one may live to do it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jdlint.document import Draft, Field
from jdlint.patterns import regex

_ADDRESS = "jobLocation.address."
_PARTS = ("streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry")
_PLACE = regex(r"(?P<country>[A-Z]{2})(?:-(?P<region>[A-Z0-9]{1,3}))?")


def job_location(draft: Draft) -> dict[str, Any]:
    """Return jobLocation, jobLocationType and applicantLocationRequirements, those that are known.

    Work that is done from home alone is TELECOMMUTE; the places named are then those where people
    may live. Work that is done from home in part has a place like any other.
    """
    places = [place for text in draft.known("place") if (place := _PLACE.fullmatch(text))]
    given = _given(draft.document.fields)
    if _from_home(draft):
        living = [_area(place["country"], place["region"]) for place in places]
        living = living or [_area(*_codes(address)) for address in given if any(_codes(address))]
        return _present(
            {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": _one(living)}
        )
    stated = [
        _present({"addressRegion": place["region"], "addressCountry": place["country"]})
        for place in places
    ]
    located = [
        {"@type": "Place", "address": {"@type": "PostalAddress"} | address}
        for address in given or stated
    ]
    return _present({"jobLocation": _one(located)})


def _from_home(draft: Draft) -> bool:
    kinds = [field.value for field in draft.document.fields if field.name == "jobLocationType"]
    return "TELECOMMUTE" in kinds or set(draft.known("workplace")) == {"remote"}


def _given(fields: Iterable[Field]) -> list[dict[str, str]]:
    """Return the addresses in the data; parts that cannot be told apart are left out."""
    parts: dict[str, list[str]] = {}
    for field in fields:
        leaf = field.name.removeprefix(_ADDRESS)
        if leaf in _PARTS and leaf != field.name and field.value.strip():
            parts.setdefault(leaf, []).append(field.value.strip())
    most = max(map(len, parts.values()), default=0)
    whole = {leaf: values for leaf, values in parts.items() if len(values) in (1, most)}
    return [
        {leaf: values[number if len(values) > 1 else 0] for leaf, values in whole.items()}
        for number in range(most)
    ]


def _codes(address: Mapping[str, str]) -> tuple[str | None, str | None]:
    return address.get("addressCountry"), address.get("addressRegion")


def _area(country: str | None, region: str | None) -> dict[str, str]:
    land = "USA" if country == "US" else country
    name = ", ".join(part for part in (region, land) if part)
    return {"@type": "State" if region else "Country", "name": name}


def _one(values: list[dict[str, Any]]) -> dict[str, Any] | list[dict[str, Any]] | None:
    """Return a single value by itself, several as a list; each once."""
    once = [value for number, value in enumerate(values) if value not in values[:number]]
    return once[0] if len(once) == 1 else once or None


def _present(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value}
