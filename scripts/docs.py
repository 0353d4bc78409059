"""Writes the rule pages, the README's session and what bad drafts give; --check says if stale.

Read every line of fixtures/**/found/*.out that a change of rules has changed before committing it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from jdlint import packs
from jdlint.config import Config, load, with_options
from jdlint.pages import markdown
from jdlint.reporters import text
from jdlint.run import Input, Settings, run

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
DAY = date(2026, 11, 1)  # what the law asks for changes; the pages say what it is on this day
SESSION = re.compile(r"(?<=```console\n\$ jdlint )(\S+)\n(?:.*\n)*?(?=```)")


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each generated file and what it should hold."""
    rows = ["# Rules", "", "| rule | level | finds |", "| --- | --- | --- |"]
    for definition in packs.builtin():
        rule = definition.rule()
        yield ROOT / "docs" / "rules" / f"{rule.name}.md", markdown(rule)
        level = "preview" if rule.preview else str(rule.severity)
        rows.append(f"| [{rule.name}](rules/{rule.name}.md) | {level} | {rule.summary} |")
    yield ROOT / "docs" / "rules.md", "\n".join(rows) + "\n"
    for file in sorted(FIXTURES.rglob("found/*")):
        if file.suffix != ".out":
            yield file.with_name(file.name + ".out"), output(file, file.name)
    readme = ROOT / "README.md"
    yield readme, SESSION.sub(session, readme.read_text("utf-8"))


def output(file: Path, name: str) -> str:
    """Return what `jdlint NAME` prints where no one looks at it in colour."""
    settings = file.parents[1] / ".jdlint.yaml"
    config = with_options(load(settings) if settings.is_file() else Config(), as_of=DAY)
    report = run([Input(name, data=file.read_bytes())], Settings(lambda _: config, isolated=True))
    return text.render(report, text.Style())


def session(command: re.Match[str]) -> str:
    """Return the README's session with the output that the command has today."""
    return f"{command[1]}\n{output(ROOT / command[1], command[1])}"


def main() -> int:
    """Write what has changed; with --check, only name it and return 1."""
    wanted = dict(pages())
    kept = set((ROOT / "docs" / "rules").rglob("*.md"))
    stale = [p for p, text in wanted.items() if not p.is_file() or p.read_text("utf-8") != text]
    left = sorted(kept - set(wanted))
    for path in [*stale, *left]:
        print(f"{'stale' if path in wanted else 'left over'}: {path.relative_to(ROOT)}")
    if "--check" in sys.argv:
        return 1 if stale or left else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], "utf-8")
    for path in left:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
