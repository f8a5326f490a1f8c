"""Going through an object of the model and everything inside it."""

from collections.abc import Iterator

from confmodel.model._base import Record
from confmodel.model._order import in_order
from confmodel.model.evidence import Evidence


def records_in(value: Record) -> Iterator[Record]:
    """Go through what an object directly holds, in the order of its fields."""
    for attribute in in_order(type(value)):
        held = getattr(value, attribute.name)
        if isinstance(held, Record):
            yield held
        elif isinstance(held, tuple):
            yield from (each for each in held if isinstance(each, Record))


def evidence_in(value: Record, name: str | None = None) -> tuple[Evidence, ...]:
    """Collect every piece of evidence inside an object, or for one of its fields."""
    if name is None:
        return tuple(_all_evidence(value))
    own = (each for each in getattr(value, "evidence", ()) if name in each.supports)
    held = getattr(value, name, None)
    inside = held if isinstance(held, tuple) else (held,)
    return (
        *own,
        *(piece for each in inside if isinstance(each, Record) for piece in _all_evidence(each)),
    )


def _all_evidence(value: Record) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    for held in records_in(value):
        yield from _all_evidence(held)
