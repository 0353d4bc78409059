"""Terms of art and proper names excuse the words inside them."""

from __future__ import annotations

import pytest

from jdlint import readers
from jdlint.text import Span
from jdlint.vocabulary import term_of_art


def excuse(marked: str, *own: str) -> str | None:
    """Return the words that excuse those between « and »."""
    start, end = marked.index("«"), marked.index("»") - 1
    (document,) = readers.read(marked.replace("«", "").replace("»", "").encode(), "draft.txt")
    found = term_of_art(document, Span(start, end), own)
    return document.cut(found) if found else None


@pytest.mark.parametrize(
    ("marked", "term"),
    [
        ("You treat people with «bipolar» disorders.", "bipolar disorders"),
        ("Our «mental»-health unit.", "mental-health"),
        ("«Suicide» Risk Assessment comes first.", "Suicide Risk Assessment"),
        ("A «crazy» horse.", "crazy horse"),
        ("Staff of the «Young» Life camp.", "Young Life"),
        ("Staff with a «young» life.", None),
        ("A «crazy» week.", None),
        ("We do «mental» health.", "mental health"),
        ("We speak «mental». Health comes next.", None),
        ("They call it «mental health».", None),
    ],
)
def test_the_longest_term_excuses(marked: str, term: str | None) -> None:
    assert excuse(marked) == term


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "A grant from the Elm County «Addict» Recovery Project.",
            "Elm County Addict Recovery Project",
        ),
        ("We follow the «Disabled» Riders Act of our state.", "Disabled Riders Act"),
        ("We hire a «Ninja» for sales.", None),
        ("# SENIOR «NINJA» OF THE SALES DEPARTMENT", None),
        ("Sales «Ninja» Wanted Now", None),
    ],
)
def test_a_proper_name_excuses(marked: str, name: str | None) -> None:
    assert excuse(marked) == name


def test_a_user_adds_phrases() -> None:
    assert excuse("At «Ninja» Nurses we care.", "Ninja Nurses") == "Ninja Nurses"
    assert excuse("Meet the «ninja» nurse.", "ninja nurses") == "ninja nurse"
    assert excuse("Our brand is «Rockstar».", "Rockstar") == "Rockstar"
