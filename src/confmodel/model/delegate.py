"""Delegates: the people who belong to the event."""

import enum
from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._dates import to_when
from confmodel.model._references import to_delegation, to_someone
from confmodel.model.delegation import Attendance
from confmodel.model.person import Human
from confmodel.model.when import When


class Function(enum.StrEnum):
    """What somebody does at the event."""

    HEAD = "head"
    """Leads a delegation. UNESCO General Conference, rule 22: head of delegation."""

    DEPUTY_HEAD = "deputy_head"
    """Leads it in the absence of the head. UNESCO General Conference, rule 22."""

    REPRESENTATIVE = "representative"
    """Stands for a member. UN General Assembly, rule 25: representative."""

    ALTERNATE = "alternate"
    """May stand in for a delegate. UNESCO General Conference, rule 21: alternate."""

    ADVISER = "adviser"
    """Advises a delegate. UNESCO General Conference, rule 21: adviser."""

    EXPERT = "expert"
    """Is there for special knowledge. UNESCO General Conference, rule 21: expert."""

    MEMBER = "member"
    """Belongs to a delegation; nothing more is said. Ours."""

    OBSERVER = "observer"
    """Watches without a vote. ICAO credentials: observer."""

    SPOKESPERSON = "spokesperson"
    """Speaks to the public for others. Ours."""

    CHAIR = "chair"
    """Presides over the event or a session. RFC 5545 ROLE: CHAIR."""

    MODERATOR = "moderator"
    """Leads a discussion. IPTC event roles: moderator."""

    SPEAKER = "speaker"
    """Was invited to speak. Wikidata P823: speaker."""

    INTERPRETER = "interpreter"
    """Translates what is said. Ours."""

    PERFORMER = "performer"
    """Gives an artistic performance. schema.org: performer."""

    PRESS = "press"
    """Reports on the event, or asks at its press call. PLOVER: MED."""

    STAFF = "staff"
    """Serves the event. UN General Assembly: Secretariat."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Delegate(Human):
    """A person who belongs to the event, even if absent or if presence is not stated.

    Function at the event, office held outside it and capacity of the
    delegation are three different things. Names are kept as printed and never
    taken apart.

    Examples:
        >>> Delegate(id="r-vale", name="Rosa Vale", delegation="a", function=Function.HEAD)
        Delegate(id='r-vale', name='Rosa Vale', delegation='a', function=Function.HEAD)
    """

    kind_name: ClassVar[str] = "delegate"
    """What the class is called in messages and addresses."""

    delegation: str | None = field(default=None, converter=to_delegation)
    """The id of the delegation they belong to. `None` if to none, or not said."""

    function: Function | Other | None = None
    """What they do at the event. `None` if the record does not say."""

    attendance: Attendance | Other | None = None
    """Whether they came. `None` if the record does not say."""

    when: When | None = field(default=None, converter=to_when)
    """When they were there, if not all the time. `None` if not said."""

    standing_in_for: str | None = field(default=None, converter=to_someone)
    """The id of the person in whose place they came. PROV: actedOnBehalfOf.

    `None` if they came in nobody's place, or the record does not say.
    """


def to_delegates(value: Iterable[Delegate]) -> tuple[Delegate, ...]:
    """Take several delegates."""
    return several(value, Delegate)
