"""Frozen records that cost little to define, so that a run may know many kinds of them."""

from __future__ import annotations

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Record:
    """A frozen record of the attributes that are annotated in its class, as those of a dataclass.

    It is no dataclass because making one takes a third of a millisecond, and a run needs some
    sixty kinds of records. A default is shared by all records: it must be a value that cannot
    change.
    """

    _names: ClassVar[tuple[str, ...]] = ()
    _known: ClassVar[frozenset[str]] = frozenset()
    _needed: ClassVar[frozenset[str]] = frozenset()  # those without a default

    def __init_subclass__(cls) -> None:
        own = (
            name
            for name, kind in vars(cls).get("__annotations__", {}).items()
            if name[0] != "_" and not str(kind).startswith("ClassVar")
        )
        cls._names = tuple(dict.fromkeys((*cls._names, *own)))
        cls._known = frozenset(cls._names)
        cls._needed = frozenset(name for name in cls._names if not hasattr(cls, name))

    def __init__(self, *given: Any, **values: Any) -> None:
        if given:
            names = self._names[: len(given)]
            if len(given) > len(names) or not values.keys().isdisjoint(names):
                raise TypeError(f"{type(self).__name__}: too many values")
            values.update(zip(names, given, strict=True))
        if not self._needed <= values.keys() <= self._known:
            wrong = sorted((values.keys() - self._known) | (self._needed - values.keys()))
            raise TypeError(f"{type(self).__name__}: {', '.join(wrong)}?")
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a record does not change: {name}")

    @classmethod
    def annotations(cls) -> dict[str, str]:
        """Return the name of every attribute and, as it is written in its class, its type."""
        written: dict[str, str] = {}
        for part in reversed(cls.__mro__):
            written |= vars(part).get("__annotations__", {})
        return {name: written[name] for name in cls._names}

    @classmethod
    def optional(cls, name: str) -> bool:
        """Say whether an attribute has a default."""
        return name not in cls._needed

    def attributes(self) -> dict[str, Any]:
        """Return every attribute by its name."""
        return {name: getattr(self, name) for name in self._names}

    def but(self, **changes: Any) -> Self:
        """Return the same with other values for some attributes."""
        return type(self)(**{**self.attributes(), **changes})

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record) or type(self) is not type(other):
            return NotImplemented
        return self.attributes() == other.attributes()

    def __hash__(self) -> int:
        return hash((type(self), *map(repr, self.attributes().values())))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.attributes().items())
        return f"{type(self).__name__}({shown})"
