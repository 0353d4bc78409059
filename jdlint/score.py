"""Makes one figure of the findings in a draft; docs/score.md says how, and what it is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from jdlint.report import Finding
from jdlint.rule import Severity

BEST = 100
POINTS = {Severity.ERROR: 10, Severity.WARNING: 4, Severity.INFO: 1}
TIMES = 3  # findings of one rule that count


class Score(NamedTuple):
    """From 0 to 100; `lost` has the points that each finding costs, in the order of findings."""

    value: int
    lost: tuple[int, ...]


def score(findings: Sequence[Finding]) -> Score:
    """Return the score of a draft with these findings."""
    met: Counter[str] = Counter()
    lost = []
    for found in findings:
        met[found.rule] += 1
        lost.append(POINTS[found.severity] if met[found.rule] <= TIMES else 0)
    return Score(max(0, BEST - sum(lost)), tuple(lost))
