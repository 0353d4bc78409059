"""Settings: where they are found, what they change, and what is said of a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.config import Config
from jdlint.errors import ConfigError, PackError
from jdlint.run import Input, Settings, run

DRAFT = "# Counselor\n\nYou keep HIPPA records for the Hippa Ridge clinic.\n"


def rules_found(folder: Path, *, isolated: bool = False) -> list[tuple[str, str]]:
    report = run([Input(str(folder / "draft.md"))], Settings(lambda c: c, isolated=isolated))
    return [(f.rule, str(f.severity)) for f in report.files[0].findings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    below = tmp_path / "postings" / "west"
    below.mkdir(parents=True)
    (below / "draft.md").write_text(DRAFT)
    return below


def test_the_nearest_file_upwards_holds(folder: Path) -> None:
    (folder.parents[1] / ".jdlint.yaml").write_text("select: [sections]\n")
    assert not [r for r, _ in rules_found(folder) if not r.startswith("sections/")]
    (folder.parent / ".jdlint.yaml").write_text("select: [privacy/hipaa-misspelt]\n")
    assert {r for r, _ in rules_found(folder)} == {"privacy/hipaa-misspelt"}
    assert len({r for r, _ in rules_found(folder, isolated=True)}) > 1


def test_pyproject_is_read_where_it_speaks_of_jdlint(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    (folder.parent / "pyproject.toml").write_text(
        '[tool.jdlint]\nselect = ["privacy/hipaa-misspelt"]\n'
    )
    assert {r for r, _ in rules_found(folder)} == {"privacy/hipaa-misspelt"}


def test_a_level_can_be_set_for_a_rule_or_a_family(folder: Path) -> None:
    (folder / ".jdlint.yaml").write_text(
        "select: [privacy/hipaa-misspelt]\nseverity: {privacy/hipaa-misspelt: info}\n"
    )
    assert set(rules_found(folder)) == {("privacy/hipaa-misspelt", "info")}


def test_vocabulary_excuses_the_words_inside_a_phrase(folder: Path) -> None:
    chosen = "select: [privacy/hipaa-misspelt]\n"
    (folder / ".jdlint.yaml").write_text(chosen)
    before = len(rules_found(folder))
    (folder / ".jdlint.yaml").write_text(chosen + "vocabulary: [Hippa Ridge]\n")
    assert len(rules_found(folder)) == before - 1


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("profle: strict\n", 1, "did you mean “profile”?"),
        ("profile: severe\n", None, "there is no profile “severe”"),
        ("ignore: [privcy]\n", None, "did you mean “privacy"),
        ("\nseverity: {privacy: grave}\n", 2, "levels are error, warning and info"),
        ("ignore: {a: b}\n", 1, "a text or a list of texts"),
        ("profile: strict\nprofile: minimal\n", 2, "stands twice"),
        ("profile: [strict\n", 2, "not valid YAML"),
        ("employer: {sise: 3}\n", 1, "did you mean “size”?"),
        ("employer: {size: many}\n", 1, "“size” is a number of people, not “many”"),
        ("employer: {size: yes}\n", 1, "“size” is a number of people"),
        ("employer: {religious: perhaps}\n", 1, "“religious” is yes or no, not “perhaps”"),
        ("employer: {name: 12}\n", 1, "“name” is the legal name"),
        ("- profile\n", 1, "mapping"),
    ],
)
def test_a_bad_setting_is_named_with_its_line(
    folder: Path, text: str, line: int | None, says: str
) -> None:
    (folder / ".jdlint.yaml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        rules_found(folder)
    assert says in str(caught.value)
    assert caught.value.path.endswith(".jdlint.yaml")
    if line:
        assert caught.value.line == line


def test_what_the_settings_say_of_the_employer_turns_rules_on_and_off(folder: Path) -> None:
    (folder / "draft.md").write_text("# Nurse\n\nYou visit people. We seek a devout Christian.\n")
    plain = {rule for rule, _ in rules_found(folder)}
    (folder / ".jdlint.yaml").write_text("employer: {federal_contractor: yes, religious: yes}\n")
    settled = {rule for rule, _ in rules_found(folder)}
    assert {"law/contractor-veterans", "law/contractor-disability"} <= settled - plain
    assert "inclusion/faith-asked" in plain - settled


RULE = """\
summary: A test word.
severity: info
evidence: convention
rationale: To test.
sources: [{title: A source, url: "https://example.org", year: 2026}]
check: {kind: terms, avoid: [ridge]}
examples: {bad: [The «ridge».], good: [The hill.]}
since: 0.1.0
"""


def test_a_pack_of_ones_own_is_run(folder: Path) -> None:
    (folder / "house" / "words").mkdir(parents=True)
    (folder / "house" / "words" / "ridge.yaml").write_text(RULE)
    (folder / ".jdlint.yaml").write_text("packs: [house]\nselect: [words]\n")
    assert rules_found(folder) == [("words/ridge", "info")]


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("kind: terms", "kind: term", 6, "did you mean “terms”?"),
        ("avoid: [ridge]", "avoids: [ridge]", 6, "did you mean “avoid”?"),
        ("avoid: [ridge]", "avoid: [no]", 6, "quote words such as yes, no"),
        ("severity: info", "severity: mild", 2, "error, warning or info"),
        ("since: 0.1.0", "since: 0.1", 8, "such as 0.1.0"),
        ("summary: A", "sumary: A", 1, "did you mean “summary”?"),
        ("rationale: To test.", "", 1, "no “rationale”"),
        ("since: 0.1.0", "since: 0.1.0\nsince: 0.2.0", 9, "stands twice"),
        (
            "kind: terms, avoid: [ridge]",
            'kind: pattern, patterns: ["(a+)+b"]',
            6,
            "repeats without limit",
        ),
        ("kind: terms, avoid: [ridge]", 'kind: pattern, patterns: ["(a"]', 6, "not a regular"),
    ],
)
def test_a_bad_pack_is_named_with_its_line(  # what is wrong, where, and what to write
    folder: Path, old: str, new: str, line: int, says: str
) -> None:
    (folder / "house" / "words").mkdir(parents=True)
    (folder / "house" / "words" / "ridge.yaml").write_text(RULE.replace(old, new))
    (folder / ".jdlint.yaml").write_text("packs: [house]\nselect: [words]\n")
    with pytest.raises(PackError) as caught:
        rules_found(folder)
    assert says in str(caught.value)
    assert (Path(caught.value.path).name, caught.value.line) == ("ridge.yaml", line)


def test_defaults_need_no_file() -> None:
    assert Config().profile == "recommended"
