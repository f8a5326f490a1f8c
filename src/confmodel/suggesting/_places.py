"""Places in a text: which of the parts of the text each lies in."""

import bisect
import heapq
import operator
from collections.abc import Iterable
from typing import NamedTuple


class Extent(NamedTuple):
    """A part that has a place, as far as it matters here."""

    start: int
    end: int
    kind: str
    label: str | None
    """What the record calls it; `None` if it was only proposed."""


class Places:
    """The parts of one text, ready to be asked for many places.

    Examples:
        >>> body, turn = Extent(0, 90, "body", None), Extent(30, 40, "turn", "turn/1")
        >>> Places([body, turn]).smallest_at(35)
        Extent(start=30, end=40, kind='turn', label='turn/1')
    """

    def __init__(self, extents: Iterable[Extent]) -> None:
        self.extents = sorted(extents, key=operator.itemgetter(0, 1, 2))
        self._borders = sorted({border for each in self.extents for border in each[:2]})
        self._smallest: list[Extent | None] = []
        coming = iter(self.extents)
        following = next(coming, None)
        open_ones: list[tuple[int, str, str, Extent]] = []
        for border in self._borders:
            while following is not None and following.start <= border:
                start, end, kind, label = following
                heapq.heappush(open_ones, (end - start, kind, label or "", following))
                following = next(coming, None)
            while open_ones and open_ones[0][-1].end <= border:
                heapq.heappop(open_ones)
            self._smallest.append(open_ones[0][-1] if open_ones else None)

    def smallest_at(self, place: int | None) -> Extent | None:
        """Find the smallest part that a place lies in; `None` if none is known."""
        if place is None:
            return None
        before = bisect.bisect_right(self._borders, place) - 1
        return self._smallest[before] if before >= 0 else None
