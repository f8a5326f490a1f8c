"""What holds for every class of the model alike: compare, repr, copy, there and back."""

import copy
import enum
import functools
import itertools
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import confmodel
from confmodel import model, strategies
from confmodel.checks._rules import is_markable
from confmodel.errors import InvalidValueError
from confmodel.model import Conference
from confmodel.model._shape import fields_of
from tests.model.gallery import (
    BASES,
    GALLERY,
    HOUSES,
    SEARCHED_IN_VAIN,
    VALUES,
    examples,
)

NAMESPACE = {"Decimal": Decimal, **{name: getattr(model, name) for name in model.__all__}}

every_example = pytest.mark.parametrize(
    "value", [pytest.param(value, id=name) for name, value in examples()]
)
every_record = pytest.mark.parametrize(
    "value",
    [pytest.param(value, id=name) for name, value in examples() if attrs.has(type(value))],
)
every_class = pytest.mark.parametrize(
    "owner", [pytest.param(owner, id=owner.__name__) for owner in GALLERY]
)


def public_classes() -> set[type]:
    public = (getattr(model, name) for name in model.__all__)
    return {each for each in public if isinstance(each, type) and not issubclass(each, enum.Enum)}


def names_of(value: Any) -> list[str]:
    owner: Any = type(value)
    return [field.name for field in fields_of(owner)] if attrs.has(owner) else []


# The gallery itself


def test_each_public_class_is_in_the_gallery() -> None:
    assert set(GALLERY) == public_classes()


@every_class
def test_gallery_holds_examples_of_the_class_alone(owner: type) -> None:
    assert len(GALLERY[owner]) >= 2
    assert {type(value) for value in GALLERY[owner].values()} == {owner}


@pytest.mark.parametrize("owner", [each for each in GALLERY if each not in VALUES])
def test_each_field_is_filled_by_some_example(owner: type) -> None:
    some = [*GALLERY[owner].values(), *filter(None, [SEARCHED_IN_VAIN.get(owner)])]
    filled = {
        field.name
        for field in fields_of(owner)
        for value in some
        if getattr(value, field.name) != field.default
    }
    can_be_marked = any(is_markable(field) and not field.is_required for field in fields_of(owner))
    free = set() if can_be_marked and owner not in BASES else {"not_stated"}

    assert {field.name for field in fields_of(owner)} - filled - free == set()


def test_every_class_that_a_document_holds_has_a_house() -> None:
    assert set(HOUSES) == set(GALLERY) - set(BASES)


# Build


@every_record
def test_record_is_built_from_its_own_fields(value: Any) -> None:
    parts = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}

    assert type(value)(**parts) == value


@every_record
def test_positional_arguments_are_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        type(value)("first")


@every_record
def test_unknown_keyword_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        attrs.evolve(value, nmae="x")


@every_record
def test_collections_are_tuples_all_the_way_down(value: Any) -> None:
    for field in attrs.fields(type(value)):
        assert not isinstance(getattr(value, field.name), list | set | dict)


@every_example
def test_attribute_can_be_neither_set_nor_added(value: Any) -> None:
    for name in [*names_of(value), "no_such_attribute"]:
        with pytest.raises(AttributeError):
            setattr(value, name, None)


@every_example
def test_attribute_cannot_be_deleted(value: Any) -> None:
    for name in [*names_of(value), "no_such_attribute"]:
        with pytest.raises(AttributeError):
            delattr(value, name)


@every_example
def test_value_carries_no_dictionary(value: Any) -> None:
    assert not hasattr(value, "__dict__")


# Compare


@every_example
def test_equal_values_have_equal_hashes(value: Any) -> None:
    twin = pickled(value, pickle.HIGHEST_PROTOCOL)

    assert twin == value
    assert not twin != value  # noqa: SIM202 - the other operator is what is tested
    assert hash(twin) == hash(value)
    assert len({twin, value}) == 1


def test_no_two_examples_are_equal() -> None:
    pairs = itertools.combinations(examples(), 2)

    assert [(one, other) for (one, a), (other, b) in pairs if a == b] == []


@every_example
def test_value_differs_from_plain_data(value: Any) -> None:
    for stranger in (None, 0, "", (), {}, object()):
        assert value != stranger


@every_record
def test_value_that_lacks_a_field_is_different(value: Any) -> None:
    for field in attrs.fields(type(value)):
        if field.default is attrs.NOTHING or getattr(value, field.name) == field.default:
            continue
        try:
            lacking = attrs.evolve(value, **{field.name: field.default})
        except InvalidValueError:
            continue  # a figure without its number is no figure
        assert lacking != value, field.name


def test_same_fields_in_another_class_are_not_equal() -> None:
    delegate: object = model.Delegate(id="modi", name="Modi")

    assert delegate != model.Person(id="modi", name="Modi")


# Repr


@every_example
def test_repr_can_be_pasted_back(value: Any) -> None:
    assert eval(repr(value), dict(NAMESPACE)) == value  # noqa: S307 - our own text


@every_example
def test_repr_is_one_line_that_begins_with_the_class(value: Any) -> None:
    assert repr(value).startswith(f"{type(value).__name__}(")
    assert "\n" not in repr(value)


@every_record
def test_repr_shows_what_is_filled_and_no_defaults(value: Any) -> None:
    owner: Any = type(value)
    shown = repr(value)
    filled = [
        field.name for field in fields_of(owner) if getattr(value, field.name) != field.default
    ]

    inner = f", {shown.removeprefix(f'{owner.__name__}(')}"
    assert all(f", {name}=" in inner for name in filled)
    assert "=None" not in shown
    assert "=()" not in shown


# Copy


def pickled(value: Any, protocol: int) -> Any:
    return pickle.loads(pickle.dumps(value, protocol))  # noqa: S301 - our own bytes


COPIERS: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{
        f"pickle {protocol}": functools.partial(pickled, protocol=protocol)
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)
    },
}


@every_example
@pytest.mark.parametrize("copier", COPIERS.values(), ids=COPIERS.keys())
def test_copy_is_equal_and_of_the_same_class(value: Any, copier: Callable[[Any], Any]) -> None:
    copied = copier(value)

    assert copied == value
    assert type(copied) is type(value)
    assert repr(copied) == repr(value)


@every_record
def test_evolving_nothing_changes_nothing(value: Any) -> None:
    assert attrs.evolve(value) == value


@pytest.mark.parametrize(
    "value",
    [pytest.param(value, id=name) for name, value in examples() if isinstance(value, model.Record)],
)
def test_evolving_gives_another_value_and_leaves_the_first(value: Any) -> None:
    before = repr(value)
    changed = attrs.evolve(value, extra=model.Extra({"x-changed": 1}))

    assert changed != value
    assert repr(value) == before


# There and back

every_housed = pytest.mark.parametrize(
    "value",
    [pytest.param(value, id=name) for name, value in examples() if type(value) not in BASES],
)


def there_and_back(conference: Conference, *, indent: int | None = None) -> Conference:
    return confmodel.loads(confmodel.dumps(conference, indent=indent))


@every_housed
def test_value_survives_json(value: Any) -> None:
    house, find = HOUSES[type(value)]
    conference = house(value)

    assert there_and_back(conference) == conference
    assert there_and_back(conference, indent=2) == conference
    assert find(there_and_back(conference)) == value


@every_housed
def test_value_survives_plain_data(value: Any) -> None:
    conference = HOUSES[type(value)][0](value)

    assert confmodel.from_dict(confmodel.to_dict(conference)) == conference


@every_housed
def test_what_was_written_is_written_again_byte_for_byte(value: Any) -> None:
    written = confmodel.dumps(HOUSES[type(value)][0](value))

    assert confmodel.dumps(confmodel.loads(written)) == written


@every_housed
def test_loaded_value_hashes_and_prints_as_the_constructed_one(value: Any) -> None:
    house, find = HOUSES[type(value)]
    loaded = find(there_and_back(house(value)))

    assert hash(loaded) == hash(value)
    assert repr(loaded) == repr(value)
    assert type(loaded) is type(value)


# The same for whatever the strategies generate

STRATEGIES: dict[type, st.SearchStrategy[Any]] = {
    model.Acceptance: strategies.acceptances(),
    model.Account: strategies.accounts(),
    model.Agreement: strategies.agreements(),
    model.Ballot: strategies.ballots(),
    model.Commitment: strategies.commitments(),
    model.Conference: strategies.conferences(),
    model.ConsentAct: strategies.consent_acts(),
    model.Country: strategies.countries(),
    model.Delegate: strategies.delegates(),
    model.Delegation: strategies.delegations(),
    model.Discrepancy: strategies.discrepancies(),
    model.Edition: strategies.editions(),
    model.EventLink: strategies.event_links(),
    model.Evidence: strategies.evidence(),
    model.Extra: strategies.extras(),
    model.Figure: strategies.figures(),
    model.Group: strategies.groups(),
    model.Identifier: strategies.identifiers(),
    model.Name: strategies.names(),
    model.Office: strategies.offices(),
    model.Organization: strategies.organizations(),
    model.Other: strategies.others(),
    model.Part: strategies.parts(),
    model.Participant: strategies.participants(),
    model.Person: strategies.people(),
    model.Place: strategies.places(),
    model.Quotation: strategies.quotations(),
    model.RatioTerm: strategies.ratio_terms(),
    model.Role: strategies.roles(),
    model.Seal: strategies.seals(),
    model.Session: strategies.sessions(),
    model.Source: strategies.sources(),
    model.SourceLink: strategies.source_links(),
    model.Statement: strategies.statements(),
    model.Topic: strategies.topics(),
    model.Vote: strategies.votes(),
    model.When: strategies.whens(),
}


def test_every_class_that_a_document_holds_can_be_generated() -> None:
    assert set(STRATEGIES) == set(HOUSES)


@pytest.mark.parametrize("owner", STRATEGIES, ids=lambda owner: owner.__name__)
@settings(max_examples=15)
@given(data=st.data())
def test_laws_hold_for_whatever_is_generated(owner: Any, data: st.DataObject) -> None:
    value = data.draw(STRATEGIES[owner])

    assert type(value) is owner
    assert eval(repr(value), dict(NAMESPACE)) == value  # noqa: S307 - our own text
    for copier in (copy.copy, copy.deepcopy, COPIERS["pickle 5"]):
        copied = copier(value)
        assert copied == value
        assert hash(copied) == hash(value)
        assert repr(copied) == repr(value)
    if attrs.has(owner):
        assert owner(**{name: getattr(value, name) for name in names_of(value)}) == value


@settings(max_examples=30)
@given(strategies.conferences())
def test_generated_record_survives_json(record: Conference) -> None:
    assert there_and_back(record) == record
    assert repr(there_and_back(record)) == repr(record)
