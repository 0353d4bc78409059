"""Finds the postings among the values of a data file, whichever system wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from jdlint.patterns import regex
from jdlint.readers.values import Value
from jdlint.tables import table

_TELLING = ("hiringOrganization.name", "employmentType")
_LONG = 300  # characters that make a title and a description a posting
_CAMEL = regex(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])|[^\W_]+")
_UNREAD = regex(r"https?://\S*|[\w.+-]+@[\w.-]+|[\d\W_]*|[0-9a-fA-F-]{32,36}|\d{4}-\d\d\S*")


class Place(NamedTuple):
    """A value and the JSON pointer to it."""

    pointer: str
    value: Value


class Given(NamedTuple):
    """A field: its name in schema.org's words, its text, and the value it was read from."""

    name: str
    text: str
    value: Value


class Entry(NamedTuple):
    """What people read in a posting: text, a list or an object of texts, under one key."""

    place: Place
    label: str = ""
    heading: Place | None = None


class Posting(NamedTuple):
    """A posting in a data file."""

    pointer: str
    title: Place | None
    entries: tuple[Entry, ...]
    fields: tuple[Given, ...]


def postings(value: Value, pointer: str = "", *, by_hand: bool = False) -> Iterator[Posting]:
    """Find the postings in a value; those without a word to read are passed over.

    In a file written `by_hand`, fields such as the pay are read as prose too.
    """
    if value.kind == "object":
        posting = _schema(value, pointer) or _payload(value, pointer)
        if posting is not None:
            if posting.entries or _is_schema(value):
                yield posting
            return
    inside = [
        posting
        for step, child in value.children()
        if child.kind in ("object", "array")
        for posting in postings(child, pointer + step, by_hand=by_hand)
    ]
    if inside:
        yield from inside
    elif value.kind == "object" and pointer.count("/") < 3:
        own = _own(value, pointer, by_hand=by_hand)
        if own is not None:
            yield own


def job_postings(value: Value, pointer: str = "") -> Iterator[Posting]:
    """Find the objects of schema.org's type JobPosting in a value."""
    found = _schema(value, pointer)
    if found is not None:
        yield found
        return
    for step, child in value.children():
        yield from job_postings(child, pointer + step)


def words(key: str) -> str:
    """Return a key in plain words: `how_to_apply` and `jobBenefits` are told apart by case too."""
    return " ".join(_CAMEL.findall(key)).lower()


def sentences(value: Value) -> bool:
    """Say whether a value holds anything that people read."""
    if value.kind == "string":
        return bool(value.text.strip()) and not _UNREAD.fullmatch(value.text.strip())
    return any(sentences(child) for _, child in value.children())


def _is_schema(value: Value) -> bool:
    kind = value.members.get("@type")
    if kind is None:
        return False
    names = (kind, *kind.items)
    return any(name.text.rpartition("/")[2] == "JobPosting" for name in names)


def _schema(value: Value, pointer: str) -> Posting | None:
    if not _is_schema(value):
        return None
    known = table("payloads")["schema"]
    read = known["prose"]
    entries = [
        Entry(Place(f"{pointer}/{name}", value.members[name]), _label(name))
        for name in read
        if name in value.members and _is_prose(value.members[name])
    ]
    title = next((found for name in known["title"] if (found := _text(value, name, pointer))), None)
    taken = {entry.place.pointer.rpartition("/")[2] for entry in entries}
    fields: list[Given] = []
    for name, member in value.members.items():
        if name not in taken and name[0] != "@":
            fields += _flat(known["texts"].get(name, name) if member.text else name, member)
    return Posting(pointer, title, tuple(entries), tuple(_settled(fields)))


def _is_prose(value: Value) -> bool:
    if value.kind == "array":
        return bool(value.items) and all(item.kind == "string" for item in value.items)
    return value.kind == "string" and sentences(value)


def _flat(name: str, value: Value) -> Iterator[Given]:
    """Yield the fields in a value by their paths; later ones of several salaries are numbered."""
    if value.kind == "object":
        for key, member in value.members.items():
            if not key.startswith("@"):
                yield from _flat(f"{name}.{key}", member)
    elif value.kind == "array":
        for number, item in enumerate(value.items):
            yield from _flat(f"{name}[{number}]" if number and name == "baseSalary" else name, item)
    else:
        yield Given(name, value.text.strip(), value)


def _payload(value: Value, pointer: str) -> Posting | None:
    for kind in table("payloads")["kinds"]:
        if not all(next(value.all(path), None) for path in kind["needs"]):
            continue
        if "with" in kind and not any(key in value.members for key in kind["with"]):
            continue
        title = _text(value, kind["title"], pointer)
        if title is None:
            continue
        entries = [entry for prose in kind["prose"] for entry in _entries(value, prose, pointer)]
        fields = [Given("title", title.value.text.strip(), title.value)]
        for path, name in kind["fields"].items():
            for _, found in value.all(path):
                text = found.text.strip()
                if path.endswith("_cents") and text.isdecimal():
                    text = f"{int(text[:15]) / 100:g}"
                fields.append(Given(name, text, found))
        return Posting(pointer, title, tuple(entries), tuple(_settled(fields)))
    return None


def _entries(value: Value, prose: Any, pointer: str) -> Iterator[Entry]:
    if isinstance(prose, str):
        for path in prose.split("|"):
            found = _text(value, path, pointer)
            if found is not None:
                yield Entry(found, _label(path.rpartition(".")[2]))
                return
        return
    for step, group in value.all(prose["each"]):
        children = group.children() if prose["text"] not in group.members else [("", group)]
        for inner, each in children:
            text = _text(each, prose["text"], pointer + step + inner)
            if text is not None:
                heading = _text(each, prose["heading"], pointer + step + inner)
                yield Entry(text, heading=heading)


def _own(value: Value, pointer: str, *, by_hand: bool) -> Posting | None:
    """Read an object whose keys its author chose, if they are those of a posting."""
    keys, bodies, sections, read = _keys()
    names = {key: words(key) for key in value.members}
    fields: list[Given] = []
    entries: list[Entry] = []
    title = None
    known = telling = 0
    for key, name in names.items():
        member = value.members[key]
        place = Place(f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}", member)
        field = keys.get(name)
        if field == "title" and title is None and member.kind == "string":
            title = place if member.text.strip() else None
        elif field is not None and field != "title":
            telling += field in _TELLING or field.startswith("baseSalary")
            fields += _own_fields(field, member)
            if by_hand and sentences(member) and not _numbers(member):
                entries.append(Entry(place, name))
        elif sentences(member) and (by_hand or name in bodies or name in sections or name in read):
            known += name in sections
            entries.append(Entry(place, "" if name in bodies else name))
        elif member.kind in ("string", "number", "boolean"):
            fields.append(Given(key, member.text.strip(), member))
    if title is not None:
        fields.insert(0, Given("title", title.value.text.strip(), title.value))
        long = any(
            words(entry.place.pointer.rpartition("/")[2]) in bodies
            and len(entry.place.value.text) >= _LONG
            for entry in entries
        )
        is_posting = known > 0 or (long and (telling > 0 or not pointer.count("/")))
    else:
        is_posting = known > 1
    if not is_posting:
        return None
    return Posting(pointer, title, tuple(entries), tuple(_settled(fields)))


def _own_fields(field: str, member: Value) -> Iterator[Given]:
    if field == "baseSalary" and member.kind == "object":
        inside = {w: path for path, ws in table("payloads")["inside_pay"].items() for w in ws}
        for key, value in member.members.items():
            yield from _flat(f"baseSalary.{inside.get(words(key), key)}", value)
    elif field == "baseSalary" and member.kind == "string":
        return  # read as prose, where its words have a place
    else:
        yield from _flat(field, member)


def _numbers(value: Value) -> bool:
    """Say whether an object holds nothing but numbers and their units."""
    return value.kind == "object" and all(
        child.kind != "string" or " " not in child.text.strip() for _, child in value.children()
    )


def _settled(fields: list[Given]) -> Iterator[Given]:
    """Leave out empty fields, and give values the words of schema.org where it has them."""
    meanings = table("payloads")["values"]
    for field in fields:
        text = field.text
        if text.lower() in meanings.get(field.name, ()):
            text = meanings[field.name][text.lower()] or ""
        if text and field.value.kind != "null":
            yield field._replace(name=_named(field.name), text=text)


def _named(name: str) -> str:
    """A country or a region may be an object of its own, with a name."""
    for place in ("addressCountry", "addressRegion"):
        name = name.replace(f"{place}.name", place)
    return name


def _text(value: Value, path: str, pointer: str) -> Place | None:
    for step, found in value.all(path):
        if found.kind == "string" and found.text.strip():
            return Place(pointer + step, found)
    return None


def _label(key: str) -> str:
    name = words(key)
    return "" if name in _keys()[1] else name


@cache
def _keys() -> tuple[dict[str, str], frozenset[str], frozenset[str], frozenset[str]]:
    data = table("payloads")
    keys = {key: field for field, names in data["keys"].items() for key in names}
    bodies, sections = frozenset(data["bodies"]), frozenset(data["sections"])
    return keys, bodies, sections, frozenset(data["passages"])
