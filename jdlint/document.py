"""A draft as it was read: its prose in blocks, and where its author wrote each of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, dataclass_transform

from jdlint.patterns import regex
from jdlint.record import Record
from jdlint.text import Lines, Span, lines


class Piece(NamedTuple):
    """A run of prose and the run of source text that it was read from.

    A verbatim piece was copied character by character. Any other piece (an entity, an escape, a
    repaired character) is mapped as a whole.
    """

    prose: int
    length: int
    source: int
    width: int
    verbatim: bool = True


class SourceMap:
    """Where each piece of the prose stands in the source; pieces are sorted and do not overlap."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self.pieces = pieces
        self._starts = [piece.prose for piece in pieces]

    def span(self, prose: Span) -> Span | None:
        """Return the smallest source span that holds `prose`; None where it has no source."""
        first = self._from(prose.start)
        last = self._until(max(prose.end, prose.start))
        if first is None or last is None:
            return None
        start = first.source
        if first.verbatim:
            start += max(0, prose.start - first.prose)
        end = last.source + last.width
        if last.verbatim:
            end = last.source + min(max(prose.end - last.prose, 0), last.length)
        return Span(start, max(start, end))

    def verbatim(self, prose: Span) -> bool:
        """Say whether `prose` was copied unchanged in one run, so that it can be replaced."""
        piece = self._from(prose.start)
        return (
            piece is not None
            and piece.verbatim
            and piece.prose <= prose.start
            and prose.end <= piece.prose + piece.length
        )

    def through(self, outer: SourceMap) -> SourceMap:
        """Compose with the map of a text that was itself read out of another text."""
        pieces: list[Piece] = []
        for piece in self.pieces:
            if piece.verbatim:
                pieces += _split(piece, outer)
                continue
            whole = outer.span(Span(piece.source, piece.source + piece.width))
            if whole is not None:
                width = whole.end - whole.start
                pieces.append(Piece(piece.prose, piece.length, whole.start, width, verbatim=False))
        return SourceMap(tuple(pieces))

    def _from(self, offset: int) -> Piece | None:
        """Return the piece at `offset`, or the next one after a gap."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self.pieces[at].prose + self.pieces[at].length:
            return self.pieces[at]
        if at + 1 < len(self.pieces):
            return self.pieces[at + 1]
        return self.pieces[at] if at >= 0 else None

    def _until(self, offset: int) -> Piece | None:
        """Return the last piece that begins before `offset`."""
        at = bisect_right(self._starts, offset - 1) - 1
        if at >= 0:
            return self.pieces[at]
        return self.pieces[0] if self.pieces else None


def _split(piece: Piece, outer: SourceMap) -> list[Piece]:
    """Cut one verbatim piece where the outer map has its own boundaries."""
    start, end = piece.source, piece.source + piece.length
    at = max(0, bisect_right(outer._starts, start) - 1)  # noqa: SLF001
    out: list[Piece] = []
    for number in range(at, len(outer.pieces)):
        other = outer.pieces[number]
        if other.prose >= end:
            break
        low, high = max(start, other.prose), min(end, other.prose + other.length)
        if low >= high:
            continue
        prose = piece.prose + low - start
        if other.verbatim:
            out.append(Piece(prose, high - low, other.source + low - other.prose, high - low))
        else:
            out.append(Piece(prose, high - low, other.source, other.width, verbatim=False))
    return out


class Block(NamedTuple):
    """One heading, paragraph, list item or table cell; it holds no line break.

    `level` is the depth of a heading (1 to 6), the nesting of an item (from 1), or the column of a
    cell (from 0). `bold` says that the whole block is set in bold type.
    """

    kind: str  # heading | paragraph | item | cell
    span: Span
    level: int = 0
    bold: bool = False


class Field(NamedTuple):
    """A value given as data (front matter, JSON-LD, an ATS payload), not as prose.

    `name` is a path in the words of schema.org's JobPosting where it has one, else the author's
    own key: `title`, `jobLocation.address.addressRegion`, `baseSalary.value.minValue`.
    """

    name: str
    value: str
    source: Span | None = None


class Labelled(NamedTuple):
    """Prose that has no heading but stands under a key of a data file.

    `label` is the key in plain words: `how_to_apply` and `jobBenefits` give “how to apply” and
    “job benefits”.
    """

    span: Span
    label: str


class Directive(NamedTuple):
    """A comment to jdlint in the draft: `jdlint: ignore RULE, RULE -- reason`."""

    action: str  # ignore | ignore-file | off | on
    rules: tuple[str, ...]
    reason: str
    at: int  # the offset in the prose where the comment stands
    source: Span | None = None


class Repair(NamedTuple):
    """A character that a wrong decoding had broken, as read and as it was found."""

    span: Span
    found: str
    meant: str


class Word(NamedTuple):
    """A word of the prose in lower case, with straight apostrophes."""

    start: int
    end: int
    lower: str


class Source(Record):
    """The file a document was read from."""

    path: str
    format: str
    text: str
    map: SourceMap
    lined: bool = True  # has lines and columns that its author can see
    pointers: tuple[tuple[int, str], ...] = ()  # (prose offset, JSON pointer), sorted
    part: str | None = None  # JSON pointer of this posting, where the file may hold several

    @cached_property
    def lines(self) -> Lines:
        return lines(self.text)

    def pointer(self, prose: Span) -> str | None:
        """Return the JSON pointer of the value that `prose` begins in, if the format has them."""
        at = bisect_right(self.pointers, (prose.start, "\U0010ffff")) - 1
        return self.pointers[at][1] if at >= 0 else None


_WORD = regex(r"[^\W_]+(?:['\u2019][^\W_]+)*")


class Document(Record):
    """Visible prose in blocks, one block a line, with a map back to the source."""

    text: str
    source: Source
    blocks: tuple[Block, ...]
    bold: tuple[Span, ...] = ()  # runs in bold type, also inside a block
    fields: tuple[Field, ...] = ()
    directives: tuple[Directive, ...] = ()
    repairs: tuple[Repair, ...] = ()
    labelled: tuple[Labelled, ...] = ()  # sorted; a label for all of several ones stands first

    @cached_property
    def words(self) -> tuple[Word, ...]:
        lower = self.text.lower().replace("\u2019", "'")
        if len(lower) != len(self.text):  # a few capitals grow in lower case
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
            lower = lower.replace("\u2019", "'")
        return tuple(Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(lower))

    @cached_property
    def index(self) -> Mapping[str, list[int]]:
        """Word in lower case to the positions in `words` where it stands."""
        index: dict[str, list[int]] = {}
        for position, word in enumerate(self.words):
            index.setdefault(word.lower, []).append(position)
        return index

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds `offset`, if one does."""
        at = bisect_right(self._block_starts, offset) - 1
        if at >= 0 and offset <= self.blocks[at].span.end:
            return self.blocks[at]
        return None

    def blocks_in(self, span: Span) -> tuple[Block, ...]:
        """Return the blocks that begin inside `span`."""
        low = bisect_right(self._block_starts, span.start - 1)
        high = bisect_right(self._block_starts, span.end - 1)
        return self.blocks[low:high]

    def cut(self, span: Span) -> str:
        """Return the words of `span`."""
        return self.text[span.start : span.end]


class Section(NamedTuple):
    """A run of blocks about one thing.

    `kind` is one of the canonical kinds of rules/data/sections.yaml. `span` holds the heading too;
    `heading` is None where the section was told from its sentences.
    """

    kind: str
    span: Span
    heading: Span | None = None


class Modality(StrEnum):
    """In what way a draft states something."""

    STATED = "stated"
    REQUIRED = "required"
    PREFERRED = "preferred"
    ALTERNATIVE = "alternative"  # one of several, any of which will do
    OFFERED = "offered"
    EXCLUDED = "excluded"


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Fact(Record):
    """Something a draft states. `value` is what a rule's `when` compares; families add to it."""

    value: str
    span: Span | None = None  # None where it was given as data or by configuration
    modality: Modality = Modality.STATED


class Draft(Record):
    """A document with all that was read out of it: what checks are given."""

    document: Document
    sections: tuple[Section, ...]
    facts: Mapping[str, tuple[Fact, ...]]  # by family; a family is read when it is first asked for
    as_of: date
    vocabulary: tuple[str, ...] = ()  # the user's own terms of art

    @property
    def text(self) -> str:
        return self.document.text

    def section_at(self, offset: int) -> Section | None:
        """Return the section that holds `offset`, if one does."""
        for section in self.sections:
            if section.span.start <= offset < section.span.end:
                return section
        return None

    def known(self, name: str) -> tuple[str, ...]:
        """Return the values known of a fact; empty where nothing is known."""
        return tuple(fact.value for fact in self.facts.get(name, ()))
