"""The conditions of questions about people who belong to an event."""

from collections.abc import Iterator
from typing import Any, Final

from confmodel.model import Capacity, Delegate, Other, Quantifier
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
    for each in value:
        meant = view.meant(each, KINDS["among"])
        way = None if meant is None else _inside(view, meant.target, who)
        if meant is not None and way is not None and (way[0] or not certainly):
            causes.append(Cause("among", each, How.IN_GROUP, meant, who.id, way))
    return tuple(causes) or None


def groups_around(view: View, who: Delegate) -> Iterator[tuple[str, bool]]:
    """Give the ids of the groups that somebody is in, and whether they certainly are."""
    for group in view.groups:
        way = _inside(view, group, who)
        if way is not None:
            yield group, way[0]


def _inside(view: View, outer: str, who: Delegate) -> Way | None:
    """Find the closest way from somebody up to a group, over groups in groups."""
    delegation = view.delegation_of(who)
    whole = {who.id}
    if delegation is not None:
        whole |= {delegation.id, *delegation.of}
    groups = view.groups
    best: Way | None = None
    frontier: list[Way] = [(True, RANK[How.IN_GROUP], (outer,))]
    seen: set[tuple[str, bool]] = set()
    while frontier:
        reached: list[Way] = []
        for is_certain, rank, path in frontier:
            group = groups[path[0]]
            is_left_out = not whole.isdisjoint(group.excluding)
            if (group.id, is_certain) in seen or group.quantifier is Quantifier.NONE or is_left_out:
                continue
            seen.add((group.id, is_certain))
            is_sure = is_certain and names_all(group)
            if not whole.isdisjoint(group.members) and (best is None or (is_sure and not best[0])):
                best = (is_sure, rank, (who.id, *path[:-1]))
            reached += [(is_sure, rank, (each, *path)) for each in group.members if each in groups]
        frontier = reached
    return best


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
