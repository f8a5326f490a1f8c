"""Popolo: right by its own schemas and by stricter rules, and read back as far as it says it."""

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import example as explicit
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry
from referencing.jsonschema import DRAFT3

from confmodel import (
    Conference,
    Limits,
    LoadError,
    check,
    dump,
    example,
    load,
    to_dict,
)
from confmodel.formats import popolo
from confmodel.formats._loss_page import loss_table
from confmodel.formats._popolo_classes import COLLECTIONS, members_of
from confmodel.model import (
    Agreement,
    AgreementStatus,
    Attendance,
    Delegate,
    Delegation,
    EventLink,
    Group,
    Manner,
    Office,
    Organization,
    Other,
    Quotation,
    Session,
    Source,
    Statement,
    Vote,
    VoteResult,
)
from confmodel.strategies import conferences
from tests.formats.records import all_records, whole_records
from tests.formats.test_losses import only_said, says_of

SAYS = says_of(popolo.FORMAT)


def document(record: Conference) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(popolo.write(record))
    return written


def minimal(**collections: Any) -> str:
    return json.dumps({"events": [{"id": "c", "name": "C"}], **collections})


def findings(data: str) -> set[tuple[str, str]]:
    with pytest.raises(LoadError) as caught:
        popolo.read(data)
    return {(each.code, each.pointer) for each in caught.value.findings}


# What is written


def test_delegation_is_a_member_of_the_assembly_on_behalf_of_a_country() -> None:
    written = document(example("lakeside-2031"))
    membership = next(each for each in written["memberships"] if each["id"] == "a/of/0")

    assert membership["organization_id"] == "lakeside-2031/assembly"
    assert membership["on_behalf_of_id"] == "aland"
    assert membership["member"]["id"] == "a"


def test_joint_delegation_has_a_membership_for_each_party() -> None:
    record = Conference(id="c", name="C", delegations=[Delegation(id="ab", of=["a", "b"])])
    behalf = [each["on_behalf_of_id"] for each in document(record)["memberships"]]

    assert behalf == ["a", "b"]


def test_speech_of_several_is_one_speech_without_a_creator() -> None:
    """Popolo has one creator: several speeches would be several utterances."""
    people = [Delegate(id="v", name="Rosa Vale"), Delegate(id="o", name="Teo Okri")]
    said = Statement(id="s", speakers=people, text="The river is low.")
    record = Conference(id="c", name="C", delegates=people, statements=[said])
    (speech,) = document(record)["speeches"]

    assert "creator_id" not in speech
    assert speech["attribution_text"] == "Rosa Vale, Teo Okri"
    assert [each.pointer for each in popolo.losses(record)] == ["/statements/0/speakers"]


def test_words_of_a_speaker_are_the_text_of_the_speech() -> None:
    words = Quotation.of("It is over,", "and we know it.", source="s")
    said = Statement(id="x", manner=Manner.DIRECT, quotations=[words], text="It is over.")
    record = Conference(id="c", name="C", sources=[Source(id="s")], statements=[said])
    (speech,) = document(record)["speeches"]

    assert speech["text"] == "It is over,\nand we know it."
    assert speech["type"] == "speech"
    assert "/statements/0/text" in {each.pointer for each in popolo.losses(record)}


def test_rendering_of_indirect_speech_is_called_a_summary() -> None:
    said = Statement(id="x", manner=Manner.INDIRECT, text="The river is low.")
    (speech,) = document(Conference(id="c", name="C", statements=[said]))["speeches"]

    assert speech["type"] == "summary"


def test_absent_delegate_is_no_attendee() -> None:
    people = [
        Delegate(id="v", attendance=Attendance.ABSENT),
        Delegate(id="o", attendance=Attendance.WITHDREW),
    ]
    written = document(Conference(id="c", name="C", delegates=people))

    assert written["events"][0]["attendees"] == [{"id": "o"}]
    assert [each["label"] for each in written["memberships"]] == ["absent", "withdrew"]


def test_agreement_without_a_vote_is_no_motion() -> None:
    record = Conference(
        id="c",
        name="C",
        agreements=[Agreement(id="a"), Agreement(id="b")],
        votes=[Vote(id="v", on="b")],
    )

    assert [each["id"] for each in document(record)["motions"]] == ["b"]
    assert [each.pointer for each in popolo.losses(record)] == ["/agreements/0"]


@pytest.mark.parametrize(
    ("when", "start", "end", "lost"),
    [
        ("2031-05-06/2031-05-08", "2031-05-06", "2031-05-08", None),
        ("2031-05", "2031-05", "2031-05", None),
        ("2004/..", "2004", None, "that it has no end"),
        ("../2004", None, "2004", "that it has no start"),
        ("2004/", "2004", None, None),
        ("2031-05-06T10:00:00Z", "2031-05-06T10:00:00Z", "2031-05-06T10:00:00Z", None),
        ("2031-05-06T10:00:00", "2031-05-06", "2031-05-06", "the time, which has no zone"),
        ("1984?/2004%", "1984", "2004", "that it is uncertain, that it is approximate"),
        ("1985-XX-XX", "1985", "1985", "that more of it is to be known"),
        ("2001-21~", "2001", "2001", "the season, that it is approximate"),
        ("201X", None, None, "a date that no calendar of four-digit years has"),
        ("-0043", None, None, "a date that no calendar of four-digit years has"),
    ],
)
def test_date_is_said_as_far_as_popolo_can(
    when: str, start: str | None, end: str | None, lost: str | None
) -> None:
    record = Conference(id="c", name="C", when=when)
    event = document(record)["events"][0]

    assert (event.get("start_date"), event.get("end_date")) == (start, end)
    message = [each.message for each in popolo.losses(record)]
    assert message == ([] if lost is None else [f"{lost} cannot be said"])


@pytest.mark.parametrize(("founded", "said"), [("1990", "1990"), ("1990/1995", None)])
def test_organization_is_founded_at_one_time_or_at_none(founded: str, said: str | None) -> None:
    body = Organization(id="o", name="O", founded=founded)
    record = Conference(id="c", name="C", organizations=[body])
    (written,) = (each for each in document(record)["organizations"] if each["id"] == "o")

    assert written.get("founding_date") == said
    assert [each.pointer for each in popolo.losses(record)] == (
        [] if said else ["/organizations/0/founded"]
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "gazette.example", "http://[", "http:///"])
def test_source_without_an_address_of_the_web_is_reported(url: str) -> None:
    record = Conference(id="c", name="C", sources=[Source(id="s", url=url)])

    assert "sources" not in document(record)["events"][0]
    assert [each.pointer for each in popolo.losses(record)] == ["/sources/0/url"]


def test_word_that_means_something_else_here_is_not_written() -> None:
    body = Organization(id="o", name="O", kind=Other(other="delegation"))
    record = Conference(id="c", name="C", organizations=[body])

    assert "classification" not in document(record)["organizations"][1]
    assert [each.pointer for each in popolo.losses(record)] == ["/organizations/0/kind"]


def test_status_that_is_no_result_is_reported() -> None:
    status = AgreementStatus.DRAFTED
    record = Conference(
        id="c",
        name="C",
        agreements=[Agreement(id="a", status=status)],
        votes=[Vote(id="v", on="a")],
    )

    assert [each.pointer for each in popolo.losses(record)] == ["/agreements/0/status"]


def test_vote_on_what_is_no_agreement_has_no_motion() -> None:
    said = Statement(id="s")
    record = Conference(id="c", name="C", statements=[said], votes=[Vote(id="v", on=said)])

    assert "motion_id" not in document(record)["vote_events"][0]
    assert [each.pointer for each in popolo.losses(record)] == ["/votes/0/on"]


def test_record_with_dangling_references_is_written() -> None:
    """It was loaded without a check; what is not there has no name."""
    record = Conference(
        id="c",
        name="C",
        organizers=["nobody"],
        statements=[Statement(id="s", speakers=["nobody"])],
        votes=[Vote(id="v", on="nothing")],
    )

    assert document(record)["speeches"] == [{"id": "s", "attribution_text": "nobody"}]


def test_same_record_gives_the_same_text() -> None:
    for record in whole_records().values():
        assert popolo.write(record) == popolo.write(attrs.evolve(record))


# Judged by the schemas of Popolo, and more strictly


def schemas(shared: Path) -> dict[str, dict[str, Any]]:
    folder = shared / "suites" / "popolo" / "schemas"
    return {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}


def faults(written: Mapping[str, Any], shared: Path) -> Iterator[str]:
    known = schemas(shared)
    for each in known.values():
        # Stricter than Popolo: nothing but its own members.
        each["additionalProperties"] = False
    registry: Registry[Any] = Registry().with_resources(
        (each["id"].rstrip("#"), DRAFT3.create_resource(each)) for each in known.values()
    )
    checker = jsonschema.FormatChecker(formats=())
    checker.checks("date-time")(_is_instant)
    checker.checks("uri")(_is_uri)
    for name, objects in written.items():
        validator = jsonschema.Draft3Validator(
            known[COLLECTIONS[name]], registry=registry, format_checker=checker
        )
        for one in objects:
            yield from (f"{name}: {error.message}" for error in validator.iter_errors(one))
            yield from (f"{name}: {text} is no date" for text in _bad_dates(one))


def _is_instant(text: object) -> bool:
    return (
        isinstance(text, str)
        and re.fullmatch(r"[0-9-]{10}T[0-9:]{8}(Z|[+-]\d\d:\d\d)", text) is not None
    )


def _is_uri(text: object) -> bool:
    return isinstance(text, str) and re.fullmatch(r"https?://[!-~]+", text) is not None


def _bad_dates(value: Any) -> Iterator[str]:
    """Find dates that no calendar has, which the schemas let through."""
    if isinstance(value, list):
        for each in value:
            yield from _bad_dates(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name == "date" or name.endswith("_date"):
                day = each.partition("T")[0]
                try:
                    datetime.date.fromisoformat(day + "-01" * (2 - day.count("-")))
                except ValueError:
                    yield each
            else:
                yield from _bad_dates(each)


@pytest.mark.parametrize("name", all_records())
def test_document_is_right_by_the_schemas_and_more_strictly(name: str, shared: Path) -> None:
    assert list(faults(document(all_records()[name]), shared)) == []


@given(record=conferences())
@explicit(record=Conference(id="c", name="C", delegations=[Delegation(id="d", when="0000")]))
def test_generated_document_is_right(record: Conference, shared: Path) -> None:
    assert list(faults(document(record), shared)) == []


def test_stricter_judge_sees_what_the_schemas_let_through(shared: Path) -> None:
    wrong = {"events": [{"id": "c", "start_date": "2026-99-99"}, {"nmae": "C"}]}

    assert len(list(faults(wrong, shared))) == 2


def test_our_tables_are_those_of_the_schemas(shared: Path) -> None:
    kinds = {
        "date-time": "instant",
        "object": "any",
        "integer": "whole",
        "number": "number",
        "string": "text",
    }
    for name, schema in schemas(shared).items():
        ours = members_of(name)
        assert ours.keys() == schema["properties"].keys()
        for member, rule in schema["properties"].items():
            wanted = rule.get("items", rule)
            reference = wanted.get("$ref", "").removesuffix(".json#").rpartition("/")[2]
            types = wanted.get("type", ())
            plain = types if isinstance(types, str) else next(iter(types), "")
            time = "time" if "T" in rule.get("pattern", "") else "day"
            kind = reference or (time if "pattern" in rule else kinds.get(plain, ""))
            kind = kinds.get(rule.get("format", ""), kind)
            assert (member, ours[member].kind) == (member, kind)
            assert ours[member].is_many == ("items" in rule)
            assert ours[member].is_required == rule.get("required", False)


# There and back


def expected(record: Conference) -> tuple[dict[str, Any], Conference]:
    said = only_said(record, SAYS)
    return to_dict(said), said


def comparable(record: Conference, losses: set[str]) -> dict[str, Any]:
    """Bring a record into a form without what is reported as lost."""
    plain = to_dict(record)
    for pointer in sorted(losses, key=_backwards):
        _remove(plain, pointer.split("/")[1:])
    for each in plain.get("statements", ()):
        # Words that are quoted come back as the text of a direct statement.
        if each.pop("quotations", None):
            each.pop("text", None)
            each["quotes"] = True
    for each in plain.get("sources", ()):
        del each["id"]
    plain["sources"] = [each for each in plain.get("sources", ()) if "url" in each]
    plain.pop("extra", None)
    plain.pop("x-popolo", None)
    plain.pop("confmodel", None)
    return {name: _same_dates(each) for name, each in plain.items() if each not in ([], None)}


def _backwards(pointer: str) -> tuple[Any, ...]:
    return tuple(-int(step) if step.isdigit() else step for step in pointer.split("/"))


def _remove(plain: Any, steps: list[str]) -> None:
    for step in steps[:-1]:
        plain = plain[int(step)] if isinstance(plain, list) else plain.get(step, {})
    if isinstance(plain, list):
        del plain[int(steps[-1])]
    else:
        plain.pop(steps[-1], None)


def _same_dates(value: Any) -> Any:
    """Write dates that mean the same in the same way."""
    if isinstance(value, list):
        return [_same_dates(each) for each in value]
    if isinstance(value, dict):
        return {name: _same_dates(each) for name, each in value.items()}
    if isinstance(value, str):
        start, _, end = value.partition("/")
        value = start if start == end else value
        return re.sub(r"(T[0-9:]{8}[+-]\d\d)\Z", r"\1:00", value)
    return value


@pytest.mark.parametrize("name", all_records())
def test_what_is_not_reported_as_lost_comes_back(name: str) -> None:
    assert_comes_back(all_records()[name])


@given(record=conferences())
@explicit(
    record=Conference(
        id="c",
        name="C",
        organizations=[Organization(id="o", name="O", kind=Other(other="ngo"))],
    )
)
def test_what_is_not_reported_of_a_generated_record_comes_back(record: Conference) -> None:
    assert_comes_back(record)


def assert_comes_back(record: Conference) -> None:
    said = only_said(record, SAYS)
    again = popolo.read(popolo.write(record))
    losses = {
        each.pointer
        for each in popolo.losses(said)
        if not re.fullmatch(r"/statements/\d+/quotations/.*", each.pointer)
    }
    wanted = comparable(said, losses)
    found = comparable(
        again, {each for each in losses if not each.startswith(("/agreements", "/sources"))}
    )
    quoting = {each["id"] for each in wanted.get("statements", ()) if each.pop("quotes", None)}
    for each in found.get("statements", ()):
        if each["id"] in quoting:
            each.pop("text", None)
    lost = [each for each in losses if each.startswith("/agreements")]
    if lost:
        wanted.pop("agreements", None)
        found.pop("agreements", None)
    assert found == wanted
    rest = [each for each in popolo.unread(again) if not each.endswith("/attribution_text")]
    assert rest == []


@given(record=conferences())
def test_what_was_read_is_written_the_same(record: Conference) -> None:
    once = popolo.read(popolo.write(record))

    assert popolo.write(popolo.read(popolo.write(once))) == popolo.write(once)


def test_agreement_that_was_voted_on_comes_back() -> None:
    record = Conference(
        id="c",
        name="C",
        agreements=[
            Agreement(
                id="b",
                number="12",
                text="publish gauge readings",
                status=AgreementStatus.ADOPTED,
                when="2031-05-06T10:00:00+02:00",
            )
        ],
        votes=[Vote(id="v", on="b", in_favour=2, absent=0, result=VoteResult.TIED)],
    )

    assert popolo.losses(record) == ()
    assert popolo.read(popolo.write(record)) == record


def test_file_is_found_by_its_suffix(tmp_path: Path) -> None:
    record = Conference(id="c", name="C", groups=[Group(id="g", wording="most members")])

    dump(record, tmp_path / "c.popolo.json", strict=True)

    assert load(tmp_path / "c.popolo.json") == record


# Documents of others

EXAMPLES = {
    "area": "areas",
    "embedding-membership": "memberships",
    "embedding-organization": "organizations",
    "embedding-person": "persons",
    "embedding-post": "posts",
    "event": "events",
    "membership": "memberships",
    "metadata": "persons",
    "name-component": "persons",
    "organization": "organizations",
    "person": "persons",
    "post": "posts",
    "speech": "speeches",
    "vote": "votes",
    "vote_event": "vote_events",
}
"""The collection of each example; a contact detail and a count stand nowhere alone."""


@pytest.mark.parametrize(("name", "collection"), EXAMPLES.items())
def test_nothing_of_the_examples_of_popolo_is_dropped(
    name: str, collection: str, shared: Path
) -> None:
    """Every text and number of them stands in the record, or is kept beside it."""
    path = shared / "suites" / "popolo" / "examples" / f"{name}.json"
    given_ = json.loads(path.read_text("utf-8"))
    data = (
        json.dumps({"events": [given_]})
        if collection == "events"
        else minimal(**{collection: [given_]})
    )
    record = popolo.read(data)
    text = json.dumps(to_dict(record), ensure_ascii=False)

    assert check(record).errors == ()
    missing = [each for each in _leaves(given_) if json.dumps(each, ensure_ascii=False) not in text]
    # These are said in the words of a record.
    assert set(missing) <= {"speech", "fail", "2013-10-09T18:53:09Z", "2013-10-09T17:57:10Z"} | {
        each for each in missing if _is_id_or_span(each, text)
    }


def _leaves(value: Any, name: str = "") -> Iterator[Any]:
    if isinstance(value, list):
        for each in value:
            yield from _leaves(each, name)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, key)
    elif name != "id":
        yield value


def _is_id_or_span(value: Any, text: str) -> bool:
    return f"{value}/" in text or f"/{value}" in text


def test_example_that_fails_its_own_schema_is_refused(shared: Path) -> None:
    path = shared / "suites" / "popolo" / "examples" / "motion.json"

    assert findings(minimal(motions=[json.loads(path.read_text("utf-8"))])) == {
        ("E101", "/motions/0/vote_events/0")
    }


def test_objects_inside_others_are_read_as_those_beside_them() -> None:
    inside = {
        "persons": [
            {
                "id": "vale",
                "name": "Rosa Vale",
                "memberships": [
                    {
                        "id": "m",
                        "post": {"id": "p", "label": "Minister"},
                        "organization": {"id": "ministry", "name": "Ministry of Water"},
                    }
                ],
            }
        ]
    }
    beside = {
        "persons": [{"id": "vale", "name": "Rosa Vale"}],
        "organizations": [{"id": "ministry", "name": "Ministry of Water"}],
        "posts": [{"id": "p", "label": "Minister"}],
        "memberships": [
            {"id": "m", "person_id": "vale", "post_id": "p", "organization_id": "ministry"}
        ],
    }
    record = popolo.read(minimal(**inside))

    assert record == popolo.read(minimal(**beside))
    assert record.people[0].offices == (Office(title="Minister", body="ministry"),)


def test_second_account_of_a_thing_is_kept_beside_the_first() -> None:
    data = minimal(persons=[{"id": "v", "name": "Vale"}, {"id": "v", "name": "Wale"}])
    record = popolo.read(data)

    assert [each.name for each in record.people] == ["Vale"]
    assert record.extra is not None
    assert record.extra["x-popolo"] == {"persons": {"v": {"name": ["Wale"]}}}


def test_ids_that_a_record_cannot_have_become_others_and_are_kept() -> None:
    data = minimal(persons=[{"id": "Ă b"}, {"id": "a-b"}, {"id": "700/1"}, {"id": "/"}, {}])
    people = popolo.read(data).people

    assert [each.id for each in people] == ["a-b-2", "a-b", "700-1", "person", "person-5"]
    assert [one.value for each in people for one in each.identifiers] == ["Ă b", "700/1", "/"]


def test_sessions_are_the_events_below_the_conference_however_deep() -> None:
    data = json.dumps(
        {
            "events": [
                {"id": "deep", "parent_id": "day"},
                {"id": "c", "name": "C", "children": [{"id": "day", "name": "Day"}]},
            ]
        }
    )
    record = popolo.read(data)

    assert [each.id for each in record.sessions] == ["deep", "day"]
    assert popolo.unread(record) == ("events/deep/parent_id",)


def test_event_that_is_the_conference_can_be_named() -> None:
    data = json.dumps({"events": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]})

    assert findings(data) == {("E102", "/events")}
    assert popolo.read(data, event="b").name == "B"
    assert popolo.unread(popolo.read(data, event="b")) == ("events/a/name",)
    with pytest.raises(LoadError):
        popolo.read(data, event="z")


def test_event_above_the_conference_is_what_it_is_part_of() -> None:
    data = json.dumps(
        {"events": [{"id": "w", "name": "Week"}, {"id": "c", "name": "C", "parent_id": "w"}]}
    )
    part_of = popolo.read(data, event="c").part_of

    assert isinstance(part_of, EventLink)
    assert (part_of.name, part_of.identifiers[0].value) == ("Week", "w")


def test_country_that_is_an_area_alone_is_a_country() -> None:
    areas = [{"id": "a", "name": "Aland", "identifier": "XA", "classification": "country"}]
    bodies = [{"id": "m", "name": "Ministry", "area_id": "a"}]
    record = popolo.read(minimal(areas=areas, organizations=bodies))

    assert (record.countries[0].code, record.organizations[0].country) == ("XA", "a")


KEPT = {
    "no collection": ({"meta": {"by": ["us"]}}, {"meta"}),
    "an unknown member": ({"persons": [{"id": "v", "x": 1}]}, {"persons/v/x"}),
    "a source with more than its address": (
        {"persons": [{"id": "v", "sources": [{"url": "u"}]}]},
        {"persons/v/sources"},
    ),
    "a name without a name": (
        {"persons": [{"id": "v", "other_names": [{"note": "n"}, {"name": "W"}]}]},
        {"persons/v/other_names"},
    ),
    "a parent that is no organization": (
        {
            "organizations": [
                {"id": "m", "name": "M", "parent_id": "a"},
                {"id": "a", "name": "A", "classification": "country"},
            ]
        },
        {"organizations/m/parent_id"},
    ),
    "a member that is an organization": (
        {
            "organizations": [{"id": "m", "name": "M"}, {"id": "n", "name": "N"}],
            "memberships": [{"id": "k", "member": {"id": "m"}, "organization_id": "n"}],
        },
        {"memberships/k/member", "memberships/k/organization_id"},
    ),
    "a delegation on behalf of a delegation": (
        {
            "organizations": [
                {"id": "c/assembly", "name": "C", "classification": "assembly"},
                {"id": "d", "classification": "delegation"},
            ],
            "memberships": [
                {
                    "id": "k",
                    "member": {"id": "d"},
                    "organization_id": "c/assembly",
                    "on_behalf_of_id": "d",
                }
            ],
        },
        {"memberships/k/on_behalf_of_id"},
    ),
    "a second delegation of one person": (
        {
            "persons": [{"id": "v"}],
            "organizations": [{"id": "d", "classification": "delegation"}],
            "memberships": [
                {"id": "k", "person_id": "v", "organization_id": "d"},
                {"id": "l", "person_id": "v", "organization_id": "d"},
            ],
        },
        {"memberships/l/person_id", "memberships/l/organization_id"},
    ),
    "a membership without a role": (
        {
            "persons": [{"id": "v"}],
            "organizations": [{"id": "m", "name": "M"}],
            "memberships": [{"id": "k", "person_id": "v", "organization_id": "m"}],
        },
        {"memberships/k/person_id", "memberships/k/organization_id"},
    ),
    "a post in a country": (
        {
            "persons": [{"id": "v"}],
            "organizations": [{"id": "a", "name": "A", "classification": "country"}],
            "memberships": [
                {
                    "id": "k",
                    "person_id": "v",
                    "post": {"id": "p", "role": "Envoy", "organization_id": "a"},
                }
            ],
        },
        {"posts/p/organization_id"},
    ),
    "an assembly of another name": (
        {"organizations": [{"id": "c/assembly", "name": "Talks"}]},
        {"organizations/c/assembly/name"},
    ),
    "a motion in an organization": (
        {"organizations": [{"id": "m", "name": "M"}], "motions": [{"organization_id": "m"}]},
        {"motions/motion-1/organization_id"},
    ),
    "an area that is a country of another name": (
        {
            "organizations": [{"id": "a", "name": "A", "classification": "country"}],
            "areas": [{"id": "a", "name": "B", "identifier": "XA", "classification": "country"}],
        },
        {"areas/a/name", "areas/a/identifier"},
    ),
    "a country without a code of ISO 3166": (
        {"areas": [{"id": "a", "name": "B", "identifier": "ocd:b", "classification": "country"}]},
        {"areas/a/identifier"},
    ),
    "a ballot of nobody": (
        {"vote_events": [{"id": "e", "votes": [{"id": "b", "option": "yes"}]}]},
        {"votes/b/option", "votes/b/vote_event_id"},
    ),
    "two counts of one option": (
        {"vote_events": [{"id": "e", "counts": [{"option": "yes", "value": 1}] * 2}]},
        {"vote_events/e/counts"},
    ),
    "an event that is not below the conference": (
        {"events": [{"id": "x", "name": "X"}]},
        {"events/x/name"},
    ),
    "an event that ends before it starts": (
        {"events": [{"id": "s", "parent_id": "c", "start_date": "2031", "end_date": "2030"}]},
        {"events/s/start_date", "events/s/end_date"},
    ),
}
"""What a record cannot hold, and where it is kept."""


@pytest.mark.parametrize(("collections", "kept"), KEPT.values(), ids=KEPT)
def test_what_a_record_cannot_hold_is_kept(collections: dict[str, Any], kept: set[str]) -> None:
    held = dict(collections)
    held["events"] = [{"id": "c", "name": "C"}, *held.get("events", ())]
    record = popolo.read(json.dumps(held), event="c")

    names = {each.partition("/")[0] for each in popolo.unread(record)}
    assert {each.removesuffix("/by") for each in popolo.unread(record)} == kept
    assert record.extra is not None
    assert record.extra["x-popolo"].keys() == names  # type: ignore[attr-defined] # a mapping


def test_thing_by_its_id_and_by_itself_is_one() -> None:
    speech = {"id": "s", "creator_id": "v", "creator": {"id": "v", "name": "Vale"}, "event_id": "c"}
    record = popolo.read(minimal(speeches=[speech], votes=None))

    assert record.statements[0].speakers == ("v",)
    assert popolo.unread(record) == ()


def test_source_of_the_event_is_a_source() -> None:
    links = [{"url": "https://example.org", "note": "Minutes", "rel": "x"}, {"url": ""}]
    record = popolo.read(json.dumps({"events": [{"id": "c", "name": "C", "sources": links}]}))

    assert [(each.id, each.title) for each in record.sources] == [
        ("source-1", "Minutes"),
        ("source-2", None),
    ]
    assert popolo.unread(record) == ("events/c/sources",)


def test_vote_of_another_body_is_of_that() -> None:
    bodies = [
        {"id": "m", "name": "M"},
        {"id": "a", "name": "A", "classification": "country"},
    ]
    votes = [{"id": "e", "organization_id": "m"}, {"id": "f", "organization_id": "a"}]
    record = popolo.read(minimal(organizations=bodies, vote_events=votes))

    assert [each.body for each in record.votes] == ["m", None]
    assert popolo.unread(record) == ("vote_events/f/organization_id",)


def test_number_that_no_record_keeps_is_refused() -> None:
    assert findings('{"events": [{"id": "c", "name": "C", "x": 1' + "0" * 400 + "}]}")


def test_table_of_losses_is_for_people() -> None:
    table = loss_table(SAYS)

    assert "Never said, wherever they stand: `language`" in table
    assert "| Vote | `identifiers` | `on`: what is no agreement" in table


def test_document_without_an_event_is_no_record() -> None:
    assert findings('{"persons": []}') == {("E102", "/events")}


def test_events_that_are_parts_of_each_other_are_no_record() -> None:
    events = [{"id": "a", "name": "A", "parent_id": "b"}, {"id": "b", "parent_id": "a"}]

    assert findings(json.dumps({"events": events})) == {("E102", "/events")}


def test_every_fault_of_a_document_is_reported_at_once() -> None:
    data = json.dumps(
        {
            "events": [{"id": "c", "start_date": "2026-99-99", "end_date": "May", "attendees": 3}],
            "persons": [7, {"name": 7, "identifiers": [{"identifer": "1"}, 3], "pronouns": [None]}],
            "votes": {},
            "speeches": [{"position": "1", "date": "2014-03-25"}],
            "vote_events": [{"counts": [{"option": "yes", "value": True}]}],
        }
    )

    assert findings(data) == {
        ("E106", "/events/0/start_date"),
        ("E106", "/events/0/end_date"),
        ("E101", "/events/0/attendees"),
        ("E101", "/persons/0"),
        ("E101", "/persons/1/name"),
        ("E102", "/persons/1/identifiers/0/identifier"),
        ("E101", "/persons/1/identifiers/1"),
        ("E101", "/persons/1/pronouns/0"),
        ("E101", "/votes"),
        ("E101", "/speeches/0/position"),
        ("E106", "/speeches/0/date"),
        ("E101", "/vote_events/0/counts/0/value"),
    }


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("", "E100"),
        ("[]", "E101"),
        ('{"person": []}', "E101"),
        ('{"events": [], "events": []}', "E116"),
        ('{"events": [{"id": "c", "id": "d", "name": "C"}]}', "E116"),
        ('{"events": [{"id": "c", "name": "C"}], "persons": ' + "[" * 100_000, "E113"),
        (minimal(persons=[1] * 5000), "E101"),
        (minimal(vote_events=[{"counts": [{"option": "yes", "value": -1}]}]), "E105"),
        ('{"events": [{"id": "c"}]}', "E102"),
        (
            minimal(
                organizations=[
                    {"id": "a", "name": "A", "parent_id": "b"},
                    {"id": "b", "name": "B", "parent_id": "a"},
                ]
            ),
            "E209",
        ),
    ],
)
def test_what_is_no_record_gives_an_error_of_ours(data: str, code: str) -> None:
    assert code in {each for each, _ in findings(data)}


def test_limits_are_kept() -> None:
    with pytest.raises(LoadError) as caught:
        popolo.read(minimal(), limits=Limits(max_bytes=10))

    assert caught.value.findings[0].code == "E113"


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("2031-05-06"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@st.composite
def objects(draw: st.DrawFn) -> dict[str, Any]:
    """Popolo objects whose members have the right names, and seldom the right values."""
    kind = draw(st.sampled_from(sorted(COLLECTIONS.values())))
    names = st.sampled_from(sorted(members_of(kind)))
    ids = st.sampled_from(["a", "b", "c", "c/assembly", "country", "delegation", "group"])
    inner = ids | PLAIN | st.lists(st.fixed_dictionaries({"id": ids}), max_size=2)
    return draw(st.dictionaries(names, inner, max_size=6))


@given(held=st.dictionaries(st.sampled_from(sorted(COLLECTIONS)), st.lists(objects(), max_size=4)))
def test_strange_documents_give_a_record_or_one_error_of_ours(held: dict[str, Any]) -> None:
    held["events"] = [{"id": "c", "name": "C"}, *held.get("events", ())]
    try:
        record = popolo.read(json.dumps(held), event="c")
    except LoadError as error:
        assert error.findings
    else:
        assert check(record).errors == ()
        popolo.write(record)


def test_document_of_others_is_read_as_far_as_it_goes() -> None:
    bare, whole = {"identifier": "5"}, {"identifier": "7", "scheme": "isni"}
    ballot = {"voter_id": "p", "option": "yes"}
    data = minimal(
        organizations=[
            {"id": "o", "name": "O", "identifiers": [bare, whole]},
            {"id": "b", "name": "B"},
        ],
        persons=[{"id": "p", "name": "P"}],
        memberships=[
            {"id": "m", "person_id": "p", "role": "Minister", "organization_id": "o"},
            {"id": "n", "person_id": "p", "role": "Adviser"},
            {"id": "q", "organization_id": "b"},
        ],
        votes=[ballot],
        vote_events=[{"id": "v", "votes": [ballot]}],
    )
    record = popolo.read(data)
    body, (person,), (vote,) = record.organizations[0], record.people, record.votes

    assert [(each.scheme, each.value) for each in body.identifiers] == [("isni", "7")]
    assert [(each.title, each.body) for each in person.offices] == [
        ("Minister", "o"),
        ("Adviser", None),
    ]
    assert [each.party for each in vote.ballots] == ["p"]
    kept: Any = record.extra
    assert "votes" in kept["x-popolo"]


def test_ballot_that_is_no_object_is_refused() -> None:
    data = minimal(vote_events=[{"id": "v", "votes": [3]}])

    assert findings(data) == {("E101", "/vote_events/0/votes/0")}


def test_word_of_the_authors_own_that_the_vocabulary_has_is_reported() -> None:
    record = Conference(
        id="c",
        name="C",
        kind=Other(other="working lunch"),
        organizations=[Organization(id="o", name="O", kind=Other(other="ngo"))],
        sessions=[Session(id="s", name="S", kind=Other(other="round table"))],
    )

    assert [(each.pointer, each.message) for each in popolo.losses(record)] == [
        ("/organizations/0/kind", "that 'ngo' is a word of the author's own cannot be said"),
        ("/sessions/0/kind", "that 'round table' is a word of the author's own cannot be said"),
    ]
    again = popolo.read(popolo.write(record))
    assert again.kind == record.kind
