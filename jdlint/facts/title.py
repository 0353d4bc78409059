"""Reads the job title: as data, from the top of the draft, or from the sentences that name it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from jdlint.document import Block, Draft, Fact
from jdlint.facts import job_titles
from jdlint.outline import label
from jdlint.outline.headings import classify
from jdlint.patterns import regex
from jdlint.text import Span

if TYPE_CHECKING:
    import re


class Title(Fact):
    """The title as written; `given` says that it stands in a data field."""

    given: bool = False


_TOP = 12  # blocks in which a title line is looked for
_NEAR = 60  # blocks in which sentences, and lines such as “Job title: …”, are looked for
_SENTENCE = 1_500  # characters of one block that are looked at

_NAMED = regex(
    r"(?:job|position|role|working|posting|official|vacancy)[ -]?(?:title|name)s?\s?(?:[:–—-]|is)\s{0,3}(?P<title>\S.{1,90})|"
    r"(?:title|position|role|job|vacancy|post)\s?:\s{0,3}(?P<other>\S.{1,90})",
    2,
)
_LABEL = regex(r"(?:job|position|role|working)[ -]?(?:title|name)|title|position|role|job", 2)
_ABOUT_THE_PAGE = regex(
    r"\b(?:description|requirements|details|summary|overview|welcome|apply|openings?|opportunit|careers?|posted|posting|"
    r"skip to|sign in|log in|search|menu|(?<!-)home(?! health| care)|back to|share|save|website|www|department of|"
    r"current employees|eligible|bonus|we are|we're|why)\b|^we\b|^our\b|^join\b|^about\b|^not\b|^if\b|^are you\b|^you\b",
    2,
)
_SOUGHT = regex(
    r"\b(?:seeks?|seeking|hir(?:e|es|ing)|look(?:s|ing)? (?:for|to (?:add|bring on|hire|recruit|appoint))|"
    r"search(?:es|ing)? for|applications? (?:for|from)|recruit(?:s|ing)?(?: for| to)?|in search of|in need of|needs?|need for|to appoint|"
    r"(?:openings?|vacanc(?:y|ies)|opportunit(?:y|ies)|positions?|roles?|posts?|job) (?:exists? )?(?:for|of|as)|"
    r"(?:opportunity|work|join(?:ing)? us|join (?:our|the|this)(?: [\w’'-]+){1,5}|position|role|career|employed) as|"
    r"welcome|available|join (?:our|the|this|us)(?: [\w’'-]+){1,5} as)[:]?\s",
    2,
)
_IN_ROLE = regex(r"(?:\bAs|\b[Bb]ecome|\bAre you|\bIf you(?: are|[’']re))\s(?=(?:an?|the|our)\s)")
_SUBJECT = regex(
    r"(?:^|[.!?:]\s{1,2}|\n)(?=(?:The|Our|This|A|An|[A-Z][\w/&-]+)\s)|\bthe\s(?=[A-Z])", 8
)
_VERB = regex(
    r"[ ,]{0,2}(?:[’']s? )?(?:\([^)\n]{1,40}\) ?)?(?:(?<=, )(?:[A-Z][\w’'&-]{1,20} ){1,4})?(?:at (?:[A-Z][\w’']+ ){1,4})?(?:will|is|are|provides?|performs?|develops?|directs?|works?|reports?|serves?|supports?|"
    r"leads?|manages?|oversees?|assists?|plays?|ensures?|coordinates?|delivers?|supervises?|functions?|must|shall|"
    r"has|plans?|conducts?|participates?|facilitates?|role|position|job|helps?|assumes?|acts?|under|in this|collaborates?|"
    r"assesses|can|primary|excel|drafts?|you|utilizes?|promotes?|administers?|we)\b",
)
_POST = regex(r"\b(?:positions?|roles?|job|opportunit(?:y|ies)|openings?|vacancy)\b", 2)
_NOT_THIS = regex(
    r"\b(?:report(?:s|ing)?(?: directly)? to|under (?:the|direct)|supervision of|direction of|like|such as|other|"
    r"experience|certif\w+|licens\w+|work(?:ed|ing)|previous|prior|years?|or|for all|supervisor)\b[^.]{0,25}\Z",
    2,
)
_LEAD = regex(
    r"(?P<title>[^,.:;!?\n—–]{3,70})(?:, [^:;!?\n—–]{2,80}?)?(?:\s[—–-]|[—–])\s?(?=\S[^\n]{60})"
)


class _Candidate(NamedTuple):
    span: Span
    weight: int


def title(draft: Draft) -> tuple[Title, ...]:
    """Return the title, if there is one: the data field first, else what the prose states."""
    fields = [f for f in draft.document.fields if f.name == "title" and f.value.strip()]
    if fields:
        return (Title(value=fields[0].value.strip(), given=True),)
    span = _named(draft) or _at_the_top(draft) or _in_sentences(draft)
    return (Title(value=draft.document.cut(span), span=span),) if span else ()


def _named(draft: Draft) -> Span | None:
    """Return what stands after “Job title:”, on the line or on the next one."""
    document = draft.document
    for number, block in enumerate(document.blocks[:_NEAR]):
        words = document.cut(block.span)
        found = _NAMED.match(words)
        if found and (found["title"] or number < _TOP):
            group = "title" if found["title"] else "other"
            value = found[group].strip()
            if (found["title"] or job_titles.holds_title(value)) and len(value.split()) <= 14:
                start = block.span.start + found.start(group)
                return Span(start, start + job_titles.trimmed(value))
        bare = words.strip(" :*")
        if len(bare) < 16 and _LABEL.fullmatch(bare) and number + 1 < len(document.blocks):
            following = document.blocks[number + 1]
            value = document.cut(following.span)
            if len(value.split()) <= 12 and job_titles.holds_title(value):
                return Span(following.span.start, following.span.start + job_titles.trimmed(value))
    return None


def _at_the_top(draft: Draft) -> Span | None:
    """Return the first line that can be a title, among the lines before the first paragraph."""
    document = draft.document
    heading: Span | None = None
    for number, block in enumerate(document.blocks[:_TOP]):
        words = document.cut(block.span)
        count = len(words.split())
        if block.kind in ("item", "cell") and number > 1:
            continue
        if count > 14:
            if number < 2:
                lead = _LEAD.match(words[:400])
                if lead and _leads(lead["title"]):
                    start = block.span.start
                    return Span(start, start + len(lead["title"].rstrip()))
            if number > 3:
                break
            continue
        if words.rstrip().endswith((".", "?", ":")) or ": " in words:
            continue
        known = classify(words)
        if (known is not None and known.listed) or _ABOUT_THE_PAGE.search(words):
            continue
        if _SOUGHT.search(words):
            found = next(_sentence_candidates(draft, block), None)
            if found:
                return found.span
            continue
        if _is_title(words):
            return Span(block.span.start, block.span.start + job_titles.trimmed(words))
        if heading is None and number == 0 and _heads_the_page(draft, block):
            heading = block.span
    return heading


def _is_title(words: str) -> bool:
    """Say whether a line names work and is set like a title, not like a sentence."""
    if not job_titles.holds_title(words):
        return False
    letters = [word for word in words.split() if word[:1].isalpha()]
    small = sum(1 for word in letters if word[0].islower() and len(word) > 3)
    return small <= max(1, len(letters) // 3) or len(letters) <= 3


_LEVEL = regex(r" ?(?:\([^()]*\)|\b(?:I{1,3}|IV|V|\d))\s*\Z")


def _leads(words: str) -> bool:
    """Say whether the words before the employer and a dash, in a first paragraph, are a title."""
    parts = _LEVEL.sub("", words.replace("/", " ")).split()
    if (
        not parts
        or len(parts) > 9
        or parts[0] in ("At", "As", "In", "With", "For", "The", "Our", "We", "If")
    ):
        return False
    return _is_title(words) and (job_titles.names_work(parts[-1]) or "of" in parts)


def _heads_the_page(draft: Draft, block: Block) -> bool:
    """Say whether a first line that names no work is set as the heading of the whole page."""
    section = draft.section_at(block.span.start)
    words = draft.document.cut(block.span)
    return (
        block.kind == "heading"
        and section is not None
        and label(section.kind) == "title-block"
        and classify(words) is None
        and "!" not in words
    )


def _in_sentences(draft: Draft) -> Span | None:
    """Return the title that the sentences name most clearly and most often."""
    document = draft.document
    found: dict[str, list[_Candidate]] = {}
    for block in document.blocks[:_NEAR]:
        if block.span.end - block.span.start < 12:
            continue
        for candidate in _sentence_candidates(draft, block):
            key = _key(document.cut(candidate.span))
            found.setdefault(key, []).append(candidate)
    if not found:
        return None
    lower = " ".join(word.lower for word in document.words[:1_200])

    def worth(key: str) -> float:
        own = sum(candidate.weight for candidate in found[key][:4])
        parts = sum(1 for other in found if other != key and other in key)
        again = min(lower.count(key), 4)
        early = 1 if found[key][0].span.start < 1_500 else 0
        return own + parts + again / 2 + early + min(key.count(" "), 2) / 2

    best = max(found, key=lambda key: (worth(key), -found[key][0].span.start))
    single = (c for c in found[best] if not document.cut(c.span).endswith("s"))
    return next(single, found[best][0]).span


def _key(words: str) -> str:
    parts = "".join(c if c.isalnum() else " " for c in words.lower()).split()
    if parts and parts[-1].endswith("s") and len(parts[-1]) > 3:
        parts[-1] = parts[-1][:-1]
    return " ".join(parts)


def _sentence_candidates(draft: Draft, block: Block) -> Iterator[_Candidate]:
    text = draft.document.text
    start, end = block.span.start, min(block.span.end, block.span.start + _SENTENCE)
    for pattern, weight in ((_SOUGHT, 3), (_IN_ROLE, 3), (_SUBJECT, 2)):
        for found in pattern.finditer(text, start, end):
            span = job_titles.after(text, found.end(), end)
            if span is None or _spoken_of_otherwise(text, start, found):
                continue
            capital = any(word[0].isupper() for word in text[span.start : span.end].split())
            if weight == 2 and not _VERB.match(text, span.end, min(end, span.end + 60)):
                continue
            if capital:
                yield _Candidate(span, weight)
            elif pattern is _SOUGHT and _one(text[span.start : span.end]):
                yield _Candidate(span, 1)
    for found in _POST.finditer(text, start, end):
        at = found.start()
        while at > start and text[at - 1] == " ":
            at -= 1
        span = job_titles.before(text, start, at)
        if span is not None and not _NOT_THIS.search(text, max(start, span.start - 40), span.start):
            yield _Candidate(span, 2)


def _one(words: str) -> bool:
    """Say whether words in small letters are more than a plural such as “nurses”."""
    return " " in words or not words.endswith("s")


def _spoken_of_otherwise(text: str, start: int, found: re.Match[str]) -> bool:
    return bool(_NOT_THIS.search(text, max(start, found.start() - 40), found.start()))
