"""The names under which facts are shown, and the forms of their values."""

from __future__ import annotations

from jdlint import facts, readers
from jdlint.document import Draft
from jdlint.facts.labels import labels, line
from jdlint.outline import outline

PAGE = """# Family Therapist

Location: Dayton, OH

## Requirements

- A master's degree in counseling
- An active LPC license required
- At least two years of experience with families
- BLS certification preferred

## Pay

$58,000 - $66,500 per year. We are an equal opportunity employer.
"""


def draft(text: str, name: str = "draft.md") -> Draft:
    document = readers.read(text.encode(), name)[0]
    return facts.draft(document, outline(document))


def test_facts_are_shown_as_plain_values() -> None:
    shown = labels(draft(PAGE))
    assert shown["title"] == "Family Therapist"
    assert shown["places"] == ["OH"]
    assert [(row["level"], row["line"]) for row in shown["degrees"]] == [("master", 7)]
    assert [(row["text"], row["modality"]) for row in shown["licences"]] == [("LPC", "required")]
    assert [(row["text"], row["modality"]) for row in shown["certifications"]] == [
        ("BLS", "preferred")
    ]
    assert [(row["min"], row["max"]) for row in shown["experience_years"]] == [(2, None)]
    assert shown["pay"] == [
        {
            "kind": "base",
            "min": 58_000,
            "max": 66_500,
            "unit": "year",
            "currency": "USD",
            "line": 14,
        }
    ]
    assert shown["mentions"]["eeo_statement"] is True
    assert shown["mentions"]["drug_test"] is False


def test_a_draft_that_states_nothing_has_every_name() -> None:
    empty = labels(draft("Hello there.\n"))
    full = labels(draft(PAGE))
    assert list(empty) == list(full)
    assert [name for name, value in empty.items() if value and name != "mentions"] == []
    assert not any(empty["mentions"].values())


def test_places_outside_the_us_are_shown_by_country() -> None:
    document = readers.read(PAGE.encode(), "draft.md")[0]
    given = facts.draft(document, (), given={"place": ("US-CO", "CA-ON", "US", "the moon")})
    assert labels(given)["places"] == ["CO", "CA"]


def test_what_has_no_span_has_no_line() -> None:
    assert line(draft(PAGE), None) is None
