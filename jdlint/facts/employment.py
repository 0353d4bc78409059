"""Reads the kind of employment, the tax status and the weekly hours of a position."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.document import Draft, Fact
from jdlint.facts.offered import blocks, evidence
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.text import Span

_CUES = [
    "full",
    "full-time",
    "fulltime",
    "ft",
    "part",
    "part-time",
    "parttime",
    "pt",
    "per",
    "per-diem",
    "diem",
    "prn",
    "contract",
    "contractor",
    "contractors",
    "contracts",
    "1099",
    "temporary",
    "temp",
    "seasonal",
    "internship",
    "intern",
    "interns",
    "volunteer",
    "volunteers",
    "week",
    "weeks",
    "freelance",
    "casual",
    "locum",
    "locums",
]
_TERMS = regex(
    r"\b(?:(?P<full_time>full[- /]?time|FT|full(?= (?:and|or|&|/) part[- ]?time)|full(?=/part[- ]?time))|(?P<part_time>part[- /]?time|PT(?=[ /,]+(?:FT|PRN|days|nights|evenings|or)\b))"
    r"|(?P<per_diem>per[- ]diem|PRN|casual(?= (?:position|basis|employment)))"
    r"|(?P<contract>(?:independent )?contractors?|contract(?:-to-hire)?|freelance|1099|locums? tenens|\d{1,2}[- ]weeks?(?= (?:\w+ )?(?:contract|assignment)))"
    r"|(?P<temporary>temporary|temp|seasonal|fixed[- ]term)|(?P<internship>internship|intern)|(?P<volunteer>volunteer))\b(?!['’]s|-)",
    2,
)
_SHORT = ("FT", "PT", "PRN")
_LABELLED = regex(
    r"(?:job|employment|position|contract|work|appointment|schedule|assignment|engagement|hire|worker|role)? ?(?:type|types|status|category|classification|basis|term|terms|schedule|class|time|shift|full/part|hours|employment|key information|commitment)(?: of (?:employment|position|work))?s?\Z",
    2,
)
_LABELLED_BEFORE = regex(
    r"\b(?:job|employment|position|contract|work|appointment|schedule) ?(?:type|status|category|classification|basis|schedule)s? ?: ?[^.;:\n]{0,40}\Z",
    2,
)
_BENEFITS = regex(r"\b(?:benefits?|perks|pto|offered to) ?\W{0,3}(?:for |to )?\Z", 2)
_THIS_IS = regex(r"\b(?:this|it) is (?:an? |our )?(?:fully |strictly )?\Z", 2)
_JOB_NOUN = regex(r",? (?:\w+ )?(?:position|role|job|opportunity|engagement)\b", 2)
_AND_PART = regex(r" ?(?:and|or|&|/) ?(?:part|full)[- ]?time\b", 2)
_ELSEWHERE = ("benefits", "preferred-qualifications", "experience", "eeo", "legal-notice")
_NOT = regex(r"\b(?:not|no|never|isn['’]t|without)\b[^.;\n]{0,20}\Z", 2)
_CONTRACT_OF = regex(
    r" ?(?:negotiations?|management|review|compliance|law|awards?|vehicles?|research|manufactur\w+|administration|specialist|manager|requirements|provisions?|terms|services?|partners?|sales|work(?:er)? safety)|s? (?:with|to|between|for)\b",
    2,
)
_CONTRACT_IS = regex(
    r" ?(?:-to-hire|to[- ]hire|to perm\w*|position|role|job|opportunit\w+|basis|assignment|details|length|duration|type|employment|\(|\)|,|/|$|\n|only)|\Z",
    2,
)
_DURATION = regex(
    r"\b(?:duration|contract length|assignment length|length of (?:assignment|contract))\W{0,4}\d{1,2} ?(?:weeks?|wks?)\b|\b\d{1,2}[- ]?weeks? (?:travel |local )?(?:contract|assignment)\b|\btravel (?:contract|assignment)\b",
    2,
)
_INTERNS = regex(r"\b(?:intern(?:ship)?|co-op)\b", 2)


class Hours(Fact):
    """Weekly hours of the position; `value` is as written, `min` and `max` are hours."""

    min: float | None = None
    max: float | None = None


def employment(draft: Draft) -> tuple[Fact, ...]:
    """Return the kinds of employment on offer, each once: full-time, per-diem, contract and so on.

    Data fields and what is labelled or said of the position count; what is said of staff, of
    benefits for full-time staff, or of the past does not.
    """
    given = tuple(_given(draft))
    if given:
        return given
    found: dict[str, Fact] = {}
    for fact in (*_titled(draft), *_read(draft), *_assigned(draft)):
        found.setdefault(fact.value, fact)
    return tuple(sorted(found.values(), key=lambda fact: fact.span.start if fact.span else 0))


def _given(draft: Draft) -> Iterator[Fact]:
    seen = set()
    for field in draft.document.fields:
        if _key(field.name) not in _FIELDS:
            continue
        for match in _TERMS.finditer(
            field.value.replace("_", "-").replace("CONTRACTOR", "contract")
        ):
            kind = _kind(match.lastgroup)
            if kind and kind not in seen:
                seen.add(kind)
                yield Fact(value=kind)


def _key(name: str) -> str:
    return "".join(c for c in name.lower().rpartition(".")[2] if c.isalpha())


_FIELDS = (
    "employmenttype",
    "jobtype",
    "ajobtype",
    "commitment",
    "employment",
    "contracttype",
    "typeofemployment",
)


def _kind(group: str | None) -> str | None:
    return group.replace("_", "-") if group else None


def _titled(draft: Draft) -> Iterator[Fact]:
    """Yield what the title says: “Social Work Intern”, “PRN Nurse”."""
    for title in draft.facts["title"]:
        if title.span is None:
            continue
        block = draft.document.block_at(title.span.start)
        whole = block.span if block and block.span.end - block.span.start < 140 else title.span
        for match in _TERMS.finditer(draft.text, *whole):
            kind, word = _kind(match.lastgroup), match.group()
            if kind is None or (word.upper() in _SHORT and not word.isupper()):
                continue
            if kind in ("contract", "temporary") and not _CONTRACT_IS.match(
                draft.text, match.end()
            ):
                continue
            yield Fact(value=kind, span=Span(*match.span()))


def _read(draft: Draft) -> Iterator[Fact]:
    for block in blocks(draft, _CUES):
        for match in _TERMS.finditer(draft.text, *block.span):
            span = Span(*match.span())
            kind = _kind(match.lastgroup)
            word = match.group()
            if kind is None or (word.lower() in ("ft", "pt", "prn") and not word.isupper()):
                continue
            if kind in ("internship", "volunteer") or not _offered(draft, span, kind):
                continue
            yield Fact(value=kind, span=span)


def _offered(draft: Draft, span: Span, kind: str) -> bool:
    """Say whether a kind of employment is that of the position."""
    both = _AND_PART.match(draft.text, span.end)  # what is said of both is said behind the second
    told = evidence(draft, Span(span.start, both.end()) if both else span)
    if _NOT.search(told.before[-40:]):
        return False
    if told.label and _LABELLED.search(told.label.strip()):
        return True
    if _LABELLED_BEFORE.search(told.before) or _LABELLED_BEFORE.search(
        draft.text[told.where.block.start : span.start]
    ):
        return True
    if _THIS_IS.search(told.before[-30:]) and _JOB_NOUN.match(draft.text, span.end):
        return True
    if told.where.section in _ELSEWHERE or _BENEFITS.search(told.before[-30:]):
        return False
    if kind in ("contract", "temporary"):
        rest = draft.text[span.end : span.end + 24]
        if _CONTRACT_OF.match(rest) or not _CONTRACT_IS.match(rest):
            return False
    return told.of_position


def _assigned(draft: Draft) -> Iterator[Fact]:
    """Yield a contract where the draft offers an assignment of some weeks."""
    if "weeks" not in draft.document.index and "week" not in draft.document.index:
        return
    for match in _DURATION.finditer(draft.text):
        section = draft.section_at(match.start())
        if section is None or label(section.kind) not in (
            "qualifications",
            "experience",
            "benefits",
        ):
            yield Fact(value="contract", span=Span(*match.span()))
            return


def contractor(draft: Draft) -> tuple[Fact, ...]:
    """Return the tax status of the position: 1099 for a contractor, w2 for an employee."""
    found: dict[str, Fact] = {}
    if not any(word in draft.document.index for word in ("1099", "w2", "w-2", "w", "contractor")):
        return ()
    for match in _STATUS.finditer(draft.text):
        span = Span(*match.span())
        told = evidence(draft, span)
        if _NOT.search(told.before[-40:]):
            continue
        value = "w2" if match["w2"] else "1099"
        found.setdefault(value, Fact(value=value, span=span))
    return tuple(found.values())


_STATUS = regex(
    r"(?P<w2>\bW-?2\b(?= (?:employ|position|role|status|basis|pay|hourly|job|opportunit))|\bemployment type: W-?2\b)"
    r"|\b1099(?:[- ](?:independent |commission )?(?:contractor|position|role|basis|model|status|only|opportunit\w+|employment|job))\b|(?<=this is a )1099\b|(?<=employment type: )1099\b"
    r"|\bindependent contractor (?:position|role|basis|opportunity|agreement|status)\b|\b(?:as|is) an? independent contractor\b(?! (?:or|who|firm|company))",
    2,
)


def hours(draft: Draft) -> tuple[Hours, ...]:
    """Return the weekly hours that the position has, in order; nothing where only a share is named."""
    found: list[Hours] = []
    for word in ("hours", "hrs", "hour", "hr"):
        for at in draft.document.index.get(word, ()):
            start = draft.document.words[at].start
            block = draft.document.block_at(start)
            if block is None:
                continue
            low = max(block.span.start, start - 30)
            for match in _WEEKLY.finditer(draft.text, low, min(block.span.end, start + 40)):
                fact = _hours(draft, match)
                if fact is not None and all(fact.span != other.span for other in found):
                    found.append(fact)
    return tuple(sorted(found, key=lambda fact: fact.span.start if fact.span else 0))


_WEEKLY = regex(
    r"(?<![\d$.,:/-])(?P<low>\d{1,2}(?:\.\d{1,2})?)(?:(?: hours| hrs)? ?(?:-|\u2013|to|or|&|and) ?(?P<high>\d{1,2}(?:\.\d{1,2})?))?(?P<more>\+)?[ -]?(?:working |scheduled |clinical |paid )?(?:hours?|hrs?\b\.?)(?:\(s\))?"
    r" ?(?:(?:of work|work|total|worked) )?(?:(?:/|-)? ?(?:per|a|each|every|/)[ -]?(?:week|wk)\b|weekly\b|[ -]week\b|/ ?(?:week|wk)\b)",
    2,
)
_OF_STAFF = regex(
    r"\b(?:employees|staff|team members|who work|eligib\w*|benefits|supervision|phone|answer\w*)\b",
    2,
)


def _hours(draft: Draft, match: re.Match[str]) -> Hours | None:
    low, high = match["low"], match["high"]
    span = Span(*match.span())
    least = float(low)
    most = float(high) if high else least
    told = evidence(draft, span)
    if _OF_STAFF.search(told.before[-60:]) or told.where.section in (
        "benefits",
        "eeo",
        "legal-notice",
    ):
        return None
    if not 4 <= least <= most <= 84:
        return None
    return Hours(value=match.group(), span=span, min=least, max=None if match["more"] else most)
