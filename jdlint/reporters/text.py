"""The report for a person: place, level, rule, message, the words underlined, a summary."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from jdlint.report import FileReport, Finding, Report
from jdlint.reporters import printable
from jdlint.rule import Severity
from jdlint.score import BEST, score

WIDTH = 96  # of the excerpt; a longer line is cut around the finding
COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class Style(NamedTuple):
    """How much is shown, and whether in colour."""

    colour: bool = False
    quiet: bool = False
    verbose: bool = False
    statistics: bool = False
    score: bool = False


def render(report: Report, style: Style) -> str:
    """Return what `jdlint check` prints to standard output."""
    lines: list[str] = []
    if not style.quiet:
        for file in report.files:
            alone = len(report.files) == 1
            lines += _file(file, style)
            if file.findings or alone or style.verbose:
                lines += _overview(file, style)
        if style.verbose:
            lines += [f"not run: {s.rule} ({s.reason})" for s in report.off]
    if style.statistics:
        lines += _statistics(report)
    lines.append(_summary(report))
    return "\n".join(lines) + "\n"


def _file(file: FileReport, style: Style) -> Iterator[str]:
    name = printable(file.path) + (f" ({file.posting})" if file.posting else "")
    lost = score(file.findings).lost if style.score else ()
    for at, found in enumerate(file.findings):
        yield from _finding(name, found, style)
        if style.score:
            yield f"    costs {_number(lost[at], 'point')}"
        yield ""
    for hushed in file.suppressed:
        found = hushed.finding
        why = f": {printable(hushed.reason)}" if hushed.reason else ""
        yield f"{_place(name, found)}: silenced {found.rule} by a comment{why}"
        yield ""
    if style.verbose:
        for skipped in file.skipped:
            yield f"{name}: not run: {skipped.rule} ({skipped.reason})"


def _overview(file: FileReport, style: Style) -> Iterator[str]:
    """Yield the line that tells a person at a glance how long, demanding and open a draft is."""
    seen = file.overview
    if seen is None:
        return
    figures = [] if seen.grade is None else [f"reading grade {seen.grade:.0f}"]
    figures.append(_number(seen.words, "word"))
    if seen.must_haves is not None:
        figures.append(_number(seen.must_haves, "must-have"))
    figures.append("no pay shown" if seen.pay == "not shown" else f"pay {seen.pay}")
    counts = Counter(found.severity for found in file.findings)
    found = [_number(counts[level], NAMES[level]) for level in NAMES if counts[level]]
    text = f"{', '.join(figures)}; {', '.join(found) or 'nothing found'}"
    if style.score:
        text += f"; score {score(file.findings).value} of {BEST}"
    yield _paint(
        f"{printable(file.path)}{f' ({file.posting})' if file.posting else ''}: {text}", "1", style
    )
    yield ""


def _place(name: str, found: Finding) -> str:
    if found.line is None:
        return f"{name}:{found.pointer}" if found.pointer else name
    return f"{name}:{found.line}:{found.column}"


def _finding(name: str, found: Finding, style: Style) -> Iterator[str]:
    level = _paint(NAMES[found.severity], COLOURS[found.severity], style)
    yield f"{_paint(_place(name, found), '1', style)}: {level} {found.rule}"
    yield f"    {printable(found.message)}"
    if style.verbose and found.referent:
        yield f"    it describes: {found.referent}, since {printable(found.evidence or '')}"
    if found.line is not None and found.excerpt.strip():
        shown, marks = _excerpt(found)
        number = str(found.line)
        yield f"    {number} | {shown}"
        yield f"    {' ' * len(number)} | {_paint(marks, COLOURS[found.severity], style)}"
    if found.more:
        yield f"    and {_number(found.more, 'place')} more like it"


def _excerpt(found: Finding) -> tuple[str, str]:
    """Return the source line, cut around the finding, and marks under the words."""
    line = found.excerpt
    start = (found.column or 1) - 1
    same_line = found.end_line == found.line
    end = (found.end_column or 1) - 1 if same_line else len(line)
    end = max(end, start + 1)
    low = 0
    if len(line) > WIDTH:
        low = max(0, min(start - WIDTH // 3, len(line) - WIDTH))
    high = min(len(line), low + WIDTH)
    head = "…" if low else ""
    tail = "…" if high < len(line) else ""
    before = printable(line[low:start].replace("\t", " "))
    words = printable(line[start : min(end, high)].replace("\t", " "))
    after = printable(line[min(end, high) : high].replace("\t", " "))
    marks = " " * (_cells(head) + _cells(before)) + "^" * max(1, _cells(words))
    return f"{head}{before}{words}{after}{tail}", marks


def _cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    wide = sum(1 for c in text if unicodedata.east_asian_width(c) in "WF")
    zero = sum(1 for c in text if unicodedata.combining(c) or c in "\u200d\ufe0f")
    return len(text) + wide - zero


def _statistics(report: Report) -> Iterator[str]:
    counts = Counter(found.rule for file in report.files for found in file.findings)
    width = len(str(max(counts.values(), default=0)))
    for rule, number in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        yield f"{number:>{width}}  {rule}"
    if counts:
        yield ""


def _summary(report: Report) -> str:
    files = _number(sum(not file.errors for file in report.files), "posting")
    silenced = sum(len(file.suppressed) for file in report.files)
    parts = [_number(n, NAMES[level]) for level, n in report.counts().items() if n]
    text = f"{files} checked: {', '.join(parts) if parts else 'nothing found'}"
    if silenced:
        text += f", {silenced} silenced"
    unread = len(report.errors) + sum(1 for file in report.files if file.errors)
    if unread:
        text += f"; {_number(unread, 'problem')} with input, see above"
    rules = sorted({f.rule for file in report.files for f in file.findings})
    if rules:
        text += f".\nTo read why and what to write: jdlint explain {rules[0]}"
    return text + ("." if not rules else "")


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _paint(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour else text
