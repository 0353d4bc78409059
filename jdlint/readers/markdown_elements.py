"""Knows the elements of HTML that Markdown may hold, and what each does to the prose."""

from __future__ import annotations

from jdlint.readers.prose import Prose

# Elements that begin an HTML block (CommonMark 0.31, HTML blocks of the sixth kind).
_BLOCK_NAMES = """
address article aside base basefont blockquote body caption center col colgroup dd details dialog
dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header
hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search
section summary table tbody td tfoot th thead title tr track ul
"""
_INLINE_NAMES = """
a abbr acronym b bdi bdo big br button cite code data datalist del dfn em embed font i img input
ins kbd label map mark math meta meter noscript object output picture pre progress q ruby rp rt s
samp script select slot small source span strike strong style sub sup svg template textarea time tt
u var video wbr
"""
_HIDDEN_NAMES = "script style template head title noscript iframe svg"
BLOCKS = frozenset(_BLOCK_NAMES.split())
INLINE = frozenset(_INLINE_NAMES.split())
HIDDEN = frozenset(_HIDDEN_NAMES.split())
_BOLD = frozenset(("b", "strong"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Elements:
    """The block being written, and which elements of HTML are open around it."""

    def __init__(self, prose: Prose) -> None:
        self.bold = 0  # how many elements in bold type are open
        self._prose = prose
        self._block = ("paragraph", 0)
        self._lists = 0
        self._column = 0

    def begin(self, kind: str, level: int = 0) -> None:
        """Begin a block."""
        self._block = kind, level
        self._prose.begin(kind, level)

    def again(self) -> None:
        """Begin another block of the same kind: what a line break does."""
        self._prose.begin(*self._block)

    def open(self, name: str) -> None:
        """Act on an opening tag."""
        if name in _BOLD:
            self.bold += 1
        elif name == "br":
            self.again()
        elif name == "li":
            self.begin("item", max(1, self._lists))
        elif name in _HEADINGS:
            self.begin("heading", int(name[1]))
        elif name in ("td", "th"):
            self.begin("cell", self._column)
            self._column += 1
        elif name in BLOCKS:
            self.begin("paragraph")
            if name in ("ul", "ol"):
                self._lists += 1
            elif name == "tr":
                self._column = 0

    def close(self, name: str) -> None:
        """Act on a closing tag."""
        if name in _BOLD:
            self.bold = max(0, self.bold - 1)
        elif name in BLOCKS:
            self.begin("paragraph")
            if name in ("ul", "ol"):
                self._lists = max(0, self._lists - 1)
