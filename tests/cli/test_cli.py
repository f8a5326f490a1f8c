"""The commands: what they print, where, and with which exit code."""

import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import click
import pytest

import confmodel
from confmodel.cli import _output, main
from confmodel.cli._input import READ
from confmodel.codes import RULES, rule
from confmodel.examples import example_names
from confmodel.formats import Carrier, all_formats
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]

CLEAN = '{"id": "lakeside-2031", "name": "Lakeside Conference"}'
ODD = """{"id": "lakeside-2031", "name": "Lakeside Conference", "delegations": [{"id": "a"}]}"""
FOUR_FAULTS = """{
  "id": "Lake Side", "nmae": "Lakeside", "when": "2026-2-7",
  "statements": [{"id": "s", "speakers": ["rosa"]}]
}"""
DANGLING_AND_ODD = """{
  "id": "lakeside-2031", "name": "Lakeside", "delegations": [{"id": "a"}],
  "statements": [{"id": "s", "speakers": ["rosa"]}]
}"""

HOSTILE = "\x1b[2J\x9b31m\x07\u202ekcart\u2066\x7f\x00"
"""Clears the screen, colours it, rings, turns letters around."""

STEERS = frozenset(
    [
        *map(chr, range(0x20)),
        *map(chr, range(0x7F, 0xA0)),
        *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029",
    ]
) - {"\n"}
"""What no output may send to a terminal."""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], str]:
    def create(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return create


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands think that their output is a terminal."""
    stdout = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(_output, "sys", SimpleNamespace(stdout=stdout, stderr=sys.stderr))
    monkeypatch.setenv("TERM", "xterm")


def process(
    *arguments: str, stdin: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    return run_process(*arguments, stdin=stdin, environment=environment)


def run_process(
    *arguments: str,
    stdin: bytes = b"",
    environment: dict[str, str] | None = None,
    **streams: Any,
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "confmodel", *arguments],
        input=stdin,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")} | (environment or {}),
        **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams),
    )


# --- the group -------------------------------------------------------------------


def test_help_names_every_command(run: Run) -> None:
    result = run("--help")

    assert result.exit_code == 0
    for name in main.commands:
        assert f"\n  {name} " in result.stdout
    assert "..." not in result.stdout.partition("Commands:")[2]


@pytest.mark.parametrize("name", main.commands)
def test_help_of_a_command_shows_examples(run: Run, name: str) -> None:
    result = run(name, "-h")

    assert result.exit_code == 0
    assert f"confmodel {name}" in result.stdout
    assert "Examples:\n" in result.stdout


def test_version_names_library_and_format(run: Run) -> None:
    result = run("--version")

    assert result.exit_code == 0
    assert result.stdout.startswith("confmodel ")
    assert result.stdout.endswith("format 1.0\n")


def test_version_of_a_checkout_that_is_not_installed_is_said(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)

    assert run("--version").stdout == "confmodel (not installed), format 1.0\n"


def test_unknown_command_is_a_fault_of_usage(run: Run) -> None:
    result = run("chekc")

    assert result.exit_code == 2
    assert "chekc" in result.stderr


def test_help_loads_neither_msgspec_nor_cattrs() -> None:
    code = (
        "import sys\n"
        "from confmodel.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'msgspec', 'cattrs', 'yaml', 'hypothesis', 'confmodel.codes',"
        " 'confmodel.views.terminal', 'confmodel.codec._mirrors'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )

    assert done.stdout.splitlines()[-1] == "[]"


def test_module_that_is_only_imported_runs_nothing() -> None:
    assert importlib.import_module("confmodel.__main__").main is main


def test_interrupted_command_ends_as_shells_expect(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("confmodel.cli._input.read", interrupted)

    assert run("show", "-").exit_code == 130


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError(2, "No such file or directory", "a.txt"), "a.txt: No such file or directory"),
        (OSError("out of order"), "out of order"),
    ],
)
def test_file_of_which_the_system_complains_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str
) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr("confmodel.cli.example.write_data", broken)

    result = run("example")

    assert result.exit_code == 2
    assert result.stderr == f"Error: {told}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["check", "--help"],
        ["example"],
        ["explain"],
        ["convert", "-"],
        ["check", "-"],
        ["report", "-"],
    ],
)
def test_full_output_is_told_and_ends_with_2(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run_process(*arguments, stdin=CLEAN.encode(), stdout=full)

    assert done.returncode == 2
    assert done.stderr.endswith(b"No space left on device\n")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
def test_message_that_cannot_be_told_does_not_change_the_exit_code() -> None:
    with Path("/dev/full").open("wb") as full:
        assert run_process("show", "absent.json", stderr=full).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows closes no stream so")
@pytest.mark.parametrize("arguments", [["example"], ["check", "-"], ["convert", "-"]])
def test_closed_output_is_told_and_ends_with_2(arguments: list[str]) -> None:
    done = run_process(*arguments, stdin=CLEAN.encode(), preexec_fn=lambda: os.close(1))

    assert done.returncode == 2
    assert done.stderr == b"Error: cannot write standard output: it is closed\n"


def test_page_of_the_commands_is_current() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "generate_cli_page.py", "--check"],
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", main.commands)
def test_a_command_stands_on_the_page_once_with_each_of_its_options(name: str) -> None:
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    options = [each for each in main.commands[name].params if isinstance(each, click.Option)]

    _, *sections = page.split(f"\n## confmodel {name}\n")

    (section,) = sections
    section, _, _ = section.partition("\n## ")
    for option in options:
        spelled = re.escape(", ".join(option.opts))
        assert len(re.findall(rf"^\| `{spelled}[ `]", section, re.MULTILINE)) == 1, option.name


# --- schema ----------------------------------------------------------------------


@pytest.mark.parametrize("shorthand", [False, True])
def test_schema_prints_what_is_published(run: Run, shorthand: bool) -> None:
    options = ["--shorthand"] if shorthand else []
    name = "authoring.json" if shorthand else "conference.json"
    published = (ROOT / "schema" / "v1" / name).read_text(encoding="utf-8")

    assert run("schema", *options, "--indent", "2").stdout == published
    assert json.loads(run("schema", *options).stdout) == confmodel.schema(shorthand=shorthand)
    assert run("schema").stdout.count("\n") == 1


# --- example ---------------------------------------------------------------------


def test_example_prints_the_founding_record(run: Run) -> None:
    result = run("example")

    assert result.exit_code == 0
    assert confmodel.loads(result.stdout).id == "warsaw-2026"
    assert result.stdout.count("\n") == 1


def test_example_can_be_indented(run: Run) -> None:
    assert '\n  "id": "warsaw-2026"' in run("example", "--indent", "2").stdout


def test_examples_are_listed(run: Run) -> None:
    assert run("example", "--list").stdout.split() == list(example_names())


def test_unknown_example_names_the_others(run: Run) -> None:
    result = run("example", "lakeside")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "'lakeside-2031'" in result.stderr


# --- show ------------------------------------------------------------------------


def test_show_reads_a_file_and_the_standard_input_alike(
    run: Run, write: Callable[[str, str], str]
) -> None:
    record = run("example").stdout

    from_file = run("show", write("warsaw.json", record))
    from_pipe = run("show", "-", stdin=record)

    assert from_file.exit_code == from_pipe.exit_code == 0
    assert from_file.stdout == from_pipe.stdout
    assert "baseline not stated" in from_pipe.stdout


def test_show_reads_yaml_by_the_name_of_the_file(
    run: Run, write: Callable[[str, str], str]
) -> None:
    pytest.importorskip("yaml")
    path = write("lakeside.YML", "{id: lakeside-2031, name: Lakeside, when: 2031}")

    assert "Lakeside" in run("show", path).stdout


def test_show_reads_yaml_from_a_pipe_if_told_so(run: Run) -> None:
    pytest.importorskip("yaml")

    result = run("show", "-", "--input", "yaml", stdin="{id: lakeside-2031, name: Lakeside}")

    assert result.exit_code == 0
    assert result.stdout.startswith("Lakeside\n")


def test_show_fills_the_columns_that_it_is_given(run: Run) -> None:
    record = run("example").stdout

    narrow = run("show", "-", "--width", "60", stdin=record).stdout

    assert max(map(len, narrow.splitlines())) <= 60


def test_show_fills_the_columns_of_the_terminal_up_to_a_hundred(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = run("example").stdout
    longest = {}
    for columns in ("70", "300"):
        monkeypatch.setenv("COLUMNS", columns)
        longest[columns] = max(map(len, run("show", "-", stdin=record).stdout.splitlines()))

    assert longest["70"] <= 70 < longest["300"] <= 100


def test_show_refuses_what_is_no_record_with_all_the_reasons(run: Run) -> None:
    result = run("show", "-", stdin=FOUR_FAULTS)

    assert result.exit_code == 1
    assert result.stdout == ""
    for code in ("E102", "E103", "E104", "E106", "E202"):
        assert code in result.stderr
    assert result.stderr.endswith("\nstandard input is no record: 5 errors\n")


def test_show_without_a_file_is_a_fault_of_usage(run: Run) -> None:
    assert run("show").exit_code == 2


# --- check -----------------------------------------------------------------------


@pytest.mark.parametrize("name", example_names())
def test_bundled_record_is_clean(run: Run, name: str) -> None:
    result = run("check", "-", stdin=run("example", name).stdout)

    assert result.exit_code == 0
    assert result.stdout.startswith("standard input: clean")


def test_clean_record_ends_with_0(run: Run) -> None:
    result = run("check", "-", stdin=CLEAN)

    assert result.exit_code == 0
    assert result.stdout == "standard input: clean\n"


def test_warning_ends_with_1_and_says_what_to_do(run: Run) -> None:
    result = run("check", "-", stdin=ODD)

    assert result.exit_code == 1
    assert "warning  W317 at /delegations/0\n" in result.stdout
    assert "help: " in result.stdout
    assert "1 warning\n" in result.stdout


def test_all_faults_of_a_document_are_reported_together(run: Run) -> None:
    result = run("check", "-", stdin=FOUR_FAULTS)

    assert result.exit_code == 1
    for code in ("E102", "E103", "E104", "E106", "E202"):
        assert code in result.stdout
    assert "5 errors" in result.stdout


def test_oddities_are_reported_beside_dangling_references(run: Run) -> None:
    result = run("check", "-", stdin=DANGLING_AND_ODD)

    assert "E202 at /statements/0/speakers/0" in result.stdout
    assert "W317 at /delegations/0" in result.stdout
    assert "1 error, 1 warning" in result.stdout


DANGLING_WITH_WORDS = json.dumps(
    {
        "id": "c",
        "name": "C",
        "hosts": ["nobody"],
        "sources": [{"id": "note"}],
        "evidence": [
            {"source": "note", "exact": "They agreed"},
            {"source": "note", "exact": "They denied"},
            {"source": "wire", "exact": "They denied"},
        ],
    }
)


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_words_are_judged_beside_an_error_of_integrity(
    run: Run, write: Callable[[str, str], str], form: str
) -> None:
    record = write(f"c.{form}", DANGLING_WITH_WORDS)
    text = write("note.txt", "They agreed.")

    result = run("check", record, "--text", f"note={text}", "--format", "json")
    told = run("check", record, "--text", f"note={text}").stdout

    outcome = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [(each["code"], each["pointer"]) for each in outcome["findings"]] == [
        ("E202", "/hosts/0"),
        ("E202", "/evidence/2/source"),
        ("G402", "/evidence/1/exact"),
    ]
    assert outcome["verdicts"] == {"exact": 1, "missing": 1, "not_checked": 1}
    assert "3 errors, 1 exact, 1 missing, 1 not checked" in " ".join(told.split())


def test_words_are_judged_where_a_source_is_misspelt(
    run: Run, write: Callable[[str, str], str]
) -> None:
    """A text of what is no source is refused, but here the record is what may be wrong."""
    record = write("c.json", DANGLING_WITH_WORDS)
    texts = [f"--text={name}={write(name, 'They agreed.')}" for name in ("note", "wire")]

    result = run("check", record, *texts)

    assert result.exit_code == 1
    assert "E202 at /evidence/2/source" in result.stdout
    assert "1 exact, 1 missing, 1 not checked" in " ".join(result.stdout.split())


def test_words_of_what_is_no_record_at_all_are_not_judged(
    run: Run, write: Callable[[str, str], str]
) -> None:
    text = write("note.txt", "They agreed.")

    result = run("check", "-", "--text", f"note={text}", "--format", "json", stdin=FOUR_FAULTS)

    outcome = json.loads(result.stdout)
    assert result.exit_code == outcome["exit_code"] == 1
    assert {each["code"] for each in outcome["findings"]} == {
        "E102",
        "E103",
        "E104",
        "E106",
        "E202",
    }
    assert (outcome["verdicts"], outcome["failure"]) == ({}, None)


def test_accepted_warning_is_clean_and_counted(run: Run) -> None:
    accepting = json.loads(ODD) | {"accepts": [{"code": "W317", "at": "a", "why": "a test"}]}

    result = run("check", "-", stdin=json.dumps(accepting))

    assert result.exit_code == 0
    assert result.stdout == "standard input: clean, 1 accepted in the record\n"


def test_note_alone_is_clean(run: Run) -> None:
    useless = json.loads(CLEAN) | {"accepts": [{"code": "W302", "why": "a test"}]}

    result = run("check", "-", stdin=json.dumps(useless))

    assert result.exit_code == 0
    assert "W316" in result.stdout
    assert "standard input: clean, 1 note" in result.stdout


@pytest.mark.parametrize("data", [b"", b"\xff", b"[" * 100_000, b"null", b'{"id"', b"\x00" * 9])
def test_bytes_that_are_no_record_are_findings(run: Run, data: bytes) -> None:
    result = run("check", "-", stdin=data)

    assert result.exit_code == 1
    assert "error    E1" in result.stdout


def test_missing_file_ends_with_2(run: Run, tmp_path: Path) -> None:
    result = run("check", str(tmp_path / "absent.json"))

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "absent.json: No such file or directory" in result.stderr


def test_folder_ends_with_2(run: Run, tmp_path: Path) -> None:
    assert run("check", str(tmp_path)).exit_code == 2


def test_name_that_no_file_can_have_ends_with_2(run: Run) -> None:
    result = run("check", "a\x00b")

    assert result.exit_code == 2
    assert "\x00" not in result.stderr


def test_closed_standard_input_ends_with_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("confmodel.cli._input.sys", SimpleNamespace(stdin=None))

    result = run("check", "-")

    assert result.exit_code == 2
    assert "it is closed" in result.stderr


def test_missing_reader_of_yaml_ends_with_2(
    run: Run, write: Callable[[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    monkeypatch.delitem(sys.modules, "confmodel.formats._yaml_events", raising=False)
    monkeypatch.delattr("confmodel.formats._yaml_events", raising=False)

    result = run("check", write("lakeside.yaml", "{id: a, name: A}"))

    assert result.exit_code == 2
    assert "install confmodel with its extra 'yaml'" in result.stderr


def test_worst_of_several_files_decides(run: Run, write: Callable[[str, str], str]) -> None:
    clean, odd = write("clean.json", CLEAN), write("odd.json", ODD)

    assert run("check", clean, clean).exit_code == 0
    assert run("check", clean, odd).exit_code == 1
    mixed = run("check", clean, "absent.json", odd)

    assert mixed.exit_code == 2
    assert "1 of 3 files clean" in mixed.stdout
    assert "W317" in mixed.stdout


def test_summary_of_a_file_with_a_long_name_is_seen_to_be_one(
    run: Run, write: Callable[[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    _, *further = run("check", write("long " * 12 + ".json", CLEAN)).stdout.splitlines()

    assert further
    assert all(line.startswith("  ") for line in further)


def test_findings_stand_apart_from_the_file_before(
    run: Run, write: Callable[[str, str], str]
) -> None:
    clean, odd = write("clean.json", CLEAN), write("odd.json", ODD)

    alone = run("check", odd).stdout
    together = run("check", clean, clean, odd, odd).stdout

    assert together == (f"{clean}: clean\n{clean}: clean\n\n{alone}\n{alone}\n2 of 4 files clean\n")


def test_check_without_a_file_is_a_fault_of_usage(run: Run) -> None:
    assert run("check").exit_code == 2


def test_json_has_the_same_keys_for_every_outcome(
    run: Run, write: Callable[[str, str], str]
) -> None:
    files = [write("clean.json", CLEAN), write("odd.json", ODD), "absent.json"]

    result = run("check", "--format", "json", *files)

    outcomes = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 2
    assert [outcome["file"] for outcome in outcomes] == files
    assert [outcome["exit_code"] for outcome in outcomes] == [0, 1, 2]
    assert [outcome["failure"] is None for outcome in outcomes] == [True, True, False]
    for outcome in outcomes:
        assert list(outcome) == [
            "file",
            "exit_code",
            "failure",
            "counts",
            "verdicts",
            "findings",
            "accepted",
        ]
        assert list(outcome["counts"]) == ["errors", "warnings", "notes", "accepted"]
    (finding,) = outcomes[1]["findings"]
    assert list(finding) == [
        "code",
        "level",
        "pointer",
        "message",
        "help",
        "value",
        "line",
        "column",
    ]
    assert (finding["code"], finding["level"], finding["pointer"]) == (
        "W317",
        "warning",
        "/delegations/0",
    )


# --- explain ---------------------------------------------------------------------


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_code_is_explained(run: Run, code: str) -> None:
    result = run("explain", code.lower())

    assert result.exit_code == 0
    assert result.stdout.startswith(code)
    assert "To mend it" in result.stdout


def test_example_of_a_rule_keeps_its_indentation(run: Run) -> None:
    assert "\n    - {title: Three neighbours meet}" in run("explain", "E102").stdout


def test_codes_are_listed(run: Run) -> None:
    listed = run("explain").stdout

    assert all(f"{rule.code}  {rule.level.value}" in listed for rule in RULES)


def test_unknown_code_names_the_nearest(run: Run) -> None:
    result = run("explain", "w999")
    mistaken = run("explain", "e302")
    begun = run("explain", "g40")

    assert result.exit_code == mistaken.exit_code == begun.exit_code == 2
    assert "confmodel explain lists all codes" in result.stderr
    assert "did you mean W302 or E102 or E202?" in mistaken.stderr
    assert "did you mean G401 or G402 or G403 or G404" in begun.stderr


def test_code_that_resembles_none_leads_to_the_list(run: Run) -> None:
    result = run("explain", "nonsense")

    assert result.exit_code == 2
    assert "confmodel explain lists all codes" in result.stderr


# --- colour, encodings, pipes ------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": ""}, False),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    ],
)
def test_pipe_is_coloured_only_if_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *, is_coloured: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    for result in (run("show", "-", stdin=CLEAN), run("check", "-", stdin=ODD), run("explain")):
        assert ("\x1b[" in result.stdout) is is_coloured


@pytest.mark.usefixtures("terminal")
def test_terminal_is_coloured_unless_it_is_told_not_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _output.has_colour()
    monkeypatch.setenv("TERM", "dumb")
    assert not _output.has_colour()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not _output.has_colour()


def test_closed_standard_output_has_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_output, "sys", SimpleNamespace(stdout=None))

    assert not _output.has_colour()


def test_colour_changes_no_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    record = run("example").stdout
    plain = run("show", "-", stdin=record).stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("show", "-", stdin=record).stdout

    assert coloured != plain
    assert click.unstyle(coloured) == plain


def test_stream_without_unicode_gets_plain_signs() -> None:
    record = process("example").stdout

    done = process("show", "-", stdin=record, PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b'"..." partly quoted' in done.stdout
    assert rb"Kierwi\u0144ski" in done.stdout


def test_data_are_utf_8_whatever_the_locale() -> None:
    done = process("example", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert "Kierwiński" in done.stdout.decode("utf-8")


def read_a_little(*arguments: str, stdin: bytes) -> tuple[int, bytes]:
    """Run a command whose reader goes away after the first bytes, and return code and stderr."""
    running = subprocess.Popen(
        [sys.executable, "-m", "confmodel", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    assert running.stdin is not None
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    running.stdin.write(stdin)
    running.stdin.close()
    complaint = running.stderr.read()
    running.stderr.close()
    return running.wait(), complaint


@pytest.mark.skipif(os.name == "nt", reason="pipes are told closed in another way there")
@pytest.mark.parametrize(
    ("arguments", "stdin", "exit_code"),
    [
        (["example"], b"", 0),
        (["show", "-"], CLEAN.encode(), 0),
        (["check", "-"], CLEAN.encode(), 0),
        (["check", "-"], ODD.encode(), 1),
        (["check", "-", "--format", "json"], ODD.encode(), 1),
        (["explain"], b"", 0),
        (["--help"], b"", 0),
        (["--version"], b"", 0),
        (["check", "--help"], b"", 0),
    ],
)
def test_reader_that_goes_away_changes_nothing(
    arguments: list[str], stdin: bytes, exit_code: int
) -> None:
    assert read_a_little(*arguments, stdin=stdin) == (exit_code, b"")


# --- hostile text ------------------------------------------------------------------


def hostile_documents() -> Iterator[str]:
    yield json.dumps({"id": "c", "name": f"Rosa{HOSTILE}Vale", "note": HOSTILE, "theme": HOSTILE})
    yield json.dumps({"id": HOSTILE, "name": "C", HOSTILE: HOSTILE})
    yield json.dumps({"id": "c", "name": "C", "level": HOSTILE, "hosts": [HOSTILE]})
    yield HOSTILE


@pytest.mark.parametrize("document", [*hostile_documents()])
@pytest.mark.parametrize("command", [["show"], ["check"], ["check", "--format", "json"]])
def test_text_of_a_record_never_steers_the_terminal(
    run: Run, document: str, command: list[str]
) -> None:
    result = run(*command, "-", stdin=document)

    assert result.exit_code in (0, 1)
    assert not STEERS & set(result.stdout + result.stderr)


def test_name_of_a_file_never_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    name = HOSTILE.replace("\x00", "")
    path = tmp_path / f"{name}.json"
    path.write_text(ODD, encoding="utf-8")

    for arguments in (["check", str(path)], ["check", name], ["show", name]):
        result = run(*arguments)
        assert not STEERS & set(result.stdout + result.stderr)


def test_strings_known_to_be_naughty_never_steer_the_terminal(run: Run, shared: Path) -> None:
    strings = shared / "suites" / "naughty-strings" / "strings.json"
    if not strings.is_file():
        pytest.skip(f"outside test data is absent: no file {strings}")
    names = [text for text in json.loads(strings.read_text(encoding="utf-8")) if text]
    people = [{"id": f"p{place}", "name": text} for place, text in enumerate(names)]
    document = json.dumps({"id": "c", "name": "Naughty", "people": people})

    shown = run("show", "-", stdin=document)
    checked = run("check", "-", stdin=document)

    assert shown.exit_code == 0
    assert checked.exit_code in (0, 1)
    assert not STEERS & set(shown.stdout + checked.stdout)


def test_evidence_is_looked_for_in_the_texts_that_are_given(run: Run, tmp_path: Path) -> None:
    record = tmp_path / "c.json"
    record.write_text(
        '{"id":"c","name":"C","sources":[{"id":"note"}],'
        '"evidence":[{"source":"note","exact":"agreed"},{"source":"note","exact":"denied"}]}'
    )
    text = tmp_path / "note.txt"
    text.write_text("They agreed.")

    result = run("check", "--format", "json", str(record), "--text", f"note={text}")

    outcome = json.loads(result.stdout)
    assert result.exit_code == 1
    assert outcome["verdicts"] == {"exact": 1, "missing": 1}
    assert [finding["code"] for finding in outcome["findings"]] == ["G402"]


def test_text_of_a_source_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("They agreed.")

    result = run(
        *("check", "-", "--text", f"nota={text}"),
        stdin='{"id":"c","name":"C","sources":[{"id":"note"}]}',
    )

    assert result.exit_code == 2
    assert "has no source 'nota'; give the texts of note" in result.stderr


def test_summary_counts_the_verdicts(run: Run, tmp_path: Path) -> None:
    record = tmp_path / "c.json"
    record.write_text(
        '{"id":"c","name":"C","sources":[{"id":"note"}],'
        '"evidence":[{"source":"note","exact":"agreed"}]}'
    )
    text = tmp_path / "note.txt"
    text.write_text("They agreed.")

    result = run("check", str(record), "--text", f"note={text}")

    assert result.exit_code == 0
    assert "clean, 1 exact" in result.stdout


@pytest.mark.parametrize("wrong", ["note", "=note.txt", "note="])
def test_text_without_source_or_file_is_wrong_usage(run: Run, wrong: str) -> None:
    result = run("check", "-", "--text", wrong)

    assert result.exit_code == 2
    assert "SOURCE=FILE" in result.stderr


def test_absent_text_could_not_be_read(run: Run, tmp_path: Path) -> None:
    record = tmp_path / "c.json"
    record.write_text('{"id":"c","name":"C","sources":[{"id":"note"}]}')

    result = run("check", str(record), "--text", f"note={tmp_path / 'absent.txt'}")

    assert result.exit_code == 2
    assert "absent.txt" in result.stderr


def test_text_in_another_encoding_could_not_be_read(run: Run, tmp_path: Path) -> None:
    record = tmp_path / "c.json"
    record.write_text('{"id":"c","name":"C","sources":[{"id":"note"}]}')
    text = tmp_path / "note.txt"
    text.write_bytes(b"\xff\xfe")

    result = run("check", str(record), "--text", f"note={text}")

    assert result.exit_code == 2
    assert "not UTF-8" in result.stderr


def test_report_is_one_page_with_the_words_of_the_texts(run: Run, tmp_path: Path) -> None:
    record = tmp_path / "c.json"
    record.write_text(
        '{"id":"c","name":"Lakeside","sources":[{"id":"note"}],'
        '"evidence":[{"source":"note","exact":"agreed"}]}'
    )
    text = tmp_path / "note.txt"
    text.write_text("They agreed on a <b>bold</b> plan.")

    result = run("report", str(record), "--text", f"note={text}")

    assert result.exit_code == 0
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert "Lakeside" in result.stdout
    assert "&lt;b&gt;bold&lt;/b&gt; plan." in result.stdout


def test_report_in_markdown_is_a_brief(run: Run) -> None:
    result = run("report", "-", "--format", "markdown", stdin='{"id":"c","name":"Lakeside"}')

    assert result.exit_code == 0
    assert result.stdout.startswith("# Lakeside")


@pytest.mark.parametrize(
    ("options", "begin"),
    [
        (["-o", "c.html"], "<!DOCTYPE html>"),
        (["-o", "c.md"], "# Lakeside"),
        (["-o", "c.MD", "--format", "html"], "<!DOCTYPE html>"),
        (["-o", "c.txt", "--format", "markdown"], "# Lakeside"),
    ],
)
def test_report_is_written_into_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], begin: str
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("report", "-", *options, stdin=CLEAN)

    assert (result.exit_code, result.output) == (0, "")
    assert Path(options[1]).read_text(encoding="utf-8").startswith(begin)


@pytest.mark.parametrize("place", ["absent/c.html", ".", "a\0b.html"])
def test_report_that_cannot_be_written_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("report", "-", "-o", place, stdin=CLEAN)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: cannot write {place}: ".replace("\0", "␀"))


def test_report_of_no_record_says_why(run: Run) -> None:
    result = run("report", "-", stdin="{}")

    assert result.exit_code == 1
    assert "E102" in result.stderr
    assert result.stdout == ""


def test_compressed_file_is_read(run: Run, tmp_path: Path) -> None:
    confmodel.dump(confmodel.loads(CLEAN), tmp_path / "lakeside.yaml.gz")

    assert run("check", str(tmp_path / "lakeside.yaml.gz")).exit_code == 0


@pytest.mark.parametrize("command", ["check", "show", "report"])
@pytest.mark.parametrize(
    ("name", "reason"), [("all.jsonl.gz", "holds many records"), ("lakeside.ics", "written only")]
)
def test_file_that_does_not_hold_one_record_cannot_be_read(
    run: Run, tmp_path: Path, command: str, name: str, reason: str
) -> None:
    (tmp_path / name).write_text(CLEAN)

    result = run(command, str(tmp_path / name))

    assert result.exit_code == 2
    assert reason in result.stderr
    assert result.stdout == ""


def test_every_format_that_is_read_can_be_named() -> None:
    read = [
        kind.name for kind in all_formats() if kind.is_read and kind.carrier is Carrier.DOCUMENT
    ]

    assert list(READ) == read


def test_codes_are_explained_to_programs(run: Run) -> None:
    one = json.loads(run("explain", "e202", "--format", "json").stdout)
    lines = run("explain", "--format", "json").stdout.splitlines()

    assert one == attrs.asdict(rule("E202"))
    assert [json.loads(line)["code"] for line in lines] == [each.code for each in RULES]
    assert run("explain", "w999", "--format", "json").exit_code == 2


def test_record_is_shown_to_programs_as_canonical_json(
    run: Run, write: Callable[[str, str], str]
) -> None:
    file = write("c.yaml", "id: c\nname: Conference\nwhen: 2031\n")
    shown = run("show", file, "--format", "json").stdout

    assert shown == confmodel.dumps(confmodel.load(file)) + "\n"
    assert run("show", write("d.json", "{}"), "--format", "json").exit_code == 1
