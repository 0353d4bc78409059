"""`jdlint rules`: the list of rules."""

from __future__ import annotations

import json
from typing import Any

import click

from jdlint.cli.options import choosing, settings
from jdlint.packs import Definition
from jdlint.select import definitions


@click.command("rules")
@choosing
@click.option("--all", "everything", is_flag=True, help="Also rules that are off.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(form: str, *, everything: bool, **options: Any) -> int:
    """List the rules that run here, with their level and what they find."""
    config, rules = settings(**options).of("./draft")
    on = {rule.name: str(rule.severity) for rule in rules.rules}
    found = [d for d in definitions(config) if everything or d.name in on]
    if form == "json":
        click.echo(json.dumps([_row(d, on) for d in found], ensure_ascii=False, indent=1))
        return 0
    width = max((len(d.name) for d in found), default=0)
    for definition in found:
        level = on.get(definition.name, "off")
        click.echo(f"{definition.name:{width}}  {level:8} {definition.data['summary']}")
    return 0


def _row(definition: Definition, on: dict[str, str]) -> dict[str, str]:
    return {
        "rule": definition.name,
        "severity": on.get(definition.name, "off"),
        "summary": definition.data["summary"],
    }
