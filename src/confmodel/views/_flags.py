"""Flags: drawn by the reader's font from the letters of a country's code."""

from confmodel import countries
from confmodel.countries import CodeStatus
from confmodel.model import Country

_INDICATOR = 0x1F1E6 - ord("A")
"""From a letter to its regional indicator, two of which are drawn as a flag."""

_IN_USE = (CodeStatus.OFFICIALLY_ASSIGNED, CodeStatus.USER_ASSIGNED)


def drawn(country: Country) -> str | None:
    """Return the flag of a country that has one in use; `None` if there is none.

    A code that the record calls something else than its table does, such as
    one that the author assigned, has no flag to draw.

    Examples:
        >>> drawn(Country(id="pk", name="Pakistan", code="PK"))
        '\U0001f1f5\U0001f1f0'
        >>> drawn(Country(id="su", name="Soviet Union", code="SUHH")) is None
        True
    """
    code = country.code or ""
    state = countries.get(code)
    if state is None or state.alpha_2 != code or state.status not in _IN_USE:
        return None
    if country.code_status not in (None, state.status):
        return None
    return "".join(chr(ord(letter) + _INDICATOR) for letter in code)
