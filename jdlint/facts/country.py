"""Tells in which country the work is."""

from __future__ import annotations

from jdlint.document import Draft, Fact
from jdlint.tables import table


def country(draft: Draft) -> tuple[Fact, ...]:
    """Return the countries of the places of work, by their ISO 3166-1 codes.

    Where no place is named, the names of a country's health service, regulators and money tell;
    without any of them it is the US, for which the built-in rules are written.
    """
    named = dict.fromkeys(code.partition("-")[0] for code in draft.known("place"))
    named = dict.fromkeys(code for code in named if len(code) == 2 and code.isupper())
    return tuple(Fact(value=code) for code in named or (_cued(draft) or "US",))


def _cued(draft: Draft) -> str | None:
    """Return the country that two of its cues, or a sure one, speak of."""
    document = draft.document
    for code, cues in table("places")["cues"].items():
        sure = any(word in document.index for word in cues["sure"])
        found = [word for word in cues["others"] if word in document.index]
        signs = [sign for sign in cues["signs"] if sign in document.text]
        if sure or signs or len(found) > 1:
            return str(code)
    return None
