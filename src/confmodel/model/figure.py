"""Figures: numbers that somebody claimed."""

import enum
from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar

import attrs
from attrs import field

from confmodel.errors import InvalidValueError, shown
from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._constraints import CurrencyCode, Id, Text
from confmodel.model._dates import to_when
from confmodel.model._references import to_actors, to_address, to_figure
from confmodel.model.fact import Fact
from confmodel.model.when import When

_MOST_DIGITS = 15
_LOWEST_ORDER = -15
_HIGHEST_ORDER = 24
_MOST_BITS = 128


class Unit(enum.StrEnum):
    """How the number of a figure is to be read."""

    COUNT = "count"
    """A number of the things named in `of`. Ours."""

    PERCENT = "percent"
    """Hundredths: 47 for "47%". UCUM: `%`."""

    MONEY = "money"
    """An amount of the currency named in `currency`. schema.org: MonetaryAmount."""

    RANK = "rank"
    """A place in an order: 1 for "the largest". Ours."""

    RATIO = "ratio"
    """Terms that stand to each other, in `ratio`, or a factor: 2 for "doubled". Ours."""

    OTHER = "other"
    """A measure named in `of`, such as tons or kilometres. Ours."""


class Comparator(enum.StrEnum):
    """How the claimed number stands to the real one, by the words of the source."""

    ABOUT = "about"
    """"Some", "approximately", "around". Ours; PROV and UCUM have no term."""

    OVER = "over"
    """"More than": the real number is greater. FHIR quantity-comparator: `>`."""

    UNDER = "under"
    """"Fewer than": the real number is smaller. FHIR quantity-comparator: `<`."""

    ALMOST = "almost"
    """"Nearly": a little smaller. Ours."""

    AT_LEAST = "at_least"
    """The same or greater. FHIR quantity-comparator: `>=`."""

    UP_TO = "up_to"
    """The same or smaller. FHIR quantity-comparator: `<=`."""


class Direction(enum.StrEnum):
    """Whether the number is the size of a change, and which way it goes."""

    INCREASE = "increase"
    """It became more. Ours."""

    DECREASE = "decrease"
    """It became less. Ours."""

    UNCHANGED = "unchanged"
    """It stayed as it was. Ours."""


class FigureMode(enum.StrEnum):
    """In which way the number is put forward."""

    CLAIMED = "claimed"
    """Said to be so. PLOVER: historical mode."""

    PROPOSED = "proposed"
    """Put on the table, such as a ratio that one side preferred. Ours."""

    AGREED = "agreed"
    """Laid down in an agreement. Ours."""

    FORECAST = "forecast"
    """Expected to become so. PLOVER: future mode."""

    REQUESTED = "requested"
    """Asked for. PLOVER: request."""


def to_decimal(value: Decimal | float | None) -> Decimal | None:
    """Take a number: whole, decimal, or as a float with the digits that it shows."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, Decimal | int | float):
        raise InvalidValueError(
            code="E101",
            path="",
            value=value,
            message=f"{shown(value)} is not a number",
            help="give an int, a Decimal or a float",
        )
    if isinstance(value, float):
        return Decimal(float.__repr__(value))
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        raise _out_of_range("", value)
    return Decimal(value)


def to_one_decimal(value: Decimal | float) -> Decimal:
    """Take a number that has to be there."""
    number = to_decimal(value)
    if number is None:
        raise InvalidValueError(
            code="E102", path="", value=value, message="the number is missing", help="give it"
        )
    return number


def _plain(path: str, value: Decimal, *, negative: str) -> Decimal:
    """Bring equal numbers to one form, so that equal figures give equal bytes."""
    written = str(value)
    if written.isdigit() and len(written) <= _MOST_DIGITS:
        return value  # nearly every figure of a report
    # By hand: what decimal computes depends on the caller's context.
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        raise _out_of_range(path, value)
    if not any(digits):
        return Decimal(0)
    count = len(digits)
    while digits[count - 1] == 0:
        count -= 1
    exponent += len(digits) - count
    digits = digits[:count]
    order = exponent + count - 1
    is_too_large = order > _HIGHEST_ORDER or (order == _HIGHEST_ORDER and digits != (1,))
    if count > _MOST_DIGITS or order < _LOWEST_ORDER or is_too_large:
        raise _out_of_range(path, value)
    if sign:
        size = value.copy_abs()
        raise InvalidValueError(
            code="E105",
            path=path,
            value=value,
            message=f"{value} is negative",
            help=f"give {size} and {negative}",
        )
    if exponent > 0:
        digits, exponent = digits + (0,) * exponent, 0
    return Decimal((0, digits, exponent))


def _out_of_range(path: str, value: object) -> InvalidValueError:
    return InvalidValueError(
        code="E105",
        path=path,
        value=value,
        message=f"{shown(value)} is no number that every reader keeps exactly",
        help=f"give {_MOST_DIGITS} digits at most, from 1E-15 to 1E+24, and the rest in wording",
    )


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class RatioTerm(Fact):
    """One term of a ratio, such as the 3 of "5:5:3", with whom it is for.

    Raises:
        InvalidValueError: If `value` is negative or not finite.

    Examples:
        >>> RatioTerm(value=3, for_whom=["japan"])
        RatioTerm(value=Decimal('3'), for_whom=('japan',))
    """

    value: Decimal = field(converter=to_one_decimal)
    """The term. Never negative."""

    for_whom: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those whom it is for; empty if the record does not say."""

    def __attrs_post_init__(self) -> None:
        """Refuse what no ratio can have."""
        value = _plain("value", self.value, negative="say in words what it means")
        object.__setattr__(self, "value", value)


def to_ratio(value: Iterable[RatioTerm]) -> tuple[RatioTerm, ...]:
    """Take the terms of a ratio."""
    return several(value, RatioTerm)


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Figure(Fact):
    """A number somebody claimed, with its unit and its wording.

    A claim, not a measurement: it records that the number was stated, not
    that it is right. "Millions" is a figure without a value.

    Raises:
        InvalidValueError: If a number is negative, not finite or of more than
            15 digits; if the figure has both a value and a range or ratio, or
            nothing at all.

    Examples:
        A minister claims a 47% decrease, and not since when:

        >>> fall = Figure(
        ...     value=47,
        ...     unit=Unit.PERCENT,
        ...     direction=Direction.DECREASE,
        ...     of="illegal migration",
        ...     not_stated=["baseline"],
        ... )
        >>> fall.baseline is None
        True
    """

    kind_name: ClassVar[str] = "figure"
    """What the class is called in messages and addresses."""

    id: Id | None = None
    """Unique in the document. `None` if nothing refers to it."""

    value: Decimal | None = field(default=None, converter=to_decimal)
    """Size in `unit`: 47 for "47%", never 0.47.

    Never negative; `direction` carries the sign. `None` if the source gives no
    number, or a range or ratio; `wording` then says what it gives.
    """

    low: Decimal | None = field(default=None, converter=to_decimal)
    """The lower end of a range, included. `None` if there is none."""

    high: Decimal | None = field(default=None, converter=to_decimal)
    """The upper end of a range, included. `None` if there is none."""

    ratio: tuple[RatioTerm, ...] = field(default=(), converter=to_ratio)
    """The terms of a ratio, in the order of the source; empty if it is none."""

    wording: Text | None = None
    """The number as the source puts it: "millions", "a fifth". `None` if that does not matter."""

    unit: Unit = Unit.COUNT
    """How the number is to be read; what is counted stands in `of`."""

    currency: CurrencyCode | None = None
    """The currency of an amount of money (ISO 4217). `None` if it is none, or not said."""

    of: Text | None = None
    """What is counted or compared, in words. `None` if the record does not say."""

    for_whom: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those whom the number is for, such as the powers of an allotment."""

    is_each: bool = False
    """Whether each of `for_whom` gets the number, rather than all together."""

    comparator: Comparator | Other | None = None
    """How the number stands to the real one. `None` if it is given flatly."""

    direction: Direction | None = None
    """Rise or fall. `None` for a plain amount."""

    baseline: Text | None = None
    """What it is compared with, in the source's words.

    `None` if the record does not say; named in `not_stated` if somebody
    looked and the source does not.
    """

    cause: Text | None = None
    """What the speaker says brought it about. A claim, too; `None` if none is named."""

    period: When | None = field(default=None, converter=to_when)
    """The time it is about, such as a fiscal year or "five months".

    `None` if the record does not say.
    """

    mode: FigureMode | Other | None = None
    """Whether it is claimed, proposed, agreed, forecast or requested.

    `None` if the record does not say.
    """

    counts: str | None = field(default=None, converter=to_address)
    """What in the record it counts: a group, or a collection as `id/delegations`.

    A stated count is compared with what is listed there, never repaired. `None` if
    it counts nothing that the record lists.
    """

    part_of: str | None = field(default=None, converter=to_figure)
    """The id of the figure that this one is a share of. `None` if of none, or not said."""

    def __attrs_post_init__(self) -> None:
        """Refuse what no figure can be."""
        for name, number in (("value", self.value), ("low", self.low), ("high", self.high)):
            if number is not None:
                plain = _plain(name, number, negative="set direction to 'decrease'")
                object.__setattr__(self, name, plain)
        ways = (
            self.value is not None,
            self.low is not None or self.high is not None,
            bool(self.ratio),
        )
        if sum(ways) > 1:
            raise InvalidValueError(
                code="E112",
                path="value",
                value=self.value,
                message="the number is given in more than one way",
                help="keep one of value, low with high, and ratio",
            )
        if not any(ways) and self.wording is None:
            raise InvalidValueError(
                code="E112",
                path="value",
                value=None,
                message="the figure says no number",
                help="give a value, a range or a ratio, or the wording where there is no number",
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidValueError(
                code="E105",
                path="low",
                value=self.low,
                message=f"{self.low} is more than the upper end, {self.high}",
                help="give the smaller number as low",
            )


def to_figures(value: Iterable[Figure]) -> tuple[Figure, ...]:
    """Take several figures."""
    return several(value, Figure)


def to_count(value: Figure | int | None) -> Figure | None:
    """Take a stated count; a whole number stands for a figure of that value."""
    if value is None or isinstance(value, Figure):
        return value
    return Figure(value=value)
