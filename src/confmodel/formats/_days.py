"""Dates that are stated to the day or to the second: all that most formats can hold."""

import datetime

from confmodel.model import Precision, When


def days_of(when: When) -> tuple[datetime.date, datetime.date] | None:
    """Give the first and the last day, included; `None` unless both are stated as certain.

    Examples:
        >>> days_of(When("2031-05-06/2031-05-08"))
        (datetime.date(2031, 5, 6), datetime.date(2031, 5, 8))
        >>> [days_of(When(each)) for each in ("2031-05", "2031-05-06~", "2031-05-06/..")]
        [None, None, None]
    """
    is_stated = when.precision is Precision.DAY and not is_doubtful(when)
    if not is_stated or when.start is None or when.end is None:
        return None
    first, last = when.earliest, when.latest
    return None if first is None or last is None else (first, last)


def moment_of(when: When) -> datetime.datetime | None:
    """Give a time of day, with its zone where one is stated; `None` for anything else.

    Examples:
        >>> moment_of(When("2031-05-06T09:30:00")).isoformat()
        '2031-05-06T09:30:00'
    """
    # Years that a datetime cannot hold have no first day either.
    if when.edtf is None or when.precision is not Precision.SECOND or when.earliest is None:
        return None
    return datetime.datetime.fromisoformat(when.edtf)


def in_utc(moment: datetime.datetime) -> datetime.datetime | None:
    """Give a time with a zone as UTC; `None` if that is no year of the calendar.

    Examples:
        >>> moment = datetime.datetime.fromisoformat("2031-05-06T01:30:00+05:00")
        >>> in_utc(moment).isoformat()
        '2031-05-05T20:30:00+00:00'
    """
    try:
        return moment.astimezone(datetime.UTC)
    except OverflowError:
        return None


def is_doubtful(when: When) -> bool:
    """Tell whether a date is marked as uncertain or approximate."""
    return when.is_uncertain or when.is_approximate
