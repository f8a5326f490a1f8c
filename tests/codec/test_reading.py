"""What a load accepts, keeps and refuses, and how it says so."""

import json
import time
from decimal import Decimal
from typing import Any

import pytest

import confmodel
from confmodel import Conference, LoadError

FIVE_FAULTS = {
    "id": "lakeside-2031",
    "name": "Lakeside Conference",
    "when": "2031-5-6",
    "countries": [{"id": "aland", "name": "Aland"}],
    "delegates": [{"id": "naqvi", "nmae": "Mohsin Naqvi"}],
    "statements": [
        {
            "id": "s1",
            "speakers": ["naqui"],
            "manner": "dirct",
            "figures": [{"value": -47, "unit": "percent"}],
        }
    ],
}


def findings(document: object, *, check: bool = True) -> list[tuple[str, str]]:
    with pytest.raises(LoadError) as caught:
        confmodel.loads(json.dumps(document), check=check)
    return [(finding.code, finding.pointer) for finding in caught.value.findings]


def test_five_faults_are_reported_together_in_the_order_of_the_document() -> None:
    assert findings(FIVE_FAULTS) == [
        ("E106", "/when"),
        ("E103", "/delegates/0/nmae"),
        ("E202", "/statements/0/speakers/0"),
        ("E115", "/statements/0/manner"),
        ("E105", "/statements/0/figures/0/value"),
    ]


def test_each_fault_names_its_value_and_its_remedy() -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.loads(json.dumps(FIVE_FAULTS))

    told = {finding.code: (finding.value, finding.help) for finding in caught.value.findings}
    assert told == {
        "E106": ("'2031-5-6'", 'write "2031-05-06"'),
        "E103": ("'nmae'", "did you mean 'name'?"),
        "E202": ("'naqui'", "declare the entity or correct the id (nearest: 'naqvi')"),
        "E115": ("'dirct'", "did you mean 'direct'?"),
        "E105": ("Decimal('-47')", "give 47 and set direction to 'decrease'"),
    }


@pytest.mark.parametrize(
    ("owner", "field", "word"),
    [("figures", "comparator", "closer"), ("agreements", "status", "halved")],
)
def test_word_that_resembles_none_gets_all_of_them(owner: str, field: str, word: str) -> None:
    document = minimal(**{owner: [{"id": "x", "value": 2, field: word}]})
    if owner == "agreements":
        del document[owner][0]["value"]

    with pytest.raises(LoadError) as caught:
        confmodel.loads(json.dumps(document))

    (finding,) = caught.value.findings
    assert finding.code == "E115"
    assert finding.help.startswith("give one of: ")


def test_the_text_of_the_error_has_every_fault_on_a_line() -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.loads(json.dumps(FIVE_FAULTS))

    first, *rest = str(caught.value).splitlines()
    assert first == "5 problems"
    assert len(rest) == 5
    assert rest[2].strip().startswith("E202 /statements/0/speakers/0: nothing has the id 'naqui'; ")


def test_plain_data_is_refused_for_the_same_faults() -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.from_dict(FIVE_FAULTS)

    assert [(each.code, each.pointer) for each in caught.value.findings] == findings(FIVE_FAULTS)


def minimal(**members: Any) -> dict[str, Any]:
    return {"id": "c", "name": "C", **members}


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"name": 3}, [("E101", "/name")]),
        ({"name": None}, [("E101", "/name")]),
        ({"name": ""}, [("E105", "/name")]),
        ({"id": "a b"}, [("E104", "/id")]),
        ({"id": "a\n"}, [("E104", "/id")]),
        ({"countries": [{"id": "A", "name": "A"}]}, [("E104", "/countries/0/id")]),
        ({"topics": "rivers"}, [("E101", "/topics")]),
        ({"topics": {"label": "x"}}, [("E101", "/topics")]),
        ({"topics": ["rivers"]}, [("E101", "/topics/0")]),
        ({"topics": [None]}, [("E101", "/topics/0")]),
        ({"hosts": [1]}, [("E101", "/hosts/0")]),
        ({"hosts": None}, [("E101", "/hosts")]),
        ({"kind": 1}, [("E101", "/kind")]),
        ({"kind": "sumit"}, [("E115", "/kind")]),
        ({"kind": {"other": ""}}, [("E105", "/kind/other")]),
        ({"kind": {"other": 1}}, [("E101", "/kind/other")]),
        ({"kind": {"otter": "x"}}, [("E103", "/kind/otter")]),
        (
            {"statements": [{"id": "s", "manner": {"other": "x"}}]},
            [("E101", "/statements/0/manner")],
        ),
        ({"when": 2031}, [("E101", "/when")]),
        ({"when": {}}, [("E106", "/when")]),
        ({"when": {"edtf": "31"}}, [("E106", "/when/edtf")]),
        ({"when": {"edtf": 31}}, [("E101", "/when/edtf")]),
        ({"when": {"wording": " "}}, [("E106", "/when/wording")]),
        ({"when": {"wordin": "soon"}}, [("E103", "/when/wordin")]),
        ({"edition": {"ordinal": 0}}, [("E105", "/edition/ordinal")]),
        ({"edition": {"ordinal": True}}, [("E101", "/edition/ordinal")]),
        ({"edition": {"ordinal": "1"}}, [("E101", "/edition/ordinal")]),
        ({"edition": {"ordinal": 1.0}}, [("E101", "/edition/ordinal")]),
        ({"edition": {"ordinal": 1.5}}, [("E101", "/edition/ordinal")]),
        ({"edition": 1}, [("E101", "/edition")]),
        ({"figures": [{"value": "47"}]}, [("E101", "/figures/0/value")]),
        ({"figures": [{"value": True}]}, [("E101", "/figures/0/value")]),
        ({"figures": [{"value": 1, "low": 1}]}, [("E112", "/figures/0/value")]),
        ({"figures": [{"low": 2, "high": 1}]}, [("E105", "/figures/0/low")]),
        ({"figures": [{}]}, [("E112", "/figures/0/value")]),
        ({"figures": [{"value": 1, "currency": "usd"}]}, [("E107", "/figures/0/currency")]),
        ({"figures": [{"value": 1, "is_each": 1}]}, [("E101", "/figures/0/is_each")]),
        ({"figures": [{"value": 1, "unit": None}]}, [("E101", "/figures/0/unit")]),
        ({"countries": [{"id": "a", "name": "A", "code": "pl"}]}, [("E107", "/countries/0/code")]),
        (
            {"evidence": [{"source": "s"}]},
            [("E111", "/evidence/0/exact"), ("E202", "/evidence/0/source")],
        ),
        ({"evidence": [{"exact": "w"}]}, [("E102", "/evidence/0/source")]),
        (
            {"evidence": [{"basis": "background", "seal": {"length": 0, "sha256": "x"}}]},
            [("E105", "/evidence/0/seal/length"), ("E107", "/evidence/0/seal/sha256")],
        ),
        ({"evidence": [{"basis": "background", "start": -1}]}, [("E105", "/evidence/0/start")]),
        (
            {
                "evidence": [
                    {"basis": "background", "seal": {"length": 1, "sha256": "a" * 64, "x-q": 1}}
                ]
            },
            [("E103", "/evidence/0/seal/x-q")],
        ),
        (
            {"statements": [{"id": "s", "quotations": [{"pieces": []}]}]},
            [("E102", "/statements/0/quotations/0/pieces")],
        ),
        ({"extra": {"x-a": 1}}, [("E103", "/extra")]),
        ({"future": 1}, [("E103", "/future")]),
        ({"confmodel": "2.0"}, [("E108", "/confmodel")]),
        ({"confmodel": "1"}, [("E108", "/confmodel")]),
        ({"confmodel": 1.0}, [("E101", "/confmodel")]),
        ({"confmodel": "99999.0"}, [("E108", "/confmodel")]),
        ({"requires": ["calendars"]}, [("E114", "/requires/0")]),
        ({"requires": "calendars"}, [("E101", "/requires")]),
        ({"requires": [1]}, [("E101", "/requires")]),
    ],
)
def test_wrong_member_is_refused_at_its_place(
    members: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert findings(minimal(**members)) == expected


@pytest.mark.parametrize(
    ("members", "remedy"),
    [
        ({"hosts": None}, "leave it out"),
        ({"hosts": "aland"}, "put it into brackets, even if it is the only one"),
        ({"name": None}, "write it"),
        ({"name": ["C"]}, "give one text, without brackets and braces"),
        ({"name": 3}, "put it into quotation marks"),
        ({"when": {}}, 'give a date such as "2026-02-27", or wording such as "coming days"'),
        ({"when": {"wording": ["soon"]}}, "give one text, without brackets and braces"),
        ({"kind": "sumit"}, "did you mean 'summit'?"),
    ],
)
def test_remedy_is_one_for_this_value(members: dict[str, Any], remedy: str) -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.from_dict(minimal(**members))

    assert [each.help for each in caught.value.findings] == [remedy]


def test_missing_members_are_named() -> None:
    assert findings({}) == [("E102", "/id"), ("E102", "/name")]


def test_empty_requirements_require_nothing() -> None:
    assert confmodel.from_dict(minimal(requires=[])) == Conference(id="c", name="C")


def test_newer_minor_version_is_read_and_its_unknown_members_are_kept() -> None:
    text = '{"confmodel":"1.7","id":"c","name":"C","weather":{"sky":"clear"}}'

    record = confmodel.loads(text)

    assert record.confmodel == "1.7"
    assert confmodel.dumps(record) == text
    assert confmodel.check(record)


def test_newer_version_keeps_members_at_every_place() -> None:
    text = (
        '{"confmodel":"1.1","id":"c","name":"C",'
        '"places":[{"name":"P","floor":2}],"evidence":[{"basis":"background","weight":0.5}]}'
    )

    assert confmodel.dumps(confmodel.loads(text)) == (
        '{"confmodel":"1.1","id":"c","name":"C",'
        '"places":[{"name":"P","floor":2}],"evidence":[{"basis":"background","weight":0.5}]}'
    )


def test_author_members_survive_everywhere() -> None:
    text = (
        '{"confmodel":"1.0","id":"c","name":"C","x-a":{"b":[1,2.5,null,"é"]},'
        '"countries":[{"id":"a","name":"A","x-z":9007199254740993}]}'
    )

    assert confmodel.dumps(confmodel.loads(text)) == text


def test_without_the_check_a_broken_record_is_let_in_with_its_findings() -> None:
    broken = minimal(hosts=["nobody"], future=1, places=[{"name": "P", "futur": 2}])

    record = confmodel.from_dict(broken, check=False)

    assert [finding.code for finding in confmodel.check(record).errors] == ["E202", "E103", "E103"]
    assert confmodel.loads(confmodel.dumps(record), check=False) == record
    assert confmodel.to_dict(record)["future"] == 1


def test_without_the_check_wrong_shapes_are_still_refused() -> None:
    assert findings(minimal(name=3), check=False) == [("E101", "/name")]


def test_equal_numbers_are_written_alike() -> None:
    written = {
        confmodel.dumps(
            confmodel.loads(f'{{"id":"c","name":"C","figures":[{{"value":{number}}}]}}')
        )
        for number in ("47", "47.0", "4.7e1", "470E-1")
    }

    assert written == {'{"confmodel":"1.0","id":"c","name":"C","figures":[{"value":47}]}'}


def test_defaults_given_explicitly_are_read_and_left_out_again() -> None:
    explicit = minimal(
        topics=[], theme=None, figures=[{"value": 1, "unit": "count", "is_each": False}]
    )

    assert confmodel.to_dict(confmodel.from_dict(explicit)) == {
        "confmodel": "1.0",
        "id": "c",
        "name": "C",
        "figures": [{"value": 1}],
    }


def test_pretty_text_and_escapes_give_the_same_record() -> None:
    document = minimal(name='Genève : "Lac"', topics=[{"label": "a: b\\u003a"}])
    plain = confmodel.loads(json.dumps(document, ensure_ascii=False))

    assert confmodel.loads(json.dumps(document, indent=4)) == plain
    assert (
        confmodel.loads(json.dumps(document).replace(":", " : ").replace(" : b", ": b")) is not None
    )


def test_reading_leaves_plain_data_as_it_was() -> None:
    document = minimal(**{"x-a": [1], "places": [{"name": "P", "x-b": 1}]})
    before = json.dumps(document)

    confmodel.from_dict(document)
    confmodel.from_dict(document, shorthand=True)

    assert json.dumps(document) == before


def test_a_record_is_no_plain_data() -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.from_dict(Conference(id="c", name="C"))  # type: ignore[arg-type] # the test
    assert caught.value.findings[0].code == "E101"


def test_half_a_character_in_plain_data_is_refused() -> None:
    """Bytes cannot have it; what Python holds can, and no file could keep it."""
    document = {"id": "c", "name": "C", "note": "\ud83d", "topics": [{"label": "\ude00"}]}

    with pytest.raises(LoadError) as caught:
        confmodel.from_dict(document, check=False)

    assert [(each.code, each.pointer) for each in caught.value.findings] == [
        ("E110", "/note"),
        ("E110", "/topics/0/label"),
    ]


def test_half_a_character_is_reported_beside_other_faults() -> None:
    document = {"id": "c", "name": "\ud83d", "level": "no such level"}

    with pytest.raises(LoadError) as caught:
        confmodel.from_dict(document)

    assert [(each.code, each.pointer) for each in caught.value.findings] == [
        ("E110", "/name"),
        ("E115", "/level"),
    ]


def test_half_a_character_is_found_behind_numbers() -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.from_dict({"id": "c", "name": "C", "figures": [{"value": 1, "of": "\ud83d"}]})

    assert [each.pointer for each in caught.value.findings] == ["/figures/0/of"]


def test_member_whose_name_is_no_text_is_refused() -> None:
    document: dict[Any, Any] = {"id": "c", "name": "C", 1: 2}

    with pytest.raises(LoadError) as caught:
        confmodel.from_dict(document)

    assert [(each.code, each.pointer) for each in caught.value.findings] == [("E109", "/1")]


def test_member_that_stands_twice_hides_no_other_fault() -> None:
    text = '{"id":"c","id":"d","name":"C","statements":[{"id":"s","speakers":["nobody"],"mood":1}]}'

    with pytest.raises(LoadError) as caught:
        confmodel.loads(text)

    assert [(each.code, each.pointer) for each in caught.value.findings] == [
        ("E116", "/id"),
        ("E202", "/statements/0/speakers/0"),
        ("E103", "/statements/0/mood"),
    ]


@pytest.mark.parametrize(
    ("pointer", "document"),
    [
        ("/id", {"id": "c\nd"}),
        ("/confmodel", {"confmodel": "1.0\n1.0"}),
        ("/countries/0/code", {"countries": [{"id": "a", "name": "A", "code": "PL\nPK"}]}),
        ("/sources/0/sha256", {"sources": [{"id": "s", "sha256": "\n".join(["a" * 64] * 2)}]}),
        ("/sources/0/language", {"sources": [{"id": "s", "language": "en\nfr"}]}),
        ("/figures/0/currency", {"figures": [{"value": 1, "currency": "EUR\nUSD"}]}),
    ],
)
def test_text_of_a_pattern_does_not_pass_as_two(pointer: str, document: dict[str, Any]) -> None:
    assert pointer in [place for _, place in findings({"id": "c", "name": "C", **document})]


@pytest.mark.parametrize("held", [{"a", "b"}, frozenset({"a", "b"})])
def test_set_has_no_order_and_is_refused(held: object) -> None:
    with pytest.raises(LoadError, match="has no order; give a list") as caught:
        confmodel.from_dict({"id": "c", "name": "C", "hosts": held}, check=False)

    assert [each.pointer for each in caught.value.findings] == ["/hosts"]


def test_text_of_a_class_of_its_own_becomes_plain() -> None:
    class Own(str):
        __slots__ = ()

    record = confmodel.from_dict(
        {
            "id": Own("c"),
            "name": Own("C"),
            "when": Own("2031"),
            "chairs": [Own("p")],
            "people": [{"id": Own("p")}],
        }
    )

    assert [type(each) for each in (record.id, record.name, record.chairs[0])] == [str] * 3
    assert confmodel.loads(confmodel.dumps(record)) == record


def test_column_is_counted_in_code_points() -> None:
    with pytest.raises(LoadError, match="line 2, column 14"):
        confmodel.loads('{\n"id":"éééé", x}')


class Shown(float):
    """A number that shows itself in a way of its own, as numpy's does."""

    def __repr__(self) -> str:
        return f"np.float64({float(self)})"


class Word(str):
    """Text of a class of its own."""

    __slots__ = ()


class Unshown:
    """A thing whose repr fails."""

    def __repr__(self) -> str:
        raise ValueError


def test_number_of_a_class_of_its_own_is_read_and_named_by_its_digits() -> None:
    figure = {"value": Shown(1.5), "unit": "percent"}

    assert confmodel.from_dict(minimal(figures=[figure])).figures[0].value == Decimal("1.5")
    assert findings(minimal(figures=[figure], nmae="C"), check=True) == [("E103", "/nmae")]


def test_name_of_a_member_may_be_of_a_class_of_its_own() -> None:
    document: dict[str, Any] = {Word("id"): "c", Word("name"): "C", Word("x-a"): 1}

    assert confmodel.from_dict(document) == confmodel.from_dict({"id": "c", "name": "C", "x-a": 1})


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"when": {"edft": "2031", "wordign": "x"}}, ["/when/edft", "/when/wordign"]),
        ({"when": {"a/b": 1}}, ["/when/a~1b"]),
        ({"kind": {"x/y~": 1}}, ["/kind/x~1y~0"]),
        ({"when": {"\ud800": 1}}, ["/when/\\ud800"]),
        ({"kind": "\ud800"}, ["/kind"]),
        ({"x-a": 1, "x-b": {"n": float("nan")}, "x-c": b""}, ["/x-b", "/x-c"]),
    ],
)
def test_every_fault_inside_a_value_has_its_pointer(
    members: dict[Any, Any], expected: list[str]
) -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.from_dict({"id": "c", "name": "C", **members})

    assert [each.pointer for each in caught.value.findings] == expected


def test_name_that_cannot_even_be_shown_is_refused() -> None:
    document: dict[Any, Any] = {"id": "c", "name": "C", Unshown(): 1}
    with pytest.raises(LoadError, match="E109"):
        confmodel.from_dict(document)


def test_names_of_strangers_cannot_forge_a_finding_or_steer_a_terminal() -> None:
    document = '{"id":"c","name":"C","a\\nE999 /forged: fine; no":1,"\\u001b[2J\\u202e":2}'
    with pytest.raises(LoadError) as caught:
        confmodel.loads(document)

    lines = str(caught.value).split("\n")
    assert len(lines) == 3
    assert all(line.isprintable() for line in lines)
    assert caught.value.findings[0].pointer == "/a\nE999 ~1forged: fine; no"


@pytest.mark.parametrize(
    "document",
    [
        '{"id":"c","name":"C",' + ",".join(f'"m{n}":0' for n in range(20_000)) + "}",
        '{"id":"c","name":"C","topics":[' + "{}," * 20_000 + "{}]}",
        '{"id":"c","name":"C","not_stated":[' + '"a",' * 20_000 + '"a"]}',
        '{"id":"c","name":"C","hosts":[' + '"a",' * 20_000 + '"a"]}',
        '{"id":"c","name":"C","statements":['
        + ",".join(f'{{"id":"s{n}","topics":[0,0,0]}}' for n in range(5_000))
        + "]}",
        '{"id":"c","name":"C","x-a":[' + ",".join('{"a":0,"a":0}' for _ in range(5_000)) + "]}",
    ],
    ids=["members", "items", "fields", "references", "items of items", "doubles"],
)
def test_so_many_problems_are_told_and_that_there_are_more(document: str) -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.loads(document)

    *told, last = caught.value.findings
    assert len(told) == 1_000
    assert (last.code, last.pointer) == ("E113", "")
    assert [each.pointer for each in told] == [each.pointer for each in dict.fromkeys(told)]


def test_many_problems_take_a_time_that_grows_with_the_document() -> None:
    def cost(count: int) -> float:
        members = ",".join(f'"m{n}":0' for n in range(count))
        start = time.process_time()
        with pytest.raises(LoadError):
            confmodel.loads(f'{{"id":"c","name":"C",{members}}}')
        return time.process_time() - start

    cost(1000)
    assert min(cost(64_000) for _ in range(3)) < 16 * min(cost(8_000) for _ in range(3))


def test_depth_is_bounded_in_a_record_that_is_right_in_all_else() -> None:
    shallow = confmodel.Limits(max_depth=2)
    document = '{"id":"c","name":"C","places":[{"name":"Selm"}]}'

    assert confmodel.loads('{"id":"c","name":"C"}', limits=shallow).id == "c"
    with pytest.raises(LoadError, match="E113"):
        confmodel.loads(document, limits=shallow)
