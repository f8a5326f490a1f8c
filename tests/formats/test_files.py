"""Files and streams: read up to a limit, replaced as a whole or not at all."""

import io
import os
import stat
from pathlib import Path

import pytest

import confmodel
from confmodel import Conference, InvalidValueError, Limits, LoadError

RECORD = Conference(id="c", name="Genève")
TEXT = '{"confmodel":"1.0","id":"c","name":"Genève"}\n'


def test_file_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "c.json"

    confmodel.dump(RECORD, path)

    assert path.read_bytes() == TEXT.encode()
    assert confmodel.load(path) == confmodel.load(str(path)) == RECORD


def test_streams_of_bytes_and_of_text_come_back() -> None:
    binary, text = io.BytesIO(), io.StringIO()

    confmodel.dump(RECORD, binary)
    confmodel.dump(RECORD, text)

    assert binary.getvalue() == TEXT.encode()
    assert text.getvalue() == TEXT
    assert confmodel.load(io.BytesIO(binary.getvalue())) == RECORD
    assert confmodel.load(io.StringIO(text.getvalue())) == RECORD


def test_indented_text_is_read_too(tmp_path: Path) -> None:
    confmodel.dump(RECORD, tmp_path / "c.json", indent=2)

    assert (tmp_path / "c.json").read_text("utf-8").startswith('{\n  "confmodel": "1.0",\n')
    assert confmodel.load(tmp_path / "c.json") == RECORD


def test_mode_of_a_replaced_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text("old")
    path.chmod(0o640)

    confmodel.dump(RECORD, path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()

    confmodel.dump(RECORD, tmp_path / "c.json")

    assert (tmp_path / "c.json").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")

    confmodel.dump(RECORD, tmp_path / "link.json")

    assert (tmp_path / "link.json").is_symlink()
    assert confmodel.load(tmp_path / "real.json") == RECORD


def test_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.json"
    path.write_text("old")

    def fail(_: int) -> None:
        message = "no space left"
        raise OSError(message)

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space left"):
        confmodel.dump(RECORD, path)

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_missing_file_is_the_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        confmodel.load(tmp_path / "absent.json")


def test_too_large_a_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(b" " * 5000)

    with pytest.raises(LoadError) as caught:
        confmodel.load(path, limits=Limits(max_bytes=100))

    assert caught.value.findings[0].code == "E113"
    assert "101 bytes" in caught.value.findings[0].message


@pytest.mark.parametrize("wrong", [None, 3, RECORD])
def test_what_is_no_file_is_refused(wrong: object) -> None:
    with pytest.raises(InvalidValueError):
        confmodel.load(wrong)  # type: ignore[arg-type] # what the test is about
    with pytest.raises(InvalidValueError):
        confmodel.dump(RECORD, wrong)  # type: ignore[arg-type] # what the test is about


def test_what_is_no_record_is_not_written() -> None:
    with pytest.raises(InvalidValueError) as caught:
        confmodel.dumps({"id": "c"})  # type: ignore[arg-type] # what the test is about

    assert caught.value.code == "E101"
