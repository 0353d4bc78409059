"""Builds a document block by block: what every reader writes to."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from jdlint.document import (
    Block,
    Directive,
    Document,
    Field,
    Labelled,
    Piece,
    Repair,
    Source,
    SourceMap,
)
from jdlint.patterns import regex
from jdlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SPACES = regex(r"\s+")
_UNEVEN = regex(r"\s{2,}|[^\S ]")  # white space that is not one plain blank
_DIRECTIVE = regex(
    r"\s*jdlint\s*:\s*(?P<action>ignore-file|ignore|off|on)\b(?P<rules>.*?)"
    r"(?:\s(?:--|\u2013|\u2014)\s*(?P<reason>.*?))?\s*\Z",
    re.DOTALL,
)


class Prose:
    """Prose under construction: open a block, write to it, close it.

    White space inside a block is folded to single blanks, as a browser folds it. All source
    offsets count code points of the text that the reader was given.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._bold: list[Span] = []
        self._directives: list[Directive] = []
        self._kind = "paragraph"
        self._level = 0
        self._open_at: int | None = None  # where the open block began; None until it has text
        self._pending: tuple[int, int, bool] | None = None  # a blank not yet written

    @property
    def offset(self) -> int:
        """Where in the prose the next block would begin."""
        return self._length

    @property
    def is_open(self) -> bool:
        """Say whether the current block has text already."""
        return self._open_at is not None

    def begin(self, kind: str, level: int = 0) -> None:
        """Close the open block; what is written next belongs to a block of `kind`."""
        self.end()
        self._kind, self._level = kind, level

    def end(self) -> None:
        """Close the open block; a block without text leaves no trace."""
        self._pending = None
        if self._open_at is None:
            return
        span = Span(self._open_at, self._length)
        bold = bool(self._bold) and self._bold[-1] == span
        self._blocks.append(Block(self._kind, span, self._level, bold))
        self._append("\n")
        self._open_at = None
        self._kind, self._level = "paragraph", 0

    def write(self, text: str, at: int, width: int | None = None, *, bold: bool = False) -> None:
        """Add `text` to the open block.

        `at` is the source offset it was read from. Without `width` the text stands there
        verbatim; with it, `width` code points of source stand for the whole of `text`.
        """
        if not text:
            return
        if width is not None:
            if text.isspace():
                self._blank(at, width, verbatim=False)
            else:
                self._emit(text, at, width, verbatim=False, bold=bold)
            return
        if text[0] != " " and text[-1] != " " and not _UNEVEN.search(text):
            self._emit(text, at, len(text), verbatim=True, bold=bold)
            return
        start = 0
        for gap in _SPACES.finditer(text):
            single = gap.group() == " "
            if single and gap.start() > 0 and gap.end() < len(text):
                continue
            if gap.start() > start:
                run = text[start : gap.start()]
                self._emit(run, at + start, len(run), verbatim=True, bold=bold)
            self._blank(at + gap.start(), gap.end() - gap.start(), verbatim=single)
            start = gap.end()
        if start < len(text):
            self._emit(text[start:], at + start, len(text) - start, verbatim=True, bold=bold)

    def comment(self, text: str, at: int, width: int) -> bool:
        """Take the text of a comment; return True where it is a directive to jdlint."""
        found = _DIRECTIVE.match(text)
        if not found:
            return False
        rules = tuple(re.findall(r"[\w/*-]+", found["rules"]))
        place = self._open_at if self._open_at is not None else self._length
        self._directives.append(
            Directive(
                found["action"],
                rules,
                (found["reason"] or "").strip(),
                place,
                Span(at, at + width),
            )
        )
        return True

    def document(
        self,
        *,
        path: str,
        format: str,  # noqa: A002
        text: str,
        outer: SourceMap | None = None,
        fields: Iterable[Field] = (),
        repairs: Iterable[Repair] = (),
        lined: bool = True,
        pointers: Iterable[tuple[int, str]] = (),
        part: str | None = None,
        labelled: Iterable[Labelled] = (),
    ) -> Document:
        """Finish. `text` is the file's text; `outer` maps what the reader was given back to it.

        The spans of `repairs` are spans of what the reader was given; they become spans of prose.
        """
        self.end()
        seen = tuple(self._repaired(repairs))
        mapping = SourceMap(tuple(self._pieces))
        directives = tuple(self._directives)
        if outer is not None:
            mapping = mapping.through(outer)
            directives = tuple(
                d._replace(source=outer.span(d.source) if d.source else None) for d in directives
            )
        return Document(
            text="".join(self._parts),
            source=Source(path, format, text, mapping, lined, tuple(pointers), part),
            blocks=tuple(self._blocks),
            bold=tuple(self._bold),
            fields=tuple(fields),
            directives=directives,
            repairs=seen,
            labelled=tuple(labelled),
        )

    def _repaired(self, repairs: Iterable[Repair]) -> Iterator[Repair]:
        """Place each repair in the prose; one outside it (in a comment, a name of a link) falls."""
        pieces: list[Piece] = []
        ends: list[int] = []
        for repair in repairs:
            if not pieces:
                pieces = sorted(self._pieces, key=lambda piece: piece.source)
                ends = [piece.source + piece.width for piece in pieces]
            at = bisect_right(ends, repair.span.start)
            if at == len(pieces) or pieces[at].source >= repair.span.end:
                continue
            piece = pieces[at]
            if piece.verbatim:
                low = piece.prose + max(0, repair.span.start - piece.source)
                high = piece.prose + min(piece.length, repair.span.end - piece.source)
            else:
                low, high = piece.prose, piece.prose + piece.length
            yield repair._replace(span=Span(low, high))

    def _blank(self, at: int, width: int, *, verbatim: bool) -> None:
        if self._open_at is None:
            return
        if self._pending is None:
            self._pending = (at, width, verbatim)
        else:
            start = self._pending[0]
            self._pending = (start, max(at + width - start, self._pending[1]), False)

    def _emit(self, text: str, at: int, width: int, *, verbatim: bool, bold: bool) -> None:
        if self._open_at is None:
            self._open_at = self._length
        elif self._pending is not None:
            start, blank_width, same = self._pending
            self._piece(" ", start, blank_width, verbatim=same)
            if bold and self._bold and self._bold[-1].end == self._length - 1:
                self._bold[-1] = Span(self._bold[-1].start, self._length)
        self._pending = None
        before = self._length
        self._piece(text, at, width, verbatim=verbatim)
        if bold:
            if self._bold and self._bold[-1].end == before:
                self._bold[-1] = Span(self._bold[-1].start, self._length)
            else:
                self._bold.append(Span(before, self._length))

    def _piece(self, text: str, at: int, width: int, *, verbatim: bool) -> None:
        last = self._pieces[-1] if self._pieces else None
        if (
            verbatim
            and last is not None
            and last.verbatim
            and last.source + last.width == at
            and last.prose + last.length == self._length
        ):
            grown = last.length + len(text)
            self._pieces[-1] = last._replace(length=grown, width=grown)
        else:
            self._pieces.append(Piece(self._length, len(text), at, width, verbatim))
        self._append(text)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
