"""Tells which section a heading opens, by its words."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple, cast

from jdlint import tables
from jdlint.patterns import regex

# Tried in order on a heading that is in no list; the first that matches wins. The order settles
# headings that speak of two things: “License requirements” is about licences.
_KEYWORDS: tuple[tuple[str, str], ...] = (
    ("education", r"following education|education(al)? requirement"),
    ("experience", r"following experience|experience requirement"),
    ("licensure", r"following (licen[sc]|certificat)"),
    ("eeo", r"equal (employment )?opportunit|\beeoc?\b|\beoe\b|non-?discriminat|accommodation"),
    ("fair_chance", r"fair chance|criminal history"),
    (
        "disclaimer",
        r"\b(scams?|fraud|disclaimers?|privacy|notices?|e-verify|recruit\w* agenc|agencies|visa)\b",
    ),
    ("screening", r"background (check|screen)|drug (test|screen)|pre-?employment|vaccin|immuniz"),
    ("compensation", r"\b(compensation|salary|salaries|pay|wages?|remuneration|differentials?)\b"),
    ("benefits", r"\bbenefits?\b|\bperks\b|\bwe('ll)? offer\b|in it for (you|me)|time off|\bpto\b"),
    ("how_to_apply", r"\b(how|ready|where|process) to apply\b|^apply\b|^to apply|application"),
    (
        "required_qualifications",
        r"(required|minimum|basic|mandatory).{0,30}(preferred|desired)|"
        r"education.{1,30}(experience|skills|licen[sc])|experience.{1,30}(education|licen[sc])",
    ),
    (
        "preferred_qualifications",
        r"\bprefer(red|ences?)\b|nice.to.ha|\bdesir(ed|able)\b|bonus (points|if)|"
        r"\ba plus\b|extra credit|stand out|set you apart|not required",
    ),
    (
        "physical_demands",
        r"\bphysical( |\W+(and|&) mental )?(demand|require|abilit|effort|activit|capabilit|condition|"
        r"environment)|\bphysical\b.{0,20}\brequirement|work(ing)? (conditions|environment)|environmental (conditions|factors)|lifting",
    ),
    ("travel", r"\btravel\b|\bdriving\b"),
    ("licensure", r"\blicen[sc]|\bcertificat|\bcredential|\bregistrations?\b"),
    ("supervision_given", r"supervis|direct reports"),
    (
        "responsibilities",
        r"responsibilit|\bduties\b|\bduty\b|\bfunctions?\b|accountabilit|\btasks\b|"
        r"what (you|will you|you'll|you will)\b.{0,12}\b(do|doing|own|work|build|achieve|accomplish)|"
        r"day.(to|in).{0,5}(day|life)|\byou will\b|\byou'll\b.{0,20}(do|make|impact)|your impact|"
        r"scope of (work|practice)|how you('ll| will)|examples? of work",
    ),
    ("schedule", r"\bschedules?\b|\bhours\b|\bshifts?\b"),
    (
        "required_qualifications",
        r"qualificat|\brequire(ments|d|ment|s)?\b|what you('ll)? (need|bring|have)|who you are|"
        r"about you\b|looking for|must.haves?|prerequisite|\beligibility|\bcriteria\b|person spec|"
        r"you (should )?(have|bring)|ideal candidate|good fit|right (fit|for you)|are you\b|"
        r"we('re| are) seeking|candidates? (profile|will)",
    ),
    ("education", r"\beducation|\bdegrees?\b|academic"),
    ("skills", r"\bskills?\b|competenc|\bknowledge\b|\babilit|attributes"),
    ("experience", r"\bexperience\b"),
    ("location", r"\blocations?\b|\bwhere you\b|work ?site|\bcommute|relocat"),
    (
        "culture",
        r"\bculture\b|\bvalues?\b|^why\b|\blife at\b|\bworking (at|for|with)\b|what makes|join us|"
        r"\bdiversity\b|\binclusi|\bbelonging\b|our commitment",
    ),
    (
        "population",
        r"population|who (we|you('ll| will)?) serve|(clients|patients|residents) (we )?serve|caseload",
    ),
    (
        "summary",
        r"\bsummary\b|\bthe (role|position|opportunity|job)\b|\b(role|position|job|program) "
        r"(overview|description|purpose|details|profile|title)|purpose|about (the|this) "
        r"(role|position|job|opportunity)|job description|\boverview\b|the opportunity|"
        r"^description|^introduction|at a glance",
    ),
    (
        "about_employer",
        r"^about\b|who (we|are we)\b|\bcompany\b|organi[sz]ation|\bour (mission|story|team|practice|"
        r"agency|clinic|hospital|facility)\b|\bmission\b|meet\b|the team|history",
    ),
    ("how_to_apply", r"\bcontact\b|next steps|\binterview|interested|questions|hiring process"),
    ("classification", r"\bflsa\b|job (type|category|code|id)|employment type|department|division"),
)


class Kind(NamedTuple):
    """What a heading was taken for, and whether its exact words are on the list."""

    kind: str
    listed: bool


@cache
def _sections() -> Any:
    return tables.table("sections")


@cache
def listed() -> dict[str, str]:
    """Return heading in small letters → canonical kind."""
    sections = cast("dict[str, dict[str, Any]]", _sections())
    return {words: kind for kind, row in sections.items() for words in row["headings"]}


@cache
def _keywords() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, regex(pattern)) for kind, pattern in _KEYWORDS)


@cache
def _labels() -> dict[str, str]:
    return {kind: row["label"] for kind, row in _sections().items()}


def label(kind: str) -> str:
    """Return the label of a canonical kind in outputs; raise KeyError for no such kind."""
    return _labels()[kind]


_EDGES = regex(r"^[\W_]+|[\s:;.,?!*=_\-–—•|#>…~]+$")
_NUMBER = regex(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+")


def plain(words: str) -> str:
    """Return a heading in small letters, without numbers, emoji and closing punctuation."""
    lower = words[:200].lower().replace("’", "'").replace("‘", "'").replace("`", "'")
    bare = _NUMBER.sub("", _EDGES.sub("", _EDGES.sub("", lower)))
    return " ".join(bare.replace(" / ", "/").split())


def classify(words: str) -> Kind | None:
    """Tell which section a heading opens; None where its words tell nothing."""
    bare = plain(words)
    if not bare:
        return None
    table = listed()
    if bare in table:
        return Kind(table[bare], listed=True)
    for part in _parts(bare):
        if part in table:
            return Kind(table[part], listed=True)
    for kind, pattern in _keywords():
        if pattern.search(bare):
            return Kind(kind, listed=False)
    return None


def _parts(bare: str) -> tuple[str, ...]:
    """Return shorter forms: without “the”, “our”, “include”, and without what is in brackets."""
    short = re.sub(r"\s*[(\[][^)\]]{0,60}[)\]]", "", bare).strip(" :-–—")
    short = re.sub(
        r",? (?:includ|but (?:are )?not limited|are as follows|to include).*$", "", short
    )
    article = re.sub(r"^(?:the|our|your|job|position|role)\s+", "", short)
    ampersand = short.replace(" & ", " and ")
    return (short, ampersand, article)
