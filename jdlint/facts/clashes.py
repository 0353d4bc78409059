"""Finds statements of one draft that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

from jdlint.document import Draft, Fact, Modality
from jdlint.facts import credentials, education, modality
from jdlint.facts.at_odds import at_odds
from jdlint.patterns import regex
from jdlint.text import Span

_STRICT = (Modality.REQUIRED, Modality.ALTERNATIVE)
_QUOTE = 60  # characters of the other place that are quoted
_FULL, _PART = 36, 24  # weekly hours from which on, and up to which, a post is full or part time
_SENIOR = 3  # years from which on nobody calls a post entry level


class Clash(Fact):
    """Two statements that clash; `value` says how, `other` is the first, the span the second.

    `match` is the second where it stands in the data of a draft, and so has no span.
    """

    other: str
    match: str = ""


def clash(draft: Draft) -> tuple[Clash, ...]:
    """Return the clashes in a draft, in the order of the text."""
    found = [fact for find in _FINDERS for fact in find(draft)]
    return tuple(sorted(found, key=lambda fact: fact.span.start if fact.span else 0))


def _clash(draft: Draft, kind: str, first: Fact | Span | str, second: Fact | Span) -> Clash:
    """Make a clash of two places; where the second has none, the draft as a whole is meant."""
    span = second if isinstance(second, Span) else second.span
    if isinstance(first, str):
        other = first
    else:
        place = first if isinstance(first, Span) else first.span
        other = draft.document.cut(place) if place else getattr(first, "value", "")
    other = " ".join(other.split())
    other = other if len(other) <= _QUOTE else other[: _QUOTE - 1].rstrip() + "…"
    match = second.value if span is None and isinstance(second, Fact) else ""
    return Clash(value=kind, span=span, other=other, match=match)


# Pay

_AMOUNT = r"\d{1,3}(?:,\d{3})+|\d+"
_SUM = regex(
    rf"[$£€] ?(?P<low>{_AMOUNT})(?P<cents>\.\d+)? ?(?P<low_k>k)?(?: ?(?:per|an?|/) ?(?:hour|hr|year|annum))? ?(?:-|\u2013|\u2014|to) ?[$£€] ?(?P<high>{_AMOUNT})(?:\.\d+)? ?(?P<high_k>k)?(?![\d,]\d|\w)",
    2,
)
_UNIT = regex(
    rf"[$£€] ?(?P<sum>{_AMOUNT})(?:\.\d+)? ?(?P<k>k)?(?: ?(?:-|\u2013|to) ?[$£€]? ?[\d,.]{{1,9}}(?P<later_k>k)?)? ?(?:USD )?(?:(?P<hour>(?:per|an|/|a) ?(?:hour|hr)\b|hourly\b|/hr)|(?P<year>(?:per|a|/) ?(?:year|annum|yr)\b|annually\b|/yr|yearly\b))",
    2,
)
_REVENUE = regex(
    r"\b(?:budget|revenue|sales|deals?|contracts?|accounts?|grants?|portfolio|funding|bonus|stipend|allowance|reimburs\w*|deductible|premium|fees?|fine|gift|discount|tuition|cost|savings|spend|copay|donat\w+|per (?:member|employee)|equity|commission|quota|dues|credit|match|valued?|support|wellbeing|membership|subscription)\b",
    2,
)


_WAGE = regex(r"\b(?:salary|wages?|pay|compensation|rate|hiring range)\b", 2)


def _number(text: str, thousands: str | None) -> float:
    return float(text.replace(",", "").rstrip(".") or 0) * (1_000 if thousands else 1)


def _around(draft: Draft, span: Span, reach: int = 60) -> str:
    block = draft.document.block_at(span.start)
    low = max(block.span.start if block else 0, span.start - reach)
    high = min(block.span.end if block else len(draft.text), span.end + reach)
    return draft.text[low:high]


def _pay(draft: Draft) -> Iterator[Clash]:
    if not any(sign in draft.text for sign in "$£€"):
        return
    for match in _SUM.finditer(draft.text):
        low, high = _number(match["low"], match["low_k"]), _number(match["high"], match["high_k"])
        span = Span(*match.span())
        if match["low_k"] and not match["high_k"] and high < 1_000:
            high *= 1_000
        if match["high_k"] and not match["low_k"] and low < 1_000:
            low *= 1_000
        if low > high > 0 and not _REVENUE.search(_around(draft, span)):
            yield _clash(draft, "pay-reversed", f"{match['low']}", span)
    for match in _UNIT.finditer(draft.text):
        amount = _number(match["sum"], match["k"] or match["later_k"])
        span = Span(*match.span())
        near = _around(draft, span)
        small = match["year"] and 5 <= amount < 500 and _WAGE.search(near)
        if (small or (match["hour"] and amount >= 1_000)) and not _REVENUE.search(near):
            yield _clash(draft, "pay-unit", "", span)


_APART = regex(
    r"\b(?:levels?|zones?|tiers?|grades?|bands?|steps?|locations?|region|office|residents?|licensed|unlicensed|licensure|associate|provisional|pre-?licensed|intern|senior|junior|lead|I{1,3}|experience|nights?|days?|evenings?|weekends?|differential|shift|full|part|PRN|per diem|session|individual|group|california|new york|colorado|washington|illinois|bay area|NYC|CA|NY|WA|CO|states|other|hiring|graduate|student|all|min\w*|max\w*|remote|bachelor\w*|master\w*|OTE|on-target|commission|bonus|total|based|depend\w*|first year|after|starting|training|probation\w*|increase|w-?2|1099)\b",
    2,
)


def _ranges(draft: Draft) -> Iterator[Clash]:
    """Yield a second wage range that differs from the first with nothing that tells them apart."""
    wages = [
        fact
        for fact in draft.facts["pay"]
        if getattr(fact, "kind", "") == "base" and fact.span is not None
    ]
    ends = {(getattr(w, "min", None), getattr(w, "max", None)) for w in wages}
    units = {getattr(w, "unit", None) for w in wages}
    if len(ends) != 2 or len(units) != 1 or None in units:
        return
    first, *rest = wages
    second = next((w for w in rest if _ends(w) != _ends(first)), None)
    if second is None or first.span is None or second.span is None:
        return
    if any(low is None or high is None or low == high for low, high in ends):
        return
    near = _around(draft, first.span, 240) + " " + _around(draft, second.span, 240)
    near += " ".join(_heading(draft, fact.span.start) for fact in (first, second) if fact.span)
    if not _APART.search(near):
        yield _clash(draft, "two-ranges", first, second)


def _ends(fact: Any) -> tuple[float | None, float | None]:
    return fact.min, fact.max


def _heading(draft: Draft, offset: int) -> str:
    section = draft.section_at(offset)
    return draft.document.cut(section.heading) if section and section.heading else ""


# Terms of the job


def _hours(draft: Draft) -> Iterator[Clash]:
    kinds = draft.facts["employment"]
    values = {fact.value for fact in kinds}
    for hours in draft.facts["hours"]:
        low, high = getattr(hours, "min", None), getattr(hours, "max", None)
        if regex(r"\b(?:up to|opportunity|possib\w+|overtime)\b", 2).search(
            _near_before(draft, hours)
        ) or _AT_FIRST.search(_near_after(draft, hours)):
            continue
        if "part-time" in values and "full-time" not in values and low and low >= _FULL:
            yield from _beside(draft, "part-time-hours", "part-time", hours)
        elif "full-time" in values and "part-time" not in values and high and high <= _PART:
            yield from _beside(draft, "full-time-hours", "full-time", hours)


_AT_FIRST = regex(
    r"\b(?:to start|at first|initially|in the beginning|scale to|with the opportunity)\b", 2
)


def _near_before(draft: Draft, fact: Fact, reach: int = 40) -> str:
    return _before(draft, fact.span.start, reach) if fact.span else ""


def _near_after(draft: Draft, fact: Fact) -> str:
    return draft.text[fact.span.end : fact.span.end + 40] if fact.span else ""


def _beside(draft: Draft, kind: str, value: str, second: Fact) -> Iterator[Clash]:
    first = next((fact for fact in draft.facts["employment"] if fact.value == value), None)
    if first is not None:
        yield _clash(draft, kind, first, second)


_ONLY = regex(
    r"\b(?:fully|100 ?%|entirely|completely) remote\b|\bremote (?:position|role|job)\b|\bis (?:fully |100 ?% )?remote\b",
    2,
)
_ON_SITE_ONLY = regex(
    r"\b(?:on-?site|in[- ]person|in[- ]office)[- ]only\b|\b(?:fully|100 ?%|entirely) (?:on-?site|in[- ]person)\b|\bno remote (?:work|option)|(?<!are )\bnot (?:a |eligible for )?remote\b(?! (?:work )?in\b)|\bmust (?:work|be) on-?site\b|\bremote (?:work )?is not\b|\bremote during covid\b",
    2,
)


def _workplace(draft: Draft) -> Iterator[Clash]:
    if "remote" not in draft.document.index:
        return
    remote = [m for m in _ONLY.finditer(draft.text) if "not" not in _before(draft, m.start(), 12)]
    here = list(_ON_SITE_ONLY.finditer(draft.text))
    if remote and here and "hybrid" not in draft.document.index:
        first, second = sorted((Span(*remote[0].span()), Span(*here[0].span())))
        yield _clash(draft, "workplace", first, second)


def _before(draft: Draft, start: int, reach: int) -> str:
    return draft.text[max(0, start - reach) : start].lower()


_ENTRY = regex(
    r"\bentry[- ]level (?:position|role|job|opportunity|opening|post|salary|nurse|therapist|counsel\w+|technician|\w+ position)\b|\b(?:this is|an) entry[- ]level\b|\bno (?:prior |previous )?experience (?:is )?(?:necessary|required|needed)\b",
    2,
)
_NEW = regex(
    r"\bnew grad(?:uate)?s? (?:are )?(?:welcomed?|encouraged|accepted|considered)\b|\b(?:accepting|welcom\w+|open to|considering) (?:\w+ )?new grad(?:uate)?s?\b",
    2,
)


def _level(draft: Draft) -> Iterator[Clash]:
    asked = [
        fact
        for fact in draft.facts["experience"]
        if fact.modality is Modality.REQUIRED and (getattr(fact, "min", None) or 0) > 0
    ]
    if not asked:
        return
    entry = _ENTRY.search(draft.text)
    new = _NEW.search(draft.text)
    for match, least in ((entry, _SENIOR), (new, 1)):
        if match is None or _SOME.match(draft.text, match.end()):
            continue
        fact = next((f for f in asked if _least(draft, f) >= least), None)
        if fact is not None and fact.span is not None and not _or_less(draft, fact.span):
            first, second = sorted((Span(*match.span()), fact.span))
            yield _clash(draft, "level", first, second)
            return


_SOME = regex(r"[^.\n]{0,20}\([^)\n]{0,20}\bonly\b", 2)


def _least(draft: Draft, fact: Any) -> float:
    """Return the years that a fact asks for; none where its section holds wishes."""
    section = draft.section_at(fact.span.start) if fact.span else None
    wish = section is not None and section.kind == "preferred_qualifications"
    return 0.0 if wish else fact.min or 0.0


_OR = regex(r"\b(?:or|preferred|plus|desired|ideal\w*|equivalent|substitut\w*|in lieu)\b", 2)


def _or_less(draft: Draft, span: Span) -> bool:
    """Say whether something else may stand for the years at `span`."""
    block = draft.document.block_at(span.start)
    low = max(block.span.start if block else 0, span.start - 80)
    high = min(block.span.end if block else len(draft.text), span.end + 80)
    clause = draft.text[low:high].split("; ")
    return bool(_OR.search(next((part for part in clause if draft.document.cut(span) in part), "")))


def _contractor(draft: Draft) -> Iterator[Clash]:
    status = draft.facts["contractor"]
    if not status or any(fact.value == "w2" for fact in status):
        return
    for match in _EMPLOYEE.finditer(draft.text):
        if not regex(r"\b(?:no|not|without|does not)\b", 2).search(
            _before(draft, match.start(), 40)
        ):
            yield _clash(draft, "contractor-benefits", status[0], Span(*match.span()))
            return


_EMPLOYEE = regex(
    r"\b(?:(?:paid time off|PTO)\b|401\(?k\)? (?:match|plan|with|retirement)|(?:health|medical|dental)(?:, (?:dental|vision))*,? (?:and \w+ )?insurance(?= (?:is|are|provided|paid|benefits|plan)?)|paid (?:vacation|sick leave|holidays))",
    2,
)


# Credentials


def _credentials(draft: Draft) -> Iterator[Clash]:
    """Yield credentials and degrees that stand as required in one place, as preferred in another."""
    for family in ("licences", "certifications"):
        mentions = credentials.mentioned(draft, family)
        named: dict[str, list[tuple[Span, Modality]]] = {}
        for each in mentions:
            if not each.value.lower().endswith(_OF_MANY_KINDS):
                named.setdefault(each.value, []).append((each.mention.span, each.modality))
        for places in named.values():
            yield from _both(draft, "required-and-preferred", places)
    cued = any(word.startswith("teach") for word in draft.document.index)
    teaching = [Span(*found.span()) for found in _TEACHING.finditer(draft.text)] if cued else []
    modes = modality.modalities(draft, teaching, Modality.STATED) if len(teaching) > 1 else ()
    yield from _both(draft, "required-and-preferred", list(zip(teaching, modes, strict=False)))
    levels: dict[str, list[tuple[Span, Modality]]] = {}
    for span, level, mode in education.mentioned(draft):
        levels.setdefault(level, []).append((span, mode))
    for places in levels.values() if len(levels) < 4 else ():  # more are a list to choose from
        yield from _both(draft, "degree-required-and-preferred", places)


_OF_MANY_KINDS = ("certified", "certification", "osha")  # one of them is not another

_MORE = regex(
    r"\b(?:or|in lieu|substitut\w*|equivalent|within|eligib\w*|additional|second|multiple|compact|other|assistance|tuition|experienced?|years?)\b",
    2,
)


# states call the licence of a teacher a license, a certificate or a credential
_TEACHING = regex(
    r"\bteach(?:ing|er['\u2019]?s?) (?:licen[cs](?:e|ure)|certificat(?:e|ion)|credential)\b", 2
)


def _both(draft: Draft, kind: str, places: list[tuple[Span, Modality]]) -> Iterator[Clash]:
    must = next((span for span, mode in places if _demanded(draft, span, mode)), None)
    wish = next(
        (span for span, mode in places if mode is Modality.PREFERRED and not _of(draft, span)), None
    )
    if must is None or wish is None or _same_block(draft, must, wish):
        return
    if _MORE.search(_bare(draft, must)) or _MORE.search(_bare(draft, wish)):
        return
    if len(_line(draft, must)) > 260 or len(_line(draft, wish)) > 260:
        return
    if kind.startswith("degree") and (
        _field(draft, must) != _field(draft, wish) and _field(draft, must) and _field(draft, wish)
    ):
        return
    first, second = sorted((must, wish))
    yield _clash(draft, kind, _sentence(draft, first), second)


def _of(draft: Draft, span: Span) -> bool:
    """Say whether the wish in the line of `span` is for what stands behind a comma."""
    return bool(_OTHER_WISH.match(draft.text, span.end))


_OTHER_WISH = regex(
    r"[^,.;\n]{0,60}, (?!(?:strongly|highly|is|a|preferred|desired|optional)\b)[^,.;\n]{0,40}\b(?:preferred|desired|a plus)\b",
    2,
)


def _demanded(draft: Draft, span: Span, mode: Modality) -> bool:
    """Say whether what stands at `span` is asked for, a diploma or its equal as one thing."""
    if mode is Modality.ALTERNATIVE:
        return bool(_SCHOOL.search(_line(draft, span)))
    return mode is Modality.REQUIRED


_SCHOOL = regex(
    r"\b(?:GED|HSD) (?:or|/) ?(?:a )?(?=high school)|(?<=high school) ?(?:diploma )?(?:or|/) ?(?:an? |its )?(?:equivalent|GED)\b",
    2,
)


def _bare(draft: Draft, span: Span) -> str:
    """Return the line without the words that make one thing of a diploma and what equals it."""
    return _SCHOOL.sub("", _line(draft, span))


def _same_block(draft: Draft, one: Span, two: Span) -> bool:
    return draft.document.block_at(one.start) == draft.document.block_at(two.start)


def _line(draft: Draft, span: Span) -> str:
    block = draft.document.block_at(span.start)
    return draft.document.cut(block.span) if block else ""


def _sentence(draft: Draft, span: Span) -> Span:
    block = draft.document.block_at(span.start)
    if block is None or block.span.end - block.span.start > _QUOTE:
        return span
    return block.span


_IN_FIELD = regex(r"\b(?:degree )?in ((?:\w+ ?){1,4})", 2)


def _field(draft: Draft, span: Span) -> str:
    after = draft.text[span.end : span.end + 50].split("\n")[0]
    found = _IN_FIELD.match(after.strip())
    return found[1].lower().strip() if found else ""


_REQUIRED_HEADING = regex(
    r"\A\W*(?:required|minimum|must[- ]have|basic|mandatory|essential)\b(?!.*\b(?:preferred|desired|desirable)\b)",
    2,
)
_MIXED_HEADING = regex(
    r"\b(?:required|minimum) ?(?:/|&|and) ?(?:desired|preferred|desirable)\b|\b(?:preferred|desired) ?(?:/|&|and) ?(?:required|minimum)\b",
    2,
)
_MARKED = regex(
    r"(?:\((?:strongly |highly )?(?:preferred|optional|desired|a plus|nice to have)\)|[,;:–-] (?:strongly |highly )?(?:preferred|optional|nice to have)|\b(?:is|are) (?:a plus|strongly preferred|preferred|optional|desirable|nice to have))[.\s]*\Z",
    2,
)


def _among_required(draft: Draft) -> Iterator[Clash]:
    """Yield items marked as wishes below a heading that calls all of them required."""
    for section in draft.sections:
        if section.heading is None:
            continue
        heading = draft.document.cut(section.heading)
        if _MIXED_HEADING.search(heading) and len(heading) < 60:
            yield _clash(draft, "mixed-heading", "", section.heading)
        if not _REQUIRED_HEADING.match(heading):
            continue
        for block in draft.document.blocks_in(section.span):
            words = draft.document.cut(block.span)
            if block.span.start > section.heading.end and words.rstrip().endswith(":"):
                break  # a heading of its own, of another kind
            if block.kind == "item" and _marked_alone(words):
                yield _clash(draft, "preferred-among-required", section.heading, block.span)
                break


def _marked_alone(words: str) -> bool:
    """Say whether a line is one wish and nothing else."""
    marked = _MARKED.search(words)
    if marked is None or ". " in words.rstrip(". ") or _DEMANDED.search(words):
        return False
    return not (marked.group().startswith("(") and "," in words[: marked.start()])  # the last alone


_DEMANDED = regex(r"\b(?:required|must|minimum|mandatory)\b", 2)
_MINIMUM_RANGE = regex(
    r"\b(?:minimum|min\.?|at least)(?: of)? (?P<at>(?:\d{1,2}|one|two|three|four|five)(?: ?(?:-|\u2013) ?| to | or )(?:\d{1,2}|two|three|four|five|six|seven)\+? years?)\b",
    2,
)


def _minimum(draft: Draft) -> Iterator[Clash]:
    for match in _MINIMUM_RANGE.finditer(draft.text):
        yield _clash(draft, "minimum-range", "", Span(*match.span()))


def _years(draft: Draft) -> Iterator[Clash]:
    """Yield a second number of years for the very same experience."""
    asked = [
        f
        for f in draft.facts["experience"]
        if f.modality is Modality.REQUIRED and f.span and _least(draft, f)
    ]
    for one, two in combinations(asked, 2):
        low, high = getattr(one, "min", None), getattr(two, "min", None)
        if not low or not high or low == high:
            continue
        if _subject(one) and _subject(one) == _subject(two) and one.span and two.span:
            if _same_block(draft, one.span, two.span) or _OR.search(_line(draft, one.span)):
                continue
            if not _OR.search(_line(draft, two.span)) and not _apart(draft, one.span, two.span):
                yield _clash(draft, "years", one, two)
                return


def _apart(draft: Draft, one: Span, two: Span) -> bool:
    """Say whether a line such as “Back end:” begins another list between two places."""
    between = draft.document.blocks_in(Span(one.end, two.start))
    return any(draft.document.cut(block.span).rstrip("*_ ").endswith(":") for block in between)


_PLAIN = frozenset(
    [
        "experience",
        "in",
        "the",
        "a",
        "an",
        "of",
        "and",
        "with",
        "as",
        "relevant",
        "related",
        "professional",
        "work",
        "working",
        "prior",
        "previous",
        "minimum",
        "required",
        "field",
        "similar",
        "role",
        "position",
    ]
)


def _subject(fact: Any) -> frozenset[str]:
    what = str(getattr(fact, "in_what", "")).lower()
    if any(sign in what for sign in "#+/"):
        return frozenset()  # C, C# and C++ differ by signs alone
    words = regex(r"[^\W\d]{3,}").findall(what)
    return frozenset(word.rstrip("s") for word in words if word not in _PLAIN)


# Dates and weeks


def _dates(draft: Draft) -> Iterator[Clash]:
    dated = [
        (fact, _day(fact.value))
        for fact in draft.facts["closing-date"]
        if not _FIRST.search(_near_before(draft, fact, 100).rpartition("\n")[2])
        or len(draft.facts["closing-date"]) == 1
    ]
    days = [(fact, day) for fact, day in dated if day]
    if len({day for _, day in days}) == 2:  # more are the rounds of one search
        first, second = days[0], next(pair for pair in days if pair[1] != days[0][1])
        if second[0].span is not None:
            yield _clash(draft, "closing-dates", first[0], second[0])
            return
    for fact, day in days[:1]:
        if day < draft.as_of:
            yield _clash(draft, "closed", draft.as_of.isoformat(), fact)


# not the last day to apply, but the last to be among the first
_FIRST = regex(r"\b(?:priority|first|initial|full consideration|review)\b", 2)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


_WEEKS = regex(
    r"\b(?P<n>\d{1,2})[- ]?(?:weeks?|wks?)\b(?= (?:\w+ )?(?:contract|assignment|travel|duration))|\b(?:duration|contract length|assignment length)\W{1,3}(?P<n2>\d{1,2}) ?(?:weeks?|wks?)\b",
    2,
)


def _weeks(draft: Draft) -> Iterator[Clash]:
    found = [
        (int(m["n"] or m["n2"]), Span(*m.span()))
        for m in _WEEKS.finditer(draft.text)
        if not regex(r"\b(?:up to|every|extend\w*|or|to|-)\W{0,2}\Z", 2).search(
            _before(draft, m.start(), 12)
        )
    ]
    if len({number for number, _ in found}) == 2 and len(found) < 5:
        other = next(span for number, span in found if number != found[0][0])
        yield _clash(draft, "weeks", found[0][1], other)


_LISTS = (
    "responsibilities",
    "required_qualifications",
    "preferred_qualifications",
    "education",
    "experience",
    "licensure",
    "skills",
    "benefits",
    "schedule",
)
_NUMBERED = regex(
    r"\b(?:zones?|tiers?|regions?|levels?|grades?|steps?|bands?|classe?s?|phases?|weeks?|days?|groups?|options?|shifts?|parts?|sections?|cohorts?|tracks?|location|year) ?\W{0,3}#",
    2,
)
_DIGITS = regex(r"\d+(?:[.,]\d+)*")


def _repeated(draft: Draft) -> Iterator[Clash]:
    """Yield a list item that stands twice, with another number in it."""
    seen: dict[str, Span] = {}
    for block in draft.document.blocks:
        section = draft.section_at(block.span.start)
        if block.kind != "item" or draft.document.cut(block.span).rstrip("*_ ").endswith(":"):
            seen = {}  # another list: what is said of one group may be said of the next
        if section is None or section.kind not in _LISTS or block.kind != "item":
            continue
        if not 25 <= block.span.end - block.span.start <= 300:
            continue
        words = draft.document.cut(block.span)
        bare, count = _DIGITS.subn("#", " ".join(words.lower().split()).strip(" .;"))
        if not count or len(bare.split()) < 5 or "$" in bare or _NUMBERED.search(bare):
            continue
        before = seen.setdefault(bare, block.span)
        same = _DIGITS.findall(draft.document.cut(before)) == _DIGITS.findall(words)
        if before != block.span and not same:
            yield _clash(draft, "repeated-item", before, block.span)


# Data and prose


def _data(draft: Draft) -> Iterator[Clash]:
    """Yield what the data of the file say of the job and its prose denies."""
    if not draft.document.fields:
        return
    bare = draft.but(document=draft.document.but(fields=()))
    kinds = {f.value for f in draft.facts["employment"] if f.span is None}
    from jdlint.facts.employment import employment
    from jdlint.facts.pay import pay
    from jdlint.facts.place import place

    told = [
        f for f in employment(bare) if f.span is not None and f.value in ("full-time", "part-time")
    ]
    pair = kinds & {"full-time", "part-time"}
    if len(pair) == 1 and told and pair.isdisjoint(f.value for f in told):
        yield _clash(draft, "data-employment", pair.pop(), told[0])
    given = [f for f in draft.facts["pay"] if getattr(f, "given", False)]
    prose = [f for f in pay(bare) if getattr(f, "kind", "") == "base" and f.span is not None]
    if (
        given
        and len({_ends(f) for f in prose}) == 1
        and not any(_near(one, other) for one in given for other in prose)
    ):
        units = {getattr(f, "unit", None) for f in (*given, *prose)}
        if len(units) == 1:
            yield _clash(draft, "data-pay", _money(given[0]), prose[0])
    codes = {f.value for f in draft.facts["place"] if f.span is None and _CODE.match(f.value)}
    places = [f for f in place(bare) if f.span is not None]
    if codes and places and not any(_nested(a, b.value) for a in codes for b in places):
        yield _clash(draft, "data-place", ", ".join(sorted(codes)), places[0])


_CODE = regex(r"[A-Z]{2}(?:-[A-Z]{1,3})?\Z")


def _near(one: Any, other: Any) -> bool:
    pairs = ((one.min, other.min), (one.max, other.max))
    return all(a is None or b is None or abs(a - b) <= 1 for a, b in pairs)


def _money(fact: Any) -> str:
    ends = [f"{end:,.10g}" for end in (fact.min, fact.max) if end is not None]
    return "–".join(dict.fromkeys(ends))


def _nested(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _terms(draft: Draft) -> Iterator[Clash]:
    for pair in at_odds(draft):
        yield _clash(draft, pair.kind, pair.first, pair.second)


_FINDERS = (
    _pay,
    _ranges,
    _hours,
    _workplace,
    _level,
    _contractor,
    _credentials,
    _among_required,
    _minimum,
    _years,
    _dates,
    _weeks,
    _repeated,
    _data,
    _terms,
)
