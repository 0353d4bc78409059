"""Compiles regular expressions once for a machine, not once for every process.

Of the time that one page takes in a fresh process, the standard library's compiler of regular
expressions, which is written in Python, takes more than half. What it makes, a list of numbers
for the matching engine, is therefore kept: in the wheel, and in the user's cache folder. It holds
for one version of Python only; where anything does not fit, the expression is compiled as usual.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import marshal
import os
import re
import sys
from typing import TYPE_CHECKING, Any

from jdlint import caches

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 6_000  # expressions that the user's file may hold; the built-in rules have some 1,000
_FITS = f"{sys.implementation.name} {sys.hexversion} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"
_SHIPPED = "patterns.bin"
_HEAD = 8  # bytes that give the length of the index


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns; raise `re.error` as it does."""
    kept = _STORE.find(pattern, int(flags))
    if kept is not None:
        found = _load(pattern, kept)
        if found is not None:
            return found
    return _STORE.add(pattern, int(flags))


def keep() -> None:
    """Write what this process compiled anew to the user's cache folder, if it can be written."""
    if _STORE.new:
        _STORE.write(caches.folder() / _name())


def write(file: Path) -> None:
    """Write every expression that this process has met to `file`, to be shipped in a wheel."""
    _STORE.write(file)


class _Store:
    """The kept expressions: (pattern, flags) → what the matching engine needs."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, int], tuple[Any, ...]] = {}
        self._codes: dict[tuple[str, int], memoryview] = {}  # where what is kept was read from
        self.new = 0
        self._read = False
        self._take(caches.shipped(_SHIPPED))

    def find(self, pattern: str, flags: int) -> tuple[Any, ...] | None:
        """Return what is kept of an expression; the user's file is read at the first gap."""
        kept = self.kept.get((pattern, flags))
        if kept is None and not self._read:
            self._read = True
            self._take(caches.folder() / _name())
            kept = self.kept.get((pattern, flags))
        return kept and (kept[0], self._code(pattern, flags), *kept[2:])

    def _code(self, pattern: str, flags: int) -> bytes | memoryview:
        code = self.kept[pattern, flags][1]
        if isinstance(code, bytes):
            return code
        start, end = code
        return self._codes[pattern, flags][start:end]

    def _take(self, file: Path) -> None:
        """Read the index of a file; the code of an expression is cut out when it is asked for."""
        try:
            data = memoryview(file.read_bytes())
            start = _HEAD + int.from_bytes(data[:_HEAD], "little")
            fits, index = marshal.loads(data[_HEAD:start])  # noqa: S302 - as safe as a .pyc
        except (OSError, ValueError, EOFError, TypeError):
            return
        if fits == _FITS:
            self.kept.update(index)
            self._codes.update(dict.fromkeys(index, data[start:]))

    def add(self, pattern: str, flags: int) -> re.Pattern[str]:
        """Compile an expression and keep it."""
        made = re.compile(pattern, flags)
        code = _code(pattern, flags)
        if code is not None and len(self.kept) < _MOST:
            names = dict(made.groupindex)
            self.kept[pattern, flags] = (made.flags, code, made.groups, names)
            self.new += 1
        return made

    def write(self, file: Path) -> None:
        """Write the store, whole or not at all; a folder that cannot be written is no error."""
        partial = file.with_suffix(f".{os.getpid()}.tmp")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            index, codes, at = {}, [], 0
            for (pattern, flags), (made, _, groups, names) in self.kept.items():
                code = bytes(self._code(pattern, flags))
                index[pattern, flags] = (made, (at, at + len(code)), groups, names)
                codes.append(code)
                at += len(code)
            head = marshal.dumps((_FITS, index))
            partial.write_bytes(b"".join((len(head).to_bytes(_HEAD, "little"), head, *codes)))
            partial.replace(file)
        except OSError:
            pass
        self.new = 0


def _name() -> str:
    return f"patterns-{sys.implementation.cache_tag}.bin"


def _code(pattern: str, flags: int) -> bytes | None:
    """Return the engine's code for an expression; None where this Python has another inside."""
    try:
        from array import array
        from re import _compiler, _parser  # type: ignore[attr-defined]

        return array("I", _compiler._code(_parser.parse(pattern, flags), flags)).tobytes()  # noqa: SLF001
    except (ImportError, AttributeError, TypeError, OverflowError):
        return None


def _load(pattern: str, kept: tuple[Any, ...]) -> re.Pattern[str] | None:
    """Give the engine its code, as the standard library does; None where it does not take it."""
    flags, code, groups, names = kept
    numbers = [None] * (groups + 1)
    for name, number in names.items():
        numbers[number] = name
    try:
        made: re.Pattern[str] = _sre.compile(
            pattern, flags, memoryview(code).cast("I").tolist(), groups, names, tuple(numbers)
        )
    except (RuntimeError, TypeError, ValueError):
        return None
    return made


_STORE = _Store()
