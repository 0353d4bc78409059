"""Cuts HTML into tags, text and comments, each with its place, as a browser would cut it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jdlint.patterns import regex

_MARK = regex(r"<(?:(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)|(?P<comment>!--)|[!?/])")
_QUOTE = regex(r"""=\s*(?P<quote>["'])|>""")
_ATTRIBUTE = regex(
    r"""([^\s=/>"'][^\s=/>]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?"""
)
# Elements whose content is no markup; what a title or a text area holds is still text.
_RAW = {"script", "style", "xmp", "iframe", "noembed", "noframes", "title", "textarea"}


class Token(NamedTuple):
    """A stretch of HTML from `start` to `end`.

    `inner` to `until` is what matters in it: the attributes of an opening tag, the words of a
    comment, all of a text. `raw` is the content of an element that holds no markup.
    """

    kind: str  # text | open | close | comment | raw
    name: str  # of the element, in lower case
    start: int
    end: int
    inner: int
    until: int


def tokens(text: str) -> Iterator[Token]:
    """Cut `text`, in time linear in its length; what is cut off at its end is left out."""
    at = 0
    size = len(text)
    unclosed: set[str] = set()  # quotes that do not occur any more
    while True:
        mark = _MARK.search(text, at)
        start = mark.start() if mark else size
        if start > at:
            yield Token("text", "", at, start, at, start)
        if mark is None:
            return
        if mark["comment"]:
            token = _comment(text, start)
            yield token
            at = token.end
            continue
        end = text.find(">", mark.end())
        if end < 0:
            return
        if mark["name"] is None:  # <!doctype …>, <?xml …>, </ …>
            at = end + 1
            continue
        end = _tag_end(text, mark.end(), end, unclosed)
        name = mark["name"].lower()
        at = end + 1
        if mark["close"]:
            yield Token("close", name, start, at, at, at)
            continue
        yield Token("open", name, start, at, mark.end(), end)
        if name in _RAW:
            closing = regex(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, at)
            end = closing.start() if closing else size
            yield Token("raw", name, at, end, at, end)
            at = end


def attributes(inside: str) -> dict[str, str]:
    """Return the attributes in an opening tag by name in lower case, as they are written."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(inside):
        found.setdefault(name.lower(), double or single or bare)
    return found


def _comment(text: str, start: int) -> Token:
    inner = start + 4
    for short in (">", "->"):
        if text.startswith(short, inner):
            return Token("comment", "", start, inner + len(short), inner, inner)
    end = text.find("-->", inner)
    if end < 0:
        return Token("comment", "", start, len(text), inner, len(text))
    return Token("comment", "", start, end + 3, inner, end)


def _tag_end(text: str, at: int, first: int, unclosed: set[str]) -> int:
    """Return where the tag ends: at `first`, the next “>”, unless that is inside quotes."""
    inside = text[at:first]
    if '"' not in inside and "'" not in inside:
        return first
    while found := _QUOTE.search(text, at):
        quote = found["quote"]
        if quote is None:
            return found.start()
        at = text.find(quote, found.end()) + 1 if quote not in unclosed else 0
        if not at:
            unclosed.add(quote)
            return first
    return first
