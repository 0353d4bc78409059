"""Whom a phrase describes."""

from __future__ import annotations

import pytest

from jdlint import facts, readers
from jdlint.checks import build
from jdlint.outline import outline
from jdlint.referents import Referent, referent
from jdlint.text import Span


def who(marked: str) -> Referent:
    """Tell whom the words between « and » describe."""
    start, end = marked.index("«"), marked.index("»") - 1
    (document,) = readers.read(marked.replace("«", "").replace("»", "").encode(), "draft.txt")
    return referent(facts.draft(document, outline(document)), Span(start, end))


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("We are looking for a «young» and eager nurse.", "candidate"),
        ("You are an «aggressive» closer.", "candidate"),
        ("Therapy for «young» adults and their families.", "client"),
        ("Provide care for the «elderly».", "client"),
        ("De-escalate «aggressive» patients on a locked ward.", "client"),
        ("A «young» team with a crazy schedule.", "employer"),
        ("The ideal candidate to join our team is a born «guru».", "candidate"),
        ("A daily walk with «inmates».", "client"),
        ("Our service for «veterans» and their families.", "client"),
        ("Obsessed with making customers happy, you do «whatever it takes».", "candidate"),
        ("The nurse keeps «his» notes up to date.", "candidate"),
        ("Last year Kaylie joined us; «her» work speaks for itself.", "other"),
        ("You care for the patients of «his or her» unit.", "candidate"),
        ("The child learns in «his or her» own way.", "client"),
        ("You don't need to be a «millennial» to join us.", "other"),
        ("We hire nurses rather than «youngsters».", "other"),
        ("Ask for a call with Tracey, our manager, and speak with «her».", "other"),
        ("Plans each patient's care to suit «his or her» age.", "client"),
        ("See our Nursing Assistant Amanda talk about «her» day.", "other"),
        ("The Nurse Manager Position has «his» own duties.", "candidate"),
        ("You assist Dr. Osei in «his» research.", "other"),
        ("The Clinical Lead is in charge. «He» reports to the board.", "candidate"),
        ("All are considered regardless of race, «religion» or sex.", "other"),
        ("A past client told us “they never treated me like some «crazy» person here”.", "other"),
    ],
)
def test_who_is_described(marked: str, kind: str) -> None:
    assert who(marked).kind == kind


def test_a_rule_asks_for_the_candidate() -> None:
    text = "We seek an aggressive seller. Calm aggressive patients."
    (document,) = readers.read(text.encode(), "draft.md")
    check = build("terms", {"avoid": ["aggressive"], "referent": ["candidate"]})
    (hit,) = check.find(facts.draft(document, outline(document)))
    assert hit.span == Span(11, 21)
    assert hit.referent is not None
    assert "seller" in hit.referent.evidence
