"""Who led each delegation, and of which ones it is not said."""

import attrs

from confmodel.model import Conference, Delegate, Delegation, Function
from confmodel.query._memory.view import View
from confmodel.query.aggregates._records import Records, briefly, each_of


@attrs.frozen(kw_only=True)
class Leadership:
    """A delegation and those who led it."""

    conference: Conference = attrs.field(repr=briefly)
    """The record that it stands in."""

    delegation: Delegation
    """The delegation."""

    heads: tuple[Delegate, ...]
    """Those whom the record calls its head; none if it does not say."""

    is_not_stated: bool
    """Whether somebody looked, and the source does not say who led it."""


def leaders(records: Records) -> list[Leadership]:
    """Say who led each delegation that may have come, in the order of the record.

    One that stayed away came if one of its delegates is said to have.

    Nobody is a head because they are the only one named: that would be
    inferred.

    Examples:
        >>> from confmodel import example
        >>> for each in leaders(example()):
        ...     print(each.delegation.id, [head.name for head in each.heads], each.is_not_stated)
        pl [] True
        ee [] True
        lv [] True
        fi [] True
        lt [] True
        pk ['Mohsin Naqvi'] False
    """
    found = []
    for record in each_of(records):
        presence = View(record).presence
        of: dict[str | None, list[Delegate]] = {}
        for each in record.delegates:
            of.setdefault(each.delegation, []).append(each)
        for delegation in record.delegations:
            if presence.came(delegation) is False:
                continue
            people = of.get(delegation.id, [])
            heads = tuple(each for each in people if each.function is Function.HEAD)
            found.append(
                Leadership(
                    conference=record,
                    delegation=delegation,
                    heads=heads,
                    is_not_stated=not heads
                    and bool(people)
                    and all("function" in each.not_stated for each in people),
                )
            )
    return found
