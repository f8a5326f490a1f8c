"""Compressed files: read through bounded streams, written the same always.

A megabyte can hold a gigabyte. So no more is expanded than is asked for, and
Zstandard, which lets a file say how much memory its reader needs, is given the
memory of the largest document and no more.
"""

import contextlib
import enum
import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any, Protocol

from confmodel.codec.limits import exceeded
from confmodel.errors import Finding, LoadError, MissingExtraError

_CHUNK = 64 * 1024
_LEVEL = 6
_GZIP_WINDOW = 31
"""How zlib is told to take the head and the end of gzip (RFC 1952)."""
_MOST_WINDOW_LOG = 25
"""The window of a Zstandard frame may have 32 MB; the RFC recommends that writers stay below 8."""

Write = Callable[[bytes], object]


class Compression(enum.StrEnum):
    """How a file is compressed. Ours."""

    GZIP = ".gz"
    """gzip (RFC 1952)."""

    ZSTD = ".zst"
    """Zstandard (RFC 8878); needs the extra `zstd` before Python 3.14."""


def split(name: str) -> tuple[str, Compression | None]:
    """Take the end that says how a file is compressed off its name.

    Examples:
        >>> split("lakeside.json.gz")
        ('lakeside.json', <Compression.GZIP: '.gz'>)
        >>> split("lakeside.json")
        ('lakeside.json', None)
    """
    for each in Compression:
        if name.lower().endswith(each):
            return name[: -len(each)], each
    return name, None


class _Frame(Protocol):
    """What expands one member of a gzip file, or one frame of Zstandard."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class _GzipMember:
    """One member of a gzip file, with the manners of other decompressors."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(_GZIP_WINDOW)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        found = self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)
        self.needs_input = len(found) < max_length and not self._zlib.unconsumed_tail
        return found


class Expander:
    """A stream of what a compressed stream holds."""

    def __init__(self, source: IO[bytes], how: Compression) -> None:
        self._source = source
        self._how = how
        self._new, self._errors = _expanding(how)
        self._frame = self._new()
        self._rest = b""
        # An empty file is not compressed; behind a member there may be nothing.
        self._is_between = False

    def read(self, size: int) -> bytes:
        """Read some bytes, at most as many as asked for; none at the end.

        Raises:
            LoadError: If the stream is not compressed so, or is cut off.
        """
        while True:
            if self._frame.eof:
                self._rest = self._frame.unused_data
                self._frame = self._new()
                self._is_between = True
            data, self._rest = self._rest, b""
            has_ended = False
            if not data and self._frame.needs_input:
                data = self._source.read(_CHUNK)
                has_ended = not data
                if has_ended and self._is_between:
                    return b""
            self._is_between = False
            try:
                found = self._frame.decompress(data, size)
            except self._errors as error:
                raise LoadError([self._malformed(error)]) from None
            if found:
                return found
            if has_ended and not self._frame.eof:
                raise LoadError([self._fault("is cut off", "fetch it again")])

    def _malformed(self, error: Exception) -> Finding:
        what = str(error)
        if "memory" in what:
            return Finding(
                code="E113",
                pointer="",
                message="the compressed document needs more than 32 MB of memory to be expanded",
                help="compress it without `--long` and `--ultra`",
            )
        return self._fault(
            f"is not compressed as {self._how} says ({what})",
            f"compress it anew, or leave {self._how} out of the name",
        )

    def _fault(self, what: str, remedy: str) -> Finding:
        return Finding(code="E100", pointer="", message=f"the document {what}", help=remedy)


def expanded(data: bytes, how: Compression, limit: int) -> bytes:
    """Expand a document that may have so many bytes, and was so large when compressed.

    Raises:
        LoadError: If it is not compressed so, or holds more.
    """
    stream = Expander(io.BytesIO(data), how)
    whole = bytearray()
    while len(data) <= limit and len(whole) <= limit:
        piece = stream.read(_CHUNK)
        if not piece:
            return bytes(whole)
        whole += piece
    raise LoadError([exceeded("", f"the document has more than {limit} bytes", limit, "max_bytes")])


@contextlib.contextmanager
def compressing(write: Write, how: Compression | None) -> Iterator[Write]:
    """Give what compresses a piece and writes it; the same pieces give the same bytes."""
    if how is None:
        yield write
    elif how is Compression.GZIP:
        # Neither a time nor a name in the head: they would differ from run to run.
        sink: Any = _Sink(write)
        try:
            with gzip.GzipFile("", "wb", compresslevel=_LEVEL, fileobj=sink, mtime=0) as stream:
                yield stream.write
        except BaseException:
            # Whoever tidies the stream away closes it, which writes once more.
            sink.write = len
            raise
    else:
        zstd = _zstd()
        compressor = zstd.ZstdCompressor(options={zstd.CompressionParameter.checksum_flag: 1})
        yield lambda piece: write(compressor.compress(piece))
        write(compressor.flush())


class _Sink:
    """What gzip writes into."""

    def __init__(self, write: Write) -> None:
        self.write = write

    def flush(self) -> None:
        """Do nothing: whoever gave the stream empties its buffer."""


def _expanding(
    how: Compression,
) -> tuple[Callable[[], _Frame], tuple[type[Exception], ...]]:
    """Return what begins a frame, and what is raised if it is none."""
    if how is Compression.GZIP:
        return _GzipMember, (zlib.error,)
    zstd = _zstd()
    options = {zstd.DecompressionParameter.window_log_max: _MOST_WINDOW_LOG}
    return lambda: zstd.ZstdDecompressor(options=options), (zstd.ZstdError,)


def _zstd() -> Any:
    """Load Zstandard: of the standard library, or the same for older Pythons."""
    try:
        if sys.version_info >= (3, 14):  # pragma: no cover - one of the two, by version
            from compression import zstd  # noqa: PLC0415 - only those who need it load it
        else:  # pragma: no cover - the other of the two
            from backports import zstd  # noqa: PLC0415 - as above
    except ImportError:
        raise MissingExtraError("reading and writing .zst", extra="zstd") from None
    return zstd
