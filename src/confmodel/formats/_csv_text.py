"""CSV as RFC 4180 has it, taken apart in linear time, whatever is in it."""

import functools
import re

from confmodel.codec.limits import Limits
from confmodel.errors import Finding, LoadError

_MOST_CELLS = 1000


@functools.cache
def _cell(delimiter: str) -> "re.Pattern[str]":
    # Possessive, so that a quotation mark that is never closed costs no second look.
    between = re.escape(delimiter)
    return re.compile(
        rf'(?:"([^"]*+(?:""[^"]*+)*+)"|([^"{between}\r\n]*+))({between}|\r\n|\n|\r|\Z)'
    )


def rows_in(
    data: bytes, limits: Limits, *, most: int | None = None, delimiter: str = ","
) -> list[list[str]]:
    """Take a file apart, the header included; the csv module has a limit for a whole process.

    Args:
        data: The file, in UTF-8, with a byte order mark or without.
        limits: How many rows there may be, as `max_objects`.
        most: How many of these are left. `None` for all.
        delimiter: The character between two cells.

    Raises:
        LoadError: If it is no CSV, or has too many rows or cells.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault("E100", f"byte {error.start} is not UTF-8", "save it as UTF-8") from None
    left = limits.max_objects if most is None else most
    pattern = _cell(delimiter)
    rows: list[list[str]] = []
    cells: list[str] = []
    place = 0
    while place < len(text):
        found = pattern.match(text, place)
        if found is None:
            what = f"row {len(rows) + 1}: a quotation mark stands alone"
            remedy = "put the cell in quotation marks, and double those inside it (RFC 4180)"
            raise _fault("E100", what, remedy)
        quoted, plain, end = found.groups()
        cells.append(plain if quoted is None else quoted.replace('""', '"'))
        place = found.end()
        if len(cells) > _MOST_CELLS:
            what = f"row {len(rows) + 1} has more than {_MOST_CELLS} cells"
            raise _fault("E113", what, "leave out what is no column")
        if end != delimiter:
            rows.append(cells)
            cells = []
            if len(rows) > left + 1:
                what = f"there are more rows than the {limits.max_objects} that are allowed"
                raise _fault("E113", what, "allow more with Limits(max_objects=...)")
    if cells:  # the text ends in a delimiter
        rows.append([*cells, ""])
    return rows


def _fault(code: str, message: str, remedy: str) -> LoadError:
    return LoadError([Finding(code=code, pointer="", message=message, help=remedy)])
