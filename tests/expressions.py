"""Feeds the worst characters to every regular expression of jdlint and prints those that are slow.

Run as a program, in a process of its own: it watches what is compiled while jdlint is imported,
while every rule is built, and while drafts are read. What is measured is processor time, so that
a busy machine changes nothing, and each expression is stopped at its ceiling.
"""

from __future__ import annotations

import ast
import json
import pkgutil
import re
import signal
import sys
import time
from functools import cache
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SEEDS = (
    *" aA1-.,([<&#/$\n\té*_",
    *(
        "a ",
        "A ",
        "1 ",
        "Aa ",
        "a-",
        "a.",
        "1,",
        "1.",
        "a,b ",
        "a/",
        "1-",
        "a\n",
        "a: ",
        "<a ",
        "&a",
    ),
)
SAMPLE = 8_000  # characters with which the worst seed is looked for
WHOLE = 1_000_000
CEILING = 3.0  # seconds of processor time for a megabyte; a quadratic expression needs hours
SAMPLE_CEILING = 0.25  # a linear one needs a few milliseconds, a quadratic one can slip through
_WORD = re.compile(r"[A-Za-z]{2,}(?: [a-z]{2,})*")
_SYNTAX = re.compile(r"\\[bBdDsSwWZAn]|\(\?[:=!<P][^a-z]?|\?")


class _TooSlow(Exception):
    pass


class Expression(NamedTuple):
    """An expression, and whether it is only ever tried at one place: with match or fullmatch."""

    pattern: re.Pattern[str]
    once: bool


def main() -> None:
    """Print, as JSON, how many expressions there are and which took too long on what."""
    found = everything()
    slow = [[each.pattern.pattern, seed] for each in found for seed in [trouble(each)] if seed]
    json.dump({"expressions": len(found), "slow": slow}, sys.stdout)


def everything() -> list[Expression]:
    """Return every expression over text that jdlint compiles."""
    from jdlint import patterns

    seen: dict[tuple[str, int], Expression] = {}
    compiled, kept = re.compile, patterns.regex

    def note(made: re.Pattern[str], caller: FrameType) -> re.Pattern[str]:
        file = Path(caller.f_code.co_filename)
        if isinstance(made.pattern, str) and ROOT in file.parents and ".venv" not in file.parts:
            before = seen.get((made.pattern, made.flags))
            once = _anchored(file, caller.f_lineno) and (before is None or before.once)
            seen[made.pattern, made.flags] = Expression(made, once)
        return made

    def watch(pattern: str, flags: int = 0) -> re.Pattern[str]:
        return note(compiled(pattern, flags), sys._getframe(1))

    def watch_kept(pattern: str, flags: int = 0) -> re.Pattern[str]:
        return note(kept(pattern, flags), sys._getframe(1))

    re.compile, patterns.regex = watch, watch_kept  # type: ignore[assignment]
    import jdlint

    for module in pkgutil.walk_packages(jdlint.__path__, "jdlint."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    _use_all()
    re.compile, patterns.regex = compiled, kept
    return list(seen.values())


def _use_all() -> None:
    """Build every rule and read every kind of fact, so that what is made late is made."""
    from jdlint import facts, packs, readers
    from jdlint.facts.labels import labels
    from jdlint.outline import outline

    for definition in packs.builtin():
        made = definition.rule().check
        getattr(made, "compiled", None)
        for pattern in getattr(made, "patterns", ()):
            re.compile(pattern, re.MULTILINE)
    for file in sorted((ROOT / "fixtures").rglob("*.*")):
        if file.suffix in (".md", ".txt", ".html"):
            for document in readers.read(file.read_bytes(), file.name):
                draft = facts.draft(document, outline(document))
                labels(draft)
                for family in facts.FAMILIES:
                    draft.facts[family]


def _anchored(file: Path, line: int) -> bool:
    """Say whether what is made there is given a name that is only matched, never searched."""
    made, used = _uses(file)
    names = [name for name, (first, last) in made if first <= line <= last]
    return bool(names) and used.get(names[-1], {""}) <= {"match", "fullmatch"}


@cache
def _uses(file: Path) -> tuple[list[tuple[str, tuple[int, int]]], dict[str, set[str]]]:
    """Return the names that a file assigns, with their lines, and what is called on each name."""
    made: list[tuple[str, tuple[int, int]]] = []
    used: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            span = (node.lineno, node.end_lineno or node.lineno)
            made += [(each.id, span) for each in node.targets if isinstance(each, ast.Name)]
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            used.setdefault(owner, set()).add(node.attr)
    return made, used


def trouble(expression: Expression) -> str | None:
    """Return the characters on which an expression takes too long; None where none are found."""
    pattern, once = expression
    costs = {}
    for seed in seeds(pattern):
        cost = spent(pattern, filled(seed, SAMPLE), SAMPLE_CEILING, once=once)
        if cost is None:
            return seed
        costs[seed] = cost
    worst = max(costs, key=lambda seed: costs[seed])
    if spent(pattern, filled(worst, WHOLE), CEILING, once=once) is None:
        return worst
    return None


def seeds(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Return the characters to repeat: of every kind, and the expression's own first words."""
    own = _WORD.findall(_SYNTAX.sub(" ", pattern.pattern))[:3]
    return (*SEEDS, *(f"{word} " for word in own))


def filled(seed: str, length: int) -> str:
    """Return the seed repeated, and an end at which nothing fits any more."""
    return (seed * (length // len(seed) + 1))[:length] + "\n\x00!"


def spent(pattern: re.Pattern[str], text: str, ceiling: float, *, once: bool) -> float | None:
    """Return the processor time of a search for all matches; None where the ceiling is reached."""
    signal.setitimer(signal.ITIMER_VIRTUAL, ceiling)
    start = time.process_time()
    try:
        if once:
            pattern.match(text)
        else:
            for found in pattern.finditer(text):
                del found
    except _TooSlow:
        return None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def _stop(_: int, __: FrameType | None) -> None:
    raise _TooSlow


if __name__ == "__main__":
    signal.signal(signal.SIGVTALRM, _stop)
    main()
