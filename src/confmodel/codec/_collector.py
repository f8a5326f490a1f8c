"""Pausing the cyclic garbage collector, which looks in vain through all that is being built."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

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
