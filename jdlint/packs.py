"""Finds rule files and turns them into rules; says what is wrong with a file and where."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jdlint import tables
from jdlint.checks import build, nearest, validate
from jdlint.errors import PackError
from jdlint.facts import FAMILIES
from jdlint.rule import Condition, Example, Local, Reference, Rule, Severity

MUST = ("summary", "severity", "evidence", "rationale", "sources", "check", "examples", "since")
MAY = ("message", "exceptions", "when", "local", "status", "tags", "show")
EVIDENCE = ("law", "regulation", "guideline", "study", "convention")
PAGES = ("rationale", "exceptions", "examples")  # what no run of the checks needs
NOT_RULES = ("data", "profiles")


def builtin() -> tuple[Definition, ...]:
    """Return the definitions of the built-in rules, in order of name."""
    folder = tables.rules_folder()
    rows = tables.compiled(folder, _working)
    return tuple(Definition(name, str(folder / file), data) for name, file, data in rows)


def _working(folder: Path) -> list[tuple[str, str, Any]]:
    """Return the rules of a folder without what only their pages show."""
    return [
        (name, file, {key: value for key, value in data.items() if key not in PAGES})
        for name, file, data in _parse_folder(folder)
    ]


def _pages(folder: Path) -> dict[str, Any]:
    """Return what only the pages of rules show, by name of rule."""
    return {
        name: {key: value for key, value in data.items() if key in PAGES}
        for name, _, data in _parse_folder(folder)
    }


def pack(folder: Path) -> tuple[Definition, ...]:
    """Return the definitions in a user's pack: rules in `FAMILY/NAME.yaml` below the folder."""
    if not folder.is_dir():
        message = "there is no such folder of rules"
        raise PackError(message, path=str(folder))
    rows = _parse_folder(folder)
    found = tuple(Definition(name, str(folder / file), data) for name, file, data in rows)
    if not found:
        message = "no rules in this folder; a rule is a file FAMILY/NAME.yaml below it"
        raise PackError(message, path=str(folder))
    return found


class Definition:
    """A rule's file, parsed but not yet built: building costs time, and few runs need all."""

    def __init__(self, name: str, path: str, data: Mapping[str, Any]) -> None:
        self.name = name
        self.path = path
        self.data = data

    @property
    def family(self) -> str:
        return self.name.partition("/")[0]

    @property
    def preview(self) -> bool:
        return self.data.get("status") == "preview"

    def rule(self) -> Rule:
        """Build the rule, whose file has been validated."""
        if "examples" in self.data:
            return _rule(self.name, self.path, self.data)
        pages = tables.compiled(tables.rules_folder(), _pages, "-pages")
        return _rule(self.name, self.path, {**self.data, **pages[self.name]})

    def working(self) -> Rule:
        """Build the rule for a run of the checks: without examples, rationale and exceptions."""
        data = {key: value for key, value in self.data.items() if key not in PAGES}
        return _rule(self.name, self.path, data)


def _parse_folder(folder: Path) -> list[tuple[str, str, Any]]:
    rows = []
    for file in sorted(folder.rglob("*.yaml")):
        parts = file.relative_to(folder).with_suffix("").parts
        if parts[0] in NOT_RULES:
            continue
        if len(parts) == 1 and folder.name not in NOT_RULES:
            parts = (folder.name, *parts)
        if len(parts) != 2:
            message = "a rule's file stands at FAMILY/NAME.yaml"
            raise PackError(message, path=str(file))
        data = tables.parse_yaml(file.read_text("utf-8"), str(file))
        _validate(data, file)
        rows.append(("/".join(parts), file.relative_to(folder).as_posix(), data))
    return rows


def _validate(data: object, file: Path) -> None:
    if not isinstance(data, dict):
        message = "a rule is a mapping with summary, severity, check, examples …"
        raise PackError(message, path=str(file), line=1)
    for key in data:
        if key not in MUST + MAY:
            message = f"a rule has no key “{key}”{nearest(str(key), MUST + MAY)}"
            raise PackError(message, path=str(file), line=_line(file, str(key)))
    for key in MUST:
        if not data.get(key):
            message = f"the rule has no “{key}”"
            raise PackError(message, path=str(file), line=1)
    _validate_values(data, str(file))


def _validate_values(data: Mapping[str, Any], path: str) -> None:
    def bad(key: str, message: str) -> PackError:
        return PackError(message, path=path, line=_line(Path(path), key))

    severity = str(data["severity"]).upper()
    if severity not in Severity.__members__:
        raise bad("severity", f"severity is error, warning or info, not “{data['severity']}”")
    if data["evidence"] not in EVIDENCE:
        raise bad("evidence", f"evidence is one of {', '.join(EVIDENCE)}")
    if not re.fullmatch(r"\d+\.\d+\.\d+", str(data["since"])):
        raise bad("since", f"since is a version such as 0.1.0, not “{data['since']}”")
    if data.get("status", "stable") not in ("stable", "preview"):
        raise bad("status", f"status is stable or preview, not “{data['status']}”")
    local = data.get("local")
    if local is not None and not (
        isinstance(local, dict)
        and set(local) == {"topic", "message"}
        and all(isinstance(value, str) for value in local.values())
    ):
        raise bad("local", "local has a “topic” of posting_law.csv and a “message”")
    show = data.get("show", 1)
    if not isinstance(show, int) or isinstance(show, bool) or show < 1:
        raise bad("show", "show is how many places of a draft are reported, 1 or more")
    check = data["check"]
    if not isinstance(check, dict) or not isinstance(check.get("kind"), str):
        raise bad("check", "check is a mapping with “kind” and that kind's parameters")
    try:
        validate(check["kind"], {key: value for key, value in check.items() if key != "kind"})
    except ValueError as error:
        raise bad("check", str(error)) from None
    import string

    try:
        list(string.Formatter().parse(str(data.get("message") or data["summary"])))
    except ValueError:
        raise bad("message", "the braces in the message do not match") from None
    _rule("/".join(Path(path).with_suffix("").parts[-2:]), path, data)


def _rule(name: str, path: str, data: Mapping[str, Any]) -> Rule:
    check = data["check"]
    parameters = {key: value for key, value in check.items() if key != "kind"}

    def bad(key: str, message: str) -> PackError:
        return PackError(message, path=path, line=_line(Path(path), key))

    return Rule(
        name=name,
        summary=str(data["summary"]).strip(),
        message=str(data.get("message") or data["summary"]).strip(),
        severity=Severity[str(data["severity"]).upper()],
        evidence=str(data["evidence"]),
        rationale=str(data.get("rationale") or "").strip(),
        exceptions=str(data.get("exceptions") or "").strip(),
        sources=tuple(_sources(data["sources"], bad)),
        check=build(check["kind"], parameters),
        kind=check["kind"],
        when=tuple(_conditions(data.get("when") or {}, bad)),
        examples=tuple(_examples(data["examples"], bad)) if "examples" in data else (),
        since=str(data["since"]),
        preview=data.get("status") == "preview",
        local=Local(data["local"]["topic"], data["local"]["message"].strip())
        if data.get("local")
        else None,
        show=data.get("show"),
        parameters=parameters,
    )


def _sources(rows: Any, bad: Any) -> list[Reference]:
    if not isinstance(rows, list):
        raise bad("sources", "sources is a list, each with title, url and year")
    out = []
    for row in rows:
        if not isinstance(row, dict) or not row.get("title") or not row.get("url"):
            raise bad("sources", "each source has a title, a url and a year")
        out.append(Reference(str(row["title"]), str(row["url"]), row.get("year")))
    return out


def _conditions(when: Any, bad: Any) -> list[Condition]:
    if not isinstance(when, dict):
        raise bad("when", "when is a mapping from facts to values")
    out = []
    for fact, values in when.items():
        if fact not in FAMILIES and not fact.startswith("employer."):
            raise bad("when", f"there is no fact “{fact}”{nearest(fact, FAMILIES)}")
        negated = isinstance(values, dict)
        if negated and set(values) != {"not"}:
            raise bad("when", f"“{fact}” takes a list of values, or not: and a list")
        listed = values["not"] if negated else values
        if not isinstance(listed, list) or not all(isinstance(v, str) for v in listed):
            raise bad("when", f"the values of “{fact}” are a list of texts; quote yes and no")
        out.append(Condition(fact, tuple(listed), negated))
    return out


def _examples(examples: Any, bad: Any) -> list[Example]:
    if not isinstance(examples, dict) or not examples.get("bad") or not examples.get("good"):
        raise bad("examples", "examples has at least one “bad” and one “good”")
    out = []
    for key in ("bad", "good"):
        for row in examples[key]:
            entry = {"text": row} if isinstance(row, str) else row
            if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
                raise bad(key, "an example is a text, or a mapping with “text”")
            for name in entry:
                if name not in ("text", "facts", "as_of", "format", "fixed"):
                    raise bad(key, f"an example has no “{name}”")
            facts = {
                name: tuple(value) if isinstance(value, list) else (str(value),)
                for name, value in (entry.get("facts") or {}).items()
            }
            as_of = str(entry["as_of"]) if entry.get("as_of") else None
            form = entry.get("format", "md")
            out.append(Example(entry["text"], key == "bad", facts, as_of, form))
    return out


def _line(file: Path, key: str) -> int | None:
    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError:
        return None
    for number, line in enumerate(lines, 1):
        if line.strip().startswith((f"{key}:", f"- {key}:")):
            return number
    return 1


@cache
def profile(name: str) -> Mapping[str, Any]:
    """Return a profile: `fail_on`, `severity` by rule or family, `ignore`; KeyError if unknown."""
    found: Mapping[str, Any] = tables.compiled(tables.rules_folder() / "profiles", _profiles)[name]
    return found


def profiles() -> tuple[str, ...]:
    """Return the names of the profiles."""
    return tuple(tables.compiled(tables.rules_folder() / "profiles", _profiles))


def compile_all(target: Path) -> dict[str, Path]:
    """Write the compiled form of rules, profiles and tables below `target`, for a wheel.

    Returns where in the package each file belongs → the file.
    """
    folder = tables.rules_folder()
    values: dict[str, Any] = {
        "rules": _working(folder),
        "rules-pages": _pages(folder),
        "rules/profiles": _profiles(folder / "profiles"),
    }
    for file in sorted((folder / "data").iterdir()):
        if file.suffix in (".yaml", ".csv"):
            values[f"rules/data/{file.name}"] = tables.table(file.stem)
    out = {}
    for place, value in values.items():
        file = target / (place.replace("/", "-") + ".json")
        file.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
        out[f"jdlint/{place}.compiled.json"] = file
    return out


def _profiles(folder: Path) -> dict[str, Any]:
    return {
        file.stem: tables.parse_yaml(file.read_text("utf-8"), str(file))
        for file in sorted(folder.glob("*.yaml"))
    }
