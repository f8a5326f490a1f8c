"""What writers of formats that cannot say everything have in common: they note what is lost."""

from collections.abc import Iterable, Iterator
from types import UnionType
from typing import TypeVar

from confmodel._text import pointer_to
from confmodel.errors import Loss
from confmodel.formats._iso_dates import span_of
from confmodel.model import Conference, Delegate, Delegation, Person, When

Place_ = tuple[str | int, ...]
T = TypeVar("T")


class Noting:
    """A record on its way into a format, and what is lost of it."""

    def __init__(self, record: Conference) -> None:
        self.record = record
        self.losses: list[Loss] = []

    def lose(self, place: Place_, owner: type, lost: str) -> None:
        """Note what of the field at a place cannot be said."""
        name = next(str(step) for step in reversed(place) if isinstance(step, str))
        self.losses.append(
            Loss(
                pointer=pointer_to(place),
                field=f"{owner.__name__}.{name}",
                message=f"{lost} cannot be said",
            )
        )

    def span(
        self,
        when: When | None,
        place: Place_,
        owner: type,
        *,
        has_times: bool = True,
        needs_zone: bool = True,
    ) -> tuple[str | None, str | None]:
        """Say a date by its start and its end, and note what is lost by that."""
        if when is None:
            return None, None
        span = span_of(when, has_times=has_times, needs_zone=needs_zone)
        if span.lost is not None:
            self.lose(place, owner, span.lost)
        return span.start, span.end

    def is_a(self, kind: type | UnionType, identifier: str) -> bool:
        # A record that was loaded without a check may refer to what is not there.
        return identifier in self.record and isinstance(self.record[identifier], kind)

    def is_human(self, identifier: str) -> bool:
        return self.is_a(Delegate | Person, identifier)

    def only_human(self, identifiers: tuple[str, ...]) -> str | None:
        if len(identifiers) == 1 and self.is_human(identifiers[0]):
            return identifiers[0]
        return None

    def name_of(self, identifier: str) -> str | None:
        """Give what somebody is called, in the words of the record."""
        if identifier not in self.record:
            return None
        found = self.record[identifier]
        for name in ("name", "described_as", "wording", "title"):
            if (said := getattr(found, name, None)) is not None:
                return str(said)
        if isinstance(found, Delegation):
            return ", ".join(self.name_of(each) or each for each in found.of) or None
        return None


def placed(items: Iterable[T], name: str) -> Iterator[tuple[Place_, T]]:
    """Go through a field that holds several, each with its place."""
    return (((name, n), each) for n, each in enumerate(items))
