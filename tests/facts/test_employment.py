"""The terms of employment: kind, tax status, hours, shifts, caseload, reporting line, dates."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint import facts, readers
from jdlint.document import Draft
from jdlint.facts.labels import labels
from jdlint.outline import outline


def draft(text: str, name: str = "draft.md") -> Draft:
    document = readers.read(f"# Night Nurse\n\n{text}\n".encode(), name)[0]
    return facts.draft(document, outline(document))


def shown(text: str) -> dict[str, Any]:
    return labels(draft(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Job type: Full-time", ["full-time"]),
        ("Job type: Permanent Full-Time Exempt", ["full-time"]),
        ("This is a part-time position.", ["part-time"]),
        ("We are hiring full time nurses for nights.", ["full-time"]),
        ("We offer full or part time hours.", ["full-time", "part-time"]),
        ("We need PRN and FT nurses.", ["per-diem", "full-time"]),
        ("This is a 13-week contract.", ["contract"]),
        ("Duration: 13 weeks", ["contract"]),
        ("This is a temporary, full-time role.", ["temporary", "full-time"]),
        ("This is an independent contractor role.", ["contract"]),
        ("## Benefits\n\n- Free parking\n\nThis is a contract role.", ["contract"]),
    ],
)
def test_the_kind_of_employment_on_offer_is_read(text: str, expected: list[str]) -> None:
    assert shown(text)["employment_types"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Full-time employees receive health insurance.",
        "## Benefits\n\n- Part-time staff in temporary positions are not eligible.",
        "You supervise two full-time aides and three interns.",
        "Three years of full-time experience are required.",
        "Pay is subject to contract negotiations with the union.",
        "This is not a contract position.",
        "You train volunteers.",
        "You start with 20 hours and scale to full-time.",
        "We help nurses who want to build a full-time venture.",
        "A temporary licence is accepted.",
        "You ft the pt form.",
    ],
)
def test_what_is_said_of_staff_benefits_or_the_past_is_not_the_position(text: str) -> None:
    assert shown(text)["employment_types"] == []


def test_the_title_and_the_data_tell_the_kind() -> None:
    document = readers.read(b"# Social Work Intern\n\nYou learn with us.\n", "a.md")[0]
    assert labels(facts.draft(document, outline(document)))["employment_types"] == ["internship"]
    text = b"---\njob_type: Part Time\n---\n\n# Nurse\n\nThis is a full-time position.\n"
    document = readers.read(text, "a.md")[0]
    assert labels(facts.draft(document, outline(document)))["employment_types"] == ["part-time"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hours: 30 hours per week", [30, 30]),
        ("A part-time role (18-20 hours a week).", [18, 20]),
        ("Schedule: 24 hrs/wk, nights", [24, 24]),
        ("Employees who work 30 hours per week are eligible.", None),
        ("Pay is $40 an hour.", None),
        ("You see 12 clients per week.", None),
    ],
)
def test_weekly_hours_are_read(text: str, expected: list[int] | None) -> None:
    assert shown(text)["hours_per_week"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You work nights: a night shift of ten hours.", ["night"]),
        ("Every other weekend, day shift.", ["weekend", "day"]),
        ("You take part in an on-call rotation.", ["on-call"]),
        ("There is no on-call duty.", []),
        ("A night shift differential is paid.", []),
    ],
)
def test_shifts_are_read(text: str, expected: list[str]) -> None:
    assert shown(text)["shifts"] == expected


def test_caseload_and_reporting_line_are_read() -> None:
    found = shown(
        "You carry a caseload of 25 to 30 clients. You report to the Director of Nursing."
    )
    assert [(row["min"], row["max"]) for row in found["caseload"]] == [(25, 30)]
    assert found["reports_to"] == "Director of Nursing"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Closing date: 7/3/2026", "2026-07-03"),
        ("Apply by March 5, 2027.", "2027-03-05"),
        ("Applications are accepted until 5 June 2026.", "2026-06-05"),
        ("Apply by April 9.", "April 9"),
        ("Send your letter to Ann by 5:00 p.m. on May 6, 2027.", "2027-05-06"),
        ("Doors are locked by 5:00 p.m. on May 6, 2027.", None),
        ("The NHS runs this ward. Closing date: 07/03/2026", "2026-03-07"),
        ("The form closes on 13/40/2026.", None),
        ("The clinic was founded on May 5, 2001.", None),
        ("Posted 2026-01-01", None),
    ],
)
def test_the_closing_date_is_read(text: str, expected: str | None) -> None:
    assert shown(text)["closing_date"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Start date: ASAP", "asap"),
        ("The position begins on August 26, 2026 through May 21, 2027.", "2026-08-26"),
        ("Benefits start on January 1, 2027.", None),
    ],
)
def test_the_start_date_is_read(text: str, expected: str | None) -> None:
    assert shown(text)["start_date"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This is a 1099 position.", ["1099"]),
        ("You join us as a W-2 employee.", ["w2"]),
        ("You prepare W-2 and 1099 forms.", []),
    ],
)
def test_the_tax_status_is_read(text: str, expected: list[str]) -> None:
    assert shown(text)["contractor"] == expected


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (
            "You engage and collaborate in supervision and team meetings.",
            "supervision_offered",
            True,
        ),
        ("You provide clinical supervision to interns.", "supervision_offered", False),
        (
            "Under the direction and supervision of the Clinic Director, you plan care.",
            "reports_to",
            True,
        ),
        ("Aides work. The wards are under the fire code.", "reports_to", False),
    ],
)
def test_supervision_and_the_line_above_are_mentioned(text: str, name: str, *, said: bool) -> None:
    assert shown(text)["mentions"][name] is said
