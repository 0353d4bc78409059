"""Finds the sections of a document (first, simple form: by the words of its headings)."""

from __future__ import annotations

import re

from jdlint.document import Document, Section
from jdlint.text import Span

_WORDS = (
    ("preferred_qualifications", r"preferred|nice to have|bonus|desired|plus"),
    ("responsibilities", r"responsibilit|duties|what you.?ll do|you will|essential functions"),
    ("required_qualifications", r"qualification|requirement|looking for|must have|who you are"),
    ("licensure", r"licens|certification"),
    ("compensation", r"compensation|salary|pay\b|wage"),
    ("benefits", r"benefit|perks|we offer"),
    ("how_to_apply", r"apply|contact"),
    ("eeo", r"equal|eeo|diversity|accommodation"),
    ("schedule", r"schedule|hours|shift"),
    ("location", r"location"),
    ("education", r"education"),
    ("experience", r"experience"),
    ("skills", r"skills|abilities|knowledge"),
    ("physical_demands", r"physical"),
    ("about_employer", r"about us|who we are|company|about "),
    ("summary", r"summary|overview|description|the role|position|opportunity"),
)
_LABELS = {"required_qualifications": "qualifications", "title": "title-block"}


def label(kind: str) -> str:
    """Return the label of a section kind in outputs."""
    return _LABELS.get(kind, kind.replace("_", "-"))


def outline(document: Document) -> tuple[Section, ...]:
    """Return the sections of a document, in order."""
    heads = []
    for block in document.blocks:
        words = document.cut(block.span)
        short = len(words) < 60 and (block.bold or words.endswith(":") or words.isupper())
        if block.kind == "heading" or short:
            kind = next((k for k, p in _WORDS if re.search(p, words.lower())), "other")
            heads.append((kind if heads or block.level != 1 else "title", block.span))
    out = []
    for at, (kind, span) in enumerate(heads):
        end = heads[at + 1][1].start if at + 1 < len(heads) else len(document.text)
        out.append(Section(kind, Span(span.start, end), span))
    return tuple(out)
