"""Points asked for, the wishes among them, and the form of what stands around them."""

from __future__ import annotations

import pytest

from jdlint import facts, readers
from jdlint.document import Draft
from jdlint.outline import outline


def drafted(text: str) -> Draft:
    (document, *_) = readers.read(text.encode(), "draft.md")
    return facts.draft(document, outline(document))


def modes(text: str) -> list[str]:
    return [str(fact.modality) for fact in drafted(text).facts["asks"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("## Requirements\n\n- A license\n- Spanish preferred", ["required", "preferred"]),
        ("## Requirements\n\n- A license\n\nNice to have:\n\n- Spanish", ["required", "preferred"]),
        (
            "## Requirements\n\n- A license\n\n## Nice to have\n\n- Spanish",
            ["required", "preferred"],
        ),
        ("## Requirements\n\nYou hold a license. You drive a van.", ["required", "required"]),
        ("## Responsibilities\n\n- You drive", []),
    ],
)
def test_each_point_is_required_or_preferred(text: str, wanted: list[str]) -> None:
    assert modes(text) == wanted


def test_wishes_at_the_end_of_a_list_are_parted_from_the_requirements() -> None:
    points = ["A license", "A car", "Spanish preferred", "Telehealth preferred"]
    tidy = "## Requirements\n\n" + "\n".join(f"- {p}" for p in points)
    mixed = "## Requirements\n\n" + "\n".join(f"- {points[n]}" for n in (0, 2, 1, 3))
    assert len(drafted(mixed).facts["mixed-asks"]) == 2
    assert drafted(tidy).facts["mixed-asks"] == ()


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Registered Nurse", []),
        ("REGISTERED NURSE", ["capitals"]),
        ("RN", ["letters"]),
        ("RN, BSN", ["letters"]),
        ("Nurse, Austin TX 78701", []),
        ("Nurse 0.8 FTE, requisition 48213", ["code", "grade"]),
        ("Nurse, $52 an hour", ["selling"]),
        ("Urgent Care Nurse", []),
        ("Hiring Manager", []),
    ],
)
def test_a_title_line_is_read_for_what_is_no_title(line: str, kinds: list[str]) -> None:
    found = drafted(f"# {line}\n\nYou care for adults.\n").facts["title-form"]
    assert [fact.value for fact in found] == kinds


@pytest.mark.parametrize(
    ("points", "number"),
    [
        (["A license", "a license.", "A car"], 2),
        (["A license", "Plan visits", "Lead a team", "Write notes", "Drive a van"], 1),
        (["A license", "Plan visits", "Lead a team"], 3),
        (["A license", "Free parking", "A pension", "Paid leave"], 1),
    ],
)
def test_must_haves_are_counted_once_and_without_duties_and_offers(
    points: list[str], number: int
) -> None:
    listed = "\n".join(f"- {point}" for point in points)
    (fact,) = drafted(f"## Requirements\n\n{listed}\n").facts["must-haves"]
    assert fact.value == str(number)


def test_a_line_far_down_is_no_title_line() -> None:
    text = "You care for adults.\n\n## How to apply\n\nWrite to Ana Ruiz, Ward Manager 01632 960001"
    assert drafted(text).facts["title-form"] == ()


def test_a_scrum_master_holds_no_degree() -> None:
    text = "# Manager\n\n## Requirements\n\n- Certified Scrum Master (CSM)\n"
    assert drafted(text).facts["degrees"] == ()


@pytest.mark.parametrize(
    "text",
    [
        "- Master's degree in chemistry\n- Experience may be substituted for education",
        "- Ideal but not required: a bachelor's degree in biology",
        "- You probably have a bachelor's degree",
        "- A bachelor's degree in engineering is required\n- You are a registered professional engineer",
        "- The following are a plus:\n- Swims well\n- A bachelor's degree in biology",
        "- You are a master of common tools",
    ],
)
def test_a_degree_in_whose_place_something_else_will_do_is_not_alone(text: str) -> None:
    assert drafted(f"# Manager\n\n## Requirements\n\n{text}\n").facts["degree-alone"] == ()


def test_who_teaches_at_a_college_needs_the_degree() -> None:
    text = "\n\n## Requirements\n\n- A master's degree in chemistry is required\n"
    assert drafted(f"# Adjunct Instructor{text}").facts["degree-alone"] == ()
    assert len(drafted(f"# Manager{text}").facts["degree-alone"]) == 1


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("A bachelor's degree in social work", True),
        (
            "A bachelor's degree in social work or psychology, or two years in case management",
            False,
        ),
        ("A bachelor's degree or 4 years in the field", False),
        ("A bachelor's degree or equivalent experience", False),
    ],
)
def test_a_degree_stands_alone_where_no_years_will_do_instead(line: str, *, alone: bool) -> None:
    found = drafted(f"# Case Manager\n\n## Requirements\n\n- {line}\n").facts["degree-alone"]
    assert bool(found) is alone
