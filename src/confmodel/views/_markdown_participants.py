"""Who took part, with their posts and standing."""

from collections.abc import Iterator

from confmodel.model import Attendance, Delegate, Delegation, Function
from confmodel.views._markdown_brief import Brief, when
from confmodel.views._markdown_text import inline, table
from confmodel.views._words import word


def delegations(brief: Brief) -> Iterator[str]:
    """Write a table of who took part."""
    rows = []
    people: dict[str | None, list[str]] = {}
    for delegate in brief.record.delegates:
        people.setdefault(delegate.delegation, []).append(_person(brief, delegate))
    for delegation in brief.record.delegations:
        here = people.pop(delegation.id, [])
        rows.append((brief.name(delegation.id), _standing(delegation), "; ".join(here)))
    rest = [each for those in people.values() for each in those]
    if rest:
        rows.append(("of no delegation", "", "; ".join(rest)))
    yield from table(("Delegation", "Standing", "People"), rows)


def _person(brief: Brief, delegate: Delegate) -> str:
    said = [brief.name(delegate.id)]
    if delegate.honorific is not None:
        said[0] = f"{inline(delegate.honorific)} {said[0]}"
    said += [inline(office.title) for office in delegate.offices]
    if delegate.function is not None:
        is_head = delegate.function is Function.HEAD
        said.append("*head*" if is_head else inline(word(delegate.function)))
    # That somebody attended is what one expects; everything else is said.
    if delegate.attendance not in (None, Attendance.ATTENDED):
        said.append(inline(word(delegate.attendance)))
    if delegate.standing_in_for is not None:
        said.append(f"standing in for {brief.name(delegate.standing_in_for)}")
    if delegate.when is not None:
        said.append(when(delegate.when))
    return ", ".join(said)


def _standing(delegation: Delegation) -> str:
    both = (delegation.capacity, delegation.attendance)
    said = [inline(word(each)) for each in both if each is not None]
    return ", ".join([*said, *filter(None, [when(delegation.when)])])
