"""Keeps the open elements of an HTML page, and what they mean for the text inside them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from jdlint.patterns import regex
from jdlint.readers.tags import attributes as parsed

_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main"
    " menu nav ol optgroup option p pre section summary table tbody td tfoot th thead title tr ul"
)
_HIDDEN = (
    "audio button canvas datalist dialog embed iframe map math nav noembed noframes noscript object"
    " picture rp script select style svg template textarea title video xmp"
)
_VOID = (
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr"
)
BLOCKS = frozenset(_BLOCKS.split())
VOID = frozenset(_VOID.split())
HIDDEN = frozenset(_HIDDEN.split())
_BOLD = frozenset(("b", "strong"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ul", "ol", "menu"))
_REGIONS = frozenset(("main", "article", "form"))

# what an opening tag closes where it is still open, and what it does not look beyond
_CLOSES = {
    "li": (("li",), _LISTS),
    "dt": (("dt", "dd"), frozenset(("dl",))),
    "dd": (("dt", "dd"), frozenset(("dl",))),
    "td": (("td", "th"), frozenset(("tr", "table"))),
    "th": (("td", "th"), frozenset(("tr", "table"))),
    "tr": (("tr",), frozenset(("table",))),
    "option": (("option",), frozenset(("select",))),
}
_AROUND_PARAGRAPHS = BLOCKS - {"p"}
_DEEPEST = 200  # elements in one another; deeper ones are read as if they were not there
_ALIKE = 3  # unclosed tags for bold type that go on in the next block

_TELLING = regex(r"hidden|display|visibility|style|itemtype|cookie|role", re.IGNORECASE)
_UNSEEN = regex(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_WEIGHT = regex(r"font-weight\s{0,9}:\s{0,9}([a-z0-9]{1,9})", re.IGNORECASE)
_PRE = regex(r"white-space\s{0,9}:\s{0,9}(?:pre|break-spaces)", re.IGNORECASE)
_BANNER = regex(r"cookie", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Row:
    """A row of a table, or a term of a list of definitions with what it means."""

    columns: int = 0


@dataclass(slots=True, eq=False)
class Region:
    """A part of a page: its main part, an article, a form, a posting in microdata."""

    name: str
    size: int = 0  # characters of prose


@dataclass(slots=True, eq=False)
class Element:
    """An open element; all but its name holds for the text in it."""

    name: str
    kind: str = "paragraph"
    level: int = 0
    lists: int = 0  # how many lists it stands in
    bold: bool = False
    hidden: bool = False
    breaks: bool = False  # line breaks are kept
    heading: Element | None = None
    rows: list[Row] = field(default_factory=list)  # of the table around; the last is the present
    regions: tuple[Region, ...] = ()

    def holding(self, name: str) -> Element:
        """Return an element inside this one; what holds here holds there."""
        return Element(
            name,
            self.kind,
            self.level,
            self.lists,
            self.bold,
            self.hidden,
            self.breaks,
            self.heading,
            self.rows,
            self.regions,
        )


class Elements:
    """The elements that are open, the innermost last."""

    def __init__(self, kind: str = "paragraph", level: int = 0, *, breaks: bool = False) -> None:
        self._open = [Element("", kind, level, breaks=breaks)]
        self._count: Counter[str] = Counter()

    @property
    def innermost(self) -> Element:
        return self._open[-1]

    def begin(self, name: str, attributes: str) -> None:
        """Open an element of `name`, after closing what its tag closes."""
        if name in BLOCKS:
            if self._count["p"]:
                self._close(("p",), _AROUND_PARAGRAPHS)
            if name in _CLOSES:
                self._close(*_CLOSES[name])
        if name in VOID or len(self._open) > _DEEPEST:
            return
        element = self._open[-1].holding(name)
        if name in BLOCKS:
            self._place(element)
        if name in _BOLD or name in ("th", "summary"):
            element.bold = True
        if name in HIDDEN:
            element.hidden = True
        if name in _REGIONS:
            element.regions = (*element.regions, Region(name))
        if len(attributes) > 5 and _TELLING.search(attributes):
            _style(element, parsed(attributes))
        self._push(element)

    def end(self, name: str) -> None:
        """Close the innermost element of `name`, if there is one.

        A block takes along what is open in it, but bold type goes on, as it does in a browser. An
        inline element is closed alone.
        """
        if not self._count[name]:
            return
        at = self._last(name)
        if name in BLOCKS or name in HIDDEN:
            self._pop(at)
        elif at:
            self._remove(at)

    def _place(self, element: Element) -> None:
        """Set what kind of block the text in a new block element is."""
        name = element.name
        if name in _HEADINGS:
            element.kind, element.level, element.heading = "heading", int(name[1]), element
        elif name in _LISTS:
            element.lists += 1
        elif name == "li":
            element.kind, element.level = "item", max(1, element.lists)
        elif name == "pre":
            element.breaks = True
        elif name == "tr":
            element.rows = [Row()]
        elif name in ("td", "th"):
            if not element.rows:
                element.rows = [Row()]
            row = element.rows[-1]
            element.kind, element.level, element.lists = "cell", row.columns, 0
            row.columns += 1
        elif name == "dl":
            element.rows = [Row()]
        elif name in ("dt", "dd"):
            _define(element)
        elif name == "table":
            element.kind, element.level, element.rows = "paragraph", 0, []

    def _push(self, element: Element) -> None:
        self._open.append(element)
        self._count[element.name] += 1

    def _last(self, name: str) -> int:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].name == name:
                return at
        return 0

    def _close(self, names: tuple[str, ...], within: frozenset[str]) -> None:
        """Close the innermost element of one of `names`, unless one of `within` is inside it."""
        if not any(self._count[name] for name in names):
            return
        for at in range(len(self._open) - 1, 0, -1):
            name = self._open[at].name
            if name in names:
                self._pop(at)
                return
            if name in within:
                return

    def _pop(self, at: int) -> None:
        """Close the element at `at` and all in it; open bold type again, as a browser does."""
        closed = self._open[at:]
        del self._open[at:]
        for element in closed:
            self._count[element.name] -= 1
        if len(closed) == 1 or closed[0].name in ("td", "th"):
            return
        for element in [each for each in closed[1:] if each.name in _BOLD][:_ALIKE]:
            again = self._open[-1].holding(element.name)
            again.bold = element.bold
            self._push(again)

    def _remove(self, at: int) -> None:
        """Close the inline element at `at`; what was opened in it stays open."""
        closed = self._open.pop(at)
        self._count[closed.name] -= 1
        outer = self._open[at - 1]
        for number in range(at, len(self._open)):
            inner = self._open[number]
            if inner.hidden == closed.hidden:
                inner.hidden = outer.hidden or inner.name in HIDDEN
            if inner.bold == closed.bold:
                inner.bold = outer.bold or inner.name in _BOLD


def _define(element: Element) -> None:
    if not element.rows:
        element.rows = [Row()]
    if element.name == "dt" and element.rows[-1].columns:
        element.rows.append(Row())  # what the term before means has come
    element.rows[-1].columns = int(element.name == "dd")
    element.kind, element.level = "cell", element.rows[-1].columns


def _style(element: Element, given: dict[str, str]) -> None:
    """Set what the attributes of a tag say: hidden, bold, line breaks kept, a posting."""
    style = given.get("style", "")
    icon = element.name not in BLOCKS and given.get("aria-hidden", "").lower() == "true"
    banner = element.name in BLOCKS and _BANNER.search(given.get("id", "") + given.get("class", ""))
    if "hidden" in given or icon or banner or _UNSEEN.search(style):
        element.hidden = True
    weight = _WEIGHT.search(style)
    if weight:
        value = weight[1].lower()
        element.bold = value.startswith("bold") or (value.isdigit() and int(value) >= 600)
    if _PRE.search(style):
        element.breaks = True
    if "JobPosting" in given.get("itemtype", ""):
        element.regions = (*element.regions, Region("posting"))
    elif given.get("role", "").lower() == "main" and element.name != "main":
        element.regions = (*element.regions, Region("main"))
    elif given.get("role", "").lower() in ("navigation", "dialog"):
        element.hidden = True
