"""CSV tables: cells as text and back."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from confmodel._text import pointer_to
from confmodel.codec.limits import Limits
from confmodel.errors import Finding, LoadError, shown
from confmodel.formats._csv_text import rows_in
from confmodel.formats._doubles import first_double
from confmodel.formats._folders import replace_folder, table_files
from confmodel.formats._tables_records import Columns, records_of
from confmodel.formats._tables_rows import rows_of
from confmodel.formats._tables_schema import TABLES, ColumnType
from confmodel.model import Conference

_GUARD = "'"
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 - the full-width signs start formulas, too
_NEEDS_QUOTES = re.compile(r'[",\r\n]')


def write(records: Iterable[Conference], folder: Path, *, is_guarded: bool) -> None:
    """Write the tables that have rows into a folder."""
    rows = rows_of(records)

    def fill(fresh: Path) -> None:
        for name, table in rows.items():
            if table or name == "conferences":
                header = [each.name for each in TABLES[name].columns]
                text = "".join(_lines(header, table, is_guarded=is_guarded))
                (fresh / f"{name}.csv").write_bytes(text.encode())

    replace_folder(folder, ".csv", fill)


def read(folder: Path, limits: Limits, *, check: bool) -> tuple[Conference, ...]:
    """Read the records that the files of a folder hold."""
    findings: list[Finding] = []
    tables: dict[str, Columns] = {}
    left = limits.max_objects
    for name, data in table_files(folder, ".csv", limits).items():
        try:
            rows = rows_in(data, limits, most=left)
        except LoadError as error:
            findings += [_of_the_file(each, name) for each in error.findings]
            continue
        left -= max(0, len(rows) - 1)  # the header is no row
        tables[name] = _columns(name, rows, findings)
    if findings:
        raise LoadError(findings)
    return records_of(tables, limits, check=check, named=_row_of)


def _of_the_file(finding: Finding, name: str) -> Finding:
    return attrs.evolve(finding, pointer=f"/{name}", message=f"{name}.csv: {finding.message}")


def _row_of(table: str, number: int) -> str:
    return f"{table}.csv, row {number + 1}"


# Writing


def _lines(
    header: list[str], rows: Iterable[tuple[Any, ...]], *, is_guarded: bool
) -> Iterator[str]:
    yield ",".join(header) + "\r\n"
    for row in rows:
        yield ",".join([_cell(each, is_guarded=is_guarded) for each in row]) + "\r\n"


def _cell(value: Any, *, is_guarded: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        is_odd = not value or value[0] == _GUARD or (is_guarded and value.startswith(_FORMULA))
        text = _GUARD + value if is_odd else str(value)
        return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


# Reading


def _columns(name: str, rows: list[list[str]], findings: list[Finding]) -> dict[str, list[Any]]:
    """Return the cells by column, each in the type of its column."""
    header, body = (rows[0], rows[1:]) if rows else ([], [])
    double = first_double(header)
    if double is not None:
        what = f"{name}.csv has two columns {shown(double)}"
        findings.append(_fault(name, "E116", what, "keep one of them"))
        return {}
    for number, row in enumerate(body):
        # A spreadsheet leaves out empty cells at the end of a row.
        if len(row) > len(header):
            what = f"{_row_of(name, number + 1)} has {len(row)} cells, and the header {len(header)}"
            findings.append(_fault(name, "E100", what, "quote cells that hold a comma"))
        row.extend([""] * (len(header) - len(row)))
    types = {each.name: each.type for each in TABLES[name].columns}
    found = {}
    for place, column in enumerate(header):
        read = _READERS[types.get(column)]
        cells: list[Any] = []
        for number, row in enumerate(body):
            try:
                cells.append(read(row[place]) if row[place] else None)
            except ValueError as error:
                what = f"{_row_of(name, number + 1)}, {column}: {shown(row[place])} {error}"
                findings.append(
                    _fault(name, "E101", what, "correct the cell, or empty it", number, column)
                )
                cells.append(None)
        found[column] = cells
    return found


def _text(cell: str) -> str:
    return cell.removeprefix(_GUARD)


def _whole(cell: str) -> int:
    if not re.fullmatch(r"[0-9]{1,300}", cell):
        raise ValueError("is no whole number")
    return int(cell)


def _number(cell: str) -> Decimal:
    if not re.fullmatch(r"[0-9]{1,60}(?:\.[0-9]{1,60})?", cell):
        raise ValueError("is no number")
    return Decimal(cell)


def _flag(cell: str) -> bool:
    # A spreadsheet writes them in capitals.
    word = cell.lower()
    if word not in {"true", "false"}:
        raise ValueError("is neither true nor false")
    return word == "true"


def _nothing(_: str) -> None:
    """Pass over a cell that is derived."""


_READERS: dict[ColumnType | None, Callable[[str], Any]] = {
    ColumnType.TEXT: _text,
    ColumnType.WHOLE: _whole,
    ColumnType.NUMBER: _number,
    ColumnType.FLAG: _flag,
    ColumnType.DAY: _nothing,
    None: _text,  # a column that nobody knows is refused later
}


def _fault(name: str, code: str, what: str, remedy: str, *place: str | int) -> Finding:
    return Finding(code=code, pointer=pointer_to((name, *place)), message=what, help=remedy)
