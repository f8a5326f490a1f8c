"""Building: from a mirror, whose types are right already, the record itself.

`msgspec.convert` would do it, and spends on every field of every object what a
line of compiled Python spends on a few; most fields are empty.

A frozen object cannot be filled field by field, and its constructor would check
again what the mirror has checked. So each class has an open twin here: the same
slots, and fields that can be set. A filled twin is closed by making it an object
of the class itself, which Python allows where two classes have one layout.
"""

import functools
from collections.abc import Callable, Iterator
from typing import Any

from confmodel.codec._mirrors import OtherMirror, date
from confmodel.model import Conference, Other
from confmodel.model._shape import Field, Form, classes_in, fields_of
from confmodel.model.figure import to_decimal


@functools.cache
def builder() -> Callable[[Any], Conference]:
    """Write out and compile, for each class, what builds it from its mirror.

    The function raises `InvalidValueError` if fields that are right each for
    themselves contradict each other.
    """
    names: dict[str, Any] = {"Other": Other, "OtherMirror": OtherMirror}
    names |= {"date": date, "decimal": to_decimal}
    lines: list[str] = []
    for owner in classes_in(Conference):
        name = owner.__name__
        names |= {name: owner, f"Open{name}": _open_twin(owner)}
        lines += [f"def build_{name}(m):", f"    o = Open{name}()"]
        lines += [f"    {line}" for field in fields_of(owner) for line in _filling(field)]
        lines.append(f"    o.__class__ = {name}")
        if hasattr(owner, "__attrs_post_init__"):
            lines.append("    o.__attrs_post_init__()")
        lines.append("    return o")
    exec(compile("\n".join(lines), "<the building walk>", "exec"), names)  # noqa: S102 - only our own field names are written into it
    build: Callable[[Any], Conference] = names["build_Conference"]
    return build


def _open_twin(owner: type) -> type[Any]:
    """Build a class of the same layout that neither guards its fields nor checks them."""
    own = {name: vars(object)[name] for name in ("__delattr__", "__init__", "__setattr__")}
    return type(f"Open{owner.__name__}", (owner,), {"__slots__": (), **own})


def _filling(field: Field) -> Iterator[str]:
    """Write the lines that make the value of one field, `v`, and fill the field with it."""
    yield f"v = m.{field.name}"
    if field.form is Form.OBJECT:
        build = f"build_{field.kind.__name__}"
        if field.is_many:
            # Most lists hold nothing or one thing, and a loop costs more than that.
            several = f"tuple([{build}(each) for each in v])"
            yield f"if v: v = ({build}(v[0]),) if len(v) == 1 else {several}"
        else:
            yield f"if v is not None: v = {build}(v)"
    elif field.form in (Form.DATE, Form.DECIMAL):
        yield f"if v is not None: v = {'date' if field.form is Form.DATE else 'decimal'}(v)"
    elif field.is_open:
        yield "if v.__class__ is OtherMirror: v = Other(other=v.other)"
    yield f"o.{field.name} = v"
