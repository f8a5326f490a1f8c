"""The order in which the fields of a class are written and printed."""

import functools

import attrs

_FIRST = ("confmodel", "id")
_LAST = ("evidence", "not_stated", "note", "identifiers", "extra")


def in_order(owner: type) -> "tuple[attrs.Attribute[object], ...]":
    """List the fields as a reader wants them: the id, its own, then what all have.

    attrs puts inherited fields first. The collections of a conference come
    after everything else: they are the body of the document.
    """
    return _sorted(owner)


@functools.cache
def _sorted(owner: type) -> "tuple[attrs.Attribute[object], ...]":
    return tuple(sorted(attrs.fields(owner), key=_rank))  # equals keep their order


def _rank(attribute: "attrs.Attribute[object]") -> int:
    name = attribute.name
    if name in _FIRST:
        return _FIRST.index(name)
    if attribute.metadata.get("is_collection"):
        return 100
    if name in _LAST:
        return 50 + _LAST.index(name)
    return 10
