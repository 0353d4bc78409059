"""Reads the pay that a file gives as data: schema.org's baseSalary, or a key such as salary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from jdlint.document import Field
from jdlint.facts.amounts import amounts
from jdlint.patterns import regex
from jdlint.tables import table

_PATH = regex(r"(?P<group>baseSalary(?:\.\d+|\[\d+\])?)(?:\.(?P<rest>.+))?")
_KEY = regex(
    r"(?P<group>(?:base[ _-]?)?(?:salary|pay|wages?|compensation|remuneration)(?:[ _-]?(?:range|rate|scale))?)"
    r"(?:[._ -](?P<rest>min|max|minimum|maximum|currency|unit|period|interval))?",
    re.IGNORECASE,
)
_LEAVES = {
    "min": "minvalue",
    "minimum": "minvalue",
    "max": "maxvalue",
    "maximum": "maxvalue",
    "unit": "unittext",
    "period": "unittext",
    "interval": "unittext",
}


class Given(NamedTuple):
    """Pay as the data of a file gives it."""

    minimum: float | None
    maximum: float | None
    currency: str | None
    unit: str | None


def base_salaries(fields: Iterable[Field]) -> list[Given]:
    """Return the pay in the data of a document, in the order in which it is given."""
    groups: dict[str, list[dict[str, str]]] = {}
    for field in fields:
        found = _PATH.fullmatch(field.name) or _KEY.fullmatch(field.name)
        if found:
            leaf = (found["rest"] or "value").rsplit(".", 1)[-1].lower()
            _put(
                groups.setdefault(found["group"], [{}]),
                _LEAVES.get(leaf, leaf),
                field.value.strip(),
            )
    several = [leaves for group in groups.values() for leaves in group]
    return [given for leaves in several if (given := _given(leaves)) is not None]


def _put(group: list[dict[str, str]], leaf: str, value: str) -> None:
    """Put a value into the first salary that lacks it: several may be given under one name."""
    for leaves in group:
        if leaf not in leaves:
            leaves[leaf] = value
            return
    group.append({leaf: value})


def _given(leaves: dict[str, str]) -> Given | None:
    low, high = _number(leaves.get("minvalue")), _number(leaves.get("maxvalue"))
    currency = leaves.get("currency", "").upper()
    unit = _unit(leaves.get("unittext", ""))
    value = leaves.get("value", "")
    if low is None and high is None:
        low = high = _number(value)
    if low is None and high is None:
        return _worded(value, currency, unit)
    return Given(low, high, currency if re.fullmatch(r"[A-Z]{3}", currency) else None, unit)


def _worded(value: str, currency: str, unit: str | None) -> Given | None:
    """Read pay that is written out: “$28 - $34 an hour”."""
    stated = amounts(value)
    if not stated or not stated[0].least:
        return None
    first = stated[0]
    period = first.period if first.period and not first.period.startswith("-") else None
    return Given(first.minimum, first.maximum, currency or first.currency, period or unit)


def _number(text: str | None) -> float | None:
    plain = (text or "").replace(",", "")
    if not re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", plain):
        return None
    return float(plain) or None


def _unit(text: str) -> str | None:
    word = text.lower().removeprefix("per ").removeprefix("1 ").strip()
    for unit, words in table("pay")["periods"].items():
        if word in words:
            return None if unit.startswith("-") else str(unit)
    return None
