"""Tells which run of words is a job title: by its noun for a person at work, and by its capitals."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span

_TOKEN = regex(r"[^\W_][\w’'+#.-]*|[&/(),–—|:;!?*\n\"“”]|-")
_LONGEST = 9  # words of a title in a sentence
_BREAKS = frozenset('(),;:!?*\n"“”|—')
_ENDS = frozenset('();:!?*\n"“”|—')
_JOINS = frozenset(("of", "and", "&", "/", "–", "-", "or"))


class _Words(NamedTuple):
    heads: frozenset[str]
    not_titles: frozenset[str]
    before: frozenset[str]


@cache
def _words() -> _Words:
    rows = table("titles")
    return _Words(*(frozenset(rows[name].split()) for name in _Words._fields))


def names_work(word: str) -> bool:
    """Say whether a word is a noun for a person at work, in the singular or the plural."""
    lower = word.lower().strip(".'’").replace("’", "'")
    heads = _words().heads
    if lower in heads or lower.removesuffix("'s") in heads:
        return True
    if lower.endswith(("ologist", "ologists")):
        return True
    if lower.endswith("ies"):
        return lower[:-3] + "y" in heads
    return (lower.endswith("s") and lower[:-1] in heads) or (
        "-" in lower and any(names_work(part) for part in lower.split("-"))
    )


def holds_title(words: str) -> bool:
    """Say whether a line can be a title: it holds a noun for a person at work."""
    return any(names_work(found.group()) for found in _TOKEN.finditer(words[:200]))


def _goes_on(words: list[str]) -> bool:
    """Say whether a title that named work goes on to another such noun: Consultant Chest Surgeon."""
    for word in words:
        if not word[0].isupper():
            return False
        if names_work(word):
            return True
    return False


def after(text: str, start: int, end: int) -> Span | None:
    """Return the title that begins at `start`, after praise and articles; None if none does."""
    known = _words()
    tokens = [found.span() for found in _TOKEN.finditer(text, start, min(end, start + 170))]
    words = [text[a:b] for a, b in tokens]
    at = _opening(words, known)
    if at < len(words) and words[at].lower() in _STOPS:
        return None
    first, last = at, -1
    while at < len(words) and at - first < _LONGEST:
        word = words[at]
        titled = word[0].isupper() or word[0].isdigit()
        if word in _BREAKS:
            break
        if names_work(word):
            last = at
            if word.endswith(".") and len(word) > 4:
                break
        elif last >= 0:
            joined = word.lower() in _JOINS and at + 1 < len(words) and _titled(words[at + 1])
            of = "of" in words[first:at] and word not in _ARTICLES
            if titled and (of or words[at - 1].lower() in _JOINS or word in _RANKS):
                last = at
            elif not joined and not (titled and _goes_on(words[at + 1 : at + 3])):
                break
        elif not titled and (word.lower() in _STOPS or at - first > 4):
            break
        at += 1
    if last < 0:
        return None
    return _span(text, tokens[first][0], tokens[last][1], known)


def _opening(words: list[str], known: _Words) -> int:
    """Return where a title begins after articles and praise: at its first capital, if it has one."""
    at = 0
    while at < len(words) and (_goes_before(words[at], known) or (at and words[at] == ",")):
        at += 1
    low = at
    while low < len(words) and low - at < 6 and not words[low][0].isupper():
        if words[low].lower() in _STOPS or words[low] in _ENDS or names_work(words[low]):
            return at
        low += 1
    capital = low < len(words) and low - at < 6 and words[low][0].isupper()
    if not capital:
        return at
    while low < len(words) - 1 and _goes_before(words[low], known):
        low += 1
    return low


def _titled(word: str) -> bool:
    return word[0].isupper() or names_work(word)


def before(text: str, start: int, end: int) -> Span | None:
    """Return the title whose last word ends at `end`: “the Data Analyst” before “role”."""
    known = _words()
    tokens = list(_TOKEN.finditer(text, max(start, end - 110), end))
    at = len(tokens) - 1
    work = False
    first = len(tokens)
    while at >= 0 and len(tokens) - at <= _LONGEST:
        word = tokens[at].group()
        if word in _BREAKS or (word[-1] == "." and len(word) > 4):
            break
        lower = word.lower()
        if lower in _ARTICLES:
            break
        if not (word[0].isupper() or word in _JOINS):
            break
        work = work or names_work(word)
        if word not in _JOINS:
            first = at
        at -= 1
    if first == len(tokens) or not work:
        return None
    while first < len(tokens) - 1 and _goes_before(tokens[first].group(), known):
        first += 1
    return _span(text, tokens[first].start(), tokens[-1].end(), known)


_ARTICLES = frozenset(("a", "an", "the", "this", "our", "as", "your", "that", "in", "for", "with"))
_RANKS = frozenset(("I", "II", "III", "IV", "V", "1", "2", "3", "Intern", "Trainee", "Lead"))
_STOPS = frozenset(
    (
        *("to", "who", "that", "with", "in", "at", "for", "is", "are", "will", "on", "from", "by"),
        *("has", "have", "you", "we", "as", "can", "or", "if", "whose", "which", "it", "be"),
    )
)


def _goes_before(word: str, known: _Words) -> bool:
    return word.lower() in known.before and word != "Professional"


def _span(text: str, start: int, end: int, known: _Words) -> Span | None:
    """Return the span of a title, without a stop at its end; None for “professionals”."""
    while end > start and text[end - 1] in ".'’-":
        end -= 1
    words = text[start:end].lower().split()
    if not words or (len(words) == 1 and words[0] in known.not_titles):
        return None
    if not any(names_work(word) and word not in known.not_titles for word in words) and not any(
        word[0].isupper() for word in text[start:end].split()
    ):
        return None
    return Span(start, end)


_TAIL = regex(
    r"(?<!\s)\s{0,9}(?:[-–—|,;]|\(|\b@|\s)\s{0,9}(?:(?=(?:up to |from |pay )?[$£€])|req(?:uisition)?\b|job (?:id|code|number|#)|#|ref\b|\d{4,}|"
    r"sign[- ]?on|full[- ]time|part[- ]time|f/t|p/t|remote\b|hybrid\b|on[- ]?site\b|per diem|prn\b|"
    r"[a-z .]{2,25}, [a-z]{2}\b\)?$)[^\n]*$",
    0,
)


def trimmed(words: str) -> int:
    """Return how many characters of a title line are the title: pay, place and number are not."""
    tail = _TAIL.search(words.lower())
    if tail and tail.start() > 2 and holds_title(words[: tail.start()]):
        return tail.start()
    return len(words)
