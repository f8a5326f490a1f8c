"""Files and streams: read up to a limit, replaced as a whole or not at all."""

import errno
import io
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import confmodel
from confmodel import Conference, InvalidValueError, Limits, LoadError
from confmodel.codec import _files

ROOT = Path(__file__).resolve().parents[2]
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


@pytest.mark.parametrize("encoding", ["ascii", "utf-16", "cp1252"])
@pytest.mark.parametrize("kind", ["json", "yaml", "jsonl"])
def test_file_that_was_opened_in_another_encoding_is_refused(
    tmp_path: Path, encoding: str, kind: str
) -> None:
    path = tmp_path / "c"
    path.write_bytes(TEXT.replace("Genève", "Čačak").encode())

    with path.open(encoding=encoding) as stream, pytest.raises(LoadError) as caught:
        list(confmodel.load_many(stream, format=kind))

    (finding,) = caught.value.findings
    assert (finding.code, finding.pointer) == ("E100", "")
    assert finding.message == f"the file was opened as {encoding}, and cannot be read as that"
    assert finding.help == "open it for bytes (mode 'rb'), or as what it was written in"


def test_error_of_the_one_who_is_told_is_none_of_the_file() -> None:
    def tell(_: LoadError) -> None:
        "č".encode("ascii")

    with pytest.raises(UnicodeEncodeError):
        list(confmodel.load_many(io.StringIO("{}"), format="jsonl", on_error=tell))


def test_indented_text_is_read_too(tmp_path: Path) -> None:
    confmodel.dump(RECORD, tmp_path / "c.json", indent=2)

    assert (tmp_path / "c.json").read_text("utf-8").startswith('{\n  "confmodel": "1.0",\n')
    assert confmodel.load(tmp_path / "c.json") == RECORD


def test_one_record_is_indented_by_dump_many_as_by_dump(tmp_path: Path) -> None:
    confmodel.dump(RECORD, tmp_path / "one.json", indent=2)
    confmodel.dump_many([RECORD], tmp_path / "many.json", indent=2)

    assert (tmp_path / "many.json").read_bytes() == (tmp_path / "one.json").read_bytes()


@pytest.mark.parametrize("form", ["jsonl", "csv", "yaml"])
def test_many_records_are_not_indented(tmp_path: Path, form: str) -> None:
    with pytest.raises(confmodel.InvalidValueError) as caught:
        confmodel.dump_many([RECORD], tmp_path / "many", format=form, indent=2)

    assert caught.value.path == "indent"
    assert not (tmp_path / "many").exists()


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


def test_mask_of_the_process_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other threads make files meanwhile."""
    monkeypatch.setattr(os, "umask", lambda _: pytest.fail("the mask was set"))

    confmodel.dump(RECORD, tmp_path / "c.json")

    assert confmodel.load(tmp_path / "c.json") == RECORD


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


def test_private_file_stays_private_while_it_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.json"
    path.write_text("old")
    path.chmod(0o600)
    modes: list[int] = []

    def look(_: int) -> None:
        modes.extend(stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir())

    monkeypatch.setattr(os, "fsync", look)
    confmodel.dump(RECORD, path)

    assert modes == [0o600, 0o600, 0o600]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe.json"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()

    confmodel.dump(RECORD, path)
    reader.join(10)

    assert read == [TEXT.encode()]
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"directory|denied"):
        confmodel.dump(RECORD, tmp_path, format="json")


@pytest.mark.skipif(os.name == "nt", reason="Windows writes no folder through")
@pytest.mark.parametrize(("number", "is_error"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_folder_is_written_through_where_that_is_possible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, is_error: bool
) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, "no")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    path = tmp_path / "c.json"
    if is_error:
        with pytest.raises(OSError, match="no"):
            confmodel.dump(RECORD, path)
    else:
        confmodel.dump(RECORD, path)

    assert path.read_text("utf-8") == TEXT


def left_behind(folder: Path, name: str, *, seconds: float) -> Path:
    """Make a temporary file that was last written to some time ago."""
    file = folder / name
    file.write_text("a part")
    then = file.stat().st_mtime - seconds
    os.utime(file, (then, then))
    return file


def test_what_killed_writers_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl", reason="the system has no such locks")
    stale = left_behind(tmp_path, ".confmodel-0123.tmp", seconds=120)
    kept = {
        left_behind(tmp_path, ".confmodel-4567.tmp", seconds=0),
        left_behind(tmp_path, ".confmodel-89ab.tmp", seconds=120),
        left_behind(tmp_path, ".other.tmp", seconds=120),
        tmp_path / "c.json",
    }

    with (tmp_path / ".confmodel-89ab.tmp").open("rb+") as in_use:
        fcntl.flock(in_use, fcntl.LOCK_EX)
        confmodel.dump(RECORD, tmp_path / "c.json")

    assert not stale.exists()
    assert set(tmp_path.iterdir()) == kept


def test_file_is_marked_as_in_use_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that no other process sweeps it, however long it takes."""
    pytest.importorskip("fcntl", reason="the system has no such locks")
    swept = []

    def sweep_meanwhile(_: int) -> None:
        for each in tmp_path.glob(".confmodel-*.tmp"):
            os.utime(each, (0, 0))
            _files.sweep.cache_clear()
            _files.sweep(tmp_path)
            swept.append(not each.exists())

    monkeypatch.setattr(os, "fsync", sweep_meanwhile)
    confmodel.dump(RECORD, tmp_path / "c.json")

    assert swept == [False]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_file_is_whole_whenever_its_writer_is_killed() -> None:
    """A sample of `make crash`."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "crash.py"), "20"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 torn files" in done.stdout


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
