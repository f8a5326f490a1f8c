"""The ledger of many records: what is noted of them, for the questions that were asked."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Final

from confmodel.model import Conference
from confmodel.query._memory.called import Called, Standing
from confmodel.query._memory.fields import Field
from confmodel.query._memory.postings import Behind, Postings, at, post_field
from confmodel.query._memory.recent import Recent
from confmodel.query._memory.things import Things
from confmodel.query._memory.view import View

MOST_NAMES: Final = 32
"""Names of which it is kept what they stand for, which may be something in every record."""


class Ledger:
    """The things in many records, their names, and where each term of a field stands.

    Each of these is noted at the first question that needs it. Records that
    came later are taken in at the next one.

    What is being made is taken out, and put back when it is whole: if that is
    interrupted, it is made anew.
    """

    __slots__ = ("_called", "_fields", "_stands", "_things", "records")

    def __init__(self, records: Sequence[Conference]) -> None:
        self.records = records
        """The records, which may become more."""
        self._called = Called()
        self._stands: Recent[tuple[str, str], Standing] = Recent(MOST_NAMES)
        self._things: dict[str, Things] = {}
        self._fields: dict[Field, tuple[Postings, int]] = {}
        """What is posted of each field, and of how many records."""

    # Names.

    def take_names(self) -> None:
        """Note the names in all records."""
        if len(self._called) < len(self.records):
            self._stands.clear()
            called, self._called = self._called, Called()
            for place in range(len(called), len(self.records)):
                called.add(self.records[place])
            self._called = called

    def standing(self, field: str, name: str) -> Standing:
        """Say what a name may stand for, but for the one country of its code."""
        stands = self._stands.get((field, name))
        if stands is None:
            stands = self._called.find(field, name)
            self._stands.keep((field, name), stands)
        return stands

    def coded(self, field: str, name: str) -> "array[int]":
        """Give the records that have the one country which a name stands for."""
        return self._called.coded(field, name)

    # Things.

    def things_of(self, subject: str) -> Things:
        """Give everything of a kind, in all the records."""
        things = self._things.get(subject) or Things(subject)
        first = len(things.starts) - 1
        if first < len(self.records):
            self._things.pop(subject, None)
            for place in range(first, len(self.records)):
                things.add(self.records[place])
            self._things[subject] = things
        return things

    # Fields.

    def post(self, wanted: Iterable[Field]) -> None:
        """Post fields of all records."""
        count = len(self.records)
        behind: dict[int, list[tuple[Field, Postings]]] = {}
        for which in sorted(wanted):
            postings, done = self._fields.get(which, ({}, 0))
            if done == count:
                self._fields[which] = postings, done
            else:
                behind.setdefault(done, []).append((which, postings))
        for first, fields in behind.items():
            starts = [self.things_of(subject).starts for (subject, _), _ in fields]
            for which, _ in fields:
                self._fields.pop(which, None)
            for place in range(first, count):
                actors = Behind(View(self.records[place]))
                for (which, postings), begin in zip(fields, starts, strict=True):
                    post_field(postings, which, actors, begin[place])
            self._fields.update((which, (postings, count)) for which, postings in fields)

    def postings_of(self, which: Field) -> Postings:
        """Give all that is posted of a field."""
        return self._fields[which][0]

    def at(self, which: Field, term: object) -> "array[int]":
        """Give the places of a term."""
        return at(self._fields[which][0], term)
