"""Strategies for dates: every form of EDTF that the model reads, and wording."""

import calendar
import functools

import attrs

from confmodel.model import When
from confmodel.strategies._hypothesis import st
from confmodel.strategies._texts import texts

_MARKS = ("", "", "?", "~", "%")
_SPRING, _WINTER = 21, 24
_ZONES = ("", "Z", "+05", "-05:00", "+05:45", "+14:00", "-14:00", "+00:00")


@attrs.frozen
class _Date:
    """A year, month, season or day, with the bounds that order the ends of an interval."""

    text: str
    low: tuple[int, int, int]
    high: tuple[int, int, int]


def edtf_texts() -> st.SearchStrategy[str]:
    """Generate texts of every form of EDTF, levels 0 and 1, each a real date.

    Years of every sign and length, months, seasons, days, times with and
    without zone, digits left open, qualifiers, intervals with open and unknown
    ends.

    Examples:
        >>> from hypothesis import find
        >>> find(edtf_texts(), lambda text: text.endswith("/.."))
        '1900/..'
    """
    return _edtf_texts()


@functools.cache
def _edtf_texts() -> st.SearchStrategy[str]:
    plain = _dates().map(lambda date: date.text)
    return st.one_of(
        plain,
        _days().map(lambda date: date.text),
        st.builds(str.__add__, plain, st.sampled_from(_MARKS)),
        _intervals(),
        _dates_with_gaps(),
        _times(),
        _long_years(),
    )


def whens(
    *,
    edtf: st.SearchStrategy[str | None] | None = None,
    wording: st.SearchStrategy[str | None] | None = None,
) -> st.SearchStrategy[When]:
    """Generate dates: as EDTF, in words alone, or both.

    Args:
        edtf: Where the EDTF text comes from; `edtf_texts()` or none by default.
        wording: Where the words come from; texts that are not blank, or none,
            by default. `st.none()` gives dates that have bounds only.

    Examples:
        >>> from hypothesis import find
        >>> find(whens(), lambda when: when.edtf is None)
        When(wording='a')
        >>> find(whens(wording=st.none()), lambda when: when.is_approximate)
        When('1900~')
    """
    if edtf is None and wording is None:
        return _whens()
    given = st.none() | _wordings() if wording is None else wording
    return st.builds(_when, _edtf_texts() if edtf is None else edtf, given)


@functools.cache
def _whens() -> st.SearchStrategy[When]:
    return st.one_of(
        _edtf_texts().map(When),
        _wordings().map(lambda words: When(wording=words)),
        st.builds(_when, _edtf_texts(), _wordings()),
    )


def _when(edtf: str | None, wording: str | None) -> When:
    return When(wording="some day") if edtf is wording is None else When(edtf, wording=wording)


def _wordings() -> st.SearchStrategy[str]:
    # A date has words or none; blank ones are refused.
    return texts().map(lambda text: text if text.strip() else f"{text}a")


def _years() -> st.SearchStrategy[int]:
    return st.integers(1900, 2050) | st.integers(-9999, 9999)


def _year_text(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _month(year: int, month: int) -> _Date:
    return _Date(f"{_year_text(year)}-{month:02}", (year, month, 1), (year, month, 31))


def _season(year: int, season: int) -> _Date:
    text = f"{_year_text(year)}-{season}"
    if season in (_SPRING, _SPRING + 2):
        return _Date(text, (year, 3, 1), (year, 12, 31))
    # Summer and winter belong to either of two years, by hemisphere and habit.
    return _Date(text, (year - 1, 12, 1), (year + 1, 3, 31))


def _day(year: int, month: int, day: int) -> _Date:
    # The calendar repeats itself after 400 years; the standard library begins with year 1.
    last = calendar.monthrange(year % 400 + 400, month)[1]
    only = (year, month, min(day, last))
    return _Date(f"{_year_text(year)}-{month:02}-{only[2]:02}", only, only)


def _days() -> st.SearchStrategy[_Date]:
    return st.builds(_day, _years(), st.integers(1, 12), st.integers(1, 31))


def _dates() -> st.SearchStrategy[_Date]:
    return st.one_of(
        _years().map(lambda year: _Date(_year_text(year), (year, 1, 1), (year, 12, 31))),
        _days(),
        st.builds(_month, _years(), st.integers(1, 12)),
        st.builds(_season, _years(), st.integers(_SPRING, _WINTER)),
    )


def _intervals() -> st.SearchStrategy[str]:
    marks = st.sampled_from(_MARKS)
    dated = st.builds(_interval, _dates(), _dates(), marks, marks)
    one_end = st.sampled_from(["{}/..", "../{}", "{}/", "/{}"])
    return dated | st.builds(
        lambda form, date, mark: form.format(date.text + mark), one_end, _dates(), marks
    )


def _interval(start: _Date, end: _Date, mark: str, other: str) -> str:
    first, last = (start, end) if start.low <= end.high else (end, start)
    return f"{first.text}{mark}/{last.text}{other}"


def _dates_with_gaps() -> st.SearchStrategy[str]:
    return st.builds(_with_gap, _years(), st.integers(1, 12), st.integers(0, 4)).flatmap(
        lambda text: st.sampled_from(_MARKS).map(lambda mark: text + mark)
    )


def _with_gap(year: int, month: int, form: int) -> str:
    text = _year_text(year)
    forms = (
        text[:-1] + "X",
        text[:-2] + "XX",
        f"{text}-XX",
        f"{text}-{month:02}-XX",
        f"{text}-XX-XX",
    )
    return forms[form]


def _times() -> st.SearchStrategy[str]:
    clock = st.integers(0, 86_399).map(
        lambda second: f"T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    )
    return st.builds(
        lambda date, time, zone: date.text + time + zone, _days(), clock, st.sampled_from(_ZONES)
    )


def _long_years() -> st.SearchStrategy[str]:
    return st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 10**12))
