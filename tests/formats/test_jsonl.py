"""JSON Lines: many records, read piece by piece; a faulty line does not spoil the others."""

import gc
import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import confmodel
from confmodel import (
    Conference,
    InvalidValueError,
    Limits,
    LoadError,
    dump_many,
    dumps,
    load_many,
)
from confmodel.formats import jsonl
from confmodel.strategies import conferences
from tests.formats.records import all_records

A, B, C = (Conference(id=each, name=each.upper()) for each in "abc")


def lines_of(*records: Conference) -> bytes:
    return b"".join(f"{dumps(each)}\n".encode() for each in records)


def read(data: bytes, *, limits: Limits | None = None) -> tuple[list[Conference], list[LoadError]]:
    """Read what can be read, and gather what cannot."""
    faults: list[LoadError] = []
    stream = io.BytesIO(data)
    found = list(
        load_many(stream, format="jsonl", limits=limits or Limits(), on_error=faults.append)
    )
    return found, faults


class Pieces:
    """A stream that gives what it has in pieces of one size, however much is asked for."""

    def __init__(self, data: bytes, size: int) -> None:
        self.data, self.size = data, size

    def read(self, _: int) -> bytes:
        piece, self.data = self.data[: self.size], self.data[self.size :]
        return piece


# There and back


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson", ".jsonl.gz", ".jsonl.zst"])
def test_every_record_comes_back(tmp_path: Path, suffix: str) -> None:
    if suffix.endswith(".zst"):
        pytest.importorskip("backports.zstd", reason="backports.zstd is not installed")
    path = tmp_path / f"all{suffix}"
    records = list(all_records().values())

    assert dump_many(iter(records), path) == ()
    assert list(load_many(path)) == records


@given(records=st.lists(conferences(), max_size=2))
@settings(max_examples=5)
def test_generated_records_come_back(records: list[Conference]) -> None:
    stream = io.BytesIO()
    dump_many(records, stream, format="jsonl")

    assert stream.getvalue() == lines_of(*records)
    assert list(load_many(io.BytesIO(stream.getvalue()), format="jsonl")) == records


@given(
    size=st.integers(1, 200),
    ends=st.lists(st.sampled_from(["\n", "\r\n", "\n \n\n"]), min_size=3, max_size=3),
)
def test_pieces_and_line_ends_make_no_difference(size: int, ends: list[str]) -> None:
    data = "".join(dumps(each) + end for each, end in zip((A, B, C), ends, strict=True)).encode()
    pieces = Pieces(data + b"\n{}", size)
    faults: list[LoadError] = []
    found = list(load_many(pieces, format="jsonl", on_error=faults.append))  # type: ignore[arg-type] # all that is asked of a file

    assert found == [A, B, C]
    assert [each.line for each in faults] == [data.count(b"\n") + 2]


def test_text_is_read_and_written_too() -> None:
    stream = io.StringIO()
    dump_many([A, B], stream, format="jsonl")

    assert list(load_many(io.StringIO(stream.getvalue()), format="jsonl")) == [A, B]


def test_file_without_records_gives_none(tmp_path: Path) -> None:
    dump_many([], tmp_path / "none.jsonl")

    assert list(load_many(tmp_path / "none.jsonl")) == []
    assert read(b"\n \n\r\n") == ([], [])


# Formats of one document


@pytest.mark.parametrize("suffix", [".json", ".yaml", ".msgpack", ".json.gz"])
def test_file_of_one_document_gives_one_record(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    dump_many([A], path)

    assert confmodel.load(path) == A
    assert list(load_many(path)) == [A]


@pytest.mark.parametrize(("records", "words"), [([], "none"), ([A, B], "several")])
def test_format_of_one_document_takes_just_one(
    tmp_path: Path, records: list[Conference], words: str
) -> None:
    with pytest.raises(InvalidValueError, match=words):
        dump_many(records, tmp_path / "a.json")

    assert list(tmp_path.iterdir()) == []


def test_fault_of_a_single_document_is_handed_over_too(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}")
    faults: list[LoadError] = []

    assert list(load_many(path, on_error=faults.append)) == []
    assert faults[0].line is None
    with pytest.raises(LoadError):
        next(load_many(path))


def test_file_of_lines_is_no_single_document(tmp_path: Path) -> None:
    for work in (
        lambda: confmodel.load(tmp_path / "a.jsonl"),
        lambda: confmodel.dump(A, tmp_path / "a.jsonl"),
    ):
        with pytest.raises(InvalidValueError, match="_many"):
            work()


# Faulty lines


def test_first_faulty_line_ends_the_reading_with_its_number() -> None:
    found = load_many(io.BytesIO(lines_of(A) + b'\n{"id":"b"}\n' + lines_of(C)), format="jsonl")

    assert next(found) == A
    with pytest.raises(LoadError) as caught:
        next(found)
    assert caught.value.line == 3
    assert caught.value.findings[0].pointer == "/name"
    assert caught.value.findings[0].where == "line 3"
    assert list(found) == []


def test_faulty_lines_are_gathered_and_the_others_read() -> None:
    data = lines_of(A) + b'{"id": "b" "name"}\n{"id":"B","nmae":1}\n' + lines_of(C) + b"{"
    found, faults = read(data)

    assert found == [A, C]
    assert [each.line for each in faults] == [2, 3, 5]
    assert faults[0].findings[0].where.startswith("line 2, column ")
    assert len(faults[1].findings) == 3


def test_faults_and_records_come_in_the_order_of_the_file() -> None:
    order: list[object] = []
    data = b"{}\n" + lines_of(A) + b"{}\n" + lines_of(B)
    for record in load_many(
        io.BytesIO(data), format="jsonl", on_error=lambda error: order.append(error.line)
    ):
        order.append(record.id)  # noqa: PERF401 - the order is the point

    assert order == [1, "a", 3, "b"]


def test_callback_may_end_the_reading() -> None:
    def stop(error: LoadError) -> None:
        raise RuntimeError(str(error.line))

    with pytest.raises(RuntimeError, match="2"):
        list(load_many(io.BytesIO(lines_of(A) + b"{}\n"), format="jsonl", on_error=stop))


def test_error_travels_with_its_line() -> None:
    import pickle  # noqa: PLC0415 - only here

    _, faults = read(b"{}\n")
    again = pickle.loads(pickle.dumps(faults[0]))  # noqa: S301 - our own

    assert (again.line, again.findings) == (1, faults[0].findings)


def test_line_that_is_too_long_is_named_once_and_the_next_one_read() -> None:
    limits = Limits(max_bytes=400_000)
    long = b'{"id":"' + b"x" * 3_000_000 + b'"}\n'
    found, faults = read(long + lines_of(A) + long[:-1], limits=limits)

    assert found == [A]
    assert [(each.line, each.findings[0].code) for each in faults] == [(1, "E113"), (3, "E113")]


def test_line_behind_one_that_is_too_long_is_read_also_where_a_piece_is_all_line_ends() -> None:
    piece = jsonl._CHUNK
    limits = Limits(max_bytes=2 * piece)
    long = b"x" * (3 * piece) + b"\n" * piece

    found, faults = read(long + lines_of(C), limits=limits)

    assert found == [C]
    assert [each.line for each in faults] == [1]


def test_nothing_but_line_ends_is_no_file_to_read_for_ever() -> None:
    found, faults = read(b"\n" * 1_000_000 + lines_of(A), limits=Limits(max_bytes=400_000))

    assert found == [A]
    assert {each.findings[0].code for each in faults} == {"E113"}


def test_byte_order_mark_is_refused_in_the_first_line() -> None:
    found, faults = read(b"\xef\xbb\xbf" + lines_of(A, B))

    assert found == [B]
    assert "byte order mark" in faults[0].findings[0].message


# Files


def test_nothing_is_opened_before_the_first_record_is_asked_for(tmp_path: Path) -> None:
    records = load_many(tmp_path / "absent.jsonl")

    with pytest.raises(FileNotFoundError):
        next(records)


@pytest.mark.parametrize("wrong", [None, 3, A])
def test_what_is_no_file_is_refused_at_once(wrong: object) -> None:
    with pytest.raises(InvalidValueError):
        load_many(wrong)  # type: ignore[arg-type] # what the test is about
    with pytest.raises(InvalidValueError):
        dump_many([A], wrong)  # type: ignore[arg-type] # what the test is about


def test_records_may_be_written_into_the_file_that_they_come_from(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    dump_many([A, B, C], path)

    dump_many((each for each in load_many(path) if each != B), path)

    assert list(load_many(path)) == [A, C]


def test_failing_source_of_records_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    dump_many([A], path)

    def failing() -> Iterator[Conference]:
        yield B
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError, match="no more"):
        dump_many(failing(), path)

    assert list(load_many(path)) == [A]
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_record_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError):
        dump_many([A, "b"], tmp_path / "all.jsonl")  # type: ignore[list-item] # what the test is about

    assert list(tmp_path.iterdir()) == []


# Cost


def test_collector_is_on_while_the_caller_works_and_afterwards() -> None:
    states = [gc.isenabled() for _ in load_many(io.BytesIO(lines_of(A, B)), format="jsonl")]

    assert states == [True, True]
    assert gc.isenabled()


class Repeated:
    """A file of the same lines, so many times, none of which is kept."""

    def __init__(self, lines: bytes, times: int) -> None:
        self.lines, self.times = lines, times

    def read(self, _: int) -> bytes:
        self.times -= 1
        return self.lines if self.times >= 0 else b""


def peak(times: int) -> int:
    stream: IO[bytes] = Repeated(lines_of(A, B, C) * 20, times)  # type: ignore[assignment] # all that is asked of a file
    tracemalloc.start()
    try:
        for _ in jsonl.read_many(stream):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_file() -> None:
    peak(1)  # whatever is loaded at the first use

    assert peak(60) < 1.2 * peak(6)
