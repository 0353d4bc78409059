"""Tells where a line of plain text goes on in the next because it was wrapped at a width."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.patterns import regex

_NARROWEST, _WIDEST = 45, 132  # columns at which text is wrapped
_BAND = 12  # a wrapped line is shorter than the width by less than a long word
_SHARE = 0.4  # of the longer lines that have one below them, this many must end in the band
_ALONE = range(60, 101)  # columns that make a single wrapped line credible

_LABEL = regex(r"[A-Z][\w /&'’()-]{1,30}:(?:\s|$)")
_ADDRESS = regex(r"https?:|www\.")
_ENDED = (".", "!", "?", ":", ";")


def width(pairs: Sequence[tuple[str, str]]) -> int | None:
    """Return the width at which a text is wrapped, in columns, or None where it is not.

    `pairs` are lines, with their indentation, each with the line below it that is neither blank
    nor the beginning of an item. In wrapped text the upper lines end close to one width and the
    lower ones often go on in lower case; in lists without bullets neither is so.
    """
    ends = [(len(upper), upper, lower.lstrip()) for upper, lower in pairs]
    ends = [end for end in ends if end[0] >= _NARROWEST]
    fitting = [end for end in ends if end[0] <= _WIDEST]
    if not fitting:
        return None
    counts = [0] * (_WIDEST + 2)
    for length, _, _ in fitting:
        counts[length] += 1
    best = max(
        range(_NARROWEST, _WIDEST + 1),
        key=lambda top: (sum(counts[top - _BAND : top + 1]), -top),
    )
    band = [end for end in fitting if best - _BAND <= end[0] <= best]
    running = sum(lower[:1].islower() and not _ADDRESS.match(lower) for _, _, lower in band)
    ended = sum(upper.endswith(_ENDED) for _, upper, _ in band)
    if len(band) == 1:
        alone = len(ends) == 1 and best in _ALONE
        return best if alone and running and not ended else None
    if len(band) < len(ends) * _SHARE or running < len(band) / 2 or ended > len(band) / 3:
        return None
    return best


def goes_on(upper: str, lower: str, columns: int) -> bool:
    """Say whether `lower` belongs to the paragraph of `upper` in a text wrapped at `columns`."""
    start = lower.lstrip()
    word = len(start.split(None, 1)[0]) if start else 0
    if len(upper) + 1 + word <= columns:
        return False  # the word would have fitted: the author broke the line
    if upper.endswith(":") or "\t" in upper.strip():
        return False
    if _LABEL.match(start) and (upper.endswith(_ENDED) or _LABEL.match(upper.lstrip())):
        return False
    return not (start.isupper() and len(start) > 3 and not upper.isupper())
