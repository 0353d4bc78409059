"""Finds lines of search words, which say one job title in many ways."""

from __future__ import annotations

from collections import Counter

from jdlint.document import Draft, Fact
from jdlint.patterns import regex

_COMMAS = 7  # so many items make a list that nobody reads
_LONG = 4  # words; an item of more is a phrase with something to say
_SAME = 3  # items that say the same word of the title
_WORD = regex(r"[^\W\d_]{2,}")


class Keywords(Fact):
    """A line of search words; `opening` is how it begins."""

    opening: str


def keywords(draft: Draft) -> tuple[Keywords, ...]:
    """Return the blocks that are lists of short items which say words of the title again and again."""
    titles = {word.lower() for title in draft.known("title") for word in _WORD.findall(title)}
    found = []
    for block in draft.document.blocks if titles else ():
        text = draft.document.cut(block.span)
        if text.count(",") < _COMMAS or ":" in text or block.kind == "heading":
            continue
        items = [_WORD.findall(item.lower()) for item in text.split(",")]
        if any(len(item) > _LONG for item in items) or not {*items[0]} & titles:
            continue
        said = Counter(word for item in items for word in {*item} & titles)
        if said.most_common(1)[0][1] >= _SAME:
            opening = ", ".join(part.strip() for part in text.split(",")[:2])
            found.append(Keywords(value="list", span=block.span, opening=opening))
    return tuple(found)
