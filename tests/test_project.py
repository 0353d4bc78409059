"""Rules about our rules, profiles and files."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

import jdlint
from jdlint import packs, tables
from jdlint.packs import Definition
from jdlint.rule import Severity

ROOT = Path(__file__).parents[1]
RULES = packs.builtin()
VERDICTS = re.compile(
    r"\b(illegal|unlawful|violat\w+|against the law|you must not)\b", re.IGNORECASE
)


@pytest.mark.parametrize("definition", RULES, ids=lambda d: d.name)
def test_a_rule_is_fit_to_be_read(definition: Definition) -> None:
    rule = definition.rule()
    assert rule.summary.endswith(".")
    assert len(rule.summary) <= 72
    assert all(source.url.startswith("https://") and source.year for source in rule.sources)
    assert not VERDICTS.search(rule.message)
    assert rule.message.endswith((".", "?", "!"))


def test_no_term_stands_in_two_rules() -> None:
    seen: dict[str, str] = {}
    for definition in RULES:
        check = definition.data["check"]
        for term in [*check.get("swap", {}), *check.get("avoid", [])]:
            assert term.lower() not in seen, f"{definition.name} and {seen.get(term.lower())}"
            seen[term.lower()] = definition.name


@pytest.mark.parametrize("name", packs.profiles())
def test_a_profile_names_only_what_there_is(name: str) -> None:
    profile = packs.profile(name)
    known = {d.name for d in RULES} | {d.family for d in RULES}
    assert set(profile) <= {"summary", "fail_on", "severity", "ignore"}
    assert set(profile.get("severity") or {}) | set(profile.get("ignore") or []) <= known
    levels = [profile.get("fail_on", "error"), *(profile.get("severity") or {}).values()]
    assert all(level.upper() in Severity.__members__ for level in levels)


def test_there_are_three_profiles() -> None:
    assert set(packs.profiles()) == {"recommended", "strict", "minimal"}


def test_the_compiled_rules_equal_the_rules_as_written(tmp_path: Path) -> None:
    files = packs.compile_all(tmp_path)
    compiled = json.loads(files["jdlint/rules.compiled.json"].read_text("utf-8"))
    assert [[d.name, d.data] for d in RULES] == [[name, data] for name, _, data in compiled]
    assert not any(str(ROOT) in file.read_text("utf-8") for file in files.values())


def test_every_page_of_the_rule_reference_is_there() -> None:
    for definition in RULES:
        assert (ROOT / "docs" / "rules" / f"{definition.name}.md").is_file()


def test_the_version_is_in_the_changelog() -> None:
    assert f"## {jdlint.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_rules_are_found_in_a_checkout() -> None:
    assert tables.rules_folder() == ROOT / "rules"
    assert "hatchling" in str(tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"])
