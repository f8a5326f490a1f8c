"""The star: which tables and columns there are, all of it read from the model.

One rule makes each of them, and there is no list of fields beside the model:

- Each class has a table, and each of its fields that holds one value a column.
  A choice that is open has a second column for a word of the author's own, and
  a date has columns for its wording and for its first and last possible day.
- Each field that holds several texts, such as the ids of the speakers, has a
  table of its own with a row for each; one table serves a field of all facts.
- An object inside another is a row of its class's table that names its owner.
  What has no members of its own, a seal, is part of its owner's row.
"""

import enum
import functools
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from confmodel.formats._docstrings import first_line, meaning_of
from confmodel.model import Conference, Entity, Evidence, Fact, Person
from confmodel.model._shape import Field, Form, classes_in, fields_of, is_record

LAYOUT = "1"
"""The version of the tables; another one if a table or a column changes its meaning."""


# What is said of something: in words, or as a field whose docstring says it.
_Words: TypeAlias = str | tuple[type, str]


class ColumnType(enum.StrEnum):
    """What stands in a column, if anything does."""

    TEXT = "text"
    """Text; an id, a word of a vocabulary, and a date in EDTF are text, too. Ours."""

    WHOLE = "whole number"
    """A whole number, from 0 to 2**53 - 1. Ours."""

    NUMBER = "number"
    """A number of 15 digits at most. Ours."""

    FLAG = "flag"
    """True or false. Ours."""

    DAY = "day"
    """A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31. Ours."""


@attrs.frozen(kw_only=True)
class Column:
    """One column of a table.

    Examples:
        >>> TABLES["statements"]["when_earliest"].type
        <ColumnType.DAY: 'day'>
        >>> TABLES["statements"]["when_earliest"].is_derived
        True
    """

    name: str
    """What it is called."""

    type: ColumnType
    """What stands in it."""

    is_required: bool = False
    """Whether something stands in each row."""

    is_derived: bool = False
    """Whether it repeats what other columns say, for questions; it is not read back."""

    field: str | None = None
    """The field of the model that it holds, or a part of it. `None` for what ties rows together."""

    _words: _Words = attrs.field(repr=False, alias="words")

    @property
    def part(self) -> str:
        """Which part of the field: what its name adds to that; empty for the field itself."""
        return self.name[len(self.field or self.name) + 1 :]

    @property
    def meaning(self) -> str:
        """What it means; of a field of the model, what its docstring begins with.

        Examples:
            >>> TABLES["sources"]["published"].meaning
            'When it was published. Not when the event was. `None` if the record does not say.'
        """
        return _said(self._words)


@attrs.frozen(kw_only=True)
class Table:
    """One table of the star.

    Examples:
        >>> TABLES["statement_speakers"].columns[-1].name
        'value'
        >>> TABLES["figures"].key, TABLES["statements"].key, TABLES["statement_speakers"].key
        ('key', 'id', None)
    """

    name: str
    """What it is called."""

    columns: tuple[Column, ...] = attrs.field(repr=False)
    """Its columns, in order."""

    key: str | None
    """The column by which other tables name a row as their owner; `None` if none does."""

    _words: _Words = attrs.field(repr=False, alias="words")

    of: type
    """The class of its rows; in a table of links, of the objects that they belong to."""

    link: str | None = None
    """The field that a table of links holds. `None` for the table of a class."""

    @property
    def meaning(self) -> str:
        """What a row of it is."""
        return _said(self._words)

    def __getitem__(self, name: str) -> Column:
        """Return the column that is called so."""
        return next(each for each in self.columns if each.name == name)


def _said(words: _Words) -> str:
    return words if isinstance(words, str) else meaning_of(*words)


# What a word is in the plural, where no rule says it.
_PLURALS: Mapping[type, str] = {Evidence: "evidence", Person: "people"}


def _snake(owner: type) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in owner.__name__).lstrip("_")


def table_of(owner: type) -> str:
    """Name the table of a class."""
    word = _snake(owner)
    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
    return _PLURALS.get(owner, plural)


def link_table_of(owner: type, name: str) -> str:
    """Name the table of a field that holds several texts."""
    is_shared = issubclass(owner, Fact) and name in {each.name for each in fields_of(Fact)}
    return name if is_shared else f"{_snake(owner)}_{name}"


def is_inlined(field: Field) -> bool:
    """Tell whether an object is part of its owner's row."""
    return field.form is Form.OBJECT and not is_record(field.kind)


def has_id(owner: type) -> bool:
    """Tell whether each object of a class has an id, and is known by it."""
    return issubclass(owner, Entity)


@functools.cache
def homes_of(kind: type) -> tuple[tuple[type, str], ...]:
    """List the fields that hold objects of a class."""
    return tuple(
        (owner, field.name)
        for owner in classes_in(Conference)
        for field in fields_of(owner)
        if field.form is Form.OBJECT and field.kind is kind
    )


def star_columns(owner: type, field: Field | None = None) -> Iterator[Column]:
    """List the columns by which a row of a table is tied to others."""
    if owner is Conference and field is None:
        return
    yield _CONFERENCE_ID
    yield from _CONFERENCE_DATES
    if field is not None:
        is_shared = link_table_of(owner, field.name) == field.name
        if is_shared or not has_id(owner):
            yield _ENTITY
        yield _OWNER
        if is_shared:
            yield _OWNER_TABLE
        yield _POSITION
        return
    if not has_id(owner):
        yield _KEY
    homes = homes_of(owner)
    if not is_of_the_conference(owner):
        if not all(has_id(home) for home, _ in homes):
            yield _ENTITY
        yield _OWNER
        if len(homes) > 1:
            yield _OWNER_TABLE
            yield _FIELD
    yield _POSITION


def is_of_the_conference(owner: type) -> bool:
    """Tell whether all objects of a class stand in one field of the conference itself."""
    homes = homes_of(owner)
    return len(homes) == 1 and homes[0][0] is Conference


def _tie(
    name: str, words: str, type_: ColumnType = ColumnType.TEXT, *, is_derived: bool = False
) -> Column:
    return Column(
        name=name, type=type_, is_required=not is_derived, is_derived=is_derived, words=words
    )


_CONFERENCE_ID = _tie("conference_id", "The id of the conference that the row belongs to.")
_CONFERENCE_DATES = tuple(
    _tie(
        f"conference_{which}",
        f"The {end} possible day of the conference, as in `conferences.when_{which}`.",
        ColumnType.DAY,
        is_derived=True,
    )
    for which, end in (("earliest", "first"), ("latest", "last"))
)
_KEY = _tie(
    "key", "What other rows call this one as their owner: the owner's key and its place in it."
)
_ENTITY = _tie(
    "entity",
    "The id of the entity that it stands in: its owner, or what that stands in.",
    is_derived=True,
)
_OWNER = _tie("owner", "The id or key of what it belongs to.")
_OWNER_TABLE = _tie("owner_table", "The table in which the owner is a row.", is_derived=True)
_FIELD = _tie("field", "The field of the owner that it stands in.")
_POSITION = _tie(
    "position", "Its place among the rows of the same owner and field, from 0.", ColumnType.WHOLE
)

_EXTRA = "Members that this version does not know, and `x-` members, as one JSON object."

_TYPES = {
    Form.TEXT: ColumnType.TEXT,
    Form.WHOLE: ColumnType.WHOLE,
    Form.DECIMAL: ColumnType.NUMBER,
    Form.FLAG: ColumnType.FLAG,
    Form.CHOICE: ColumnType.TEXT,
    Form.DATE: ColumnType.TEXT,
    Form.EXTRA: ColumnType.TEXT,
}


def columns_of(owner: type, field: Field) -> Iterator[Column]:
    """List the columns of a field that holds one value; none if it has rows elsewhere."""
    if field.is_many or (field.form is Form.OBJECT and not is_inlined(field)):
        return
    name = field.name
    if is_inlined(field):
        for member in fields_of(field.kind):
            yield Column(
                name=f"{name}_{member.name}",
                type=_TYPES[member.form],
                words=(field.kind, member.name),
                field=name,
            )
        return
    yield Column(
        name=name,
        type=_TYPES[field.form],
        is_required=field.is_required and not field.is_open,
        words=(owner, name) if field.form is not Form.EXTRA else _EXTRA,
        field=name,
    )
    if field.is_open:
        word = "A word of the author's own for it, where the vocabulary has none."
        yield _further(name, "other", word)
    if field.form is Form.DATE:
        yield _further(name, "wording", "The source's words for it.")
        yield _further(name, "earliest", "The first possible day of it.")
        yield _further(name, "latest", "The last possible day of it, included.")


def _further(name: str, suffix: str, text: str) -> Column:
    is_derived = suffix in {"earliest", "latest"}
    return Column(
        name=f"{name}_{suffix}",
        type=ColumnType.DAY if is_derived else ColumnType.TEXT,
        is_derived=is_derived,
        words=text,
        field=name,
    )


def _tables() -> Iterator[Table]:
    """Make every table: the conferences first, then what is held before its holder."""
    classes = [each for each in classes_in(Conference) if is_record(each)]
    for owner in sorted(classes, key=lambda each: each is not Conference):
        own = (column for field in fields_of(owner) for column in columns_of(owner, field))
        yield Table(
            name=table_of(owner),
            words=first_line(owner),
            columns=(*star_columns(owner), *own),
            key="id" if has_id(owner) else "key",
            of=owner,
        )
        for field in fields_of(owner):
            if field.is_many and field.form is not Form.OBJECT:
                yield _link_table(owner, field)


def _link_table(owner: type, field: Field) -> Table:
    value = Column(
        name="value",
        type=_TYPES[field.form],
        is_required=True,
        words="The id of one of them." if field.refers_to else "One of them.",
        field=field.name,
    )
    return Table(
        name=link_table_of(owner, field.name),
        columns=(*star_columns(owner, field), value),
        key=None,
        words=(owner, field.name),
        of=owner,
        link=field.name,
    )


TABLES: Mapping[str, Table] = {each.name: each for each in _tables()}
"""Every table by its name."""
