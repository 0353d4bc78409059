"""Reads what stands in a title line beside the title: codes, pay, shouting, grades."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.document import Draft, Fact
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.text import Span

_NO_TITLE_LINES = ("responsibilities", "qualifications", "benefits", "how-to-apply")
LONGEST = 80  # characters; what phones and lists of results show whole is shorter
_LINE = 200  # characters; a longer block is no title line

_CODE = regex(
    r"\b(?:req(?:uisition)?|job|ref(?:erence)?|posting|position|vacancy)[ .:#-]{0,3}(?:id|no|number|code)?"
    r"[ .:#-]{1,3}[A-Z]{0,3}-?\d{3,}\b|#\s?[A-Z]{0,3}\d{3,}\b|\b[A-Z]{1,4}-?\d{5,}\b|[([]\d{4,}[)\]]|"
    r"(?<![\d$,.])(?<![A-Z]{2} )\b\d{5,}\b(?![,.]\d)",
    2,
)
_SELLING = regex(
    r"!|\$ ?\d|\bsign[- ]?on\b|\bbonus\b|\burgent(?:ly|:| hire| need| requirement)|\bapply now\b|"
    r"\b(?:now|are|we're|is|urgently|immediately) hiring\b|\bhiring (?:now|immediately|event)\b|"
    r"\bimmediate(?:ly)? (?:start|hire|opening|need)\w*|\bwanted\b|\bgreat (?:pay|benefits)\b",
    2,
)
_GRADE = regex(
    r"\b(?:pay )?(?:grade|salary band|pay band|job class|class code) ?:?-? ?\d+[a-z]?\b|"
    r"\b(?:IC|L|T|P|M|G)\d\b|(?<![\w.])[01]?\.\d{1,2} ?FTE\b|\bFTE\b|\bPCN\b|\bevergreen\b|\bbackfill\b",
    2,
)
_WORDS = regex(r"[^\W\d_]+")
# licences and certificates whose letters alone make no title; after the tables of credentials
_LETTERS = frozenset(
    regex(r"\w+").findall(
        "RN LPN LVN CNA LCSW LICSW LISW LMSW LSW MSW LMHC LPC LPCC LCPC LCMHC LMFT MFT PMHNP FNP NP APRN "
        "CRNA CNM BCBA RBT LAC LADC CADC PT OT PTA OTA COTA SLP PA HHA BSN or and"
    )
)
_SENTENCE = regex(r"[.?] |[.:]$|: ")


class TitleForm(Fact):
    """One thing about the title line; `value` is long, code, selling, grade, capitals or letters.

    `text` is what was found, `line` the whole title line as written, `size` its characters.
    """

    text: str
    line: str
    size: int


def title_form(draft: Draft) -> tuple[TitleForm, ...]:
    """Return what a reader of the title line would stumble over, each kind once."""
    facts = draft.facts["title"]
    if not facts or _late(draft, facts[0].span):
        return ()
    line, start, whole = _line(draft, facts[0])
    plain = draft.document.source.format == "plain"
    return tuple(
        TitleForm(
            value=kind,
            span=None if start is None else Span(start + found.start, start + found.end),
            text=line[found.start : found.end],
            line=line,
            size=len(line),
        )
        for kind, found in _forms(line, whole=whole)
        if not (plain and kind == "capitals")  # in plain text they are how a heading is set
    )


def _late(draft: Draft, span: Span | None) -> bool:
    """Say whether a title stands so far down that its line is a duty or a person to write to."""
    section = None if span is None else draft.section_at(span.start)
    return section is not None and label(section.kind) in _NO_TITLE_LINES


def _line(draft: Draft, title: Fact) -> tuple[str, int | None, bool]:
    """Return the title line, where it begins, and whether it is a line of its own."""
    if title.span is None:
        return title.value, None, True
    block = draft.document.block_at(title.span.start)
    if block is not None and block.kind in ("heading", "paragraph", "cell"):
        words = draft.document.cut(block.span)
        begins = title.span.start - block.span.start <= 3
        if begins and len(words) <= _LINE and not _SENTENCE.search(words):
            return words.rstrip(), block.span.start, True
    return draft.document.cut(title.span), title.span.start, False


def _forms(line: str, *, whole: bool) -> Iterator[tuple[str, Span]]:
    if whole and len(line) > LONGEST and "://" not in line:
        yield "long", Span(0, len(line))
    for kind, pattern in (("code", _CODE), ("selling", _SELLING), ("grade", _GRADE)):
        found = pattern.search(line)
        if found and whole:
            yield kind, Span(*found.span())
    words = _WORDS.findall(line)
    if line.isupper() and sum(len(word) > 4 for word in words) >= 2:
        yield "capitals", Span(0, len(line))
    if whole and words and all(word in _LETTERS for word in words):
        yield "letters", Span(0, len(line))
