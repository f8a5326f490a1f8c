"""`Record`, `Fact` and `Entity`: what others are built on."""

import pytest

from confmodel.model import Entity, Evidence, Extra, Fact, Identifier, Record
from tests.model.helpers import refusal


def test_record_may_be_empty() -> None:
    assert repr(Record()) == "Record()"
    assert repr(Record(extra=Extra({"x-a": 1}))) == "Record(extra=Extra({'x-a': 1}))"


def test_fact_takes_lists_and_keeps_tuples() -> None:
    words = Evidence(source="gazette", exact="agreed")
    fact = Fact(evidence=[words], not_stated=["name"])

    assert fact.evidence == (words,)
    assert fact.not_stated == ("name",)


def test_words_alone_are_no_evidence_without_a_source() -> None:
    """Only files take the shorthand: there the one source of the document is known."""
    error = refusal(Fact, evidence=["agreed"])

    assert (error.code, error.path) == ("E101", "evidence/0")
    assert "Evidence" in error.help


def test_note_may_be_empty_text() -> None:
    assert Fact(note="").note == ""


@pytest.mark.parametrize("wrong", ["", "A", " a", "a ", "a\n"])
def test_entity_needs_a_right_id(wrong: str) -> None:
    assert refusal(Entity, id=wrong).code == "E104"


def test_entity_keeps_what_other_systems_call_it() -> None:
    q1 = Identifier(scheme="wikidata", value="Q1")

    assert Entity(id="a", identifiers=[q1]).identifiers == (q1,)


def test_repr_has_the_id_first_and_what_all_have_last() -> None:
    thing = Entity(id="a", note="n", identifiers=[Identifier(scheme="s", value="v")])

    assert (
        repr(thing) == "Entity(id='a', note='n', identifiers=(Identifier(scheme='s', value='v'),))"
    )
