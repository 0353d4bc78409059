"""Tells whether words about the terms of work speak of the position, not of staff or of the past."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jdlint.document import Block, Draft
from jdlint.facts.captions import captions
from jdlint.facts.modality import Setting, setting
from jdlint.patterns import regex
from jdlint.text import Span

_MOST = 200  # blocks that are looked at for one family
_TOP = 12  # blocks at the head of a draft among which lines are entries
_LABEL_REACH = 48  # characters of a label before its colon
_LABEL = regex(
    r"(?:^|[|•·●*;.\n)\]]|[-\u2013\u2014] |\w {2})? ?(?P<label>[A-Za-z][A-Za-z/&'’() -]{1,44}?) ?[:\uff1a] ?[-\u2013]? ?\Z"
)

_JOB = r"(?:position|role|job|opportunity|opening|vacancy|post|posting|assignment|appointment|placement|engagement|gig|internship|contract|location)"
_SEEKING = regex(
    r"\b(?:seek(?:s|ing)?|hiring|hire|looking (?:for|to (?:hire|add|recruit))|search(?:ing)? for|recruiting(?: for)?|recruit|need(?:s|ed|ing)?|in search of"
    r"|(?:now |immediate(?:ly)? )?accepting applications? for|applications? (?:\w+ ){0,3}for|(?:opening|vacanc(?:y|ies)|opportunit(?:y|ies)|openings|positions?|opportunities|need) (?:available )?for"
    r"|welcoming|wants?|add(?:ing)?|join (?:us|our team|our \w+ team|the team|the \w+ team) (?:as|on|in)|(?:has|have|there is|there are|are offering|is offering|we offer|offers?|with|available|for) )\b",
    re.IGNORECASE,
)
_IS = regex(
    rf"(?:\b(?:this|the|our|your|{_JOB})s?\b[^.!?;\n]{{0,60}}\b(?:is|are|will be|would be|can be|may be|offers?|requires?|available|open|starts? as|begins? as|be working|working|work)\b|\bthis(?: is)?\b|\bit(?: is|['’]s)\b)[^.!?;:\n]{{0,40}}\Z",
    re.IGNORECASE,
)
_NOUN = regex(
    rf"[\s,/-]{{0,3}}(?:[\w/&'’+.-]{{1,24}},? ){{0,6}}?{_JOB}s?\b",
    re.IGNORECASE,
)
_BASIS = regex(
    r"[\s,/-]{0,3}(?:[\w/&'’-]{1,20} ){0,2}?(?:basis|schedules?|employment|hours|shifts?|status available|days|nights|evenings|weekends|work(?=[ .,;)]|\Z)(?! experience))",
    re.IGNORECASE,
)
_PEOPLE = regex(
    r"['’]?s?[\s,/-]{0,3}(?:(?:regular|exempt|non-?exempt|salaried|hourly|paid|eligible|permanent|us|u\.s\.|adjunct|temporary|employed|status|benefits?[- ]eligible|professional|or part[- ]time|w-?2|clinical|core|active|new|direct|administrative|support|seasonal|contract|and|&) ){0,3}"
    r"(?:employees?|staff(?!ing| nurse)|staffers|workers?|colleagues|team[- ]members?|associates\b|personnel|students?|faculty members|members|caregivers\b(?! position)|equivalen\w*|fte|ftes|only\b|experience|(?:teaching|work|study|college|graduate|undergraduate|school|professional|paid|relevant|related|clinical|post\w*) (?:\w+ ){0,3}experience"
    r"|years?\b|enrol\w+|benefits\b|salar(?:y|ies)\b|pay\b|people|individuals who|parents?|workforce|teams?\b|crews?\b|instructors\b|status\b|ventures?\b|\d+ (?:years|months)|permanent staff|undergraduate|degree|program\b|study\b|conversion|offer\b|job offer)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = regex(
    r"\b(?:each|every|all(?: of)?(?: our| us| the)?(?: eligible)?|eligible|to (?:our|all|eligible|any)|for (?:all|our|eligible|us)|benefits for|benefits as a|perks (?:of|for)(?: being)?(?: an?)?|other|of(?: being an?)?|years?(?: of)?|months?(?: of)?|hours?(?: of)?|supervis\w+(?: of)?(?: \w+)?|manag\w+(?: of)?(?: \w+)?|train\w*|coordinat\w+|direct(?:ing|s)?|oversee\w*"
    r"|equivalent(?: of| to)?|previous|prior|past|recent|our|staff of|team of|both|between|either|current|enrolled|studying|students?|experience|convert(?:ed)? to|lead(?:ing)? to|scal\w+ (?:up )?to|grow\w* (?:in)?to|become|becoming|becomes|transition(?:ing)? (?:in)?to|transfer\w* to|than|not|as an?(?: employee)?|if|future|potential(?: for| to| of)?|possib\w+(?: of| for)?|chance of|opportunity (?:to|of)|conversion to|includ(?:e|es|ing)|using|with (?:our )?)"
    r"(?: (?:eligible|regular|salaried|the|an?|us|\w+ing))? ?[(\"“]?\Z",
    re.IGNORECASE,
)
_SEPARATORS = "|•·●▪/,;()[]\u2013\u2014:-*–—&+"
_ASIDE = frozenset(("benefits", "eeo", "legal-notice", "about-employer", "culture", "how-to-apply"))
_HEAD = frozenset(("title-block", "summary", "schedule", "location", "other", "compensation", ""))


class Evidence(NamedTuple):
    """How words stand in the draft, from which is told whether they speak of the position."""

    where: Setting
    label: str  # the words before a colon, or the line above: “Employment type”
    alone: bool  # between separators or the edges of a block that is short or at the head
    before: str  # the sentence up to the words
    after: str  # the sentence behind them

    @property
    def of_position(self) -> bool:
        """Say whether the words are said of the position itself."""
        if _PEOPLE.match(self.after) or _NOT_BEFORE.search(self.before[-60:]):
            return False
        if self.alone and self.where.section in _HEAD:
            return True
        noun = _NOUN.match(self.after)
        if _IS.search(self.before[-140:]) and (noun or self.where.section not in _ASIDE):
            return True
        if self.where.section in _ASIDE:
            return bool(noun and _SEEKING.search(self.before[-80:]))
        sought = _SEEKING.search(self.before[-80:])
        return bool(noun or sought or _BASIS.match(self.after))


def blocks(draft: Draft, words: Iterable[str]) -> Iterator[Block]:
    """Yield the blocks in which one of `words` (in lower case) stands, in order, each once."""
    document = draft.document
    places = sorted(at for word in words for at in document.index.get(word, ()))
    last = -1
    count = 0
    for at in places:
        start = document.words[at].start
        if start < last:
            continue
        block = document.block_at(start)
        if block is None:
            continue
        last = block.span.end
        yield block
        count += 1
        if count == _MOST:
            return


def evidence(draft: Draft, span: Span) -> Evidence:
    """Return how `span` stands in the draft."""
    text = draft.document.text
    where = setting(draft, span)
    before = where.before(text, span.start, 200)
    after = where.after(text, span.end, 120)
    return Evidence(where, label(draft, span, where), _alone(draft, span, where), before, after)


def label(draft: Draft, span: Span, where: Setting) -> str:
    """Return, in small letters, what names the value at `span`: “job type”, “schedule”."""
    text = draft.document.text
    low = max(where.block.start, span.start - _LABEL_REACH)
    found = _LABEL.search(text, low, span.start)
    if found:
        return found["label"].lower()
    if span.start - where.block.start <= 2:
        for caption in captions(draft.document, span.start)[:1]:
            return caption.lower().rstrip(" :")
    return ""


def _alone(draft: Draft, span: Span, where: Setting) -> bool:
    """Say whether separators or the edges of its block stand on both sides of `span`."""
    text = draft.document.text
    left = text[where.block.start : span.start].rstrip()[-1:]
    right = text[span.end : where.block.end].lstrip()[:1]
    open_left = not left or left in _SEPARATORS
    open_right = not right or right in _SEPARATORS
    if not (open_left and open_right):
        return False
    short = where.block.end - where.block.start <= 90
    return short or (draft.document.blocks_in(Span(0, span.start))[_TOP:] == () and short)
