"""Integrity: what is found, where, and that the fast walk and the explaining one agree."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import confmodel
from confmodel import Conference, LoadError
from confmodel.checks import integrity
from confmodel.strategies import conferences, nearly_valid_conferences

WHOLE: dict[str, Any] = {
    "id": "c",
    "name": "C",
    "sources": [
        {
            "id": "s",
            "length": 100,
            "parts": [{"kind": "body"}, {"kind": "paragraph", "number": "2"}],
        }
    ],
    "countries": [{"id": "a", "name": "Aland"}],
    "delegations": [{"id": "d", "of": ["a"], "stated_size": {"id": "size", "value": 3}}],
    "delegates": [{"id": "rosa", "name": "Rosa Vale", "delegation": "d"}],
    "groups": [{"id": "g", "wording": "both", "members": ["d"]}],
    "statements": [
        {
            "id": "s1",
            "speakers": ["rosa"],
            "about": ["size", "c"],
            "figures": [{"value": 1, "id": "f"}],
            "evidence": [
                {
                    "source": "s",
                    "exact": "agreed",
                    "start": 94,
                    "part": "paragraph/2",
                    "supports": ["text"],
                }
            ],
        }
    ],
    "discrepancies": [{"id": "x", "about": ["c/delegations", "f"], "accounts": [{"value": "one"}]}],
}


def found(**changes: Any) -> list[tuple[str, str]]:
    document = {**WHOLE, **changes}
    record = confmodel.from_dict(document, check=False)
    by_record = [(each.code, each.pointer) for each in confmodel.check(record).errors]
    try:
        confmodel.from_dict(document)
    except LoadError as error:
        assert sorted((each.code, each.pointer) for each in error.findings) == sorted(by_record)
    else:
        assert by_record == []
    return by_record


def findings(**changes: Any) -> tuple[confmodel.Finding, ...]:
    return confmodel.check(confmodel.from_dict({**WHOLE, **changes}, check=False)).errors


def test_whole_record_has_no_fault() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"people": [{"id": "rosa", "name": "R"}]}, [("E201", "/people/0/id")]),
        ({"people": [{"id": "c", "name": "R"}]}, [("E201", "/people/0/id")]),
        ({"people": [{"id": "f", "name": "R"}]}, [("E201", "/statements/0/figures/0/id")]),
        ({"figures": [{"id": "f", "value": 1}]}, [("E201", "/statements/0/figures/0/id")]),
        ({"hosts": ["d", "rosie"]}, [("E202", "/hosts/1")]),
        ({"hosts": ["s1"]}, [("E203", "/hosts/0")]),
        ({"places": [{"name": "P", "country": "d"}]}, [("E203", "/places/0/country")]),
        ({"not_stated": ["organizer"]}, [("E204", "/not_stated/0")]),
        ({"not_stated": ["name"]}, [("E204", "/not_stated/0")]),
        ({"not_stated": ["sources"]}, [("E204", "/not_stated/0")]),
        ({"not_stated": ["evidence"]}, [("E204", "/not_stated/0")]),
        (
            {"figures": [{"value": 0, "not_stated": ["value"]}]},
            [("E204", "/figures/0/not_stated/0")],
        ),
        (
            {"evidence": [{"source": "s", "exact": "w", "supports": ["hosts", "host"]}]},
            [("E205", "/evidence/0/supports/1")],
        ),
        ({"accepts": [{"code": "W301", "at": "d/off"}]}, [("E206", "/accepts/0/at")]),
        ({"accepts": [{"code": "W301", "at": "e"}]}, [("E206", "/accepts/0/at")]),
        ({"figures": [{"value": 1, "counts": "c/"}]}, [("E206", "/figures/0/counts")]),
        (
            {"evidence": [{"source": "s", "exact": "agreed", "start": 95}]},
            [("E207", "/evidence/0/start")],
        ),
        (
            {"evidence": [{"source": "s", "seal": {"length": 7, "sha256": "0" * 64}, "start": 94}]},
            [("E207", "/evidence/0/start")],
        ),
        (
            {"evidence": [{"source": "s", "exact": "w", "part": "deck"}]},
            [("E208", "/evidence/0/part")],
        ),
        (
            {"groups": [{"id": "g", "wording": "w", "members": ["g"]}]},
            [("E209", "/groups/0/members/0")],
        ),
        (
            {
                "groups": [
                    {"id": "g", "wording": "w", "out_of": "h"},
                    {"id": "h", "wording": "w", "out_of": "i"},
                    {"id": "i", "wording": "w", "out_of": "g"},
                ]
            },
            [("E209", "/groups/2/out_of")],
        ),
        (
            {
                "sources": [
                    {"id": "s", "reports_on": [{"source": "t", "relation": "revision"}]},
                    {"id": "t", "reports_on": [{"source": "s", "relation": "revision"}]},
                ]
            },
            [("E209", "/sources/1/reports_on/0/source")],
        ),
        *(
            (
                {"agreements": [{"id": "g1", name: ["g2"]}, {"id": "g2", name: ["g1"]}]},
                [("E209", f"/agreements/1/{name}/0")],
            )
            for name in ("replaces", "implements", "amends")
        ),
    ],
)
def test_fault_is_found_at_its_place(
    changes: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert found(**changes) == expected


def test_group_inside_the_part_that_it_is_out_of_is_no_circle() -> None:
    groups = [
        {"id": "all", "wording": "all", "members": ["some"]},
        {"id": "some", "wording": "some", "out_of": "all", "members": ["d"]},
    ]

    assert found(groups=groups) == []


def test_background_evidence_needs_no_place() -> None:
    assert found(evidence=[{"basis": "background"}]) == []


def test_misspelt_id_names_the_nearest_that_fits() -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.from_dict({**WHOLE, "hosts": ["roza"]})

    (finding,) = caught.value.findings
    assert finding.help == "declare the entity or correct the id (nearest: 'rosa')"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"hosts": ["s"]}, "name a country, delegate, delegation, group, organization or person"),
        (
            {"statements": [{"id": "s2", "speakers": ["s2"]}]},
            (
                "name an agreement, country, delegate, delegation, group, organization, person"
                " or source"
            ),
        ),
        (
            {"delegates": [{"id": "r", "name": "R", "standing_in_for": "s"}]},
            "name a delegate or person",
        ),
    ],
)
def test_remedy_for_a_wrong_kind_names_those_that_fit(
    changes: dict[str, Any], expected: str
) -> None:
    helps = [each.help for each in findings(**changes) if each.code == "E203"]

    assert helps == [expected]


@pytest.mark.parametrize(
    ("changes", "message", "remedy"),
    [
        (
            {"not_stated": ["organizer"]},
            "'organizer' is no field of a Conference",
            "name a field, or drop it (nearest: 'organizers')",
        ),
        (
            {"not_stated": ["name"]},
            "'name' of a Conference is never empty",
            "name another field, or drop it",
        ),
        (
            {"places": [{"name": "P", "not_stated": ["note"]}]},
            "'note' of a Place is the record's own, and nothing that a source states",
            "name another field, or drop it",
        ),
        (
            {"topics": [{"label": "water", "not_stated": ["note"]}]},
            "'note' of a Topic is the record's own, and nothing that a source states",
            "drop it: no field of a Topic can be marked",
        ),
        (
            {"topics": [{"label": "water", "not_stated": ["label"]}]},
            "'label' of a Topic is never empty",
            "drop it: no field of a Topic can be marked",
        ),
    ],
)
def test_what_cannot_be_marked_is_told_why(
    changes: dict[str, Any], message: str, remedy: str
) -> None:
    (finding,) = findings(**changes)

    assert (finding.message, finding.help) == (message, remedy)


def test_long_chain_is_no_circle_and_no_recursion() -> None:
    groups = [{"id": f"g{n}", "wording": "w", "members": [f"g{n + 1}"]} for n in range(5000)] + [
        {"id": "g5000", "wording": "w"}
    ]

    assert found(groups=groups) == []
    groups[-1]["members"] = ["g0"]
    assert found(groups=groups) == [("E209", "/groups/5000/members/0")]


@given(conferences(with_extras=True))
def test_valid_record_is_whole(record: Conference) -> None:
    assert list(integrity.faults(record)) == []
    assert integrity.is_whole(record)


@given(nearly_valid_conferences())
def test_walks_agree_on_faulty_records(fault: Any) -> None:
    try:
        record = confmodel.from_dict(fault.document, check=False)
    except LoadError:
        return

    faults = list(integrity.faults(record))

    assert integrity.is_whole(record) == (not faults)
    assert fault.code in [finding.code for finding in faults]


@given(conferences(), st.data())
def test_walks_agree_when_references_are_scrambled(record: Conference, data: st.DataObject) -> None:
    document = confmodel.to_dict(record)
    ids = ["c", "nobody", *[each for each in _texts(document) if len(each) < 12]]
    for owner in list(_objects(document)):
        for name, value in owner.items():
            if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
                owner[name] = data.draw(st.lists(st.sampled_from(ids), max_size=2))
    try:
        scrambled = confmodel.from_dict(document, check=False)
    except LoadError:
        return

    faults = list(integrity.faults(scrambled))

    assert integrity.is_whole(scrambled) == (not faults)


def test_wrong_shapes_hide_no_fault_of_integrity_elsewhere() -> None:
    source = {"id": "s", "parts": [{"kind": 3}], "reports_on": [{"source": 3}]}
    document = {"id": "c", "name": "C", "hosts": ["nobody"], "sources": [source]}
    document["evidence"] = [{"source": "s", "exact": "a", "part": "body"}]

    with pytest.raises(confmodel.LoadError) as caught:
        confmodel.from_dict(document)

    assert {each.pointer for each in caught.value.findings} == {
        "/sources/0/parts/0/kind",
        "/sources/0/reports_on/0/relation",
        "/sources/0/reports_on/0/source",
        "/hosts/0",
    }


@given(conferences(max_statements=3), st.randoms(use_true_random=False))
def test_order_of_the_collections_does_not_matter(record: Conference, random: Any) -> None:
    document = confmodel.to_dict(record)
    document["statements"] = document.get("statements", [])
    random.shuffle(document["statements"])

    again = confmodel.from_dict(document)

    assert confmodel.check(again).counts == confmodel.check(record).counts


def _objects(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *[each for inner in value.values() for each in _objects(inner)]]
    return [each for inner in value for each in _objects(inner)] if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:
    return [each for owner in _objects(value) for each in owner.values() if isinstance(each, str)]


def test_nearest_name_is_looked_for_only_for_the_first_of_many() -> None:
    people = [{"id": f"person-number-{n}"} for n in range(150)]
    statements = [{"id": f"s{n}", "speakers": [f"persom-number-{n}"]} for n in range(150)]
    record = confmodel.from_dict({**WHOLE, "people": people, "statements": statements}, check=False)

    helps = [each.help for each in confmodel.check(record).errors if each.code == "E202"]

    assert "nearest: 'person-number-0'" in helps[0]
    assert len(helps) == 150
    assert "nearest" not in helps[-1]
