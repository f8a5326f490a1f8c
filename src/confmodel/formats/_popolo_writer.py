"""A record as Popolo, and what is lost by that: one pass makes both."""

from collections.abc import Iterator

from confmodel.formats._iso_dates import with_minutes
from confmodel.formats._noting import Noting, Place_, placed
from confmodel.formats._popolo_terms import (
    ABBREVIATION,
    ACTING,
    ASSEMBLY,
    CAME,
    CHAIR,
    COUNTRY,
    COUNTS,
    DELEGATION,
    GROUP,
    ISO_3166,
    OUTCOMES,
    RESERVED,
    RESULTS,
    TYPES,
)
from confmodel.formats._web import is_web_address
from confmodel.formats._words import word
from confmodel.model import (
    Agreement,
    Attendance,
    Conference,
    Country,
    Delegate,
    Delegation,
    EventLink,
    Group,
    Identifier,
    Manner,
    Name,
    Office,
    Organization,
    Other,
    ParticipantRole,
    Person,
    Place,
    Quotation,
    Session,
    Source,
    Statement,
    Vote,
    When,
)

Object = dict[str, object]


class Writer(Noting):
    """One record on its way."""

    def __init__(self, record: Conference) -> None:
        super().__init__(record)
        self.assembly = f"{record.id}/assembly"
        self.voted_on = {each.on for each in record.votes}
        self.areas: list[Object] = []
        self.organizations: list[Object] = []
        self.persons: list[Object] = []
        self.memberships: list[Object] = []
        self.posts: list[Object] = []
        self.document = self._document()

    def _document(self) -> dict[str, list[Object]]:
        record = self.record
        conference = self._conference()
        self.organizations.append(
            {"id": self.assembly, "name": record.name, "classification": ASSEMBLY}
        )
        self._chairs()
        for place, country in placed(record.countries, "countries"):
            self._country(country, place)
        for place, body in placed(record.organizations, "organizations"):
            self._organization(body, place)
        for place, delegation in placed(record.delegations, "delegations"):
            self._delegation(delegation, place)
        for group in record.groups:
            self._group(group)
        for place, delegate in placed(record.delegates, "delegates"):
            self._human(delegate, place)
            self._delegate(delegate, place)
        for place, person in placed(record.people, "people"):
            self._human(person, place)
        sessions = [self._session(*each) for each in placed(record.sessions, "sessions")]
        speeches = [self._speech(*each) for each in placed(record.statements, "statements")]
        motions = [
            self._motion(agreement, place)
            for place, agreement in placed(record.agreements, "agreements")
            if self._is_motion(agreement, place)
        ]
        votes = [self._vote(*each) for each in placed(record.votes, "votes")]
        collections = {
            "persons": self.persons,
            "organizations": self.organizations,
            "memberships": self.memberships,
            "posts": self.posts,
            "areas": self.areas,
            "events": [conference, *sessions],
            "motions": motions,
            "vote_events": votes,
            "speeches": speeches,
        }
        return {name: each for name, each in collections.items() if each}

    # Events

    def _conference(self) -> Object:
        record = self.record
        return _filled(
            id=record.id,
            name=record.name,
            classification=word(record.kind),
            status=word(record.status),
            **self._time(record.when, ("when",), Conference),
            location=self._location(record.places),
            organization_id=self._organizer(),
            attendees=[{"id": each.id} for each in record.delegates if each.attendance in CAME],
            parent=self._part_of(record.part_of),
            identifiers=_identifiers(record.identifiers),
            sources=list(self._links()),
        )

    def _location(self, places: tuple[Place, ...]) -> str | None:
        if len(places) > 1:
            self.lose(("places",), Conference, "that these are several places")
        return "; ".join(each.name for each in places) or None

    def _organizer(self) -> str | None:
        bodies = [each for each in self.record.organizers if not self.is_human(each)]
        if len(self.record.organizers) > 1 or len(bodies) < len(self.record.organizers):
            lost = "who organized it besides" if bodies else "that a person organized it"
            self.lose(("organizers",), Conference, lost)
        return next(iter(bodies), None)

    def _part_of(self, event: EventLink | None) -> Object | None:
        if event is None:
            return None
        return _filled(
            name=event.name,
            **self._time(event.when, ("part_of", "when"), EventLink),
            location=None if event.place is None else event.place.name,
            identifiers=_identifiers(event.identifiers),
        )

    def _links(self) -> Iterator[Object]:
        for place, source in placed(self.record.sources, "sources"):
            if source.url is not None and is_web_address(source.url):
                yield _filled(url=source.url, note=source.title)
            else:
                self.lose((*place, "url"), Source, "a source without an address of the web")

    def _session(self, place: Place_, session: Session) -> Object:
        return _filled(
            id=session.id,
            name=session.name,
            classification=word(session.kind),
            status=word(session.status),
            **self._time(session.when, (*place, "when"), Session),
            location=None if session.place is None else session.place.name,
            parent_id=self.record.id,
            identifiers=_identifiers(session.identifiers),
        )

    # Who they are

    def _country(self, country: Country, place: Place_) -> None:
        code = country.code
        self.areas.append(
            _filled(id=country.id, name=country.name, identifier=code, classification=COUNTRY)
        )
        span = self.span(country.existed, (*place, "existed"), Country, has_times=False)
        self.organizations.append(
            _filled(
                id=country.id,
                name=country.name,
                other_names=_names(country.other_names),
                identifiers=[
                    *([{"scheme": ISO_3166, "identifier": code}] if code else ()),
                    *_identifiers(country.identifiers),
                ],
                classification=COUNTRY,
                area_id=country.id,
                founding_date=span[0],
                dissolution_date=span[1],
            )
        )

    def _organization(self, body: Organization, place: Place_) -> None:
        kind = word(body.kind)
        if kind in RESERVED:
            self.lose((*place, "kind"), Organization, f"{kind!r}, which means others here,")
            kind = None
        acronym = [] if body.acronym is None else [{"name": body.acronym, "note": ABBREVIATION}]
        founded = self._one_day(body.founded, (*place, "founded"), Organization)
        self.organizations.append(
            _filled(
                id=body.id,
                name=body.name,
                other_names=[*acronym, *_names(body.other_names)],
                identifiers=_identifiers(body.identifiers),
                classification=kind,
                parent_id=body.parent,
                area_id=body.country,
                founding_date=founded,
            )
        )

    def _delegation(self, delegation: Delegation, place: Place_) -> None:
        self.organizations.append(
            _filled(
                id=delegation.id,
                name=delegation.name,
                identifiers=_identifiers(delegation.identifiers),
                classification=DELEGATION,
            )
        )
        time = self._time(delegation.when, (*place, "when"), Delegation)
        attendance = self._attendance(delegation, place)
        for n, party in enumerate(delegation.of or (None,)):
            self.memberships.append(
                _filled(
                    id=f"{delegation.id}/of/{n}",
                    member=self._member(delegation.id),
                    organization_id=self.assembly,
                    on_behalf_of_id=party,
                    role=word(delegation.capacity),
                    label=attendance,
                    **time,
                )
            )

    def _group(self, group: Group) -> None:
        self.organizations.append(
            _filled(
                id=group.id,
                name=group.wording,
                identifiers=_identifiers(group.identifiers),
                classification=GROUP,
                area_id=group.country,
            )
        )
        for n, member in enumerate(group.members):
            self.memberships.append(
                {
                    "id": f"{group.id}/members/{n}",
                    **self._as_member(member),
                    "organization_id": group.id,
                }
            )

    def _human(self, human: Delegate | Person, place: Place_) -> None:
        is_named = human.name is not None
        if is_named and human.described_as is not None:
            self.lose((*place, "described_as"), type(human), "a description beside a name")
        self.persons.append(
            _filled(
                id=human.id,
                name=human.name,
                other_names=_names(human.other_names),
                identifiers=_identifiers(human.identifiers),
                honorific_prefix=human.honorific,
                summary=None if is_named else human.described_as,
            )
        )
        for n, office in enumerate(human.offices):
            self._office(human, office, n, place)

    def _office(self, human: Delegate | Person, office: Office, n: int, place: Place_) -> None:
        identifier = f"{human.id}/offices/{n}"
        for m, each in enumerate(office.other_names):
            if each.kind is not None:
                where = (*place, "offices", n, "other_names", m, "kind")
                self.lose(where, Name, "what kind of name of an office it is")
        self.posts.append(
            _filled(
                id=identifier,
                label=office.title,
                other_label=[each.value for each in office.other_names],
                organization_id=office.body,
                area_id=office.country,
            )
        )
        self.memberships.append(
            _filled(
                id=f"{identifier}/held",
                person_id=human.id,
                organization_id=office.body,
                post_id=identifier,
                role=ACTING if office.is_acting else None,
            )
        )

    def _delegate(self, delegate: Delegate, place: Place_) -> None:
        came = delegate.attendance is Attendance.ATTENDED
        self.memberships.append(
            _filled(
                id=f"{delegate.id}/delegation",
                person_id=delegate.id,
                organization_id=delegate.delegation or self.assembly,
                role=word(delegate.function),
                label=None if came else self._attendance(delegate, place),
                **self._time(delegate.when, (*place, "when"), Delegate),
            )
        )

    def _attendance(self, party: Delegation | Delegate, place: Place_) -> str | None:
        # A label says what its program likes: only a word of ours is one of attendance.
        if isinstance(party.attendance, Other):
            lost = f"the attendance {party.attendance.other!r}"
            self.lose((*place, "attendance"), type(party), lost)
            return None
        return word(party.attendance)

    def _chairs(self) -> None:
        if not self.record.chairs:
            return
        post = f"{self.record.id}/chair"
        self.posts.append({"id": post, "label": CHAIR, "organization_id": self.assembly})
        for n, each in enumerate(self.record.chairs):
            self.memberships.append(
                {
                    "id": f"{post}/{n}",
                    **self._as_member(each),
                    "organization_id": self.assembly,
                    "post_id": post,
                }
            )

    def _as_member(self, identifier: str) -> Object:
        if self.is_human(identifier):
            return {"person_id": identifier}
        return {"member": self._member(identifier)}

    def _member(self, identifier: str) -> Object:
        return _filled(id=identifier, name=self.name_of(identifier))

    # What they say and decide

    def _speech(self, place: Place_, statement: Statement) -> Object:
        human = self.only_human(statement.speakers)
        if statement.speakers and human is None:
            lost = "speakers other than one person, but for their names,"
            self.lose((*place, "speakers"), Statement, lost)
        listener = self.only_human(statement.addressees)
        if statement.addressees and listener is None:
            lost = "addressees other than one person"
            self.lose((*place, "addressees"), Statement, lost)
        names = [self.name_of(each) or each for each in statement.speakers]
        return _filled(
            id=statement.id,
            creator_id=human,
            attribution_text=None if human is not None else ", ".join(names) or None,
            audience_id=listener,
            text=self._words(statement, place),
            date=self._instant(statement.when, (*place, "when"), Statement),
            type=None if statement.manner is None else TYPES[statement.manner],
            event_id=statement.session,
        )

    def _words(self, statement: Statement, place: Place_) -> str | None:
        """Give the words of the speaker where they are all there, and else the rendering."""
        quoted = [
            each.exact
            for quotation in statement.quotations
            for each in quotation.pieces
            if each.exact is not None
        ]
        if quoted and (statement.manner is Manner.DIRECT or statement.text is None):
            if statement.text is not None:
                self.lose((*place, "text"), Statement, "a rendering beside the words themselves")
            return "\n".join(quoted)
        if quoted:
            for n, _ in enumerate(statement.quotations):
                where = (*place, "quotations", n, "pieces")
                self.lose(where, Quotation, "words quoted beside a rendering")
        return statement.text

    def _is_motion(self, agreement: Agreement, place: Place_) -> bool:
        if agreement.id in self.voted_on:
            return True
        self.lose(place, Conference, "an agreement that was not put to the vote")
        return False

    def _motion(self, agreement: Agreement, place: Place_) -> Object:
        result = OUTCOMES.get(agreement.status)
        if agreement.status is not None and result is None:
            lost = f"the status {word(agreement.status)!r}"
            self.lose((*place, "status"), Agreement, lost)
        return _filled(
            id=agreement.id,
            organization_id=self.assembly,
            creator_id=self._proposer(agreement, place),
            text=agreement.text,
            identifier=agreement.number,
            classification=word(agreement.kind),
            date=self._instant(agreement.when, (*place, "when"), Agreement),
            result=result,
        )

    def _proposer(self, agreement: Agreement, place: Place_) -> str | None:
        others = agreement.other_participants
        human = None
        if len(others) == 1 and others[0].role is ParticipantRole.PROPOSER:
            human = self.only_human(others[0].of)
        if others and human is None:
            lost = "participants other than one person who proposed it"
            self.lose((*place, "other_participants"), Agreement, lost)
        return human

    def _vote(self, place: Place_, vote: Vote) -> Object:
        motion = vote.on
        if motion is not None and not self.is_a(Agreement, motion):
            self.lose((*place, "on"), Vote, "a vote on what is no agreement")
            motion = None
        instant = self._instant(vote.when, (*place, "when"), Vote)
        counts = ((getattr(vote, name), option) for name, option in COUNTS.items())
        return _filled(
            id=vote.id,
            organization_id=vote.body or self.assembly,
            motion_id=motion,
            start_date=instant,
            end_date=instant,
            result=RESULTS.get(vote.result) or word(vote.result) if vote.result else None,
            counts=[
                {"option": option, "value": value} for value, option in counts if value is not None
            ],
            votes=[
                {"id": f"{vote.id}/ballots/{n}", "voter_id": each.party, "option": word(each.vote)}
                for n, each in enumerate(vote.ballots)
            ],
        )

    # Dates

    def _time(self, when: When | None, place: Place_, owner: type) -> dict[str, str | None]:
        start, end = self.span(when, place, owner)
        return {"start_date": start, "end_date": end}

    def _one_day(self, when: When | None, place: Place_, owner: type) -> str | None:
        start, end = self.span(when, place, owner, has_times=False)
        if start != end:
            self.lose(place, owner, "an interval")
            return None
        return start

    def _instant(self, when: When | None, place: Place_, owner: type) -> str | None:
        """Say when, where only a day with a time and a zone can be said."""
        start, end = self.span(when, place, owner)
        if start is None or start != end or "T" not in start:
            if start is not None or end is not None:
                self.lose(place, owner, "a date that is no time with a zone")
            return None
        return with_minutes(start)


def _filled(**members: object) -> Object:
    return {name: each for name, each in members.items() if each is not None and each != []}


def _names(names: tuple[Name, ...]) -> list[Object]:
    return [_filled(name=each.value, note=word(each.kind)) for each in names]


def _identifiers(identifiers: tuple[Identifier, ...]) -> list[Object]:
    return [{"scheme": each.scheme, "identifier": each.value} for each in identifiers]
