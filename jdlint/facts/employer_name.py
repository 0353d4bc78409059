"""Compares the employer's name in a draft with the legal name that the configuration gives."""

from __future__ import annotations

import re

from jdlint.document import Draft, Fact
from jdlint.text import Span

_SUFFIX = r"(?:,? (?:Inc|LLC|L\.L\.C|Ltd|Corp|Co|PC|P\.C|PLLC|LLP)\b\.?)?"
_NEXT = r"(?: (?:of|and|for|the|&) [A-Z][\w'’.-]*| [A-Z][\w'’.-]*)*"
_LEAST = 2  # words in common, from which on another name is taken for a slip of the legal one


class EmployerName(Fact):
    """A name that is not the legal one; `legal` is that."""

    legal: str


def employer_name(draft: Draft) -> tuple[EmployerName, ...]:
    """Return the first name in the draft that begins as the legal one and goes on otherwise."""
    for legal in draft.known("employer.name"):
        first = legal.split()[:_LEAST]
        if len(first) < _LEAST or first[0].lower() not in draft.document.index:
            continue
        start = r"\s+".join(map(re.escape, first))
        for found in re.finditer(rf"\b{start}\b(?:{_NEXT}){_SUFFIX}", draft.text):
            if found.group().rstrip(".,") != legal.rstrip(".,"):
                return (EmployerName(value="other", span=Span(*found.span()), legal=legal),)
    return ()
