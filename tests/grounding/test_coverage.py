"""Coverage: which facts and fields have words, and which do not."""

from confmodel import check, example
from confmodel.examples import example_texts
from confmodel.grounding import coverage_of
from confmodel.model import (
    Conference,
    Country,
    Evidence,
    Figure,
    Office,
    Person,
    Place,
    Source,
    Statement,
)
from tests.grounding.helpers import words

NAMED = Evidence(source="note", exact="Aland", supports=["name"])


def test_evidence_stands_for_the_fields_that_it_names() -> None:
    record = Conference(
        id="c",
        name="C",
        sources=[Source(id="note")],
        countries=[
            Country(id="a", name="Aland", code="AX", evidence=[NAMED]),
            Country(id="b", name="B"),
        ],
    )

    conference, aland, boria = coverage_of(record).facts

    assert (conference.address, conference.kind, conference.unproved) == (
        "c",
        "conference",
        ("name",),
    )
    assert (aland.proved, aland.unproved, aland.is_proved) == (("name",), ("code",), False)
    assert boria.proved == ()
    assert coverage_of(record).without_words == ("c", "b")
    assert coverage_of(record).by_kind == {"conference": (0, 1), "country": (1, 2)}


def test_evidence_without_fields_stands_for_the_whole() -> None:
    person = Person(id="p", name="Rosa Vale", honorific="Dr", evidence=[words("Dr Rosa Vale")])

    (_, fact) = coverage_of(Conference(id="c", name="C", people=[person])).facts

    assert fact.is_proved
    assert fact.proved == ("name", "honorific")


def test_words_inside_a_field_count_for_it() -> None:
    minister = Office(title="Minister", evidence=[words("Minister")])
    person = Person(id="p", offices=[minister, Office(title="Envoy")], described_as="an envoy")
    other = Person(id="q", offices=[minister])
    place = Place(name="Selm", evidence=[words("Selm")])
    record = Conference(id="c", name="C", places=[place], people=[person, other])

    conference, first, second = coverage_of(record).facts

    assert conference.proved == ("places",)
    assert first.unproved == ("described_as", "offices")
    assert second.proved == ("offices",)


def test_figures_with_an_id_are_facts_of_their_own() -> None:
    said = Statement(id="s", figures=[Figure(id="f", value=3), Figure(value=4)])

    facts = coverage_of(Conference(id="c", name="C", statements=[said])).facts

    assert [(each.address, each.kind) for each in facts] == [
        ("c", "conference"),
        ("s", "statement"),
        ("f", "figure"),
    ]


def test_report_of_a_check_has_the_coverage() -> None:
    record = example("lakeside-2031")

    assert check(record, texts=example_texts("lakeside-2031")).coverage == coverage_of(record)
    assert check(record).coverage == coverage_of(record)
