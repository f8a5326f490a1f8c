"""`Extra`: members that this version does not know, kept as they came."""

import copy
import json
import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from confmodel import dumps, loads
from confmodel.model import Conference, Evidence, Extra, Other, Place, RatioTerm, Seal
from confmodel.model.extra import _DEEPEST
from tests.model.gallery import GALLERY, HOUSES
from tests.model.helpers import refusal

TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
NAMES = TEXTS.map("x-{}".format)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=10,
)  # fmt: skip
MEMBERS = st.dictionaries(NAMES, PLAIN, max_size=4)


def nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


# Build


@given(MEMBERS)
def test_extra_is_a_mapping_of_what_it_was_given(members: dict[str, Any]) -> None:
    extra = Extra(members)

    assert dict(extra) == members
    assert len(extra) == len(members)
    assert list(extra) == sorted(members)
    assert all(name in extra for name in members)


def test_any_mapping_and_tuples_are_taken() -> None:
    extra = Extra(
        MappingProxyType({"x-a": MappingProxyType({"b": (1, 2)}), "x-e": Extra({"c": 1})})
    )

    assert extra == Extra({"x-a": {"b": [1, 2]}, "x-e": {"c": 1}})


def test_absent_name_is_a_key_error_as_in_any_mapping() -> None:
    with pytest.raises(KeyError):
        Extra({"x-a": 1})["x-b"]

    assert Extra({"x-a": 1}).get("x-b") is None


@given(MEMBERS)
def test_texts_are_the_members_in_json(members: dict[str, Any]) -> None:
    assert {name: json.loads(text) for name, text in Extra(members).texts()} == members


# Refuse


@pytest.mark.parametrize(
    "wrong",
    [
        float("nan"),
        float("inf"),
        -math.inf,
        "\ud83d",
        {"\ud83d": 1},
        {3: "a"},
        {None: "a"},
        {("a",): 1},
        b"bytes",
        {1, 2},
        object(),
        3j,
        Other(other="word"),
        2**1024,
        -(2**1024),
        10**5000,
        nested(_DEEPEST),
    ],
    ids=lambda wrong: type(wrong).__name__,
)
def test_what_json_cannot_say_is_refused_at_any_depth(wrong: object) -> None:
    for members in ({"x-a": wrong}, {"x-a": {"b": [wrong]}}):
        error = refusal(Extra, members)

        assert (error.code, error.path) == ("E109", "extra")
        assert len(str(error)) < 400
        str(error).encode()


@pytest.mark.parametrize("wrong", [None, [], "x-a", 3, [("x-a", 1)]])
def test_what_is_no_mapping_is_refused(wrong: object) -> None:
    error = refusal(Extra, wrong)

    assert error.code == "E109"
    assert "is not a mapping" in error.message


@pytest.mark.parametrize("name", [3, None, True, ("x",), b"x"])
def test_name_that_is_no_text_is_refused(name: object) -> None:
    error = refusal(Extra, {name: 1})

    assert (error.code, error.value) == ("E109", name)
    assert "cannot be the name of a member" in error.message


def test_only_so_many_levels_are_taken() -> None:
    deepest = nested(_DEEPEST - 1)

    assert Extra({"x-a": deepest})["x-a"] == deepest
    assert "is nested deeper than" in refusal(Extra, {"x-a": [deepest]}).message


@pytest.mark.parametrize(
    "owner", [Conference, RatioTerm, Evidence], ids=lambda owner: owner.__name__
)
def test_deepest_extra_survives_json_wherever_it_stands(owner: type) -> None:
    deep = attrs.evolve(GALLERY[owner]["minimal"], extra=Extra({"x-a": nested(_DEEPEST - 1)}))
    record = HOUSES[owner][0](deep)

    assert loads(dumps(record)) == record


def test_endless_data_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)

    assert refusal(Extra, {"x-a": endless}).code == "E109"


def test_very_deep_data_is_refused_without_recursion() -> None:
    assert refusal(Extra, {"x-a": nested(200_000)}).code == "E109"


def test_numbers_of_1024_bits_are_taken() -> None:
    assert Extra({"x-a": 2**1024 - 1})["x-a"] == 2**1024 - 1


# Compare


@given(MEMBERS)
def test_order_of_the_members_does_not_count(members: dict[str, Any]) -> None:
    backwards = dict(reversed(members.items()))

    assert Extra(members) == Extra(backwards)
    assert hash(Extra(members)) == hash(Extra(backwards))
    assert repr(Extra(members)) == repr(Extra(backwards))


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, 1.0), (1, True), (0, False), (0.0, -0.0), ("1", 1), (None, "null"), ([], {})],
)
def test_kind_of_value_counts(one: object, other: object) -> None:
    assert Extra({"x-a": one}) != Extra({"x-a": other})


def test_extra_is_no_dict() -> None:
    assert Extra({"x-a": 1}) != {"x-a": 1}


# Change nothing


def test_what_is_handed_out_is_a_copy() -> None:
    given = {"x-a": {"b": [1]}}
    extra = Extra(given)
    before = repr(extra)
    given["x-a"]["b"].append(2)
    handed: Any = extra["x-a"]
    handed["b"].append(3)
    handed.clear()

    assert repr(extra) == before
    assert extra["x-a"] == {"b": [1]}


def test_refusal_to_change_names_the_way() -> None:
    with pytest.raises(AttributeError, match="build a new one"):
        Extra({}).x = 1


# There and back


@given(MEMBERS)
@example({"x-n": 2**70})
@example({"x-n": -(2**63) - 1})
@example({"x-n": 1e16})
@example({"x-n": 5e-324})
@example({"x-": "\u2028\x00\x7f"})
def test_extra_survives_json_with_the_kind_of_each_number(members: dict[str, Any]) -> None:
    if not members:
        return
    record = Conference(id="c", name="C", places=[Place(name="Warsaw", extra=Extra(members))])
    loaded = loads(dumps(record))

    assert loaded == record
    assert repr(loaded) == repr(record)
    assert copy.deepcopy(loaded) == record


def test_extra_stands_behind_the_fields_sorted_by_name() -> None:
    record = Conference(id="c", name="C", extra=Extra({"x-b": 1, "x-a": {"z": 1, "y": 2}}))

    assert dumps(record) == '{"confmodel":"1.0","id":"c","name":"C","x-a":{"y":2,"z":1},"x-b":1}'


def test_member_named_as_a_field_of_its_owner_is_refused_and_of_another_taken() -> None:
    assert refusal(Place, name="Warsaw", extra=Extra({"country": "x"})).path == "extra/country"
    assert Place(name="Warsaw", extra=Extra({"members": 1})).extra == Extra({"members": 1})


def test_values_that_keep_no_extras_have_no_such_field() -> None:
    assert not hasattr(Seal.of("agreed"), "extra")
    assert not hasattr(Other(other="lunch"), "extra")


def test_extra_is_registered_as_a_mapping() -> None:
    assert isinstance(Extra({}), Mapping)


def test_empty_extra_survives_json() -> None:
    record = Conference(id="c", name="C", extra=Extra({}))

    assert loads(dumps(record)) == record


def test_requires_among_the_extras_of_a_conference_is_refused() -> None:
    assert refusal(Conference, id="c", name="C", extra=Extra({"requires": ["x"]})).code == "E109"
