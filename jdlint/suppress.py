"""Silences findings as comments in the draft ask, and reports comments that silence nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jdlint.checks import Hit, nearest
from jdlint.checks.suppression import SuppressionCheck
from jdlint.document import Directive, Draft
from jdlint.engine import finding
from jdlint.report import Finding, Hushed
from jdlint.rule import Rule
from jdlint.select import Ruleset
from jdlint.text import Span


class Reach(NamedTuple):
    """The stretch of prose that a comment silences; a whole file has no stretch."""

    directive: Directive
    span: Span | None

    def covers(self, found: Finding) -> bool:
        """Say whether the comment silences a finding."""
        rules = self.directive.rules
        if found.rule not in rules and found.rule.partition("/")[0] not in rules:
            return False
        if self.span is None:
            return True
        return self.span.start <= found.at < max(self.span.end, self.span.start + 1)


def apply(
    findings: tuple[Finding, ...], draft: Draft, ruleset: Ruleset
) -> tuple[tuple[Finding, ...], tuple[Hushed, ...]]:
    """Part findings into those that stand and those that a comment silences."""
    reaches = tuple(_reaches(draft))
    kept: list[Finding] = []
    hushed: list[Hushed] = []
    used: set[Directive] = set()
    for found in findings:
        reach = next((r for r in reaches if r.covers(found)), None)
        if reach is None:
            kept.append(found)
        else:
            used.add(reach.directive)
            hushed.append(Hushed(found, "comment", reach.directive.reason))
    for rule in ruleset.rules:
        if isinstance(rule.check, SuppressionCheck):
            kept += _about(rule, rule.check, draft, ruleset, used)
    kept.sort(key=lambda f: (f.at, f.rule))
    return tuple(kept), tuple(hushed)


def _reaches(draft: Draft) -> Iterator[Reach]:
    open_off: list[Directive] = []
    for directive in draft.document.directives:
        if directive.action == "ignore-file":
            yield Reach(directive, None)
        elif directive.action == "ignore":
            yield Reach(directive, _next_block(draft, directive.at))
        elif directive.action == "off":
            open_off.append(directive)
        else:
            for start in open_off:
                if not directive.rules or set(directive.rules) & set(start.rules):
                    yield Reach(start, Span(start.at, directive.at))
            open_off = [
                d for d in open_off if directive.rules and not set(directive.rules) & set(d.rules)
            ]
    for start in open_off:
        yield Reach(start, Span(start.at, len(draft.text) + 1))


def _next_block(draft: Draft, at: int) -> Span:
    for block in draft.document.blocks:
        if block.span.end > at:
            return block.span
    return Span(at, at)


def _about(
    rule: Rule, check: SuppressionCheck, draft: Draft, ruleset: Ruleset, used: set[Directive]
) -> Iterator[Finding]:
    """Make the findings about the comments themselves."""
    for directive in draft.document.directives:
        if directive.action == "on":
            continue
        names = ", ".join(directive.rules) or "no rule"
        values: dict[str, object] = {"match": names, "problem": ""}
        if check.problem == "unexplained":
            if directive.reason:
                continue
        else:
            unknown = [name for name in directive.rules if name not in ruleset.names]
            if unknown:
                near = nearest(unknown[0], ruleset.names)
                values["problem"] = f"there is no rule “{unknown[0]}”{near}"
            elif not directive.rules:
                values["problem"] = "it names no rule"
            elif directive in used:
                continue
            else:
                values["problem"] = "nothing was found there"
        yield _placed(rule, Hit(None, values), directive, draft)


def _placed(rule: Rule, hit: Hit, directive: Directive, draft: Draft) -> Finding:

    made = finding(rule, hit, draft)._replace(at=directive.at)
    source = draft.document.source
    if directive.source is None or not source.lined:
        return made
    start = source.lines.place(directive.source.start)
    end = source.lines.place(directive.source.end)
    return made._replace(
        text=source.text[directive.source.start : directive.source.end],
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        offset=directive.source.start,
        end_offset=directive.source.end,
        excerpt=source.lines.line(start.line),
    )
