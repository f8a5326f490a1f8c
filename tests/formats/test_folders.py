"""Folders of tables by their names, among the files that hold many records."""

import io
from pathlib import Path

import pytest

from confmodel import Conference, InvalidValueError, LoadError, dump_many, example, load_many
from confmodel.formats import Carrier, Format, all_formats

FOLDERS = [each for each in all_formats() if each.carrier is Carrier.FOLDER]
RECORDS = [example("warsaw-2026"), example("lakeside-2031")]
A = Conference(id="a", name="A")

folders = pytest.mark.parametrize("kind", FOLDERS, ids=lambda kind: kind.name)


@folders
def test_folder_is_found_by_its_name_or_named(kind: Format, tmp_path: Path) -> None:
    by_suffix, named = tmp_path / f"all{kind.suffixes[0]}", tmp_path / "all"

    assert dump_many(RECORDS, f"{by_suffix}/", strict=True) == ()
    assert dump_many(iter(RECORDS), named, format=kind.name) == ()

    assert list(load_many(f"{by_suffix}/")) == RECORDS
    assert list(load_many(named, format=kind.name)) == RECORDS
    assert {each.suffix for each in named.iterdir()} == {kind.suffixes[0]}


@folders
def test_folder_is_not_compressed(kind: Format, tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="a folder, which is not compressed"):
        dump_many([A], tmp_path / f"all{kind.suffixes[0]}.gz")
    with pytest.raises(InvalidValueError, match=r"leave \.gz out, or write .* as jsonl\.gz"):
        load_many(tmp_path / "all", format=f"{kind.name}.gz")

    assert list(tmp_path.iterdir()) == []


@folders
def test_open_file_is_no_folder(kind: Format) -> None:
    with pytest.raises(InvalidValueError, match="give the path of the folder"):
        dump_many([A], io.BytesIO(), format=kind.name)
    with pytest.raises(InvalidValueError, match="give the path of the folder"):
        load_many(io.BytesIO(), format=kind.name)


def test_folder_that_holds_something_else_is_kept(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine")

    with pytest.raises(InvalidValueError, match=r"note\.txt"):
        dump_many([A], tmp_path, format="csv")

    assert [each.name for each in tmp_path.iterdir()] == ["note.txt"]


def test_folder_that_is_not_there_is_said_when_it_is_read(tmp_path: Path) -> None:
    records = load_many(tmp_path / "none.csv")

    with pytest.raises(FileNotFoundError):
        next(records)


def test_faults_of_a_folder_are_raised_or_told_once(tmp_path: Path) -> None:
    dump_many(RECORDS, tmp_path / "all.csv")
    table = tmp_path / "all.csv" / "delegations.csv"
    table.write_text(table.read_text("utf-8").replace("attended", "came"), "utf-8")
    told: list[LoadError] = []

    assert list(load_many(tmp_path / "all.csv", on_error=told.append)) == []
    with pytest.raises(LoadError) as caught:
        list(load_many(tmp_path / "all.csv"))

    assert [error.findings for error in told] == [caught.value.findings]
    assert len(caught.value.findings) > 1
    assert caught.value.findings[0].message.startswith("delegations.csv, row 2")


@pytest.mark.parametrize("is_put_back", [True, False])
def test_old_tables_are_not_lost_if_the_new_ones_cannot_take_their_place(
    is_put_back: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where another writer was quicker; what cannot be put back stays beside its place."""
    folder = tmp_path / "all.csv"
    dump_many(RECORDS, folder)
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if target == folder and not (is_put_back and path.name == folder.name):
            raise OSError("no place")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="no place"):
        dump_many([A], folder)

    (kept,) = tmp_path.iterdir()
    assert kept == folder if is_put_back else kept.suffix == ".old"
    assert list(load_many(folder if is_put_back else kept / folder.name)) == RECORDS
