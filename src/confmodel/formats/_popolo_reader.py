"""A record from Popolo: what it can hold is taken over, and the rest is kept as it came."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from confmodel.errors import Finding, InvalidValueError, LoadError, shown
from confmodel.formats._iso_dates import when_of
from confmodel.formats._popolo_classes import COLLECTION_OF
from confmodel.formats._popolo_ids import Ids
from confmodel.formats._popolo_parts import (
    identifiers_of,
    known_in,
    meant_in,
    names_of,
    span_of,
)
from confmodel.formats._popolo_terms import (
    ABBREVIATION,
    ACTING,
    ASSEMBLY,
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
from confmodel.formats._popolo_things import Thing, Things
from confmodel.formats._words import meant
from confmodel.model import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Attendance,
    Ballot,
    BallotChoice,
    Capacity,
    Conference,
    ConferenceKind,
    Country,
    Delegate,
    Delegation,
    EventLink,
    EventStatus,
    Extra,
    Function,
    Group,
    Identifier,
    Name,
    NameKind,
    Office,
    Organization,
    OrganizationKind,
    Participant,
    ParticipantRole,
    Person,
    Place,
    Session,
    SessionKind,
    Source,
    Statement,
    Vote,
    VoteResult,
)

T = TypeVar("T")

UNREAD = "x-popolo"
"""Under which name a record keeps what it cannot hold."""
OF_POPOLO = "popolo"
"""The scheme of an identifier that had to become another id."""

_COUNTRY_CODE = re.compile(r"[A-Z]{2}|[A-Z]{4}")
_MANNERS = {type_: manner for manner, type_ in TYPES.items()}
_RESULTS = {text: result for result, text in RESULTS.items()}
_OUTCOMES = {text: status for status, text in OUTCOMES.items()}
_FIELDS_OF_COUNTS = {option: name for name, option in COUNTS.items()}


class Reader:
    """One document on its way."""

    def __init__(self, document: object, findings: list[Finding], event: str | None) -> None:
        self.things = Things(document, findings)
        self._raise_findings()
        self.root = self._root(event)
        self._raise_findings()
        assembly = self.things.find("organization", f"{self.root.id}/{ASSEMBLY}")
        self.sorts = {
            each: ASSEMBLY if each is assembly else _sort(each)
            for each in self.things.of["organization"]
        }
        self.sessions = self._below(self.root)
        self.countries = self._countries()
        entities = [self.root, *self.sessions, *self.countries]
        entities += [each for each in self.sorts if self.sorts[each] not in (COUNTRY, ASSEMBLY)]
        for kind in ("person", "speech", "motion", "vote_event"):
            entities += self.things.of[kind]
        self.ids = Ids(entities)
        self.names = self.ids.names
        self.delegations: dict[Thing, dict[str, Any]] = {
            each: {"of": []} for each in self._sorted(DELEGATION)
        }
        self.groups: dict[Thing, list[str]] = {each: [] for each in self._sorted(GROUP)}
        self.delegates: dict[Thing, dict[str, Any]] = {}
        self.offices: dict[Thing, list[Office]] = {}
        self.chairs: list[str] = []
        self.votes: dict[Thing, list[Thing]] = {}
        for vote in self.things.of["vote"]:
            taken_in = self.things.target(vote, "vote_event", "vote_event")
            if taken_in is not None:
                self.votes.setdefault(taken_in, []).append(vote)
        for membership in self.things.of["membership"]:
            self._membership(membership)
        self._attendees()

    def record(self) -> Conference:
        """Build the record.

        Raises:
            LoadError: If something in the document can be held by no record.
        """
        root = self.root
        fields: dict[str, Any] = {
            "id": self.names[root],
            "name": root.text("name"),
            "kind": meant_in(root, "classification", ConferenceKind),
            "status": known_in(root, "status", EventStatus),
            "when": span_of(root),
            "places": self._places(root),
            "part_of": self._part_of(root),
            "organizers": self._organizers(root),
            "identifiers": identifiers_of(root),
            "sources": list(self._sources(root)),
            "chairs": self.chairs,
            "countries": self._all(Country, self.countries, self._country),
            "organizations": self._all(Organization, self._sorted(None), self._organization),
            "delegations": self._all(Delegation, self.delegations, self._delegation),
            "groups": self._all(Group, self.groups, self._group),
            "delegates": self._all(Delegate, self.delegates, self._delegate),
            "people": self._all(
                Person,
                [each for each in self.things.of["person"] if each not in self.delegates],
                self._human,
            ),
            "sessions": self._all(Session, self.sessions, self._session),
            "statements": self._all(Statement, self.things.of["speech"], self._statement),
            "agreements": self._all(Agreement, self.things.of["motion"], self._agreement),
            "votes": self._all(Vote, self.things.of["vote_event"], self._vote),
        }
        self._with_old_id(root, fields)
        if fields["name"] is None:
            self.things.refuse(
                "E102", root.place, "the event has no name", "give the name of the conference"
            )
        self._use_assembly(root)
        self._raise_findings()
        unread = self._unread()
        try:
            return Conference(**fields, extra=Extra({UNREAD: unread}) if unread else None)
        except InvalidValueError as error:
            self.things.refuse_value(error, root.place)
            raise LoadError(self.things.findings) from None

    # The event

    def _root(self, event: str | None) -> Thing:
        """Find the event that the record is of."""
        events = self.things.of["event"]
        if event is not None:
            found = self.things.find("event", event)
            candidates = [found] if found is not None else []
            message = f"no event has the id {shown(event)}"
            remedy = "give the id of one of the events"
        else:
            alone = [each for each in events if self._parent(each) is None]
            candidates = [each for each in alone if not each.is_inside] or alone
            names = ", ".join(shown(each.label) for each in candidates[:8])
            message = f"the document has several events that are part of no other: {names}"
            remedy = "name the one that is the conference: read(data, event=...)"
        if not events:
            message = "the document has no event, and a record is of one"
            remedy = "add it: {'events': [{'id': ..., 'name': ...}]}"
        elif event is None and not candidates:
            message = "every event of the document is part of another"
        if len(candidates) != 1:
            self.things.refuse("E102", ("events",), message, remedy)
            self._raise_findings()
        return candidates[0]

    def _parent(self, event: Thing) -> Thing | None:
        """Look which event another is part of; one that only it speaks of does not count."""
        parent = event.peek("parent_id")
        if isinstance(parent, str):
            parent = self.things.find("event", parent)
        return parent if isinstance(parent, Thing) and not parent.is_inside else None

    def _below(self, root: Thing) -> list[Thing]:
        """List the events that are part of one, and of its parts, in their order."""
        children: dict[Thing, list[Thing]] = {}
        for each in self.things.of["event"]:
            parent = self._parent(each)
            if parent is not None and each is not root:
                children.setdefault(parent, []).append(each)
        found: dict[Thing, None] = {root: None}
        todo = [root]
        while todo:
            # Every event has one parent, so none is met twice.
            below = children.get(todo.pop(), ())
            found |= dict.fromkeys(below)
            todo += below
        return [each for each in self.things.of["event"] if each in found and each is not root]

    def _part_of(self, root: Thing) -> EventLink | None:
        parent = self.things.target(root, "parent", "event")
        name = parent.text("name") if parent is not None else None
        if parent is None or name is None:
            root.used.discard("parent_id")
            return None
        identifiers = identifiers_of(parent)
        if parent.id is not None:
            identifiers.append(Identifier(scheme=OF_POPOLO, value=parent.id))
        place = parent.text("location")
        return EventLink(
            name=name,
            when=span_of(parent),
            place=None if place is None else Place(name=place),
            identifiers=identifiers,
        )

    def _organizers(self, root: Thing) -> list[str]:
        organizer = self.things.target(root, "organization", "organization")
        return self._named(root, "organization_id", organizer)

    def _named(self, thing: Thing, member: str, found: Thing | None) -> list[str]:
        """Give the id of what a reference leads to; the reference stays if a record has none."""
        if found is None or found not in self.names:
            thing.used.discard(member)
            return []
        return [self.names[found]]

    def _sources(self, root: Thing) -> Iterator[Source]:
        for link in root.values("sources"):
            url, title = (str(link.get(name) or "") or None for name in ("url", "note"))
            yield Source(id=self.ids.free("source", 1), url=url, title=title)
            if set(link) - {"url", "note"}:
                root.leave("sources", link)

    def _session(self, event: Thing) -> dict[str, Any]:
        place = event.text("location")
        if self._parent(event) is self.root:
            event.used.add("parent_id")
        return {
            "name": event.text("name"),
            "kind": meant_in(event, "classification", SessionKind),
            "status": known_in(event, "status", EventStatus),
            "when": span_of(event),
            "place": None if place is None else Place(name=place),
            "identifiers": identifiers_of(event),
        }

    def _places(self, root: Thing) -> list[Place]:
        name = root.text("location")
        return [] if name is None else [Place(name=name)]

    # Who they are

    def _sorted(self, sort: str | None) -> list[Thing]:
        return [each for each in self.things.of["organization"] if self.sorts[each] == sort]

    def _countries(self) -> list[Thing]:
        """List the organizations that are countries, and the countries that are areas alone."""
        areas = (
            each
            for each in self.things.of["area"]
            if each.peek("classification") == COUNTRY
            and self._country_of_area(each) is None
            and each.peek("name")
        )
        return [*self._sorted(COUNTRY), *areas]

    def _country_of_area(self, area: Thing) -> Thing | None:
        body = self.things.find("organization", area.id)
        return body if body is not None and self.sorts[body] == COUNTRY else None

    def _country_at(self, thing: Thing, name: str = "area") -> str | None:
        """Use the reference to an area that is a country."""
        area = self.things.target(thing, name, "area")
        if area is None:
            return None
        country = self._country_of_area(area) or area
        named = self._named(thing, f"{name}_id", country)
        return named[0] if named else None

    def _country(self, thing: Thing) -> dict[str, Any]:
        thing.used.add("classification")
        if thing.kind == "area":
            return {"name": thing.text("name"), "code": self._code(thing, thing.peek("identifier"))}
        area = self.things.find("area", thing.id)
        if area is not None and area.peek("classification") == COUNTRY:
            self._use_twin(thing, area)
        identifiers = identifiers_of(thing)
        codes = [each for each in identifiers if each.scheme == ISO_3166]
        code = codes[0] if codes and _COUNTRY_CODE.fullmatch(codes[0].value) else None
        return {
            "name": thing.text("name") or thing.label,
            "other_names": names_of(thing),
            "code": None if code is None else code.value,
            "existed": span_of(thing, "founding_date", "dissolution_date"),
            "identifiers": [each for each in identifiers if each is not code],
        }

    def _use_twin(self, country: Thing, area: Thing) -> None:
        """Use what the area of a country says once more."""
        area.used.add("classification")
        if country.peek("area_id") in (area.id, area):
            country.used.add("area_id")
        if area.peek("name") == country.peek("name"):
            area.used.add("name")
        code = area.peek("identifier")
        if {"scheme": ISO_3166, "identifier": code} in country.values("identifiers"):
            area.used.add("identifier")

    def _code(self, area: Thing, identifier: object) -> str | None:
        if isinstance(identifier, str) and _COUNTRY_CODE.fullmatch(identifier):
            area.used.add("identifier")
            return identifier
        return None

    def _organization(self, body: Thing) -> dict[str, Any]:
        names = names_of(body)
        short = [
            each
            for each in names
            if not isinstance(each.kind, NameKind) and each.kind is not None
            if each.kind.other == ABBREVIATION
        ]
        parent = self.things.target(body, "parent", "organization")
        if parent is not None and self.sorts[parent] is not None:
            parent = None
        above = self._named(body, "parent_id", parent)
        founded = body.text("founding_date")
        return {
            "name": body.text("name") or body.label,
            "acronym": short[0].value if short else None,
            "other_names": [each for each in names if each not in short[:1]],
            "kind": meant_in(body, "classification", OrganizationKind),
            "parent": above[0] if above else None,
            "country": self._country_at(body),
            "founded": when_of(founded, founded),
            "identifiers": identifiers_of(body),
        }

    def _delegation(self, body: Thing) -> dict[str, Any]:
        body.used.add("classification")
        return {
            "name": body.text("name"),
            "identifiers": identifiers_of(body),
            **self.delegations[body],
        }

    def _group(self, body: Thing) -> dict[str, Any]:
        body.used.add("classification")
        return {
            "wording": body.text("name") or body.label,
            "country": self._country_at(body),
            "members": self.groups[body],
            "identifiers": identifiers_of(body),
        }

    def _human(self, person: Thing) -> dict[str, Any]:
        name = person.text("name")
        return {
            "name": name,
            "other_names": names_of(person),
            "honorific": person.text("honorific_prefix"),
            # What is known of somebody who has a name is no description in place of one.
            "described_as": person.text("summary") if name is None else None,
            "offices": self.offices.get(person, []),
            "identifiers": identifiers_of(person),
        }

    def _delegate(self, person: Thing) -> dict[str, Any]:
        return {**self._human(person), **self.delegates[person]}

    # Memberships

    def _membership(self, membership: Thing) -> None:
        body = self.things.target(membership, "organization", "organization")
        sort = None if body is None else self.sorts[body]
        post = self.things.target(membership, "post", "post")
        person = self.things.target(membership, "person", "person")
        member = person or self.things.target(membership, "member", "organization", "person")
        is_taken = False
        if member is not None and member in self.names:
            if sort == ASSEMBLY and post is not None and post.peek("label") == CHAIR:
                post.used |= {"label", "organization_id"}
                self.chairs.append(self.names[member])
                is_taken = True
            elif body in self.groups:
                self.groups[body].append(self.names[member])
                is_taken = True
            elif member in self.delegations and sort == ASSEMBLY:
                is_taken = self._take_part(self.delegations[member], membership)
            elif member.kind == "person" and sort in (ASSEMBLY, DELEGATION) and post is None:
                is_taken = self._belong(member, body, membership)
            elif member.kind == "person":
                is_taken = self._hold(member, body, post, membership)
        if not is_taken:
            membership.used.clear()

    def _take_part(self, delegation: dict[str, Any], membership: Thing) -> bool:
        """Take a membership for the part of a delegation in the event, once for each party."""
        party = self.things.target(membership, "on_behalf_of", "organization")
        if party is not None and self.sorts[party] == DELEGATION:
            party = None
        delegation["of"] += self._named(membership, "on_behalf_of_id", party)
        fields = {
            "capacity": meant_in(membership, "role", Capacity),
            "attendance": known_in(membership, "label", Attendance),
            "when": span_of(membership),
        }
        said = {name: each for name, each in fields.items() if each is not None}
        return all(delegation.setdefault(name, each) == each for name, each in said.items())

    def _belong(self, person: Thing, body: Thing | None, membership: Thing) -> bool:
        """Take the first membership for belonging to the event."""
        if person in self.delegates:
            return False
        self.delegates[person] = {
            "delegation": None
            if body is None or body not in self.delegations
            else self.names[body],
            "function": meant_in(membership, "role", Function),
            "attendance": known_in(membership, "label", Attendance),
            "when": span_of(membership),
        }
        return True

    def _hold(
        self, person: Thing, body: Thing | None, post: Thing | None, membership: Thing
    ) -> bool:
        """Take a membership for an office."""
        title = None
        if post is not None:
            title = post.text("label") or post.text("role")
        is_acting = title is not None and membership.peek("role") == ACTING
        if is_acting:
            membership.used.add("role")
        title = title or membership.text("role")
        if title is None:
            return False
        fields: dict[str, Any] = {"title": title, "is_acting": is_acting}
        if post is not None:
            body = self.things.target(post, "organization", "organization") or body
            fields["country"] = self._country_at(post)
            labels = post.peek("other_label")
            if isinstance(labels, list):
                post.used.add("other_label")
                fields["other_names"] = [Name(value=each) for each in labels if each]
        said_of = membership.peek("organization_id")
        if body is not None and self.sorts[body] is None:
            fields["body"] = self.names[body]
            is_said_twice = said_of in (body, body.id)
        else:
            is_said_twice = False
            if post is not None:
                post.used.discard("organization_id")
        if not is_said_twice:
            membership.used.discard("organization_id")
        self.offices.setdefault(person, []).append(Office(**fields))
        return True

    def _attendees(self) -> None:
        attendees = self.root.peek("attendees")
        self.root.used.add("attendees")
        for person in attendees if isinstance(attendees, list) else ():
            delegate = self.delegates.setdefault(person, {})
            if delegate.get("attendance") is None:
                delegate["attendance"] = Attendance.ATTENDED

    def _use_assembly(self, root: Thing) -> None:
        """Use what is said of those who meet, if it is said of the event as well."""
        for body in self._sorted(ASSEMBLY):
            body.used.add("classification")
            if body.peek("name") == root.peek("name"):
                body.used.add("name")

    # What they say and decide

    def _statement(self, speech: Thing) -> dict[str, Any]:
        speaker, listener = (
            self._named(speech, f"{name}_id", self.things.target(speech, name, "person"))
            for name in ("creator", "audience")
        )
        event = self.things.target(speech, "event", "event")
        session = self._named(speech, "event_id", None if event is self.root else event)
        if event is self.root:
            speech.used.add("event_id")
        manner = _MANNERS.get(str(speech.peek("type")))
        if manner is not None:
            speech.used.add("type")
        date = speech.text("date")
        return {
            "speakers": speaker,
            "addressees": listener,
            "manner": manner,
            "text": speech.text("text"),
            "session": session[0] if session else None,
            "when": when_of(date, date),
        }

    def _agreement(self, motion: Thing) -> dict[str, Any]:
        creator = self.things.target(motion, "creator", "person")
        proposer = self._named(motion, "creator_id", creator)
        self._body(motion)
        result, date = motion.text("result"), motion.text("date")
        status = None if result is None else _OUTCOMES.get(result) or meant(result, AgreementStatus)
        role = ParticipantRole.PROPOSER
        return {
            "number": motion.text("identifier"),
            "kind": meant_in(motion, "classification", AgreementKind),
            "text": motion.text("text"),
            "status": status,
            "when": when_of(date, date),
            "other_participants": [Participant(role=role, of=proposer)] if proposer else [],
        }

    def _body(self, thing: Thing) -> str | None:
        """Use the organization that decides, if it is those who meet, or has an id."""
        body = self.things.target(thing, "organization", "organization")
        if body is None or self.sorts[body] == ASSEMBLY:
            return None
        if thing.kind == "motion" or self.sorts[body] is not None:
            thing.used.discard("organization_id")
            return None
        return self.names[body]

    def _vote(self, event: Thing) -> dict[str, Any]:
        motion = self._named(event, "motion_id", self.things.target(event, "motion", "motion"))
        result = event.text("result")
        return {
            "on": motion[0] if motion else None,
            "body": self._body(event),
            "when": span_of(event),
            "result": None if result is None else _RESULTS.get(result) or meant(result, VoteResult),
            "ballots": list(self._ballots(event)),
            **self._counts(event),
        }

    def _counts(self, event: Thing) -> dict[str, Any]:
        counts: dict[str, Any] = {}
        for count in event.values("counts"):
            name = _FIELDS_OF_COUNTS.get(str(count["option"]))
            if name is None or name in counts or set(count) - {"option", "value"}:
                event.leave("counts", count)
            else:
                counts[name] = count["value"]
        return counts

    def _ballots(self, event: Thing) -> Iterator[Ballot]:
        for vote in self.votes.get(event, ()):
            voter = self.things.target(vote, "voter", "person", "organization")
            option = vote.text("option")
            if voter is None or option is None or voter not in self.names:
                vote.used.clear()
                continue
            yield Ballot(party=self.names[voter], vote=meant(option, BallotChoice))

    # Building

    def _all(
        self, owner: type[T], things: Any, fields: Callable[[Thing], dict[str, Any]]
    ) -> list[T]:
        built = []
        for each in things:
            members = self._with_old_id(each, fields(each))
            one = self._build(owner, each, {"id": self.names[each], **members})
            if one is not None:
                built.append(one)
        return built

    def _with_old_id(self, thing: Thing, members: dict[str, Any]) -> dict[str, Any]:
        """Keep an id that had to become another one."""
        if thing.id is not None and self.names[thing] != thing.id:
            identifier = Identifier(scheme=OF_POPOLO, value=thing.id)
            members["identifiers"] = [*members.get("identifiers", ()), identifier]
        return members

    def _build(self, owner: type[T], thing: Thing, fields: Mapping[str, Any]) -> T | None:
        try:
            return owner(**fields)
        except InvalidValueError as error:
            self.things.refuse_value(error, thing.place)
            return None

    def _unread(self) -> dict[str, object]:
        """Collect what nobody could use, by collection and id."""
        found: dict[str, object] = dict(self.things.unknown)
        for kind, things in self.things.of.items():
            unread = {each.label: rest for each in things if (rest := each.unread()) is not None}
            if unread:
                found[COLLECTION_OF[kind]] = unread
        return found

    def _raise_findings(self) -> None:
        if self.things.findings:
            raise LoadError(self.things.findings)


def _sort(body: Thing) -> str | None:
    """Tell what an organization is in a record; `None` for one that is an organization."""
    text = body.peek("classification")
    return str(text) if text in RESERVED else None
