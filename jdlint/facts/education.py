"""Reads the degrees that a draft asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.document import Draft, Fact, Modality
from jdlint.facts import modality
from jdlint.facts.credential_evidence import ASKING, OTHERS, SILENT
from jdlint.facts.degree_names import degree_names
from jdlint.facts.modality import WANTED
from jdlint.patterns import regex
from jdlint.text import Span

_NOT_ASKED = regex(
    r"\b(?:tuition|reimburs\w*|student loans?|scholarship\w*|(?:high|some|great|certain|large) degree|degrees? of (?!science|arts|master|bachelor)|some degrees|highest (?:level|degree)"
    r"|(?:care|matter) (?:whether|if)|(?:don['’]?t|do not) (?:\w+ )?(?:require|need|care)|no (?:\w+ )?degree|degrees? (?:is |are )?not (?:required|necessary|needed)|without a (?:\w+ )?degree"
    r"|regardless of|we offer|earn (?:an?|your|their)|our (?:faculty|students|graduates)|students? (?:earn|complete)|offers? (?:\w+ ){0,3}(?:degrees|programs)|what is the|do you have)\b",
    re.IGNORECASE,
)
_EQUIVALENT = regex(
    r"\b(?:equivalent|equivalency|in lieu|combination of|or (?:relevant|related|comparable) (?:work )?experience|or (?:\d+\+?|one|two|three|four|five|six|eight|ten) years|substitut\w*)",
    re.IGNORECASE,
)
_STUDYING = regex(
    r"\b(?:enrolled|pursuing|working towards?|in progress|candidates? for|completing|currently (?:studying|attending)|final year|penultimate)\b",
    re.IGNORECASE,
)
_FIELD = regex(
    r"['’`]?s?['’`]?\)? ?(?:\([^()\n]{1,20}\) ?)?(?:degrees?|diploma)? ?(?:\([^()\n]{1,20}\) ?)?(?:required |preferred )?(?:in|of) (?P<field>[A-Za-z][^.;:()\n]{2,120})"
)
_FIELD_ENDS = regex(
    r"\b(?:required|preferred|desired|from|with|plus|and \d|or (?:\d+\+?|one|two|three|four|five|six|eight|ten) years|or equivalent|or (?:an? )?(?:closely )?(?:related|similar|relevant|other)|is|are|minimum|strongly|highly|will|at|experience)\b"
)
_BETWEEN_FIELDS = regex(r",| or | and/or |/")
_PLAIN = 160  # characters; a line no longer that names a degree asks for it
_DEMANDED = regex(r"\b(?:required|must|possess\w*|preferred|minimum|requires?)\b", re.IGNORECASE)
_STRONGEST = (Modality.REQUIRED, Modality.ALTERNATIVE, Modality.STATED, Modality.PREFERRED)


class Degree(Fact):
    """A degree or diploma; `value` is its level.

    `level` is high-school, nursing-diploma, associate, bachelor, master, doctorate or md.
    `fields` are the fields of study as written. `or_equivalent` says that something else will do
    in its place; `in_progress`, that one who still studies for it will do.
    """

    level: str
    fields: tuple[str, ...] = ()
    or_equivalent: bool = False
    in_progress: bool = False


def degrees(draft: Draft) -> tuple[Degree, ...]:
    """Return the degrees that the draft asks for: one of each level, with the strongest modality."""
    found = list(_asked(draft))
    modes = modality.modalities(draft, [span for span, _ in found], Modality.STATED)
    facts: dict[str, Degree] = {}
    for (span, level), mode in zip(found, modes, strict=True):
        if mode not in _STRONGEST:
            continue
        fact = _fact(draft, span, level, mode)
        held = facts.get(level)
        if held is None or _STRONGEST.index(mode) < _STRONGEST.index(held.modality):
            facts[level] = fact
    return tuple(sorted(facts.values(), key=lambda fact: fact.span or Span(0, 0)))


def mentioned(draft: Draft) -> list[tuple[Span, str, Modality]]:
    """Return every mention of a degree asked for, with its level and its own modality, in order."""
    found = list(_asked(draft))
    modes = modality.modalities(draft, [span for span, _ in found], Modality.STATED)
    return [(span, level, mode) for (span, level), mode in zip(found, modes, strict=True)]


def _asked(draft: Draft) -> Iterator[tuple[Span, str]]:
    """Yield mentions that do not overlap; of two that begin together the longer one."""
    end = 0
    for span, level, sure in sorted(
        degree_names(draft.document), key=lambda d: (d.span.start, -d.span.end)
    ):
        if span.start >= end and _wanted(draft, span, sure=sure):
            yield span, level
            end = span.end


def _wanted(draft: Draft, span: Span, *, sure: bool) -> bool:
    where = modality.setting(draft, span)
    text = draft.document.text
    if where.section in SILENT and where.section != "about-employer":
        return False
    near = (
        where.before(text, span.start, 90) + where.cut(text, span) + where.after(text, span.end, 60)
    )
    if _NOT_ASKED.search(near):
        return False
    if where.section in WANTED:
        return True
    if not sure or OTHERS.search(where.before(text, span.start, 60)):
        return False
    if where.section in ("responsibilities", "about-employer"):
        return bool(_DEMANDED.search(near))
    if modality.answers(draft, where):
        return False
    return bool(ASKING.search(near)) or where.block.end - where.block.start < _PLAIN


def _fact(draft: Draft, span: Span, level: str, mode: Modality) -> Degree:
    where = modality.setting(draft, span)
    text = draft.document.text
    after = where.after(text, span.end, 200)
    studying = _STUDYING.search(where.before(text, span.start, 60)) or _STUDYING.search(after[:80])
    return Degree(
        value=level,
        span=span,
        modality=mode,
        level=level,
        fields=_fields(after),
        or_equivalent=bool(_EQUIVALENT.search(after)),
        in_progress=bool(studying),
    )


def _fields(after: str) -> tuple[str, ...]:
    found = _FIELD.match(after)
    if not found:
        return ()
    words = _FIELD_ENDS.split(found["field"])[0]
    parts = (re.sub(r"^(?:or|and|an?) ", "", part.strip()) for part in _BETWEEN_FIELDS.split(words))
    return tuple(part.strip() for part in parts if part.strip(" ,"))
