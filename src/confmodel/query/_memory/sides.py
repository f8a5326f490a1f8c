"""Whom words are of: a delegate's are the delegation's, the country's, the group's members'."""

from collections.abc import Iterator
from typing import Final

from confmodel.model import (
    Conference,
    Delegate,
    Delegation,
    Group,
    OrganizationKind,
    Other,
    Person,
    Quantifier,
)
from confmodel.query.reason import RANKS, How

Way = tuple[bool, int, tuple[str, ...]]
"""Whether it is certain, the rank of how, and the ids on the way, the last left out."""

_Step = tuple[str, int, bool]

RANK: Final = {how: rank for rank, how in enumerate(RANKS)}
_DELEGATION = RANK[How.AS_DELEGATION]
_DELEGATE = RANK[How.AS_DELEGATE]
_ORGAN = RANK[How.AS_ORGAN]
_OFFICE = RANK[How.AS_OFFICE_HOLDER]
_PART = RANK[How.AS_PART]
_GROUP = RANK[How.IN_GROUP]
OF_COUNTRY: Final = RANK[How.OF_COUNTRY]

ORGANS: Final[frozenset[OrganizationKind | Other | None]] = frozenset(
    {
        OrganizationKind.GOVERNMENT,
        OrganizationKind.MINISTRY,
        OrganizationKind.AGENCY,
        OrganizationKind.PARLIAMENT,
        OrganizationKind.COURT,
        OrganizationKind.ARMED_FORCES,
    }
)
"""Bodies of a state. A company or a party of a country does not act for it."""

_ITSELF: Final[Way] = (True, 0, ())


class Sides:
    """For each actor of one record: who else says what that actor says."""

    __slots__ = ("_covers", "_excluding", "_has_doubts", "_steps")

    def __init__(self, conference: Conference) -> None:
        self._steps: dict[str, list[_Step]] = {}
        self._excluding: dict[str, frozenset[str]] = {}
        self._covers: dict[str, dict[str, Way]] = {}
        self._has_doubts = False
        self._add_people(conference)
        steps = self._steps
        for delegation in conference.delegations:
            if delegation.of:
                steps.setdefault(delegation.id, []).extend(
                    [(each, _DELEGATION, True) for each in delegation.of]
                )
        for body in conference.organizations:
            if body.country is not None and body.kind in ORGANS:
                steps.setdefault(body.id, []).append((body.country, _ORGAN, True))
        if conference.groups:
            self._add_groups(conference)

    def _add_people(self, conference: Conference) -> None:
        for delegate in conference.delegates:
            if delegate.delegation is not None:
                step = (delegate.delegation, _DELEGATE, True)
                self._steps.setdefault(delegate.id, []).append(step)
            elif delegate.offices:
                self._add_offices(delegate)
        for person in conference.people:
            if person.offices:
                self._add_offices(person)

    def _add_offices(self, human: Delegate | Person) -> None:
        for office in human.offices:
            for target in (office.country, office.body):
                if target is not None:
                    self._steps.setdefault(human.id, []).append((target, _OFFICE, False))
                    self._has_doubts = True

    def _add_groups(self, conference: Conference) -> None:
        groups = {group.id: group for group in conference.groups}
        for group in conference.groups:
            steps = self._steps.setdefault(group.id, [])
            if group.quantifier is not Quantifier.NONE:
                is_certain = names_all(group)
                steps += [(each, _GROUP, is_certain) for each in group.members]
                self._has_doubts = self._has_doubts or not is_certain
            whole = _whole_of(group, groups)
            if whole is not None:
                steps.append((whole, _PART, True))
            if group.country is not None:
                steps.append((group.country, OF_COUNTRY, False))
                self._has_doubts = True
            if group.excluding:
                self._excluding[group.id] = frozenset(_with_sides(group.excluding, conference))

    def covers(self, actor: str) -> dict[str, Way]:
        """Say for whom an actor speaks, with the closest way to each: certain, then short."""
        found = self._covers.get(actor)
        if found is None:
            found = self._covers[actor] = self._closure(actor)
        return found

    def _closure(self, actor: str) -> dict[str, Way]:
        out: dict[str, Way] = {actor: _ITSELF}
        if actor not in self._steps:
            return out
        self._spread(out, only_certain=True, by_country=False)
        if self._has_doubts:
            self._spread(out, only_certain=False, by_country=False)
            self._spread(out, only_certain=False, by_country=True)
        if self._excluding:
            for group, left_out in self._excluding.items():
                for each in left_out & out.keys():
                    if group in out[each][2]:
                        del out[each]
        return out

    def _spread(self, out: dict[str, Way], *, only_certain: bool, by_country: bool) -> None:
        steps = self._steps
        frontier = list(out.items())
        while frontier:
            reached = []
            for node, (is_certain, rank, path) in frontier:
                for target, how, is_sure in steps.get(node, ()):
                    if target in out or (only_certain and not is_sure):
                        continue
                    if how == OF_COUNTRY and not by_country:
                        continue
                    way = (is_certain and is_sure, max(how, rank), (*path, node))
                    out[target] = way
                    reached.append((target, way))
            frontier = reached


def names_all(group: Group) -> bool:
    """Tell whether what a group does is certainly done by each of the members that are named."""
    match group.quantifier:
        case Quantifier.SOME | Quantifier.MOST:
            return group.is_complete
        case Quantifier.ONE:
            return group.is_complete and len(group.members) == 1
        case _:
            return True


def _whole_of(group: Group, groups: dict[str, Group]) -> str | None:
    """Name the delegation, country or body that a group is a part of, through other groups.

    A part of a group is no part of everybody who is in that group.
    """
    whole, seen = group.out_of, {group.id}
    while whole in groups and whole not in seen:
        seen.add(whole)
        whole = groups[whole].out_of
    return None if whole in groups else whole


def _with_sides(excluded: tuple[str, ...], conference: Conference) -> Iterator[str]:
    """Take in the delegation of a country that is left out, and the country of a delegation."""
    yield from excluded
    for delegation in conference.delegations:
        if delegation.id in excluded:
            yield from delegation.of
        elif any(each in excluded for each in delegation.of):
            yield delegation.id


def came(party: Delegate | Delegation) -> bool | None:
    """Tell whether somebody came; `None` if the record leaves it open."""
    if party.attendance is None:
        return None
    return _CAME[party.attendance.value]


_CAME: Final[dict[str, bool | None]] = {
    "invited": None,
    "accepted": None,
    "tentative": None,
    "expected": None,
    "declined": False,
    "absent": False,
    "excluded": False,
    "attended": True,
    "attended_in_part": True,
    "withdrew": True,
}
