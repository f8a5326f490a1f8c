"""CSV tables: safe in a spreadsheet, and the same again when they are read."""

import csv as judge
import io
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import Conference, InvalidValueError, Limits, LoadError, example
from confmodel.formats import csv, tables
from confmodel.model import Delegate
from confmodel.strategies import conferences
from tests.formats.records import all_records

LAKESIDE = example("lakeside-2031")
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "'",
    "'=1",
    '"',
    "a,b",
    "",
]


def star() -> list[Conference]:
    return [
        attrs.evolve(record, id=f"c{n}-{record.id}")
        for n, record in enumerate(all_records().values())
    ]


def again(folder: Path, *, check: bool = True) -> list[Conference]:
    return list(csv.read_many(folder, check=check))


def with_texts(texts: list[str]) -> Conference:
    delegates = [Delegate(id=f"d{n}", note=text) for n, text in enumerate(texts)]
    return Conference(id="c", name="C", delegates=delegates)


def findings(folder: Path, **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(LoadError) as caught:
        list(csv.read_many(folder, **options))
    return [(each.code, each.message) for each in caught.value.findings]


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    """Leave the disk out of it: most tests are about what is written, not when."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "lakeside"
    csv.write_many([LAKESIDE], made)
    return made


# There and back


@pytest.mark.parametrize("is_guarded", [True, False])
def test_records_come_back_equal(tmp_path: Path, is_guarded: bool) -> None:
    csv.write_many(star(), tmp_path / "star", is_guarded=is_guarded)

    assert again(tmp_path / "star", check=False) == star()


@given(record=conferences())
def test_generated_record_comes_back_equal(
    tmp_path_factory: pytest.TempPathFactory, record: Conference
) -> None:
    folder = tmp_path_factory.mktemp("csv") / "star"
    csv.write_many([record], folder)

    assert again(folder) == [record]


@given(texts=st.lists(st.text(st.characters(codec="utf-8")) | st.sampled_from(FORMULAS)))
def test_every_text_comes_back_guarded_or_not(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("csv") / "star"
    for is_guarded in (True, False):
        csv.write_many([with_texts(texts)], folder, is_guarded=is_guarded)
        assert again(folder) == [with_texts(texts)]


def test_naughty_strings_come_back(tmp_path: Path, shared: Path) -> None:
    path = shared / "suites" / "naughty-strings" / "strings.json"
    record = with_texts(json.loads(path.read_text("utf-8")))
    csv.write_many([record], tmp_path / "star")

    assert again(tmp_path / "star") == [record]


def test_same_records_give_the_same_bytes(tmp_path: Path, folder: Path) -> None:
    csv.write_many(iter([LAKESIDE]), tmp_path / "again")

    for file in folder.iterdir():
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes()


# What stands in the files


def test_no_cell_begins_like_a_formula(tmp_path: Path) -> None:
    csv.write_many([with_texts(FORMULAS)], tmp_path / "star")
    text = (tmp_path / "star" / "delegates.csv").read_bytes().decode()

    # The reader of the standard library is the judge of what a cell is.
    cells = [
        cell for row in judge.reader(io.StringIO(text, newline=""), strict=True) for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n＝"))]
    assert "'=1+1" in cells
    assert "''" in cells
    assert "''=1" in cells


def test_other_readers_see_the_same_cells(folder: Path) -> None:
    rows = tables.rows([LAKESIDE])
    for file in folder.iterdir():
        with file.open(encoding="utf-8", newline="") as stream:
            seen = list(judge.DictReader(stream, strict=True))
        expected = rows[file.stem]
        assert len(seen) == len(expected)
        for theirs, ours in zip(seen, expected, strict=True):
            assert theirs.keys() == ours.keys()
            for column, cell in ours.items():
                if isinstance(cell, str):
                    assert theirs[column].removeprefix("'") == cell
                else:
                    assert (theirs[column] == "") == (cell is None)


def test_table_without_rows_has_no_file(folder: Path) -> None:
    rows = tables.rows([LAKESIDE])

    assert {each.stem for each in folder.iterdir()} == {name for name in rows if rows[name]}


def test_no_records_are_one_header(tmp_path: Path) -> None:
    csv.write_many([], tmp_path / "star")

    assert [each.name for each in (tmp_path / "star").iterdir()] == ["conferences.csv"]
    assert again(tmp_path / "star") == []


def test_what_a_spreadsheet_makes_of_a_file_is_read(folder: Path) -> None:
    """A byte order mark, capitals, and lines of which the empty end is cut."""
    path = folder / "delegates.csv"
    lines = [line.rstrip(",") for line in path.read_text("utf-8").splitlines()]
    path.write_text("\n".join(lines), "utf-8-sig")
    offices = folder / "offices.csv"
    offices.write_text(offices.read_text("utf-8").replace("false", "FALSE"), "utf-8")

    assert again(folder) == [LAKESIDE]


# What cannot be read


def write(folder: Path, name: str, text: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    if not (folder / "conferences.csv").exists():
        (folder / "conferences.csv").write_text("id,name\r\nc,C\r\n", "utf-8")
    data = text if isinstance(text, bytes) else text.encode()
    (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize(
    ("name", "text", "code", "words"),
    [
        ("sources.csv", b"id\n\xff", "E100", "sources.csv: byte 3 is not UTF-8"),
        ("sources.csv", 'id\n"x', "E100", "sources.csv: row 2: a quotation mark stands alone"),
        ("sources.csv", 'id\nx"y"\n', "E100", "row 2: a quotation mark stands alone"),
        ("sources.csv", "id,id\n", "E116", "two columns 'id'"),
        ("sources.csv", "id\nx,y\n", "E100", "sources.csv, row 2 has 2 cells, and the header 1"),
        ("sources.csv", "," * 2000, "E113", "more than 1000 cells"),
        ("sources.csv", "conference_id,position,id\nc,-1,x\n", "E101", "row 2, position: '-1'"),
        ("sources.csv", "conference_id,position,id\nc,0,X\n", "E104", "sources.csv, row 2, id: "),
        ("sources.csv", "conference_id,position,id,is_extract\nc,0,x,no\n", "E101", "neither true"),
        ("sources.csv", "conference_id,position,id,titel\nc,0,x,T\n", "E103", "no column 'titel'"),
        ("figures.csv", "value\n1e400\n", "E101", "is no number"),
        ("source.csv", "id\n", "E103", "source.csv: no table is called 'source'"),
    ],
)  # fmt: skip
def test_fault_is_told_with_its_file_and_row(
    tmp_path: Path, name: str, text: str | bytes, code: str, words: str
) -> None:
    found = findings(write(tmp_path / "star", name, text))

    assert [(each, words in message) for each, message in found if each == code] == [(code, True)]


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path / "star", "sources.csv", "position\nx\n,y\n")
    write(tmp_path / "star", "names.csv", b"\xff")

    assert [code for code, _ in findings(tmp_path / "star")] == ["E100", "E100", "E101"]


def test_folder_without_conferences_is_refused(tmp_path: Path) -> None:
    assert findings(tmp_path)[0][0] == "E100"


def test_missing_folder_is_the_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        again(tmp_path / "absent")


@pytest.mark.parametrize("limits", [Limits(max_bytes=1000), Limits(max_objects=10)])
def test_too_large_a_folder_is_refused(folder: Path, limits: Limits) -> None:
    assert {code for code, _ in findings(folder, limits=limits)} == {"E113"}


def test_headers_are_no_rows_of_a_limit(folder: Path) -> None:
    count = sum(map(len, tables.rows([LAKESIDE]).values()))

    assert list(csv.read_many(folder, limits=Limits(max_objects=count))) == [LAKESIDE]
    assert findings(folder, limits=Limits(max_objects=count - 1)) != []


def test_cell_of_a_million_characters_comes_back(tmp_path: Path) -> None:
    record = with_texts(['"' * 1_000_000])
    csv.write_many([record], tmp_path / "star")

    assert again(tmp_path / "star") == [record]


@given(data=st.binary(max_size=60) | st.text("id,\"\n\r'=", max_size=40).map(str.encode))
def test_any_bytes_give_records_or_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("csv")
    (folder / "conferences.csv").write_bytes(data)
    try:
        again(folder)
    except LoadError as error:
        assert error.findings


# The folder


def test_every_file_is_flushed_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    csv.write_many([LAKESIDE], tmp_path / "star")

    # The files, the folder, and the folder that it lies in.
    assert len(flushed) == len(list((tmp_path / "star").iterdir())) + 2


def test_folder_is_replaced_as_a_whole(folder: Path) -> None:
    csv.write_many([Conference(id="c", name="C")], folder)

    assert [each.name for each in folder.iterdir()] == ["conferences.csv"]
    assert [each.name for each in folder.parent.iterdir()] == [folder.name]


def test_folder_with_something_else_is_not_touched(folder: Path) -> None:
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(InvalidValueError) as caught:
        csv.write_many([], folder)

    assert "notes.txt" in caught.value.message
    assert again(folder) == [LAKESIDE]


def test_folder_that_is_called_as_a_table_is_not_touched(folder: Path) -> None:
    (folder / "sources.csv").unlink()
    (folder / "sources.csv").mkdir()
    (folder / "sources.csv" / "thesis.docx").write_text("mine")
    with pytest.raises(InvalidValueError) as caught:
        csv.write_many([], folder)

    assert "sources.csv" in caught.value.message
    assert (folder / "sources.csv" / "thesis.docx").read_text() == "mine"


def test_file_in_place_of_the_folder_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "star").write_text("mine")
    with pytest.raises(InvalidValueError):
        csv.write_many([], tmp_path / "star")

    assert (tmp_path / "star").read_text() == "mine"


def test_failed_write_leaves_the_old_files_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        message = "no space left"
        raise OSError(message)

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space left"):
        csv.write_many([], folder)

    assert again(folder) == [LAKESIDE]
    assert list(folder.parent.iterdir()) == [folder]


def test_failed_exchange_puts_the_old_folder_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.suffix == ".tmp":
            message = "not now"
            raise OSError(message)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="not now"):
        csv.write_many([], folder)

    assert again(folder) == [LAKESIDE]
    assert list(folder.parent.iterdir()) == [folder]


def test_wrong_records_leave_the_folder_as_it_was(folder: Path) -> None:
    with pytest.raises(InvalidValueError):
        csv.write_many([LAKESIDE, LAKESIDE], folder)

    assert again(folder) == [LAKESIDE]


def test_new_folder_has_the_usual_mode(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "usual").mkdir()

    assert folder.stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_mask_of_the_process_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other threads make files meanwhile."""
    monkeypatch.setattr(os, "umask", lambda _: pytest.fail("the mask was set"))

    csv.write_many([LAKESIDE], tmp_path / "star")

    assert again(tmp_path / "star") == [LAKESIDE]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_private_folder_stays_private(folder: Path) -> None:
    folder.chmod(0o700)
    csv.write_many([LAKESIDE], folder)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_delegate_of_no_name_is_told_from_one_of_an_empty_note(tmp_path: Path) -> None:
    record = Conference(
        id="c", name="C", delegates=[Delegate(id="a", note=""), Delegate(id="b", note=None)]
    )
    csv.write_many([record], tmp_path / "star")

    assert [each.note for each in again(tmp_path / "star")[0].delegates] == ["", None]
