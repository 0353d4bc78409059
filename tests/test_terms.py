"""What a term matches."""

from __future__ import annotations

import pytest

from jdlint import facts, readers
from jdlint.checks import build
from jdlint.outline import outline


def found(text: str, **parameters: object) -> list[str]:
    (document,) = readers.read(text.encode(), "draft.md")
    draft = facts.draft(document, outline(document))
    hits = build("terms", parameters).find(draft)
    return [document.cut(hit.span) for hit in hits if hit.span]


@pytest.mark.parametrize(
    ("term", "text", "matches"),
    [
        ("rock star", "A rock star, a rock-star and a Rock\nStar.", 3),
        ("rock star", "We rock. Star salaries.", 0),
        ("compete", "Competence and competes.", 0),
        ("host", "A hosted, hostile host.", 1),
        ("read", "A read-only file, read aloud.", 1),
        ("you're", "You’re here and you're there.", 2),
        ("null", "Null and void.", 1),
        ("ninja", "**nin**ja", 1),
    ],
)
def test_a_term_matches_whole_words(term: str, text: str, matches: int) -> None:
    assert len(found(text, avoid=[term])) == matches


def test_the_longest_term_wins() -> None:
    assert found("A rock star.", avoid=["rock", "rock star"]) == ["rock star"]


def test_a_longer_phrase_excuses_the_words_inside_it() -> None:
    text = "A wizard runs the setup wizard."
    assert found(text, avoid=["wizard"], unless_within=["setup wizard"]) == ["wizard"]


@pytest.mark.parametrize("written", ["Ninja", "NINJA", "ninja"])
def test_a_suggestion_takes_the_capitals_of_what_it_replaces(written: str) -> None:
    (document,) = readers.read(f"A {written} here.".encode(), "draft.md")
    draft = facts.draft(document, outline(document))
    (hit,) = build("terms", {"swap": {"ninja": ["expert"]}}).find(draft)
    wanted = {"Ninja": "Expert", "NINJA": "EXPERT", "ninja": "expert"}
    assert hit.suggestions == (wanted[written],)


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("Our notes are kept in Guru.", 0),
        ("We use Slack, Guru, and Notion.", 0),
        ("We hire a Guru.", 1),
        ("Marketing Guru wanted.", 1),
        ("GURU WANTED for a GURU desk.", 2),
        ("Gurus welcome.", 1),
    ],
)
def test_a_term_written_like_a_name_can_be_left_out(text: str, matches: int) -> None:
    assert len(found(text, avoid=["guru", "gurus"], unless_name=True)) == matches


def test_a_term_can_count_only_where_it_is_repeated() -> None:
    assert found("A guru.", avoid=["guru"], at_least=2) == []
    assert found("A guru and a guru.", avoid=["guru"], at_least=2) == ["guru", "guru"]
