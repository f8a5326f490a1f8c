"""Files: read up to a limit, and replaced as a whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import IO, Any

from confmodel.errors import InvalidValueError, shown


def read_bytes(source: "str | os.PathLike[str] | IO[bytes] | IO[str]", limit: int) -> bytes:
    """Read a file or an open stream, and not much more of it than is allowed.

    Raises:
        OSError: If the file cannot be read.
        InvalidValueError: If it is neither a path nor a stream.
    """
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as stream:
            return stream.read(limit + 1)
    if not hasattr(source, "read"):
        raise InvalidValueError(
            code="E101",
            path="",
            value=source,
            message=f"{shown(source)} is neither a path nor an open file",
            help="give one of them; text that holds a record is read by loads",
        )
    return as_bytes(source.read(limit + 1))


def as_bytes(data: object) -> bytes:
    """Take text or bytes as bytes.

    Raises:
        InvalidValueError: If it is neither, or text with half a surrogate pair.
    """
    if isinstance(data, str):
        try:
            return data.encode()
        except UnicodeEncodeError as error:
            raise InvalidValueError(
                code="E110",
                path="",
                value=data[error.start : error.end],
                message=f"character {error.start} is half of a surrogate pair",
                help="decode the text with the encoding that it was written in",
            ) from None
    if isinstance(data, bytes | bytearray | memoryview):
        return bytes(data)
    raise InvalidValueError(
        code="E101",
        path="",
        value=data,
        message=f"{shown(data)} is neither text nor bytes",
        help="give str or bytes; plain data is read by from_dict",
    )


def write_bytes(target: "str | os.PathLike[str] | IO[bytes] | IO[str]", data: bytes) -> None:
    """Write a file as a whole, or into an open stream.

    A file is written beside its place and moved there, so that a reader sees
    the old one or the new one, never a part.

    Raises:
        OSError: If the file cannot be written.
        InvalidValueError: If it is neither a path nor a stream.
    """
    if isinstance(target, str | os.PathLike):
        _replace(Path(target), data)
        return
    if not hasattr(target, "write"):
        raise InvalidValueError(
            code="E101",
            path="",
            value=target,
            message=f"{shown(target)} is neither a path nor an open file",
            help="give one of them",
        )
    stream: IO[Any] = target
    is_text = hasattr(stream, "encoding") or hasattr(stream, "newlines")
    stream.write(data.decode() if is_text else data)


def _replace(path: Path, data: bytes) -> None:
    path = path.resolve()  # a link stays a link: what it leads to is replaced
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _umask() -> int:
    """Read the mask of new files, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
