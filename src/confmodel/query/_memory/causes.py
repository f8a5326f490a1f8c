"""Why a name fits a fact: the ids that stand in the fact, and the way from them to the name."""

from collections.abc import Iterable
from typing import NamedTuple

from confmodel.query._memory.names import Meant
from confmodel.query._memory.sides import OF_COUNTRY, Way, closeness
from confmodel.query._memory.view import View
from confmodel.query.reason import RANKS, How, Reason


class Cause(NamedTuple):
    """A reason in the making: cheap, since most are never read."""

    field: str
    asked: str
    how: How | None
    """How, if it is not by the way."""
    meant: Meant | None = None
    named: str | None = None
    way: Way | None = None

    def reason(self) -> Reason:
        """Make the reason that users read."""
        how = self.how
        if how is None:
            how = RANKS[0 if self.way is None else self.way[1]]
        known_as = None if self.meant is None else self.meant.known_as
        if how is How.DIRECTLY and known_as is not None:
            how = How.BY_OTHER_NAME
        target = None if self.meant is None else self.meant.target
        through: tuple[str, ...] = ()
        if self.way is not None and target is not None:
            through = (*self.way[2], target)
        return Reason(
            field=self.field,
            asked=self.asked,
            how=how,
            target=target,
            named=self.named,
            through=through,
            known_as=known_as,
            is_certain=self.way is None or self.way[0],
        )


def by_sides(
    view: View,
    field: str,
    names: tuple[str, ...],
    kinds: frozenset[str],
    ids: Iterable[str],
    *,
    certainly: bool,
    of_country: bool = False,
) -> tuple[Cause, ...]:
    """Find the names that stand for one of those who are named, or for whom these speak."""
    causes = []
    for name in names:
        meant = view.meant(name, kinds)
        if meant is None:
            continue
        best: tuple[str, Way] | None = None
        for identifier in ids:
            way = view.sides.covers(identifier).get(meant.target)
            if way is None or (certainly and not way[0]):
                continue
            if way[1] == OF_COUNTRY and not of_country:
                continue
            if best is None or closeness(way) < closeness(best[1]):
                best = (identifier, way)
        if best is not None:
            causes.append(Cause(field, name, None, meant, best[0], best[1]))
    return tuple(causes)
