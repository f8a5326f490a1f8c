"""Notes: what has to fit together in a record, put into one list for each rule.

A walk that asks each field what it is costs more than decoding does. So the
lines that note a field are written out, as attrs writes out constructors, from
the same description of the fields that the explaining walk reads. The codec
notes while it builds a record; whoever has a record already, walks it.
"""

import enum
import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from confmodel.checks._circles import CIRCULAR
from confmodel.model import Conference, Evidence, Source
from confmodel.model._constraints import Matches
from confmodel.model._shape import Field, Form, classes_in, fields_of

Notes = list[list[Any]]
"""For each rule of the model, all that has to keep it."""


class Rule(enum.Enum):
    """What has to be so, and what is noted for it."""

    ID = enum.auto()
    """Ids of one kind: each belongs to one thing."""
    REFERENCE = enum.auto()
    """References: each leads to a thing of the kinds that may stand there."""
    ADDRESS = enum.auto()
    """Addresses: each leads to a thing, or to a field of one."""
    PATTERN = enum.auto()
    """Texts: each matches a pattern."""
    SOURCE = enum.auto()
    """Sources: what evidence names."""
    EVIDENCE = enum.auto()
    """Pieces of evidence of one class: each fits its source, and supports fields of the class."""
    EXTRA = enum.auto()
    """Members that no class has: each may be kept."""
    NOT_STATED = enum.auto()
    """Objects that mark fields: each mark is for an empty field."""
    CIRCLE = enum.auto()
    """Objects that lead to others by one field: no way leads back."""


_OF_OBJECTS = (Rule.NOT_STATED, Rule.CIRCLE)
"""The rules for which not the value is noted but the object that has it."""


@attrs.frozen
class _Note:
    """One list of the notes: the rule, and for what it holds."""

    rule: Rule
    about: Any = None


def _notes_of(owner: type, field: Field) -> Iterator[_Note]:
    kind = getattr(owner, "kind_name", None)
    if (owner, field.name) in CIRCULAR:
        yield _Note(Rule.CIRCLE, (owner, field.name))
    if field.name == "id" and kind is not None:
        yield _Note(Rule.ID, kind)
    elif field.refers_to is not None and owner is not Evidence:
        yield _Note(Rule.REFERENCE, field.refers_to)
    elif field.is_address:
        yield _Note(Rule.ADDRESS)
    elif field.kind is Source:
        yield _Note(Rule.SOURCE)
    elif field.kind is Evidence:
        yield _Note(Rule.EVIDENCE, owner)
    elif field.form is Form.EXTRA:
        yield _Note(Rule.EXTRA)
    elif field.name == "not_stated":
        yield _Note(Rule.NOT_STATED)
    elif isinstance(field.constraint, Matches) and field.name != "confmodel":
        yield _Note(Rule.PATTERN, field.constraint.pattern)


PLACES = {
    note: place
    for place, note in enumerate(
        dict.fromkeys(
            note
            for owner in classes_in(Conference)
            for field in fields_of(owner)
            for note in _notes_of(owner, field)
        )
    )
}


def new_notes() -> Notes:
    """Begin to take notes of one record."""
    return [[] for _ in PLACES]


def noting(owner: type, field: Field) -> Iterator[str]:
    """Write the lines that note one field, whose value is `v` and whose object is `o`.

    They are for a value that is given; see `where_given`.
    """
    for note in _notes_of(owner, field):
        here = f"notes[{PLACES[note]}]"
        if note.rule in _OF_OBJECTS:
            yield f"{here}.append(o)"
        elif field.is_many:
            yield f"{here}.extend(v)"
        else:
            yield f"{here}.append(v)"


def where_given(field: Field, lines: Iterable[str]) -> Iterator[str]:
    """Put lines under the condition that a field, whose value is `v`, is given at all."""
    if field.is_required:
        yield from lines
    else:
        yield "if v:" if field.is_many else "if v is not None:"
        yield from (f"    {line}" for line in lines)


def notes_on(record: Conference) -> Notes:
    """Take notes of a record that is there already."""
    notes = new_notes()
    _walk()(record, notes)
    return notes


@functools.cache
def _walk() -> Callable[[Conference, Notes], None]:
    lines: list[str] = []
    for owner in classes_in(Conference):
        lines.append(f"def note_{owner.__name__}(o, notes):")
        for field in fields_of(owner):
            found = [*noting(owner, field), *_descending(field)]
            if found:
                lines += [f"    v = o.{field.name}"]
                lines += [f"    {line}" for line in where_given(field, found)]
    names: dict[str, Any] = {}
    exec(compile("\n".join(lines), "<the noting walk>", "exec"), names)  # noqa: S102 - only our own field names are written into it
    walk: Callable[[Conference, Notes], None] = names["note_Conference"]
    return walk


def _descending(field: Field) -> Iterator[str]:
    if field.form is Form.OBJECT:
        note = f"note_{field.kind.__name__}"
        yield f"for each in v: {note}(each, notes)" if field.is_many else f"{note}(v, notes)"
