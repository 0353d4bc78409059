"""Finds what is hard to read by measure: a grade, long sentences, items and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from jdlint.checks import Hit
from jdlint.document import Draft
from jdlint.metrics import Counts, count, measure, metrics, prose, sentences
from jdlint.patterns import regex
from jdlint.record import Record
from jdlint.text import Span

_OPENING = regex(r"\S+(?:\s+\S+){0,5}")  # what is underlined: enough to find the place by
# a list of names is looked through, not read: states, languages, products
_NAMES = regex(r"(?:[A-Z][\w.+#-]{0,30}(?: [A-Z][\w.-]{0,30}){0,2}[,;] ){8,80}")
_ENGLISH = regex(r"\b(?:the|and|of|to|for|with|you|your|our|we)\b", 2)
_SOME_ENGLISH = 2  # of those words, in what is long enough to be too long
MEASURES = ("grade", "sentence", "item", "paragraph")


class MetricCheck(Record):
    """A `measure` that lies `above` a limit, in prose outside the sections of `without`.

    grade: the Flesch-Kincaid grade of the whole draft, in years of school, where the draft has at
    least `words` words. sentence, item, paragraph: its number of words.
    """

    measure: str
    above: int
    words: int = 0
    without: tuple[str, ...] = ()

    excusable: ClassVar[bool] = False

    def validate(self) -> None:
        """Raise ValueError, with what to write, for parameters that make no check."""
        if self.measure not in MEASURES:
            message = f"“measure” must be one of {', '.join(MEASURES)}"
            raise ValueError(message)

    def find(self, draft: Draft) -> Iterator[Hit]:
        """Yield the draft, or the opening of each sentence, item or paragraph above the limit."""
        if self.measure == "grade":
            yield from self._grade(measure(draft, self.without))
            return
        for block in prose(draft, self.without):
            text = draft.document.cut(block.span)
            if text.count(" ") < self.above or self.measure not in ("sentence", block.kind):
                continue
            for start, end in sentences(text) if self.measure == "sentence" else ((0, len(text)),):
                read = _NAMES.sub("", text[start:end])
                if count(read).words > self.above and _english(read):
                    number = count(text[start:end]).words
                    opening = _OPENING.search(text, start, end)
                    first, last = opening.span() if opening else (start, end)
                    found = Span(block.span.start + first, block.span.start + last)
                    words = " ".join(text[first:last].split())
                    yield Hit(found, {"number": number, "opening": f"{words} …"})

    def _grade(self, counted: Counts) -> Iterator[Hit]:
        found = metrics(counted)
        if found and counted.words >= self.words and round(found.flesch_kincaid_grade) > self.above:
            yield Hit(None, {"number": round(found.flesch_kincaid_grade)})


def _english(text: str) -> bool:
    """Say whether a long text is English; a draft may hold a passage that is not."""
    return sum(1 for _ in islice(_ENGLISH.finditer(text), _SOME_ENGLISH)) == _SOME_ENGLISH
