"""In which country the work is, and whether the draft is in English."""

from __future__ import annotations

import pytest

from jdlint import facts, readers
from jdlint.document import Draft
from jdlint.outline import outline


def draft(text: str) -> Draft:
    document = readers.read(text.encode(), "draft.md")[0]
    return facts.draft(document, outline(document))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Location: Dayton, OH", "US"),
        ("Location: Toronto, ON", "CA"),
        ("You look after twelve people.", "US"),
        ("You join a team of the NHS.", "GB"),
        ("The pay is £34,000.", "GB"),
        ("You hold an NMC PIN as an RMN.", "GB"),
        ("Register with AHPRA.", "AU"),
        ("Location: Dayton, OH. We also run a house that the NHS pays for.", "US"),
        ("DBS is a treatment that we offer.", "US"),
    ],
)
def test_the_country_is_that_of_the_place_or_of_what_only_it_has(text: str, expected: str) -> None:
    assert list(draft(f"# Nurse\n\n{text}\n").known("country")) == [expected]


def test_a_short_draft_is_taken_for_english() -> None:
    assert list(draft("# Pflegekraft\n\nWir suchen Sie.\n").known("language")) == ["en"]


def test_a_list_of_towns_does_not_make_a_draft_foreign() -> None:
    towns = ", ".join(f"Town{number} Falls" for number in range(60))
    sentence = "You will meet the families at home and write to the team. "
    assert list(draft(f"# Nurse\n\n{sentence * 4}\n\n{towns}\n").known("language")) == ["en"]
