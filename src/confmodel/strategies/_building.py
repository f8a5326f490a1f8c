"""From a class and the caller's options to a strategy."""

from collections.abc import Mapping
from typing import Any, TypeVar

from confmodel.errors import InvalidValueError
from confmodel.model import Conference
from confmodel.model._shape import fields_of
from confmodel.strategies._hypothesis import DrawFn, SearchStrategy, st
from confmodel.strategies._records import ANYTHING, CLASSES, Closing, References
from confmodel.strategies._sketches import Sketch, Style, draw_sketch, sketched

T = TypeVar("T")

Sizes = Mapping[str, tuple[int, int]]
"""The fewest and the most of each collection."""


def values_of(
    owner: type[T],
    fields: Mapping[str, object],
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
) -> SearchStrategy[T]:
    """Generate objects of a class that stand alone, outside any document."""
    fixed = _fixed(owner, fields)
    style = Style(with_evidence=with_evidence, with_extras=with_extras)
    allowed = ANYTHING if references is None else _known_kinds(references)

    @st.composite
    def values(draw: DrawFn) -> Any:
        sketch = draw_sketch(draw, owner, style, fixed)
        value = Closing(sketch, allowed, is_backwards=False).closed()
        if value is None:
            raise InvalidValueError(
                code="E202",
                path="references",
                value=references,
                message=f"a {owner.__name__} has to refer to something, and no fitting id is given",
                help="give references of that kind, or fix the field",
            )
        return value

    found: SearchStrategy[T] = values()
    return found


def documents(
    fields: Mapping[str, object], sizes: Sizes, style: Style
) -> SearchStrategy[Conference]:
    """Generate whole documents."""
    fixed = _fixed(Conference, fields)
    collections = {
        field.name: st.lists(
            sketched(field.kind, style),
            min_size=sizes[field.name][0],
            max_size=sizes[field.name][1],
        )
        for field in fields_of(Conference)
        if field.is_collection and field.name not in fixed
    }

    @st.composite
    def conferences(draw: DrawFn) -> Conference:
        root = draw_sketch(draw, Conference, style, fixed)
        marked = root.values.get("not_stated", ())
        named = marked if isinstance(marked, tuple) else ()
        held = {
            name: tuple(draw(members)) for name, members in collections.items() if name not in named
        }
        whole = Sketch(Conference, {**root.values, **held})
        record: Conference = Closing(whole, {}, is_backwards=draw(st.booleans())).closed()
        return record

    return conferences()


def sizes_from(options: dict[str, object], most: int) -> Sizes:
    """Take `min_statements`, `max_statements` and the like out of the options."""
    sizes = {}
    for field in fields_of(Conference):
        if field.is_collection:
            low = _size(options, f"min_{field.name}", 0)
            sizes[field.name] = (low, _size(options, f"max_{field.name}", max(low, most)))
    return sizes


def _size(options: dict[str, object], name: str, default: int) -> int:
    size = options.pop(name, default)
    if not isinstance(size, int) or isinstance(size, bool) or size < 0:
        raise InvalidValueError(
            code="E105",
            path=name,
            value=size,
            message=f"{size!r} is no size",
            help="give 0 or more",
        )
    return size


def _fixed(owner: type, fields: Mapping[str, object]) -> dict[str, object]:
    known = {field.name: field for field in fields_of(owner)}
    fixed: dict[str, object] = {}
    for name, value in fields.items():
        if name not in known:
            raise InvalidValueError(
                code="E103",
                path=name,
                value=name,
                message=f"{name!r} is neither an option nor a field of a {owner.__name__}",
                help=f"give one of: {', '.join(known)}",
            )
        field = known[name]
        if isinstance(value, list):
            value = tuple(value)  # noqa: PLW2901 - the same, as the model holds it
        if field.refers_to is not None or field.is_address:
            value = tuple(map(_id_of, value)) if isinstance(value, tuple) else _id_of(value)  # noqa: PLW2901 - as above
        fixed[name] = value
    return fixed


def _id_of(value: object) -> object:
    return getattr(value, "id", value)


def _known_kinds(references: References) -> References:
    for kind in references:
        if kind not in CLASSES:
            raise InvalidValueError(
                code="E203",
                path="references",
                value=kind,
                message=f"{kind!r} is no kind of thing that has an id",
                help=f"give one of: {', '.join(CLASSES)}",
            )
    return references
