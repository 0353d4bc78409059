"""What stands twice, and what may."""

from __future__ import annotations

import pytest

from jdlint import facts
from jdlint.facts.repetition import repetition
from jdlint.readers import plain

STORY = (
    "Our clinic stands at the edge of the river, and it has served four counties since the flood. "
    "Every visit is planned by two of us, and both of us know the family."
)
LICENSE = (
    "- a license in this state or in a compact state that this state has joined by law, "
    "with no open complaint against it"
)
DUTIES = " ".join(f"Duty {number} is a duty of its own." for number in range(30))
OTHER = "You drive between three towns, and you are home for supper on most days of the week."


def found(text: str) -> list[tuple[str, str]]:
    [document] = plain.read(text.encode(), "draft.txt")
    return [
        (fact.value, document.cut(fact.span))
        for fact in repetition(facts.draft(document, ()))
        if fact.span
    ]


def test_a_paragraph_that_stands_again_is_found_at_its_second_place() -> None:
    assert found(f"{STORY}\n\n{OTHER}\n\n{STORY}") == [("passage", STORY)]


def test_case_and_punctuation_do_not_matter() -> None:
    again = STORY.upper().replace(",", ";")
    assert found(f"{STORY}\n\n{OTHER}\n\n{again}") == [("passage", again)]


def test_only_whole_sentences_are_reported() -> None:
    again = f"And so: {STORY} And more."
    assert found(f"{STORY}\n\n{OTHER}\n\n{again}") == [("passage", STORY.partition(". ")[2])]


@pytest.mark.parametrize(
    "text",
    [
        f"{OTHER}\n\n{OTHER}",  # fewer words than a passage
        f"{STORY}\n\n{OTHER}\n\n{STORY}\n\n{DUTIES}\n\n{STORY}",  # a pattern, not a slip
        f"{LICENSE}\n\nor\n\n{LICENSE}",  # an item of a list, not a sentence
    ],
)
def test_what_may_stand_twice(text: str) -> None:
    assert found(text) == []


def test_a_posting_pasted_twice_is_one_finding() -> None:
    posting = f"Visiting Nurse\n\n{STORY}\n\n- Check wounds\n- Teach families\n\n{OTHER}\n\n"
    [(kind, span)] = found(posting * 2)
    assert kind == "posting"
    assert span.startswith("Visiting Nurse")


@pytest.mark.parametrize(
    ("text", "double"),
    [
        ("You will see the the families.", "the the"),
        ("Care for for six people? No: give care care to six.", "care care"),
    ],
)
def test_a_word_after_itself_is_found(text: str, double: str) -> None:
    assert found(text) == [("word", double)]


@pytest.mark.parametrize(
    "text",
    [
        "The clinic is in Walla Walla.",
        "We know that that matters.",
        "You need hands-on on the first day, and in in-vitro work.",
        "About Calm\nCalm is a clinic.",
        "Si vous vous reconnaissez ici",
    ],
)
def test_a_word_may_follow_itself(text: str) -> None:
    assert found(text) == []


def test_a_draft_without_words_repeats_nothing() -> None:
    assert found("") == []
