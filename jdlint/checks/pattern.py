"""Finds what regular expressions describe, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import ClassVar

from jdlint.checks import Hit
from jdlint.checks.scope import as_written, excused, in_sections, near
from jdlint.document import Block, Document, Draft
from jdlint.facts.modality import setting
from jdlint.patterns import regex
from jdlint.record import Record
from jdlint.referents import known, referent
from jdlint.text import Span


class Pattern(Record):
    """Regular expressions, run only in blocks in which one of the `literals` stands.

    A literal is a word in small letters, or a run of signs.

    `swap` maps an expression to what to write instead, where that differs between expressions; of
    two that match at one place, the first listed wins. A group named `at` narrows what is reported;
    `referent` keeps to words that describe one of those it names. An expression of
    `unless_sentence` in the same sentence, a phrase of `unless_near` in the same block or
    section, or one of `unless_anywhere` in the draft excuses a match. With
    `at_least`, fewer matches in a draft than that are none. Unbounded repeats inside repeats are refused, so that no pattern can
    hang a run.
    """

    patterns: tuple[str, ...] = ()
    swap: Mapping[str, list[str]] = MappingProxyType({})
    literals: tuple[str, ...] = ()
    suggest: tuple[str, ...] = ()
    case: bool = False
    unless_within: tuple[str, ...] = ()
    unless_sentence: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    unless_anywhere: tuple[str, ...] = ()
    unless_in: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    referent: tuple[str, ...] = ()
    terms_of_art: bool = False
    at_least: int = 1

    excusable: ClassVar[bool] = True

    def validate(self) -> None:
        """Raise ValueError, with what to write, for a pattern that is none or that can hang."""
        known(self.referent)
        if not self.patterns and not self.swap:
            message = "a check of kind “pattern” needs “patterns” or “swap”"
            raise ValueError(message)
        for pattern in (*self.swap, *self.patterns, *self.unless_sentence):
            try:
                regex(pattern)
            except re.error as error:
                message = f"“{pattern}” is not a regular expression: {error}"
                raise ValueError(message) from None
            if _can_hang(pattern):
                message = f"“{pattern}” repeats without limit inside a repeat; bound it: {{0,20}}"
                raise ValueError(message)

    @cached_property
    def compiled(self) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
        flags = re.MULTILINE if self.case else re.MULTILINE | re.IGNORECASE
        listed = [(pattern, tuple(instead)) for pattern, instead in self.swap.items()]
        listed += [(pattern, self.suggest) for pattern in self.patterns]
        return tuple((regex(pattern, flags), instead) for pattern, instead in listed)

    def _places(self, document: Document) -> Sequence[Block]:
        """Return the blocks to look at: those that hold one of the literals, if there are any."""
        if not self.literals:
            return document.blocks
        index, words = document.index, document.words
        starts = {words[at].start for word in self.literals for at in index.get(word, ())}
        for sign in self.literals:
            if not sign[0].isalnum() and sign in document.text:
                starts.update(
                    found.start() for found in re.finditer(re.escape(sign), document.text)
                )
        found = {document.block_at(start) for start in starts}
        return sorted((b for b in found if b is not None), key=lambda block: block.span.start)

    def _excused(self, draft: Draft, span: Span) -> bool:
        around = setting(draft, span).sentence
        return any(
            pattern.search(draft.text, around.start, around.end)
            for pattern in (regex(text, re.IGNORECASE) for text in self.unless_sentence)
        )

    def find(self, draft: Draft) -> Iterator[Hit]:
        """Yield a hit for each match, first come first served where matches overlap."""
        if self.at_least <= 1:
            yield from self._find(draft)
            return
        hits = tuple(self._find(draft))
        if len(hits) >= self.at_least:
            yield from hits

    def _find(self, draft: Draft) -> Iterator[Hit]:
        document = draft.document
        blocks = self._places(document)
        if not blocks:
            return  # most drafts end here, before an expression is compiled
        patterns = self.compiled
        if not self.literals:  # a match in a block is a match in the text
            patterns = tuple(found for found in patterns if found[0].search(document.text))
        if not patterns:
            return
        excuses: tuple[Span, ...] | None = None
        for block in blocks:
            if self.blocks and block.kind not in self.blocks:
                continue
            taken = -1
            matches = sorted(
                (
                    (m, instead)
                    for p, instead in patterns
                    for m in p.finditer(document.text, *block.span)
                ),
                key=lambda found: found[0].start(),
            )
            for match, suggest in matches:
                narrowed = "at" in match.re.groupindex and match["at"] is not None
                span = Span(*(match.span("at") if narrowed else match.span()))
                if span.start < taken or span.start >= span.end:
                    continue
                taken = span.end
                if excuses is None:
                    excuses = excused(document, self.unless_within)
                if any(excuse.contains(span) for excuse in excuses):
                    continue
                if not in_sections(draft, span, only=self.only_in, unless=self.unless_in):
                    continue
                if near(draft, span, self.unless_near) or excused(document, self.unless_anywhere):
                    continue
                if self.unless_sentence and self._excused(draft, span):
                    continue
                who = referent(draft, span) if self.referent else None
                if who is None or who.kind in self.referent:
                    found = document.cut(span)
                    instead = tuple(as_written(match.expand(text), found) for text in suggest)
                    yield Hit(span, {"match": found}, instead, who)


def _can_hang(pattern: str) -> bool:
    """Say whether an unbounded (or very long) repeat stands inside a repeat."""
    from re import _parser  # type: ignore[attr-defined]

    def nested(items: object, *, inside: bool) -> bool:
        for item in items:  # type: ignore[attr-defined]
            operation, value = str(item[0]), item[1]
            if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
                _, most, inner = value
                long = int(most) > 100
                if inside and long:
                    return True
                if nested(inner, inside=inside or long):
                    return True
            elif operation == "SUBPATTERN":
                if nested(value[-1], inside=inside):
                    return True
            elif operation == "BRANCH":
                if any(nested(branch, inside=inside) for branch in value[1]):
                    return True
            elif operation in ("ASSERT", "ASSERT_NOT"):
                if nested(value[1], inside=inside):
                    return True
            elif operation == "ATOMIC_GROUP" and nested(value, inside=inside):
                return True
        return False

    return nested(_parser.parse(pattern), inside=False)
