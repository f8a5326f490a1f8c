"""The accept and refuse part of an outside suite for JSON parsers.

A text of the suite is put where any JSON may stand: as an extension member of
a record. So what is accepted has to come back unharmed.
"""

import json
from pathlib import Path

import pytest

import confmodel
from confmodel import LoadError

DUPLICATES = {
    "y_object_duplicated_key.json",
    "y_object_duplicated_key_and_value.json",
}
"""Right by RFC 8259 and refused by us, because one of the two would be lost."""

ACCEPTED = {
    "i_number_too_big_neg_int.json",
    "i_number_too_big_pos_int.json",
    "i_number_very_big_negative_int.json",
}
"""Left open by RFC 8259 and read by us: an extra keeps whole numbers of any size."""


def cases(shared: Path, prefix: str) -> list[Path]:
    found = sorted((shared / "suites/json-test-suite/test_parsing").glob(f"{prefix}_*.json"))
    assert found
    return found


def as_member(text: bytes) -> bytes:
    return b'{"id":"c","name":"C","x-any":' + text + b"}"


def outcome(text: bytes) -> str:
    """Tell what becomes of a text: accepted, or the first code that refuses it."""
    try:
        record = confmodel.loads(as_member(text))
    except LoadError as error:
        return error.findings[0].code
    assert confmodel.loads(confmodel.dumps(record)) == record
    return "accepted"


def test_every_right_text_is_accepted_but_for_duplicates(shared: Path) -> None:
    refused = {case.name for case in cases(shared, "y") if outcome(case.read_bytes()) != "accepted"}

    assert refused == DUPLICATES


def test_duplicates_are_refused_as_such(shared: Path) -> None:
    found = {outcome(case.read_bytes()) for case in cases(shared, "y") if case.name in DUPLICATES}

    assert found == {"E116"}


# An outside text that closes our object and opens another is right as a member.
CLOSES_OURS = {"n_object_trailing_comment_slash_open_incomplete.json"}


def test_every_wrong_text_is_refused_as_a_document_and_as_a_member(shared: Path) -> None:
    for case in cases(shared, "n"):
        text = case.read_bytes()
        assert outcome(text) != "accepted", case.name
        with pytest.raises(LoadError):
            confmodel.loads(text)


def test_each_open_text_has_one_fixed_verdict(shared: Path) -> None:
    accepted = {
        case.name for case in cases(shared, "i") if outcome(case.read_bytes()) == "accepted"
    }

    assert accepted == ACCEPTED


def test_accepted_values_are_the_ones_that_were_written(shared: Path) -> None:
    for case in cases(shared, "y"):
        if case.name in DUPLICATES:
            continue
        record = confmodel.loads(as_member(case.read_bytes()))
        assert record.extra is not None
        assert record.extra["x-any"] == json.loads(case.read_bytes()), case.name
