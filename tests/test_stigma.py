"""Words for ability, illness, drug use, records and service: what is found, by one rule, and what is left alone."""

from __future__ import annotations

import pytest

from jdlint import facts, readers
from jdlint.config import Config
from jdlint.engine import lint
from jdlint.outline import outline
from jdlint.report import Finding
from jdlint.select import ruleset


def found(text: str) -> tuple[Finding, ...]:
    """Return what the default profile finds in a text about the wording of inclusion."""
    (document, *_) = readers.read(text.encode(), "draft.txt")
    draft = facts.draft(document, outline(document))
    findings = lint(draft, ruleset(Config())).findings
    return tuple(f for f in findings if f.rule.startswith("inclusion/"))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Must possess normal color vision.", "health-asked"),
        ("Must be in excellent physical and mental health.", "health-asked"),
        ("Applicants must not have a history of back problems.", "health-asked"),
        ("Must be mentally stable.", "health-asked"),
        ("Must be capable of standing and walking for extended periods.", "physical-demand"),
        ("Requires the ability to grip, reach and kneel.", "physical-demand"),
        ("Do not be crippled by fear of change.", "disability-metaphors"),
        ("We are addicted to excellence.", "disability-metaphors"),
        ("Teach brain damaged adults to cook.", "disability-terms"),
        ("Watch schizophrenic patients at night.", "people-as-conditions"),
        ("Work with substance abusing adolescents.", "people-as-conditions"),
        ("You are a data junkie.", "people-as-conditions"),
        ("Residents with a dirty urine are reported.", "clean-and-dirty"),
        ("Help clients stay clean and sober.", "clean-and-dirty"),
        ("Applicants with a criminal record need not apply.", "blanket-bar"),
        ("Must not have been convicted of any crime.", "blanket-bar"),
        ("National Guard members need not apply.", "military-status"),
        ("Must not have been dishonorably discharged.", "military-status"),
        ("Marijuana users will not be hired.", "drug-bar"),
        ("Must be drug free.", "drug-bar"),
        ("Must have good credit.", "credit-record"),
        ("Clean-cut appearance required.", "appearance"),
        ("This internship is unpaid.", "unpaid-work"),
    ],
)
def test_one_phrase_is_found_by_one_rule(text: str, rule: str) -> None:
    assert [finding.rule for finding in found(text)] == [f"inclusion/{rule}"]


@pytest.mark.parametrize(
    "text",
    [
        "You teach Deaf, blind and autistic adults.",
        "Clients may be able to stand with some help.",
        "The patient is in good health.",
        "Clients with a history of mental illness are welcome.",
        "Treat people with schizophrenia, bipolar disorder or alcohol use disorder.",
        "Must be able to lift 50 pounds with or without reasonable accommodation.",
        "A clean driving record is required because you drive clients.",
        "A background check and a drug screen follow the offer.",
        "We consider applicants with arrest or conviction records.",
        "Reservists and veterans with an honorable discharge are welcome.",
        "We are a drug-free workplace.",
        "Residents move into a clean and sober living house.",
        "Clean urine samples are kept cold.",
        "Paid or unpaid internship experience counts.",
        "Continuing education credit is paid.",
        "Attractive pay and a professional appearance.",
        "Bipolar and related disorders are treated here.",
        "Borderline personality disorder is treated here.",
    ],
)
def test_the_trades_own_words_are_left_alone(text: str) -> None:
    assert found(text) == ()


def test_what_to_write_keeps_the_people() -> None:
    (finding,) = found("Watch schizophrenic patients at night.")
    assert finding.suggestions == ("patients with schizophrenia",)
