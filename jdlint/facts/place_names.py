"""Finds the names of states, provinces, countries and well-known cities in a draft."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jdlint.document import Document, Word
from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span

_LONGEST = 4  # words of a name
_BESIDE_STATES = ("US", "CA", "GB", "MX")  # countries that lists name beside states
_OF_CITY = regex(
    r"(?P<city>(?![A-Z]{2},)[^\W\d_a-z][\w.'\u2019-]{1,24}(?: (?:of )?[^\W\d_a-z][\w.'\u2019-]{1,24}){0,3})(?:,| -)? ?\Z"
)
_CAPITALS = regex(r"\b(?!REMOTE\b)[A-Z]{2,} \Z")
_ZIP = regex(r",? ?\d{5}(?:-\d{4})?\b")


class Mention(NamedTuple):
    """A name of a place where it stands; `code` is ISO 3166 (US-CO, CA-ON, DE).

    `city` says that the name of a city stands before the state, or is all that stands; then the
    span holds it. `short` says that the state is written as its two letters.
    """

    span: Span
    code: str
    city: bool = False
    short: bool = False


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the names of areas by their first word, the longest first."""
    data = table("places")
    named = {name: f"US-{code}" for code, name in table("us_states").items()}
    named |= {name: code for code, name in data["provinces"].items()}
    for code, names in data["countries"].items():
        named |= dict.fromkeys(names.split("; "), code)
    named |= {"D.C": "US-DC", "U.S": "US", "USA": "US", "UK": "GB", "U.K": "GB", "US": "US"}
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, code in named.items():
        first, *rest = name.lower().replace(".", " ").split()
        by_first.setdefault(first, []).append((tuple(rest), code))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in by_first.items()
    }


@cache
def _letters() -> dict[str, str]:
    """Return states and provinces by their letters, in lower case."""
    states = {code.lower(): f"US-{code}" for code in table("us_states")}
    return states | {code[3:].lower(): code for code in table("places")["provinces"]}


@cache
def _cities() -> dict[str, str]:
    data = table("places")
    known: dict[str, str] = {}
    for state, names in table("us_cities").items():
        known |= dict.fromkeys(names.lower().split("; "), f"US-{state}")
    for part in ("cities", "us_cities"):
        for code, names in data[part].items():
            known |= dict.fromkeys(names.lower().split("; "), code)
    return known


def code_of(words: str) -> str | None:
    """Return the code of a state, province, country or city that `words` are the name of."""
    lower = words.strip().lower().rstrip(".")
    if len(words) == 2 and words.upper() in table("us_states"):
        return f"US-{words.upper()}"
    first, *rest = lower.replace(".", " ").split() or [""]
    for tail, code in _names().get(first, ()):
        if tail == tuple(rest):
            return code
    return _cities().get(lower)


def areas(document: Document) -> list[Mention]:
    """Return every state, province and country named, in the order of the text.

    States by their letters are given only where they are in capitals.
    """
    text, words, index = document.text, document.words, document.index
    found: dict[int, Mention] = {}
    taken: set[int] = set()
    for first, entries in _names().items():
        for at in index.get(first, ()):
            word = words[at]
            if not text[word.start].isupper():
                continue
            for rest, code in entries:
                if all(_follows(words, at + 1 + n, part) for n, part in enumerate(rest)):
                    end = words[at + len(rest)].end
                    letters = text[word.start : end].replace(".", "")
                    if len(letters) < 4 and (not letters.isupper() or _shouted(text, word.start)):
                        continue
                    found[at] = _mention(text, word.start, end, code)
                    taken.update(range(at + 1, at + 1 + len(rest)))
                    break
    for letters, code in _letters().items():
        for at in index.get(letters, ()):
            word = words[at]
            if at not in found and text[word.start : word.end].isupper():
                found[at] = _mention(text, word.start, word.end, code, short=True)
    named = [found[at] for at in sorted(found) if at not in taken]
    return [
        mention
        for at, mention in enumerate(named)
        if at + 1 == len(named) or named[at + 1].span.start >= mention.span.end
    ]


def _shouted(text: str, start: int) -> bool:
    """Say whether letters stand behind a word in capitals: “JOIN US”."""
    return bool(_CAPITALS.search(text, max(0, start - 20), start))


def _is_area(words: str, *, short: bool) -> bool:
    """Say whether what stands before a place is one itself, and so no city in it: “Canada, UK”."""
    if words in ("New York", "Singapore", "Luxembourg"):
        return False
    if not short and (words in table("us_states").values() or (words.isupper() and len(words) < 5)):
        return True
    named = words.lower().replace(".", " ").split()
    return any(tail == tuple(named[1:]) for tail, _ in _names().get(named[0], ()))


def _follows(words: tuple[Word, ...], at: int, part: str) -> bool:
    return at < len(words) and words[at].lower == part


def _mention(text: str, start: int, end: int, code: str, *, short: bool = False) -> Mention:
    low = max(text.rfind("\n", 0, start) + 1, start - 60)
    city = _OF_CITY.search(text[low:start])
    comma = city is not None and text[low:start].rstrip().endswith(",")
    listed = city is not None and code != "US-DC" and _is_area(city["city"], short=short)
    if listed and city is not None and comma and code.startswith("US-") and code != "US-GA":
        area = code_of(city["city"]) or ""  # “Lebanon, New Hampshire” is a town
        listed = "-" in area or area in _BESIDE_STATES
    capital = code == "US-DC" and city is not None and city["city"].endswith("Washington")
    if city is None or listed or not (comma or capital or (short and _ZIP.match(text, end))):
        return Mention(Span(start, end), code, short=short)
    return Mention(Span(low + city.start(), end), code, city=True, short=short)


def cities(document: Document, span: Span) -> Iterator[Mention]:
    """Yield the cities named inside `span` whose names alone point to one state or country."""
    text = document.text
    inside = _WORDS.finditer(text, span.start, span.end)
    spans = [Span(*word.span()) for word in inside]
    at = 0
    while at < len(spans):
        start = spans[at].start
        step = 1
        if text[start].isupper():
            for count in range(min(_LONGEST, len(spans) - at), 0, -1):
                end = spans[at + count - 1].end
                code = _cities().get(text[start:end].lower().rstrip("."))
                if code is not None:
                    yield Mention(Span(start, end), code, city=True)
                    step = count
                    break
        at += step


_WORDS = regex(r"[^\W_](?:[\w'\u2019-]|\.(?=\w))*")
