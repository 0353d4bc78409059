"""Runs the examples of rules, and asks of each part of a rule whether an example proves it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from typing import Any

from jdlint import facts, readers
from jdlint.checks import validate
from jdlint.engine import lint
from jdlint.errors import PackError
from jdlint.outline import outline
from jdlint.packs import Definition
from jdlint.report import Finding
from jdlint.rule import Example, Rule, Severity
from jdlint.select import Ruleset
from jdlint.suppress import apply


def findings(rule: Rule, example: Example, text: str) -> tuple[Finding, ...]:
    """Run one rule alone on a text, with the facts that the example supposes."""
    as_of = date.fromisoformat(example.as_of) if example.as_of else None
    (document, *_) = readers.read(text.encode(), f"example.{example.format}")
    draft = facts.draft(document, outline(document), given=example.facts, as_of=as_of)
    alone = rule.but(preview=False)
    rules = Ruleset((alone,), (), Severity.ERROR, frozenset({rule.name, rule.family}))
    linted = lint(draft, rules)
    kept, _ = apply(linted.findings, draft, rules)
    return kept


def verify(rule: Rule, example: Example) -> str | None:
    """Say what is wrong with an example, or None where it holds.

    In a bad example each «…» must be flagged and nothing else; without marks a finding about the
    whole draft is expected. In a good example nothing may be found.
    """
    expected, text = _marked(example.text)
    found = findings(rule, example, text)
    if not example.bad:
        return f"found “{found[0].text or found[0].message}” in a good example" if found else None
    if not expected:
        if any(f.at == -1 or f.text is None for f in found):
            return None
        return "nothing about the whole draft was found" if not found else "found a place instead"
    got = [(f.offset, f.end_offset) for f in found]
    if got != expected:
        missed = [text[a:b] for a, b in expected if (a, b) not in got]
        extra = [f.text for f in found if (f.offset, f.end_offset) not in expected]
        return f"missed {missed}, found too much {extra}"
    return None


def _marked(text: str) -> tuple[list[tuple[int | None, int | None]], str]:
    spans: list[tuple[int | None, int | None]] = []
    plain = ""
    start = 0
    for character in text:
        if character == "«":
            start = len(plain)
        elif character == "»":
            spans.append((start, len(plain)))
        else:
            plain += character
    return spans, plain


def problems(definition: Definition) -> Iterator[str]:
    """Yield a line for each example that does not hold."""
    rule = definition.rule()
    for example in rule.examples:
        told = verify(rule, example)
        if told:
            kind = "bad" if example.bad else "good"
            yield f"{kind} example “{example.text.strip()[:60]}”: {told}"


def unproven(definition: Definition) -> Iterator[str]:
    """Yield a line for each part of a rule that could be taken away with no example failing."""
    for what, data in mutants(definition.data):
        mutant = Definition(definition.name, definition.path, data)
        parameters = dict(data["check"])
        try:
            validate(parameters.pop("kind"), parameters)
            rule = mutant.rule()
        except (PackError, ValueError):
            continue  # a rule without this part is no rule
        if all(verify(rule, example) is None for example in rule.examples):
            yield f"no example fails without {what}"


_UNPROVEN = ("suggest", "literals")  # literals spare time: what they let through is proved itself


def mutants(data: Any) -> Iterator[tuple[str, Any]]:
    """Yield a rule's data with one part taken away or one limit moved, and what that was."""
    check = data["check"]
    for key, value in check.items():
        if isinstance(value, dict):
            for name in value:
                changed = copy.deepcopy(data)
                del changed["check"][key][name]
                yield f"{key}: {name}", changed
        elif isinstance(value, list) and key not in _UNPROVEN:
            for at, item in enumerate(value):
                changed = copy.deepcopy(data)
                del changed["check"][key][at]
                yield f"{key}: {item}", changed
        elif isinstance(value, int) and not isinstance(value, bool):
            for step in (-1, 1):
                changed = copy.deepcopy(data)
                changed["check"][key] = value + step
                yield f"{key} at {value} rather than {value + step}", changed
    for fact, condition in (data.get("when") or {}).items():
        values = condition["not"] if isinstance(condition, dict) else condition
        for at, value in enumerate(values):
            changed = copy.deepcopy(data)
            listed = changed["when"][fact]
            listed = listed["not"] if isinstance(listed, dict) else listed
            del listed[at]
            if not listed:
                del changed["when"][fact]
            yield f"when {fact}: {value}", changed
