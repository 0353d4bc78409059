"""Reads postings kept as YAML: fields and sections by key, text by hand."""

from __future__ import annotations

from jdlint.document import Document
from jdlint.readers import jobposting, yaml_text
from jdlint.readers.decoding import decode
from jdlint.readers.payloads import postings
from jdlint.readers.values import Malformed


def read(data: bytes, path: str) -> tuple[Document, ...]:
    """Read the postings in a YAML file, each as a document of its own.

    Text under a key is prose, labelled with the key; a list is items. Raises Unreadable where the
    file is no YAML, and NoPosting where no posting is in it.
    """
    decoded = decode(data, path)
    try:
        values = yaml_text.parse(decoded.text)
    except Malformed as error:
        raise jobposting.malformed(error, decoded, path) from None
    several = len(values) > 1
    found = [
        posting
        for number, value in enumerate(values)
        for posting in postings(value, f"/{number}" if several else "", by_hand=True)
    ]
    if not found:
        raise jobposting.none_found(path)
    return tuple(
        jobposting.document(posting, decoded, path, form="yaml", pieces=yaml_text.pieces)
        for posting in found
    )
