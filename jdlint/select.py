"""Chooses the rules that run and settles their severities, once for a run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from jdlint import packs
from jdlint.checks import nearest
from jdlint.config import Config
from jdlint.errors import ConfigError
from jdlint.packs import Definition
from jdlint.record import Record
from jdlint.rule import Rule, Severity


class Skipped(NamedTuple):
    """A rule that did not run, with the reason."""

    rule: str
    reason: str


class Ruleset(Record):
    """The rules that run, with their final severities."""

    rules: tuple[Rule, ...]
    skipped: tuple[Skipped, ...]
    fail_on: Severity
    names: frozenset[str]  # every rule and family there is, for suppressions


def definitions(config: Config) -> tuple[Definition, ...]:
    """Return the built-in definitions and those of the user's packs."""
    own = tuple(d for folder in config.packs for d in packs.pack(Path(folder)))
    return (*packs.builtin(), *own)


def ruleset(config: Config) -> Ruleset:
    """Choose rules as the configuration says.

    Raises ConfigError where a rule, family or profile is named that does not exist.
    """
    found = definitions(config)
    names = {d.name for d in found} | {d.family for d in found}
    try:
        chosen = packs.profile(config.profile)
    except KeyError:
        message = f"there is no profile “{config.profile}”"
        message += nearest(config.profile, packs.profiles())
        raise ConfigError(message, path=config.path or "") from None
    _known((*config.select, *config.ignore, *config.severity), names, config)
    levels = {name: Severity[str(v).upper()] for name, v in (chosen.get("severity") or {}).items()}
    rules, skipped = [], []
    for definition in found:
        reason = _off(definition, config, tuple(chosen.get("ignore") or ()))
        if reason:
            skipped.append(Skipped(definition.name, reason))
            continue
        rule = definition.working()
        severity = rule.severity
        for table in (levels, config.severity):
            severity = table.get(rule.name, table.get(rule.family, severity))
        rules.append(rule if severity is rule.severity else rule.but(severity=severity))
    fail_on = config.fail_on or Severity[str(chosen.get("fail_on", "error")).upper()]
    return Ruleset(tuple(rules), tuple(skipped), fail_on, frozenset(names))


def _off(definition: Definition, config: Config, profile_ignores: tuple[str, ...]) -> str | None:
    """Say why a rule is off, or None where it is on."""
    named = {definition.name, definition.family}
    if named & set(config.ignore):
        return "ignored by the configuration"
    if definition.name in config.select:
        return None
    if definition.preview:
        return "in preview; select it by name to try it"
    if config.select:
        return None if definition.family in config.select else "not selected"
    if named & set(profile_ignores):
        return f"not in the profile {config.profile}"
    return None


def _known(named: Iterable[str], names: set[str], config: Config) -> None:
    for name in named:
        if name not in names:
            message = f"there is no rule or family “{name}”{nearest(name, names)}"
            raise ConfigError(message, path=config.path or "")
