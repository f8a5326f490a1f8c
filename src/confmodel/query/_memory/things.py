"""Things in many records: numbered through, so that each is found at once."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from confmodel.model import Conference
from confmodel.query._memory.view import Thing, View


class Things:
    """Everything of a kind in all the records; the number of a thing is its place."""

    __slots__ = ("_subject", "held", "starts")

    def __init__(self, subject: str) -> None:
        self._subject = subject
        self.held: list[Thing] = []
        """The things, by their places."""
        self.starts = array("I", (0,))
        """The place of the first thing of each record, and of the end."""

    def add(self, record: Conference) -> None:
        """Add what is in a record."""
        self.held.extend(View(record).things(self._subject))
        self.starts.append(len(self.held))

    def __len__(self) -> int:
        """Count the things."""
        return len(self.held)

    def record_of(self, place: int) -> int:
        """Give the number of the record that a thing stands in."""
        return bisect_right(self.starts, place) - 1

    def in_records(self, numbers: Iterable[int]) -> Iterator[int]:
        """Go through the places of what is in some records."""
        for number in numbers:
            yield from range(self.starts[number], self.starts[number + 1])
