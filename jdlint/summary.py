"""What a reader of the report sees of a draft at a glance: its length, its demands, its pay."""

from __future__ import annotations

from typing import NamedTuple

from jdlint.document import Draft
from jdlint.metrics import measure, metrics

_NOT_PROSE = ("title-block", "benefits", "compensation", "eeo", "legal-notice", "how-to-apply")
_ENOUGH = 100  # words; the grade of fewer says little
SHOWN, OPEN, HIDDEN = "shown", "open-ended", "not shown"


class Overview(NamedTuple):
    """A draft in figures.

    `grade` is the Flesch-Kincaid grade of its prose, in years of school, and `must_haves` the
    number of points that it requires; both are None where there is nothing to count. `pay` is
    shown, open-ended (one end of the range only) or not shown.
    """

    words: int
    must_haves: int | None
    pay: str
    grade: float | None = None


def overview(draft: Draft) -> Overview:
    """Return the figures of a draft; what the rules have read already is not read again."""
    asked = [getattr(fact, "number", None) for fact in draft.facts["must-haves"]]
    counted = measure(draft, _NOT_PROSE)
    read = metrics(counted) if counted.words >= _ENOUGH else None
    grade = round(read.flesch_kincaid_grade, 1) if read else None
    return Overview(len(draft.document.words), asked[0] if asked else None, _pay(draft), grade)


def _pay(draft: Draft) -> str:
    wages = [fact for fact in draft.facts["pay"] if getattr(fact, "kind", "") == "base"]
    if not wages:
        return HIDDEN
    return OPEN if all(getattr(fact, "open_end", False) for fact in wages) else SHOWN
