"""Tells whether a credential that is named in a draft is one that the person sought should have."""

from __future__ import annotations

import re

from jdlint.facts.modality import WANTED, Setting
from jdlint.patterns import regex
from jdlint.text import Span

LICENSING = regex(r"\blicen[sc]\w*", re.IGNORECASE)
CERTIFYING = regex(r"\bcertif\w*|\bcredential\w*", re.IGNORECASE)
ASKING = regex(
    r"\b(?:must|requires?|required|requirements?|mandatory|needed|preferred|prefers?|preferably|plus|desired|desirable"
    r"|current|currently|active|valid|unencumbered|unrestricted|possess\w*|hold(?:s|ing)?|obtain\w*|maintains?|eligib\w*"
    r"|willing\w*|qualifications?|certified|prerequisites?|seeking|looking for|need|needs|hiring)\b",
    re.IGNORECASE,
)
OTHERS = regex(  # the credential of people that the work brings one together with
    r"(?:\b(?:supervis\w*|oversight|direction|guidance|instructions?|orders?|leadership|delegation|licensure|consultation)"
    r" (?:of|by|from|to|under|with)\b"
    r"|\b(?:supervis(?:e|es|ed|ing)|oversee\w*|manag(?:e|es|ing)|train(?:s|ing)?|assist(?:s|ing)?|mentor\w*|precept\w*|delegat\w+"
    r"|reports? (?:\w+ )?to|led by|alongside|support(?:s|ing)?|teams? of|refer\w* to|contact(?:s|ing)?|notif\w+|services? (?:by|from))\b"
    r"|\b(?:collaborat\w*|work(?:s|ing)?|partner(?:s|ing)?|communicat\w*|coordinat\w*|consult\w*|interact\w*|liais\w*) (?:\w+ )?(?:with|between|among)\b"
    r"|\b(?:access to|team (?:of|includes?|including|members?)|other|our|by an?|by the|from (?:an?|the)|between) )[^.;:()]{0,60}\Z",
    re.IGNORECASE,
)
_JOB = regex(  # after the name of a role: the job, the people or the work, not the licence
    r"s?\)?[\"”]?,? ?(?:\w+ )?(?:experience|staff\w*|teams?|members?|leaders?\w*|students?|colleagues?|coworkers?|supervis\w+"
    r"|preceptors?|instructors?|residen\w+|intern\w*|opportunit\w+|jobs?|roles?|positions?|careers?|openings?|vacanc\w+|shifts?|salar\w+|pay|hours|programs?"
    r"|assistants?|duties|manager|director|schools?|work)\b",
    re.IGNORECASE,
)
SILENT = frozenset(
    (
        "about-employer",
        "benefits",
        "compensation",
        "culture",
        "eeo",
        "how-to-apply",
        "location",
        "physical-demands",
        "population",
        "schedule",
    )
)
_DEMANDED = regex(r"\)? (?:\w+ ){0,2}(?:is |are )?(?:required|preferred)\b", re.IGNORECASE)
_OF_STATE = regex(
    r"(?: \w+){0,2} (?:in|of|by|from|for) (?:the )?(?:state|commonwealth) of\b", re.IGNORECASE
)
_BODY = regex(
    r"s? (?:(?:National |Nurses )?(?:Certification|Credentialing|Certifying) (?:Board|Cent|Corp|Body|Comm)|Association|Academy)",
    re.IGNORECASE,
)
_PROOF = regex(
    r"\bcertif|\bcredential|\bcard\b|\bbelt\b|\bCPR\b|\btrain(?:ed|ing)\b|\b(?:required|preferred)\b|\bBLS\b",
    re.IGNORECASE,
)
_KEEPING = regex(
    r"\b(?:maintain\w*|keep\w*|must|required|hold|possess\w*|renew\w*|obtain\w*)\b", re.IGNORECASE
)


def strength(text: str, span: Span, where: Setting, *, role: bool) -> int:
    """Return 0 where the mention asks for nothing, 1 where it may, 2 where it does, 3 plainly.

    `role` says that the words are also the name of a job (“registered nurse”).
    """
    before = where.before(text, span.start, 90)
    after = where.after(text, span.end, 60)
    if OTHERS.search(before) and not LICENSING.search(after[:25]):
        return 0
    if _BODY.match(after):
        return 0
    licensing = bool(
        LICENSING.search(before[-60:]) or LICENSING.search(after[:40]) or _OF_STATE.match(after)
    )
    speaking = licensing or bool(CERTIFYING.search(before[-45:]) or CERTIFYING.search(after[:35]))
    if where.section in WANTED:
        if role and not speaking and _JOB.match(after):
            return 0
        return 3 if licensing else 2
    if _DEMANDED.match(after):
        return 2
    words = text[where.sentence.start : where.sentence.end]
    if where.section in SILENT or where.section == "responsibilities":
        return 2 if speaking and _KEEPING.search(words) else 0
    if role:
        return 2 if speaking and ASKING.search(words) else 0
    return 2 if speaking and ASKING.search(words) else 1


def certifying(text: str, span: Span, where: Setting) -> bool:
    """Say whether the words around, or the section, speak of a certificate or training in it."""
    around = where.before(text, span.start, 60) + "…" + where.after(text, span.end, 40)
    return where.section == "licensure" or bool(_PROOF.search(around))
