"""Tells in what form a draft gives the pay: not at all, one end of a range, a figure, a range."""

from __future__ import annotations

from jdlint.document import Draft, Fact
from jdlint.facts.pay import Pay


def pay_form(draft: Draft) -> tuple[Fact, ...]:
    """Return one fact: `none`, `share` (a split of fees), `open`, `figure` or `range`.

    Of several wages the fullest counts. Bonuses and other sums beside the wage do not.
    """
    found = [fact for fact in draft.facts["pay"] if isinstance(fact, Pay)]
    forms = {_form(fact) for fact in found if fact.kind == "base"}
    for form in ("range", "figure", "open"):
        if form in forms:
            return (Fact(value=form),)
    shared = any(fact.value in ("split", "commission", "on-target") for fact in found)
    return (Fact(value="share" if shared else "none"),)


def _form(fact: Pay) -> str:
    if fact.min is None or fact.max is None:
        return "open"
    return "figure" if fact.min == fact.max else "range"
