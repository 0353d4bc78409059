"""`jdlint config`: the settings that hold for a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from jdlint.cli.options import choosing, settings


@click.command("config")
@click.argument("folder", default=".", type=click.Path(exists=True))
@choosing
def command(folder: str, **options: Any) -> int:
    """Show the settings that hold for a folder or file, and which rules are off and why."""
    place = Path(folder)
    config, rules = settings(**options).of(str(place / "draft" if place.is_dir() else place))
    click.echo(f"file: {config.path or 'none found; these are the defaults'}")
    click.echo(f"profile: {config.profile}")
    click.echo(f"fail_on: {rules.fail_on}")
    for name in ("select", "ignore", "vocabulary", "packs"):
        click.echo(f"{name}: {', '.join(getattr(config, name)) or '-'}")
    for fact, values in config.given.items():
        click.echo(f"{fact}: {', '.join(values)}")
    click.echo(f"rules that run: {len(rules.rules)}")
    for rule in rules.rules:
        click.echo(f"  {rule.severity!s:8} {rule.name}")
    click.echo(f"rules that are off: {len(rules.skipped)}")
    for skipped in rules.skipped:
        click.echo(f"  {skipped.rule}: {skipped.reason}")
    return 0
