"""Compares the licences that a draft asks for with those of the state where the work is."""

from __future__ import annotations

import re

from jdlint import tables
from jdlint.document import Document, Draft, Fact, Modality
from jdlint.facts import licence_titles
from jdlint.facts.credential_names import mentions
from jdlint.facts.credentials import Licence
from jdlint.patterns import regex
from jdlint.text import Span

_OPEN = regex(  # the author knows that titles differ
    r"\b(?:equivalents?|equivalency|comparable|similar|whatever|other|another|etc|such as|e\.g|reciproc\w+|transfer\w*|endorse\w*"
    r"|as applicable|depending|varies|designation|out[- ]of[- ]state|state[- ]specific|compact|any (?:US |U\.S\. )?state"
    r"|(?:all|some|multiple|several|various|different|other|many|both) states)\b",
    re.IGNORECASE,
)
_EVERYWHERE = (
    "remote",
    "remotely",
    "nationwide",
    "nationally",
    "multistate",
    "virtual",
    "virtually",
)
_ALONE = regex(
    r"\b(?:practi[cs](?:e|es|ing) (?:fully )?(?:independently|autonomously)|(?:independent|autonomous|unsupervised) (?:clinical )?practice"
    r"|full practice authority|(?:work|practi[cs]e|treat\w* \w+)(?:s|ing)? without (?:clinical |any |physician )?(?:supervision|oversight))\b",
    re.IGNORECASE,
)
_LATER = regex(
    r"\b(?:toward\w*|pursu\w+|becom\w+|until|path\w*|goals?|eventual\w*|future|once|after|not|cannot|never|no|without|prepar\w+|seeking"
    r"|supervis\w+|licens\w+ for|growth|advance\w*|own|start\w*|build\w*|grow\w*|support\w*|eligib\w+|able to obtain)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)


class ElsewhereLicence(Fact):
    """A licence that the state of the work does not issue, or issues for supervised work only.

    `value` is `unknown` (no such licence there) or `lower`. `local` says what the state calls the
    licence to practise alone. `others` says that a licence of another profession that stands in
    the draft is one of the state's, so that the posting can be answered.
    """

    text: str
    state: str
    local: str
    others: bool


class LoneDuty(Fact):
    """A duty of practising alone that the licence asked for does not allow.

    `value` is `associate`, or `practitioner` for a nurse practitioner in a state that asks for an
    agreement with a physician.
    """

    licence: str
    state: str


def licence_elsewhere(draft: Draft) -> tuple[ElsewhereLicence, ...]:
    """Return the licences asked for that the one state named does not issue under that name."""
    state = licence_titles.only_state(draft)
    if state is None or reaches_further(draft):
        return ()
    known = licence_titles.professions()
    asked = [fact for fact in _licences(draft) if fact.value in known]
    if not asked or _names_other_state(draft, state, asked):
        return ()
    named = {mention.id for mention in mentions(draft.document) if mention.family == "licences"}
    right = {
        t.profession for t in licence_titles.titles(state) if t.independent and _named(t, named)
    }
    found = []
    for fact in asked:
        wanted = known[fact.value]
        if wanted & right or fact.span is None or _open(draft.document, fact.span):
            continue
        problem = _problem(draft, state, fact)
        local = [t for p in sorted(wanted) for t in licence_titles.independent(state, p)]
        if problem and local:
            found.append(
                ElsewhereLicence(
                    value=problem,
                    span=fact.span,
                    modality=fact.modality,
                    text=fact.text,
                    state=licence_titles.state_names()[state],
                    local=licence_titles.listed(local),
                    others=bool(right),
                )
            )
    return tuple(found)


def _licences(draft: Draft) -> list[Licence]:
    return [fact for fact in draft.facts["licences"] if isinstance(fact, Licence)]


def _named(title: licence_titles.Title, named: set[str]) -> bool:
    return title.abbreviation in named or any(
        title.abbreviation.startswith(f"{name}-") and name not in licence_titles.professions()
        for name in named
    )


def _problem(draft: Draft, state: str, fact: Licence) -> str | None:
    """Say what is wrong with a licence in a state; a name in words that the state uses is right."""
    written = fact.text.lower().partition("(")[0].strip()
    titles = licence_titles.titles(state)
    here = [t for t in titles if t.name.lower() == written]
    if here:
        return None
    alone = licence_titles.standing(state, fact.value)
    if not licence_titles.issued(state, fact.value):
        return "unknown"
    if alone is not True and written in licence_titles.names():
        return "unknown"  # the letters are used there, for another licence
    if alone is False and _lone(draft):
        return "lower"
    return None


def reaches_further(draft: Draft) -> bool:
    """Say whether the work may be done from, or for people in, more than one state."""
    return any(word in draft.document.index for word in _EVERYWHERE) or bool(
        set(draft.known("place")) & {"US", "remote"}
    )


def _names_other_state(draft: Draft, state: str, asked: list[Licence]) -> bool:
    """Say whether a block that asks for a licence names another state."""
    for fact in asked:
        block = draft.document.block_at(fact.span.start) if fact.span else None
        words = draft.document.cut(block.span) if block else ""
        if licence_titles.names_another(words, state):
            return True
    return False


def _open(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    return block is not None and bool(_OPEN.search(document.cut(block.span)))


def _lone(draft: Draft) -> Span | None:
    """Return where the draft says that the person sought practises alone."""
    if not any(w in draft.document.index for w in _WORDS):
        return None
    for match in _ALONE.finditer(draft.text):
        block = draft.document.block_at(match.start())
        start = block.span.start if block else 0
        if not _LATER.search(draft.text[max(start, match.start() - 80) : match.start()]):
            return Span(*match.span())
    return None


_WORDS = (
    "independently",
    "autonomously",
    "independent",
    "autonomous",
    "unsupervised",
    "without",
    "authority",
)


def lone_duty(draft: Draft) -> tuple[LoneDuty, ...]:
    """Return a duty of practising alone where every licence asked for is one for supervised work."""
    profession = next(iter(draft.known("profession")), "")
    if profession in ("nurse-practitioner", "psychiatric-nurse-practitioner"):
        return _of_practitioner(draft)
    asked = [fact for fact in _licences(draft) if fact.modality is not Modality.PREFERRED]
    clinical = [f for f in asked if f.value in _clinical()]
    if not clinical:
        return ()
    state = licence_titles.only_state(draft)
    for fact in clinical:
        alone = licence_titles.standing(state, fact.value) if state else None
        if alone is None and not (state and licence_titles.issued(state, fact.value)):
            alone = None if fact.level is None else fact.level == "independent"
        if alone is not False:
            return ()
    found = _lone(draft)
    if found is None:
        return ()
    where = licence_titles.state_names()[state] if state else "every state"
    return (LoneDuty(value="associate", span=found, licence=clinical[0].text, state=where),)


def _clinical() -> frozenset[str]:
    rows = tables.table("licences")
    three = ("counselor", "social_worker", "mft")
    return frozenset(row["abbreviation"] for row in rows if row["profession"] in three)


def _of_practitioner(draft: Draft) -> tuple[LoneDuty, ...]:
    state = licence_titles.only_state(draft)
    if state is None or reaches_further(draft):
        return ()
    rows = tables.table("np_practice")
    authority = next((row["authority"] for row in rows if row["state"] == state), "full")
    found = _lone(draft) if authority != "full" else None
    if found is None:
        return ()
    where = licence_titles.state_names()[state]
    return (LoneDuty(value="practitioner", span=found, licence="APRN", state=where),)
