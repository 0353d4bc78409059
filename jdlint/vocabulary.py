"""Terms of art and proper names: longer phrases that excuse the words inside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from jdlint import tables
from jdlint.document import Document, Word
from jdlint.patterns import regex
from jdlint.text import Span

_LONGEST = 9  # words of a phrase
_JOINTS = (" ", "-", "\u2010", "\u2011", " - ", "/", ", ", " & ")


def term_of_art(
    document: Document, span: Span, own: Sequence[str] = (), *, shared: bool = True
) -> Span | None:
    """Return the longest term of art or proper name that holds `span` and more; None if none does.

    `own` are phrases that a user added; they need not be longer than the span. Without
    `shared` only they count.
    """
    words = document.words
    at = bisect_left(words, span.start, key=lambda word: word.end - 1)
    first = max(0, at - _LONGEST + 1)
    if not shared and not own:
        return None
    phrases = _phrases(tuple(own), shared=shared)
    best: Span | None = None
    for start in range(first, at + 1):
        for phrase in phrases.get(singular(words[start].lower), ()) if words else ():
            found = _match(document, start, phrase)
            if found is None or not found.contains(span) or (found == span and phrase not in own):
                continue
            if best is None or _longer(found, best):
                best = found
    return best or (_name_around(document, span) if shared else None)


def _longer(one: Span, other: Span) -> bool:
    return one.end - one.start > other.end - other.start


def _match(document: Document, start: int, phrase: str) -> Span | None:
    """Return where a phrase stands if it begins at word `start`."""
    wanted = split(phrase)
    words = document.words[start : start + len(wanted)]
    if len(words) < len(wanted):
        return None
    for word, want in zip(words, wanted, strict=True):
        if word.lower != want.lower() and singular(word.lower) != singular(want.lower()):
            return None
        if want[0].isupper() and not document.text[word.start].isupper():
            return None
    for one, two in pairwise(words):
        if document.text[one.end : two.start] not in _JOINTS:
            return None
    return Span(words[0].start, words[-1].end)


@cache
def split(phrase: str) -> tuple[str, ...]:
    """Split a phrase into its words as documents do; a hyphen parts words."""
    return tuple(regex(r"[^\W_]+(?:'[^\W_]+)*").findall(phrase.replace("’", "'")))


def singular(word: str) -> str:
    """Return a noun in the singular, as far as its ending tells."""
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@cache
def _phrases(own: tuple[str, ...], *, shared: bool) -> Mapping[str, list[str]]:
    """Return the phrases by their first word in the singular."""
    out: dict[str, list[str]] = {}
    listed = tables.table("terms_of_art") if shared else {}
    for phrase in (*own, *(p for phrases in listed.values() for p in phrases)):
        head = phrase.replace("-", " ").partition(" ")[0].lower()
        out.setdefault(singular(head), []).append(phrase)
    return out


# What names of organisations, laws, programmes and places end with or begin with.
_NAMED = frozenset(
    regex(r"\w+").findall(
        "Administration Agency Alliance Association Authority Board Bureau Center Centre Centers Church "
        "Clinic Club Clubs Coalition College Commission Committee Corps Council County Department "
        "Division Federation Foundation Fund Hospital Initiative Institute League Ministries Ministry "
        "Mission Network Office Order Organization Project Resort School Schools Seminary Services "
        "Service Society Synagogue Temple Trust Union University Act Code Ordinance Amendment Regulations "
        "Award Prize Inventory Scale Conference Summit Championship Championships Games"
    )
)
_SMALL = frozenset(["and", "of", "for", "the", "on", "in", "to", "with", "de", "a"])


def _name_around(document: Document, span: Span) -> Span | None:
    """Return the proper name around a span: a run of capitalised words with a name's noun in it.

    A block that is all capitals or a heading in title case tells nothing about names, save by a
    noun of names right behind the words.
    """
    text, words = document.text, document.words
    at = bisect_left(words, span.start, key=lambda word: word.end - 1)
    if at >= len(words) or not text[words[at].start].isupper():
        return None
    block = document.block_at(span.start)
    low, high = (block.span.start, block.span.end) if block else (span.start, span.end)
    shown = text[low:high]
    if shown.isupper():
        return None
    first = at
    while first > 0 and words[first - 1].start >= low and _joined(document, first - 1, first):
        first -= 1
    last = at
    while (
        last + 1 < len(words) and words[last + 1].end <= high and _joined(document, last, last + 1)
    ):
        last += 1
    while first < at and words[first].lower in _SMALL:
        first += 1
    while last > at and words[last].lower in _SMALL:
        last -= 1
    found = Span(words[first].start, words[last].end)
    titled = found.start <= low + 1 and found.end >= high - 2
    run = words[at + 1 : last + 1] if titled else words[first : last + 1]
    if len(run) and last > first and found.contains(span):
        for word in run:
            outside = word.end <= span.start or word.start >= span.end
            if outside and text[word.start : word.end] in _NAMED:
                return found
    return None


def _joined(document: Document, one: int, two: int) -> bool:
    """Say whether two neighbouring words may belong to one name."""
    left, right = document.words[one], document.words[two]
    if document.text[left.end : right.start] not in (" ", "-", " & ", "’", "'"):
        return False
    return all(_capital(document.text, w) or w.lower in _SMALL for w in (left, right))


def _capital(text: str, word: Word) -> bool:
    return text[word.start].isupper()
