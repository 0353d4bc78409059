"""Finds what was damaged on the way: broken characters, code of a web page, a text cut off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from jdlint.document import Document, Draft, Fact
from jdlint.patterns import regex
from jdlint.text import Span


class Damage(Fact):
    """A damaged place; the same damage elsewhere is only counted.

    `found` is what stands there, `meant` what it was before it was damaged, as far as that is
    known.
    """

    found: str
    meant: str = ""
    count: int = 1


_LOST = regex("\ufffd+")
# A question mark where an apostrophe was: don?t, we?ll, the client?s file. Not in an address.
_APOSTROPHE = regex(
    r"(?<![\w/=&?])[a-z]{2,20}(?P<mark>\?)(?:t|s|re|ve|ll|d|m)\b(?![=&/])", re.IGNORECASE
)

_ENTITY = regex(
    r"&(?:amp|nbsp|lt|gt|quot|apos|[lr][sd]quo|[nm]dash|bull|hellip|#\d{2,5}|#x[\da-f]{2,4});"
)
_TAG = regex(
    r"</?(?:p|div|span|br|li|ul|ol|strong|em|b|i|u|h[1-6]|a|font|table|t[rdh])(?:\s[^<>\n]{0,200})?/?>",
    re.IGNORECASE,
)
_ESCAPE = regex(r"(?<![\w\\])\\[nrt](?![a-z])|\\u[\da-f]{4}")
_STYLE = regex(r"\b(?:font-(?:weight|size|family)|text-align|line-height): ?[^;\n]{1,30};")

# A text does not end on one of these words, nor on a comma.
_OPEN_ENDED = regex(
    r"(?:,|\b(?:the|a|an|and|or|of|our|your|their|its|including"
    r"|(?:and|or) (?:for|to|with|in|of|on|by))|,\s?…)\Z"
)
_BUTTON = regex(
    r"(?:^|(?:…|\.\.\.)\s?)(?P<button>[\[(]?(?:read|show|see|view) (?:more|full (?:job )?description)[\])]?)"
    r"\s?(?:…|\.\.\.|»|›|>|→)?$",
    re.IGNORECASE,
)


def broken_character(draft: Draft) -> tuple[Damage, ...]:
    """Return characters that a wrong decoding broke.

    The value is `decoding` where it is known what they were, `lost` where it is not, and
    `apostrophe` for a question mark in the place of one.
    """
    document = draft.document
    repairs = document.repairs
    decoded = (
        ("decoding" if _LOST.sub("", r.found) else "lost", r.span, r.found, r.meant)
        for r in repairs
    )
    known = {repair.span.start for repair in repairs}
    lost = (
        ("lost", Span(*m.span()), m.group(), "")
        for m in _LOST.finditer(document.text)
        if m.start() not in known
    )
    apostrophes = (
        ("apostrophe", Span(*m.span()), m.group(), m.group().replace("?", "’"))
        for m in (_APOSTROPHE.finditer(document.text) if "?" in document.text else ())
    )
    return _counted((*decoded, *lost, *apostrophes))


def markup(draft: Draft) -> tuple[Damage, ...]:
    """Return code that a reader of the posting would see.

    The value is `entity` (&nbsp;), `tag` (<br>), `escape` (a backslash and n) or `style`.
    """
    text = draft.text
    found: list[tuple[str, Span, str, str]] = []
    for kind, pattern, sign in (
        ("entity", _ENTITY, "&"),
        ("tag", _TAG, "<"),
        ("escape", _ESCAPE, "\\"),
        ("style", _STYLE, ";"),
    ):
        if sign in text and not (kind == "style" and found):
            found += [(kind, Span(*m.span()), m.group(), "") for m in pattern.finditer(text)]
    by_kind = Counter(kind for kind, *_ in found)
    first = {kind: (span, shown) for kind, span, shown, _ in reversed(found)}
    return tuple(
        Damage(value=kind, span=span, found=shown, count=by_kind[kind])
        for kind, (span, shown) in sorted(first.items(), key=lambda item: item[1][0])
    )


def cut_off(draft: Draft) -> tuple[Damage, ...]:
    """Return where the text breaks off.

    The value is `sentence` for a last sentence without its end, `list` for a colon with nothing
    after it, `button` for a “Read more” that was copied in the place of the rest.
    """
    document = draft.document
    return tuple(
        Damage(value=value, span=span, found=document.cut(span))
        for value, span in (*_buttons(document), *_end(document))
    )


def _counted(found: Iterable[tuple[str, Span, str, str]]) -> tuple[Damage, ...]:
    """Keep the first place of each damage, with the number of its places."""
    rows = sorted(found, key=lambda row: row[1])
    times = Counter(row[2] for row in rows)
    first = {row[2]: row for row in reversed(rows)}
    return tuple(
        Damage(value=value, span=span, found=shown, meant=meant, count=times[shown])
        for value, span, shown, meant in sorted(first.values(), key=lambda row: row[1])
    )


def _buttons(document: Document) -> Iterator[tuple[str, Span]]:
    for block in document.blocks:
        text = document.cut(block.span)
        match = _BUTTON.search(text, max(0, len(text) - 40))
        if match:
            start, end = match.span("button")
            yield "button", Span(block.span.start + start, block.span.start + end)


def _end(document: Document) -> Iterator[tuple[str, Span]]:
    """Look at the last block that is not a button."""
    blocks = [b for b in document.blocks[-3:] if not _BUTTON.search(document.cut(b.span))]
    if not blocks:
        return
    last = blocks[-1].span
    text = document.cut(last)
    words = text.split()
    if text.endswith(":") and len(words) > 1:
        yield "list", _ending(last, text)
    elif len(words) >= 6 and _OPEN_ENDED.search(text, max(0, len(text) - 30)):
        yield "sentence", _ending(last, text)


def _ending(block: Span, text: str) -> Span:
    """Return the last words of a block."""
    start = len(text)
    for _ in range(4):
        start = max(text.rfind(" ", 0, max(start - 1, 0)), 0)
    return Span(block.start + start + (text[start] == " "), block.end)
