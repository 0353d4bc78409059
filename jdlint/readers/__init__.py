"""Turns files into documents: one module a format, chosen by the file's name."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, cast

from jdlint.errors import Unreadable

if TYPE_CHECKING:
    from jdlint.document import Document

READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "jobposting",
    ".jsonld": "jobposting",
    ".yaml": "yaml",
    ".yml": "yaml",
}


class Reader(Protocol):
    """A module of this package."""

    def read(self, data: bytes, path: str) -> tuple[Document, ...]:
        """Return the postings in a file; raise Unreadable where there is no posting to read."""
        ...


def readable(path: str) -> bool:
    """Say whether a file of this name is one that jdlint would look for in a folder."""
    return PurePath(path).suffix.lower() in READERS


def read(data: bytes, path: str) -> tuple[Document, ...]:
    """Read the postings in a file, by the ending of its name.

    Raises Unreadable, with the path and what to do, where the file is of a format that jdlint
    does not read or its content is not of that format.
    """
    ending = PurePath(path).suffix.lower()
    module = READERS.get(ending)
    if module is None:
        known = ", ".join(sorted(READERS))
        message = f"jdlint does not read {ending or 'files without an ending'}; it reads {known}"
        raise Unreadable(message, path=path)
    reader = cast("Reader", import_module(f"jdlint.readers.{module}"))
    return reader.read(data, path)
