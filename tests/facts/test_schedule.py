"""Whom a position reports to."""

from __future__ import annotations

import pytest

from jdlint import facts, readers
from jdlint.outline import outline


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("You report to the program manager.", "program manager"),
        ("This role reports to the Clinical Director.", "Clinical Director"),
        ("You report to the clinic once a week.", None),
    ],
)
def test_whom_the_position_reports_to(line: str, expected: str | None) -> None:
    document = readers.read(f"# Night Nurse\n\n{line}\n".encode(), "draft.md")[0]
    known = facts.draft(document, outline(document)).known("reports-to")
    assert known == ((expected,) if expected else ())
