"""Parses JSON and keeps the place of every value and every character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]

from jdlint.document import Piece
from jdlint.patterns import regex
from jdlint.readers.values import Malformed, Value

_DEEPEST = 100  # levels; a posting has five or six
_MOST = 400_000  # values; a file with a thousand postings has some 60,000

_SPACE = regex(r"[ \t\n\r]*+")
_NUMBER = regex(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_WORD = regex(r"[^\s{}\[\],:\"]{1,40}")
_WORDS = {"true": "boolean", "false": "boolean", "null": "null"}
_ESCAPE = regex(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u.{4}|.)", re.DOTALL
)
_LONE = regex("[\ud800-\udfff]")


def parse(text: str, start: int = 0, end: int | None = None) -> list[Value]:
    """Parse the JSON in `text` from `start` to `end`: one value, or several on lines of their own.

    Raises Malformed with a message that says what to change.
    """
    parser = _Parser(text, len(text) if end is None else end)
    values = [parser.value(start, 0)]
    while (at := parser.skip(parser.at)) < parser.end:
        if text[at] not in "{[" or "\n" not in text[parser.at : at]:
            message = "the JSON ends before this; remove what follows, or wrap all in [ ]"
            raise Malformed(message, at)
        values.append(parser.value(at, 0))
    return values


def pieces(text: str, value: Value) -> Iterator[Piece]:
    """Map the content of a string to where its characters and escapes stand in `text`."""
    read, at, end = 0, value.start + 1, value.end - 1
    for escape in _ESCAPE.finditer(text, at, end):
        plain = escape.start() - at
        if plain:
            yield Piece(read, plain, at, plain)
        read += plain + 1
        at = escape.end()
        yield Piece(read - 1, 1, escape.start(), at - escape.start(), verbatim=False)
    if at < end:
        yield Piece(read, end - at, at, end - at)


class _Parser:
    """Reads values; `at` is where the last one ended."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.at = 0
        self._count = 0

    def skip(self, at: int) -> int:
        """Return the offset after the white space at `at`."""
        found = _SPACE.match(self.text, at, self.end)
        return found.end() if found else at

    def value(self, at: int, depth: int) -> Value:
        """Read the value at `at`, after white space."""
        at = self.skip(at)
        self._count += 1
        if self._count > _MOST:
            raise Malformed("too many values; check a file with fewer postings", at)
        if depth > _DEEPEST:
            raise Malformed(f"nested more than {_DEEPEST} levels deep; no posting is", at)
        sign = self.text[at] if at < self.end else ""
        if sign == "{":
            return self._object(at, depth)
        if sign == "[":
            return self._array(at, depth)
        if sign == '"':
            return self._string(at)
        number = _NUMBER.match(self.text, at, self.end)
        if number:
            self.at = number.end()
            return Value("number", at, self.at, number.group())
        word = _WORD.match(self.text, at, self.end)
        if word and word.group() in _WORDS:
            self.at = word.end()
            return Value(_WORDS[word.group()], at, self.at, word.group())
        raise self._unexpected(at, "a value")

    def _object(self, start: int, depth: int) -> Value:
        members: dict[str, Value] = {}
        at = self.skip(start + 1)
        while not (members == {} and self._sign(at) == "}"):
            if self._sign(at) != '"':
                raise self._unexpected(at, "a name in double quotes")
            name = self._string(at)
            if name.text in members:
                raise Malformed(f"“{_short(name.text)}” stands twice in one object; keep one", at)
            at = self.skip(self.at)
            if self._sign(at) != ":":
                raise self._unexpected(at, f"a colon after “{_short(name.text)}”")
            members[name.text] = self.value(at + 1, depth + 1)
            at = self.skip(self.at)
            if self._sign(at) == "}":
                break
            if self._sign(at) != ",":
                raise self._unexpected(at, "a comma or }")
            at = self._after_comma(at, "}")
        self.at = at + 1
        return Value("object", start, self.at, members=members)

    def _array(self, start: int, depth: int) -> Value:
        items: list[Value] = []
        at = self.skip(start + 1)
        while not (not items and self._sign(at) == "]"):
            items.append(self.value(at, depth + 1))
            at = self.skip(self.at)
            if self._sign(at) == "]":
                break
            if self._sign(at) != ",":
                raise self._unexpected(at, "a comma or ]")
            at = self._after_comma(at, "]")
        self.at = at + 1
        return Value("array", start, self.at, items=tuple(items))

    def _string(self, at: int) -> Value:
        try:
            content, end = scanstring(self.text, at + 1)
        except JSONDecodeError as error:
            raise self._bad_string(error, at) from None
        if end > self.end:
            raise self._cut_off(at)
        if _LONE.search(content):
            content = _LONE.sub("\ufffd", content)
        self.at = end
        return Value("string", at, end, content)

    def _sign(self, at: int) -> str:
        return self.text[at] if at < self.end else ""

    def _after_comma(self, comma: int, closing: str) -> int:
        at = self.skip(comma + 1)
        if self._sign(at) == closing:
            raise Malformed(f"a comma before {closing}; remove the comma", comma)
        return at

    def _bad_string(self, error: JSONDecodeError, at: int) -> Malformed:
        if error.msg.startswith("Invalid control character"):
            sign = self.text[error.pos]
            what = {"\n": r"a line break inside a string; write \n", "\t": r"a tab; write \t"}
            return Malformed(
                what.get(sign, "a control character inside a string; remove it"), error.pos
            )
        if error.msg.startswith("Unterminated"):
            return self._cut_off(at)
        return Malformed(r"a backslash that escapes nothing; write \\", error.pos)

    def _cut_off(self, at: int) -> Malformed:
        return Malformed("the JSON is cut off: this never ends; get the whole file", at)

    def _unexpected(self, at: int, expected: str) -> Malformed:
        if at >= self.end:
            message = f"the JSON is cut off: {expected} should follow; get the whole file"
            return Malformed(message, max(0, self.end - 1))
        text = self.text
        if text.startswith(("//", "/*", "#"), at):
            return Malformed("JSON has no comments; remove this one", at)
        if text[at] in "'‘’“”":
            return Malformed('strings stand in straight double quotes (") in JSON', at)
        word = _WORD.match(text, at, self.end)
        found = _short(word.group() if word else text[at])
        if found in ("NaN", "Infinity", "-Infinity", "undefined", "None", "True", "False"):
            return Malformed(f"JSON has no {found}; write null, true, false or a number", at)
        return Malformed(f"{expected} should stand here, not “{found}”", at)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
