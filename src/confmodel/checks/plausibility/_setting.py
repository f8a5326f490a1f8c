"""What all checks need to know of a record, found out once."""

from functools import cached_property

from confmodel.checks.plausibility._lists import Lists
from confmodel.model._base import Other
from confmodel.model.conference import Conference
from confmodel.model.country import Country
from confmodel.model.delegate import Delegate
from confmodel.model.delegation import Attendance, Delegation
from confmodel.model.discrepancy import DiscrepancyKind
from confmodel.model.group import Group
from confmodel.model.person import Person
from confmodel.model.session import EventStatus
from confmodel.model.when import When

MOVED = frozenset(
    {
        EventStatus.POSTPONED,
        EventStatus.RESCHEDULED,
        EventStatus.SUSPENDED,
        EventStatus.CANCELLED,
    }
)
"""What says that the date of an event may not be the date of its parts."""


class Setting:
    """A record and the look-ups over it; its references may lead nowhere, or to a wrong kind."""

    def __init__(self, record: Conference) -> None:
        self.record = record
        self.date = None if record.status in MOVED else record.when
        """When the event was, if its parts have to lie within it."""
        self.lists = Lists(record)
        """How many of what the record lists."""
        self._insiders: dict[str, frozenset[str] | None] = {}

    def attendance_of(self, identifier: str) -> tuple[Attendance | Other | None, When | None]:
        """Tell whether somebody came, and when they were there.

        What is said of a person goes before what is said of the delegation.
        """
        delegate = self.record.find(Delegate, identifier)
        if delegate is not None and delegate.attendance is not None:
            return delegate.attendance, delegate.when
        belongs_to = identifier if delegate is None else delegate.delegation
        delegation = self.record.find(Delegation, belongs_to)
        return (None, None) if delegation is None else (delegation.attendance, delegation.when)

    def insiders_of(self, whole: str) -> frozenset[str] | None:
        """List by which ids somebody inside may be named; `None` if not everybody is known."""
        if whole not in self._insiders:
            self._insiders[whole] = self._insiders_of(whole)
        return self._insiders[whole]

    def names_of(self, member: str) -> tuple[str, ...] | None:
        """List by which ids a member may stand in a list; `None` if it could hold others."""
        if self.record.find(Country, member) is not None:
            return (member,)
        delegate = self.record.find(Delegate, member)
        if delegate is None:
            delegation = self.record.find(Delegation, member)
            is_alone = self.record.find(Person, member) is not None
        else:
            delegation = self.record.find(Delegation, delegate.delegation)
            is_alone = delegate.delegation is None
        if delegation is not None and len(delegation.of) == 1:
            return (member, delegation.id, *delegation.of)
        # Of a joint delegation nobody knows which country its people are of.
        return (member,) if is_alone else None

    @cached_property
    def voted_on(self) -> frozenset[str | None]:
        """The ids of everything that a vote was taken on."""
        return frozenset(vote.on for vote in self.record.votes)

    @cached_property
    def known_differences(self) -> frozenset[str]:
        """The addresses of counts that the record knows to differ from the list."""
        return frozenset(
            address
            for discrepancy in self.record.discrepancies
            if discrepancy.kind is DiscrepancyKind.COUNT_AGAINST_LIST
            for address in discrepancy.about
        )

    def _insiders_of(self, whole: str) -> frozenset[str] | None:
        if self.record.find(Delegation, whole) is not None:
            return frozenset({whole})
        group = self.record.find(Group, whole)
        if group is None or not group.is_complete or not group.members:
            return None
        insiders: set[str] = set()
        for member in group.members:
            names = self.names_of(member)
            if names is None:
                return None
            insiders.update(names)
        return frozenset(insiders)


def is_outside(inner: When | None, outer: When | None) -> bool:
    """Tell whether one date certainly lies outside another; never so for a guessed one."""
    return is_before(inner, outer) or is_before(outer, inner)


def is_before(first: When | None, second: When | None) -> bool:
    """Tell whether one date is certainly over before another; never so for a guessed one."""
    if first is None or second is None or _is_guessed(first) or _is_guessed(second):
        return False
    return first.certainly_before(second)


def _is_guessed(when: When) -> bool:
    # How wide "about 1984" is nobody has said.
    return when.is_uncertain or when.is_approximate
