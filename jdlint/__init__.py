"""jdlint checks job descriptions the way a linter checks code."""

__version__ = "0.1.0"
