"""How much work something is, counted in steps of the interpreter: alike on every machine."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object]) -> int:
    """Count the steps of the interpreter while something is done."""
    count = 0

    def step(frame: FrameType, _event: str, _arg: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        count += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(make: Callable[[int], Callable[[], object]]) -> float:
    """Say how many times the work is done for something four times as large: 4 if it is linear."""
    return steps(make(160)) / steps(make(40))
