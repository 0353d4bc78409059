"""Reads what a draft states, one family of facts at a time and only when asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from jdlint.document import Document, Draft, Fact, Section

if TYPE_CHECKING:
    from collections.abc import Callable

# family → module that has a function of the family's name (dashes as underscores),
# taking the draft and returning a tuple of facts
FAMILIES: dict[str, str] = {
    "acronym": "acronyms",
    "address": "address",
    "asks": "asks",
    "broken-character": "wholeness",
    "caseload": "schedule",
    "certifications-named": "credentials",
    "certifications": "credentials",
    "closing-words": "address",
    "compact-claim": "licence_wording",
    "clash": "clashes",
    "closing-date": "dates",
    "contractor": "employment",
    "country": "country",
    "coverage-gap": "coverage",
    "credentials-written": "credentials",
    "credential-slip": "licence_wording",
    "cut-off": "wholeness",
    "degree-alone": "asks",
    "degrees": "education",
    "documentation-time": "coverage",
    "employer-name": "employer_name",
    "employment": "employment",
    "duties": "asks",
    "experience": "experience",
    "field": "profession",
    "hours": "employment",
    "keywords": "keywords",
    "language": "language",
    "late-job": "address",
    "law": "law",
    "licence-elsewhere": "licence_place",
    "licence-gaps": "licence_gaps",
    "licences-named": "credentials",
    "licences": "credentials",
    "licensed": "profession",
    "lone-duty": "licence_place",
    "low-degree": "licence_degrees",
    "markup": "wholeness",
    "mixed-asks": "asks",
    "must-haves": "asks",
    "nominalisation": "nominalisations",
    "pay": "pay",
    "period-missing": "pay",
    "pay-form": "pay_form",
    "place": "place",
    "placeholder": "leftovers",
    "profession": "profession",
    "repetition": "repetition",
    "reports-to": "schedule",
    "retired-credential": "licence_wording",
    "setting": "setting",
    "shifts": "schedule",
    "stale-date": "dates",
    "start-date": "dates",
    "statements": "statements",
    "title": "title",
    "title-form": "title_form",
    "travel": "travel",
    "vague-benefits": "benefit_words",
    "workplace": "workplace",
}


class Facts(Mapping[str, tuple[Fact, ...]]):
    """The facts of one draft by family; what was given from outside wins over what was read."""

    def __init__(self, given: Mapping[str, tuple[str, ...]]) -> None:
        self._draft: Draft | None = None
        self._given = given
        self._read: dict[str, tuple[Fact, ...]] = {}

    def of(self, draft: Draft) -> None:
        """Say which draft the facts are to be read from."""
        self._draft = draft

    def __getitem__(self, family: str) -> tuple[Fact, ...]:
        if family in self._given:
            return tuple(Fact(value=value) for value in self._given[family])
        return self.read(family)

    def read(self, family: str) -> tuple[Fact, ...]:
        """Return what the draft itself states, also where something else was given."""
        if family not in self._read:
            if family not in FAMILIES or self._draft is None:
                raise KeyError(family)
            if family == "employer-name" and "employer.name" not in self._given:
                return ()
            module = import_module(f"jdlint.facts.{FAMILIES[family]}")
            find: Callable[[Draft], tuple[Fact, ...]] = getattr(module, family.replace("-", "_"))
            self._read[family] = find(self._draft)
        return self._read[family]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self._given, *FAMILIES]))

    def __len__(self) -> int:
        return len(set(self._given) | set(FAMILIES))


def draft(
    document: Document,
    sections: tuple[Section, ...],
    *,
    given: Mapping[str, tuple[str, ...]] | None = None,
    as_of: date | None = None,
    vocabulary: tuple[str, ...] = (),
) -> Draft:
    """Make the draft that checks are given; its facts are read when they are first asked for."""
    facts = Facts(given or {})
    today = date.today()  # noqa: DTZ011
    made = Draft(document, sections, facts, as_of or today, vocabulary)
    facts.of(made)
    return made
