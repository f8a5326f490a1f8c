"""The fast decision on integrity: what has to fit together is noted, and judged at the end.

A walk that asks each field what it is costs more than decoding does. So the
lines that note a field are written out, as attrs writes out constructors, from
the same description of the fields that the explaining walk reads. The codec
notes while it builds a record; whoever has a record already, walks it.
"""

import enum
import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from confmodel.checks._circles import CIRCULAR, closing_edges
from confmodel.checks._rules import is_kept, is_markable
from confmodel.model import Conference, Evidence, Source
from confmodel.model._constraints import ID_PATTERN, Matches
from confmodel.model._shape import Field, Form, classes_in, fields_of

Notes = list[list[Any]]
"""For each rule of the model, all that has to keep it."""


class _Rule(enum.Enum):
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


_OF_OBJECTS = (_Rule.NOT_STATED, _Rule.CIRCLE)
"""The rules for which not the value is noted but the object that has it."""


@attrs.frozen
class _Note:
    """One list of the notes: the rule, and for what it holds."""

    rule: _Rule
    about: Any = None


def _notes_of(owner: type, field: Field) -> Iterator[_Note]:
    kind = getattr(owner, "kind_name", None)
    if (owner, field.name) in CIRCULAR:
        yield _Note(_Rule.CIRCLE, (owner, field.name))
    if field.name == "id" and kind is not None:
        yield _Note(_Rule.ID, kind)
    elif field.refers_to is not None and owner is not Evidence:
        yield _Note(_Rule.REFERENCE, field.refers_to)
    elif field.is_address:
        yield _Note(_Rule.ADDRESS)
    elif field.kind is Source:
        yield _Note(_Rule.SOURCE)
    elif field.kind is Evidence:
        yield _Note(_Rule.EVIDENCE, owner)
    elif field.form is Form.EXTRA:
        yield _Note(_Rule.EXTRA)
    elif field.name == "not_stated":
        yield _Note(_Rule.NOT_STATED)
    elif isinstance(field.constraint, Matches) and field.name != "confmodel":
        yield _Note(_Rule.PATTERN, field.constraint.pattern)


_PLACES = {
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
    return [[] for _ in _PLACES]


def noting(owner: type, field: Field) -> Iterator[str]:
    """Write the lines that note one field, whose value is `v` and whose object is `o`."""
    for note in _notes_of(owner, field):
        here = f"notes[{_PLACES[note]}]"
        if note.rule in _OF_OBJECTS:
            yield f"if v: {here}.append(o)"
        elif field.is_many:
            yield f"if v: {here}.extend(v)"
        elif field.is_required:
            yield f"{here}.append(v)"
        else:
            yield f"if v is not None: {here}.append(v)"


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
                lines += [f"    v = o.{field.name}", *(f"    {line}" for line in found)]
    names: dict[str, Any] = {}
    exec(compile("\n".join(lines), "<the noting walk>", "exec"), names)  # noqa: S102 - only our own field names are written into it
    walk: Callable[[Conference, Notes], None] = names["note_Conference"]
    return walk


def _descending(field: Field) -> Iterator[str]:
    if field.form is Form.OBJECT:
        note = f"note_{field.kind.__name__}"
        if field.is_many:
            yield f"for each in v: {note}(each, notes)"
        else:
            yield f"if v is not None: {note}(v, notes)"


def are_sound(notes: Notes, version: str) -> bool:
    """Judge what was noted of a record: true means that it has no fault of integrity.

    Args:
        notes: All that was noted of it.
        version: The version of the file form that it keeps to.
    """
    kinds = _kinds(notes)
    return (
        kinds is not None
        and _are_known(notes, kinds)
        and _match(notes)
        and _fits_its_source(notes)
        and _supports_fields(notes)
        and all(is_kept(name, version) for extra in notes[_EXTRAS] for name in extra)
        and _are_empty(notes)
        and not _leads_back(notes)
    )


def _lists(rule: _Rule) -> list[tuple[Any, int]]:
    """List for what a rule holds, and where that is noted."""
    return [(note.about, place) for note, place in _PLACES.items() if note.rule is rule]


def _list(rule: _Rule) -> int:
    """Tell where that is noted for which a rule holds."""
    ((_, place),) = _lists(rule)
    return place


def _lines_of(pattern: str) -> Callable[[str], object]:
    """Build what tells whether every line of a text matches a pattern."""
    return re.compile(rf"(?:{pattern})(?:\n(?:{pattern}))*").fullmatch


_CLASSES = {
    owner.kind_name: owner for owner in classes_in(Conference) if hasattr(owner, "kind_name")
}
_BITS = {kind: 1 << n for n, kind in enumerate(_CLASSES)}
_NAMES = {
    _BITS[kind]: frozenset(field.name for field in fields_of(owner))
    for kind, owner in _CLASSES.items()
}

_SOURCES, _ADDRESSES = _list(_Rule.SOURCE), _list(_Rule.ADDRESS)
_EXTRAS, _MARKED = _list(_Rule.EXTRA), _list(_Rule.NOT_STATED)
_IDS = [(_BITS[kind], place) for kind, place in _lists(_Rule.ID)]
_REFERENCES = [
    (sum(_BITS[kind] for kind in kinds), place) for kinds, place in _lists(_Rule.REFERENCE)
]
_EVIDENCE = [
    (frozenset(field.name for field in fields_of(owner)), place)
    for owner, place in _lists(_Rule.EVIDENCE)
]
_MARKABLE = {
    owner: frozenset(field.name for field in fields_of(owner) if is_markable(field))
    for owner in classes_in(Conference)
}
_TEXTS = [(_lines_of(pattern), place) for pattern, place in _lists(_Rule.PATTERN)]
_CIRCLES = [(name, place) for (_, name), place in _lists(_Rule.CIRCLE)]
_ARE_IDS = _lines_of(ID_PATTERN)


def _kinds(notes: Notes) -> dict[str, int] | None:
    """Tell what kind of thing each id belongs to; `None` if an id belongs to two, or is none."""
    kinds: dict[str, int] = {}
    count = 0
    for bit, place in _IDS:
        ids = notes[place]
        count += len(ids)
        for each in ids:
            kinds[each] = bit
    return kinds if len(kinds) == count and _ARE_IDS("\n".join(kinds)) else None


def _are_known(notes: Notes, kinds: Mapping[str, int]) -> bool:
    kind_of = kinds.get
    for allowed, place in _REFERENCES:
        for name in notes[place]:
            if not kind_of(name, 0) & allowed:
                return False
    return all(each in kinds or _leads(each, kinds) for each in notes[_ADDRESSES])


def _leads(address: str, kinds: Mapping[str, int]) -> bool:
    identifier, _, name = address.partition("/")
    return name in _NAMES.get(kinds.get(identifier, 0), ())


def _match(notes: Notes) -> bool:
    # All texts of one pattern at once: to call costs more than to match.
    return all(matches("\n".join(notes[place])) for matches, place in _TEXTS if notes[place])


def _fits_its_source(notes: Notes) -> bool:
    """Tell whether the offsets and parts that evidence names are in its source."""
    sources: dict[str | None, tuple[int | None, frozenset[str]]] = {
        source.id: (source.length, frozenset(part.label for part in source.parts))
        for source in notes[_SOURCES]
    }
    sources[None] = None, frozenset()
    name, (length, labels) = None, sources[None]
    for _, place in _EVIDENCE:
        for piece in notes[place]:
            # Pieces that follow each other mostly come from one source.
            if piece.source != name:
                name = piece.source
                if name not in sources:
                    return False
                length, labels = sources[name]
            if length is not None and (start := piece.start) is not None:
                if (exact := piece.exact) is not None:
                    if start + len(exact) > length:
                        return False
                elif (seal := piece.seal) is not None and start + seal.length > length:
                    return False
            if labels and (part := piece.part) is not None and part not in labels:
                return False
    return True


def _supports_fields(notes: Notes) -> bool:
    """Tell whether what evidence supports are fields of what it belongs to."""
    for fields, place in _EVIDENCE:
        for piece in notes[place]:
            for name in piece.supports:
                if name not in fields:
                    return False
    return True


def _are_empty(notes: Notes) -> bool:
    """Tell whether what is marked as not stated is a field that could be, and is, empty."""
    return all(
        name in _MARKABLE[type(each)] and getattr(each, name) in (None, ())
        for each in notes[_MARKED]
        for name in each.not_stated
    )


def _leads_back(notes: Notes) -> bool:
    """Tell whether a way of references leads back to where it starts."""
    for name, place in _CIRCLES:
        if notes[place]:
            edges = {
                each.id: [(target, None) for target in _targets(each, name)]
                for each in notes[place]
            }
            if next(closing_edges(edges), None) is not None:
                return True
    return False


def _targets(value: Any, name: str) -> Iterable[str]:
    held = getattr(value, name)
    for each in (held,) if isinstance(held, str) else held:
        yield each if isinstance(each, str) else each.source
