"""Verbs that stand as nouns, and the plain verb in the form of what it stands for."""

from __future__ import annotations

import pytest

from jdlint import facts, readers, tables
from jdlint.facts.nominalisations import Nominalisation
from jdlint.outline import outline


def plain(text: str) -> list[tuple[str, str]]:
    document = readers.read(text.encode(), "draft.md")[0]
    found = facts.draft(document, outline(document)).facts["nominalisation"]
    return [
        (document.cut(fact.span), fact.instead[0])
        for fact in found
        if fact.span is not None and isinstance(fact, Nominalisation)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You conduct assessments of homes.", ("conduct assessments of", "assess")),
        ("Conducts an analysis of risks.", ("Conducts an analysis of", "Analyzes")),
        ("You are carrying out the review of charts.", ("carrying out the review of", "reviewing")),
        ("Assists in the planning of groups.", ("Assists in the planning of", "Helps plan")),
        ("By assisting with the hiring of aides.", ("assisting with the hiring of", "helping to hire")),
        ("You are responsible for planning of groups.",
         ("responsible for planning of", "responsible for planning")),
        ("It offers guidance to the aides.", ("offers guidance to", "guides")),
        ("Lends support to families.", ("Lends support to", "Supports")),
        ("You make recommendations to the board.", ("make recommendations to", "advise")),
        ("You participate in the planning of groups.", ("participate in the planning of", "help plan")),
        ("Gives instruction to aides.", ("Gives instruction to", "Teaches")),
        ("He notifies by providing notification to Ana.", ("providing notification to", "notifying")),
    ],
)  # fmt: skip
def test_the_plain_verb_has_the_form_of_the_phrase(text: str, expected: tuple[str, str]) -> None:
    assert plain(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "You conduct assessments.",
        "You conduct assessments and evaluations.",
        "You provide support to help them.",
        "You provide support to assess needs.",
        "You provide support to, and visit, families.",
        "You provide documentation of your identity.",
        "You conduct a review of systems.",
        "You conduct research on behalf of the board.",
        "You participate in reviews of your work.",
        "The assessment of homes is yours.",
        "You perform, in the assessment of homes, well.",
        "Make an assessment",
        "assessment of",
    ],
)
def test_other_nouns_are_left_alone(text: str) -> None:
    assert plain(text) == []


def test_each_row_of_the_table_is_found() -> None:
    data = tables.table("nominalisations")
    for group, nouns in data["phrases"].items():
        light = data["light"][group][0]
        for noun, follows in nouns.items():
            for word in follows:
                assert plain(f"You {light} the {noun} {word} our clients."), (noun, word)
    for noun, verb in data["actions"].items():
        assert plain(f"You assist in the {noun} of our plans.")[0][1] == f"help {verb}"
