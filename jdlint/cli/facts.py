"""`jdlint facts`: what a job description states."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from jdlint.cli.options import read, stdin_name
from jdlint.document import Draft


@click.command("facts")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonld"]),
    default="text",
    help="text for people (default), json for programs, jsonld for a job board (schema.org).",
)
@stdin_name
@click.option(
    "--fact",
    multiple=True,
    metavar="NAME=VALUE",
    help="Something the draft leaves open: --fact place=US-CO.",
)
@click.option("--isolated", is_flag=True, help="Use no configuration file, only these options.")
def command(paths: tuple[str, ...], form: str, **options: Any) -> int:
    """Show what job descriptions state: title, pay, licences, hours and so on, with the words
    and the line each was read from. PATHS are files, folders, patterns, or - to read from standard
    input.

    With --format jsonld you get the JobPosting to put on a web page; what job boards ask for and
    the draft does not state is named beside it.

    \b
    Exit status: 0, or 2 if a file could not be read, also when others could.
    """
    errors: list[str] = []
    found = read(paths, options, errors)
    if form == "json":
        files = [_file(path, draft) for path, draft in found]
        _say({"version": 1, "files": files, "errors": errors})
    elif form == "jsonld":
        _postings(found)
    else:
        from jdlint.reporters import facts

        for path, draft in found:
            click.echo(facts.render(path, draft))
    for error in errors:
        click.echo(f"jdlint: {error}", err=True)
    return 2 if errors else 0


def _file(path: str, draft: Draft) -> dict[str, Any]:
    from jdlint.facts.labels import labels, line
    from jdlint.outline import label

    sections = [
        {
            "kind": label(section.kind),
            "line": line(draft, section.heading or section.span),
            "heading": draft.document.cut(section.heading) if section.heading else None,
        }
        for section in draft.sections
    ]
    posting = draft.document.source.part
    return {"path": path, "posting": posting, "sections": sections, "facts": labels(draft)}


def _postings(drafts: Iterator[tuple[str, Draft]]) -> None:
    """Print one JobPosting, or a list of several, and to standard error what each lacks."""
    from jdlint.facts.jobposting import jobposting, missing

    postings = []
    for path, draft in drafts:
        posting = jobposting(draft)
        postings.append(posting)
        absent = ", ".join(missing(posting))
        if absent:
            click.echo(f"{path}: job boards also ask for {absent}", err=True)
    _say(postings[0] if len(postings) == 1 else postings)


def _say(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
