"""The same shape in other libraries, generated from the model, so that nobody is favoured.

Each peer checks structure only: types, required and unknown members, closed
vocabularies. Dates stay text, and no peer looks at ids, references, offsets,
duplicate members or limits.
"""

from collections.abc import Callable
from dataclasses import field as dataclass_field
from dataclasses import make_dataclass
from typing import Any

import attrs
import msgspec

from confmodel.model import Conference
from confmodel.model._shape import Field, Form, classes_in, fields_of

_PLAIN = {
    Form.TEXT: str,
    Form.WHOLE: int,
    Form.FLAG: bool,
    Form.DECIMAL: int | float,
    Form.DATE: str,
}


def shapes(build: Callable[[str, list[tuple[str, Any, Any]]], type]) -> type:
    """Build every class of the model in another library, and return the conference."""
    built: dict[type, type] = {}
    for owner in classes_in(Conference):
        fields = [
            (field.name, _annotation(field, built), field.default)
            for field in fields_of(owner)
            if field.form is not Form.EXTRA
        ]
        built[owner] = build(owner.__name__, fields)
    return built[Conference]


def _annotation(field: Field, built: dict[type, type]) -> Any:
    if field.form is Form.OBJECT:
        annotation: Any = built[field.kind]
    elif field.form is Form.CHOICE:
        annotation = field.kind
    else:
        annotation = _PLAIN[field.form]
    if field.is_many:
        return tuple[annotation, ...]
    return annotation | None if field.is_optional else annotation


def as_struct(name: str, fields: list[tuple[str, Any, Any]]) -> type:
    """Build a struct of msgspec; it writes its defaults."""
    return _struct(name, fields, omit_defaults=False)


def as_sparse_struct(name: str, fields: list[tuple[str, Any, Any]]) -> type:
    """Build a struct of msgspec that leaves its defaults out, as we do."""
    return _struct(name, fields, omit_defaults=True)


def _struct(name: str, fields: list[tuple[str, Any, Any]], *, omit_defaults: bool) -> type:
    return msgspec.defstruct(
        name,
        [each[:2] if each[2] is attrs.NOTHING else each for each in fields],
        kw_only=True,
        forbid_unknown_fields=True,
        omit_defaults=omit_defaults,
    )


def as_attrs(name: str, fields: list[tuple[str, Any, Any]]) -> type:
    """Build a plain attrs class."""
    members = {
        each: attrs.field(type=annotation)
        if default is attrs.NOTHING
        else attrs.field(type=annotation, default=default)
        for each, annotation, default in fields
    }
    return attrs.make_class(name, members, frozen=True, slots=True, kw_only=True)


def as_pydantic(name: str, fields: list[tuple[str, Any, Any]]) -> type:
    """Build a model of pydantic."""
    from pydantic import ConfigDict, create_model  # noqa: PLC0415 - each peer is loaded alone

    members: dict[str, Any] = {
        each: (annotation, ... if default is attrs.NOTHING else default)
        for each, annotation, default in fields
    }
    config = ConfigDict(frozen=True, extra="forbid")
    model: type = create_model(name, __config__=config, **members)
    return model


def as_mashumaro(name: str, fields: list[tuple[str, Any, Any]]) -> type:
    """Build a dataclass of mashumaro, with its own fast decoder."""
    from mashumaro.config import BaseConfig  # noqa: PLC0415 - each peer is loaded alone
    from mashumaro.mixins.orjson import DataClassORJSONMixin  # noqa: PLC0415

    config = type("Config", (BaseConfig,), {"forbid_extra_keys": True, "omit_default": True})
    members = [
        (each, annotation)
        if default is attrs.NOTHING
        else (each, annotation, dataclass_field(default=default))
        for each, annotation, default in fields
    ]
    return make_dataclass(
        name,
        members,
        bases=(DataClassORJSONMixin,),
        frozen=True,
        slots=False,
        kw_only=True,
        namespace={"Config": config},
    )
