"""One record, made ready for questions: its names, its sides, its times, its doubts."""

from collections.abc import Iterator
from typing import NamedTuple

from confmodel.model import (
    Agreement,
    Conference,
    Delegate,
    Delegation,
    Figure,
    Group,
    Statement,
    Vote,
    When,
)
from confmodel.query._memory.names import Meant, Names
from confmodel.query._memory.presence import Presence
from confmodel.query._memory.sides import Sides
from confmodel.query.question import Answer

Holder = Conference | Delegation | Group | Statement | Agreement
"""What can hold an answer."""


def addresses_of(figure: Figure, holder: Holder) -> tuple[str, ...]:
    """Give the addresses of a figure: its id, if it has one, and the field that it stands in."""
    name = "stated_size" if isinstance(holder, Delegation | Group) else "figures"
    place = f"{holder.id}/{name}"
    return (place,) if figure.id is None else (figure.id, place)


class Thing(NamedTuple):
    """Something that can be an answer, with what holds it, and the record it stands in."""

    entity: Answer
    holder: Holder
    conference: Conference


class View:
    """What questions need to know about one record; built piece by piece, when needed.

    Each piece is kept when it is whole: several threads may read hits of one question.
    """

    __slots__ = (
        "_delegations",
        "_doubts",
        "_groups",
        "_groups_with",
        "_names",
        "_presence",
        "_resolved",
        "_sessions",
        "_sides",
        "_speakers",
        "conference",
    )

    def __init__(self, conference: Conference) -> None:
        self.conference = conference
        self._sides: Sides | None = None
        self._names: Names | None = None
        self._resolved: dict[tuple[str, frozenset[str]], Meant | None] = {}
        self._sessions: dict[str, When | None] | None = None
        self._doubts: dict[str, list[int]] | None = None
        self._speakers: frozenset[str] | None = None
        self._delegations: dict[str, Delegation] | None = None
        self._groups: dict[str, Group] | None = None
        self._groups_with: dict[str, list[Group]] | None = None
        self._presence: Presence | None = None

    @property
    def names(self) -> Names:
        """The names in the record."""
        if self._names is None:
            self._names = Names(self.conference, self.sides)
        return self._names

    @property
    def sides(self) -> Sides:
        """Who says what others say."""
        if self._sides is None:
            self._sides = Sides(self.conference)
        return self._sides

    def meant(self, name: str, kinds: frozenset[str]) -> Meant | None:
        """Say what a name stands for here, as `Names.resolve`."""
        key = (name, kinds)
        if key not in self._resolved:
            self._resolved[key] = self.names.resolve(name, kinds)
        return self._resolved[key]

    def when_of(self, thing: Thing) -> When | None:
        """Say when something was so: its own date, or that of what holds it."""
        dated = thing.holder if isinstance(thing.entity, Figure) else thing.entity
        match dated:
            case Statement():
                return self.when_said(dated)
            case Agreement():
                return self.when_made(dated)
            case Vote():
                return self.when_taken(dated)
            case Delegate() if dated.when is not None:
                return dated.when
            case _:
                return self.conference.when

    def when_said(self, statement: Statement) -> When | None:
        """Say when something was said: its own date, its session's, or the conference's."""
        if statement.when is not None:
            return statement.when
        if statement.session is not None:
            when = self.sessions.get(statement.session)
            if when is not None:
                return when
        return self.conference.when

    def when_made(self, agreement: Agreement) -> When | None:
        """Say when an agreement was made; the time of the conference holds only for its own."""
        if agreement.when is not None or not agreement.is_made_here:
            return agreement.when
        return self.conference.when

    def when_taken(self, vote: Vote) -> When | None:
        """Say when a vote was taken; the time of the conference holds only for its own."""
        if vote.when is not None or vote.body is not None:
            return vote.when
        return self.conference.when

    @property
    def sessions(self) -> dict[str, When | None]:
        """The ids of the sessions, each with its date."""
        if self._sessions is None:
            self._sessions = {each.id: each.when for each in self.conference.sessions}
        return self._sessions

    @property
    def groups(self) -> dict[str, Group]:
        """The groups, by id."""
        if self._groups is None:
            self._groups = {each.id: each for each in self.conference.groups}
        return self._groups

    @property
    def groups_with(self) -> dict[str, list[Group]]:
        """The groups that name somebody as a member, by the id that they name."""
        if self._groups_with is None:
            found: dict[str, list[Group]] = {}
            for group in self.conference.groups:
                for each in group.members:
                    found.setdefault(each, []).append(group)
            self._groups_with = found
        return self._groups_with

    @property
    def delegations(self) -> dict[str, Delegation]:
        """The delegations, by id."""
        if self._delegations is None:
            self._delegations = {each.id: each for each in self.conference.delegations}
        return self._delegations

    def delegation_of(self, delegate: Delegate) -> Delegation | None:
        """Find the delegation of somebody."""
        return None if delegate.delegation is None else self.delegations.get(delegate.delegation)

    @property
    def presence(self) -> Presence:
        """Who came, and who was at which session."""
        if self._presence is None:
            self._presence = Presence(self.conference, self.delegations, self.sides)
        return self._presence

    @property
    def doubts(self) -> dict[str, list[int]]:
        """The ids and addresses in doubt, each with the numbers of the discrepancies about it.

        A discrepancy about a field is about the whole as well.
        """
        if self._doubts is None:
            found: dict[str, list[int]] = {}
            for number, each in enumerate(self.conference.discrepancies):
                wholes = (address.partition("/")[0] for address in each.about)
                for address in {*each.about, *wholes}:
                    found.setdefault(address, []).append(number)
            self._doubts = found
        return self._doubts

    @property
    def speakers(self) -> frozenset[str]:
        """The ids of those whose words the record has."""
        if self._speakers is None:
            self._speakers = frozenset(
                speaker for each in self.conference.statements for speaker in each.speakers
            )
        return self._speakers

    def things(self, subject: str) -> Iterator[Thing]:
        """Go through everything that can be an answer, in the order of the document."""
        conference = self.conference
        match subject:
            case "statement":
                return (Thing(each, conference, conference) for each in conference.statements)
            case "delegate":
                return (Thing(each, conference, conference) for each in conference.delegates)
            case "agreement":
                return (Thing(each, conference, conference) for each in conference.agreements)
            case "vote":
                return (Thing(each, conference, conference) for each in conference.votes)
            case "figure":
                return _figures(conference)
            case _:
                return iter((Thing(conference, conference, conference),))


def _figures(conference: Conference) -> Iterator[Thing]:
    yield from (Thing(each, conference, conference) for each in conference.figures)
    parties: tuple[Delegation | Group, ...] = (*conference.delegations, *conference.groups)
    for party in parties:
        if party.stated_size is not None:
            yield Thing(party.stated_size, party, conference)
    holders: tuple[Statement | Agreement, ...] = (*conference.statements, *conference.agreements)
    for holder in holders:
        yield from (Thing(each, holder, conference) for each in holder.figures)
