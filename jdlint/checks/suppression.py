"""Marks the rules whose findings are about suppressions themselves; see jdlint.suppress."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from jdlint.checks import Hit
from jdlint.document import Draft
from jdlint.record import Record

PROBLEMS = ("unused", "unexplained")


class SuppressionCheck(Record):
    """A comment that silences nothing (`unused`) or gives no reason (`unexplained`).

    What a comment silences is known only after all rules have run, so these hits are made there.
    """

    problem: str

    excusable: ClassVar[bool] = False

    def validate(self) -> None:
        """Raise ValueError, with what to write, for parameters that make no check."""
        if self.problem not in PROBLEMS:
            message = f"“problem” must be one of {', '.join(PROBLEMS)}"
            raise ValueError(message)

    def find(self, draft: Draft) -> Iterator[Hit]:  # noqa: ARG002
        """Yield nothing."""
        return iter(())
