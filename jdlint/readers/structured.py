"""Reads schema.org's JobPosting from the scripts of a page, and finds its text on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jdlint.document import Document, Field
from jdlint.patterns import regex
from jdlint.readers import jobposting, json_text, payloads
from jdlint.readers.cleaning import Decoded
from jdlint.readers.markup import Part
from jdlint.readers.payloads import Posting
from jdlint.readers.references import resolved
from jdlint.readers.values import Malformed

_TAG = regex(r"<[^<>]*>")
_NOT_LETTERS = regex(r"[\W_]+")
_TELLING = 12  # letters; a shorter block may stand in the description by chance
_SHOWN = 0.5  # of the description's letters that must be on the page
_ABOVE = 60  # blocks above the description in which the job's title is looked for
_MOST_PARTS, _LONGEST = 3_000, 100_000  # blocks, letters; beyond, the page is taken as it stands


class Shown(NamedTuple):
    """A posting that a page shows, and the parts of the page that hold it."""

    posting: Posting
    parts: list[Part]


def postings(text: str, scripts: Iterable[tuple[int, int]]) -> list[Posting]:
    """Return the postings in the scripts of a page; a script that is no JSON is passed over."""
    found: list[Posting] = []
    for start, end in scripts:
        begin = regex(r"[\[{]").search(text, start, end)
        until = max(text.rfind("}", start, end), text.rfind("]", start, end)) + 1
        if begin is None or until <= begin.start():
            continue
        try:
            values = json_text.parse(text, begin.start(), until)
        except Malformed:
            continue
        for value in values:
            found += payloads.job_postings(value)
    return found


def shown(found: Sequence[Posting], content: list[Part], page: list[Part]) -> Shown | None:
    """Return the one posting that the page shows, if there is one.

    `content` is the region that seems to hold it; where it does not, the whole page is searched,
    and what stands above the title and below the description is left out.
    """
    if len(found) == 1 and not found[0].entries:
        return Shown(found[0], content)
    for parts in (content, page):
        letters = [_letters(part.words) for part in parts]
        visible = [each for each in found if _hits(each, letters)]
        if len(visible) == 1:
            if parts is content and content is not page:
                return Shown(visible[0], content)
            return Shown(visible[0], _narrowed(visible[0], parts, letters))
    return None


def documents(found: Iterable[Posting], decoded: Decoded, path: str) -> tuple[Document, ...]:
    """Return a document for each posting that has text in the data."""
    return tuple(
        jobposting.document(posting, decoded, path, form="html", pieces=json_text.pieces)
        for posting in found
        if posting.entries
    )


def fields(posting: Posting, decoded: Decoded) -> list[Field]:
    """Return the fields of a posting with their places in the page."""
    return jobposting.fields(posting, decoded)


def _hits(posting: Posting, letters: Sequence[str]) -> list[int]:
    """Return the numbers of the parts that stand in the description, if they are most of it."""
    entry = posting.entries[0] if posting.entries else None
    text = entry.place.value.text if entry else ""
    description = _letters(_TAG.sub(" ", resolved(text).text))
    if len(letters) > _MOST_PARTS or not 0 < len(description) <= _LONGEST:
        return []
    hits = [
        number
        for number, part in enumerate(letters)
        if len(part) >= _TELLING and part in description
    ]
    found = sum(len(letters[number]) for number in hits)
    return hits if found >= len(description) * _SHOWN else []


def _narrowed(posting: Posting, parts: list[Part], letters: Sequence[str]) -> list[Part]:
    """Return the parts from the title of the job to the end of the description."""
    hits = _hits(posting, letters)
    title = _letters(posting.title.value.text) if posting.title else ""
    first = hits[0]
    for number in range(first - 1, max(0, first - _ABOVE) - 1, -1):
        if parts[number].kind == "heading" and title and title in letters[number]:
            return parts[number : hits[-1] + 1]
    return parts[first : hits[-1] + 1]


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", _TAG.sub(" ", text)).lower()
