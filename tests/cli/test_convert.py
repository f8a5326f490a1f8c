"""`confmodel convert`: any format into any other, with what is lost told."""

import gzip
import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from confmodel import Conference, dump, dump_many, dumps, example, load, load_many
from confmodel.cli import convert
from confmodel.cli._losses import grouped
from confmodel.errors import Loss
from confmodel.formats import Carrier, Format, all_formats, by_name
from confmodel.formats._documents import written
from tests.cli.conftest import Run

RECORD = example("lakeside-2031")
RECORDS = [example("warsaw-2026"), RECORD]
A = Conference(id="a", name="A")
DOCUMENTS = [each for each in all_formats() if each.carrier is Carrier.DOCUMENT]
READ = [each for each in all_formats() if each.is_read]
LOSSLESS = [each for each in all_formats() if each.is_lossless]
MANY = [each for each in all_formats() if each.carrier is not Carrier.DOCUMENT]


def a_loss(pointer: str, field: str, what: str) -> Loss:
    return Loss(pointer=pointer, field=field, message=f"{what} cannot be said")


def named(kind: Format) -> str:
    return kind.name


# --- any format into any other ---------------------------------------------------


@pytest.mark.parametrize("kind", DOCUMENTS, ids=named)
def test_every_format_is_written_as_dump_writes_it(run: Run, tmp_path: Path, kind: Format) -> None:
    data, losses = written(RECORD, kind)
    target = tmp_path / f"lakeside{kind.suffixes[0]}" if kind.suffixes else tmp_path / "lakeside"

    to_file = run("convert", "-", "-o", str(target), "--to", kind.name, stdin=dumps(RECORD))
    to_pipe = run("convert", "-", "--to", kind.name, stdin=dumps(RECORD))

    assert to_file.exit_code == to_pipe.exit_code == 0
    assert target.read_bytes() == to_pipe.stdout_bytes == data
    assert to_file.stderr == to_pipe.stderr
    assert (f" {len(losses)} things of the record" in to_file.stderr) is bool(losses)


@pytest.mark.parametrize(
    ("first", "second"), list(itertools.pairwise([*LOSSLESS, LOSSLESS[0]])), ids=named
)
def test_record_comes_through_every_format_that_loses_nothing(
    run: Run, tmp_path: Path, first: Format, second: Format
) -> None:
    given, taken = tmp_path / f"a{first.suffixes[0]}", tmp_path / f"b{second.suffixes[0]}"
    dump_many([RECORD], given)

    result = run("convert", str(given), "--output", str(taken), "--strict")

    assert (result.exit_code, result.output) == (0, "")
    assert list(load_many(taken)) == [RECORD]


@pytest.mark.parametrize("kind", READ, ids=named)
def test_every_format_that_is_read_can_be_named(run: Run, tmp_path: Path, kind: Format) -> None:
    dump_many([A], tmp_path / "given", format=kind.name)

    result = run("convert", str(tmp_path / "given"), "--input", kind.name)

    assert result.exit_code == 0
    assert next(load_many(tmp_path / "given", format=kind.name)).id in result.stdout


def test_without_names_all_is_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "record.txt").write_text(dumps(A))

    assert run("convert", "-", stdin=dumps(A)).stdout == dumps(A) + "\n"
    assert run("convert", str(tmp_path / "record.txt")).stdout == dumps(A) + "\n"


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="Windows has no such device")
@pytest.mark.parametrize("device", ["/dev/stdout", "/dev/fd/1"])
def test_pipe_behind_a_device_is_written_to(device: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "confmodel", "convert", "-", "-o", device, "--to", "json"],
        input=dumps(A).encode(),
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
    )

    assert done.stdout.decode() == dumps(A) + "\n"


def test_json_is_indented_if_somebody_says_how_far(run: Run, tmp_path: Path) -> None:
    to_pipe = run("convert", "-", "--indent", "2", stdin=dumps(RECORD))
    to_file = run(
        *("convert", "-", "-o", str(tmp_path / "a.json"), "--indent", "2"), stdin=dumps(RECORD)
    )

    assert to_pipe.exit_code == to_file.exit_code == 0
    assert to_pipe.stdout == dumps(RECORD, indent=2) + "\n"
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == to_pipe.stdout


@pytest.mark.parametrize("kind", [each for each in all_formats() if each.name != "json"], ids=named)
def test_nothing_but_json_is_indented(run: Run, tmp_path: Path, kind: Format) -> None:
    target = tmp_path / "target"

    result = run(
        *("convert", "-", "-o", str(target), "--to", kind.name, "--indent", "2"),
        stdin=dumps(RECORD),
    )

    assert result.exit_code == 2
    assert f"--indent is for JSON, not for {kind.title}" in result.stderr
    assert not target.exists()


def test_compressed_files_are_read_and_written(run: Run, tmp_path: Path) -> None:
    dump(A, tmp_path / "a.yaml.gz")

    run("convert", str(tmp_path / "a.yaml.gz"), "-o", str(tmp_path / "a.msgpack.gz"))
    result = run("convert", str(tmp_path / "a.msgpack.gz"), "--to", "json.gz")

    assert load(tmp_path / "a.msgpack.gz") == A
    assert gzip.decompress(result.stdout_bytes).decode() == dumps(A) + "\n"


# --- many records ----------------------------------------------------------------


@pytest.mark.parametrize(("first", "second"), list(itertools.pairwise([*MANY, MANY[0]])), ids=named)
def test_many_records_stay_in_their_order(
    run: Run, tmp_path: Path, first: Format, second: Format
) -> None:
    dump_many(RECORDS, tmp_path / "given", format=first.name)
    places = str(tmp_path / "given"), "-o", str(tmp_path / "taken")

    result = run("convert", *places, "--input", first.name, "--to", second.name)

    assert (result.exit_code, result.output) == (0, "")
    assert list(load_many(tmp_path / "taken", format=second.name)) == RECORDS


@pytest.mark.parametrize("records", [[], RECORDS])
def test_format_of_one_record_takes_just_one(
    run: Run, tmp_path: Path, records: list[Conference]
) -> None:
    dump_many(records, tmp_path / "all.jsonl")

    result = run("convert", str(tmp_path / "all.jsonl"), "-o", str(tmp_path / "one.yaml"))

    assert result.exit_code == 2
    assert "YAML" in result.stderr
    assert "holds one record, and" in result.stderr
    assert not (tmp_path / "one.yaml").exists()


def test_more_than_is_kept_in_memory_goes_out_whole(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "_MOST_IN_MEMORY", 100)
    dump_many(RECORDS, tmp_path / "all.jsonl")

    result = run("convert", str(tmp_path / "all.jsonl"), "--to", "jsonl")

    assert result.stdout_bytes == (tmp_path / "all.jsonl").read_bytes()


# --- what is lost ----------------------------------------------------------------


def test_losses_are_told_by_field_and_are_no_fault(run: Run, tmp_path: Path) -> None:
    losses = by_name("bibtex").losses(RECORD)

    result = run("convert", "-", "-o", str(tmp_path / "a.bib"), stdin=dumps(RECORD))

    *lines, last = result.stderr.splitlines()
    assert result.exit_code == 0
    assert lines == [*grouped(losses)]
    assert len(lines) < len(losses)
    assert last == f"BibTeX cannot say {len(losses)} things of the record; the rest was written"


def test_field_that_is_lost_at_many_places_takes_one_line() -> None:
    losses = [
        a_loss("/evidence", "Conference.evidence", "evidence (2)"),
        a_loss("/theme", "Conference.theme", "theme"),
        a_loss("/countries/0/id", "Country.id", "the id 'aland'"),
        a_loss("/sources/0/sha256", "Source.sha256", "sha256"),
        a_loss("/statements/0/act", "Statement.act", "act"),
        a_loss("/statements/0/evidence", "Statement.evidence", "evidence (1)"),
        a_loss("/statements/0/figures", "Statement.figures", "figures (1)"),
        a_loss("/statements/1/manner", "Statement.manner", "the manner 'mixed'"),
        a_loss("/statements/3/figures", "Statement.figures", "figures (3)"),
        a_loss("/statements/4/manner", "Statement.manner", "the manner 'indirect'"),
        a_loss("/votes", "Conference.votes", "votes (1)"),
        a_loss("/votes/0/evidence", "Vote.evidence", "evidence (1)"),
    ]

    assert [*grouped(losses)] == [
        "figures cannot be said, 2 times: /statements/0/figures, /statements/3/figures",
        "votes (1) cannot be said: /votes",
        "theme cannot be said: /theme",
        "act cannot be said: /statements/0/act",
        (
            "the manner 'mixed' cannot be said, and the like, 2 times: "
            "/statements/1/manner, /statements/4/manner"
        ),
        "evidence cannot be said, 3 times: /evidence, /statements/0/evidence, ...",
        "the id 'aland' cannot be said: /countries/0/id",
        "sha256 cannot be said: /sources/0/sha256",
    ]


@pytest.mark.parametrize("kind", [each for each in DOCUMENTS if each.is_partial], ids=named)
@pytest.mark.parametrize("record", RECORDS, ids=["warsaw-2026", "lakeside-2031"])
def test_lines_tell_of_every_loss(kind: Format, record: Conference) -> None:
    """The numbers of all lines together are the number of losses, and no line stands twice."""
    losses = kind.losses(record)
    lines = [*grouped(losses)]

    numbers = [re.search(r", (\d+) times: ", line) for line in lines]

    assert sum(1 if found is None else int(found[1]) for found in numbers) == len(losses)
    assert len({*lines}) == len(lines)


def test_strict_writes_nothing_where_something_is_lost(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.bib"
    target.write_text("old")

    to_file = run("convert", "-", "-o", str(target), "--strict", stdin=dumps(RECORD))
    to_pipe = run("convert", "-", "--to", "bibtex", "--strict", stdin=dumps(RECORD))

    assert to_file.exit_code == to_pipe.exit_code == 1
    assert to_file.stderr == to_pipe.stderr
    assert to_file.stderr.endswith("things of the record; nothing was written\n")
    assert len(to_file.stderr.splitlines()) == len(by_name("bibtex").losses(RECORD)) + 1
    assert target.read_text() == "old"
    assert to_pipe.stdout == ""


# --- what is no record -----------------------------------------------------------


def test_no_record_is_refused_with_all_reasons(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_text("old")

    result = run("convert", "-", "-o", str(target), stdin="{}")
    shown = run("check", "-", stdin="{}").stdout

    assert result.exit_code == 1
    *reasons, last = result.stderr.splitlines()
    assert reasons == [line for line in shown.splitlines()[:-1] if line]
    assert last == "standard input: 2 errors; nothing was written"
    assert target.read_text() == "old"


def test_faults_of_all_lines_are_told(run: Run) -> None:
    lines = f'{{"id": "b"}}\n{dumps(A)}\n{{"name": "C"}}\n'

    result = run("convert", "-", "--input", "jsonl", "--to", "jsonl", stdin=lines)

    assert result.exit_code == 1
    assert "line 1: the member 'name' is missing" in result.stderr
    assert "line 3: the member 'id' is missing" in result.stderr
    assert result.stderr.endswith("standard input: 2 errors; nothing was written\n")
    assert result.stdout == ""


def test_file_that_is_cut_off_is_no_record(run: Run, tmp_path: Path) -> None:
    dump_many(RECORDS, tmp_path / "all.jsonl.gz")
    data = (tmp_path / "all.jsonl.gz").read_bytes()
    (tmp_path / "all.jsonl.gz").write_bytes(data[:-9])

    result = run("convert", str(tmp_path / "all.jsonl.gz"), "-o", str(tmp_path / "all.csv"))

    assert result.exit_code == 1
    assert "is cut off" in result.stderr
    assert "1 error; nothing was written" in result.stderr
    assert not (tmp_path / "all.csv").exists()


# --- what cannot be done ---------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["absent.json"], "cannot read absent.json: No such file"),
        (["a.json", "-o", "absent/a.yaml"], "cannot write absent/a.yaml: No such file"),
        (["a.json", "-o", "a.docx"], "no format has files that end like 'a.docx'"),
        (["a.json", "--to", "ymal"], "nearest: 'yaml'"),
        (["a.json", "--input", "ymal"], "nearest: 'yaml'"),
        (["a.json", "--to", "csv"], "are a folder of files: name it with -o, such as -o tables"),
        (["a.json", "--to", "parquet"], "name it with -o"),
        (["-", "--input", "csv"], "give the path of the folder"),
        (["a.json", "--input", "icalendar"], "is written only"),
        (["a.json", "-o", "full", "--to", "csv"], "'note.txt' is there, which is no table"),
    ],
)
def test_what_cannot_be_done_ends_with_2(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    reason: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    dump(A, "a.json")
    Path("full").mkdir()
    Path("full", "note.txt").touch()

    result = run("convert", *arguments)

    assert result.exit_code == 2
    assert reason in result.stderr
    assert result.stdout == ""
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.json", "full"]
