"""Runs rules on a draft and makes findings of what their checks find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from jdlint.checks import Hit, of_wording
from jdlint.document import Draft
from jdlint.report import Finding
from jdlint.rule import Rule
from jdlint.select import Ruleset, Skipped
from jdlint.vocabulary import term_of_art

LONGEST_QUOTE = 300
_ANY_LANGUAGE = ("draft",)  # families that do not need to understand a draft


class Linted(NamedTuple):
    """The findings in one draft, in the order of the text, and the rules that could not run."""

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]


def lint(draft: Draft, ruleset: Ruleset) -> Linted:
    """Run the rules on a draft; terms of art, the user's too, excuse the words inside them."""
    findings: list[Finding] = []
    skipped: list[Skipped] = []
    foreign = "other" in draft.known("language")
    for rule in ruleset.rules:
        if foreign and rule.family not in _ANY_LANGUAGE:
            skipped.append(Skipped(rule.name, "the draft is not in English"))
            continue
        applies, unknown = _applies(rule, draft)
        if unknown:
            skipped.append(Skipped(rule.name, f"the draft does not tell its {unknown}"))
        if not applies:
            continue
        for hit in rule.check.find(draft):
            if hit.span is not None and rule.check.excusable:
                shared = of_wording(rule.check)
                if (
                    term_of_art(draft.document, hit.span, draft.vocabulary, shared=shared)
                    is not None
                ):
                    continue
            findings.append(finding(rule, hit, draft))
    findings.sort(key=lambda f: (f.at, f.rule))
    return Linted(tuple(findings), tuple(skipped))


def shown(findings: Sequence[Finding], ruleset: Ruleset) -> tuple[Finding, ...]:
    """Keep as many findings of a rule as its `show` allows; the last one kept counts the others.

    To be asked after suppressions, so that a silenced place makes room for the next one.
    """
    limits = {rule.name: rule.show for rule in ruleset.rules if rule.show}
    seen = Counter(found.rule for found in findings if found.rule in limits)
    if all(number <= limits[name] for name, number in seen.items()):
        return tuple(findings)
    kept: list[Finding] = []
    met: Counter[str] = Counter()
    for found in findings:
        limit = limits.get(found.rule)
        met[found.rule] += 1
        if limit is None or met[found.rule] < limit:
            kept.append(found)
        elif met[found.rule] == limit:
            kept.append(found._replace(more=seen[found.rule] - limit))
    return tuple(kept)


def _applies(rule: Rule, draft: Draft) -> tuple[bool, str | None]:
    """Say whether a rule runs on a draft, and which fact is unknown if that is why not."""
    for condition in rule.when:
        met = condition.met(draft)
        if met is None:
            return False, condition.fact
        if not met:
            return False, None
    return True, None


def finding(rule: Rule, hit: Hit, draft: Draft) -> Finding:
    """Put a hit, its rule and its place in the source together."""
    shown = [f"“{suggestion}”" for suggestion in hit.suggestions]
    template, law = _law(rule, draft)
    values = {"match": "", "suggestion": _either(shown), **law, **hit.values}
    message = template.format_map(values)
    if hit.span is None:
        return Finding(rule.name, rule.severity, message, url=rule.url)
    source = draft.document.source
    text = draft.document.cut(hit.span)
    made = Finding(
        rule.name,
        rule.severity,
        message,
        text=text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rstrip() + "…",
        pointer=source.pointer(hit.span),
        suggestions=hit.suggestions,
        url=rule.url,
        referent=hit.referent.kind if hit.referent else None,
        evidence=hit.referent.evidence if hit.referent else None,
        at=hit.span.start,
    )
    place = source.map.span(hit.span)
    if place is None or not source.lined:
        return made
    start, end = source.lines.place(place.start), source.lines.place(place.end)
    return Finding(
        made.rule,
        made.severity,
        made.message,
        made.text,
        start.line,
        start.column,
        end.line,
        end.column,
        place.start,
        place.end,
        made.pointer,
        source.lines.line(start.line),
        made.suggestions,
        made.url,
        made.referent,
        made.evidence,
        0,
        made.at,
    )


def _law(rule: Rule, draft: Draft) -> tuple[str, dict[str, str]]:
    """Return a rule's message, and the places and citations of the law that it speaks of."""
    topics = [v for c in rule.when if c.fact == "law" and not c.negated for v in c.values]
    if rule.local:
        topics.append(rule.local.topic)
    for fact in draft.facts["law"] if topics else ():
        if fact.value in topics:
            local = rule.local is not None and fact.value == rule.local.topic
            law = {name: getattr(fact, name, "") for name in ("places", "citations")}
            return rule.local.message if rule.local and local else rule.message, law
    return rule.message, {"places": "", "citations": ""}


def _either(shown: Sequence[str]) -> str:
    if len(shown) <= 1:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} or {shown[-1]}"
