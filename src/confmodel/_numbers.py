"""Numbers of a document, read so that no digit is lost."""

import math
from decimal import Decimal, InvalidOperation


def exactly(text: str) -> float | Decimal:
    """Read a number that has a fraction or an exponent: as a float, if that is the same number.

    Raises:
        ValueError: If no float is as large.

    Examples:
        >>> exactly("0.10"), exactly("0.1000000000000000055")
        (0.1, Decimal('0.1000000000000000055'))
    """
    try:
        number = as_float(Decimal(text))
    except InvalidOperation:  # an exponent of twenty digits
        number = math.inf
    if math.isinf(number):
        message = "number out of range"
        raise ValueError(message)
    return number


def as_float(number: Decimal) -> float | Decimal:
    """Turn a finite number into a float, if that is the same number; an infinite one if too large.

    Examples:
        >>> as_float(Decimal("2.40")), as_float(Decimal("1e400"))
        (2.4, inf)
    """
    nearest = float(number)
    # A float is taken for what it shows, not for the binary fraction behind it.
    is_same = math.isinf(nearest) or Decimal(repr(nearest)) == number
    return nearest if is_same else number
