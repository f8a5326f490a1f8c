"""The laws of the codec, over everything that the model allows."""

import copy
import json
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import confmodel
from confmodel import Conference, InvalidValueError, LoadError
from confmodel.codec import _build, _explain, _extras, _mirrors
from confmodel.strategies import conferences, nearly_valid_conferences
from tests.codec.mutations import PER_RECORD, mutants, whole_records


@given(conferences(with_extras=True))
def test_loading_what_was_dumped_gives_an_equal_record(record: Conference) -> None:
    assert confmodel.loads(confmodel.dumps(record)) == record
    assert confmodel.loads(confmodel.dumps(record, indent=2)) == record
    assert confmodel.from_dict(confmodel.to_dict(record)) == record


@given(conferences(with_extras=True))
def test_dumping_what_was_loaded_gives_the_same_bytes(record: Conference) -> None:
    text = confmodel.dumps(record)

    assert confmodel.dumps(confmodel.loads(text)) == text
    assert confmodel.dumps(copy.deepcopy(record)) == text


@given(conferences(with_extras=True), st.randoms(use_true_random=False))
def test_order_of_members_does_not_matter(record: Conference, random: Any) -> None:
    def shuffled(value: Any) -> Any:
        if isinstance(value, dict):
            names = list(value)
            random.shuffle(names)
            return {name: shuffled(value[name]) for name in names}
        return [shuffled(each) for each in value] if isinstance(value, list) else value

    assert confmodel.from_dict(shuffled(confmodel.to_dict(record))) == record


@given(conferences())
def test_escaped_text_reads_the_same(record: Conference) -> None:
    escaped = json.dumps(confmodel.to_dict(record), ensure_ascii=True, indent=1)

    assert confmodel.loads(escaped) == record


@given(nearly_valid_conferences())
def test_one_fault_is_found_where_it_is(fault: Any) -> None:
    with pytest.raises(LoadError) as caught:
        confmodel.from_dict(fault.document)

    assert (fault.code, fault.pointer) in [
        (finding.code, finding.pointer) for finding in caught.value.findings
    ]


def decided(document: dict[str, Any]) -> Conference | None:
    """Let the mirrors alone decide, as the fast pass does."""
    lifted, _ = _extras.lift(document, keeps_unknown=True)
    try:
        mirror = msgspec.convert(lifted, _mirrors.lifting_mirror(), dec_hook=_mirrors.ready)
        return _build.builder(is_lifting=True)(mirror)[0]
    except (msgspec.ValidationError, InvalidValueError):
        return None


@pytest.mark.fuzz
@whole_records
@given(conferences(with_extras=True), st.data())
def test_passes_agree_on_mutated_documents(record: Conference, data: st.DataObject) -> None:
    """The pass that decides and the pass that explains accept the same, with the same value."""
    for document in mutants(confmodel.to_dict(record), data):
        fast = decided(document)
        lifted, _ = _extras.lift(document, keeps_unknown=True)
        lifted.pop("requires", None)
        faults = list(_explain.explain(lifted))

        assert (fast is None) == bool(faults)
        if fast is not None:
            assert _explain.explainer().structure(lifted, Conference) == fast


@pytest.mark.fuzz
@whole_records
@given(conferences(max_statements=2), st.data())
def test_bytes_and_plain_data_are_judged_alike(record: Conference, data: st.DataObject) -> None:
    """The fast pass over mutated bytes accepts what the slow one accepts, with the same value."""
    right = confmodel.dumps(record).encode()
    for _ in range(PER_RECORD):
        text = bytearray(right)
        for _ in range(data.draw(st.integers(0, 2))):
            place = data.draw(st.integers(0, len(text) - 1))
            text[place : place + data.draw(st.integers(0, 3))] = data.draw(
                st.sampled_from(
                    [b"", b"0", b'"', b"}", b"]", b"null", b"-", b",", b":", b"x", b"\\"]
                )
            )
        try:
            # A float would round what a load refuses to.
            plain = json.loads(bytes(text), object_pairs_hook=_once, parse_float=Decimal)
        except (ValueError, ArithmeticError, RecursionError):
            plain = None

        by_bytes = _verdict(bytes(text), confmodel.loads)

        if plain is None:
            assert by_bytes is None
        elif isinstance(plain, dict):
            assert by_bytes == _verdict(plain, confmodel.from_dict)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError
    return dict(pairs)


def _verdict(given: Any, read: Callable[[Any], Conference]) -> Conference | None:
    try:
        return read(given)
    except LoadError:
        return None


@settings(max_examples=3)
@given(conferences(with_extras=True))
def test_bytes_do_not_depend_on_the_process(record: Conference) -> None:
    text = confmodel.dumps(record)
    program = (
        "import sys, confmodel; print(confmodel.dumps(confmodel.loads(sys.stdin.buffer.read())))"
    )
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            input=text.encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )
        assert done.stdout.decode().rstrip("\r\n") == text


def test_naughty_strings_survive_in_every_text_field(shared: Path) -> None:
    strings = json.loads((shared / "suites/naughty-strings/strings.json").read_bytes())
    record = Conference(
        id="c",
        name="C",
        note="".join(strings),
        statements=[
            confmodel.Statement(id=f"s{n}", text=text or None, note=text)
            for n, text in enumerate(strings)
        ],
    )

    again = confmodel.loads(confmodel.dumps(record))

    assert again == record
    assert [each.note for each in again.statements] == strings
