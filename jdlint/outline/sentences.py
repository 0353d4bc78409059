"""Tells what a stretch of text without a heading is about, by what its sentences say."""

from __future__ import annotations

import re
from functools import cache

from jdlint.patterns import regex

# Statements that stand anywhere, mostly near the end, without a heading of their own.
_ANYWHERE: tuple[tuple[str, str], ...] = (
    (
        "eeo",
        r"\bequal (?:employment )?opportunit(?:y|ies)\b|without regard to|\bEOE\b|"
        r"all qualified (?:applicants|candidates|individuals)|not discriminate|"
        r"reasonable accommodations? .{0,80}(?:appl|interview|recruit|hiring)|"
        r"(?:encourage|welcome)s? .{0,60}(?:applicants|applications|candidates) (?:from|of) ",
    ),
    (
        "disclaimer",
        r"\b(?:unsolicited|third.party) (?:referrals|resumes|recruit|agenc)|\bscams?\b|phishing|"
        r"fraudulent|unable to sponsor|not (?:able to )?(?:offer|provide|sponsor).{0,20} (?:visa|"
        r"sponsorship)|\bE-?Verify\b|fair chance|ordinance\b|never ask .{0,40}(?:payment|bank|money)|"
        r"(?:background|reference) (?:check|screening).{0,60}(?:condition|required|prior|offer)|"
        r"(?:subject to|contingent (?:up)?on) .{0,60}(?:background|drug|screening)|"
        r"not designed to cover|subject to change at any time|not an exhaustive",
    ),
    (
        "how_to_apply",
        r"^(?:to (?:apply|be considered)\b|apply (?:now|today|online|here|at|via|by)\b|"
        r"(?:please )?(?:submit|send|e-?mail|forward) (?:your|a|us)\b|"
        r"(?:if you(?:'re| are) |interested (?:candidates|applicants))\w*.{0,50}(?:apply|contact|"
        r"resume|submit|send))|please (?:submit|send|e-?mail|apply)\b.{0,60}(?:resume|application|"
        r"cv|cover letter|online|link)|submit (?:your|a|an) (?:resume|application)",
    ),
    (
        "compensation",
        r"\b(?:pay|salary|compensation|wage|hourly|base|rate)\b.{0,90}[$£€]\s?\d|"
        r"[$£€]\s?\d[\d,.kK]*.{0,40}(?:per|an|a|/) ?(?:hour|hr|year|annum|week|month)",
    ),
    (
        "benefits",
        r"\b(?:offers?|provides?|benefits?|package|eligible|enjoy)\b.{0,200}(?:401|medical|dental|"
        r"health insurance|paid time off|\bPTO\b|retirement|tuition)",
    ),
    (
        "culture",
        r"inclusive (?:culture|environment|workplace|team)|diversity, (?:equity|inclusion)|"
        r"\bbelonging\b|celebrat\w+ (?:our )?(?:diversity|differences)",
    ),
    (
        "location",
        r"^(?:this (?:role|position|job) is (?:based|located|remote|hybrid|on-?site)|location\b)|"
        r"\bhybrid (?:work|model)|remote-first",
    ),
)
_ROLE = (
    r"\b(?:is|are|we(?:'re| are)) (?:currently |now |actively )*(?:seeking|hiring|looking|searching|"
    r"recruiting|in search)|\bseeking an?\b|\b(?:this|the) (?:role|position|opportunity|job)\b|"
    r"\bin this role\b|\byou will\b|\byou'll\b|\bis responsible\b|\bwe need\b|\bjoin (?:our|us)\b|"
    r"\bthe \w+(?: \w+){0,4} (?:will|provides|performs|is responsible|assists|plans|develops)\b|"
    r"\breports? to\b"
)
_EMPLOYER = (
    r"\b(?:is|are) (?:an?|the|one of)\b.{0,60}\b(?:provider|company|leader|leading|organi[sz]ation|"
    r"hospital|agency|practice|center|clinic|platform|nonprofit|non-profit|system|network|firm|"
    r"start-?up|school|university|community|team)\b|\bour mission\b|\bfounded\b|\bwe believe\b|"
    r"\bsince \d{4}|\bour (?:clients|customers|patients|investors|products?)\b|^at [A-Z]|"
    r"\bheadquartered\b|\bhas been\b.{0,40}\b(?:serving|providing)|\bwe(?:'re| are) (?:an?|on|the)\b"
)
_CULTURE = (
    r"\binclusive\b|\bbelonging\b|\bdiversity\b|\bour (?:culture|values|people)\b|\bcareer\b.{0,40}"
    r"\bgrow|\bwork-life\b|\bmake a difference\b|\bsupportive\b"
)


@cache
def _compiled(name: str) -> re.Pattern[str]:
    pattern = {"role": _ROLE, "employer": _EMPLOYER, "culture": _CULTURE}[name]
    return regex(pattern, re.IGNORECASE)


@cache
def _anywhere() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, regex(pattern, re.IGNORECASE)) for kind, pattern in _ANYWHERE)


def statement(words: str) -> str | None:
    """Tell which statement a paragraph makes that needs no heading; None for ordinary text."""
    shown = words[:1500].replace("’", "'")
    for kind, pattern in _anywhere():
        if pattern.search(shown):
            return kind
    return None


def opening(words: str) -> str:
    """Tell whether a paragraph before the first heading is about the role or the employer."""
    shown = words[:1200].replace("’", "'")
    role = len(_compiled("role").findall(shown))
    employer = len(_compiled("employer").findall(shown))
    if employer > role:
        return "about_employer"
    if role == 0 and _compiled("culture").search(shown):
        return "culture"
    return "summary"


_BENEFITS = regex(
    r"401|\bmedical\b|\bdental\b|\binsurance\b|\bPTO\b|paid (?:time|vacation|holiday)|vacation|"
    r"tuition|retirement|reimburs|\bbonus|flexible|allowance|stipend",
    re.IGNORECASE,
)


def offers(words: str) -> bool:
    """Say whether a section speaks of benefits by name."""
    return len(_BENEFITS.findall(words[:4000])) >= 2


_DUTY = regex(
    r"^(?:\W*)(?:provid|assist|conduct|maintain|document|coordinat|develop|perform|participat|"
    r"ensur|collaborat|support|manag|monitor|complet|deliver|prepar|assess|lead|implement|"
    r"administer|facilitat|communicat|work|respond|review|evaluat|plan|oversee|serv|educat|"
    r"establish|analy[sz]|creat|design|build|organi[sz]|identif|attend|train)(?:e|es|ing|s|y|ies)?\b",
    re.IGNORECASE,
)
_DEMAND = regex(
    r"\b(?:required|must (?:have|be)|years?|degree|license|licensure|diploma|ability to|experience|"
    r"certif\w+|preferred|knowledge of|proficien\w+|minimum)\b",
    re.IGNORECASE,
)


def listing(items: list[str]) -> str | None:
    """Tell what a list without a heading holds: duties, qualifications or benefits."""
    if len(items) < 3:
        return None
    duties = sum(1 for item in items if _DUTY.match(item))
    demands = sum(1 for item in items if _DEMAND.search(item[:300]))
    benefits = sum(1 for item in items if _BENEFITS.search(item[:200]))
    best = max(duties, demands, benefits)
    if best * 2 < len(items):
        return None
    if best == duties:
        return "responsibilities"
    return "required_qualifications" if best == demands else "benefits"
