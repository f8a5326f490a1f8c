"""Names that stand twice, where each may stand once."""

from collections.abc import Iterable


def first_double(names: Iterable[str]) -> str | None:
    """Find the first name that stood before; `None` if each stands once.

    Examples:
        >>> first_double(["a", "b", "c", "b", "a"])
        'b'
    """
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None
