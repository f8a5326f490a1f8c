"""Parquet tables: files to Arrow and back."""

from collections.abc import Iterable
from pathlib import Path

from confmodel.codec.limits import Limits
from confmodel.errors import Finding, LoadError
from confmodel.formats._folders import replace_folder, table_files
from confmodel.formats._tables_arrow import first_line, from_arrow, library, to_arrow
from confmodel.formats._tables_records import too_many_rows
from confmodel.model import Conference


def write(records: Iterable[Conference], folder: Path) -> None:
    """Write all tables into a folder."""
    tables = to_arrow(records)
    parquet = library("pyarrow.parquet", purpose="writing Parquet", extra="arrow")

    def fill(fresh: Path) -> None:
        for name, table in tables.items():
            parquet.write_table(table, fresh / f"{name}.parquet", compression="zstd")

    replace_folder(folder, ".parquet", fill)


def read(folder: Path, limits: Limits, *, check: bool) -> tuple[Conference, ...]:
    """Read the records that the files of a folder hold."""
    parquet = library("pyarrow.parquet", purpose="reading Parquet", extra="arrow")
    arrow = library("pyarrow", purpose="reading Parquet", extra="arrow")
    findings: list[Finding] = []
    tables, rows, size = {}, 0, 0
    for name, data in table_files(folder, ".parquet", limits).items():
        try:
            with parquet.ParquetFile(arrow.BufferReader(data)) as opened:
                said = opened.metadata
                rows += said.num_rows
                size += sum(said.row_group(n).total_byte_size for n in range(said.num_row_groups))
                if rows > limits.max_objects:
                    raise LoadError([too_many_rows(rows, limits)])
                if size > limits.max_bytes:
                    raise LoadError([_too_large(size, limits)])
                tables[name] = opened.read()
        except (arrow.ArrowException, OSError) as error:
            findings.append(
                Finding(
                    code="E100",
                    pointer=f"/{name}",
                    message=f"{name}.parquet is not Parquet ({first_line(error)})",
                    help="write it again, or leave it out",
                )
            )
    if findings:
        raise LoadError(findings)
    return from_arrow(tables, limits, check=check, named="{0}.parquet, row {1}".format)


def _too_large(size: int, limits: Limits) -> Finding:
    return Finding(
        code="E113",
        pointer="",
        message=f"the tables unpack to {size} bytes, and {limits.max_bytes} are allowed",
        help="allow more with Limits(max_bytes=...)",
    )
