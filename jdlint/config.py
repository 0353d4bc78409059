"""Finds and reads the configuration; what it holds is settled here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jdlint.checks import nearest
from jdlint.errors import ConfigError, PackError
from jdlint.record import Record
from jdlint.rule import Severity

NAME = ".jdlint.yaml"
KEYS = (
    "profile",
    "select",
    "ignore",
    "severity",
    "fail_on",
    "place",
    "profession",
    "setting",
    "employer",
    "vocabulary",
    "packs",
)
EMPLOYER = ("size", "federal_contractor", "federal_funds", "religious", "ai_screening", "name")


class Config(Record):
    """What a person chose: by file, by option, or not at all."""

    profile: str = "recommended"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    fail_on: Severity | None = None  # None: as the profile says
    given: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    vocabulary: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    as_of: date | None = None
    path: str | None = None  # the file it came from


def nearest_file(folder: Path) -> Path | None:
    """Return the configuration file that holds for a folder: in it or the nearest one above."""
    for place in (folder, *folder.parents):
        file = place / NAME
        if file.is_file():
            return file
        project = place / "pyproject.toml"
        try:
            if b"[tool.jdlint" in project.read_bytes():
                return project
        except OSError:
            continue
    return None


def load(file: Path) -> Config:
    """Read a configuration file; raise ConfigError with place and what to write."""
    data = _data(file)
    if not isinstance(data, dict):
        message = f"the configuration is a mapping with keys such as {', '.join(KEYS[:4])}"
        raise ConfigError(message, path=str(file), line=1)
    return from_mapping(data, file)


def _data(file: Path) -> Any:
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"cannot be read: {getattr(error, 'strerror', None) or 'not UTF-8 text'}"
        raise ConfigError(message, path=str(file)) from None
    if file.name == "pyproject.toml":
        import tomllib

        try:
            return tomllib.loads(text).get("tool", {}).get("jdlint", {})
        except tomllib.TOMLDecodeError as error:
            message = f"not valid TOML: {error}"
            raise ConfigError(message, path=str(file)) from None
    from jdlint.tables import parse_yaml

    try:
        return parse_yaml(text, str(file)) or {}
    except PackError as error:
        raise ConfigError(error.message, path=error.path, line=error.line) from None


def _employer(key: str, value: object, bad: Any) -> str:
    """Return a setting of the employer as the text that rules ask for."""
    if key == "name":
        if isinstance(value, str) and value.strip():
            return value
        raise bad(key, "“name” is the legal name of the employer")
    if key == "size":
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return str(value)
        raise bad(key, f"“size” is a number of people, not “{value}”")
    if isinstance(value, bool):
        return "yes" if value else "no"
    raise bad(key, f"“{key}” is yes or no, not “{value}”")


def from_mapping(data: Mapping[str, Any], file: Path) -> Config:
    """Make a configuration from parsed YAML or TOML; `file` is for messages and paths."""

    def bad(key: str, message: str) -> ConfigError:
        return ConfigError(message, path=str(file), line=_line(file, key))

    def texts(key: str) -> tuple[str, ...]:
        value = data.get(key) or []
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(v, str) for v in listed):
            raise bad(key, f"“{key}” is a text or a list of texts")
        return tuple(listed)

    for key in data:
        if key not in KEYS:
            raise bad(str(key), f"there is no setting “{key}”{nearest(str(key), KEYS)}")
    given = {name: texts(name) for name in ("place", "profession", "setting") if data.get(name)}
    employer = data.get("employer") or {}
    if not isinstance(employer, dict):
        raise bad("employer", f"“employer” is a mapping with {', '.join(EMPLOYER)}")
    for key, value in employer.items():
        if key not in EMPLOYER:
            raise bad(str(key), f"“employer” has no “{key}”{nearest(str(key), EMPLOYER)}")
        given[f"employer.{key}"] = (_employer(str(key), value, bad),)
    severity = data.get("severity") or {}
    if not isinstance(severity, dict):
        raise bad("severity", "“severity” is a mapping from a rule or family to a level")
    profile = data.get("profile", "recommended")
    if not isinstance(profile, str):
        raise bad("profile", "“profile” is a name")
    return Config(
        profile=profile,
        select=texts("select"),
        ignore=texts("ignore"),
        severity={str(name): _level(level, bad) for name, level in severity.items()},
        fail_on=_level(data["fail_on"], bad) if "fail_on" in data else None,
        given=given,
        vocabulary=texts("vocabulary"),
        packs=tuple(str(file.parent / folder) for folder in texts("packs")),
        path=str(file),
    )


def _level(value: Any, bad: Any) -> Severity:
    name = str(value).upper()
    if name not in Severity.__members__:
        raise bad(str(value), f"“{value}” is no level; levels are error, warning and info")
    return Severity[name]


def _line(file: Path, key: str) -> int | None:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    for number, line in enumerate(lines, 1):
        if key in line:
            return number
    return None


def with_options(config: Config, **options: Any) -> Config:
    """Lay command-line options over a configuration; None and () leave it as it is."""
    changes = {name: value for name, value in options.items() if value not in (None, (), {})}
    if "given" in changes:
        changes["given"] = {**config.given, **changes["given"]}
    return config.but(**changes)
