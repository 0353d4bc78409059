"""What the kinds of checks do that no rule of our own shows alone."""

from __future__ import annotations

from jdlint import facts, readers
from jdlint.checks import Hit
from jdlint.checks.pattern import Pattern
from jdlint.outline import outline


def _hits(check: Pattern, text: str) -> list[Hit]:
    (document, *_) = readers.read(text.encode(), "draft.md")
    return list(check.find(facts.draft(document, outline(document))))


def test_a_pattern_suggests_what_its_own_expression_is_swapped_for() -> None:
    check = Pattern(
        swap={r"\bsales(?:man|men)\b": ["salesperson"], r"\b(\w+)men\b": [r"\1 people"]}
    )
    hits = _hits(check, "Salesmen and firemen wanted.")
    assert [(hit.values["match"], hit.suggestions) for hit in hits] == [
        ("Salesmen", ("Salesperson",)),
        ("firemen", ("fire people",)),
    ]


def test_a_phrase_in_the_same_section_excuses_a_match_and_one_elsewhere_does_not() -> None:
    check = Pattern(patterns=(r"\blift 50 pounds\b",), unless_near=("reasonable accommodation",))
    far = (
        "# Requirements\n\nMust lift 50 pounds.\n\n# Notice\n\nWe offer reasonable accommodation.\n"
    )
    near = "# Requirements\n\nMust lift 50 pounds.\n\nWe offer reasonable accommodation.\n"
    assert len(_hits(check, far)) == 1
    assert _hits(check, near) == []


def test_a_pattern_looks_only_at_blocks_that_hold_one_of_its_literals() -> None:
    check = Pattern(patterns=(r"\b\w+ing\b",), literals=("thing", "!!"))
    hits = _hits(check, "Singing.\n\nA thing.\n\nRinging!!\n\nKnitting!\n")
    assert [hit.values["match"] for hit in hits] == ["thing", "Ringing"]
