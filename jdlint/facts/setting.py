"""Tells in what setting the work is done: a school, a substance-use programme, by telehealth."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.document import Draft, Fact
from jdlint.patterns import regex
from jdlint.text import Span

_SETTINGS = {
    "substance-use": regex(
        r"\b(?:substance[- ](?:use|abuse)|addictions?|chemical dependency|SUD|opioid|detox|withdrawal management|methadone|MOUD|buprenorphine|suboxone)\b",
        2,
    ),
    "school": regex(
        r"\b(?:school[- ](?:based|counselor|psychologist|social worker|nurse|district|setting|day|year)|IEPs?|classrooms?|K-?12)\b",
        2,
    ),
    "telehealth": regex(
        r"\btele(?:health|therapy|psychiatry|medicine|mental)\w*|\bvirtual (?:therapy|sessions|care|visits)\b",
        2,
    ),
    "inpatient": regex(
        r"\b(?:inpatient|acute care|psychiatric hospital|locked unit|medical[- ]surgical)\b", 2
    ),
}
_CUES = [
    "substance",
    "addiction",
    "addictions",
    "chemical",
    "sud",
    "opioid",
    "detox",
    "withdrawal",
    "methadone",
    "moud",
    "buprenorphine",
    "suboxone",
    "school",
    "iep",
    "ieps",
    "classroom",
    "classrooms",
    "k-12",
    "k",
    "telehealth",
    "teletherapy",
    "telepsychiatry",
    "telemedicine",
    "telemental",
    "virtual",
    "inpatient",
    "acute",
    "psychiatric",
    "locked",
    "medical",
]
_ENOUGH = 3  # mentions; fewer may speak of one service among others, or of experience asked for


def setting(draft: Draft) -> tuple[Fact, ...]:
    """Return the settings that the title names or the draft speaks of again and again."""
    if not any(word in draft.document.index for word in _CUES):
        return ()
    return tuple(_settings(draft))


def _settings(draft: Draft) -> Iterator[Fact]:
    titles = " ".join(draft.known("title"))
    for name, pattern in _SETTINGS.items():
        found = [match.span() for match in pattern.finditer(draft.text)]
        if found and (len(found) >= _ENOUGH or pattern.search(titles)):
            yield Fact(value=name, span=Span(*found[0]))
