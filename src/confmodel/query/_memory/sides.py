"""Whom words are of: a delegate's are the delegation's, the country's, the group's members'."""

from typing import Final

from confmodel.model import (
    Conference,
    Delegate,
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


def closeness(way: Way) -> tuple[bool, int, int]:
    """Order ways, the closest first: certain, by a close relation, short."""
    return not way[0], way[1], len(way[2])


class Sides:
    """For each actor of one record: who else says what that actor says.

    An actor speaks for all to whom a way leads on which no group leaves them
    out. A group leaves out those that it names so, a delegation and its
    delegates with whom it stands for, and whom it stands for with it.
    """

    __slots__ = ("_alike", "_covers", "_has_doubts", "_leaving_out", "_steps", "_without")

    def __init__(self, conference: Conference) -> None:
        self._steps: dict[str, list[_Step]] = {}
        self._leaving_out: dict[str, list[str]] = {}
        """The groups that leave somebody out, by the id that they name."""
        self._alike: dict[str, list[str]] = {}
        """With whom somebody is left out as well."""
        self._without: dict[str, frozenset[str]] = {}
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
            for each in group.excluding:
                self._leaving_out.setdefault(each, []).append(group.id)
        if self._leaving_out:
            self._add_alike(conference)

    def _add_alike(self, conference: Conference) -> None:
        alike, of = self._alike, {each.id: each.of for each in conference.delegations}
        for delegation in conference.delegations:
            alike.setdefault(delegation.id, []).extend(delegation.of)
            for each in delegation.of:
                alike.setdefault(each, []).append(delegation.id)
        for delegate in conference.delegates:
            if delegate.delegation is not None:
                whole = (delegate.delegation, *of.get(delegate.delegation, ()))
                alike.setdefault(delegate.id, []).extend(whole)

    def covers(self, actor: str) -> dict[str, Way]:
        """Say for whom an actor speaks, with the closest way to each: certain, then short."""
        found = self._covers.get(actor)
        if found is None:
            found = self._covers[actor] = self._closure(actor)
        return found

    def _closure(self, actor: str) -> dict[str, Way]:
        if actor not in self._steps:
            return {actor: _ITSELF}
        out = self._reached(actor, frozenset())
        if self._leaving_out:
            self._leave_out(actor, out)
        return out

    def _leave_out(self, actor: str, out: dict[str, Way]) -> None:
        """Find another way to whom a group on the way leaves out, or drop them."""
        around: dict[frozenset[str], dict[str, Way]] = {}
        for target, way in list(out.items()):
            without = self._groups_without(target)
            if without.isdisjoint(way[2]):
                continue
            if without not in around:
                around[without] = self._reached(actor, without)
            other = around[without].get(target)
            if other is None:
                del out[target]
            else:
                out[target] = other

    def _groups_without(self, actor: str) -> frozenset[str]:
        """Give the groups that leave somebody out."""
        found = self._without.get(actor)
        if found is None:
            named = (actor, *self._alike.get(actor, ()))
            found = frozenset(group for each in named for group in self._leaving_out.get(each, ()))
            self._without[actor] = found
        return found

    def _reached(self, actor: str, without: frozenset[str]) -> dict[str, Way]:
        """Follow all ways from an actor that do not lead through some groups."""
        out: dict[str, Way] = {actor: _ITSELF}
        self._spread(out, without, only_certain=True, by_country=False)
        if self._has_doubts:
            self._spread(out, without, only_certain=False, by_country=False)
            self._spread(out, without, only_certain=False, by_country=True)
        return out

    def _spread(
        self,
        out: dict[str, Way],
        without: frozenset[str],
        *,
        only_certain: bool,
        by_country: bool,
    ) -> None:
        steps = self._steps
        frontier = list(out.items())
        while frontier:
            reached: dict[str, Way] = {}
            for node, (is_certain, rank, path) in frontier:
                for target, how, is_sure in () if node in without else steps.get(node, ()):
                    if target in out or (only_certain and not is_sure):
                        continue
                    if how == OF_COUNTRY and not by_country:
                        continue
                    way = (is_certain and is_sure, max(how, rank), (*path, node))
                    # Of ways that are found at once the closer one, whichever is named first.
                    if target not in reached or closeness(way) < closeness(reached[target]):
                        reached[target] = way
            out.update(reached)
            frontier = list(reached.items())


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
