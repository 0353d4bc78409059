"""Puts the compiled rules and tables into the wheel, so that no run has to parse YAML."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[misc]
    """Compile the rules when a wheel is built; an editable install reads them as they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled files to the wheel."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from jdlint.packs import compile_all

        target = Path(tempfile.mkdtemp(prefix="jdlint-rules-"))
        for place, file in compile_all(target).items():
            build_data["force_include"][str(file)] = place
