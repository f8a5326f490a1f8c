"""Closing: a sketch becomes a value whose references all lead somewhere.

Nothing is drawn here, and nothing is tried and thrown away: what cannot stand
for want of a target is left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from confmodel.model import (
    FORMAT_VERSION,
    Conference,
    Delegation,
    Evidence,
    Extra,
    Group,
    Record,
    Source,
    SourceLink,
    Statement,
)
from confmodel.model._constraints import LARGEST_WHOLE
from confmodel.model._shape import Field, Form, classes_in, fields_of
from confmodel.model._walk import records_in
from confmodel.strategies._sketches import FIELD_NAMES, Open, Sketch, inside
from confmodel.strategies._texts import extensions

References: TypeAlias = Mapping[str, Sequence[str]]
"""The ids that may be referred to, for each kind, such as `{"delegate": ["naqvi"]}`."""

CLASSES: Mapping[str, type] = {
    owner.kind_name: owner for owner in classes_in(Conference) if hasattr(owner, "kind_name")
}
"""Every class whose objects can have an id, by what messages and addresses call it."""

ANYTHING: References = {kind: (f"{kind}-1", f"{kind}-2") for kind in CLASSES}
"""What a value that stands alone refers to, unless it is told otherwise."""

# A reference of a thing to its own kind goes one way only, so that no circle
# can close; these are the ones where a circle says nothing wrong.
_FREE = frozenset({(Statement, "about"), (Group, "excluding"), (Delegation, "invited_by")})
_NEVER_EMPTY = frozenset(
    {"evidence", "not_stated", "note", "identifiers", "extra", "id", "accepts"}
)
_RESERVED = frozenset({"extra", "requires"})


@attrs.frozen
class _Target:
    """Something that has an id, and its rank in the document."""

    id: str
    kind: str
    rank: int
    value: Sketch | Record | None = None


@attrs.frozen
class _Around:
    """What a sketch stands in."""

    owner: type
    target: _Target | None


class Closing:
    """Everything of one document that references can lead to.

    Args:
        sketch: The root, or a value that stands alone.
        references: The ids outside it that it may refer to.
        is_backwards: Whether a thing refers to later ones of its kind rather
            than to earlier ones.
    """

    def __init__(self, sketch: Sketch, references: References, *, is_backwards: bool) -> None:
        self._root = sketch
        self._is_backwards = is_backwards
        self._targets: dict[str, list[_Target]] = {kind: [] for kind in CLASSES}
        self._target_of: dict[int, _Target] = {}
        self._ends: dict[str, int] = {}
        self._is_newer = sketch.values.get("confmodel", FORMAT_VERSION) != FORMAT_VERSION
        for kind, names in references.items():
            self._targets[kind] = [_Target(name, kind, -1) for name in names]
        self._give_ids()

    def closed(self) -> Any:
        """Build the value; `None` if it has to refer to something, and there is nothing."""
        whole = self._close(self._root, _Around(self._root.owner, None))
        if whole is None:
            return None
        for source in inside(whole):
            length = source.values.get("length")
            if source.owner is Source and isinstance(length, int):
                end = self._ends.get(str(source.values["id"]), 0)
                source.values["length"] = max(length, end)
        return _built(whole)

    def _give_ids(self) -> None:
        bearers = [each for each in inside(self._root) if hasattr(each.owner, "kind_name")]
        fixed = list(_fixed_targets(self._root))
        taken = {target.id for target in fixed}
        # Only a whole document refers to what is inside it.
        is_document = self._root.owner is Conference
        for rank, sketch in enumerate(bearers):
            kind = sketch.owner.kind_name  # type: ignore[attr-defined] # asked above
            wanted = sketch.values.get("id", "")
            if wanted == "":
                continue
            identifier = _unused(wanted, kind, taken)
            taken.add(identifier)
            sketch.values["id"] = identifier
            target = _Target(identifier, kind, rank, sketch)
            self._target_of[id(sketch)] = target
            if is_document:
                self._targets[kind].append(target)
        for target in fixed:
            self._targets[target.kind].append(target)

    def _close(self, sketch: Sketch, around: _Around) -> Sketch | None:
        here = _Around(sketch.owner, self._target_of.get(id(sketch), around.target))
        values: dict[str, object] = {}
        later: dict[str, object] = {}
        for field in fields_of(sketch.owner):
            if field.name not in sketch.values:
                continue
            held = sketch.values[field.name]
            if field.name in FIELD_NAMES or (isinstance(held, Open) and not _is_reference(field)):
                later[field.name] = held
                continue
            closed = self._close_field(field, held, here)
            if closed is None or closed == ():
                if field.is_required and held not in (None, ()):
                    return None
                if not isinstance(held, Open):
                    values[field.name] = closed
            else:
                values[field.name] = closed
        self._close_names(sketch.owner, values, later, around)
        if sketch.owner is Evidence and not self._fits(values, later):
            return None
        return Sketch(sketch.owner, values)

    def _close_field(self, field: Field, held: object, here: _Around) -> object:
        if field.form is Form.EXTRA and isinstance(held, dict):
            return self._extra(held, here.owner)
        if not isinstance(held, tuple):
            return self._close_one(field, held, here)
        closed = (self._close_one(field, each, here) for each in held)
        if _is_reference(field):
            # Naming one twice in a list says nothing more.
            return tuple(dict.fromkeys(each for each in closed if each is not None))
        return tuple(each for each in closed if each is not None)

    def _close_one(self, field: Field, held: object, here: _Around) -> object:
        if isinstance(held, Sketch):
            return self._close(held, here)
        if isinstance(held, Open):
            return self._chosen(field, held, here)
        return held

    def _chosen(self, field: Field, choice: Open, here: _Around) -> str | None:
        kinds = field.refers_to if field.refers_to is not None else CLASSES
        fitting = [
            target
            for kind, targets in self._targets.items()
            if kind in kinds
            for target in targets
            if self._may_follow(field, here, target)
        ]
        if not fitting:
            return None
        target = fitting[choice.number % len(fitting)]
        if choice.member is None:
            return target.id
        names = [each.name for each in fields_of(CLASSES[target.kind])]
        return f"{target.id}/{names[choice.member % len(names)]}"

    def _may_follow(self, field: Field, here: _Around, target: _Target) -> bool:
        mine = here.target
        if mine is None or field.is_address or mine.kind != target.kind:
            return True
        owns_the_field = hasattr(here.owner, "kind_name") or here.owner is SourceLink
        if not owns_the_field or (here.owner, field.name) in _FREE:
            return True
        if target.value is None:
            return target.id != mine.id
        return target.rank > mine.rank if self._is_backwards else target.rank < mine.rank

    def _close_names(
        self, owner: type, values: dict[str, object], later: Mapping[str, object], around: _Around
    ) -> None:
        """Name fields: empty ones as not stated, those of the owner as supported."""
        candidates = {
            "not_stated": [
                field.name
                for field in fields_of(owner)
                if (field.is_optional or field.is_many)
                and field.name not in _NEVER_EMPTY
                and values.get(field.name) in (None, ())
            ],
            "supports": [field.name for field in fields_of(around.owner)],
        }
        for name in FIELD_NAMES & later.keys():
            held = later[name]
            names = candidates[name]
            values[name] = tuple(
                dict.fromkeys(
                    names[each.number % len(names)] if isinstance(each, Open) else each
                    for each in (held if isinstance(held, tuple) else ())
                    if names or not isinstance(each, Open)
                )
            )

    def _fits(self, values: dict[str, object], later: Mapping[str, object]) -> bool:
        """Bring evidence in line with its source; tell whether it can stand."""
        source = next(
            (each for each in self._targets["source"] if each.id == values.get("source")), None
        )
        needs_source = values.get("exact") is not None or values.get("seal") is not None
        if source is None and needs_source and values.get("source") is None:
            return False
        if (part := later.get("part")) is not None:
            labels = list(_labels_of(source.value)) if source is not None else []
            number, word = (part.number, part.word) if isinstance(part, Open) else (0, part)
            values["part"] = labels[number % len(labels)] if labels else word
        if source is None:
            return True
        length = _length_of(values)
        end = length + start if isinstance(start := values.get("start"), int) else length
        if isinstance(source.value, Source):
            return source.value.length is None or end <= source.value.length
        if end > LARGEST_WHOLE:
            values["start"], end = LARGEST_WHOLE - length, LARGEST_WHOLE
        self._ends[source.id] = max(end, self._ends.get(source.id, 0))
        return True

    def _extra(self, members: dict[str, object], owner: type) -> Extra:
        if not self._is_newer:
            return Extra(extensions(members))
        taken = _RESERVED.union(field.name for field in fields_of(owner))
        return Extra(
            {f"x-{name}" if name in taken else name: value for name, value in members.items()}
        )


def _is_reference(field: Field) -> bool:
    return field.refers_to is not None or field.is_address


def _unused(wanted: object, kind: str, taken: set[str]) -> str:
    if isinstance(wanted, str) and wanted not in taken:
        return wanted
    stem = wanted if isinstance(wanted, str) else kind
    number = 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _fixed_targets(root: Sketch) -> Iterator[_Target]:
    """Find the ids in ready values that the caller has fixed."""
    for sketch in inside(root):
        for held in sketch.values.values():
            for each in (
                held if isinstance(held, Iterable) and not isinstance(held, str) else (held,)
            ):
                if isinstance(each, Record):
                    yield from _targets_in(each)


def _targets_in(value: Record) -> Iterator[_Target]:
    kind, identifier = getattr(value, "kind_name", None), getattr(value, "id", None)
    if isinstance(kind, str) and isinstance(identifier, str):
        yield _Target(identifier, kind, -1, value)
    for each in records_in(value):
        yield from _targets_in(each)


def _labels_of(source: Sketch | Record | None) -> Iterator[str]:
    parts = (
        source.values.get("parts", ())
        if isinstance(source, Sketch)
        else getattr(source, "parts", ())
    )
    for part in parts:  # type: ignore[attr-defined] # a tuple
        if not isinstance(part, Sketch):
            yield part.label
            continue
        kind, number = part.values["kind"], part.values.get("number")
        word = getattr(kind, "other", kind)
        yield f"{word}" if number is None else f"{word}/{number}"


def _length_of(values: Mapping[str, object]) -> int:
    exact, seal = values.get("exact"), values.get("seal")
    if isinstance(exact, str):
        return len(exact)
    return seal.values["length"] if isinstance(seal, Sketch) else getattr(seal, "length", 0)  # type: ignore[return-value] # an int


def _built(value: object) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_built, value))
    if not isinstance(value, Sketch):
        return value
    return value.owner(**{name: _built(held) for name, held in value.values.items()})
