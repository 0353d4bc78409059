"""`jdlint stats`: how hard a job description is to read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import click

from jdlint.cli.options import read, stdin_name
from jdlint.document import Draft


@click.command("stats")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    help="text for people (default), json for programs, csv for a spreadsheet.",
)
@stdin_name
@click.option("--isolated", is_flag=True, help="Use no configuration file, only these options.")
def command(paths: tuple[str, ...], form: str, **options: Any) -> int:
    """Measure how hard job descriptions are to read: the published formulas, for the draft and for
    each section, beside the figures of the package textstat.

    \b
    Exit status: 0, or 2 if a file could not be read, also when others could.
    """
    errors: list[str] = []
    rows = [_row(path, draft) for path, draft in read(paths, options, errors)]
    if form == "json":
        click.echo(json.dumps({"version": 1, "files": rows, "errors": errors}, indent=1))
    elif form == "csv":
        click.echo(_csv(rows), nl=False)
    else:
        for row in rows:
            click.echo("\n".join(_text(row)))
    for error in errors:
        click.echo(f"jdlint: {error}", err=True)
    return 2 if errors else 0


def _row(path: str, draft: Draft) -> dict[str, Any]:
    from jdlint import stats
    from jdlint.facts.labels import line

    return {
        "path": path,
        "posting": draft.document.source.part,
        "draft": stats.table(draft),
        "sections": [
            {"kind": kind, "line": line(draft, span), **stats.table(draft, span)}
            for kind, span in stats.parts(draft)
        ],
    }


def _csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["path", "posting", "part", "line", "by", "measure", "value"])
    for row in rows:
        for part in ({"kind": "draft", "line": "", **row["draft"]}, *row["sections"]):
            for by in ("jdlint", "textstat"):
                for measure, value in part[by].items():
                    place = [row["path"], row["posting"] or "", part["kind"], part["line"] or ""]
                    writer.writerow([*place, by, measure, value])
    return out.getvalue()


def _text(row: dict[str, Any]) -> Iterator[str]:
    from jdlint.reporters import printable
    from jdlint.stats import REFERENCE

    posting = f" ({row['posting']})" if row["posting"] else ""
    yield printable(f"{row['path']}{posting}")
    yield f"  {'':34}{'jdlint':>12}{'textstat':>20}"
    ours, others = row["draft"]["jdlint"], row["draft"]["textstat"]
    for measure, name in REFERENCE.items():
        yield f"  {name:34}{ours.get(measure, ''):>12}{others.get(measure, ''):>20}".rstrip()
    yield ""
    yield (
        f"  {'Section':26}{'line':>6}{'words':>8}{'sentences':>11}{'grade':>8}{'textstat':>10}"
        f"{'Dale-Chall':>12}{'textstat':>10}"
    )
    for part in row["sections"]:
        mine, theirs = part["jdlint"], part["textstat"]
        yield (
            f"  {part['kind']:26}{part['line'] or '':>6}{mine.get('lexicon_count', 0):>8}"
            f"{mine.get('sentence_count', 0):>11}{mine.get('flesch_kincaid_grade', ''):>8}"
            f"{theirs.get('flesch_kincaid_grade', ''):>10}"
            f"{mine.get('dale_chall_readability_score', ''):>12}"
            f"{theirs.get('dale_chall_readability_score', ''):>10}"
        ).rstrip()
    yield ""
