"""A record as an RDF graph: every field in our own terms, and the terms of standards beside them.

Our own terms follow the model, one class and one property each, so that nothing
is lost. Beside them stand those that others understand: PROV-O says who acted,
for whom, and what was derived from what; the Web Annotation Data Model says
which words of which source prove a thing.
"""

import json
import re
from decimal import Decimal
from types import ModuleType
from typing import Any

from confmodel._addresses import SITE
from confmodel.errors import InvalidValueError, MissingExtraError, shown
from confmodel.model import (
    Agreement,
    Conference,
    Country,
    Delegate,
    Delegation,
    Evidence,
    Group,
    Organization,
    Other,
    Person,
    Record,
    Session,
    Source,
    Statement,
    Vote,
    When,
)
from confmodel.model._shape import Field, Form, fields_of

TERMS = f"{SITE}terms/v1#"
"""The namespace of our own terms: a class is called as in the model, a property as its field."""

BASE = "urn:x-confmodel:"
"""What the names of things begin with, unless the caller has a place of their own on the web."""

_PROV = "http://www.w3.org/ns/prov#"
_OA = "http://www.w3.org/ns/oa#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"

_CLASSES: dict[type, tuple[str, ...]] = {
    Agreement: (_PROV + "Entity",),
    Conference: (_PROV + "Activity",),
    Country: (_PROV + "Agent",),
    Delegate: (_PROV + "Person",),
    Delegation: (_PROV + "Agent",),
    Evidence: (_OA + "Annotation",),
    Group: (_PROV + "Agent",),
    Organization: (_PROV + "Organization",),
    Person: (_PROV + "Person",),
    Session: (_PROV + "Activity",),
    Source: (_PROV + "Entity",),
    Statement: (_PROV + "Entity",),
    Vote: (_PROV + "Activity",),
}
"""Classes of standards that ours are kinds of."""

_PROPERTIES: dict[tuple[type, str], str] = {
    (Agreement, "replaces"): _PROV + "wasRevisionOf",
    (Delegate, "delegation"): _PROV + "actedOnBehalfOf",
    (Delegation, "of"): _PROV + "actedOnBehalfOf",
    (Statement, "session"): _PROV + "wasGeneratedBy",
    (Statement, "speakers"): _PROV + "wasAttributedTo",
}
"""Properties of standards that hold wherever ours do."""

_LABELS = ("name", "title", "wording", "label", "text")
"""Fields that make a label for people, the first that is filled."""

_IN_ORDER = frozenset({(Statement, "via")})
"""References whose order means something."""

_XSD = "http://www.w3.org/2001/XMLSchema#"
_EDTF = "http://id.loc.gov/datatypes/edtf"
"""The data type of dates, as the Library of Congress names it."""

_PREFIXES = {"": TERMS, "prov": _PROV, "oa": _OA, "rdfs": _RDFS}
_SHORT_NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
"""What may stand behind a prefix; Turtle allows more, which our terms do not need."""

_NOT_IN_AN_IRI = frozenset('<>" {}|\\^`') | frozenset(map(chr, range(0x21)))


def graph_of(record: Conference, base: str) -> Any:
    """Build the graph of a record, as an `rdflib.Graph`.

    Args:
        record: The record.
        base: What the names of things begin with, an absolute IRI. The
            conference is called by it and its id, and everything else by that
            name, `#`, and its own id or its place.

    Raises:
        InvalidValueError: If `base` is no absolute IRI.
        MissingExtraError: If rdflib is not installed.
    """
    if not isinstance(base, str) or ":" not in base or not _NOT_IN_AN_IRI.isdisjoint(base):
        raise InvalidValueError(
            code="E101",
            path="base",
            value=base,
            message=f"{shown(base)} is no absolute IRI",
            help="give one such as 'https://example.org/records/' (RFC 3987)",
        )
    writer = _Writer(_rdflib(), f"{base}{record.id}", record.id)
    writer.put(record, writer.root, None)
    for delegation in record.delegations:
        writer.link(writer.root, _PROV + "wasAssociatedWith", writer.name_of(delegation.id))
    return writer.graph


def _rdflib() -> ModuleType:
    """Load rdflib, at its first use."""
    try:
        import rdflib  # noqa: PLC0415 - for the reason above
    except ModuleNotFoundError as error:
        if error.name != "rdflib":
            raise
        raise MissingExtraError("writing RDF", extra="rdf") from None
    return rdflib


def _short_names(rdflib: ModuleType, graph: Any) -> Any:
    """Make what says how a name is written with a prefix, as a `NamespaceManager` of a graph.

    The one of rdflib takes all that stands before the last word of a name for
    a namespace of its own, and compares each with all others: with the names
    of a record, that is the square of their number.
    """

    class ShortNames(rdflib.namespace.NamespaceManager):  # type: ignore[misc, name-defined]  # the library is loaded at its first use
        def compute_qname(self, uri: str, generate: bool = True) -> tuple[str, str, str]:  # noqa: ARG002, FBT001, FBT002 - the signature is that of rdflib
            for prefix, namespace in _PREFIXES.items():
                name = uri.removeprefix(namespace)
                if name != uri and _SHORT_NAME.fullmatch(name):
                    return prefix, rdflib.URIRef(namespace), name
            # So the caller knows that there is none.
            raise KeyError(uri)

    names = ShortNames(graph, bind_namespaces="none")
    for prefix, namespace in _PREFIXES.items():
        names.bind(prefix, namespace)
    return names


class _Writer:
    """Puts the objects of one record into a graph."""

    def __init__(self, rdflib: ModuleType, root: str, identifier: str) -> None:
        self.rdflib = rdflib
        self.root = root
        self.identifier = identifier
        self.graph = rdflib.Graph(bind_namespaces="none")
        self.graph.namespace_manager = _short_names(rdflib, self.graph)

    def name_of(self, identifier: str) -> str:
        """Name what has an id."""
        return self.root if identifier == self.identifier else f"{self.root}#{identifier}"

    def link(self, subject: str, term: str, target: str) -> None:
        """Say that one thing stands in a relation to another."""
        name = self.rdflib.URIRef
        self.graph.add((name(subject), name(term), name(target)))

    def say(self, subject: str, term: str, text: str, kind: str | None = None) -> None:
        """Say that a thing has a value, of a data type or plain text."""
        name = self.rdflib.URIRef
        # As it is written: rdflib would turn what it knows into its own form.
        datatype = None if kind is None else name(kind)
        literal = self.rdflib.Literal(text, datatype=datatype, normalize=False)
        self.graph.add((name(subject), name(term), literal))

    def put(self, value: Record | Other, subject: str, owner: str | None) -> None:
        """Put an object and all that it holds."""
        kind = type(value)
        for each in (TERMS + kind.__name__, *_CLASSES.get(kind, ())):
            self.link(subject, _RDF + "type", each)
        for field in fields_of(kind):
            held = getattr(value, field.name)
            for place, each in enumerate(held if field.is_many else (held,)):
                if each is not None:
                    self.put_one(kind, field, subject, each, place if field.is_many else None)
        label = next((text for name in _LABELS if (text := getattr(value, name, None))), None)
        if isinstance(label, str):
            self.say(subject, _RDFS + "label", label)
        if isinstance(value, Evidence) and owner is not None:
            self.annotate(value, subject, owner)

    def put_one(self, kind: type, field: Field, subject: str, each: Any, place: int | None) -> None:
        """Put one thing that stands in a field."""
        term = TERMS + field.name
        inside = f"{subject}{'/' if '#' in subject else '#/'}{field.name}"
        if place is not None:
            inside = f"{inside}/{place}"
        if isinstance(each, Other):
            self.say(subject, term, each.other)
        elif field.form is Form.OBJECT:
            name = self.name_of(each.id) if getattr(each, "id", None) else inside
            self.link(subject, term, name)
            self.put(each, name, subject)
        elif field.form is Form.CHOICE:
            self.link(subject, term, f"{TERMS}{type(each).__name__}/{each.value}")
        elif field.form is Form.DATE:
            self.put_date(subject, term, each)
        elif field.form is Form.EXTRA:
            text = ",".join(f"{json.dumps(name)}:{text}" for name, text in each.texts())
            self.say(subject, term, "{" + text + "}", _RDF + "JSON")
        elif field.name in _FIELD_NAMES:
            self.link(subject, term, TERMS + each)
        elif field.refers_to is not None and not field.is_address:
            self.refer(kind, field, subject, self.name_of(each), inside)
        else:
            self.say(subject, term, _written(each), _TYPES[field.form])

    def refer(self, kind: type, field: Field, subject: str, target: str, inside: str) -> None:
        """Put a reference, and what standards call it."""
        self.link(subject, TERMS + field.name, target)
        if (kind, field.name) in _IN_ORDER:
            # What comes first is said by the number in the name, as for all that has no id.
            self.link(inside, TERMS + "refers_to", target)
        if (kind, field.name) in _PROPERTIES:
            self.link(subject, _PROPERTIES[kind, field.name], target)

    def put_date(self, subject: str, term: str, when: When) -> None:
        """Put a date, and the words for it."""
        if when.edtf is not None:
            self.say(subject, term, when.edtf, _EDTF)
        if when.wording is not None:
            self.say(subject, term + "_wording", when.wording)

    def annotate(self, evidence: Evidence, subject: str, owner: str) -> None:
        """Say in the terms of the Web Annotation Data Model which words prove a thing."""
        self.link(subject, _OA + "hasBody", owner)
        if evidence.source is None:
            return
        source = self.name_of(evidence.source)
        self.link(owner, _PROV + "wasDerivedFrom", source)
        target = f"{subject}/target"
        self.link(subject, _OA + "hasTarget", target)
        self.link(target, _RDF + "type", _OA + "SpecificResource")
        self.link(target, _OA + "hasSource", source)
        if evidence.exact is not None:
            quote = f"{target}/quote"
            self.link(target, _OA + "hasSelector", quote)
            self.link(quote, _RDF + "type", _OA + "TextQuoteSelector")
            for name in ("exact", "prefix", "suffix"):
                if (words := getattr(evidence, name)) is not None:
                    self.say(quote, _OA + name, words)
        if evidence.start is not None and evidence.end is not None:
            position = f"{target}/position"
            self.link(target, _OA + "hasSelector", position)
            self.link(position, _RDF + "type", _OA + "TextPositionSelector")
            for name, offset in (("start", evidence.start), ("end", evidence.end)):
                self.say(position, _OA + name, str(offset), _XSD + "nonNegativeInteger")


_FIELD_NAMES = frozenset({"not_stated", "supports"})
"""Fields that name fields."""

_TYPES = {
    Form.TEXT: None,
    Form.WHOLE: _XSD + "integer",
    Form.DECIMAL: _XSD + "decimal",
    Form.FLAG: _XSD + "boolean",
}


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, Decimal):
        return str(value)
    # xsd:decimal has no exponent, and Turtle takes a number without a point for an integer.
    plain = format(value, "f")
    return plain if "." in plain else f"{plain}.0"
