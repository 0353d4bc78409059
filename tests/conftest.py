"""What tests share: the folder of labelled postings, where it is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of labelled and real postings; skip where it is absent."""
    if not SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("CI must have the folder of labelled postings beside the checkout")
        pytest.skip("the folder of labelled postings is not beside this checkout")
    return SHARED
