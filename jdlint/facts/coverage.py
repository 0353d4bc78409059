"""Finds what readers of a posting for a profession expect in it and do not find."""

from __future__ import annotations

from jdlint.document import Draft, Fact
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span

_MOST = 3  # gaps told of one draft, the most telling first
_ENOUGH = 300  # words; a shorter draft is short on purpose


class Gap(Fact):
    """What a draft does not speak of; `kind` is duty, skill or compliance."""

    kind: str
    name: str
    example: str
    profession: str


def coverage_gap(draft: Draft) -> tuple[Gap, ...]:
    """Return at most three gaps, the most telling first; none for a draft without duties."""
    data = table("coverage")
    professions = [name for name in draft.known("profession") if name in data["professions"]]
    if len(draft.document.words) < _ENOUGH or not professions:
        return ()
    if not any(label(section.kind) == "responsibilities" for section in draft.sections):
        return ()
    text = draft.text.lower()
    found = []
    for key in data["professions"][professions[0]]:
        item = data["items"][key]
        if not any(word in text for word in item["words"]):
            found.append(
                Gap(
                    value=key,
                    kind=item["kind"],
                    name=item["name"],
                    example=item["example"],
                    profession=professions[0].replace("-", " "),
                )
            )
    return tuple(found[:_MOST])


_NOTES = regex(
    r"\b(?:progress notes?|case notes?|clinical (?:notes?|documentation)|document(?:s|ing|ation)?\b[^.;\n]{0,40}\b(?:services?|sessions?|care|treatment|records?|notes?|EHR|EMR)|treatment plans and notes|complet\w+ (?:all )?(?:required )?documentation|charting)\b",
    2,
)
_WHEN = regex(
    r"\b(?:\d+[- ]hours?|within \w+|same[- ]day|daily|timely|(?:each|every) (?:day|shift)|end of (?:the |each )?(?:day|shift|week)|concurrent\w*|real[- ]time|before (?:you leave|the end)|by the next|weekly|\d+ days|business days?|deadlines?|prompt\w*|on time)\b",
    2,
)


def documentation_time(draft: Draft) -> tuple[Fact, ...]:
    """Return where notes are asked for, if nothing says until when they are to be written."""
    if not any(word in draft.document.index for word in _NOTED):
        return ()
    found = [match for match in _NOTES.finditer(draft.text) if _duty(draft, match.start())]
    if not found:
        return ()
    blocks = [draft.document.block_at(match.start()) for match in found]
    if any(block and _WHEN.search(draft.document.cut(block.span)) for block in blocks):
        return ()
    return (Fact(value="open", span=Span(*found[0].span())),)


_NOTED = ("notes", "note", "documentation", "document", "documents", "documenting", "charting")


def _duty(draft: Draft, offset: int) -> bool:
    section = draft.section_at(offset)
    return section is not None and label(section.kind) == "responsibilities"
