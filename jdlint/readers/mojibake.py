"""Tells UTF-8 that was read as Windows-1252, once or several times, and what it was meant to be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from jdlint.patterns import regex

# The first bytes of a character in UTF-8 look like the letters Â to ô; those that follow like these
# signs, or like the control characters between U+0080 and U+009F.
_FOLLOWING = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0080-\u00bf"
PATTERN = rf"(?:[\u00c2-\u00f4][{_FOLLOWING}]{{1,3}})+\u00c2?|\u00c2(?=[ \n\r]|\Z)|[\x80-\x9f]+"

# What a posting may well hold: signs of Windows-1252 that were read as Latin-1, Latin letters and signs, Greek, Cyrillic, punctuation, currency,
# arrows, mathematics, boxes and bullets, emoji, bullets of the Symbol font, byte order marks.
_PLAUSIBLE = regex(
    r"[\u0080-\u017f\u0192\u0218-\u021b\u02c6\u02dc\u0391-\u03c9\u0401\u0410-\u044f\u0451"
    r"\u1e00-\u1eff\u2002-\u203a\u2044-\u2064\u20a0-\u20bf\u2100-\u22ff\u2460-\u27bf\u2900-\u2bff"
    r"\uf020-\uf0ff\ufb00-\ufb04\ufe0f\ufeff\ufffd\U0001f000-\U0001faff]"
)
_UNSEEN = regex(r"[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\ufe0f\ufeff]")
_DEPTH = 3  # how often a text may have been broken in the same way


class Mend(NamedTuple):
    """What to write for the source from `start` to `end`.

    A mend that is not `certain` could also be right as it stands: a word in capitals that ends in
    Ã before a closing quotation mark.
    """

    start: int
    end: int
    meant: str
    certain: bool = True


def mend(text: str, spans: Sequence[tuple[int, int]]) -> dict[int, list[Mend]]:
    """Return what the broken characters in `spans` (matches of `PATTERN`) were meant to be.

    The keys are where the spans begin. Doubtful cases are mended only where the text has a certain
    one too.
    """
    found = {start: _mends(text, start, end) for start, end in spans}
    if any(mend.certain for mends in found.values() for mend in mends):
        return found
    return {}


def _mends(text: str, start: int, end: int) -> list[Mend]:
    run = text[start:end]
    before = text[start - 1 : start]
    if run[0] <= "\x9f":
        meant = "".join(_windows().get(character, character) for character in run)
        return [Mend(start, end, meant.translate(_DROP))]
    if run == "Â":  # a blank that does not break, of which the second half became a plain blank
        certain = before.islower() or before in set(".,:;!?)")
        return [Mend(start, end + text.startswith(" ", end), " ", certain)]
    meant, starts = run, list(range(len(run) + 1))
    for _ in range(_DEPTH):
        again, kept = _once(meant)
        if again == meant:
            break
        meant, starts = again, [starts[at] for at in kept]
    mends: list[Mend] = []
    for at, character in enumerate(meant):
        low, high = start + starts[at], start + starts[at + 1]
        shown = _windows().get(character, character)
        certain = _certain(character, text[low - 1 : low], text[low:high], text[high : high + 1])
        if meant.startswith("â€", at):  # Windows-1252 has no sign for the last byte of ”
            high = start + starts[at + 2]
            high += text.startswith("\ufffd", high)
            shown, certain = "”", False
        elif high - low == 1 or low < (mends[-1].end if mends else start):
            continue
        elif _UNSEEN.match(character):
            shown = ""
        if mends and mends[-1].end == low:
            last = mends[-1]
            mends[-1] = Mend(last.start, high, last.meant + shown, last.certain or certain)
        else:
            mends.append(Mend(low, high, shown, certain))
    return mends


def _once(run: str) -> tuple[str, list[int]]:
    """Undo one wrong reading; return the text and where in `run` each character began."""
    byte = _bytes()
    out: list[str] = []
    starts: list[int] = []
    at = 0
    while at < len(run):
        lead = byte.get(run[at], 0)
        width = 1 if lead < 0xC2 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
        character = run[at]
        if 1 < width <= len(run) - at:
            try:
                raw = bytes(byte.get(c, 0) for c in run[at : at + width])
                character = raw.decode("utf-8")
            except UnicodeDecodeError:
                width = 1
            if width > 1 and not _PLAUSIBLE.match(character):
                character, width = run[at], 1
        else:
            width = 1
        out.append(character)
        starts.append(at)
        at += width
    return "".join(out), [*starts, len(run)]


def _certain(meant: str, before: str, found: str, after: str) -> bool:
    """Say whether `found` can be nothing but a broken character."""
    if len(found) != 2 or not (meant.isalpha() or meant <= "\x9f"):
        return True
    return after.isalpha() or not before.isalpha() or found[1] not in "’”…–—»™®€•›‹“‘„‚\u00a0"


@cache
def _windows() -> dict[str, str]:
    """Control characters to the signs that Windows-1252 has in their place."""
    signs = {chr(b): bytes([b]).decode("cp1252", "ignore") for b in range(0x80, 0xA0)}
    return {control: sign for control, sign in signs.items() if sign}


@cache
def _bytes() -> dict[str, int]:
    """Characters to the byte that they are in Windows-1252, or in Latin-1."""
    table = {chr(byte): byte for byte in range(0x80, 0x100)}
    return table | {sign: ord(control) for control, sign in _windows().items()}


_DROP = {ord(c): None for c in "\x81\x8d\x8f\x90\x9d"}
