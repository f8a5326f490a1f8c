"""Finding sealed words in a text, by the digests of its stretches."""

import hashlib
import itertools
from collections.abc import Iterable, Mapping

from confmodel.grounding.folded import MOST_CANDIDATES
from confmodel.model import Seal

_MOST_HASHED = 4_000_000
"""Code points that are hashed in the search for sealed words of one length."""


class Hashed:
    """The places of sealed words in one text, for all seals of one length at one reading.

    Hashing every stretch of a text is the dear part, and it is the same for
    all seals of a length.

    Args:
        text: The untouched text.
        wanted: Seals that may be asked for; others cost a reading of their own.
    """

    def __init__(self, text: str, wanted: Iterable[Seal]) -> None:
        self._text = text
        self._wanted: dict[int, set[str]] = {}
        for seal in wanted:
            self._wanted.setdefault(seal.length, set()).add(seal.sha256)
        self._found: dict[Seal, list[int]] = {}

    def places(self, seal: Seal) -> list[int]:
        """Find where sealed words begin; at most a hundred places."""
        if seal not in self._found:
            alike = {seal.sha256} | self._wanted.get(seal.length, set())
            for digest, places in _sealed_places(alike, seal.length, self._text).items():
                self._found[Seal(length=seal.length, sha256=digest)] = places
        return self._found[seal]


def is_sealed(words: str, seal: Seal) -> bool:
    """Tell whether words are those that were sealed."""
    return len(words) == seal.length and _digest(words) == seal.sha256


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _sealed_places(digests: Iterable[str], length: int, text: str) -> dict[str, list[int]]:
    """Find where sealed words stand: at the beginnings of words first, then anywhere.

    Every stretch of their length is hashed, so the search is bounded: in a
    very long text, words that have moved are not found.
    """
    found: dict[str, list[int]] = {digest: [] for digest in digests}
    last = len(text) - length
    budget = _MOST_HASHED // length
    at_words = (n for n in range(last + 1) if n == 0 or not text[n - 1].isalnum())
    _look_at(itertools.islice(at_words, budget), length, text, found)
    left = {digest: places for digest, places in found.items() if not places}
    if left and last < budget:
        _look_at(range(last + 1), length, text, left)
    return found


def _look_at(places: Iterable[int], length: int, text: str, found: Mapping[str, list[int]]) -> None:
    for place in places:
        here = found.get(_digest(text[place : place + length]))
        if here is not None and len(here) < MOST_CANDIDATES:
            here.append(place)
