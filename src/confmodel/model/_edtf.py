"""Read EDTF texts: ISO 8601-2:2019, Extended Date/Time Format, levels 0 and 1.

Nothing is repaired. What is refused is refused with the right spelling where
one can be found. Every pattern is linear, and long texts never reach one.
"""

import enum
import re
from collections.abc import Iterator
from typing import NamedTuple

from confmodel.errors import InvalidValueError, shown

# The longest sensible interval of level 1 has 23 characters; the rest is room
# for years of astronomers. It also bounds the arithmetic on hostile years.
LONGEST_TEXT = 100

DAY = 86_400
"""Seconds of a day; leap seconds are not counted, as in the `datetime` module."""

OPEN = ".."
UNKNOWN = ""

_OTHERWISE = (
    "write YYYY, YYYY-MM or YYYY-MM-DD, an interval as start/end, or give the words as wording"
)
_NARROWEST = (
    "write the narrowest date or interval that surely holds it, and keep the words as wording"
)

_SEASONS = (
    "write the year and the season, such as 2033-23 (21 spring, 22 summer, 23 autumn, 24 winter), "
    "or give the words as wording"
)
_SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_PLAIN_DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])")
_DATE = re.compile(r"(-?)([0-9X]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")
_LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]{4,})")
_TIMED = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})"
    r"(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
_UNSPECIFIED_YEAR = re.compile(r"[0-9]{3}X|[0-9]{2}XX")

_MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_FEBRUARY = 2
_MONTHS = 12
_SPRING, _SUMMER, _AUTUMN, _WINTER = 21, 22, 23, 24
_LAST_LEVEL_2_SEASON = 41


class Precision(enum.StrEnum):
    """How finely a date is stated: the unit of its EDTF text, finest first.

    Not how right it is: that is what `When.is_uncertain` and
    `When.is_approximate` tell. An interval has the coarser unit of its two
    ends. Digits left open make a date coarser: `2004-XX` states a year.
    The units are those of ISO 8601-2:2019.
    """

    SECOND = "second"
    """A day with a time, such as `2026-01-26T13:12:20-05:00`."""

    DAY = "day"
    """Such as `2026-02-27`."""

    MONTH = "month"
    """Such as `1955-04` or `1955-04-XX`."""

    SEASON = "season"
    """Such as `2001-21`, spring 2001."""

    YEAR = "year"
    """Such as `2032`, `2032-XX` or `Y170000002`."""

    DECADE = "decade"
    """Such as `201X`."""

    CENTURY = "century"
    """Such as `20XX`."""


_FINEST_FIRST = tuple(Precision)


class Reading(NamedTuple):
    """What an EDTF text says, on one axis of seconds.

    A second is counted on the clock that the text is written in; the day of
    a second is `second // DAY`, numbered as `datetime.date.toordinal` does.
    """

    low: int | None
    """The first possible second; `None` if there is no bound."""

    high: int | None
    """The last possible second, included; `None` if there is no bound."""

    precision: Precision
    marks: str = ""
    """The qualifiers that occur: `?`, `~`, `%`."""

    offset: int | None = None
    """Seconds that the clock is ahead of UTC; `None` without a zone."""

    ends: tuple[str, str] | None = None
    """The two ends of an interval as written; `None` for what is not one."""


class _FaultError(Exception):
    """A text that is not EDTF, with the two halves of the message."""

    def __init__(self, *, message: str, remedy: str = _OTHERWISE) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def is_plain_day(text: str) -> bool:
    """Say at once of most dates that they are right; `False` says nothing.

    The 29th to 31st are left to `read`, which knows the calendar.
    """
    return _PLAIN_DAY.fullmatch(text) is not None


def read(text: str) -> Reading:
    """Read an EDTF text of level 0 or 1.

    Raises:
        InvalidValueError: If it is not one; the help names the right spelling
            where there is only one that can be meant.
    """
    if len(text) > LONGEST_TEXT:
        raise InvalidValueError(
            code="E106",
            path="",
            value=text,
            message=f"{shown(text)} has {len(text)} characters, too many for a date",
            help=f"a date has {LONGEST_TEXT} at most; give the words as wording",
        )
    try:
        return _read(text)
    except _FaultError as fault:
        meant = _respelt(text)
        raise InvalidValueError(
            code="E106",
            path="",
            value=text,
            message=f"{shown(text)} {fault.message}",
            help=f'write "{meant}"' if meant else fault.remedy,
        ) from None


def _read(text: str) -> Reading:
    if "/" in text:
        return _interval(text)
    if "T" in text:
        return _timed(text)
    first, last, precision, mark = _days(text)
    return Reading(first * DAY, (last + 1) * DAY - 1, precision, mark)


def _days(text: str, *, is_end: bool = False) -> tuple[int, int, Precision, str]:
    """Give a date's first and last day number, its precision and its mark."""
    found = _DATE.fullmatch(text)
    if found is None:
        long_year = _LONG_YEAR.fullmatch(text)
        if long_year is None or is_end:
            raise _not_a_date(text)
        year = int(long_year[1])
        return day_number(year, 1, 1), day_number(year, _MONTHS, 31), Precision.YEAR, ""
    sign, digits, month, day, mark = found.groups()
    if is_end and "X" in text:
        raise _level_2(
            what="unspecified digits in an interval",
            remedy="write both ends without X, such as 2010/2020 for 201X/2020",
        )
    if sign and digits == "0000":
        raise _FaultError(
            message="has the year minus zero, which is none",
            remedy='write "0000" for the year 1 BC',
        )
    return (*_stretch(sign, digits, month, day), mark)


def _stretch(
    sign: str, digits: str, month: str | None, day: str | None
) -> tuple[int, int, Precision]:
    if "X" in digits:
        # ISO 8601-2 leaves digits of the year open only where nothing follows.
        if month is not None or not _UNSPECIFIED_YEAR.fullmatch(digits):
            raise _level_2(what="unspecified digits elsewhere than at the right")
        return _years(sign, digits)
    year = int(sign + digits)
    if month is None or month == "XX":
        if day is not None and day != "XX":
            raise _level_2(what="an unspecified month before a day")
        return day_number(year, 1, 1), day_number(year, _MONTHS, 31), Precision.YEAR
    number = int(month)
    if day is None and _SPRING <= number <= _WINTER:
        return (*_season(year, number), Precision.SEASON)
    if day is None and _WINTER < number <= _LAST_LEVEL_2_SEASON:
        raise _level_2(what="a season or part of the year above 24")
    if not 1 <= number <= _MONTHS:
        raise _FaultError(
            message=f"has no month {month}",
            remedy="months are 01 to 12; 21 to 24 are the seasons of a year",
        )
    length = month_length(year, number)
    if day is None or day == "XX":
        return day_number(year, number, 1), day_number(year, number, length), Precision.MONTH
    if not 1 <= int(day) <= length:
        raise _FaultError(
            message=f"has no day {day}",
            remedy=f"{_MONTH_NAMES[number]} {sign}{digits} has the days 01 to {length}",
        )
    only = day_number(year, number, int(day))
    return only, only, Precision.DAY


def _years(sign: str, digits: str) -> tuple[int, int, Precision]:
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    if sign:
        # There is no year -0000.
        low, high = -high, -(low or 1)
    precision = Precision.CENTURY if digits.endswith("XX") else Precision.DECADE
    return day_number(low, 1, 1), day_number(high, _MONTHS, 31), precision


def _season(year: int, season: int) -> tuple[int, int]:
    """Give the days that some reckoning on some half of the globe allows.

    The four codes of level 1 are independent of location, and begin by the
    calendar or by the sun. A season that spans the new year is named by either.
    """
    if season in (_SPRING, _AUTUMN):
        return day_number(year, 3, 1), day_number(year, 12, 31)
    return day_number(year - 1, 12, 1), day_number(year + 1, 3, 31)


def _timed(text: str) -> Reading:
    found = _TIMED.fullmatch(text)
    if found is None:
        raise _FaultError(
            message="is not a date with a time in EDTF",
            remedy="write YYYY-MM-DDThh:mm:ss, then Z or an offset such as -05:00 if it is known",
        )
    date, hour, minute, second, zone = found.groups()
    if hour > "23" or minute > "59" or second > "59":
        raise _FaultError(
            message="has a time that no day has", remedy="times are 00:00:00 to 23:59:59"
        )
    moment = _days(date)[0] * DAY + int(hour) * 3600 + int(minute) * 60 + int(second)
    return Reading(moment, moment, Precision.SECOND, offset=_offset(zone) if zone else None)


def _offset(zone: str) -> int:
    if zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[4:] or 0)
    if zone[4:] > "59" or minutes > 14 * 60:
        raise _FaultError(
            message=f"has the zone {zone}", remedy="offsets from UTC are -14:00 to +14:00"
        )
    if zone[0] == "-" and not minutes:
        raise _FaultError(
            message=f"has the zone {zone}",
            remedy="write Z or +00:00 for UTC, or no zone if it is unknown",
        )
    return (-minutes if zone[0] == "-" else minutes) * 60


def _interval(text: str) -> Reading:
    start, _, end = text.partition("/")
    if "T" in text:
        raise _FaultError(
            message="is an interval with a time of day",
            remedy="write dates alone at both ends, and keep the times as wording",
        )
    if {start, end} <= {OPEN, UNKNOWN}:
        raise _FaultError(
            message="is an interval without any date",
            remedy="leave it out, or give the words as wording",
        )
    low = high = None
    precisions, marks = [], ""
    if start not in (OPEN, UNKNOWN):
        first, _, precision, marks = _days(start, is_end=True)
        low = first * DAY
        precisions.append(precision)
    if end not in (OPEN, UNKNOWN):
        _, last, precision, mark = _days(end, is_end=True)
        high = (last + 1) * DAY - 1
        precisions.append(precision)
        marks += mark
    if low is not None and high is not None and low > high:
        raise _FaultError(message="ends before it starts", remedy="write the earlier date first")
    coarser = max(precisions, key=_FINEST_FIRST.index)
    return Reading(low, high, coarser, marks, ends=(start, end))


def day_number(year: int, month: int, day: int) -> int:
    """Number a day as `datetime.date.toordinal` does, in any year whatever.

    Examples:
        >>> day_number(1, 1, 1), day_number(0, 12, 31), day_number(2026, 2, 27)
        (1, 0, 739674)
    """
    past = year - 1
    leap_day = 1 if month > _FEBRUARY and _is_leap(year) else 0
    return 365 * past + past // 4 - past // 100 + past // 400 + _DAYS_BEFORE[month] + leap_day + day


def month_length(year: int, month: int) -> int:
    """Count the days of a month in the proleptic Gregorian calendar."""
    return _MONTH_DAYS[month] + (month == _FEBRUARY and _is_leap(year))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


# What follows runs only for texts that are already refused.

_LEVEL_2 = (
    (re.compile(r"[][{},]"), "a set of dates"),
    (re.compile(r"^Y-?[0-9]+E"), "a year with an exponent"),
    (re.compile(r"^Y?-?[0-9]+(?:E[0-9]+)?S[0-9]"), "significant digits"),
    (re.compile(r"^[-0-9X]*[?~%][-0-9X?~%]+$"), "a qualifier inside a date"),
    (
        re.compile(r"^(?=.*X)-?[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?$"),
        "unspecified digits elsewhere than at the right",
    ),
    (re.compile(r"^-?[0-9]{4}-[0-9]{2}\^"), "a season with a qualifier"),
)


def _level_2(*, what: str, remedy: str = _NARROWEST) -> _FaultError:
    return _FaultError(
        message=f"has {what}, which is EDTF level 2 and not supported", remedy=remedy
    )


def _not_a_date(text: str) -> _FaultError:
    for pattern, what in _LEVEL_2:
        if pattern.search(text):
            return _level_2(what=what)
    if text.startswith(("Y", "y")):
        return _FaultError(
            message="is not a year with the letter Y",
            remedy="write Y and a year of more than four digits, with nothing after it",
        )
    if not text.strip():
        return _FaultError(message="is empty", remedy="leave it out, or give the words as wording")
    if _SEASON_WORD.search(text):
        return _FaultError(message="is not a date in EDTF", remedy=_SEASONS)
    return _FaultError(message="is not a date in EDTF")


_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")  # noqa: RUF001 - look-alikes are the point
_SEASON_WORD = re.compile(r"\b(?:spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_SEASON_OF_YEAR = re.compile(
    r"(?:(?P<before>[0-9]{4}),? )?(?:in )?(?:the )?(?P<season>spring|summer|autumn|fall|winter)"
    r"(?(before)|(?: of|,)? (?P<after>[0-9]{4}))",
    re.IGNORECASE | re.ASCII,
)
_TO_SLASH = re.compile(r"(?<=\w)\s*(?:[–—]|--|\.\.|\s-\s|\sto\s)\s*(?=\w)")  # noqa: RUF001 - the same

# Each turns one habit into EDTF; the result counts only if it can be read.
_HABITS = (
    (re.compile(r"^(-?[0-9]{4})([./])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])"), r"\1-\3-\4"),
    (re.compile(r"^([0-9]{4})([0-9]{2})([0-9]{2})(?=T|$)"), r"\1-\2-\3"),
    (re.compile(r"^\+(?=[0-9]{4}(?:-|$))"), ""),
    (re.compile(r"^[Yy](-?[0-9]{4})$"), r"\1"),
    (re.compile(r"^y(?=-?[0-9])"), "Y"),
    (re.compile(r"^([0-9]{4})([0-9]{2})$"), r"\1-\2"),
    # Five digits only: longer ones may be a day of the year or a time stamp.
    (re.compile(r"^(-?[1-9][0-9]{4})$"), r"Y\1"),
    (re.compile(r"\bunknown\b", re.IGNORECASE), ""),
    (re.compile(r"\bopen\b", re.IGNORECASE), ".."),
    (re.compile(r"\?~|~\?"), "%"),
    (re.compile(r"(?<=[0-9Xux-])[ux]"), "X"),
    (re.compile(r"(?<=[0-9])-([0-9])(?![0-9:])"), r"-0\1"),
    (re.compile(r"(?<=[0-9])[t ](?=[0-9]{1,2}:)"), "T"),
    (re.compile(r"T(?=[0-9]:)"), "T0"),
    (re.compile(r"(T[0-9]{2}:[0-9]{2})(?![0-9:])"), r"\1:00"),
    (re.compile(r"(:[0-9]{2})[.,][0-9]+"), r"\1"),
    (re.compile(r"(?<=:[0-9]{2}) ?z$"), "Z"),
    (re.compile(r"(?<=:[0-9]{2}) (?=[-+Z])"), ""),
    (re.compile(r"(T.*[-+][0-9]{2})([0-9]{2})$"), r"\1:\2"),
    (re.compile(r"^([0-9]{4}-)([0-9]{2}-[0-9]{2})/([0-9]{2}-[0-9]{2})$"), r"\1\2/\1\3"),
    (re.compile(r"^([0-9]{4}-[0-9]{2}-)([0-9]{2})/([0-9]{2})$"), r"\1\2/\1\3"),
    (re.compile(r"^([0-9]{4}-)([0-9]{2})/([0-9]{2})$"), r"\1\2/\1\3"),
)


def _respelt(text: str) -> str | None:
    """Find the EDTF text that was surely meant, or nothing."""
    for habit in _respellings(text):
        try:
            _read(habit)
        except _FaultError:
            continue
        return habit
    return None


def _respellings(text: str) -> Iterator[str]:
    if season := _SEASON_OF_YEAR.fullmatch(text.strip()):
        year = season["before"] or season["after"]
        yield f"{year}-{_SEASON_CODES[season['season'].lower()]}"
    # int() knows the decimal digits of every script.
    ascii_digits = "".join(str(int(mark)) if mark.isdecimal() else mark for mark in text.strip())
    for candidate in (ascii_digits.translate(_DASHES), _TO_SLASH.sub("/", ascii_digits)):
        respelt = re.sub(r"\s*/\s*", "/", candidate)
        for pattern, replacement in _HABITS:
            respelt = pattern.sub(replacement, respelt)
        # An interval of level 1 says the same without them.
        yield respelt.replace("-XX", "") if "/" in respelt else respelt
