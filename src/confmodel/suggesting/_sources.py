"""G425: one field that two sources prove with different words; G426: praise of oneself."""

import itertools
from collections.abc import Iterator
from decimal import Decimal

from confmodel.model import (
    Act,
    Country,
    Delegate,
    Delegation,
    DiscrepancyKind,
    Figure,
    Group,
    SourceRelation,
    Statement,
)
from confmodel.suggesting._numbers import numbers_in
from confmodel.suggesting._reading import Reading, Witness
from confmodel.suggesting.suggestion import Suggestion

_NUMBERED = frozenset(
    {"when", "value", "low", "high", "stated_size", "due", "founded", "number", "ordinal"}
)
_NAMES = frozenset({"name", "title"})
_LONGEST_NAME = 60
"""Letters of a name that is compared; longer ones are whole sentences, which each source words."""
_TOWARDS_OTHERS = (Act.PRAISE, Act.ACCUSE, Act.THREATEN)


def between_sources(reading: Reading) -> Iterator[Suggestion]:
    """Compare the words of two sources for the same field of the same fact."""
    gathered: dict[tuple[str, str], list[Witness]] = {}
    for each in reading.witnesses:
        if each.pointer.startswith("/discrepancies/") or isinstance(each.fact, Figure):
            continue
        for name in each.evidence.supports:
            if name in _NUMBERED | _NAMES:
                place = each.pointer.rpartition("/evidence/")[0]
                gathered.setdefault((place, name), []).append(each)
    for (_, name), witnesses in gathered.items():
        for one, other in itertools.combinations(witnesses[:20], 2):
            if one.source == other.source or not _are_independent(reading, one, other, name):
                continue
            differ = _other_numbers if name in _NUMBERED else _other_names
            if differ(one, other):
                yield reading.suggestion(
                    "G425",
                    DiscrepancyKind.BETWEEN_SOURCES,
                    one.addresses,
                    (reading.account(one.words, one), reading.account(other.words, other)),
                    other.pointer,
                    f"the sources differ on {name!r}: {one.words!r}, {other.words!r}",
                )


def _are_independent(reading: Reading, one: Witness, other: Witness, name: str) -> bool:
    """Tell whether different words of two sources mean anything."""
    first, second = reading.sources.get(one.source), reading.sources.get(other.source)
    if first is None or second is None:
        return False
    if name in _NUMBERED:
        return True
    links = (
        *(link.relation for link in first.reports_on if link.source == second.id),
        *(link.relation for link in second.reports_on if link.source == first.id),
    )
    if SourceRelation.TRANSLATION in links:
        return False
    return first.language is None or second.language is None or first.language == second.language


def _other_numbers(one: Witness, other: Witness) -> bool:
    first, second = _numbers(one), _numbers(other)
    return bool(first - second) and bool(second - first)


def _numbers(witness: Witness) -> set[Decimal]:
    return {number.value for number in numbers_in(witness.words)}


def _other_names(one: Witness, other: Witness) -> bool:
    if max(len(one.words), len(other.words)) > _LONGEST_NAME:
        return False
    first, second = ({*each.words.casefold().split()} for each in (one, other))
    return first.isdisjoint(second)


def praise_of_oneself(reading: Reading) -> Iterator[Suggestion]:
    """Look for groups said to praise, accuse or threaten somebody who is inside."""
    record = reading.record
    for n, statement in enumerate(record.statements):
        if statement.act not in _TOWARDS_OTHERS:
            continue
        targets = {
            country: target
            for target in (*statement.about, *statement.addressees)
            for country in _single(reading, target)
        }
        for speaker in statement.speakers:
            group = reading.thing(speaker)
            if not isinstance(group, Group) or group.id in statement.about:
                continue
            inside = {
                country: member
                for member in group.members
                for country in _countries_of(reading, member)
            }
            both = [country for country in targets if country in inside]
            if both:
                yield _of_group(reading, n, statement, group, inside[both[0]])


def _of_group(
    reading: Reading, n: int, statement: Statement, group: Group, member: str
) -> Suggestion:
    thing = reading.record[member]
    name = getattr(thing, "name", None) or member
    insider = tuple(each for each in reading.witnesses if each.address == member)[:1]
    own = tuple(
        each
        for each in reading.witnesses
        if each.address == statement.id and {"speakers", "about"} & {*each.evidence.supports}
    )
    every = own or tuple(each for each in reading.witnesses if each.address == statement.id)
    act = getattr(statement.act, "value", "speak to")
    return reading.suggestion(
        "G426",
        DiscrepancyKind.WITHIN_A_TEXT,
        (f"{statement.id}/speakers", f"{group.id}/members"),
        (
            reading.account(f"{group.wording} {act} one of their own", *every[:1]),
            reading.account(f"{name} is inside", *insider),
        ),
        f"/statements/{n}/speakers",
        f"{group.wording!r} {act} one of their own: {name!r} is inside",
    )


def _single(reading: Reading, target: str) -> Iterator[str]:
    thing = reading.thing(target)
    if isinstance(thing, Country):
        yield thing.id
    elif isinstance(thing, Delegation):
        yield from thing.of


def _countries_of(reading: Reading, member: str) -> Iterator[str]:
    thing = reading.thing(member)
    if isinstance(thing, Delegate):
        thing = reading.thing(thing.delegation)
    if isinstance(thing, Country):
        yield thing.id
    elif isinstance(thing, Delegation):
        yield from thing.of
