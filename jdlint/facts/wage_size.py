"""Judges by its size whether a sum of money can be a wage."""

from __future__ import annotations

from jdlint.facts.amounts import Amount
from jdlint.tables import table

# A wage in other currencies may count in large numbers.
_COMMON = (None, "USD", "GBP", "EUR", "CAD", "AUD", "NZD", "CHF", "SGD", "ILS", "AED", "PLN")
_SURE = {
    "hour": 12,
    "week": 800,
    "year": 20_000,
    None: 25_000,
}  # from here on a sum looks like a wage
_ALONE = {
    "hour": 0,
    "day": 150,
    "week": 400,
    "month": 400,
    "year": 20_000,
    "session": 0,
    "visit": 0,
}
_WIDEST = 4  # a range whose ends are further apart needs words that call it pay
_ELSEWHERE = frozenset(("about-employer", "benefits", "culture", "eeo", "legal-notice"))


def plausible(amount: Amount, period: str | None) -> bool:
    """Say whether a sum can be a wage for that period, by the limits of pay.yaml."""
    if period == "-piece":
        return False
    limits = table("pay")["plausible"]
    low, high = limits.get(period or "none", limits["none"])
    return bool(low <= amount.least and amount.most <= high * _wide(amount))


def possible(amount: Amount) -> bool:
    """Say whether anybody is paid such a sum at all."""
    return bool(amount.most <= table("pay")["plausible"]["none"][1] * _wide(amount))


def like_wage(amount: Amount) -> bool:
    """Say whether a sum looks like a wage more than like anything else that is paid."""
    low = _SURE.get(amount.period)
    return low is not None and amount.least >= low and plausible(amount, amount.period)


def mistaken(amount: Amount) -> bool:
    """Say whether a sum is a wage with the wrong period beside it: “$16 - $18 per year”."""
    return amount.period == "year" and amount.least >= 5 and amount.most <= 500


def wage_by_shape(amount: Amount, period: str | None, section: str) -> bool:
    """Say whether a sum is a wage although no word speaks for it; `section` is where it stands."""
    unit = amount.period or period
    if amount.currency is None or not plausible(amount, unit):
        return False
    if section in _ELSEWHERE and not (amount.ranged and like_wage(amount)):
        return False
    if unit is not None:
        return amount.least >= _ALONE.get(unit, float("inf"))
    ranged = amount.ranged and amount.most <= _WIDEST * amount.least
    return ranged and (amount.least >= 15_000 or section == "compensation")


def _wide(amount: Amount) -> int:
    return 1 if amount.currency in _COMMON else 100
