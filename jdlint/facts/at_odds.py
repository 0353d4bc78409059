"""Finds terms of the work that do not go together: status and pay, days, level, licence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jdlint.document import Block, Draft, Modality
from jdlint.facts import modality
from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span


class Pair(NamedTuple):
    """Two places that do not go together; the second is the one to look at."""

    kind: str
    first: Span
    second: Span


def at_odds(draft: Draft) -> Iterator[Pair]:
    """Yield the terms of a draft that do not go together, at most one pair of a kind."""
    yield from _exempt(draft)
    yield from _days(draft)
    yield from _denied(draft)
    yield from _workplace(draft)
    yield from _travel(draft)
    yield from _independence(draft)
    yield from _experience(draft)
    yield from _level(draft)
    yield from _licence(draft)


def _pair(kind: str, one: Span, two: Span) -> Pair:
    return Pair(kind, *sorted((one, two)))


# Exempt from overtime, and paid by the hour

_EXEMPT = regex(
    r"\bexempt(?: status)? ?: ?yes\b"
    r"|\b(?:flsa|overtime|exemption|wage|pay|job|employment|position)(?: (?:status|class|classification|category|type|code))?[ \t]?[:\u2013-][ \t]{0,2}(?:salaried[ /,-]{1,3})?exempt\b"
    r"|\bflsa (?:status )?exempt\b"
    r"|\b(?:this is an|position is(?: an?)?|role is(?: an?)?|job is(?: an?)?) (?:flsa[- ])?exempt\b",
    2,
)
_NOT_EXEMPT = regex(r" ?(?:from|under|/|or\b|\(?non|unclass|civil|for\b)|[- ]?non", 2)
# professions that the Fair Labor Standards Act exempts however they are paid (29 CFR 541.303, 304,
# 400), and titles of the same kind
_ANY_PAY = ("physician", "psychiatrist")
_ANY_PAY_TITLE = regex(
    r"\b(?:teacher|instructor|faculty|professor|lecturer|tutor|attorney|lawyer|counsel|physician|doctor|dentist|resident|fellow|optometrist|software|developer|engineer|programmer|analyst|architect|data|systems?|web|computer|IT)\b",
    2,
)


def _exempt(draft: Draft) -> Iterator[Pair]:
    if "exempt" not in draft.document.index:
        return
    wages = [fact for fact in draft.facts["pay"] if getattr(fact, "kind", "") == "base"]
    if not wages or any(getattr(fact, "unit", None) != "hour" for fact in wages):
        return
    if any(fact.value in _ANY_PAY for fact in draft.facts["profession"]):
        return
    if any(_ANY_PAY_TITLE.search(fact.value) for fact in draft.facts["title"]):
        return
    place = next((fact.span for fact in wages if fact.span is not None), None)
    stated = [m for m in _EXEMPT.finditer(draft.text) if not _NOT_EXEMPT.match(draft.text, m.end())]
    if place is not None and stated and not _NON.search(draft.text):
        yield Pair("exempt-hourly", place, Span(*stated[0].span()))


_NON = regex(r"\bnon-?exempt\b|\bexempt ?: ?no\b", 2)


# Days and shifts

_WEEKDAYS = regex(
    r"\W*(?:(?:work )?(?:schedule|days|hours|shift) ?: ?)?(?:monday|mon|m)\.? ?(?:-|\u2013|to|through|thru) ?(?:friday|fri|f)\.?(?: only)?[\W\d]*\Z",
    2,
)
_WEEKEND = regex(
    r"\W*(?:every (?:other )?weekends?|weekends?(?: availability| required| shifts?| rotation| only)?(?: required)?)\W*\Z",
    2,
)
_BRIEF = 60  # characters of a line that is an entry of a schedule


def _days(draft: Draft) -> Iterator[Pair]:
    """Yield a schedule that lists Monday to Friday and the weekend as well."""
    index = draft.document.index
    if not ("weekend" in index or "weekends" in index):
        return
    brief = [b for b in draft.document.blocks if b.span.end - b.span.start <= _BRIEF]
    weekdays = next((b for b in brief if _WEEKDAYS.match(draft.document.cut(b.span))), None)
    weekend = next((b for b in brief if _WEEKEND.match(draft.document.cut(b.span))), None)
    if weekdays and weekend and _one_list(draft, weekdays, weekend):
        yield _pair("days", weekdays.span, weekend.span)


def _one_list(draft: Draft, one: Block, two: Block) -> bool:
    """Say whether two lines stand in one list, with nothing but lines of it between them."""
    first, second = sorted((one.span, two.span))
    between = draft.document.blocks_in(Span(first.end, second.start))
    return len(between) <= 6 and all(b.span.end - b.span.start <= _BRIEF for b in between)


_DENIED = regex(
    r"\bno (?P<what>nights?|weekends?|on[- ]call|call)(?:(?:,|,? (?:or|and)|/)? ?(?:no )?(?:nights?|weekends?|holidays?|evenings?|on[- ]call|call|overtime)){0,4}(?! ?(?:rotation|pay|differential|experience|restrictions|limit))\b",
    2,
)
_SHIFT_WORDS = {
    "night": regex(r"\bnights?\b", 2),
    "weekend": regex(r"\bweekends?\b", 2),
    "on-call": regex(r"\b(?:on[- ])?call\b", 2),
}


def _denied(draft: Draft) -> Iterator[Pair]:
    """Yield a shift that the draft says there is none of, and asks for elsewhere."""
    denied = _DENIED.search(draft.text) if "no" in draft.document.index else None
    if denied is None:
        return
    for fact in draft.facts["shifts"]:
        words = _SHIFT_WORDS.get(fact.value)
        if words is None or fact.span is None or not words.search(denied.group()):
            continue
        here = Span(*denied.span())
        if fact.span.start < here.end and here.start < fact.span.end:
            continue
        near = modality.setting(draft, fact.span).sentence
        if not _PERHAPS.search(draft.text[near.start : near.end]):
            yield _pair("denied-shift", here, fact.span)
            return


_PERHAPS = regex(
    r"\b(?:no|not|or|optional|if|available|flexib\w+|choose|choice|prefer\w*|incentive|bonus|extra|volunt\w+|may|can|never|without|other than)\b",
    2,
)


# Place and travel

_REMOTE_JOB = regex(
    r"\b(?:this|the|our) (?:role|position|job) is (?:a )?(?:fully |100 ?% |completely |entirely )?remote\b|\bthis is a (?:fully |100 ?% )?remote\b",
    2,
)
_ON_SITE_FIRST = regex(
    r"\b(?:prioriti[sz]e|prefer|favou?r|preference (?:is given )?(?:to|for)|only consider(?:ing)?) (?:local |our )?(?:in[- ]person|on-?site|in[- ]office|hybrid)(?: (?:and|or|/) (?:in[- ]person|on-?site|in[- ]office|hybrid))? (?:candidates|applicants|employees|work)\b",
    2,
)


def _workplace(draft: Draft) -> Iterator[Pair]:
    if "remote" not in draft.document.index:
        return
    here = _ON_SITE_FIRST.search(draft.text)
    remote = _REMOTE_JOB.search(draft.text) if here else None
    if here and remote:
        yield _pair("workplace-preferred", Span(*remote.span()), Span(*here.span()))


_FROM = 10  # percent of the time from which on travel is more than an exception


def _travel(draft: Draft) -> Iterator[Pair]:
    """Yield travel that is denied in one place and asked for in another."""
    index = draft.document.index
    if not any(word in index for word in ("travel", "traveling", "travelling")):
        return
    none = [f for f in draft.facts["travel"] if f.value == "none" and f.span]
    some = [f for f in draft.facts["travel"] if f.span and (getattr(f, "max", None) or 0) >= _FROM]
    if none and some and none[0].span and some[0].span:
        yield _pair("travel", none[0].span, some[0].span)
        return
    perhaps = _MAY_TRAVEL.search(draft.text)
    always = _MUST_TRAVEL.search(draft.text) if perhaps else None
    if perhaps and always:
        yield Pair("travel", Span(*always.span()), Span(*perhaps.span()))


_MAY_TRAVEL = regex(r"\btravel may be (?:required|needed|necessary|asked)\b", 2)
_MUST_TRAVEL = regex(
    r"\btravel(?:ing|ling)?(?: and \w+)? (?:is|are) (?:an )?essential\b|\b(?:extensive|frequent|daily) travel is required\b",
    2,
)


# Independence and supervision

_UNDER = regex(r"(?<!and )(?<!or )(?<!as )(?<!also )\bunder (?:the )?direct supervision of\b", 2)
_ALONE = regex(r"\bindependently (?!and\b|or\b|as\b|but\b|under\b)\w+|\bworks? independently\b", 2)
_EITHER = regex(
    r"\b(?:both|either|while|until|when|except|unless|then|after|once|although|under (?:minimal|general|limited))\b",
    2,
)


def _independence(draft: Draft) -> Iterator[Pair]:
    """Yield what one sentence says is done independently and under direct supervision."""
    if "independently" not in draft.document.index or "supervision" not in draft.document.index:
        return
    for under in _UNDER.finditer(draft.text):
        span = Span(*under.span())
        sentence = modality.setting(draft, span).sentence
        alone = _ALONE.search(draft.text, sentence.start, sentence.end)
        if alone and not _EITHER.search(draft.text, sentence.start, sentence.end):
            yield Pair("independence", span, Span(*alone.span()))
            return


# Experience

_WISHED = regex(
    r"\b(?:prior|previous) experience (?:is |would be )?(?:an? (?:plus|asset|advantage)|preferred|helpful|desirable|not (?:required|necessary))(?=[.;!]|\s*\Z|\s*\n)",
    2,
)
_ASKED = regex(
    r"\bexperience (?:in|with) (?:[\w-]{2,20},? ){1,6}is (?:required|a must|mandatory)\b", 2
)


def _experience(draft: Draft) -> Iterator[Pair]:
    """Yield experience of whatever kind that is a wish in one place and a demand in another."""
    if "experience" not in draft.document.index:
        return
    wish = _WISHED.search(draft.text)
    must = _ASKED.search(draft.text) if wish else None
    if wish and must:
        yield Pair("experience", Span(*must.span()), Span(*wish.span()))


# Title and level

_LEVELS = regex(
    r"\b(?:senior|sr|junior|jr|associate|assistant|principal|deputy|entry[- ]level|trainee)\b\.?", 2
)
_ASIDE = regex(r"[(,|].*")
_SAME = {"sr": "senior", "jr": "junior"}
_NAMED = regex(
    r"\b(?:hiring|seeking|looking for|searching for|recruiting(?: for)?) (?:an?|our next|our first|a new) (?P<sought>[A-Z][\w/&'\u2019-]{1,24}(?: (?:of |and |& )?[A-Z][\w/&'\u2019-]{1,24}){0,7})"
    r"|(?m:^)\W{0,3}(?P<headed>[A-Z][\w/&'\u2019-]{1,24}(?: [A-Z][\w/&'\u2019-]{1,24}){1,6}) (?:position |job |role )?(?:requirements|qualifications|responsibilities|duties)\b",
)


def _level(draft: Draft) -> Iterator[Pair]:
    """Yield the title with another level in it: “Senior Nurse” here and “Nurse” there."""
    title = next((fact for fact in draft.facts["title"] if fact.span is not None), None)
    if title is None or title.span is None:
        return
    level, core = _parted(title.value)
    if title.value.rstrip().endswith(","):  # cut short
        return
    if not 2 <= len(core) <= 6 or not (level or _LEVELS.search(draft.text)):
        return
    for match in _NAMED.finditer(draft.text):
        group = "sought" if match["sought"] else "headed"
        other, rest = _parted(match[group])
        span = Span(*match.span(group))
        if other == level or (span.start < title.span.end and title.span.start < span.end):
            continue
        if rest == core or (len(rest) >= 2 and rest == core[-len(rest) :] and other):
            yield _pair("title-level", title.span, span)
            return


_ABBREVIATION = regex(r"(?<!-)\b[A-Z][A-Za-z]{1,6}(?:-[A-Z]{1,6})?\b")
_NURSES = {"RN": "registered-nurse", "LPN": "practical-nurse", "LVN": "practical-nurse"}


def _licence(draft: Draft) -> Iterator[Pair]:
    """Yield a licence asked for that is of another profession than the one in the title."""
    title = next((fact for fact in draft.facts["title"] if fact.span is not None), None)
    if title is None or title.span is None:
        return
    named = {found.group() for found in _ABBREVIATION.finditer(title.value)}
    if not any(sum(map(str.isupper, word)) > 1 for word in named):
        return
    known = _professions()
    ours = frozenset().union(*(known[word] for word in named if word in known))
    asked = [
        fact
        for fact in draft.facts["licences"]
        if fact.span is not None and fact.span.start >= title.span.end and fact.value in known
    ]
    if not ours or any(known[fact.value] & ours for fact in asked):
        return
    must = next((f for f in asked if f.modality in _DEMANDS), None)
    if must is not None and must.span is not None:
        yield _pair("title-licence", title.span, must.span)


_DEMANDS = (Modality.REQUIRED, Modality.ALTERNATIVE)


@cache
def _professions() -> dict[str, frozenset[str]]:
    """Return the professions for which a state issues the licence of an abbreviation."""
    found: dict[str, set[str]] = {word: {name} for word, name in _NURSES.items()}
    for row in table("licences"):
        for word in (row["abbreviation"], *row["other_abbreviations"].split(";")):
            found.setdefault(word.strip(), set()).add(row["profession"])
    return {word: frozenset(names) for word, names in found.items() if word}


def _parted(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words for a level in a job title, and the other words, in lower case."""
    found: list[str] = [m.group().lower().rstrip(".") for m in _LEVELS.finditer(name)]
    rest = _LEVELS.sub(" ", _ASIDE.sub("", name)).lower().split()
    return frozenset(_SAME.get(word, word) for word in found), tuple(w for w in rest if w.isascii())
