"""MessagePack: the record in fewer bytes, for programs that exchange many of them.

It holds the plain data of the JSON form. What JSON cannot hold is refused:
binary data, timestamps and other extension types, numbers that are not finite,
names that are no text, and members that stand twice.
"""

from decimal import Decimal
from typing import Any

from confmodel._numbers import exactly
from confmodel._text import pointer_to
from confmodel.codec import Limits, dumps
from confmodel.codec._files import as_bytes
from confmodel.codec.limits import too_large_in_bytes
from confmodel.errors import InvalidValueError, LoadError
from confmodel.formats._format import by_name
from confmodel.model import Conference, Record
from confmodel.model._shape import Form, fields_of

FORMAT = by_name("msgpack")
"""What is known of the format."""

_DEFAULT = Limits()
_SMALLEST, _LARGEST = -(2**63), 2**64 - 1
"""The whole numbers that MessagePack holds."""


def read(
    data: bytes | bytearray | memoryview, *, limits: Limits = _DEFAULT, check: bool = True
) -> Conference:
    r"""Read a record from MessagePack.

    Args:
        data: The document.
        limits: How large it may be.
        check: Whether integrity is checked too, as in `confmodel.loads`.

    Raises:
        LoadError: If it is no record; with all the reasons. What is no
            MessagePack, or is refused in it, is named with its byte.
        InvalidValueError: If `data` is not bytes.

    Examples:
        >>> read(b"\x82\xa2id\xa1c\xa4name\xaaConference")
        Conference(id='c', name='Conference')
        >>> read(b"\x82\xa2id\xa1c\xa4name\xc4\x01C")
        Traceback (most recent call last):
        confmodel.errors.LoadError: 1 problem
          E101 /name: byte 11: the value is binary data; write text as text ...
    """
    if isinstance(data, str):
        raise InvalidValueError(
            code="E101",
            path="",
            value=data,
            message="MessagePack is bytes, and this is text",
            help="give bytes; open the file for bytes (mode 'rb')",
        )
    # Reading needs msgspec, which costs as much as all the rest: load it when needed.
    from confmodel.codec import _read  # noqa: PLC0415
    from confmodel.formats import _msgpack_reader  # noqa: PLC0415 - only foreign documents need it

    data = as_bytes(data)
    if (fault := too_large_in_bytes(data, limits)) is not None:
        raise LoadError([fault])
    if not _msgpack_reader.may_have_too_many(data, limits):
        record = _read.read_packed(data)
        if record is not None:
            return record
    document, doubles = _msgpack_reader.build(data, limits)
    return _read.read_plain(document, check=check, found=doubles)


def write(record: Conference) -> bytes:
    r"""Write a record as MessagePack, in the canonical form and the order of the model.

    The same record gives the same bytes, everywhere and always: each value in
    as few of them as it needs, and fractions in double precision.

    Raises:
        InvalidValueError: If something in the record is not of its type, or is
            a number that does not fit in 64 bits.

    Examples:
        >>> write(Conference(id="c", name="C"))
        b'\x83\xa9confmodel\xa31.0\xa2id\xa1c\xa4name\xa1C'
    """
    import msgspec  # noqa: PLC0415 - as in read

    plain = msgspec.json.Decoder(float_hook=_number).decode(dumps(record))
    try:
        return msgspec.msgpack.encode(plain)
    except (OverflowError, TypeError):
        _fit(plain, record, ())
        return msgspec.msgpack.encode(plain)


class _Long(Decimal):
    """A number of more digits than a float keeps: msgspec would write a plain decimal as text."""


def _number(text: str) -> float | Decimal:
    number = exactly(text)
    return _Long(number) if isinstance(number, Decimal) else number


def _fit(plain: Any, value: Record, place: tuple[str | int, ...]) -> None:
    """Make large figures floating, which have 15 digits at most, and refuse other numbers."""
    fields = {field.name: field for field in fields_of(type(value))}
    for name, inner in plain.items():
        field = fields.get(name)
        where = (*place, name)
        if field is not None and field.form is Form.OBJECT:
            if field.is_many:
                for n, (each, one) in enumerate(zip(inner, getattr(value, name), strict=True)):
                    _fit(each, one, (*where, n))
            else:
                _fit(inner, getattr(value, name), where)
        elif field is not None and field.form is Form.DECIMAL and _is_too_large(inner):
            plain[name] = float(inner)
        else:
            _refuse_too_large(inner, where)


def _refuse_too_large(value: object, place: tuple[str | int, ...]) -> None:
    # The depth of what a record holds is bounded.
    if isinstance(value, dict):
        for name, inner in value.items():
            _refuse_too_large(inner, (*place, name))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            _refuse_too_large(inner, (*place, n))
    elif _is_too_large(value) or isinstance(value, _Long):
        what = "fraction" if isinstance(value, _Long) else "whole number"
        raise InvalidValueError(
            code="E105",
            path=pointer_to(place).removeprefix("/"),
            value=value,
            message=f"the {what} does not fit in the 64 bits of MessagePack",
            help="write the record as JSON or YAML, or the number as text",
        )


def _is_too_large(value: object) -> bool:
    return isinstance(value, int) and not _SMALLEST <= value <= _LARGEST
