"""Writing: the same record gives the same bytes, on every platform and in every process."""

import enum
import functools
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from confmodel.errors import InvalidValueError, shown
from confmodel.model import Conference, When
from confmodel.model._shape import Field, Form, classes_in, fields_of


def write(record: Conference, *, indent: int | None) -> bytes:
    """Write a record as canonical JSON: defaults left out, in the order of the model.

    Raises:
        InvalidValueError: If it is no conference.
    """
    if not isinstance(record, Conference):
        raise InvalidValueError(
            code="E101",
            path="",
            value=record,
            message=f"{shown(record)} is not a Conference",
            help="give the conference that it belongs to",
        )
    written = _encoder().encode(_members_of()(record))
    return written if indent is None else msgspec.json.format(written, indent=indent)


@functools.cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(enc_hook=plain_date, decimal_format="number")


def plain_date(value: When) -> object:
    """Write a date: as text, or as an object where it has a wording."""
    if value.wording is None:
        return value.edtf
    if value.edtf is None:
        return {"wording": value.wording}
    return {"edtf": value.edtf, "wording": value.wording}


@functools.cache
def _members_of() -> Callable[[Conference], dict[str, Any]]:
    """Write out and compile, for each class, what gathers its members without the defaults.

    Most fields of most objects are empty. A line that looks at one field costs
    a third of what a general walk, even one in C, spends on it.
    """
    names: dict[str, Any] = {"raw": msgspec.Raw}
    lines: list[str] = []
    for owner in classes_in(Conference):
        lines += [
            f"def members_of_{owner.__name__}(o):",
            "    members = {}",
            *(
                f"    {line}"
                for field in fields_of(owner)
                for line in _gathering(owner, field, names)
            ),
            "    return members",
        ]
    exec(compile("\n".join(lines), "<the writing walk>", "exec"), names)  # noqa: S102 - only our own field names are written into it
    gather: Callable[[Conference], dict[str, Any]] = names["members_of_Conference"]
    return gather


def _gathering(owner: type, field: Field, names: dict[str, Any]) -> Iterator[str]:
    """Write the lines that gather one member, if it is not the default."""
    name = field.name
    yield f"value = o.{name}"
    if field.form is Form.EXTRA:
        yield "if value is not None:"
        yield "    for name, text in value.texts(): members[name] = raw(text.encode())"
        return
    if field.is_required or name == "confmodel":
        yield "if True:"
    elif field.is_many:
        yield "if value:"
    else:
        default = f"DEFAULT_{owner.__name__}_{name}"
        names[default] = field.default
        is_named = isinstance(field.default, enum.Enum)
        yield f"if value is not {default if is_named else field.default}:"
    gathered = "value"
    if field.form is Form.OBJECT:
        gather = f"members_of_{field.kind.__name__}"
        gathered = f"[{gather}(each) for each in value]" if field.is_many else f"{gather}(value)"
    yield f"    members[{name!r}] = {gathered}"
