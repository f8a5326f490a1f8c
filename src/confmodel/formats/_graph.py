"""Who took part, for whom, who met whom and who spoke of whom, as nodes and edges."""

from collections.abc import Iterator
from typing import NamedTuple

from confmodel.formats._words import word_of
from confmodel.model import (
    Conference,
    Country,
    Delegate,
    Delegation,
    Entity,
    Group,
    Organization,
    Person,
    Statement,
)
from confmodel.model.person import Human
from confmodel.query import Certainty, meetings
from confmodel.query.aggregates._records import Records, country_key, each_of, human_key

Attributes = dict[str, str | int]

PEOPLE = "person"
COUNTRIES = "country"


class Edge(NamedTuple):
    """A relation of one node to another."""

    source: str
    target: str
    attributes: Attributes


class Graph(NamedTuple):
    """The nodes by their keys, and the edges."""

    nodes: dict[str, Attributes]
    edges: list[Edge]


def graph_of(records: Records, certainty: Certainty) -> Graph:
    """Gather the graph of one record, or of many."""
    graph = Graph({}, [])
    all_records = list(each_of(records))
    # Of every node the ids that it has in the records: of a country as many as there are records.
    ids: dict[str, dict[str, None]] = {}
    for record in all_records:
        _add(graph, ids, record)
    for key, each_id in ids.items():
        graph.nodes[key]["ids"] = " ".join(each_id)
    for kind, of_people in ((COUNTRIES, False), (PEOPLE, True)):
        for each in meetings(all_records, of_people=of_people, certainty=certainty):
            one, other = f"{kind}:{each.first}", f"{kind}:{each.second}"
            met: Attributes = {
                "relation": "met",
                "times": each.times,
                "conferences": " ".join(each.conferences),
            }
            # Whoever met somebody was met: an edge each way.
            graph.edges.extend((Edge(one, other, met), Edge(other, one, dict(met))))
    return graph


def keys_of(record: Conference) -> dict[str, str]:
    """Say which node everybody in a record is, by their ids.

    A country is the same in every record by its code, or by its name where it
    has none; a person by the name. All others are of one record.
    """
    return {each.id: _key(record, each) for each in _actors(record)}


def _actors(record: Conference) -> Iterator[Entity]:
    yield record
    yield from record.countries
    yield from record.organizations
    yield from record.delegations
    yield from record.delegates
    yield from record.people
    yield from record.groups


def _key(record: Conference, actor: Entity) -> str:
    if isinstance(actor, Country):
        return f"{COUNTRIES}:{country_key(actor)}"
    if isinstance(actor, Delegate | Person):
        name = human_key(actor)
        if name is not None:
            return f"{PEOPLE}:{name}"
    return record.id if actor is record else f"{record.id}/{actor.id}"


def _add(graph: Graph, ids: dict[str, dict[str, None]], record: Conference) -> None:
    keys = keys_of(record)
    for actor in _actors(record):
        key = keys[actor.id]
        where = record.id if actor is record else f"{record.id}/{actor.id}"
        if key not in graph.nodes:
            graph.nodes[key] = _attributes(actor)
        ids.setdefault(key, {}).setdefault(where)
    for source, target, attributes in _edges(record):
        if source in keys and target in keys:
            graph.edges.append(Edge(keys[source], keys[target], attributes))


def _attributes(actor: Entity) -> Attributes:
    # A delegate is a person of whom more is said.
    kind = PEOPLE if isinstance(actor, Delegate) else actor.kind_name
    name: str | None = getattr(actor, "name", None)
    found: dict[str, str | None] = {
        "kind": kind,
        "name": name,
        "other_names": "; ".join(each.value for each in getattr(actor, "other_names", ())),
        "described_as": getattr(actor, "described_as", None),
        "code": getattr(actor, "code", None),
    }
    if isinstance(actor, Organization) and actor.kind is not None:
        found["body"] = word_of(actor.kind)
    if isinstance(actor, Group):
        found["name"] = actor.wording
        found["quantifier"] = None if actor.quantifier is None else actor.quantifier.value
        found["is_complete"] = "true" if actor.is_complete else None
    return {name: value for name, value in found.items() if value}


def _edges(record: Conference) -> Iterator[Edge]:
    for body in record.organizations:
        yield from _to("belongs_to", body.id, body.country)
    for delegation in record.delegations:
        yield Edge(delegation.id, record.id, _came("takes_part", delegation))
        for each in delegation.of:
            yield Edge(delegation.id, each, {"relation": "stands_for"})
    for delegate in record.delegates:
        side = delegate.delegation
        came = _came("takes_part" if side is None else "belongs_to", delegate)
        yield Edge(delegate.id, record.id if side is None else side, came)
    for human in (*record.delegates, *record.people):
        yield from _offices(human)
    for group in record.groups:
        yield from _members(group)
    for statement in record.statements:
        yield from _mentions(record, statement)


def _offices(human: Human) -> Iterator[Edge]:
    for office in human.offices:
        for each in (office.body, office.country):
            yield from _to("holds_office", human.id, each, title=office.title)


def _members(group: Group) -> Iterator[Edge]:
    for each in group.members:
        yield Edge(each, group.id, {"relation": "belongs_to"})
    for each in group.excluding:
        yield Edge(each, group.id, {"relation": "is_left_out"})
    yield from _to("is_part", group.id, group.out_of)
    yield from _to("belongs_to", group.id, group.country)


def _mentions(record: Conference, statement: Statement) -> Iterator[Edge]:
    where = f"{record.id}/{statement.id}"
    for speaker in statement.speakers:
        for each in statement.about:
            yield Edge(speaker, each, {"relation": "spoke_of", "statement": where})


def _to(relation: str, source: str, target: str | None, **more: str) -> Iterator[Edge]:
    if target is not None:
        yield Edge(source, target, {"relation": relation, **more})


def _came(relation: str, party: Delegate | Delegation) -> Attributes:
    role = party.function if isinstance(party, Delegate) else party.capacity
    found: Attributes = {"relation": relation}
    if role is not None:
        found["role"] = word_of(role)
    if party.attendance is not None:
        found["attendance"] = word_of(party.attendance)
    return found
