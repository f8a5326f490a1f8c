"""Paired measurement: the reference just before and after, CPU time, medians of ratios.

The speed of a shared machine flips between levels. A ratio of two numbers taken
in the same moment does not, and a sample whose two references disagree is
dropped.
"""

import gc
import statistics
import time
from collections.abc import Callable

import attrs

_MOST_DRIFT = 0.2


@attrs.frozen
class Ratio:
    """How many times the reference something costs."""

    median: float
    low: float
    high: float
    samples: int

    def __str__(self) -> str:
        """Return the median with its quartiles."""
        return f"{self.median:.2f} ({self.low:.2f}-{self.high:.2f})"


def _cost(work: Callable[[], object], repeats: int) -> float:
    start = time.process_time()
    for _ in range(repeats):
        work()
    return time.process_time() - start


def paired(
    reference: Callable[[], object],
    measured: Callable[[], object],
    *,
    rounds: int = 41,
    seconds: float = 0.02,
) -> Ratio:
    """Measure one thing against a reference."""
    # What is made at the first use is made before.
    reference()
    measured()
    repeats = max(1, int(seconds / max(_cost(reference, 3) / 3, 1e-9)))
    measured_repeats = max(1, int(seconds / max(_cost(measured, 3) / 3, 1e-9)))
    ratios = []
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            before = _cost(reference, repeats) / repeats
            cost = _cost(measured, measured_repeats) / measured_repeats
            after = _cost(reference, repeats) / repeats
            gc.collect()
            if abs(before - after) <= _MOST_DRIFT * min(before, after):
                ratios.append(cost / ((before + after) / 2))
    finally:
        if was_enabled:
            gc.enable()
    low, median, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    return Ratio(median=median, low=low, high=high, samples=len(ratios))
