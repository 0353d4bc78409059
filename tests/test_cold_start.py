"""A check imports only what it needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "yaml",
    "spacy",
    "textstat",
    "nltk",
    "importlib.metadata",
    "docx",
    "bs4",
    "tomllib",
}


def loaded(*arguments: str, cwd: Path) -> set[str]:
    code = (
        "import sys, runpy\n"
        "try:\n    runpy.run_module('jdlint', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=cwd,
    )
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("name", ["draft.md", "draft.txt", "draft.html"])
def test_a_check_of_one_page_loads_nothing_heavy(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Counselor\n\nYou help people.\n")
    loaded("--isolated", name, cwd=tmp_path)  # the rules are compiled at the first run
    modules = loaded("--isolated", name, cwd=tmp_path)
    assert "jdlint.engine" in modules

    assert modules & (HEAVY) == set()


def test_html_is_not_loaded_for_plain_text(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("Counselor\n\nYou help people.\n")
    modules = loaded("--isolated", "draft.txt", cwd=tmp_path)
    assert "jdlint.readers.plain" in modules
    assert "jdlint.readers.jobposting" not in modules
