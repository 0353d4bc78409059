"""Tells which local laws on postings reach a draft: by its places, its remote work and the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.document import Draft, Fact
from jdlint.tables import table

_NONE = "none"  # stands for a draft that no law of the table reaches


class Law(Fact):
    """What the places of a draft ask of a posting; `value` is the topic of posting_law.csv.

    There is one fact for each topic, whichever number of places ask for it, so that one finding
    names them all. `places` and `citations` are written out for a reader; where the size of the
    employer is not known, a place says from which size on it asks.
    """

    places: str = ""
    citations: str = ""


def law(draft: Draft) -> tuple[Law, ...]:
    """Return the topics of law that reach the draft on its day, from rules/data/posting_law.csv.

    A row holds from the day in `from` until the day before `until`, and for employers with as many
    people as `employees`; where the configuration tells no size, it is taken to hold. A city's row
    holds where the draft names the city, a country's wherever in the country the work is. A row marked `remote` is also reached by work that can be
    done from anywhere in the United States, where the draft names no state.
    """
    reached: dict[str, list[dict[str, str]]] = {}
    for row in _in_force(draft):
        reached.setdefault(row["topic"], []).append(row)
    size = _size(draft)
    found = [_fact(topic, rows, size) for topic, rows in reached.items()]
    return tuple(found) or (Law(value=_NONE),)


def _fact(topic: str, rows: list[dict[str, str]], size: int | None) -> Law:
    whole = {row["place"] for row in rows if not row["cities"]}
    kept = [row for row in rows if not row["cities"] or row["place"] not in whole] or rows
    return Law(
        value=topic,
        places=listed(_named(row, size) for row in kept),
        citations="; ".join(dict.fromkeys(row["citation"] for row in kept)),
    )


def _named(row: dict[str, str], size: int | None) -> str:
    least = int(row["employees"] or 1)
    if size is not None or least == 1:
        return row["name"]
    return f"{row['name']} (employers of {least} or more)"


def _in_force(draft: Draft) -> Iterator[dict[str, str]]:
    day = draft.as_of.isoformat()
    size = _size(draft)
    stated = _stated(draft)
    countries = draft.known("country")
    anywhere = _anywhere(draft)
    for row in table("posting_law"):
        if not row["from"] <= day or (row["until"] and day >= row["until"]):
            continue
        if size is not None and size < int(row["employees"] or 1):
            continue
        if (
            row["place"] in countries
            or _reaches(row, stated)
            or (anywhere and row["remote"] == "yes")
        ):
            yield row


def _stated(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Return each place of the draft with the words that name it, in lower case."""
    return tuple(
        (fact.value, draft.document.cut(fact.span).lower() if fact.span else "")
        for fact in draft.facts["place"]
    )


def _reaches(row: dict[str, str], stated: Iterable[tuple[str, str]]) -> bool:
    cities = row["cities"].split("|") if row["cities"] else []
    for code, words in stated:
        if code != row["place"] and not code.startswith(row["place"] + "-"):
            continue
        if not cities or any(_names(words, city) for city in cities):
            return True
    return False


def _names(words: str, city: str) -> bool:
    """Say whether words begin with a city and not with the county of its name."""
    return words.startswith(city) and not words[len(city) :].startswith(" county")


def _anywhere(draft: Draft) -> bool:
    """Say whether the work can be done from anywhere in the United States."""
    return set(_known(draft, "place")) == {"US"} and "remote" in _known(draft, "workplace")


def _known(draft: Draft, family: str) -> tuple[str, ...]:
    return tuple(fact.value for fact in draft.facts.get(family, ()))


def _size(draft: Draft) -> int | None:
    for value in _known(draft, "employer.size"):
        if value.isdigit():
            return int(value)
    return None


def listed(names: Iterable[str]) -> str:
    """Return names as a reader would list them: “Colorado, Illinois and New York”."""
    each = list(dict.fromkeys(names))
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} and {each[-1]}"
