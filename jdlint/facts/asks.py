"""Reads what a posting asks for, point by point, and which of the points it can do without."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jdlint.document import Block, Draft, Fact, Modality
from jdlint.facts.modality import WANTED, setting
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.text import Span

_PREFERRED = regex(
    r"\b(?:(?:strongly |highly |is |are )?(?:preferred|desired|desirable|preferable)|(?:is |are )?"
    r"(?:a |an |big |huge |strong |definite |added ){1,4}(?:plus|bonus|asset|advantage)|(?:nice|good)[- ]to[- ]have|"
    r"ideally|preferably|advantageous|not required)\b",
    2,
)
_OPENING = regex(
    r"\b(?:preferred|desired|desirable|(?:nice|good)[- ]to[- ]haves?|bonus(?: points)?|plus(?:es)?|optional|"
    r"ideally|extra|stand out|even better|great if|love it if|not required)\b",
    2,
)
# What takes the place of a degree, wherever a draft says so.
_INSTEAD = regex(
    r"\bin lieu of\b|\bsubstitut\w+|\b(?:different|other|another|alternative) (?:route|path)s?\b|\bself[- ]taught\b|"
    r"\brequirements? can be met\b|\bequivalent (?:combination|\d|experience|work|training|education|practical|professional)|"
    r"\b(?:or|and/or) (?:equivalent|related|relevant|comparable|commensurate|practical) (?:\w+ )?experience\b|"
    r"\b(?:without|instead of) an? (?:\w+ )?degree\b|\bcombination of (?:\w+,? ){0,3}education\b",
    2,
)
# A sentence that only hopes for the degree.
_HOPED = regex(
    r"\bideal(?:ly)? but\b|\bideally\b|\bnot (?:required|necessary|a must)\b|\bprobably\b|\bwe prefer\b|\b(?:a|is) plus\b",
    2,
)
# Work whose licence, or whose accreditation, sets the degree, though it is no clinical licence.
_SET_BY_OTHERS = regex(
    r"\b(?:registered|licensed) (?:professional )?(?:engineer|architect|surveyor|attorney|lawyer|teacher)\b|"
    r"\bprofessional engineer(?:ing)? licen[sc]e|\bactive CPA\b|\bCPA (?:licen[sc]e|required)|\bcertified public accountant\b|"
    r"\badmi(?:tted|ssion) to (?:the|practice)\b|\bbar (?:admission|membership)\b|\bteach(?:ing|er) (?:licen[sc]e|certificat\w+)",
    2,
)
_TEACHES = regex(r"\b(?:professor|instructor|faculty|lecturer|adjunct|teacher)s?\b", 2)
_EXPERIENCE = regex(
    r"\bor\b[^.;]{0,40}\bexperience\b|\bor (?:\d|(?:one|two|three|four|five|six|eight|ten) years\b)",
    2,
)
_EQUIVALENT = regex(r"\bequivalent\b", 2)
_ASKED = regex(
    r"\b(?:experience (?:in|with|of|as|on|working|managing|building)|knowledge of|years|degree|skills?\b|ability to|"
    r"proficien\w+|familiarity|understanding of|desirable|preferred|expertise|attitude)\b|"
    r"^\W{0,3}(?:experience|strong|excellent|good)\b",
    2,
)
_DUTIES = 4  # items; fewer that begin like a duty may be requirements worded that way
_DUTY = regex(
    r"(?:participate|design|develop|collaborate|provide|create|write|review|perform|lead|manage|support|evaluate|assist|"
    r"coordinate|ensure|conduct|prepare|monitor|build|implement|troubleshoot|deliver|drive|own|analy[sz]e|document|train|"
    r"mentor|advise|oversee|plan|organi[sz]e|execute|identify|contribute|help|serve|respond|report|complete|attend|"
    r"facilitate|administer|check|advocate|define|work (?:on|in|with|closely|across)|establish|partner|test|run|update|track|promote|recommend|supervise)s?\b"
)
_OFFERS = 3  # items; a heading that also holds what is offered
_OFFER = regex(
    r"\b(?:salary|benefits?|parking|maternity|paid|pay|sponsorship|reimbursement|pto|insurance|discounts?|bonus|stipend|"
    r"401k?|preceptor\w*|mentoring|mentorship|educational sessions|(?:access to|development|career) \w* ?opportunit\w+|"
    r"clinical training|holidays?|annual leave|pension)\b"
)
_NESTED = 6  # items that one that ends in a colon may open
_OTHER_MEANING = ("LLM", "LLMs")  # a model of language far more often than a degree in law
_SENTENCE = regex(r"[.;•](?:\s|$)")


class Ask(Fact):
    """One point that is asked for; its span is the item or the sentence.

    `modality` is required or preferred; `mark` is where the point itself says that it is
    preferred; `item` says that it is an item of a list.
    """

    mark: Span | None = None
    item: bool = True


class MixedAsk(Fact):
    """A point that can be done without, in one list with those that cannot.

    `wishes` and `musts` count the two in its list.
    """

    wishes: int
    musts: int


class Duties(Fact):
    """All duties that are items of lists, each once; `number` counts them."""

    number: int


class MustHaves(Fact):
    """All points that are required, each once; it has no place of its own.

    `number` counts them, and `listed` says that they are items of lists.
    """

    number: int
    listed: bool


def must_haves(draft: Draft) -> tuple[MustHaves, ...]:
    """Return one fact with the number of points required; none where there are none."""
    required = [ask for ask in draft.facts["asks"] if ask.modality is Modality.REQUIRED]
    cut = draft.document.cut
    points = {cut(ask.span).strip(" .;").lower() for ask in required if ask.span is not None}
    duties = {point for point in points if _DUTY.match(point)}
    if len(duties) >= _DUTIES:  # duties stand under the heading, too
        points -= duties
    offers = {point for point in points if _OFFER.search(point)}
    if len(offers) >= _OFFERS:
        points -= offers
    if not points:
        return ()
    listed = any(getattr(ask, "item", False) for ask in required)
    return (MustHaves(value=str(len(points)), number=len(points), listed=listed),)


def degree_alone(draft: Draft) -> tuple[Fact, ...]:
    """Return the degrees that are required with nothing in their place, where no licence is asked.

    A licence brings its own degree with it; a driver's licence does not. So does accreditation with
    those who teach. A draft that anywhere takes experience for a degree is taken at its word.
    """
    licences = (fact.value.lower() for fact in draft.facts["licences"])
    if any("driv" not in licence for licence in licences):
        return ()
    if any(_TEACHES.search(title.value) for title in draft.facts["title"]):
        return ()
    found = tuple(
        fact
        for fact in draft.facts["degrees"]
        if fact.modality is Modality.REQUIRED
        and fact.value in ("bachelor", "master")
        and fact.span is not None
        and not getattr(fact, "or_equivalent", False)
        and not getattr(fact, "in_progress", False)
        and draft.document.cut(fact.span) not in _OTHER_MEANING
        and not _replaceable(draft, fact.span)
    )
    if found and (_INSTEAD.search(draft.text) or _SET_BY_OTHERS.search(draft.text)):
        return ()
    return found


def _replaceable(draft: Draft, span: Span) -> bool:
    """Say whether the sentence lets something else stand for the degree."""
    sentence = setting(draft, span).sentence
    return bool(
        _EXPERIENCE.search(draft.text, span.end, sentence.end)
        or _EQUIVALENT.search(draft.text, sentence.start, sentence.end)
        or _HOPED.search(draft.text, sentence.start, sentence.end)
        or _among_wishes(draft, span)
    )


def _among_wishes(draft: Draft, span: Span) -> bool:
    """Say whether the item stands under an item such as “The following are a plus:”."""
    blocks = draft.document.blocks
    at = next((n for n, block in enumerate(blocks) if block.span.contains(span)), 0)
    for block in reversed(blocks[max(0, at - _NESTED) : at]):
        text = draft.document.cut(block.span).rstrip()
        if text.endswith(":"):
            return bool(_OPENING.search(text))
        if block.kind != "item":
            return False
    return False


def duties(draft: Draft) -> tuple[Duties, ...]:
    """Return one fact with the number of duties in lists; none where there are none.

    An item that asks for experience or the like is none, whatever its heading.
    """
    cut = draft.document.cut
    found = {
        cut(block.span).strip(" .;").lower()
        for section in draft.sections
        if label(section.kind) == "responsibilities"
        for block in draft.document.blocks_in(section.span)
        if block.kind == "item" and not _ASKED.search(cut(block.span)[:80])
    }
    return (Duties(value=str(len(found)), number=len(found)),) if found else ()


def asks(draft: Draft) -> tuple[Ask, ...]:
    """Return the points asked for under headings such as Requirements, in order."""
    return tuple(ask for listed in _lists(draft) for ask in listed)


def mixed_asks(draft: Draft) -> tuple[MixedAsk, ...]:
    """Return the wishes that stand among the requirements of one list, at the words that say so.

    A draft with a heading of its own for wishes is taken to part them.
    """
    if any(label(section.kind) == "preferred-qualifications" for section in draft.sections):
        return ()
    return tuple(found for listed in _lists(draft) for found in _mixed(listed))


def _mixed(listed: tuple[Ask, ...]) -> Iterator[MixedAsk]:
    wishes = [ask for ask in listed if ask.mark is not None and ask.item]
    musts = [ask for ask in listed if ask.modality is Modality.REQUIRED and ask.item]
    between = any(
        one.mark is not None and two.modality is Modality.REQUIRED for one, two in pairwise(listed)
    )
    if len(wishes) < 2 or len(musts) < 2 or not between:
        return
    for ask in wishes:
        yield MixedAsk(value="wish", span=ask.mark, wishes=len(wishes), musts=len(musts))


def _lists(draft: Draft) -> Iterator[tuple[Ask, ...]]:
    document = draft.document
    for section in draft.sections:
        name = label(section.kind)
        if name not in WANTED:
            continue
        preferred = name == "preferred-qualifications"
        wished = preferred
        listed: list[Ask] = []
        for block in document.blocks_in(section.span):
            if section.heading is not None and section.heading.contains(block.span):
                continue
            if block.kind in ("item", "cell"):
                listed.append(_ask(draft, block.span, wished=wished, item=True))
                continue
            words = document.cut(block.span)
            if block.kind == "heading" or words.rstrip().endswith(":"):
                wished = preferred or (len(words) < 120 and bool(_OPENING.search(words)))
                continue
            listed += (
                _ask(draft, span, wished=wished, item=False) for span in _sentences(draft, block)
            )
        items = tuple(ask for ask in listed if ask.item)
        yield items or tuple(listed)  # prose beside a list comments on it


def _ask(draft: Draft, span: Span, *, wished: bool, item: bool) -> Ask:
    found = _PREFERRED.search(draft.text, span.start, span.end)
    return Ask(
        value="preferred" if wished or found else "required",
        span=span,
        modality=Modality.PREFERRED if wished or found else Modality.REQUIRED,
        mark=Span(*found.span()) if found and not wished else None,
        item=item,
    )


def _sentences(draft: Draft, block: Block) -> Iterator[Span]:
    start = block.span.start
    for end in _SENTENCE.finditer(draft.text, block.span.start, block.span.end):
        if end.start() - start > 12:
            yield Span(start, end.start())
        start = end.end()
    if block.span.end - start > 12:
        yield Span(start, block.span.end)
