"""Finds what a draft leaves open about the licence it asks for."""

from __future__ import annotations

import re
from functools import cache

from jdlint.document import Draft, Fact, Modality
from jdlint.facts import licence_titles
from jdlint.facts.credential_names import mentions
from jdlint.facts.credentials import Licence
from jdlint.facts.modality import setting
from jdlint.patterns import regex
from jdlint.text import Span

_ELIGIBLE = regex(
    r"(?:\bor|/|,) ?(?:to )?(?:must )?(?:be |is |are )?(?:"
    r"(?:RN |LPN |LCSW |LPC |LMFT |LMHC )?licen[cs](?:e|ed|ure)?[- ]eligible"
    r"|eligible (?:for (?:an? |the )?(?:\w+ )?licen[cs](?:e|ure)|to (?:be licensed|obtain (?:an? )?(?:\w+ )?licen[cs]\w*|practi[cs]e(?: nursing| medicine)?)))",
    re.IGNORECASE,
)
_SETTLED = regex(
    r"\b(?:within|by (?:the )?(?:time|date|start|day)|before|prior|upon|at (?:the )?(?:time|start|hire)|days?|weeks?|months?|years?|deadline"
    r"|graduat\w*|students?|residen\w+|fellow\w*|bonus|set forth|endorsement|reciproc\w+|compact|transfer\w*|temporary|provisional|supervision|pay)\b",
    re.IGNORECASE,
)
_STANDING = regex(
    r"\b(?:active|current(?:ly)?|valid|unrestricted|unencumbered|unexpired|good standing|clear|full(?:y)?|permanent|maintain\w*|without restrictions?)\b",
    re.IGNORECASE,
)
_OF_WHICH_STATE = regex(
    r"\b(?:state|province|commonwealth|board of|district of columbia)\b", re.IGNORECASE
)
_LICENSING = regex(r"\blicen[cs](?:e|ure)s?\b", re.IGNORECASE)
_STATE_ISSUED = regex(r"[A-Z]{2,6}(?:-[A-Z]+)?\Z")
_SEVERAL = (  # professions for which more than one licence will do
    "therapist-any",
    "counselor",
    "clinical-social-worker",
    "social-worker",
)


class LicenceGap(Fact):
    """Something left open; `value` says what: eligible, which, state, standing or supervision."""

    text: str


def licence_gaps(draft: Draft) -> tuple[LicenceGap, ...]:
    """Return what is left open by the law of the US, each kind once and at the first place."""
    if "US" not in draft.known("country"):
        return ()
    found = [*_eligible(draft), *_unnamed(draft), *_stateless(draft)]
    found += [*_without_standing(draft), *_unsupervised(draft)]
    return tuple(found)


def _gap(draft: Draft, kind: str, span: Span) -> list[LicenceGap]:
    return [LicenceGap(value=kind, span=span, text=draft.document.cut(span))]


def _eligible(draft: Draft) -> list[LicenceGap]:
    """Read “licensed or license-eligible” where neither a state nor a time is said."""
    if "eligible" not in draft.document.index:
        return []
    text = draft.text
    for match in _ELIGIBLE.finditer(text):
        span = Span(*match.span())
        where = setting(draft, span)
        words = text[where.sentence.start : where.sentence.end]
        before = text[where.sentence.start : span.start]
        speaks = re.search(r"licen[cs]|regist|\b[LR][A-Z]{1,4}\b", before)
        named = any(name in words for name in licence_titles.state_names().values())
        if speaks and not named and not _SETTLED.search(words):
            return _gap(draft, "eligible", span)
    return []


def _unnamed(draft: Draft) -> list[LicenceGap]:
    """Read “licensed therapist” or “a license” where no licence is named in the whole draft."""
    if not set(draft.known("profession")) & set(_SEVERAL):
        return []
    if any(m.family == "licences" for m in mentions(draft.document)):
        return []
    for fact in draft.facts["licences"]:
        vague = (
            fact.value in ("license", "therapist", "licensed clinician")
            or fact.value.split()[0] in _VAGUE
        )
        if fact.span is not None and vague and not fact.value.startswith("driver"):
            return _gap(draft, "which", fact.span)
    return []


_VAGUE = frozenset(
    (
        "license",
        "clinical",
        "professional",
        "therapist",
        "clinician",
        "mental",
        "state",
        "practitioner",
    )
)


def _asked(draft: Draft) -> list[Licence]:
    """Return the licences of a state that are required, alone or as one of several."""
    wanted = (Modality.REQUIRED, Modality.ALTERNATIVE)
    return [
        fact
        for fact in draft.facts["licences"]
        if isinstance(fact, Licence)
        and fact.modality in wanted
        and fact.value not in ("DEA", "CDL", "PA-C", "CNA", "MFT")
        and _STATE_ISSUED.match(fact.value)
    ]


def _stateless(draft: Draft) -> list[LicenceGap]:
    """Read a licence that is required where the whole draft names no state."""
    asked = [fact for fact in _asked(draft) if _licensing(draft, fact)]
    if not asked or draft.known("place") or draft.document.fields:
        return []
    if "yes" not in draft.known("licensed"):
        return []
    text = draft.text
    if any(name in text for name in licence_titles.state_names().values()):
        return []
    if _coded().search(text):
        return []
    if _OF_WHICH_STATE.search(text):
        return []
    first = asked[0]
    return _gap(draft, "state", first.span) if first.span else []


def _licensing(draft: Draft, fact: Licence) -> bool:
    """Say whether the block of a licence speaks of licensing, and not of a state by its code."""
    block = draft.document.block_at(fact.span.start) if fact.span else None
    words = draft.document.cut(block.span) if block else ""
    return bool(_LICENSING.search(words)) and not _coded().search(words)


@cache
def _coded() -> re.Pattern[str]:
    """Return what finds a licence of a state by its code: “CO APN license”, “Ohio (OH)”."""
    codes = "|".join(licence_titles.state_names())
    return regex(rf"\b(?:{codes}) (?:state )?(?:\w+ )?(?:or \w+ )?[Ll]icen[cs]|, (?:{codes})\b")


def _without_standing(draft: Draft) -> list[LicenceGap]:
    """Read licences that are required with no word on whether they must be in force."""
    asked = [fact for fact in _asked(draft) if _licensing(draft, fact)]
    if not asked:
        return []
    for fact in asked:
        block = draft.document.block_at(fact.span.start) if fact.span else None
        if block is None or _STANDING.search(draft.document.cut(block.span)):
            return []
    first = asked[0]
    return _gap(draft, "standing", first.span) if first.span else []


def _unsupervised(draft: Draft) -> list[LicenceGap]:
    """Read an associate's licence where the draft says nothing of supervision."""
    state = licence_titles.only_state(draft)
    for fact in draft.facts["licences"]:
        if not isinstance(fact, Licence) or fact.span is None:
            continue
        associate = fact.level == "associate"
        if state and licence_titles.standing(state, fact.value) is False:
            associate = True
        if associate and not any(word.startswith("supervis") for word in draft.document.index):
            return _gap(draft, "supervision", fact.span)
    return []
