"""Ids that nothing has yet, made of names; the same names give the same ids."""

from collections.abc import Iterable


class FreeIds:
    """The ids that are taken, and what gives further ones.

    Examples:
        >>> ids = FreeIds(["vale"])
        >>> ids.free("vale"), ids.free("vale"), ids.free("source", 1)
        ('vale-2', 'vale-3', 'source-1')
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self._numbers: dict[str, int] = {}

    def free(self, stem: str, first: int | None = None) -> str:
        """Take an id that nothing has: a stem, or the stem and a number.

        Args:
            stem: What it begins with.
            first: The number of the first one. `None` for none.
        """
        number = self._numbers.get(stem, 1)
        name = stem if first is None else f"{stem}-{first}"
        while name in self.taken:
            number += 1
            name = f"{stem}-{number}"
        self._numbers[stem] = number
        self.taken.add(name)
        return name
