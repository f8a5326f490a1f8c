"""What a constructor takes as text, and as several things in an order."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from confmodel._text import is_whole
from confmodel.errors import InvalidValueError, shown


def plain_text(value: str, *, path: str = "") -> str:
    """Take text as it can be written: a plain str, every character whole.

    Raises:
        InvalidValueError: If it holds half of a surrogate pair.
    """
    # A subclass could print one thing and be written as another.
    text = value if type(value) is str else str.__str__(value)
    if not text.isascii() and not is_whole(text):
        raise InvalidValueError(
            code="E110",
            path=path,
            value=value,
            message=f"{shown(value)} holds half of a surrogate pair",
            help="decode the text with the encoding that it was written in",
        )
    return text


def several_in_order(value: object) -> Iterable[object]:
    """Take several things, in the order that they have.

    Raises:
        InvalidValueError: If it is one thing, or several without an order.
    """
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise InvalidValueError(
            code="E101",
            path="",
            value=value,
            message=f"{shown(value)} stands where several are wanted",
            help="put it into a list, even if it is the only one",
        )
    if isinstance(value, AbstractSet):
        raise InvalidValueError(
            code="E101",
            path="",
            value=value,
            message=f"{shown(value)} has no order",
            help="give a list, so that the same record is always written the same",
        )
    return value
