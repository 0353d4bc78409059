"""Imports go down or sideways, never up."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "jdlint"

# from the bottom up; a module may import its own layer and those below
LAYERS = (
    ("caches", "errors", "record"),
    ("patterns",),
    ("text",),
    ("document", "tables"),
    ("sentences", "readers", "syllables"),
    ("outline",),
    ("vocabulary", "metrics"),
    ("facts", "referents", "summary", "stats"),
    ("checks",),
    ("rule",),
    ("packs", "pages"),
    ("config",),
    ("select",),
    ("report",),
    ("score",),
    ("engine", "reporters"),
    ("suppress",),
    ("run", "testing"),
    ("cli",),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
FILES = sorted(f for f in PACKAGE.rglob("*.py") if f.parent != PACKAGE or f.stem[0] != "_")


def unit(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_imports_go_down(file: Path) -> None:
    here = LEVEL[unit(file)]
    imported = {
        node.module.split(".")[1]
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("jdlint.")
    }
    assert {name for name in imported if LEVEL[name] > here} == set()


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    names = {part for file in PACKAGE.rglob("*.py") for part in (file.stem, file.parent.name)}
    assert not names & {"utils", "helpers", "common", "misc", "types", "manager"}
