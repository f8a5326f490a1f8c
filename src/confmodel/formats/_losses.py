"""What a format cannot say: declared once, published as a table, reported for each record."""

from collections.abc import Callable, Iterator, Mapping

import attrs

from confmodel._text import pointer_to
from confmodel.errors import Loss, shown
from confmodel.formats._words import known
from confmodel.model import Conference, Other, Record, When
from confmodel.model._constraints import Matches
from confmodel.model._shape import Field, Form, classes_in, fields_of, items_of

__all__ = [
    "Loss",
    "Says",
    "changed_texts",
    "left_out",
    "own_words",
    "with_own_words",
    "with_texts",
]

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
            for n, each in items_of(field, value):
                yield from _of(each, says, where if n is None else (*where, n))


def _counted(held: object, field: Field) -> str:
    name = field.name
    if name == "id":
        return f"the id {shown(held)}"
    return f"{name} ({len(held)})" if field.is_many and isinstance(held, tuple) else name


def with_texts(
    fields: Mapping[type, str], lost: str, partly: Mapping[type, Mapping[str, str]]
) -> dict[type, dict[str, str]]:
    """Add to what is lost in part that no free text among the fields is kept letter by letter.

    Args:
        fields: The fields that a format says, as `Says` takes them.
        lost: What is lost of every text, in words.
        partly: What else is lost of a field.
    """
    return _with(fields, lost, partly, _is_free_text)


def with_own_words(
    fields: Mapping[type, str], partly: Mapping[type, Mapping[str, str]]
) -> dict[type, dict[str, str]]:
    """Add to what is lost in part that a word may come back as one of the vocabulary.

    Args:
        fields: The fields that a format says, as `Says` takes them.
        partly: What else is lost of a field.
    """
    lost = "that a word is the author's own, if the vocabulary has it too"
    return _with(fields, lost, partly, lambda field: field.is_open)


def _with(
    fields: Mapping[type, str],
    lost: str,
    partly: Mapping[type, Mapping[str, str]],
    fits: Callable[[Field], bool],
) -> dict[type, dict[str, str]]:
    rows = {owner: dict(of_owner) for owner, of_owner in partly.items()}
    for owner, names in fields.items():
        for field in fields_of(owner):
            if field.name in names.split() and fits(field):
                of_owner = rows.setdefault(owner, {})
                also = of_owner.get(field.name)
                of_owner[field.name] = lost if also is None else f"{also}; {lost}"
    return rows


def _is_free_text(field: Field) -> bool:
    if field.form is Form.TEXT:
        return field.refers_to is None and not isinstance(field.constraint, Matches)
    return field.form is Form.DATE or field.is_open


def changed_texts(
    record: Conference, says: Says, kept: Callable[[str], str], message: str
) -> Iterator[Loss]:
    """Report every free text that a format says, and does not keep letter by letter.

    Args:
        record: The record.
        says: What the format says.
        kept: What the format keeps of a text.
        message: What is lost of it, to follow the name of the field.
    """
    for place, owner, field, held in _said(record, says, ()):
        if _is_free_text(field) and any(kept(text) != text for text in _texts(held)):
            yield Loss(
                pointer=pointer_to(place),
                field=f"{owner.__name__}.{field.name}",
                message=f"{field.name} {message}",
            )


def own_words(record: Conference, says: Says) -> Iterator[Loss]:
    """Report every word of the author's own that a format says as one of the vocabulary."""
    for place, owner, field, held in _said(record, says, ()):
        if isinstance(held, Other) and known(held.other, field.kind) is not None:
            yield Loss(
                pointer=pointer_to(place),
                field=f"{owner.__name__}.{field.name}",
                message=f"that {shown(held.other)} is a word of the author's own cannot be said",
            )


def _said(value: Record, says: Says, place: Place) -> Iterator[tuple[Place, type, Field, object]]:
    """Go through all that is said, but for objects: these are gone into."""
    owner = type(value)
    for field in fields_of(owner):
        held = getattr(value, field.name)
        if not held or not says.field(owner, field.name):
            continue
        where = (*place, field.name)
        if field.form is Form.OBJECT:
            for n, each in items_of(field, value):
                yield from _said(each, says, where if n is None else (*where, n))
        else:
            yield where, owner, field, held


def _texts(held: object) -> tuple[str, ...]:
    """Give the letters of the author's that a value holds."""
    if isinstance(held, Other):
        return (held.other,)
    if isinstance(held, When):
        return () if held.wording is None else (held.wording,)
    return (held,) if type(held) is str else ()
