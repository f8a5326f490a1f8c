"""YAML: what it means is what the core schema of YAML 1.2 says, or it is refused."""

import builtins
import collections
import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from confmodel.codec import Limits, dumps, loads, to_dict
from confmodel.errors import (
    ConfmodelError,
    Finding,
    InvalidValueError,
    LoadError,
    MissingExtraError,
)
from confmodel.formats import yaml as own_yaml
from confmodel.formats._yaml_writer import emit
from confmodel.formats.yaml import parse, read, write
from confmodel.model import Conference
from confmodel.strategies import conferences

pyyaml = pytest.importorskip("yaml", reason="PyYAML is not installed")

SAMPLE = """\
confmodel: "1.0"
id: lakeside-2031
name: Lakeside Conference on Cross-Border Rivers
when: 2031-05-06/2031-05-08
hosts: [a]
not_stated: [organizers]
sources: [{id: gazette, kind: news_report, title: Three neighbours meet, published: 2031-05-08}]
countries: [{id: aland, name: Aland}, {id: boria, name: Boria}]
delegations: [{id: a, of: [aland]}, {id: b, of: [boria]}]
delegates:
  - {id: r-vale, name: Rosa Vale, delegation: a, function: head, offices: [Minister of Water]}
groups: [{id: both, wording: both ministers, quantifier: all, members: [a, b], is_complete: true}]
statements:
  - id: s1
    speakers: [r-vale]
    manner: mixed
    text: The river is lower than ever.
    quotations: ["a fifth lower than anyone remembers"]
    figures: [{value: 20, unit: percent, direction: decrease, of: water level}]
agreements:
  - id: gauges
    kind: undertaking
    status: agreed
    parties: [both]
    text: publish gauge readings daily
    due: 2032
    evidence: ["agreed to publish gauge readings every day"]
"""

# Pieces of text that some reader or writer of YAML gets wrong.
odd_pieces = st.sampled_from(
    [
        ": ",
        " #",
        "\n",
        "\n\n",
        "\r",
        "\t",
        " ",
        "  ",
        "---",
        "...",
        "- ",
        "? ",
        "?",
        ":",
        ",",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "\\",
        "%",
        "@",
        "`",
        "&a",
        "*a",
        "!!str ",
        "|",
        ">",
        "<<",
        "=",
        "~",
        "null",
        "NO",
        "on",
        "true",
        ".inf",
        "0x1F",
        "0o7",
        "1e3",
        "12:30:45",
        "2031-05-06",
        "1_000",
        "\0",
        "\x7f",
        "\x85",
        "\xa0",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufffe",
        "\u200b",
        "\u202e",
        "\U0001f600",
        "word",
        "\U0001fffe",
        "\U0010ffff",
        "\ue000",
        "é",
        "e\u0301",
        "水",
        "a" * 120,
        "#",
        "<",
        "$",
        "/",
    ]
)
texts = st.text() | st.lists(odd_pieces, max_size=12).map("".join)
long_texts = st.lists(texts, min_size=5, max_size=40).map(" ".join)
names = texts | st.just("n" * 1100)
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
    | long_texts
)
plain_data = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(names, inner, max_size=5),
    max_leaves=25,
)


def exactly(value: object) -> str:
    """Tell apart what `==` does not: the kind of a number, and the order of members."""
    return repr(value)


def refused(document: str | bytes, **limits: int) -> tuple[Finding, ...]:
    """Return why a document is refused."""
    with pytest.raises(LoadError) as caught:
        parse(document, **limits)
    return caught.value.findings


def deep(levels: int, value: Any = 0) -> Any:
    for level in range(levels):
        value = [value] if level % 2 else {"a": value}
    return value


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Either parser of PyYAML; the one in Python serves where libyaml is missing."""
    if request.param == "python":
        monkeypatch.delattr(pyyaml, "CBaseLoader", raising=False)
    elif not hasattr(pyyaml, "CBaseLoader"):
        pytest.skip("PyYAML was built without libyaml")
    return str(request.param)


@pytest.fixture
def without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pyyaml, "CBaseLoader", raising=False)


# What a scalar means


@pytest.mark.parametrize(
    "text",
    [
        "NO",
        "no",
        "yes",
        "on",
        "off",
        "y",
        "12:30:45",
        "190:20:30",
        "2031-05-06",
        "1_000",
        "0b1",
        "nan",
        "2031-05-06T10:00:00Z",
        "Infinity",
        "1e",
        "0x",
        "0o8",
        "1.2.3",
        "tRue",
        "nULL",
        "=",
        "- -x",
        "+",
    ],
)
@pytest.mark.usefixtures("parser")
def test_text_that_other_readers_take_for_something_else_stays_text(text: str) -> None:
    document = f"value: {text}" if not text.startswith("-") else f"value: '{text}'"

    assert parse(document) == {"value": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("Null", None),
        ("TRUE", True),
        ("False", False),
        ("007", 7),
        ("-12", -12),
        ("+3", 3),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.", 1.0),
        (".5", 0.5),
        ("-0.0", -0.0),
        ("1e3", 1000.0),
        ("2.5E-3", 0.0025),
        ("18446744073709551616", 2**64),
    ],
)
@pytest.mark.usefixtures("parser")
def test_plain_scalars_mean_what_the_core_schema_says(text: str, value: object) -> None:
    assert exactly(parse(f"[{text}, 0]" if text else "[~, 0]")) == exactly([value, 0])
    assert exactly(parse(f"value: {text}")) == exactly({"value": value})


@pytest.mark.parametrize("text", ["null", "true", "1", "0x1F", "1.5", "~", ".inf", ""])
@pytest.mark.usefixtures("parser")
def test_quotation_marks_make_text(text: str) -> None:
    assert parse(f"['{text}', \"{text}\"]") == [text, text]
    assert parse(f"|-\n  {text}\n" if text else "''") == text


@pytest.mark.parametrize(
    "text",
    [
        ".inf",
        "-.INF",
        ".NaN",
        "1e400",
        "-1e999",
        "9" * 5000,
        "0x" + "f" * 5000,
        "1" * 5000 + ".0e9",
    ],
)
@pytest.mark.usefixtures("parser")
def test_number_that_cannot_be_kept_is_refused(text: str) -> None:
    findings = refused(f"a: 1\nb: {text}\n")

    assert [(each.code, each.pointer) for each in findings] == [("E105", "/b")]
    assert findings[0].where == "line 2, column 4"


def test_program_that_allows_fewer_digits_gets_a_clear_error() -> None:
    allowed = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        findings = refused("[" + "9" * 700 + "]")
    finally:
        sys.set_int_max_str_digits(allowed)

    assert findings[0].code == "E105"


# What is refused


@pytest.mark.parametrize(
    ("document", "code", "pointer", "place", "words"),
    [
        ("a: 1\nb: &x 2\n", "E100", "/b", "line 2, column 4", "anchor"),
        ("a: &x [1]\n", "E100", "/a", "line 1, column 4", "anchor"),
        ("a: [*x]\n", "E100", "/a/0", "line 1, column 5", "alias"),
        ("a: !!str 1\n", "E100", "/a", "line 1, column 4", "tag"),
        ("a: ! 1\n", "E100", "/a", "line 1, column 4", "tag"),
        ("!x {a: 1}\n", "E100", "", "line 1, column 1", "tag"),
        ("a: !!python/object:os.system {}\n", "E100", "/a", "line 1, column 4", "tag"),
        ("%TAG ! tag:x,2000:\n--- a\n", "E100", "", "line 1, column 1", "%TAG"),
        ("%YAML 1.1\n--- a\n", "E100", "", "line 1, column 1", "version"),
        ("b: {c: 1, <<: {d: 2}}\n", "E100", "/b", "line 1, column 11", "merge key"),
        ("a: 1\nb: 2\na: 3\n", "E116", "/a", "line 3, column 1", "first in line 1"),
        ("'<<': 1\n\"<<\": 2\n", "E116", "/<<", "line 2, column 1", "first in line 1"),
        ("'<<': 1\n<<: 2\n", "E100", "", "line 2, column 1", "merge key"),
        ("l: [{'x/~': 1, 'x/~': 2}]", "E116", "/l/0/x~1~0", "line 1, column 16", "more than once"),
        ("--- 1\n--- 2\n", "E100", "", "line 2, column 1", "second document"),
        ("a: 1\n1: 2\n", "E100", "", "line 2, column 1", "'1'"),
        ("true: 2\n", "E100", "", "line 1, column 1", "'true'"),
        ("a:\n  ? \n  : 2\n", "E100", "/a", "line 2, column 4", "''"),
        ("[a]: 2\n", "E100", "", "line 1, column 1", "list or a mapping"),
        ("? {a: 1}\n: 2\n", "E100", "", "line 1, column 3", "list or a mapping"),
        ("{?a: 1}\n", "E100", "", "line 1, column 3", "'?'"),
        ("", "E100", "", "line 1, column 1", "empty"),
        ("# nothing\n", "E100", "", "line 2, column 1", "empty"),
        ("a: b: c\n", "E100", "", "line 1, column 5", "not YAML"),
        ("a:\n  b:\n\tc: 1\n", "E100", "/a/b", "line 3, column 1", "not YAML"),
        ("a: 'x\n", "E100", "/a", "line 2, column 1", "not YAML"),
        ("a: [1, 2\n", "E100", "/a/2", "line 2, column 1", "not YAML"),
        ("a: 1\nb: x\0y", "E100", "", "line 2, column 5", "U+0000"),
        ("a: x\u2028y", "E100", "", "line 1, column 5", "U+2028"),
        ("a: x\x85y", "E100", "", "line 1, column 5", "U+0085"),
        ("a: x\r\nb: \ud800", "E110", "", "line 2, column 4", "U+D800"),
    ],
)
def test_what_readers_understand_differently_is_refused(
    document: str, code: str, pointer: str, place: str, words: str
) -> None:
    finding = refused(document)[0]

    assert (finding.code, finding.pointer) == (code, pointer)
    assert finding.where == place
    assert words in finding.message
    assert finding.help


@pytest.mark.parametrize(
    ("document", "code", "pointer", "place", "remedy"),
    [
        (r'a: "x \ud83d\ude00"', "E100", "/a", "line 1, column 9", r'or "\U0001F600"'),
        (r'"\uD83D\uDE00": 1', "E100", "", "line 1, column 4", r'or "\U0001F600"'),
        (r'a: "\\ud83d\ud83d "', "E110", "/a", "line 1, column 14", "whole character"),
        (r'a: "\ude00\ud83d"', "E110", "/a", "line 1, column 7", "whole character"),
        (r'a: "\U0000D83D"', "E110", "/a", "line 1, column 7", "whole character"),
        ('a: "x\n  \\n\\udfff"', "E110", "/a", "line 2, column 7", "whole character"),
    ],
)
def test_half_of_a_character_is_refused_with_the_whole_one(
    document: str, code: str, pointer: str, place: str, remedy: str
) -> None:
    (finding,) = refused(document)

    assert (finding.code, finding.pointer) == (code, pointer)
    assert finding.where == place
    assert remedy in finding.help
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(pyyaml, "CBaseLoader", raising=False)
        assert refused(document) == (finding,)


@pytest.mark.parametrize(
    ("document", "text"), [(r"'\ud83d\ude00'", r"\ud83d\ude00"), (r'"\U0001F600"', "\U0001f600")]
)
def test_only_an_escape_is_half_of_a_character(document: str, text: str) -> None:
    assert parse(f"a: {document}") == {"a": text}


@pytest.mark.parametrize("document", ["a: [1, 2\n", "a: 'x\n", '"\\UFFFFFFFF"', "%YAML 1.\n"])
@pytest.mark.usefixtures("without_libyaml")
def test_parser_without_libyaml_raises_nothing_else(document: str) -> None:
    findings = refused(document)

    assert findings[0].code == "E100"
    assert findings[0].line


def test_tab_for_indentation_is_named() -> None:
    assert refused("a:\n\tb: 1\n")[0].help == "indent with spaces, not with tabs"


def test_everything_that_is_wrong_is_said_at_once() -> None:
    findings = refused("a: &x 1\nb: !!str 2\nb: .inf\nc: [\n")

    assert [each.code for each in findings] == ["E100", "E100", "E116", "E105", "E100"]


def test_member_that_stands_twice_hides_no_other_fault() -> None:
    document = "id: Lake Side\nname: L\nwhen: 2031-5-6\nname: M\nhosts: [nobody]\n"

    with pytest.raises(LoadError) as caught:
        read(document)

    assert [(each.code, each.where) for each in caught.value.findings] == [
        ("E104", "line 1, column 1"),
        ("E116", "line 4, column 1"),
        ("E106", "line 3, column 1"),
        ("E202", "line 5, column 9"),
    ]


def test_member_that_stands_twice_is_refused_where_nothing_else_is_wrong() -> None:
    with pytest.raises(LoadError) as caught:
        read("id: lakeside\nname: L\nname: M\n")

    assert [each.code for each in caught.value.findings] == ["E116"]


def test_two_kinds_of_faults_are_both_located() -> None:
    findings = refused("b: {a: 1}\na: 1\nb: {a: 2, a: .inf}\n")

    assert [(each.code, each.pointer) for each in findings] == [
        ("E116", "/b"),
        ("E116", "/b/a"),
        ("E105", "/b/a"),
    ]


def test_many_faults_end_the_reading() -> None:
    assert len(refused("[" + "!x 1, " * 1000 + "]")) == 20


@pytest.mark.parametrize(
    ("document", "words"),
    [(b"\xff\xfea\x00", "UTF-16"), (b"a: \xff", "byte 3"), (b"\x00\x01\x02", "U+0000")],
)
def test_bytes_that_are_no_text_are_refused(document: bytes, words: str) -> None:
    finding = refused(document)[0]

    assert finding.code == "E100"
    assert words in finding.message


def test_byte_order_mark_is_passed_over() -> None:
    assert (
        parse("\ufeffa: 1") == parse(b"\xef\xbb\xbfa: 1") == parse(bytearray(b"a: 1")) == {"a": 1}
    )


@pytest.mark.parametrize("value", [None, 1, ["a"], {"id": "c"}])
def test_what_is_neither_text_nor_bytes_is_refused(value: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        read(value)

    assert caught.value.code == "E101"


# Limits


def test_depth_is_limited_whatever_the_depth_of_the_caller() -> None:
    def from_below(levels: int) -> None:
        if levels:
            from_below(levels - 1)
        else:
            assert parse(emit(deep(64))) == deep(64)
            assert refused(json.dumps(deep(65)))[0].code == "E113"

    from_below(10)
    from_below(700)


def test_size_is_limited_in_bytes() -> None:
    assert parse("é" * 10, max_bytes=20) == "é" * 10
    assert parse(b"a" * 20, max_bytes=20) == "a" * 20
    for document in ("é" * 11, b"a" * 21, "a" * 21):
        assert refused(document, max_bytes=20)[0].code == "E113"


def test_names_and_values_are_counted() -> None:
    assert parse("{a: 1, b: [2, 3]}", max_values=7) == {"a": 1, "b": [2, 3]}
    assert refused("{a: 1, b: [2, 3]}", max_values=6)[0].code == "E113"


BOMBS = {
    "aliases": "a: &a [x, x]\n"
    + "".join(
        f"{chr(n + 1)}: &{chr(n + 1)} [*{chr(n)}, *{chr(n)}]\n" for n in range(ord("a"), ord("y"))
    ),
    "merge keys": "a: &a {x: 1}\n" + "b: {<<: [" + "*a, " * 100_000 + "]}\n",
    "brackets": "[" * 100_000,
    "closed brackets": "[" * 100_000 + "]" * 100_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "directives": "".join(f"%TAG !a{n}! x\n" for n in range(100_000)) + "--- a\n",
    "late directives": "a\n...\n" + "".join(f"%TAG !a{n}! x\n" for n in range(100_000)) + "--- a\n",
    "itself": "&a [*a]\n",
    "duplicates": "a: 1\n" * 100_000,
    "digits": "[" + "9" * 1_000_000 + "]",
    "anchors": "[" + "&a x, " * 100_000 + "]",
}

BOMB_SCRIPT = """\
import json, sys, time
from pathlib import Path
from confmodel.errors import LoadError
from confmodel.formats.yaml import parse

def peak():
    status = Path("/proc/self/status")  # elsewhere than on Linux, memory is not looked at
    if not status.exists():
        return 0
    return next(int(line.split()[1]) for line in status.open() if line.startswith("VmHWM"))

parse("a: 1")
bombs = json.load(sys.stdin)
before = peak()
for name, document in bombs.items():
    start = time.process_time()
    try:
        parse(document)
    except LoadError as error:
        print(json.dumps([name, time.process_time() - start, error.findings[0].code]))
print(json.dumps(["memory", peak() - before, ""]))
"""


def test_bombs_are_refused_at_once() -> None:
    """Each costs less than a second and 64 MB, and none ends the process."""
    result = subprocess.run(
        [sys.executable, "-c", BOMB_SCRIPT],
        input=json.dumps(BOMBS),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    lines = [json.loads(line) for line in result.stdout.splitlines()]

    assert result.returncode == 0, result.stderr
    assert [name for name, _, _ in lines] == [*BOMBS, "memory"]
    assert {name: cost for name, cost, code in lines if code and cost > 1} == {}
    assert lines[-1][1] < 64 * 1024


# Laws


@given(value=plain_data)
@example(value={"": "", "<<": "<<", "a b": " x ", "k" * 1100: {"k" * 1100: ["v" * 200]}})
@example(value="a\n\nb\n \nc")
@example(value=["\n", "a\n", "a\n\n", "\na", " a\nb", "a \nb", "a\n b"])
def test_what_is_written_is_read_back(value: object) -> None:
    written = emit(value)

    assert exactly(parse(written)) == exactly(value)
    assert exactly(parse(written.encode())) == exactly(value)
    assert written.endswith("\n")
    assert emit(parse(written)) == written


@given(value=plain_data)
@settings(max_examples=50)
def test_the_parser_without_libyaml_reads_the_same(value: object) -> None:
    written = emit(value)
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(pyyaml, "CBaseLoader", raising=False)

        assert exactly(parse(written)) == exactly(value)


@given(value=plain_data)
@settings(max_examples=200)
def test_independent_readers_read_the_same(value: object) -> None:
    """PyYAML reads YAML 1.1, where far more texts mean something else."""
    written = emit(value)

    assert exactly(pyyaml.load(written, pyyaml.SafeLoader)) == exactly(value)
    assert exactly(
        pyyaml.load(written, getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader))
    ) == exactly(value)


@given(value=plain_data)
@settings(max_examples=200)
def test_a_reader_of_yaml_1_2_reads_the_same(value: object) -> None:
    ruamel = pytest.importorskip("ruamel.yaml", reason="ruamel.yaml is not installed")
    reader = ruamel.YAML(typ="safe", pure=True)

    assert exactly(reader.load(emit(value))) == exactly(value)


@given(value=plain_data)
def test_json_is_yaml(value: object) -> None:
    """JSON is read as YAML, unless it holds what has to be escaped."""
    written = json.dumps(value, ensure_ascii=False)
    try:
        again = parse(written)
    except LoadError as error:
        assert {each.code for each in error.findings} <= {"E100"}
        return
    assert exactly(again) == exactly(value)


yaml_like = st.lists(
    odd_pieces
    | st.sampled_from(["a", "b: ", "- ", "\n  ", "\n", "{", "[", ", ", "? ", "|\n", ">-\n"]),
    max_size=30,
).map("".join)


@given(document=st.text() | st.binary() | yaml_like)
@example(document="\U0010ffff: |+\n\n \n")
@example(document="? ?a\n?b: [?")
def test_any_input_gives_plain_data_or_one_error(document: str | bytes) -> None:
    for is_slow in (False, True):
        with pytest.MonkeyPatch.context() as patch:
            if is_slow:
                patch.delattr(pyyaml, "CBaseLoader", raising=False)
            try:
                value = parse(document)
            except LoadError as error:
                assert all(each.help and each.message for each in error.findings)
                continue
            assert exactly(json.loads(json.dumps(value, allow_nan=False))) == exactly(value)
            assert exactly(parse(emit(value))) == exactly(value)


# Outside suites


def documents_in(text: str) -> list[object]:
    """Read the JSON documents that stand behind each other."""
    found = []
    decoder = json.JSONDecoder()
    while text := text.lstrip():
        value, end = decoder.raw_decode(text)
        found.append(value)
        text = text[end:]
    return found


REASONS = {
    "the anchor": "an anchor",
    "the alias": "an alias",
    "the tag": "a tag",
    "the directive %TAG": "a tag",
    "a second document": "more than one document",
    "the document is of another": "another version of YAML",
    "the document is empty": "no document",
    "the name": "a name that is no text",
    "a name is a list": "a name that is no text",
    "a name stands directly": "a name directly behind '?'",
    "the document is not YAML": "syntax that PyYAML does not know",
}


def reason_of(finding: Finding) -> str:
    return next(reason for words, reason in REASONS.items() if finding.message.startswith(words))


def test_yaml_test_suite_gives_its_json_or_a_published_refusal(shared: Path, parser: str) -> None:
    """No valid document is read as something else than it means."""
    reasons: collections.Counter[str] = collections.Counter()
    wrong = []
    for case in sorted(path.parent for path in shared.glob("suites/yaml-valid/*/in.yaml")):
        expected = documents_in((case / "in.json").read_text(encoding="utf-8"))
        try:
            value = parse((case / "in.yaml").read_bytes())
        except LoadError as error:
            reasons[reason_of(error.findings[0])] += 1
            continue
        reasons["read"] += 1
        if [value] != expected or json.dumps(value, sort_keys=True) != json.dumps(
            expected[0], sort_keys=True
        ):
            wrong.append(case.name)

    assert wrong == []
    assert sum(reasons.values()) == 279
    assert reasons == {
        "read": 171 if parser == "libyaml" else 168,
        "an anchor": 22,
        "a tag": 30,
        "more than one document": 9,
        "no document": 3,
        "another version of YAML": 3,
        "a name directly behind '?'": 2,
        "syntax that PyYAML does not know": 39 if parser == "libyaml" else 42,
    }


def test_naughty_strings_survive(shared: Path) -> None:
    strings = json.loads(
        (shared / "suites/naughty-strings/strings.json").read_text(encoding="utf-8")
    )
    as_names = dict.fromkeys(strings, 1)

    assert parse(emit(strings)) == strings
    assert parse(emit([{"text": each, "texts": [each]} for each in strings])) == [
        {"text": each, "texts": [each]} for each in strings
    ]
    assert exactly(parse(emit(as_names))) == exactly(as_names)


# What is written


def test_short_things_stand_in_brackets_and_long_ones_below_each_other() -> None:
    value = {
        "confmodel": "1.0",
        "hosts": ["a", "b"],
        "countries": [{"id": "aland", "name": "Aland"}, {"id": "boria", "name": "Boria"}],
        "delegates": [
            {"id": "r-vale", "name": "Rosa Vale", "offices": [{"title": "Minister of Water"}]},
            {"id": "x", "name": None, "described_as": "an aide", "function": "adviser"},
        ],
        "edition": {"series": "Lakeside", "ordinal": 3},
        "note": "word " * 30 + "end",
        "text": "One line.\n\nAnd one more.",
        "when": "2031-05-06",
        "country": "NO",
        "said": 'They said "no".',
        "share": 0.5,
        "nothing": [],
    }

    assert emit(value) == (
        'confmodel: "1.0"\n'
        "hosts: [a, b]\n"
        "countries: [{id: aland, name: Aland}, {id: boria, name: Boria}]\n"
        "delegates:\n"
        "  - id: r-vale\n"
        "    name: Rosa Vale\n"
        "    offices: [{title: Minister of Water}]\n"
        "  - {id: x, name: null, described_as: an aide, function: adviser}\n"
        "edition: {series: Lakeside, ordinal: 3}\n"
        "note: >-\n"
        f"  {'word ' * 18}word\n"
        f"  {'word ' * 11}end\n"
        "text: |-\n"
        "  One line.\n"
        "\n"
        "  And one more.\n"
        'when: "2031-05-06"\n'
        'country: "NO"\n'
        'said: They said "no".\n'
        "share: 0.5\n"
        "nothing: []\n"
    )


def test_long_paragraphs_are_folded_with_empty_lines_between_them() -> None:
    text = f"{'one ' * 40}end\n\nTwo.\n"
    written = emit({"text": text})

    assert written == (
        f"text: >\n  {('one ' * 24).strip()}\n  {('one ' * 16).strip()} end\n\n\n  Two.\n"
    )
    assert parse(written) == {"text": text}


words = st.text("abcdefghij'\"\t-#", min_size=1, max_size=20)


@given(text=st.lists(words, max_size=100).map(" ".join))
def test_text_of_ordinary_words_is_folded(text: str) -> None:
    written = emit({"statements": [{"text": text, "pieces": [{"exact": text}]}]})

    assert max(map(len, written.splitlines())) <= 100


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (math.nan, "E105"),
        ([math.inf], "E105"),
        ({"a": "\ud800"}, "E110"),
        ({"\udfff": 1}, "E110"),
        ({1: 2}, "E101"),
        ([{1, 2}], "E101"),
        (b"x", "E101"),
        ([10**5000], "E105"),
        (deep(300), "E113"),
    ],
)
def test_what_yaml_cannot_say_is_not_written(value: object, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        emit(value)

    assert caught.value.code == code


# Records


def test_authored_record_is_read_with_its_shorthand() -> None:
    record = read(SAMPLE)

    assert record.statements[0].quotations[0].pieces[0].source == "gazette"
    assert record.countries[0].name == "Aland"
    assert str(record.agreements[0].due) == "2032"


def test_written_record_is_read_back() -> None:
    record = read(SAMPLE)
    written = write(record)

    assert read(written) == record
    assert read(written.encode()) == record
    assert parse(written) == to_dict(record)
    assert written.startswith('confmodel: "1.0"\nid: lakeside-2031\n')


@given(record=conferences())
def test_every_record_survives_yaml_as_it_survives_json(record: Conference) -> None:
    written = write(record)

    assert read(written) == record == loads(dumps(record))
    assert write(read(written)) == written


def test_problem_is_shown_with_its_line_and_column() -> None:
    wrong = SAMPLE.replace("manner: mixed", "maner: mixed").replace(
        "parties: [both]", "parties: [bot]"
    )
    with pytest.raises(LoadError) as caught:
        read(wrong)

    places = [(each.pointer, each.where) for each in caught.value.findings]
    assert ("/statements/0/maner", "line 16, column 5") in places
    assert ("/agreements/0/parties/0", "line 24, column 15") in places


def test_problem_of_something_missing_is_shown_where_its_owner_is() -> None:
    with pytest.raises(LoadError) as caught:
        read("id: c\nname: C\ncountries:\n  - {id: x}\n  - name: Y\n")

    assert {each.pointer: each.where for each in caught.value.findings} == {
        "/countries/0/name": "line 4, column 5",
        "/countries/1/id": "line 5, column 5",
    }


@pytest.mark.parametrize("document", ["[]", "text", "3", "null"])
def test_document_that_is_no_mapping_is_no_record(document: str) -> None:
    with pytest.raises(LoadError) as caught:
        read(document)

    assert caught.value.findings[0].where == "line 1, column 1"


def test_limits_of_the_codec_hold() -> None:
    for limits in (Limits(max_bytes=10), Limits(max_depth=2), Limits(max_objects=1)):
        with pytest.raises(LoadError) as caught:
            read(SAMPLE, limits=limits)
        assert caught.value.findings[0].code == "E113"


def test_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_yaml(name: str, *rest: Any) -> Any:
        if "_yaml_events" in (rest[2] or ()):
            raise ModuleNotFoundError(name="yaml")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_yaml)
    with pytest.raises(MissingExtraError) as caught:
        own_yaml.parse("a: 1")

    assert caught.value.extra == "yaml"
    assert isinstance(caught.value, ConfmodelError)


def test_other_missing_library_is_not_mistaken_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_attrs(name: str, *rest: Any) -> Any:
        if "_yaml_events" in (rest[2] or ()):
            raise ModuleNotFoundError(name="attrs")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_attrs)
    with pytest.raises(ModuleNotFoundError) as caught:
        own_yaml.parse("a: 1")

    assert caught.value.name == "attrs"


def test_importing_the_format_imports_no_library() -> None:
    script = "import sys, confmodel.formats.yaml; sys.exit('yaml' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_media_type_and_suffixes_are_the_registered_ones() -> None:
    assert own_yaml.FORMAT.media_type == "application/yaml"
    assert own_yaml.FORMAT.suffixes == (".yaml", ".yml")


def test_blank_line_at_the_end_is_no_part_of_a_text() -> None:
    assert read("id: c\nname: |-\n  Lakeside\n  ").name == "Lakeside"
