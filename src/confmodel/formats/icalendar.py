"""iCalendar: the conference and its sessions in a calendar (RFC 5545). Written only.

A calendar holds days. What the record states to the day, or to the second,
becomes an event; anything less exact ("May 2031", "2031-05-06~", an open end,
words alone) becomes a journal entry without a date (VJOURNAL), because an event
must have a start, and none is invented. Its description says what the record
says of the date.
"""

import datetime
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from confmodel.errors import InvalidValueError, MissingExtraError, shown
from confmodel.formats._days import days_of, in_utc, moment_of
from confmodel.formats._format import by_name
from confmodel.formats._losses import Loss, Says, changed_texts, left_out, with_texts
from confmodel.formats._words import word_of
from confmodel.model import Conference, Country, EventStatus, Other, Place, Session, Source, Topic

_FIELDS = {
    Conference: "id name theme kind level status when places topics sources countries sessions",
    Session: "id name kind when place status topics",
    Place: "name country",
    Country: "id name",
    Source: "published modified",
    Topic: "label",
}

_NOT_A_DAY = "what is not stated to the day stands in words only"
_STATUS = "all but `scheduled` and `cancelled`; no word has a place beside an undated entry"
_PLACE = "no place stands beside an undated entry"
_STAMP = "only the last of all of them is kept, as DTSTAMP"

SAYS = Says(
    _FIELDS,
    with_texts(
        _FIELDS,
        "control characters, byte order marks, and which line ends it has",
        {
            Conference: {
                "when": _NOT_A_DAY,
                "status": _STATUS,
                "places": _PLACE,
                "countries": "those without a place in the calendar",
            },
            Session: {"when": _NOT_A_DAY, "status": _STATUS, "place": _PLACE},
            Source: {"published": _STAMP, "modified": _STAMP},
        },
    ),
)
"""What a calendar says of a record."""

FORMAT = by_name("icalendar")
"""What is known of the format."""

NO_STAMP = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
"""The DTSTAMP of a record whose sources do not say when they were published."""

# A byte order mark is no letter, and the library drops it in front of a text.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff]")

# What RFC 5545, section 3.8.1.11, has for an event.
_STATUS_WORDS: dict[EventStatus | Other, str] = {
    EventStatus.SCHEDULED: "CONFIRMED",
    EventStatus.HELD: "CONFIRMED",
    EventStatus.RESCHEDULED: "CONFIRMED",
    EventStatus.MOVED_ONLINE: "CONFIRMED",
    EventStatus.SUSPENDED: "CONFIRMED",
    EventStatus.POSTPONED: "TENTATIVE",
    EventStatus.CANCELLED: "CANCELLED",
}

_Occasion = Conference | Session


def write(record: Conference, *, stamp: datetime.datetime | None = None) -> str:
    r"""Write a record as a calendar: one event for the conference and for each session.

    A day is one of the place, whatever the zone; the last day is included in
    the record and excluded in the calendar. A time without a zone is written
    without one, and a time with a zone in UTC. The same record gives the same
    text: each UID is made of the ids, and no clock is read.

    Args:
        record: The record.
        stamp: When the information was last revised (DTSTAMP, section 3.8.7.2),
            with its zone. Without it, it is the last day on which a source of the
            record was published or modified, and `NO_STAMP` if none says so.

    Raises:
        InvalidValueError: If the stamp is no time with a zone.
        MissingExtraError: If the library `icalendar` is not installed.

    Examples:
        >>> from confmodel import Conference
        >>> lines = write(Conference(id="c", name="Lakeside", when="2031-05-06/2031-05-08"))
        >>> print(lines.replace("\r", ""), end="")
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//confmodel//confmodel//EN
        BEGIN:VEVENT
        SUMMARY:Lakeside
        DTSTART;VALUE=DATE:20310506
        DTEND;VALUE=DATE:20310509
        DTSTAMP:19700101T000000Z
        UID:confmodel:c
        END:VEVENT
        END:VCALENDAR
    """
    library = _library()
    stamp = _stamp(record)[0] if stamp is None else _checked(stamp)
    calendar: Any = library.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//confmodel//confmodel//EN")
    countries = {each.id: each.name for each in record.countries}
    whole = f"confmodel:{record.id}"
    calendar.add_component(_component(library, record, whole, stamp, countries))
    for session in record.sessions:
        part = _component(library, session, f"{whole}/{session.id}", stamp, countries)
        part.add("related-to", whole)
        calendar.add_component(part)
    text: str = calendar.to_ical().decode()
    return text


def losses(record: Conference) -> tuple[Loss, ...]:
    """Tell what of a record a calendar cannot say."""
    own = [*_lost_of(record, ""), *_lost_countries(record), *_lost_dates(record)]
    for n, session in enumerate(record.sessions):
        own += _lost_of(session, f"/sessions/{n}")
    letters = changed_texts(record, SAYS, _kept, "has control characters, or other line ends")
    return (*left_out(record, SAYS), *own, *letters)


def _library() -> ModuleType:
    try:
        import icalendar  # noqa: PLC0415 - not everybody who writes records needs calendars
    except ModuleNotFoundError:
        raise MissingExtraError("writing iCalendar", extra="ical") from None
    return icalendar


def _checked(stamp: datetime.datetime) -> datetime.datetime:
    moment = None
    if isinstance(stamp, datetime.datetime) and stamp.utcoffset() is not None:
        moment = in_utc(stamp.replace(microsecond=0))
    if moment is None:
        raise InvalidValueError(
            code="E101",
            path="stamp",
            value=stamp,
            message=f"{shown(stamp)} is no time with a zone",
            help="give a datetime such as datetime(2031, 5, 9, tzinfo=UTC)",
        )
    return moment


def _component(
    library: ModuleType,
    occasion: _Occasion,
    uid: str,
    stamp: datetime.datetime,
    countries: dict[str, str],
) -> Any:
    span = _span(occasion)
    part: Any = library.Journal() if span is None else library.Event()
    part.add("uid", uid)
    part.add("dtstamp", stamp)
    # Most programs show an event without a summary as one without a title.
    summary = occasion.name if occasion.name is not None else "".join(_kind(occasion))
    if summary:
        part.add("summary", _kept(summary))
    if span is not None:
        start, end = span
        part.add("dtstart", start)
        if end is not None:
            part.add("dtend", end)
        places = "; ".join(_place(each, countries) for each in _places(occasion))
        if places:
            part.add("location", _kept(places))
    description = "\n".join(_description(occasion, is_dated=span is not None))
    if description:
        part.add("description", _kept(description))
    categories = [_kept(each) for each in _categories(occasion)]
    if categories:
        part.add("categories", categories)
    status = _status(occasion)
    if status is not None:
        part.add("status", status)
    return part


def _span(
    occasion: _Occasion,
) -> tuple[datetime.date, datetime.date | None] | None:
    """Give the start and the exclusive end; `None` if it is not stated to the day."""
    when = occasion.when
    if when is None:
        return None
    days = days_of(when)
    if days is not None:
        try:
            return days[0], days[1] + datetime.timedelta(days=1)
        except OverflowError:
            return None
    moment = moment_of(when)
    if moment is not None and moment.tzinfo is not None:
        moment = in_utc(moment)
    return None if moment is None else (moment, None)


def _places(occasion: _Occasion) -> tuple[Place, ...]:
    if isinstance(occasion, Conference):
        return occasion.places
    return () if occasion.place is None else (occasion.place,)


def _place(place: Place, countries: dict[str, str]) -> str:
    country = countries.get(place.country or "")
    return place.name if country is None else f"{place.name}, {country}"


def _description(occasion: _Occasion, *, is_dated: bool) -> Iterator[str]:
    if isinstance(occasion, Conference) and occasion.theme is not None:
        yield occasion.theme
    when = occasion.when
    if when is None:
        return
    moment = moment_of(when)
    is_moved = moment is not None and moment.tzinfo not in (None, datetime.UTC)
    if not is_dated or when.wording is not None or is_moved:
        yield f"When: {when}"


def _categories(occasion: _Occasion) -> list[str]:
    words = _kind(occasion)
    if isinstance(occasion, Conference) and occasion.level is not None:
        words.append(word_of(occasion.level))
    words += [topic.label for topic in occasion.topics]
    return list(dict.fromkeys(words))


def _kind(occasion: _Occasion) -> list[str]:
    return [] if occasion.kind is None else [word_of(occasion.kind)]


def _status(occasion: _Occasion) -> str | None:
    if occasion.status is None:
        return None
    word = _STATUS_WORDS.get(occasion.status)
    # CONFIRMED and TENTATIVE are words for events (section 3.8.1.11).
    return word if _span(occasion) is not None or word == "CANCELLED" else None


def _stamp(record: Conference) -> tuple[datetime.datetime, str | None]:
    """Give the last day on which a source was published or modified, and where it stands."""
    found: list[tuple[datetime.datetime, str]] = []
    for n, source in enumerate(record.sources):
        for name in ("published", "modified"):
            when = getattr(source, name)
            moment = None if when is None else _as_moment(when)
            if moment is not None:
                found.append((moment, f"/sources/{n}/{name}"))
    return max(found, key=lambda each: each[0], default=(NO_STAMP, None))


def _as_moment(when: Any) -> datetime.datetime | None:
    days, moment = days_of(when), moment_of(when)
    if days is not None:
        return datetime.datetime.combine(days[1], datetime.time(), datetime.UTC)
    if moment is None or moment.tzinfo is None:
        # Which day it was in UTC is not known to the hour; the day is near enough.
        return (
            None
            if moment is None
            else moment.replace(hour=0, minute=0, second=0, tzinfo=datetime.UTC)
        )
    return in_utc(moment)


def _kept(text: str) -> str:
    r"""Leave out what no text of a calendar holds (section 3.3.11).

    Examples:
        >>> _kept("Lake\r\nside\x07")
        'Lake\nside'
    """
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _lost_of(occasion: _Occasion, pointer: str) -> Iterator[Loss]:
    owner = type(occasion).__name__
    is_dated = _span(occasion) is not None
    if occasion.when is not None and not is_dated:
        yield Loss(
            pointer=f"{pointer}/when",
            field=f"{owner}.when",
            message=f"{shown(str(occasion.when))} is not stated to the day;"
            " it stands in the description of an undated entry",
        )
    if _places(occasion) and not is_dated:
        name = "places" if isinstance(occasion, Conference) else "place"
        yield Loss(
            pointer=f"{pointer}/{name}",
            field=f"{owner}.{name}",
            message=f"{name} cannot be said of an undated entry",
        )
    status = occasion.status
    if status is not None and (
        _status(occasion) is None or status not in (EventStatus.SCHEDULED, EventStatus.CANCELLED)
    ):
        yield Loss(
            pointer=f"{pointer}/status",
            field=f"{owner}.status",
            message=f"{word_of(status)} cannot be told from other states",
        )


def _lost_countries(record: Conference) -> Iterator[Loss]:
    occasions: tuple[_Occasion, ...] = (record, *record.sessions)
    dated = [each for each in occasions if _span(each) is not None]
    named = {place.country for each in dated for place in _places(each)}
    for n, country in enumerate(record.countries):
        if country.id not in named:
            yield Loss(
                pointer=f"/countries/{n}",
                field="Conference.countries",
                message="a country without a place in the calendar cannot be said",
            )


def _lost_dates(record: Conference) -> Iterator[Loss]:
    _, kept = _stamp(record)
    for n, source in enumerate(record.sources):
        for name in ("published", "modified"):
            pointer = f"/sources/{n}/{name}"
            if getattr(source, name) is not None and pointer != kept:
                yield Loss(
                    pointer=pointer,
                    field=f"Source.{name}",
                    message=f"{name} is not the last day on which a source changed",
                )
