"""FollowTheMoney: entities for investigative tools such as Aleph. Written only.

One JSON object a line, as `ftm` and Aleph read them: `id`, `schema` and
`properties`, every value in a list. Nothing is written that its schemata do not
have; what took place at an event, such as statements and agreements, is beyond
them.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator

from confmodel.formats._followthemoney_values import (
    Properties,
    code_of,
    dates_of,
    names_of,
    optional,
    prefix_of,
    span_of,
    unique,
    wikidata_of,
)
from confmodel.formats._format import by_name
from confmodel.formats._losses import Loss, Says, left_out
from confmodel.formats._words import word_of
from confmodel.model import (
    Conference,
    Country,
    Delegate,
    Delegation,
    Entity,
    Evidence,
    Identifier,
    Name,
    Office,
    Organization,
    OrganizationKind,
    Person,
    Place,
    Source,
    SourceKind,
    Topic,
    When,
)
from confmodel.model.person import Human
from confmodel.query._memory import sides

_DATE = "what is no plain date: words, `~` and `?`, seasons, decades, open ends, zones"
_UNNAMED = "those without a name, and what is said of them"
_IDENTIFIERS = "all but those of Wikidata"
_CODE = "codes that FollowTheMoney does not have"
_OF = "groups"

_ENTITY = "id identifiers evidence"
SAYS = Says(
    {
        Conference: f"{_ENTITY} name other_names theme kind when places topics organizers"
        " sources countries organizations delegations delegates people",
        Country: f"{_ENTITY} name other_names code",
        Organization: f"{_ENTITY} name other_names acronym kind country founded",
        Delegation: "id of capacity attendance when",
        Delegate: f"{_ENTITY} name other_names honorific offices delegation function"
        " attendance when",
        Person: f"{_ENTITY} name other_names honorific offices",
        Source: "id identifiers kind title publisher author published modified url",
        Evidence: "source",
        Identifier: "scheme value",
        Name: "value",
        Office: "title country",
        Place: "name country",
        Topic: "label",
    },
    {
        Conference: {
            "identifiers": _IDENTIFIERS,
            "when": _DATE,
            "organizers": "delegations and groups, and people without a name",
            "sources": "those without a title",
            "delegates": _UNNAMED,
            "people": _UNNAMED,
        },
        Country: {"identifiers": _IDENTIFIERS, "code": _CODE},
        Organization: {"identifiers": _IDENTIFIERS, "founded": _DATE},
        Delegation: {"of": _OF, "when": _DATE},
        Delegate: {"identifiers": _IDENTIFIERS, "when": _DATE},
        Person: {"identifiers": _IDENTIFIERS},
        Source: {
            "identifiers": _IDENTIFIERS,
            "kind": "all but whether it is an article of the press",
            "published": _DATE,
            "modified": _DATE,
            "url": "addresses that do not begin with http:// or https://",
        },
        Evidence: {"source": "sources without a title"},
    },
)
"""What FollowTheMoney says of a record."""

FORMAT = by_name("followthemoney")
"""What is known of the format."""

_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_PRESS = (SourceKind.NEWS_REPORT, SourceKind.OPINION)

_PUBLIC = sides.ORGANS | {OrganizationKind.IGO}


def write(record: Conference) -> str:
    """Write a record as entities, one on each line.

    The conference is an `Event`, a state a `LegalEntity`, a body an
    `Organization`, `PublicBody` or `Company`, a source a `Document` or `Article`,
    and everybody who has a name a `Person`. Who takes part is linked to the event
    (`UnknownLink`), and delegates to those for whom they are there
    (`Representation`). Ids are made of those in the record, and stay the same.

    Args:
        record: The record.

    Examples:
        >>> print(write(Conference(id="c", name="Lakeside", when="2031-05")), end="")
        {"id":"...","schema":"Event","properties":{"name":["Lakeside"],"date":["2031-05"]}}
    """
    return "".join(
        json.dumps(each, ensure_ascii=False, separators=(",", ":")) + "\n"
        for each in entities(record)
    )


def entities(record: Conference) -> Iterator[dict[str, object]]:
    """Go through the entities of a record, as plain values.

    Args:
        record: The record.

    Examples:
        >>> from confmodel import example
        >>> next(each["properties"]["name"] for each in entities(example("warsaw-2026")))
        ['...']
    """
    yield from _Writer(record).entities()


def losses(record: Conference) -> tuple[Loss, ...]:
    """Tell what of a record FollowTheMoney cannot say."""
    return (*left_out(record, SAYS), *_Writer(record).losses())


class _Writer:
    """What has to be known of one record to write its entities."""

    def __init__(self, record: Conference) -> None:
        self.record = record
        self.codes = {each.id: code for each in record.countries if (code := code_of(each))}
        self.documents = {each.id for each in record.sources if each.title is not None}
        people = (*record.delegates, *record.people)
        self.people = {each.id for each in people if each.name is not None}
        bodies = (*record.countries, *record.organizations)
        self.bodies = {each.id for each in bodies}
        self.delegations = {each.id: each for each in record.delegations}

    def entities(self) -> Iterator[dict[str, object]]:
        record = self.record
        yield self.event()
        for country in record.countries:
            yield self.country(country)
        for body in record.organizations:
            yield self.organization(body)
        for human in (*record.delegates, *record.people):
            if human.id in self.people:
                yield self.person(human)
        for source in record.sources:
            if source.id in self.documents:
                yield self.document(source)
        for delegation in record.delegations:
            yield from self.participation(delegation)
        for delegate in record.delegates:
            if delegate.id in self.people:
                yield from self.presence(delegate)

    def key(self, *ids: str) -> str:
        """Make an id that has only the letters which FollowTheMoney allows."""
        text = "/".join((self.record.id, *ids))
        return hashlib.sha256(text.encode()).hexdigest()[:40]

    def thing(
        self, schema: str, entity: Entity, ids: Iterable[str], properties: Properties
    ) -> dict[str, object]:
        # What proves that a document is as it is, is the document.
        evidence = () if isinstance(entity, Source) else entity.evidence
        properties["proof"] = unique(
            self.key(each.source) for each in evidence if each.source in self.documents
        )
        properties["wikidataId"] = [
            found for each in entity.identifiers if (found := wikidata_of(each))
        ]
        return _entity(self.key(*ids), schema, properties)

    def event(self) -> dict[str, object]:
        record = self.record
        kind = [] if record.kind is None else [word_of(record.kind)]
        properties: Properties = {
            "name": [record.name],
            "alias": names_of(record.other_names),
            "summary": optional(record.theme),
            "keywords": unique([*kind, *(each.label for each in record.topics)]),
            **span_of(record.when),
            "location": unique(each.name for each in record.places),
            "country": self.countries(each.country for each in record.places),
            "organizer": [self.key(each) for each in record.organizers if self.is_legal(each)],
        }
        return self.thing("Event", record, (), properties)

    def is_legal(self, identifier: str) -> bool:
        return identifier in self.bodies or identifier in self.people

    def countries(self, given: Iterable[str | None]) -> list[str]:
        return unique(self.codes[each] for each in given if each in self.codes)

    def country(self, country: Country) -> dict[str, object]:
        properties: Properties = {
            "name": [country.name],
            "alias": names_of(country.other_names),
            "country": self.countries([country.id]),
        }
        return self.thing("LegalEntity", country, [country.id], properties)

    def organization(self, body: Organization) -> dict[str, object]:
        schema = "PublicBody" if body.kind in _PUBLIC else "Organization"
        if body.kind is OrganizationKind.COMPANY:
            schema = "Company"
        founded = None if body.founded is None else prefix_of(body.founded)
        properties: Properties = {
            "name": [body.name],
            "alias": names_of(body.other_names),
            "weakAlias": optional(body.acronym),
            "classification": [] if body.kind is None else [word_of(body.kind)],
            "country": self.countries([body.country]),
            "incorporationDate": optional(founded),
        }
        return self.thing(schema, body, [body.id], properties)

    def person(self, human: Human) -> dict[str, object]:
        properties: Properties = {
            "name": optional(human.name),
            "alias": names_of(human.other_names),
            "title": optional(human.honorific),
            "position": unique(each.title for each in human.offices),
            "country": self.countries(each.country for each in human.offices),
        }
        return self.thing("Person", human, [human.id], properties)

    def document(self, source: Source) -> dict[str, object]:
        title = optional(source.title)
        properties: Properties = {
            "name": title,
            "title": title,
            "author": optional(source.author),
            "publisher": optional(source.publisher),
            "publishedAt": optional(
                None if source.published is None else prefix_of(source.published)
            ),
            "modifiedAt": optional(None if source.modified is None else prefix_of(source.modified)),
            "sourceUrl": [source.url] if source.url and _URL.fullmatch(source.url) else [],
        }
        schema = "Article" if source.kind in _PRESS else "Document"
        return self.thing(schema, source, [source.id], properties)

    def participation(self, delegation: Delegation) -> Iterator[dict[str, object]]:
        """Link each of those whom a delegation stands for to the event."""
        capacity = None if delegation.capacity is None else word_of(delegation.capacity)
        for party in dict.fromkeys(delegation.of):
            if party in self.bodies:
                yield self.link(party, delegation, capacity)

    def link(self, party: str, came: Delegation | Delegate, role: str | None) -> dict[str, object]:
        properties: Properties = {
            "subject": [self.key(party)],
            "object": [self.key()],
            "role": optional(role),
            "status": [] if came.attendance is None else [word_of(came.attendance)],
            **span_of(came.when),
        }
        return _entity(self.key("at", came.id, party), "UnknownLink", properties)

    def presence(self, delegate: Delegate) -> Iterator[dict[str, object]]:
        """Link a delegate to the event, and to those for whom they are there."""
        function = None if delegate.function is None else word_of(delegate.function)
        yield self.link(delegate.id, delegate, function)
        delegation = self.delegations.get(delegate.delegation or "")
        for party in () if delegation is None else dict.fromkeys(delegation.of):
            if party in self.bodies:
                properties: Properties = {
                    "agent": [self.key(delegate.id)],
                    "client": [self.key(party)],
                    "role": optional(function),
                }
                yield _entity(self.key("for", delegate.id, party), "Representation", properties)

    def losses(self) -> Iterator[Loss]:
        record = self.record
        yield from self._of_event()
        for n, source in enumerate(record.sources):
            yield from self._of_source(source, n)
        for n, country in enumerate(record.countries):
            yield from self._of_country(country, n)
        for n, body in enumerate(record.organizations):
            yield from self._of_thing(body, f"/organizations/{n}")
            yield from _lost_date(body, "founded", f"/organizations/{n}")
        for n, delegation in enumerate(record.delegations):
            yield from self._of_delegation(delegation, n)
        for name in ("delegates", "people"):
            for n, human in enumerate(getattr(record, name)):
                yield from self._of_human(human, name, n)

    def _of_event(self) -> Iterator[Loss]:
        yield from self._of_thing(self.record, "")
        yield from _lost_date(self.record, "when", "", is_span=True)
        for n, each in enumerate(self.record.organizers):
            if not self.is_legal(each):
                message = f"{each} is no entity there"
                yield _loss(f"/organizers/{n}", "Conference.organizers", message)

    def _of_country(self, country: Country, n: int) -> Iterator[Loss]:
        yield from self._of_thing(country, f"/countries/{n}")
        if country.code is not None and country.id not in self.codes:
            message = f"{country.code} is not in its list of countries"
            yield _loss(f"/countries/{n}/code", "Country.code", message)

    def _of_delegation(self, delegation: Delegation, n: int) -> Iterator[Loss]:
        yield from _lost_date(delegation, "when", f"/delegations/{n}", is_span=True)
        if not self.bodies.issuperset(delegation.of):
            yield _loss(f"/delegations/{n}/of", "Delegation.of", "a group is no entity there")

    def _of_human(self, human: Human, name: str, n: int) -> Iterator[Loss]:
        pointer = f"/{name}/{n}"
        if human.id not in self.people:
            yield _loss(pointer, f"Conference.{name}", f"{human.id} has no name")
            return
        yield from self._of_thing(human, pointer)
        if isinstance(human, Delegate):
            yield from _lost_date(human, "when", pointer, is_span=True)

    def _of_source(self, source: Source, n: int) -> Iterator[Loss]:
        pointer = f"/sources/{n}"
        if source.id not in self.documents:
            yield _loss(pointer, "Conference.sources", f"{source.id} has no title")
            return
        yield from self._of_thing(source, pointer)
        yield from _lost_date(source, "published", pointer)
        yield from _lost_date(source, "modified", pointer)
        if source.url is not None and not _URL.fullmatch(source.url):
            yield _loss(f"{pointer}/url", "Source.url", "url is no address of the web")
        if source.kind is not None and source.kind is not SourceKind.NEWS_REPORT:
            message = f"{word_of(source.kind)} is only told to be an article or not"
            yield _loss(f"{pointer}/kind", "Source.kind", message)

    def _of_thing(self, entity: Entity, pointer: str) -> Iterator[Loss]:
        owner = type(entity).__name__
        for n, identifier in enumerate(entity.identifiers):
            if wikidata_of(identifier) is None:
                message = f"{identifier.scheme} has no property there"
                yield _loss(f"{pointer}/identifiers/{n}", f"{owner}.identifiers", message)
        for n, each in enumerate(() if isinstance(entity, Source) else entity.evidence):
            if each.source is not None and each.source not in self.documents:
                where = f"{pointer}/evidence/{n}/source"
                yield _loss(where, "Evidence.source", f"{each.source} has no title")


def _loss(pointer: str, field: str, message: str) -> Loss:
    return Loss(pointer=pointer, field=field, message=message)


def _lost_date(owner: object, name: str, pointer: str, *, is_span: bool = False) -> Iterator[Loss]:
    when: When | None = getattr(owner, name)
    if when is None:
        return
    dates = dates_of(when) if is_span else tuple(optional(prefix_of(when)))
    # If the dates that are written are the text as it was, nothing is lost.
    if when.wording is not None or "/".join(dates) != when.edtf:
        said = f"of {when} only {' and '.join(dates)}" if dates else str(when)
        field = f"{type(owner).__name__}.{name}"
        yield _loss(
            f"{pointer}/{name}", field, said + (" can be said" if dates else " cannot be said")
        )


def _entity(key: str, schema: str, properties: Properties) -> dict[str, object]:
    kept = {name: values for name, values in properties.items() if values}
    return {"id": key, "schema": schema, "properties": kept}
