"""Values as the properties of FollowTheMoney hold them: codes, prefixes of dates, lists."""

import re
from collections.abc import Iterable

from confmodel import countries
from confmodel.formats._days import days_of, in_utc, is_doubtful, moment_of
from confmodel.model import Country, Identifier, Name, Precision, When

Properties = dict[str, list[str]]
"""The values of each property of an entity."""

_WIKIDATA = re.compile(r"[Qq]([1-9][0-9]{0,18})")

_FORMER = frozenset({"CSHH", "CSXX", "SUHH", "YUCS"})
"""The states of the past that the list of countries of FollowTheMoney has."""

_UNKNOWN = frozenset({"EA"})
"""The codes of ISO 3166-1 that it does not have: Ceuta and Melilla, which are reserved."""

_PRESENT = 2
"""Letters of the code of a state that is not of the past."""


def code_of(country: Country) -> str | None:
    """Give the code as FollowTheMoney has it, if it has it."""
    state = None if country.code is None else countries.get(country.code)
    if state is None or state.code is None:
        return None
    is_known = state.code in _FORMER if len(state.code) > _PRESENT else state.code not in _UNKNOWN
    return state.code.lower() if is_known else None


def wikidata_of(identifier: Identifier) -> str | None:
    """Give the item of Wikidata that an identifier names; `None` if it names none."""
    found = _WIKIDATA.fullmatch(identifier.value)
    return f"Q{found[1]}" if found and identifier.scheme.lower() == "wikidata" else None


def names_of(names: Iterable[Name]) -> list[str]:
    """Give the names alone."""
    return unique(each.value for each in names)


def unique(texts: Iterable[str]) -> list[str]:
    """Leave out what stands a second time."""
    return list(dict.fromkeys(texts))


def optional(text: str | None) -> list[str]:
    """Give the values of a property that may have none."""
    return [] if text is None else [text]


def span_of(when: When | None) -> Properties:
    """Give the properties of an Interval for a date: its two ends, or the one date."""
    if when is None:
        return {}
    if not when.is_interval:
        return {"date": optional(prefix_of(when))}
    start, end = when.start, when.end
    return {
        "startDate": optional(None if start is None else prefix_of(start)),
        "endDate": optional(None if end is None else prefix_of(end)),
    }


def dates_of(when: When) -> tuple[str, ...]:
    """Give what can be said of the ends of an interval, or of the one date."""
    ends = (when.start, when.end) if when.is_interval else (when,)
    return tuple(found for each in ends if each is not None and (found := prefix_of(each)))


def prefix_of(when: When) -> str | None:
    """Give a date as a prefix of ISO 8601, in UTC if it has a time; `None` if it is none.

    Examples:
        >>> [prefix_of(When(each)) for each in ("2031", "2031-05-XX", "2031-05-06", "2031~")]
        ['2031', '2031-05', '2031-05-06', None]
        >>> prefix_of(When("2031-05-06T01:30:00+05:00")), prefix_of(When("2031-05-06T01:30:00"))
        ('2031-05-05T20:30:00', '2031-05-06')
    """
    if when.edtf is None or when.is_interval or is_doubtful(when):
        return None
    moment = moment_of(when)
    if moment is not None:
        if moment.tzinfo is None:
            return moment.date().isoformat()
        moment = in_utc(moment)
        return None if moment is None else moment.replace(tzinfo=None).isoformat()
    days = days_of(when)
    if days is not None:
        return days[0].isoformat()
    if when.precision not in (Precision.MONTH, Precision.YEAR) or when.earliest is None:
        return None
    return when.edtf.replace("-XX", "")
