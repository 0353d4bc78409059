"""Says where compiled rules, tables and expressions are kept, and where a wheel has its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder() -> Path:
    """Return the user's cache folder for jdlint; it need not exist."""
    home = os.environ.get("XDG_CACHE_HOME") or (
        os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None
    )
    return (Path(home) if home else Path.home() / ".cache") / "jdlint"


def shipped(name: str) -> Path:
    """Return the place of a compiled file in a wheel; it need not exist."""
    return _PACKAGE / "rules" / name
