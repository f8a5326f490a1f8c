"""Finding sealed words in a text, by the digests of its stretches."""

import functools
import hashlib
import itertools
import operator
from collections.abc import Callable, Iterable, Sequence

from confmodel.model import Evidence, Seal

_MOST_HASHED = 5_000_000
"""Stretches of one text that are hashed in the search for all that is sealed."""

_LETTERS_MORE = 1000
"""Letters of a stretch that cost as much as one stretch more."""

_LETTERS_SCANNED = 32
"""Letters that are searched for the edges of words in the time of one stretch."""

_MOST_MOVES = 4
"""Distances by which the words before have moved, that are tried before the whole text is."""

_REACH = 100
"""Places before and behind the likely one that are tried: corrections are mostly small."""


class Hashed:
    """The sealed words that one text has, and how far they were looked for.

    Sealed words are told by hashing what stands at a place, so that a search
    costs the length of the text, for each of their lengths. It begins where it
    costs least: at the stated offset, and as far from it as the words before have
    moved; then around there; then where whole words begin and end; then
    everywhere. One bound holds for all sealed words of a text.

    Args:
        text: The untouched text.
        wanted: All evidence whose seals will be asked for.
        grown: How much longer the text is than the one that offsets were counted in.
    """

    def __init__(self, text: str, wanted: Iterable[Evidence], *, grown: int = 0) -> None:
        self._text = text
        self._grown = grown
        self._wanted = [(each.seal, each.start) for each in wanted if each.seal is not None]
        self._found: dict[Seal, int] = {}
        self._open: dict[int, dict[str, Seal]] = {}
        self._looked_through: set[int] = set()
        self._left = _MOST_HASHED
        self._has_searched = False

    def words(self, seal: Seal) -> str | None:
        """Return the words of a seal; `None` if they were not found."""
        if not self._has_searched:
            self._has_searched = True
            self._search()
        place = self._found.get(seal)
        return None if place is None else self._text[place : place + seal.length]

    def has_looked_through(self, seal: Seal) -> bool:
        """Tell whether words as long as these were looked for in the whole text."""
        return seal.length in self._looked_through

    def _search(self) -> None:
        # What stands between two corrections of a text moves as one, and is asked for as one.
        self._wanted.sort(key=lambda each: (each[1] is None, each[1] or 0))
        for seal, _ in self._wanted:
            self._open.setdefault(seal.length, {})[seal.sha256] = seal
        self._search_in_order(reach=_REACH)
        self._search_in_order(self._at_whole_words)
        self._looked_through = self._search_in_order(self._anywhere)

    def _search_in_order(
        self, places: Callable[[int], Sequence[int]] = lambda _: (), *, reach: int = 0
    ) -> set[int]:
        """Look for what is still open; return the lengths that were looked for at all places.

        Args:
            places: The places where words of a length are looked for.
            reach: How far from where they likely are they are looked for besides.
        """
        moves = [self._grown]
        tried: set[int] = set()
        finished: set[int] = set()
        for seal, start in self._wanted:
            if seal in self._found:
                continue
            if start is not None:
                self._look_around(seal, start, moves, reach)
            if seal not in self._found and seal.length not in tried:
                tried.add(seal.length)
                if self._look_at(places(seal.length), seal.length):
                    finished.add(seal.length)
            if start is not None and seal in self._found:
                moves = [*dict.fromkeys((self._found[seal] - start, *moves))][:_MOST_MOVES]
        return finished

    def _look_around(self, seal: Seal, start: int, moves: Sequence[int], reach: int) -> None:
        likely = dict.fromkeys(start + moved for moved in (0, *moves))
        middle = start + moves[0]
        last = len(self._text) - seal.length
        for places in (likely, range(middle - reach, middle + reach)):
            if seal not in self._found:
                inside = [place for place in places if 0 <= place <= last]
                self._look_at(inside, seal.length)

    def _look_at(self, places: Sequence[int], length: int) -> bool:
        """Hash what stands at some places, or at none if these are more than are allowed."""
        cost = 1 + length // _LETTERS_MORE
        wanted = self._open[length]
        if cost * len(places) > self._left:
            return False
        for place in places:
            if not wanted:
                break
            self._left -= cost
            seal = wanted.pop(_digest(self._text[place : place + length]), None)
            if seal is not None:
                self._found[seal] = place
        return True

    def _at_whole_words(self, length: int) -> Sequence[int]:
        if self._left < len(self._text):
            return ()
        self._left -= len(self._text) // _LETTERS_SCANNED
        places = range(len(self._text) - length + 1)
        return [*itertools.compress(places, map(operator.and_, self._edges, self._edges[length:]))]

    def _anywhere(self, length: int) -> Sequence[int]:
        return range(len(self._text) - length + 1)

    @functools.cached_property
    def _edges(self) -> bytes:
        """For each place in the text, and for its end, 1 where no letter joins what is around."""
        letters = bytes(map(str.isalnum, self._text))
        joined = bytes(map(operator.and_, letters, letters[1:]))
        return b"\x01" + joined.translate(bytes.maketrans(b"\x00\x01", b"\x01\x00")) + b"\x01"


def is_sealed(words: str, seal: Seal) -> bool:
    """Tell whether words are those that were sealed."""
    return len(words) == seal.length and _digest(words) == seal.sha256


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
