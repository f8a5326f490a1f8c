"""Questions about people who belong to an event."""

from typing import ClassVar

import attrs
from attrs import field

from confmodel.model import Attendance, Capacity, Delegate, Function, Other, When
from confmodel.query._choices import to_attendances, to_capacities, to_functions
from confmodel.query._converters import (
    to_certainty,
    to_flag,
    to_names,
    to_period,
    to_since,
    to_until,
    to_words,
)
from confmodel.query.question import Asks, Certainty, Query


@attrs.frozen(kw_only=True, repr=False)
class DelegateQuery(Query[Delegate]):
    """Who was there, for whom, and as what.

    Examples:
        >>> from confmodel import example
        >>> from confmodel.model import Function
        >>> DelegateQuery(of="Pakistani", function=Function.HEAD).on(example()).one().entity.name
        'Mohsin Naqvi'
    """

    asks_for: ClassVar[str] = "delegate"
    """What is asked for."""

    name: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """What they are called: id, name, part of the name, or another name."""

    of: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Whom they stand for: a country, an organization or a delegation."""

    among: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """The group that they are in."""

    function: tuple[Function | Other, ...] = field(
        default=(), converter=to_functions, metadata={"asks": Asks.CHOICE}
    )
    """What they do at the event."""

    office: tuple[str, ...] = field(default=(), converter=to_words, metadata={"asks": Asks.WORDS})
    """Words of the title of a post that they hold."""

    attendance: tuple[Attendance | Other, ...] = field(
        default=(), converter=to_attendances, metadata={"asks": Asks.CHOICE}
    )
    """Whether they came; without a word on them, whether their delegation did.

    What is named in `not_stated` is a word on them: that nobody says it. Who
    came by this is who certainly took part, as in `ConferenceQuery`.
    """

    capacity: tuple[Capacity | Other, ...] = field(
        default=(), converter=to_capacities, metadata={"asks": Asks.CHOICE}
    )
    """In which capacity their delegation takes part."""

    spoke: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether the record has words of theirs, in their own name."""

    since: When | None = field(default=None, converter=to_since, metadata={"asks": Asks.DATE})
    """There on the first day of this date or later."""

    until: When | None = field(default=None, converter=to_until, metadata={"asks": Asks.DATE})
    """There on the last day of this date or earlier."""

    during: When | None = field(default=None, converter=to_period, metadata={"asks": Asks.DATE})
    """There within this time."""

    grounded: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether what is said of them rests on words of a source."""

    contradicted: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether a discrepancy of the record is about them."""

    certainty: Certainty = field(
        default=Certainty.POSSIBLY, converter=to_certainty, metadata={"asks": Asks.CERTAINTY}
    )
    """How sure every condition has to be; by default, whatever the record does not exclude."""
