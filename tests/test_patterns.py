"""Expressions that were kept match as freshly compiled ones do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from jdlint.patterns import regex

EXPRESSIONS = [
    (r"(?P<low>\d+)\s*[-–]\s*(?P<high>\d+)", 0),
    (r"\b(?:ninja|rock[ -]stars?)\b", re.IGNORECASE),
    (r"^- (\w++)(?=\n|\Z)", re.MULTILINE),
    (r"(?<!\w)straße|ΣΑΣ", re.IGNORECASE),
    (r"[^\W\d_]{2,}|(a)|(?P<b>b)", re.DOTALL | re.VERBOSE),
]
TEXT = "Pay 20 - 30.\n- nurse\nA Rock-Star NINJA, STRASSE Straße σας\nb a"


def seen(cache: Path) -> str:
    """Return what a new process matches with the cache folder given."""
    code = (
        "import re; from jdlint import patterns\n"
        f"for p, f in {EXPRESSIONS!r}:\n"
        "    r = patterns.regex(p, f)\n"
        f"    print(r.flags, r.groups, dict(r.groupindex), "
        f"[(m.span(), m.groupdict(), m.lastgroup) for m in r.finditer({TEXT!r})])\n"
        "print(patterns._STORE.new)\n"
        "patterns.keep()"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


def test_a_second_process_matches_as_the_first_and_compiles_nothing(tmp_path: Path) -> None:
    first = seen(tmp_path).splitlines()
    second = seen(tmp_path).splitlines()
    assert first[:-1] == second[:-1]
    assert first[:-1] == [
        f"{r.flags} {r.groups} {dict(r.groupindex)} "
        f"{[(m.span(), m.groupdict(), m.lastgroup) for m in r.finditer(TEXT)]}"
        for r in (re.compile(p, f) for p, f in EXPRESSIONS)
    ]
    assert int(first[-1]) >= len(EXPRESSIONS)
    assert second[-1] == "0"


@pytest.mark.parametrize("damage", [b"", b"\x00", b"\xfb\x00\x00", b"not a cache" * 100])
def test_a_damaged_cache_is_no_error(tmp_path: Path, damage: bytes) -> None:
    first = seen(tmp_path)
    for file in (tmp_path / "jdlint").iterdir():
        file.write_bytes(damage)
    assert seen(tmp_path) == first


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert seen(tmp_path / "file").splitlines()[-1] != "0"


def test_what_is_no_expression_is_an_error() -> None:
    with pytest.raises(re.error):
        regex("(open")
