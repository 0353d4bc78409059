"""Finds licences whose names are retired or slipped, and compacts that do not work yet."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from jdlint import tables
from jdlint.document import Document, Draft, Fact, Word
from jdlint.facts import licence_titles
from jdlint.facts.credential_names import mentions, vocabulary
from jdlint.patterns import regex
from jdlint.text import Span

_LICENSING = regex(
    r"\b(?:licen[cs]\w*|credential\w*|certif\w*|clinicians?|therapists?|counselors?|social workers?)\b",
    re.IGNORECASE,
)
_AROUND = 60  # characters on either side in which a slip must be near a word of licensing
_MEANT = (
    "LCSW",
    "LICSW",
    "LMSW",
    "LMFT",
    "LPCC",
    "LMHC",
    "LCPC",
    "LCMHC",
    "PMHNP",
    "BCBA",
    "LCADC",
    "CASAC",
)
_REFUSED = regex(
    r"\b(?:no(?:t|r)?|former(?:ly)?|previous(?:ly)?|old|replac\w+|ended|no longer|renamed|eliminat\w+)\b",
    re.IGNORECASE,
)
_COMPACT = regex(
    r"\b(?P<social>social work (?:licensure |licensing )?compact)\b|\b(?P<counsel>counseling (?:licensure )?compact)\b"
    r"|\b(?P<nurse>(?:nurse licensure compact|NLC\b|compact (?:RN |LPN |LVN |nurs\w+ |state )?licen[cs]\w*|(?:RN |LPN |LVN )?compact/multi-?state|multi-?state(?: compact)? (?:RN |LPN |nurs\w+ )?licen[cs]\w*|(?:or|and/or|/) ?compact\b))",
    re.IGNORECASE,
)
_ALSO = regex(
    r"\b(?:transfer\w*|endorse\w*|convert\w*|must (?:then )?(?:apply|obtain)|not (?:a |an? )?(?:\w+ )?compact|non-?compact|apply for|within \w+ (?:days|months))\b",
    re.IGNORECASE,
)


_DENIED = regex(r"(?: \w+)? ?: ?no\b| (?:is |are )?not\b", re.IGNORECASE)


class RetiredCredential(Fact):
    """A credential that has another name by now, or that nobody needs any more."""

    text: str
    instead: str
    what: str
    since: str


class CredentialSlip(Fact):
    """An abbreviation that no licence has, one slip away from one that many states have."""

    text: str
    meant: str


class CompactClaim(Fact):
    """A compact that is named where it gives no right to practise.

    `value` is `not-issuing` or `not-a-member`.
    """

    text: str
    compact: str
    state: str


def retired_credential(draft: Draft) -> tuple[RetiredCredential, ...]:
    """Return the credentials of retired_credentials.csv that had ended on the day asked for."""
    document = draft.document
    found: dict[int, RetiredCredential] = {}
    for words, row in _retired():
        if words[0] not in document.index or date.fromisoformat(row["since"]) > draft.as_of:
            continue
        for span in _places(document, words, upper=row["phrase"].isupper()):
            if row["state"] and not _about(draft, row["state"], span):
                continue
            block = document.block_at(span.start)
            if block is not None and _REFUSED.search(document.cut(block.span)):
                continue
            held = found.get(span.start)
            if held is None or held.span is None or held.span.end < span.end:
                found[span.start] = RetiredCredential(
                    value=row["phrase"],
                    span=span,
                    text=document.cut(span),
                    instead=row["instead"],
                    what=row["what"],
                    since=row["since"],
                )
    return tuple(found[start] for start in sorted(found))


@cache
def _retired() -> tuple[tuple[tuple[str, ...], dict[str, str]], ...]:
    rows = tables.table("retired_credentials")
    return tuple((tuple(row["phrase"].lower().split()), row) for row in rows)


def _places(document: Document, words: tuple[str, ...], *, upper: bool) -> list[Span]:
    spans = []
    for at in document.index.get(words[0], ()):
        run = document.words[at : at + len(words)]
        plural = (words[-1], words[-1] + "s")
        if len(run) < len(words) or run[-1].lower not in plural:
            continue
        if any(word.lower != wanted for word, wanted in zip(run[:-1], words, strict=False)):
            continue
        span = Span(run[0].start, run[-1].end)
        written = document.cut(span)
        if "\n" not in written and (not upper or written[: len(words[0])].isupper()):
            spans.append(span)
    return spans


def _about(draft: Draft, state: str, span: Span) -> bool:
    """Say whether a place in the text is about a state: the draft's own, or its block names it."""
    if licence_titles.only_state(draft) == state:
        return True
    block = draft.document.block_at(span.start)
    name = licence_titles.state_names()[state]
    return block is not None and name in draft.document.cut(block.span)


def credential_slip(draft: Draft) -> tuple[CredentialSlip, ...]:
    """Return abbreviations that are one slip from a known one, where licences are spoken of."""
    document = draft.document
    slips = _slips()
    found = []
    for key in slips.keys() & document.index.keys():
        for position in document.index[key]:
            word = document.words[position]
            written = document.text[word.start : word.end]
            if written.isupper() and _near_licensing(draft, word):
                span = Span(word.start, word.end)
                meant = slips[key]
                found.append(CredentialSlip(value=meant, span=span, text=written, meant=meant))
    return tuple(sorted(found, key=lambda fact: fact.span or Span(0, 0)))


@cache
def _slips() -> dict[str, str]:
    """Return misspelt abbreviation in lower case → the one meant: letters changed over, or doubled."""
    known = {
        name for names in vocabulary().by_first.values() for n in names for name in (n.id.upper(),)
    }
    known |= {row["abbreviation"].upper() for row in tables.table("licences")}
    found: dict[str, str] = {}
    for meant in _MEANT:
        for at in range(len(meant)):
            doubled = meant[: at + 1] + meant[at:]
            swapped = meant[:at] + meant[at + 1 : at + 2] + meant[at] + meant[at + 2 :]
            for slip in (doubled, swapped):
                if slip != meant and slip not in known:
                    found.setdefault(slip.lower(), meant)
    return found


def _near_licensing(draft: Draft, word: Word) -> bool:
    document = draft.document
    block = document.block_at(word.start)
    low = max(block.span.start if block else 0, word.start - _AROUND)
    high = min(block.span.end if block else len(document.text), word.end + _AROUND)
    if _LICENSING.search(document.text[low:high]):
        return True
    return any(low <= m.span.start < high and m.family == "licences" for m in mentions(document))


def compact_claim(draft: Draft) -> tuple[CompactClaim, ...]:
    """Return the compacts named where, on the day asked for, they give no right to practise."""
    document = draft.document
    if (
        "compact" not in document.index
        and "nlc" not in document.index
        and not _multistate(document)
    ):
        return ()
    state = licence_titles.only_state(draft)
    found: dict[str, CompactClaim] = {}
    for match in _COMPACT.finditer(draft.text):
        span = Span(*match.span())
        block = document.block_at(span.start)
        if block is not None and _ALSO.search(document.cut(block.span)):
            continue
        if block is not None and licence_titles.names_another(document.cut(block.span), state):
            continue
        if _DENIED.match(draft.text, span.end):
            continue
        claim = _claim(draft, str(match.lastgroup), state)
        if claim and claim[0] not in found:
            value, compact = claim
            where = licence_titles.state_names().get(state or "", "")
            text = document.cut(span)
            found[value] = CompactClaim(
                value=value, span=span, text=text, compact=compact, state=where
            )
    return tuple(found.values())


def _multistate(document: Document) -> bool:
    return "multistate" in document.index or "multi" in document.index


_COMPACTS = {
    "social": "Social Work Licensure Compact",
    "counsel": "Counseling Compact",
    "nurse": "Nurse Licensure Compact",
}


def _claim(draft: Draft, kind: str, state: str | None) -> tuple[str, str] | None:
    compact = _COMPACTS[kind]
    rows = [row for row in tables.table("compacts") if row["compact"] == compact]
    here = next((row for row in rows if row["state"] == state), None)
    if kind == "nurse":
        if here is not None and here["status"] == "not_member" and _nurse(draft):
            return "not-a-member", compact
        return None
    issuing = [row for row in rows if row["status"] == "issuing_privileges"]
    begun = [row for row in issuing if date.fromisoformat(row["since"]) <= draft.as_of]
    if not begun or (state is not None and not any(row["state"] == state for row in begun)):
        return "not-issuing", compact
    return None


def _nurse(draft: Draft) -> bool:
    return bool(set(draft.known("profession")) & {"registered-nurse", "practical-nurse"})
