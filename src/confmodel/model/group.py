"""Groups: collectives as the text names them."""

import enum
from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model._checked import checked, several
from confmodel.model._constraints import Text
from confmodel.model._references import to_actor, to_actors, to_country
from confmodel.model.fact import Entity
from confmodel.model.figure import Figure, to_count


class Quantifier(enum.StrEnum):
    """How much of something the words take in."""

    ALL = "all"
    """"All six ministers", "both countries". Ours."""

    MOST = "most"
    """"Most members", "the majority". Ours."""

    SOME = "some"
    """"Several delegations", "some of". Ours."""

    ONE = "one"
    """"One of the ministers". Ours."""

    NONE = "none"
    """"None of the parties". Ours."""

    OTHER = "other"
    """"The other participants". Ours."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Group(Entity):
    """A collective as the text names it: "all six ministers", "most members".

    It may speak, agree, be addressed and benefit. `members` says who is
    inside; `out_of` stands only where the group is a proper part of something.

    Examples:
        >>> both = Group(
        ...     id="both",
        ...     wording="both ministers",
        ...     quantifier=Quantifier.ALL,
        ...     members=["a", "b"],
        ...     is_complete=True,
        ... )
        >>> both.members
        ('a', 'b')
    """

    kind_name: ClassVar[str] = "group"
    """What the class is called in messages and addresses."""

    wording: Text
    """What the source calls it."""

    quantifier: Quantifier | None = None
    """How much of something the words take in. `None` if they do not say."""

    country: str | None = field(default=None, converter=to_country)
    """The id of the country it belongs to, as with "Pakistani citizens".

    `None` if it belongs to none, or the record does not say.
    """

    members: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those who are inside, as far as known."""

    is_complete: bool = False
    """Whether `members` names everybody inside."""

    stated_size: Figure | None = field(default=None, converter=to_count)
    """How many it has, by the source. Compared with the members, never repaired.

    `None` if the record gives no number.
    """

    out_of: str | None = field(default=None, converter=to_actor)
    """The id of what it is a proper part of. `None` if of nothing, or not said."""

    excluding: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those whom the words leave out: "all but Japan"."""


def to_groups(value: Iterable[Group]) -> tuple[Group, ...]:
    """Take several groups."""
    return several(value, Group)
