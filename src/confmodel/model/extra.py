"""Members that this version of the library does not know, kept as they came."""

import functools
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from confmodel._numbers import as_float, exactly
from confmodel._text import is_whole
from confmodel.errors import InvalidValueError, shown

# A document is read 64 levels deep, and an extra stands in its seventh at most.
_DEEPEST = 48
_LONGEST_NUMBER_BITS = 1024
# The same in decimal digits, and about as near to zero as a float comes.
_MOST_DIGITS = 308


class Extra(Mapping[str, object]):
    """Members of an object that the format does not know, as plain data.

    A member whose name starts with `x-` is an extension of the author's own.
    Any other stands in a file of a newer version, and is kept so that it can
    be written back.

    It is a read-only mapping. What it hands out are copies: nothing that is
    done to them changes the record.

    Args:
        members: Names with plain data: mappings with text keys, lists,
            text, whole and finite numbers, true, false, none. A number with
            more digits than a float keeps is a `Decimal`.

    Raises:
        InvalidValueError: If something else is inside, such as NaN or a
            lone surrogate, or if it is nested deeper than 48 levels.

    Examples:
        >>> extra = Extra({"x-desk": {"checked": True}, "x-batch": 7})
        >>> extra["x-desk"]
        {'checked': True}
        >>> extra
        Extra({'x-batch': 7, 'x-desk': {'checked': True}})
    """

    __slots__ = ("_text",)

    _text: str

    def __init__(self, members: Mapping[str, object]) -> None:
        _refuse_what_json_cannot_say(members)
        object.__setattr__(self, "_text", _written(members))

    def texts(self) -> Iterator[tuple[str, str]]:
        """Go through the members, each as its name and its value in JSON.

        Examples:
            >>> list(Extra({"x-desk": {"checked": True}}).texts())
            [('x-desk', '{"checked":true}')]
        """
        return iter(_texts_in(self._text).items())

    def __getitem__(self, name: str) -> object:
        """Return a copy of what stands under a name."""
        return _read(_texts_in(self._text)[name])

    def __iter__(self) -> Iterator[str]:
        """Go through the names in order."""
        return iter(_texts_in(self._text))

    def __len__(self) -> int:
        """Count the members."""
        return len(_texts_in(self._text))

    def __eq__(self, other: object) -> bool:
        """Compare by content, the kind of number included (`1` is not `1.0`)."""
        if isinstance(other, Extra):
            return self._text == other._text
        return NotImplemented

    def __hash__(self) -> int:
        """Hash the content."""
        return hash(self._text)

    def __repr__(self) -> str:
        """Return an expression that builds it again."""
        return f"Extra({self._members()!r})"

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a value does not change."""
        message = f"Extra does not change; build a new one instead of setting {name!r}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        """Refuse: a value does not change."""
        message = f"Extra does not change; build a new one instead of deleting {name!r}"
        raise AttributeError(message)

    def __reduce__(self) -> tuple[object, ...]:
        """Copy and pickle by content."""
        return (Extra, (self._members(),))

    def _members(self) -> dict[str, object]:
        members: dict[str, object] = _read(self._text)
        return members


@functools.lru_cache(maxsize=64)
def _texts_in(text: str) -> dict[str, str]:
    """Take the members apart once, because they are read one after the other."""
    return {name: _written(value) for name, value in _read(text).items()}


def _read(text: str) -> Any:
    return json.loads(text, parse_float=exactly)


def _written(value: object) -> str:
    try:
        return json.dumps(
            value,
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
            default=_members_of,
        )
    except _Exact:
        return _written_exactly(value)


class _Exact(Exception):  # noqa: N818 - no error: json.dumps has met a number that it cannot write
    """Somewhere a number has more digits than a float keeps."""


def _members_of(value: object) -> object:
    """Let a mapping be written that is no dict, such as another extra."""
    if isinstance(value, Mapping):
        return dict(value)
    number = as_float(value)  # type: ignore[arg-type] # all else has been refused
    if isinstance(number, Decimal):
        raise _Exact
    return number


def _written_exactly(value: object) -> str:
    match value:
        case Mapping():
            members = (
                f"{_written(name)}:{_written_exactly(value[name])}" for name in sorted(value)
            )
            return "{" + ",".join(members) + "}"
        case list() | tuple():
            return "[" + ",".join(map(_written_exactly, value)) + "]"
        case Decimal() if isinstance(as_float(value), Decimal):
            return str(value)
        case _:
            return _written(value)


def _refuse_what_json_cannot_say(members: object) -> None:
    if not isinstance(members, Mapping):
        raise _refused(members, "is not a mapping of names to plain data")
    todo: list[tuple[Mapping[object, object] | Sequence[object], int]] = [(members, 0)]
    while todo:
        value, depth = todo.pop()
        if depth == _DEEPEST and value:
            raise _refused(value, f"is nested deeper than {_DEEPEST} levels")
        for each in value.values() if isinstance(value, Mapping) else value:
            # To ask for the type is quicker than to ask whether it is a mapping.
            if type(each) not in _SCALARS and isinstance(each, Mapping | list | tuple):
                todo.append((each, depth + 1))
            elif (why := _why_not_plain(each)) is not None:
                raise _refused(each, why)
        for name in value if isinstance(value, Mapping) else ():
            if not isinstance(name, str):
                raise _refused(name, "cannot be the name of a member")
            if not is_whole(name):
                raise _refused(name, _HALF)


_SCALARS = frozenset({bool, float, int, str, type(None)})
_HALF = "holds half of a surrogate pair"


def _why_not_plain(value: object) -> str | None:
    if isinstance(value, str):
        return None if is_whole(value) else _HALF
    if isinstance(value, float):
        return None if math.isfinite(value) else "is not a finite number"
    if isinstance(value, Decimal):
        return _why_not_written(value)
    if isinstance(value, int):
        return "has too many digits" if value.bit_length() > _LONGEST_NUMBER_BITS else None
    return None if value is None else f"is a {type(value).__name__}, not plain data"


def _why_not_written(value: Decimal) -> str | None:
    number = as_float(value) if value.is_finite() else math.inf
    if isinstance(number, float):
        return None if math.isfinite(number) else "is not a finite number"
    if len(number.as_tuple().digits) > _MOST_DIGITS:
        return "has too many digits"
    return "is too near to zero" if number.adjusted() < -_MOST_DIGITS else None


def _refused(value: object, why: str) -> InvalidValueError:
    return InvalidValueError(
        code="E109",
        path="extra",
        value=value,
        message=f"{shown(value)} {why}",
        help="give mappings, lists, text, finite numbers, true, false or none",
    )
