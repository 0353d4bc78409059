"""Pairs the stars, underscores and tildes of Markdown, as CommonMark does."""

from __future__ import annotations


class Run:
    """A run of one sign that may open or close emphasis.

    `closes` signs at its beginning and `opens` signs at its end turn out to be markup; those
    between are text. `bolder` says by how much bold type grows there.
    """

    __slots__ = (
        "above",
        "below",
        "bold_closes",
        "bold_opens",
        "can_close",
        "can_open",
        "closes",
        "opens",
        "sign",
        "start",
        "width",
    )

    def __init__(self, sign: str, start: int, width: int) -> None:
        self.sign = sign
        self.start = start
        self.width = width
        self.closes = self.opens = self.bold_closes = self.bold_opens = 0
        self.can_open = self.can_close = False
        self.below: Run | None = None
        self.above: Run | None = None

    @property
    def left(self) -> int:
        return self.width - self.closes - self.opens


class Emphasis:
    """The runs of one stretch of text that are not paired yet."""

    def __init__(self) -> None:
        self.top: Run | None = None

    def add(self, sign: str, start: int, width: int, around: tuple[str, str]) -> Run:
        """Add a run of `width` signs that stands between the two characters `around`."""
        run = Run(sign, start, width)
        before, after = around
        left = not _blank(after) and (
            not _punctuation(after) or _blank(before) or _punctuation(before)
        )
        right = not _blank(before) and (
            not _punctuation(before) or _blank(after) or _punctuation(after)
        )
        if sign == "_":
            run.can_open = left and (not right or _punctuation(before))
            run.can_close = right and (not left or _punctuation(after))
        elif sign == "*" or width == 2:
            run.can_open, run.can_close = left, right
        if run.can_open or run.can_close:
            run.below = self.top
            if self.top is not None:
                self.top.above = run
            self.top = run
        return run

    def pair(self, bottom: Run | None) -> None:
        """Pair the runs above `bottom` and forget them."""
        limits: dict[tuple[str, bool, int], int] = {}
        floor = bottom.start if bottom is not None else -1
        closer = self._first(bottom)
        while closer is not None:
            if not closer.can_close:
                closer = closer.above
                continue
            key = closer.sign, closer.can_open, closer.width % 3
            opener = _opener(closer, limits.get(key, floor))
            if opener is not None:
                _join(opener, closer)
                opener.above, closer.below = closer, opener
                if not opener.left:
                    self._remove(opener)
                if not closer.left:
                    closer = self._remove(closer)
                continue
            limits[key] = closer.below.start if closer.below is not None else -1
            closer = closer.above if closer.can_open else self._remove(closer)
        self.top = bottom
        if bottom is not None:
            bottom.above = None

    def _first(self, bottom: Run | None) -> Run | None:
        if bottom is not None:
            return bottom.above
        run = self.top
        while run is not None and run.below is not None:
            run = run.below
        return run

    def _remove(self, run: Run) -> Run | None:
        """Take a run out; return the one above it."""
        if run.below is not None:
            run.below.above = run.above
        if run.above is not None:
            run.above.below = run.below
        else:
            self.top = run.below
        return run.above


def _opener(closer: Run, floor: int) -> Run | None:
    """Return the nearest run below that `closer` may close, if it begins after `floor`."""
    run = closer.below
    while run is not None and run.start > floor:
        if run.sign == closer.sign and run.can_open:
            both = closer.can_open or run.can_close
            if not (
                both
                and closer.sign != "~"
                and closer.width % 3
                and not (run.width + closer.width) % 3
            ):
                return run
        run = run.below
    return None


def _join(opener: Run, closer: Run) -> None:
    both = opener.left >= 2 and closer.left >= 2
    width = 2 if both else 1
    opener.opens += width
    closer.closes += width
    if both and opener.sign != "~":
        opener.bold_opens += 1
        closer.bold_closes += 1


def _blank(character: str) -> bool:
    return not character or character.isspace()


def _punctuation(character: str) -> bool:
    return not (character.isalnum() or character.isspace() or not character)
