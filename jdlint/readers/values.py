"""Holds the values of a data file (JSON or YAML), each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


class Malformed(Exception):
    """Text that is not of its format: what is wrong, and at which offset."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


@dataclass(frozen=True, slots=True)
class Value:
    """A value and where it stands in the text of the file, quotes included.

    `text` is the content of a string, the digits of a number, true or false.
    """

    kind: str  # object | array | string | number | boolean | null
    start: int
    end: int
    text: str = ""
    members: Mapping[str, Value] = field(default_factory=dict)
    items: tuple[Value, ...] = ()
    style: str = ""  # of a string in YAML: plain, or its sign such as | or "

    def children(self) -> Iterator[tuple[str, Value]]:
        """Return what an object or an array holds, with the steps of JSON pointers to it."""
        for name, value in self.members.items():
            yield "/" + name.replace("~", "~0").replace("/", "~1"), value
        for number, value in enumerate(self.items):
            yield f"/{number}", value

    def all(self, path: str) -> Iterator[tuple[str, Value]]:
        """Return the values at a path such as `offices.name`, with JSON pointers from here.

        Arrays on the way are gone through. A step such as `parts[kind=Salary]` keeps the objects
        whose member has that text.
        """
        here, _, rest = path.partition(".")
        name, _, condition = here.partition("[")
        value = self.members.get(name)
        if value is None:
            return
        for step, inner in _each("/" + name, value):
            if condition:
                key, _, wanted = condition.rstrip("]").partition("=")
                actual = inner.members.get(key)
                if actual is None or actual.text != wanted:
                    continue
            if rest:
                for pointer, found in inner.all(rest):
                    yield step + pointer, found
            else:
                yield step, inner


def _each(pointer: str, value: Value) -> Iterator[tuple[str, Value]]:
    if value.kind != "array":
        yield pointer, value
        return
    for number, item in enumerate(value.items):
        yield f"{pointer}/{number}", item
