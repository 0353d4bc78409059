"""A rule as its file states it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from jdlint.checks import Check
from jdlint.document import Draft
from jdlint.record import Record


class Severity(IntEnum):
    """What a finding costs: worth a look, should change, do not publish."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Condition(NamedTuple):
    """What must be known of one fact for a rule to run.

    A listed value must be known to hold; with `negated`, it must be known not to hold. Where
    nothing is known of the fact, the rule stays silent; what the settings do not say of the
    employer is taken not to hold. Places nest: US covers US-CO.
    """

    fact: str
    values: tuple[str, ...]
    negated: bool = False

    def met(self, draft: Draft) -> bool | None:
        """Say whether the condition holds; None where the draft does not tell."""
        known = draft.known(self.fact)
        if not known:
            return True if self.negated and self.fact.startswith("employer.") else None
        held = any(_covers(value, stated) for value in self.values for stated in known)
        wider = any(_covers(stated, value) for value in self.values for stated in known)
        if self.negated and not held and wider:
            return None  # work anywhere in the US may be work in the state asked about
        return held is not self.negated


def _covers(value: str, stated: str) -> bool:
    return stated == value or stated.startswith(value + "-")


class Local(NamedTuple):
    """What a rule says instead where a law of the place names its subject.

    `topic` is a topic of rules/data/posting_law.csv; the message may use `places` and `citations`.
    """

    topic: str
    message: str


class Reference(NamedTuple):
    """Where a rule's reason can be read."""

    title: str
    url: str
    year: int | None


class Example(NamedTuple):
    """A text with the spans that must be flagged marked «…», or with none at all."""

    text: str
    bad: bool
    facts: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    as_of: str | None = None
    format: str = "md"


class Rule(Record):
    """One file of a pack: its path is its name."""

    name: str
    summary: str
    message: str
    severity: Severity
    evidence: str
    rationale: str
    exceptions: str
    sources: tuple[Reference, ...]
    check: Check
    kind: str
    when: tuple[Condition, ...]
    examples: tuple[Example, ...]
    since: str
    preview: bool = False
    local: Local | None = None
    show: int | None = None  # how many places of a draft are reported; the rest is counted
    parameters: Mapping[str, Any] = MappingProxyType({})

    @property
    def family(self) -> str:
        return self.name.partition("/")[0]

    @property
    def url(self) -> str | None:
        """The first source, for those who want to read more."""
        return self.sources[0].url if self.sources else None
