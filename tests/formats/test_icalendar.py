"""A calendar has the days that the record states, and no others.

What is written is read back by vobject, which shares no code with the library
that writes it.
"""

import datetime
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped] # it has no types
from hypothesis import example as case
from hypothesis import given

from confmodel import Conference, InvalidValueError, MissingExtraError, Session, Source, When
from confmodel.formats.icalendar import NO_STAMP, losses, write
from confmodel.model import EventStatus, Place
from confmodel.strategies import conferences, texts, whens
from tests.formats.records import all_records, whole_records

DAY = datetime.timedelta(days=1)


def a_conference(**changes: Any) -> Conference:
    return Conference(**({"id": "c", "name": "Lakeside"} | changes))


def parsed(record: Conference) -> dict[str, Any]:
    """Read the entries of a calendar, by their UID."""
    calendar = vobject.readOne(write(record))
    return {each.uid.value: each for each in calendar.components()}


def the_entry(record: Conference) -> Any:
    return parsed(record)[f"confmodel:{record.id}"]


def content(entry: Any) -> dict[str, Any]:
    return {line.name: line.value for line in entry.lines()}


# Dates


def stated_days(when: When) -> tuple[datetime.date, datetime.date] | None:
    """Read plain days out of the text itself, as the oracle."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?", when.edtf or "", re.ASCII)
    if found is None or "0000" in (found[1][:4], (found[2] or "")[:4]):
        return None
    last = found[2] or found[1]
    return datetime.date.fromisoformat(found[1]), datetime.date.fromisoformat(last)


@given(when=whens())
@case(when=When("2031-05"))
@case(when=When("2031-05-06~"))
@case(when=When("2031-05-06/2031-05-08?"))
@case(when=When("2031-05-06/.."))
@case(when=When("/2031-05-06"))
@case(when=When("2031-05-06/2031-06"))
@case(when=When("2031-21"))
@case(when=When("9999-12-30/9999-12-31"))
@case(when=When(wording="coming days"))
def test_no_day_is_invented_and_none_is_lost(when: When) -> None:
    """The last day is included in the record, and excluded in the calendar."""
    record = a_conference(when=when, sessions=[Session(id="s", when=when)])
    days = stated_days(when)
    is_timed = "T" in (when.edtf or "")
    has_no_day_after = days is not None and days[1] == datetime.date.max
    for uid, entry in parsed(record).items():
        written = content(entry)
        if days is not None and not has_no_day_after:
            assert entry.name == "VEVENT"
            assert (written["DTSTART"], written["DTEND"] - DAY) == days
        elif is_timed and not (when.edtf or "").startswith(("-", "0000")):
            assert "DTEND" not in written
            if entry.name == "VEVENT":  # not where UTC leaves the calendar
                meant = datetime.datetime.fromisoformat(when.edtf or "")
                assert written["DTSTART"] == meant
        else:
            assert entry.name == "VJOURNAL", uid
            assert not {"DTSTART", "DTEND"} & written.keys()
            assert kept(str(when)) in written["DESCRIPTION"]
            assert {"/when", "/sessions/0/when"} <= {each.pointer for each in losses(record)}


def test_time_without_a_zone_stays_without_one_and_other_zones_become_utc() -> None:
    local = write(a_conference(when="2031-05-06T09:30:00"))
    moved = write(a_conference(when="2031-05-06T01:30:00+05:00"))

    assert "DTSTART:20310506T093000\r\n" in local
    assert "DTSTART:20310505T203000Z\r\n" in moved
    assert "DESCRIPTION:When: 2031-05-06T01:30:00+05:00\r\n" in moved


def test_time_that_utc_has_no_year_for_is_not_dated() -> None:
    assert "DTSTART" not in write(a_conference(when="0001-01-01T01:30:00+05:00"))


def test_words_beside_a_date_stand_in_the_description() -> None:
    record = a_conference(theme="One river", when=When("2031-05-06", wording="on Tuesday"))

    assert content(the_entry(record))["DESCRIPTION"] == "One river\nWhen: on Tuesday (2031-05-06)"


# What else an entry says


def test_sessions_are_entries_tied_to_the_conference() -> None:
    record = all_records()["lakeside-2031"]
    entries = parsed(record)

    assert list(entries) == [
        "confmodel:lakeside-2031",
        *(f"confmodel:lakeside-2031/{each.id}" for each in record.sessions),
    ]
    for entry in list(entries.values())[1:]:
        assert content(entry)["RELATED-TO"] == "confmodel:lakeside-2031"


def test_session_without_a_name_is_called_by_its_kind() -> None:
    session = parsed(all_records()["lakeside-2031"])["confmodel:lakeside-2031/breakfast"]

    assert content(session)["SUMMARY"] == "bilateral"


@pytest.mark.parametrize("status", EventStatus)
def test_every_status_has_a_word_or_is_reported(status: EventStatus) -> None:
    dated = a_conference(when=2031, sessions=[Session(id="s", when="2031-05-06", status=status)])
    word = content(parsed(dated)["confmodel:c/s"])["STATUS"]
    undated = write(a_conference(status=status))

    assert word == {
        EventStatus.CANCELLED: "CANCELLED",
        EventStatus.POSTPONED: "TENTATIVE",
    }.get(status, "CONFIRMED")
    is_lost = "/sessions/0/status" in {each.pointer for each in losses(dated)}
    assert is_lost == (status not in (EventStatus.SCHEDULED, EventStatus.CANCELLED))
    assert ("STATUS" in undated) == (status is EventStatus.CANCELLED)
    assert ("/status" in {each.pointer for each in losses(a_conference(status=status))}) == (
        status is not EventStatus.CANCELLED
    )


def test_undated_entry_has_no_place_and_says_so() -> None:
    record = a_conference(places=[Place(name="Selm")], sessions=[Session(id="s", place="pier")])

    assert "LOCATION" not in write(record)
    assert {"/places", "/sessions/0/place"} <= {each.pointer for each in losses(record)}


def test_nobody_is_invited_by_a_published_calendar() -> None:
    """RFC 5545, sections 3.8.4.1 and 3.8.4.3: neither property in what is only published."""
    for record in whole_records().values():
        assert not re.search(r"^(ATTENDEE|ORGANIZER)", write(record), re.MULTILINE)
        assert {"delegates", "delegations"}.isdisjoint(write(record).lower().split())


# The stamp


def test_stamp_is_the_last_day_on_which_a_source_changed() -> None:
    sources = [
        Source(id="one", published="2031-05-08", modified="2031-05-09/2031-05-10"),
        Source(id="two", published="2031-05-10T23:30:00-02:00"),
        Source(id="three", published="2031-05-10T20:00:00"),
        Source(id="four", published="2031-06~", modified=When(wording="later")),
    ]
    record = a_conference(sources=sources)

    assert "DTSTAMP:20310511T013000Z\r\n" in write(record)
    assert [
        each.pointer for each in losses(record) if "Source" in each.field and "id" not in each.field
    ] == [
        "/sources/0/published",
        "/sources/0/modified",
        "/sources/2/published",
        "/sources/3/published",
        "/sources/3/modified",
    ]


def test_stamp_without_any_source_is_the_one_that_means_none() -> None:
    assert f"DTSTAMP:{NO_STAMP:%Y%m%dT%H%M%SZ}\r\n" in write(a_conference())


def test_stamp_can_be_given() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=2))
    stamp = datetime.datetime(2031, 5, 9, 1, 2, 3, 999, tzinfo=zone)

    assert "DTSTAMP:20310508T230203Z\r\n" in write(a_conference(), stamp=stamp)


@pytest.mark.parametrize(
    "stamp",
    [
        datetime.datetime(2031, 5, 9),  # noqa: DTZ001 - what the test is about
        datetime.date(2031, 5, 9),
        "2031-05-09",
        datetime.datetime.min.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=1))),
    ],
)
def test_stamp_that_is_no_moment_is_refused(stamp: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        write(a_conference(), stamp=stamp)

    assert caught.value.path == "stamp"


# The text


def kept(text: str) -> str:
    """Say what a calendar keeps of a text, in other words than the writer's."""
    text = re.sub("\r\n?", "\n", text)
    return "".join(
        each for each in text if each in "\n\t" or not (each < " " or each in "\x7f\ufeff")
    )


@given(name=texts())
@case(name="a\r\nATTENDEE:mailto:x@example.org\rb")
@case(name="\ufeffname \\n, and; \\, more\x85\u2028")
@case(name="x" * 74 + "é" * 80)
def test_text_comes_back_and_lines_are_short(name: str) -> None:
    record = a_conference(name=name, topics=[name], places=[name], when="2031-05-06")
    text = write(record)

    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    assert len(parsed(record)) == 1
    if kept(name):
        assert content(the_entry(record))["SUMMARY"] == kept(name)
        assert content(the_entry(record))["LOCATION"] == kept(name)
        assert content(the_entry(record))["CATEGORIES"] == [kept(name)]
    is_lost = {"/name", "/topics/0/label", "/places/0/name"} <= {
        each.pointer for each in losses(record)
    }
    assert is_lost == (kept(name) != name)


def test_naughty_strings_survive_or_are_reported(shared: Path) -> None:
    strings = json.loads((shared / "suites/naughty-strings/strings.json").read_bytes())
    names = [each for each in strings if each]
    sessions = [Session(id=f"s{n}", name=name) for n, name in enumerate(names)]
    record = a_conference(sessions=sessions)
    entries = parsed(record)
    lost = {each.pointer for each in losses(record)}

    for n, name in enumerate(names):
        read = content(entries[f"confmodel:c/s{n}"]).get("SUMMARY", "")
        assert read == kept(name)
        assert (read != name) == (f"/sessions/{n}/name" in lost)


@given(record=conferences())
def test_every_calendar_is_read(record: Conference) -> None:
    assert len(parsed(record)) == 1 + len(record.sessions)
    assert write(record) == write(record)


def test_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtraError) as caught:
        write(a_conference())

    assert caught.value.extra == "ical"
