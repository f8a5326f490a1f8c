"""What makes a text no JSON, or holds what no file can: said so that it can be mended."""

import json
from collections.abc import Iterator, Mapping

from confmodel._text import is_whole, pointer_to
from confmodel.errors import Finding, shown


def no_text(data: bytes) -> Finding | None:
    """Name the encodings that are commonly mistaken for UTF-8."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "UTF-8 with a byte order mark"),
        (b"\xff\xfe", "UTF-16"),
        (b"\xfe\xff", "UTF-16"),
    ):
        if data.startswith(mark):
            return _not_json(f"the document is {encoding}")
    if b"\x00" in data[:4]:
        return _not_json("the document is UTF-16, UTF-32 or binary")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return _not_json(f"byte {error.start} is not UTF-8")
    return None


def _not_json(what: str) -> Finding:
    return Finding(
        code="E100",
        pointer="",
        message=what,
        help="save it as UTF-8 without a byte order mark (RFC 8259, section 8.1)",
    )


def malformed(data: bytes, error: Exception) -> Finding:
    """Say where the JSON ends to be JSON, or that a number is out of range."""
    if "out of range" in str(error):
        return Finding(
            code="E105",
            pointer="",
            message="the document has a number that no reader keeps",
            help="give at most 15 digits, from 1E-15 to 1E+24",
        )
    what = str(error).replace("JSON is malformed: ", "").partition(" (byte ")
    place = what[2].rstrip(")")
    line = column = None
    if place.isdigit():
        before = data[: int(place)]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
    return Finding(
        code="E100",
        pointer="",
        message=f"the document is not JSON ({what[0][0].lower()}{what[0][1:]})",
        help="write it as JSON (RFC 8259): names and texts in double quotes, nothing behind it",
        line=line,
        column=column,
    )


def half_pairs(data: bytes) -> Iterator[Finding]:
    """Find texts with half a surrogate pair, which only the standard library lets through."""
    if b"\\u" not in data:
        return
    try:
        root = json.loads(data, parse_int=str, parse_float=str)
    except ValueError:
        return
    yield from halves(root)


def halves(root: object) -> Iterator[Finding]:
    """Find texts and names with half a surrogate pair in plain data."""
    for place, text in _texts(root, ()):
        if not is_whole(text):
            yield Finding(
                code="E110",
                pointer=pointer_to(place),
                message=f"{shown(text)} holds half of a surrogate pair",
                help="write the whole character (RFC 8259, section 8.2)",
                value=shown(text),
            )


def _texts(
    value: object, place: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Go through every text, and every name, of a document of bounded depth."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield place, name
            yield from _texts(inner, (*place, name))
    elif isinstance(value, list | tuple):
        for n, inner in enumerate(value):
            yield from _texts(inner, (*place, n))
