"""What the fields of questions take: names, words, dates, numbers and flags."""

import datetime
from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, InvalidOperation

from confmodel.errors import InvalidValueError, shown
from confmodel.model import Discrepancy, Entity, Figure, When
from confmodel.query.question import Certainty

_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Rounds nothing, whatever the caller computes with."""

Named = str | Entity | Figure | Discrepancy
"""A name or id, or the thing itself, of which the id is kept."""


def to_names(value: Named | Iterable[Named] | None) -> tuple[str, ...]:
    """Take one name, or several of which one has to be met."""
    if isinstance(value, str | Entity | Figure | Discrepancy):
        value = (value,)
    return tuple(_name(each) for each in _several(value, "names"))


def _name(value: object) -> str:
    if isinstance(value, Entity | Figure | Discrepancy) and value.id is not None:
        return value.id
    if not isinstance(value, str) or not value.strip():
        raise _refused(value, "no name", "give an id or a name as text")
    return value


def to_words(value: str | Iterable[str] | None) -> tuple[str, ...]:
    """Take words that stand side by side, or several such, of which one has to be met."""
    if isinstance(value, str):
        value = (value,)
    return tuple(_phrase(each) for each in _several(value, "words"))


def _phrase(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _refused(value, "no words", "give text with a word in it")
    return value


def _several(value: Iterable[object] | None, what: str) -> Iterable[object] | tuple[()]:
    # The default itself is no answer to what is asked, and an empty list is a slip.
    if value is None or value == ():
        return ()
    if isinstance(value, bytes) or not isinstance(value, Iterable):
        raise _refused(value, f"not {what}", "give one, or a list of several")
    taken = list(value)
    if not taken:
        raise _refused(value, "an empty list, which nothing meets", "leave the field out")
    return taken


def to_period(value: When | datetime.date | str | int | None) -> When | None:
    """Take a date or a period that has a first or a last day."""
    return None if value is None else _dated(When.of(value))


def _dated(when: When) -> When:
    if when.edtf is None or when.wording is not None:
        raise InvalidValueError(
            code="E106",
            path="",
            value=when,
            message=f"{shown(when)} is in words, which no date is compared with",
            help="ask with a date, such as '2026-02'",
        )
    return when


def to_since(value: When | datetime.date | str | int | None) -> When | None:
    """Take a date that has a first day."""
    when = to_period(value)
    if when is not None and when.earliest is None:
        raise _no_day(when, "first")
    return when


def to_until(value: When | datetime.date | str | int | None) -> When | None:
    """Take a date that has a last day."""
    when = to_period(value)
    if when is not None and when.latest is None:
        raise _no_day(when, "last")
    return when


def _no_day(when: When, which: str) -> InvalidValueError:
    return InvalidValueError(
        code="E106",
        path="",
        value=when,
        message=f"{shown(when)} has no {which} day between the years 1 and 9999",
        help="give a date, a month or a year of four digits",
    )


def to_number(value: Decimal | float | None) -> Decimal | None:
    """Take a bound of a number."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise _refused(value, "not a number", "give an int, a Decimal or a float")
    try:
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    except InvalidOperation:  # pragma: no cover - repr of a float is always readable
        raise _refused(value, "not a number", "give an int, a Decimal or a float") from None
    if not number.is_finite():
        raise _refused(value, "not finite", "give a finite number, or leave it out")
    # Equal bounds are one question, however they are written.
    return (
        Decimal(int(number)) if number == number.to_integral_value() else number.normalize(_EXACT)
    )


def to_flag(value: bool | None) -> bool | None:  # noqa: FBT001 - the value of a field
    """Take yes or no."""
    if value is not None and not isinstance(value, bool):
        raise _refused(value, "neither True nor False", "give one of them, or leave it out")
    return value


def to_certainty(value: Certainty) -> Certainty:
    """Take a degree of certainty."""
    if not isinstance(value, Certainty):
        raise _refused(value, "not a Certainty", "give Certainty.POSSIBLY or Certainty.CERTAINLY")
    return value


def _refused(value: object, what: str, remedy: str) -> InvalidValueError:
    return InvalidValueError(
        code="E101", path="", value=value, message=f"{shown(value)} is {what}", help=remedy
    )


def to_tags(value: str | Iterable[str] | None) -> tuple[str, ...]:
    """Take codes, such as of languages or currencies."""
    return to_words(value)
