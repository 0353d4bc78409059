"""Finds the names and abbreviations of licences and certifications in a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from jdlint.document import Document, Word
from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span

_TOKEN = regex(r"[^\W_]+(?:'[^\W_]+)*")
_GLUE = 5  # characters that may stand between two words of one name
_MOST = 2_000  # no posting has more mentions; a hostile text may not cost more than that
_JOINED = regex(r"\s?[-–—,]?\s?[(\[]\s?\Z")
_RUN = regex(r"\s?[-–—,:]?\s?\Z")
_BESIDE = regex(r"(?:\s?[,/&;|]\s?|\s)(?:(?:or|and)\s|and/or\s)?\Z", re.IGNORECASE)
_CREDENTIAL = regex(
    r"\b(?:licen[sc]\w*|certif\w*|credential\w*|registration|registered|registry|card|trained|training)\b",
    re.IGNORECASE,
)

_WANTED = regex(r" (?:is |are )?(?:required|preferred|must be obtained|a plus)\b", re.IGNORECASE)
_PLURAL = regex(r"['’]?s\Z")


class Mention(NamedTuple):
    """A credential as it is named in the text; `id` is its abbreviation or its plain name."""

    span: Span
    id: str
    family: str  # licences | certifications
    short: bool  # an abbreviation, not a name in words


class _Name(NamedTuple):
    rest: tuple[str, ...]  # the words after the first, in lower case, without “and”
    id: str
    family: str
    short: bool


class Vocabulary(NamedTuple):
    """The credentials of rules/data/credentials.yaml."""

    by_first: dict[str, tuple[_Name, ...]]
    roles: frozenset[str]
    ambiguous: frozenset[str]
    methods: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the credentials by the first word of their names, longest names first."""
    data = table("credentials")
    by_first: dict[str, list[_Name]] = {}
    for family in ("licences", "certifications"):
        for key, written in data[family].items():
            short = " " not in key and key != key.lower()
            names = [(name, False) for name in written.split("; ") if name]
            for name, brief in [*names, *([(key, True)] if short else [])]:
                words = [w for w in _TOKEN.findall(name.lower()) if w != "and"]
                entry = _Name(tuple(words[1:]), key, family, brief)
                firsts = [words[0]] if entry.rest else [words[0], words[0] + "s", words[0] + "'s"]
                for first in firsts:
                    by_first.setdefault(first, []).append(entry)
                if brief and key.isalpha() and len(key) <= 4:
                    dotted = _Name(tuple(key.lower()[1:]), key, family, brief)
                    by_first.setdefault(key[0].lower(), []).append(dotted)
    ordered = {first: tuple(sorted(n, key=lambda e: -len(e.rest))) for first, n in by_first.items()}
    return Vocabulary(
        ordered,
        frozenset(data["roles"].replace("medication-aide", "").split()) | {"medication aide"},
        frozenset(data["ambiguous"].split()),
        frozenset(data["methods"]),
    )


def mentions(document: Document) -> tuple[Mention, ...]:
    """Return all mentions in order; where names overlap, the longest counts.

    A name and its abbreviation in brackets are one mention. An abbreviation that means other
    things too is left out where nothing beside it speaks of a credential.
    """
    known = vocabulary()
    places = sorted(
        position
        for word in document.index.keys() & known.by_first.keys()
        for position in document.index[word]
    )
    found: list[Mention] = []
    end = 0
    for position in places[: _MOST * 5]:
        if document.words[position].start < end:
            continue
        mention = _longest(document, position, known)
        if mention:
            found.append(mention)
            end = mention.span.end
            if len(found) == _MOST:
                break
    merged = list(_with_abbreviations(document.text, found))
    return tuple(_evident(document, merged, known.ambiguous))


def _longest(document: Document, position: int, known: Vocabulary) -> Mention | None:
    words, text = document.words, document.text
    first = words[position]
    for name in known.by_first[first.lower]:
        last = _match(words, position, name.rest)
        if last is None:
            continue
        span = Span(first.start, words[last].end)
        raw = text[span.start : span.end]
        if "\n" in raw or (name.short and not _written(raw, name, known)):
            continue
        if name.short and raw[-1] == "s" and name.id[-1] != "s":
            span = Span(span.start, span.end - len(raw) + len(_PLURAL.sub("", raw)))
        elif name.short and text[span.end : span.end + 1] == "." and "." in raw:
            span = Span(span.start, span.end + 1)
        return Mention(span, name.id, name.family, name.short)
    return None


def _match(words: tuple[Word, ...], at: int, rest: tuple[str, ...]) -> int | None:
    """Return the position of the last word of a name whose first word stands at `at`."""
    for number, wanted in enumerate(rest):
        at += 1
        if at < len(words) and words[at].lower == "and":
            at += 1
        if at >= len(words) or words[at].start - words[at - 1].end > _GLUE:
            return None
        lower = words[at].lower
        if lower != wanted and not (
            number == len(rest) - 1 and lower in (wanted + "s", wanted + "'s")
        ):
            return None
    return at


def _written(raw: str, name: _Name, known: Vocabulary) -> bool:
    """Say whether an abbreviation is written as one: in capitals, or long and clear."""
    bare = raw.replace("’", "'")
    for ending in ("'s", "s"):
        if bare.endswith(ending) and bare != name.id:
            bare = bare.removesuffix(ending)
            break
    letters = [c for c in bare if c.isalpha()]
    if len(name.rest) == len(letters) - 1 > 0 and all(len(w) == 1 for w in name.rest):
        return bare.replace(".", "").replace(" ", "") == name.id and bare[1] == "."
    if bare == name.id:
        return True
    if bare.upper() == bare:
        return bare == name.id.upper() or not bare.isalpha()
    return len(letters) >= 4 and name.id not in known.ambiguous and bare[:1].isupper()


def _with_abbreviations(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Merge “Registered Nurse (RN)” and “RN (Registered Nurse)” into one mention."""
    held: Mention | None = None
    for mention in found:
        if held is not None:
            gap = text[held.span.end : mention.span.start]
            if (
                held.family == mention.family
                and held.short != mention.short
                and (
                    ((held.id == mention.id or not held.short) and _JOINED.match(gap))
                    or (held.id == mention.id and _RUN.match(gap))
                )
            ):
                close = mention.span.end
                close += text[close : close + 1] in (")", "]") and gap.rstrip()[-1:] in ("(", "[")
                key = mention.id if mention.short else held.id
                held = Mention(Span(held.span.start, close), key, held.family, short=False)
                continue
            yield held
        held = mention
    if held is not None:
        yield held


def _evident(
    document: Document, found: list[Mention], ambiguous: frozenset[str]
) -> Iterator[Mention]:
    text = document.text
    sure = [not (m.short and m.id in ambiguous) for m in found]
    beside = [bool(_BESIDE.match(text[a.span.end : b.span.start])) for a, b in pairwise(found)]
    for at, mention in enumerate(found):
        if sure[at]:
            yield mention
            continue
        left = at > 0 and sure[at - 1] and beside[at - 1]
        right = at + 1 < len(found) and sure[at + 1] and beside[at]
        if left or right or _speaks_of_it(text, mention):
            sure[at] = True
            yield mention


def _speaks_of_it(text: str, mention: Mention) -> bool:
    """Say whether the words right before or after speak of a credential."""
    start, end = mention.span
    before = text[max(0, text.rfind("\n", 0, start) + 1, start - 40) : start]
    after = text[end : end + 25].partition("\n")[0]
    if mention.id in _PLACES:  # “PA license” is one of Pennsylvania
        return False
    return bool(_CREDENTIAL.search(before) or _CREDENTIAL.search(after) or _WANTED.match(after))


_PLACES = frozenset(("PA", "MD", "MA", "CT", "DC", "DE", "LA", "MI", "CO", "NE", "ND"))
