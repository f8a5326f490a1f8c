"""Members that stand twice in one object, which every fast decoder passes over."""

import json
import re
from collections.abc import Iterator, Sequence

from confmodel._text import pointer_to
from confmodel.errors import Finding, shown


def stands_twice(pointer: str, name: str) -> Finding:
    """Say that a member stands more than once in the object at a place, in any format."""
    return Finding(
        code="E116",
        pointer=pointer + pointer_to([name]),
        message=f"the member {shown(name)} stands more than once in one object",
        help="keep one of them",
    )


def has_none(data: bytes, again: bytes) -> bool:
    """Prove from a second encoding that no member stands twice, if that is possible.

    A member that stands twice is lost in decoding, and its colon with it. If
    the document and its second encoding have equally many colons, and none of
    them can hide behind an escape, nothing was lost.
    """
    return data == again or (
        # Most documents have no escape at all, which is quickly seen.
        (b"\\" not in data or (b"\\u003a" not in data and b"\\u003A" not in data))
        and data.count(b":") == again.count(b":")
    )


# msgspec writes the length of a map that stands for a struct in two bytes, however small it is.
_WIDE_LENGTH = re.compile(rb"\xde\x00[\x00-\x0f]")
# A number of single precision, not a letter that begins with the same byte in UTF-8. Negative
# numbers, which look like one, are refused by all who hold numbers; only zero is not.
_SINGLE_PRECISION = re.compile(rb"\xca(?:[^\x80-\xbf]|\x80\x00\x00\x00)")


def has_none_packed(data: bytes, again: bytes) -> bool:
    """Prove the same of MessagePack.

    All that was decoded needs as many bytes as its shortest encoding has, and a
    member that was lost needs more. Only a number of single precision could
    save the bytes for one.
    """
    shortest = len(again) - 2 * len(_WIDE_LENGTH.findall(again))
    return len(data) == shortest and not _SINGLE_PRECISION.search(data)


class _Members(dict[str, object]):
    """The members of an object, with the names that stand in it more than once."""

    __slots__ = ("doubles",)

    doubles: Sequence[str]


def _members(pairs: list[tuple[str, object]]) -> _Members:
    members = _Members(pairs)
    members.doubles = ()
    if len(members) < len(pairs):
        seen: set[str] = set()
        members.doubles = list(
            dict.fromkeys(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value] # add() returns None, which is false
        )
    return members


def duplicates(data: bytes) -> Iterator[Finding]:
    """Find every member that stands more than once in its object.

    The document is known to be JSON of a bounded depth.
    """
    # Numbers do not matter here; as text they cost nothing, however long.
    root = json.loads(data, object_pairs_hook=_members, parse_int=str, parse_float=str)
    todo: list[tuple[tuple[str | int, ...], object]] = [((), root)]
    while todo:
        place, value = todo.pop()
        if isinstance(value, _Members):
            for name in value.doubles:
                yield stands_twice(pointer_to(place), name)
            todo += (((*place, name), inner) for name, inner in reversed(value.items()))
        elif isinstance(value, list):
            todo += (((*place, n), value[n]) for n in range(len(value) - 1, -1, -1))
