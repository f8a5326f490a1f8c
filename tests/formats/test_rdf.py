"""RDF: every field in our own terms, and what PROV-O and Web Annotation call it."""

import builtins
import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from confmodel import (
    Conference,
    Evidence,
    InvalidValueError,
    MissingExtraError,
    Statement,
    dump,
    example,
)
from confmodel.formats import ntriples, turtle
from confmodel.formats._rdf_graph import TERMS
from confmodel.model import Source
from confmodel.strategies import conferences
from tests.formats.growth import grows_like_a_line

rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed: the extra `rdf`")

PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
LAKESIDE = "urn:x-confmodel:lakeside-2031"


def parsed(text: str, form: str = "turtle") -> Any:
    return rdflib.Graph().parse(data=text, format=form)


def objects(graph: Any, subject: str, term: str) -> set[str]:
    return {str(each) for each in graph.objects(rdflib.URIRef(subject), rdflib.URIRef(term))}


@pytest.fixture(scope="module")
def lakeside() -> Any:
    return parsed(turtle.write(example("lakeside-2031")))


@pytest.mark.parametrize("name", ["lakeside-2031", "harbour-1974"])
def test_both_forms_hold_the_same_graph(name: str) -> None:
    record = example(name)
    one, other = parsed(turtle.write(record)), parsed(ntriples.write(record), "nt")

    assert set(one) == set(other)
    assert len(one) > 100


@settings(max_examples=5)
@given(record=conferences(max_statements=1))
def test_whatever_stands_in_a_record_stays_a_literal(record: Conference) -> None:
    graph = parsed(ntriples.write(record), "nt")

    assert {record.name} <= objects(graph, f"urn:x-confmodel:{record.id}", TERMS + "name")
    assert all(isinstance(each, rdflib.URIRef) for each in graph.predicates())


def test_nothing_has_no_name() -> None:
    """Blank nodes would be called otherwise in every file."""
    graph = parsed(turtle.write(example()))

    assert not [each for triple in graph for each in triple if isinstance(each, rdflib.BNode)]


def test_hostile_text_breaks_out_of_no_literal() -> None:
    name = 'C" . <urn:a> <urn:b> "c\\\n\r\t\x00\x85\u2028\'\'\'"""'
    record = Conference(id="c", name=name)

    for text, form in ((turtle.write(record), "turtle"), (ntriples.write(record), "nt")):
        graph = parsed(text, form)
        assert objects(graph, "urn:x-confmodel:c", TERMS + "name") == {name}
        assert rdflib.URIRef("urn:a") not in set(graph.subjects())


# What the standards call it


def test_evidence_is_an_annotation_of_its_source(lakeside: Any) -> None:
    record = example("lakeside-2031")
    (statement, *_) = [each for each in record.statements if each.evidence]
    evidence = statement.evidence[0]
    name = f"{LAKESIDE}#{statement.id}/evidence/0"

    assert objects(lakeside, name, OA + "hasBody") == {f"{LAKESIDE}#{statement.id}"}
    (target,) = objects(lakeside, name, OA + "hasTarget")
    assert objects(lakeside, target, OA + "hasSource") == {f"{LAKESIDE}#{evidence.source}"}
    selectors = objects(lakeside, target, OA + "hasSelector")
    exact = {text for each in selectors for text in objects(lakeside, each, OA + "exact")}
    start = {text for each in selectors for text in objects(lakeside, each, OA + "start")}
    end = {text for each in selectors for text in objects(lakeside, each, OA + "end")}
    assert (exact, start, end) == ({evidence.exact}, {str(evidence.start)}, {str(evidence.end)})


def test_sealed_evidence_keeps_its_place_and_has_no_words() -> None:
    graph = parsed(turtle.write(example()))
    kinds = {str(each) for each in graph.objects(None, rdflib.RDF.type)}

    assert OA + "TextPositionSelector" in kinds
    assert not any(
        str(each).startswith("urn:x-confmodel:warsaw-2026#") and "/pieces/" not in str(each)
        for each in graph.subjects(rdflib.RDF.type, rdflib.URIRef(OA + "TextQuoteSelector"))
    )


def test_statement_is_attributed_to_its_speakers_and_derived_from_its_source() -> None:
    record = Conference(
        id="c",
        name="C",
        sources=[Source(id="report")],
        statements=[
            Statement(
                id="s",
                speakers=["report"],
                via=["report"],
                evidence=[Evidence(source="report", exact="the river is low")],
            )
        ],
    )
    graph = parsed(turtle.write(record))

    assert objects(graph, "urn:x-confmodel:c#s", PROV + "wasAttributedTo") == {
        "urn:x-confmodel:c#report"
    }
    assert objects(graph, "urn:x-confmodel:c#s", PROV + "wasDerivedFrom") == {
        "urn:x-confmodel:c#report"
    }
    assert objects(graph, "urn:x-confmodel:c#s/via/0", TERMS + "refers_to") == {
        "urn:x-confmodel:c#report"
    }


def test_delegates_act_for_their_delegation_and_it_for_its_country(lakeside: Any) -> None:
    record = example("lakeside-2031")
    (delegate, *_) = [each for each in record.delegates if each.delegation]
    delegation = record.expect(type(record.delegations[0]), str(delegate.delegation))

    acted = PROV + "actedOnBehalfOf"
    assert objects(lakeside, f"{LAKESIDE}#{delegate.id}", acted) == {
        f"{LAKESIDE}#{delegate.delegation}"
    }
    assert objects(lakeside, f"{LAKESIDE}#{delegation.id}", acted) == {
        f"{LAKESIDE}#{each}" for each in delegation.of
    }


# How much it costs


def test_cost_of_turtle_grows_with_the_statements_and_not_with_their_square() -> None:
    def with_statements(size: int) -> Callable[[], object]:
        statements = [
            Statement(id=f"s{n}", evidence=[Evidence(source="report", exact=f"word {n}")])
            for n in range(size)
        ]
        record = Conference(id="c", name="C", sources=[Source(id="report")], statements=statements)
        return functools.partial(turtle.write, record)

    assert grows_like_a_line(with_statements, 400)


# Where it goes


def test_names_begin_where_the_caller_publishes() -> None:
    text = turtle.write(Conference(id="c", name="C"), base="https://example.org/records/")

    assert "<https://example.org/records/c>" in text


@pytest.mark.parametrize("base", ["", "records/", "https://a b/", "https://<a>/", "urn:\n"])
def test_base_that_is_no_iri_is_refused(base: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        turtle.write(Conference(id="c", name="C"), base=base)

    assert caught.value.path == "base"


def test_files_are_found_by_their_names(tmp_path: Path) -> None:
    for name in ("c.ttl", "c.nt"):
        assert dump(Conference(id="c", name="C"), tmp_path / name, strict=True) == ()
        assert parsed((tmp_path / name).read_text("utf-8"), "turtle")


@pytest.mark.parametrize("missing", ["rdflib", "attrs"])
def test_missing_library_is_named_and_no_other(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "rdflib":
            raise ModuleNotFoundError(name=missing)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)

    with pytest.raises((MissingExtraError, ModuleNotFoundError)) as caught:
        turtle.write(Conference(id="c", name="C"))

    assert getattr(caught.value, "extra", None) == ("rdf" if missing == "rdflib" else None)
