"""Counts things in a draft and finds too many or too few."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from jdlint.checks import Hit
from jdlint.checks.scope import in_sections, occurrences
from jdlint.document import Draft
from jdlint.record import Record
from jdlint.text import Span

COUNTS = ("blocks", "words", "terms", "facts", "sections")


class Tally(Record):
    """The number of blocks, words, terms, facts or sections, with its limits.

    `of` says which: kinds of block, phrases, families of facts or labels of sections. `only_in`
    keeps to sections with these labels.
    """

    count: str
    of: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()
    at_most: int | None = None
    at_least: int | None = None

    excusable: ClassVar[bool] = False

    def validate(self) -> None:
        """Raise ValueError, with what to write, for parameters that make no check."""
        if self.count not in COUNTS:
            message = f"“count” must be one of {', '.join(COUNTS)}"
            raise ValueError(message)
        if self.at_most is None and self.at_least is None:
            message = "a check of kind “tally” needs “at_most” or “at_least”"
            raise ValueError(message)

    def find(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit about the whole draft where the number is outside the limits."""
        if self.count == "words" and not self.only_in:
            number = len(draft.document.words)
        else:
            number = sum(
                1
                for span in self._counted(draft)
                if not self.only_in or span is None or in_sections(draft, span, only=self.only_in)
            )
        too_many = self.at_most is not None and number > self.at_most
        too_few = self.at_least is not None and number < self.at_least
        if too_many or too_few:
            yield Hit(None, {"number": number, "at_most": self.at_most, "at_least": self.at_least})

    def _counted(self, draft: Draft) -> Iterator[Span | None]:
        from jdlint.outline import label

        document = draft.document
        if self.count == "blocks":
            yield from (b.span for b in document.blocks if not self.of or b.kind in self.of)
        elif self.count == "words":
            yield from (Span(word.start, word.end) for word in document.words)
        elif self.count == "terms":
            for phrase in self.of:
                yield from occurrences(document, phrase)
        elif self.count == "facts":
            for family in self.of:
                yield from (fact.span for fact in draft.facts[family])
        else:
            yield from (s.span for s in draft.sections if label(s.kind) in self.of)
