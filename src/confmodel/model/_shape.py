"""The shape of every class, read from its annotations for whoever handles them all.

The codec, the checks, the schema and the strategies read this one description;
none of them keeps a list of fields of its own.
"""

import enum
import functools
import types
import typing
from collections.abc import Iterator
from decimal import Decimal

import attrs

from confmodel.model._base import Other, Record
from confmodel.model._order import in_order
from confmodel.model.extra import Extra
from confmodel.model.when import When


class Form(enum.Enum):
    """What a field holds."""

    TEXT = enum.auto()
    WHOLE = enum.auto()
    DECIMAL = enum.auto()
    FLAG = enum.auto()
    CHOICE = enum.auto()
    DATE = enum.auto()
    OBJECT = enum.auto()
    EXTRA = enum.auto()


@attrs.frozen(kw_only=True)
class Field:
    """One field: what it holds, and what it may refer to."""

    name: str
    form: Form
    kind: type
    """The class of what it holds: an enumeration, a class of the model, or a builtin."""
    is_many: bool
    """Whether it holds a tuple of them."""
    is_optional: bool
    """Whether it may be `None`."""
    is_open: bool
    """Whether a word of the author's own may stand in place of a choice."""
    is_required: bool
    default: object
    constraint: object | None
    refers_to: frozenset[str] | None
    """The kinds of entities whose ids may stand here; `None` if it holds no ids."""
    is_address: bool
    is_collection: bool


def items_of(field: Field, value: object) -> Iterator[tuple[int | None, typing.Any]]:
    """Go through what an object holds in a field, each with its position in the tuple.

    What stands in no tuple has none; an empty field holds nothing.
    """
    held = getattr(value, field.name)
    if field.is_many:
        yield from enumerate(held)
    elif held is not None:
        yield None, held


def fields_of(owner: type) -> tuple[Field, ...]:
    """List the fields of a class of the model, in the order of the wire."""
    return _fields_of(owner)


@functools.cache
def _fields_of(owner: type) -> tuple[Field, ...]:
    return tuple(_field(attribute) for attribute in in_order(owner))


def _field(attribute: "attrs.Attribute[object]") -> Field:
    annotation: object = attribute.type
    is_many = typing.get_origin(annotation) is tuple
    if is_many:
        annotation = typing.get_args(annotation)[0]
    options = _options(annotation)
    is_optional = type(None) in options
    annotation = next(each for each in options if each is not type(None))
    constraint = None
    if typing.get_origin(annotation) is typing.Annotated:
        annotation, constraint, *_ = typing.get_args(annotation)
    kind = typing.cast("type", annotation)
    return Field(
        name=attribute.name,
        form=_form_of(kind),
        kind=kind,
        is_many=is_many,
        is_optional=is_optional,
        is_open=Other in options,
        is_required=attribute.default is attrs.NOTHING,
        default=attribute.default,
        constraint=constraint,
        refers_to=attribute.metadata["refers_to"],
        is_address=attribute.metadata["is_address"],
        is_collection=bool(attribute.metadata.get("is_collection")),
    )


def _options(annotation: object) -> tuple[object, ...]:
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        return typing.get_args(annotation)
    return (annotation,)


def _form_of(kind: type) -> Form:
    plain = {
        str: Form.TEXT,
        int: Form.WHOLE,
        bool: Form.FLAG,
        Decimal: Form.DECIMAL,
        When: Form.DATE,
        Extra: Form.EXTRA,
    }
    if kind in plain:
        return plain[kind]
    return Form.CHOICE if issubclass(kind, enum.Enum) else Form.OBJECT


@functools.cache
def classes_in(root: type) -> tuple[type, ...]:
    """List the classes that a document of a root can hold, what is held before its holder."""
    found: dict[type, None] = {}

    def visit(owner: type) -> None:
        for field in fields_of(owner):
            if field.form is Form.OBJECT and field.kind not in found:
                visit(field.kind)
        found.setdefault(owner)

    visit(root)
    return tuple(found)


def is_record(kind: type) -> bool:
    """Tell whether objects of a class keep members that they do not know."""
    return issubclass(kind, Record)
