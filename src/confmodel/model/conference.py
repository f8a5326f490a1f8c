"""The conference: one event, one document, and everything the record says of it."""

import enum
import importlib
from functools import cached_property
from typing import Annotated, ClassVar, TypeVar

import attrs
from attrs import field

from confmodel._text import did_you_mean, with_article
from confmodel.errors import UnknownIdError, shown
from confmodel.model._base import Other
from confmodel.model._checked import checked
from confmodel.model._constraints import LanguageTag, Matches, Text
from confmodel.model._dates import to_when
from confmodel.model._index import Identified, Index
from confmodel.model._references import to_actors
from confmodel.model._walk import evidence_in
from confmodel.model.acceptance import Acceptance, to_acceptances
from confmodel.model.agreement import Agreement, to_agreements
from confmodel.model.country import Country, to_countries
from confmodel.model.delegate import Delegate, Function, to_delegates
from confmodel.model.delegation import Delegation, to_delegations
from confmodel.model.discrepancy import Discrepancy, to_discrepancies
from confmodel.model.event import Edition, EventLink, to_event_link, to_event_links
from confmodel.model.evidence import Evidence
from confmodel.model.fact import Entity
from confmodel.model.figure import Figure, to_figures
from confmodel.model.group import Group, to_groups
from confmodel.model.name import Name, to_names
from confmodel.model.organization import Organization, to_organizations
from confmodel.model.person import Person, to_people
from confmodel.model.place import Place, to_places
from confmodel.model.role import Role, to_roles
from confmodel.model.session import EventStatus, Session, to_sessions
from confmodel.model.source import Source, to_sources
from confmodel.model.statement import Statement, to_statements
from confmodel.model.topic import Topic, to_topics
from confmodel.model.vote import Vote, to_votes
from confmodel.model.when import When

FORMAT_VERSION = "1.0"
"""The version of the file form that this library writes."""

Version = Annotated[
    str,
    Matches(
        # Of another major version nothing is known, and nothing could be written.
        pattern=FORMAT_VERSION.partition(".")[0] + r"\.(?:0|[1-9][0-9]{0,3})",
        code="E108",
        what="a version of the format",
        help=f"give '{FORMAT_VERSION}', or the same major number with a later minor one",
    ),
]
"""A version of the file form: major, dot, minor."""

E = TypeVar("E", bound=Identified)

_COLLECTION = {"is_collection": True}


class ConferenceKind(enum.StrEnum):
    """What kind of event it is."""

    CONFERENCE = "conference"
    """A meeting of many for one purpose. Ours."""

    SUMMIT = "summit"
    """A meeting of those at the top. Ours."""

    MEETING = "meeting"
    """A regular or ordinary meeting. Popolo: event."""

    NEGOTIATION = "negotiation"
    """Talks towards an agreement. PLOVER: NEGOTIATE."""

    ASSEMBLY = "assembly"
    """The regular session of an organization's members. UN General Assembly."""

    FORUM = "forum"
    """A gathering for discussion, not for decisions. Ours."""

    WORKING_GROUP = "working_group"
    """A small body that prepares something. Ours."""

    CONSULTATION = "consultation"
    """A meeting to hear each other. PLOVER: CONSULT."""

    VISIT = "visit"
    """One side calls on another. PLOVER: host visit."""

    CEREMONY = "ceremony"
    """A signing, an opening, a launch. Ours."""


class ConferenceLevel(enum.StrEnum):
    """The rank of those who meet."""

    SUMMIT = "summit"
    """Heads of state or government. Ours."""

    MINISTERIAL = "ministerial"
    """Ministers. Ours."""

    DEPUTY_MINISTERIAL = "deputy_ministerial"
    """Deputy ministers and secretaries of state. Ours."""

    AMBASSADORIAL = "ambassadorial"
    """Ambassadors and permanent representatives. Ours."""

    SENIOR_OFFICIALS = "senior_officials"
    """High civil servants. Ours."""

    EXPERT = "expert"
    """People with special knowledge. UNESCO: category of expert meetings."""

    MIXED = "mixed"
    """Of several ranks. Ours."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Conference(Entity):
    """The record of one event: the root of a document.

    Only `id` and `name` are needed; everything else appears when the report
    has it. It is a plain value: equal records are equal, and nothing in it
    changes. Its entities refer to each other by id, and it looks them up.

    Examples:
        >>> poland = Country.of("Poland")
        >>> hosts = Delegation(id="pl", of=[poland])
        >>> lakeside = Conference(
        ...     id="lakeside-2031",
        ...     name="Lakeside Conference",
        ...     when="2031-05-06/2031-05-08",
        ...     hosts=[hosts],
        ...     countries=[poland],
        ...     delegations=[hosts],
        ... )
        >>> lakeside["pl"].of
        ('poland',)
    """

    kind_name: ClassVar[str] = "conference"
    """What the class is called in messages and addresses."""

    reserved_members: ClassVar[frozenset[str]] = frozenset({"requires"})
    """Members of a document that are no fields, and that no extra can have."""

    confmodel: Version = FORMAT_VERSION
    """The version of the file form; newer than the library's if it was loaded so."""

    name: Text
    """The name as printed."""

    other_names: tuple[Name, ...] = field(default=(), converter=to_names)
    """What else it is called."""

    language: LanguageTag | None = None
    """The language of the record's own wording (BCP 47), whatever its sources are in.

    `None` if the record does not say.
    """

    theme: Text | None = None
    """Its motto, as printed. `None` if it has none, or the record does not say."""

    kind: ConferenceKind | Other | None = None
    """What kind of event it is. `None` if the record does not say."""

    level: ConferenceLevel | Other | None = None
    """The rank of those who meet. `None` if the record does not say."""

    status: EventStatus | Other | None = None
    """Whether it took place. `None` if the record does not say."""

    when: When | None = field(default=None, converter=to_when)
    """When it took place; the last day is included. `None` if the record does not say."""

    places: tuple[Place, ...] = field(default=(), converter=to_places)
    """Where it took place: city, building, or several places in turn."""

    edition: Edition | None = None
    """Which one of a series it is. `None` if of none, or not said."""

    part_of: EventLink | None = field(default=None, converter=to_event_link)
    """The larger event that it belongs to. `None` if to none, or not said."""

    follows: tuple[EventLink, ...] = field(default=(), converter=to_event_links)
    """The events that led to it."""

    followed_by: tuple[EventLink, ...] = field(default=(), converter=to_event_links)
    """The events that are to come of it."""

    topics: tuple[Topic, ...] = field(default=(), converter=to_topics)
    """What was talked about."""

    hosts: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those at whose place it was. PLOVER: host."""

    organizers: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those who organized it. schema.org: organizer."""

    conveners: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those who called it."""

    chairs: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those who presided. RFC 5545: CHAIR."""

    other_roles: tuple[Role, ...] = field(default=(), converter=to_roles)
    """What others did for it."""

    figures: tuple[Figure, ...] = field(default=(), converter=to_figures)
    """Stated counts of the event, such as "six nations"."""

    sources: tuple[Source, ...] = field(default=(), converter=to_sources, metadata=_COLLECTION)
    """The documents that say what the record holds."""

    countries: tuple[Country, ...] = field(default=(), converter=to_countries, metadata=_COLLECTION)
    """The states and territories, present or spoken of."""

    organizations: tuple[Organization, ...] = field(
        default=(), converter=to_organizations, metadata=_COLLECTION
    )
    """The bodies that are no state."""

    delegations: tuple[Delegation, ...] = field(
        default=(), converter=to_delegations, metadata=_COLLECTION
    )
    """The parties at this event."""

    delegates: tuple[Delegate, ...] = field(
        default=(), converter=to_delegates, metadata=_COLLECTION
    )
    """The people who belong to the event."""

    people: tuple[Person, ...] = field(default=(), converter=to_people, metadata=_COLLECTION)
    """The people who are only spoken of."""

    groups: tuple[Group, ...] = field(default=(), converter=to_groups, metadata=_COLLECTION)
    """Collectives as the text names them."""

    sessions: tuple[Session, ...] = field(default=(), converter=to_sessions, metadata=_COLLECTION)
    """The parts of the event, and occasions tied to it."""

    statements: tuple[Statement, ...] = field(
        default=(), converter=to_statements, metadata=_COLLECTION
    )
    """Who said what."""

    agreements: tuple[Agreement, ...] = field(
        default=(), converter=to_agreements, metadata=_COLLECTION
    )
    """What was agreed to, or expressly not."""

    votes: tuple[Vote, ...] = field(default=(), converter=to_votes, metadata=_COLLECTION)
    """What was put to the vote."""

    discrepancies: tuple[Discrepancy, ...] = field(
        default=(), converter=to_discrepancies, metadata=_COLLECTION
    )
    """Where the sources contradict themselves or each other."""

    accepts: tuple[Acceptance, ...] = field(
        default=(), converter=to_acceptances, metadata=_COLLECTION
    )
    """Odd things that are meant, so that the check counts them as dealt with."""

    @cached_property
    def _index(self) -> Index:
        return Index(self)

    def _repr_html_(self) -> str:
        """Return a compact card, which is what a notebook shows of a record."""
        # A notebook asks the value itself. By name only, so that the model does
        # not depend on the views above it.
        notebook = importlib.import_module("confmodel.views.notebook")
        card: str = notebook.card(self)
        return card

    def __getitem__(self, identifier: str) -> Identified:
        """Return whatever has this id.

        Raises:
            UnknownIdError: If nothing in the document has it.

        Examples:
            >>> Conference(id="c", name="C", countries=[Country(id="a", name="Aland")])["a"]
            Country(id='a', name='Aland')
        """
        found = self._index.by_id.get(identifier) if isinstance(identifier, str) else None
        if found is None:
            remedy = "give an id as text"
            if isinstance(identifier, str):
                remedy = did_you_mean(identifier, self._index.by_id, "correct the id")
            raise UnknownIdError(
                identifier, message=f"nothing has the id {shown(identifier)}", help=remedy
            )
        return found

    def __contains__(self, identifier: object) -> bool:
        """Tell whether something has this id."""
        return isinstance(identifier, str) and identifier in self._index.by_id

    __iter__ = None
    """A record is not gone through: it has ids, and no items 0, 1 and so on."""

    def find(self, kind: type[E], identifier: str | None) -> E | None:
        """Return what has this id, if it is of the kind that is wanted; `None` otherwise.

        Args:
            kind: The class, such as `Delegate`.
            identifier: The id; for `None` nothing is found.

        Examples:
            >>> from confmodel import example
            >>> record = example("warsaw-2026")
            >>> record.find(Delegate, "naqvi").name, record.find(Delegate, "poland")
            ('Mohsin Naqvi', None)
        """
        found = self._index.by_id.get(identifier) if isinstance(identifier, str) else None
        return found if isinstance(found, kind) else None

    def expect(self, kind: type[E], identifier: str) -> E:
        """Return what has this id, and is of the kind that is wanted.

        Args:
            kind: The class, such as `Delegate`.
            identifier: The id.

        Raises:
            UnknownIdError: If nothing has the id, or something of another kind.

        Examples:
            >>> from confmodel import example
            >>> example("warsaw-2026").expect(Delegate, "naqvi").name
            'Mohsin Naqvi'
        """
        found = self[identifier]
        if not isinstance(found, kind):
            raise UnknownIdError(
                identifier,
                message=f"{identifier!r} is {with_article(found.kind_name)},"
                f" not {with_article(kind.__name__.lower())}",
                help="give the id of one, or take it as what it is",
            )
        return found

    def delegation_of(self, delegate: Delegate | str) -> Delegation | None:
        """Return the delegation that somebody belongs to; `None` if to none.

        Raises:
            UnknownIdError: If the delegate, or the delegation, is not in the record.
        """
        belongs_to = self.expect(Delegate, _id_of(delegate)).delegation
        return None if belongs_to is None else self.expect(Delegation, belongs_to)

    def delegates_of(self, delegation: Delegation | str) -> tuple[Delegate, ...]:
        """Return the people of a delegation, as far as the record names them.

        Raises:
            UnknownIdError: If nothing in the record has the id, or something that is
                no delegation.
        """
        identifier = self._id_of(delegation)
        if not isinstance(delegation, Delegation):
            self.expect(Delegation, identifier)
        return self._index.delegates.get(identifier, ())

    def heads_of(self, delegation: Delegation | str) -> tuple[Delegate, ...]:
        """Return those who lead a delegation: as a rule one; none if it is not said.

        Raises:
            UnknownIdError: If nothing in the record has the id, or something that is
                no delegation.

        Examples:
            >>> from confmodel import example
            >>> [head.name for head in example("warsaw-2026").heads_of("pk")]
            ['Mohsin Naqvi']
        """
        return tuple(
            each for each in self.delegates_of(delegation) if each.function is Function.HEAD
        )

    def represented_by(self, delegation: Delegation | str) -> tuple[Entity, ...]:
        """Return those whom a delegation stands for: countries, organizations, groups.

        Raises:
            UnknownIdError: If the delegation, or one of them, is no entity of the record.
        """
        return self._entities(self.expect(Delegation, _id_of(delegation)).of)

    def speakers_of(self, statement: Statement | str) -> tuple[Entity, ...]:
        """Return those who said something; empty if the record does not say.

        Raises:
            UnknownIdError: If the statement, or a speaker, is no entity of the record.
        """
        return self._entities(self.expect(Statement, _id_of(statement)).speakers)

    def statements_of(self, speaker: Entity | str) -> tuple[Statement, ...]:
        """Return what somebody said in their own name, in the order of the record.

        What a group said is returned for the group, not for its members.

        Raises:
            UnknownIdError: If the speaker is not in the record.
        """
        return self._index.statements.get(self._id_of(speaker), ())

    def agreements_of(self, party: Entity | str) -> tuple[Agreement, ...]:
        """Return the agreements that name somebody among their parties.

        Raises:
            UnknownIdError: If the party is not in the record.
        """
        return self._index.agreements.get(self._id_of(party), ())

    def members_of(self, group: Group | str) -> tuple[Entity, ...]:
        """Return those inside a group, as far as the record names them.

        Raises:
            UnknownIdError: If the group, or a member, is no entity of the record.

        Examples:
            >>> from confmodel import example
            >>> len(example("warsaw-2026").members_of("all-six-ministers"))
            6
        """
        return self._entities(self.expect(Group, _id_of(group)).members)

    def groups_of(self, member: Entity | str) -> tuple[Group, ...]:
        """Return the groups that name somebody among their members.

        Raises:
            UnknownIdError: If the member is not in the record.
        """
        return self._index.groups.get(self._id_of(member), ())

    def evidence_of(self, fact: Identified | str) -> tuple[Evidence, ...]:
        """Return every piece of evidence for a fact: its own, and that of what it holds.

        Args:
            fact: The fact, its id, or the address of one of its fields, as
                `s1/figures`: then the evidence inside the field, and that
                which says that it supports it.

        Raises:
            UnknownIdError: If nothing has the id, or it has no such field.

        Examples:
            >>> from confmodel import example
            >>> [each.part for each in example("warsaw-2026").evidence_of("migration-fall")]
            ['body']
        """
        if not isinstance(fact, str) and fact.id is None:
            return evidence_in(fact)
        identifier, slash, name = _id_of(fact).partition("/")
        found = self[identifier]
        names = [attribute.name for attribute in attrs.fields(type(found))]
        if slash and name not in names:
            raise UnknownIdError(
                f"{identifier}/{name}",
                message=f"{with_article(found.kind_name)} has no field {shown(name)}",
                help=did_you_mean(name, names, "give a field of it"),
            )
        return evidence_in(found, name or None)

    def _entities(self, identifiers: tuple[str, ...]) -> tuple[Entity, ...]:
        return tuple(self.expect(Entity, each) for each in identifiers)

    def _id_of(self, entity: Identified | str) -> str:
        """Return the id of something that is in the record, however it is given."""
        identifier = _id_of(entity)
        self[identifier]
        return identifier


def _id_of(entity: Identified | str) -> str:
    if isinstance(entity, str):
        return entity
    identifier: object = getattr(entity, "id", None)
    if isinstance(identifier, str):
        return identifier
    raise UnknownIdError(
        "",
        message=f"{shown(entity)} has no id",
        help="give an id, or something that has one",
    )
