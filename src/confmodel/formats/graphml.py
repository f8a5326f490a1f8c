"""GraphML, and graphs of networkx: who took part, met whom and spoke of whom. Written only.

GraphML 1.0 is read by Gephi, yEd, Cytoscape, igraph and networkx. The graph is
directed, and two nodes may have several edges; `relation` says what each is:

- `met`, once each way: as `confmodel.query.meetings` says it, for countries and
  for people;
- `spoke_of`: from each speaker to everybody whom a statement is about;
- `takes_part`, `stands_for`, `belongs_to`, `holds_office`, `is_part` and
  `is_left_out`: how delegates, delegations, bodies, groups and states hang
  together.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from confmodel.errors import MissingExtraError
from confmodel.formats._format import by_name
from confmodel.formats._graph import Attributes, graph_of, keys_of
from confmodel.formats._losses import Loss, Says, changed_texts, left_out, with_texts
from confmodel.model import (
    Conference,
    Country,
    Delegate,
    Delegation,
    Group,
    Name,
    Office,
    Organization,
    Person,
    Statement,
)
from confmodel.query import Certainty
from confmodel.query.aggregates._records import Records

_HUMAN = "id name other_names described_as offices"
_FIELDS = {
    Conference: "id name other_names countries organizations delegations delegates people groups"
    " statements",
    Country: "id name other_names code",
    Organization: "id name other_names kind country",
    Delegation: "id name of capacity attendance",
    Delegate: f"{_HUMAN} delegation function attendance",
    Person: _HUMAN,
    Group: "id wording quantifier country members is_complete out_of excluding",
    Statement: "id speakers about",
    Name: "value",
    Office: "title body country",
}
_NO_NODE = "what is no country, body, person, group or the conference"
_OFFICES = "those of no body and no country of the record"

SAYS = Says(
    _FIELDS,
    with_texts(
        _FIELDS,
        "characters that XML 1.0 cannot hold",
        {
            Delegate: {"offices": _OFFICES},
            Person: {"offices": _OFFICES},
            Statement: {"speakers": _NO_NODE, "about": _NO_NODE},
        },
    ),
)
"""What a graph says of a record."""

FORMAT = by_name("graphml")
"""What is known of the format."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHOLE = ("times",)
"""The attributes that are whole numbers; all others are text."""


def write(record: Conference, *, certainty: Certainty = Certainty.CERTAINLY) -> str:
    """Write the graph of a record as GraphML.

    The nodes are called `n0`, `n1` and so on, and have their key as an attribute,
    because GraphML allows no spaces in the name of a node. All who were there met
    each other, so that a thousand people have about a million edges.

    Args:
        record: The record.
        certainty: Whether those met of whom it is not said that they came.

    Examples:
        >>> from confmodel import example
        >>> print(write(example()).splitlines()[1])
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    """
    return "".join(f"{line}\n" for line in _lines(record, certainty))


def to_networkx(records: Records, *, certainty: Certainty = Certainty.CERTAINLY) -> Any:
    """Return the graph of one record, or of many, as a `MultiDiGraph` of networkx.

    A country is one node in all the records, by its code; so is a person, by the
    name, which two may share by chance. The nodes and edges have the attributes
    that `write` writes. For who met whom alone, see `confmodel.query.meetings_graph`.

    Args:
        records: One record, or many.
        certainty: Whether those met of whom it is not said that they came.

    Raises:
        MissingExtraError: If networkx is not installed.

    Examples:
        >>> from confmodel import example
        >>> graph = to_networkx(example())
        >>> sorted(
        ...     {
        ...         graph.nodes[to]["name"]
        ...         for _, to, each in graph.edges(data=True)
        ...         if each["relation"] == "spoke_of"
        ...     }
        ... )
        ['...']
    """
    try:
        # Large, and not everybody has it; its types are not ours to promise.
        networkx = import_module("networkx")
    except ImportError:
        raise MissingExtraError("a graph of networkx", extra="graph") from None
    found = graph_of(records, certainty)
    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(found.nodes.items())
    graph.add_edges_from(found.edges)
    return graph


def losses(record: Conference) -> tuple[Loss, ...]:
    """Tell what of a record a graph cannot say."""
    letters = changed_texts(record, SAYS, _kept, "has characters that XML cannot hold")
    return (*left_out(record, SAYS), *_own(record), *letters)


def _own(record: Conference) -> Iterator[Loss]:
    keys = keys_of(record)
    for n, statement in enumerate(record.statements):
        for name in ("speakers", "about"):
            for m, each in enumerate(getattr(statement, name)):
                if each not in keys:
                    yield Loss(
                        pointer=f"/statements/{n}/{name}/{m}",
                        field=f"Statement.{name}",
                        message=f"{each} is no node of the graph",
                    )
    for name in ("delegates", "people"):
        for n, human in enumerate(getattr(record, name)):
            for m, office in enumerate(human.offices):
                if office.body is None and office.country is None:
                    yield Loss(
                        pointer=f"/{name}/{n}/offices/{m}",
                        field=f"{type(human).__name__}.offices",
                        message="an office of nobody in the record is no edge of the graph",
                    )


def _lines(record: Conference, certainty: Certainty) -> Iterator[str]:
    graph = graph_of(record, certainty)
    names = {key: f"n{n}" for n, key in enumerate(graph.nodes)}
    nodes: list[Attributes] = [{"key": key, **graph.nodes[key]} for key in graph.nodes]
    edges = [each.attributes for each in graph.edges]
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    keys: dict[tuple[str, str], str] = {}
    for owner, all_of_them in (("node", nodes), ("edge", edges)):
        for name in dict.fromkeys(name for each in all_of_them for name in each):
            key = keys[owner, name] = f"{owner}-{name}"
            kind = "int" if name in _WHOLE else "string"
            yield f'  <key id="{key}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'
    yield f'  <graph id={quoteattr(record.id)} edgedefault="directed">'
    for node, attributes in zip(names.values(), nodes, strict=True):
        yield f'    <node id="{node}">'
        yield from _data(keys, "node", attributes)
        yield "    </node>"
    for n, edge in enumerate(graph.edges):
        ends = f'source="{names[edge.source]}" target="{names[edge.target]}"'
        yield f'    <edge id="e{n}" {ends}>'
        yield from _data(keys, "edge", edge.attributes)
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _data(keys: dict[tuple[str, str], str], owner: str, attributes: Attributes) -> Iterator[str]:
    for name, value in attributes.items():
        text = escape(_kept(str(value)), {"\r": "&#13;"})
        yield f'      <data key="{keys[owner, name]}">{text}</data>'


def _kept(text: str) -> str:
    r"""Leave out what XML 1.0 cannot hold (section 2.2).

    Examples:
        >>> _kept("Lake\x00side")
        'Lakeside'
    """
    return _NOT_XML.sub("", text)
