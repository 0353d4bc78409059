"""The balance of gender-coded words over a whole draft."""

from __future__ import annotations

from jdlint import facts, readers
from jdlint.checks.balance import coded
from jdlint.outline import outline


def words(text: str, *own: str) -> tuple[list[str], list[str]]:
    """Return the masculine-coded and the feminine-coded words that count."""
    (document,) = readers.read(text.encode(), "draft.md")
    found = coded(facts.draft(document, outline(document), vocabulary=own), ("eeo",))
    return found["masculine"], found["feminine"]


def test_a_word_counts_once_in_whatever_form() -> None:
    text = "You support people. We support you. Supportive leaders, leadership and a leader."
    assert words(text) == (["leaders"], ["support"])


def test_longer_words_that_only_begin_alike_do_not_count() -> None:
    assert words("Share the SharePoint activity of a logician, kindly and warmly.") == (
        [],
        ["warmly"],
    )


def test_what_a_word_means_in_the_trade_does_not_count() -> None:
    text = (
        "An active license, a competitive salary, self-determination and emotional support. "
        "Assertive Community Treatment, shared decision making and independent licensure."
    )
    assert words(text) == ([], [])


def test_headings_and_statements_do_not_count() -> None:
    text = "# Competitive leader\n\n## Equal opportunity\n\nWe decide on merit.\n"
    assert words(text) == ([], [])


def test_the_same_word_counts_where_it_stands_outside_a_phrase() -> None:
    assert words("An active license. You are active.") == (["active"], [])


def test_a_user_s_phrases_do_not_count() -> None:
    text = "At Caring Hearts you are kind."
    assert words(text) == ([], ["caring", "kind"])
    assert words(text, "Caring Hearts") == ([], ["kind"])
