"""Arrow, Parquet and the frames: typed, complete, and the same again."""

import datetime
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

from confmodel import (
    Conference,
    InvalidValueError,
    Limits,
    LoadError,
    MissingExtraError,
    example,
)
from confmodel.formats import parquet, tables
from confmodel.formats._tables_schema import TABLES
from confmodel.model import Source
from confmodel.strategies import conferences
from tests.formats.records import all_records

pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
files = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
polars = pytest.importorskip("polars", reason="Polars, the judge, is not installed")

LAKESIDE = example("lakeside-2031")
WARSAW = example()


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    """Leave the disk out of it: these tests are about what is written, not when."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("parquet") / "star"
    parquet.write_many([LAKESIDE, WARSAW], made)
    return made


def copied(folder: Path, tmp_path: Path) -> Path:
    made = tmp_path / "copy"
    made.mkdir()
    for file in folder.iterdir():
        (made / file.name).write_bytes(file.read_bytes())
    return made


def findings(folder: Path, **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(LoadError) as caught:
        list(parquet.read_many(folder, **options))
    return [(each.code, each.message) for each in caught.value.findings]


# There and back


def test_records_of_one_star_come_back_equal() -> None:
    records = [
        attrs.evolve(record, id=f"c{n}-{record.id}")
        for n, record in enumerate(all_records().values())
    ]

    assert tables.from_arrow(tables.to_arrow(records), check=False) == tuple(records)


def test_files_hold_the_same_records(folder: Path) -> None:
    assert list(parquet.read_many(folder)) == [LAKESIDE, WARSAW]


@given(record=conferences())
def test_generated_record_comes_back_equal(record: Conference) -> None:
    assert tables.from_arrow(tables.to_arrow([record])) == (record,)


def test_same_records_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    parquet.write_many(iter([LAKESIDE, WARSAW]), tmp_path / "again")

    for file in folder.iterdir():
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes()


def test_all_tables_are_there_with_one_schema(folder: Path, tmp_path: Path) -> None:
    parquet.write_many([], tmp_path / "empty")

    assert {each.stem for each in folder.iterdir()} == set(TABLES)
    for file in folder.iterdir():
        schema = files.read_schema(file)
        assert schema.equals(files.read_schema(tmp_path / "empty" / file.name), check_metadata=True)
        assert schema.names == [each.name for each in TABLES[file.stem].columns]
        assert schema.metadata[b"confmodel.tables"] == b"1"
    assert list(parquet.read_many(tmp_path / "empty")) == []


# Others read it


def test_polars_answers_from_the_files_what_the_record_says(folder: Path) -> None:
    statements = polars.read_parquet(folder / "statements.parquet")
    speakers = polars.read_parquet(folder / "statement_speakers.parquet")
    said = statements.join(
        speakers, left_on=["conference_id", "id"], right_on=["conference_id", "owner"]
    ).filter(value="naqvi")

    assert said["id"].to_list() == [each.id for each in WARSAW.statements_of("naqvi")]
    assert said["id"].to_list()


def test_polars_sees_every_cell_as_it_is_written(folder: Path) -> None:
    for name, rows in tables.rows([LAKESIDE, WARSAW]).items():
        seen = polars.read_parquet(folder / f"{name}.parquet").to_dicts()
        assert seen == rows


def test_days_are_days(folder: Path) -> None:
    conferences_ = polars.read_parquet(folder / "conferences.parquet")

    assert conferences_["when_latest"].to_list()[0] == datetime.date(2031, 5, 8)


def test_frames_of_polars_come_back() -> None:
    assert tables.from_arrow(tables.to_polars([LAKESIDE])) == (LAKESIDE,)


def test_frames_of_pandas_come_back() -> None:
    pytest.importorskip("pandas", reason="pandas is no requirement of the tests")
    frames = tables.to_pandas([LAKESIDE])

    assert frames["figures"]["position"].dtype == "int64[pyarrow]"
    assert tables.from_arrow(frames) == (LAKESIDE,)


def test_columns_of_other_types_that_mean_the_same_are_read() -> None:
    arrow = tables.to_arrow([LAKESIDE])
    sources = arrow["sources"]
    place = sources.column_names.index("title")
    arrow["sources"] = sources.set_column(
        place, "title", sources["title"].cast(pyarrow.large_string()).dictionary_encode()
    ).cast(
        pyarrow.schema(
            [
                pyarrow.field(each.name, pyarrow.int32() if each.name == "length" else each.type)
                for each in sources.schema
            ]
        )
    )

    assert tables.from_arrow(arrow) == (LAKESIDE,)


# What cannot be written or read


def test_largest_whole_number_has_room() -> None:
    record = Conference(id="c", name="C", sources=[Source(id="s", length=2**53 - 1)])

    assert tables.from_arrow(tables.to_arrow([record])) == (record,)


def replaced(name: str, change: Callable[[Any], Any]) -> dict[str, Any]:
    arrow = tables.to_arrow([LAKESIDE])
    arrow[name] = change(arrow[name])
    return arrow


@pytest.mark.parametrize(
    ("name", "change", "expected"),
    [
        ("sources", lambda t: t.drop_columns(["id"]), ("E102", "/sources")),
        ("sources", lambda t: t.append_column("x", t["id"]), ("E103", "/sources")),
        ("sources", lambda t: t.append_column("id", t["id"]), ("E101", "/sources/id")),
        ("sources", lambda t: t.rename_columns({"title": "length", "length": "title"}),
         ("E101", "/sources/length")),
        ("sources", lambda t: t.replace_schema_metadata({"confmodel.tables": "2"}),
         ("E108", "/sources")),
    ],
)  # fmt: skip
def test_table_that_is_not_as_the_star_says_is_refused(
    name: str, change: Callable[[Any], Any], expected: tuple[str, str]
) -> None:
    with pytest.raises(LoadError) as caught:
        tables.from_arrow(replaced(name, change))

    assert expected in [(each.code, each.pointer) for each in caught.value.findings]


def test_text_that_is_no_utf_8_is_refused() -> None:
    wrong = pyarrow.array([b"\xff"]).view(pyarrow.string())
    arrow = {"conferences": pyarrow.table({"id": ["c"], "name": wrong})}
    with pytest.raises(LoadError) as caught:
        tables.from_arrow(arrow)

    assert caught.value.findings[0].pointer == "/conferences/name"


@pytest.mark.parametrize("wrong", [3, [], {"conferences": 3}, {"conferences": object()}])
def test_what_is_no_table_is_refused(wrong: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        tables.from_arrow(wrong)

    assert caught.value.code == "E101"


def test_too_many_rows_are_refused(folder: Path) -> None:
    with pytest.raises(LoadError) as caught:
        tables.from_arrow(tables.to_arrow([LAKESIDE]), limits=Limits(max_objects=10))

    assert caught.value.findings[0].code == "E113"
    assert [code for code, _ in findings(folder, limits=Limits(max_objects=10))] == ["E113"]


def test_too_many_bytes_are_refused_packed_or_not(tmp_path: Path) -> None:
    long = Conference(id="c", name="C", sources=[Source(id="s", title="long " * 100_000)])
    parquet.write_many([long], tmp_path / "star")
    packed = sum(each.stat().st_size for each in (tmp_path / "star").iterdir())
    assert packed < 400_000

    assert findings(tmp_path / "star", limits=Limits(max_bytes=1000))[0][0] == "E113"
    ((code, message),) = findings(tmp_path / "star", limits=Limits(max_bytes=400_000))
    assert code == "E113"
    assert "unpack" in message


def test_torn_file_is_refused(folder: Path, tmp_path: Path) -> None:
    torn = copied(folder, tmp_path)
    data = (torn / "sources.parquet").read_bytes()
    (torn / "sources.parquet").write_bytes(data[: len(data) // 2])
    (torn / "votes.parquet").write_bytes(b"")

    found = findings(torn)
    assert [code for code, _ in found] == ["E100", "E100"]
    assert "sources.parquet is not Parquet" in found[0][1]


def test_damaged_file_gives_records_or_an_error_of_ours(folder: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    for name in ("conferences.parquet", "countries.parquet"):
        (damaged / name).write_bytes((folder / name).read_bytes())
    path = damaged / "countries.parquet"
    data = path.read_bytes()
    for place in range(0, len(data), max(1, len(data) // 60)):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
        try:
            list(parquet.read_many(damaged))
        except LoadError as error:
            assert error.findings


def test_missing_folder_is_the_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(parquet.read_many(tmp_path / "absent"))


# Without the libraries


@pytest.mark.parametrize(
    ("module", "extra", "use"),
    [
        ("pyarrow", "arrow", lambda: tables.to_arrow([LAKESIDE])),
        ("pyarrow", "arrow", lambda: tables.from_arrow({})),
        ("pyarrow", "arrow", lambda: list(parquet.read_many(Path()))),
        ("pyarrow", "arrow", lambda: parquet.write_many([], Path("x"))),
        ("polars", "polars", lambda: tables.to_polars([])),
        ("pandas", "pandas", lambda: tables.to_pandas([])),
    ],
)
def test_missing_library_names_the_extra(
    monkeypatch: pytest.MonkeyPatch, module: str, extra: str, use: Callable[[], object]
) -> None:
    for name in [each for each in sys.modules if each.partition(".")[0] == module]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError) as caught:
        use()

    assert caught.value.extra == extra


def test_broken_library_is_not_called_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        message = "No module named 'numpy'"
        raise ModuleNotFoundError(message, name="numpy")

    monkeypatch.setattr("importlib.import_module", fail)
    with pytest.raises(ModuleNotFoundError, match="numpy"):
        tables.to_polars([])
