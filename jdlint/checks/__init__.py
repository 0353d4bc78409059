"""What a check is, and the table of the kinds of check a rule may name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, ClassVar, Protocol, cast

from jdlint.document import Draft
from jdlint.record import Record
from jdlint.referents import Referent
from jdlint.text import Span

KINDS = {
    "terms": "Terms",
    "pattern": "Pattern",
    "section": "SectionCheck",
    "mention": "Mention",
    "tally": "Tally",
    "fact": "FactCheck",
    "metric": "MetricCheck",
    "balance": "Balance",
    "suppression": "SuppressionCheck",
}


class Hit(Record):
    """What a check found, free of rule and severity; without a span it is about the whole draft."""

    span: Span | None
    values: Mapping[str, object] = MappingProxyType({})
    suggestions: tuple[str, ...] = ()
    referent: Referent | None = None  # where the check asked whom the words describe


class Check(Protocol):
    """A record in a module of this package; its attributes are a rule's parameters."""

    excusable: ClassVar[bool]  # a phrase of the user's vocabulary around the hit excuses it

    def find(self, draft: Draft) -> Iterator[Hit]:
        """Yield what the check finds in a draft."""
        ...


def of_wording(check: Check) -> bool:
    """Say whether a check judges wording, so that a term of art around a hit excuses it.

    Terms do unless they say `terms_of_art: false`; patterns, which also look for slips in names and
    for leftovers, where they ask for a referent or say `terms_of_art: true`.
    """
    return bool(getattr(check, "terms_of_art", False) or getattr(check, "referent", ()))


def _made(kind: str) -> type[Record]:
    """Return the class of the checks of a kind."""
    made: type[Record] = getattr(import_module(f"jdlint.checks.{kind}"), KINDS[kind])
    return made


def build(kind: str, parameters: Mapping[str, Any]) -> Check:
    """Make the check of a rule whose parameters have been validated."""
    values = {name: tuple(v) if isinstance(v, list) else v for name, v in parameters.items()}
    return cast("Check", _made(kind)(**values))


def validate(kind: str, parameters: Mapping[str, Any]) -> None:
    """Raise ValueError, with what to write, for a kind or parameters that make no check."""
    if kind not in KINDS:
        message = f"there is no check of kind “{kind}”{nearest(kind, KINDS)}"
        raise ValueError(message)
    made = _made(kind)
    known = made.annotations()
    for name in parameters:
        if name not in known:
            message = f"a check of kind “{kind}” has no “{name}”{nearest(name, known)}"
            raise ValueError(message)
    for name in known:
        if name not in parameters and not made.optional(name):
            message = f"a check of kind “{kind}” needs “{name}”"
            raise ValueError(message)
    for name, value in parameters.items():
        wanted = known[name]
        if wanted.startswith("tuple[str") and not (
            isinstance(value, list) and all(isinstance(v, str) for v in value)
        ):
            message = f"“{name}” must be a list of texts; quote words such as yes, no and numbers"
            raise ValueError(message)
        if wanted == "bool" and not isinstance(value, bool):
            message = f"“{name}” must be true or false"
            raise ValueError(message)
        if wanted.startswith("int") and not isinstance(value, int):
            message = f"“{name}” must be a whole number"
            raise ValueError(message)
        if wanted.startswith("Mapping") and not isinstance(value, dict):
            message = f"“{name}” must be a mapping"
            raise ValueError(message)
        if wanted == "str" and not isinstance(value, str):
            message = f"“{name}” must be a text"
            raise ValueError(message)
    thorough = getattr(build(kind, parameters), "validate", None)
    if thorough is not None:
        thorough()


def nearest(name: str, known: object) -> str:
    """Return “; did you mean …?” where a known name is close, else what there is."""
    from difflib import get_close_matches

    names = [str(n) for n in cast("list[str]", known)]
    close = get_close_matches(name, names, 1)
    if close:
        return f"; did you mean “{close[0]}”?"
    return f"; there are {', '.join(sorted(names))}" if len(names) < 20 else ""
