"""A Popolo document on its way into a record: its things, and the ids that they have there."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from confmodel.errors import Finding, InvalidValueError, LoadError
from confmodel.formats._popolo_classes import COLLECTION_OF
from confmodel.formats._popolo_ids import Ids
from confmodel.formats._popolo_reader.nesting import parts_of, root_of
from confmodel.formats._popolo_reader.sorting import Sorting
from confmodel.formats._popolo_terms import ASSEMBLY, COUNTRY, OF_POPOLO
from confmodel.formats._popolo_things import Thing, Things
from confmodel.model import Identifier

T = TypeVar("T")


class Document:
    """What the reader of each noun needs to know of the others."""

    def __init__(self, document: object, findings: list[Finding], event: str | None) -> None:
        self.things = Things(document, findings)
        self.raise_findings()
        root = root_of(self.things, event)
        if root is None or findings:
            raise LoadError(findings)
        self.root = root
        """The event that the record is of."""
        self.sessions = parts_of(self.things, root)
        self.sorting = Sorting(self.things, root)
        entities = [root, *self.sessions, *self.sorting.countries]
        sorts = self.sorting.of
        entities += [each for each in sorts if sorts[each] not in (COUNTRY, ASSEMBLY)]
        for kind in ("person", "speech", "motion", "vote_event"):
            entities += self.things.of[kind]
        self.ids = Ids(entities)
        self.names = self.ids.names
        """What is called how in the record, of those that have an id there."""

    def raise_findings(self) -> None:
        """Raise what is wrong, if anything is."""
        if self.things.findings:
            raise LoadError(self.things.findings)

    # References

    def named(self, thing: Thing, member: str, found: Thing | None) -> list[str]:
        """Give the id of what a reference leads to; the reference stays if a record has none."""
        if found is None or found not in self.names:
            thing.used.discard(member)
            return []
        return [self.names[found]]

    def named_one(self, thing: Thing, member: str, found: Thing | None) -> str | None:
        """Give the same where one may stand at most."""
        return next(iter(self.named(thing, member, found)), None)

    def country_at(self, thing: Thing) -> str | None:
        """Use the reference to an area that is a country."""
        area = self.things.target(thing, "area", "area")
        if area is None:
            return None
        return self.named_one(thing, "area_id", self.sorting.country_of_area(area) or area)

    # Building

    def built(
        self, owner: type[T], things: Iterable[Thing], fields: Callable[[Thing], dict[str, Any]]
    ) -> list[T]:
        """Build an object of the record from each thing; what no record can hold is refused."""
        made = []
        for each in things:
            members = self.with_old_id(each, fields(each))
            try:
                made.append(owner(**{"id": self.names[each], **members}))
            except InvalidValueError as error:
                self.things.refuse_value(error, each.place)
        return made

    def with_old_id(self, thing: Thing, members: Mapping[str, Any]) -> dict[str, Any]:
        """Add the id that had to become another one."""
        if thing.id is None or self.names[thing] == thing.id:
            return {**members}
        identifier = Identifier(scheme=OF_POPOLO, value=thing.id)
        return {**members, "identifiers": [*members.get("identifiers", ()), identifier]}

    def unread(self) -> dict[str, object]:
        """Collect what nobody could use, by collection and id."""
        found: dict[str, object] = dict(self.things.unknown)
        for kind, things in self.things.of.items():
            unread = {each.label: rest for each in things if (rest := each.unread()) is not None}
            if unread:
                found[COLLECTION_OF[kind]] = unread
        return found
