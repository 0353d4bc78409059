"""What the machine-readable outputs promise in docs/*.schema.json holds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[1]
SUPPRESSED = """# Therapist

<!-- jdlint: ignore privacy/hipaa-misspelt -- quoted from the client -->
You know HIPPA.

You know HIPPA well.
"""


def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "docs" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _run(*arguments: str) -> Any:
    command = [sys.executable, "-m", "jdlint", *arguments, "--format", "json"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return json.loads(run.stdout)


@pytest.mark.parametrize("command", ["check", "facts"])
def test_the_output_over_all_fixtures_is_as_the_schema_says(command: str) -> None:
    folders = [str(folder) for folder in sorted((ROOT / "fixtures").iterdir()) if folder.is_dir()]
    output = _run(command, *folders)
    assert len(output["files"]) >= 12
    assert [error.message for error in _validator(command).iter_errors(output)] == []


@pytest.mark.parametrize("command", ["check", "facts"])
def test_the_output_with_errors_and_suppressions_is_as_the_schema_says(
    command: str, tmp_path: Path
) -> None:
    (tmp_path / "draft.md").write_text(SUPPRESSED, "utf-8")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    paths = ["draft.md", "broken.json", "nowhere.md"]
    output = _run(command, *(str(tmp_path / path) for path in paths))
    assert [error.message for error in _validator(command).iter_errors(output)] == []
    if command == "check":
        assert output["files"][0]["suppressed"]
        assert output["files"][1]["errors"]
    assert output["errors"]


def test_a_name_that_no_schema_knows_is_seen() -> None:
    output = _run("check", str(ROOT / "fixtures" / "ok"))
    output["surprise"] = True
    assert not _validator("check").is_valid(output)
