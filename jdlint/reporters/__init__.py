"""Turns a report into text; one module a format."""

from __future__ import annotations

FORMATS = ("text", "json")


def printable(text: str) -> str:
    """Return text that a terminal shows as it is: control characters become visible marks."""
    return "".join(
        c if c == "\t" or (c.isprintable() or c == " ") else f"\\x{ord(c):02x}" for c in text
    )
