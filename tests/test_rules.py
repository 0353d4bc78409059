"""Every example of every built-in rule holds, and every part of a rule is proved by one."""

from __future__ import annotations

import pytest

from jdlint import packs
from jdlint.packs import Definition
from jdlint.testing import problems, unproven

RULES = packs.builtin()


@pytest.mark.parametrize("definition", RULES, ids=lambda d: d.name)
def test_its_examples_hold(definition: Definition) -> None:
    assert list(problems(definition)) == []


@pytest.mark.parametrize("definition", RULES, ids=lambda d: d.name)
def test_its_examples_prove_each_part(definition: Definition) -> None:
    assert list(unproven(definition)) == []
