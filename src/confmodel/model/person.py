"""People who are only spoken of, or who spoke elsewhere."""

from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model._checked import checked, several
from confmodel.model._constraints import Text
from confmodel.model.fact import Entity
from confmodel.model.name import Name, to_names
from confmodel.model.office import Office, to_offices


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Human(Entity):
    """What every person has, whether they belong to the event or not."""

    name: Text | None = None
    """The name as printed, without honorific and office.

    `None` if the source gives none; `described_as` then says who it is.
    """

    described_as: Text | None = None
    """How the source describes somebody whom it does not name: "a senior diplomat"."""

    other_names: tuple[Name, ...] = field(default=(), converter=to_names)
    """What else they are called, such as the spelling with all its accents."""

    honorific: Text | None = None
    """Dr, Mr, General. A post such as Ambassador or Secretary is an office."""

    offices: tuple[Office, ...] = field(default=(), converter=to_offices)
    """The posts they held at the time."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Person(Human):
    """A human being who does not belong to the event.

    Whoever belongs to it, even if absent, is a `Delegate`.

    Examples:
        >>> Person(id="modi", name="Modi", offices=["Prime Minister"]).offices
        (Office(title='Prime Minister'),)
    """

    kind_name: ClassVar[str] = "person"
    """What the class is called in messages and addresses."""


def to_people(value: Iterable[Person]) -> tuple[Person, ...]:
    """Take several people."""
    return several(value, Person)
