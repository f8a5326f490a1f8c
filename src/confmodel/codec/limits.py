"""How much a document may hold, so that strangers' bytes cost a bounded time and memory."""

import itertools
import re

import attrs

from confmodel.errors import Finding
from confmodel.model._checked import checked
from confmodel.model._constraints import Ordinal

# A string that does not end reaches to the end: it is not looked through again from each of its
# quotation marks.
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_BRACKETS = b"[]{}"
_NOT_BRACKETS = bytes(set(range(256)) - set(_BRACKETS))
_STEP = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}

FLATTER = "nest members of your own less: no record needs such depth"
"""What to do about too much depth: a higher limit would let nothing in."""


@attrs.frozen(kw_only=True, field_transformer=checked)
class Limits:
    """The largest document that is read.

    The defaults hold a record of a conference with tens of thousands of
    statements, and keep a hostile one from costing more than seconds.

    Raises:
        InvalidValueError: If one is not a whole number, from one to 2**53 - 1.

    Examples:
        >>> import confmodel
        >>> confmodel.loads('{"id": "c", "name": "Conference"}', limits=Limits(max_bytes=10))
        Traceback (most recent call last):
        confmodel.errors.LoadError: 1 problem
          E113 (root): the document has 33 bytes, and 10 are allowed; ...
    """

    max_bytes: Ordinal = 32 * 1024 * 1024
    """The most bytes a document may have."""

    max_depth: Ordinal = 64
    """How deep lists and objects may stand inside each other.

    No record stands deeper than the default: to raise it lets nothing in.
    """

    max_objects: Ordinal = 500_000
    """How many lists and objects a document may have in all."""


def too_large_in_bytes(data: bytes, limits: Limits) -> Finding | None:
    """Tell whether a document has too many bytes, whatever they are."""
    if len(data) > limits.max_bytes:
        return exceeded("", f"the document has {len(data)} bytes", limits.max_bytes, "max_bytes")
    return None


def too_large(data: bytes, limits: Limits) -> Finding | None:
    """Tell what is too large about a document; needs no decoding, and takes linear time."""
    if (fault := too_large_in_bytes(data, limits)) is not None:
        return fault
    # An object has two brackets: a short document need not be counted.
    if (
        len(data) > 2 * limits.max_objects
        and data.count(b"{") + data.count(b"[") > limits.max_objects
    ):
        # Brackets inside strings are no objects: count again without strings.
        objects = _brackets(data)
        count = objects.count(b"{") + objects.count(b"[")
        if count > limits.max_objects:
            what = f"the document has {count} lists and objects"
            return exceeded("", what, limits.max_objects, "max_objects")
    return None


def too_deep(data: bytes, limits: Limits) -> Finding | None:
    """Tell whether a document is nested too deep, whatever the depth of the caller."""
    depth = max(itertools.accumulate(map(_STEP.__getitem__, _brackets(data))), default=0)
    most = limits.max_depth
    if depth > most:
        return Finding(
            code="E113",
            pointer="",
            message=f"lists and objects are nested {depth} deep, and {most} are allowed",
            help=FLATTER,
        )
    return None


def _brackets(data: bytes) -> bytes:
    return _STRING.sub(b"", data).translate(None, _NOT_BRACKETS)


def exceeded(pointer: str, what: str, allowed: int, name: str) -> Finding:
    """Say what is more than allowed, and the limit that allows more."""
    return Finding(
        code="E113",
        pointer=pointer,
        message=f"{what}, and {allowed} are allowed",
        help=f"split the document, or allow more with Limits({name}=...)",
    )
