"""JSON: the form in which records are kept and exchanged (RFC 8259)."""

from confmodel.codec import Limits, dumps, loads
from confmodel.formats._format import by_name
from confmodel.model import Conference

FORMAT = by_name("json")
"""What is known of the format."""

_DEFAULT = Limits()


def read(
    data: str | bytes | bytearray | memoryview,
    *,
    limits: Limits = _DEFAULT,
    check: bool = True,
) -> Conference:
    """Read a record, as `confmodel.loads` does.

    Raises:
        LoadError: If it is no record; with all the reasons.
        InvalidValueError: If `data` is neither text nor bytes.

    Examples:
        >>> read('{"id": "c", "name": "Conference"}')
        Conference(id='c', name='Conference')
    """
    return loads(data, limits=limits, check=check)


def write(record: Conference, *, indent: int | None = None) -> str:
    """Write a record on one line, or indented, as `confmodel.dumps` does.

    Raises:
        InvalidValueError: If something in the record is not of its type.

    Examples:
        >>> write(Conference(id="c", name="Conference"))
        '{"confmodel":"1.0","id":"c","name":"Conference"}'
    """
    return dumps(record, indent=indent)
