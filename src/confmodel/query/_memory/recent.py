"""What was asked for lately, kept; and no more than that."""

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """So many of the latest values, by their keys.

    Examples:
        >>> recent = Recent[str, int](2)
        >>> for number, name in enumerate("abc"):
        ...     recent.keep(name, number)
        >>> recent.get("a"), recent.get("c"), len(recent)
        (None, 2, 2)
    """

    __slots__ = ("_held", "_most")

    def __init__(self, most: int) -> None:
        self._held: dict[K, V] = {}
        self._most = most

    def get(self, key: K) -> V | None:
        """Give what is kept."""
        return self._held.get(key)

    def keep(self, key: K, value: V) -> None:
        """Keep something, and let go of the oldest."""
        if len(self._held) >= self._most:
            del self._held[next(iter(self._held))]
        self._held[key] = value

    def clear(self) -> None:
        """Let go of everything."""
        self._held.clear()

    def __len__(self) -> int:
        """Count what is kept."""
        return len(self._held)
