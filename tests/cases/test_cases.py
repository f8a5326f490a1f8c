"""Real reports as records: every fact of a careful reader is said, with its words.

Each case has a mapping, `NAME.mapping.json`: for every fact of the facts file
the addresses in the record that say it, as `id/field`, or deeper into a field
by names and positions (`c/places/0/name`). Facts that a source leaves open are
said by `id/not_stated/field`.
"""

import hashlib
import itertools
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from confmodel import Conference, When, check, dumps, example, loads
from confmodel.model import Delegation, Evidence, Group, Name, Quotation, Record, Seal
from confmodel.model._shape import fields_of
from confmodel.model._walk import evidence_in, records_in

HERE = Path(__file__).parent
BUNDLED = {"00-warsaw": "warsaw-2026"}
CASES = sorted(path.name.removesuffix(".mapping.json") for path in HERE.glob("*.mapping.json"))

SPAN = {"exact", "start", "end"}
NO_FACT_AT_ROOT = {"case", "text", "code_points", "hard"}
"""What the facts file says of itself."""
NO_FACT = {"evidence", "note", "id"}
"""The words behind a fact, a remark, and a label inside the facts file."""
LEFT_OPEN = (None, "not stated", "unknown")
NAMING = {"countries", "country", "for", "honorific", "name", "official_spelling"}
NAMING |= {"organization", "person", "persons", "title"}
"""Keys whose values are names, alone or in a list."""
NAMING_IN_A_LIST = {"beneficiaries", "parties", "speakers"}
"""Keys whose values are names in a list, and a description otherwise."""
DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}(T.+)?")
RATIO = re.compile(r"[0-9]+(:[0-9]+)+")
OURS = {"condition", "label", "note", "text", "value"}
MOST_WORDS_OF_THE_SOURCE = 6


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def record(case: str) -> Conference:
    if case in BUNDLED:
        return example(BUNDLED[case])
    return loads((HERE / f"{case}.json").read_bytes())


@pytest.fixture(scope="module")
def mapping(case: str) -> dict[str, list[str]]:
    pairs: dict[str, list[str]] = json.loads((HERE / f"{case}.mapping.json").read_bytes())
    return pairs


@pytest.fixture(scope="module")
def facts(case: str, shared: Path) -> Any:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed: the extra `yaml`")
    return yaml.safe_load((shared / "cases" / f"{case}.facts.yaml").read_bytes())


@pytest.fixture(scope="module")
def text(case: str, shared: Path) -> str:
    # As bytes: offsets are counted without newline translation.
    return (shared / "cases" / f"{case}.txt").read_bytes().decode()


# The record by itself.


def test_record_holds_together(record: Conference) -> None:
    report = check(record)

    assert report.findings == ()
    assert all(each.why for each in record.accepts)


def test_record_comes_back_as_it_was(record: Conference) -> None:
    assert loads(dumps(record)) == record


def test_file_is_canonical(case: str, record: Conference) -> None:
    if case not in BUNDLED:
        written = (HERE / f"{case}.json").read_text(encoding="utf-8")

        assert written == dumps(record, indent=2) + "\n"


def test_every_entity_has_evidence(record: Conference) -> None:
    assert [
        each for each in records_in(record) if hasattr(each, "id") and not evidence_in(each)
    ] == []


def test_words_are_open_only_in_quotations(record: Conference) -> None:
    quoted = list(quoted_in(record))

    assert [each for each in evidence_in(record) if each.exact is not None] == quoted
    assert [each for each in quoted if each.exact is None] == []
    assert all(each.prefix is None and each.suffix is None for each in evidence_in(record))


def test_no_address_leads_to_a_remark(mapping: dict[str, list[str]]) -> None:
    addresses = [address for each in mapping.values() for address in each]

    assert [each for each in addresses if {"note", "extra"} & set(each.split("/")[1:])] == []
    assert [each for each in addresses if "/" not in each] == []
    assert [fact for fact, each in mapping.items() if not each or len(set(each)) < len(each)] == []


def test_every_address_holds_something(record: Conference, mapping: dict[str, list[str]]) -> None:
    addresses = dict.fromkeys(itertools.chain.from_iterable(mapping.values()))

    assert [each for each in addresses if not is_said(record, each)] == []


# The record against its text.


def test_text_is_the_source(record: Conference, text: str) -> None:
    (source,) = record.sources

    assert source.length == len(text)
    assert source.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_all_evidence_stands_at_its_offset(record: Conference, text: str) -> None:
    with_words = [each for each in evidence_in(record) if each.length is not None]

    assert with_words
    assert [each for each in with_words if not stands_in(text, each)] == []


def test_evidence_names_the_part_that_it_stands_in(record: Conference) -> None:
    (source,) = record.sources
    bounds = {part.label: (part.start, part.end) for part in source.parts}

    for piece in evidence_in(record):
        if piece.part is not None and piece.start is not None:
            start, end = bounds[piece.part]
            assert (start or 0) <= piece.start
            assert (piece.end or 0) <= (end or 0), piece


def test_our_wording_is_our_own(record: Conference, text: str) -> None:
    """Outside names and quotations, no longer run of words is the source's."""
    theirs = set(runs_of(text))

    assert [each for each in own_texts(record) if not theirs.isdisjoint(runs_of(each))] == []


# The record against the facts.


def test_facts_stand_in_the_text(facts: Any, text: str) -> None:
    spans = list(spans_in(facts))

    assert facts["code_points"] == len(text)
    assert spans
    for path, span in spans:
        assert text[span["start"] : span["end"]] == span["exact"], path


def test_every_fact_is_mapped_and_nothing_else(facts: Any, mapping: dict[str, list[str]]) -> None:
    wanted = dict(facts_in(facts))

    assert [path for path in wanted if path not in mapping] == []
    assert [path for path in mapping if path not in wanted] == []


def test_what_a_source_leaves_open_is_named_as_not_stated(
    facts: Any, mapping: dict[str, list[str]]
) -> None:
    for path, fact in facts_in(facts):
        if fact in LEFT_OPEN:
            assert all("/not_stated/" in each for each in mapping[path]), path


def test_numbers_are_the_same(
    facts: Any, mapping: dict[str, list[str]], record: Conference
) -> None:
    for path, fact in facts_in(facts):
        if isinstance(fact, int) and not isinstance(fact, bool):
            values = [value_at(record, each) for each in mapping[path]]
            # A list says how many by its length, a date of a year says it as text.
            assert any(
                len(value) == fact if isinstance(value, tuple) else as_number(value) == abs(fact)
                for value in values
            ), (path, values)


def test_ratios_are_the_same(facts: Any, mapping: dict[str, list[str]], record: Conference) -> None:
    for path, fact in facts_in(facts):
        if isinstance(fact, str) and RATIO.fullmatch(fact):
            values = [value_at(record, each) for each in mapping[path]]
            terms = [str(each) for each in values if isinstance(each, Decimal)]
            assert terms == fact.split(":"), path


def test_dates_are_the_same(facts: Any, mapping: dict[str, list[str]], record: Conference) -> None:
    for path, fact in facts_in(facts):
        if isinstance(fact, str) and DATE.fullmatch(fact):
            values = [value_at(record, each) for each in mapping[path]]
            dates = [each for each in values if isinstance(each, When)]
            texts = {end.edtf for each in dates for end in (each, each.start, each.end) if end}
            assert fact in texts, (path, texts)


def test_names_are_the_same(facts: Any, mapping: dict[str, list[str]], record: Conference) -> None:
    for path, fact in facts_in(facts):
        *_, last = (step for step in path.split(".") if not step.isdigit())
        is_listed = path.rpartition(".")[2].isdigit()
        if fact in LEFT_OPEN:
            continue
        if last in NAMING or (is_listed and last in NAMING_IN_A_LIST):
            names = {name for each in mapping[path] for name in names_at(record, each)}
            assert any(is_one_name(str(fact), each) for each in names), (path, names)


def test_words_of_every_fact_are_evidence_of_it(
    facts: Any, mapping: dict[str, list[str]], record: Conference, text: str
) -> None:
    missing = []
    for path, span in spans_in(facts):
        pieces = [
            piece
            for address in addresses_for(path, mapping)
            for piece in evidence_for(record, address)
            if stands_in(text, piece) and overlies(piece, span)
        ]
        if not pieces:
            missing.append((path, span))

    assert missing == []


def facts_in(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Go through every fact of a facts file, with the path to it."""
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from facts_in(each, f"{path}.{place}")
    elif isinstance(value, dict):
        skipped = NO_FACT if path else NO_FACT | NO_FACT_AT_ROOT
        if value.keys() >= SPAN:
            skipped = skipped | {"start", "end"}
        for key, each in value.items():
            if key not in skipped:
                yield from facts_in(each, f"{path}.{key}")
    else:
        yield path.removeprefix("."), value


def spans_in(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Go through every span of a facts file, with the path to what it is evidence of."""
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from spans_in(each, f"{path}.{place}")
    elif isinstance(value, dict):
        if value.keys() >= SPAN:
            yield path.partition(".evidence")[0].removeprefix("."), value
        else:
            for key, each in value.items():
                yield from spans_in(each, f"{path}.{key}")


def addresses_for(path: str, mapping: dict[str, list[str]]) -> list[str]:
    """List where the facts beneath a path are said, or those around it if it has none."""
    while path:
        found = [
            address
            for fact, addresses in mapping.items()
            if fact == path or fact.startswith(f"{path}.")
            for address in addresses
        ]
        if found:
            return found
        path = path.rpartition(".")[0]
    return []


def evidence_for(record: Conference, address: str) -> tuple[Evidence, ...]:
    """Collect the evidence of an entity; of the conference, that for the field alone."""
    identifier, name, *_ = address.split("/")
    return record.evidence_of(f"{identifier}/{name}" if identifier == record.id else identifier)


def stands_in(text: str, piece: Evidence) -> bool:
    if piece.start is None or piece.end is None:
        return False
    words = text[piece.start : piece.end]
    return words == piece.exact if piece.seal is None else Seal.of(words) == piece.seal


def overlies(piece: Evidence, span: Any) -> bool:
    """Tell whether one of them lies within the other."""
    low, high = piece.start or 0, piece.end or 0
    start, end = span["start"], span["end"]
    return bool((low <= start and end <= high) or (start <= low and high <= end))


def value_at(record: Conference, address: str) -> object:
    """Return what stands at an address; raises LookupError if there is no such place."""
    identifier, *steps = address.split("/")
    value: object = record[identifier]
    for step in steps:
        if isinstance(value, tuple) and (step.isdigit() or step in value):
            value = value[int(step) if step.isdigit() else value.index(step)]
        elif isinstance(value, Record) and step in defaults_of(value):
            value = getattr(value, step)
        else:
            raise LookupError(address)
    return value


def is_said(record: Conference, address: str) -> bool:
    """Tell whether something stands at an address that nobody gets by default."""
    above, _, last = address.rpartition("/")
    try:
        owner, value = value_at(record, above), value_at(record, address)
    except LookupError:
        return False
    if isinstance(owner, Record) and value == defaults_of(owner)[last]:
        return False
    return value not in (None, "", ())


def defaults_of(value: Record) -> dict[str, object]:
    owner: type = type(value)
    return {field.name: field.default for field in fields_of(owner)}


def as_number(value: object) -> object:
    if isinstance(value, When):
        return int(value.edtf) if value.edtf is not None and value.edtf.isdigit() else None
    return value


def names_at(record: Conference, address: str) -> Iterator[str]:
    """Go through the names at an address, and of those who are named there by id."""
    value = value_at(record, address)
    for each in value if isinstance(value, tuple) else (value,):
        if isinstance(each, str):
            yield from names_of(record, each)


def names_of(record: Conference, word: str) -> Iterator[str]:
    yield word
    if word not in record:
        return
    found = record[word]
    yield from (
        name
        for field in ("name", "title", "wording", "acronym", "described_as")
        if isinstance(name := getattr(found, field, None), str)
    )
    yield from (each.value for each in getattr(found, "other_names", ()))
    for inner in (*_in(found, Delegation, "of"), *_in(found, Group, "members")):
        yield from names_of(record, inner)


def _in(found: object, kind: type, field: str) -> tuple[str, ...]:
    return tuple(getattr(found, field)) if isinstance(found, kind) else ()


def is_one_name(fact: str, name: str) -> bool:
    one, other = fact.casefold(), name.casefold()
    return len(name) > 1 and (one in other or other in one)


def quoted_in(value: Record) -> Iterator[Evidence]:
    """Go through the pieces of every quotation, in the order of the record."""
    if isinstance(value, Quotation):
        yield from value.pieces
    else:
        for each in records_in(value):
            yield from quoted_in(each)


def own_texts(value: Record) -> Iterator[str]:
    """Go through the texts that are the coder's."""
    if isinstance(value, Quotation | Evidence | Name):
        return
    for name in OURS & defaults_of(value).keys():
        held = getattr(value, name)
        if isinstance(held, str):
            yield held
    for each in records_in(value):
        yield from own_texts(each)


def runs_of(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[n:] for n in range(MOST_WORDS_OF_THE_SOURCE + 1)), strict=False)
