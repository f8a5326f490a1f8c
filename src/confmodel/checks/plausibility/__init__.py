"""What is odd in a record but possible: each finding can be accepted in the record.

A check is silent where the record does not say enough. Nothing is repaired,
and no reference has to lead anywhere: that is the matter of integrity.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, TypeAlias, TypeVar

from confmodel.checks.plausibility import (
    _agreements,
    _countries,
    _dates,
    _figures,
    _participants,
    _statements,
    _words,
)
from confmodel.checks.plausibility._observation import Observation, Spot
from confmodel.checks.plausibility._setting import Setting
from confmodel.codes import rule
from confmodel.errors import Finding, UnknownNameError, shown
from confmodel.model._shape import fields_of, items_of
from confmodel.model.agreement import Agreement
from confmodel.model.conference import Conference
from confmodel.model.country import Country
from confmodel.model.delegate import Delegate
from confmodel.model.delegation import Delegation
from confmodel.model.fact import Entity, Fact
from confmodel.model.figure import Figure
from confmodel.model.group import Group
from confmodel.model.person import Person
from confmodel.model.session import Session
from confmodel.model.source import Source
from confmodel.model.statement import Statement
from confmodel.model.vote import Vote

__all__ = ["Observation", "plausibility", "unused"]

E = TypeVar("E", bound=Entity)
F = TypeVar("F", bound=Fact)

Check: TypeAlias = Callable[[Setting, F, Spot], Iterator[Observation]]
"""One rule: what is odd about one thing, which stands at a spot of the record."""

# In each tuple the rules stand in the order of their codes.
_OF_CONFERENCE: tuple[Check[Conference], ...] = (
    _dates.places_in_time,
    _dates.held_before_published,
)
_OF_SOURCE: tuple[Check[Source], ...] = (_dates.changed_before_published,)
_OF_COUNTRY: tuple[Check[Country], ...] = (_countries.code_of_another,)
_OF_DELEGATION: tuple[Check[Delegation], ...] = (
    _participants.nobody_leads,
    _figures.size_of_delegation,
    _dates.delegation_in_time,
    _participants.stands_for_nobody,
)
_OF_DELEGATE: tuple[Check[Delegate], ...] = (
    _dates.delegate_in_time,
    _participants.person_without_name,
)
_OF_PERSON: tuple[Check[Person], ...] = (_participants.person_without_name,)
_OF_GROUP: tuple[Check[Group], ...] = (
    _figures.size_of_group,
    _participants.complete_without_members,
    _participants.excluded_member,
    _participants.stranger,
)
_OF_SESSION: tuple[Check[Session], ...] = (_dates.session_in_time,)
_OF_STATEMENT: tuple[Check[Statement], ...] = (
    _statements.spoke_without_being_there,
    _statements.quoted_without_quotation,
    _dates.statement_in_time,
    _statements.indirect_without_content,
    _statements.narrated_with_content,
    _statements.direct_with_text,
)
_OF_AGREEMENT: tuple[Check[Agreement], ...] = (
    _dates.agreement_in_time,
    _agreements.agreed_by_nobody,
    _agreements.status_against_acts,
    _agreements.party_and_no_party,
)
_OF_VOTE: tuple[Check[Vote], ...] = (
    _figures.ballots_against_count,
    _agreements.two_ballots,
)
_OF_FIGURE: tuple[Check[Figure], ...] = (
    _figures.change_without_baseline,
    _figures.count_against_list,
    _figures.money_and_currency,
)
# What a size counts is its owner, whose rules compare it with what is listed.
_OF_SIZE: tuple[Check[Figure], ...] = (
    _figures.change_without_baseline,
    _figures.money_and_currency,
)


def plausibility(record: Conference) -> Iterator[Observation]:
    """Go through what is odd in a record.

    The order is that of the document: first the conference itself, then its
    collections as they are written, each thing before the figures inside it.
    What concerns one thing comes in the order of the codes.

    It never raises, even if references lead nowhere or to a wrong kind.

    Examples:
        >>> from confmodel.model import Manner
        >>> said = Statement(id="s1", manner=Manner.DIRECT)
        >>> record = Conference(id="c", name="C", statements=[said])
        >>> [each.finding.code for each in plausibility(record)]
        ['W304']
    """
    setting = Setting(record)
    root = Spot("", (record.id,), record.id)
    for check in _OF_CONFERENCE:
        yield from check(setting, record, root)
    yield from _words.known_words(record, root)
    yield from _figures_in(setting, root, record)
    yield from _things(setting, "sources", record.sources, _OF_SOURCE)
    yield from _things(setting, "countries", record.countries, _OF_COUNTRY)
    yield from _things(setting, "delegations", record.delegations, _OF_DELEGATION)
    yield from _things(setting, "delegates", record.delegates, _OF_DELEGATE)
    yield from _things(setting, "people", record.people, _OF_PERSON)
    yield from _things(setting, "groups", record.groups, _OF_GROUP)
    yield from _things(setting, "sessions", record.sessions, _OF_SESSION)
    yield from _things(setting, "statements", record.statements, _OF_STATEMENT)
    yield from _things(setting, "agreements", record.agreements, _OF_AGREEMENT)
    yield from _things(setting, "votes", record.votes, _OF_VOTE)


def unused(record: Conference, used: Collection[int]) -> Iterator[Finding]:
    """Go through the acceptances that accept nothing (W316).

    Args:
        record: The record.
        used: The positions in `accepts` of those that have accepted something.
    """
    used = frozenset(used)
    for position, acceptance in enumerate(record.accepts):
        if position in used:
            continue
        code, at = acceptance.code, acceptance.at
        where = "in the whole record" if at is None else f"at {shown(at)}"
        there = "" if at is None else " there"
        mend = "take the acceptance out, or correct its code or address"
        try:
            rule(code)
        except UnknownNameError as error:
            mend = f"correct the code: {error.message}"
        yield Finding(
            code="W316",
            level=rule("W316").level,
            pointer=f"/accepts/{position}",
            message=f"{code} is accepted {where}, and nothing of the kind is found{there}",
            help=mend,
            value=code,
        )


def _things(
    setting: Setting, collection: str, things: Sequence[E], checks: tuple[Check[E], ...]
) -> Iterator[Observation]:
    for position, thing in enumerate(things):
        spot = Spot(f"/{collection}/{position}", (thing.id,), thing.id)
        for check in checks:
            yield from check(setting, thing, spot)
        yield from _words.known_words(thing, spot)
        yield from _figures_in(setting, spot, thing)


def _figures_in(setting: Setting, spot: Spot, thing: Any) -> Iterator[Observation]:
    for field in fields_of(type(thing)):
        if field.kind is not Figure:
            continue
        for position, figure in items_of(field, thing):
            inside = spot.inside(field.name, position, owner=figure.id)
            for check in _OF_SIZE if position is None else _OF_FIGURE:
                yield from check(setting, figure, inside)
