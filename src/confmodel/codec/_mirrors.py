"""Mirrors: for each class of the model, structs with which msgspec can be fast.

They are generated from the model once, at the first use, and never written by
hand. The decode mirror refuses unknown members on sight, and makes typed
decoding flat and bounded. The lifting mirror is the same, and lets extras
through that were lifted out before.
"""

import functools
from numbers import Number
from typing import Annotated, Any

import msgspec

from confmodel.codec._once import Once
from confmodel.model import Conference, Extra, When
from confmodel.model._constraints import Matches, NotEmpty, Within
from confmodel.model._shape import Field, Form, classes_in, fields_of

OtherMirror = msgspec.defstruct(
    "OtherMirror",
    [("other", Annotated[str, msgspec.Meta(min_length=1)])],
    forbid_unknown_fields=True,
    frozen=True,
)
"""A word of the author's own, on the wire `{"other": "working lunch"}`."""

WhenMirror = msgspec.defstruct(
    "WhenMirror",
    [("edtf", str | None, None), ("wording", str | None, None)],
    forbid_unknown_fields=True,
    omit_defaults=True,
    frozen=True,
)
"""A date that has a wording, on the wire `{"edtf": "1955-04", "wording": "In April, 1955"}`."""

_PLAIN = {Form.TEXT: str, Form.WHOLE: int, Form.FLAG: bool, Form.DECIMAL: int | float}


@Once
def decode_mirror() -> type[Any]:
    """Return the mirror that bytes are decoded into."""
    return _known(_mirrors(is_lifting=False)[Conference])


@Once
def lifting_mirror() -> type[Any]:
    """Return the mirror that plain data is converted into, extras beside the fields."""
    return _known(_mirrors(is_lifting=True)[Conference])


def _known(mirror: type[Any]) -> type[Any]:
    """Let msgspec learn all that it keeps of a mirror and of the classes inside."""
    msgspec.json.Decoder(mirror)
    return mirror


def _mirrors(*, is_lifting: bool) -> dict[type, type[Any]]:
    mirrors: dict[type, type[Any]] = {}
    for owner in classes_in(Conference):
        fields: list[Any] = []
        if owner is Conference:
            fields += [("requires", tuple[str, ...], ())]
        for field in fields_of(owner):
            if field.form is Form.EXTRA:
                if is_lifting:
                    fields.append((field.name, Extra | None, None))
                continue
            annotation = _decoded(field, mirrors, is_lifting=is_lifting)
            fields.append(
                (field.name, annotation)
                if field.is_required
                else (field.name, annotation, field.default)
            )
        mirrors[owner] = msgspec.defstruct(
            f"{owner.__name__}Mirror",
            fields,
            kw_only=True,
            forbid_unknown_fields=True,
            omit_defaults=True,
            # A mirror lives for a moment, and holds no circle.
            gc=False,
        )
    return mirrors


def _decoded(field: Field, mirrors: dict[type, type[Any]], *, is_lifting: bool) -> Any:
    annotation: Any
    if field.form is Form.OBJECT:
        annotation = mirrors[field.kind]
    elif field.form is Form.CHOICE:
        annotation = field.kind
    elif field.form is Form.DATE:
        annotation = str | WhenMirror
    elif field.form is Form.DECIMAL and is_lifting:
        # msgspec would turn a decimal number into a float, and lose digits.
        annotation = Number
    elif isinstance(field.constraint, Matches) and not is_lifting:
        # A pattern costs half a microsecond; the reader checks all texts of one at once.
        annotation = str
    else:
        annotation = _constrained(_PLAIN[field.form], field.constraint)
    return _completed(annotation, field, OtherMirror)


def _constrained(plain: Any, constraint: object) -> Any:
    match constraint:
        case Matches():
            return Annotated[plain, msgspec.Meta(pattern=constraint.anchored)]
        case NotEmpty():
            return Annotated[plain, msgspec.Meta(min_length=1)]
        case Within():
            return Annotated[plain, msgspec.Meta(ge=constraint.minimum, le=constraint.maximum)]
        case _:
            return plain


def _completed(annotation: Any, field: Field, other: Any) -> Any:
    if field.is_open:
        annotation |= other
    if field.is_many:
        annotation = tuple[annotation, ...]
        if field.is_required:
            annotation = Annotated[annotation, msgspec.Meta(min_length=1)]
    return annotation | None if field.is_optional else annotation


def ready(kind: type, value: object) -> object:
    """Let a value pass into the lifting mirror that msgspec does not know, or would change."""
    # Of numbers, whoever makes a decimal of them refuses what is none.
    if kind is not Number and type(value) is not kind:  # pragma: no cover - nothing else is lifted
        message = f"Expected `{kind.__name__}`, got `{type(value).__name__}`"
        raise TypeError(message)
    return value


@functools.lru_cache(maxsize=4096)
def _when(text: str) -> When:
    return When(text)


def date(value: Any) -> When:
    """Make a date of what a mirror holds: its text, or a `WhenMirror`."""
    return _when(value) if type(value) is str else When(value.edtf, wording=value.wording)
