"""What a format cannot say: declared once, published as a table, reported for each record."""

from collections.abc import Iterator, Mapping

import attrs

from confmodel._text import pointer_to
from confmodel.errors import Loss
from confmodel.model import Conference, Record
from confmodel.model._shape import Field, Form, classes_in, fields_of

__all__ = ["Loss", "Says", "left_out"]

_OF_THE_FILE = frozenset({"confmodel"})
"""Fields that speak of the document and not of the conference."""

Place = tuple[str | int, ...]


def _by_class(given: Mapping[type, str]) -> Mapping[type, frozenset[str]]:
    return {owner: frozenset(names.split()) for owner, names in given.items()}


@attrs.frozen
class Says:
    """What a format can say of a record; all else is lost, and reported.

    It is given by class, as the names of the fields in one text. A class that
    is not named is lost with every field that holds it.

    Examples:
        >>> from confmodel.model import Place
        >>> says = Says({Conference: "id name places", Place: "name"})
        >>> says.field(Place, "name"), says.field(Place, "country")
        (True, False)
    """

    fields: Mapping[type, frozenset[str]] = attrs.field(converter=_by_class)
    """The fields that it says, by class."""

    partly: Mapping[type, Mapping[str, str]] = attrs.field(factory=dict)
    """What is lost of a field that it says, in words; the writer reports it where it happens."""

    def field(self, owner: type, name: str) -> bool:
        """Tell whether a field is said."""
        return name in self.fields.get(owner, ())

    def table(self) -> tuple[tuple[str, str, str], ...]:
        """List what is lost: the class, the field, and what is lost of it.

        Examples:
            >>> from confmodel.model import Place
            >>> says = Says({Conference: "id name places", Place: "name country when"})
            >>> next(row for row in says.table() if row[0] == "Place")
            ('Place', 'evidence', 'everything')
        """
        rows = []
        reached = [each for each in classes_in(Conference) if each in self.fields]
        for owner in [Conference, *(each for each in reached if each is not Conference)]:
            for each in fields_of(owner):
                if each.name in _OF_THE_FILE:
                    continue
                if not self.field(owner, each.name):
                    rows.append((owner.__name__, each.name, "everything"))
                elif lost := self.partly.get(owner, {}).get(each.name):
                    rows.append((owner.__name__, each.name, lost))
        return tuple(rows)


def left_out(record: Conference, says: Says) -> Iterator[Loss]:
    """Report every field of a record that holds something a format does not say."""
    return _of(record, says, ())


def _of(value: Record, says: Says, place: Place) -> Iterator[Loss]:
    owner = type(value)
    for field in fields_of(owner):
        held = getattr(value, field.name)
        if field.name in _OF_THE_FILE or (not field.is_required and held == field.default):
            continue
        where = (*place, field.name)
        if not says.field(owner, field.name):
            yield Loss(
                pointer=pointer_to(where),
                field=f"{owner.__name__}.{field.name}",
                message=f"{_counted(held, field)} cannot be said",
            )
        elif field.form is Form.OBJECT:
            items = enumerate(held) if field.is_many else ((None, held),)
            for n, each in items:
                yield from _of(each, says, where if n is None else (*where, n))


def _counted(held: object, field: Field) -> str:
    name = field.name
    return f"{name} ({len(held)})" if field.is_many and isinstance(held, tuple) else name
