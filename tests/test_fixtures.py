"""The drafts in fixtures/: good ones are silent, bad ones give exactly what stands beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jdlint.config import Config, load, with_options
from jdlint.reporters import text
from jdlint.run import Input, Settings, run

DAY = date(2026, 11, 1)
FIXTURES = Path(__file__).parents[1] / "fixtures"
OK = sorted(f for f in FIXTURES.rglob("ok/*") if f.is_file())
FOUND = sorted(f for f in FIXTURES.rglob("found/*") if f.suffix != ".out")


def settled(file: Path) -> Config:
    """Return the settings that stand above the folder of a draft."""
    settings = file.parents[1] / ".jdlint.yaml"
    return with_options(load(settings) if settings.is_file() else Config(), as_of=DAY)


def output(file: Path, config: Config) -> str:
    named = Input(file.name, data=file.read_bytes())
    return text.render(run([named], Settings(lambda _: config, isolated=True)), text.Style())


@pytest.mark.parametrize("file", OK, ids=lambda f: f.name)
def test_a_good_draft_is_silent(file: Path) -> None:
    line, *rest = output(file, settled(file)).splitlines()
    assert line.startswith(f"{file.name}: ")
    assert line.endswith("; nothing found")
    assert rest == ["", "1 posting checked: nothing found."]


def test_the_model_description_passes_the_gate_before_publishing() -> None:
    model = FIXTURES / "ok" / "mental-health-specialist.md"
    shown = output(model, Config(profile="strict", as_of=DAY))
    assert shown.endswith("; nothing found\n\n1 posting checked: nothing found.\n")


@pytest.mark.parametrize("file", FOUND, ids=lambda f: f.name)
def test_a_bad_draft_gives_what_stands_beside_it(file: Path) -> None:
    expected = file.with_name(file.name + ".out").read_text("utf-8")
    assert output(file, settled(file)) == expected


def test_there_are_drafts_of_every_format() -> None:
    assert {f.suffix for f in (*OK, *FOUND)} >= {".md", ".txt", ".html", ".json", ".yaml"}
    assert len(OK) + len(FOUND) >= 12
