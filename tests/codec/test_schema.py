"""The JSON Schema and the codec agree, but for the rules that are published as its exceptions."""

import copy
import functools
import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import confmodel
from confmodel import Conference, LoadError
from confmodel.codec.shorthand import SHORT
from confmodel.errors import Finding
from confmodel.formats import yaml
from confmodel.model import FORMAT_VERSION, Evidence, Figure, Quotation
from confmodel.model._shape import Field, Form, fields_of
from confmodel.strategies import Fault, conferences, edtf_texts, nearly_valid_conferences
from tests.codec.drawn import documents
from tests.codec.mutations import NAMES, WRONG, mutants, whole_records
from tests.formats.records import all_records

ROOT = Path(__file__).resolve().parents[2]

both_forms = pytest.mark.parametrize("shorthand", [False, True], ids=["canonical", "authoring"])


def script() -> ModuleType:
    path = ROOT / "scripts" / "generate_schema.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = script()


@functools.cache
def judges(*, shorthand: bool) -> tuple[Any, Any]:
    schema = confmodel.schema(shorthand=shorthand)
    return jsonschema.Draft202012Validator(schema), jsonschema_rs.validator_for(schema)


def accepts(document: object, *, shorthand: bool = False) -> bool:
    """Ask both judges, who must agree."""
    one, other = judges(shorthand=shorthand)
    verdict: bool = other.is_valid(document)
    assert one.is_valid(document) == verdict
    return verdict


def refusals(document: dict[str, Any], *, shorthand: bool) -> tuple[Finding, ...]:
    try:
        confmodel.from_dict(document, shorthand=shorthand)
    except LoadError as error:
        return error.findings
    return ()


EXCEPT: dict[str, str] = {
    "E101": r"-?[0-9.]+(\.0|e\+[0-9]+) is not (a whole number|a date|an object)",
    "E105": r".*(no number that every reader keeps|more than the upper end|before the start)",
    "E106": r".*(ends before it starts|half a character)",
    "E109": r".*(is nested deeper than|has too many digits)",
    "E110": r".*half of a surrogate pair",
}
"""What is said of the documents that only a load refuses for their shape."""


def is_beyond_a_schema(finding: Finding, *, shorthand: bool) -> bool:
    if finding.code in EXCEPT:
        return re.match(EXCEPT[finding.code], finding.message) is not None
    if finding.code == "E102":
        return shorthand and finding.pointer.endswith("/source")
    return finding.code in generate.INTEGRITY


def judge(document: dict[str, Any], *, shorthand: bool) -> None:
    """Both directions of the law, for any document whatever."""
    # Judged as it would arrive; the copy shows that nobody changes it.
    before = copy.deepcopy(document)
    found = refusals(document, shorthand=shorthand)
    if accepts(document, shorthand=shorthand):
        assert not [each for each in found if not is_beyond_a_schema(each, shorthand=shorthand)], (
            found
        )
    else:
        assert found, "it loads, and the schema refuses it"
    assert document == before


# The two directions


canonical = conferences(with_extras=True, confmodel=FORMAT_VERSION, max_each=1)


@given(canonical)
def test_what_was_dumped_is_accepted(record: Conference) -> None:
    document = confmodel.to_dict(record)

    assert accepts(document)
    assert accepts(document, shorthand=True)


@pytest.mark.parametrize("name", all_records())
def test_every_record_that_we_have_is_accepted(name: str) -> None:
    document = confmodel.to_dict(all_records()[name])
    # The quick one of the two: what is canonical is only read as it is.
    _, authoring = judges(shorthand=True)

    assert accepts(document)
    assert authoring.is_valid(document)


@given(nearly_valid_conferences(max_each=1))
def test_one_fault_of_shape_is_refused(fault: Fault) -> None:
    judge(fault.document, shorthand=False)
    if fault.code not in generate.INTEGRITY | generate.BEYOND:
        assert not accepts(fault.document)


NEAR: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(1.0, 1e300, 0.1234567890123456, 1e24, 1.1e24, 1e-15, 1e-16, -0.0, 10**15 + 1, True),
        *(
            "PK\n",
            "PKX",
            "PKPK",
            "USD",
            "en-GB",
            "en_GB",
            "Arab",
            "W302",
            "W30",
            "0" * 64,
            "a/name",
        ),
        *("2032-02-29", "2031-02-29", "2031/2030", "2031/", "/", "-0000", "2031-05-06T24:00:00"),
        *("\t", "\u00a0", "\x1f", "\ufeff", "direct", "summit", "percent", "background", "head"),
        *({"wording": "\x85"}, {"edtf": None, "wording": "soon"}, {"edtf": None}, {"other": None}),
        *({"exact": "a"}, {"value": 3}, {"low": 3, "high": 2}, {"label": "a"}, ["name", "when"]),
        *(None, [None], [1], [{}], [{"basis": "background"}], [{"exact": "a"}], -44, -9999, 10000),
    ]
)

SPECIAL = [
    *(*NAMES, "exact", "seal", "source", "basis", "low", "high", "ratio", "wording", "edtf"),
    *("requires", "confmodel", "not_stated", "supports", "$schema", "when", "evidence", "figures"),
]


@pytest.mark.fuzz
@whole_records
@given(canonical, st.data())
def test_schema_and_load_agree_on_mutated_documents(record: Conference, data: Any) -> None:
    for mutant in mutants(confmodel.to_dict(record), data, wrong=WRONG | NEAR, names=SPECIAL):
        judge(mutant, shorthand=False)


def shortened(value: Any, owner: type) -> Any:
    """Write an object in shorthand, wherever it can be."""
    members = {}
    for field in fields_of(owner):
        if field.name in value:
            held = value[field.name]
            is_list = field.is_many and isinstance(held, list)
            members[field.name] = (
                [short(each, field) for each in held] if is_list else short(held, field)
            )
    extras = {name: held for name, held in value.items() if name not in members}
    return {**members, **extras}


def short(value: Any, field: Field) -> Any:
    if field.form is not Form.OBJECT:
        is_year = field.form is Form.DATE and re.fullmatch("[1-9][0-9]{3}", str(value))
        return int(value) if is_year else value
    names, kind = set(value), field.kind
    if kind is Figure and names == {"value"} and isinstance(value["value"], int):
        return value["value"]
    if names == {SHORT.get(kind)}:
        return value[SHORT[kind]]
    if kind is Evidence and names == {"source", "exact"}:
        return value["exact"]
    if kind is Quotation and names == {"pieces"} and len(value["pieces"]) == 1:
        piece = shortened(value, kind)["pieces"][0]
        value = piece if isinstance(piece, str) else value
    return shortened(value, kind) if isinstance(value, dict) else value


@pytest.mark.fuzz
@whole_records
@given(canonical, st.data())
def test_schema_and_load_agree_on_mutated_shorthand(record: Conference, data: Any) -> None:
    authored = shortened(confmodel.to_dict(record), Conference)
    judge(authored, shorthand=True)
    if len(record.sources) == 1:
        assert confmodel.from_dict(authored, shorthand=True) == record

    for mutant in mutants(authored, data, wrong=WRONG | NEAR, names=SPECIAL):
        judge(mutant, shorthand=True)


@pytest.mark.fuzz
@both_forms
@whole_records
@given(st.data())
def test_what_is_drawn_from_the_schema_loads(shorthand: bool, data: Any) -> None:
    """Whatever it accepts: these documents know nothing of the model."""
    document = data.draw(documents(confmodel.schema(shorthand=shorthand)))

    judge(document, shorthand=shorthand)


# What no schema can say


def with_members(**members: Any) -> dict[str, Any]:
    return {"id": "c", "name": "C", **members}


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


BEYOND: list[tuple[str, dict[str, Any]]] = [
    ("E101", with_members(edition={"ordinal": 2.0})),
    ("E105", with_members(figures=[{"value": 0.1234567890123456}])),
    ("E105", with_members(figures=[{"low": 3, "high": 2}])),
    (
        "E105",
        with_members(sources=[{"id": "s", "parts": [{"kind": "body", "start": 2, "end": 1}]}]),
    ),
    ("E106", with_members(when="2031/2030")),
    ("E109", with_members(**{"x-deep": nested(50)})),
    ("E109", with_members(**{"x-large": 2**1024})),
    ("E110", with_members(note="\ud83d")),
    ("E201", with_members(people=[{"id": "a"}, {"id": "a"}])),
    ("E202", with_members(hosts=["a"])),
    ("E203", with_members(hosts=["c"])),
    ("E204", with_members(not_stated=["when"], when="2031")),
    ("E206", with_members(accepts=[{"code": "W301", "at": "c/nonsense"}])),
    (
        "E207",
        with_members(
            sources=[{"id": "s", "length": 1}], evidence=[{"source": "s", "exact": "a", "start": 1}]
        ),
    ),
    (
        "E208",
        with_members(
            sources=[{"id": "s", "parts": [{"kind": "body"}]}],
            evidence=[{"source": "s", "exact": "a", "part": "caption"}],
        ),
    ),
    ("E209", with_members(organizations=[{"id": "o", "name": "O", "parent": "o"}])),
]
BEYOND_SHORTHAND = [("E102", with_members(evidence=["a"]))]


@pytest.mark.parametrize(("code", "document"), BEYOND)
def test_rule_that_is_published_as_an_exception_is_one(code: str, document: dict[str, Any]) -> None:
    # Rust has no text with half a character, and no number of that size.
    judge = judges(shorthand=False)[0] if code in ("E109", "E110") else None

    assert accepts(document) if judge is None else judge.is_valid(document)
    assert {each.code for each in refusals(document, shorthand=False)} == {code}


@pytest.mark.parametrize(("code", "document"), BEYOND_SHORTHAND)
def test_rule_that_is_an_exception_for_shorthand_is_one(
    code: str, document: dict[str, Any]
) -> None:
    assert accepts(document, shorthand=True)
    assert {each.code for each in refusals(document, shorthand=True)} == {code}


def test_every_published_exception_has_a_document_that_proves_it() -> None:
    assert {code for code, _ in BEYOND} == set(generate.BEYOND | generate.INTEGRITY)
    assert {code for code, _ in BEYOND_SHORTHAND} == set(generate.BEYOND_SHORTHAND)
    assert set(EXCEPT) == set(generate.BEYOND)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"id": "c", "name": "C", "x-a": 1', "E100"),
        ('{"id": "c", "name": "C", "name": "C"}', "E116"),
        (json.dumps(with_members(**{"x-deep": nested(70)})), "E113"),
    ],
)
def test_rules_for_the_text_are_published_too(text: str, code: str) -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.loads(text)

    assert code in {each.code for each in caught.value.findings}
    assert code in generate.NOT_JSON


def test_members_of_a_newer_version_load_and_are_refused_by_this_schema() -> None:
    document = with_members(confmodel="1.7", weather="fair")

    assert not refusals(document, shorthand=False)
    assert not accepts(document)
    assert accepts(with_members(confmodel="1.7"))


# Dates


def is_reversed(text: str) -> bool:
    try:
        confmodel.When(text)
    except confmodel.InvalidValueError as error:
        return "ends before it starts" in error.message
    return False


def is_date(text: str) -> bool:
    try:
        confmodel.When(text)
    except confmodel.InvalidValueError:
        return False
    return True


MARKS = "0123456789-XYT:Z+?~%/.\n"


@pytest.mark.fuzz
@given(edtf_texts() | st.text(MARKS, max_size=24), st.data())
def test_pattern_of_dates_takes_what_the_reader_takes(text: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(0, 2))):
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + data.draw(st.sampled_from(MARKS)) + text[place + 1 :]

    assert accepts(with_members(when=text)) == (is_date(text) or is_reversed(text))


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize("year", [0, 1, 4, 100, 400, 1900, 2000, 2031, 2032, 9996, 9999])
def test_pattern_of_dates_knows_the_calendar(sign: str, year: int) -> None:
    for month in range(14):
        for day in range(33):
            text = f"{sign}{year:04}-{month:02}-{day:02}"
            one, _ = judges(shorthand=False)
            assert one.is_valid(with_members(when=text)) == is_date(text), text


@pytest.mark.parametrize("mark", ["Z", "+", "-"])
def test_pattern_of_dates_knows_the_zones(mark: str) -> None:
    hours = [""] if mark == "Z" else [f"{n:02}" for n in (0, 1, 9, 10, 13, 14, 15)]
    for hour in hours:
        for minute in ("", ":00", ":01", ":59", ":60"):
            text = f"2031-05-06T09:30:00{mark}{hour}{minute}"
            assert accepts(with_members(when=text)) == is_date(text), text


# The schema itself


@both_forms
def test_schema_is_one_of_the_draft(shorthand: bool) -> None:
    schema = confmodel.schema(shorthand=shorthand)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert jsonschema_rs.meta.is_valid(schema)
    assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]


@both_forms
def test_every_definition_is_used_and_described(shorthand: bool) -> None:
    schema = confmodel.schema(shorthand=shorthand)
    used = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)))

    assert used == set(schema["$defs"])
    for each in (schema, *schema["$defs"].values()):
        assert each["description"]
        assert not re.search(r'"(enum|anyOf|required)": \[\]', json.dumps(each))
        assert all(member["description"] for member in each.get("properties", {}).values())


@both_forms
def test_every_engine_can_read_the_patterns(shorthand: bool) -> None:
    """No look-around, and of the escapes only those that all have."""
    found = re.findall(
        r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(confmodel.schema(shorthand=shorthand))
    )

    assert found
    for pattern in map(json.loads, found):
        assert not re.search(r"\(\?[^:]|\\[^n.+]", pattern), pattern


def test_final_newline_is_no_part_of_a_code() -> None:
    assert accepts(with_members(language="fr"))
    assert not accepts(with_members(language="fr\n"))


def test_schema_is_plain_and_nobody_can_change_it_for_others() -> None:
    schema = confmodel.schema()

    assert json.loads(json.dumps(schema)) == schema
    schema["$defs"].clear()
    schema["properties"]["name"]["minLength"] = 9
    assert confmodel.schema() != schema


@pytest.mark.parametrize("seed", ["0", "7"])
def test_schema_does_not_depend_on_the_process(seed: str) -> None:
    program = "import confmodel, json; print(json.dumps(confmodel.schema(shorthand=True)))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )

    assert done.stdout.rstrip() == json.dumps(confmodel.schema(shorthand=True))


def test_what_is_committed_is_what_the_model_says() -> None:
    """If not, scripts/generate_schema.py writes it anew."""
    written = list(generate.files())

    assert len(written) == 4
    for path, text in written:
        assert path.read_text(encoding="utf-8") == text, path


def test_ids_are_where_the_site_has_the_files() -> None:
    site = re.search(r'site_url: !ENV \[SITE_URL, "(.*)"\]', (ROOT / "mkdocs.yml").read_text())
    published = {path.relative_to(ROOT).as_posix() for path in (ROOT / "schema").rglob("*.json")}

    assert site is not None
    assert {confmodel.schema(shorthand=each)["$id"] for each in (False, True)} == {
        site[1] + name for name in published
    }


def test_example_that_is_written_by_hand_is_accepted() -> None:
    text = (ROOT / "examples" / "warsaw.yaml").read_bytes()

    assert accepts(yaml.parse(text), shorthand=True)
    assert not accepts(yaml.parse(text))
