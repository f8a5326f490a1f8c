"""The tables in Arrow, and what reads Arrow."""

import functools
import importlib
from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any

from confmodel._text import pointer_to
from confmodel.codec.limits import Limits
from confmodel.errors import (
    Finding,
    InvalidValueError,
    LoadError,
    MissingExtraError,
    shown,
)
from confmodel.formats._tables_records import Columns, records_of, too_many_rows
from confmodel.formats._tables_rows import as_number, rows_of
from confmodel.formats._tables_schema import LAYOUT, TABLES, ColumnType
from confmodel.model import Conference

LAYOUT_KEY = b"confmodel.tables"
"""Under which name the metadata of a schema says which version of the tables it is of."""

_PYARROW = "Arrow tables"


def library(name: str, *, purpose: str, extra: str) -> ModuleType:
    """Load a library that an extra brings.

    Raises:
        MissingExtraError: If it is not installed.
    """
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != name.partition(".")[0]:
            raise
        raise MissingExtraError(purpose, extra=extra) from None


def pyarrow() -> Any:
    """Load pyarrow, at its first use."""
    return library("pyarrow", purpose=_PYARROW, extra="arrow")


@functools.cache
def schemas() -> Mapping[str, Any]:
    """Return the Arrow schema of every table."""
    pa = pyarrow()
    types = {
        ColumnType.TEXT: pa.string(),
        ColumnType.WHOLE: pa.int64(),
        ColumnType.NUMBER: pa.float64(),
        ColumnType.FLAG: pa.bool_(),
        ColumnType.DAY: pa.date32(),
    }
    return {
        table.name: pa.schema(
            [
                pa.field(each.name, types[each.type], nullable=not each.is_required)
                for each in table.columns
            ],
            metadata={LAYOUT_KEY: LAYOUT},
        )
        for table in TABLES.values()
    }


def to_arrow(records: Iterable[Conference]) -> dict[str, Any]:
    """Write records as Arrow tables."""
    pa = pyarrow()
    tables = {}
    for name, rows in rows_of(records).items():
        schema, columns = schemas()[name], TABLES[name].columns
        cells: list[tuple[Any, ...]] = list(zip(*rows, strict=True)) or [()] * len(columns)
        arrays = [
            pa.array(
                map(as_number, values) if column.type is ColumnType.NUMBER else values, field.type
            )
            for column, values, field in zip(columns, cells, schema, strict=True)
        ]
        tables[name] = pa.Table.from_arrays(arrays, schema=schema)
    return tables


def from_arrow(
    tables: Mapping[str, Any],
    limits: Limits,
    *,
    check: bool,
    named: Any = "row {1} of {0}".format,
) -> tuple[Conference, ...]:
    """Build the records that Arrow tables hold."""
    pa = pyarrow()
    columns: dict[str, Columns] = {}
    rows = 0
    findings: list[Finding] = []
    for name, given in tables.items():
        try:
            table = pa.table(given)
        except (TypeError, ValueError) as error:
            raise InvalidValueError(
                code="E101",
                path=str(name),
                value=given,
                message=f"{shown(given)} is no table ({error})",
                help="give a pyarrow.Table, or a frame that gives itself as one",
            ) from None
        rows += table.num_rows
        if rows > limits.max_objects:
            raise LoadError([too_many_rows(rows, limits)])
        findings += _refused_layout(name, table.schema.metadata)
        columns[name] = _columns(name, table, findings)
    if findings:
        raise LoadError(findings)
    return records_of(columns, limits, check=check, named=named)


def _refused_layout(name: str, metadata: Mapping[bytes, bytes] | None) -> list[Finding]:
    """Refuse tables of another version; those of other programs do not say one."""
    version = (metadata or {}).get(LAYOUT_KEY, LAYOUT.encode()).decode("utf-8", "replace")
    if version == LAYOUT:
        return []
    return [
        Finding(
            code="E108",
            pointer=pointer_to((name,)),
            message=f"{name} is of version {shown(version)} of the tables, and this is {LAYOUT}",
            help="read it with the version of confmodel that wrote it",
            value=shown(version),
        )
    ]


def _columns(name: str, table: Any, findings: list[Finding]) -> Columns:
    """Return the cells of a table by column, in the types that the tables say.

    What is derived is left out, and of what is unknown only the name is told.
    """
    pa = pyarrow()
    known = {each.name: each for each in TABLES[name].columns} if name in TABLES else {}
    columns: dict[str, list[Any]] = {}
    for column, cells in zip(table.column_names, table.columns, strict=True):
        what = None
        if column in columns:
            what = "there are two columns of this name"
        elif column not in known:
            columns[column] = []
        elif not known[column].is_derived:
            type_ = schemas()[name].field(column).type
            try:
                cells.validate(full=True)
                columns[column] = _plain(cells.cast(type_))
            except (pa.ArrowException, UnicodeDecodeError) as error:
                columns[column] = []
                what = f"{cells.type} cannot be read as {type_} ({first_line(error)})"
        if what is not None:
            findings.append(
                Finding(
                    code="E101",
                    pointer=pointer_to((name, column)),
                    message=f"{name}, {column}: {what}",
                    help="give the column as the tables say",
                    value=shown(column),
                )
            )
    return columns


def first_line(error: Exception) -> str:
    """Return what Arrow says first; the rest is where in its own code it was."""
    return str(error).partition("\n")[0]


def _plain(cells: Any) -> list[Any]:
    """Return cells as values of Python; text that stands many times is made once."""
    pa = pyarrow()
    found: list[Any] = []
    for chunk in cells.chunks:
        if pa.types.is_string(chunk.type):
            coded = chunk.dictionary_encode()
            words = coded.dictionary.to_pylist()
            found += [None if each is None else words[each] for each in coded.indices.to_pylist()]
        else:
            found += chunk.to_pylist()
    return found


def to_polars(records: Iterable[Conference]) -> dict[str, Any]:
    """Write records as frames of Polars."""
    tables = to_arrow(records)
    polars = library("polars", purpose="frames of Polars", extra="polars")
    return {name: polars.from_arrow(table) for name, table in tables.items()}


def to_pandas(records: Iterable[Conference]) -> dict[str, Any]:
    """Write records as frames of pandas."""
    tables = to_arrow(records)
    pandas = library("pandas", purpose="frames of pandas", extra="pandas")
    # Not required by the tests, for its size; one of them runs where it is installed.
    return {  # pragma: no cover
        name: table.to_pandas(types_mapper=pandas.ArrowDtype) for name, table in tables.items()
    }
