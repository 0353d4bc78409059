"""Tells whom a phrase describes: the person sought, the people served, the employer, or no one.

Only what stands near the phrase is weighed, in the order in which it is trusted: a statement of
equal opportunity, a quotation, a denial, a named person, the noun that the phrase belongs to, what
governs it from the left, the nearest word for somebody, its section.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from jdlint import tables
from jdlint.document import Draft, Word
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.record import Record
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


class Referent(NamedTuple):
    """Whom a phrase describes, and the words or the place that tell so."""

    kind: str  # one of KINDS
    evidence: str
    settled: bool = True  # False: only what stands somewhere near, the section or nothing told


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
    denied = _DENIED.search(draft.text, max(sentence.start, span.start - 80), span.start)
    if denied is not None:
        return Referent("other", f"“{denied['denial']}” before it")
    if context.pronoun:
        found = _named_person(draft, sentence) or context.nearest()
    else:
        found = context.head() or context.governor() or context.group() or context.nearest()
    if found is not None:
        return found
    if context.paired:
        return Referent("candidate", "both sexes are named", settled=False)
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


# “You don't need to be a …”: what is not asked for describes nobody.
_DENIED = regex(
    r"\b(?P<denial>need not|needn['’]t|no need|rather than|instead of|not looking for"
    r"|(?:don['’]t|do not|doesn['’]t|does not|didn['’]t) (?:need|have to|require|expect)"
    r"|not (?:required|necessary|expected))\b(?: [\w'’/-]{1,20}){0,5} ?[“\"‘(]?\Z",
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


_NAMED = regex(
    r"\b(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sister|Father|Rev)\.? (?P<titled>[A-Z][a-z]+)"
    r"|(?<![.!?•] )\b(?P<name>[A-Z][a-z]{2,})(?:,? (?:is|was|has|had|says|talks?|brings|\w{2,}ed)\b|, (?:our|my|the|who)\b)"
)
_BEFORE_TITLE = regex(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Oo]ur|[Yy]our|[Ee]ach|[Ee]very) (?:[A-Z][\w/-]{0,20} ){0,4}\Z"
)


_NOT_NAMES = frozenset(["position", "role", "job", "post", "team", "program", "department"])


def _is_title(word: str, before: str) -> bool:
    """Say whether a capitalised word is, or belongs to, a job title, going by what stands before."""
    heads = tables.table("titles")["heads"].split()
    lower = word.lower()
    if not before or lower in _NOT_NAMES or _table("heads").get(lower) or lower in heads:
        return True
    if before.rpartition(" ")[0].rpartition(" ")[2].lower() in heads:
        return False  # our Nursing Assistant Amanda
    return bool(_BEFORE_TITLE.search(before))


def _named_person(draft: Draft, sentence: Span) -> Referent | None:
    """Tell that a pronoun may stand for a person whose name the sentence or the one before gives.

    A capitalised word with a verb behind it is a name unless it is, or belongs to, a job title.
    """
    block = draft.document.block_at(sentence.start)
    low = max(block.span.start if block else sentence.start, sentence.start - 200)
    text = draft.text[low : sentence.end]
    for found in _NAMED.finditer(text):
        name = found["titled"] or found["name"]
        if found["titled"] is None and _is_title(name, text[: found.start()]):
            continue
        return Referent("other", f"a named person, “{name}”")
    return None


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

_OWNERS = frozenset(
    regex(r"\w+").findall("our your the a an their its his her this these all every")
)
_PREPOSITIONS = frozenset(
    regex(r"\w+").findall(
        "for with to at in on by from join joining into within across among about"
    )
)


_SPOKEN_TO = frozenset(["you", "your", "you'll", "you're", "you've", "they"])


def _plural(word: str) -> bool:
    word = word.removesuffix("'s")
    return word != singular(word) or word in ("children", "people", "men", "women")


_PRONOUNS = frozenset(regex(r"\w+").findall("he she his her hers him himself herself s"))


class _Context(Record):
    """A phrase, words `first` to `last`, in the words of its sentence."""

    text: str
    words: tuple[Word, ...]
    first: int
    last: int

    @property
    def pronoun(self) -> bool:
        return bool({self.words[at].lower for at in (self.first, self.last)} & _PRONOUNS)

    def group(self) -> Referent | None:
        """Tell by the phrase itself where it is a plural noun for people: females, inmates."""
        last = self.words[self.last].lower
        kind = _table("heads").get(singular(last))
        if kind in ("client", "anyone") and last.endswith(("s", "men", "people")):
            return Referent("client", f"“{self._cut(self.last)}” are people served", settled=False)
        return None

    @property
    def paired(self) -> bool:
        """Say whether the phrase is “he or she” or its like."""
        ends = [self.words[at].lower for at in (self.first, self.last)]
        return self.first < self.last and all(word in _PRONOUNS for word in ends)

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
        """Tell by the nearest word to the left that names somebody.

        Who stands after a preposition (“to join our team”) tells only where nobody else does. “He”
        and “she” stand for one person who is neither spoken to nor speaking.
        """
        subjects, heads = _table("subjects"), _table("heads")
        beside: Referent | None = None
        for at in range(self.first - 1, -1, -1):
            word = self.words[at].lower
            kind = subjects.get(word) or heads.get(singular(word))
            if kind not in ("candidate", "client", "employer"):
                continue
            if self.pronoun and (kind == "employer" or word in _SPOKEN_TO or _plural(word)):
                continue
            found = Referent(kind, f"the words before it are about “{word}”", settled=False)
            if word not in _OWNERS and not self._after_preposition(at):
                return found
            beside = beside or found
        return beside

    def _after_preposition(self, at: int) -> bool:
        """Say whether a preposition stands before a noun, with at most two words between them."""
        for before in range(at - 1, max(-1, at - 4), -1):
            word = self.words[before].lower
            if word in _PREPOSITIONS:
                return True
            if before < at - 1 and word not in _OWNERS:
                return False
        return False

    def _cut(self, at: int) -> str:
        return self.text[self.words[at].start : self.words[at].end]


def known(kinds: tuple[str, ...]) -> None:
    """Raise ValueError, with what to write, for a kind of referent that there is not."""
    for kind in kinds:
        if kind not in KINDS:
            message = f"“referent” must be of {', '.join(KINDS)}, not “{kind}”"
            raise ValueError(message)
