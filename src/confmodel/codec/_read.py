"""Reading: bytes or plain data in, a record out, or one error that says everything."""

import functools
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from confmodel._text import pointer_to
from confmodel.checks._notes import are_sound
from confmodel.checks._rules import is_newer
from confmodel.checks.integrity import faults, is_whole
from confmodel.codec import _duplicates, _explain, _extras, _mirrors
from confmodel.codec._build import builder
from confmodel.codec.limits import Limits, too_deep, too_large
from confmodel.errors import Finding, InvalidValueError, LoadError, shown
from confmodel.model import FORMAT_VERSION, Conference

_MAJOR = int(FORMAT_VERSION.partition(".")[0])


@functools.cache
def _decoder() -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(_mirrors.decode_mirror())


@functools.cache
def _second_encoder() -> msgspec.json.Encoder:
    # Extras have been looked at when they were made, and need not be written.
    return msgspec.json.Encoder(enc_hook=lambda _: None)


def read(data: bytes, limits: Limits, *, check: bool) -> Conference:
    """Read JSON text."""
    if (fault := too_large(data, limits)) is not None:
        raise LoadError([fault])
    record = _fast(data, _decoder(), _second_encoder(), _refuse_duplicates)
    return _explained(data, limits, check=check) if record is None else record


@functools.cache
def _packed() -> "tuple[msgspec.msgpack.Decoder[Any], msgspec.msgpack.Encoder]":
    return msgspec.msgpack.Decoder(_mirrors.decode_mirror()), msgspec.msgpack.Encoder()


def read_packed(data: bytes) -> Conference | None:
    """Read MessagePack by the fast pass; `None` if a slower one has to look at it."""
    return _fast(data, *_packed(), _duplicates.has_none_packed)


def _fast(
    data: bytes, decoder: Any, encoder: Any, has_none_twice: Callable[[bytes, bytes], bool]
) -> Conference | None:
    """Read what is right in every respect; `None` if a slower pass has to look at it.

    Args:
        data: The document.
        decoder: Decodes it into the mirror.
        encoder: Encodes the mirror again.
        has_none_twice: Tells from both encodings that no member stands twice.
    """
    try:
        mirror = decoder.decode(data)
        if mirror.requires or not _is_ours(mirror.confmodel):
            return None
        if not has_none_twice(data, encoder.encode(mirror)):
            return None
        record, notes = builder(is_lifting=False)(mirror)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, InvalidValueError):
        return None
    # The mirror leaves patterns to the notes.
    return record if are_sound(notes, FORMAT_VERSION) else None


def _is_ours(version: str) -> bool:
    return version == FORMAT_VERSION


def _explained(data: bytes, limits: Limits, *, check: bool) -> Conference:
    """Read what the fast pass refused: to keep its extras, or to say what is wrong."""
    document, doubles = decode(data, limits)
    return read_plain(document, check=check, found=doubles)


def decode(data: bytes, limits: Limits) -> tuple[object, list[Finding]]:
    """Read plain data from JSON text, whatever it describes, and find what stands twice in it.

    Raises:
        LoadError: If it is too large, or no JSON.
    """
    fault = too_large(data, limits) or _no_text(data) or too_deep(data, limits)
    if fault is not None:
        raise LoadError([fault])
    try:
        document: object = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LoadError(list(_half_pairs(data)) or [_malformed(data, error)]) from None
    return document, list(_duplicates.duplicates(data))


def _refuse_duplicates(data: bytes, again: bytes) -> bool:
    """Look at every member where the second encoding proves nothing."""
    if not _duplicates.has_none(data, again) and (found := list(_duplicates.duplicates(data))):
        raise LoadError(found)
    return True


def read_plain(document: object, *, check: bool, found: list[Finding] | None = None) -> Conference:
    """Read plain data, such as JSON gives it.

    Args:
        document: The root.
        check: Whether integrity is checked as well.
        found: What is known to be wrong with it already.
    """
    findings = found or []
    if not isinstance(document, Mapping):
        raise LoadError(
            [
                *findings,
                Finding(
                    code="E101",
                    pointer="",
                    message=f"{shown(document)} is not a record",
                    help="give an object that has an id and a name",
                    value=shown(document),
                ),
            ]
        )
    refusals, is_newer = _version(document)
    if refusals:
        raise LoadError([*findings, *refusals])
    lifted, unknown = _extras.lift(document, keeps_unknown=is_newer or not check)
    findings = [*findings, *unknown]
    try:
        mirror = msgspec.convert(lifted, _mirrors.lifting_mirror(), dec_hook=_mirrors.ready)
        record, notes = builder(is_lifting=True)(mirror)
    except (msgspec.ValidationError, RecursionError, InvalidValueError) as error:
        lifted.pop("requires", None)
        explained = list(_explain.explain(lifted)) or [_unexplained(error)]
        broken = faults(lifted) if check else ()
        raise LoadError(_in_order(document, [*findings, *explained, *broken])) from None
    findings += _broken_texts(lifted, mirror)
    if check and (findings or not is_whole(record, notes)):
        findings += faults(record)
    if findings:
        raise LoadError(_in_order(document, findings))
    return record


def _version(document: Mapping[str, object]) -> tuple[list[Finding], bool]:
    """Tell what keeps this library from reading a document, and whether it is newer."""
    findings = []
    required = document.get("requires", ())
    if isinstance(required, list | tuple) and all(isinstance(each, str) for each in required):
        findings += [
            Finding(
                code="E114",
                pointer=f"/requires/{place}",
                message=f"the document requires {shown(name)}, which this version does not know",
                help="read it with a newer version of confmodel",
                value=shown(name),
            )
            for place, name in enumerate(required)
        ]
    else:
        findings.append(
            Finding(
                code="E101",
                pointer="/requires",
                message=f"{shown(required)} is not a list of texts",
                help="list the names of what a reader has to know, or leave it out",
                value=shown(required),
            )
        )
    version = document.get("confmodel", FORMAT_VERSION)
    major, _, minor = version.partition(".") if isinstance(version, str) else ("", "", "")
    if not (_is_number(major) and _is_number(minor)):
        return findings, False  # the explaining pass says what is wrong with it
    if int(major) > _MAJOR:
        findings.append(
            Finding(
                code="E108",
                pointer="/confmodel",
                message=f"the document is of version {version}, and this library reads {_MAJOR}",
                help="read it with a newer version of confmodel",
                value=shown(version),
            )
        )
    return findings, int(major) == _MAJOR and is_newer(f"{major}.{minor}")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4  # noqa: PLR2004 - as the pattern of a version


def _no_text(data: bytes) -> Finding | None:
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


def _malformed(data: bytes, error: Exception) -> Finding:
    if "out of range" in str(error):
        return Finding(
            code="E105",
            pointer="",
            message="the document has a number that no reader keeps",
            help="give at most 15 digits, from 1E-15 to 1E+24",
        )
    what = str(error).replace("JSON is malformed: ", "").partition(" (byte ")
    place = what[2].rstrip(")")
    if place.isdigit():
        before = data[: int(place)]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        message = f"line {line}, column {column}: the document is not JSON ({what[0]})"
    else:
        message = f"the document is not JSON ({what[0][0].lower()}{what[0][1:]})"
    return Finding(
        code="E100",
        pointer="",
        message=message,
        help="write it as JSON (RFC 8259): names and texts in double quotes, nothing behind it",
    )


def _half_pairs(data: bytes) -> Iterator[Finding]:
    """Find texts with half a surrogate pair, which only the standard library lets through."""
    if b"\\u" not in data:
        return
    try:
        root = json.loads(data, parse_int=str, parse_float=str)
    except ValueError:
        return
    yield from _halves(root)


def _broken_texts(lifted: object, mirror: object) -> list[Finding]:
    """Find texts that no file can hold: not bytes, but plain data can have them."""
    try:
        _second_encoder().encode(mirror)
    except UnicodeEncodeError:
        return list(_halves(lifted))
    return []


def _halves(root: object) -> Iterator[Finding]:
    for place, text in _texts(root, ()):
        try:
            text.encode()
        except UnicodeEncodeError:
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


def _unexplained(error: Exception) -> Finding:  # pragma: no cover - the passes agree
    """Keep the reason of the fast pass: it alone decides, and its word stands."""
    return Finding(
        code="E101", pointer="", message=str(error), help="compare the document with the schema"
    )


def _in_order(document: object, findings: list[Finding]) -> list[Finding]:
    """Sort findings by where they stand in the document, and drop what is said twice."""

    def place(finding: Finding) -> tuple[int, ...]:
        steps: list[int] = []
        value = document
        for step in finding.pointer.split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            if isinstance(value, Mapping) and name in value:
                steps.append(list(value).index(name))
                value = value[name]
            elif isinstance(value, list | tuple) and name.isdigit() and int(name) < len(value):
                steps.append(int(name))
                value = value[int(name)]
            else:
                break
        return tuple(steps)

    return sorted(dict.fromkeys(findings), key=place)
