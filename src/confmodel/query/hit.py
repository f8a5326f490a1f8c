"""Hits: single answers, each with its conference and with why it is one."""

from typing import Generic, cast

from confmodel.model import Conference, Figure
from confmodel.query._memory.causes import Cause
from confmodel.query._memory.evaluate import test_of
from confmodel.query._memory.view import Holder, Thing, View, addresses_of
from confmodel.query.question import Question, T
from confmodel.query.reason import Reason


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
    __slots__ = ("_causes", "_question", "_thing")

    def __init__(
        self, thing: Thing, question: Question[T], causes: tuple[Cause, ...] | None = None
    ) -> None:
        self._thing = thing
        self._question = question
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
        return self._question

    @property
    def why(self) -> tuple[Reason, ...]:
        """Why it is an answer, one reason for each name or words that led to it.

        Empty if nothing was asked for by name.
        """
        causes = self._causes
        if causes is None:
            # Found by an index, which knows only that it is an answer.
            causes = test_of(self._question)(View(self.conference), self._thing) or ()
            self._causes = causes
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
