"""Reads the licences and certifications that a draft asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from jdlint.document import Draft, Fact, Modality
from jdlint.facts import credential_names, modality, unnamed_credentials
from jdlint.facts.credential_evidence import LICENSING, certifying, strength
from jdlint.facts.credential_names import Mention
from jdlint.patterns import regex
from jdlint.tables import table

_SHORT = 80  # characters; a line no longer than that names a credential and little else
_STRONGEST = (Modality.REQUIRED, Modality.ALTERNATIVE, Modality.STATED, Modality.PREFERRED)
_CONDITION = regex(
    r"\b(?P<within>within (?:the first )?[\w() -]{1,25}?(?:days?|weeks?|months?|years?)(?: of (?:hire|employment|start\w*))?)"
    r"|\b(?P<eligible>eligib\w+|able to be licensed)"
    r"|\b(?P<willing>willing\w* to (?:obtain|get|acquire|pursue|become)|(?:ability|able|agree\w*) to (?:obtain|acquire|get)|or obtain)"
    r"|\b(?P<pending>in progress|pending|pursuing|working towards?|candidate for|in process)"
    r"|\b(?P<hire>upon hire|at (?:the )?time of hire|prior to (?:hire|start\w*)|before start\w*)",
    re.IGNORECASE,
)
_CERTIFIED = regex(r"\)? ?(?:\w+ )?(?:board[- ])?certif", re.IGNORECASE)
_LICENSED = regex(r"\)? ?(?:\w+ )?licen[sc]", re.IGNORECASE)
_PRACTITIONERS = regex(r"[A-Z]*NP\Z")


class Licence(Fact):
    """A licence or registration to practise; `value` is its abbreviation or its plain name.

    `text` is as written. `level` is what the abbreviation means in the states named, or in all
    states where it means the same. `condition` is “eligible”, “willing to obtain”, “pending”,
    “at hire”, or a time as written (“within 6 months”).
    """

    text: str
    abbreviation: str | None = None
    states: tuple[str, ...] = ()
    level: str | None = None  # independent | associate
    condition: str | None = None


class Certification(Fact):
    """A certification, certificate or card; `value` is its abbreviation or its plain name."""

    text: str
    abbreviation: str | None = None
    condition: str | None = None


def licences(draft: Draft) -> tuple[Licence, ...]:
    """Return each licence that the draft asks for once, with the strongest modality stated."""
    facts = []
    for mention, mode in _asked(draft, "licences"):
        facts.append(
            Licence(
                value=mention.id,
                span=mention.span,
                modality=mode,
                text=draft.document.cut(mention.span),
                abbreviation=_abbreviation(mention),
                level=_level(mention.id, ()),
                condition=_condition(draft, mention),
            )
        )
    return tuple(facts)


def certifications(draft: Draft) -> tuple[Certification, ...]:
    """Return each certification that the draft asks for once, with the strongest modality."""
    return tuple(
        Certification(
            value=mention.id,
            span=mention.span,
            modality=mode,
            text=draft.document.cut(mention.span),
            abbreviation=_abbreviation(mention),
            condition=_condition(draft, mention),
        )
        for mention, mode in _asked(draft, "certifications")
    )


class Named(Fact):
    """A mention of a credential that may be asked for; `rank` is how sure that is, 2 is sure."""

    mention: Mention
    rank: int


def licences_named(draft: Draft) -> tuple[Named, ...]:
    """Return every mention of a licence that may be asked for, with its own modality, in order."""
    return _named(draft, "licences")


def certifications_named(draft: Draft) -> tuple[Named, ...]:
    """Return the same for certifications."""
    return _named(draft, "certifications")


def credentials_written(draft: Draft) -> tuple[Named, ...]:
    """Return every name of a credential in the text, asked for or not."""
    return tuple(
        Named(value=mention.id, span=mention.span, mention=_settled(draft.text, mention), rank=0)
        for mention in credential_names.mentions(draft.document)
    )


def _named(draft: Draft, family: str) -> tuple[Named, ...]:
    ranked = _ranked(draft, family)
    modes = modality.modalities(draft, [m.span for m, _ in ranked], Modality.STATED)
    return tuple(
        Named(value=mention.id, span=mention.span, modality=mode, mention=mention, rank=rank)
        for (mention, rank), mode in zip(ranked, modes, strict=True)
    )


def mentioned(draft: Draft, family: str) -> tuple[Named, ...]:
    """Return what `licences_named` or `certifications_named` returns, read once for a draft."""
    found = draft.facts[f"{family}-named"]
    return tuple(fact for fact in found if isinstance(fact, Named))


def _asked(draft: Draft, family: str) -> list[tuple[Mention, Modality]]:
    """Return the mentions that stand for the credentials asked for, in order."""
    named = mentioned(draft, family)
    return _once(draft, [(n.mention, n.rank) for n in named], [n.modality for n in named])


def _ranked(draft: Draft, family: str) -> list[tuple[Mention, int]]:
    """Return the mentions that may stand for credentials asked for, each with its evidence."""
    text = draft.document.text
    written = draft.facts["credentials-written"]
    named = tuple(fact.mention for fact in written if isinstance(fact, Named))
    known = credential_names.vocabulary()
    ranked: list[tuple[Mention, int]] = []
    for mention in named:
        if mention.family == family:
            where = modality.setting(draft, mention.span)
            rank = strength(text, mention.span, where, role=mention.id in known.roles)
            if mention.id in known.methods and not certifying(text, mention.span, where):
                rank = 0
            short = where.block.end - where.block.start < _SHORT
            if rank > 1 or (rank and (family == "licences" or short)):
                ranked.append((mention, rank))
    bare = not any(rank >= 2 for _, rank in ranked)
    unnamed = unnamed_credentials.unnamed(draft, family, named)
    ranked += [(m, 2) for m in unnamed if m.family == family and (m.id != "license" or bare)]
    return sorted(ranked, key=lambda pair: pair[0].span)


def _settled(text: str, mention: Mention) -> Mention:
    """Move a mention to the other family where the word after it says so."""
    after = text[mention.span.end : mention.span.end + 25]
    if mention.family == "licences" and _PRACTITIONERS.match(mention.id):
        before = text[
            max(
                0, text.rfind("\n", 0, mention.span.start), mention.span.start - 80
            ) : mention.span.start
        ]
        if _CERTIFIED.match(after) and not LICENSING.search(before):
            return mention._replace(family="certifications")
    elif mention.id in ("CPA", "EMT", "RRT", "CRT", "QMHP") and _LICENSED.match(after):
        return mention._replace(family="licences")
    return mention


def _once(
    draft: Draft, ranked: Sequence[tuple[Mention, int]], modes: Iterable[Modality]
) -> list[tuple[Mention, Modality]]:
    """Keep one mention of each credential: the plainest, fullest one, the strongest modality."""
    best: dict[str, tuple[int, int, Mention, Modality]] = {}
    for (mention, rank), said in zip(ranked, modes, strict=True):
        if said not in _STRONGEST:
            continue
        size = min(len(draft.document.cut(mention.span)), 80)
        held = best.get(mention.id)
        mode = said
        if held is None or (rank, size) > held[:2]:
            if held is not None and held[0] == rank:
                mode = min(mode, held[3], key=_STRONGEST.index)
            best[mention.id] = (rank, size, mention, mode)
        elif rank == held[0]:
            mode = min(mode, held[3], key=_STRONGEST.index)
            best[mention.id] = (*held[:3], mode)
    if len([key for key in best if _PRACTITIONERS.match(key)]) > 1:
        best.pop("NP", None)  # said more exactly: “nurse practitioner (PMHNP)”
    kept = [(mention, mode) for _, _, mention, mode in best.values()]
    return sorted(kept, key=lambda pair: pair[0].span)


def _abbreviation(mention: Mention) -> str | None:
    return mention.id if mention.id != mention.id.lower() and " " not in mention.id else None


def _condition(draft: Draft, mention: Mention) -> str | None:
    where = modality.setting(draft, mention.span)
    text = draft.document.text
    found = _CONDITION.search(where.after(text, mention.span.end, 120))
    if not found:
        found = _CONDITION.search(where.before(text, mention.span.start, 60))
    if not found:
        return None
    names = {"eligible": "eligible", "willing": "willing to obtain", "pending": "pending"}
    names["hire"] = "at hire"
    return names.get(str(found.lastgroup)) or found.group()


@cache
def _levels() -> dict[str, dict[str, frozenset[str]]]:
    """Return abbreviation → level → states; no states where it means the same everywhere."""
    data = table("credentials")["levels"]
    levels: dict[str, dict[str, frozenset[str]]] = {}
    for level in ("independent", "associate"):
        for abbreviation in data[level].split():
            levels[abbreviation] = {level: frozenset()}
    for abbreviation, by_level in data["by_state"].items():
        levels[abbreviation] = {lv: frozenset(states.split()) for lv, states in by_level.items()}
    return levels


def _level(abbreviation: str, states: tuple[str, ...]) -> str | None:
    by_level = _levels().get(abbreviation, {})
    if len(by_level) == 1 and not next(iter(by_level.values())):
        return next(iter(by_level))
    named = {lv for lv, where in by_level.items() for state in states if state in where}
    return named.pop() if len(named) == 1 else None
