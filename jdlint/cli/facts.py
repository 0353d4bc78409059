"""`jdlint facts`: what a job description states."""

from __future__ import annotations

import json
from typing import Any

import click

from jdlint.cli.options import choosing, settings
from jdlint.document import Draft
from jdlint.errors import Unreadable
from jdlint.outline import label
from jdlint.reporters import printable
from jdlint.run import discover, drafts


@click.command("facts")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@choosing
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="text for people (default), json for programs.",
)
def command(paths: tuple[str, ...], form: str, **options: Any) -> int:
    """Show what job descriptions state: their sections, with the line each begins in."""
    chosen = settings(**options)
    files: list[dict[str, Any]] = []
    code = 0
    for item in discover(paths):
        try:
            if isinstance(item, str):
                click.echo(f"jdlint: {item}", err=True)
                code = 2
                continue
            config, _ = chosen.of(item.path)
            files += [
                {"path": item.path, "posting": draft.document.source.part, **_read(draft)}
                for draft in drafts(item, config)
            ]
        except Unreadable as error:
            click.echo(f"jdlint: {error}", err=True)
            code = 2
    if form == "json":
        click.echo(json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=1))
    else:
        for file in files:
            click.echo(_text(file))
    return code


def _read(draft: Draft) -> dict[str, Any]:
    sections = []
    source = draft.document.source
    for section in draft.sections:
        place = source.map.span(section.heading or section.span)
        line = source.lines.place(place.start).line if place and source.lined else None
        heading = draft.document.cut(section.heading) if section.heading else None
        sections.append({"kind": label(section.kind), "line": line, "heading": heading})
    return {"sections": sections, "facts": {}}


def _text(file: dict[str, Any]) -> str:
    lines = [printable(file["path"])]
    for section in file["sections"]:
        heading = f"“{section['heading']}”" if section["heading"] else "(no heading)"
        where = f"line {section['line']}" if section["line"] else ""
        lines.append(f"  {section['kind']:26} {where:10} {printable(heading)}")
    return "\n".join(lines)
