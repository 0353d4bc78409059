"""Finds words and phrases to swap or to avoid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import ClassVar

from jdlint.checks import Hit
from jdlint.checks.scope import as_written, excused, in_sections, named, occurrences, words_of
from jdlint.document import Draft
from jdlint.record import Record
from jdlint.referents import known, referent
from jdlint.text import Span


class Terms(Record):
    """Terms to `swap` (each with what to write instead) or to `avoid`; the longest match wins.

    `referent` keeps to terms that describe one of those it names: candidate, client, employer, other.
    `unless_name` leaves out a term that is written like a name inside a sentence. With `at_least`,
    fewer terms in a draft than that are none.
    """

    swap: Mapping[str, list[str]] = MappingProxyType({})
    avoid: tuple[str, ...] = ()
    case: bool = False
    unless_within: tuple[str, ...] = ()
    unless_in: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()
    referent: tuple[str, ...] = ()
    terms_of_art: bool = True
    unless_name: bool = False
    at_least: int = 1

    excusable: ClassVar[bool] = True

    def validate(self) -> None:
        """Raise ValueError, with what to write, for parameters that make no check."""
        known(self.referent)
        if not self.swap and not self.avoid:
            message = "a check of kind “terms” needs “swap” or “avoid”"
            raise ValueError(message)
        for term, instead in self.swap.items():
            if not isinstance(instead, list) or not all(isinstance(i, str) for i in instead):
                message = f"“swap: {term}” must be a list of what to write instead"
                raise ValueError(message)

    @cached_property
    def by_first_word(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for term, instead in self.swap.items():
            first.setdefault(words_of(term)[0], []).append((term, tuple(instead)))
        for term in self.avoid:
            first.setdefault(words_of(term)[0], []).append((term, ()))
        return first

    def find(self, draft: Draft) -> Iterator[Hit]:
        """Yield a hit for each place where a term stands."""
        if self.at_least <= 1:
            yield from self._find(draft)
            return
        hits = tuple(self._find(draft))
        if len(hits) >= self.at_least:
            yield from hits

    def _find(self, draft: Draft) -> Iterator[Hit]:
        document = draft.document
        found: list[tuple[Span, tuple[str, ...]]] = []
        for word in self.by_first_word.keys() & document.index.keys():
            for term, instead in self.by_first_word[word]:
                for span in occurrences(document, term, case=self.case):
                    found.append((span, instead))  # noqa: PERF401
        if not found:
            return
        excuses = excused(document, self.unless_within)
        taken = -1
        for span, instead in sorted(found, key=lambda f: (f[0].start, -f[0].end)):
            if span.start < taken:
                continue
            taken = span.end
            if any(excuse.contains(span) for excuse in excuses):
                continue
            if self.unless_name and named(document, span):
                continue
            if not in_sections(draft, span, only=self.only_in, unless=self.unless_in):
                continue
            who = referent(draft, span) if self.referent else None
            if who is None or who.kind in self.referent:
                match = document.cut(span)
                yield Hit(span, {"match": match}, tuple(as_written(i, match) for i in instead), who)
