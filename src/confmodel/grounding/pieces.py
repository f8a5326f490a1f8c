"""Every piece of evidence of a record, with its place; and a record with other evidence."""

import functools
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import attrs

from confmodel.model import Conference, Evidence, Quotation
from confmodel.model._base import Record
from confmodel.model._shape import Form, fields_of

R = TypeVar("R", bound=Record)


@attrs.frozen
class Piece:
    """One piece of evidence, and what it belongs to."""

    evidence: Evidence
    pointer: str
    """Where it stands in the record."""
    address: str
    """The address of the fact that it belongs to."""
    fact: Record
    """The object that holds it."""

    @property
    def is_quoted(self) -> bool:
        """Whether it is a piece of quoted speech."""
        return isinstance(self.fact, Quotation) and "/pieces/" in self.pointer[-16:]


def pieces_of(record: Conference) -> Iterator[Piece]:
    """Go through every piece of evidence, in the order of the document."""
    return _pieces_in(record, "", record.id)


def _pieces_in(fact: Record, pointer: str, address: str) -> Iterator[Piece]:
    for name, is_many, is_evidence in holders(type(fact)):
        held = getattr(fact, name)
        if not held:
            continue
        for n, each in enumerate(held if is_many else (held,)):
            # Names of fields have nothing that a pointer would have to escape.
            here = f"{pointer}/{name}/{n}" if is_many else f"{pointer}/{name}"
            if is_evidence:
                yield Piece(each, here, address, fact)
                continue
            identifier = getattr(each, "id", None)
            inside = address if "/" in address else f"{address}/{name}"
            yield from _pieces_in(each, here, inside if identifier is None else identifier)


def holders(owner: type) -> tuple[tuple[str, bool, bool], ...]:
    """List the fields that can hold evidence: name, whether several, whether directly."""
    return _holders(owner)


@functools.cache
def _holders(owner: type) -> tuple[tuple[str, bool, bool], ...]:
    return tuple(
        (field.name, field.is_many, field.kind is Evidence)
        for field in fields_of(owner)
        if field.form is Form.OBJECT and (field.kind is Evidence or holders(field.kind))
    )


def with_evidence(record: R, change: Callable[[Evidence], Evidence]) -> R:
    """Return a record whose evidence is changed; what does not change is the same object."""
    changes: dict[str, Any] = {}
    for name, is_many, is_evidence in holders(type(record)):
        held = getattr(record, name)
        if not held:
            continue
        old = held if is_many else (held,)
        new = tuple(change(each) if is_evidence else with_evidence(each, change) for each in old)
        if any(before is not after for before, after in zip(old, new, strict=True)):
            changes[name] = new if is_many else new[0]
    return attrs.evolve(record, **changes) if changes else record
