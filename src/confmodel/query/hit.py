"""Hits: single answers, each with its conference and with why it is one."""

from typing import Generic, cast

from confmodel.model import Conference, Figure
from confmodel.query._memory.causes import Cause
from confmodel.query._memory.evaluate import Test, test_of
from confmodel.query._memory.view import Holder, Thing, View, addresses_of
from confmodel.query.question import Question, T
from confmodel.query.reason import Reason


class Reasons(Generic[T]):
    """Why things are answers to a question, found when it is asked for.

    All hits of one question share it: of a record with many hits, the names
    are looked for once.
    """

    __slots__ = ("_test", "_view", "question")

    def __init__(self, question: Question[T]) -> None:
        self.question = question
        self._test: Test | None = None
        self._view: View | None = None

    def __reduce__(self) -> "tuple[type[Reasons[T]], tuple[Question[T]]]":
        """Copy the question; the rest is found again when it is needed."""
        return type(self), (self.question,)

    def of(self, thing: Thing) -> tuple[Cause, ...]:
        """Find the causes by which a thing is an answer."""
        test, view = self._test, self._view
        if test is None:
            test = self._test = test_of(self.question)
        if view is None or view.conference is not thing.conference:
            view = self._view = View(thing.conference)
        return test(view, thing) or ()


class Hit(Generic[T]):
    """One answer: what was found, where, and why.

    Answers make hits, and nobody else has to. Two hits are equal if what was
    found is equal, and is held by the same in the same record, as the ids say:
    whatever was asked, and whatever else the records hold.

    Examples:
        >>> from confmodel import example
        >>> from confmodel.query import StatementQuery
        >>> hit = StatementQuery(by="Pakistani").on(example()).first()
        >>> hit
        <Hit statement praise of warsaw-2026>
        >>> hit.why[0].how, hit.why[0].group
        (<How.IN_GROUP: 'in_group'>, 'all-six-ministers')
    """

    # Not attrs: a frozen attrs class takes four times as long to make, and
    # there may be a hundred thousand hits. Nothing but a property is public.
    __slots__ = ("_causes", "_reasons", "_thing")

    def __init__(
        self, thing: Thing, reasons: Reasons[T], causes: tuple[Cause, ...] | None = None
    ) -> None:
        self._thing = thing
        self._reasons = reasons
        self._causes = causes

    @property
    def entity(self) -> T:
        """What was found."""
        return cast("T", self._thing.entity)

    @property
    def conference(self) -> Conference:
        """The record that it stands in."""
        return self._thing.conference

    @property
    def holder(self) -> Holder:
        """What holds it: for a figure the statement or agreement, otherwise the conference."""
        return self._thing.holder

    @property
    def question(self) -> Question[T]:
        """The question that it answers."""
        return self._reasons.question

    @property
    def why(self) -> tuple[Reason, ...]:
        """Why it is an answer, one reason for each name or words that led to it.

        Empty if nothing was asked for by name.
        """
        causes = self._causes
        if causes is None:
            # Found by an index, which knows only that it is an answer.
            causes = self._causes = self._reasons.of(self._thing)
        return tuple(cause.reason() for cause in causes)

    @property
    def id(self) -> str:
        """The id of what was found; for a figure without one, `id/figures` of what holds it."""
        entity, holder, _ = self._thing
        return addresses_of(entity, holder)[0] if isinstance(entity, Figure) else entity.id

    def __repr__(self) -> str:
        """Return it in short; the record itself is long."""
        return f"<Hit {self.entity.kind_name} {self.id} of {self.conference.id}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Hit):
            return NotImplemented
        return self._stands_in() == other._stands_in() and self.entity == other.entity

    def __hash__(self) -> int:
        entity = self._thing.entity
        # Only a figure can be without an id; its fields are few.
        return hash((self._stands_in(), entity if entity.id is None else entity.id))

    def _stands_in(self) -> tuple[str, str]:
        """Say where it stands, by ids: records are too long to be compared for each hit."""
        return self.conference.id, self.holder.id
