"""Records to rows: one walk over a record, which is written out as code for each class."""

import datetime
import functools
import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from confmodel.errors import InvalidValueError, shown
from confmodel.formats._doubles import first_double
from confmodel.formats._tables_schema import (
    TABLES,
    columns_of,
    has_id,
    is_inlined,
    link_table_of,
    star_columns,
    table_of,
)
from confmodel.model import Conference, Extra, Other, When
from confmodel.model._expect import expect_record
from confmodel.model._shape import Field, Form, classes_in, fields_of, is_record

Rows = dict[str, list[tuple[Any, ...]]]
"""The rows of each table, a cell for each of its columns."""


def rows_of(records: Iterable[Conference]) -> Rows:
    """Write records as the rows of every table, in the order of the records.

    Raises:
        InvalidValueError: If something is no record, or two things in one
            record, or two records, have the same id: rows are told by it.
    """
    rows: Rows = {name: [] for name in TABLES}
    walk = _walk()
    seen: set[str] = set()
    for place, given in enumerate(records):
        record = expect_record(given, path=str(place))
        if record.id in seen:
            raise _double(record.id, path=str(place), what="two conferences have the id")
        seen.add(record.id)
        _refuse_double_ids(record, place)
        when = _NO_DATE if record.when is None else _dates(record.when)
        walk(record, rows, (record.id, *when[2:]))
    return rows


def _refuse_double_ids(record: Conference, place: int) -> None:
    ids = [record.id]
    for name in _collections():
        ids += [each.id for each in getattr(record, name)]
    double = first_double(ids)
    if double is not None:
        raise _double(double, path=f"{place}", what="two things have the id")


@functools.cache
def _collections() -> tuple[str, ...]:
    return tuple(
        field.name
        for field in fields_of(Conference)
        if field.form is Form.OBJECT and field.is_many and has_id(field.kind)
    )


def _double(identifier: str, *, path: str, what: str) -> InvalidValueError:
    return InvalidValueError(
        code="E201",
        path=path,
        value=identifier,
        message=f"{what} {shown(identifier)}",
        help="give each an id of its own: in tables, rows are told by it",
    )


# What stands in the cells of a field.

_NO_DATE = (None, None, None, None)
_NO_CHOICE = (None, None)
_FIRST, _LAST = datetime.date.min, datetime.date.max


@functools.lru_cache(maxsize=4096)
def _dates(when: When) -> tuple[object, ...]:
    return (
        when.edtf,
        when.wording,
        _day(when.earliest_ordinal),
        _day(when.latest_ordinal),
    )


def _day(ordinal: int | None) -> datetime.date | None:
    """Return a bound as a day; one that no table has as the nearest that it has."""
    if ordinal is None:
        return None
    if ordinal < 1:
        return _FIRST
    return _LAST if ordinal > _LAST.toordinal() else datetime.date.fromordinal(ordinal)


def _open_choice(value: Any) -> tuple[str | None, str | None]:
    return (None, value.other) if type(value) is Other else (value.value, None)


def _json(extra: Extra) -> str:
    members = (f"{json.dumps(name, ensure_ascii=False)}:{text}" for name, text in extra.texts())
    return "{" + ",".join(members) + "}"


def _expression(field: Field) -> str:
    """Write the expression of the cells of a field, with a comma behind each."""
    value = f"o.{field.name}"
    if is_inlined(field):
        none = "None, " * len(fields_of(field.kind))
        members = "".join(f"v.{each.name}, " for each in fields_of(field.kind))
        return f"*(({none}) if (v := {value}) is None else ({members})), "
    if field.is_open:
        return f"*(no_choice if (v := {value}) is None else open_choice(v)), "
    match field.form:
        case Form.CHOICE:
            return f"None if (v := {value}) is None else v.value, "
        case Form.DATE:
            return f"*(no_date if (v := {value}) is None else dates(v)), "
        case Form.EXTRA:
            return f"None if (v := {value}) is None else json(v), "
        case _:
            return f"{value}, "


# The walk. `c` is what each row says of the conference; `key` is what others
# call the object, `owner`, `table`, `field` and `n` are where it stands.


@functools.cache
def _walk() -> Callable[[Conference, Rows, tuple[object, ...]], None]:
    names: dict[str, Any] = {
        "dates": _dates,
        "json": _json,
        "no_choice": _NO_CHOICE,
        "no_date": _NO_DATE,
        "open_choice": _open_choice,
    }
    lines = [line for owner in classes_in(Conference) if is_record(owner) for line in _adder(owner)]
    lines += [
        "def walk(o, rows, c):",
        "    add_Conference(o, rows, c, o.id, o.id, None, None, None, 0)",
    ]
    exec(compile("\n".join(lines), "<the walk to the tables>", "exec"), names)  # noqa: S102 - only our own names are written into it
    walk: Callable[[Conference, Rows, tuple[object, ...]], None] = names["walk"]
    return walk


def _adder(owner: type) -> Iterator[str]:
    table = table_of(owner)
    ties = {
        "key": "key",
        "entity": "entity",
        "owner": "owner",
        "owner_table": "table",
        "field": "field",
        "position": "n",
    }
    fields = [each for each in fields_of(owner) if list(columns_of(owner, each))]
    cells = "".join(f"{ties[name]}, " for name in _tie_names(owner, ties))
    cells += "".join(map(_expression, fields))
    conference = "" if owner is Conference else "*c, "
    yield f"def add_{owner.__name__}(o, rows, c, key, entity, owner, table, field, n):"
    yield f"    rows[{table!r}].append(({conference}{cells}))"
    for field in fields_of(owner):
        if field.form is Form.OBJECT and not is_inlined(field):
            yield from _objects(table, field)
        elif field.is_many:
            yield from _links(owner, table, field, ties)


def _tie_names(owner: type, ties: dict[str, str], field: Field | None = None) -> list[str]:
    return [each.name for each in star_columns(owner, field) if each.name in ties]


def _objects(table: str, field: Field) -> Iterator[str]:
    name, add = field.name, f"add_{field.kind.__name__}"
    yield f"    if o.{name}:"
    entity = "each.id" if has_id(field.kind) else "entity"
    place = f"key, {table!r}, {name!r}"
    if field.is_many:
        key = "each.id" if has_id(field.kind) else f"f'{{key}}/{name}/{{i}}'"
        yield f"        for i, each in enumerate(o.{name}):"
        yield f"            {add}(each, rows, c, {key}, {entity}, {place}, i)"
    else:
        yield f"        {add}(o.{name}, rows, c, f'{{key}}/{name}', {entity}, {place}, 0)"


def _links(owner: type, table: str, field: Field, ties: dict[str, str]) -> Iterator[str]:
    name = field.name
    here = {**ties, "owner": "key", "owner_table": repr(table), "position": "i"}
    cells = "".join(f"{here[name]}, " for name in _tie_names(owner, ties, field))
    links = link_table_of(owner, name)
    yield f"    if o.{name}:"
    yield f"        rows[{links!r}] += [(*c, {cells}v) for i, v in enumerate(o.{name})]"


def as_number(value: Decimal | None) -> float | None:
    """Return a number as a float: it has 15 digits at most, which a float keeps."""
    return None if value is None else float(value)
