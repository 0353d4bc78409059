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
from typing import TYPE_CHECKING

from jdlint import tables
from jdlint.document import Draft, Word
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.text import Span
from jdlint.vocabulary import singular

if TYPE_CHECKING:
    from jdlint.syntax import Token

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
    settled: bool = True  # False: only what stands somewhere near, the section or nothing told
    parsed: bool = False  # the sentence had to be parsed


def referent(draft: Draft, span: Span) -> Referent:
    """Tell whom the words of `span` describe."""
    sentence = sentence_at(draft, span)
    text = draft.document.cut(sentence)
    if _STATEMENT.search(text):
        return Referent("other", "a statement of equal opportunity or law")
    if quoted(draft.text, sentence, span):
        return Referent("other", "a quotation")
    words = _words(draft, sentence)
    first = bisect_left(words, span.start, key=lambda word: word.end - 1)
    last = max(first, bisect_left(words, span.end, key=lambda word: word.start) - 1)
    context = _Context(draft.text, words, first, last)
    if context.pronoun:
        found = context.nearest()
    else:
        found = (
            context.head() or context.governor() or context.parsed(sentence) or context.nearest()
        )
    if found is not None:
        return found
    if context.group:
        return Referent("client", f"“{draft.document.cut(span)}” are people served", settled=False)
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
    r"\bpursuant to\b|\bFair Chance\b|\bencourage .{0,200} to apply\b|"
    r"\bof any (?:race|gender|age|sex|religion)\b",
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


_PRONOUNS = frozenset(regex(r"\w+").findall("he she his her hers him himself herself s"))


@dataclass(frozen=True, slots=True)
class _Context:
    """A phrase, words `first` to `last`, in the words of its sentence."""

    text: str
    words: tuple[Word, ...]
    first: int
    last: int

    @property
    def pronoun(self) -> bool:
        return self.words[self.last].lower in _PRONOUNS

    @property
    def group(self) -> bool:
        """Say whether the phrase is itself a plural noun for people: females, inmates."""
        last = self.words[self.last].lower
        kind = _table("heads").get(singular(last))
        return kind in ("client", "anyone") and last.endswith(("s", "men", "people"))

    def head(self) -> Referent | None:
        """Tell by the noun that the phrase stands before."""
        heads = _table("heads")
        found: Referent | None = None
        for at in range(self.last + 1, min(self.last + 6, len(self.words))):
            word = self.words[at]
            gap = self.text[self.words[at - 1].end : word.start]
            if word.lower in _STOPS or gap.strip(" ,-–/&"):
                break
            parted = gap not in (" ", "-") or word.lower in ("and", "or")
            if parted and found is not None:
                break
            kind = heads.get(singular(word.lower)) or heads.get(word.lower)
            if kind == "anyone":
                governed = self.governor()
                return governed or Referent(
                    "client", f"it describes “{self._cut(at)}”", settled=False
                )
            if kind:
                found = Referent(kind, f"it describes “{self._cut(at)}”")
        return found

    def governor(self) -> Referent | None:
        """Tell by the nearest verb or preposition to the left that governs the phrase."""
        governors, subjects = _table("governors"), _table("subjects")
        for at in range(self.first - 1, max(-1, self.first - 8), -1):
            if self.text[self.words[at].end : self.words[at + 1].start].strip(" ,-–/&’'\"“*"):
                break
            for length in (3, 2, 1):
                phrase = " ".join(word.lower for word in self.words[at - length + 1 : at + 1])
                kind = governors.get(phrase) if at - length + 1 >= 0 else None
                if kind:
                    return Referent(kind, f"it stands after “{phrase}”")
            if self.words[at].lower in subjects:
                break
        return None

    def nearest(self) -> Referent | None:
        """Tell by the nearest word to the left that names somebody."""
        subjects, heads = _table("subjects"), _table("heads")
        for word in reversed(self.words[: self.first]):
            kind = subjects.get(word.lower) or heads.get(singular(word.lower))
            if kind in ("candidate", "client", "employer"):
                return Referent(
                    kind, f"the words before it are about “{word.lower}”", settled=False
                )
        return None

    def parsed(self, sentence: Span) -> Referent | None:
        """Tell by the grammar of the sentence: what the phrase modifies, and whose it is."""
        from jdlint.syntax import parse

        tokens = parse(self.text[sentence.start : sentence.end])
        low = self.words[self.first].start - sentence.start
        high = self.words[self.last].end - sentence.start
        inside = [at for at, token in enumerate(tokens) if low <= token.start < high]
        outermost = [at for at in inside if tokens[at].head not in inside or tokens[at].head == at]
        return _climb(tokens, outermost[0]) if outermost else None

    def _cut(self, at: int) -> str:
        return self.text[self.words[at].start : self.words[at].end]


_PARTS = frozenset(
    ["amod", "compound", "nmod", "nummod", "conj", "appos", "relcl", "acl", "quantmod"]
)


def _climb(tokens: tuple[Token, ...], at: int) -> Referent | None:
    """Go up from a token to the nearest noun or verb that tells whom it is about."""
    for _ in range(8):
        token = tokens[at]
        above = tokens[token.head]
        if token.head == at:
            return _instruction(tokens, at)
        if token.relation == "pobj":
            verb = tokens[above.head]
            phrase = f"{verb.lower} {above.lower}"
            kind = _table("governors").get(phrase)
            if kind:
                return Referent(kind, f"by its grammar it depends on “{phrase}”", parsed=True)
            at = above.head
        else:
            if token.relation == "dobj" and above.lower in _table("governors"):
                kind = _table("governors")[above.lower]
                return Referent(kind, f"by its grammar it depends on “{above.lower}”", parsed=True)
            at = token.head
        found = _somebody(tokens[at].lower)
        if found is None and token.relation not in _PARTS:
            found = _subject(tokens, at)
        if found is not None:
            return found
    return None


def _subject(tokens: tuple[Token, ...], verb: int) -> Referent | None:
    """Tell by the subject of a verb."""
    for token in tokens:
        if token.head == verb and token.relation in ("nsubj", "nsubjpass"):
            return _somebody(token.lower)
    return None


def _somebody(word: str) -> Referent | None:
    kind = _table("subjects").get(word) or _table("heads").get(singular(word))
    if kind not in ("candidate", "client", "employer"):
        return None
    return Referent(kind, f"by its grammar it is about “{word}”", parsed=True)


def _instruction(tokens: tuple[Token, ...], root: int) -> Referent | None:
    """Tell by the root of a sentence: its subject, or none at all, as in a list of duties."""
    subjects = [t for t in tokens if t.head == root and t.relation in ("nsubj", "nsubjpass")]
    if subjects:
        return _somebody(subjects[0].lower)
    return None


def known(kinds: tuple[str, ...]) -> None:
    """Raise ValueError, with what to write, for a kind of referent that there is not."""
    for kind in kinds:
        if kind not in KINDS:
            message = f"“referent” must be of {', '.join(KINDS)}, not “{kind}”"
            raise ValueError(message)
