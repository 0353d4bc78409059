"""`jdlint explain`: a rule's page, for a terminal."""

from __future__ import annotations

import textwrap
from typing import Any

import click

from jdlint.checks import nearest
from jdlint.cli.options import choosing, settings
from jdlint.pages import blocks
from jdlint.select import definitions


@click.command("explain")
@click.argument("names", nargs=-1, required=True, metavar="RULE...")
@choosing
def command(names: tuple[str, ...], **options: Any) -> int:
    """Tell why a rule is there: reason, sources, exceptions, what to write and what not.

    RULE is a rule's name (privacy/hipaa-misspelt) or a family (privacy).
    """
    config, _ = settings(**options).of("./draft")
    known = {d.name: d for d in definitions(config)}
    for name in names:
        found = [d for d in known.values() if name in (d.name, d.family)]
        if not found:
            message = f"there is no rule or family “{name}”{nearest(name, list(known))}"
            raise click.BadParameter(message, param_hint="RULE")
        for definition in found:
            click.echo("\n\n".join(_filled(b) for b in blocks(definition.rule())) + "\n")
    return 0


def _filled(block: str) -> str:
    return "\n".join(
        textwrap.fill(line, 92, subsequent_indent="    " if line.startswith("  ") else "")
        for line in block.splitlines()
    )
