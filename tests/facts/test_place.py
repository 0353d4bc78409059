"""Where the work is."""

from __future__ import annotations

import pytest

from jdlint import facts, readers
from jdlint.document import Draft
from jdlint.outline import outline
from jdlint.rule import Condition


def draft(text: str, name: str = "draft.md") -> Draft:
    document = readers.read(text.encode(), name)[0]
    return facts.draft(document, outline(document))


def places(text: str) -> list[str]:
    return list(draft(text).known("place"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Location: Dayton, OH", ["US-OH"]),
        ("Location: Dayton, Ohio 45402", ["US-OH"]),
        ("**Work Location:** Boise", ["US-ID"]),
        ("Location: Seattle, Denver or Chicago", ["US-WA", "US-CO", "US-IL"]),
        ("Location: Remote - US", ["US"]),
        ("Location: Remote (CA, OR, WA)", ["US-CA", "US-OR", "US-WA"]),
        ("Location: Toronto, ON", ["CA-ON"]),
        ("Hill House, Inc. · Springfield, Illinois · full-time · $66,000 a year", ["US-IL"]),
        ("Hill House | Reno, NV | Full time | Reports to: Director of Nursing", ["US-NV"]),
        ("Hill House - Day shift - $34 to $41 an hour - Akron, OH", ["US-OH"]),
        ("Location: Berlin, Germany", ["DE"]),
        ("Location: London, UK", ["GB"]),
        ("We need a nurse for our clinic in Fargo, North Dakota.", ["US-ND"]),
        ("This role is based in San Francisco.", ["US-CA"]),
        ("You must reside in Utah, Nevada, or Idaho.", ["US-UT", "US-NV", "US-ID"]),
        ("This role is fully remote within the United States.", ["US"]),
        ("The position is based in Washington, DC.", ["US-DC"]),
        ("The position is based in Washington DC, with some travel.", ["US-DC"]),
        ("This role is based in Washington D.C. three days a week.", ["US-DC"]),
        ("Location: Lebanon, New Hampshire", ["US-NH"]),
        ("The Board of Ethics, Washington, D.C., seeks a nurse.", ["US-DC"]),
        ("This role works from our offices in NYC or Vancouver, Canada.", ["US-NY", "CA"]),
    ],
)
def test_a_place_of_work_is_read(line: str, expected: list[str]) -> None:
    assert places(f"# Night Nurse\n\n{line}\n") == expected


@pytest.mark.parametrize(
    "line",
    [
        "You hold an active nursing licence in the state of Ohio.",
        "The company is headquartered in Austin, Texas.",
        "We are launching a new factory in Mesa, Arizona, this year.",
        "We are known as Hill & Co., Inc., Kenilworth, New Jersey, in the US.",
        "Duration: August 2026 to December 2026",
        "We cannot hire in Alaska or Hawaii.",
        "Note: We currently don't hire in California or New York metro.",
        "A degree from the University of Iowa is welcome.",
        "Colorado residents may ask for the pay range.",
        "You know Oregon Medicaid well.",
        "JOIN US AND HELP OR ASK ME",
        "You work with Virginia, our lead nurse.",
        "The company grows in the US, Canada, UK and Europe.",
        "The service is open in ANZ, US, or UK time.",
        "Run each release with clear gates (Plan, Alpha, Beta, GA) and keep notes.",
        "Location: remote, with US working hours.",
    ],
)
def test_a_place_that_is_none_of_the_work_is_left_out(line: str) -> None:
    assert places(f"# Night Nurse\n\n{line}\n") == []


def test_data_win_over_prose() -> None:
    text = (
        '---\nlocation: "Remote, Minnesota"\n---\n\n# Nurse\n\nThe role is based in Dayton, OH.\n'
    )
    assert places(text) == ["US-MN"]


def test_what_is_said_of_the_position_wins_over_what_is_said_of_the_employer() -> None:
    text = "# Nurse\n\nLocation: Dayton, OH\n\nWe also run a clinic in Gary, Indiana.\n"
    assert places(text) == ["US-OH"]


def test_work_anywhere_in_a_country_does_not_rule_out_a_state() -> None:
    anywhere = draft("# Nurse\n\nLocation: Remote - US\n")
    assert Condition("place", ("US-CO",)).met(anywhere) is False
    assert Condition("place", ("US-CO",), negated=True).met(anywhere) is None
    assert Condition("place", ("US",)).met(anywhere) is True
