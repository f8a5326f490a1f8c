"""Figures against bounds: the range that a claim leaves open, and the baselines it lacks."""

from decimal import Decimal
from typing import NamedTuple

from confmodel.model import Comparator, Direction, Figure

_NOTHING = Decimal(0)
INFINITE = Decimal("Infinity")


class Range(NamedTuple):
    """The numbers that a figure can mean."""

    low: Decimal
    """The least of them."""

    high: Decimal
    """The greatest."""

    is_above: bool
    """Whether the least is none of them itself, as in "over 20"."""

    is_below: bool
    """Whether the greatest is none of them itself, as in "under 20"."""


def ranges_of(figure: Figure) -> tuple[Range | None, ...]:
    """Give the range that a figure leaves open: one, or none for a ratio, which is no number.

    "About" is taken as the number itself: nothing says how wide it is. Wording
    alone is possibly anything, which is `None`.
    """
    low, high = figure.low, figure.high
    if figure.value is not None:
        low = high = figure.value
    elif low is None and high is None:
        return () if figure.ratio else (None,)
    match figure.comparator:
        case Comparator.OVER | Comparator.AT_LEAST:
            high = None
        case Comparator.UNDER | Comparator.ALMOST | Comparator.UP_TO:
            low = None
        case _:
            pass
    return (
        Range(
            low=_NOTHING if low is None else low,
            high=INFINITE if high is None else high,
            is_above=figure.comparator is Comparator.OVER,
            is_below=figure.comparator in {Comparator.UNDER, Comparator.ALMOST},
        ),
    )


def is_at_least(ends: Range | None, bound: Decimal, *, certainly: bool) -> bool:
    """Tell whether a number in a range is as great as a bound."""
    if ends is None:
        return not certainly
    if certainly:
        return ends.low >= bound
    return ends.high > bound or (ends.high == bound and not ends.is_below)


def is_at_most(ends: Range | None, bound: Decimal, *, certainly: bool) -> bool:
    """Tell whether a number in a range is as small as a bound."""
    if ends is None:
        return not certainly
    if certainly:
        return ends.high <= bound
    return ends.low < bound or (ends.low == bound and not ends.is_above)


def lacks_baseline(figure: Figure, *, certainly: bool) -> bool:
    """Tell whether a figure does not say what it is compared with, though it should."""
    if figure.baseline is not None:
        return False
    if "baseline" in figure.not_stated:
        return True
    return not certainly and figure.direction in {Direction.INCREASE, Direction.DECREASE}
