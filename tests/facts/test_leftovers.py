"""Unfilled places of a template, and what only looks like one."""

from __future__ import annotations

import pytest

from jdlint import facts
from jdlint.facts.leftovers import placeholder
from jdlint.readers import plain


def found(text: str) -> list[tuple[str, str]]:
    [document] = plain.read(text.encode(), "draft.txt")
    return [
        (fact.value, document.cut(fact.span))
        for fact in placeholder(facts.draft(document, ()))
        if fact.span
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Join [Company Name] today.",
        "A [City]-based team.",
        "Work in {{city}}.",
        "Work at ${office.name}.",
        "The {companyName} way.",
        "Write to <name of recruiter>.",
        "Start on «start_date».",
        "Work at %COMPANY%.",
        "We are in [[location]].",
        "Apply by [insert date].",
        "Earn [$XX.XX] an hour.",
        "See [##] patients.",
        "Our [company's] mission.",
    ],
)
def test_a_bracket_that_names_a_value_is_a_field(text: str) -> None:
    assert [kind for kind, _ in found(text)] == ["field"]


@pytest.mark.parametrize(
    "text",
    [
        "Call [phone removed].",
        "Write to [email protected].",
        "Write to [EMAIL].",
        "[Remote] Billing Clerk",
        "Erzieher[in] gesucht",
        "[ ] I agree [x] I do not",
        "Sets such as {1, 2, 3} and x < y > z.",
        "Experience [required] with charts [30 minutes].",
        "JSON such as {“name”: “Ada”} in a form",
        'A body like {"title": "Nurse"} in the request.',
        "Use the subject line “[First Name] [Last Name], Therapist”.",
        "Name the file [last name]-resume.",
        "Salary [132,400-196,950] a year",
        "Scrubs up to XXL are provided.",
    ],
)
def test_other_brackets_are_no_fields(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Salary: ______", "______"),
        ("Salary: $____ a year", "____"),
        ("You report to ________ in Denver.", "________"),
        ("Open until: ___/___/_____", "___/___/_____"),
    ],
)
def test_a_line_to_write_on_is_blank(text: str, line: str) -> None:
    assert found(text) == [("blank", line)]


@pytest.mark.parametrize(
    "text",
    [
        "Employee signature: __________ Date: ______",
        "Provides care to: _____Adult _____Child",
        "We want to ___include___ everyone.",
        "________________________________________",
    ],
)
def test_signature_lines_and_rules_are_not_blank(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["Salary: TBD", "Pay range: to be determined by HR", "Location\\: [TBD]", "Job Title: T.B.D."],
)
def test_what_the_reader_is_owed_must_be_decided(text: str) -> None:
    assert [kind for kind, _ in found(text.replace("\\", ""))] == ["undecided"]


@pytest.mark.parametrize(
    "text", ["Schedule: TBD", "Interview date: TBC", "The topic of your talk is TBD.", "Tea: TBA"]
)
def test_a_schedule_may_be_open(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Job Title: Nurse\nDepartment:\nLocation: Erie, PA", "Department:"),
        ("Job Title:\nDepartment: Outpatient", "Job Title:"),
        ("Salary: $20 an hour\nReports to:", "Reports to:"),
    ],
)
def test_a_label_without_its_value_is_empty(text: str, label: str) -> None:
    assert found(text) == [("empty", label)]


@pytest.mark.parametrize(
    "text",
    [
        "You chart well.\nCompensation:\nPay range: $20 to $25 an hour",
        "You chart well.\nWork schedule:\nEmployment type: part-time",
        "Salary:\n$20 to $25 an hour",
        "Location: Ohio\nHours:\nMonday: 9 to 5",
        "Title:\nDepartment:\nLocation:\nNurse\nOutpatient\nErie",
    ],
)
def test_a_label_may_have_its_value_below(text: str) -> None:
    assert found(text) == []
