"""Finds acronyms of clinical work that a draft uses without saying what they stand for."""

from __future__ import annotations

import re

from jdlint.document import Draft, Fact
from jdlint.tables import table
from jdlint.text import Span


class Acronym(Fact):
    """An acronym where it first stands; `expansion` is what it stands for."""

    expansion: str


def acronym(draft: Draft) -> tuple[Acronym, ...]:
    """Return the acronyms that stand unexplained, each once, in the order of the text."""
    document = draft.document
    found = []
    for letters, expansion in table("acronyms").items():
        places = document.index.get(letters.lower(), ())
        spans = [Span(word.start, word.end) for word in (document.words[at] for at in places)]
        written = [span for span in spans if document.cut(span) == letters]
        if written and not _explained(draft, written[0], expansion):
            found.append(Acronym(value=letters, span=written[0], expansion=expansion))
    return tuple(sorted(found, key=lambda fact: fact.span.start if fact.span else 0))


def _explained(draft: Draft, span: Span, expansion: str) -> bool:
    """Say whether the draft has the expansion, or explains the letters in its own words."""
    words = re.findall(r"[a-z]+", expansion.lower())
    if words and all(word in draft.document.index for word in words if len(word) > 3):
        return True
    around = draft.text[max(0, span.start - 2) : span.end + 2]
    return around.startswith(" (") or around.endswith(" (")
