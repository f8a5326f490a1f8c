"""How the cost of something grows with its size: a ratio, never a time."""

import gc
import time
from collections.abc import Callable

_MOST = 7
_TRIES = 3


def grows_like_a_line(prepare: Callable[[int], Callable[[], object]], size: int) -> bool:
    """Tell whether four times as much takes about four times the CPU time, and not sixteen.

    What else runs on the machine can make a line look steeper; so one of a few
    tries has to look like one, which a square never does.
    """
    small, large = prepare(size), prepare(4 * size)
    small()  # what is made at the first use is made before
    return any(_cost(large) <= _MOST * _cost(small) for _ in range(_TRIES))


def _cost(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start
