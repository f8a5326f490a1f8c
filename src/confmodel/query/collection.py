"""Collections: many records in memory, asked without looking at every one."""

from collections.abc import Callable, Iterable, Iterator
from threading import RLock
from typing import overload

from confmodel.errors import InvalidValueError, shown
from confmodel.model import Conference
from confmodel.query._memory.index import Index
from confmodel.query.answers import Answers, ask
from confmodel.query.hit import Hit
from confmodel.query.question import Question, T


class Collection:
    """Records in the order in which they came, with an index that is made when it is needed.

    The first question that can use it makes the index for the fields that it
    asks for; further questions find it made. Records that are added later are
    taken in at the next question. The answers are those of a plain list, and
    in the same order. Several threads may ask and add; one waits for another.

    Examples:
        >>> from confmodel import example
        >>> from confmodel.query import StatementQuery
        >>> records = Collection.of([example("warsaw-2026"), example("lakeside-2031")])
        >>> [hit.id for hit in records.ask(StatementQuery(by="Pakistan", about="Afghanistan"))]
        ['border-briefing', 'wall']
        >>> records.add(example("harbour-1974"))
        >>> len(records)
        3
    """

    __slots__ = ("_index", "_lock", "_records")

    def __init__(self) -> None:
        self._records: list[Conference] = []
        self._index = Index(self._records)
        self._lock = RLock()

    def __reduce__(self) -> tuple[Callable[..., "Collection"], tuple[list[Conference]]]:
        """Copy the records; the index of the copy is made when it is needed, as here."""
        return type(self).of, (self._records,)

    @classmethod
    def of(cls, records: Iterable[Conference]) -> "Collection":
        """Build a collection of records."""
        collection = cls()
        collection.extend(records)
        return collection

    def add(self, record: Conference) -> None:
        """Add a record at the end.

        Raises:
            InvalidValueError: If it is none.
        """
        if not isinstance(record, Conference):
            raise InvalidValueError(
                code="E101",
                path="",
                value=record,
                message=f"{shown(record)} is no record",
                help="give a Conference; to add several, use extend",
            )
        with self._lock:
            self._records.append(record)

    def extend(self, records: Iterable[Conference]) -> None:
        """Add several records at the end.

        Raises:
            InvalidValueError: If one of them is none; those before it are added.
        """
        # Its own records, as they are now: it grows while they are added.
        for record in tuple(self) if records is self else records:
            self.add(record)

    def ask(self, question: Question[T]) -> Answers[T]:
        """Ask a question of all records.

        Raises:
            UnknownNameError: While the answers are read, if a name stands for
                nothing in all records, or for several things in one.
        """
        return ask(self, question)

    def hits(self, question: Question[T]) -> Iterator[Hit[T]]:
        """Go through the answers to a question; what `ask` is built on."""
        with self._lock:
            found = self._index.find(question)
        yield from found

    def count_hits(self, question: Question[T]) -> int:
        """Count the answers to a question; what `Answers.count` is built on."""
        with self._lock:
            return self._index.count(question)

    def __len__(self) -> int:
        """Count the records."""
        return len(self._records)

    def __iter__(self) -> Iterator[Conference]:
        """Go through the records, in the order in which they came."""
        return iter(self._records)

    @overload
    def __getitem__(self, place: int) -> Conference: ...

    @overload
    def __getitem__(self, place: slice) -> list[Conference]: ...

    def __getitem__(self, place: int | slice) -> Conference | list[Conference]:
        """Return the record at a place, or several."""
        return self._records[place]

    def __repr__(self) -> str:
        """Return how many records there are; they are long."""
        return f"<Collection of {len(self)} records>"
