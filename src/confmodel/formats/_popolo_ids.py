"""Ids for the things of a Popolo document, whose own may be any text."""

import re
from collections.abc import Iterable

from confmodel._text import slug
from confmodel.formats._free_ids import FreeIds
from confmodel.formats._popolo_things import Thing
from confmodel.model._constraints import ID_PATTERN

_ID = re.compile(ID_PATTERN)
_LONGEST = 100


class Ids(FreeIds):
    """The id of each thing: its own, if a record can have it and nobody else does."""

    def __init__(self, things: Iterable[Thing]) -> None:
        super().__init__()
        self.names: dict[Thing, str] = {}
        things = list(things)
        # Those that stay as they are come first, so that no other one pushes them away.
        for each in things:
            if each.id is not None and _can_be_id(each.id) and each.id not in self.taken:
                self.taken.add(each.id)
                self.names[each] = each.id
            each.used.add("id")
        for each in things:
            if each not in self.names:
                self.names[each] = self.free(_stem(each.label) or _stem(each.kind))


def _can_be_id(text: str) -> bool:
    return len(text) <= _LONGEST and _ID.fullmatch(text) is not None


def _stem(text: str) -> str:
    return slug(text[:_LONGEST])
