"""When something was, as far as the record says."""

import datetime
from typing import TYPE_CHECKING, Final, TypeAlias, final

from attrs.exceptions import FrozenInstanceError

from confmodel.errors import InvalidValueError, shown
from confmodel.model._edtf import DAY, OPEN, UNKNOWN, Precision, Reading, is_plain_day, read
from confmodel.model._plain import plain_text

__all__ = ["Precision", "When", "WhenInput"]

# No clock on earth differs more from UTC, nor does EDTF text here.
_FURTHEST = 14 * 3600

_FOREVER = float("inf")
_LAST_FOUR_DIGIT_YEAR = 9999
_YEAR_LIMIT = 10**90

_set = object.__setattr__


@final
class When:
    """A date, a time or an interval, in EDTF, in the source's words, or in both.

    Not a `datetime`: it keeps as much as the source says and no more. A month
    stays a month, "coming days" stays wording, and two of them are compared by
    what is possible. There is deliberately no `<`: of `2026` and `2026-02` no
    order is true, so a question says what it wants, `certainly_before` or
    `possibly_before`. To sort, choose a bound, such as `earliest_ordinal`.

    EDTF is the Extended Date/Time Format of ISO 8601-2:2019, here levels 0 and
    1 whole; level 2 is refused. The text is kept as it was written:

    - `2026`, `2026-02`, `2026-02-27`, `-0043-03-15` (44 BC), `Y170000002`;
    - `2026-01-26T13:12:20`, and with a zone `…Z`, `…-05:00`, `…+05`;
    - `2031-05-06/2031-05-08`, `2004/..` and `../2004` (open: no end, no start),
      `2004/` and `/2004` (the end, the start is unknown);
    - `201X`, `20XX`, `2004-XX`, `1985-04-XX`, `1985-XX-XX` (digits left open);
    - `2001-21` to `2001-24` (spring, summer, autumn, winter);
    - at the end of a date, also of the end of an interval, `?` (uncertain: the
      source may be wrong), `~` (approximate), `%` (both).

    **How it is compared.** Each has a first and a last possible second, and may
    be anything between them: `2031-05` is an event some time in May, whole or
    in part. `certainly_…` is true if no such choice makes it false, and
    `possibly_…` if some choice makes it true. Wording alone is possibly
    anything and certainly nothing. The calendar is the Gregorian one, also for
    years before it was in use. Uncertain and approximate dates are compared as
    they are written: nothing says how wide "about" is.

    **Time zones.** What has no zone is read on one clock, that of the place of
    the event, whichever it is: a day there follows the day before. Two times
    with a zone are compared as instants. A time with a zone and a date without
    one are compared by all that the clock at that place could show, up to 14
    hours from UTC.

    It is immutable, hashable, and equal to another of the same text and
    wording: `2004/..` and `2004/` differ, and so do `1984` and `1984?`.

    Args:
        edtf: The date in EDTF. `None` if there is only wording.
        wording: The source's words. `None` if the record does not give them.

    Raises:
        InvalidValueError: With code E106, if neither is given, the text is not
            EDTF of level 0 or 1, the calendar has no such day, an interval
            ends before it starts, or the wording is blank or no valid text.

    Examples:
        >>> summit = When("2031-05-06/2031-05-08")
        >>> summit.earliest
        datetime.date(2031, 5, 6)
        >>> When("2031-05-07").certainly_during(summit)
        True
        >>> When("2031-05").possibly_before(summit), When("2031-05").certainly_before(summit)
        (True, False)
        >>> When("1955-04", wording="In April, 1955")
        When('1955-04', wording='In April, 1955')
        >>> When("2026-2-7")
        Traceback (most recent call last):
            ...
        confmodel.errors.InvalidValueError: '2026-2-7' is not a date in EDTF; write "2026-02-07"
    """

    __slots__ = ("_reading", "edtf", "wording")

    edtf: Final[str | None]  # type: ignore[misc]  # set in __new__, which mypy does not look into
    """The date as an EDTF text, kept as written. `None` if there is only wording."""

    wording: Final[str | None]  # type: ignore[misc]  # the same
    """The source's words, such as "coming days". `None` if the record does not give them."""

    _reading: Reading | None

    def __new__(cls, edtf: str | None = None, *, wording: str | None = None) -> "When":
        """Read the date at once, so that no wrong one ever exists."""
        reading = None
        if edtf is not None:
            if type(edtf) is not str:
                edtf = _plain_text(edtf, path="")
            # Most dates are plain days, and most of those are never compared.
            if not is_plain_day(edtf):
                reading = read(edtf)
        elif wording is None:
            raise _refused(
                None,
                "neither a date nor wording is given",
                'give a date such as "2026-02-27", or wording such as "coming days"',
            )
        if wording is not None:
            wording = _checked_wording(wording)
        self = object.__new__(cls)
        _set(self, "edtf", edtf)
        _set(self, "wording", wording)
        _set(self, "_reading", reading)
        return self

    @classmethod
    def of(cls, value: "WhenInput") -> "When":
        """Make one of whatever stands for a date.

        Args:
            value: A ready When, which is returned unchanged; an EDTF text; a
                date; a `datetime` of whole seconds, with or without zone; or
                a year, `0` being 1 BC. Never wording: that is named,
                `When(wording=...)`.

        Raises:
            InvalidValueError: With code E106, as the class does; also for any
                other type, for a `bool`, and for parts of a second, which EDTF
                cannot write.

        Examples:
            >>> When.of(datetime.date(2026, 2, 27)), When.of(1955), When.of("201X")
            (When('2026-02-27'), When('1955'), When('201X'))
        """
        if isinstance(value, When):
            return value
        if isinstance(value, str):
            return cls(value)
        if isinstance(value, datetime.datetime):
            if value.microsecond:
                raise _refused(
                    value, f"{shown(value)} has parts of a second", "give it with microsecond=0"
                )
            return cls(value.isoformat())
        if isinstance(value, datetime.date):
            return cls(value.isoformat())
        if isinstance(value, int) and not isinstance(value, bool):
            return cls(_year_text(value))
        raise _refused(
            value,
            f"{shown(value)} is no date",
            "give an EDTF text, a date or a year; wording as When(wording=...)",
        )

    @property
    def earliest(self) -> datetime.date | None:
        """The first possible day, as the place's own calendar counts.

        `None` if there is no such bound: wording alone, an open or unknown
        start. Also `None` if a `datetime.date` cannot hold it (years before 1
        and after 9999); `earliest_ordinal` always does. A mark `?`, `~` or `%`
        does not widen it, and a zone does not move it.

        Seasons (ISO 8601-2 codes 21 to 24) do not say which half of the globe,
        nor who reckons: spring and autumn lie somewhere from March to
        December, summer and winter from the December before to the March after.

        Examples:
            >>> When("1955-04").earliest
            datetime.date(1955, 4, 1)
            >>> When("-0043-03-15").earliest is None
            True
        """
        return _date_of(self.earliest_ordinal)

    @property
    def latest(self) -> datetime.date | None:
        """The last possible day, included.

        `None` as for `earliest`: wording alone, an open or unknown end, or a
        day that a `datetime.date` cannot hold.

        Examples:
            >>> When("1955-04").latest
            datetime.date(1955, 4, 30)
            >>> When("2004/..").latest is None
            True
        """
        return _date_of(self.latest_ordinal)

    @property
    def earliest_ordinal(self) -> int | None:
        """The number of the first possible day, in any year whatever.

        Day 1 is 1 January of the year 1, as in `datetime.date.toordinal`; days
        before it are 0 and less. `None` only if there is no bound.

        Examples:
            >>> When("0001-01-01").earliest_ordinal, When("-0043-03-15").earliest_ordinal
            (1, -15997)
        """
        reading = self._read()
        return None if reading is None or reading.low is None else reading.low // DAY

    @property
    def latest_ordinal(self) -> int | None:
        """The number of the last possible day, included, in any year whatever.

        Counted as `earliest_ordinal`. `None` only if there is no bound.

        Examples:
            >>> When("0001").latest_ordinal
            365
        """
        reading = self._read()
        return None if reading is None or reading.high is None else reading.high // DAY

    @property
    def precision(self) -> Precision | None:
        """How finely the date is stated; of an interval, the coarser end.

        `None` for wording alone. An open or unknown end does not count.

        Examples:
            >>> When("2031-05-06/2031-05-08").precision
            <Precision.DAY: 'day'>
            >>> When("2004-XX").precision
            <Precision.YEAR: 'year'>
        """
        reading = self._read()
        return None if reading is None else reading.precision

    @property
    def is_uncertain(self) -> bool:
        """Whether a date in it is marked `?` or `%`: the source may be wrong.

        ISO 8601-2, qualification of a date, EDTF level 1. The bounds and the
        comparisons do not change. `False` if there is no such mark.
        """
        reading = self._read()
        return reading is not None and ("?" in reading.marks or "%" in reading.marks)

    @property
    def is_approximate(self) -> bool:
        """Whether a date in it is marked `~` or `%`: an estimate.

        ISO 8601-2, qualification of a date, EDTF level 1. The bounds and the
        comparisons do not change: nothing says how wide "about" is.

        Examples:
            >>> about = When("1984~")
            >>> about.is_approximate, about.is_uncertain
            (True, False)
        """
        reading = self._read()
        return reading is not None and ("~" in reading.marks or "%" in reading.marks)

    @property
    def is_interval(self) -> bool:
        """Whether the text is an interval, `start/end`.

        A month is not one: it has bounds, but says nothing of a start.
        """
        return self._ends is not None

    @property
    def start(self) -> "When | None":
        """The start of an interval; anything else is its own start.

        `None` for wording alone, and where the start is open or unknown;
        `has_open_start` tells these apart.

        Examples:
            >>> When("2031-05-06/2031-05-08").start
            When('2031-05-06')
        """
        return self._end(0)

    @property
    def end(self) -> "When | None":
        """The end of an interval; anything else is its own end.

        `None` for wording alone, and where the end is open or unknown;
        `has_open_end` tells these apart.

        Examples:
            >>> When("2004/..").end is None, When("1955-04").end
            (True, When('1955-04'))
        """
        return self._end(1)

    @property
    def has_open_start(self) -> bool:
        """Whether it is an interval without start, `../2004`.

        `False` if the start is unknown, `/2004`: there is one then, and the
        record does not know it. ISO 8601-2, extended interval, EDTF level 1.
        """
        return self._ends is not None and self._ends[0] == OPEN

    @property
    def has_open_end(self) -> bool:
        """Whether it is an interval without end, `2004/..`.

        `False` if the end is unknown, `2004/`: there is one then, and the
        record does not know it. ISO 8601-2, extended interval, EDTF level 1.
        """
        return self._ends is not None and self._ends[1] == OPEN

    def certainly_before(self, other: "WhenInput") -> bool:
        """Tell whether all of this is over before the other can begin.

        Args:
            other: What to compare with; whatever `of` takes.

        Raises:
            InvalidValueError: If the other is no date.

        Examples:
            >>> When("2026-02").certainly_before("2026-03-01")
            True
            >>> When(wording="coming days").certainly_before("2026-03-01")
            False
        """
        mine, theirs = self._read(), _reading_of(other)
        if mine is None or theirs is None:
            return False
        _, high, other_low, _ = _on_one_clock(mine, theirs)
        return high < other_low

    def possibly_before(self, other: "WhenInput") -> bool:
        """Tell whether this can lie before the other, or begin before it ends.

        True unless the dates exclude it, so always for wording alone. Times
        are told apart by the second.

        Args:
            other: What to compare with; whatever `of` takes.

        Raises:
            InvalidValueError: If the other is no date.

        Examples:
            >>> When("2026").possibly_before("2026-02-27")
            True
            >>> When("2027").possibly_before("2026-02-27")
            False
        """
        mine, theirs = self._read(), _reading_of(other)
        if mine is None or theirs is None:
            return True
        low, _, _, other_high = _on_one_clock(mine, theirs)
        return low < other_high

    def certainly_after(self, other: "WhenInput") -> bool:
        """Tell whether all of this comes after the other is over.

        The same as `other.certainly_before(self)`.

        Args:
            other: What to compare with; whatever `of` takes.

        Raises:
            InvalidValueError: If the other is no date.
        """
        return When.of(other).certainly_before(self)

    def possibly_after(self, other: "WhenInput") -> bool:
        """Tell whether this can lie after the other, or end after it begins.

        The same as `other.possibly_before(self)`.

        Args:
            other: What to compare with; whatever `of` takes.

        Raises:
            InvalidValueError: If the other is no date.
        """
        return When.of(other).possibly_before(self)

    def certainly_during(self, other: "WhenInput") -> bool:
        """Tell whether all of this lies within the other.

        The other is read as a period, all of it from its first day to its
        last: 7 May is certainly during May. An open end has no limit, so
        `2004/..` holds all that is later; an unknown one holds nothing surely.

        Args:
            other: The period; whatever `of` takes.

        Raises:
            InvalidValueError: If the other is no date.

        Examples:
            >>> When("2031-05-07").certainly_during("2031-05")
            True
            >>> When("2005").certainly_during("2004/.."), When("2005").certainly_during("2004/")
            (True, False)
        """
        mine, period = self._read(), _reading_of(other)
        if mine is None or period is None or UNKNOWN in (period.ends or ()):
            return False
        # Without a zone of its own, nothing is surely in the second of another.
        if period.offset is not None and mine.offset is None:
            return False
        low, high, other_low, other_high = _on_one_clock(mine, period)
        return other_low <= low and high <= other_high

    def possibly_during(self, other: "WhenInput") -> bool:
        """Tell whether this can lie within the other.

        True unless the dates exclude it, that is, unless one is certainly
        before the other. The other is read as a period, as in
        `certainly_during`.

        Args:
            other: The period; whatever `of` takes.

        Raises:
            InvalidValueError: If the other is no date.

        Examples:
            >>> When("2031").possibly_during("2031-05"), When("2032").possibly_during("2031-05")
            (True, False)
        """
        mine, theirs = self._read(), _reading_of(other)
        if mine is None or theirs is None:
            return True
        low, high, other_low, other_high = _on_one_clock(mine, theirs)
        return low <= other_high and other_low <= high

    def possibly_same(self, other: "WhenInput") -> bool:
        """Tell whether both can be the same time, said with more or less detail.

        `possibly_during` asked in both directions, which comes to the same:
        their bounds have something in common. There is no `certainly_same`:
        two events of one day need not be one.

        Args:
            other: What to compare with; whatever `of` takes.

        Raises:
            InvalidValueError: If the other is no date.

        Examples:
            >>> When("1955-04").possibly_same("1955-04-18/1955-04-24")
            True
        """
        return self.possibly_during(other)

    def __eq__(self, other: object) -> bool:
        """Compare text and wording, never what they mean."""
        if not isinstance(other, When):
            return NotImplemented
        return self.edtf == other.edtf and self.wording == other.wording

    def __hash__(self) -> int:
        """Hash what `==` compares."""
        return hash((self.edtf, self.wording))

    def __repr__(self) -> str:
        """Return Python that makes an equal one."""
        if self.wording is None:
            return f"When({self.edtf!r})"
        if self.edtf is None:
            return f"When(wording={self.wording!r})"
        return f"When({self.edtf!r}, wording={self.wording!r})"

    def __str__(self) -> str:
        """Return it for people: the wording first, the date after it.

        Examples:
            >>> print(When("1955-04", wording="In April, 1955"))
            In April, 1955 (1955-04)
        """
        if self.wording is None:
            return str(self.edtf)
        return self.wording if self.edtf is None else f"{self.wording} ({self.edtf})"

    def __copy__(self) -> "When":
        """Return itself: nobody can change it."""
        return self

    def __deepcopy__(self, memo: object) -> "When":
        """Return itself: nobody can change it."""
        return self

    def __reduce__(self) -> tuple[object, ...]:
        """Let it travel between processes; it is parsed again on arrival."""
        return (_again, (self.edtf, self.wording))

    # Seen, they would make a type checker accept any attribute in an assignment.
    if not TYPE_CHECKING:  # pragma: no branch

        def __setattr__(self, name: str, value: object) -> None:
            """Refuse: make a new one instead."""
            raise FrozenInstanceError

        def __delattr__(self, name: str) -> None:
            """Refuse: make a new one instead."""
            raise FrozenInstanceError

    @property
    def _ends(self) -> tuple[str, str] | None:
        reading = self._read()
        return None if reading is None else reading.ends

    def _end(self, side: int) -> "When | None":
        if self.edtf is None:
            return None
        if self._ends is None:
            return self
        text = self._ends[side]
        return None if text in (OPEN, UNKNOWN) else When(text)

    def _read(self) -> Reading | None:
        if self._reading is None and self.edtf is not None:
            _set(self, "_reading", read(self.edtf))
        return self._reading


WhenInput: TypeAlias = When | str | datetime.date | int
"""Whatever `When.of` takes for a date: text, date, `datetime`, or year."""


def _reading_of(value: WhenInput) -> Reading | None:
    return When.of(value)._read()  # noqa: SLF001 - one of our own


def _on_one_clock(mine: Reading, theirs: Reading) -> tuple[float, float, float, float]:
    """Give the first and last second of both, as one clock can show them."""
    is_anywhere = mine.offset is None or theirs.offset is None
    return (*_bounds(mine, is_anywhere=is_anywhere), *_bounds(theirs, is_anywhere=is_anywhere))


def _bounds(reading: Reading, *, is_anywhere: bool) -> tuple[float, float]:
    low = -_FOREVER if reading.low is None else reading.low
    high = _FOREVER if reading.high is None else reading.high
    if reading.offset is None:
        return low, high
    low, high = low - reading.offset, high - reading.offset
    if is_anywhere:
        return low - _FURTHEST, high + _FURTHEST
    return low, high


def _date_of(ordinal: int | None) -> datetime.date | None:
    if ordinal is None or not 1 <= ordinal <= datetime.date.max.toordinal():
        return None
    return datetime.date.fromordinal(ordinal)


def _year_text(year: int) -> str:
    if abs(year) <= _LAST_FOUR_DIGIT_YEAR:
        return f"-{-year:04}" if year < 0 else f"{year:04}"
    # Python itself refuses to print numbers of thousands of digits.
    if abs(year) >= _YEAR_LIMIT:
        raise _refused(year, "the year has more than 90 digits", "give the words as wording")
    return f"Y{year}"


def _plain_text(text: object, *, path: str) -> str:
    if not isinstance(text, str):
        raise _refused(
            text,
            f"{shown(text)} is {type(text).__name__}, not text",
            "give text, or use When.of for a date or a year",
            path=path,
        )
    # A subclass of str could print one thing and compare as another.
    return str.__str__(text)


def _checked_wording(wording: object) -> str:
    text = _plain_text(wording, path="wording")
    if not text.strip():
        raise _refused(
            wording,
            "the wording is blank",
            "leave it out, or copy the source's words",
            path="wording",
        )
    return plain_text(text, path="wording")


def _refused(value: object, message: str, remedy: str, *, path: str = "") -> InvalidValueError:
    return InvalidValueError(code="E106", path=path, value=value, message=message, help=remedy)


def _again(edtf: str | None, wording: str | None) -> When:
    return When(edtf, wording=wording)
