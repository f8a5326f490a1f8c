"""Plain data to model and back: strict, fast, explained, lossless.

msgspec and cattrs are loaded at the first use, not with this module.
"""

import json
from collections.abc import Mapping
from typing import Any

from confmodel._numbers import exactly
from confmodel.codec._files import as_bytes
from confmodel.codec.limits import Limits
from confmodel.model import Conference

__all__ = ["Limits", "dumps", "from_dict", "loads", "schema", "to_dict"]

_DEFAULT = Limits()


def loads(
    data: str | bytes | bytearray | memoryview,
    *,
    limits: Limits = _DEFAULT,
    shorthand: bool = False,
    check: bool = True,
) -> Conference:
    """Read a record from JSON text.

    Unknown members whose names begin with `x-`, and all unknown ones of a
    newer version of the format, are kept and written back. Nothing else that
    is wrong is let through, and nothing is repaired.

    Args:
        data: The text, or its bytes in UTF-8.
        limits: How large the document may be.
        shorthand: Whether an author's shorthand is understood, as in `from_dict`.
        check: Whether integrity is checked too. Without it, dangling
            references and unknown members are let in, for `check` to report.

    Raises:
        LoadError: If it is no record; with all the reasons.
        InvalidValueError: If `data` is neither text nor bytes.

    Examples:
        >>> loads('{"id": "lakeside-2031", "name": "Lakeside Conference"}')
        Conference(id='lakeside-2031', name='Lakeside Conference')
    """
    # msgspec and its mirrors cost as much as all the rest: load them when needed.
    from confmodel.codec import _read  # noqa: PLC0415

    return _read.read(as_bytes(data), limits, shorthand=shorthand, check=check)


def dumps(record: Conference, *, indent: int | None = None) -> str:
    """Write a record as JSON text.

    The same record gives the same text, everywhere and always. Defaults are
    left out; extras stand behind an object's own fields, sorted by name, and the
    collections of a conference behind them.

    Args:
        record: The record.
        indent: Spaces for each level; `None` for one line without spaces.

    Raises:
        InvalidValueError: If something in the record is not of its type, or
            `indent` is no number of spaces.

    Examples:
        >>> print(dumps(Conference(id="lakeside-2031", name="Lakeside", when=2031)))
        {"confmodel":"1.0","id":"lakeside-2031","name":"Lakeside","when":"2031"}
    """
    from confmodel.codec import _write  # noqa: PLC0415 - as in loads

    return _write.write(record, indent=indent).decode()


def to_dict(record: Conference) -> dict[str, Any]:
    """Return a record as plain data: what the JSON text of it holds.

    Raises:
        InvalidValueError: If something in the record is not of its type.

    Examples:
        >>> to_dict(Conference(id="lakeside-2031", name="Lakeside"))
        {'confmodel': '1.0', 'id': 'lakeside-2031', 'name': 'Lakeside'}
    """
    plain: dict[str, Any] = json.loads(dumps(record), parse_float=exactly)
    return plain


def from_dict(
    data: Mapping[str, Any],
    *,
    shorthand: bool = False,
    check: bool = True,
) -> Conference:
    """Build a record from plain data, such as a JSON or YAML reader gives.

    Args:
        data: The root of the document.
        shorthand: Whether an author's shorthand is understood: a bare text for
            a place, a topic or a quotation, a bare number for a year, evidence
            without its source while there is exactly one.
        check: Whether integrity is checked too, as in `loads`.

    Raises:
        LoadError: If it is no record; with all the reasons.

    Examples:
        >>> from_dict({"id": "c", "name": "C", "places": ["Warsaw"]}, shorthand=True).places
        (Place(name='Warsaw'),)
    """
    from confmodel.codec import _read  # noqa: PLC0415 - as in loads

    return _read.read_plain(data, shorthand=shorthand, check=check)


def schema(*, shorthand: bool = False) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record, for editors and other programs.

    What it accepts is read, but for rules that no schema can say, such as
    that a reference leads somewhere: `loads` alone decides. It is the same in
    every call and process, and a copy: it may be changed.

    Args:
        shorthand: Whether an author's shorthand is accepted, as in
            `from_dict`: the schema for YAML, and for language models.

    Examples:
        >>> schema()["required"]
        ['id', 'name']
        >>> schema()["$defs"]["Manner"]["enum"]
        ['direct', 'mixed', 'indirect', 'narrated']
        >>> schema(shorthand=True)["properties"]["topics"]["items"]["anyOf"][0]
        {'type': 'string', 'minLength': 1}
    """
    from confmodel.codec import _schema  # noqa: PLC0415 - as in loads

    return _schema.build(shorthand=shorthand)
