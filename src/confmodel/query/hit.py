"""Hits: single answers, each with its conference and with why it is one."""

from typing import Any, Generic

import attrs

from confmodel.model import (
    Conference,
    Delegation,
    Group,
)
from confmodel.query._memory.causes import Cause
from confmodel.query._memory.evaluate import outcome
from confmodel.query._memory.view import Holder, Thing, View
from confmodel.query.question import Question, T
from confmodel.query.reason import Reason


@attrs.frozen(kw_only=True, repr=False)
class Hit(Generic[T]):
    """One answer: what was found, where, and why.

    Examples:
        >>> from confmodel import example
        >>> from confmodel.query import StatementQuery
        >>> hit = StatementQuery(by="Pakistani").on(example()).first()
        >>> hit
        <Hit statement praise of warsaw-2026>
        >>> hit.why[0].how, hit.why[0].group
        (<How.IN_GROUP: 'in_group'>, 'all-six-ministers')
    """

    entity: T
    """What was found."""

    conference: Conference
    """The record that it stands in."""

    holder: Holder
    """What holds it: for a figure the statement or agreement, otherwise the conference."""

    question: Question[T] = attrs.field(eq=False)
    """The question that it answers."""

    _causes: tuple[Cause, ...] | None = attrs.field(default=None, eq=False)

    @property
    def why(self) -> tuple[Reason, ...]:
        """Why it is an answer, one reason for each name or words that led to it.

        Empty if nothing was asked for by name.
        """
        causes = self._causes
        if causes is None:
            # Found by an index, which knows only that it is an answer.
            thing = Thing(self.entity, self.holder)
            causes = outcome(self.question, View(self.conference), thing) or ()
        return tuple(cause.reason() for cause in causes)

    @property
    def id(self) -> str:
        """The id of what was found; for a figure without one, `id/figures` of what holds it."""
        if self.entity.id is not None:
            return self.entity.id
        name = "stated_size" if isinstance(self.holder, Delegation | Group) else "figures"
        return f"{self.holder.id}/{name}"

    def __repr__(self) -> str:
        """Return it in short; the record itself is long."""
        return f"<Hit {self.entity.kind_name} {self.id} of {self.conference.id}>"


def hit_of(
    question: Question[Any],
    conference: Conference,
    thing: Thing,
    causes: tuple[Cause, ...] | None,
) -> "Hit[Any]":
    """Make a hit of something that was found."""
    entity, holder = thing
    return Hit(
        entity=entity, conference=conference, holder=holder, question=question, causes=causes
    )
