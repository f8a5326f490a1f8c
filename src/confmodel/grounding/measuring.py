"""Aligning with rapidfuzz (extra `fuzzy`): the same answer as `aligning`, as a rule sooner.

rapidfuzz tells how many letters have to be changed between the words and one
stretch (the distance of Levenshtein). That of a stretch with one letter more or
less at an end differs by one at most; so one distance tells how near the
stretches around can be at best, and few have to be measured where few letters
differ, or most. Where it takes too many all the same, the plain way goes on.
"""

from rapidfuzz.distance.Levenshtein import distance as levenshtein

from confmodel.grounding.aligning import aligned as plainly_aligned
from confmodel.grounding.verdicts import Span

_SHORTEST = 24
"""Letters of the words from which on measuring is quicker than the plain way."""

_MOST_CHANGED = 10
"""Changes in the middle of the window; with more, nearly every stretch would be measured."""

_MOST_MEASURED = 60
"""Stretches that are measured; more cost more than the plain way from the start."""


def aligned(words: str, window: str, allowed: int) -> tuple[int, int, int] | None:
    """Align with rapidfuzz; see `aligning.Aligner`."""
    if len(words) < _SHORTEST:
        return plainly_aligned(words, window, allowed)
    try:
        search = _Search(words, window)
        distance = search.fewest_changes(allowed)
        return None if distance is None else (*search.stretch_with(distance), distance)
    except _TooManyError:
        return plainly_aligned(words, window, allowed)


class _TooManyError(Exception):
    """More stretches would have to be measured than it is worth."""


class _Search:
    """The search for one alignment."""

    def __init__(self, words: str, window: str) -> None:
        self._words = words
        self._window = window
        self._left = _MOST_MEASURED

    def _distance(self, start: int, end: int, most: int) -> int:
        """Measure a stretch; a distance above `most` is given as one more than that."""
        if not self._left:
            raise _TooManyError
        self._left -= 1
        return levenshtein(self._words, self._window[start:end], score_cutoff=most)

    def fewest_changes(self, allowed: int) -> int | None:
        """Find the distance of the nearest stretch; `None` if it is more than allowed."""
        length, size = len(self._words), len(self._window)
        # Windows are cut so that the likely place stands in the middle.
        middle = max(0, (size - length) // 2)
        fewest = self._distance(middle, min(middle + length, size), allowed)
        if _MOST_CHANGED < fewest <= allowed:
            raise _TooManyError
        # What is still open: stretches by their first and last beginning and end.
        still_open = [(0, size, 0, size)]
        while still_open and fewest:
            first, last, nearest, farthest = still_open.pop()
            # Each letter more or less than the words have is a change.
            shortest, longest = length - fewest + 1, length + fewest - 1
            first = max(first, nearest - longest)
            last = min(last, farthest - shortest, farthest)
            nearest = max(nearest, first + shortest, first)
            farthest = min(farthest, last + longest)
            if first > last or nearest > farthest:
                continue
            start = (first + last) // 2
            end = max(start, (nearest + farthest) // 2)
            reach = max(start - first, last - start) + max(end - nearest, farthest - end)
            distance = self._distance(start, end, fewest + reach - 1)
            fewest = min(fewest, distance)
            if distance - reach >= fewest:
                continue
            if last - first >= farthest - nearest:
                still_open += (
                    (first, start, nearest, farthest),
                    (start + 1, last, nearest, farthest),
                )
            else:
                still_open += ((first, last, nearest, end), (first, last, end + 1, farthest))
        return fewest if fewest <= allowed else None

    def stretch_with(self, distance: int) -> Span:
        """Find the stretch of the smallest distance that `aligning.Aligner` chooses."""
        length = len(self._words)
        found: list[Span] = []
        other = 0
        while not found:
            lengths = {length - other, length + other}
            found = [span for each in lengths if (span := self._first_with(distance, each))]
            other += 1
        return min(found, key=lambda span: (span[1], -span[0]))

    def _first_with(self, distance: int, length: int) -> Span | None:
        """Find the first stretch of a length that has the smallest distance."""
        start = 0
        while length >= 0 and start + length <= len(self._window):
            found = self._distance(start, start + length, len(self._words) + length)
            if found == distance:
                return start, start + length
            # A step changes both ends.
            start += (found - distance + 1) // 2
        return None
