"""Finds that a draft does not speak of something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from jdlint.checks import Hit
from jdlint.checks.scope import occurrences
from jdlint.checks.section import stated
from jdlint.document import Draft
from jdlint.record import Record


class Mention(Record):
    """The draft should use one of the phrases, or state a fact of `unless_fact`."""

    any_of: tuple[str, ...]
    unless_fact: tuple[str, ...] = ()

    excusable: ClassVar[bool] = False

    def find(self, draft: Draft) -> Iterator[Hit]:
        """Yield one hit about the whole draft where none of the phrases stands in it."""
        if not draft.document.blocks:
            return
        for phrase in self.any_of:
            for _ in occurrences(draft.document, phrase, compounds=True):
                return
        if not any(stated(draft, family) for family in self.unless_fact):
            yield Hit(None)
