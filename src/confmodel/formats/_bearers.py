"""Who bears a name: things by all that they are called, none of which is guessed."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from confmodel.errors import UnknownNameError, shown
from confmodel.model import Country, Organization

E = TypeVar("E", Country, Organization)


class Bearers(Generic[E]):
    """Things by their names, and by their codes and acronyms.

    Examples:
        >>> bank = Organization(id="wb", name="World Bank", acronym="WB")
        >>> Bearers([bank]).bearer_of("WB")
        Organization(id='wb', name='World Bank', acronym='WB')
        >>> Bearers([bank]).bearer_of("Bank") is None
        True
    """

    def __init__(self, things: Iterable[E] = ()) -> None:
        self.all: list[E] = []
        self._by_name: dict[str, list[E]] = {}
        for each in things:
            self.add(each)

    def add(self, thing: E) -> None:
        """Take a thing in, under each of its names."""
        self.all.append(thing)
        by = thing.code if isinstance(thing, Country) else thing.acronym
        names = (thing.name, by, *(each.value for each in thing.other_names))
        for name in dict.fromkeys(names):
            if name is not None:
                self._by_name.setdefault(name, []).append(thing)

    def bearer_of(self, name: str) -> E | None:
        """Find the thing that is called so; `None` if nothing is.

        Raises:
            UnknownNameError: If several things are called so.
        """
        found = self._by_name.get(name, [])
        if len(found) > 1:
            candidates = [f"{each.id} ({each.name})" for each in found]
            raise UnknownNameError(
                name,
                candidates=candidates,
                message=f"{shown(name)} can mean several in the record: {', '.join(candidates)}",
                help="name it as nothing else is called, or say with words= which is meant",
            )
        return found[0] if found else None
