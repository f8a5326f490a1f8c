"""Facts and entities: what a source says, and what others refer to."""

from typing import ClassVar

import attrs
from attrs import field

from confmodel.model._base import Record
from confmodel.model._checked import checked
from confmodel.model._constraints import Id
from confmodel.model._references import to_field_names
from confmodel.model.evidence import Evidence, to_evidence
from confmodel.model.identifier import Identifier, to_identifiers


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Fact(Record):
    """Something that a source says, with the words that prove it."""

    evidence: tuple[Evidence, ...] = field(default=(), converter=to_evidence)
    """The exact words it rests on; empty if nobody has looked them up yet."""

    not_stated: tuple[str, ...] = field(default=(), converter=to_field_names)
    """Fields that somebody looked for, and the sources do not say.

    A field named here is empty. A field that is empty and not named here is
    one that the record does not speak of. What is always there, and what is the
    record's own, such as `note`, cannot be named.
    """

    note: str | None = None
    """A remark of the coder's, for people. `None` if there is none."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Entity(Fact):
    """A fact that has an id, so that others can refer to it."""

    kind_name: ClassVar[str] = "entity"
    """What the class is called in messages and addresses."""

    id: Id
    """Unique in the document and stable; chosen by the author."""

    identifiers: tuple[Identifier, ...] = field(default=(), converter=to_identifiers)
    """What other systems call the same thing."""
