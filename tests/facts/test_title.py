"""Where a job title stands, and what is no title."""

from __future__ import annotations

import pytest

from jdlint import facts, readers
from jdlint.outline import outline

TITLES = [
    ("# Outpatient Therapist\n\nYou treat adults.", "Outpatient Therapist"),
    ("Location: Dayton\n\nJob Title: Night Nurse\n\nYou care.", "Night Nurse"),
    ("Position Title\n\nLead Teller\n\nYou count notes.", "Lead Teller"),
    ("Summary:\n\nStore Supervisor\n\nWould you like to run a shop with us?", "Store Supervisor"),
    ("# Crisis Clinician - $70,000 a year\n\nYou treat adults.", "Crisis Clinician"),
    ("We are seeking a kind and experienced Family Therapist to join us.", "Family Therapist"),
    ("Our clinic seeks a highly-regarded Director of Nursing.", "Director of Nursing"),
    ("The Intake Coordinator will greet people at the door.", "Intake Coordinator"),
    ("As a Peer Specialist, you will walk beside people.", "Peer Specialist"),
    ("Here is news. The Data Clerk role is new in our town.", "Data Clerk"),
    ("BIG CLINIC SEEKING A FULL-TIME SPEECH THERAPIST\n\nWe are large.", "SPEECH THERAPIST"),
    (
        "Outreach Nurse, Maple County, Ohio — the person in this post visits people at home and "
        "speaks with the family about what they need.",
        "Outreach Nurse",
    ),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_is_found_where_it_stands(text: str, title: str) -> None:
    assert _title(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "We are looking for a self-starter who likes people.",
        "You work with nurses and managers. You report to the Director of Nursing.",
        "We seek experienced professionals to join our team.",
        "At Maple Care, being kind means more than smiling - it means being there for people.",
    ],
)
def test_people_spoken_of_are_no_title(text: str) -> None:
    assert _title(text) is None


def test_the_title_named_most_often_is_the_one() -> None:
    text = (
        "The Office Manager leads a small team.\n\nWe are hiring a Billing Clerk. As a Billing "
        "Clerk, you write to insurers. The Billing Clerk position is full time."
    )
    assert _title(text) == "Billing Clerk"


def _title(text: str) -> str | None:
    document = readers.read(text.encode(), "draft.md")[0]
    found = facts.draft(document, outline(document)).facts["title"]
    return found[0].value if found else None
