"""Answers: what is found, read as it is needed."""

import html
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, Protocol, overload, runtime_checkable

from confmodel._text import did_you_mean, with_article
from confmodel.errors import ConfmodelError, InvalidValueError, UnknownNameError, shown
from confmodel.model import Conference
from confmodel.model._shape import fields_of
from confmodel.query._memory.evaluate import Unknown, answers_in, test_of
from confmodel.query._memory.view import View
from confmodel.query._rows import CLASSES, briefly, row_of
from confmodel.query.hit import Hit, Reasons
from confmodel.query.question import Question, T

_MOST_LISTED = 8
_MOST_SHOWN = 50


class NotOneError(ConfmodelError, LookupError):
    """There is not exactly one answer where one was wanted.

    Examples:
        >>> from confmodel import example
        >>> from confmodel.query import StatementQuery
        >>> StatementQuery(by="naqvi").on(example()).one()
        Traceback (most recent call last):
        confmodel.query.answers.NotOneError: StatementQuery(by='naqvi') has 5 answers, not one; ...
    """

    def __init__(
        self,
        question: Question[Any],
        *,
        candidates: Sequence[str],
        message: str,
        help: str,  # noqa: A002 - the word that every finding uses
    ) -> None:
        self.question = question
        """The question that was asked."""
        self.candidates = tuple(candidates)
        """The first answers, by id; empty if there is none."""
        self.message = message
        """What is wrong."""
        self.help = help
        """What to do now."""
        super().__init__(f"{message}; {help}")


@runtime_checkable
class Indexed(Protocol):
    """Records that find answers without looking at every one."""

    def __iter__(self) -> Iterator[Conference]:
        """Go through the records."""
        ...

    def hits(self, question: Question[T]) -> Iterator[Hit[T]]:
        """Go through the answers, in the order of the records."""
        ...

    def count_hits(self, question: Question[T]) -> int:
        """Count the answers."""
        ...


class Answers(Generic[T]):
    """The answers to a question, found while they are read, in the order of the records.

    Not a list: nothing is looked for until somebody reads. It can be read again
    if the records can: a list, a tuple, a `Collection`. An iterator of records
    is read only once and only as far as needed; the hits that were read are
    kept, and with them the records they stand in, but no other record. An error
    that ended the reading is raised again there.

    Raises:
        UnknownNameError: While it is read, if a name stands for several things
            in one record; and at the end, if a name stands for nothing in all
            of them.

    Examples:
        >>> from confmodel import example
        >>> from confmodel.query import DelegateQuery
        >>> answers = DelegateQuery(of="PK").on(example())
        >>> answers.count()
        6
        >>> answers.first().entity.name
        'Mohsin Naqvi'
        >>> [len(hits) for hits in answers.group_by("function").values()]
        [1, 5]
    """

    __slots__ = ("_error", "_question", "_read", "_records", "_rest")

    def __init__(self, records: Iterable[Conference], question: Question[T]) -> None:
        self._records = records
        self._question = question
        self._read: list[Hit[T]] = []
        self._rest: Iterator[Hit[T]] | None = None
        self._error: BaseException | None = None
        if isinstance(records, Iterator):
            self._rest = _search(records, question)

    @property
    def question(self) -> Question[T]:
        """The question that is answered."""
        return self._question

    def __iter__(self) -> Iterator[Hit[T]]:
        """Go through the answers, from the first."""
        if self._rest is not None:
            return self._again(self._rest)
        if isinstance(self._records, Indexed):
            return self._records.hits(self._question)
        return _search(self._records, self._question)

    def _again(self, rest: Iterator[Hit[T]]) -> Iterator[Hit[T]]:
        for place in itertools.count():  # pragma: no branch - there is no last number
            if place == len(self._read):
                if self._error is not None:
                    raise self._error
                try:
                    found = next(rest, None)
                except BaseException as error:
                    # The rest is lost with it: what was read until here is not all.
                    self._error = error
                    raise
                if found is None:
                    return
                self._read.append(found)
            yield self._read[place]

    def __bool__(self) -> bool:
        """Tell whether there is an answer; no more than one is looked for."""
        return self.first() is not None

    @overload
    def __getitem__(self, place: int) -> Hit[T]: ...

    @overload
    def __getitem__(self, place: slice) -> list[Hit[T]]: ...

    def __getitem__(self, place: int | slice) -> Hit[T] | list[Hit[T]]:
        """Return the answer at a place, or several; looked for as far as needed.

        Raises:
            IndexError: If there are not so many.
        """
        if isinstance(place, slice):
            ends = (place.start or 0, place.stop or 0, place.step or 1)
            if min(ends) < 0 or place.stop is None:
                return list(self)[place]
            return list(itertools.islice(self, place.start, place.stop, place.step))
        if place < 0:
            return list(self)[place]
        for hit in itertools.islice(self, place, None):
            return hit
        raise IndexError(f"there is no answer {place}; count() says how many there are")

    def entities(self) -> Iterator[T]:
        """Go through what was found, without where and why."""
        return (hit.entity for hit in self)

    def first(self) -> Hit[T] | None:
        """Return the first answer; `None` if there is none."""
        return next(iter(self), None)

    def one(self) -> Hit[T]:
        """Return the only answer.

        Raises:
            NotOneError: If there is none, or several; the first ones are listed.
        """
        found = list(itertools.islice(self, _MOST_LISTED + 1))
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotOneError(
                self._question,
                candidates=(),
                message=f"{self._question!r} has no answer",
                help="ask for less, or use first(), which returns None then",
            )
        listed = [f"{hit.id} of {hit.conference.id}" for hit in found[:_MOST_LISTED]]
        count = f"more than {_MOST_LISTED}" if len(found) > _MOST_LISTED else str(len(found))
        raise NotOneError(
            self._question,
            candidates=listed,
            message=f"{self._question!r} has {count} answers, not one",
            help=f"ask for more, or go through them: {', '.join(listed)}",
        )

    def count(self) -> int:
        """Count the answers; they are all looked for."""
        if isinstance(self._records, Indexed):
            return self._records.count_hits(self._question)
        return sum(1 for _ in self)

    def group_by(self, field: str) -> dict[Any, tuple[Hit[T], ...]]:
        """Sort the answers into groups by a field of what was found.

        A field that holds several puts an answer into several groups, and an
        empty one into the group `None`. Besides the fields there are
        `conference` (its id), `holder` (the id of what holds it) and `how`
        (the ways in which it matched).

        Args:
            field: The name of the field.

        Raises:
            UnknownNameError: If there is no such field.

        Examples:
            >>> from confmodel import example
            >>> from confmodel.query import StatementQuery
            >>> said = StatementQuery(by="PK").on(example()).group_by("manner")
            >>> {manner.value: [hit.id for hit in hits] for manner, hits in said.items()}
            {'mixed': ['praise'], 'indirect': ['border-briefing', 'fewer-migrants', 'cooperation'],
             'direct': ['wall']}
        """
        key = self._key(field)
        groups: dict[Any, list[Hit[T]]] = {}
        for hit in self:
            for each in dict.fromkeys(key(hit)) or (None,):
                groups.setdefault(each, []).append(hit)
        return {each: tuple(hits) for each, hits in groups.items()}

    def _key(self, field: str) -> Callable[[Hit[T]], Iterable[Any]]:
        special: dict[str, Callable[[Hit[T]], Iterable[Any]]] = {
            "conference": lambda hit: (hit.conference.id,),
            "holder": lambda hit: (hit.holder.id,),
            "how": lambda hit: (reason.how for reason in hit.why),
        }
        if field in special:
            return special[field]
        owner = CLASSES[self._question.subject]
        names = [each.name for each in fields_of(owner) if each.name != "extra"]
        if field not in names:
            known = [*names, *special]
            raise UnknownNameError(
                field,
                candidates=known,
                message=f"{with_article(self._question.subject)} has no field {shown(field)}",
                help=did_you_mean(field, known, "give the name of a field"),
            )

        def values(hit: Hit[T]) -> Iterable[Any]:
            held = getattr(hit.entity, field)
            return held if isinstance(held, tuple) else (held,)

        return values

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the answers as plain data: what was found, its conference, and why.

        Examples:
            >>> from confmodel import example
            >>> from confmodel.query import DelegateQuery
            >>> row = DelegateQuery(name="naqvi").on(example()).to_dicts()[0]
            >>> row["conference"], row["id"], row["function"], row["why"]
            ('warsaw-2026', 'naqvi', 'head', ["name 'naqvi': naqvi, directly"])
        """
        return [row_of(hit) for hit in self]

    def __repr__(self) -> str:
        """Return the question; the answers may take long to find."""
        return f"<Answers to {self._question!r}>"

    def _repr_html_(self) -> str:
        """Return a table for a notebook, of the first answers."""
        hits = list(itertools.islice(self, _MOST_SHOWN + 1))
        rows = "".join(_html_row(hit) for hit in hits[:_MOST_SHOWN])
        more = "<tfoot><tr><td colspan='4'>…</td></tr></tfoot>" if len(hits) > _MOST_SHOWN else ""
        return (
            f"<table><caption>{html.escape(repr(self._question))}</caption>"
            "<thead><tr><th>conference</th><th>id</th><th>says</th><th>why</th></tr></thead>"
            f"<tbody>{rows}</tbody>{more}</table>"
        )


def _html_row(hit: Hit[Any]) -> str:
    why = "; ".join(str(reason) for reason in hit.why)
    cells = (hit.conference.id, hit.id, briefly(hit.entity), why)
    return f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in cells)}</tr>"


def _search(records: Iterable[Conference], question: Question[T]) -> Iterator[Hit[T]]:
    names, test, subject = Unknown(question), test_of(question), question.subject
    reasons = Reasons(question)
    for record in records:
        if not isinstance(record, Conference):
            raise InvalidValueError(
                code="E101",
                path="",
                value=record,
                message=f"{shown(record)} is no record",
                help="give a Conference, or something that goes through Conferences",
            )
        view = View(record)
        names.look_in(view)
        for thing, causes in answers_in(test, view, subject):
            yield Hit(thing, reasons, causes)
    names.complain()


def ask(records: Conference | Iterable[Conference], question: Question[T]) -> Answers[T]:
    """Ask a question of one record, or of many.

    Args:
        records: A record; or a list, a `Collection`, a generator of records.
        question: What is looked for.

    Raises:
        InvalidValueError: If the question is none, or the records are none.
        UnknownNameError: If one record is asked, and a name of the question
            stands for nothing in it, or for several things. Of many records,
            this is found out while the answers are read.

    Examples:
        >>> from confmodel import example
        >>> from confmodel.query import StatementQuery
        >>> [hit.id for hit in ask(example(), StatementQuery(about="Afghan"))]
        ['border-briefing', 'wall']
        >>> ask(example(), StatementQuery(by="naqui"))
        Traceback (most recent call last):
        confmodel.errors.UnknownNameError: nothing is called 'naqui' in warsaw-2026; did you ...
    """
    if not isinstance(question, Question):
        raise InvalidValueError(
            code="E101",
            path="",
            value=question,
            message=f"{shown(question)} is no question",
            help="give one, such as StatementQuery(by='PK')",
        )
    if isinstance(records, Conference):
        names = Unknown(question)
        names.look_in(View(records))
        names.complain()
        return Answers((records,), question)
    if isinstance(records, str | bytes) or not isinstance(records, Iterable):
        raise InvalidValueError(
            code="E101",
            path="",
            value=records,
            message=f"{shown(records)} is neither a record nor several",
            help="load it first; to read many files, see read_many",
        )
    return Answers(records, question)
