"""Compressed files: as the name says, bounded, and the same bytes for the same record."""

import builtins
import gzip
import io
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import (
    Conference,
    InvalidValueError,
    Limits,
    LoadError,
    MissingExtraError,
    dump,
    dump_many,
    dumps,
    example,
    load,
    load_many,
)
from confmodel.formats._compression import Compression, Expander, compressing, expanded

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    zstd = pytest.importorskip("backports.zstd", reason="backports.zstd is not installed")

RECORD = Conference(id="c", name="Genève")
both = pytest.mark.parametrize("how", list(Compression))
OTHERS: dict[Compression, tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]] = {
    Compression.GZIP: (gzip.compress, gzip.decompress),
    Compression.ZSTD: (zstd.compress, zstd.decompress),
}
"""What compresses and expands in one go."""


def compressed(data: bytes, how: Compression) -> bytes:
    sink = io.BytesIO()
    with compressing(sink.write, how) as write:
        write(data)
    return sink.getvalue()


# There and back


@both
@pytest.mark.parametrize("name", ["c.json", "c.yaml", "c.msgpack"])
def test_file_is_compressed_as_its_name_says(tmp_path: Path, how: Compression, name: str) -> None:
    plain, path = tmp_path / name, tmp_path / f"{name}{how.upper()}"

    dump(RECORD, plain)
    dump(RECORD, path)

    assert load(path) == RECORD
    assert OTHERS[how][1](path.read_bytes()) == plain.read_bytes()


@both
def test_stream_is_compressed_as_the_format_says(how: Compression) -> None:
    stream = io.BytesIO()
    dump(RECORD, stream, format=f"yaml{how}")

    assert load(io.BytesIO(stream.getvalue()), format=f"yaml{how}") == RECORD


def test_named_format_of_a_compressed_file_need_not_say_it_again(tmp_path: Path) -> None:
    dump(RECORD, tmp_path / "c.gz", format="json")

    assert load(tmp_path / "c.gz", format="json") == RECORD
    assert gzip.decompress((tmp_path / "c.gz").read_bytes()) == f"{dumps(RECORD)}\n".encode()


@both
def test_same_record_gives_the_same_bytes_under_every_name(
    tmp_path: Path, how: Compression
) -> None:
    for name in ("a", "b"):
        dump(RECORD, tmp_path / f"{name}.json{how}")

    assert len({each.read_bytes() for each in tmp_path.iterdir()}) == 1


def test_head_of_gzip_says_neither_time_nor_name(tmp_path: Path) -> None:
    dump(RECORD, tmp_path / "c.json.gz")

    assert (tmp_path / "c.json.gz").read_bytes()[:10] == b"\x1f\x8b\x08\0\0\0\0\0\0\xff"


@both
@given(
    pieces=st.lists(st.binary(max_size=300), max_size=5),
    size=st.integers(1, 64),
    is_split=st.booleans(),
)
def test_whatever_the_pieces_all_of_it_comes_back(
    how: Compression, pieces: list[bytes], size: int, is_split: bool
) -> None:
    """Also of several members or frames behind each other, as the standards allow."""
    data = (
        b"".join(OTHERS[how][0](each) for each in pieces)
        if is_split and pieces
        else compressed(b"".join(pieces), how)
    )
    stream = Expander(io.BytesIO(data), how)

    assert b"".join(iter(lambda: stream.read(size), b"")) == b"".join(pieces)
    assert expanded(data, how, 2000) == b"".join(pieces)


# What is refused


@both
@pytest.mark.parametrize("data", [b"", b"{}", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"\0" * 40])
def test_what_is_not_compressed_so_is_refused(how: Compression, data: bytes) -> None:
    with pytest.raises(LoadError) as caught:
        load(io.BytesIO(data), format=f"json{how}")

    assert caught.value.findings[0].code == "E100"


@both
def test_every_truncation_is_refused(how: Compression) -> None:
    data = compressed(f"{dumps(RECORD)}\n".encode(), how)

    for length in range(len(data)):
        with pytest.raises(LoadError):
            load(io.BytesIO(data[:length]), format=f"json{how}")
        with pytest.raises(LoadError):
            list(load_many(io.BytesIO(data[:length]), format=f"jsonl{how}"))


@both
def test_damage_is_noticed(how: Compression) -> None:
    """Both forms end with a sum over the content."""
    data = bytearray(compressed(dumps(example()).encode(), how))
    data[-1] ^= 1

    with pytest.raises(LoadError) as caught:
        load(io.BytesIO(bytes(data)), format=f"json{how}")

    assert caught.value.findings[0].code == "E100"


@both
def test_garbage_behind_it_is_refused(how: Compression) -> None:
    data = compressed(dumps(RECORD).encode(), how) + b"garbage"

    with pytest.raises(LoadError):
        load(io.BytesIO(data), format=f"json{how}")


@both
def test_document_may_be_as_large_as_the_limit_and_no_larger(how: Compression) -> None:
    data = compressed(dumps(RECORD).encode() + b" " * 5000, how)
    size = len(dumps(RECORD).encode()) + 5000

    assert load(io.BytesIO(data), format=f"json{how}", limits=Limits(max_bytes=size)) == RECORD
    for most in (size - 1, len(data) - 1):
        with pytest.raises(LoadError) as caught:
            load(io.BytesIO(data), format=f"json{how}", limits=Limits(max_bytes=most))
        assert caught.value.findings[0].code == "E113"


def test_frame_that_needs_much_memory_is_refused() -> None:
    options = {zstd.CompressionParameter.window_log: 27, zstd.CompressionParameter.checksum_flag: 0}
    stream = zstd.ZstdCompressor(options=options)
    data = stream.compress(dumps(RECORD).encode(), stream.FLUSH_BLOCK) + stream.flush()

    with pytest.raises(LoadError) as caught:
        load(io.BytesIO(data), format="json.zst")

    assert caught.value.findings[0].code == "E113"
    assert "--long" in caught.value.findings[0].help


@both
def test_file_opened_for_text_is_refused(how: Compression) -> None:
    for work in (
        lambda: load(io.StringIO(), format=f"json{how}"),
        lambda: dump(RECORD, io.StringIO(), format=f"json{how}"),
        lambda: dump(RECORD, io.StringIO(), format="msgpack"),
    ):
        with pytest.raises(InvalidValueError, match=r"'[rw]b'"):
            work()


@both
def test_error_while_a_file_is_written_leaves_nothing(tmp_path: Path, how: Compression) -> None:
    with pytest.raises(InvalidValueError):
        dump_many([RECORD, None], tmp_path / f"c.jsonl{how}")  # type: ignore[list-item] # what the test is about

    assert list(tmp_path.iterdir()) == []


def test_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name in {"backports", "compression"}:
            raise ModuleNotFoundError(name=name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError) as caught:
        dump(RECORD, tmp_path / "c.json.zst")

    assert caught.value.extra == "zstd"
    assert list(tmp_path.iterdir()) == []
    dump(RECORD, tmp_path / "c.json.gz")
    assert zlib.decompress((tmp_path / "c.json.gz").read_bytes(), 31)
