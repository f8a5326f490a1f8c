"""A graph is read back by networkx as it was made, and says who met whom as the questions do."""

import functools
import sys
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import networkx  # type: ignore[import-untyped] # it has no types
import pytest
from hypothesis import example as case
from hypothesis import given

from confmodel import (
    Conference,
    Country,
    Delegate,
    Delegation,
    MissingExtraError,
    Person,
    Statement,
    example,
)
from confmodel.formats._graph import graph_of
from confmodel.formats.graphml import losses, to_networkx, write
from confmodel.model import Attendance, Office
from confmodel.query import Certainty, meetings, meetings_graph
from confmodel.strategies import conferences, texts
from tests.formats.growth import grows_like_a_line
from tests.formats.records import all_records, whole_records


def read(record: Conference) -> Any:
    """Read the text, and call the nodes by their keys."""
    graph = networkx.parse_graphml(write(record), force_multigraph=True)
    return networkx.relabel_nodes(graph, {node: of["key"] for node, of in graph.nodes.items()})


def kept(text: str) -> str:
    """Leave out what XML 1.0, section 2.2, has no character for."""
    return "".join(
        each for each in text if each in "\t\n\r" or (each >= " " and each not in "\ufffe\uffff")
    )


def as_data(graph: Any) -> tuple[Any, Any]:
    nodes = {
        node: {name: value for name, value in of.items() if name != "key"}
        for node, of in graph.nodes.items()
    }
    edges = sorted((*pair, sorted(of.items())) for *pair, of in graph.edges(data=True))
    return nodes, edges


def pairs(graph: Any, relation: str) -> list[tuple[str, str]]:
    return [(one, other) for one, other, of in graph.edges(data=True) if of["relation"] == relation]


@pytest.mark.parametrize("name", all_records())
def test_graph_is_read_back_as_it_was_made(name: str) -> None:
    record = all_records()[name]

    assert as_data(read(record)) == as_data(to_networkx(record))


@given(record=conferences())
def test_generated_graph_is_read_back(record: Conference) -> None:
    graph = networkx.parse_graphml(write(record), force_multigraph=True)
    made = to_networkx(record)

    assert [each["key"] for each in graph.nodes.values()] == [kept(each) for each in made]
    assert graph.number_of_edges() == made.number_of_edges()
    assert write(record) == write(record)


@pytest.mark.parametrize("certainty", Certainty)
def test_who_met_whom_is_what_the_question_says(certainty: Certainty) -> None:
    records = list(whole_records().values())
    graph = to_networkx(records, certainty=certainty)
    for kind, of_people in (("country", False), ("person", True)):
        table = meetings(records, of_people=of_people, certainty=certainty)
        plain = meetings_graph(records, of_people=of_people, certainty=certainty)
        met = {
            (one, other): of["times"]
            for one, other, of in graph.edges(data=True)
            if of["relation"] == "met" and one.startswith(f"{kind}:")
        }

        assert met == {
            (f"{kind}:{one}", f"{kind}:{other}"): each.times
            for each in table
            for one, other in ((each.first, each.second), (each.second, each.first))
        }
        assert len(met) == 2 * plain.number_of_edges()


def test_cost_grows_with_the_records_of_one_country() -> None:
    def of_one_country(size: int) -> Callable[[], object]:
        records = [
            Conference(id=f"c{n}", name="C", countries=[Country(id="pk", name="Pakistan")])
            for n in range(size)
        ]
        return functools.partial(graph_of, records, Certainty.CERTAINLY)

    assert grows_like_a_line(of_one_country, 2000)


def test_countries_and_people_are_one_node_in_many_records() -> None:
    def a_record(name: str) -> Conference:
        return Conference(
            id=name,
            name=name,
            countries=[Country(id=f"{name}-pk", name="Pakistan", code="PK")],
            delegations=[Delegation(id="d", of=[f"{name}-pk"], attendance=Attendance.ATTENDED)],
            delegates=[Delegate(id="r", name="Rosa Válè", delegation="d")],
            people=[Person(id="p", name="Rosa Vale"), Person(id="q", described_as="a diplomat")],
        )

    graph = to_networkx([a_record("one"), a_record("two")])

    assert graph.nodes["country:PK"]["ids"] == "one/one-pk two/two-pk"
    assert graph.nodes["person:rosa vale"]["name"] == "Rosa Válè"
    assert graph.nodes["person:rosa vale"]["ids"] == "one/r one/p two/r two/p"
    assert {"one/q", "two/q", "one/d", "two/d"} <= set(graph)


def test_who_spoke_of_whom() -> None:
    spoke = pairs(to_networkx(example("warsaw-2026")), "spoke_of")

    assert spoke.count(("person:mohsin naqvi", "country:AF")) == 2


def test_what_is_no_node_is_reported() -> None:
    record = Conference(
        id="c",
        name="C",
        delegates=[
            Delegate(id="r", name="R", offices=["Minister", Office(title="X", country="a")])
        ],
        countries=[Country(id="a", name="Aland")],
        statements=[Statement(id="s1", speakers=["r"]), Statement(id="s2", about=["s1", "a", "c"])],
    )

    assert {each.pointer for each in losses(record)} == {
        "/statements/1/about/0",
        "/delegates/0/offices/0",
    }


@given(name=texts())
@case(name="a\x00b\x0b\ufffe<&>\"'")
@case(name="a\rb\r\nc\t")
@case(name="]]>")
def test_name_is_kept_as_far_as_xml_can_hold_it(name: str) -> None:
    record = Conference(id="c", name=name)
    (node,) = read(record).nodes.values()

    assert node.get("name", "") == kept(name)
    assert (kept(name) != name) == (losses(record) != ())


def test_text_is_valid_xml_of_the_namespace_whose_names_are_tokens() -> None:
    root = ET.fromstring(write(example()))  # noqa: S314 - we wrote it
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = {each.get("id") for each in root.iter(f"{space}key")}
    nodes = [each.get("id") for each in root.iter(f"{space}node")]

    assert root.tag == f"{space}graphml"
    assert len(nodes) == len(set(nodes))
    assert {each.get("key") for each in root.iter(f"{space}data")} == keys
    assert {each.get("source") for each in root.iter(f"{space}edge")} <= set(nodes)


def test_missing_library_is_named_and_graphml_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingExtraError) as caught:
        to_networkx(example())

    assert caught.value.extra == "graph"
    assert write(example())
