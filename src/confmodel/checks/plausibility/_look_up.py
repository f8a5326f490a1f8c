"""Looking up what a reference leads to, where it may lead nowhere or to a wrong kind."""

from typing import TypeVar

from confmodel.model.conference import Conference
from confmodel.model.delegation import Attendance
from confmodel.model.fact import Entity

E = TypeVar("E", bound=Entity)

NOT_THERE = frozenset({Attendance.ABSENT, Attendance.DECLINED, Attendance.EXCLUDED})
"""What says that somebody did not come at all."""


def found(record: Conference, kind: type[E], identifier: str | None) -> E | None:
    """Return what has this id if it is of the kind; `None` otherwise."""
    # To ask first spares the search for the nearest id, which an error would name.
    if identifier is None or identifier not in record:
        return None
    entity = record[identifier]
    return entity if isinstance(entity, kind) else None
