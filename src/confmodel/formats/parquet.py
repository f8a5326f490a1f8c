"""Parquet: a folder with a file for each table of the star, for queries and for other tools.

All tables are there, empty or not, with the same schema for any records, so
that a query finds what it names. The metadata of each file says of which
version of the tables it is.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from confmodel.codec import Limits
from confmodel.formats._format import by_name
from confmodel.model import Conference

FORMAT = by_name("parquet")
"""What is known of the format."""

_DEFAULT = Limits()


def write_many(records: Iterable[Conference], folder: str | os.PathLike[str]) -> None:
    """Write records as a folder of Parquet files, one for each table.

    The same records give the same files, with the same version of pyarrow. A
    folder that is there is replaced, if it holds nothing but tables.

    Args:
        records: The records; no two may have the same id.
        folder: The folder.

    Raises:
        OSError: If it cannot be written.
        InvalidValueError: If something is no record, if two things have the
            same id, or if the folder holds something else.
        MissingExtraError: If pyarrow is not installed.

    Examples:
        >>> from confmodel import example
        >>> import tempfile
        >>> place = tempfile.TemporaryDirectory()
        >>> folder = Path(place.name, "lakeside")
        >>> write_many([example("lakeside-2031")], folder)
        >>> list(read_many(folder)) == [example("lakeside-2031")]
        True
        >>> place.cleanup()
    """
    _tables().write(records, Path(folder))


def read_many(
    folder: str | os.PathLike[str], *, limits: Limits = _DEFAULT, check: bool = True
) -> Iterator[Conference]:
    """Read the records that a folder of Parquet files holds, in the order of the conferences.

    The limits are held against what the files say of themselves before they
    are decoded. pyarrow decodes them: a file that lies about itself can cost
    more memory than is allowed.

    Args:
        folder: The folder.
        limits: How many bytes, compressed and not, and how many rows
            (`max_objects`) there may be in all.
        check: Whether integrity is checked too, as in `confmodel.loads`.

    Raises:
        OSError: If it cannot be read.
        LoadError: If the files hold no records; with all the reasons, each with
            its file and its row.
        MissingExtraError: If pyarrow is not installed.
    """
    yield from _tables().read(Path(folder), limits, check=check)


def _tables() -> ModuleType:
    """Load the star when it is wanted: whoever looks for another format does not."""
    from confmodel.formats import _parquet_tables  # noqa: PLC0415 - for the reason above

    return _parquet_tables
