r"""CSV: a folder with a file for each table of the star (RFC 4180).

The files are UTF-8, and lines end in CR LF. An empty cell is `None`. So that no
spreadsheet takes a text for a formula, an apostrophe stands before each text
that begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line
end; reading takes it away. It stands before a text that begins with an
apostrophe of its own, too, and for itself it is the empty text.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from confmodel.codec import Limits
from confmodel.formats._format import by_name
from confmodel.model import Conference

FORMAT = by_name("csv")
"""What is known of the format."""

_DEFAULT = Limits()


def write_many(
    records: Iterable[Conference], folder: str | os.PathLike[str], *, is_guarded: bool = True
) -> None:
    r"""Write records as a folder of CSV files, one for each table that has rows.

    The same records give the same files. A folder that is there is replaced,
    if it holds nothing but tables.

    Args:
        records: The records; no two may have the same id.
        folder: The folder.
        is_guarded: Whether texts that a spreadsheet would take for formulas
            begin with an apostrophe. Without it they are written as they are,
            for programs that know nothing of it; both are read back the same.

    Raises:
        OSError: If it cannot be written.
        InvalidValueError: If something is no record, if two things have the
            same id, or if the folder holds something else.

    Examples:
        >>> import tempfile
        >>> place = tempfile.TemporaryDirectory()
        >>> folder = Path(place.name, "lakeside")
        >>> write_many([Conference(id="c", name="=1+1", note="")], folder)
        >>> (folder / "conferences.csv").read_bytes().splitlines()[1]
        b"1.0,c,'=1+1,,,,,,,,,,,,,',"
        >>> [each.name for each in read_many(folder)]
        ['=1+1']
        >>> place.cleanup()
    """
    _tables().write(records, Path(folder), is_guarded=is_guarded)


def read_many(
    folder: str | os.PathLike[str], *, limits: Limits = _DEFAULT, check: bool = True
) -> Iterator[Conference]:
    """Read the records that a folder of CSV files holds, in the order of the conferences.

    A table without a file has no rows. Columns that are derived are not read,
    and may be missing; so may the apostrophes.

    Args:
        folder: The folder.
        limits: How many bytes and how many rows (`max_objects`) there may be in all.
        check: Whether integrity is checked too, as in `confmodel.loads`.

    Raises:
        OSError: If it cannot be read.
        LoadError: If the files hold no records; with all the reasons, each with
            its file and its row, the header being row 1.
    """
    yield from _tables().read(Path(folder), limits, check=check)


def _tables() -> ModuleType:
    """Load the star when it is wanted: whoever looks for another format does not."""
    from confmodel.formats import _csv_tables  # noqa: PLC0415 - for the reason above

    return _csv_tables
