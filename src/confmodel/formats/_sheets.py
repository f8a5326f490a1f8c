"""Sheets that others made: CSV and XLSX as rows of text."""

import contextlib
import datetime
import io
import warnings
import zipfile
import zlib
from typing import Any

from confmodel.codec.limits import Limits
from confmodel.errors import Finding, LoadError, MissingExtraError, shown
from confmodel.formats._csv_text import rows_in

_MOST_COLUMNS = 256
_MOST_FILES = 2000

Rows = list[list[str]]


def sheet_rows(data: bytes, limits: Limits, *, delimiter: str, sheet: str | None) -> Rows:
    """Return the rows of a file: of XLSX if it is a ZIP file, of CSV otherwise.

    Raises:
        LoadError: If it is neither, or larger than the limits.
        MissingExtraError: If it is XLSX, and openpyxl is not installed.
    """
    if len(data) > limits.max_bytes:
        raise _fault(
            "E113",
            f"the file has more than the {limits.max_bytes} bytes that are allowed",
            "split it, or allow more with Limits(max_bytes=...)",
        )
    if not data.startswith(b"PK\x03\x04"):
        return rows_in(data, limits, delimiter=delimiter)
    known = _repacked(data, limits)
    try:
        import openpyxl  # noqa: PLC0415 - only XLSX needs it
    except ModuleNotFoundError:
        raise MissingExtraError("reading XLSX", extra="xlsx") from None
    with warnings.catch_warnings():
        # It warns of drawings and styles that it leaves out, which we want it to.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(known, read_only=True, data_only=True, keep_links=False)
            with contextlib.closing(book):
                return _texts(_page(book, sheet), limits)
        except LoadError:
            raise
        except Exception as error:  # noqa: BLE001 - it raises whatever a stranger's file makes it raise
            raise _no_xlsx(f"{type(error).__name__}: {error}") from None


def _page(book: Any, name: str | None) -> Any:
    names = book.sheetnames
    if name is not None and name not in names:
        remedy = f"give one of: {', '.join(names)}"
        raise _fault("E103", f"there is no sheet {shown(name)}", remedy)
    return book[names[0] if name is None else name]


def _texts(page: Any, limits: Limits) -> Rows:
    rows = []
    cells = page.iter_rows(max_row=limits.max_objects + 2, max_col=_MOST_COLUMNS, values_only=True)
    for number, row in enumerate(cells):
        if number > limits.max_objects:
            what = f"there are more rows than the {limits.max_objects} that are allowed"
            raise _fault("E113", what, "allow more with Limits(max_objects=...)")
        rows.append([_text(each) for each in row])
    return rows


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    return str(value)


def _repacked(data: bytes, limits: Limits) -> io.BytesIO:
    """Unpack a file up to the limits, and pack it again as what it is known to be.

    What a ZIP file says of its sizes may be a lie, which openpyxl would believe.
    """
    packed = io.BytesIO()
    left = limits.max_bytes
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(packed, "w") as known:
            if len(given.infolist()) > _MOST_FILES:
                what = f"the file holds {len(given.infolist())} files"
                raise _fault("E113", f"{what}, and {_MOST_FILES} are allowed", "save it again")
            for each in given.infolist():
                # Of the other methods, Python unpacks a whole file at once.
                if each.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                    raise _no_xlsx(f"{shown(each.filename)} is packed in an unusual way")
                with given.open(each) as stream:
                    unpacked = stream.read(left + 1)
                left -= len(unpacked)
                if left < 0:
                    what = f"the file unpacks to more than the {limits.max_bytes} bytes"
                    remedy = "split it, or allow more with Limits(max_bytes=...)"
                    raise _fault("E113", f"{what} that are allowed", remedy)
                if _declares(unpacked):
                    raise _no_xlsx(f"{shown(each.filename)} declares entities, or is not UTF-8")
                known.writestr(each.filename, unpacked)
    except LoadError:
        raise
    except _ZIP_FAULTS as error:
        raise _no_xlsx(str(error)) from None
    packed.seek(0)
    return packed


_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # it is packed in a way that the standard library cannot unpack
    OSError,
    RuntimeError,  # it is encrypted
    ValueError,
)


def _declares(data: bytes) -> bool:
    """Tell whether XML declares anything; office programs write UTF-8, in which that is seen."""
    is_wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in data[:4]
    return is_wide or b"<!DOCTYPE" in data or b"<!ENTITY" in data


def _no_xlsx(why: str) -> LoadError:
    return _fault("E100", f"the file is no XLSX ({why})", "save it again with an office program")


def _fault(code: str, message: str, remedy: str) -> LoadError:
    return LoadError([Finding(code=code, pointer="", message=message, help=remedy)])
