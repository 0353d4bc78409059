"""Finds what a template leaves for its user to fill in and nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jdlint.document import Block, Document, Draft, Fact
from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span

_BRACKETS = regex(
    r"\$?\{\{?(?P<curly>[^{}\n]{1,80})\}\}?"
    r"|(?<!\w)(?:\[\[(?P<square>[^\[\]\n]{1,80})\]\]|\[(?P<single>[^\[\]\n]{1,80})\])(?!\()"
    r"|<<?(?P<angle>[^<>\n]{2,80})>>?"
    r"|«(?P<quoted>[^«»\n]{2,80})»"
    r"|%(?P<percent>[A-Z][A-Z_]{2,30})%"
)
_OPENERS = frozenset("[{<«%")
_DOUBLED = ("{{", "${", "[[")
_PARTS = regex(r"[A-Z]?[a-z']+|[A-Z]+(?![a-z])|#+")
_CROSSES = regex(r"\$?\s?[Xx#]+(?:[,.\-/\s][Xx#]+)*\+?%?(?:\s\w+)?")

# What an applicant is told to write may stand in brackets: subject line “[last name], RN”.
_TOLD = regex(
    r"\b(?:subject|file ?name|(?:name|save|label|title|call) (?:the|your|it|them|this))\b[^.\n]{0,60}$",
    re.IGNORECASE,
)

_TOLD_AFTER = regex(r"[^.\n]{0,40}\b(?:in|as) the (?:subject|file ?name|title)\b")

# A line to write on, also in pieces (___/___/_____), after a label, a currency or a preposition.
_BLANK = regex(
    r"(?:(?<=: )|(?<=:)|(?<=\$)|(?<=\$ )|\b(?:at|on|by|of|to|for|is|from|in|per) )"
    r"(?P<line>_{3,}(?:\s?[/.,-]\s?_{2,}){0,4})(?!\w)"
)
_SIGNED = regex(
    r"\b(?:sign(?:ature|ed)?|print(?:ed)?|name|date|initials?|witness|employee|approved|acknowledged"
    r"|reviewed|prepared|revised)(?: by| on| name)?\W{0,5}$",
    re.IGNORECASE,
)

_UNDECIDED = regex(
    r"(?:t\.?b\.?[dac]\b\.?|to be (?:determined|decided|announced|confirmed|advised)\b)",
    re.IGNORECASE,
)
_LABELLED = regex(r"(?P<label>[A-Za-z][A-Za-z /&-]{1,30}?)\s?:\s?(?P<value>.*)")


def placeholder(draft: Draft) -> tuple[Fact, ...]:
    """Return each unfilled place, with its kind as value.

    `field`: a bracket that names what belongs there; `blank`: a line of underscores; `undecided`:
    “TBD” where the reader is owed an answer; `empty`: a label with nothing after it.
    """
    document = draft.document
    found = [*_fields(document), *_blanks(document), *_labelled(document)]
    return tuple(sorted(found, key=lambda fact: fact.span or Span(0, 0)))


def _fields(document: Document) -> Iterator[Fact]:
    if not _OPENERS.intersection(document.text):
        return
    for match in _BRACKETS.finditer(document.text):
        inside = match[match.lastgroup or 0]
        if _TOLD.search(document.text, max(0, match.start() - 100), match.start()):
            continue
        if _TOLD_AFTER.match(document.text, match.end()):
            continue
        doubled = match.group().startswith(_DOUBLED) or match.lastgroup == "percent"
        if _is_undecided(inside):
            yield Fact(value="undecided", span=Span(*match.span()))
        elif not re.search(r"[\":]", inside) and (doubled or _names_a_value(inside)):
            yield Fact(value="field", span=Span(*match.span()))


def _is_undecided(inside: str) -> bool:
    return bool(_UNDECIDED.fullmatch(inside.strip()))


def _names_a_value(inside: str) -> bool:
    """Say whether the words in a bracket name what belongs there or tell to write it."""
    lists = _lists()
    words = [part.lower().removesuffix("'s") for part in _PARTS.findall(inside)]
    if not words or len(words) > 14:
        return False
    if words[0] in lists.verbs:
        return len(words) > 1
    if _CROSSES.fullmatch(inside.strip()):
        return len(inside.strip()) > 1 or inside == "#"
    known = lists.nouns | lists.helpers
    digits = any(character.isdigit() for character in inside)
    return not digits and all(w in known for w in words) and any(w in lists.nouns for w in words)


def _blanks(document: Document) -> Iterator[Fact]:
    if "___" not in document.text:
        return
    for match in _BLANK.finditer(document.text):
        start = match.start("line")
        if not _SIGNED.search(
            document.text, max(0, start - 25, document.text.rfind("\n", 0, start)), start
        ):
            yield Fact(value="blank", span=Span(*match.span("line")))


def _labelled(document: Document) -> Iterator[Fact]:
    lines = [_line(document, block) for block in document.blocks]
    for number, line in enumerate(lines):
        if line is None or not line.topic:
            continue
        block = document.blocks[number]
        owed = line.topic in _lists().owed
        if line.value:
            if owed and _UNDECIDED.match(line.value):
                end = block.span.end
                yield Fact(value="undecided", span=Span(end - len(line.value), end))
        elif block.kind != "heading":
            after = _after(document, number)
            other = lines[number + 1] if after else None
            if after is None or (other and other.topic not in ("", line.topic)):
                if _stands_in_a_form(document, lines, number):
                    yield Fact(value="empty", span=block.span)
            elif owed and _UNDECIDED.match(document.cut(after.span)):
                yield Fact(value="undecided", span=after.span)


class _Line(NamedTuple):
    topic: str  # what the label speaks of, if it is a known one
    value: str


def _line(document: Document, block: Block) -> _Line | None:
    """Return a line such as “Salary: …” in its two parts."""
    if block.span.end - block.span.start > 200:
        return None
    match = _LABELLED.fullmatch(document.cut(block.span))
    if match is None:
        return None
    return _Line(_lists().labels.get(match["label"].lower().strip(), ""), match["value"].strip())


def _after(document: Document, number: int) -> Block | None:
    """Return the block that could be the value of the label in block `number`."""
    if number + 1 >= len(document.blocks):
        return None
    here, after = document.blocks[number], document.blocks[number + 1]
    if after.kind == "heading" or (after.kind == here.kind == "cell" and after.level <= here.level):
        return None
    return after


def _stands_in_a_form(document: Document, lines: list[_Line | None], number: int) -> bool:
    """Say whether the lines around are labels with their values, each on one line.

    A label alone is a heading, and labels read one after the other may have their values after
    the last.
    """
    before = lines[number - 1] if number else None
    if before is None and number and document.blocks[number - 1].kind != "heading":
        return False
    if before is not None and not before.topic:
        return False
    last = number
    while last + 1 < len(lines) and (line := lines[last + 1]) is not None and not line.value:
        last += 1
    return last == number or last + 1 == len(lines) or lines[last + 1] is not None


class _Lists(NamedTuple):
    nouns: frozenset[str]
    helpers: frozenset[str]
    verbs: frozenset[str]
    labels: dict[str, str]  # label to what it speaks of
    owed: frozenset[str]


@cache
def _lists() -> _Lists:
    data = table("placeholders")
    return _Lists(
        frozenset(data["nouns"].split()),
        frozenset(data["helpers"].split()),
        frozenset(data["verbs"].split()),
        {label: topic for topic, labels in data["labels"].items() for label in labels},
        frozenset(data["owed"]),
    )
