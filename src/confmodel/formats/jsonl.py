"""JSON Lines: many records in one file, one a line (https://jsonlines.org).

Each line is a record in JSON. The file is read piece by piece, so that its
length does not matter, and what is wrong in a line does not spoil the others.
"""

from collections.abc import Callable, Iterator
from typing import IO

import attrs

from confmodel.codec import Limits, dumps, loads
from confmodel.codec._collector import without_collector
from confmodel.codec._files import as_bytes, decoding
from confmodel.codec.limits import exceeded
from confmodel.errors import LoadError
from confmodel.formats._format import by_name
from confmodel.model import Conference

FORMAT = by_name("jsonl")
"""What is known of the format."""

_DEFAULT = Limits()
# Larger pieces keep more records alive at once than a processor holds at hand.
_CHUNK = 32 * 1024
_TOO_LONG = b""
"""What stands for a line that is longer than allowed; no line that is kept is empty."""


def read_many(
    stream: IO[bytes] | IO[str],
    *,
    limits: Limits = _DEFAULT,
    check: bool = True,
    on_error: Callable[[LoadError], object] | None = None,
) -> Iterator[Conference]:
    r"""Read the records of an open file, one after the other, as `confmodel.load_many` does.

    Examples:
        >>> import io
        >>> text = '{"id": "a", "name": "A"}\n\n{"id": "b"}\n{"id": "c", "name": "C"}\n'
        >>> for record in read_many(io.StringIO(text), on_error=print):
        ...     print(record.id)
        a
        1 problem
          E102 /name: line 3: the member 'name' is missing; add it
        c
    """
    for lines in _lines(stream, limits):
        outcomes = []
        # A batch at a time, so that it is never off while the caller is at work.
        with without_collector():
            for number, line in lines:
                outcome = _outcome(line, number, limits, check=check)
                outcomes.append(outcome)
                if on_error is None and isinstance(outcome, LoadError):
                    break
        for outcome in outcomes:
            if isinstance(outcome, Conference):
                yield outcome
            elif on_error is None:
                raise outcome
            else:
                on_error(outcome)


def write(record: Conference) -> str:
    r"""Write a record as one line.

    Raises:
        InvalidValueError: If something in the record is not of its type.

    Examples:
        >>> write(Conference(id="c", name="Conference"))
        '{"confmodel":"1.0","id":"c","name":"Conference"}\n'
    """
    return dumps(record) + "\n"


def _outcome(line: bytes, number: int, limits: Limits, *, check: bool) -> Conference | LoadError:
    if line is _TOO_LONG:
        what = f"the document has more than {limits.max_bytes} bytes"
        found = exceeded("", what, limits.max_bytes, "max_bytes")
        return LoadError([attrs.evolve(found, line=number)], line=number)
    try:
        return loads(line, limits=limits, check=check)
    except LoadError as error:
        return LoadError([attrs.evolve(each, line=number) for each in error.findings], line=number)


def _read(stream: IO[bytes] | IO[str]) -> bytes:
    with decoding(stream):
        return as_bytes(stream.read(_CHUNK))


def _lines(stream: IO[bytes] | IO[str], limits: Limits) -> Iterator[list[tuple[int, bytes]]]:
    """Give the lines that hold something, with their numbers, as many at once as were read."""
    number = 1
    begun: list[bytes] = []
    begun_size = blank_size = 0
    is_passed_over = False
    while chunk := _read(stream):
        found = []
        if not begun and not is_passed_over and chunk.isspace():
            # A megabyte of compressed line ends is a gigabyte: no line of them is looked at.
            number += chunk.count(b"\n")
            blank_size += len(chunk)
            if blank_size > limits.max_bytes:
                found.append((number, _TOO_LONG))
                blank_size = 0
            yield found
            continue
        blank_size = 0
        *ended, rest = chunk.split(b"\n")
        for end in ended:
            line = b"".join([*begun, end]) if begun else end
            if line and not is_passed_over and not line.isspace():
                found.append((number, line))
            begun, begun_size, is_passed_over = [], 0, False
            number += 1
        if rest and not is_passed_over:
            begun.append(rest)
            begun_size += len(rest)
            if begun_size > limits.max_bytes:
                # Told once, and nothing of it is kept until it ends.
                found.append((number, _TOO_LONG))
                begun, is_passed_over = [], True
        yield found
    if begun:
        yield [(number, b"".join(begun))]
