"""What an author may leave out, and that nothing else is touched."""

from typing import Any

import pytest
from hypothesis import given

import confmodel
from confmodel import Conference, LoadError
from confmodel.codec.shorthand import expand
from confmodel.strategies import conferences

LAKESIDE: dict[str, Any] = {
    "confmodel": "1.0",
    "id": "lakeside-2031",
    "name": "Lakeside Conference on Cross-Border Rivers",
    "when": "2031-05-06/2031-05-08",
    "hosts": ["a"],
    "not_stated": ["organizers"],
    "sources": [{"id": "gazette", "kind": "news_report", "published": "2031-05-08"}],
    "countries": [{"id": "aland", "name": "Aland"}, {"id": "boria", "name": "Boria"}],
    "delegations": [
        {"id": "a", "of": ["aland"], "stated_size": 4},
        {"id": "b", "of": ["boria"]},
    ],
    "delegates": [
        {
            "id": "r-vale",
            "name": "Rosa Vale",
            "delegation": "a",
            "function": "head",
            "offices": ["Minister of Water"],
            "other_names": ["Róża Vale"],
        }
    ],
    "statements": [
        {
            "id": "s1",
            "speakers": ["r-vale"],
            "manner": "mixed",
            "text": "The river is lower than ever.",
            "quotations": ["a fifth lower than anyone remembers"],
        }
    ],
    "agreements": [
        {
            "id": "gauges",
            "parties": ["a", "b"],
            "due": 2032,
            "evidence": ["agreed to publish gauge readings every day"],
        }
    ],
    "places": ["Lakeside"],
    "topics": ["rivers"],
    "follows": ["First Lakeside Conference"],
    "discrepancies": [{"accounts": ["two", "three"]}],
}


def test_every_short_form_is_written_out() -> None:
    plain = confmodel.to_dict(confmodel.from_dict(LAKESIDE, shorthand=True))

    words = {"source": "gazette", "exact": "a fifth lower than anyone remembers"}
    assert plain["statements"][0]["quotations"] == [{"pieces": [words]}]
    assert plain["agreements"][0]["evidence"] == [
        {"source": "gazette", "exact": "agreed to publish gauge readings every day"}
    ]
    assert plain["agreements"][0]["due"] == "2032"
    assert plain["delegations"][0]["stated_size"] == {"value": 4}
    assert plain["delegates"][0]["offices"] == [{"title": "Minister of Water"}]
    assert plain["delegates"][0]["other_names"] == [{"value": "Róża Vale"}]
    assert plain["places"] == [{"name": "Lakeside"}]
    assert plain["topics"] == [{"label": "rivers"}]
    assert plain["follows"] == [{"name": "First Lakeside Conference"}]
    assert plain["discrepancies"][0]["accounts"] == [{"value": "two"}, {"value": "three"}]


def test_strict_reading_takes_no_short_form() -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.from_dict(LAKESIDE)

    assert {finding.code for finding in caught.value.findings} == {"E101"}


def test_with_two_sources_evidence_has_to_name_its_own() -> None:
    two = {**LAKESIDE, "sources": [{"id": "gazette"}, {"id": "herald"}]}

    with pytest.raises(LoadError) as caught:
        confmodel.from_dict(two, shorthand=True)

    assert {(finding.code, finding.pointer) for finding in caught.value.findings} == {
        ("E102", "/agreements/0/evidence/0/source"),
        ("E102", "/statements/0/quotations/0/pieces/0/source"),
    }


def test_background_needs_no_source() -> None:
    document = {**LAKESIDE, "evidence": [{"basis": "background"}]}

    assert confmodel.from_dict(document, shorthand=True).evidence[0].source is None


@given(conferences(with_extras=True))
def test_canonical_data_means_the_same_in_shorthand(record: Conference) -> None:
    assert confmodel.from_dict(confmodel.to_dict(record), shorthand=True) == record


@pytest.mark.parametrize("value", [{}, [], 3, None, {"a": 1}])
def test_wrong_shapes_pass_through_for_others_to_refuse(value: Any) -> None:
    assert expand({"places": value, "when": True, "edition": value}) == {
        "places": value,
        "when": True,
        "edition": value,
    }


@pytest.mark.parametrize(
    ("year", "edtf"), [(0, "0000"), (987, "0987"), (-44, "-0044"), (-9999, "-9999")]
)
def test_bare_year_has_four_digits_whatever_its_sign(year: int, edtf: str) -> None:
    assert expand({"when": year}) == {"when": edtf}


def test_number_of_thousands_of_digits_is_refused_as_a_year() -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.from_dict({"id": "c", "name": "C", "when": 10**5000}, shorthand=True)

    assert [(each.code, each.pointer) for each in caught.value.findings] == [("E101", "/when")]


def test_bare_text_stands_for_nothing_that_needs_more() -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.from_dict({"id": "c", "name": "C", "statements": ["x"]}, shorthand=True)

    assert [(each.code, each.pointer) for each in caught.value.findings] == [
        ("E101", "/statements/0")
    ]
