"""The command line as a person and a pipeline meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = Path(__file__).parents[1] / "fixtures" / "ok" / "mental-health-specialist.md"


def jdlint(*arguments: str, cwd: Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "jdlint", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        input=text,
        env={**os.environ, "COLUMNS": "96"},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.md").write_text(GOOD.read_text("utf-8"), "utf-8")
    (tmp_path / "bad.md").write_text("# Counselor\n\nYou keep HIPPA records at [Company Name].\n")
    (tmp_path / "short.md").write_text("# Counselor\n\nYou help people to live well.\n")
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    (tmp_path / "data.json").write_text('{"name": "a-package", "version": "1.0.0"}')
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.md"], 0),
        (["--profile", "strict", "good.md"], 0),
        (["short.md"], 0),  # notes only: below the fail level
        (["--fail-on", "info", "short.md"], 1),
        (["bad.md"], 1),
        (["--profile", "strict", "short.md"], 1),
        (["missing.md"], 2),
        (["good.md", "missing.md"], 2),
        (["bad.md", "missing.md"], 2),
        (["binary.txt"], 2),
        (["bad.md", "binary.txt"], 2),
        (["data.json"], 2),
        (["empty.md"], 1),
        (["--nonsense", "good.md"], 2),
        (["--select", "privcy", "good.md"], 2),
        (["--profile", "severe", "good.md"], 2),
        (["--as-of", "soon", "good.md"], 2),
        (["--fact", "place", "good.md"], 2),
        (["*.nothing"], 2),
        (["explain", "no/such-rule"], 2),
        (["explain", "privacy/hipaa-misspelt"], 0),
        (["rules"], 0),
        (["config"], 0),
        (["facts", "good.md"], 0),
        (["facts", "missing.md"], 2),
        (["--help"], 0),
        (["--version"], 0),
    ],
)
def test_exit_code(folder: Path, arguments: list[str], code: int) -> None:
    run = jdlint(*arguments, cwd=folder)
    assert run.returncode == code, run.stdout + run.stderr
    assert "Traceback" not in run.stderr


def test_an_unreadable_file_does_not_stop_the_others(folder: Path) -> None:
    run = jdlint("binary.txt", "bad.md", "missing.md", cwd=folder)
    assert "privacy/hipaa-misspelt" in run.stdout
    lines = run.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in lines] == ["missing.md", "binary.txt"]


def test_a_folder_is_searched_and_its_data_files_are_no_errors(folder: Path) -> None:
    (folder / "binary.txt").unlink()
    (folder / "node_modules").mkdir()
    (folder / "node_modules" / "readme.md").write_text("HIPPA")
    out = json.loads(jdlint("--format", "json", ".", cwd=folder).stdout)
    names = {Path(file["path"]).name for file in out["files"]}
    assert names == {"good.md", "bad.md", "short.md", "empty.md"}


def test_the_same_file_named_twice_is_checked_once(folder: Path) -> None:
    out = json.loads(jdlint("--format", "json", "bad.md", "bad.md", cwd=folder).stdout)
    assert len(out["files"]) == 1


def test_standard_input_goes_by_the_name_given(folder: Path) -> None:
    page = "<p>You keep <b>HIPPA</b> records.</p>"
    run = jdlint("-", "--stdin-filename", "draft.html", "--format", "json", cwd=folder, text=page)
    (file,) = json.loads(run.stdout)["files"]
    assert (file["path"], file["format"]) == ("draft.html", "html")
    (found,) = [f for f in file["findings"] if f["rule"] == "privacy/hipaa-misspelt"]
    assert page[found["offset"] : found["end_offset"]] == "HIPPA"


def test_the_text_shows_place_words_and_what_to_write(folder: Path) -> None:
    run = jdlint("--select", "privacy/hipaa-misspelt", "bad.md", cwd=folder)
    lines = run.stdout.splitlines()
    assert lines[0] == "bad.md:3:10: error privacy/hipaa-misspelt"
    assert "HIPAA" in lines[1]
    assert lines[3].index("^") == lines[2].index("HIPPA")
    assert "\x1b" not in run.stdout


def test_control_characters_of_a_draft_do_not_reach_the_terminal(folder: Path) -> None:
    (folder / "evil.md").write_text("You keep \x1b[31mHIPPA\x9b records.\n", "utf-8")
    run = jdlint("--color", "never", "evil.md", cwd=folder)
    assert "HIPPA" in run.stdout
    assert "\x1b" not in run.stdout
    assert "\x9b" not in run.stdout


def test_quiet_shows_the_summary_alone(folder: Path) -> None:
    run = jdlint("--quiet", "bad.md", cwd=folder)
    assert "1 posting checked" in run.stdout.splitlines()[0]


def test_statistics_count_findings_by_rule(folder: Path) -> None:
    run = jdlint("--statistics", "--quiet", "bad.md", cwd=folder)
    assert any(line.split() == ["1", "privacy/hipaa-misspelt"] for line in run.stdout.splitlines())


def test_verbose_says_which_rules_lack_a_fact(folder: Path) -> None:
    (folder / "bare.md").write_text("Some words without a trade.\n")
    run = jdlint("--verbose", "bare.md", cwd=folder)
    assert "not run:" in run.stdout


def test_facts_reads_standard_input_under_the_name_given(folder: Path) -> None:
    page = "<title>Nurse</title><h1>Nurse</h1><p>Denver, CO</p><p>$40 an hour</p>"
    run = jdlint(
        "facts", "-", "--stdin-filename", "draft.html", "--format", "json", cwd=folder, text=page
    )
    (file,) = json.loads(run.stdout)["files"]
    assert file["path"] == "draft.html"
    assert [row["min"] for row in file["facts"]["pay"]] == [40]


def test_data_files_of_another_kind_are_passed_over_where_asked(folder: Path) -> None:
    (folder / "settings.yaml").write_text("colour: blue\n", "utf-8")
    named = jdlint("good.md", "settings.yaml", cwd=folder)
    assert named.returncode == 2
    assert "settings.yaml: no job description found" in named.stderr
    passed = jdlint("--skip-other", "good.md", "settings.yaml", cwd=folder)
    assert (passed.returncode, passed.stderr) == (0, "")


def test_a_draft_in_another_language_is_said_to_be_one_and_little_else(folder: Path) -> None:
    sentence = "Wir suchen eine Pflegekraft, die gern im Team arbeitet und Berichte schreibt. "
    (folder / "deutsch.md").write_text(f"# Pflegekraft\n\n{sentence * 12}\n", "utf-8")
    out = json.loads(jdlint("--format", "json", "deutsch.md", cwd=folder).stdout)
    (file,) = out["files"]
    rules = {found["rule"] for found in file["findings"]}
    assert "draft/not-english" in rules
    assert {rule.split("/")[0] for rule in rules} == {"draft"}
    skipped = {skip["rule"]: skip["reason"] for skip in file["skipped"]}
    assert skipped["sections/missing-pay"] == "the draft is not in English"


RULE = """\
summary: A word that our house does not use.
message: “{match}” is not our word.
severity: warning
evidence: convention
rationale: Our guide asks for plain words.
sources: [{title: House guide, url: "https://example.org/guide", year: 2026}]
check: {kind: terms, avoid: [zesty], referent: [candidate]}
examples: {bad: [We look for a «zesty» nurse.], good: [We look for a nurse.]}
since: 0.1.0
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Make a folder with a rule about whom a word describes."""
    (tmp_path / "rules" / "house").mkdir(parents=True)
    (tmp_path / "rules" / "house" / "word.yaml").write_text(RULE, "utf-8")
    (tmp_path / ".jdlint.yaml").write_text("packs: [rules]\nselect: [house]\n", "utf-8")
    text = (
        "We look for a zesty nurse. You serve zesty patients. At Zesty Lane we meet a zesty crew.\n"
    )
    (tmp_path / "draft.md").write_text(text, "utf-8")
    return tmp_path


def test_it_says_whom_the_words_describe_and_what_told_so(house: Path) -> None:
    shown = jdlint("--verbose", "draft.md", cwd=house).stdout
    assert "it describes: candidate, since it describes “nurse”" in shown
    (file,) = json.loads(jdlint("--format", "json", "draft.md", cwd=house).stdout)["files"]
    told = [(f["referent"], f["referent_evidence"]) for f in file["findings"]]
    assert told[0] == ("candidate", "it describes “nurse”")
    assert {referent for referent, _ in told} == {"candidate"}


def test_a_phrase_of_the_vocabulary_excuses_words_without_naming_a_rule(house: Path) -> None:
    settings = house / ".jdlint.yaml"
    before = jdlint("draft.md", cwd=house).stdout
    settings.write_text(settings.read_text("utf-8") + "vocabulary: [zesty nurse]\n", "utf-8")
    after = jdlint("draft.md", cwd=house).stdout
    assert "1:15: warning house/word" in before
    assert "1:15: warning house/word" not in after


def test_a_file_that_cannot_be_read_is_not_counted_as_checked(folder: Path) -> None:
    (folder / "picture.md").write_bytes(bytes(range(256)) * 20)
    run = jdlint("good.md", "picture.md", cwd=folder)
    assert "1 posting checked: nothing found; 1 problem with input" in run.stdout
    assert "0 postings checked" in jdlint("picture.md", cwd=folder).stdout
