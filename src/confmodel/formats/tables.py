"""Tables: many records as one star of flat tables, and back without loss.

The star is fixed. Each class of the model is a table, and each field that
holds several ids or texts another one. Every row names its conference, and
repeats the first and the last possible day of it, so that a question about
many conferences needs joins on equal values only:

- `conference_id` and `owner` lead to what a row belongs to: to the `id` of an
  entity, or to the `key` of a row that has no id of its own.
- `entity` names the entity that a row stands in, however deep.
- `position` keeps the order.

`csv` and `parquet` keep the tables as folders of files.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from confmodel.codec import Limits
from confmodel.errors import InvalidValueError, shown
from confmodel.formats import _tables_arrow
from confmodel.formats._tables_records import records_of
from confmodel.formats._tables_rows import rows_of
from confmodel.formats._tables_schema import TABLES, Column, ColumnType, Table
from confmodel.model import Conference

__all__ = [
    "TABLES",
    "Column",
    "ColumnType",
    "Table",
    "from_arrow",
    "records",
    "rows",
    "to_arrow",
    "to_pandas",
    "to_polars",
]

_DEFAULT = Limits()


def rows(records: Iterable[Conference]) -> dict[str, list[dict[str, Any]]]:
    """Write records as the rows of every table.

    A cell is text, a whole number, a `Decimal`, true or false, a day, or
    `None` where the record does not say.

    Raises:
        InvalidValueError: If something is no record, or two things in one
            record, or two records, have the same id: rows are told by it.

    Examples:
        >>> from confmodel import example
        >>> written = rows([example("lakeside-2031")])
        >>> [(row["owner"], row["value"]) for row in written["delegation_of"]][:2]
        [('a', 'aland'), ('b', 'boria')]
    """
    found = {}
    for name, table in rows_of(records).items():
        columns = [each.name for each in TABLES[name].columns]
        found[name] = [dict(zip(columns, row, strict=True)) for row in table]
    return found


def records(
    rows: Mapping[str, Iterable[Mapping[str, Any]]],
    *,
    limits: Limits = _DEFAULT,
    check: bool = True,
) -> tuple[Conference, ...]:
    """Build the records that rows hold, in the order of the conferences.

    What is derived is not read, so it may be left out, and tables without rows
    too. The order of the rows of other tables does not matter.

    Args:
        rows: The rows of each table.
        limits: How many rows there may be in all, as `max_objects`.
        check: Whether integrity is checked too, as in `confmodel.loads`.

    Raises:
        LoadError: If they are no records; with all the reasons, each with its row.
        InvalidValueError: If `rows` is no mapping of tables to rows.

    Examples:
        >>> records(
        ...     {
        ...         "conferences": [{"id": "c", "name": "C"}],
        ...         "delegates": [
        ...             {"conference_id": "c", "position": 0, "id": "r-vale", "name": "Rosa Vale"}
        ...         ],
        ...     }
        ... )[0].delegates
        (Delegate(id='r-vale', name='Rosa Vale'),)
    """
    _refuse_no_tables(rows)
    return records_of(
        {name: _columns(name, table) for name, table in rows.items()}, limits, check=check
    )


def _columns(name: str, table: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    taken = list(table) if isinstance(table, Iterable) else [None]
    for each in taken:
        if not isinstance(each, Mapping):
            raise _no_tables(each, path=str(name))
    # The columns of the first row come first; another may have more.
    columns = list(dict.fromkeys(column for row in taken for column in row))
    return {column: [row.get(column) for row in taken] for column in columns}


def _refuse_no_tables(tables: object) -> None:
    if not isinstance(tables, Mapping) or not all(isinstance(name, str) for name in tables):
        raise _no_tables(tables)


def _no_tables(value: object, *, path: str = "") -> InvalidValueError:
    return InvalidValueError(
        code="E101",
        path=path,
        value=value,
        message=f"{shown(value)} is not {'a row' if path else 'a mapping of tables to rows'}",
        help="give each table by its name, and each row as a mapping of columns to cells",
    )


def to_arrow(records: Iterable[Conference]) -> dict[str, Any]:
    """Write records as Arrow tables, one `pyarrow.Table` for each table of the star.

    All tables are there, empty or not, and have the same schema for any records.
    A number is a `float64`, which keeps the 15 digits that it has at most.

    Raises:
        InvalidValueError: As in `rows`.
        MissingExtraError: If pyarrow is not installed.

    Examples:
        >>> from confmodel import example
        >>> to_arrow([example()])["delegates"].num_rows
        11
    """
    return _tables_arrow.to_arrow(records)


def from_arrow(
    tables: Mapping[str, Any], *, limits: Limits = _DEFAULT, check: bool = True
) -> tuple[Conference, ...]:
    """Build the records that Arrow tables hold.

    Args:
        tables: For each table a `pyarrow.Table`, or whatever gives itself as
            one (the Arrow PyCapsule interface), such as a frame of Polars.
        limits: How many rows there may be in all, as `max_objects`.
        check: Whether integrity is checked too, as in `confmodel.loads`.

    Raises:
        LoadError: If they are no records; with all the reasons, each with its row.
        InvalidValueError: If something is no table.
        MissingExtraError: If pyarrow is not installed.

    Examples:
        >>> from confmodel import example
        >>> from_arrow(to_arrow([example()])) == (example(),)
        True
    """
    _refuse_no_tables(tables)
    return _tables_arrow.from_arrow(tables, limits, check=check)


def to_polars(records: Iterable[Conference]) -> dict[str, Any]:
    """Write records as frames of Polars, one `polars.DataFrame` for each table of the star.

    Raises:
        InvalidValueError: As in `to_arrow`.
        MissingExtraError: If Polars or pyarrow is not installed.

    Examples:
        >>> from confmodel import example
        >>> frames = to_polars([example()])
        >>> frames["statements"].group_by("manner").len().sort("len")["manner"].to_list()[-1]
        'indirect'
    """
    return _tables_arrow.to_polars(records)


def to_pandas(records: Iterable[Conference]) -> dict[str, Any]:
    """Write records as frames of pandas, one `pandas.DataFrame` for each table of the star.

    The columns are Arrow's (`pandas.ArrowDtype`): a whole number stays whole
    where others are missing.

    Raises:
        InvalidValueError: As in `to_arrow`.
        MissingExtraError: If pandas or pyarrow is not installed.
    """
    return _tables_arrow.to_pandas(records)
