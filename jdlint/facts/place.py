"""Reads where the work is: from data, from what is labelled a location, and from sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.document import Block, Document, Draft, Fact
from jdlint.facts.captions import captions
from jdlint.facts.place_names import Mention, areas, cities, code_of
from jdlint.outline import label
from jdlint.patterns import regex
from jdlint.text import Span


class Place(Fact):
    """A place of work by its code (ISO 3166): US-CO, CA-ON, DE; `given` says that it is data.

    “US” alone stands where the work may be done anywhere in the country: no state is claimed that
    the posting does not name.
    """

    given: bool = False


_FIELDS = ("jobLocation", "applicantLocationRequirements")
_NO_PLACE = ("jobLocationType", "streetAddress", "postalCode", "@type")
_TOP_BLOCKS = 8
_TOP_WORDS = 14

_LABEL = regex(
    r"\W{0,4}(?:(?:primary|work|job|office|facility|position|site|clinic|additional|available|base|"
    r"hiring|practice|state of|city|assignment|school|service|duty) )*"
    r"(?:locations?|city(?: ?[,/&] ?state)?|address|worksite|duty station|where|state|place of work|country)"
    r"(?: of (?:work|position|job))?(?:\(s\))?\W{0,3}(?:[:\u2013-]|\Z)\W{0,3}",
    2,
)
_CAPTION = regex(
    r"(?:.{0,24}\b)?(?:locations?(?:\(s\))?|worksite|duty station|work address)\W{0,4}\Z", 2
)
_OF_THE_WORK = regex(  # what stands before a place in a sentence about the position
    r"\b(?:(?:position|role|job|opportunity|opening|you|candidates?|applicants?|employees?|hires?|"
    r"individuals?|people|work|works|working|assignment|this is (?:an? )?[\w -]{0,40})\b[^.;!?\n]{0,60}"
    r"\b(?:based|located|reside|residing|living|live|remote(?:ly)?|sits?|in|from|within|at|out of)"
    r"|\b(?:must|to) (?:be (?:based|located|physically located|physically present)|reside|live)\b[^.;!?\n]{0,40}"
    r"|\b(?:physically )?(?:located|residing|based) (?:in|within|near)"
    r"|\b(?:remote(?:ly)?|hybrid|onsite|on-site)\b\W{0,3}(?:role |position |work |job )?(?:in|from|within|anywhere in|across|based in|[(\u2013,:-])?"
    r"|\b(?:job|position|role|opening|opportunity|assignment) in)\b[^.;!?\n]{0,50}\Z",
    2,
)
_OF_THE_PLACE = regex(
    r"(?:,|\bor|\band|\b(?:in|within|at|near|serving|of|outside|throughout|across|around|from|to|for))(?: (?:the|beautiful|our|downtown|sunny|lovely|historic|nearby|state of|rural|northern|southern|eastern|western|central|upstate))*"
    r" ?(?:(?:Eastern|Western|Northern|Southern|Central|Upstate|Rural|Greater|Northeast|Northwest|Southeast|Southwest|Metro) ?)?\Z"
)
_OFFICE = regex(
    r"\b(?:office|clinic|practice|site|hospital|facility|campus|school|center|centre|program|agency|group|team)s?\b[^.;!?\n]{0,40}\Z",
    2,
)
_NOT_WORK = regex(
    r"headquarter|\bHQ\b|\bfounded|\blicen[sc]|\bcertif|\bregist(?:ered with|ration)|\buniversity|\bcollege"
    r"|\bresidents? of|\bapplicants? (?:in|from|residing)|\bcompliance with|\blaws?\b|\btransparency|\bact\b"
    r"|\b(?:salary|pay|compensation|hiring|wage) ranges?\b|\bincorporated|\bhubs?\b|\bdriver|\bpayroll|\bcredential"
    r"|\b(?:not|unable to|cannot|never|\w{2,6}n['\u2019]t) (?:\w+ ){0,3}(?:hire|hiring|employ|eligible|available|open|considered|accept)"
    r"|\bexcept|\bexclud|\bother than|\bborn|\bpatients (?:travel|come|from)|\ball over|\bteaching\b|\bboard of|\bdepartment of"
    r"|\bplans? in|\blisted in|\bdegree|\bfor (?:candidates|employees|applicants|individuals|those|positions|roles|residents|workers)\b",
    2,
)
_NOT_CITY = regex(  # a city with its state is seldom part of a name or a demand
    r"\b(?:Inc|LLC|Corp|Ltd)\.?, ?\Z|\bnew (?:factory|plant)\b|headquarter|\bHQ\b|\bfounded|\buniversity|\bcollege|\bresidents? of|\bcompliance with|\blaws?\b"
    r"|\b(?:salary|pay|compensation|hiring|wage) ranges?\b|\bincorporated|\bhubs?\b|\bborn|\ball over"
    r"|\b(?:not|unable to|cannot|\w{2,6}n['\u2019]t) (?:\w+ ){0,3}(?:hire|hiring|employ|eligible|available|open|accept)",
    2,
)
_NAMED_AFTER = regex(
    r"(?:'s|\u2019s)? (?:(?:State )?(?:residents?|applicants?|employees|candidates|law|laws|licen[sc]e|licensure|"
    r"licensed|board|department|driver|pay transparency|statute|code|certif|Labor|University|College|RN|LPN|nursing|nurse|teaching|"
    r"Registered|Medicaid|Fair|Equal|minimum|salary|pay|only ?:|(?:business |working )?hours\b|time\b|time ?zone|Eastern|EST|PST|drivers?)|[A-Z][a-z])",
)
_AFTER_STATE = regex(
    r" (?:State(?! (?:University|College))|area|Area|metro|office|and|or|remote|Remote)\b"
)
_PROPER = regex(r"[A-Z][\w'\u2019&-]{1,40} \Z")
_DIRECTION = regex(
    r"\b(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Upstate|Rural|Greater|Metro|In|Remote|Hybrid|Onsite|"
    r"Northeast|Northwest|Southeast|Southwest|The|Of|From|At|Or|And|Downstate|Coastal|Near|Within|Northwestern|Northeastern|Southwestern|Southeastern|Anywhere|Across|Location) \Z"
)
_BASED = ("based", "located", "reside", "residing", "live")
_NEXT_TO = regex(
    r" ?(?:within|in|near|at|out of|from|either in|either|both in|:)\b ?(?:either |our |the |downtown |one of )?"
)
_ANCHORED = regex(
    r"(?:[^\n.;!?]{0,30}\b(?:position|role|job|opportunity|candidates?|applicants?|you|must|ideally|preferably|to|work)\b[^\n.;!?]{0,40})"
    r"|\W{0,6}(?:is |are |be |physically |primarily )*\Z",
    2,
)
_TITLED = ("title-block", "location")
_SILENT = (
    "benefits",
    "eeo",
    "legal-notice",
    "compensation",
    "licensure",
    "education",
    "experience",
    "how-to-apply",
)


def place(draft: Draft) -> tuple[Place, ...]:
    """Return the places of work, each once; data fields win over prose.

    What is labelled or said of the position counts; only where nothing of that kind is there, the
    places do that sentences name beside the employer.
    """
    given = tuple(_given(draft))
    if given:
        return given
    sure: dict[str, Mention] = {}
    likely: dict[str, Mention] = {}
    for mention, certain in _stated(draft):
        (sure if certain else likely).setdefault(mention.code, mention)
    found = _narrowest(sure or likely)
    return tuple(
        Place(value=code, span=mention.span)
        for code, mention in sorted(found.items(), key=lambda item: item[1].span.start)
    )


def _narrowest(found: dict[str, Mention]) -> dict[str, Mention]:
    """Leave out a country of which a part is named."""
    parts = {code.partition("-")[0] for code in found if "-" in code}
    return {code: mention for code, mention in found.items() if code not in parts}


def _given(draft: Draft) -> list[Place]:
    codes: list[str] = []
    rest: list[str] = []
    town: list[str] = []
    for field in draft.document.fields:
        value = field.value.strip()
        if not field.name.startswith(_FIELDS) or field.name.endswith(_NO_PLACE) or not value:
            continue
        named = list(_in_words(value))
        if field.name.endswith("addressLocality"):
            town += named
        elif named:
            codes += named
        else:
            rest.append(value)
    if not any("-" in code for code in codes):
        codes = [*town, *codes]
    parts = {code.partition("-")[0] for code in codes if "-" in code}
    codes = [code for code in codes if code not in parts]
    return [Place(value=value, given=True) for value in dict.fromkeys(codes or rest)]


def _in_words(value: str) -> Iterator[str]:
    """Yield the codes of the places in a value such as “Denver, CO” or “Remote, Minnesota”."""
    whole = code_of(value)
    if whole is not None:
        yield whole
        return
    for part in _PARTS.split(value[:400]):
        code = code_of(part.strip(" .")) if part else None
        if code is not None:
            yield code


_PARTS = regex(
    r"\s*[,;/|()\n]\s*|\s+(?:or|and|-|\u2013)\s+|\bRemote\b|-(?=Hybrid)|(?<=\b[A-Z]{2}) (?=\d{5})"
)


def _stated(draft: Draft) -> Iterator[tuple[Mention, bool]]:
    """Yield the places of work in the prose, and whether they are surely those of the position."""
    document = draft.document
    lines = [(block, start) for block, start in _labelled(draft)]
    spans = [Span(start, block.span.end) for block, start in lines]
    told = {start for block, start in lines if start > block.span.start}  # behind a label
    named = [m for m in areas(document) if not _part_of_city(document.text, m)]
    for span in spans:
        inside = [
            m for m in named if span.start <= m.span.end <= span.end and m.span.end > span.start
        ]
        kept = [m for m in inside if not _proper(draft.text, m, labelled=True)]
        if span.start not in told and len(_BETWEEN.split(document.cut(span))) > 1:
            kept = [m for m in kept if m.city or not m.short]  # “RN | OR | days” is no Oregon
        yield from ((m, True) for m in kept)
        for city in cities(document, span):
            if not any(_same_name(m, city) for m in kept):
                yield city, True
    for mention in named:
        if any(span.start <= mention.span.end <= span.end for span in spans):
            continue
        certain = _certainty(draft, mention)
        if certain is not None:
            yield mention, certain
            yield from ((city, certain) for city in _listed_before(document, mention))
    yield from ((mention, True) for mention in _based(draft, named))


def _listed_before(document: Document, mention: Mention) -> Iterator[Mention]:
    """Yield the cities that a list names before a mention: “in NYC and Vancouver, Canada”."""
    low = max(0, mention.span.start - 90)
    chain = _CHAIN.search(document.text, low, mention.span.start) if mention.city else None
    if chain:
        yield from cities(document, Span(chain.start(), mention.span.start))


_CHAIN = regex(
    r"(?:(?<![^\W_])[A-Z][\w.'\u2019-]{1,24}(?: [A-Z][\w.'\u2019-]{1,24}){0,2}(?:,? (?:and|or|&) |, | / ?)){1,5}\Z"
)


def _same_name(area: Mention, city: Mention) -> bool:
    """Say whether a city stands in a mention that names its state: “Portland, ME”."""
    behind = city.span.end <= area.span.start < city.span.end + 4
    return area.span.start <= city.span.start < area.span.end or behind


def _labelled(draft: Draft) -> Iterator[tuple[Block, int]]:
    """Yield the blocks that give a location, and where in them it begins."""
    document = draft.document
    blocks = document.blocks
    candidates: dict[int, Block] = {block.span.start: block for block in blocks[:_TOP_BLOCKS]}
    for word in (
        "location",
        "locations",
        "address",
        "worksite",
        "city",
        "where",
        "station",
        "state",
    ):
        for at in document.index.get(word, ())[:30]:
            block = document.block_at(document.words[at].start)
            if block is None or document.words[at].start - block.span.start > 45:
                continue
            candidates[block.span.start] = block
            if block.span.end - block.span.start < 40:
                following = document.block_at(block.span.end + 1)
                if following is not None:
                    candidates[following.span.start] = following
    for start in sorted(candidates):
        block = candidates[start]
        words = document.cut(Span(start, min(block.span.end, start + 300)))
        label_ = _LABEL.match(words)
        if label_ and label_.end() < len(words):
            yield block, start + label_.end()
        elif _short_top(draft, block, words) or (
            len(words) < 160 and any(_CAPTION.match(c) for c in captions(document, start)[:1])
        ):
            yield block, start


# what parts the line under a title: “Hill House · Dayton, OH · full-time · $28 an hour”
_BETWEEN = regex(r" ?[\u00b7|\u2022] ?| [\u2013\u2014-] ")
_TOP_PARTS = 6
_UNDER_TITLE = 3  # blocks


def _short_top(draft: Draft, block: Block, words: str) -> bool:
    """Say whether a block is a line of the title block that may name a place."""
    if (
        block.span.start
        >= draft.document.blocks[min(_TOP_BLOCKS, len(draft.document.blocks)) - 1].span.end
    ):
        return False
    parts = _BETWEEN.split(words)
    longest = max(len(part.split()) for part in parts)
    if longest > _TOP_WORDS or len(parts) > _TOP_PARTS or words.rstrip().endswith((".", "!", "?")):
        return False
    if len(parts) > 1 and block in draft.document.blocks[:_UNDER_TITLE]:
        return True  # whatever else the line tells, such as the pay
    section = draft.section_at(block.span.start)
    return section is None or label(section.kind) in _TITLED


def _certainty(draft: Draft, mention: Mention) -> bool | None:
    """Say whether a mention in a sentence is surely a place of work; None where it is none."""
    text = draft.text
    start, end = mention.span.start, mention.span.end
    block = draft.document.block_at(start)
    low = block.span.start if block else 0
    before = text[max(low, start - 140) : start]
    before = before[_last_stop(before) :]
    after = text[end : min(end + 40, block.span.end if block else len(text))]
    section = draft.section_at(start)
    kind = label(section.kind) if section else ""
    if (_NOT_CITY if mention.city else _NOT_WORK).search(before) or (
        _PROPER_AFTER.match(after) and not mention.city
    ):
        return None
    if mention.short and not mention.city:
        return None
    if not mention.city and _proper(text, mention, labelled=False):
        return None
    said = _OF_THE_WORK.search(before + " ")
    if said and _OF_THE_PLACE.search(before[-40:].rstrip() + " "):
        return True if kind not in _SILENT or "must" in before or "located" in before else None
    if mention.city and _OF_THE_PLACE.search(before[-60:]) and kind not in _SILENT:
        listed = _CHAIN.search(before) if mention.short else None  # “Alpha, Beta, GA” is no town
        return False if not listed or _OF_THE_PLACE.search(before[: listed.start()]) else None
    if mention.code.startswith("US-") and not mention.city and _OFFICE.search(before):
        return False if _OF_THE_PLACE.search(before[-40:]) and kind not in _SILENT else None
    return None


_PROPER_AFTER = regex(
    r"(?:'s|\u2019s)? (?:residents?|applicants?|candidates|laws?\b|licen|board|department|driver|pay |statute|certif|salary|teaching|nursing)",
    2,
)


def _last_stop(text: str) -> int:
    text = text.replace("U.S. ", "U.S, ").replace("D.C. ", "D.C, ").replace("St. ", "St, ")
    return max(text.rfind(". ") + 1, text.rfind("; ") + 1, text.rfind("! ") + 1, 0)


def _proper(text: str, mention: Mention, *, labelled: bool) -> bool:
    """Say whether a state is part of another name: “California Professional”, “Iowa Health”."""
    if mention.city:
        return False
    if mention.short:
        before = text[max(0, mention.span.start - 2) : mention.span.start].rstrip(" ")
        listed = not before or before[-1] in ",|/(;-\n:"
        return not labelled or not listed or not mention.code.startswith("US-")
    after = text[mention.span.end : mention.span.end + 30]
    if _NAMED_AFTER.match(after) and not _AFTER_STATE.match(after):
        return not (labelled and after[:2] == " (")
    before = text[max(0, mention.span.start - 30) : mention.span.start].rpartition("\n")[2]
    return bool(_PROPER.search(before)) and not _DIRECTION.search(before) and not labelled


def _part_of_city(text: str, mention: Mention) -> bool:
    """Say whether a state's name begins the name of a city or county."""
    return bool(_TOWN.match(text, mention.span.end))


_TOWN = regex(r" (?:City|County|Beach|Springs|Heights|Falls|Island)\b(?!, [A-Z]{2}\b)|/|-[a-z]")


def _based(draft: Draft, named: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the cities without a state that a sentence calls the place of the position."""
    document = draft.document
    known = list(named)
    for word in _BASED:
        for at in document.index.get(word, ()):
            cue = document.words[at]
            block = document.block_at(cue.start)
            if block is None:
                continue
            sentence = draft.text[max(block.span.start, cue.start - 110) : cue.start]
            sentence = sentence[_last_stop(sentence) :]
            place_ = _NEXT_TO.match(draft.text, cue.end)
            if place_ is None or _NOT_WORK.search(sentence) or not _ANCHORED.match(sentence):
                continue
            stop = _STOP.search(draft.text, place_.end(), min(block.span.end, place_.end() + 90))
            end = stop.start() if stop else min(block.span.end, place_.end() + 90)
            for city in cities(document, Span(place_.end(), end)):
                if not any(abs(m.span.start - city.span.start) < 3 for m in known):
                    yield city


_STOP = regex(
    r"[.;!?](?: |\Z)| (?:but|with|and (?:open|able|will|available|have)|who|which|that|where|to)\b"
)
