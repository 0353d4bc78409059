"""`jdlint test`: the examples of a pack as its tests."""

from __future__ import annotations

from pathlib import Path

import click

from jdlint import packs
from jdlint.testing import problems, unproven


@click.command("test")
@click.argument("folders", nargs=-1, metavar="[PACK...]")
@click.option("--no-mutants", is_flag=True, help="Only the examples, not what they prove.")
def command(folders: tuple[str, ...], *, no_mutants: bool) -> int:
    """Run the examples of rules: those in a folder of your own, or the built-in ones.

    Each part of a rule (a term, an exception, a condition, a limit) is also taken away in turn:
    an example must notice.
    """
    found = [d for f in folders for d in packs.pack(Path(f))] if folders else packs.builtin()
    bad = 0
    for definition in found:
        told = list(problems(definition))
        if not told and not no_mutants:
            told = list(unproven(definition))
        for line in told:
            click.echo(f"{definition.name}: {line}")
        bad += bool(told)
    click.echo(f"{len(found)} rules, {bad} with problems.")
    return 1 if bad else 0
