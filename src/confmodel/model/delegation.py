"""Delegations: who takes part, for whom, and in which capacity."""

import enum
from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._constraints import Text
from confmodel.model._dates import to_when
from confmodel.model._references import to_actors, to_represented, to_session_ids
from confmodel.model.fact import Entity
from confmodel.model.figure import Figure, to_count
from confmodel.model.when import When


class Capacity(enum.StrEnum):
    """In which capacity a party takes part."""

    MEMBER = "member"
    """With full rights. UN General Assembly, rules of procedure: Member."""

    OBSERVER = "observer"
    """May be present and speak, and has no vote. ICAO credentials: observer."""

    GUEST = "guest"
    """Invited by the hosts for once. Wikidata P967: guest of honour."""

    ASSOCIATE = "associate"
    """With some of the rights of a member. UNESCO: Associate Member."""

    CANDIDATE = "candidate"
    """About to become a member. Ours."""

    PARTNER = "partner"
    """Tied to the members without being one. Ours."""

    MEDIATOR = "mediator"
    """Helps the others to agree. PA-X: third party."""

    SECRETARIAT = "secretariat"
    """Serves the event. UN General Assembly, rules of procedure: Secretariat."""


class Attendance(enum.StrEnum):
    """Whether somebody came, as far as the source says."""

    INVITED = "invited"
    """Asked to come; no answer is known. RFC 5545 PARTSTAT: NEEDS-ACTION."""

    ACCEPTED = "accepted"
    """Said they would come. RFC 5545 PARTSTAT: ACCEPTED."""

    TENTATIVE = "tentative"
    """Said they might come. RFC 5545 PARTSTAT: TENTATIVE."""

    DECLINED = "declined"
    """Said they would not come. RFC 5545 PARTSTAT: DECLINED."""

    EXPECTED = "expected"
    """Announced by others. Ours."""

    ATTENDED = "attended"
    """Was there. Ours."""

    ATTENDED_IN_PART = "attended_in_part"
    """Was there for some of the time. Ours."""

    ABSENT = "absent"
    """Was not there. Ours."""

    WITHDREW = "withdrew"
    """Came, and left for good before the end. Ours."""

    EXCLUDED = "excluded"
    """Was kept away by others. Ours."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Delegation(Entity):
    """A party at this event: the relation between those who came and whom they stand for.

    A country that acts here is named by its delegation; one that is merely
    spoken of, by its own id. No delegation does not mean absent.

    Examples:
        >>> from confmodel.model import Country
        >>> a, b = Country(id="a", name="Aland"), Country(id="b", name="Boria")
        >>> Delegation(id="joint", of=[a, b]).of
        ('a', 'b')
    """

    kind_name: ClassVar[str] = "delegation"
    """What the class is called in messages and addresses."""

    name: Text | None = None
    """What the source calls it, if that is more than whom it stands for. `None` if not said."""

    of: tuple[str, ...] = field(default=(), converter=to_represented)
    """The ids of those whom it stands for: countries, organizations or groups.

    Several for a joint delegation.
    """

    capacity: Capacity | Other | None = None
    """In which capacity it takes part. `None` if the record does not say."""

    attendance: Attendance | Other | None = None
    """Whether it came. `None` if the record does not say."""

    when: When | None = field(default=None, converter=to_when)
    """When it was there, if not all the time. `None` if not said."""

    invited_by: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those who invited it."""

    sessions: tuple[str, ...] = field(default=(), converter=to_session_ids)
    """The ids of the sessions it took part in, if not in all."""

    stated_size: Figure | None = field(default=None, converter=to_count)
    """How many people it had, by the source. Compared with those listed, never repaired.

    `None` if the record gives no number.
    """


def to_delegations(value: Iterable[Delegation]) -> tuple[Delegation, ...]:
    """Take several delegations."""
    return several(value, Delegation)
