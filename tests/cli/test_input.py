"""What is read: limits, the standard input, and the texts of sources."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from confmodel import Limits
from confmodel.cli._findings import remedy_of
from confmodel.errors import Finding
from tests.cli.conftest import Run

RECORD = (
    '{"id":"c","name":"C","sources":[{"id":"note"}],'
    '"evidence":[{"source":"note","exact":"agreed"}]}'
)
TEXT = "They agreed."
WITH_TEXT = ("--text", "note=note.txt")
READERS = [
    ("anchor", *WITH_TEXT),
    ("check",),
    ("convert",),
    ("report",),
    ("seal", *WITH_TEXT),
    ("show",),
]
TAKE_TEXTS = pytest.mark.parametrize("command", ["anchor", "check", "report", "seal"])


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("c.json").write_text(RECORD, encoding="utf-8")
    Path("note.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


# --- limits ---------------------------------------------------------------------


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("option", ["--max-bytes", "--max-objects"])
def test_document_above_a_limit_is_refused_with_the_option_that_lets_it_in(
    run: Run, command: tuple[str, ...], option: str
) -> None:
    refused = run(*command, "c.json", option, "3")
    read = run(*command, "c.json", option, "200")

    assert refused.exit_code == 1
    assert "E113" in refused.output
    assert f"allow more with {option}" in refused.output.replace("\n         ", " ")
    assert read.exit_code == 0


def test_limits_may_be_above_those_of_the_library(run: Run) -> None:
    most = Limits().max_bytes
    Path("long.json").write_text(RECORD + " " * most, encoding="utf-8")

    assert run("check", "long.json").exit_code == 1
    assert run("check", "long.json", "--max-bytes", str(2 * most)).exit_code == 0
    assert run("check", "long.json", "--max-bytes", str(2**53 - 1)).exit_code == 0


@pytest.mark.parametrize("number", ["0", "-1", "many", str(2**53)])
def test_limit_that_is_none_is_wrong_usage(run: Run, number: str) -> None:
    result = run("check", "c.json", "--max-bytes", number)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.replace("-", "_").count("max_bytes") == 1


def test_remedy_for_a_program_names_the_option_too(run: Run) -> None:
    result = run("check", "c.json", "--max-bytes", "9", "--format", "json")

    (finding,) = json.loads(result.stdout)["findings"]
    assert finding["help"] == "split the document, or allow more with --max-bytes"


@pytest.mark.parametrize("remedy", ["nest them less", "declare the delegate"])
def test_other_remedies_are_told_as_they_are(remedy: str) -> None:
    assert remedy_of(Finding(code="E113", pointer="", message="m", help=remedy)) == remedy


# --- the standard input ---------------------------------------------------------


@TAKE_TEXTS
def test_text_of_a_source_may_come_from_a_pipe(run: Run, command: str) -> None:
    from_file = run(command, "c.json", *WITH_TEXT)
    from_pipe = run(command, "c.json", "--text", "note=-", stdin=TEXT)

    assert from_pipe.exit_code == 0
    assert from_pipe.output == from_file.output


@TAKE_TEXTS
def test_standard_input_is_not_read_twice(run: Run, command: str) -> None:
    result = run(command, "-", "--text", "note=-", stdin=RECORD)

    assert result.exit_code == 2
    assert (
        result.stderr == "Error: cannot read standard input twice: name a file in place of one -\n"
    )
    assert result.stdout == ""


def test_second_file_cannot_be_the_standard_input_again(run: Run) -> None:
    result = run("check", "-", "-", stdin=RECORD)

    assert result.exit_code == 2
    assert "standard input: clean" in result.stdout
    assert "cannot read standard input twice" in result.stderr


# --- texts ----------------------------------------------------------------------


@TAKE_TEXTS
def test_source_has_one_text(run: Run, command: str) -> None:
    result = run(command, "c.json", *WITH_TEXT, *WITH_TEXT)

    assert result.exit_code == 2
    assert "source 'note' is given two texts" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_text_in_a_pipe_serves_all_files(tmp_path: Path) -> None:
    """A pipe gives its text once, and a long text is not to be read for each file."""
    os.mkfifo("pipe")
    copy = tmp_path / "d.json"
    copy.write_text(RECORD, encoding="utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "confmodel", "check", "c.json", "d.json", "--text", "note=pipe"],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
    )
    Path("pipe").write_text(TEXT, encoding="utf-8")

    printed, _ = running.communicate(timeout=60)

    assert running.returncode == 0
    assert printed.count("clean, 1 exact") == 2


@TAKE_TEXTS
@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("absent.txt", "cannot read absent.txt: No such file or directory"),
        (".", "cannot read .: "),
        ("a\0b", "cannot read a␀b: embedded null byte"),
        ("latin.txt", "cannot read latin.txt: byte 0 is not UTF-8; save the text as UTF-8"),
    ],
)
def test_text_that_cannot_be_read_is_named(run: Run, command: str, file: str, reason: str) -> None:
    Path("latin.txt").write_bytes(b"\xe9t\xe9")

    result = run(command, "c.json", "--text", f"note={file}")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: {reason}")


# --- files that are none --------------------------------------------------------


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("name", ["empty.json", "empty.yaml", "empty.json.gz"])
def test_empty_file_is_no_record(run: Run, command: tuple[str, ...], name: str) -> None:
    Path(name).touch()

    result = run(*command, name)

    assert result.exit_code == 1
    assert "E100" in result.output


@pytest.mark.parametrize("command", READERS)
def test_folder_cannot_be_read_and_is_named(run: Run, command: tuple[str, ...]) -> None:
    Path("folder.json").mkdir()

    result = run(*command, "folder.json")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: cannot read folder.json: ")


def test_broken_file_does_not_hide_the_others(run: Run) -> None:
    Path("empty.json").touch()

    result = run("check", "c.json", "empty.json", "absent.json", "c.json")

    assert result.exit_code == 2
    assert result.stdout.count("c.json: clean") == 2
    assert "empty.json: 1 error" in result.stdout
    assert "2 of 4 files clean" in result.stdout
    assert "cannot read absent.json" in result.stderr
