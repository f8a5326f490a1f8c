"""Writing: the same record gives the same bytes, on every platform and in every process."""

import functools
from collections.abc import Callable
from typing import Any

import msgspec

from confmodel.errors import InvalidValueError, shown
from confmodel.model import Conference, Extra, When
from confmodel.model._expect import expect_record
from confmodel.model._shape import Field, Form, classes_in, fields_of

_ALWAYS_WRITTEN = object()
"""The default of a field that has none: nothing equals it, so nothing is left out for it."""


def write(record: Conference, *, indent: int | None) -> bytes:
    """Write a record as canonical JSON: defaults left out, in the order of the model.

    Raises:
        InvalidValueError: If it is no conference, or `indent` no number of spaces.
    """
    if indent is not None and (type(indent) is not int or indent < 0):
        raise InvalidValueError(
            code="E101",
            path="indent",
            value=indent,
            message=f"{shown(indent)} is no number of spaces",
            help="give a whole number, or None for one line",
        )
    written = _encoder().encode(_writer()(expect_record(record)))
    return written if indent is None else msgspec.json.format(written, indent=indent)


@functools.cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(decimal_format="number")


def plain_date(value: When) -> object:
    """Write a date that has a wording: as an object."""
    if value.edtf is None:
        return {"wording": value.wording}
    return {"edtf": value.edtf, "wording": value.wording}


@functools.cache
def _writer() -> Callable[[Conference], Any]:
    """Write out and compile, for each class, what makes a struct of its fields.

    The encoder of a struct passes over defaults in C, and to make one takes no
    more than a call. What has extras becomes a mapping instead.
    """
    names: dict[str, Any] = {"plain_date": plain_date, "with_extras": _with_extras}
    lines: list[str] = []
    for owner in classes_in(Conference):
        name = owner.__name__
        forms = [field.form for field in fields_of(owner)]
        fields = [field for field in fields_of(owner) if field.form is not Form.EXTRA]
        names[f"Written{name}"] = _written(owner, fields)
        lines += [
            f"def write_{name}(o):",
            f"    written = Written{name}({', '.join(map(_writing, fields))})",
        ]
        if Form.EXTRA in forms:
            place = forms.index(Form.EXTRA)
            lines.append(
                f"    if o.extra is not None: return with_extras(written, o.extra, {place})"
            )
        lines.append("    return written")
    exec(compile("\n".join(lines), "<the writing walk>", "exec"), names)  # noqa: S102 - only our own field names are written into it
    writer: Callable[[Conference], Any] = names["write_Conference"]
    return writer


def _written(owner: type, fields: list[Field]) -> type[Any]:
    """Build the struct that is written for a class: its fields in the order of the wire."""
    is_left_out = {field: not field.is_required and field.name != "confmodel" for field in fields}
    return msgspec.defstruct(
        f"Written{owner.__name__}",
        [
            (field.name, Any, field.default if is_left_out[field] else _ALWAYS_WRITTEN)
            for field in fields
        ],
        omit_defaults=True,
        # A struct lives for a moment, and holds no circle.
        gc=False,
    )


def _writing(field: Field) -> str:
    """Write the expression for what stands in a field."""
    value = f"o.{field.name}"
    if field.form is Form.DATE:
        plain = "v.edtf if v.wording is None else plain_date(v)"
        return f"None if (v := {value}) is None else {plain}"
    if field.form is not Form.OBJECT:
        return value
    write_one = f"write_{field.kind.__name__}"
    if not field.is_many:
        return f"None if (v := {value}) is None else {write_one}(v)"
    # Most lists hold nothing or one thing, and a call costs less than a loop.
    several = f"[{write_one}(v[0])] if len(v) == 1 else [{write_one}(each) for each in v]"
    return f"() if not (v := {value}) else {several}"


def _with_extras(written: Any, extra: Extra, place: int) -> dict[str, Any]:
    """Write an object as a mapping, with the members that it does not know at their place."""
    members = [
        (name, getattr(written, name), default)
        for name, default in zip(
            written.__struct_fields__, written.__struct_defaults__, strict=True
        )
    ]
    unknown = [(name, msgspec.Raw(text.encode()), None) for name, text in extra.texts()]
    members[place:place] = unknown
    return {name: value for name, value, default in members if value is not default}
