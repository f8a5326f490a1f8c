"""Sets of places as whole numbers: one bit for each thing, whatever is asked.

The sets of Python take fifty bytes for each place, and are joined one by one.
"""

import itertools
import operator
from collections.abc import Iterable, Iterator


def bits_of(places: Iterable[int], size: int) -> int:
    """Put places into one number.

    Examples:
        >>> bin(bits_of([0, 3], 10))
        '0b1001'
    """
    held = bytearray(size // 8 + 1)
    for place in places:
        held[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(held, "little")


def places_in(bits: int) -> Iterator[int]:
    """Go through the places, from the first.

    Examples:
        >>> list(places_in(0b1001))
        [0, 3]
    """
    # Before the place of each bit stand the zeros since the one before, and that bit itself.
    zeros = f"{bits:b}"[::-1].split("1")[:-1]
    return map(operator.add, itertools.accumulate(map(len, zeros)), itertools.count())


def all_of(size: int) -> int:
    """Give the set of all places."""
    return (1 << size) - 1
