"""Integrity: ids are unique, references lead somewhere, evidence fits its source.

`faults` explains; it reads records and plain data alike, so that a document of
the wrong shape gets all its problems reported together. `is_whole` only
decides, and is written for speed; the two never disagree.
"""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeGuard

import attrs

from confmodel._text import did_you_mean, pointer_to, with_article
from confmodel.checks._circles import CIRCULAR, closing_edges
from confmodel.checks._judging import are_sound
from confmodel.checks._notes import notes_on
from confmodel.checks._rules import is_kept, is_markable, is_the_records_own
from confmodel.errors import Finding, shown
from confmodel.model import Conference, Evidence, Extra, Source, SourceLink
from confmodel.model._shape import Field, Form, fields_of

Place = tuple[str | int, ...]

_MOST_COMPARED = 10_000
"""How many names unknown ones are compared with, to find the nearest, which takes its time."""


def is_whole(record: Conference) -> bool:
    """Tell whether a record has no fault of integrity, as fast as it can be told."""
    return are_sound(notes_on(record), record.confmodel)


def faults(root: Conference | Mapping[str, object]) -> Iterator[Finding]:
    """Find every fault of integrity, in the order of the document.

    Args:
        root: A record, or the plain data of one, whatever its shape: what is
            not of the right type is passed over, since others report it.
    """
    visited = list(_visit(root, Conference, ()))
    ids = _Ids()
    for each in visited:
        yield from ids.note(each)
    sources = {
        identifier: each.value for identifier, each in ids.first.items() if each.owner is Source
    }
    for each in visited:
        yield from _faults_of(each, ids, sources)
        yield from _unknown_members(each, root)
    yield from _circles(visited, ids)


@attrs.frozen
class _Visited:
    """One object of the document, with its class and its place."""

    value: object
    owner: type
    place: Place

    def get(self, name: str) -> object:
        """Read a member of a record, or of plain data."""
        if isinstance(self.value, Mapping):
            return self.value.get(name)
        return getattr(self.value, name, None)

    @property
    def kind(self) -> str | None:
        """What messages call it, if it can have an id."""
        return getattr(self.owner, "kind_name", None)


def _visit(value: object, owner: type, place: Place) -> Iterator[_Visited]:
    if not isinstance(value, Mapping | owner):
        return
    here = _Visited(value, owner, place)
    yield here
    for field in fields_of(owner):
        if field.form is Form.OBJECT:
            held = here.get(field.name)
            if isinstance(held, list | tuple) and field.is_many:
                for n, each in enumerate(held):
                    yield from _visit(each, field.kind, (*place, field.name, n))
            else:
                yield from _visit(held, field.kind, (*place, field.name))


class _Ids:
    """Every id of the document, with what bears it first."""

    def __init__(self) -> None:
        self.first: dict[str, _Visited] = {}
        self._compared = 0

    def remedy(self, name: str, known: Iterable[str], otherwise: str) -> str:
        """Write the remedy for a name that nothing has; of many, only the first are looked for."""
        if self._compared > _MOST_COMPARED:
            return otherwise
        known = list(known)
        self._compared += len(known)
        return (
            did_you_mean(name, known, otherwise) if self._compared <= _MOST_COMPARED else otherwise
        )

    def note(self, each: _Visited) -> Iterator[Finding]:
        """Note the id of an object; find fault with it if another has it."""
        identifier = each.get("id") if each.kind is not None else None
        if not isinstance(identifier, str):
            return
        first = self.first.setdefault(identifier, each)
        if first is not each:
            yield Finding(
                code="E201",
                pointer=pointer_to((*each.place, "id")),
                message=f"the id {shown(identifier)} is taken"
                f" by {pointer_to(first.place) or 'the conference'}",
                help="give one of them another id",
                value=shown(identifier),
            )


def _faults_of(each: _Visited, ids: _Ids, sources: Mapping[str, object]) -> Iterator[Finding]:
    for field in fields_of(each.owner):
        if field.refers_to is not None:
            yield from _named(each, field, functools.partial(_reference, field=field, ids=ids))
        elif field.is_address:
            yield from _named(each, field, functools.partial(_address, ids=ids))
    marked = each.get("not_stated")
    if isinstance(marked, list | tuple):
        yield from _not_stated(each, marked)
    yield from _evidence_of(each, sources)


def _named(
    each: _Visited, field: Field, check: Callable[[Place, str], Iterator[Finding]]
) -> Iterator[Finding]:
    held = each.get(field.name)
    if field.is_many:
        if isinstance(held, list | tuple):
            for n, name in enumerate(held):
                if isinstance(name, str):
                    yield from check((*each.place, field.name, n), name)
    elif isinstance(held, str):
        yield from check((*each.place, field.name), held)


def _reference(place: Place, name: str, *, field: Field, ids: _Ids) -> Iterator[Finding]:
    allowed = field.refers_to or frozenset()
    found = ids.first.get(name)
    if found is None:
        fitting = (other for other, each in ids.first.items() if each.kind in allowed)
        yield Finding(
            code="E202",
            pointer=pointer_to(place),
            message=f"nothing has the id {shown(name)}",
            help=ids.remedy(name, fitting, f"declare the {_either(allowed)} or correct the id"),
            value=shown(name),
        )
    elif found.kind not in allowed:
        yield Finding(
            code="E203",
            pointer=pointer_to(place),
            message=f"{shown(name)} is {with_article(found.kind or '')}, which cannot stand here",
            help=f"name {with_article(_listed(allowed))}",
            value=shown(name),
        )


def _either(kinds: frozenset[str]) -> str:
    few = 3
    return _listed(kinds) if len(kinds) <= few else "entity"


def _listed(kinds: frozenset[str]) -> str:
    *others, last = sorted(kinds)
    return f"{', '.join(others)} or {last}" if others else last


def _address(place: Place, address: str, *, ids: _Ids) -> Iterator[Finding]:
    identifier, slash, name = address.partition("/")
    found = ids.first.get(identifier)
    if found is None:
        yield Finding(
            code="E206",
            pointer=pointer_to(place),
            message=f"the address {shown(address)} leads nowhere:"
            f" nothing has the id {shown(identifier)}",
            help=ids.remedy(identifier, ids.first, "give an id, or an id, a slash and a field"),
            value=shown(address),
        )
    elif slash and name not in (names := [field.name for field in fields_of(found.owner)]):
        yield Finding(
            code="E206",
            pointer=pointer_to(place),
            message=f"the address {shown(address)} leads nowhere:"
            f" {with_article(found.kind or '')} has no field {shown(name)}",
            help=did_you_mean(name, names, "give a field of it"),
            value=shown(address),
        )


def _not_stated(each: _Visited, names: list[object] | tuple[object, ...]) -> Iterator[Finding]:
    fields = {field.name: field for field in fields_of(each.owner)}
    for n, name in enumerate(names):
        if not isinstance(name, str):
            continue
        place = pointer_to((*each.place, "not_stated", n))
        field = fields.get(name)
        if field is None or not is_markable(field):
            message, remedy = _unmarkable(name, field, each.owner)
            yield Finding(
                code="E204", pointer=place, message=message, help=remedy, value=shown(name)
            )
        elif each.get(name) not in (None, (), []):
            yield Finding(
                code="E204",
                pointer=place,
                message=f"{name!r} is named as not stated, and has a value",
                help="drop the name, or the value",
                value=shown(name),
            )


def _unmarkable(name: str, field: Field | None, owner: type) -> tuple[str, str]:
    """Say why a name cannot stand in `not_stated`, and what to do."""
    whose = with_article(owner.__name__)
    markable = [other.name for other in fields_of(owner) if is_markable(other)]
    if field is None:
        message = f"{shown(name)} is no field of {whose}"
        remedy = did_you_mean(name, markable, "name a field, or drop it")
    else:
        why = (
            "the record's own, and nothing that a source states"
            if is_the_records_own(field)
            else "never empty"
        )
        message = f"{name!r} of {whose} is {why}"
        remedy = "name another field, or drop it"
    return message, remedy if markable else f"drop it: no field of {whose} can be marked"


def _evidence_of(each: _Visited, sources: Mapping[str, object]) -> Iterator[Finding]:
    for field in fields_of(each.owner):
        if field.kind is not Evidence:
            continue
        held = each.get(field.name)
        if not isinstance(held, list | tuple):
            continue
        for n, piece in enumerate(held):
            if isinstance(piece, Mapping | Evidence):
                place = (*each.place, field.name, n)
                yield from _piece(_Visited(piece, Evidence, place), each.owner, sources)


def _piece(piece: _Visited, owner: type, sources: Mapping[str, object]) -> Iterator[Finding]:
    supports = piece.get("supports")
    names = [field.name for field in fields_of(owner)]
    for n, name in enumerate(supports if isinstance(supports, list | tuple) else ()):
        if isinstance(name, str) and name not in names:
            yield Finding(
                code="E205",
                pointer=pointer_to((*piece.place, "supports", n)),
                message=f"{shown(name)} is no field of {with_article(owner.__name__)}",
                help=did_you_mean(name, names, "name a field of the fact it belongs to"),
                value=shown(name),
            )
    name = piece.get("source")
    if not isinstance(name, str) or name not in sources:
        return
    source = _Visited(sources[name], Source, ())
    yield from _offsets(piece, source)
    yield from _part(piece, source)


def _offsets(piece: _Visited, source: _Visited) -> Iterator[Finding]:
    start, whole = piece.get("start"), source.get("length")
    length = _length(piece)
    if _is_count(start) and _is_count(whole) and length is not None and start + length > whole:
        yield Finding(
            code="E207",
            pointer=pointer_to((*piece.place, "start")),
            message=f"the words end at {start + length}, and the source has {whole} code points",
            help="correct the offset, or the length of the source",
            value=shown(start),
        )


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _length(piece: _Visited) -> int | None:
    exact, seal = piece.get("exact"), piece.get("seal")
    if isinstance(exact, str):
        return len(exact)
    length = seal.get("length") if isinstance(seal, Mapping) else getattr(seal, "length", None)
    return length if _is_count(length) else None


def _part(piece: _Visited, source: _Visited) -> Iterator[Finding]:
    label, parts = piece.get("part"), source.get("parts")
    if not isinstance(label, str) or not isinstance(parts, list | tuple) or not parts:
        return
    labels = [_label(part) for part in parts]
    if label not in labels and None not in labels:
        known = [each for each in labels if each is not None]
        yield Finding(
            code="E208",
            pointer=pointer_to((*piece.place, "part")),
            message=f"the source has no part {shown(label)}",
            help=did_you_mean(label, known, f"give one of: {', '.join(known[:12])}"),
            value=shown(label),
        )


def _label(part: object) -> str | None:
    if not isinstance(part, Mapping):
        return getattr(part, "label", None)
    kind, number = part.get("kind"), part.get("number")
    word = kind.get("other") if isinstance(kind, Mapping) else kind
    if not isinstance(word, str) or not isinstance(number, str | None):
        return None
    return word if number is None else f"{word}/{number}"


def _unknown_members(each: _Visited, root: object) -> Iterator[Finding]:
    """Find members that a record of this version cannot have, unless they are the author's own."""
    extra = each.get("extra")
    if not isinstance(extra, Extra) or not isinstance(root, Conference):
        return
    names = [field.name for field in fields_of(each.owner)]
    for name in extra:
        if not is_kept(name, root.confmodel):
            yield Finding(
                code="E103",
                pointer=pointer_to((*each.place, name)),
                message=f"{shown(name)} is no member of {with_article(each.owner.__name__)}",
                help=did_you_mean(
                    name, names, f"leave it out, or call it 'x-{name[:40]}' to keep it"
                ),
                value=shown(name),
            )


def _circles(visited: list[_Visited], ids: _Ids) -> Iterator[Finding]:
    for owner, name in CIRCULAR:
        edges: dict[str, list[tuple[str, Place]]] = {}
        for each in visited:
            identifier = each.get("id")
            if (
                each.owner is owner
                and isinstance(identifier, str)
                and ids.first[identifier] is each
            ):
                edges[identifier] = list(_edges(each, name))
        for target, place in closing_edges(edges):
            kind = getattr(owner, "kind_name", "thing")
            yield Finding(
                code="E209",
                pointer=pointer_to(place),
                message=f"by way of {shown(target)}, this {kind} leads back to itself",
                help="break the circle at one of its members",
                value=shown(target),
            )


def _edges(each: _Visited, name: str) -> Iterator[tuple[str, Place]]:
    held = each.get(name)
    if isinstance(held, str):
        yield held, (*each.place, name)
    elif isinstance(held, list | tuple):
        for n, one in enumerate(held):
            place: Place = (*each.place, name, n)
            if isinstance(one, str):
                yield one, place
            elif isinstance(link := _Visited(one, SourceLink, place).get("source"), str):
                yield link, (*place, "source")
