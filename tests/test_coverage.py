"""What a profession's readers expect is told where it is missing, and never more than three of it."""

from __future__ import annotations

import pytest

from jdlint import facts, readers
from jdlint.document import Draft
from jdlint.outline import outline
from jdlint.tables import table

FILLER = "The house by the river has a garden, two rooms and a kitchen, and a boat. " * 24


def draft(duties: str, profession: str) -> Draft:
    text = f"# Role\n\n## Responsibilities\n\n{duties} {FILLER}\n"
    document = readers.read(text.encode(), "draft.md")[0]
    return facts.draft(document, outline(document), given={"profession": (profession,)})


@pytest.mark.parametrize("profession", sorted(table("coverage")["professions"]))
def test_a_draft_that_says_all_is_silent_and_one_that_says_nothing_has_three(
    profession: str,
) -> None:
    items = table("coverage")["items"]
    all_said = ". ".join(
        items[key]["words"][0] for key in table("coverage")["professions"][profession]
    )
    assert draft(all_said, profession).facts["coverage-gap"] == ()
    gaps = [fact.value for fact in draft("You walk.", profession).facts["coverage-gap"]]
    assert gaps == table("coverage")["professions"][profession][:3]


def test_every_profession_that_is_clinical_has_a_list() -> None:
    named = {row["profession"] for row in table("professions")}
    assert named - set(table("coverage")["professions"]) == {"other-clinical", "non-clinical"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You treat opioid use, addiction and detox in our clinic.", ["substance-use"]),
        ("You write IEPs in classrooms of the school district.", ["school"]),
        ("You give telehealth, by teletherapy and virtual visits.", ["telehealth"]),
        ("You know addiction.", []),
    ],
)
def test_the_setting_is_what_a_draft_speaks_of_again_and_again(
    text: str, expected: list[str]
) -> None:
    document = readers.read(f"# Nurse\n\n{text}\n".encode(), "draft.md")[0]
    found = facts.draft(document, outline(document)).facts["setting"]
    assert [fact.value for fact in found] == expected
