"""How many things a record lists, by every way of counting that a source may mean."""

import attrs

from confmodel.checks.plausibility._attendance import NOT_THERE
from confmodel.model.conference import Conference
from confmodel.model.delegation import Delegation
from confmodel.model.group import Group


@attrs.frozen(kw_only=True)
class Listed:
    """A length of a list, and the others that the same words could mean."""

    length: int
    """How many stand there."""

    others: frozenset[int] = frozenset()
    """How many they are when counted otherwise: only those who came, whom they stand for."""

    is_complete: bool
    """Whether it can be too short; if not, it can only be too long."""

    def fits(self, low: float, high: float) -> bool:
        """Tell whether some way of counting gives a number within the bounds."""
        return any(
            size <= high and (size >= low or not self.is_complete)
            for size in (self.length, *self.others)
        )


class Lists:
    """The lists of a record, each counted once however many figures count it."""

    def __init__(self, record: Conference) -> None:
        self._record = record
        self._known: dict[str, Listed | None] = {}

    def at(self, address: str) -> Listed | None:
        """Count what stands at an address; `None` if it is no list, or cannot be counted."""
        if address not in self._known:
            self._known[address] = self._count(address)
        return self._known[address]

    def people_of(self, delegation: Delegation) -> Listed:
        """Count the people of a delegation, of whom a source seldom names all."""
        people = self._record.delegates_of(delegation)
        came = sum(each.attendance not in NOT_THERE for each in people)
        # "A delegation of five, led by the minister" has five people or six.
        return Listed(length=len(people), others=frozenset({came, came - 1}), is_complete=False)

    def members_of(self, group: Group) -> Listed | None:
        """Count the members of a group."""
        return self._actors(group.members, is_complete=group.is_complete)

    def _count(self, address: str) -> Listed | None:
        identifier, _, name = address.partition("/")
        if identifier not in self._record:
            return None
        entity = self._record[identifier]
        if not name:
            return self._inside(entity)
        held = getattr(entity, name) if name in attrs.fields_dict(type(entity)) else None
        return self._items(held) if isinstance(held, tuple) else None

    def _items(self, held: tuple[object, ...]) -> Listed | None:
        # An empty list says nothing; it does not say that there are none.
        if not held:
            return None
        if held is self._record.delegations:
            return self._delegations()
        if held is self._record.delegates:
            return self._delegates()
        ids = tuple(each for each in held if isinstance(each, str))
        if ids:
            return self._actors(ids, is_complete=True)
        return Listed(length=len(held), is_complete=True)

    def _inside(self, entity: object) -> Listed | None:
        if isinstance(entity, Group):
            return self.members_of(entity) if entity.members else None
        return self.people_of(entity) if isinstance(entity, Delegation) else None

    def _delegations(self) -> Listed:
        # "Six nations" may take in those who were asked in vain, or not; and a
        # joint delegation is one delegation of several nations.
        every = self._record.delegations
        came = [each for each in every if each.attendance not in NOT_THERE]
        represented = (
            len({each for delegation in some for each in delegation.of}) for some in (every, came)
        )
        others = frozenset({len(came), *represented})
        return Listed(length=len(every), others=others, is_complete=True)

    def _delegates(self) -> Listed:
        every = self._record.delegates
        came = sum(each.attendance not in NOT_THERE for each in every)
        sent = sum(each.delegation is not None for each in every)
        return Listed(length=len(every), others=frozenset({came, sent}), is_complete=True)

    def _actors(self, ids: tuple[str, ...], *, is_complete: bool) -> Listed | None:
        distinct = set(ids)
        represented = 0
        for each in distinct:
            if self._record.find(Group, each) is not None:
                # How many a group within adds is not known: groups overlap.
                return None
            delegation = self._record.find(Delegation, each)
            represented += 1 if delegation is None else max(1, len(delegation.of))
        return Listed(
            length=len(distinct), others=frozenset({represented}), is_complete=is_complete
        )
