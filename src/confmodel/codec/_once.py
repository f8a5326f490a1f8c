"""Making something at its first use, once, however many threads ask for it."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

# One for everything: what msgspec learns of a class or an enum at the first use
# is kept with that, and two threads that teach it at once crash the process.
_making = threading.RLock()


class Once(Generic[T]):
    """A function without arguments that is called once; later calls return what it returned.

    Examples:
        >>> @Once
        ... def made() -> list[int]:
        ...     return []
        >>> made() is made()
        True
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: list[T] = []

    def __call__(self) -> T:
        """Return what is made, and make it if it is not there."""
        if not self._made:
            with _making:
                if not self._made:
                    self._made.append(self._make())
        return self._made[0]
