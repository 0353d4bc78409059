"""Writes the rule pages, the README's rule table and the fixtures' index; --check says if stale."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from jdlint import packs
from jdlint.pages import markdown

ROOT = Path(__file__).parents[1]


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each generated file and what it should hold."""
    rows = ["# Rules", "", "| rule | level | finds |", "| --- | --- | --- |"]
    for definition in packs.builtin():
        rule = definition.rule()
        yield ROOT / "docs" / "rules" / f"{rule.name}.md", markdown(rule)
        level = "preview" if rule.preview else str(rule.severity)
        rows.append(f"| [{rule.name}](rules/{rule.name}.md) | {level} | {rule.summary} |")
    yield ROOT / "docs" / "rules.md", "\n".join(rows) + "\n"


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
