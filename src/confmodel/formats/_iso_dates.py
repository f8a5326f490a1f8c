"""Dates as most standards have them: ISO 8601 as far as a date is known, with start and end."""

import re
from typing import NamedTuple

from confmodel.model import When

# The year before the first is 0000 in ISO 8601, and most readers have no such year.
_YEAR = r"(?!0000)[0-9]{4}"
_READABLE = re.compile(
    rf"({_YEAR}(?:-[0-9]{{2}}){{0,2}})(?:-XX)*(T[0-9:]+)?(Z|[+-][0-9]{{2}}(?::[0-9]{{2}})?)?([?~%]?)"
)
_ZONE_OF_HOURS = re.compile(r"(T[0-9:]+[+-][0-9]{2})\Z")
_SEASON = re.compile(rf"({_YEAR})-2[1-4]([?~%]?)")


class Span(NamedTuple):
    """When something began and ended, and what of the date is lost by saying it so."""

    start: str | None
    end: str | None
    lost: str | None
    """What is lost, in words; `None` if nothing is."""


def span_of(when: When, *, has_times: bool = True, needs_zone: bool = True) -> Span:
    """Say a date by its start and its end, which are the same for what is no interval.

    Args:
        when: The date.
        has_times: Whether times can be said, too.
        needs_zone: Whether only times with a zone can be said.

    Examples:
        >>> span_of(When("2031-05-06/2031-05"))
        Span(start='2031-05-06', end='2031-05', lost=None)
        >>> span_of(When("2031-05~"))
        Span(start='2031-05', end='2031-05', lost='that it is approximate')
        >>> span_of(When(wording="coming days"))
        Span(start=None, end=None, lost='its wording')
    """
    losses: dict[str, None] = {}
    if when.wording is not None:
        losses["its wording"] = None
    if when.has_open_start or when.has_open_end:
        losses["that it has no end" if when.has_open_end else "that it has no start"] = None
    ends: list[str | None] = []
    for each in (when.start, when.end):
        text = None
        if each is not None:
            text, lost = _one(str(each.edtf), has_times=has_times, needs_zone=needs_zone)
            losses |= dict.fromkeys(lost)
        ends.append(text)
    return Span(ends[0], ends[1], ", ".join(losses) or None)


def _one(edtf: str, *, has_times: bool, needs_zone: bool) -> tuple[str | None, list[str]]:
    season = _SEASON.fullmatch(edtf)
    if season is not None:
        return season[1], ["the season", *_marks(season[2])]
    read = _READABLE.fullmatch(edtf)
    if read is None:
        return None, ["a date that no calendar of four-digit years has"]
    day, time, zone, mark = read.groups()
    lost = _marks(mark)
    if edtf.endswith("X"):
        lost.append("that more of it is to be known")
    if time and not has_times:
        return day, [*lost, "the time"]
    if time and not zone and needs_zone:
        return day, [*lost, "the time, which has no zone"]
    return f"{day}{time or ''}{zone or ''}", lost


def _marks(mark: str) -> list[str]:
    said = []
    if mark in ("?", "%"):
        said.append("that it is uncertain")
    if mark in ("~", "%"):
        said.append("that it is approximate")
    return said


def with_minutes(time: str) -> str:
    """Write the zone of a time with its minutes, as RFC 3339 and XML Schema want it.

    Examples:
        >>> with_minutes("2031-05-06T10:00:00+05")
        '2031-05-06T10:00:00+05:00'
    """
    return _ZONE_OF_HOURS.sub(r"\1:00", time)


def when_of(start: str | None, end: str | None) -> When | None:
    """Read a date from its start and its end.

    Raises:
        InvalidValueError: If there is no such day, or it ends before it starts.

    Examples:
        >>> when_of("2031-05-06", "2031-05-08"), when_of("2031-05", None)
        (When('2031-05-06/2031-05-08'), When('2031-05/'))
    """
    if start is None and end is None:
        return None
    if start == end:
        return date_of(str(start))
    # The ends of an interval are dates; a time stays as wording.
    days = ["" if each is None else each.partition("T")[0] for each in (start, end)]
    edtf = "/".join(days) if days[0] != days[1] else days[0]
    is_timed = any(each is not None and "T" in each for each in (start, end))
    return When(edtf, wording=f"{start or ''}/{end or ''}" if is_timed else None)


_TIME = re.compile(
    r"([0-9-]+T)([0-9]{2})(:[0-9]{2})?(:[0-9]{2})?(?:\.[0-9]+)?(Z|[+-][0-9]{2}(?::[0-9]{2})?)"
)


def date_of(text: str) -> When:
    """Read one date; a time that EDTF cannot say stays as wording.

    Raises:
        InvalidValueError: If there is no such day or time.

    Examples:
        >>> date_of("2031-05-06T10:00Z")
        When('2031-05-06', wording='2031-05-06T10:00Z')
    """
    time = _TIME.fullmatch(text)
    if time is None:
        return When(text)
    day, hour, minute, second, zone = time.groups()
    whole = When(f"{day}{hour}{minute or ':00'}{second or ':00'}{zone}")
    return whole if whole.edtf == text else When(day.rstrip("T"), wording=text)
