"""What a run found: findings with their places, and the exit code that follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from jdlint.record import Record
from jdlint.rule import Severity
from jdlint.select import Skipped
from jdlint.summary import Overview


class Finding(NamedTuple):
    """One thing to change, complete from birth.

    Lines and columns count from 1, columns and offsets count code points of the file's text; they
    are None for a finding about the whole draft and for formats without places.
    """

    rule: str
    severity: Severity
    message: str
    text: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    offset: int | None = None
    end_offset: int | None = None
    pointer: str | None = None
    excerpt: str = ""  # the source line it begins in, for the reader's eye
    suggestions: tuple[str, ...] = ()
    url: str | None = None
    referent: str | None = None  # whom the words describe, where the rule asked
    evidence: str | None = None  # what told so
    more: int = 0  # further places of the same rule that are counted, not shown
    at: int = -1  # the offset in the prose, to sort and to suppress by; -1 for the whole draft


class Hushed(NamedTuple):
    """A finding that a suppression silenced."""

    finding: Finding
    by: str  # comment | configuration
    reason: str


class FileReport(Record):
    """What was found in one posting; a file may hold several, told apart by `posting`."""

    path: str
    format: str
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Hushed, ...] = ()
    skipped: tuple[Skipped, ...] = ()  # rules that stayed silent for want of a fact
    errors: tuple[str, ...] = ()  # why the file could not be read
    posting: str | None = None  # JSON pointer of this posting in a file with several
    fail_on: Severity = Severity.ERROR
    overview: Overview | None = None  # None where the file could not be read

    @property
    def failed(self) -> bool:
        return any(finding.severity >= self.fail_on for finding in self.findings)


class Report(Record):
    """A whole run."""

    files: tuple[FileReport, ...]
    errors: tuple[str, ...] = ()  # what could not be done, one line each
    off: tuple[Skipped, ...] = ()  # rules that did not run at all

    @property
    def exit_code(self) -> int:
        """0: nothing at the fail level or above; 1: findings; 2: the job could not be done."""
        if self.errors or any(file.errors for file in self.files):
            return 2
        return 1 if any(file.failed for file in self.files) else 0

    def counts(self) -> Mapping[Severity, int]:
        """Return the number of findings by severity, worst first."""
        found = [finding.severity for file in self.files for finding in file.findings]
        return {level: found.count(level) for level in sorted(Severity, reverse=True)}
