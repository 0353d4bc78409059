"""Reads the front matter of a Markdown file, YAML or TOML, as fields with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

from jdlint.document import Field

_FRONT = re.compile(
    r"(?:---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)|\+\+\+[ \t]*\n(?:.*\n)*?\+\+\+)[ \t]*(?:\n|\Z)"
)


class FrontMatter(NamedTuple):
    """What stands before the text: its fields, and where the text begins."""

    fields: tuple[Field, ...]
    end: int


def read(text: str, path: str) -> FrontMatter:
    """Read the front matter."""
    found = _FRONT.match(text)
    return FrontMatter((), found.end() if found else 0)
