"""Coverage: which facts and fields have words, and which do not."""

import pytest

from confmodel import check, example
from confmodel.examples import example_names, example_texts
from confmodel.grounding import coverage_of
from confmodel.model import (
    Conference,
    Country,
    Evidence,
    Figure,
    Group,
    Office,
    Person,
    Place,
    Source,
    Statement,
)
from confmodel.views._facts import Facts
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


def test_figures_are_facts_of_their_own_with_and_without_an_id() -> None:
    said = Statement(
        id="s", figures=[Figure(id="f", value=3), Figure(value=4, evidence=[words("four")])]
    )
    record = Conference(
        id="c",
        name="C",
        figures=[Figure(value=5)],
        groups=[Group(id="g", wording="the six", stated_size=6)],
        statements=[said],
    )

    coverage = coverage_of(record)

    assert [(each.pointer, each.address, each.kind) for each in coverage.facts] == [
        ("", "c", "conference"),
        ("/figures/0", "c/figures", "figure"),
        ("/groups/0", "g", "group"),
        ("/groups/0/stated_size", "g/stated_size", "figure"),
        ("/statements/0", "s", "statement"),
        ("/statements/0/figures/0", "f", "figure"),
        ("/statements/0/figures/1", "s/figures", "figure"),
    ]
    assert coverage.by_kind["figure"] == (1, 4)
    assert coverage.without_words == ("c", "c/figures", "g", "g/stated_size", "s", "f")


@pytest.mark.parametrize("name", example_names())
def test_coverage_counts_the_figures_that_the_views_count(name: str) -> None:
    shown = [entry.pointer for entry, _ in Facts(example(name)).of(Figure)]

    counted = [each.pointer for each in coverage_of(example(name)).facts if each.kind == "figure"]

    assert sorted(counted) == sorted(shown)
    assert shown


def test_fields_without_words_are_listed_though_their_fact_has_some() -> None:
    record = Conference(
        id="c",
        name="C",
        theme="Water",
        hosts=["a"],
        sources=[Source(id="note")],
        countries=[Country(id="a", name="Aland", code="AX", evidence=[NAMED])],
        evidence=[Evidence(source="note", exact="C", supports=["name"])],
    )

    coverage = coverage_of(record)

    assert coverage.without_words == ()
    assert coverage.fields_without_words == ("c/theme", "c/hosts", "a/code")


def test_report_of_a_check_has_the_coverage() -> None:
    record = example("lakeside-2031")

    assert check(record, texts=example_texts("lakeside-2031")).coverage == coverage_of(record)
    assert check(record).coverage == coverage_of(record)
