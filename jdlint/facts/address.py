"""Reads whom a posting speaks to, how soon it comes to the job, and how it closes."""

from __future__ import annotations

from jdlint.document import Draft, Fact
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.text import Span

_YOU = frozenset(("you", "your", "you'll", "you're", "you've", "you'd", "yours", "yourself"))
_NOT_THE_JOB = frozenset(
    (
        "eeo",
        "legal-notice",
        "how-to-apply",
        "benefits",
        "compensation",
        "about-employer",
        "culture",
        "physical-demands",
    )
)
_CLEAR = 3  # times; so often anywhere but in legal text is speaking to the reader
_ABOUT_THE_JOB = regex(
    r"\b(?:work|role|job|position|opportunit\w+|vacancy|you|your|do)\b", 2
)  # a heading such as “About the work”
_EMPLOYER = frozenset(("about-employer", "culture"))
_JOB = frozenset(
    ("summary", "responsibilities", "qualifications", "preferred-qualifications", "experience",
     "education", "licensure", "skills", "compensation", "schedule", "physical-demands")
)  # fmt: skip
_THIRD = regex(
    r"\bthe (?:(?:ideal|successful|right|selected|qualified|perfect|chosen) )?"
    r"(?:candidate|applicant|incumbent|postholder|post holder)(?! (?:pool|experience|privacy|referral))\b",
    2,
)
_ASK = regex(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}\b|\bquestions?\b|\bcontact\b|\brecruiter\b|"
    r"\b(?:call|write to|speak (?:to|with)|ask for|talk to|reach out to) (?:us\b|our\b|[A-Z][a-z])"
)
_NEXT = regex(
    r"\binterview|\bnext steps?\b|\bhear (?:back|from)\b|\bbe (?:contacted|in touch|notified|invited)\b|"
    r"\bwe (?:will |'ll |’ll )?(?:call|reply|respond|answer|contact|review|reach out|get back|write|invite)\b|"
    r"\b(?:hiring|selection|recruitment|application) (?:process|timeline|steps)\b|\bshort-?list|\bphone (?:call|screen)\b",
    2,
)
_SHORT = 150  # words; in fewer there is little room to speak to anybody


class Address(Fact):
    """How the part about the job names its reader: `value` is you, third-person or nobody.

    The span is the first place that names the reader as somebody else; `times` counts them.
    """

    times: int = 0


class LateJob(Fact):
    """The part about the employer that stands before the job, with its number of words."""

    words: int


def closing_words(draft: Draft) -> tuple[Fact, ...]:
    """Return what the end of a posting should hold and the whole draft does not.

    The value is contact (whom to ask) or next-steps (what happens after applying).
    """
    missing = []
    if not _ASK.search(draft.text):
        missing.append(Fact(value="contact"))
    if not _NEXT.search(draft.text):
        missing.append(Fact(value="next-steps"))
    return tuple(missing)


def address(draft: Draft) -> tuple[Address, ...]:
    """Return one fact for a draft of some length; none for a short one."""
    document = draft.document
    if len(document.words) < _SHORT:
        return ()
    beside = 0
    for word in _YOU & document.index.keys():
        for at in document.index[word]:
            section = draft.section_at(document.words[at].start)
            name = label(section.kind) if section else ""
            beside += name not in ("eeo", "legal-notice")
            if name not in _NOT_THE_JOB or beside >= _CLEAR:
                return (Address(value="you"),)
    found = [
        Span(*match.span())
        for section in draft.sections
        if label(section.kind) not in _NOT_THE_JOB
        for match in _THIRD.finditer(draft.text, section.span.start, section.span.end)
    ]
    if found:
        return (Address(value="third-person", span=found[0], times=len(found)),)
    return (Address(value="nobody"),)


def late_job(draft: Draft) -> tuple[LateJob, ...]:
    """Return the part about the employer that comes first, if anything about the job follows."""
    document = draft.document
    first: Span | None = None
    words = 0
    for section in draft.sections:
        name = label(section.kind)
        heading = document.cut(section.heading) if section.heading else ""
        if name in _JOB or (name in _EMPLOYER and _ABOUT_THE_JOB.search(heading)):
            return (LateJob(value="employer", span=first, words=words),) if first else ()
        if name in _EMPLOYER:
            blocks = document.blocks_in(section.span)
            first = first or (blocks[0].span if blocks else None)
            words += len(document.cut(section.span).split())
    return ()
