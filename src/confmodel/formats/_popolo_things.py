"""A Popolo document taken apart: every object once, whether it stood alone or inside another.

Popolo lets an object be written in place of a reference to it, at either end
of the reference. Here all of that becomes objects in a row that refer to each
other, each of which knows which of its members somebody has asked for. What
nobody asks for is what a record cannot hold, and is kept as it came.
"""

from collections.abc import Iterator, Mapping

import attrs

from confmodel._text import nearest, pointer_to
from confmodel.codec._findings import MOST
from confmodel.errors import Finding, InvalidValueError, LoadError, shown
from confmodel.formats._iso_dates import date_of
from confmodel.formats._popolo_classes import (
    COLLECTION_OF,
    COLLECTIONS,
    DATES,
    POINTS_BACK,
    VALUES,
    Member,
    members_of,
)

Place = tuple[str | int, ...]


@attrs.define(eq=False)
class Thing:
    """One object of a document."""

    kind: str
    """Its class."""

    label: str
    """Its id, or what it is called here if it has none."""

    place: Place
    """Where it stands; where it stands first, if it does so more than once."""

    members: dict[str, object]
    """Its members; those that refer to others by id or by object are called `..._id`."""

    is_inside: bool = False
    """Whether it stands only where others refer to it."""

    used: set[str] = attrs.field(factory=set)
    left: dict[str, list[object]] = attrs.field(factory=dict)
    """What of the members that were asked for could not be used."""

    @property
    def id(self) -> str | None:
        """Its id; `None` if it has none."""
        return self.label if "id" in self.members else None

    def text(self, name: str) -> str | None:
        """Use a text; `None` if there is none, or an empty one."""
        value = self.members.get(name)
        if not isinstance(value, str) or not value:
            return None
        self.used.add(name)
        return value

    def peek(self, name: str) -> object:
        """Look at a member without using it."""
        return self.members.get(name)

    def values(self, name: str) -> Iterator[Mapping[str, object]]:
        """Use the objects of a list; `leave` keeps those that are not understood whole."""
        held = self.members.get(name)
        self.used.add(name)
        if isinstance(held, list):
            yield from held

    def leave(self, name: str, value: object) -> None:
        """Keep one object of a list that is used, or one more account of a member."""
        self.left.setdefault(name, []).append(value)

    def unread(self) -> dict[str, object] | None:
        """Return what nobody could use, as plain data; `None` if everything was used."""
        rest = {
            name: _plain(each)
            for name, each in self.members.items()
            if name not in self.used and name != "id"
        }
        for name, others in self.left.items():
            rest[name] = [*([rest[name]] if name in rest else ()), *map(_plain, others)]
        return rest if rest or not self.used else None


def _plain(value: object) -> object:
    if isinstance(value, Thing):
        return value.label
    return [_plain(each) for each in value] if isinstance(value, list) else value


class Things:
    """All objects of a document, and what is wrong with it."""

    def __init__(self, document: object, findings: list[Finding]) -> None:
        self.findings = findings
        self.of: dict[str, list[Thing]] = {kind: [] for kind in COLLECTION_OF}
        self.unknown: dict[str, object] = {}
        """Members of the document that are no collections."""
        self._known: dict[tuple[str, str], Thing] = {}
        if not isinstance(document, Mapping) or not COLLECTIONS.keys() & document.keys():
            self.refuse(
                "E101",
                (),
                f"{shown(document)} is no Popolo document",
                "give an object of collections, such as {'events': [...], 'persons': [...]}",
            )
            return
        for name, held in document.items():
            if name not in COLLECTIONS:
                self.unknown[name] = held
            elif isinstance(held, list):
                for n, each in enumerate(held):
                    self._take(COLLECTIONS[name], each, (name, n))
            elif held is not None:
                self.refuse("E101", (name,), f"{shown(held)} is not a list", "put it into brackets")

    def find(self, kind: str, identifier: object) -> Thing | None:
        """Find the object of a class that has an id."""
        return self._known.get((kind, identifier)) if isinstance(identifier, str) else None

    def target(self, thing: Thing, name: str, *kinds: str) -> Thing | None:
        """Use a reference; `None` if it leads to nothing in the document.

        Args:
            thing: Whose reference.
            name: What it is called, without `_id`.
            kinds: The classes that it may lead to.
        """
        member = f"{name}_id"
        value = thing.members.get(member)
        if isinstance(value, Thing):
            found = value if value.kind in kinds else None
        else:
            if value is None and isinstance(given := thing.members.get(name), Mapping):
                member, value = name, given.get("id")
            hits = (self.find(kind, value) for kind in kinds)
            found = next((each for each in hits if each is not None), None)
        if found is not None:
            thing.used.add(member)
        return found

    def refuse(self, code: str, place: Place, message: str, remedy: str) -> None:
        """Note what is wrong, and stop where that is beyond all reading."""
        self.findings.append(
            Finding(code=code, pointer=pointer_to(place), message=message, help=remedy)
        )
        if len(self.findings) >= MOST:
            raise LoadError(self.findings)

    def refuse_value(self, error: InvalidValueError, place: Place) -> None:
        """Note that a value can be held by no record."""
        self.refuse(error.code, place, error.message, error.help)

    def _take(
        self, kind: str, value: object, place: Place, *, is_inside: bool = False
    ) -> Thing | None:
        if not isinstance(value, Mapping):
            what = kind.replace("_", " ")
            self.refuse("E101", place, f"{shown(value)} is no {what}", "write it as an object")
            return None
        identifier = value.get("id")
        label = f"{kind.replace('_', '-')}-{len(self.of[kind]) + 1}"
        thing = Thing(kind, label, place, {}, is_inside)
        if isinstance(identifier, str) and identifier:
            thing.label = identifier
            known = self._known.setdefault((kind, identifier), thing)
            if known is thing:
                self.of[kind].append(thing)
            known.is_inside &= is_inside
            thing = known
        else:
            self.of[kind].append(thing)
        for name, held in value.items():
            if held is not None:
                self._take_member(thing, name, held, (*place, name))
        return thing

    def _take_member(self, thing: Thing, name: str, held: object, place: Place) -> None:
        member = members_of(thing.kind).get(name)
        if member is None:
            self._keep(thing, name, held)
        elif member.kind not in COLLECTION_OF:
            if self._is_right(member, held, place):
                self._keep(thing, name, held)
        elif not member.is_many:
            self._keep(thing, f"{name}_id", self._take(member.kind, held, place, is_inside=True))
        elif not isinstance(held, list):
            self.refuse("E101", place, f"{shown(held)} is not a list", "put it into brackets")
        else:
            back = POINTS_BACK.get((thing.kind, name))
            inner = [
                self._take(member.kind, each, (*place, n), is_inside=back is None)
                for n, each in enumerate(held)
            ]
            if back is None:
                self._keep(thing, name, inner)
            else:
                for each in inner:
                    if each is not None:
                        self._keep(each, f"{back}_id", thing)

    def _keep(self, thing: Thing, name: str, value: object) -> None:
        """Keep a member; where a thing stands twice, its first account holds."""
        first = thing.members.setdefault(name, value)
        if first is value or first == value:
            return
        labels = {each.label if isinstance(each, Thing) else str(each) for each in (first, value)}
        if name.endswith("_id") and len(labels) == 1:
            # The same thing by its id and by itself: the latter says which class it is of.
            thing.members[name] = value if isinstance(value, Thing) else first
            return
        thing.leave(name, value)

    def _is_right(self, member: Member, value: object, place: Place) -> bool:
        if not member.is_many:
            return self._is_right_one(member, value, place)
        if not isinstance(value, list):
            self.refuse("E101", place, f"{shown(value)} is not a list", "put it into brackets")
            return False
        # A list, so that every fault is found.
        right = [self._is_right_one(member, each, (*place, n)) for n, each in enumerate(value)]
        return all(right)

    def _is_right_one(self, member: Member, value: object, place: Place) -> bool:
        if member.kind in VALUES:
            return self._is_right_value(member.kind, value, place)
        wanted, what = _TYPES.get(member.kind, (str, "text"))
        if not isinstance(value, wanted) or isinstance(value, bool):
            self.refuse("E101", place, f"{shown(value)} is not {what}", f"write it as {what}")
            return False
        return member.kind not in DATES or self._is_date(member.kind, str(value), place)

    def _is_right_value(self, kind: str, value: object, place: Place) -> bool:
        if not isinstance(value, Mapping):
            what = kind.replace("_", " ")
            self.refuse("E101", place, f"{shown(value)} is no {what}", "write it as an object")
            return False
        members = members_of(kind)
        is_right = True
        for name, member in members.items():
            if value.get(name) is not None:
                is_right &= self._is_right(member, value[name], (*place, name))
            elif member.is_required:
                near = nearest(name, (each for each in value if each not in members))
                remedy = f"add it, or write it in place of {near!r}" if near else "add it"
                self.refuse("E102", (*place, name), f"the member {name!r} is missing", remedy)
                is_right = False
        return is_right

    def _is_date(self, kind: str, value: str, place: Place) -> bool:
        pattern, right = DATES[kind]
        if not pattern.fullmatch(value):
            self.refuse("E106", place, f"{shown(value)} is no date of Popolo", f"write {right}")
            return False
        try:
            date_of(value)
        except InvalidValueError as error:
            self.refuse_value(error, place)
            return False
        return True


_TYPES: Mapping[str, tuple[type | tuple[type, ...], str]] = {
    "whole": (int, "a whole number"),
    "number": ((int, float), "a number"),
    "any": (Mapping, "an object"),
}
