"""`confmodel anchor` and `confmodel seal`: what they write, what they tell, and how they end."""

import gzip
import sys
from pathlib import Path

import pytest

import confmodel
from confmodel import Conference, dump, dumps, load, loads
from confmodel.cli._rewriting import indentation_of
from confmodel.examples import example_texts
from confmodel.formats import all_formats
from confmodel.grounding import anchor, seal
from tests.cli.conftest import Run

TEXT = "They agreed to meet. Twice they spoke, and twice they laughed."
AUTHORED = """\
# by hand
id: lakeside
name: Lakeside
sources: [{id: note, kind: news_report}]
statements:
  - id: s1  # the first
    quotations: ["they laughed"]
    evidence:
      - agreed to meet
"""
WHOLE = {"json", "yaml", "msgpack"}
OTHER_SUFFIXES = [
    each.suffixes[0] for each in all_formats() if each.suffixes and each.name not in WHOLE
]
BOTH = pytest.mark.parametrize("command", ["anchor", "seal"])


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("note.txt").write_text(TEXT, encoding="utf-8")
    Path("a.yaml").write_text(AUTHORED, encoding="utf-8")
    return tmp_path


def with_words(*words: str) -> str:
    """Write a record whose statement rests on these words."""
    evidence = [confmodel.Evidence(source="note", exact=each) for each in words]
    return dumps(
        Conference(
            id="lakeside",
            name="Lakeside",
            sources=[confmodel.Source(id="note")],
            statements=[confmodel.Statement(id="s1", evidence=evidence)],
        )
    )


# --- what is written ------------------------------------------------------------


def test_anchor_writes_the_record_with_offsets(run: Run) -> None:
    record = load("a.yaml")

    result = run("anchor", "-", "--text", "note=note.txt", stdin=dumps(record))

    assert (result.exit_code, result.stderr) == (0, "")
    assert loads(result.stdout) == anchor(record, {"note": TEXT}).record
    assert loads(result.stdout)["s1"].evidence[0].start == 5


def test_seal_anchors_and_leaves_quoted_speech_open(run: Run) -> None:
    placed = anchor(load("a.yaml"), {"note": TEXT}).record

    result = run("seal", "a.yaml", "--text", "note=note.txt", "-o", "a.json")
    quoted = run("seal", "a.yaml", "--text", "note=note.txt", "-o", "b.json", "--quotations")

    assert (result.exit_code, result.output) == (quoted.exit_code, quoted.output) == (0, "")
    assert load("a.json") == seal(placed)
    assert load("b.json") == seal(placed, quotations=True)
    assert load("a.json") != load("b.json")


@BOTH
def test_written_record_is_clean_beside_its_text(run: Run, command: str) -> None:
    run(command, "a.yaml", "--text", "note=note.txt", "-o", "b.yaml")

    result = run("check", "b.yaml", "--text", "note=note.txt", "--format", "json")

    assert '"exact": 2' in result.stdout
    assert "G4" not in result.stdout


def test_comments_of_an_authored_file_stay(run: Run) -> None:
    result = run("anchor", "a.yaml", "--text", "note=note.txt", "-o", "a.yaml")

    text = Path("a.yaml").read_text(encoding="utf-8")
    assert (result.exit_code, result.output) == (0, "")
    assert text.startswith("# by hand\nid: lakeside\n")
    assert "  - id: s1  # the first\n" in text
    assert load("a.yaml") == anchor(load("a.yaml"), {"note": TEXT}).record
    assert load("a.yaml")["s1"].evidence[0].start == 5


def test_anchored_file_is_not_touched_again(run: Run) -> None:
    run("anchor", "a.yaml", "--text", "note=note.txt", "-o", "a.yaml")
    before = Path("a.yaml").read_bytes()

    result = run("anchor", "a.yaml", "--text", "note=note.txt")

    assert result.stdout_bytes == before


@pytest.mark.parametrize(("text", "is_told"), [(AUTHORED, True), ("id: a\nname: A\n", False)])
def test_comments_that_cannot_be_kept_are_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, text: str, is_told: bool
) -> None:
    text = text if is_told else text + "sources: [{id: note}]\n"
    Path("a.yaml").write_text(text, encoding="utf-8")
    monkeypatch.delitem(sys.modules, "confmodel.formats._yaml_update", raising=False)
    monkeypatch.delattr("confmodel.formats._yaml_update", raising=False)
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    monkeypatch.setitem(sys.modules, "ruamel", None)

    result = run("anchor", "a.yaml", "--text", "note=note.txt", "-o", "b.yaml")

    assert result.exit_code == 0
    assert ("comments are not kept" in result.stderr) is is_told
    assert load("b.yaml") == anchor(load("a.yaml"), {"note": TEXT}).record


def test_form_is_that_of_the_output_or_else_of_the_input(run: Run) -> None:
    dump(load("a.yaml"), "a.msgpack.gz")
    placed = anchor(load("a.yaml"), {"note": TEXT}).record

    run("anchor", "a.msgpack.gz", "--text", "note=note.txt", "-o", "b.yaml.gz")
    run("anchor", "a.yaml", "--text", "note=note.txt", "-o", "plain")
    piped = run("anchor", "a.msgpack.gz", "--text", "note=note.txt").stdout_bytes

    assert gzip.decompress(Path("b.yaml.gz").read_bytes()).startswith(b"confmodel:")
    assert load("b.yaml.gz") == placed
    assert Path("plain").read_text(encoding="utf-8").startswith("# by hand")
    Path("piped").write_bytes(piped)
    assert load("piped", format="msgpack") == placed


def test_bundled_example_is_sealed(run: Run) -> None:
    record, texts = confmodel.example("lakeside-2031"), example_texts("lakeside-2031")
    for source, text in texts.items():
        Path(f"{source}.txt").write_text(text, encoding="utf-8", newline="")
    named = [part for source in texts for part in ("--text", f"{source}={source}.txt")]

    result = run("seal", "-", *named, stdin=dumps(record))

    assert (result.exit_code, result.stderr) == (0, "")
    assert loads(result.stdout) == seal(record)


# --- how it is indented -----------------------------------------------------------


@BOTH
@pytest.mark.parametrize("indent", [1, 2, 4, 8])
def test_json_keeps_its_indentation(run: Run, command: str, indent: int) -> None:
    """What a command does not change stays as it is, so that a diff shows what it does."""
    record = with_words("agreed to meet")
    Path("one.json").write_text(record, encoding="utf-8")
    dump(loads(record), "a.json", indent=indent)
    before = Path("a.json").read_text(encoding="utf-8").splitlines()

    one = run(command, "one.json", "--text", "note=note.txt")
    run(command, "a.json", "--text", "note=note.txt", "-o", "a.json")
    once = Path("a.json").read_text(encoding="utf-8")
    run("anchor", "a.json", "--text", "note=note.txt", "-o", "a.json")

    assert one.stdout.count("\n") == 1
    assert once == dumps(loads(one.stdout), indent=indent) + "\n"
    assert len(set(before) - set(once.splitlines())) <= 2
    assert Path("a.json").read_text(encoding="utf-8") == once


@pytest.mark.parametrize(
    ("data", "indent"),
    [
        (b'{"id": "c"}', None),
        (b'{"id": "c"}\n', None),
        (b'{"id": "c"}\n   \n', None),
        (b'{\n"id": "c"\n}', None),
        (b'{\n   "id": "c"\n}', 3),
        (b'{\r\n  "id": "c"\r\n}', 2),
        (b'\n\n  {\n    "id": "c"\n}', 4),
        (b'{ "id": "c",\n  "name": "C" }', 2),
        (b'{\n\t"id": "c"\n}', 2),
        (b'{\n\t\t"id": "c"\n}', 2),
        (b"{\n" + b" " * 100_000 + b'"id": "c"\n}', 8),
    ],
)
def test_first_line_that_is_indented_says_how_far(data: bytes, indent: int | None) -> None:
    assert indentation_of(data) == indent


@BOTH
def test_option_counts_for_more_than_the_file(run: Run, command: str) -> None:
    dump(loads(with_words("agreed to meet")), "a.json", indent=2)

    wide = run(command, "a.json", "--text", "note=note.txt", "--indent", "4")
    flat = run(command, "a.json", "--text", "note=note.txt", "--indent", "0")
    other = run(command, "a.yaml", "--text", "note=note.txt", "-o", "b.json")

    assert wide.stdout.startswith('{\n    "confmodel"')
    assert flat.stdout.count("\n") == 1
    assert (other.exit_code, Path("b.json").read_text(encoding="utf-8").count("\n")) == (0, 1)


@BOTH
def test_what_is_no_json_is_not_indented(run: Run, command: str) -> None:
    result = run(command, "a.yaml", "--text", "note=note.txt", "--indent", "2")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--indent is for JSON, not for YAML" in result.stderr


def test_layout_of_a_compressed_file_stays_too(run: Run) -> None:
    Path("a.yaml.gz").write_bytes(gzip.compress(AUTHORED.encode()))
    dump(loads(with_words("agreed to meet")), "a.json.gz", indent=2)

    run("anchor", "a.yaml.gz", "--text", "note=note.txt", "-o", "a.yaml.gz")
    run("anchor", "a.json.gz", "--text", "note=note.txt", "-o", "a.json.gz")

    authored = gzip.decompress(Path("a.yaml.gz").read_bytes())
    assert authored.startswith(b"# by hand\nid: lakeside\n")
    assert gzip.decompress(Path("a.json.gz").read_bytes()).startswith(b'{\n  "confmodel"')
    assert load("a.yaml.gz")["s1"].evidence[0].start == 5


# --- what does not stand in its text --------------------------------------------


def test_anchor_tells_what_it_cannot_place_and_writes_the_rest(run: Run) -> None:
    given = with_words("agreed to meet", "they", "agreed to split up")

    result = run("anchor", "-", "--text", "note=note.txt", stdin=given)

    assert result.exit_code == 1
    assert [each.start for each in loads(result.stdout)["s1"].evidence] == [5, None, None]
    assert "G404 at /statements/0/evidence/1/exact" in result.stderr
    assert "at /statements/0/evidence/2/exact" in result.stderr
    assert result.stderr.endswith(
        "2 pieces of evidence could not be placed; the rest was written\n"
    )


def test_words_in_other_typography_are_not_placed(run: Run) -> None:
    result = run("anchor", "-", "--text", "note=note.txt", stdin=with_words("agreed  to meet"))

    assert result.exit_code == 1
    assert "G406" in result.stderr
    last = "1 piece of evidence could not be placed; the rest was written"
    assert result.stderr.splitlines()[-1] == last


@pytest.mark.parametrize("words", ["they", "agreed to split up", "agreed  to meet", "unheard of"])
def test_seal_refuses_words_that_are_not_in_their_text(run: Run, words: str) -> None:
    Path("old.json").write_text("old")
    given = with_words("agreed to meet", words)

    result = run("seal", "-", "--text", "note=note.txt", "-o", "old.json", stdin=given)

    assert result.exit_code == 1
    assert "at /statements/0/evidence/1/exact" in result.stderr
    assert result.stderr.endswith("not all words stand in their texts; nothing was written\n")
    assert Path("old.json").read_text() == "old"


@BOTH
def test_other_text_than_the_one_that_was_anchored_is_told(run: Run, command: str) -> None:
    run("anchor", "a.yaml", "--text", "note=note.txt", "-o", "a.yaml")
    Path("note.txt").write_text(TEXT + " So they say.", encoding="utf-8")

    result = run(command, "a.yaml", "--text", "note=note.txt")

    assert result.exit_code == 1
    assert "G401 at /sources/0/length" in result.stderr


@BOTH
def test_text_that_deceives_the_eye_is_told_and_no_fault(run: Run, command: str) -> None:
    Path("note.txt").write_text(TEXT + "\u202e", encoding="utf-8")

    result = run(command, "a.yaml", "--text", "note=note.txt")

    assert result.exit_code == 0
    assert "G408" in result.stderr


@BOTH
def test_no_record_is_refused_with_all_reasons(run: Run, command: str) -> None:
    result = run(command, "-", "--text", "note=note.txt", stdin="{}")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "E102 at /id" in result.stderr
    assert "E102 at /name" in result.stderr


# --- what cannot be done --------------------------------------------------------


def test_seal_needs_every_text_that_words_stand_in(run: Run) -> None:
    record = Conference(
        id="c",
        name="C",
        sources=[confmodel.Source(id="note"), confmodel.Source(id="wire")],
        evidence=[confmodel.Evidence(source="wire", exact="agreed")],
    )

    result = run("seal", "-", "--text", "note=note.txt", stdin=dumps(record))
    resealed = run("seal", "-", "--text", "note=note.txt", stdin=dumps(seal(record)))

    assert (result.exit_code, result.stdout) == (2, "")
    assert "/evidence/0 rests on words of source 'wire'" in result.stderr
    assert "--text wire=FILE" in result.stderr
    assert (resealed.exit_code, resealed.stderr) == (0, "")


@BOTH
@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["a.yaml"], "Missing option '--text'"),
        (["a.yaml", "--text", "nte=note.txt"], "no source 'nte'"),
        (["a.yaml", "--text", "note=absent.txt"], "cannot read absent.txt: No such file"),
        (["a.yaml", "--text", "note=latin.txt"], "is not UTF-8"),
        (["absent.yaml", "--text", "note=note.txt"], "cannot read absent.yaml"),
        (["a.yaml", "--text", "note=note.txt", "-o", "x/a.yaml"], "cannot write x/a.yaml"),
        (["a.yaml", "--text", "note"], "is not of the form SOURCE=FILE"),
    ],
)
def test_what_cannot_be_done_ends_with_2(
    run: Run, command: str, arguments: list[str], reason: str
) -> None:
    Path("latin.txt").write_bytes(b"\xe9t\xe9")

    result = run(command, *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr


@BOTH
@pytest.mark.parametrize(
    "suffix",
    [
        each.suffixes[0]
        for each in all_formats()
        if each.suffixes and each.name not in {"json", "yaml", "msgpack"}
    ],
)
def test_only_forms_of_one_whole_record_are_written(run: Run, command: str, suffix: str) -> None:
    result = run(command, "a.yaml", "--text", "note=note.txt", "-o", f"b{suffix}")

    assert result.exit_code == 2
    assert "name a file of JSON, YAML or MessagePack" in result.stderr
    assert not Path(f"b{suffix}").exists()
