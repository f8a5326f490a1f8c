"""Questions about whole events."""

from typing import ClassVar

import attrs
from attrs import field

from confmodel.model import Conference, ConferenceKind, ConferenceLevel, EventStatus, Other, When
from confmodel.query._choices import to_conference_kinds, to_conference_levels, to_event_statuses
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
class ConferenceQuery(Query[Conference]):
    """Which events there were: where, when, on what, and with whom.

    Examples:
        >>> from confmodel import example
        >>> ConferenceQuery(country="Poland", participant="PK").on([example()]).count()
        1
    """

    asks_for: ClassVar[str] = "conference"
    """What is asked for."""

    name: tuple[str, ...] = field(default=(), converter=to_words, metadata={"asks": Asks.WORDS})
    """Words of its name, of another name, of its theme, or its id."""

    country: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """The country that one of its places lies in."""

    place: tuple[str, ...] = field(default=(), converter=to_words, metadata={"asks": Asks.WORDS})
    """Words of the name of a place."""

    host: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Who hosts it."""

    organizer: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Who organizes it."""

    convener: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Who called it."""

    chair: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Who presides."""

    participant: tuple[str, ...] = field(
        default=(), converter=to_names, metadata={"asks": Asks.NAME}
    )
    """Who took part: a delegate who came, or a party of which a delegation or a delegate came.

    A delegate came if that is said of them, or if nothing is said of them and
    their delegation came; a delegation came if that is said of it, or of one
    of its delegates. Possibly so where the record leaves it open, and not
    where the delegation stayed away and nobody of it is said to have come.
    `meetings` goes by the same.
    """

    mentions: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """What the record knows by this name, present or only spoken of."""

    series: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """The series that it belongs to."""

    topic: tuple[str, ...] = field(default=(), converter=to_words, metadata={"asks": Asks.WORDS})
    """Words of the name of one of its topics."""

    kind: tuple[ConferenceKind | Other, ...] = field(
        default=(), converter=to_conference_kinds, metadata={"asks": Asks.CHOICE}
    )
    """What kind of event it is."""

    level: tuple[ConferenceLevel | Other, ...] = field(
        default=(), converter=to_conference_levels, metadata={"asks": Asks.CHOICE}
    )
    """The rank of those who meet."""

    status: tuple[EventStatus | Other, ...] = field(
        default=(), converter=to_event_statuses, metadata={"asks": Asks.CHOICE}
    )
    """Whether it took place."""

    since: When | None = field(default=None, converter=to_since, metadata={"asks": Asks.DATE})
    """Held on the first day of this date or later."""

    until: When | None = field(default=None, converter=to_until, metadata={"asks": Asks.DATE})
    """Held on the last day of this date or earlier."""

    during: When | None = field(default=None, converter=to_period, metadata={"asks": Asks.DATE})
    """Held within this time."""

    grounded: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether what is said of the event itself rests on words of a source."""

    contradicted: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether a discrepancy of the record is about the event itself."""

    certainty: Certainty = field(
        default=Certainty.POSSIBLY, converter=to_certainty, metadata={"asks": Asks.CERTAINTY}
    )
    """How sure every condition has to be; by default, whatever the record does not exclude."""
