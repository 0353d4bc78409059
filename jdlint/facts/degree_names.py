"""Finds where a document names degrees and diplomas, and of which level each is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jdlint.document import Document
from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span

_MOST = 300  # of one kind of word that are looked at in one draft
_WINDOW = 110  # characters after a word in which its meaning must show

_REST = {  # what must follow a word that has other meanings
    "master": regex(
        r"(?:['’`]?s?['’`]?(?: or higher)?[ -](?:degrees?|levels?|prepared|programs?|preferred|required)\b|['’`]?s?['’`]? ?(?:/|,|\(|\)|\Z|\.|;)|s?(?:['’`]s?)? (?:of|in|from) [A-Za-z]"
        r"|['’`]?s?['’`]? (?:or|and|and/or) (?:an? )?(?:doctor|ph|bachelor|higher|equivalent|above|associate|advanced|md)"
        r"|['’`]?s['’`]?[ -](?:\w+[ ,/-]{1,2}){0,4}(?:degree|program|preferred|required))",
        re.IGNORECASE,
    ),
    "associate": regex(
        r"(?:['’`]?s?['’`]?[ -](?:\w+[ -]){0,2}degrees?\b|['’`]?s?['’`]? (?:of|in) (?:applied|arts?|science|nursing|business|[A-Z])|['’`]?s?['’`]? ?\((?:required|preferred)"
        r"|['’`]?s?['’`]?(?:, | or | and |/| ?/ ?)(?:an? )?(?:bachelor|baccalaureate|higher|master|diploma|technical))",
        re.IGNORECASE,
    ),
}
_OTHER_MASTER = regex(  # a scrum master; “you are a master of common tools”
    r"(?:(?i:scrum) [Mm]aster\b|.{0,6}\bmaster of (?!science|arts|social|education|public|business|nurs|law|health|counsel|"
    r"philosophy|engineering|divinity|fine|theology|applied|occupational|physician|marriage)[a-z])"
)
_STUDENTS = regex(
    r"['’]?s?[ -](?:level )?(?:intern|student|candidate|practicum|train|fellow|resid)\w*",
    re.IGNORECASE,
)
_BESIDE = regex(
    r"\.?\)?(?: ?[/,]| or| and| &)? ?(?:an? )?(?:advanced |\w+ )?(?:degrees?\b|in (?!an? |the |our |office|remote|clinic|private|person)[A-Za-z]|or (?:higher|equivalent|above|related)|\((?:required|preferred)\)|required|preferred|with \d)",
    re.IGNORECASE,
)
_LINKED = regex(r"\.?\)? ?(?:[/,&|]|or|and|and/or)? ?(?:an? |in )?\(?\Z", re.IGNORECASE)
_SCHOOL = regex(
    r"(?:high|secondary)[- ]school,? ?(?:level )?(?:\w+ )?(?:diplomas?|graduat\w+|degrees?|education\b|or (?:equivalent|ged|g\.e)|equivalen\w+|certificate|/ ?ged|\((?:required|preferred|or)|required|preferred)"
    r"|(?:hs|h\.s\.) ?(?:diploma|graduate|degree|or ged|/ ?ged|education)",
    re.IGNORECASE,
)
_GED_LESSONS = regex(
    r" (?:prep\w*|instruct\w+|class\w*|program\w*|test\w*|teach\w*|tutor\w*|students?)",
    re.IGNORECASE,
)
_NURSING = regex(
    r"(?:graduat\w*|completion|completed?|diploma|education) (?!nurs|staff)(?:[^.;:\n]{0,70}? )?"
    r"(?:schools? of (?:\w+ ){0,3}nursing|(?:school|college|program)s? (?:of|in|for) (?:\w+ ){0,3}nurs(?:ing|es?)|nursing (?:school|program)s?"
    r"|(?:RN|LPN|LVN|registered nurs\w+|(?:practical|vocational)(?: or (?:practical|vocational))? nurs\w+|nurse anesthe\w+)(?: education)? (?:school|program)s?)\b"
    r"|diploma(?: \w+){0,3} (?:in|of|from) (?:\w+ ){0,4}nursing\b|(?:nursing|RN|registered nurse) diploma\b|diploma nurse\b"
    r"|diploma(?:,| or|/| in nursing,?) ?(?:or )?(?:an? )?(?:ADN|ASN|associate|BSN|bachelor|in nursing)",
    re.IGNORECASE,
)
_LEARNERS = regex(r"new graduate|graduate nurs|residency program", re.IGNORECASE)
_HIGHER = regex(
    r"(?P<master>(?:advanced|graduate|graduate[- ]level|post-?graduate|(?<!or )higher(?:[- ]level)?) degrees?)"
    r"|(?P<doctorate>terminal degrees?)"
    r"|(?P<bachelor>(?:4|four)[- ]years? (?:[\w/]+ ){0,4}degrees?|(?:college|university|undergraduate|tertiary)(?:(?: or |/| ?/ ?)(?:college|university))?(?:[ -]level)? degrees?|(?:college|university) (?:graduates?|diploma|education))"
    r"|(?P<associate>(?:2|two)[- ]years? (?:[\w/]+ ){0,2}degrees?)",
    re.IGNORECASE,
)
_PLAIN = regex(
    r"degrees?(?:[ ,/]+(?:qualified\b|educated\b|level\b|(?:in|or) (?!time|degree)|required\b|preferred\b|from an?\b|\()|\.?\Z)",
    re.IGNORECASE,
)
_MEDICINE = regex(
    r"M\.?D\.? ?(?:/|or|and|,) ?D\.?O\.?(?![\w])|D\.?O\.? ?(?:/|or) ?M\.?D\.?(?![\w])|M\.?D\.? (?:degree|required|preferred)|doctor of (?:medicine|osteopath\w+)"
    r"|medical degree|(?:graduat\w+|degree) (?:of|from) (?:an? )?(?:\w+ ){0,3}medical school"
)


class Degree(NamedTuple):
    """A degree as the text names it; `sure` says that the words can mean nothing else."""

    span: Span
    level: str
    sure: bool = True


class _Lexicon(NamedTuple):
    abbreviations: dict[str, tuple[str, str]]  # in lower case → as written, level
    ambiguous: frozenset[str]
    words: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    data = table("degrees")
    brief = {
        a.lower(): (a, level) for level, many in data["abbreviations"].items() for a in many.split()
    }
    words = {word: level for level, many in data["words"].items() for word in many.split()}
    return _Lexicon(brief, frozenset(data["ambiguous"].split()), words)


def degree_names(document: Document) -> list[Degree]:
    """Return all mentions of degrees, in order."""
    found = [*_in_words(document), *_in_short(document)]
    found.sort()
    found += _medicine(document)
    found += _schools(document)
    found += _nursing(document, found)
    found += _unnamed(document, found)
    found.sort()
    return found


def _places(document: Document, *wanted: str) -> list[int]:
    return sorted(at for word in wanted for at in document.index.get(word, ()))[:_MOST]


def _rest(document: Document, at: int) -> str:
    """Return the text after word `at`, to the end of its block at most."""
    end = document.words[at].end
    return document.text[end : end + _WINDOW].partition("\n")[0]


def _in_words(document: Document) -> Iterator[Degree]:
    known = _lexicon()
    for word in document.index.keys() & known.words.keys():
        level = known.words[word]
        for at in document.index[word][:_MOST]:
            here, rest = document.words[at], _rest(document, at)
            if _STUDENTS.match(rest) or (here.start and document.text[here.start - 1] == "-"):
                continue
            if _OTHER_MASTER.match(document.text, max(0, here.start - 6), here.end + 30):
                continue
            needed = _REST.get(level)
            if needed is None or needed.match(rest):
                yield Degree(Span(here.start, here.end), level)


def _in_short(document: Document) -> Iterator[Degree]:
    """Read abbreviations; an ambiguous one needs a degree, a field or another one beside it."""
    known, text = _lexicon(), document.text
    found: list[tuple[Span, str, bool]] = []
    for word in document.index.keys() & known.abbreviations.keys():
        written, level = known.abbreviations[word]
        for at in document.index[word][:_MOST]:
            span = Span(*document.words[at][:2])
            raw = text[span.start : span.end]
            if raw in (written, written.upper()) and not (
                word == "ged" and _GED_LESSONS.match(_rest(document, at))
            ):
                found.append((span, level, written not in known.ambiguous))
    found += _dotted(document)
    found.sort()
    good = [sure or _shown(text, span) for span, _, sure in found]
    for number, (span, level, sure) in enumerate(found):
        left = number > 0 and _LINKED.match(text[found[number - 1][0].end : span.start])
        right = number + 1 < len(found) and _LINKED.match(
            text[span.end : found[number + 1][0].start]
        )
        if (
            good[number]
            or (left and (good[number - 1] or not sure))
            or (right and (good[number + 1] or not sure))
        ):
            if _STUDENTS.match(text[span.end : span.end + 20]):
                continue
            yield Degree(span, level)


def _dotted(document: Document) -> Iterator[tuple[Span, str, bool]]:
    """Read abbreviations with full stops: “B.S.N.”, “Ph.D.”."""
    known, text = _lexicon(), document.text
    for at in _places(document, "b", "m", "ph", "psy", "ed", "g", "d", "j", "a"):
        first = document.words[at]
        last = at
        joined = first.lower
        while last + 1 < len(document.words) and last - at < 3:
            gap = text[document.words[last].end : document.words[last + 1].start]
            if gap not in (".", ". ") or len(document.words[last + 1].lower) > 4:
                break
            last += 1
            joined += document.words[last].lower
            if joined in known.abbreviations and not text[document.words[last].end :].startswith(
                "."
            ):
                break
        if last == at or joined not in known.abbreviations:
            continue
        end = document.words[last].end
        raw = text[first.start : end]
        if raw[0].isupper():
            yield (
                Span(first.start, end + text.startswith(".", end)),
                known.abbreviations[joined][1],
                True,
            )


def _shown(text: str, span: Span) -> bool:
    rest = text[span.end : span.end + 40].partition("\n")[0]
    if text[max(0, span.start - 2) : span.start] == ", " and not re.match(r"\.? degree", rest):
        return False  # “Boston, MA”
    return bool(_BESIDE.match(rest)) and not re.match(
        r" (?:office|sql|excel|word|teams|azure)\b", rest, re.IGNORECASE
    )


def _medicine(document: Document) -> Iterator[Degree]:
    for at in _places(document, "md", "m", "do", "doctor", "medical", "graduate", "degree"):
        start = document.words[at].start
        if found := _MEDICINE.match(document.text, start, start + _WINDOW):
            yield Degree(Span(*found.span()), "md")


def _schools(document: Document) -> Iterator[Degree]:
    for at in _places(document, "high", "secondary", "hs"):
        start = document.words[at].start
        found = _SCHOOL.match(document.text, start, start + _WINDOW)
        if found and not document.text[max(0, start - 5) : start].lower().startswith("post"):
            yield Degree(Span(*found.span()), "high-school")


def _nursing(document: Document, named: list[Degree]) -> Iterator[Degree]:
    """Read “graduate of an accredited school of nursing” where no degree is named with it."""
    if not (
        "nursing" in document.index
        or "nurse" in document.index
        or "rn" in document.index
        or "lpn" in document.index
    ):
        return
    starts = _places(
        document,
        "graduate",
        "graduates",
        "graduated",
        "graduation",
        "completion",
        "completed",
        "complete",
        "diploma",
        "education",
        "nursing",
    )
    for at in starts:
        start = document.words[at].start
        stop = document.text.find("\n", start)
        found = _NURSING.match(
            document.text, start, min(start + 160, stop if stop >= 0 else start + 160)
        )
        if not found or _LEARNERS.search(document.text[max(0, start - 6) : found.end() + 12]):
            continue
        block = document.block_at(start)
        around = block.span if block else Span(start, found.end())
        inside = [d for d in named if found.start() <= d.span.start < found.end() + 2]
        beside = [d for d in named if around.contains(d.span) and d.level == "associate"]
        if not inside and not beside:
            yield Degree(Span(*found.span()), "nursing-diploma")


def _unnamed(document: Document, named: list[Degree]) -> Iterator[Degree]:
    """Read “college degree”, “advanced degree” and, where no level is named near, “degree in X”."""
    text = document.text
    starts = _places(
        document,
        "advanced",
        "graduate",
        "postgraduate",
        "post",
        "higher",
        "terminal",
        "4",
        "four",
        "college",
        "university",
        "undergraduate",
        "tertiary",
        "2",
        "two",
    )
    taken = [degree.span for degree in named]
    for at in starts:
        start = document.words[at].start
        found = _HIGHER.match(text, start, start + 60)
        if found and "\n" not in found.group():
            taken.append(Span(*found.span()))
            yield Degree(Span(*found.span()), str(found.lastgroup))
    for at in _places(document, "degree", "degrees"):
        word = document.words[at]
        stop = text.find("\n", word.start)
        found = _PLAIN.match(text, word.start, stop if stop >= 0 else len(text))
        if found and not any(abs(span.start - word.start) < 150 for span in taken):
            yield Degree(Span(word.start, word.end), "bachelor", sure=False)
