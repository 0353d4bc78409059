"""The report as JSON, version 1; docs/check.schema.json describes it."""

from __future__ import annotations

import json
from typing import Any

from jdlint.report import FileReport, Finding, Report
from jdlint.score import BEST, score


def render(report: Report, *, scored: bool = False) -> str:
    """Return one JSON object, indented, with a final line break."""
    counts = {str(level): number for level, number in report.counts().items()}
    summary = {
        "files": len(report.files),
        **counts,
        "suppressed": sum(len(f.suppressed) for f in report.files),
        "exit_code": report.exit_code,
    }
    out = {
        "version": 1,
        "files": [_file(f, scored=scored) for f in report.files],
        "errors": list(report.errors),
        "summary": summary,
    }
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def _file(file: FileReport, *, scored: bool) -> dict[str, Any]:
    return {
        "path": file.path,
        "format": file.format,
        "posting": file.posting,
        "findings": [_finding(f) for f in file.findings],
        "suppressed": [
            {**_finding(h.finding), "by": h.by, "reason": h.reason} for h in file.suppressed
        ],
        "skipped": [{"rule": s.rule, "reason": s.reason} for s in file.skipped],
        "errors": list(file.errors),
        "overview": _overview(file),
        "score": _score(file) if scored else None,
    }


def _overview(file: FileReport) -> dict[str, Any] | None:
    seen = file.overview
    if seen is None:
        return None
    return {
        "words": seen.words,
        "grade": seen.grade,
        "must_haves": seen.must_haves,
        "pay": seen.pay,
    }


def _score(file: FileReport) -> dict[str, Any] | None:
    if file.overview is None:
        return None
    found = score(file.findings)
    return {"value": found.value, "of": BEST, "lost": list(found.lost)}


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "severity": str(found.severity),
        "message": found.message,
        "text": found.text,
        "line": found.line,
        "column": found.column,
        "end_line": found.end_line,
        "end_column": found.end_column,
        "offset": found.offset,
        "end_offset": found.end_offset,
        "pointer": found.pointer,
        "suggestions": list(found.suggestions),
        "fix": None,
        "referent": found.referent,
        "referent_evidence": found.evidence,
        "url": found.url,
        "more": found.more,
    }
