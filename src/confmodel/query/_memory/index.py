"""The index of many records: which things are answers to a question, without a look at each."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from confmodel.model import Conference
from confmodel.query._memory.bits import bits_of, places_in
from confmodel.query._memory.evaluate import (
    Unknown,
    fields_of,
    is_certain,
    names_in,
    queries_in,
    test_of,
)
from confmodel.query._memory.fields import IDS, Field, asked_in, needed_for, posted_in
from confmodel.query._memory.ledger import Ledger
from confmodel.query._memory.places import Places, met_by_all, met_by_any
from confmodel.query._memory.view import View
from confmodel.query.hit import Hit, Reasons
from confmodel.query.question import AllOf, AnyOf, NoneOf, Query, Question, T

_MOST_LOOKED_THROUGH: Final = 100
"""Records that are looked through for the name nearest to an unknown one."""


class Index:
    """Which things of which records are answers: every field of a question is looked up.

    What is posted gives more than the answers in two cases, and the things
    are looked at: where a name can mean several things in a record, and where
    several words stand side by side.

    One question at a time; `Collection` sees to it.
    """

    __slots__ = ("_ledger", "_places", "_views")

    def __init__(self, records: Sequence[Conference]) -> None:
        self._ledger = Ledger(records)
        self._places = Places(self._ledger)
        self._views: dict[int, View] = {}
        """The records that have to be looked at for this question, by their numbers."""

    def find(self, question: Question[T]) -> Iterator[Hit[T]]:
        """Find the answers, and give them in the order of the records as they are read.

        Raises:
            UnknownNameError: If a name stands for nothing in all records, or
                for several things in one.
        """
        found = self._search_known(question)
        things, reasons = self._ledger.things_of(question.subject).held, Reasons(question)
        return (Hit(things[place], reasons) for place in places_in(found))

    def count(self, question: Question[Any]) -> int:
        """Count the answers, without looking at them.

        Raises:
            UnknownNameError: As `find`.
        """
        return self._search_known(question).bit_count()

    def _search_known(self, question: Question[Any]) -> int:
        self._views.clear()
        self._prepare(question)
        self._refuse_unknown(question)
        found = self._search(question)
        self._views.clear()
        return found

    def _prepare(self, question: Question[Any]) -> None:
        """Have everything noted that the question is looked up in."""
        names = set(names_in(question))
        if names:
            self._ledger.take_names()
        wanted: set[Field | None] = set()
        for query in queries_in(question):
            for field in fields_of(query):
                for which in needed_for((query.subject, field)):
                    wanted.add(posted_in(which))
                    if which in IDS and self._is_clear(asked_in((query.subject, field)), names):
                        wanted.add(IDS[which])
        self._ledger.post({each for each in wanted if each is not None})

    def _is_clear(self, field: str, names: Iterable[tuple[str, str]]) -> bool:
        """Tell whether a name in a field stands for one thing in some record."""
        asked = (name for each, name in names if each == field)
        return any(self._ledger.standing(field, name).clear for name in asked)

    def _refuse_unknown(self, question: Question[Any]) -> None:
        ledger, names = self._ledger, Unknown(question)
        unclear: set[int] = set()
        for field, name in set(names_in(question)):
            stands = ledger.standing(field, name)
            unclear |= stands.unclear
            if stands.clear or len(ledger.coded(field, name)) or self._is_topic(field, name):
                names.strike(field, name)
        for number in sorted(unclear):
            # Its things are looked at, too.
            view = self._views[number] = View(ledger.records[number])
            names.look_in(view)
        if any(True for _ in names.left()):
            for record in ledger.records[:_MOST_LOOKED_THROUGH]:
                names.look_in(View(record))
            names.count = len(ledger.records)
            names.complain()

    def _is_topic(self, field: str, name: str) -> bool:
        if field != "about":
            return False
        return any(
            self._places.saying((each, "topic"), name) for each in ("statement", "conference")
        )

    def _search(self, question: Question[Any]) -> int:
        match question:
            case AllOf(parts=parts):
                return met_by_all(map(self._search, parts))
            case AnyOf(parts=parts):
                return met_by_any(map(self._search, parts))
            case NoneOf(part=part):
                return self._places.everything(question.subject) ^ self._search(part)
            case Query():
                return self._alone(question)
            case _:  # pragma: no cover - there are no other questions
                raise AssertionError(question)

    def _alone(self, query: Query[Any]) -> int:
        subject, certainly = query.subject, is_certain(query)
        found = self._places.everything(subject)
        for field, value in fields_of(query).items():
            found &= self._places.meeting((subject, field), value, certainly=certainly)
        unclear: set[int] = set()
        for field, name in names_in(query):
            unclear |= self._ledger.standing(field, name).unclear
        if unclear:
            places = self._places.in_records(subject, unclear)
            found = (found & ~places) | self._verified(places, query)
        return found

    def _verified(self, places: int, query: Query[Any]) -> int:
        """Look at things as without an index, and give the places of the answers."""
        things, test = self._ledger.things_of(query.subject), test_of(query)

        def answers() -> Iterator[int]:
            for number, of_record in itertools.groupby(places_in(places), things.record_of):
                view = self._views.get(number) or View(self._ledger.records[number])
                yield from (each for each in of_record if test(view, things.held[each]) is not None)

        return bits_of(answers(), len(things))
