"""Reading: bytes or plain data in, a record out, or one error that says everything."""

import functools
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from confmodel._numbers import exactly
from confmodel.checks._judging import are_sound
from confmodel.checks.integrity import faults
from confmodel.codec import _duplicates, _explain, _extras, _mirrors
from confmodel.codec._build import builder
from confmodel.codec._findings import in_order, some
from confmodel.codec._malformed import half_pairs, halves, malformed, no_text
from confmodel.codec._room import with_room
from confmodel.codec._version import version_of
from confmodel.codec.limits import Limits, too_deep, too_large
from confmodel.codec.shorthand import expand
from confmodel.errors import Finding, InvalidValueError, LoadError, shown
from confmodel.model import FORMAT_VERSION, Conference

_DEEPEST_RECORD = 16
"""Deeper than lists and objects stand in any record without extras."""


@functools.cache
def _decoder() -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(_mirrors.decode_mirror())


@functools.cache
def _plain_decoder() -> "msgspec.json.Decoder[object]":
    return msgspec.json.Decoder(float_hook=exactly)


@functools.cache
def _second_encoder() -> msgspec.json.Encoder:
    # Extras have been looked at when they were made, and need not be written.
    return msgspec.json.Encoder(enc_hook=lambda _: None)


def read(data: bytes, limits: Limits, *, shorthand: bool, check: bool) -> Conference:
    """Read JSON text."""
    if shorthand:
        document, doubles = decode(data, limits)
        return read_plain(document, shorthand=True, check=check, found=doubles)
    if (fault := too_large(data, limits)) is not None:
        raise LoadError([fault])
    if limits.max_depth < _DEEPEST_RECORD and (fault := too_deep(data, limits)) is not None:
        raise LoadError([fault])
    record = _fast(data, _decoder(), _second_encoder(), _loses_nothing)
    return _explained(data, limits, check=check) if record is None else record


@functools.cache
def _packed() -> "tuple[msgspec.msgpack.Decoder[Any], msgspec.msgpack.Encoder]":
    return msgspec.msgpack.Decoder(_mirrors.decode_mirror()), msgspec.msgpack.Encoder()


def read_packed(data: bytes) -> Conference | None:
    """Read MessagePack by the fast pass; `None` if a slower one has to look at it."""
    return _fast(data, *_packed(), _duplicates.has_none_packed)


def _fast(
    data: bytes, decoder: Any, encoder: Any, loses_nothing: Callable[[bytes, bytes], bool]
) -> Conference | None:
    """Read what is right in every respect; `None` if a slower pass has to look at it.

    Args:
        data: The document.
        decoder: Decodes it into the mirror.
        encoder: Encodes the mirror again.
        loses_nothing: Tells from both encodings that decoding lost no member and no digit.
    """
    try:
        mirror = decoder.decode(data)
        if mirror.requires or mirror.confmodel != FORMAT_VERSION:
            return None
        if not loses_nothing(data, encoder.encode(mirror)):
            return None
        record, notes = builder(is_lifting=False)(mirror)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, InvalidValueError):
        return None
    # The mirror leaves patterns to the notes.
    return record if are_sound(notes, FORMAT_VERSION) else None


def _explained(data: bytes, limits: Limits, *, check: bool) -> Conference:
    """Read what the fast pass refused: to keep its extras, or to say what is wrong."""
    document, doubles = decode(data, limits)
    return read_plain(document, check=check, found=doubles)


@with_room
def decode(data: bytes, limits: Limits) -> tuple[object, list[Finding]]:
    """Read plain data from JSON text, whatever it describes, and find what stands twice in it.

    Raises:
        LoadError: If it is too large, or no JSON.
    """
    fault = too_large(data, limits) or no_text(data) or too_deep(data, limits)
    if fault is not None:
        raise LoadError([fault])
    try:
        document = _plain_decoder().decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LoadError(list(half_pairs(data)) or [malformed(data, error)]) from None
    return document, list(some(_duplicates.duplicates(data)))


def _has_none_twice(data: bytes, again: bytes) -> bool:
    """Tell whether no member stands twice: by proof, or else by looking at each."""
    return _duplicates.has_none(data, again) or next(_duplicates.duplicates(data), None) is None


def _loses_nothing(data: bytes, again: bytes) -> bool:
    return data == again or (_has_none_twice(data, again) and _keeps_digits(data))


_KINDS = bytes.maketrans(b"123456789.E", b"0000000000e")


def _keeps_digits(data: bytes) -> bool:
    """Tell whether a float keeps every number: none has many digits, or is that near to zero."""
    kinds = data.translate(_KINDS)
    return b"0" * 16 not in kinds and b"e-000" not in kinds


@with_room
def read_plain(
    document: object,
    *,
    shorthand: bool = False,
    check: bool,
    found: list[Finding] | None = None,
) -> Conference:
    """Read plain data, such as JSON gives it.

    Args:
        document: The root.
        shorthand: Whether an author's shorthand is understood.
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
    if shorthand:
        document = expand(document)
    refusals, is_newer = version_of(document)
    if refusals:
        raise LoadError([*findings, *refusals])
    lifted, unknown = _extras.lift(document, keeps_unknown=is_newer or not check)
    findings = [*findings, *unknown]
    try:
        mirror = msgspec.convert(lifted, _mirrors.lifting_mirror(), dec_hook=_mirrors.ready)
        record, notes = builder(is_lifting=True)(mirror)
    except (msgspec.ValidationError, UnicodeEncodeError, InvalidValueError) as error:
        lifted.pop("requires", None)
        explained = list(_explain.explain(lifted)) or [_unexplained(error)]
        broken = some(faults(lifted)) if check else ()
        raise LoadError(in_order(document, [*findings, *explained, *broken])) from None
    findings += _broken_texts(lifted, mirror)
    if check and (findings or not are_sound(notes, record.confmodel)):
        findings += some(faults(record))
    if findings:
        raise LoadError(in_order(document, findings))
    return record


def _broken_texts(lifted: object, mirror: object) -> list[Finding]:
    """Find texts that no file can hold: not bytes, but plain data can have them."""
    try:
        _second_encoder().encode(mirror)
    except UnicodeEncodeError:
        return list(halves(lifted))
    return []


def _unexplained(error: Exception) -> Finding:  # pragma: no cover - the passes agree
    """Keep the reason of the fast pass: it alone decides, and its word stands."""
    return Finding(
        code="E101", pointer="", message=str(error), help="compare the document with the schema"
    )
