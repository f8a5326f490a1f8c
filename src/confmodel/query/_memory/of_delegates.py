"""The conditions of questions about people who belong to an event."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from confmodel.model import Capacity, Delegate, Group, Other, Quantifier
from confmodel.query._memory.causes import Cause, by_sides
from confmodel.query._memory.conditions import (
    KINDS,
    Condition,
    Outcome,
    chosen,
    contradicted,
    dated,
    grounded,
    met,
)
from confmodel.query._memory.sides import RANK, Way, names_all
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import has_words
from confmodel.query.reason import How

_IN_GROUP: Final = RANK[How.IN_GROUP]


def name(view: View, who: Delegate, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - all conditions are called alike
    """Ask what somebody is called."""
    for each in value:
        meant = view.meant(each, KINDS["name"])
        if meant is not None and meant.target == who.id:
            return (Cause("name", each, None, meant, who.id),)
    return None


def of(view: View, who: Delegate, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whom somebody stands for."""
    return by_sides(view, "of", value, KINDS["of"], (who.id,), certainly=certainly) or None


def among(view: View, who: Delegate, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for the group that somebody is in: by name, or with all of their delegation."""
    causes = []
    around = groups_around(view, who)
    for each in value:
        meant = view.meant(each, KINDS["among"])
        way = None if meant is None else around.get(meant.target)
        if meant is not None and way is not None and (way[0] or not certainly):
            causes.append(Cause("among", each, How.IN_GROUP, meant, who.id, way))
    return tuple(causes) or None


def groups_around(view: View, who: Delegate) -> dict[str, Way]:
    """Give the groups that somebody is in, over groups in groups, each with the closest way."""
    delegation = view.delegation_of(who)
    whole = {who.id: None}
    if delegation is not None:
        whole |= dict.fromkeys((delegation.id, *delegation.of))
    found: dict[str, Way] = {}
    for only_certain in (True, False):
        frontier: list[tuple[str, bool, tuple[str, ...]]]
        frontier = [(each, True, (who.id,)) for each in whole]
        frontier += [(each, way[0], (*way[2], each)) for each, way in found.items()]
        while frontier:
            reached = []
            for inner, is_certain, path in frontier:
                for group in view.groups_with.get(inner, ()):
                    is_sure = is_certain and names_all(group)
                    if group.id in found or (only_certain and not is_sure):
                        continue
                    if not _takes_in(group, whole):
                        continue
                    found[group.id] = (is_sure, _IN_GROUP, path)
                    reached.append((group.id, is_sure, (*path, group.id)))
            frontier = reached
    return found


def _takes_in(group: Group, whole: Mapping[str, None]) -> bool:
    """Tell whether a group is of anybody at all, and leaves out nobody with whom somebody goes."""
    return group.quantifier is not Quantifier.NONE and whole.keys().isdisjoint(group.excluding)


def titles_of(who: Delegate) -> Iterator[str]:
    """Give the titles of all posts that somebody holds."""
    for each in who.offices:
        yield each.title
        yield from (other.value for other in each.other_names)


def office(_view: View, who: Delegate, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for words of a title."""
    return met(is_so=any(has_words(title, value) for title in titles_of(who)))


def attendance(view: View, who: Delegate, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whether somebody came, or their delegation did."""
    return met(is_so=view.presence.attendance_of(who) in value)


def capacity_of(view: View, who: Delegate) -> Capacity | Other | None:
    """Say in which capacity the delegation of somebody takes part."""
    delegation = view.delegation_of(who)
    return None if delegation is None else delegation.capacity


def capacity(view: View, who: Delegate, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask in which capacity the delegation takes part."""
    return met(is_so=capacity_of(view, who) in value)


def spoke(view: View, who: Delegate, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whether there are words of theirs."""
    return met(is_so=(who.id in view.speakers) == value)


CONDITIONS: Final[dict[str, Condition]] = {
    "name": name,
    "of": of,
    "among": among,
    "function": chosen("function"),
    "office": office,
    "attendance": attendance,
    "capacity": capacity,
    "spoke": spoke,
    "since": dated("since"),
    "until": dated("until"),
    "during": dated("during"),
    "grounded": grounded,
    "contradicted": contradicted,
}
