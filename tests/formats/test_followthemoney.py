"""What is written is what the schemata of FollowTheMoney have.

The table below was read from the schemata of FollowTheMoney 4.11.2
(followthemoney/schema/*.yaml), and the codes of countries from `rigour`, on which
it stands; `followthemoney` itself needs a compiled library
of Unicode, so its own judgement is asked for only where it happens to be installed.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import example as case
from hypothesis import given

from confmodel import Conference, Country, Delegate, Delegation, Group, Organization, Source, When
from confmodel.formats.followthemoney import entities, losses, write
from confmodel.model import Attendance, Capacity, Function, Identifier, OrganizationKind, SourceKind
from confmodel.strategies import conferences, whens
from tests.formats.records import all_records

Entity = dict[str, Any]


class Schema(NamedTuple):
    """What a schema adds to those that it extends: its properties by their type."""

    extends: tuple[str, ...]
    properties: dict[str, str]
    required: tuple[str, ...] = ()


SCHEMATA = {
    "Thing": Schema(
        (),
        {
            **dict.fromkeys(("name", "alias", "weakAlias"), "name"),
            **dict.fromkeys(("summary",), "text"),
            **dict.fromkeys(("keywords", "publisher"), "string"),
            "country": "country",
            "sourceUrl": "url",
            "wikidataId": "identifier",
            "proof": "Document",
            "modifiedAt": "date",
        },
    ),
    "Interval": Schema((), dict.fromkeys(("startDate", "endDate", "date"), "date")),
    "Interest": Schema(("Interval",), dict.fromkeys(("role", "status"), "string")),
    "Event": Schema(
        ("Interval", "Thing"), {"location": "address", "organizer": "LegalEntity"}, ("name",)
    ),
    "LegalEntity": Schema(
        ("Thing",), {"incorporationDate": "date", "classification": "string"}, ("name",)
    ),
    "Organization": Schema(("LegalEntity",), {}, ("name",)),
    "PublicBody": Schema(("Organization",), {}, ("name",)),
    "Company": Schema(("Organization",), {}, ("name",)),
    "Person": Schema(("LegalEntity",), {"title": "string", "position": "string"}, ("name",)),
    # Its `fileName` is asked for, too; a record has no file. An `Article` needs none.
    "Document": Schema(("Thing",), {"title": "string", "author": "string", "publishedAt": "date"}),
    "Article": Schema(("Document",), {}),
    "UnknownLink": Schema(
        ("Interest",), {"subject": "Thing", "object": "Thing"}, ("subject", "object")
    ),
    "Representation": Schema(
        ("Interest",), {"agent": "LegalEntity", "client": "LegalEntity"}, ("agent", "client")
    ),
}
PREFIX = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?", re.ASCII)
FORMS = {
    "date": PREFIX,
    "country": re.compile(r"[a-z]{2}|yucs|csxx|cshh|suhh"),
    "url": re.compile(r"https?://\S+", re.IGNORECASE),
    "identifier": re.compile(r"Q[1-9][0-9]*"),
    "id": re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?"),
}


def ancestry(schema: str) -> Iterator[str]:
    yield schema
    for each in SCHEMATA[schema].extends:
        yield from ancestry(each)


def properties_of(schema: str) -> dict[str, str]:
    return {
        name: kind for each in ancestry(schema) for name, kind in SCHEMATA[each].properties.items()
    }


def read(record: Conference) -> list[Entity]:
    return [json.loads(line) for line in write(record).splitlines()]


def faults(found: list[Entity]) -> Iterator[str]:
    """Judge entities by the table."""
    schemata = {each["id"]: each["schema"] for each in found}
    for each in found:
        known, where = properties_of(each["schema"]), f"{each['schema']} {each['id']}"
        if set(each) != {"id", "schema", "properties"} or not FORMS["id"].fullmatch(each["id"]):
            yield f"{where}: {sorted(each)}"
        for name in SCHEMATA[each["schema"]].required:
            if name not in each["properties"]:
                yield f"{where}: no {name}"
        for name, values in each["properties"].items():
            kind = known.get(name)
            if kind is None or not values or len(values) != len(set(values)):
                yield f"{where}: {name} {values}"
            elif kind in FORMS:
                yield from (f"{where}: {one}" for one in values if not FORMS[kind].fullmatch(one))
            elif kind in SCHEMATA:
                yield from (
                    f"{where}: {name} is {schemata.get(one)}"
                    for one in values
                    if one not in schemata or kind not in ancestry(schemata[one])
                )


@pytest.mark.parametrize("name", all_records())
def test_record_is_written_by_the_schemata(name: str) -> None:
    found = read(all_records()[name])

    assert not list(faults(found))
    assert len({each["id"] for each in found}) == len(found)
    assert found == list(entities(all_records()[name]))


@given(record=conferences())
def test_generated_record_is_written_by_the_schemata(record: Conference) -> None:
    found = [json.loads(line) for line in write(record).split("\n")[:-1]]

    assert not list(faults(found))
    assert len({each["id"] for each in found}) == len(found)


def test_table_finds_faults() -> None:
    wrong = [
        {"id": "_", "schema": "Event", "properties": {"date": ["202X"], "involved": ["x"]}},
        {"id": "a", "schema": "UnknownLink", "properties": {"subject": ["b"], "object": []}},
    ]

    assert len(list(faults(wrong))) == 6


def test_followthemoney_itself_finds_no_fault() -> None:
    library = pytest.importorskip(
        "followthemoney", reason="followthemoney needs PyICU, which is compiled"
    )
    for record in all_records().values():
        for each in read(record):
            library.model.get(each["schema"]).validate(each)


# What is made of a record


def a_record(**changes: Any) -> Conference:
    return Conference(**({"id": "c", "name": "Lakeside"} | changes))


def the(schema: str, record: Conference) -> dict[str, list[str]]:
    (found,) = (each["properties"] for each in read(record) if each["schema"] == schema)
    return dict(found)


def test_delegate_is_linked_to_the_event_and_to_those_for_whom_they_came() -> None:
    record = a_record(
        countries=[Country(id="poland", name="Poland", code="PL")],
        delegations=[
            Delegation(
                id="pl", of=["poland"], capacity=Capacity.OBSERVER, attendance=Attendance.ATTENDED
            )
        ],
        delegates=[
            Delegate(id="r", name="R. Vale", delegation="pl", function=Function.DEPUTY_HEAD)
        ],
    )
    by_schema = {each["schema"]: each for each in read(record) if each["schema"] != "UnknownLink"}
    links = [each["properties"] for each in read(record) if each["schema"] == "UnknownLink"]

    assert by_schema["LegalEntity"]["properties"] == {"name": ["Poland"], "country": ["pl"]}
    assert by_schema["Representation"]["properties"] == {
        "agent": [by_schema["Person"]["id"]],
        "client": [by_schema["LegalEntity"]["id"]],
        "role": ["deputy head"],
    }
    event = [by_schema["Event"]["id"]]
    assert links == [
        {
            "subject": [by_schema["LegalEntity"]["id"]],
            "object": event,
            "role": ["observer"],
            "status": ["attended"],
        },
        {"subject": [by_schema["Person"]["id"]], "object": event, "role": ["deputy head"]},
    ]


def test_nobody_is_made_of_a_description() -> None:
    record = a_record(delegates=[Delegate(id="x", described_as="a senior diplomat")])

    assert [each["schema"] for each in read(record)] == ["Event"]
    assert [each.pointer for each in losses(record) if each.field == "Conference.delegates"] == [
        "/delegates/0"
    ]


@pytest.mark.parametrize(
    ("code", "written"),
    [
        *(("PL", "pl"), ("XK", "xk"), ("UK", "gb"), ("SUHH", "suhh"), ("SU", "suhh")),
        *(("XA", None), ("DDDE", None), ("EA", None)),
    ],
)
def test_code_is_written_if_the_list_of_countries_has_it(code: str, written: str | None) -> None:
    record = a_record(countries=[Country(id="x", name="X", code=code)])
    lost = [each.pointer for each in losses(record) if each.field == "Country.code"]

    assert the("LegalEntity", record).get("country") == (written and [written])
    assert lost == ([] if written else ["/countries/0/code"])


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (OrganizationKind.COMPANY, "Company"),
        (OrganizationKind.MINISTRY, "PublicBody"),
        (OrganizationKind.NGO, "Organization"),
        (None, "Organization"),
    ],
)
def test_kind_of_a_body_chooses_its_schema(kind: OrganizationKind | None, schema: str) -> None:
    record = a_record(organizations=[Organization(id="o", name="O", kind=kind, founded="1955-04")])

    assert the(schema, record)["incorporationDate"] == ["1955-04"]


def test_wikidata_is_the_only_system_with_a_property() -> None:
    identifiers = [
        Identifier(scheme="Wikidata", value="q270"),
        Identifier(scheme="wikidata", value="Warsaw"),
        Identifier(scheme="isni", value="Q1"),
    ]
    record = a_record(identifiers=identifiers)

    assert the("Event", record)["wikidataId"] == ["Q270"]
    assert [each.pointer for each in losses(record)] == ["/identifiers/1", "/identifiers/2"]


@given(when=whens())
@case(when=When("2031-05-06/2031-06"))
@case(when=When("2031-05-06/.."))
@case(when=When("2031-05-06/2031-06~"))
@case(when=When("2031-05-XX"))
@case(when=When("2031-05-06T23:30:00-02:00"))
@case(when=When("0001-01-01T01:30:00+05:00"))
@case(when=When("2031-05-06T23:30:00"))
@case(when=When("2031-21"))
@case(when=When("2031", wording="next year"))
def test_no_date_is_invented_and_what_is_lost_is_said(when: When) -> None:
    record = a_record(when=when)
    event = the("Event", record)
    names = ("startDate", "endDate") if when.is_interval else ("date",)
    written = [each for name in names for each in event.get(name, ())]
    source = a_record(sources=[Source(id="s", title="S", published=when)])

    for each in written:
        assert PREFIX.fullmatch(each)
        if "T" not in each:
            # What is stated lies within what is written, which may say less and never more.
            assert when.certainly_during(When(each)) or when.is_interval
    if not {"/when"} & {each.pointer for each in losses(record)}:
        assert "/".join(written) == when.edtf
    published = the("Document", source).get("publishedAt", [])
    assert published == ([] if when.is_interval else written)
    if not {"/sources/0/published"} & {each.pointer for each in losses(source)}:
        assert published == [when.edtf]


def test_times_are_in_utc() -> None:
    moved = a_record(when="2031-05-06T23:30:00-02:00")

    assert the("Event", moved)["date"] == ["2031-05-07T01:30:00"]
    assert the("Event", a_record(when="2031-05-06T23:30:00"))["date"] == ["2031-05-06"]


def test_ids_stay_and_differ_between_records() -> None:
    one = a_record(countries=[Country(id="d", name="D")])
    other = Conference(id="c.d", name="Lakeside")

    assert [each["id"] for each in read(one)] == [
        each["id"] for each in read(a_record(countries=[Country(id="d", name="E")]))
    ]
    assert not {each["id"] for each in read(one)} & {each["id"] for each in read(other)}


def test_rest_of_what_cannot_be_said_is_reported() -> None:
    record = a_record(
        organizers=["g"],
        groups=[Group(id="g", wording="all six")],
        delegations=[Delegation(id="d", of=["g"])],
        delegates=[Delegate(id="r", name="R. Vale", delegation="d")],
        sources=[Source(id="s"), Source(id="t", title="T", url="ftp://x", kind=SourceKind.DATA)],
    )

    assert not [each for each in read(record) if each["schema"] == "Representation"]

    assert {
        "/organizers/0",
        "/delegations/0/of",
        "/sources/0",
        "/sources/1/url",
        "/sources/1/kind",
    } <= {each.pointer for each in losses(record)}
