"""Questions about numbers that somebody claimed."""

from decimal import Decimal
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model import Comparator, Direction, Figure, FigureMode, Other, Unit, When
from confmodel.query._choices import to_comparators, to_directions, to_figure_modes, to_units
from confmodel.query._converters import (
    to_certainty,
    to_flag,
    to_names,
    to_number,
    to_period,
    to_since,
    to_tags,
    to_until,
    to_words,
)
from confmodel.query.question import Asks, Certainty, Query


@attrs.frozen(kw_only=True, repr=False)
class FigureQuery(Query[Figure]):
    """Which numbers were claimed, by whom, and of what.

    Figures stand in statements, in agreements, and in the stated counts of
    the event, its delegations and its groups.

    Examples:
        >>> from confmodel import example
        >>> without = FigureQuery(without_baseline=True).on(example())
        >>> [(hit.entity.id, hit.holder.id) for hit in without]
        [('migration-fall', 'fewer-migrants')]
    """

    asks_for: ClassVar[str] = "figure"
    """What is asked for."""

    by: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Who claims it: the speakers of the statement, or the parties of the agreement."""

    about: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """What the statement is about, as in `StatementQuery`."""

    for_whom: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Whom the number is for."""

    of: tuple[str, ...] = field(default=(), converter=to_words, metadata={"asks": Asks.WORDS})
    """Words of what is counted or compared."""

    topic: tuple[str, ...] = field(default=(), converter=to_words, metadata={"asks": Asks.WORDS})
    """Words of a topic of the statement, or of what is counted."""

    unit: tuple[Unit, ...] = field(default=(), converter=to_units, metadata={"asks": Asks.CHOICE})
    """How the number is to be read."""

    currency: tuple[str, ...] = field(default=(), converter=to_tags, metadata={"asks": Asks.TAG})
    """The currency of an amount of money (ISO 4217)."""

    direction: tuple[Direction, ...] = field(
        default=(), converter=to_directions, metadata={"asks": Asks.CHOICE}
    )
    """Rise or fall."""

    mode: tuple[FigureMode | Other, ...] = field(
        default=(), converter=to_figure_modes, metadata={"asks": Asks.CHOICE}
    )
    """Whether it is claimed, proposed, agreed, forecast or requested."""

    comparator: tuple[Comparator | Other, ...] = field(
        default=(), converter=to_comparators, metadata={"asks": Asks.CHOICE}
    )
    """How it stands to the real number."""

    at_least: Decimal | None = field(
        default=None, converter=to_number, metadata={"asks": Asks.NUMBER}
    )
    """The number is this or more; possibly so if its range or comparator allows it."""

    at_most: Decimal | None = field(
        default=None, converter=to_number, metadata={"asks": Asks.NUMBER}
    )
    """The number is this or less; possibly so if its range or comparator allows it."""

    without_baseline: bool | None = field(
        default=None, converter=to_flag, metadata={"asks": Asks.FLAG}
    )
    """Whether it lacks what it is compared with.

    `True` for a change of which the record gives no baseline; certainly so
    where somebody looked, and the source does not say. `False` where the
    baseline is given. A plain amount needs none, and is neither.
    """

    since: When | None = field(default=None, converter=to_since, metadata={"asks": Asks.DATE})
    """Claimed on the first day of this date or later.

    The date is that of the statement, the agreement or the conference.
    """

    until: When | None = field(default=None, converter=to_until, metadata={"asks": Asks.DATE})
    """Claimed on the last day of this date or earlier.

    The date is that of the statement, the agreement or the conference.
    """

    during: When | None = field(default=None, converter=to_period, metadata={"asks": Asks.DATE})
    """Claimed within this time."""

    grounded: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether it rests on words of a source, its own or those of what holds it."""

    contradicted: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether a discrepancy of the record is about it."""

    certainty: Certainty = field(
        default=Certainty.POSSIBLY, converter=to_certainty, metadata={"asks": Asks.CERTAINTY}
    )
    """How sure every condition has to be; by default, whatever the record does not exclude."""
