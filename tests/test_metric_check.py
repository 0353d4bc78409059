"""What is measured as a sentence: prose in English, without the lists of names in it."""

from __future__ import annotations

import pytest

from jdlint import facts, readers
from jdlint.checks.metric import MetricCheck
from jdlint.outline import outline

LONG = "you see each of the adults who come to the clinic and write one short note for each of them"
NAMES = "Ohio, Iowa, Utah, Texas, Maine, Idaho, New York, New Mexico, Kansas, Nevada, and Oregon"
OTHER = (
    "vous voyez tous les adultes qui viennent dans notre clinique et vous notez ce que vous faites"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}.", 1),
        (f"You live in {NAMES}.", 0),
        (f"{OTHER}.", 0),
        (f"Rest.  {LONG}.", 1),
    ],
)
def test_only_prose_in_english_is_too_long(text: str, expected: int) -> None:
    document = readers.read(f"# Nurse\n\nYou rest. {text}\n".encode(), "draft.md")[0]
    hits = list(MetricCheck("sentence", 12).find(facts.draft(document, outline(document))))
    assert len(hits) == expected
    assert all(hit.span and document.cut(hit.span).startswith("you") for hit in hits)
