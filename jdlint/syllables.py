"""Counts the syllables of an English word: by a small table of words, and by a rule for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jdlint import tables
from jdlint.patterns import regex

_VOWELS = regex(r"[aeiouy]+")
# Vowels that stand together and are two syllables (“client”, “video”), and endings that have a
# syllable without a vowel (“autism”).
_APART = regex(
    r"i(?:a|o|et|u[ms])|[^cgtsx]io|eo(?!u)|u(?:a|ou|i(?:n|t[iy]))(?!$)|[aeiouy]ing|sms?$|thms?$|"
    r"[a-z]n't$|[^aeiou]ier"
)
_TOGETHER = regex(r"[cstgx]i(?:a|o|u)|geo|[qg]u[aio]")  # “special”, “nation”, “quality”
_SILENT_END = regex(
    r"(?:[^aeiouytd]|[aeiouy]l)ed$|(?:[^aeiouyl]|[aeiouyr]l)e$|"
    r"(?:[^aeiouyscxzglh]|[^cs]h|[aeiouyr]l)es$"
)
_SILENT_MIDDLE = regex(r"[aeiouyr][^aeiouylr]e(?:ly|ments?|ful|less|ness)$")
_HISSING = ("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")


def syllables(word: str) -> int:
    """Return the syllables of a word in lower case: letters, and straight apostrophes in it.

    A possessive is counted as the word it is made of, a word of figures as one syllable.
    """
    if word.endswith("'s"):
        owner = word[:-2]
        return syllables(owner) + owner.endswith(_HISSING)
    return _table().get(word) or by_rule(word)


def by_rule(word: str) -> int:
    """Return the syllables of a word that stands in no table; at least one.

    Letters without a vowel are spelt out when they are read: “lcsw” has six.
    """
    runs = len(_VOWELS.findall(word))
    if not runs:
        spelt = len(word) + 2 * word.count("w")
        return spelt if 1 < len(word) < 7 and word.isalpha() else 1
    runs += len(_APART.findall(word)) - len(_TOGETHER.findall(word))
    runs -= _SILENT_END.search(word) is not None
    runs -= _SILENT_MIDDLE.search(word) is not None
    return max(1, runs)


@cache
def _table() -> Mapping[str, int]:
    rows: Mapping[str, str] = tables.table("syllables")
    return {word: int(number) for number, words in rows.items() for word in words.split()}
