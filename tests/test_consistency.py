"""What cannot both be true is found, with both places, and what can is left alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jdlint import facts, readers
from jdlint.outline import outline
from jdlint.tables import table


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


@pytest.mark.parametrize(
    ("status", "pay", "expected"),
    [
        ("FLSA status: Exempt", "$41.00 - $46.00 per hour", ["exempt-hourly"]),
        ("Exempt: Yes", "$41.00 - $46.00 per hour", ["exempt-hourly"]),
        ("This is an exempt position.", "$41.00 - $46.00 per hour", ["exempt-hourly"]),
        ("FLSA status: Exempt", "$81,000 - $86,000 per year", []),
        ("FLSA status: Non-exempt", "$41.00 - $46.00 per hour", []),
        ("FLSA: Exempt or non-exempt", "$41.00 - $46.00 per hour", []),
        ("This position is exempt from civil service.", "$41.00 - $46.00 per hour", []),
    ],
)
def test_exempt_posts_are_not_paid_by_the_hour(status: str, pay: str, expected: list[str]) -> None:
    assert kinds(f"{status}\n\nPay: {pay}") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Monday to Friday", "Weekend availability"), ["days"]),
        (("Mon-Fri", "Every other weekend"), ["days"]),
        (("Monday to Friday", "Weekends as needed"), []),
        (("Monday to Sunday", "Weekend availability"), []),
        (("Our clinic is open Monday to Friday", "Weekend availability"), []),
    ],
)
def test_a_schedule_has_weekends_or_not(lines: tuple[str, str], expected: list[str]) -> None:
    assert kinds("## Schedule\n\n" + "\n".join(f"- {line}" for line in lines)) == expected


@pytest.mark.parametrize(
    ("title", "sought", "expected"),
    [
        ("Senior Product Designer", "Product Designer", ["title-level"]),
        ("Sr. Product Designer", "Senior Product Designer", []),
        ("Product Designer", "Assistant Product Designer", ["title-level"]),
        ("Product Designer", "Assistant Brand Designer", []),
        ("Senior Product Designer", "product designer", []),
    ],
)
def test_a_job_has_one_level(title: str, sought: str, expected: list[str]) -> None:
    text = f"# {title}\n\n## About the role\n\nWe are hiring a {sought} in Erie.\n"
    assert [fact.value for fact in clashes(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No weekends, no call.\n\n- Work every other weekend", ["denied-shift"]),
        ("No nights.\n\n- Take part in the on-call rotation", []),
        ("No weekends.\n\n- Weekend shifts are optional", []),
        ("- Travel up to 25% of the time\n\nTravel is not required.", ["travel"]),
        ("- Travel up to 9% of the time\n\nTravel is not required.", []),
        ("Travel and driving are essential.\n\nTravel may be required.", ["travel"]),
        ("Travel may be required to meetings.", []),
        ("Experience in wound care is required.\n\nPrior experience a plus.", ["experience"]),
        ("Experience in wound care is required.\n\nPrior experience in homes a plus.", []),
        (
            "## Requirements\n\n- A teaching license\n\n## Preferred\n\n- A teacher certificate",
            ["required-and-preferred"],
        ),
        ("## Requirements\n\n- A teaching license\n- A teaching certificate", []),
        (
            "## Requirements\n\n- BLS required\n\n## More\n\n- Valid BLS, Spanish preferred",
            [],
        ),
        ("## Required skills\n\n- Spanish, French, Portuguese (nice to have)", []),
        ("## Required skills\n\n- Portuguese (nice to have)", ["preferred-among-required"]),
        ("Apply by 5/6/2030.\n\nApply by 5/7/2030.\n\nApply by 5/8/2030.", []),
        ("Closing date: 5/6/2030\n\nStart date: 7/8/2030", []),
        ("Closing date: 5/6/2030\n\nPriority for applications due by 4/6/2030.", []),
        ("This role is remote.\n\nWe prefer on-site candidates.", ["workplace-preferred"]),
        ("This role is hybrid.\n\nWe prefer on-site candidates.", []),
        (
            "New graduates welcome.\n\n## Requirements\n\n- One year of nursing experience; previous work in a clinic a plus",
            ["level"],
        ),
        (
            "New graduates welcome (aides only).\n\n## Requirements\n\n- One year of nursing experience",
            [],
        ),
        (
            "## Requirements\n\n- GED or high school diploma\n\n## Preferred\n\n- High school or equivalent (preferred)",
            ["degree-required-and-preferred"],
        ),
        ("## Requirements\n\n- 3 years of C# experience\n- 2 years of C++ experience", []),
        (
            "- Front end:\n- You bring 3 years of work in a large team\n- Back end:\n- You bring 2 years of work in a large team",
            [],
        ),
        ("This is a full-time position.\n\nHours: 20 hours per week to start, growing later", []),
    ],
)
def test_terms_at_odds_are_told_from_terms_that_go_together(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("title", "licence", "expected"),
    [
        ("Therapist (LCSW)", "LMFT", ["title-licence"]),
        ("Therapist (LCSW)", "LCSW or LMFT", []),
        ("Counselor (LPC)", "LMHC", []),
        ("RN Case Manager", "LPN", ["title-licence"]),
        ("LVN, Night Shift", "LPN", []),
        ("Night Therapist", "LMFT", []),
    ],
)
def test_the_licence_is_one_of_the_title(title: str, licence: str, expected: list[str]) -> None:
    text = f"# {title}\n\n## Requirements\n\n- Active {licence} license required\n"
    assert [fact.value for fact in clashes(text)] == expected


ABBREVIATIONS = sorted({row["abbreviation"] for row in table("licences") if row["abbreviation"]})


def title_and_licence(title: str, licence: str) -> list[str]:
    text = f"# Therapist ({title})\n\n## Requirements\n\n- Active {licence} license required\n"
    return [fact.value for fact in clashes(text) if fact.value == "title-licence"]


@pytest.mark.parametrize("abbreviation", ABBREVIATIONS)
def test_no_licence_of_the_table_clashes_with_itself(abbreviation: str) -> None:
    assert title_and_licence(abbreviation, abbreviation) == []


@pytest.mark.parametrize("abbreviation", [a for a in ABBREVIATIONS if a.isupper() and a.isalpha()])
def test_a_nurses_licence_is_none_of_the_table(abbreviation: str) -> None:
    assert title_and_licence(abbreviation, "LPN") == ["title-licence"]


def test_a_day_in_the_data_is_named_as_one_in_the_text_is() -> None:
    (only,) = clashes(
        "---\nclosing_date: 2026-01-15\n---\n\n# Night Nurse\n\nYou visit people.\n",
        as_of=date(2026, 2, 1),
    )
    assert (only.value, only.match, only.other) == ("closed", "2026-01-15", "2026-02-01")
