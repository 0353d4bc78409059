"""Turns the bytes of a file into clean text, with a map back to the text as it was written."""

from __future__ import annotations

import codecs

from jdlint.errors import Unreadable
from jdlint.readers.cleaning import Decoded, clean

SIZE_LIMIT = 10_000_000  # bytes; a posting is a few thousand

_SAMPLE = 4096  # bytes looked at to tell text from other data

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (.docx, .odt, .xlsx)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)"),
    (rb"{\rtf", "a rich-text document (.rtf)"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)
_ADVICE = "save the posting as plain text, Markdown or HTML and check that file"

# Bytes that are not UTF-8 are read as Windows-1252, and where that has no character as Latin-1.
_WINDOWS = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte)
    for byte in range(0x80, 0x100)
}


def decode(data: bytes, path: str, *, declared: str = "") -> Decoded:
    """Decode a file of up to `SIZE_LIMIT` bytes: UTF-8, UTF-16, UTF-32, else Windows-1252.

    `declared` is the encoding that the file itself names (a `<meta charset>`); it is used where
    the bytes are neither Unicode nor Windows-1252 by its name. Raises Unreadable where the file
    is too large or holds no text.
    """
    if len(data) > SIZE_LIMIT:
        message = (
            f"larger than {SIZE_LIMIT // 1_000_000} MB, and a posting is a few pages; "
            "check the file that holds the posting alone"
        )
        raise Unreadable(message, path=path)
    return clean(_decode(data, path, declared))


def _decode(data: bytes, path: str, declared: str) -> str:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            message = f"this is {name}, whatever its name says; {_ADVICE}"
            raise Unreadable(message, path=path)
    encoding = _wide(data)
    if encoding:
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    sample = data[:_SAMPLE]
    controls = sum(sample.count(byte) for byte in _CONTROLS)
    if controls > max(4, len(sample) // 30):
        message = f"this is binary data, not text; {_ADVICE}"
        raise Unreadable(message, path=path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            if codecs.lookup(declared).name not in _LATIN:
                return data.decode(declared)
        except (LookupError, ValueError):
            pass  # unknown, no text encoding, or not what it says: read it as any other
    # whole characters of UTF-8 are kept even here: files are patched together from several
    return data.decode("utf-8-sig", "surrogateescape").translate(_WINDOWS)


_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))
_LATIN = ("ascii", "iso8859-1", "cp1252", "utf-8", "utf-8-sig")


def _wide(data: bytes) -> str | None:
    """Name the encoding that gives every character two or four bytes, if the file has one."""
    for mark, encoding in (
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return encoding
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    most, least = len(sample) * 0.3, len(sample) * 0.01
    if len(sample) >= 4 and max(high, low) >= most and min(high, low) <= least:
        return "utf-16-le" if low > high else "utf-16-be"
    return None
