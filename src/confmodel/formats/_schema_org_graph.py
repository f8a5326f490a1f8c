"""A record as nodes of schema.org, and what is lost by that: one pass makes both."""

import enum
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from confmodel.formats._iso_dates import with_minutes
from confmodel.formats._noting import Noting, Place_, placed
from confmodel.formats._web import is_web_address
from confmodel.formats._words import word
from confmodel.model import (
    Agreement,
    AgreementKind,
    Attendance,
    Conference,
    Country,
    Delegate,
    Delegation,
    EventLink,
    EventStatus,
    Group,
    Identifier,
    Manner,
    Name,
    Organization,
    OrganizationKind,
    Other,
    ParticipantRole,
    Person,
    Place,
    Role,
    Session,
    Source,
    SourceKind,
    SourceLink,
    SourceRelation,
    Statement,
    Topic,
    When,
)

Node = dict[str, object]

ISO_3166 = "iso-3166"

_VOCABULARY = "https://schema.org/"

_STATUSES = {
    EventStatus.SCHEDULED: "EventScheduled",
    # "The event is taking place or has taken place on the startDate as scheduled."
    EventStatus.HELD: "EventScheduled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.RESCHEDULED: "EventRescheduled",
    EventStatus.MOVED_ONLINE: "EventMovedOnline",
    EventStatus.CANCELLED: "EventCancelled",
}

_BODIES = {
    OrganizationKind.NGO: "NGO",
    OrganizationKind.GOVERNMENT: "GovernmentOrganization",
    OrganizationKind.MINISTRY: "GovernmentOrganization",
    OrganizationKind.AGENCY: "GovernmentOrganization",
    OrganizationKind.PARLIAMENT: "GovernmentOrganization",
    OrganizationKind.COURT: "GovernmentOrganization",
    OrganizationKind.ARMED_FORCES: "GovernmentOrganization",
    OrganizationKind.PARTY: "PoliticalParty",
    OrganizationKind.COMPANY: "Corporation",
    OrganizationKind.MEDIA: "NewsMediaOrganization",
    OrganizationKind.REGION: "Place",
    OrganizationKind.SERIES: "EventSeries",
}
"""The class of an organization, by its kind; `Organization` for all other kinds."""

_NO_BODIES = frozenset({OrganizationKind.REGION, OrganizationKind.SERIES})
"""Kinds that schema.org takes for no organizations, unless they act."""

_WORKS = {
    SourceKind.NEWS_REPORT: "NewsArticle",
    SourceKind.OPINION: "OpinionNewsArticle",
    SourceKind.HISTORY: "Article",
    SourceKind.DATA: "Dataset",
}
"""The class of a source, by its kind; `CreativeWork` for all other kinds."""

_LAW = frozenset(
    {
        AgreementKind.TREATY,
        AgreementKind.CONVENTION,
        AgreementKind.CHARTER,
        AgreementKind.PROTOCOL,
        AgreementKind.EXCHANGE_OF_NOTES,
    }
)
"""Kinds of agreements that are legislation: what binds under international law."""

_NOT_CONTRIBUTING = frozenset(
    {
        ParticipantRole.ADDRESSEE,
        ParticipantRole.NOT_PARTY,
        ParticipantRole.OPPONENT,
        ParticipantRole.TARGET,
    }
)
"""Roles in an agreement that nobody has for having taken part in its making."""

_CAME = frozenset({Attendance.ATTENDED, Attendance.ATTENDED_IN_PART, Attendance.WITHDREW})


class Graph(Noting):
    """One record on its way."""

    def __init__(self, record: Conference) -> None:
        super().__init__(record)
        self.nodes: list[Node] = []
        # A place becomes an organization as well where it acts as one.
        self.acting: set[str] = set()
        self._law = {
            each.id
            for each in record.agreements
            if isinstance(each.kind, AgreementKind) and each.kind in _LAW
        }
        self._conference()
        self._each(self._session, "sessions")
        self._each(self._delegation, "delegations")
        self._each(self._human, "delegates")
        self._each(self._human, "people")
        self._each(self._group, "groups")
        self._each(self._statement, "statements")
        self._each(self._agreement, "agreements")
        self._each(self._source, "sources")
        # What acts is known by now, but for what organizations are parts of.
        self.acting |= {each.parent for each in record.organizations if each.parent is not None}
        self._each(self._organization, "organizations")
        self._each(self._country, "countries")

    def _each(self, write: Callable[[Any, Place_], None], name: str) -> None:
        for place, each in placed(getattr(self.record, name), name):
            write(each, place)

    def _add(self, own_id: str, kind: str | list[str], /, **members: object) -> None:
        self.nodes.append({"@type": kind, "@id": f"#{own_id}", **_filled(members)})

    # The event

    def _conference(self) -> None:
        record = self.record
        self._add(
            record.id,
            "Event",
            additionalType=_class(record.kind),
            name=record.name,
            alternateName=_names(record.other_names),
            **self._dates(record.when, ("when",), Conference),
            eventStatus=self._status(record.status, ("status",), Conference),
            location=[self._place(each) for each in record.places],
            about=_topics(record.topics),
            organizer=self._actors(record.organizers),
            attendee=list(self._attendees()),
            contributor=list(self._contributors()),
            superEvent=list(self._super_events()),
            subEvent=[_to(each.id) for each in record.sessions],
            workFeatured=[_to(each.id) for each in record.agreements if each.is_made_here],
            subjectOf=[_to(each.id) for each in record.sources],
            identifier=_identifiers(record.identifiers),
        )

    def _attendees(self) -> Iterator[Node]:
        """Give those who came; schema.org has no word for those who did not."""
        for name in ("delegations", "delegates"):
            for place, each in placed(getattr(self.record, name), name):
                if each.attendance in _CAME:
                    yield _to(each.id)
                if each.attendance not in (None, Attendance.ATTENDED):
                    lost = f"that the attendance is {word(each.attendance)!r}"
                    self.lose((*place, "attendance"), type(each), lost)

    def _contributors(self) -> Iterator[Node]:
        record = self.record
        for name, role in (("hosts", "host"), ("conveners", "convener"), ("chairs", "chair")):
            for each in self._actors(getattr(record, name)):
                yield _role("contributor", each, role)
        for place, other in placed(record.other_roles, "other_roles"):
            actors = self._actors(other.by)
            if len(actors) < len(other.by):
                self.lose((*place, "by"), Role, "a role of what is neither person nor organization")
            for each in actors:
                yield _role("contributor", each, word(other.kind))
        for delegate in record.delegates:
            if delegate.delegation is None and delegate.function is not None:
                yield _role("contributor", _to(delegate.id), word(delegate.function))

    def _super_events(self) -> Iterator[Node]:
        event = self.record.part_of
        if event is not None:
            yield _filled(
                {
                    "@type": "Event",
                    "name": event.name,
                    **self._dates(event.when, ("part_of", "when"), EventLink),
                    "location": None if event.place is None else self._place(event.place),
                    "identifier": _identifiers(event.identifiers),
                }
            )
        edition = self.record.edition
        if edition is not None and edition.series is not None:
            series = (
                each.id
                for each in self.record.organizations
                if each.id == edition.series and each.kind is OrganizationKind.SERIES
            )
            if (found := next(series, None)) is not None:
                yield _to(found)
            else:
                lost = "a series whose kind is not series"
                self.lose(("edition", "series"), type(edition), lost)

    def _session(self, session: Session, place: Place_) -> None:
        chairs = self._actors(session.chairs)
        there = (each for each in self.record.delegations if session.id in each.sessions)
        self._add(
            session.id,
            "Event",
            additionalType=_class(session.kind),
            name=session.name,
            **self._dates(session.when, (*place, "when"), Session),
            eventStatus=self._status(session.status, (*place, "status"), Session),
            location=None if session.place is None else self._place(session.place),
            about=_topics(session.topics),
            attendee=[_to(each.id) for each in there],
            contributor=[_role("contributor", each, "chair") for each in chairs],
            identifier=_identifiers(session.identifiers),
        )

    def _status(self, status: EventStatus | Other | None, place: Place_, owner: type) -> str | None:
        if status is None:
            return None
        if status is EventStatus.HELD:
            self.lose(place, owner, "that it was held, but as scheduled,")
        elif status not in _STATUSES:
            self.lose(place, owner, f"the status {word(status)!r}")
            return None
        return _VOCABULARY + _STATUSES[status]

    def _place(self, place: Place) -> Node:
        country = None if place.country is None else _to(place.country)
        return _filled({"@type": "Place", "name": place.name, "containedInPlace": country})

    # Who they are

    def _country(self, country: Country, _: Place_) -> None:
        code = [] if country.code is None else [_property(ISO_3166, country.code)]
        self._add(
            country.id,
            ["Country", "GovernmentOrganization"] if country.id in self.acting else "Country",
            name=country.name,
            alternateName=_names(country.other_names),
            identifier=[*code, *_identifiers(country.identifiers)],
        )

    def _organization(self, body: Organization, place: Place_) -> None:
        kind = body.kind if isinstance(body.kind, OrganizationKind) else None
        types = [_BODIES.get(kind, "Organization") if kind is not None else "Organization"]
        is_body = kind not in _NO_BODIES
        if not is_body and body.id in self.acting:
            types.append("Organization")
            is_body = True
        if not is_body:
            for name in ("country", "parent", "founded"):
                if getattr(body, name) is not None:
                    self.lose((*place, name), Organization, f"{name} of a region or series")
        acronym = [] if body.acronym is None else [body.acronym]
        founded = None
        if is_body:
            founded = self._one_date(
                body.founded, (*place, "founded"), Organization, has_times=False
            )
        self._add(
            body.id,
            types[0] if len(types) == 1 else types,
            additionalType=_class(body.kind),
            name=body.name,
            alternateName=[*acronym, *_names(body.other_names)],
            parentOrganization=_to(body.parent) if body.parent is not None and is_body else None,
            location=_to(body.country) if body.country is not None and is_body else None,
            foundingDate=founded,
            identifier=_identifiers(body.identifiers),
        )

    def _delegation(self, delegation: Delegation, _: Place_) -> None:
        of_states = delegation.of and all(self.is_a(Country, each) for each in delegation.of)
        self._add(
            delegation.id,
            "GovernmentOrganization" if of_states else "Organization",
            name=delegation.name,
            parentOrganization=self._actors(delegation.of),
            identifier=_identifiers(delegation.identifiers),
        )

    def _human(self, human: Delegate | Person, _: Place_) -> None:
        member = None
        if isinstance(human, Delegate) and human.delegation is not None:
            member = _to(human.delegation)
            if human.function is not None:
                member = _role("memberOf", member, word(human.function), "OrganizationRole")
        bodies = [
            _role("affiliation", each, office.title, "OrganizationRole")
            for office in human.offices
            if office.body is not None
            for each in self._actors([office.body])
        ]
        self._add(
            human.id,
            "Person",
            name=human.name,
            alternateName=_names(human.other_names),
            honorificPrefix=human.honorific,
            description=human.described_as,
            jobTitle=[each.title for each in human.offices],
            affiliation=bodies,
            memberOf=member,
            identifier=_identifiers(human.identifiers),
        )

    def _group(self, group: Group, _: Place_) -> None:
        self._add(
            group.id,
            "Organization",
            name=group.wording,
            location=None if group.country is None else _to(group.country),
            member=self._actors(group.members),
            identifier=_identifiers(group.identifiers),
        )

    def _actors(self, identifiers: Iterable[str]) -> list[Node]:
        """Refer to those who act: persons and organizations, and places as such."""
        actors = [
            each
            for each in identifiers
            if self.is_a(Country | Organization | Delegation | Delegate | Person | Group, each)
        ]
        self.acting.update(actors)
        return [_to(each) for each in actors]

    # What they say and agree to

    def _statement(self, statement: Statement, place: Place_) -> None:
        words = [
            "\n".join(each.exact for each in quotation.pieces if each.exact is not None)
            for quotation in statement.quotations
        ]
        words = [each for each in words if each]
        speakers = self._actors(statement.speakers)
        if len(speakers) < len(statement.speakers):
            lost = "speakers that are neither persons nor organizations"
            self.lose((*place, "speakers"), Statement, lost)
        is_quotation = statement.manner is Manner.DIRECT and bool(words)
        if is_quotation and statement.text is not None:
            self.lose((*place, "text"), Statement, "a rendering beside the words themselves")
        if statement.manner is not None and not is_quotation:
            self.lose((*place, "manner"), Statement, f"the manner {word(statement.manner)!r}")
        quoted = [
            _filled({"@type": "Quotation", "creator": speakers, "text": each}) for each in words
        ]
        self._add(
            statement.id,
            "Quotation" if is_quotation else "Statement",
            creator=speakers,
            text="\n".join(words) if is_quotation else statement.text,
            hasPart=[] if is_quotation else quoted,
            sourceOrganization=self._bodies(statement, place),
            about=[*self._about(statement, place), *_topics(statement.topics)],
            recordedAt=None if statement.session is None else _to(statement.session),
            dateCreated=self._one_date(statement.when, (*place, "when"), Statement),
            inLanguage=statement.language,
            identifier=_identifiers(statement.identifiers),
        )

    def _bodies(self, statement: Statement, place: Place_) -> list[Node]:
        bodies = [each for each in statement.on_behalf_of if not self.is_human(each)]
        if len(bodies) < len(statement.on_behalf_of):
            self.lose((*place, "on_behalf_of"), Statement, "that it is said for a person")
        return self._actors(bodies)

    def _about(self, statement: Statement, place: Place_) -> Iterator[Node]:
        has_node = (
            Country | Organization | Delegation | Delegate | Person | Group,
            Conference | Session | Statement | Agreement | Source,
        )
        found = [each for each in statement.about if self.is_a(has_node[0] | has_node[1], each)]
        if len(found) < len(statement.about):
            self.lose((*place, "about"), Statement, "figures, votes and discrepancies")
        yield from map(_to, found)

    def _agreement(self, agreement: Agreement, place: Place_) -> None:
        is_law = agreement.id in self._law
        self._add(
            agreement.id,
            "Legislation" if is_law else "CreativeWork",
            additionalType=_class(agreement.kind),
            name=agreement.title,
            text=agreement.text,
            position=agreement.number,
            dateCreated=self._one_date(agreement.when, (*place, "when"), Agreement),
            creativeWorkStatus=word(agreement.status),
            creator=self._actors(agreement.parties),
            contributor=list(self._participants(agreement, place)),
            isPartOf=None if agreement.part_of is None else _to(agreement.part_of),
            legislationAmends=self._laws(agreement, "amends", place),
            legislationRepeals=self._laws(agreement, "replaces", place),
            identifier=_identifiers(agreement.identifiers),
        )

    def _participants(self, agreement: Agreement, place: Place_) -> Iterator[Node]:
        for n, each in enumerate(agreement.other_participants):
            if not isinstance(each.role, Other) and each.role in _NOT_CONTRIBUTING:
                lost = f"the role {word(each.role)!r}"
                self.lose((*place, "other_participants", n), Agreement, lost)
                continue
            for actor in self._actors(each.of):
                yield _role("contributor", actor, word(each.role))

    def _laws(self, agreement: Agreement, name: str, place: Place_) -> list[Node]:
        """Refer from one law to others; schema.org has no such words for other works."""
        others = getattr(agreement, name)
        laws = [each for each in others if each in self._law and agreement.id in self._law]
        if len(laws) < len(others):
            self.lose((*place, name), Agreement, f"what it {name} that is no law")
        return [_to(each) for each in laws]

    def _source(self, source: Source, place: Place_) -> None:
        kind = source.kind if isinstance(source.kind, SourceKind) else None
        url = source.url
        if url is not None and not is_web_address(url):
            self.lose((*place, "url"), Source, "an address that is none of the web")
            url = None
        based, translated = [], []
        for n, link in enumerate(source.reports_on):
            if link.relation is SourceRelation.TRANSLATION:
                translated.append(_to(link.source))
                continue
            based.append(_to(link.source))
            lost = f"how it is based on another: {word(link.relation)!r}"
            self.lose((*place, "reports_on", n, "relation"), SourceLink, lost)
        self._add(
            source.id,
            _WORKS.get(kind, "CreativeWork") if kind is not None else "CreativeWork",
            additionalType=_class(source.kind),
            name=source.title,
            url=url,
            creditText=source.author,
            publisher=_body(source.publisher),
            sourceOrganization=_body(source.agency),
            datePublished=self._one_date(source.published, (*place, "published"), Source),
            dateModified=self._one_date(source.modified, (*place, "modified"), Source),
            inLanguage=source.language,
            isBasedOn=based,
            translationOfWork=translated,
            identifier=_identifiers(source.identifiers),
        )

    # Dates

    def _dates(self, when: When | None, place: Place_, owner: type) -> dict[str, str | None]:
        start, end = self.span(when, place, owner, needs_zone=False)
        return {
            "startDate": None if start is None else with_minutes(start),
            "endDate": None if end is None else with_minutes(end),
        }

    def _one_date(
        self, when: When | None, place: Place_, owner: type, *, has_times: bool = True
    ) -> str | None:
        start, end = self.span(when, place, owner, has_times=has_times, needs_zone=False)
        if start != end:
            self.lose(place, owner, "an interval")
            return None
        return None if start is None else with_minutes(start)


def _to(identifier: str) -> Node:
    return {"@id": f"#{identifier}"}


def _filled(members: Node) -> Node:
    return {name: each for name, each in members.items() if each is not None and each != []}


def _role(member: str, whose: Node, name: str | None, kind: str = "Role") -> Node:
    """Say in which role somebody stands in a relation (schema.org: Role)."""
    return {"@type": kind, "roleName": name, member: whose}


def _class(kind: enum.StrEnum | Other | None) -> str | None:
    """Write a value as a class of ours, in the style of schema.org: `WorkingGroup`."""
    if kind is None or isinstance(kind, Other):
        return word(kind)
    return kind.value.title().replace("_", "")


def _names(names: tuple[Name, ...]) -> list[str]:
    return [each.value for each in names]


def _topics(topics: tuple[Topic, ...]) -> list[Node]:
    return [{"@type": "Thing", "name": each.label} for each in topics]


def _identifiers(identifiers: tuple[Identifier, ...]) -> list[Node]:
    return [_property(each.scheme, each.value) for each in identifiers]


def _property(scheme: str, value: str) -> Node:
    return {"@type": "PropertyValue", "propertyID": scheme, "value": value}


def _body(name: str | None) -> Node | None:
    return None if name is None else {"@type": "Organization", "name": name}
