"""Tells the posting on a page from what a site puts around it."""

from __future__ import annotations

from collections.abc import Iterable

from jdlint.readers.elements import Region
from jdlint.readers.markup import Part

_ENOUGH = 200  # characters that make a region worth being taken for the posting
_SHARE = 0.2  # of all text; so much is enough where the page is short
_MOST = 0.5  # of all text; so much must stand in one article, or in a form that wraps the page


def posting(parts: list[Part]) -> list[Part]:
    """Return the parts in the region that holds the posting, without forms to fill in.

    The region is a JobPosting in microdata, else the main part of the page, else an article that
    holds most of it, else the page as a whole.
    """
    whole = sum(len(part.words) for part in parts)
    chosen = parts
    for name in ("posting", "main", "article"):
        largest = max(_regions(parts, name), key=lambda region: region.size, default=None)
        if largest is None:
            continue
        if name == "article":
            enough = largest.size >= whole * _MOST
        else:
            enough = largest.size >= min(_ENOUGH, whole * _SHARE)
        if enough:
            chosen = [part for part in parts if largest in part.regions]
            break
    size = sum(len(part.words) for part in chosen)
    forms = {form for form in _regions(chosen, "form") if form.size < size * _MOST}
    if not forms:
        return chosen
    return [part for part in chosen if forms.isdisjoint(part.regions)]


def _regions(parts: Iterable[Part], name: str) -> list[Region]:
    found = (region for part in parts for region in part.regions if region.name == name)
    return list(dict.fromkeys(found))
