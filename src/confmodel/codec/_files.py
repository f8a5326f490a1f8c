"""Files: read up to a limit, and replaced as a whole or not at all."""

import contextlib
import errno
import functools
import os
import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from confmodel.errors import Finding, InvalidValueError, LoadError, shown

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows, where an open file cannot be removed anyway
    fcntl = None  # type: ignore[assignment]

_OURS = ".confmodel-*.tmp"
"""How our temporary files are called, which stand beside the files that they will be."""

_STALE_SECONDS = 60.0
"""How long ago a temporary file was last written to, at least, before it is looked at."""

_AT_A_TIME = 64 * 1024 * 1024
"""The most bytes that a stream is asked for at once: more than most limits allow."""

_BINARY: int = getattr(os, "O_BINARY", 0)
_UNABLE = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF)
"""What file systems answer that cannot write a folder through, such as those of a network."""


def read_bytes(source: "str | os.PathLike[str] | IO[bytes] | IO[str]", limit: int) -> bytes:
    """Read a file or an open stream, and not much more of it than is allowed.

    Raises:
        OSError: If the file cannot be read.
        LoadError: If it was opened as text in another encoding than its own.
        InvalidValueError: If it is neither a path nor a stream.
    """
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as stream:
            return _at_most(limit + 1, stream)
    if not hasattr(source, "read"):
        raise no_file(source, "give one of them; text that holds a record is read by loads")
    with decoding(source):
        return _at_most(limit + 1, source)


def _at_most(most: int, stream: IO[bytes] | IO[str]) -> bytes:
    """Read piece by piece: a stream takes the memory for all that it is asked for."""
    pieces: list[bytes] = []
    while most > 0:
        asked = min(most, _AT_A_TIME)
        pieces.append(as_bytes(stream.read(asked)))
        most -= len(pieces[-1])
        # A terminal would have to be told twice that this is the end.
        if len(pieces[-1]) < asked:
            break
    return b"".join(pieces)


@contextlib.contextmanager
def decoding(stream: object) -> Iterator[None]:
    """Say what to do if an open file cannot decode the text that is read from it.

    Raises:
        LoadError: If it cannot.
    """
    try:
        yield
    except UnicodeError:  # one codec raises the class itself
        encoding = getattr(stream, "encoding", None) or "text"
        finding = Finding(
            code="E100",
            pointer="",
            message=f"the file was opened as {encoding}, and cannot be read as that",
            help="open it for bytes (mode 'rb'), or as what it was written in",
        )
        raise LoadError([finding]) from None


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


@contextlib.contextmanager
def writing(target: "str | os.PathLike[str] | IO[bytes] | IO[str]") -> Iterator[Any]:
    """Write a file piece by piece, or into an open stream; gives what takes a piece.

    A file is written beside its place and moved there at the end, so that a
    reader sees the old one or the new one, never a part; if an error passes,
    the old one stays.

    Raises:
        OSError: If the file cannot be written.
        InvalidValueError: If it is neither a path nor a stream, or a stream of
            text, and the data are none.
    """
    if isinstance(target, str | os.PathLike):
        with _replacing(Path(target)) as stream:
            yield stream.write
        return
    if not hasattr(target, "write"):
        raise no_file(target, "give one of them")
    yield functools.partial(_write_text, target) if is_text(target) else target.write


def is_text(stream: object) -> bool:
    """Tell whether an open file takes and gives text, and not bytes."""
    return hasattr(stream, "encoding") or hasattr(stream, "newlines")


def _write_text(stream: IO[Any], data: bytes) -> None:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise InvalidValueError(
            code="E101",
            path="",
            value=stream,
            message="what is to be written is no text, and the file was opened for text",
            help="open it for bytes (mode 'wb'), or give sys.stdout.buffer",
        ) from None
    stream.write(text)


def no_file(value: object, remedy: str) -> InvalidValueError:
    """Say that something is neither a path nor a stream."""
    return InvalidValueError(
        code="E101",
        path="",
        value=value,
        message=f"{shown(value)} is neither a path nor an open file",
        help=remedy,
    )


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    mode = path.stat().st_mode if path.exists() else None
    if mode is not None and not stat.S_ISREG(mode):
        # A pipe or a device is written to; what stood in its place would be none.
        with path.open("wb") as stream:
            yield stream
        return
    # A link stays a link: what it leads to is replaced. To a pipe without a name, such as
    # /dev/stdout may be, a link leads only as long as nobody follows it by name.
    path = path.resolve()
    sweep(path.parent)
    temporary = path.parent / _OURS.replace("*", secrets.token_hex(8))
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY
    # What was private stays so from the first byte on.
    handle = os.open(temporary, flags, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            _mark_as_in_use(handle)
            if mode is not None:
                temporary.chmod(stat.S_IMODE(mode))
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _write_through(path.parent)


def _mark_as_in_use(handle: int) -> None:
    """Hold a lock while the file is open; the system drops it with a process that is killed."""
    if fcntl is not None:  # pragma: no branch - Windows has none
        # Where there are no locks, the age alone protects it.
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _write_through(folder: Path) -> None:
    """Have the name of a new file survive a loss of power, as its content does."""
    if os.name == "nt":  # pragma: no cover - Windows cannot, and its file systems do by themselves
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNABLE:
            raise
    finally:
        os.close(handle)


@functools.lru_cache(maxsize=256)
def sweep(folder: Path) -> None:
    """Remove what killed writers have left in a folder; once in a process.

    Only files are removed that are called as ours, that nobody has written to
    for a minute, and that no writer holds.
    """
    latest = time.time() - _STALE_SECONDS
    for each in folder.glob(_OURS):
        with contextlib.suppress(OSError):  # somebody else has swept it, or may
            if each.stat(follow_symlinks=False).st_mtime < latest:
                _remove_unless_in_use(each)


def _remove_unless_in_use(file: Path) -> None:
    handle = os.open(file, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        if fcntl is not None:  # pragma: no branch - Windows has none
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            file.unlink()
    finally:
        os.close(handle)
    if fcntl is None:  # pragma: no cover - Windows
        file.unlink()
