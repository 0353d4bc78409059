"""Finds facts that meet a condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from jdlint.checks import Hit
from jdlint.checks.scope import in_sections
from jdlint.document import Draft, Fact
from jdlint.record import Record

LIMITS = ("above", "below")


class FactCheck(Record):
    """Each fact of a family whose attributes fit `where` is a hit at its place.

    `where` maps an attribute to a value, a list of values, or limits: `{above: 100}`.
    """

    fact: str
    where: Mapping[str, Any] = MappingProxyType({})
    unless_in: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()

    excusable: ClassVar[bool] = False

    def validate(self) -> None:
        """Raise ValueError, with what to write, for parameters that make no check."""
        for name, wanted in self.where.items():
            if isinstance(wanted, dict) and not set(wanted) <= set(LIMITS):
                message = f"“where: {name}” knows only {' and '.join(LIMITS)}"
                raise ValueError(message)

    def find(self, draft: Draft) -> Iterator[Hit]:
        """Yield the facts that fit; their attributes fill the message, `instead` is suggested."""
        for fact in draft.facts[self.fact]:
            if not all(_fits(fact, name, wanted) for name, wanted in self.where.items()):
                continue
            if fact.span is not None and not in_sections(
                draft, fact.span, only=self.only_in, unless=self.unless_in
            ):
                continue
            values: dict[str, object] = fact.attributes()
            if fact.span is not None:
                values["match"] = draft.document.cut(fact.span)
            yield Hit(fact.span, values, getattr(fact, "instead", ()))


def _fits(fact: Fact, name: str, wanted: object) -> bool:
    value = getattr(fact, name, None)
    if isinstance(wanted, dict):
        if not isinstance(value, int | float):
            return False
        above, below = wanted.get("above"), wanted.get("below")
        return (above is None or value > above) and (below is None or value < below)
    if isinstance(wanted, list):
        return value in wanted
    return bool(value == wanted)
