"""Tells whom a phrase describes: the person sought, the people served, the employer, or no one.

Only what stands near the phrase is weighed, in the order in which it is trusted: a statement of
equal opportunity, a quotation, a named person, the noun that the phrase belongs to, what governs
it from the left, the subject of its sentence, its section.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jdlint import tables
from jdlint.document import Draft, Word
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.text import Span
from jdlint.vocabulary import singular

KINDS = ("candidate", "client", "employer", "other")

_SECTIONS = {
    "qualifications": "candidate",
    "preferred-qualifications": "candidate",
    "education": "candidate",
    "experience": "candidate",
    "licensure": "candidate",
    "skills": "candidate",
    "physical-demands": "candidate",
    "responsibilities": "candidate",
    "title-block": "candidate",
    "about-employer": "employer",
    "culture": "employer",
    "benefits": "employer",
    "compensation": "employer",
    "population": "client",
    "eeo": "other",
    "legal-notice": "other",
}


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a phrase describes, and the words or the place that tell so."""

    kind: str  # one of KINDS
    evidence: str
    settled: bool = True  # False: only the section or nothing at all told


def referent(draft: Draft, span: Span) -> Referent:
    """Tell whom the words of `span` describe."""
    sentence = sentence_at(draft, span)
    text = draft.document.cut(sentence)
    if _STATEMENT.search(text):
        return Referent("other", "a statement of equal opportunity or law")
    if quoted(draft.text, sentence, span):
        return Referent("other", "a quotation")
    words = _words(draft, sentence)
    first = bisect_left([word.start for word in words], span.start)
    last = bisect_left([word.start for word in words], span.end) - 1
    context = _Context(draft.text, words, first, max(first, last))
    found = context.head() or context.governor() or context.subject()
    if found is not None:
        return found
    section = draft.section_at(span.start)
    name = label(section.kind) if section else "other"
    kind = _SECTIONS.get(name)
    if kind is not None:
        return Referent(kind, f"the section “{name}”", settled=False)
    return Referent("candidate", "nothing told otherwise", settled=False)


_END = regex(r"[.!?](?=[\s”\"')\]]|$)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bDr\.)(?<!\bSt\.)|;|•")


def sentence_at(draft: Draft, span: Span) -> Span:
    """Return the sentence of its block that a span begins in."""
    block = draft.document.block_at(span.start)
    low, high = block.span if block else (span.start, span.end)
    for end in _END.finditer(draft.text, low, high):
        if end.end() <= span.start:
            low = end.end()
        elif end.start() >= span.end:
            return Span(low, end.end())
    return Span(low, high)


_STATEMENT = regex(
    r"\bequal (?:employment )?opportunit|\bregard(?:less of| to)\b.{0,60}\b(?:race|age|sex|gender|"
    r"religion|colou?r|disabilit|criminal)|discriminat(?:e|es|ion|ing)\b|affirmative action|"
    r"encouraged to apply|\bprotected (?:class|veteran|characteristic|status|by)|"
    r"\bpursuant to\b|\bFair Chance\b|reasonable accommodation",
    re.IGNORECASE,
)


def quoted(text: str, sentence: Span, span: Span) -> bool:
    """Say whether a span stands inside a quotation of more than a few words."""
    for opening, closing in (("“", "”"), ('"', '"')):
        start = text.rfind(opening, sentence.start, span.start)
        end = text.find(closing, span.end, sentence.end)
        inside = text[start + 1 : end] if 0 <= start < end else ""
        if inside.count(" ") >= 5 and not (
            opening == '"' and text.count('"', sentence.start, start) % 2
        ):
            return True
    return False


def _words(draft: Draft, sentence: Span) -> tuple[Word, ...]:
    words = draft.document.words
    starts = _starts(words)
    return words[bisect_left(starts, sentence.start) : bisect_right(starts, sentence.end - 1)]


@cache
def _starts(words: tuple[Word, ...]) -> list[int]:
    return [word.start for word in words]


@cache
def _table(name: str) -> Mapping[str, str]:
    """Phrase in small letters to its kind."""
    groups: Mapping[str, list[str]] = tables.table("referents")[name]
    return {phrase: kind for kind, phrases in groups.items() for phrase in phrases}


# a noun phrase goes no further than these
_STOPS = frozenset(
    regex(r"\w+").findall(
        "who whom which that with of for to in on at by from as is are was were be will would can could "
        "should must may has have had do does did not if when while where because about into "
        "through than within during per then but your our their his her its you we they"
    )
)


@dataclass(frozen=True, slots=True)
class _Context:
    """A phrase, words `first` to `last`, in the words of its sentence."""

    text: str
    words: tuple[Word, ...]
    first: int
    last: int

    def head(self) -> Referent | None:
        """Tell by the noun that the phrase stands before, or ends with."""
        heads = _table("heads")
        found: Referent | None = None
        for at in range(self.last, min(self.last + 5, len(self.words))):
            word = self.words[at]
            if at > self.last and (word.lower in _STOPS or self._broken(at)):
                break
            kind = heads.get(singular(word.lower)) or heads.get(word.lower)
            if kind and at > self.last:
                found = Referent(kind, f"it describes “{self._cut(at)}”")
        return found

    def governor(self) -> Referent | None:
        """Tell by the nearest verb or preposition to the left that governs the phrase."""
        governors = _table("governors")
        for at in range(self.first - 1, max(-1, self.first - 9), -1):
            for length in (3, 2, 1):
                phrase = " ".join(word.lower for word in self.words[at - length + 1 : at + 1])
                kind = governors.get(phrase) if at - length + 1 >= 0 else None
                if kind:
                    return Referent(kind, f"it stands after “{phrase}”")
        return None

    def subject(self) -> Referent | None:
        """Tell by the first word of the sentence that names somebody."""
        subjects = _table("subjects")
        for word in self.words[: self.first]:
            kind = subjects.get(word.lower)
            if kind:
                return Referent(kind, f"the sentence is about “{word.lower}”")
        return None

    def _cut(self, at: int) -> str:
        return self.text[self.words[at].start : self.words[at].end]

    def _broken(self, at: int) -> bool:
        """Say whether more than a blank, a comma or a hyphen stands before a word."""
        gap = self.text[self.words[at - 1].end : self.words[at].start]
        return gap.strip(" ,-–/&") != ""


def known(kinds: tuple[str, ...]) -> None:
    """Raise ValueError, with what to write, for a kind of referent that there is not."""
    for kind in kinds:
        if kind not in KINDS:
            message = f"“referent” must be of {', '.join(KINDS)}, not “{kind}”"
            raise ValueError(message)
