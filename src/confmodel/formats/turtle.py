"""Turtle: a record as RDF that people can read (RDF 1.1 Turtle)."""

from confmodel.formats._format import by_name
from confmodel.formats._rdf_graph import BASE as _BASE
from confmodel.formats._rdf_graph import graph_of
from confmodel.model import Conference

FORMAT = by_name("turtle")
"""What is known of the format."""


def write(record: Conference, *, base: str = _BASE) -> str:
    """Write a record.

    Args:
        record: The record.
        base: What the names of things begin with, an absolute IRI, such as the
            place where your records are published.

    Raises:
        InvalidValueError: If `base` is no absolute IRI.
        MissingExtraError: If rdflib is not installed.

    Examples:
        >>> record = Conference(id="lakeside-2031", name="Lakeside Conference")
        >>> print(write(record))
        @prefix : <https://example.org/confmodel/terms/v1#> .
        ...
        <urn:x-confmodel:lakeside-2031> a prov:Activity,
                :Conference ;
            rdfs:label "Lakeside Conference" ;
        ...
    """
    text: str = graph_of(record, base).serialize(format="turtle")
    return text
