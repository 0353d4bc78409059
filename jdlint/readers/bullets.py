"""Tells the bullets and numbers that begin the items of a list in plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from jdlint.patterns import regex

# Signs that are nothing but bullets; they need no blank after them. The private-use characters are
# the bullets of the Symbol and Wingdings fonts, as Word leaves them.
_SIGNS = "•●▪▫■□◦○‣⁃∙·◆◇◊❖➢➣➤►▶▸▹✓✔✅☑☐✦✧➔➜➡❯\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf06e\uf071"
SIGN = regex(rf"[{_SIGNS}]\ufe0f?\s*")
_MARKER = regex(
    rf"""(?P<sign>[{_SIGNS}]\ufe0f?)(?:[{_SIGNS}*o-](?=\s))?\s*
    |(?P<dash>[-*+~–—>→»§])\s+(?:[{_SIGNS}*-]\s+)?
    |(?P<glued>[-*–])(?=[^\W\d_])
    |(?P<round>o)\s+
    |(?P<box>\[[ xX]?\]|_{{2,12}})\s+
    |\(?(?P<number>\d{{1,2}})[.)·](?:\s+|(?=[A-Z][a-z]))
    |\((?P<enclosed>[a-zA-Z])\)\s+
    |(?P<letter>[a-zA-Z])[.)]\s+
    |(?P<roman>[ivx]{{2,4}}|[IVX]{{2,4}})[.)]\s+
    |(?P<emoji>[\u2190-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\u2190-\u2bff\U0001f000-\U0001faff]{{0,8}})\s*
    """,
    re.VERBOSE,
)

# Word's own ladder of bullets, of which flattened text keeps only the shapes.
_RUNGS = {"•": 1, "●": 1, "·": 1, "\uf0b7": 1, "o": 2, "◦": 2, "○": 2, "▪": 3, "§": 3, "\uf0a7": 3}
_RUNGS_OF_KINDS = {"number": 1, "letter": 2, "roman": 3}
_REACH = 12  # lines in which the next of a row of numbers must follow


class Marker(NamedTuple):
    """What begins an item: its kind, its sign or number, and how many characters it takes."""

    kind: str  # the name of a group of the pattern
    sign: str
    width: int

    @property
    def rung(self) -> int:
        """Say how deep an item with this marker stands where indentation does not tell, or 0."""
        return _RUNGS.get(self.sign, 0) or _RUNGS_OF_KINDS.get(self.kind, 0)


def markers(lines: Sequence[str]) -> list[Marker | None]:
    """Return the marker of each line that is an item; lines are stripped and not empty.

    Signs, dashes with a blank and boxes need no witness. A glued dash, an “o” and an emoji need a
    neighbour of their kind; a letter and a glued number need their place in a row.
    """
    found = [_marker(line) for line in lines]
    last: dict[str, tuple[int, str]] = {}
    out: list[Marker | None] = []
    for at, this in enumerate(found):
        if this is None:
            out.append(None)
            continue
        around = (found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None)
        sure = this.kind in ("sign", "dash", "box", "enclosed", "roman")
        if this.kind in ("number", "letter"):
            where, before = last.get(this.kind, (-_REACH, ""))
            follows = at - where <= _REACH and _next(before, this.sign)
            spaced = this.kind == "number" and lines[at][this.width - 1].isspace()
            sure = spaced or follows or this.sign in ("1", "a", "A")
        elif this.kind == "round":
            sure = any(m is not None and m.kind in ("round", "sign") for m in around)
        elif not sure:
            sure = any(m is not None and m.kind == this.kind for m in around)
        if sure:
            last[this.kind] = (at, this.sign)
        out.append(this if sure else None)
    return out


def _marker(text: str) -> Marker | None:
    found = _MARKER.match(text)
    if not found or found.lastgroup is None:
        return None
    sign = found[found.lastgroup]
    return Marker(found.lastgroup, sign if sign.isdigit() else sign[0], found.end())


def _next(before: str, this: str) -> bool:
    if before.isdigit() and this.isdigit():
        return int(this) == int(before) + 1
    return len(before) == len(this) == 1 and ord(this) == ord(before) + 1
