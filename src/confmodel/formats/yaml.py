"""YAML: the form in which people write a record by hand.

It is read by the core schema of YAML 1.2, where `NO` and `2031-05-06` are
text. Refused is what makes a value depend on another place (anchors, aliases,
merge keys) or on the reader (tags, names that are no text or stand twice,
further documents, characters that end lines in one version only, characters
that are escaped in two halves as in JSON).

Comments are not read: what is read is the record. `update` keeps them in a text.
"""

from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import cast

from confmodel.codec import Limits, from_dict, to_dict
from confmodel.errors import Finding, InvalidValueError, LoadError, MissingExtraError, shown
from confmodel.formats._format import by_name
from confmodel.formats._yaml_writer import emit
from confmodel.model import Conference

FORMAT = by_name("yaml")
"""What is known of the format."""

_DEFAULT = Limits()
# A statement, the richest object, seldom has more members that hold something.
_VALUES_IN_AN_OBJECT = 8


def read(
    data: str | bytes | bytearray | memoryview,
    *,
    limits: Limits = _DEFAULT,
    check: bool = True,
) -> Conference:
    r"""Read a record from YAML, an author's shorthand included.

    Args:
        data: The document, or its bytes in UTF-8.
        limits: How large the document may be.
        check: Whether integrity is checked too, as in `confmodel.loads`.

    Raises:
        LoadError: If it is no record; with all the reasons, each with its line.
        InvalidValueError: If `data` is neither text nor bytes.
        MissingExtraError: If PyYAML is not installed.

    Examples:
        >>> read("{id: lakeside-2031, name: Lakeside Conference, when: 2031}")
        Conference(id='lakeside-2031', name='Lakeside Conference', when=When('2031'))
        >>> read("id: lakeside-2031\nnmae: Lakeside Conference\n")
        Traceback (most recent call last):
        confmodel.errors.LoadError: 2 problems
          ...
          E103 /nmae: line 2, column 1: 'nmae' is no member of a Conference; did you mean 'name'?
    """
    text = _as_text(data, limits.max_bytes)
    plain, doubles = _events().build(
        text,
        max_depth=limits.max_depth,
        max_values=limits.max_objects * _VALUES_IN_AN_OBJECT,
    )
    try:
        record = from_dict(plain, shorthand=True, check=check)
    except LoadError as error:
        raise LoadError(_in_order([*doubles, *_located(error.findings, text)], text)) from None
    if doubles:
        raise LoadError(doubles)
    return record


def write(record: Conference) -> str:
    """Write a record as YAML, in the canonical form and the order of the model.

    The same record gives the same text, everywhere and always.

    Raises:
        InvalidValueError: If something in the record is not of its type.

    Examples:
        >>> print(write(Conference(id="lakeside-2031", name="Lakeside", when=2031)), end="")
        confmodel: "1.0"
        id: lakeside-2031
        name: Lakeside
        when: "2031"
    """
    return emit(to_dict(record))


def update(text: str, record: Conference) -> str:
    r"""Rewrite an authored text so that it holds another record.

    Comments, order, layout and shorthand stay wherever the record stays the
    same. Entities are recognised by their ids; what is new stands behind the
    rest, and what is gone takes the comments above it along. A comment that
    cannot stay in its place stands above the changed member. The text always
    holds the record: where it cannot be changed in places, for it stands in
    brackets as a whole, it is written anew below its comments.

    Args:
        text: The document as its author wrote it.
        record: What it shall hold.

    Raises:
        LoadError: If the text is no record. It may lack integrity.
        InvalidValueError: If something in the record is not of its type.
        MissingExtraError: If ruamel.yaml or PyYAML is not installed.

    Examples:
        >>> import attrs
        >>> text = "id: lakeside\nname: Lakeside  # a working title\nplaces: [Selm]\n"
        >>> renamed = attrs.evolve(read(text), name="Lakeside Conference")
        >>> print(update(text, renamed), end="")
        id: lakeside
        name: Lakeside Conference  # a working title
        places: [Selm]
    """
    before = read(text, check=False)
    if before == record:
        return text
    canonical = to_dict(record)
    authored = cast("dict[str, object]", parse(text))
    changed = ""
    candidates = _updating().candidates(text, authored, to_dict(before), canonical)
    for changed in candidates:  # pragma: no branch - the last one holds the record
        if _holds(changed, record):
            break
    return changed


def parse(
    data: str | bytes | bytearray | memoryview,
    *,
    max_bytes: int = _DEFAULT.max_bytes,
    max_depth: int = _DEFAULT.max_depth,
    max_values: int = _DEFAULT.max_objects * _VALUES_IN_AN_OBJECT,
) -> object:
    """Read plain data from YAML, whatever it describes.

    Args:
        data: The document, or its bytes in UTF-8.
        max_bytes: The most bytes it may have.
        max_depth: How deep lists and mappings may stand inside each other.
        max_values: How many values, and names of members, it may have in all.

    Raises:
        LoadError: If it is no YAML, or uses what is refused.
        InvalidValueError: If `data` is neither text nor bytes.
        MissingExtraError: If PyYAML is not installed.

    Examples:
        >>> parse("{country: NO, at: 12:30, share: 0.5, chairs: [a, b]}")
        {'country': 'NO', 'at': '12:30', 'share': 0.5, 'chairs': ['a', 'b']}
    """
    text = _as_text(data, max_bytes)
    plain: object
    plain, doubles = _events().build(text, max_depth=max_depth, max_values=max_values)
    if doubles:
        raise LoadError(doubles)
    return plain


def _events() -> ModuleType:
    """Load what needs PyYAML, at its first use."""
    try:
        from confmodel.formats import _yaml_events  # noqa: PLC0415 - for the reason above
    except ModuleNotFoundError as error:
        if error.name != "yaml":
            raise
        raise MissingExtraError("reading YAML", extra="yaml") from None
    return _yaml_events


def _updating() -> ModuleType:
    """Load what needs ruamel.yaml, at its first use."""
    try:
        from confmodel.formats import _yaml_update  # noqa: PLC0415 - for the reason above
    except ModuleNotFoundError as error:
        if error.name not in {"ruamel", "ruamel.yaml"}:
            raise
        raise MissingExtraError("keeping the comments of YAML", extra="yaml-comments") from None
    return _yaml_update


def _holds(text: str, record: Conference) -> bool:
    try:
        return read(text, check=False) == record
    except LoadError:
        return False


def _as_text(data: str | bytes | bytearray | memoryview, max_bytes: int) -> str:
    """Take text, or bytes in UTF-8, if there are not too many of them."""
    if isinstance(data, str):
        # Most texts need no second copy to know that they are short enough.
        size = len(data)
        if size * 4 > max_bytes and not data.isascii():
            size = len(data.encode("utf-8", "surrogatepass"))
    elif isinstance(data, bytes | bytearray | memoryview):
        data = bytes(data)
        size = len(data)
    else:
        raise InvalidValueError(
            code="E101",
            path="",
            value=data,
            message=f"{shown(data)} is neither text nor bytes",
            help="give str or bytes; plain data is read by from_dict",
        )
    if size > max_bytes:
        raise LoadError(
            [
                Finding(
                    code="E113",
                    pointer="",
                    message=f"the document has {size} bytes, and {max_bytes} are allowed",
                    help="split the document, or allow more with Limits(max_bytes=...)",
                )
            ]
        )
    if isinstance(data, str):
        return data
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is not UTF-8"
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            what = "the document is UTF-16 or UTF-32"
        finding = Finding(code="E100", pointer="", message=what, help="save it as UTF-8")
        raise LoadError([finding]) from None


def _located(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Say of each finding in which line and column it is."""
    at = _events().at
    return [at(place, each) for each, place in zip(findings, _places(findings, text), strict=True)]


def _in_order(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Sort findings by where they stand in the text."""
    places = list(_places(findings, text))
    return [findings[n] for n in sorted(range(len(findings)), key=places.__getitem__)]


def _places(findings: Sequence[Finding], text: str) -> Iterator[tuple[int, int]]:
    """Give the line and the column of each finding."""
    found: dict[str, tuple[int, int]] = _events().positions(
        text, [each.pointer for each in findings]
    )
    for finding in findings:
        pointer = finding.pointer
        # What is missing, or was left out as shorthand, is where its owner is.
        while pointer not in found:
            pointer = pointer.rpartition("/")[0]
        yield found[pointer]
