"""Reading many records at once: without the pauses of the cyclic garbage collector."""

import os
from collections.abc import Iterable

from confmodel.codec import Limits, loads
from confmodel.codec._collector import without_collector
from confmodel.codec._files import read_bytes
from confmodel.model import Conference

_DEFAULT = Limits()


def read_many(
    sources: Iterable[str | bytes | os.PathLike[str]],
    *,
    limits: Limits = _DEFAULT,
    check: bool = True,
) -> list[Conference]:
    r"""Read many records into memory, quickly.

    Args:
        sources: Paths of JSON files (`pathlib.Path`), or the JSON texts
            themselves (`str` or `bytes`), such as the lines of a JSON Lines
            file opened for reading. Blank lines are passed over.
        limits: How large each document may be.
        check: Whether integrity is checked too, as in `loads`.

    Raises:
        LoadError: If one of them is no record; the earlier ones are dropped.
        OSError: If a file cannot be read.

    Examples:
        >>> from confmodel import dumps, example
        >>> [record.id for record in read_many([dumps(example()), "\n"])]
        ['warsaw-2026']
    """
    records = []
    with without_collector():
        for source in sources:
            data = (
                read_bytes(source, limits.max_bytes) if isinstance(source, os.PathLike) else source
            )
            if isinstance(source, os.PathLike) or data.strip():
                records.append(loads(data, limits=limits, check=check))
    return records
