"""The line about a draft, and the score: every point of it belongs to a finding."""

from __future__ import annotations

import json
import re

import pytest

from jdlint.config import Config
from jdlint.report import Finding, Report
from jdlint.reporters import json as as_json
from jdlint.reporters import text
from jdlint.rule import Severity
from jdlint.run import Input, check
from jdlint.score import score
from jdlint.select import ruleset

LOUD = ("style/hero-titles", "style/doubled-exclamation")
DRAFT = """# Nurse

You care for adults at home. Pay: $34 to $41 an hour.

## Requirements

- An RN license
- A car
- Spanish preferred

We want a ninja, and another ninja!!
"""


def reported(draft: str, **options: object) -> Report:
    config = Config(**options)  # type: ignore[arg-type]
    return Report(check(Input("draft.md", data=draft.encode()), config, ruleset(config)))


def found(*levels: Severity, rule: str = "") -> list[Finding]:
    return [Finding(rule or f"house/{at}", level, "") for at, level in enumerate(levels)]


@pytest.mark.parametrize(
    ("findings", "value", "lost"),
    [
        ([], 100, ()),
        (found(Severity.ERROR, Severity.WARNING, Severity.INFO), 85, (10, 4, 1)),
        (found(*[Severity.WARNING] * 5, rule="house/same"), 88, (4, 4, 4, 0, 0)),
        (found(*[Severity.ERROR] * 12), 0, (10,) * 12),
    ],
)
def test_each_point_belongs_to_a_finding(
    findings: list[Finding], value: int, lost: tuple[int, ...]
) -> None:
    assert (score(findings).value, score(findings).lost) == (value, lost)


def test_the_line_counts_words_demands_and_findings_and_tells_of_the_pay() -> None:
    shown = text.render(reported(DRAFT, select=LOUD), text.Style())
    assert re.search(r"\d+ words, 2 must-haves, pay shown; 3 warnings\n", shown)


@pytest.mark.parametrize(
    ("pay", "told"),
    [
        ("Pay: $34 to $41 an hour.", "shown"),
        ("Pay: up to $41 an hour.", "open-ended"),
        ("A $5,000 sign-on bonus.", "not shown"),
    ],
)
def test_pay_is_shown_only_where_a_wage_is(pay: str, told: str) -> None:
    (file,) = reported(f"# Nurse\n\nYou care for adults at home. {pay}\n").files
    assert file.overview is not None
    assert file.overview.pay == told


def test_the_score_is_off_unless_asked_for() -> None:
    report = reported(DRAFT, select=LOUD)
    (silent,) = json.loads(as_json.render(report))["files"]
    (scored,) = json.loads(as_json.render(report, scored=True))["files"]
    assert silent["score"] is None
    assert scored["score"] == {"value": 88, "of": 100, "lost": [4, 4, 4]}
    assert "score" not in text.render(report, text.Style())
    assert "score 88 of 100" in text.render(report, text.Style(score=True))


def test_a_clean_draft_among_others_has_no_line() -> None:
    (clean,) = reported("# Nurse\n\nYou care.\n", select=LOUD).files
    shown = text.render(Report((clean, clean)), text.Style())
    assert shown == "2 postings checked: nothing found.\n"
