"""What a format says it loses is what it loses: no field more, and no field less.

The table of a format is checked from the outside, by what it writes: fields
that it does not say make no difference, and each field that it says makes one.
"""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from confmodel import Conference, LossError, dumps, example
from confmodel.errors import Loss
from confmodel.formats import Format, Says, all_formats
from confmodel.formats._documents import written
from confmodel.formats._losses import left_out
from confmodel.model import Basis, Delegate, Evidence, Place, Record
from confmodel.model._shape import Field, Form, fields_of
from tests.formats.records import all_records, small_records

LOSSY = [each for each in all_formats() if each.says is not None]
lossy = pytest.mark.parametrize("kind", LOSSY, ids=lambda kind: kind.name)


def says_of(kind: Format) -> Says:
    assert kind.says is not None
    return kind.says


def only_said(value: Any, says: Says) -> Any:
    """Empty every field that a format does not say."""
    return evolved(value, dict(_changes(value, says)))


def evolved(value: Any, changes: dict[str, Any]) -> Any:
    """Change a value; evidence that loses its words or its source becomes background."""
    if isinstance(value, Evidence) and changes.keys() & {"source", "exact", "seal"}:
        changes = {"exact": None, "seal": None, **changes, "basis": Basis.BACKGROUND}
    return attrs.evolve(value, **changes)


def _changes(value: Record, says: Says) -> Iterator[tuple[str, object]]:
    for field in fields_of(type(value)):
        held = getattr(value, field.name)
        if field.name == "confmodel" or field.is_required:
            continue
        if not says.field(type(value), field.name):
            yield field.name, field.default
        elif field.form is Form.OBJECT and held:
            yield (
                field.name,
                tuple(only_said(each, says) for each in held)
                if field.is_many
                else only_said(held, says),
            )


def without(value: Any, owner: type, field: Field) -> Any:
    """Empty one field wherever it stands in a record."""
    changes: dict[str, Any] = {}
    for each in fields_of(type(value)):
        held = getattr(value, each.name)
        if isinstance(value, owner) and each.name == field.name:
            changes[each.name] = field.default
        elif each.form is Form.OBJECT and held:
            inner = held if each.is_many else (held,)
            emptied = tuple(without(one, owner, field) for one in inner)
            changes[each.name] = emptied if each.is_many else emptied[0]
    return evolved(value, changes)


def filled(value: Record) -> set[tuple[type, str]]:
    """Name the fields that hold something, wherever they stand in a record."""
    found = set()
    for each in fields_of(type(value)):
        held = getattr(value, each.name)
        if held != each.default:
            found.add((type(value), each.name))
        if each.form is Form.OBJECT and held:
            found |= set().union(*map(filled, held if each.is_many else (held,)))
    return found


@lossy
def test_what_is_lost_makes_no_difference(kind: Format) -> None:
    says = says_of(kind)
    different = [
        name
        for name, record in all_records().items()
        if written(record, kind)[0] != written(only_said(record, says), kind)[0]
    ]

    assert not different


@lossy
def test_what_is_said_makes_a_difference(kind: Format) -> None:
    """Some record is written otherwise when the field is emptied."""
    says = says_of(kind)
    # Small records first: they are quickly written.
    records = sorted(all_records().values(), key=lambda record: len(dumps(record)))
    before = [(record, filled(record), written(record, kind)[0]) for record in records]
    silent = [
        f"{owner.__name__}.{field.name}"
        for owner in says.fields
        for field in fields_of(owner)
        if says.field(owner, field.name) and not field.is_required
        if not any(
            written(without(record, owner, field), kind)[0] != data
            for record, held, data in before
            if (owner, field.name) in held
        )
    ]

    assert not silent


@lossy
def test_table_names_fields_of_the_model(kind: Format) -> None:
    says = says_of(kind)
    for owner, names in says.fields.items():
        assert names <= {field.name for field in fields_of(owner)}
        assert set(says.partly.get(owner, ())) <= names


@lossy
def test_only_what_is_said_in_part_is_lost_of_what_is_said(kind: Format) -> None:
    says = says_of(kind)
    # What stands in a required field, such as the pieces of a quotation, is not emptied.
    kept = {
        field.kind.__name__
        for owner in says.fields
        for field in fields_of(owner)
        if field.is_required and field.form is Form.OBJECT
    }
    rows = {
        f"{owner}.{field}"
        for owner, field, lost in says.table()
        if lost != "everything" or owner in kept
    }
    # No record is without these, and evidence without words is of another basis.
    rows |= {
        f"{owner.__name__}.{field.name}"
        for owner in says.fields
        for field in fields_of(owner)
        if field.is_required and not says.field(owner, field.name)
    }
    rows.add("Evidence.basis")
    for record in all_records().values():
        assert {loss.field for loss in kind.losses(only_said(record, says))} <= rows


@lossy
def test_nothing_is_lost_in_strict_mode(kind: Format) -> None:
    for record in small_records().values():
        losses = kind.losses(record)
        if not losses:
            assert written(record, kind, strict=True) == written(record, kind)
            continue
        with pytest.raises(LossError) as caught:
            written(record, kind, strict=True)

        assert caught.value.losses == losses


# The table itself


def test_every_field_that_is_not_said_is_reported_where_it_stands() -> None:
    says = Says({Conference: "id name places delegates", Place: "name", Delegate: "id"})
    record = Conference(
        id="c",
        name="C",
        theme="Rivers",
        places=["Basel", Place(name="Chur", country="CH")],
        delegates=[Delegate(id="d", name="Rosa Vale")],
    )

    assert list(left_out(record, says)) == [
        Loss(pointer="/theme", field="Conference.theme", message="theme cannot be said"),
        Loss(pointer="/places/1/country", field="Place.country", message="country cannot be said"),
        Loss(pointer="/delegates/0/name", field="Delegate.name", message="name cannot be said"),
    ]


def test_lost_collection_is_reported_once_with_its_size() -> None:
    losses = list(left_out(example(), Says({Conference: "id name"})))

    statements = next(loss for loss in losses if loss.field == "Conference.statements")
    assert statements.message == f"statements ({len(example().statements)}) cannot be said"
    assert len(losses) == len({loss.pointer for loss in losses})


def test_class_that_is_not_named_is_lost_whole() -> None:
    says = Says({Conference: "id name"})

    assert ("Conference", "places", "everything") in says.table()
    assert not any(owner == "Place" for owner, _, _ in says.table())
