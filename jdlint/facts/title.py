"""Reads the job title: as data, from the top of the draft, or from the sentence that names it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jdlint.document import Draft, Fact
from jdlint.outline import label
from jdlint.outline.headings import classify
from jdlint.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Title(Fact):
    """The title as written; `given` says that it stands in a data field."""

    given: bool = False


_NAMED = re.compile(
    r"^(?:job|position|role|working|posting)?\s?title\s?[:–-]\s?(?P<title>\S.{1,90})|"
    r"^(?:position|role|job)\s?:\s?(?P<other>\S.{1,90})",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:seeking|hiring|looking for|searching for|recruiting(?: for)?|in search of|"
    r"search(?:ing)? for|need(?:s|ed)?)\s(?:(?:an?|our next|several|multiple|\d|full[- ]time|"
    r"part[- ]time)\s|(?=(?-i:[A-Z][A-Za-z]+)))(?P<title>[^.,;:!?\n]{3,80}?)"
    r"(?=\s(?:to|who|for|with|in|at|that|interested|join|experienced|position|role|is|and join)\b|"
    r"[.,;:!?\n(]|$)",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"(?:^|[.!]\s)(?:[Tt]he|[Aa]s (?:an?|our|the))\s(?P<title>[A-Z][\w/&-]*(?:\s(?:[A-Z(&/][\w/&().-]*|of|and)){0,6})"
    r"(?=\s(?:will|is|provides|performs|develops|directs|works|you)\b|,)"
)
_ABOUT_THE_PAGE = re.compile(
    r"\b(?:description|requirements|details|summary|overview|join|welcome|apply|opening)\b|^we\b|^our\b",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"^(?:(?:an?|highly|very|experienced|dedicated|passionate|motivated|skilled|talented|dynamic|"
    r"compassionate|qualified|enthusiastic|energetic|caring|reliable|exceptional|self-motivated|"
    r"full[- ]time|part[- ]time|new|outstanding|driven|organized|seasoned|and|,)\s+)+",
    re.IGNORECASE,
)


def title(draft: Draft) -> tuple[Title, ...]:
    """Return the title, if there is one: the data field first, else what the prose states."""
    fields = [f for f in draft.document.fields if f.name == "title" and f.value.strip()]
    if fields:
        return (Title(value=fields[0].value.strip(), given=True),)
    span = _at_the_top(draft) or _in_a_sentence(draft)
    return (Title(value=draft.document.cut(span), span=span),) if span else ()


def _at_the_top(draft: Draft) -> Span | None:
    document = draft.document
    for number, block in enumerate(document.blocks[:12]):
        words = document.cut(block.span)
        named = _NAMED.match(words)
        if named:
            return _within(block.span, named, "title" if named["title"] else "other")
        section = draft.section_at(block.span.start)
        if number > 2 or section is None or block.kind in ("item", "cell"):
            continue
        count = len(words.split())
        stops = words.rstrip().endswith((".", "!", "?", ":"))
        if label(section.kind) == "title-block" and count <= 14 and not stops and ":" not in words:
            known = classify(words)
            if (known is None or not known.listed) and not _ABOUT_THE_PAGE.search(words):
                return block.span
    return None


def _in_a_sentence(draft: Draft) -> Span | None:
    document = draft.document
    for block in document.blocks[:25]:
        if block.kind in ("item", "cell"):
            continue
        text = document.cut(block.span)[:1200]
        found = _SOUGHT.search(text) or _WILL.match(text)
        if not found:
            continue
        start = block.span.start + found.start("title")
        end = block.span.start + found.end("title")
        praise = _PRAISE.match(document.text[start:end])
        start += praise.end() if praise else 0
        if end - start > 2 and _names_work(document.text[start:end]):
            return Span(start, end)
    return None


def _names_work(words: str) -> bool:
    """Say whether words that follow “seeking” name a job, not a trait (“a self-starter”)."""
    count = len(words.split())
    return 1 <= count <= 9 and (words[:1].isupper() or bool(_TRADE.search(words)))


_TRADE = re.compile(
    r"(?:er|or|ist|ian|nurse|rn|lpn|lcsw|aide|assistant|analyst|clerk|therapist|associate|tech|"
    r"representative|agent|intern|coach|lead|pharmacist)s?\b(?!-)",
    re.IGNORECASE,
)


def _within(block: Span, found: re.Match[str], group: str) -> Span:
    return Span(block.start + found.start(group), block.start + found.end(group))
