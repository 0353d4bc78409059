"""Reads the front matter of a Markdown file, YAML or TOML, as fields with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jdlint.document import Field
from jdlint.errors import Unreadable
from jdlint.patterns import regex
from jdlint.readers import toml_fields
from jdlint.readers.field_names import name
from jdlint.text import Span

_SIZE_LIMIT = 100_000  # characters; front matter has a few hundred
_OPEN = regex(r"(?P<mark>---|\+\+\+)[ \t]*\n")
_CLOSE = {
    "---": regex(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": regex(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_KEY = regex(r"""["']?[A-Za-z_][\w .-]*["']?[ \t]*:(?:[ \t]|\Z)""")
_KEYS = regex(r"(?:[a-z][\w-]*: [^\n]*\n){2}")
_REST = regex(r"[\s#\]})-]")  # what else a line of YAML that begins no key may begin with

_NULLS = ("~", "null", "Null", "NULL")

# The YAML that nearly all front matter is written in, which needs no parser.
_PLAIN = r"[A-Za-z0-9$£€(/+.][^\n#:]*(?:(?::(?![ \t\n])|(?<![ \t])#)[^\n#:]*)*"
_QUOTED = r"""(?P<quote>["'])(?P<inside>[^"'\\\n]*)(?P=quote)"""
_SIMPLE = regex(
    rf"(?:(?P<key>[A-Za-z_][\w.-]*):|[ \t]*(?P<dash>-))"
    rf"(?:[ ]+(?:(?P<plain>{_PLAIN})|{_QUOTED}))?[ \t]*(?:[ \t]#[^\n]*)?\n|[ \t]*(?:#[^\n]*)?\n"
)


class FrontMatter(NamedTuple):
    """What stands before the text: its fields, and where the text begins."""

    fields: tuple[Field, ...] = ()
    end: int = 0


class _Value(NamedTuple):
    path: str
    text: str
    span: Span


def read(text: str, path: str) -> FrontMatter:
    """Read the front matter, if there is any; places are offsets into `text`.

    Raises Unreadable, with the line, where it is malformed or does not end. Text between two rules
    of dashes is no front matter unless each of its lines could be one of YAML.
    """
    opened = _OPEN.match(text)
    if not opened:
        return FrontMatter()
    mark, start = opened["mark"], opened.end()
    closed = _CLOSE[mark].search(text, start)
    if not closed:
        if mark == "+++" or _KEYS.match(text, start):
            message = f"the front matter does not end; close it with a line “{mark}”"
            raise Unreadable(message, path=path, line=1)
        return FrontMatter()
    end = closed.start()
    if end > _SIZE_LIMIT:
        message = (
            f"front matter of more than {_SIZE_LIMIT:,} characters; leave the keys of the posting"
        )
        raise Unreadable(message, path=path, line=1)
    if mark == "+++":
        values = [_Value(*value) for value in toml_fields.read(text, start, end, path)]
    elif _is_mapping(text, start, end):
        simple = _simple(text, start, end)
        values = list(_yaml(text[start:end], start, path)) if simple is None else simple
    else:
        return FrontMatter()
    fields = [
        Field(name(value.path), value.text.strip(), value.span)
        for value in values
        if any(character.isalnum() for character in value.text)
    ]
    return FrontMatter(tuple(fields), min(len(text), closed.end() + 1))


def _is_mapping(text: str, start: int, end: int) -> bool:
    lines = [line for line in text[start:end].split("\n") if line.strip()]
    keys = [line for line in lines if not _REST.match(line)]
    return all(_KEY.match(line) for line in keys) and bool(keys or not lines)


def _simple(text: str, start: int, end: int) -> list[_Value] | None:
    """Read keys with values of one line, or with lists of such; None where there is more."""
    values: list[_Value] = []
    key = ""
    listing = False  # the last key had no value of its own
    at = start
    while at < end:
        found = _SIMPLE.match(text, at)
        if not found:
            return None
        at = found.end()
        if found["key"] is None and found["dash"] is None:
            continue
        if found["key"] is not None:
            key = found["key"]
            listing = found["plain"] is None and found["quote"] is None
        elif not listing:
            return None
        for group in ("plain", "inside"):
            value = found[group]
            if group == "plain" and value:
                value = "" if value.strip() in _NULLS else value.rstrip()
            if value:
                begin = found.start(group)
                values.append(_Value(key, value, Span(begin, begin + len(value))))
    return values


def _yaml(text: str, start: int, path: str) -> Iterator[_Value]:
    """Read any YAML, event by event: aliases are not followed, and depth costs nothing."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    levels: list[_Level] = []
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                prefix = levels[-1].path() if levels else ""
                levels.append(_Level(prefix, keyed=isinstance(event, yaml.MappingStartEvent)))
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                levels.pop()
                if levels:
                    levels[-1].passed()
            elif isinstance(event, yaml.AliasEvent) and levels:
                levels[-1].passed()
            elif isinstance(event, yaml.ScalarEvent) and levels:
                level = levels[-1]
                if level.wants_key:
                    level.key = str(event.value)
                    level.wants_key = False
                    continue
                first, last = event.start_mark, event.end_mark
                null = not event.style and event.value in _NULLS
                if event.value and not null and first and last:
                    low, high = first.index, last.index
                    if text[low + 1 : high - 1] == event.value:  # in quotes
                        low, high = low + 1, high - 1
                    yield _Value(level.path(), event.value, Span(start + low, start + high))
                level.passed()
    except yaml.MarkedYAMLError as error:
        line = 2 + (error.problem_mark.line if error.problem_mark else 0)
        message = (
            f"the front matter is not valid YAML: {error.problem}; "
            "put a value that holds a colon or a sign of YAML in quotes"
        )
        raise Unreadable(message, path=path, line=line) from None
    except yaml.YAMLError as error:
        problem = str(error).splitlines()[0]
        message = f"the front matter is not valid YAML: {problem}; take that character out"
        raise Unreadable(message, path=path, line=2) from None


class _Level:
    """A mapping or a list of YAML that is open."""

    def __init__(self, prefix: str, *, keyed: bool) -> None:
        self._prefix = prefix
        self._keyed = keyed
        self.wants_key = keyed
        self.key = ""

    def path(self) -> str:
        return ".".join(part for part in (self._prefix, self.key) if part)

    def passed(self) -> None:
        """Note that a value has ended."""
        self.wants_key = self._keyed
