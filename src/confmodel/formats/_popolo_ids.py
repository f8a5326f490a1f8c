"""Ids for the things of a Popolo document, whose own may be any text."""

import re
import unicodedata
from collections.abc import Iterable

from confmodel.formats._popolo_things import Thing
from confmodel.model._constraints import ID_PATTERN

_ID = re.compile(ID_PATTERN)
_LONGEST = 100


class Ids:
    """The id of each thing: its own, if a record can have it and nobody else does."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self.names: dict[Thing, str] = {}
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}
        things = list(things)
        # Those that stay as they are come first, so that no other one pushes them away.
        for each in things:
            if each.id is not None and _can_be_id(each.id) and each.id not in self._taken:
                self._taken.add(each.id)
                self.names[each] = each.id
            each.used.add("id")
        for each in things:
            if each not in self.names:
                self.names[each] = self.free(_slug(each.label) or _slug(each.kind))

    def free(self, stem: str, first: int | None = None) -> str:
        """Find an id that nobody has yet: a stem, or a stem with a number."""
        number = self._next.get(stem, 1)
        name = stem if first is None else f"{stem}-{first}"
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._next[stem] = number
        self._taken.add(name)
        return name


def _can_be_id(text: str) -> bool:
    return len(text) <= _LONGEST and _ID.fullmatch(text) is not None


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text[:_LONGEST]).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
