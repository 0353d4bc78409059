"""Reads the posting in an HTML page or fragment, with the place of every character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jdlint.document import Document
from jdlint.readers.bullets import markers
from jdlint.readers.cleaning import INVISIBLE
from jdlint.readers.decoding import decode
from jdlint.readers.prose import Prose
from jdlint.readers.references import Run, runs
from jdlint.readers.tags import Token, attributes, tokens

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option"
    " p pre section summary table tbody td tfoot th thead title tr ul".split()
)
_HIDDEN = frozenset(
    "audio button canvas datalist embed iframe map math nav noembed noframes noscript object"
    " script select style svg template textarea title video xmp".split()
)
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr"
    .split()
)
_BOLD = frozenset(("b", "strong"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# what an opening tag closes if it is still open, and what it does not look beyond
_LISTS = ("ul", "ol", "menu")
_CLOSES = {
    "li": (("li",), _LISTS),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tr": (("tr",), ("table",)),
    "option": (("option",), ("select",)),
}
_DEEPEST = 200  # elements in one another; deeper ones are read as if they were not nested
_ALIKE = 3  # unclosed tags for bold type that go on in the next block

_HIDING = re.compile(r"\bhidden\b|aria-hidden|display|visibility", re.IGNORECASE)
_UNSEEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s{0,9}:\s{0,9}([a-z0-9]+)", re.IGNORECASE)
_PRE = re.compile(r"white-space\s{0,9}:\s{0,9}(?:pre|break-spaces)", re.IGNORECASE)


@dataclass(slots=True)
class _Element:
    """An open element, with what holds for the text in it."""

    name: str
    kind: str
    level: int
    bold: bool
    hidden: bool
    breaks: bool  # line breaks are kept


@dataclass(slots=True)
class _Part:
    """A block to be: what it will hold, in order; a comment is a run without text."""

    kind: str
    level: int
    runs: list[tuple[Run, bool]] = field(default_factory=list)

    @property
    def start(self) -> str:
        """The first words, for a look at the bullet."""
        words = ""
        for run, _ in self.runs:
            words += run.text[: 80 - len(words)] if words else run.text.lstrip()[:80]
            if len(words) >= 80:
                break
        return words.rstrip()

    def drop(self, count: int) -> None:
        """Take `count` characters away from the beginning, and the white space before them."""
        for at, (run, bold) in enumerate(self.runs):
            text = run.text
            lead = len(text) - len(text.lstrip())
            if lead == len(text):
                self.runs[at] = (run._replace(text=""), bold)
                continue
            gone = min(lead + count, len(text))
            count -= gone - lead
            if run.width is None:
                self.runs[at] = (Run(text[gone:], run.at + gone), bold)
            else:
                self.runs[at] = (run._replace(text=text[gone:]), bold)
            if count <= 0:
                return


def read(data: bytes, path: str) -> tuple[Document, ...]:
    """Read the posting in an HTML file."""
    decoded = decode(data, path)
    prose = Prose()
    write(decoded.text, prose)
    return (
        prose.document(
            path=path,
            format="html",
            text=decoded.source,
            outer=decoded.map,
            repairs=decoded.repairs,
        ),
    )


def write(text: str, prose: Prose, at: int = 0) -> None:
    """Write the blocks of the HTML in `text` to `prose`; `text` begins at source offset `at`."""
    parts = _Parser(text).parts
    marks = iter(markers([part.start or "-" for part in parts]))
    for part in parts:
        mark = next(marks)
        if mark and part.kind in ("paragraph", "item"):
            if part.kind == "paragraph":
                part.kind, part.level = "item", max(1, part.level)
                part.drop(mark.width)
            elif mark.kind in ("sign", "dash"):
                part.drop(mark.width)
        prose.begin(part.kind, part.level)
        for run, bold in part.runs:
            if run.width is not None and not run.text:
                start = run.at
                prose.comment(text[start : start + run.width], start + at - 4, run.width + 7)
            else:
                prose.write(run.text, run.at + at, run.width, bold=bold)
    prose.end()


class _Parser:
    """Turns the tokens of a page into parts."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.parts: list[_Part] = []
        self._part: _Part | None = None
        self._open = [_Element("", "paragraph", 0, bold=False, hidden=False, breaks=False)]
        for token in tokens(text):
            if token.kind == "text":
                self._words(token.inner, token.until)
            elif token.kind == "open":
                self._begin(token)
            elif token.kind == "close":
                self._end(token.name)
            elif token.kind == "comment" and token.until > token.inner:
                self._here().runs.append(
                    (Run("", token.inner, token.until - token.inner), False)
                )

    def _here(self) -> _Part:
        if self._part is None:
            top = self._open[-1]
            self._part = _Part(top.kind, top.level)
            self.parts.append(self._part)
        return self._part

    def _words(self, start: int, end: int) -> None:
        top = self._open[-1]
        if top.hidden:
            return
        if top.breaks and "\n" in self._text[start:end]:
            for line in re.finditer(r"[^\n]+|\n", self._text[start:end]):
                if line.group() == "\n":
                    self._part = None
                else:
                    self._line(start + line.start(), start + line.end(), top.bold)
            return
        self._line(start, end, top.bold)

    def _line(self, start: int, end: int, bold: bool) -> None:  # noqa: FBT001
        if self._part is None and self._text[start:end].isspace():
            return
        part = self._here()
        for run in runs(self._text, start, end):
            for seen in _seen(run):
                part.runs.append((seen, bold))

    def _begin(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._part = None
            return
        if name in _BLOCKS:
            self._part = None
            if name in _CLOSES:
                self._close(*_CLOSES[name])
            if self._open[-1].name == "p" and name != "p":
                self._pop(len(self._open) - 1)
            elif name == "p":
                self._close(("p",), ("li", "td", "th", "dd", "div", "table", "blockquote"))
        if name in _VOID or len(self._open) > _DEEPEST:
            return
        top = self._open[-1]
        element = _Element(name, top.kind, top.level, top.bold, top.hidden, top.breaks)
        if name in _BOLD or name == "th":
            element.bold = True
        elif name in _HEADINGS:
            element.kind, element.level = "heading", int(name[1])
        elif name == "li":
            depth = sum(open_.name in _LISTS for open_ in self._open)
            element.kind, element.level = "item", max(1, depth)
        elif name == "pre":
            element.breaks = True
        if name in ("td", "th"):
            element.kind = "cell"
            element.level = self._column()
        if name in _HIDDEN:
            element.hidden = True
        if token.until - token.inner > 6:
            self._style(token, element)
        self._open.append(element)

    def _style(self, token: Token, element: _Element) -> None:
        raw = self._text[token.inner : token.until]
        if _HIDING.search(raw):
            given = attributes(self._text, token)
            icon = element.name not in _BLOCKS and given.get("aria-hidden", "").lower() == "true"
            if "hidden" in given or icon or _UNSEEN.search(given.get("style", "")):
                element.hidden = True
        weight = _WEIGHT.search(raw)
        if weight:
            value = weight[1].lower()
            element.bold = value.startswith("bold") or (value.isdigit() and int(value[:5]) >= 600)
        if _PRE.search(raw):
            element.breaks = True

    def _column(self) -> int:
        return 0

    def _end(self, name: str) -> None:
        if name in ("br", "p") or name in _BLOCKS:
            self._part = None
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].name == name:
                if name in _BLOCKS or name in _HIDDEN:
                    self._pop(at)
                else:
                    self._take(at)
                return

    def _take(self, at: int) -> None:
        """Close an inline element alone; what was opened in it goes on."""
        del self._open[at]

    def _close(self, names: tuple[str, ...], within: tuple[str, ...]) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].name in within:
                return
            if self._open[at].name in names:
                self._pop(at)
                return

    def _pop(self, at: int) -> None:
        del self._open[at:]


def _seen(run: Run) -> Iterator[Run]:
    """Leave out what no reader sees (zero-width blanks, soft hyphens)."""
    if not INVISIBLE.search(run.text):
        yield run
        return
    if run.width is not None:
        text = INVISIBLE.sub("", run.text)
        if text:
            yield run._replace(text=text)
        return
    at = 0
    for found in INVISIBLE.finditer(run.text):
        if found.start() > at:
            yield Run(run.text[at : found.start()], run.at + at)
        at = found.end()
    if at < len(run.text):
        yield Run(run.text[at:], run.at + at)
