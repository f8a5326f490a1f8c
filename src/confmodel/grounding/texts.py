"""The texts of sources, as callers have them: in memory, or in files."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from confmodel.errors import InvalidValueError, shown
from confmodel.model import Conference, Source
from confmodel.model._expect import expect_record

Texts = Mapping[str, "str | os.PathLike[str]"]
"""The text of each source that is at hand, by the id of the source: a `str` is the text itself,
and a path the file that it stands in."""

_AT_A_TIME = 1 << 20
"""Code points that are encoded at a time."""


def read_texts(record: Conference, texts: Texts) -> dict[str, str]:
    """Read the texts as they are: UTF-8, no line end touched.

    Raises:
        OSError: If a file cannot be read.
        InvalidValueError: If it is no record; if something is neither text nor a
            path, or no UTF-8; or if a text is given for what is no source of the record, because
            nothing would be compared with it.
    """
    sources = [source.id for source in expect_record(record).sources]
    for identifier in texts:
        if identifier not in sources:
            known = f"give the texts of {', '.join(sources)}" if sources else "declare its source"
            raise InvalidValueError(
                code="E202",
                path="texts",
                value=identifier,
                message=f"{record.id} has no source {shown(identifier)}",
                help=known,
            )
    return {identifier: _read(identifier, text) for identifier, text in texts.items()}


def _read(identifier: str, text: object) -> str:
    if isinstance(text, str):
        return text
    if not isinstance(text, os.PathLike):
        raise InvalidValueError(
            code="E101",
            path=identifier,
            value=text,
            message=f"{shown(text)} is neither text nor a path",
            help="give the text as str, or its file as a Path",
        )
    try:
        return Path(text).read_bytes().decode()
    except UnicodeDecodeError as error:
        raise InvalidValueError(
            code="E100",
            path=identifier,
            value=text,
            message=f"byte {error.start} of {shown(os.fspath(text))} is not UTF-8",
            help="save the text as UTF-8, and count the offsets anew",
        ) from None


def digest(text: str) -> str:
    """Return the SHA-256 of a text, as `Source.sha256` has it."""
    made = hashlib.sha256()
    # Piece by piece, so that a long text is not held a second time as bytes.
    for start in range(0, len(text), _AT_A_TIME):
        made.update(text[start : start + _AT_A_TIME].encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def what_differs(text: str, source: Source) -> str | None:
    """Name the field by which a source shows that a text is not its own: length, or sha256."""
    if source.length is not None and source.length != len(text):
        return "length"
    if source.sha256 is not None and source.sha256 != digest(text):
        return "sha256"
    return None
