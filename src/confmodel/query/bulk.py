"""Reading many records at once: without the pauses of the cyclic garbage collector."""

import gc
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from confmodel.codec import Limits, loads
from confmodel.codec._files import read_bytes
from confmodel.model import Conference

_DEFAULT = Limits()
_lock = threading.Lock()
_pausing = 0
_was_enabled = False


@contextmanager
def without_collector() -> Iterator[None]:
    """Pause the cyclic garbage collector for a while; also if an error passes, it goes on.

    Loading builds many objects and no cycles, and the collector looks through
    all of them again and again: it makes the loading of many records several
    times slower. Where several of these overlap, the last one to end lets it
    go on.

    Examples:
        >>> import gc
        >>> with without_collector():
        ...     gc.isenabled()
        False
    """
    global _pausing, _was_enabled  # noqa: PLW0603 - the collector itself is global
    with _lock:
        if _pausing == 0:
            _was_enabled = gc.isenabled()
            gc.disable()
        _pausing += 1
    try:
        yield
    finally:
        with _lock:
            _pausing -= 1
            if _pausing == 0 and _was_enabled:
                gc.enable()


def read_many(
    sources: Iterable[str | bytes | os.PathLike[str]],
    *,
    limits: Limits = _DEFAULT,
    check: bool = True,
) -> list[Conference]:
    r"""Read many records into memory, quickly.

    Args:
        sources: Paths of JSON files (`pathlib.Path`), or the JSON texts
            themselves (`str` or `bytes`), such as the lines of a JSON Lines
            file opened for reading. Blank lines are passed over.
        limits: How large each document may be.
        check: Whether integrity is checked too, as in `loads`.

    Raises:
        LoadError: If one of them is no record; the earlier ones are dropped.
        OSError: If a file cannot be read.

    Examples:
        >>> from confmodel import dumps, example
        >>> [record.id for record in read_many([dumps(example()), "\n"])]
        ['warsaw-2026']
    """
    records = []
    with without_collector():
        for source in sources:
            data = (
                read_bytes(source, limits.max_bytes) if isinstance(source, os.PathLike) else source
            )
            if isinstance(source, os.PathLike) or data.strip():
                records.append(loads(data, limits=limits, check=check))
    return records
