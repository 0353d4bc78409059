"""On site, remote, hybrid, and travel."""

from __future__ import annotations

import pytest

from jdlint import facts, readers
from jdlint.document import Draft
from jdlint.facts.travel import travel
from jdlint.outline import outline


def draft(text: str) -> Draft:
    document = readers.read(text.encode(), "draft.md")[0]
    return facts.draft(document, outline(document))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("This is a fully remote position.", ["remote"]),
        ("You work remotely with a small team.", ["remote"]),
        ("#LI-Hybrid", ["hybrid"]),
        ("Location: Remote/Hybrid", ["remote", "hybrid"]),
        ("We offer a hybrid schedule with two days at home.", ["hybrid"]),
        ("The position is onsite.", ["onsite"]),
        ("You set up remote patient monitoring.", []),
        ("You serve remote communities in the hills.", []),
        ("You drive a hybrid car.", []),
        ("This is not a remote position.", []),
        ("An on-site gym is open to all.", []),
    ],
)
def test_the_workplace_is_read_where_it_is_said_of_the_position(
    line: str, expected: list[str]
) -> None:
    assert list(draft(f"# Night Nurse\n\n{line}\n").known("workplace")) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Travel up to 25% of the time.", [("share", None, 25)]),
        ("Expect 10-20% travel.", [("share", 10, 20)]),
        ("You travel between sites during the day.", [("sites", None, None)]),
        ("Occasional travel to team meetings.", [("frequency", None, None)]),
        ("Must be able to travel.", [("some", None, None)]),
        ("No travel is asked for.", [("none", None, None)]),
        ("Weekly travel nurse pay is listed below.", []),
        ("We reimburse travel expenses.", []),
    ],
)
def test_travel_is_read_with_its_share(line: str, expected: list[tuple[object, ...]]) -> None:
    found = travel(draft(f"# Night Nurse\n\n{line}\n"))
    assert [(fact.value, fact.min, fact.max) for fact in found] == expected
