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
        from jdlint import patterns
        from jdlint.packs import compile_all

        target = Path(tempfile.mkdtemp(prefix="jdlint-rules-"))
        for place, file in compile_all(target).items():
            build_data["force_include"][str(file)] = place
        expressions = target / "patterns.bin"
        _meet_expressions(Path(self.root))
        patterns.write(expressions)
        build_data["force_include"][str(expressions)] = "jdlint/rules/patterns.bin"


def _meet_expressions(root: Path) -> None:
    """Check the drafts in fixtures/, if they are there, so that expressions are met."""
    from jdlint.config import Config
    from jdlint.run import Input, Settings, run

    drafts = sorted(f for f in (root / "fixtures").glob("*/*") if f.suffix != ".out")
    run([Input(str(draft)) for draft in drafts], Settings(lambda _: Config(), isolated=True))
