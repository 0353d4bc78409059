"""`jdlint check`: the main job."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

from jdlint.cli.options import choosing, inputs, settings, stdin_name
from jdlint.report import Report
from jdlint.run import Input, run

MANY = 20  # files from which on a progress bar is of use


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@choosing
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="text for people (default), json for programs.",
)
@stdin_name
@click.option(
    "--skip-other",
    is_flag=True,
    help="Pass over JSON and YAML files without a job description, also where they are named, as"
    " they are in a folder.",
)
@click.option("--quiet", "-q", is_flag=True, help="Only the summary.")
@click.option(
    "--verbose",
    "-v",
    is_flag=True,
    help="Also whom words describe, and which rules did not run, and why.",
)
@click.option("--score", is_flag=True, help="Also a score from 0 to 100: see docs/score.md.")
@click.option("--statistics", is_flag=True, help="Also how often each rule was broken.")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", hidden=True
)
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Check job descriptions: files, folders, patterns such as 'postings/**/*.md', or - to read
    from standard input.

    \b
    Exit status: 0 nothing at the fail level, 1 findings, 2 something could not be done
    (a missing file, a bad setting), also when other files were checked.
    """
    form: str = options.pop("form")
    shown = {name: options.pop(name) for name in ("quiet", "verbose", "statistics", "score")}
    colour: str = options.pop("color")
    stdin, skip_other = options.pop("stdin_filename"), options.pop("skip_other")
    named = list(inputs(paths, stdin, skip_other=skip_other))
    report = run(_progress(named, quiet=form != "text"), settings(**options))
    for line in [*report.errors, *(e for file in report.files for e in file.errors)]:
        click.echo(f"jdlint: {line}", err=True)
    click.echo(_render(report, form, colour, shown), nl=False)
    return report.exit_code


def _progress(inputs: list[Input | str], *, quiet: bool) -> Iterable[Input | str]:
    if quiet or len(inputs) < MANY or not sys.stderr.isatty():
        return inputs

    def bar() -> Iterator[Input | str]:
        with click.progressbar(inputs, label="Checking", file=sys.stderr) as items:
            yield from items

    return bar()


def _render(report: Report, form: str, colour: str, shown: dict[str, bool]) -> str:
    if form == "json":
        from jdlint.reporters import json

        return json.render(report, scored=shown["score"])
    from jdlint.reporters import text

    on_terminal = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    painted = colour == "always" or (colour == "auto" and on_terminal)
    return text.render(report, text.Style(colour=painted, **shown))
