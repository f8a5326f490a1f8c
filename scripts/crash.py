"""Kill processes while they replace a file, and look at what is left of it.

    python scripts/crash.py [KILLS]

Each child writes one of two records over and over, and gets SIGKILL at a random
moment. The file must then hold one of the two, whole. At the end the next
process sweeps what the killed ones have left behind.

SIGKILL does not show what a loss of power does: what the system has been told
to write, it writes.
"""

import itertools
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import attrs

from confmodel import Conference, dump, dumps, example

_LONGEST_WAIT = 0.03
_LONG_AGO = 1_000_000_000


def records(blocks: int = 40) -> tuple[Conference, Conference]:
    """Make two records of about a megabyte, which differ from the first line on."""
    whole = example()
    said = [
        attrs.evolve(each, id=f"{each.id}-{n}")
        for n, each in itertools.product(range(blocks), whole.statements)
    ]
    large = attrs.evolve(whole, statements=said, discrepancies=(), accepts=())
    return attrs.evolve(large, id="first"), attrs.evolve(large, id="second")


def kill_while(write: Callable[[], None], seconds: float) -> None:
    """Have a child write until it is killed."""
    ready, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(told, b".")
            while True:
                write()
        finally:
            os._exit(1)  # never back into the loop of the parent
    os.read(ready, 1)
    os.close(ready)
    os.close(told)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("a child ended by itself: the loop proves nothing")


def crash(kills: int, folder: Path) -> tuple[int, int, int]:
    """Kill so many writers; returns torn files, and temporary ones before and after a sweep."""
    choose = random.Random(7)  # noqa: S311 - no secret
    both = records()
    path = folder / "record.json"
    dump(both[0], path)
    whole = {f"{dumps(each)}\n".encode() for each in both}
    torn = 0

    def write() -> None:
        for each in both:
            dump(each, path)

    for _ in range(kills):
        kill_while(write, choose.uniform(0, _LONGEST_WAIT))
        torn += path.read_bytes() not in whole
    left = [each for each in folder.iterdir() if each != path]
    for each in left:
        os.utime(each, (_LONG_AGO, _LONG_AGO))
    child = os.fork()
    if child == 0:
        # The sweep comes once in a process and folder, so this one asks for it.
        from confmodel.codec._files import sweep  # noqa: PLC0415 - the child alone needs it

        sweep.cache_clear()
        dump(both[0], path)
        os._exit(0)
    os.waitpid(child, 0)
    return torn, len(left), sum(each != path for each in folder.iterdir())


def main() -> None:
    """Kill, tell what came of it, and end with 1 if anything was torn or stayed."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="confmodel-crash-") as folder:
        torn, left, stale = crash(kills, Path(folder))
    print(
        f"{kills} kills in {time.monotonic() - start:.0f} s: {torn} torn files, "
        f"{left} temporary files left behind, {stale} after the next write"
    )
    raise SystemExit(1 if torn or stale else 0)


if __name__ == "__main__":
    main()
