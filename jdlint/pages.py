"""What there is to say about a rule: for `jdlint explain` and for the pages in docs/rules."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.rule import Condition, Example, Rule

EVIDENCE = {
    "law": "a law",
    "regulation": "a regulation",
    "guideline": "a guideline of the field",
    "study": "a study",
    "convention": "good practice",
}


def blocks(rule: Rule) -> Iterator[str]:
    """Yield the parts of a rule's page as plain text."""
    status = ", in preview: select it by name to run it" if rule.preview else ""
    yield f"{rule.name} ({rule.severity}{status})\n{rule.summary}"
    yield rule.rationale
    yield f"It rests on {EVIDENCE[rule.evidence]}:\n" + "\n".join(sources(rule))
    if rule.when:
        yield "It runs where\n" + "\n".join(f"  - {condition(c)}" for c in rule.when)
    if rule.exceptions:
        yield f"Exceptions: {rule.exceptions}"
    yield "Found:\n" + "\n".join(f"  - {shown(e)}" for e in rule.examples if e.bad)
    yield "Fine:\n" + "\n".join(f"  - {shown(e)}" for e in rule.examples if not e.bad)
    yield f"To silence it in a draft: <!-- jdlint: ignore {rule.name} -- your reason -->"


def sources(rule: Rule) -> Iterator[str]:
    """Yield a line for each source."""
    for source in rule.sources:
        year = f" ({source.year})" if source.year else ""
        yield f"  - {source.title}{year}: {source.url}"


def condition(when: Condition) -> str:
    """Say a condition in words."""
    values = " or ".join(when.values)
    return (
        f"{when.fact} is known not to be {values}" if when.negated else f"{when.fact} is {values}"
    )


def shown(example: Example) -> str:
    """Return an example on one line, with the facts it supposes."""
    text = " / ".join(line.strip() for line in example.text.splitlines() if line.strip())
    if not example.facts:
        return text
    facts = ", ".join(f"{name} {' '.join(values)}" for name, values in example.facts.items())
    return f"{text} [{facts}]"


def markdown(rule: Rule) -> str:
    """Return the rule's page in Markdown."""
    lines = [f"# {rule.name}", "", rule.summary, ""]
    status = " · in preview" if rule.preview else ""
    lines += [f"Level: {rule.severity}{status} · since {rule.since}", "", "## Why", ""]
    lines += [rule.rationale, "", "## Sources", ""]
    lines += [f"It rests on {EVIDENCE[rule.evidence]}.", ""]
    for source in rule.sources:
        year = f" ({source.year})" if source.year else ""
        lines.append(f"- [{source.title}]({source.url}){year}")
    if rule.when:
        lines += ["", "## When it runs", ""]
        lines += [f"- {condition(c)}" for c in rule.when]
    if rule.exceptions:
        lines += ["", "## Exceptions", "", rule.exceptions]
    for title, bad in (("Found", True), ("Fine", False)):
        lines += ["", f"## {title}"]
        for example in (e for e in rule.examples if e.bad is bad):
            lines += ["", "~~~text", example.text.rstrip(), "~~~"]
            if example.facts:
                facts = (f"{n}: {', '.join(v)}" for n, v in example.facts.items())
                lines += ["", f"With {'; '.join(facts)}."]
    return "\n".join(lines) + "\n"
