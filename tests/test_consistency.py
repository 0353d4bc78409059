"""What cannot both be true is found, with both places, and what can is left alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jdlint import facts, readers
from jdlint.outline import outline


def clashes(text: str, as_of: date | None = None) -> list[Any]:
    document = readers.read(text.encode(), "draft.md")[0]
    return list(facts.draft(document, outline(document), as_of=as_of).facts["clash"])


def kinds(text: str) -> list[str]:
    return [fact.value for fact in clashes(f"# Night Nurse\n\n{text}\n")]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("62,000", "75,000", []), ("75,000", "62,000", ["pay-reversed"]), ("62,000", "62,000", [])],
)
def test_pay_runs_from_the_lower_to_the_higher_figure(
    low: str, high: str, expected: list[str]
) -> None:
    assert kinds(f"Pay is ${low} - ${high} a year.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pay is $100k-$108 a year.",
        "Pay is $50-60k per year.",
        "The range is **$127,800 to $196,000_**.",
        "You manage a budget of $900 to $700.",
        "A membership of $199/year is paid, beside the salary.",
    ],
)
def test_sums_written_short_or_that_are_no_pay_do_not_clash(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("kind", "hours", "expected"),
    [
        ("part-time", 36, ["part-time-hours"]),
        ("part-time", 35, []),
        ("full-time", 24, ["full-time-hours"]),
        ("full-time", 25, []),
    ],
)
def test_hours_fit_the_kind_of_employment(kind: str, hours: int, expected: list[str]) -> None:
    assert kinds(f"This is a {kind} position.\n\nHours: {hours} hours per week") == expected


@pytest.mark.parametrize(("years", "expected"), [(2, []), (3, ["level"]), (5, ["level"])])
def test_entry_level_posts_ask_for_few_years(years: int, expected: list[str]) -> None:
    text = f"An entry-level position.\n\n## Requirements\n\n- {years} years of experience required"
    assert kinds(text) == expected


def test_a_closing_date_has_passed_from_the_day_after() -> None:
    text = "# Nurse\n\nClosing date: 7/3/2026\n"
    assert clashes(text, date(2026, 7, 3)) == []
    (found,) = clashes(text, date(2026, 7, 4))
    assert (found.value, found.other) == ("closed", "2026-07-04")


def test_both_places_are_told() -> None:
    text = "# Nurse\n\nDuration: 12 weeks\n\nThis is a 13-week assignment.\n"
    (found,) = clashes(text)
    assert found.other == "Duration: 12 weeks"
    assert text[found.span.start : found.span.end] != found.other


@pytest.mark.parametrize(
    "text",
    [
        "This is a hybrid role: two days fully remote, the rest on-site only.",
        "We are seeking full-time and part-time nurses for 40 hours per week.",
        "## Required\n\n- BLS required, or ACLS\n\n## Preferred\n\n- BLS and ACLS preferred",
        "## Required\n\n- RN license\n\n## Preferred\n\n- Two years of experience as an RN preferred",
        "You must be available for 2 to 3 shifts.",
        "## Degrees\n\n- High school\n- Associate's degree\n- Bachelor's degree required\n"
        "- Master's degree\n- Doctorate\n\n## Preferred\n\n- Bachelor's degree",
    ],
)
def test_what_goes_together_is_left_alone(text: str) -> None:
    assert kinds(text) == []
