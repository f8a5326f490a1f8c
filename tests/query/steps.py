"""How much work something is, counted in calls: the same on every machine."""

import sys
from collections.abc import Callable


def steps(work: Callable[[], object]) -> int:
    """Count the calls of functions while something is done, those into a generator included."""
    count = 0

    def step(*_args: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(make: Callable[[int], Callable[[], object]]) -> float:
    """Say how many times the work is done for something four times as large: 4 if it is linear."""
    return steps(make(160)) / steps(make(40))
