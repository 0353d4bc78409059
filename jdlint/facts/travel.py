"""Reads how much travel the work asks for: a share of the time, a frequency, or between sites."""

from __future__ import annotations

from jdlint.document import Draft, Fact, Modality
from jdlint.patterns import regex
from jdlint.text import Span


class Travel(Fact):
    """Travel for the work; `value` is share, frequency, sites, some or none.

    `min` and `max` are the share of the working time in percent, None where no share is stated.
    """

    min: float | None = None
    max: float | None = None


_SHARE = regex(r"(?:(?P<low>\d{1,2}) ?%? ?(?:-|\u2013|to) ?)?(?P<high>\d{1,3}) ?%")
_NONE = regex(
    r"\bno (?:\w+ ){0,3}travel\b|\btravel(?: is)? not required|\btravel(?: required)?: (?:no|none)\b",
    2,
)
_SITES = regex(
    r"\btravel(?:ing)? (?:\w+ ){0,3}(?:between|among|to (?:\w+ ){0,3}(?:sites|homes|schools|clinics|offices|locations|facilities))\b",
    2,
)
_OFTEN = regex(
    r"\b(?:occasional|frequent|regular|minimal|limited|light|extensive|quarterly|monthly|weekly|annual|daily|local|overnight|\d ?(?:-|\u2013|to)? ?\d?x? ?(?:times)?(?:/| a| per) ?(?:year|month|quarter|yr))(?:ly)?\b[^.;\n]{0,40}\btravel|\btravel(?:ing)?\b[^.;\n]{0,30}\b(?:occasionally|frequently|quarterly|monthly|weekly|annually|as needed|per (?:year|month|quarter))",
    2,
)
_ASKED = regex(
    r"\btravel(?:ing)? (?:may be |is |will be )?(?:required|requirements?|expected|needed)|\b(?:able|ability|willing|willingness|availability|available|must|requires?|need|up to|expected) (?:to )?(?:\w+ ){0,3}travel",
    2,
)
_NOT_OF_THE_WORK = regex(
    r"\btravel (?:nurs|rn\b|contract|assignment|pay|package|stipend|reimburs|insurance|agency|compan|allowance|healthcare|therap|expenses|time|discount|industry|perks|benefit|mileage|techs?\b)|\b(?:paid|reimburse\w*|discounts? on|patients|clients) (?:\w+ ){0,3}travel",
    2,
)


def travel(draft: Draft) -> tuple[Travel, ...]:
    """Return what is said about travelling for the work, one fact a block, in order."""
    document = draft.document
    facts: dict[int, Travel] = {}
    for word in ("travel", "traveling", "travelling"):
        for at in document.index.get(word, ()):
            start = document.words[at].start
            block = document.block_at(start)
            if block is None or block.span.start in facts:
                continue
            low = max(block.span.start, start - 100)
            low += draft.text[low:start].rfind(". ") + 1
            high = min(block.span.end, start + 110)
            stop = draft.text.find(". ", start, high)
            span = Span(low, stop if stop >= 0 else high)
            fact = _read(document.cut(span), span)
            if fact is not None:
                facts[block.span.start] = fact
    return tuple(facts[start] for start in sorted(facts))


def _read(words: str, span: Span) -> Travel | None:
    if _NONE.search(words):
        return Travel(value="none", span=span, modality=Modality.EXCLUDED)
    if _NOT_OF_THE_WORK.search(words):
        return None
    share = _SHARE.search(words)
    if share and float(share["high"]) <= 100:
        high = float(share["high"])
        upto = words[: share.start()].lower().rstrip().endswith(("up to", "less than", "<"))
        low = float(share["low"]) if share["low"] else None if upto else high
        return Travel(value="share", span=span, min=low, max=high)
    if _SITES.search(words):
        return Travel(value="sites", span=span)
    if _OFTEN.search(words):
        return Travel(value="frequency", span=span)
    return Travel(value="some", span=span) if _ASKED.search(words) else None
