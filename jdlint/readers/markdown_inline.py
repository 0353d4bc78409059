"""Cuts the text of a Markdown block into words and markup, as CommonMark does."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from jdlint.patterns import regex
from jdlint.readers.markdown_blocks import label
from jdlint.readers.markdown_elements import BLOCKS, HIDDEN, INLINE
from jdlint.readers.markdown_emphasis import Emphasis, Run

_TOKEN = regex(r"\\[!-/:-@\[-`{-~\n]?|`+|\*+|_+|~+|!\[|[\[\]<&\n]")
_REFERENCE = regex(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ADDRESS = regex(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@:]{1,64}@[^\s<>@]{1,255})>")
_TAG = regex(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)
    (?P<attributes>(?:\s+[A-Za-z_:][\w.:-]*+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*+)\s*/?>""",
    re.VERBOSE,
)
_DECLARATION = regex(r"<[?!][A-Za-z\[][^<>]{0,200}>")
_TARGET = regex(r"[ \t]*\n?[ \t]*(?:<(?:[^<>\n\\]|\\.)*>)?")
_PART = regex(r"(?:[^\s()\\]|\\.)*+")
_TITLE = regex(
    r"""(?:\s+(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?\s*\)""",
    re.DOTALL,
)
_LABEL = regex(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)
_PARENTHESES = 8  # inside one another in the address of a link


class Node(NamedTuple):
    """A stretch of the text and what becomes of it.

    `kind` is text (kept), swap (`what` stands for it), reference (to a character), run (of signs
    of emphasis), break (hard, or soft where `what` is empty), comment, or open and close (of the
    element `what`).
    """

    kind: str
    start: int
    end: int
    what: str = ""
    run: Run | None = None


def nodes(text: str, references: set[str], notes: set[str]) -> list[Node]:
    """Cut `text`; links by name are links where `references` holds the name, notes likewise."""
    return _Parser(text, references, notes).parse()


class _Bracket(NamedTuple):
    node: int  # where it stands in the list of nodes
    end: int  # where the text after it begins
    below: Run | None  # the run on top when it was met
    image: bool


class _Parser:
    """Cuts the text of one block into nodes."""

    def __init__(self, text: str, references: set[str], notes: set[str]) -> None:
        self._text = text
        self._references = references
        self._notes = notes
        self._nodes: list[Node] = []
        self._emphasis = Emphasis()
        self._brackets: list[_Bracket] = []
        self._dead = 0  # brackets below this number hold a link already and open no other
        self._ticks: dict[int, list[int]] | None = None
        self._no_comment = False

    def parse(self) -> list[Node]:
        """Return the nodes in order."""
        text = self._text
        at = 0
        while token := _TOKEN.search(text, at):
            start, end = token.span()
            if start > at:
                self._nodes.append(Node("text", at, start))
            at = self._token(token.group(), start, end)
        if at < len(text):
            self._nodes.append(Node("text", at, len(text)))
        self._emphasis.pair(None)
        return self._nodes

    def _token(self, sign: str, start: int, end: int) -> int:
        """Add what begins at `start`; return where it ends."""
        text = self._text
        first = sign[0]
        if first in "*_~":
            around = text[start - 1 : start], text[end : end + 1]
            run = self._emphasis.add(first, start, end - start, around)
            self._nodes.append(Node("run", start, end, run=run))
            return end
        if first == "\\":
            if sign == "\\":
                self._nodes.append(Node("text", start, end))
            elif sign[1] == "\n":
                self._nodes.append(Node("break", start, end, "hard"))
            else:
                self._nodes.append(Node("swap", start, end, sign[1]))
            return end
        if first == "\n":
            hard = text.endswith("  ", 0, start)
            self._nodes.append(Node("break", start, end, "hard" if hard else ""))
            return end
        if first == "`":
            return self._code(start, end)
        if first == "<":
            return self._angle(start)
        if first == "&":
            found = _REFERENCE.match(text, start)
            end = found.end() if found else end
            self._nodes.append(Node("reference" if found else "text", start, end))
            return end
        if first == "]":
            return self._closed(start)
        self._brackets.append(
            _Bracket(len(self._nodes), end, self._emphasis.top, image=first == "!")
        )
        self._nodes.append(Node("text", start, end))
        return end

    def _code(self, start: int, end: int) -> int:
        if self._ticks is None:
            self._ticks = {}
            for ticks in re.finditer(r"`+", self._text):
                self._ticks.setdefault(len(ticks.group()), []).append(ticks.start())
        width = end - start
        places = self._ticks.get(width, [])
        at = bisect_right(places, start)
        if at == len(places):
            self._nodes.append(Node("text", start, end))
            return end
        self._nodes.append(Node("text", end, places[at]))
        return places[at] + width

    def _angle(self, start: int) -> int:
        text = self._text
        if found := _ADDRESS.match(text, start):
            self._nodes.append(Node("text", start + 1, found.end() - 1))
            return found.end()
        if found := _TAG.match(text, start):
            name = found["name"].lower()
            if name in INLINE or name in BLOCKS:
                end = found.end()
                kind = "close" if found["close"] else "open"
                if kind == "open" and name in HIDDEN:
                    closing = regex(rf"</{name}\s*>", re.IGNORECASE).search(text, end)
                    end = closing.end() if closing else len(text)
                self._nodes.append(Node(kind, start, end, name))
                return end
        elif text.startswith("<!--", start) and not self._no_comment:
            end = text.find("-->", start + 4)
            if end >= 0:
                self._nodes.append(Node("comment", start, end + 3))
                return end + 3
            self._no_comment = True
        elif found := _DECLARATION.match(text, start):
            return found.end()
        self._nodes.append(Node("text", start, start + 1))
        return start + 1

    def _closed(self, start: int) -> int:
        """Close a bracket; return where the link or the plain bracket ends."""
        if self._brackets:
            bracket = self._brackets.pop()
            number = len(self._brackets)
            alive = bracket.image or number >= self._dead
            self._dead = min(self._dead, number)
            if alive:
                end = self._link(bracket, start)
                if end:
                    if not bracket.image:
                        self._dead = number
                    return end
        self._nodes.append(Node("text", start, start + 1))
        return start + 1

    def _link(self, bracket: _Bracket, close: int) -> int:
        """Return where the link that closes its text at `close` ends, or 0 if it is none."""
        text = self._text
        end = 0
        if text.startswith("(", close + 1):
            end = _target_end(text, close + 2)
        if not end and close - bracket.end < 1000:
            words = text[bracket.end : close]
            if words.startswith("^") and not bracket.image and label(words[1:]) in self._notes:
                del self._nodes[bracket.node :]
                self._emphasis.pair(bracket.below)
                return close + 1
            found = _LABEL.match(text, close + 1) if self._references else None
            if found and label(found[1] or words) in self._references:
                end = found.end()
            elif self._references and not found and label(words) in self._references:
                end = close + 1
        if end:
            self._nodes[bracket.node] = Node("text", bracket.end, bracket.end)
            self._emphasis.pair(bracket.below)
        return end


def _target_end(text: str, at: int) -> int:
    """Return where the address and title of a link end, after their parenthesis, or 0."""
    found = _TARGET.match(text, at)
    end = found.end() if found else at
    if end == at or text[end - 1] != ">":
        depth = 0
        while True:
            part = _PART.match(text, end)
            end = part.end() if part else end
            if text.startswith("(", end) and depth < _PARENTHESES:
                depth += 1
            elif text.startswith(")", end) and depth:
                depth -= 1
            else:
                break
            end += 1
        if depth:
            return 0
    found = _TITLE.match(text, end)
    return found.end() if found else 0
