"""What there is to say about a rule: for `jdlint explain` and for the pages in docs/rules."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.rule import Condition, Example, Rule
from jdlint.tables import table

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
    for topic, title in _topics(rule):
        yield f"{title}:\n" + "\n".join(f"  - {line}" for line in reach(topic))
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


def _topics(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the topics of law that a rule asks for, each with what to call its list of places."""
    for when in rule.when:
        if when.fact == "law" and not when.negated:
            yield from ((topic, "The laws of places") for topic in when.values)
    if rule.local:
        yield rule.local.topic, "Laws of places that the finding names"


def reach(topic: str) -> Iterator[str]:
    """Yield a line for each law of a topic: where, since when, whom it covers, which it is."""
    for row in table("posting_law"):
        if row["topic"] == topic:
            since = f"from {row['from']}" if row["from"] else "in force"
            until = f" until {row['until']}" if row["until"] else ""
            people = f", employers of {row['employees']} or more" if row["employees"] != "1" else ""
            sure = ", from general knowledge" if row["confidence"] == "from-knowledge" else ""
            yield f"{row['name']}: {row['citation']}, {since}{until}{people}{sure} ({row['source']})"


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
    for topic, title in _topics(rule):
        lines += ["", f"## {title}", "", *(f"- {line}" for line in reach(topic))]
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
