"""Comments that silence findings."""

from __future__ import annotations

import pytest

from jdlint.config import Config
from jdlint.report import FileReport
from jdlint.run import Input, check
from jdlint.select import ruleset

CONFIG = Config(select=("privacy/hipaa-misspelt", "draft"))
RULES = ruleset(CONFIG)


def checked(text: str, name: str = "draft.md") -> FileReport:
    (report,) = check(Input(name, data=text.encode()), CONFIG, RULES)
    return report


def lines(text: str, name: str = "draft.md") -> list[int | None]:
    found = checked(text, name).findings
    return [f.line for f in found if f.rule == "privacy/hipaa-misspelt"]


NOTE = "<!-- jdlint: {} privacy/hipaa-misspelt -- quoted from the client -->"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("HIPPA one.\n\nHIPPA two.\n", [1, 3]),
        (NOTE.format("ignore") + "\n\nHIPPA one.\n\nHIPPA two.\n", [5]),
        (NOTE.format("ignore-file") + "\n\nHIPPA one.\n\nHIPPA two.\n", []),
        (NOTE.format("off") + "\n\nHIPPA one.\n\n" + NOTE.format("on") + "\n\nHIPPA two.\n", [7]),
        ("HIPPA one.\n\n" + NOTE.format("off") + "\n\nHIPPA two.\n", [1]),
        ("- HIPPA one " + NOTE.format("ignore") + "\n- HIPPA two\n", [2]),
        ("<!-- jdlint: ignore privacy -- a family -->\n\nHIPPA one.\n", []),
        ("<!-- jdlint: ignore draft -- another family -->\n\nHIPPA one.\n", [3]),
    ],
)
def test_a_comment_reaches_as_far_as_it_says(text: str, left: list[int]) -> None:
    assert lines(text) == left


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("draft.html", NOTE.format("ignore") + "<p>HIPPA one.</p>"),
        ("draft.txt", NOTE.format("ignore") + "\n\nHIPPA one.\n"),
        ("draft.txt", "# jdlint: ignore privacy/hipaa-misspelt -- quoted\n\nHIPPA one.\n"),
    ],
)
def test_comments_work_in_every_format_that_has_them(name: str, text: str) -> None:
    report = checked(text, name)
    assert [h.finding.rule for h in report.suppressed] == ["privacy/hipaa-misspelt"]
    assert report.suppressed[0].reason.startswith("quoted")


@pytest.mark.parametrize(
    ("comment", "rule"),
    [
        ("<!-- jdlint: ignore privacy/hipaa-misspelt -- why not -->", "draft/unused-suppression"),
        ("<!-- jdlint: ignore privacy/hippa -- a typing error -->", "draft/unused-suppression"),
        ("<!-- jdlint: ignore-file -- no rule named -->", "draft/unused-suppression"),
    ],
)
def test_a_comment_that_silences_nothing_is_found(comment: str, rule: str) -> None:
    found = checked(f"{comment}\n\nHIPAA is meant here.\n").findings
    assert [(f.rule, f.line) for f in found] == [(rule, 1)]


def test_a_comment_without_a_reason_is_found() -> None:
    found = checked("<!-- jdlint: ignore privacy -->\n\nHIPPA is kept.\n").findings
    assert [f.rule for f in found] == ["draft/unexplained-suppression"]


def test_a_silenced_place_makes_room_for_the_next_and_the_rest_is_counted() -> None:
    config = Config(select=("style/hero-titles",))
    rules = ruleset(config)
    words = "".join(f"Line {n}: we want a ninja.\n\n" for n in range(6))
    comment = "<!-- jdlint: ignore style/hero-titles -- our club -->\n"
    (loud,) = check(Input("draft.md", data=f"# Nurse\n\n{words}".encode()), config, rules)
    (less,) = check(Input("draft.md", data=f"# Nurse\n\n{comment}{words}".encode()), config, rules)
    assert [(f.line, f.more) for f in loud.findings] == [(3, 0), (5, 0), (7, 3)]
    assert [(f.line, f.more) for f in less.findings] == [(6, 0), (8, 0), (10, 2)]
