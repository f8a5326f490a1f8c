"""Reading and writing files, whatever their format."""

import os
from pathlib import Path
from typing import IO

from confmodel.codec import Limits
from confmodel.codec._files import read_bytes, write_bytes
from confmodel.errors import InvalidValueError, Loss, LossError, shown
from confmodel.formats._format import Carrier, Format, by_name, by_suffix, unknown_suffix
from confmodel.model import Conference

_DEFAULT = Limits()


def load(
    source: str | os.PathLike[str] | IO[bytes] | IO[str],
    *,
    format: str | None = None,  # noqa: A002 - the word that every user of files uses
    limits: Limits = _DEFAULT,
    check: bool = True,
) -> Conference:
    """Read a record from a file.

    Args:
        source: The path of the file, or an open file.
        format: What the format is called, such as `yaml`. `None` for what the
            end of the file's name says; a file without a name is JSON.
        limits: How large the document may be.
        check: Whether integrity is checked too, as in `loads`.

    Raises:
        LoadError: If it is no record; with all the reasons.
        OSError: If the file cannot be read.
        UnknownNameError: If there is no such format.
        InvalidValueError: If `source` is neither a path nor a file, or records
            are not read from the format.
        MissingExtraError: If the format needs an extra that is not installed.

    Examples:
        >>> import io
        >>> load(io.StringIO('{"id": "lakeside-2031", "name": "Lakeside"}')).name
        'Lakeside'
        >>> load(io.StringIO("{id: lakeside-2031, name: Lakeside}"), format="yaml").name
        'Lakeside'
    """
    kind = _document(source, format)
    if not kind.is_read:
        raise _refused(f"{kind.title} is written only", "keep the record as JSON beside it")
    data = read_bytes(source, limits.max_bytes)
    record: Conference = kind.module.read(data, limits=limits, check=check)
    return record


def dump(
    record: Conference,
    target: str | os.PathLike[str] | IO[bytes] | IO[str],
    *,
    format: str | None = None,  # noqa: A002 - as in load
    strict: bool = False,
    indent: int | None = None,
) -> tuple[Loss, ...]:
    """Write a record into a file; text is in UTF-8, with a line end.

    A file is replaced as a whole or not at all, also if the process is killed
    or the power fails; its mode is kept.

    Args:
        record: The record.
        target: The path of the file, or an open file.
        format: What the format is called, such as `yaml`. `None` for what the
            end of the file's name says; a file without a name is JSON.
        strict: Whether nothing may be left out: then what the format cannot
            say is an error, and nothing is written.
        indent: Spaces for each level of JSON; `None` for one line without
            spaces.

    Returns:
        What of the record the format cannot say, and so was left out; always
        empty for the formats that say everything.

    Raises:
        LossError: If `strict`, and something would be left out.
        OSError: If the file cannot be written.
        UnknownNameError: If there is no such format.
        InvalidValueError: If `target` is neither a path nor a file, or
            something in the record is not of its type.

    Examples:
        >>> import sys
        >>> dump(Conference(id="lakeside-2031", name="Lakeside"), sys.stdout)
        {"confmodel":"1.0","id":"lakeside-2031","name":"Lakeside"}
        ()
    """
    kind = _document(target, format)
    if indent is not None and kind.name != "json":
        raise _refused(f"{kind.title} is not indented", "leave indent out", path="indent")
    data, losses = written(record, kind, strict=strict, indent=indent)
    write_bytes(target, data)
    return losses


def written(
    record: Conference, kind: Format, *, strict: bool = False, indent: int | None = None
) -> tuple[bytes, tuple[Loss, ...]]:
    """Write a record as the bytes of a document, and tell what is left out.

    Raises:
        LossError: If `strict`, and something would be left out.
        InvalidValueError: If something in the record is not of its type.
    """
    if not isinstance(record, Conference):
        raise InvalidValueError(
            code="E101",
            path="",
            value=record,
            message=f"{shown(record)} is not a Conference",
            help="give the conference that it belongs to",
        )
    losses = kind.losses(record)
    if strict and losses:
        raise LossError(kind.title, losses)
    data = kind.module.write(record, **({} if indent is None else {"indent": indent}))
    if isinstance(data, str):
        data = (data if data.endswith("\n") else data + "\n").encode()
    return data, losses


def _document(place: object, format: str | None) -> Format:  # noqa: A002 - as in load
    kind = format_of(place, format)
    if kind.carrier is not Carrier.DOCUMENT:
        raise _refused(f"{kind.title} holds many records", "use load_many or dump_many")
    return kind


def format_of(place: object, name: str | None) -> Format:
    """Find the format of a file: as it is named, or else by the end of the file's name.

    Raises:
        UnknownNameError: If there is none.
    """
    if name is not None:
        return by_name(name)
    if not isinstance(place, str | os.PathLike):
        return by_name("json")
    file = Path(place).name
    found = by_suffix(file)
    if found is None:
        raise unknown_suffix(file)
    return found


def _refused(message: str, remedy: str, *, path: str = "format") -> InvalidValueError:
    return InvalidValueError(code="E101", path=path, value=None, message=message, help=remedy)
