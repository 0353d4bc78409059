"""Reads how much experience a draft asks for, in years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jdlint.document import Draft, Fact, Modality
from jdlint.facts import modality
from jdlint.facts.credential_evidence import ASKING
from jdlint.facts.modality import WANTED, Setting
from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span

_MOST = 400  # mentions of years and months that are looked at in one draft
_UNITS = {
    "year": 1,
    "years": 1,
    "yr": 1,
    "yrs": 1,
    "years'": 1,
    "year's": 1,
    "month": 12,
    "months": 12,
    "month's": 12,
}
_CAREER = 45  # years; more is no experience that anybody asks for

_EXPERIENCE = regex(r"\bexperien\w*|\bexp\b|\bbackground\b|\btrack record\b", re.IGNORECASE)
_WORK = regex(  # what years of work are followed by
    r"['’]?s?[)'’]? ?(?:or more |plus |minimum |\(\w+\) |\+ )?(?:\w+[ ,/&-]{1,2}){0,6}?(?:of |in |as |at |with |working |managing |leading |building |practic\w+ |serving |post|doing |teaching|\w+ing )",
    re.IGNORECASE,
)
_NOT_AFTER = regex(
    r"['’]?[ -](?:(?:full|calendar|consecutive|additional) )?(?:of age|\d{1,2} mo(?:nth)?s?\b|background|look-?back|criminal|driving record|old|olds|contracts?|commitments?|agreements?|degrees?|college|university|programs?|courses?|diplomas?|warranty|vesting|terms?\b|anniversar\w*"
    r"|of (?:service|employment|tenure|history|age|college|education|school|study|maternity|parental|leave|undergraduate|higher|post|innovation|growth|our|salary|continuous|coursework|university|technical)|in business(?= ?[.,;!]|\Z| and )|ago|later|lease|fixed|internship"
    r"|probation\w*|into|away|strong|young|running|straight|in a row|period|per|from (?:now|the|date|hire)|old|project|mission|and (?:older|above|up)\b|of (?:his|her|their|the) |assignment|placement|role with|roadmap|plan|to (?:complete|obtain|get)|after|prior to|bonus|salary|paid|parental|maternity|pay|visa|post-hire|at the company|following)\b"
    r"|['’]? of (?:\w+ )?(?:education|college|schooling|service)\b|-olds?\b",
    re.IGNORECASE,
)
_NOT_BEFORE = regex(
    r"\b(?:(?:with)?in(?:side)?(?: the)?|past|last|next|previous|preceding|every|first|after|over the(?: \w+)?|over the course of|since|founded|celebrating|per|once an?|each|during(?: the)?|throughout|for (?:over|more than|nearly|almost|about)"
    r"|duration:?|term of|lasts?|contract:?|up to every|age|aged|ages|under the age of|must be(?: at least)?|at least age|through|until|for the|term:|length:?|trusted for|serving \w+ for|substituted? for)(?: \w+ (?:to|or))? ?\(?\Z",
    re.IGNORECASE,
)
_OURS = regex(
    r"\b(?:we(?:['’]ve| have)|our (?:team|company|firm|founders?|history|practice|agency|organization|combined|collective)|combined|collective|founded|founders?|has been|have been|for (?:more than|over|nearly|almost) )\b",
    re.IGNORECASE,
)
_MARKED = regex(r"['’]?s?\)? ?\((?:required|preferred|desired)", re.IGNORECASE)
_AS_DEGREE = regex(
    r"\bsubstitut\w*|\bin place of|\bmay replace|\bcount(?:s|ed)? (?:as|toward)", re.IGNORECASE
)
_AT_MOST = regex(
    r"\b(?:less|fewer) than\Z|\bunder\Z|\bup to\Z|\bno more than\Z|\bmaximum(?: of)?\Z|\bnot? (?:more|greater) than\Z",
    re.IGNORECASE,
)
_NOT_ABOVE = regex(r"\b(?:greater|more) than\Z", re.IGNORECASE)
_REFUSED = regex(r"not (?:be )?(?:eligible|considered|accepted)", re.IGNORECASE)
_OPEN = regex(
    r"['’]?s?\.?\)?(?: ?\+| ?plus| (?:or|and) (?:more|above|greater|over)| minimum)", re.IGNORECASE
)
_WHAT = regex(
    r"['’]?s?\.?\)?['’]? ?(?:\+ ?|plus |or more |minimum )?(?P<what>(?:of )?[^.;:()\n•]{3,120})"
)
_WHAT_ENDS = regex(
    r"\b(?:required|preferred|is|are|desired|strongly|highly|or equivalent|a plus|and (?:a|an|at|one|two|\d+))\b|, "
)
_NEW = regex(
    r"\b(?:new|recent)(?:ly)?[ -]?(?:graduated?|grad)(?:s|uates?)?(?: \w+){0,4} (?:welcome\w*|encouraged|considered|accepted|may apply|are eligible|can apply|friendly|ok)"
    r"|\b(?:open to|welcom\w+|accept\w*|consider\w*|will consider|hiring) (?:\w+ ){0,3}(?:new|recent) grad\w*"
    r"|\bno (?:prior |previous |\w+ )?experience (?:is )?(?:required|necessary|needed)|\bare you a new grad",
    re.IGNORECASE,
)


class Experience(Fact):
    """Experience asked for, in years (6 months are 0.5); `value` is the least asked for.

    `min` is None where only a most is named, and both are None for a welcome to new graduates
    that names no years (`value` is then “new-graduates”). `in_what` is as written.
    """

    min: float | None = None
    max: float | None = None
    in_what: str = ""
    new_graduates_welcome: bool = False


def experience(draft: Draft) -> tuple[Experience, ...]:
    """Return each amount of experience that the draft asks for, in order."""
    found = list(_amounts(draft))
    modes = modality.modalities(draft, [span for span, _, _ in found], Modality.STATED)
    new = _new_graduates(draft)
    facts = []
    for (span, low, high), said in zip(found, modes, strict=True):
        if said in (Modality.EXCLUDED, Modality.OFFERED):
            continue
        mode = Modality.REQUIRED if said is Modality.ALTERNATIVE else said
        what = _in_what(draft, span)
        facts.append(
            Experience(
                value=f"{low if low is not None else 0:g}",
                span=span,
                modality=mode,
                min=low,
                max=high,
                in_what=what,
                new_graduates_welcome=new is not None,
            )
        )
    if new is not None and not facts:
        facts.append(Experience(value="new-graduates", span=new, new_graduates_welcome=True))
    return tuple(facts)


@cache
def _number() -> re.Pattern[str]:
    words = "|".join(sorted(table("numbers")["words"], key=len, reverse=True))
    one = rf"(?:\d{{1,2}}(?:\.\d)?|(?:{words})\b)"
    spelt = rf"{one}(?: ?\({one}\+?\))?"
    return regex(
        rf"(?:\b|(?<=[+≥>~(]))(?:(?P<low>{spelt}) ?\+?(?:[ -]?(?:years?|yrs?|months?))? ?(?:-|–|—|to|or|and) ?)?(?P<high>{spelt})"
        r"(?P<more> ?\+| ?plus| or more| or greater| ?\(?or more\)?| \+| full| consecutive| continuous| calendar| total)*[ -]?(?:\(?(?:full|continuous|of)\)? )?\(?\Z",
        re.IGNORECASE,
    )


def _value(written: str) -> float:
    digits = re.search(r"\d+(?:\.\d)?", written)
    if digits:
        return float(digits.group())
    return float(table("numbers")["words"][written.lower().strip()])


def _amounts(draft: Draft) -> Iterator[tuple[Span, float | None, float | None]]:
    document = draft.document
    places = sorted(at for unit in _UNITS for at in document.index.get(unit, ()))[:_MOST]
    end = 0
    for at in places:
        word = document.words[at]
        block = document.block_at(word.start)
        low = max(end, block.span.start if block else 0, word.start - 50)
        found = _number().search(document.text, low, word.start)
        if not found:
            continue
        span = Span(found.start(), word.end)
        where = modality.setting(draft, span)
        if not _asked(draft, span, where):
            continue
        amount = _range(document.text, found, span, where, _UNITS[word.lower])
        if amount:
            end = word.end
            yield span, *amount


def _range(
    text: str, found: re.Match[str], span: Span, where: Setting, parts: int
) -> tuple[float | None, float | None] | None:
    high = _value(found["high"]) / parts
    before = where.before(text, span.start, 30).rstrip(" (")
    if found["low"]:
        low = _value(found["low"]) / parts
        if low > high or high > _CAREER:
            return None
        return low, (None if found["more"] or _OPEN.match(text[span.end : span.end + 12]) else high)
    if high > _CAREER:
        return None
    if _AT_MOST.search(before) or (
        _NOT_ABOVE.search(before) and _REFUSED.search(where.after(text, span.end, 80))
    ):
        return 0.0, high
    return high, None


def _asked(draft: Draft, span: Span, where: Setting) -> bool:
    text = draft.document.text
    before, after = where.before(text, span.start, 60), where.after(text, span.end, 160)
    if where.section in ("benefits", "compensation", "eeo") and not _EXPERIENCE.search(after[:60]):
        return False
    if _NOT_AFTER.match(after) or _NOT_BEFORE.search(before):
        return False
    words = text[where.sentence.start : where.sentence.end]
    if "$" in before[-8:] or re.match(r"['’]?s? ?(?:salary|pay)", after):
        return False
    spoken = _EXPERIENCE.search(after[:120]) or _EXPERIENCE.search(before[-50:])
    if _OURS.search(where.before(text, span.start, 80)) or where.section == "about-employer":
        return (
            bool(spoken)
            and bool(
                re.search(
                    r"\b(?:you|candidates?|must|required|minimum|at least|seeking|looking for)\b",
                    words,
                    re.IGNORECASE,
                )
            )
            and not _OURS.search(before)
        )
    if _AS_DEGREE.search(after[:120]):
        return False
    if spoken:
        return not modality.answers(draft, where) or where.section in WANTED
    if _MARKED.match(after):
        return True
    if where.section in WANTED:
        return "?" not in words and (
            bool(_WORK.match(after)) or where.sentence.end - where.sentence.start < 60
        )
    opens = span.start - where.block.start < 4 or before.endswith(": ")
    return (opens or bool(ASKING.search(before))) and bool(_WORK.match(after))


def _in_what(draft: Draft, span: Span) -> str:
    where = modality.setting(draft, span)
    found = _WHAT.match(where.after(draft.document.text, span.end, 140))
    if not found:
        return ""
    return _WHAT_ENDS.split(found["what"])[0].removeprefix("of ").strip(" -–,")


def _new_graduates(draft: Draft) -> Span | None:
    index = draft.document.index
    for word in ("grad", "grads", "graduate", "graduates", "graduated", "experience"):
        for at in index.get(word, ())[:20]:
            start = draft.document.words[at].start
            low = max(0, draft.document.text.rfind("\n", 0, start) + 1, start - 60)
            stop = draft.document.text.find("\n", start)
            stop = min(stop if stop >= 0 else len(draft.document.text), start + 80)
            found = _NEW.search(draft.document.text, low, stop)
            if found:
                return Span(*found.span())
    return None
