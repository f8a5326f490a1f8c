"""The look-ups over one conference, built once, at the first question."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from confmodel.model.discrepancy import Discrepancy
from confmodel.model.fact import Entity
from confmodel.model.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from confmodel.model.agreement import Agreement
    from confmodel.model.conference import Conference
    from confmodel.model.delegate import Delegate
    from confmodel.model.group import Group
    from confmodel.model.statement import Statement

Identified: TypeAlias = Entity | Figure | Discrepancy
"""Whatever may have an id."""

T = TypeVar("T")


class Index:
    """Who is called what, and who belongs to whom, in one conference."""

    __slots__ = ("agreements", "by_id", "delegates", "groups", "statements")

    def __init__(self, conference: Conference) -> None:
        self.by_id: dict[str, Identified] = {}
        for identifier, entity in identified(conference):
            # The first one stands where an id is double: the check reports it.
            self.by_id.setdefault(identifier, entity)
        self.delegates: dict[str, tuple[Delegate, ...]] = _gather(
            ((delegate.delegation,), delegate)
            for delegate in conference.delegates
            if delegate.delegation is not None
        )
        self.groups: dict[str, tuple[Group, ...]] = _gather(
            (group.members, group) for group in conference.groups
        )
        self.statements: dict[str, tuple[Statement, ...]] = _gather(
            (statement.speakers, statement) for statement in conference.statements
        )
        self.agreements: dict[str, tuple[Agreement, ...]] = _gather(
            (agreement.parties, agreement) for agreement in conference.agreements
        )


def identified(conference: Conference) -> Iterator[tuple[str, Identified]]:
    """Go through everything in a conference that has an id, in the order of the document."""
    yield conference.id, conference
    yield from _with_id(conference.figures)
    for members in (conference.sources, conference.countries, conference.organizations):
        yield from ((entity.id, entity) for entity in members)
    for delegation in conference.delegations:
        yield delegation.id, delegation
        yield from _with_id(filter(None, (delegation.stated_size,)))
    yield from ((human.id, human) for human in (*conference.delegates, *conference.people))
    for group in conference.groups:
        yield group.id, group
        yield from _with_id(filter(None, (group.stated_size,)))
    yield from ((session.id, session) for session in conference.sessions)
    for statement in conference.statements:
        yield statement.id, statement
        yield from _with_id(statement.figures)
    for agreement in conference.agreements:
        yield agreement.id, agreement
        yield from _with_id(agreement.figures)
    yield from ((vote.id, vote) for vote in conference.votes)
    yield from _with_id(conference.discrepancies)


def _with_id(facts: Iterable[Figure | Discrepancy]) -> Iterator[tuple[str, Identified]]:
    return ((fact.id, fact) for fact in facts if fact.id is not None)


def _gather(pairs: Iterable[tuple[tuple[str, ...], T]]) -> dict[str, tuple[T, ...]]:
    gathered: dict[str, list[T]] = {}
    for keys, value in pairs:
        for key in dict.fromkeys(keys):
            gathered.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in gathered.items()}
