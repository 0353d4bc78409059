"""Damage done on the way, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint import facts
from jdlint.document import Draft
from jdlint.facts.wholeness import Damage, broken_character, cut_off, markup
from jdlint.readers import plain


def found(text: str, read: Callable[[Draft], tuple[Damage, ...]]) -> list[tuple[str, str, int]]:
    [document] = plain.read(text.encode(), "draft.txt")
    return [(d.value, d.found, d.count) for d in read(facts.draft(document, ()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Weâ€™re a clinic. Youâ€™ll like it.", [("decoding", "â€™", 2)]),
        ("A r�sum� is enough.", [("lost", "�", 2)]),
        ("You don?t need a car.", [("apostrophe", "don?t", 1)]),
        ("What? The team is small. Is it? Yes.", []),
        ("See https://clinic.example/jobs?s=12 and /list?d=3", []),
        ("Café, naïve, “quoted”, 20–25 hours", []),
    ],
)
def test_broken_characters(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert found(text, broken_character) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meals &amp; rides, rent &amp; care", [("entity", "&amp;", 2)]),
        ("One line<br>and another", [("tag", "<br>", 1)]),
        ("First.\\nSecond.", [("escape", "\\n", 1)]),
        ("font-weight: 400; color", [("style", "font-weight: 400;", 1)]),
        ("Meals & rides; R&D at AT&T; fewer than <5 or >9", []),
        ("Folders such as C:\\new are gone", []),
    ],
)
def test_markup(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert found(text, markup) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You get six weeks of leave, a pension, and", [("sentence", "leave, a pension, and", 1)]),
        (
            "We treat grief, panic, and trauma in adults,",
            [("sentence", "and trauma in adults,", 1)],
        ),
        (
            "We pay you well. We also offer the following:",
            [("list", "also offer the following:", 1)],
        ),
        ("You help adults.\nRead more", [("button", "Read more", 1)]),
        ("You help adults… Show more »", [("button", "Show more", 1)]),
        ("You get six weeks of leave, a pension, and more…", []),
        ("Take all the time off that you need to", []),
        ("Send the form to the address N/A", []),
        ("You may read more in our handbook.", []),
        ("Pay: $20 an hour", []),
    ],
)
def test_cut_off(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert found(text, cut_off) == expected
