"""Parses YAML and keeps the place of every value and every character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jdlint.document import Piece
from jdlint.patterns import regex
from jdlint.readers.values import Malformed, Value

_DEEPEST = 100  # levels; a posting has three or four
_MOST = 100_000  # values; a long posting has some hundred

_WORD = regex(r"\S+")
_NULL = regex(r"~|null|Null|NULL|")
_BOOLEAN = regex(r"true|false|yes|no|on|off", re.IGNORECASE)
_NUMBER = regex(r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_FOLDED = regex(
    r"\\(?:x(?P<hex>[0-9a-fA-F]{2})|u(?P<four>[0-9a-fA-F]{4})|U(?P<eight>[0-9a-fA-F]{8})"
    r"|\n(?P<joined>[ \t]*)|(?P<sign>.))|(?P<breaks>[ \t]*\n(?:[ \t]*\n)*[ \t]*)"
)
_SIGNS = dict(zip("0abtnvfreN_LP", "\0\a\b\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True))

_ADVICE = (
    ("mapping values are not allowed", "a second colon in one line; put the text in quotes"),
    (r"'\t'", "a tab; indent with blanks"),
    ("tab character", "a tab; indent with blanks"),
    ("cannot start any token", "a sign that means something in YAML; put the text in quotes"),
    ("could not find expected ':'", "text without a key; indent it, or put a key before it"),
    ("found unexpected end of stream", "a quote that is never closed"),
    ("maximum nesting depth", "nested too deep for a posting"),
    ("undefined alias", "a * at the beginning of text; put the text in quotes"),
)


def parse(text: str) -> list[Value]:
    """Parse the YAML documents in `text`; raises Malformed with what to change.

    An alias is read as null: text that stands in several places has no one place.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.add(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Malformed(_advice(str(error.problem)), mark.index if mark else 0) from None
    except yaml.reader.ReaderError as error:
        message = "a character that YAML does not allow; remove it"
        raise Malformed(message, int(error.position or 0)) from None
    return builder.documents


def pieces(text: str, value: Value) -> Iterator[Piece]:
    """Map the content of a string to where its characters and escapes stand in `text`."""
    if value.style == '"':
        yield from _double_quoted(text, value)
        return
    start, end = value.start, value.end
    if value.style == "'":
        start, end = start + 1, end - 1
    elif value.style in ("|", ">"):
        start = text.find("\n", start, end) + 1 or end
    read = at = -1  # where the last word ended in the content and in the text
    found = _WORD.finditer(text, start, end)
    for word in _WORD.finditer(value.text):
        source = next(found, None)
        if source is None or source.group().replace("''", "'") != word.group().replace("''", "'"):
            rest = len(value.text) - max(read, 0)
            yield Piece(max(read, 0), rest, max(at, start), end - max(at, start), verbatim=False)
            return
        if read >= 0:
            gap, width = word.start() - read, source.start() - at
            same = value.text[read : word.start()] == text[at : source.start()]
            yield Piece(read, gap, at, width, verbatim=same)
        if source.group() == word.group():
            yield Piece(word.start(), len(word.group()), source.start(), len(word.group()))
        else:
            yield from _quotes(word.start(), source.start(), source.group())
        read, at = word.end(), source.end()


def _quotes(read: int, at: int, word: str) -> Iterator[Piece]:
    """Map a word in single quotes, where '' stands for one."""
    parts = word.split("''")
    for number, part in enumerate(parts):
        if part:
            yield Piece(read, len(part), at, len(part))
        read, at = read + len(part), at + len(part)
        if number + 1 < len(parts):
            yield Piece(read, 1, at, 2, verbatim=False)
            read, at = read + 1, at + 2


def _double_quoted(text: str, value: Value) -> Iterator[Piece]:
    read, at, end = 0, value.start + 1, value.end - 1
    for found in _FOLDED.finditer(text, at, end):
        plain = found.start() - at
        if plain:
            yield Piece(read, plain, at, plain)
            read += plain
        at = found.end()
        length = len(_meant(found))
        if length:
            yield Piece(read, length, found.start(), at - found.start(), verbatim=False)
            read += length
    if at < end:
        yield Piece(read, end - at, at, end - at)


def _meant(found: re.Match[str]) -> str:
    number = found["hex"] or found["four"] or found["eight"]
    if number:
        return chr(min(int(number, 16), 0x10FFFF))
    if found["joined"] is not None:
        return ""
    if found["sign"]:
        return _SIGNS.get(found["sign"], found["sign"])
    breaks = found["breaks"].count("\n")
    return " " if breaks == 1 else "\n" * (breaks - 1)


class _Builder:
    """Builds values from the events of a parser, without recursion."""

    def __init__(self) -> None:
        self.documents: list[Value] = []
        self._open: list[tuple[Any, list[Value]]] = []  # a collection's first event, what it holds
        self._count = 0

    def add(self, event: Any) -> None:
        """Take the next event."""
        name = type(event).__name__
        if name in ("MappingStartEvent", "SequenceStartEvent"):
            if len(self._open) > _DEEPEST:
                message = f"nested more than {_DEEPEST} levels deep; no posting is"
                raise Malformed(message, event.start_mark.index)
            self._open.append((event, []))
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            first, held = self._open.pop()
            start, end = first.start_mark.index, event.end_mark.index
            if name == "SequenceEndEvent":
                self._put(Value("array", start, end, items=tuple(held)))
            else:
                self._put(Value("object", start, end, members=_members(held)))
        elif name == "ScalarEvent":
            self._put(_scalar(event))
        elif name == "AliasEvent":
            self._put(Value("null", event.start_mark.index, event.end_mark.index))

    def _put(self, value: Value) -> None:
        self._count += 1
        if self._count > _MOST:
            raise Malformed("too many values; check a file with fewer postings", value.start)
        if self._open:
            self._open[-1][1].append(value)
        else:
            self.documents.append(value)


def _members(held: list[Value]) -> dict[str, Value]:
    members: dict[str, Value] = {}
    for key, value in zip(held[::2], held[1::2], strict=True):
        if key.text in members and key.kind not in ("object", "array"):
            short = key.text if len(key.text) <= 40 else key.text[:39] + "…"
            raise Malformed(f"“{short}” stands twice; keep one", key.start)
        members[key.text] = value
    return members


def _scalar(event: Any) -> Value:
    text, start, end = event.value, event.start_mark.index, event.end_mark.index
    style = event.style or "plain"
    if style == "plain" and event.implicit[0]:
        for kind, pattern in (("null", _NULL), ("boolean", _BOOLEAN), ("number", _NUMBER)):
            if pattern.fullmatch(text):
                return Value(kind, start, end, text)
    return Value("string", start, end, text, style=style)


def _advice(problem: str) -> str:
    for sign, advice in _ADVICE:
        if sign in problem:
            return f"not valid YAML: {advice}"
    return f"not valid YAML: {problem}; check the indentation and the quotes here"
