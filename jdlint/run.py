"""The whole program as a function: paths and a configuration in, a report out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jdlint import config as configuration
from jdlint import facts, readers
from jdlint.config import Config
from jdlint.document import Document, Draft
from jdlint.engine import lint, shown
from jdlint.errors import NoPosting, Unreadable
from jdlint.outline import outline
from jdlint.readers.decoding import SIZE_LIMIT
from jdlint.report import FileReport, Report
from jdlint.select import Ruleset, ruleset
from jdlint.summary import overview
from jdlint.suppress import apply

SKIPPED_FOLDERS = ("node_modules", "__pycache__", "venv", "site-packages")


class Input(NamedTuple):
    """A file to check; `named` says that a person named it, rather than the folder it is in."""

    path: str
    named: bool = True
    data: bytes | None = None  # already at hand (standard input)


class Settings:
    """The configuration for each file: the nearest file upwards under the options given."""

    def __init__(self, options: Callable[[Config], Config], *, isolated: bool = False) -> None:
        self.options = options
        self.isolated = isolated
        self._by_folder: dict[Path, tuple[Config, Ruleset]] = {}
        self._by_file: dict[Path | None, tuple[Config, Ruleset]] = {}

    def of(self, path: str) -> tuple[Config, Ruleset]:
        """Return configuration and rules for a file; raise ConfigError or PackError."""
        folder = Path(path).parent
        if folder not in self._by_folder:
            file = None if self.isolated else configuration.nearest_file(folder.resolve())
            if file not in self._by_file:
                base = configuration.load(file) if file else Config()
                settled = self.options(base)
                self._by_file[file] = (settled, ruleset(settled))
            self._by_folder[folder] = self._by_file[file]
        return self._by_folder[folder]


def discover(paths: Sequence[str]) -> Iterator[Input | str]:
    """Yield the files that paths stand for, and one line for each path that stands for nothing.

    A folder stands for every file below it that jdlint reads, hidden ones apart; a path with
    `*`, `?` or `[` that is no file is a pattern, `**` included.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _expand(path):
            if isinstance(found, str):
                yield found
            elif found.path not in seen:
                seen.add(found.path)
                yield found


def _expand(path: str) -> Iterator[Input | str]:
    if os.path.isdir(path):
        yield from _folder(path)
    elif os.path.lexists(path):
        yield Input(path)
    elif any(c in path for c in "*?["):
        import glob

        matches = sorted(glob.glob(path, recursive=True))
        if not matches:
            yield f"{path}: no file matches; check the pattern"
        for match in matches:
            if os.path.isdir(match):
                yield from _folder(match)
            elif readers.readable(match):
                yield Input(match, named=False)
    else:
        yield f"{path}: there is no such file or folder; check the spelling"


def _folder(folder: str) -> Iterator[Input]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if f[0] != "." and f not in SKIPPED_FOLDERS)
        for name in sorted(files):
            if name[0] != "." and readers.readable(name):
                yield Input(os.path.join(place, name), named=False)


def documents(item: Input) -> tuple[Document, ...]:
    """Read a file; raise Unreadable with what to do."""
    data = item.data
    if data is None:
        try:
            with open(item.path, "rb") as file:
                data = file.read(SIZE_LIMIT + 1)  # one byte too many is told by the reader
        except OSError as error:
            reason = (error.strerror or "cannot be read").lower()
            message = f"{reason}; check the path and your rights"
            raise Unreadable(message, path=item.path) from None
    return readers.read(data, item.path)


def drafts(item: Input, config: Config) -> tuple[Draft, ...]:
    """Read a file and what its postings state."""
    return tuple(
        facts.draft(
            document,
            outline(document),
            given=config.given,
            as_of=config.as_of,
            vocabulary=config.vocabulary,
        )
        for document in documents(item)
    )


def check(item: Input, config: Config, rules: Ruleset) -> tuple[FileReport, ...]:
    """Check one file: a report for each posting in it. A file that cannot be read is a report."""
    try:
        read = drafts(item, config)
    except NoPosting as error:
        if not item.named:
            return ()
        return (FileReport(item.path, "", errors=(str(error),)),)
    except Unreadable as error:
        return (FileReport(item.path, "", errors=(str(error),)),)
    return tuple(_report(item, draft, rules, several=len(read) > 1) for draft in read)


def _report(item: Input, draft: Draft, rules: Ruleset, *, several: bool) -> FileReport:
    linted = lint(draft, rules)
    kept, hushed = apply(linted.findings, draft, rules)
    source = draft.document.source
    posting = source.part if several else None
    return FileReport(
        item.path,
        source.format,
        shown(kept, rules),
        hushed,
        linted.skipped,
        posting=posting,
        fail_on=rules.fail_on,
        overview=overview(draft),
    )


def run(inputs: Iterable[Input | str], settings: Settings) -> Report:
    """Check all inputs. Bad configuration raises; a bad file is part of the report."""
    files: list[FileReport] = []
    errors: list[str] = []
    rules: Ruleset | None = None
    for item in inputs:
        if isinstance(item, str):
            errors.append(item)
            continue
        config, rules = settings.of(item.path)
        files += check(item, config, rules)
    return Report(tuple(files), tuple(errors), rules.skipped if rules else ())
