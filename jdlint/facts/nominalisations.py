"""Finds verbs that stand as nouns: “conduct an assessment of” for “assess”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from jdlint import tables
from jdlint.document import Document, Draft, Fact, Word
from jdlint.patterns import regex
from jdlint.text import Span

_TABLE = "nominalisations"
_ARTICLES = frozenset(("a", "an", "the"))
# What may follow “to” where it is no infinitive (“support to staff”, not “support to help”).
_OBJECTS = frozenset(
    regex(r"[\w]+").findall(
        "a an the our your their his her its this that these those all any both each every other new "
        "internal external clinical medical nursing junior senior various multiple staff people "
        "children adults youth families leadership management team individuals existing current "
        "local community federal state public"
    )
)
_NO_PLURAL = ("ss", "us", "is")


class Nominalisation(Fact):
    """A verb that stands as a noun; `instead` is the plain verb in the same form."""

    instead: tuple[str, ...]


class _Light(NamedTuple):
    """A form of a verb that says little: its words, its group, and the ending it has."""

    words: tuple[str, ...]
    group: str
    ending: str


def nominalisation(draft: Draft) -> tuple[Nominalisation, ...]:
    """Return the phrases for which the table has a plain verb, in the order of the text."""
    document = draft.document
    nouns, names = _nouns(), tables.table(_TABLE)["names"]
    found = []
    for noun in nouns.keys() & document.index.keys():
        for at in document.index[noun]:
            phrase = next(_phrases(document, at, nouns[noun]), None)
            if phrase is not None and not _named(document, at, names):
                found.append(phrase)
    return tuple(sorted(found, key=lambda fact: fact.span or Span(0, 0)))


def _phrases(
    document: Document, at: int, verbs: Mapping[tuple[str, str], str]
) -> Iterator[Nominalisation]:
    """Yield the phrase whose noun is the word at `at`, if it is one."""
    words = document.words
    if (
        at + 2 >= len(words)
        or words[at + 2].lower == "behalf"
        or not _joined(document, words[at], words[at + 1])
    ):
        return
    follows = words[at + 1]
    before = at - 1 if words[at - 1].lower in _ARTICLES else at
    for light in _lights():
        plain = verbs.get((light.group, follows.lower))
        first = before - len(light.words)
        if plain is None or first < 0 or (light.group == "share" and before == at):
            continue
        if tuple(word.lower for word in words[first:before]) != light.words:
            continue
        if not all(_joined(document, words[n], words[n + 1]) for n in range(first, at)):
            continue
        if follows.lower == "to" and not _is_object(document, words[at + 1], words[at + 2]):
            continue
        span = Span(words[first].start, follows.end)
        instead = _in_form(plain, light, document.text[span.start])
        yield Nominalisation(value=plain, span=span, instead=(instead,))


def _joined(document: Document, word: Word, following: Word) -> bool:
    return document.text[word.end : following.start] in (" ", "\n", "\xa0")


def _is_object(document: Document, word: Word, following: Word) -> bool:
    """Say whether a noun, not a verb, begins behind “to”."""
    written, lower = document.text[following.start : following.end], following.lower
    plural = lower.endswith("s") and not lower.endswith(_NO_PLURAL)
    return _joined(document, word, following) and (
        lower in _OBJECTS or plural or written[0].isupper()
    )


def _named(document: Document, at: int, names: tuple[str, ...]) -> bool:
    phrase = " ".join(word.lower for word in document.words[at : at + 3])
    return phrase in names


def _in_form(plain: str, light: _Light, first: str) -> str:
    if light.group == "own":
        made = f"responsible for {_form(plain, 'ing')}"
    elif light.group in ("help", "share"):
        made = f"{_form('help', light.ending)} {'to ' if light.ending == 'ing' else ''}{plain}"
    else:
        made = _form(plain, light.ending)
    return made[0].upper() + made[1:] if first.isupper() else made


def _form(phrase: str, ending: str) -> str:
    """Give the first word of a phrase the ending -s or -ing."""
    verb, _, rest = phrase.partition(" ")
    if ending == "s":
        if verb.endswith(("s", "sh", "ch", "x")):
            verb += "es"
        elif verb.endswith("y") and verb[-2] not in "aeou":
            verb = f"{verb[:-1]}ies"
        else:
            verb += "s"
    elif ending == "ing":
        if verb in tables.table(_TABLE)["doubled"]:
            verb += verb[-1]
        elif verb.endswith("e") and not verb.endswith("ee"):
            verb = verb[:-1]
        verb += "ing"
    return f"{verb} {rest}".strip()


@cache
def _lights() -> tuple[_Light, ...]:
    groups: Mapping[str, list[str]] = tables.table(_TABLE)["light"]
    return tuple(
        _Light(tuple((_form(verb, ending) if group != "own" else verb).split()), group, ending)
        for group, verbs in groups.items()
        for verb in verbs
        for ending in ("", "s", "ing")
        if group != "own" or not ending
    )


@cache
def _nouns() -> Mapping[str, Mapping[tuple[str, str], str]]:
    """Noun → (group of light verbs, word that follows the noun) → plain verb."""
    data = tables.table(_TABLE)
    found: dict[str, dict[tuple[str, str], str]] = {}
    for group, nouns in data["phrases"].items():
        for noun, follows in nouns.items():
            for word, verb in follows.items():
                for form in (noun, f"{noun}s"):
                    found.setdefault(form, {})[group, word] = verb
    for noun, verb in data["actions"].items():
        for form in (noun, f"{noun}s"):
            for group in ("do", "help", "share", "own"):
                found.setdefault(form, {})[group, "of"] = verb
    return found
