"""The blocks of a plain text: lines without an empty one between them."""

from collections.abc import Iterator
from typing import NamedTuple

_ALWAYS_FEW = 100
"""Turns, notes or annexes that any text may have."""

_SHORTEST_ON_AVERAGE = 40
"""Code points of the whole text for each turn, note or annex, where there are many.

A text with more of them is a list or a table, whatever its lines look like.
"""


class Block(NamedTuple):
    """Lines without an empty one between them; the span is without the space around."""

    start: int
    end: int
    lines: tuple[tuple[int, int], ...]


def blocks_of(text: str) -> list[Block]:
    """Cut a text into its blocks."""
    lines = list(_lines(text))
    if all(start < end for start, end in lines):
        # Without an empty line, each one stands for itself.
        return [Block(*line, (line,)) for line in lines]
    blocks: list[Block] = []
    gathered: list[tuple[int, int]] = []
    for line in [*lines, (0, 0)]:
        if line[0] < line[1]:
            gathered.append(line)
        elif gathered:
            blocks.append(Block(gathered[0][0], gathered[-1][1], tuple(gathered)))
            gathered = []
    return blocks


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text into lines, without the space around; an empty one is as long as nothing."""
    place = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        start = place + len(line) - len(line.lstrip()) if bare else place
        yield start, start + len(bare)
        place += len(line)


def most_in(text: str) -> int:
    """Say how many turns, notes or annexes a text can have."""
    return max(_ALWAYS_FEW, len(text) // _SHORTEST_ON_AVERAGE)
