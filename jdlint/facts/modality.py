"""Tells in what way a draft states something: required, preferred, one of several, offered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from jdlint.document import Draft, Modality
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.text import Span

# sections (as outline.label names them) that say what the person sought must have or bring
WANTED = frozenset(
    ("qualifications", "preferred-qualifications", "licensure", "education", "experience", "skills")
)
_ANSWER = 80  # characters; an answer to choose in a form is no longer
_REACH = 600  # characters on either side in which the ends of a sentence are looked for

_END = regex(
    r"(?:[.!?][)\"”’]?|;) (?=[^\Wa-z]|[(“\"•*\d-])|(?<=[a-z)])[.](?=[A-Z][a-z])| [•●▪■◦*] ?|(?<=\w) - (?=[A-Z][a-z])"
)
_SHORT = regex(r"(?:\b(?:e\.g|i\.e|dr|mr|ms|mrs|st|no|vs|inc|u\.s|approx|min|ed)|\b[a-z])\.\Z")

_AFTER = regex(  # words that follow what they speak of
    r"(?P<excluded>\b(?:is|are|not be) not (?:required|necessary|needed)|(?<!but )\bnot (?:required|necessary))"
    r"|(?P<preferred>\b(?:preferred|desired|desirable|desireable|optional|advantageous|beneficial|favou?red|helpful"
    r"|(?:a|an|considered an?|is|strong|big|huge|added|definite|great|major) (?:strong |big |huge |added |definite )?(?:plus|asset|advantage|bonus)"
    r"|(?:nice|good)[- ]to[- ]have|encouraged|preferable|highly regarded|valued|ideal|welcomed?|preference)\b)"
    r"|(?P<required>\b(?:required|mandatory|necessary|needed|essential|a must|must|minimum|prerequisite)\b)",
    re.IGNORECASE,
)
_ANOTHER = regex(  # what begins another demand, of which the words behind it speak
    r"; (?:previous|prior|additional|further) ", re.IGNORECASE
)
_BEFORE = regex(  # words that stand before what they speak of
    r"(?P<excluded>\b(?:no|without an?) (?:\w+ ){0,2}\Z|\b(?:do not|don't|don’t) (?:\w+ ){0,2}(?:require|need|have)\b)"
    r"|(?P<preferred>\b(?:preferably|prefer|prefers|ideally|preferred|desired|desirable|optional|(?:nice|good)[- ]to[- ]have|bonus|preference|plus)\b)"
    r"|(?P<required>\b(?:must|requires?|required|minimum|minimally|need|needs|mandatory|at least|hold|possess|essential|have to|shall)\b)",
    re.IGNORECASE,
)
_LINK = regex(r"[^.;!?:\n]{0,70}\Z")
_CHOICE = regex(r"\bor\b|/|\beither\b", re.IGNORECASE)
_ANY_OF = regex(
    r"\b(?:one|any|either|at least one) (?:or more )?of (?:the following|these|the below)",
    re.IGNORECASE,
)
_PREFERRED_LABEL = regex(
    r"\b(?:preferred|desired|desirable|(?:nice|good)[- ]to[- ]haves?|bonus|pluses|plus(?:es)?|preferences?|ideally|optional|assets)\b",
    re.IGNORECASE,
)


_QUESTION = regex(
    r"\b(?:highest|do you (?:have|possess|hold|currently)|have you|how (?:many|much|long)|which of|select|are you|indicate|describe|check|choose|what (?:is|was) your)\b",
    re.IGNORECASE,
)


class Setting(NamedTuple):
    """Where a mention stands: its block, its sentence, the label of its section."""

    block: Span
    sentence: Span
    section: str

    def cut(self, text: str, span: Span) -> str:
        """Return the words of `span`, as far as they stand in the sentence."""
        return text[span.start : min(self.sentence.end, span.end)]

    def before(self, text: str, start: int, reach: int) -> str:
        """Return up to `reach` characters of the sentence before `start`."""
        return text[max(self.sentence.start, start - reach) : start]

    def after(self, text: str, end: int, reach: int) -> str:
        """Return up to `reach` characters of the sentence from `end`."""
        return text[end : min(self.sentence.end, end + reach)]


def setting(draft: Draft, span: Span) -> Setting:
    """Return where `span` stands; the section is "" where the outline tells none."""
    document = draft.document
    block = document.block_at(span.start)
    around = block.span if block else Span(0, len(document.text))
    section = draft.section_at(span.start)
    kind = label(section.kind) if section else ""
    return Setting(around, sentence(document.text, span, around), kind)


def sentence(text: str, span: Span, block: Span) -> Span:
    """Return the sentence, or the point of an unbroken list, that holds `span` inside `block`."""
    low = max(block.start, span.start - _REACH)
    high = min(block.end, span.end + _REACH)
    start, end = low, high
    for found in _ends(text, low, span.start):
        start = found.end()
    for found in _ends(text, span.end, high):
        end = found.start() + 1
        break
    return Span(start, end)


def _ends(text: str, low: int, high: int) -> Iterator[re.Match[str]]:
    for found in _END.finditer(text, low, high):
        dot = text[found.start()] == "."
        if dot and _SHORT.search(text[max(low, found.start() - 6) : found.start() + 1].lower()):
            continue
        yield found


def modalities(draft: Draft, spans: Sequence[Span], stated: Modality) -> tuple[Modality, ...]:
    """Return the modality of each mention of one family; `spans` are sorted and do not overlap.

    `stated` is returned where neither words nor section tell.
    """
    text = draft.document.text
    settings = [setting(draft, span) for span in spans]
    found: list[Modality | None] = []
    for at, (span, where) in enumerate(zip(spans, settings, strict=True)):
        above = spans[at - 1].end if at and spans[at - 1].end > where.sentence.start else None
        low = above if above is not None else where.sentence.start
        high = where.sentence.end
        if at + 1 < len(spans):
            high = min(high, spans[at + 1].start)
        found.append(_by_words(text[low : span.start], text[span.end : high]))
    _share(text, spans, settings, found)
    known = [
        mode if mode is not None else _by_place(draft, where, stated)
        for mode, where in zip(found, settings, strict=True)
    ]
    return tuple(_alternatives(draft, spans, settings, known))


def _by_words(before: str, after: str) -> Modality | None:
    follows = _AFTER.search(after[:160])
    if follows and not _ANOTHER.search(after[: follows.start()]):
        return Modality(str(follows.lastgroup))
    spoken = [str(found.lastgroup) for found in _BEFORE.finditer(before[-120:])]
    return Modality(spoken[-1]) if spoken else None


def _linked(text: str, left: Span, right: Span, where: Setting) -> bool:
    """Say whether two mentions are members of one enumeration."""
    return right.start <= where.sentence.end and bool(_LINK.match(text[left.end : right.start]))


def _share(
    text: str, spans: Sequence[Span], settings: Sequence[Setting], found: list[Modality | None]
) -> None:
    """Give members of an enumeration that no word speaks of the modality of their neighbour."""
    for at in range(len(spans) - 2, -1, -1):
        if found[at] is None and _linked(text, spans[at], spans[at + 1], settings[at]):
            found[at] = found[at + 1]
    for at in range(1, len(spans)):
        if found[at] is None and _linked(text, spans[at - 1], spans[at], settings[at - 1]):
            found[at] = found[at - 1]


def _by_place(draft: Draft, where: Setting, stated: Modality) -> Modality:
    if where.section == "preferred-qualifications":
        return Modality.PREFERRED
    if where.section in ("benefits", "compensation"):
        return Modality.OFFERED
    if _PREFERRED_LABEL.search(_introduction(draft, where)):
        return Modality.PREFERRED
    return Modality.REQUIRED if where.section in WANTED else stated


def _introduction(draft: Draft, where: Setting) -> str:
    """Return the short line that opens the list in which a mention stands, if one does."""
    document = draft.document
    at = document.block_at(where.block.start)
    if at is None or at.kind != "item":
        return ""
    blocks = document.blocks_in(Span(max(0, where.block.start - 2_000), where.block.start))
    for block in reversed(blocks):
        if block.kind != "item":
            words = document.cut(block.span)
            return words if len(words) <= 120 else ""
    return ""


def answers(draft: Draft, where: Setting) -> bool:
    """Say whether a block is one of the answers offered to a question of an application form."""
    document = draft.document
    blocks = document.blocks_in(Span(max(0, where.block.start - 400), where.block.start))
    for block in reversed(blocks):
        words = document.cut(block.span).rstrip()
        if words.endswith("?"):
            return bool(_QUESTION.search(words))
        if block.span.end - block.span.start > _ANSWER:
            return False
    return False


def _alternatives(
    draft: Draft,
    spans: Sequence[Span],
    settings: Sequence[Setting],
    known: list[Modality],
) -> Iterator[Modality]:
    """Turn required members of an enumeration with “or” into alternatives."""
    text = draft.document.text
    chains: list[list[int]] = [[0]] if spans else []
    for at, (left, right) in enumerate(pairwise(spans)):
        if _linked(text, left, right, settings[at]):
            chains[-1].append(at + 1)
        else:
            chains.append([at + 1])
    for chain in chains:
        gaps = (text[spans[a].end : spans[b].start] for a, b in pairwise(chain))
        choice = any(_CHOICE.search(gap) for gap in gaps)
        choice = choice or bool(_ANY_OF.search(_introduction(draft, settings[chain[0]])))
        for at in chain:
            mode = known[at]
            if choice and mode in (Modality.REQUIRED, Modality.STATED):
                mode = Modality.ALTERNATIVE
            yield mode
