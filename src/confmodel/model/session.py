"""Sessions: the parts of an event, and occasions tied to it."""

import enum
from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._constraints import Text
from confmodel.model._dates import to_when
from confmodel.model._references import to_actors
from confmodel.model.fact import Entity
from confmodel.model.place import Place, to_place
from confmodel.model.topic import Topic, to_topics
from confmodel.model.when import When


class SessionKind(enum.StrEnum):
    """What kind of occasion it is."""

    PLENARY = "plenary"
    """With everybody. UN General Assembly, rules of procedure: plenary meeting."""

    BILATERAL = "bilateral"
    """Two delegations between themselves. Ours."""

    COMMITTEE = "committee"
    """A part of the members on a part of the agenda. UN General Assembly: committee."""

    TRACK = "track"
    """A strand of the talks with its own participants. Ours."""

    WORKING_GROUP = "working_group"
    """A small body that prepares something. Ours."""

    ROUND_TABLE = "round_table"
    """A discussion among equals. Ours."""

    SIDE_EVENT = "side_event"
    """At the same time and place, outside the agenda. UNFCCC: side event."""

    PRESS_CALL = "press_call"
    """With journalists. Ours."""

    CEREMONY = "ceremony"
    """An opening, a signing, a closing. Ours."""

    SOCIAL = "social"
    """A dinner or a reception. Ours."""

    ELSEWHERE = "elsewhere"
    """Outside the event, such as an interview before it. Ours."""


class EventStatus(enum.StrEnum):
    """Whether an event took place as planned (schema.org: EventStatusType)."""

    SCHEDULED = "scheduled"
    """It is to take place. schema.org: EventScheduled."""

    HELD = "held"
    """It took place. Ours."""

    POSTPONED = "postponed"
    """It is put off, without a new date. schema.org: EventPostponed."""

    RESCHEDULED = "rescheduled"
    """It has got another date. schema.org: EventRescheduled."""

    MOVED_ONLINE = "moved_online"
    """It takes place by video. schema.org: EventMovedOnline."""

    SUSPENDED = "suspended"
    """It was broken off, to be gone on with. Ours."""

    CANCELLED = "cancelled"
    """It does not take place. schema.org: EventCancelled."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Session(Entity):
    """A part of the event, or an occasion tied to it.

    Examples:
        >>> Session(id="opening", kind=SessionKind.CEREMONY, when="2031-05-06").when
        When('2031-05-06')
    """

    kind_name: ClassVar[str] = "session"
    """What the class is called in messages and addresses."""

    name: Text | None = None
    """What the source calls it. `None` if it gives no name."""

    kind: SessionKind | Other | None = None
    """What kind of occasion it is. `None` if the record does not say."""

    when: When | None = field(default=None, converter=to_when)
    """When it was. `None` if the record does not say."""

    place: Place | None = field(default=None, converter=to_place)
    """Where it was, if elsewhere than the event. `None` if not said."""

    status: EventStatus | Other | None = None
    """Whether it took place. `None` if the record does not say."""

    chairs: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those who presided."""

    topics: tuple[Topic, ...] = field(default=(), converter=to_topics)
    """What was talked about."""


def to_sessions(value: Iterable[Session]) -> tuple[Session, ...]:
    """Take several sessions."""
    return several(value, Session)
