"""Finds the rules folder and loads its data, from a compiled form where that is up to date."""

from __future__ import annotations

import json
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdlint import caches
from jdlint.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Callable

_PACKAGE = Path(__file__).parent


@cache
def rules_folder() -> Path:
    """Return the folder of the built-in packs: in the wheel, or at the top of a checkout."""
    for folder in (_PACKAGE / "rules", _PACKAGE.parent / "rules"):
        if folder.is_dir():
            return folder
    message = "the built-in rules are missing; install jdlint again"
    raise PackError(message, path=str(_PACKAGE))


def parse_yaml(text: str, path: str) -> Any:
    """Parse YAML and refuse a key that stands twice; raise PackError with the line."""
    import yaml

    loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Strict(loader):  # type: ignore[misc]
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:  # noqa: FBT001, FBT002
            seen = set()
            for key, _ in node.value:
                if key.value in seen:
                    message = f"“{key.value}” stands twice; keep one"
                    raise PackError(message, path=path, line=key.start_mark.line + 1)
                seen.add(key.value)
            return super().construct_mapping(node, deep)

    try:
        return yaml.load(text, Strict)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        message = f"not valid YAML: {error.problem}"
        raise PackError(message, path=path, line=line) from None
    except yaml.YAMLError as error:
        message = f"not valid YAML: {str(error).splitlines()[0]}"
        raise PackError(message, path=path) from None


@cache
def table(name: str) -> Any:
    """Load `rules/data/NAME.yaml` or `NAME.csv` (a list of rows)."""
    folder = rules_folder() / "data"
    source = folder / f"{name}.yaml"
    if source.is_file():
        return compiled(source, _load_yaml)
    return compiled(folder / f"{name}.csv", _load_csv)


def _load_yaml(path: Path) -> Any:
    return parse_yaml(path.read_text("utf-8"), str(path))


def _load_csv(path: Path) -> list[dict[str, str]]:
    import csv

    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def compiled(source: Path, load: Callable[[Path], Any], part: str = "") -> Any:
    """Return `load(source)` as JSON keeps it, from a cache where that is up to date.

    `source` is a file or a folder, `part` the name of what `load` takes from it. A wheel carries the compiled form beside the source; in a
    checkout it is kept in the user's cache folder, keyed by name, size and time of every file.
    A cache that cannot be read or written is no error: the source is loaded instead.
    """
    shipped = source.with_name(f"{source.name}{part}.compiled.json")
    try:
        return json.loads(shipped.read_bytes())
    except (OSError, ValueError):
        pass
    kept = _cache_file(source, part)
    try:
        return json.loads(kept.read_bytes())
    except (OSError, ValueError):
        pass
    value = json.loads(json.dumps(load(source)))
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        partial = kept.with_suffix(f".{os.getpid()}.tmp")
        partial.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
        partial.replace(kept)
    except OSError:
        pass
    return value


def _cache_file(source: Path, part: str) -> Path:
    from hashlib import blake2b

    from jdlint import __version__

    files = sorted(source.rglob("*.yaml")) if source.is_dir() else [source]
    stamp = blake2b(digest_size=16)
    stamp.update(f"{__version__} {sys.version_info[:2]} {source.resolve()}".encode())
    for file in [*files, Path(__file__).with_name("packs.py")]:
        try:
            status = file.stat()
        except OSError:
            continue
        stamp.update(f"{file} {status.st_size} {status.st_mtime_ns}".encode())
    return caches.folder() / f"{source.stem}{part}-{stamp.hexdigest()}.json"
