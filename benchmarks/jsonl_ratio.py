"""What reading JSON Lines costs, against loading each line by itself, and its memory.

Run it from the project's root: `python benchmarks/jsonl_ratio.py [RECORDS]`.
The collector runs while the lines are loaded one by one, as it does by default,
and also while it is paused, which is harder to keep up with.
"""

import functools
import gc
import io
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable

from document import as_json, document, small

from confmodel import dump_many, load_many, loads

_ROUNDS = 5


def _cost(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _one_by_one(lines: list[bytes]) -> None:
    for line in lines:
        loads(line)


def _many(data: bytes, format_: str) -> None:
    for _ in load_many(io.BytesIO(data), format=format_):
        pass


def _speed(reference: Callable[[], object], work: Callable[[], object]) -> str:
    """Compare speeds: the reference just before and just after."""
    ratios = []
    for _ in range(_ROUNDS):
        before = _cost(reference)
        cost = _cost(work)
        ratios.append((before + _cost(reference)) / 2 / cost)
    return f"{statistics.median(ratios):.0%} ({min(ratios):.0%}-{max(ratios):.0%})"


def main() -> None:
    """Print the speeds and the peaks of memory."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    plain = {**small(), "sessions": document()["sessions"]}
    lines = [as_json({**plain, "id": f"measured-{n}"}) for n in range(count)]
    data = b"\n".join(lines)
    packed = {"jsonl": data}
    for how in ("jsonl.gz", "jsonl.zst"):
        sink = io.BytesIO()
        dump_many(map(loads, lines), sink, format=how)
        packed[how] = sink.getvalue()
    print(f"{count} records, {len(data) / 1e6:.1f} MB; speed against single loads:")
    one_by_one = functools.partial(_one_by_one, lines)
    for how, each in packed.items():
        work = functools.partial(_many, each, how)
        print(f"{how:10} {len(each) / 1e6:5.1f} MB  {_speed(one_by_one, work)}")
    gc.disable()
    work = functools.partial(_many, data, "jsonl")
    print(f"jsonl, both without the collector  {_speed(one_by_one, work)}")
    gc.enable()
    for share in (10, 1):
        part = b"\n".join(lines[: count // share])
        tracemalloc.start()
        _many(part, "jsonl")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        print(f"memory for {count // share} records: {peak / 1e6:.1f} MB beside the file")


if __name__ == "__main__":
    main()
