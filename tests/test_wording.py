"""What our rules recommend and how they speak hold before our own rules of wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from jdlint import facts, packs, readers
from jdlint.config import Config
from jdlint.engine import lint
from jdlint.outline import outline
from jdlint.packs import Definition
from jdlint.report import Finding
from jdlint.rule import Example, Severity
from jdlint.select import Ruleset, ruleset
from jdlint.testing import findings

WORDS = ("terms", "pattern")  # kinds of check that judge words
RULES = packs.builtin()
# The words of a message that bring in what it recommends: … write “about five years”.
RECOMMENDS = re.compile(r"\b(?:write|say|such as|use|like|put|prefer):? “([^“”{}]+)”")
NOT_PROSE = re.compile(r"\{\w+\}|\b[a-z-]+/[a-z-]+\b")  # fields, names of rules
QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’")


@cache
def wording() -> Ruleset:
    """Return the rules of the default profile that judge words."""
    default = ruleset(Config())
    chosen = tuple(rule for rule in default.rules if rule.kind in WORDS)
    return Ruleset(chosen, (), Severity.ERROR, default.names)


def flagged(text: str, example: Example | None = None) -> tuple[Finding, ...]:
    """Lint a text with every rule of wording, with the facts that the example supposes."""
    form, given, day = "txt", {}, None
    if example is not None:
        form, given = example.format, dict(example.facts)
        day = date.fromisoformat(example.as_of) if example.as_of else None
    (document, *_) = readers.read(text.encode(), f"example.{form}")
    draft = facts.draft(document, outline(document), given=given, as_of=day)
    return lint(draft, wording()).findings


def touching(found: tuple[Finding, ...], text: str, start: int, end: int) -> Iterator[Finding]:
    """Yield what was found on the words from `start` to `end`, though not across a comma."""
    for one in found:
        if one.offset is None or one.end_offset is None:
            continue
        outside = text[one.offset : start] + text[end : one.end_offset]
        if one.offset < end and start < one.end_offset and not re.search(r"[,;.:!?]", outside):
            yield one


@pytest.mark.parametrize("definition", RULES, ids=lambda d: d.name)
def test_what_it_suggests_is_not_flagged(definition: Definition) -> None:
    rule = definition.rule()
    wrong = []
    for example in rule.examples:
        if not example.bad:
            continue
        text = example.text.replace("«", "").replace("»", "")
        before: tuple[Finding, ...] | None = None
        for found in findings(rule, example, text):
            if found.offset is None or found.end_offset is None:
                continue
            if text[found.offset : found.end_offset] != found.text:
                continue  # a format with marks inside the words
            for suggestion in found.suggestions:
                changed = text[: found.offset] + suggestion + text[found.end_offset :]
                end = found.offset + len(suggestion)
                after = list(touching(flagged(changed, example), changed, found.offset, end))
                if not after:
                    continue
                if before is None:
                    before = flagged(text, example)
                known = {
                    f.rule
                    for f in touching(before, text, found.offset, found.end_offset)
                    if f.rule != rule.name
                }
                wrong += [
                    f"“{found.text}” → “{suggestion}” is then flagged by {f.rule} (“{f.text}”);"
                    f" suggest something else, or excuse it in {f.rule}"
                    for f in after
                    if f.rule not in known
                ]
    assert wrong == []


@pytest.mark.parametrize("definition", RULES, ids=lambda d: d.name)
def test_what_its_message_recommends_is_not_flagged(definition: Definition) -> None:
    rule = definition.rule()
    for recommended in RECOMMENDS.findall(rule.message):
        wrong = [f"{f.rule} flags “{f.text}”" for f in flagged(f"{recommended}\n")]
        assert wrong == [], f"the message recommends “{recommended}”"


@pytest.mark.parametrize("definition", RULES, ids=lambda d: d.name)
def test_it_speaks_as_it_asks_others_to(definition: Definition) -> None:
    rule = definition.rule()
    for part in ("summary", "message", "rationale", "exceptions"):
        # Words in quotation marks are spoken about; what a {field} brings in is the draft's.
        text = QUOTED.sub("this", getattr(rule, part))
        text = NOT_PROSE.sub("this", text)
        wrong = [f"{f.rule} flags “{f.text}”: {f.message}" for f in flagged(f"{text}\n")]
        assert wrong == [], f"the {part} breaks our own rules; put what it speaks about in “”"
