"""No regular expression of jdlint can be made to hang."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="an expression is stopped by a Unix signal")
def test_a_megabyte_of_the_worst_characters_takes_time_in_proportion_to_its_length() -> None:
    """In a process of its own, where what is compiled can be watched from the start."""
    program = Path(__file__).with_name("expressions.py")
    run = subprocess.run(
        [sys.executable, str(program)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    found = json.loads(run.stdout)
    assert found["expressions"] > 400
    assert found["slow"] == []
