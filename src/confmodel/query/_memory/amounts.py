"""Figures against bounds: the range that a claim leaves open, and the baselines it lacks."""

from decimal import Decimal

from confmodel.model import Comparator, Direction, Figure

_INFINITE = Decimal("Infinity")


def bounds(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """Give the least and the greatest number that a figure can mean; `None` without a number.

    "About" is taken as the number itself: nothing says how wide it is.
    """
    low, high = figure.low, figure.high
    if figure.value is not None:
        low = high = figure.value
    elif low is None and high is None:
        return None
    match figure.comparator:
        case Comparator.OVER | Comparator.AT_LEAST:
            high = None
        case Comparator.UNDER | Comparator.ALMOST | Comparator.UP_TO:
            low = None
        case _:
            pass
    return (Decimal(0) if low is None else low, _INFINITE if high is None else high)


def is_at_least(figure: Figure, bound: Decimal, *, certainly: bool) -> bool:
    """Tell whether a figure is as great as a bound; wording alone is possibly anything."""
    ends = bounds(figure)
    if ends is None:
        return not certainly and not figure.ratio
    return (ends[0] if certainly else ends[1]) >= bound


def is_at_most(figure: Figure, bound: Decimal, *, certainly: bool) -> bool:
    """Tell whether a figure is as small as a bound; wording alone is possibly anything."""
    ends = bounds(figure)
    if ends is None:
        return not certainly and not figure.ratio
    return (ends[1] if certainly else ends[0]) <= bound


def lacks_baseline(figure: Figure, *, certainly: bool) -> bool:
    """Tell whether a figure does not say what it is compared with, though it should."""
    if figure.baseline is not None:
        return False
    if "baseline" in figure.not_stated:
        return True
    return not certainly and figure.direction in {Direction.INCREASE, Direction.DECREASE}
