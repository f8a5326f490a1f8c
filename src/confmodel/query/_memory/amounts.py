"""Figures against bounds: the range that a claim leaves open, and the baselines it lacks."""

from decimal import Decimal

from confmodel.model import Comparator, Direction, Figure

_NOTHING = Decimal(0)
_INFINITE = Decimal("Infinity")


Range = tuple[Decimal, Decimal] | None
"""The least and the greatest number that a figure can mean; `None` if it can be any."""


def ranges_of(figure: Figure) -> tuple[Range, ...]:
    """Give the range that a figure leaves open: one, or none for a ratio, which is no number.

    "About" is taken as the number itself: nothing says how wide it is. Wording
    alone is possibly anything.
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
    return ((_NOTHING if low is None else low, _INFINITE if high is None else high),)


def is_at_least(ends: Range, bound: Decimal, *, certainly: bool) -> bool:
    """Tell whether a number in a range is as great as a bound."""
    if ends is None:
        return not certainly
    return (ends[0] if certainly else ends[1]) >= bound


def is_at_most(ends: Range, bound: Decimal, *, certainly: bool) -> bool:
    """Tell whether a number in a range is as small as a bound."""
    if ends is None:
        return not certainly
    return (ends[1] if certainly else ends[0]) <= bound


def lacks_baseline(figure: Figure, *, certainly: bool) -> bool:
    """Tell whether a figure does not say what it is compared with, though it should."""
    if figure.baseline is not None:
        return False
    if "baseline" in figure.not_stated:
        return True
    return not certainly and figure.direction in {Direction.INCREASE, Direction.DECREASE}
