"""Reads whether the work is done on site, remotely or in both ways, where the draft says so."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.document import Draft, Fact
from jdlint.facts.captions import captions
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.text import Span

_CUES = [
    "remote",
    "remotely",
    "hybrid",
    "onsite",
    "site",
    "person",
    "office",
    "home",
    "telework",
    "telecommute",
    "virtually",
    "wfh",
]
_WORK = r"(?:role|position|job|opportunit(?:y|ies)|employment|work(?:ing)?|schedule|environment|setting|contract|assignment|model|arrangement|clinicians?|therapists?|team member)s?"
_JOB = (
    r"\b(?:role|position|job|opportunity|opening|work)\b(?: (?:is|will be|can be|may be|would be))?"
)
_FULLY = r"(?:100 ?%|fully|completely|entirely|permanently|primarily|exclusively)"
_PATTERNS = {
    "remote": regex(
        rf"#\w{{2,4}}-remote\b|\b{_FULLY}[- ]remote(?:ly)?\b(?! (?:friendly|patient))"
        rf"|\bremote(?:[, ]+[\w-]+)?,? {_WORK}\b(?! (?:areas|stipend|tools|options?))|\bremote[- ]first (?:company|organi[sz]ation|role|team|position)"
        rf"|{_JOB}(?: [\w%,-]+){{0,3}} remote(?:ly)?\b(?! (?:patient|monitoring|areas?|communit|sites?|locations?|support|access|teams?|offices?))"
        r"|\bwork (?:\w+ ){0,2}remotely\b|\b100 ?% (?:\w+ )?from home\b"
        r"|\bremote(?:ly)? (?:within|from anywhere|in the|across the) (?:the )?(?:US|USA|U\.S|United|country)"
        r"|\bwork[- ]from[- ]home (?:role|position|job|opportunity)|\b(?:position|role|job) (?:is|will be) (?:\w+ )?(?:work[- ]from[- ]home|home[- ]based|telework|virtual)\b",
        2,
    ),
    "hybrid": regex(
        rf"#\w{{2,4}}-hybrid\b|\bhybrid[- ]{_WORK}\b(?! (?:cloud|vehicle))|\bhybrid (?:in-office|remote|telehealth|telemedicine|office|in-person|onsite|on-site|week)"
        rf"|{_JOB}(?: [\w%,-]+){{0,3}} hybrid\b(?! (?:cloud|vehicle|capabilit|team))|\b(?:remote/hybrid|hybrid/remote)\b|\bweek is hybrid"
        r"|\b(?:one|two|three|four|[1-4](?: ?[-\u2013] ?[2-4])?)\+? days? (?:a|per|each|/) ?week (?:in|at|from) (?:the|our) office|\b(?:in|at)[- ](?:the |our )?office (?:one|two|three|four|[1-4]) days? (?:a|per|each|/) ?week",
        2,
    ),
    "onsite": regex(
        rf"#\w{{2,4}}-onsite\b|\b(?:on-?site|in-person|in-office)[- ](?:only|role|position|job|opportunity|(?:{_FULLY}))\b"
        rf"|\b(?:position|role|job|work) (?:is|will be|must be performed) (?:an? )?(?:{_FULLY} )?(?:on-?site|in-person|in-office)\b(?! (?:and|or) )"
        rf"|\b{_FULLY} (?:on-?site|in-person|in-office)\b|\b(?:five|5) days (?:a|per) week (?:in|from|at) (?:the|our) office|\bwork (?:location|setting|arrangement): (?:in person|on-?site)|\bno remote (?:work|option)",
        2,
    ),
}
_TOP = regex(
    r"\b(?:(?P<remote>remote|work from home|home[- ]based)|(?P<hybrid>hybrid)|(?P<onsite>on-?site|in[- ]person|in-office))\b(?! (?:patient|monitoring|therapeutic|during|area|support|physiologic|coder|gym|learning|ICU|cloud|systems?|vehicle))",
    2,
)
_LABELS = regex(
    r"\W{0,4}(?:\w+ ){0,2}(?:location|workplace|work type|work mode|work setting|remote|job type|schedule|work arrangement|locations|setting)\b[^:\n]{0,12}:",
    2,
)
_REFUSED = regex(
    r"\b(?:not|no|isn't|never|cannot|unable|possibility of|possible|may become|occasional(?:ly)?|some|options? (?:for|to)|during covid|if|previous|experience|past|successfully|comfortable) (?:[\w'-]+ ){0,4}\Z",
    2,
)
_DATA = {
    "telecommute": "remote",
    "remote": "remote",
    "fully remote": "remote",
    "true": "remote",
    "hybrid": "hybrid",
    "onsite": "onsite",
    "on-site": "onsite",
    "in-person": "onsite",
    "in person": "onsite",
}
_FIELDS = ("jobLocationType", "workplaceType", "jobLocation")
_TOP_BLOCKS = 6
_SILENT = ("eeo", "legal-notice")
_PERKS = ("benefits", "culture", "about-employer")


def workplace(draft: Draft) -> tuple[Fact, ...]:
    """Return onsite, remote and hybrid as far as they are said of the position, each once.

    Data wins over prose. “Remote patient monitoring” or a telehealth visit says nothing of where
    the person works.
    """
    given = _given(draft)
    if given:
        return tuple(Fact(value=value) for value in dict.fromkeys(given))
    found: dict[str, Span] = {}
    for value, span in sorted(_stated(draft), key=lambda pair: pair[1].start):
        found.setdefault(value, span)
    return tuple(Fact(value=value, span=span) for value, span in found.items())


def _given(draft: Draft) -> list[str]:
    values = []
    for field in draft.document.fields:
        if not field.name.startswith(_FIELDS):
            continue
        lower = field.value.strip().lower()
        if lower in _DATA and (lower != "true" or field.name == "jobLocationType"):
            values.append(_DATA[lower])
        elif field.name.startswith("jobLocation") and len(lower) < 80:
            said = _TOP.search(lower)
            if said:
                values.append(str(said.lastgroup))
    return values


def _stated(draft: Draft) -> Iterator[tuple[str, Span]]:
    document, text = draft.document, draft.text
    blocks = {}
    for cue in _CUES:
        for at in document.index.get(cue, ()):
            block = document.block_at(document.words[at].start)
            if block is not None:
                blocks[block.span.start] = block
    last_top = document.blocks[min(_TOP_BLOCKS, len(document.blocks)) - 1].span.end if blocks else 0
    for start, block in blocks.items():
        section = draft.section_at(start)
        kind = label(section.kind) if section else ""
        words = text[start : min(block.span.end, start + 4000)]
        if kind in _SILENT:
            continue
        short = len(words) < 110
        top = (
            start < last_top
            and kind in ("title-block", "location")
            and not words.endswith((".", "!"))
        )
        named = _LABELS.match(words) or (
            short and any(_LABELS.match(c + ":") for c in captions(document, start)[:1])
        )
        if short and (top or named or kind == "location" or block.kind == "heading"):
            for said in _TOP.finditer(words):
                if not _REFUSED.search(words[: said.start()]):
                    yield str(said.lastgroup), Span(start + said.start(), start + said.end())
            continue
        for value, pattern in _PATTERNS.items():
            for said in pattern.finditer(words):
                before = words[max(0, said.start() - 60) : said.start()]
                if _REFUSED.search(before) or (kind in _PERKS and _PERK.search(words)):
                    continue
                yield value, Span(start + said.start(), start + said.end())
                break


_PERK = regex(r"\b(?:options?|flexib\w+|depending on|may|stipend|equipment|setup)\b", 2)
