"""Measure how the cost of grounding grows: with n, 2n and 4n pieces of evidence.

Run with `python benchmarks/grounding_growth.py`. Each row gives the CPU time of
the first in seconds, and how many times of it the others take: 2 and 4 where
the cost is linear, 4 and 16 where it is quadratic.
"""

import time
from collections.abc import Callable

from confmodel import Conference, Evidence, Source, Statement, ground, seal

TEXT = " ".join(f"word{n} agreed{n % 20}" for n in range(20_000))
CORRECTED = f"{TEXT[:1000]} as corrected {TEXT[1000:]}"


def record_of(*pieces: Evidence) -> Conference:
    """Build a record whose pieces of evidence belong to one statement."""
    statement = Statement(id="s", evidence=pieces)
    return Conference(id="c", name="C", sources=[Source(id="t")], statements=[statement])


def ambiguous(many: int) -> Conference:
    """Build one fact: half of its evidence is at its offset, half stands at many places."""
    placed = [
        Evidence(source="t", exact=f"word{n}", start=TEXT.index(f"word{n} ")) for n in range(many)
    ]
    return record_of(*placed, *(Evidence(source="t", exact=f"agreed{n % 20}") for n in range(many)))


def moved(many: int) -> Conference:
    """Build a record of sealed words, of as many lengths, in a text that was corrected since."""
    starts = range(2000, 2000 + 50 * many, 50)
    return seal(
        record_of(*(Evidence(source="t", exact=TEXT[n : n + 5 + n // 50], start=n) for n in starts))
    )


def missing(many: int) -> Conference:
    """Build a record of sealed words, each of another length, that no text has."""
    return seal(record_of(*(Evidence(source="t", exact="x" * n) for n in range(1, many + 1))))


def cost(record: Conference) -> float:
    """Return the least CPU time of three."""
    spent: list[float] = []
    for _ in range(3):
        begun = time.process_time()
        ground(record, {"t": CORRECTED})
        spent.append(time.process_time() - begun)
    return min(spent)


def measure(name: str, build: Callable[[int], Conference], many: int) -> None:
    """Print one row."""
    first, *others = (cost(build(times * many)) for times in (1, 2, 4))
    growth = ", ".join(f"{other / first:.1f}" for other in others)
    print(f"{name}: {many} pieces {first:.2f} s; twice and four times as many {growth}")


if __name__ == "__main__":
    measure("one fact, words at many places", ambiguous, 500)
    measure("sealed words that moved, each of another length", moved, 500)
    measure("sealed words that are missing, each of another length", missing, 20)
