"""Reads the values of TOML front matter, each with its place, which tomllib does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NoReturn

from jdlint.errors import Unreadable
from jdlint.patterns import regex
from jdlint.text import Span

_DEPTH = 20  # arrays and tables inside one another

_SPACE = regex(r"(?:[ \t\n]|#[^\n]*)*+")
_KEY = regex(r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*""")
_TABLE = regex(rf"\[{{1,2}}[ \t]*(?P<key>{_KEY.pattern})[ \t]*\]{{1,2}}[ \t]*(?:#[^\n]*)?(?=\n|\Z)")
_TAIL = regex(r"[ \t]*(?:#[^\n]*)?")
_EQUALS = regex(r"(?<![ \t])[ \t]*=[ \t]*")
_TEXT = regex(
    r'"""\n?(?P<blocks>(?:[^"\\]|\\.|"(?!""))*+)"""'
    r"|'''\n?(?P<literals>(?:[^']|'(?!''))*+)'''"
    r'|"(?P<basic>(?:[^"\\\n]|\\.)*+)"'
    r"|'(?P<literal>[^'\n]*)'",
    re.DOTALL,
)
_BARE = regex(r"true|false|[+-]?(?:inf|nan)|[+-]?\d[\w.:+-]*(?: \d\d:\d\d:[\d.:Z+-]+)?")
_ESCAPE = regex(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\s*\n\s*|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "e": "\x1b"}


def read(text: str, start: int, end: int, path: str) -> Iterator[tuple[str, str, Span]]:
    """Return the values between two offsets: keys joined with dots, value, place.

    Raises Unreadable with the line where the text is no TOML.
    """
    return _Toml(text, start, end, path).values()


class _Toml:
    def __init__(self, text: str, start: int, end: int, path: str) -> None:
        self._text = text
        self._at = start
        self._end = end
        self._path = path

    def values(self) -> Iterator[tuple[str, str, Span]]:
        table = ""
        while True:
            self._skip(_SPACE)
            if self._at >= self._end:
                return
            heading = _TABLE.match(self._text, self._at, self._end)
            if heading:
                table = _bare(heading["key"]) + "."
                self._at = heading.end()
                continue
            yield from self._pair(table, 0)
            self._skip(_TAIL)
            if self._at < self._end and self._text[self._at] != "\n":
                self._fail("write one key = value on a line")

    def _pair(self, prefix: str, depth: int) -> Iterator[tuple[str, str, Span]]:
        key = _KEY.match(self._text, self._at, self._end)
        if not key:
            self._fail('write key = "value"')
        self._at = key.end()
        if not self._skip(_EQUALS):
            self._fail('write key = "value"')
        yield from self._value(prefix + _bare(key.group()), depth)

    def _value(self, name: str, depth: int) -> Iterator[tuple[str, str, Span]]:
        text = self._text
        found = _TEXT.match(text, self._at, self._end)
        if found and found.lastgroup:
            self._at = found.end()
            value = found[found.lastgroup]
            if found.lastgroup in ("basic", "blocks"):
                value = _ESCAPE.sub(_unescaped, value)
            if value:
                yield name, value, Span(*found.span(found.lastgroup))
            return
        found = _BARE.match(text, self._at, self._end)
        if found:
            self._at = found.end()
            yield name, found.group(), Span(*found.span())
            return
        sign = text[self._at : min(self._at + 1, self._end)]
        if sign not in ("[", "{") or depth >= _DEPTH:
            self._fail("put the value in double quotes")
        self._at += 1
        close = "]" if sign == "[" else "}"
        while True:
            self._skip(_SPACE)
            if self._take(close):
                return
            if sign == "[":
                yield from self._value(name, depth + 1)
            else:
                yield from self._pair(name + ".", depth + 1)
            self._skip(_SPACE)
            if not self._take(",") and not text.startswith(close, self._at):
                self._fail(f"close the list with “{close}”, and put commas between its values")

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        found = pattern.match(self._text, self._at, self._end)
        if found:
            self._at = found.end()
        return bool(found)

    def _take(self, sign: str) -> bool:
        if self._at < self._end and self._text[self._at] == sign:
            self._at += 1
            return True
        return False

    def _fail(self, advice: str) -> NoReturn:
        line = self._text.count("\n", 0, min(self._at, self._end)) + 1
        message = f"the front matter is not valid TOML; {advice}"
        raise Unreadable(message, path=self._path, line=line)


def _bare(key: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in key.split("."))


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    if code[0] in "uU" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return "" if code[0].isspace() else _ESCAPES.get(code, code)
