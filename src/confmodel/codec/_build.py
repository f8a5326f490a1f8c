"""Building: from a mirror, whose types are right already, the record itself.

`msgspec.convert` would do it, and spends on every field of every object what a
line of compiled Python spends on a few; most fields are empty.

A frozen object cannot be filled field by field, and its constructor would check
again what the mirror has checked. So each class has an open twin here: the same
slots, and fields that can be set. A filled twin is closed by making it an object
of the class itself, which Python allows where two classes have one layout.

What integrity depends on is noted on the way, since every field is looked at.
"""

import functools
from collections.abc import Callable, Iterator
from typing import Any

from confmodel.checks._notes import Notes, new_notes, noting, where_given
from confmodel.codec._mirrors import OtherMirror, date
from confmodel.model import Conference, Evidence, Other
from confmodel.model._shape import Field, Form, classes_in, fields_of
from confmodel.model.figure import to_decimal


@functools.cache
def builder(*, is_lifting: bool) -> Callable[[Any], tuple[Conference, Notes]]:
    """Write out and compile, for each class, what builds it from its mirror.

    The function returns the record and what was noted of it. It raises
    `InvalidValueError` if fields that are right each for themselves contradict
    each other; of evidence only where extras are lifted, and otherwise
    `are_sound` tells.

    Args:
        is_lifting: Whether it is the mirror that has extras beside its fields.
    """
    names: dict[str, Any] = {"Other": Other, "OtherMirror": OtherMirror}
    names |= {"date": date, "decimal": to_decimal}
    lines: list[str] = []
    for owner in classes_in(Conference):
        name = owner.__name__
        names |= {name: owner, f"Open{name}": _open_twin(owner)}
        lines += [f"def build_{name}(m, notes):", f"    o = Open{name}()"]
        for field in fields_of(owner):
            if field.form is Form.EXTRA and not is_lifting:
                lines.append(f"    o.{field.name} = None")
            else:
                lines += [f"    {line}" for line in _filling(owner, field)]
        lines.append(f"    o.__class__ = {name}")
        # Of evidence there is most by far, and who judges the notes looks at each piece anyway.
        is_judged_later = owner is Evidence and not is_lifting
        if hasattr(owner, "__attrs_post_init__") and not is_judged_later:
            lines.append("    o.__attrs_post_init__()")
        lines.append("    return o")
        # A function of its own: a comprehension would make the other slower that it stands in.
        each = f"tuple([build_{name}(m, notes) for m in several])"
        lines += [f"def build_{name}_each(several, notes):", f"    return {each}"]
    exec(compile("\n".join(lines), "<the building walk>", "exec"), names)  # noqa: S102 - only our own field names are written into it
    build: Callable[[Any, Notes], Conference] = names["build_Conference"]

    def built(mirror: Any) -> tuple[Conference, Notes]:
        notes = new_notes()
        return build(mirror, notes), notes

    return built


def _open_twin(owner: type) -> type[Any]:
    """Build a class of the same layout that neither guards its fields nor checks them."""
    own = {name: vars(object)[name] for name in ("__delattr__", "__init__", "__setattr__")}
    return type(f"Open{owner.__name__}", (owner,), {"__slots__": (), **own})


def _filling(owner: type, field: Field) -> Iterator[str]:
    """Write the lines that fill one field, and note its value, `v`, if that matters."""
    matters = [*_making(field), *noting(owner, field)]
    if matters:
        yield f"v = m.{field.name}"
        yield from where_given(field, matters)
        yield f"o.{field.name} = v"
    else:
        yield f"o.{field.name} = m.{field.name}"


def _making(field: Field) -> Iterator[str]:
    """Write the lines that make of `v`, as a mirror holds it, what the record holds."""
    if field.form is Form.OBJECT:
        build = f"build_{field.kind.__name__}"
        if field.is_many:
            # Most lists hold one thing, and a loop costs more than that.
            yield f"v = ({build}(v[0], notes),) if len(v) == 1 else {build}_each(v, notes)"
        else:
            yield f"v = {build}(v, notes)"
    elif field.form in (Form.DATE, Form.DECIMAL):
        yield f"v = {'date' if field.form is Form.DATE else 'decimal'}(v)"
    elif field.is_open:
        yield "if v.__class__ is OtherMirror: v = Other(other=v.other)"
