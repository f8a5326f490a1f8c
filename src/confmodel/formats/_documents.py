"""Reading and writing files, whatever their format."""

import itertools
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from confmodel.codec import Limits
from confmodel.codec._files import is_text, no_file, read_bytes, writing
from confmodel.errors import InvalidValueError, LoadError, Loss, LossError
from confmodel.formats._compression import Compression, Expander, compressing, expanded, split
from confmodel.formats._format import Carrier, Format, by_name, by_suffix, unknown_suffix
from confmodel.model import Conference
from confmodel.model._expect import expect_record

Source = str | os.PathLike[str] | IO[bytes] | IO[str]
"""Where a record is read from or written to: a path, or an open file."""

_DEFAULT = Limits()


def load(
    source: Source,
    *,
    format: str | None = None,  # noqa: A002 - the word that every user of files uses
    limits: Limits = _DEFAULT,
    check: bool = True,
) -> Conference:
    """Read a record from a file.

    A file whose name, or whose format, ends with `.gz` or `.zst` is expanded.

    Args:
        source: The path of the file, or an open file.
        format: What the format is called, such as `yaml` or `json.gz`. `None`
            for what the end of the file's name says; a file without a name is
            JSON.
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
    kind, compression = readable(source, format)
    if kind.carrier is not Carrier.DOCUMENT:
        raise _refused(f"{kind.title} holds many records", "use load_many")
    return _read(read_bytes(source, limits.max_bytes), kind, compression, limits, check=check)


def dump(
    record: Conference,
    target: Source,
    *,
    format: str | None = None,  # noqa: A002 - as in load
    strict: bool = False,
    indent: int | None = None,
) -> tuple[Loss, ...]:
    """Write a record into a file; text is in UTF-8, with a line end.

    A file whose name, or whose format, ends with `.gz` or `.zst` is compressed.

    A file is replaced as a whole or not at all, also if the process is killed
    or the power fails; its mode is kept.

    Args:
        record: The record.
        target: The path of the file, or an open file.
        format: What the format is called, such as `yaml` or `json.gz`. `None`
            for what the end of the file's name says; a file without a name is
            JSON.
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
        MissingExtraError: If the format needs an extra that is not installed.

    Examples:
        >>> import sys
        >>> dump(Conference(id="lakeside-2031", name="Lakeside"), sys.stdout)
        {"confmodel":"1.0","id":"lakeside-2031","name":"Lakeside"}
        ()
    """
    kind, compression = format_of(target, format)
    if kind.carrier is not Carrier.DOCUMENT:
        raise _refused(f"{kind.title} holds many records", "use dump_many")
    _refuse_indent(kind, indent)
    data, losses = written(record, kind, strict=strict, indent=indent)
    with writing(target) as write, compressing(write, compression) as compress:
        compress(data)
    return losses


def load_many(
    source: Source,
    *,
    format: str | None = None,  # noqa: A002 - as in load
    limits: Limits = _DEFAULT,
    check: bool = True,
    on_error: Callable[[LoadError], object] | None = None,
) -> Iterator[Conference]:
    r"""Read the records of a file one after the other; the file may be of any length.

    A file that holds one document gives one record; a folder of tables, whose
    name ends like theirs or whose format is named, is read as a whole. Nothing
    is read before the first record is asked for. While a piece of the file is
    decoded, the cyclic garbage collector is paused, which makes it several
    times faster.

    Args:
        source: The path of the file or the folder, or an open file.
        format: As in `load`, such as `jsonl` or `jsonl.zst`.
        limits: How large each record may be, or a folder as a whole.
        check: Whether integrity is checked too, as in `loads`.
        on_error: What is called with the `LoadError` of each line that is no
            record; reading then goes on behind it. A folder has one for all
            that is wrong in it, and then no record. It may keep the error,
            count it, or raise one. `None` to raise the first.

    Returns:
        The records, in the order of the file.

    Raises:
        LoadError: If a line is no record, without `on_error`; if the file is
            not compressed as its name says, or was opened as text in another
            encoding than its own, always. Its `line` and each finding say in
            which line.
        OSError: If the file cannot be read.
        UnknownNameError: If there is no such format.
        InvalidValueError: If `source` is neither a path nor a file, or no path
            for a format that is a folder, or records are not read from the format.
        MissingExtraError: If the format needs an extra that is not installed.

    Examples:
        >>> import io
        >>> lines = '{"id": "a", "name": "A"}\n{"id": "b"}\n{"id": "c", "name": "C"}\n'
        >>> faults = []
        >>> records = load_many(io.StringIO(lines), format="jsonl", on_error=faults.append)
        >>> [record.id for record in records], [fault.line for fault in faults]
        (['a', 'c'], [2])
    """
    kind, compression = readable(source, format)
    if kind.carrier is Carrier.FOLDER:
        records = kind.module.read_many(
            _folder(source, kind, compression), limits=limits, check=check
        )
        return _told(records, on_error)
    return _each(source, kind, compression, limits, check=check, on_error=on_error)


def _each(
    source: Source,
    kind: Format,
    compression: Compression | None,
    limits: Limits,
    *,
    check: bool,
    on_error: Callable[[LoadError], object] | None,
) -> Iterator[Conference]:
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            yield from _each(file, kind, compression, limits, check=check, on_error=on_error)
    elif kind.carrier is Carrier.LINES:
        stream: Any = source
        if compression is not None:
            stream = Expander(stream, compression)
        yield from kind.module.read_many(stream, limits=limits, check=check, on_error=on_error)
    else:
        yield from _told(_only(source, kind, compression, limits, check=check), on_error)


def _only(
    source: Source, kind: Format, compression: Compression | None, limits: Limits, *, check: bool
) -> Iterator[Conference]:
    yield _read(read_bytes(source, limits.max_bytes), kind, compression, limits, check=check)


def _told(
    records: Iterator[Conference], on_error: Callable[[LoadError], object] | None
) -> Iterator[Conference]:
    """Give the records of what is right or wrong as a whole; tell what is wrong."""
    try:
        yield from records
    except LoadError as error:
        if on_error is None:
            raise
        on_error(error)


def dump_many(
    records: Iterable[Conference],
    target: Source,
    *,
    format: str | None = None,  # noqa: A002 - as in load
    strict: bool = False,
    indent: int | None = None,
) -> tuple[Loss, ...]:
    r"""Write records into one file, one after the other; there may be any number of them.

    The file is replaced once all records are written, as in `dump`: if one
    cannot be, the old file stays. The records may come from the same file. So
    it is with a folder of tables, which is replaced if it holds nothing else.

    Args:
        records: The records; a format of single documents takes just one.
        target: The path of the file or the folder, or an open file.
        format: As in `dump`, such as `jsonl` or `jsonl.zst`.
        strict: Whether nothing may be left out, as in `dump`.
        indent: Spaces for each level of the one record of JSON, as in `dump`.

    Returns:
        What of the records the format cannot say, and so was left out.

    Raises:
        LossError: If `strict`, and something would be left out.
        OSError: If the file cannot be written.
        UnknownNameError: If there is no such format.
        InvalidValueError: If `target` is neither a path nor a file, or no path
            for a format that is a folder; if something in a record is not of
            its type, or there is not just one record for a format that holds
            one; or if there are two of the same id for tables.
        MissingExtraError: If the format needs an extra that is not installed.

    Examples:
        >>> import sys
        >>> dump_many([Conference(id="a", name="A")], sys.stdout, format="jsonl")
        {"confmodel":"1.0","id":"a","name":"A"}
        ()
    """
    kind, compression = format_of(target, format)
    _refuse_indent(kind, indent)
    if kind.carrier is Carrier.FOLDER:
        # Tables say everything, so that nothing is left out.
        kind.module.write_many(records, _folder(target, kind, compression))
        return ()
    if kind.carrier is Carrier.DOCUMENT:
        records = list(itertools.islice(records, 2))
        if len(records) != 1:
            what = "several were given" if records else "none was given"
            raise _refused(f"{kind.title} holds one record, and {what}", "write them as jsonl")
    losses: list[Loss] = []
    with writing(target) as write, compressing(write, compression) as compress:
        for record in records:
            data, left_out = written(record, kind, strict=strict, indent=indent)
            losses += left_out
            compress(data)
    return tuple(losses)


def _refuse_indent(kind: Format, indent: int | None) -> None:
    if indent is not None and kind.name != "json":
        raise _refused(f"{kind.title} is not indented", "leave indent out", path="indent")


def written(
    record: Conference, kind: Format, *, strict: bool = False, indent: int | None = None
) -> tuple[bytes, tuple[Loss, ...]]:
    """Write a record as the bytes of a document, and tell what is left out.

    Raises:
        LossError: If `strict`, and something would be left out.
        InvalidValueError: If something in the record is not of its type.
    """
    losses = kind.losses(expect_record(record))
    if strict and losses:
        raise LossError(kind.title, losses)
    data = kind.module.write(record, **({} if indent is None else {"indent": indent}))
    if isinstance(data, str):
        data = (data if data.endswith("\n") else data + "\n").encode()
    return data, losses


def _read(
    data: bytes, kind: Format, compression: Compression | None, limits: Limits, *, check: bool
) -> Conference:
    if compression is not None:
        data = expanded(data, compression, limits.max_bytes)
    record: Conference = kind.module.read(data, limits=limits, check=check)
    return record


def _folder(place: Source, kind: Format, compression: Compression | None) -> Path:
    if not isinstance(place, str | os.PathLike):
        raise _refused(f"{kind.title} is a folder of files", "give the path of the folder")
    if compression is not None:
        remedy = f"leave {compression} out, or write the records as jsonl{compression}"
        raise _refused(f"{kind.title} is a folder, which is not compressed", remedy)
    return Path(place)


def readable(source: object, format: str | None) -> tuple[Format, Compression | None]:  # noqa: A002 - as in load
    """Find the format of a file from which records are read, and how it is compressed.

    Raises:
        UnknownNameError: If there is no such format.
        InvalidValueError: If it is no file, or records are not read from the format.
    """
    if not isinstance(source, str | os.PathLike) and not hasattr(source, "read"):
        raise no_file(source, "give one of them; text that holds a record is read by loads")
    kind, compression = format_of(source, format)
    if compression is not None and is_text(source):
        raise _refused("what is compressed is no text", "open the file for bytes (mode 'rb')")
    if not kind.is_read:
        raise _refused(f"{kind.title} is written only", "keep the record as JSON beside it")
    return kind, compression


def format_of(place: object, name: str | None) -> tuple[Format, Compression | None]:
    """Find the format of a file, and how it is compressed.

    Either is as it is named, or else as the end of the file's name says.

    Raises:
        UnknownNameError: If there is no such format.
    """
    file = Path(place).name if isinstance(place, str | os.PathLike) else None
    compression = None if file is None else split(file)[1]
    if name is not None:
        name, named = split(name)
        return by_name(name), named or compression
    if file is None:
        return by_name("json"), None
    found = by_suffix(file)
    if found is None:
        raise unknown_suffix(file)
    return found, compression


def _refused(message: str, remedy: str, *, path: str = "format") -> InvalidValueError:
    return InvalidValueError(code="E101", path=path, value=None, message=message, help=remedy)
