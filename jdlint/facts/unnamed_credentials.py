"""Finds credentials by the words around them where no table has their name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jdlint.document import Block, Document, Draft, Word
from jdlint.facts.credential_evidence import ASKING
from jdlint.facts.credential_names import Mention
from jdlint.facts.modality import WANTED, Setting, setting
from jdlint.patterns import regex
from jdlint.tables import table
from jdlint.text import Span

_LICENCES = ("license", "licenses", "licence", "licences", "licensure", "licensures")
_CERTIFICATES = ("certification", "certifications", "certificate", "certificates", "cert", "certs")
_DRIVING = ("driv", "chauffeur", "motor", "class")
_NOUNS = frozenset((*_LICENCES, *_CERTIFICATES))
_MOST = 300  # words of licensing that are looked at in one draft
_NEAR = regex(r"(?:\.|[ /&’'()-]{1,3})\Z")
_ELSEWHERE = frozenset(("about-employer", "benefits", "compensation", "culture", "eeo"))
_LAW = regex(
    r"\b(?:great|best) place|\bemployer of choice|\bnational origin\b|\bancestry\b|\bgender\b|\bexport\b",
    re.IGNORECASE,
)
_PRACTICE = regex(r" to practi[cs]e (?:as an? )?[\w -]{2,40}?(?= in | within | with |[.;,()]|\Z)")
_COPIES = regex(
    r"\b(?:cop(?:y|ies) of|any|all|no|applicable|other|additional|verif\w+)\b[^.;]{0,25}\Z",
    re.IGNORECASE,
)
_NONE = regex(r"\bno (?:[\w,]+ ){0,4}\Z", re.IGNORECASE)
_NOT_ONE = regex(  # a licence as a thing of business, not of a person
    r" ?(?:fees?|renewals?|reimburse\w*|plates?|agreements?|applications?|boards?|numbers?|exam\w*|management|keys?|costs?|support|assistance"
    r"|stipends?|types?|compliance|servers?|terms|program\w*|tracking|paid|covered|prep\w*|bonus\w*|differential|pay|supervision|hours|courses?"
    r"|process\w*|and credentialing|requirements?|compacts?|of (?:occupancy|insurance|conformance|analysis|completion))\b",
    re.IGNORECASE,
)
_TRAINING = regex(
    r"\b(?:training|reimburse\w*|cover(?:s|ed|ing)?|paid|provide|offers?|help)\b", re.IGNORECASE
)
_STATE = regex(
    r"(?:the |a |your |their |good )?(?:states?|stand\w*|field|area|order)\b", re.IGNORECASE
)
_MARK = regex(r" ?\((?:required|preferred)\)", re.IGNORECASE)
_ACTS = regex(
    r"licensed(?: (?:and|or) (?:registered|certified))? to practi[cs]e (?P<what>(?:as an? |[a-z])[^.;,()\n]{2,40}?)(?= in | with | within |[.;,()\n]|\Z)"
    r"|licensed (?:in|by|through|with|from) (?:the |a |any |one |their |your )?(?P<where>[^.;,()\n]{2,40})"
    r"|(?:admitted|admission) to (?:practice law|the (?:\w+ ){0,3}bar)\b"
    r"|member(?:ship)? (?:in good standing )?(?:of|in) (?:the |a |any )?(?:\w+ ){0,3}bar\b",
    re.IGNORECASE,
)
_BRACKET = regex(r" \([A-Za-z][\w® -]{1,14}\)")
_TITLE = regex(
    r"Certified (?P<name>[A-Z][\w/-]+(?:,? (?:(?:in|of|and|for) )?[A-Z][\w/-]+){0,6})(?: \([A-Z][\w® -]{1,14}\))?"
)
_CERTIFIED_IN = regex(
    r"(?:certifications?|certificates?|certified) (?:in|as an?|by(?: the)?|from the) (?P<what>[^.;:,()\n]{2,60}?)"
    r"(?= (?:is |are |required|preferred|a plus|or |and (?:\w+ )?(?:experience|license)|within|upon|from|by|through|but|with)|[.;:,()\n]|\Z)",
    re.IGNORECASE,
)


class Words(NamedTuple):
    """The words of rules/data/credential_words.yaml."""

    empty: frozenset[str]  # say nothing of which licence: valid, current, state
    stop: frozenset[str]  # before these the name of a licence has ended
    other: frozenset[str]  # licences of things: software, liquor, marriage
    holders: frozenset[str]  # whom a licence makes: therapist, electrician
    broad: frozenset[str]  # tell a kind only: national, specialty


_cached: list[Words] = []


def words() -> Words:
    """Return the word lists, loaded once."""
    if not _cached:
        data = table("credential_words")
        _cached.append(Words(*(frozenset(data[name].split()) for name in Words._fields)))
    return _cached[0]


def unnamed(draft: Draft, family: str, named: tuple[Mention, ...]) -> Iterator[Mention]:
    """Yield mentions of a family that stand where none of `named` does.

    The id is the name in lower case: “teaching license”, “driver's license”; a licence without a
    name (“current state license”) has the id “license”.
    """
    taken = [mention.span for mention in named]
    text = draft.document.text
    for mention in _all(draft, family):
        if family == "certifications" and _broad(mention) and _near(text, mention.span, taken):
            continue
        near = Span(mention.span.start, mention.span.end + 3)  # “certified as an X (CX)”
        if any(near.overlaps(span) or _belongs(text, span, mention) for span in taken):
            continue
        taken.append(mention.span)
        yield mention


def _broad(mention: Mention) -> bool:
    return words().broad.issuperset(mention.id.split()[:-1])


def _near(text: str, span: Span, taken: list[Span]) -> bool:
    """Say whether one of the spans stands in the same block."""
    low, high = text.rfind("\n", 0, span.start), text.find("\n", span.end)
    high = high if high >= 0 else len(text)
    return any(low < other.start < high for other in taken)


def _belongs(text: str, name: Span, mention: Mention) -> bool:
    """Say whether the words only go on with a name: “BLS for Healthcare Providers certification”."""
    gap = text[name.end : mention.span.start] if name.end <= mention.span.start else "\n"
    return len(gap) <= 30 and bool(
        re.fullmatch(r"\)? (?:for|in|through|from|by|-|–)(?: \w+){0,3} ", gap)
    )


def _all(draft: Draft, family: str) -> Iterator[Mention]:
    document = draft.document
    nouns = _LICENCES if family == "licences" else _CERTIFICATES
    for position in _places(document, nouns):
        yield from _by_noun(draft, position, family)
    if family == "licences":
        for position in _places(document, ("licensed", "licenced", "admitted", "bar")):
            yield from _licensed(draft, position)
    else:
        for position in _places(document, ("certification", "certificate", "certified")):
            yield from _certified(draft, position)
        for position in _places(document, ("certified",)):
            yield from _titled(draft, position)
        yield from _listed(draft)


def _places(document: Document, wanted: tuple[str, ...]) -> list[int]:
    return sorted(at for word in wanted for at in document.index.get(word, ()))[:_MOST]


def _by_noun(draft: Draft, position: int, family: str) -> Iterator[Mention]:
    """Read “teaching license”, “Michigan driver's license”, “oncology certification”."""
    document, known = draft.document, words()
    noun = document.words[position]
    where = setting(draft, Span(noun.start, noun.end))
    text = document.text
    if _heads(document, where.block):
        return
    if _NOT_ONE.match(text[noun.end : noun.end + 30]):
        return
    before = _modifiers(document, position, where.block.start)
    lowers = [word.lower for word in before]
    telling = [w for w in lowers if w not in known.empty and not w.isdigit()]
    if known.other.intersection(lowers) or (
        family == "licences" and _lends(text, noun, where.block.start)
    ):
        return
    if not _asks(where, text) or _NONE.search(where.before(text, noun.start, 60)):
        return
    span = Span(before[0].start if before else noun.start, noun.end)
    if practice := _PRACTICE.match(text, noun.end, where.sentence.end):
        span = Span(span.start, practice.end())
    if _drives(lowers):
        first = next(w for w in before if w.lower.startswith(_DRIVING))
        at = before.index(first)
        if at and before[at - 1].lower not in known.empty:
            first = before[at - 1]
        if family == "licences":
            yield Mention(Span(first.start, noun.end), "driver's license", family, short=False)
    elif "teach" in "".join(lowers) or "educator" in lowers:
        if family == "licences" or "assistant" not in lowers:
            yield Mention(span, f"teaching {noun.lower}", "licences", short=False)
    elif telling:
        if family == "certifications":
            bracket = _BRACKET.match(text, noun.end, where.sentence.end)
            span = Span(span.start, bracket.end()) if bracket else span
        name = " ".join([*telling, "license" if family == "licences" else "certification"])
        yield Mention(span, name, family, short=False)
    elif (
        family == "licences"
        and where.section in WANTED
        and not noun.lower.endswith("s")
        and not _COPIES.search(where.before(text, noun.start, 60))
    ):
        yield Mention(span, "license", family, short=False)


def _asks(where: Setting, text: str) -> bool:
    """Say whether the sentence, or its section, speaks of what the person sought should have."""
    words = text[where.sentence.start : where.sentence.end]
    if where.section in WANTED:
        return True
    return where.section not in _ELSEWHERE and bool(ASKING.search(words)) and not _LAW.search(words)


def _drives(lowers: list[str]) -> bool:
    if any(w.startswith(("driv", "chauffeur")) for w in lowers):
        return True
    return ("motor" in lowers and "vehicle" in lowers) or (
        "class" in lowers and len(lowers[-1]) == 1
    )


def _heads(document: Document, span: Span) -> bool:
    """Say whether a block is the heading of a list: “License/Certification:”."""
    block = document.block_at(span.start)
    heading = block is not None and block.kind == "heading"
    words = document.cut(span)
    return (
        heading
        or (len(words) < 60 and words.isupper() and block is not None and block.kind != "item")
        or (span.end - span.start < 60 and document.cut(span).rstrip().endswith(":"))
    )


def _lends(text: str, noun: Word, low: int) -> bool:
    return bool(
        re.search(r"\bunder (?:an? |the )?\Z", text[max(low, noun.start - 12) : noun.start])
    )


def _modifiers(document: Document, position: int, low: int) -> list[Word]:
    known = words()
    found: list[Word] = []
    for at in range(position - 1, max(-1, position - 7), -1):
        word, after = document.words[at], document.words[at + 1]
        gap = document.text[word.end : after.start]
        if (
            word.start < low
            or (word.lower in known.stop and not _letter(document, word))
            or word.lower in _NOUNS
            or not _NEAR.match(gap)
        ):
            break
        found.insert(0, word)
    while found and (found[0].lower in known.empty or found[0].lower in ("and", "or")):
        found.pop(0)
    return found


def _letter(document: Document, word: Word) -> bool:
    """Say whether a word is a capital letter, as in “Class A license”."""
    return word.end - word.start == 1 and document.text[word.start].isupper()


def _licensed(draft: Draft, position: int) -> Iterator[Mention]:
    """Read “licensed therapist”, “licensed to practice law”, “licensed in Ohio”."""
    document, known = draft.document, words()
    word = document.words[position]
    where = setting(draft, Span(word.start, word.end))
    if not _asks(where, document.text):
        return
    act = _ACTS.match(document.text, word.start, where.sentence.end)
    if act:
        name = "license" if act["where"] else "license to practice"
        if act["what"]:
            name = f"license to practice {act['what'].lower()}"
        yield Mention(Span(word.start, act.end()), name, "licences", short=False)
        return
    if word.lower in ("bar", "admitted"):
        return
    for at in range(position + 1, min(position + 6, len(document.words))):
        other = document.words[at]
        gap = document.text[document.words[at - 1].end : other.start]
        if other.end > where.sentence.end or not _NEAR.match(gap):
            return
        single = other.lower.removesuffix("s")
        if single in known.holders:
            name = " ".join(w.lower for w in document.words[position:at])
            span = Span(word.start, other.end)
            yield Mention(span, f"{name} {single}", "licences", short=False)
            return
        if other.lower in known.stop:
            return


def _certified(draft: Draft, position: int) -> Iterator[Mention]:
    """Read “certification in wound care”, “certified in phlebotomy”."""
    document = draft.document
    word = document.words[position]
    found = _CERTIFIED_IN.match(document.text, word.start, word.start + 120)
    if not found:
        return
    where = setting(draft, Span(word.start, word.end))
    if where.section != "responsibilities" and _asks(where, document.text):
        name = found["what"].strip()
        vague = words().stop.issuperset(name.lower().split()) or _STATE.match(name)
        if vague or _TRAINING.search(name):
            return
        yield Mention(Span(word.start, found.end()), name.lower(), "certifications", short=False)


def _titled(draft: Draft, position: int) -> Iterator[Mention]:
    """Read “Certified Wound Specialist (CWS)”: a title in capitals."""
    document = draft.document
    word = document.words[position]
    where = setting(draft, Span(word.start, word.end))
    found = _TITLE.match(document.text, word.start, where.sentence.end)
    if not found or where.section not in WANTED:
        return
    if words().other.intersection(found["name"].lower().split()):
        return
    yield Mention(Span(*found.span()), found["name"].lower(), "certifications", short=False)


def _listed(draft: Draft) -> Iterator[Mention]:
    """Read the short items of a list of licences and certifications."""
    document = draft.document
    for section in draft.sections:
        if section.kind != "licensure":
            continue
        for block in document.blocks_in(section.span):
            found = _item(document, block)
            if found and block.span != section.heading:
                yield found


def _item(document: Document, block: Block) -> Mention | None:
    text = document.cut(block.span)
    mark = _MARK.search(text[:100])
    if not mark or mark.start() < 2 or re.search(r"licen[sc]", text, re.IGNORECASE):
        return None
    start = block.span.start + len(text) - len(text.lstrip("•-*● "))
    span = Span(start, block.span.start + mark.start())
    return Mention(span, document.cut(span).lower(), "certifications", short=False)
