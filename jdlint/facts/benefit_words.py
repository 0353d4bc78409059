"""Reads praise of benefits that names none of them."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.document import Document, Draft, Fact
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.text import Span

_PRAISED = frozenset(
    regex(r"\w+").findall(
        "competitive great excellent generous full comprehensive attractive outstanding amazing robust "
        "fantastic rich exceptional notch class wonderful superb"
    )
)
_NAMED = regex(r"benefits?(?: (?:packages?|programs?|plans?|offerings?))?|perks", 2)
_BETWEEN = regex(r"[\w&/, -]{0,40}")
_FURTHEST = 4  # words between the praise and what it praises
# kinds of benefits that a reader can count on, in the words that postings use
_CONCRETE = (
    regex(r"\bmedical\b|\bhealth(?:care)?[ -](?:insurance|plan|coverage|care|benefit)|\bhealth(?:care)?[,.]", 2),
    regex(r"\bdental\b|\bvision\b", 2),
    regex(r"\b40[13] ?\(?[kb]|\bpension|\bretirement|\b457", 2),
    regex(r"\bPTO\b|\bpaid (?:time|vacation|leave|holiday|sick|parental)|\bvacation|\bannual leave|"
          r"\bdays? (?:of )?(?:leave|off)|\bholidays\b|\bsick (?:leave|days|time)|\btime off\b", 2),
    regex(r"\btuition|\bloan (?:repayment|forgiveness)|\bCE(?:U|s)?\b|\bcontinuing education|"
          r"\b(?:training|learning|education) (?:budget|allowance|stipend|assistance)", 2),
    regex(r"\blife insurance|\bdisability (?:insurance|coverage)|\b(?:short|long)[- ]term disability|"
          r"\bmalpractice|\bliability insurance|\bemployee assistance", 2),
    regex(r"\bstipend|\breimbursement|\bparental leave|\bmaternity|\bequity\b|\bstock options|"
          r"\brelocation|\bchild ?care|\bgym\b|\bcommut", 2),
)  # fmt: skip
ENOUGH = 2  # kinds; a reader who finds so many can go on


class VagueBenefits(Fact):
    """Praise of benefits in a draft that names hardly any; `named` counts their kinds."""

    named: int


def vague_benefits(draft: Draft) -> tuple[VagueBenefits, ...]:
    """Return each praise of the benefits, where fewer than two kinds of them are named."""
    praise = list(_praise(draft.document))
    if not praise:
        return ()
    named = sum(1 for pattern in _CONCRETE if pattern.search(draft.text))
    if named >= ENOUGH:
        return ()
    return tuple(
        VagueBenefits(value="vague", span=span, named=named)
        for span in praise
        if _in_the_offer(draft, span)
    )


def _praise(document: Document) -> Iterator[Span]:
    """Yield each praise, from its adjective to the word for benefits."""
    words, text = document.words, document.text
    for name in ("benefits", "benefit", "perks"):
        for at in document.index.get(name, ()):
            for first in range(max(0, at - _FURTHEST), at):
                if words[first].lower not in _PRAISED:
                    continue
                named = _NAMED.match(text, words[at].start)
                if named and _BETWEEN.fullmatch(text, words[first].end, words[at].start):
                    yield Span(words[first].start, named.end())
                    break


def _in_the_offer(draft: Draft, span: Span) -> bool:
    """Say whether the employer offers it here, and not as the heading of a list of benefits."""
    block = draft.document.block_at(span.start)
    if block is None or block.kind == "heading" or draft.text[span.end : span.end + 1] == ":":
        return False
    section = draft.section_at(span.start)
    kind = label(section.kind) if section else ""
    return kind not in ("responsibilities", "qualifications", "preferred-qualifications", "skills")
