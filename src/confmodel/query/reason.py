"""Why something is an answer: how the name that was asked for led to it."""

import enum

import attrs


class How(enum.StrEnum):
    """How a name led to an answer."""

    DIRECTLY = "directly"
    """It is named itself. Ours."""

    BY_OTHER_NAME = "by_other_name"
    """It is named itself, and was asked for by another of its names. Ours."""

    AS_DELEGATION = "as_delegation"
    """A delegation is named that stands for it. Ours."""

    AS_DELEGATE = "as_delegate"
    """A delegate is named who belongs to its delegation. Ours."""

    AS_ORGAN = "as_organ"
    """A body of its state is named, such as a ministry. Ours."""

    AS_OFFICE_HOLDER = "as_office_holder"
    """Somebody is named who holds a post of it, and belongs to no delegation. Ours."""

    AS_PART = "as_part"
    """Some of its delegation or of a body of it are named. Ours."""

    ON_BEHALF = "on_behalf"
    """Somebody else speaks on its behalf, or on that of those who stand for it. Ours."""

    IN_GROUP = "in_group"
    """A group is named that is known to contain it. Ours."""

    OF_COUNTRY = "of_country"
    """People of the country are named, such as its citizens. Ours."""

    TO_ALL = "to_all"
    """Everybody is addressed who is there. Ours."""

    BY_TOPIC = "by_topic"
    """The words stand in a topic. Ours."""

    NOT_NAMED = "not_named"
    """It is not among those who are named. Ours."""


RANKS = tuple(How)
"""The ways, the closest first."""


@attrs.frozen(kw_only=True)
class Reason:
    """One reason why something is an answer.

    Examples:
        >>> from confmodel import example
        >>> from confmodel.model import Act
        >>> from confmodel.query import StatementQuery
        >>> praise = StatementQuery(by="PK", act=Act.PRAISE).on(example()).one()
        >>> print(praise.why[0])
        by 'PK': pakistan, in group all-six-ministers (all-six-ministers > naqvi > pk > pakistan)
    """

    field: str
    """The field of the question, such as `by`."""

    asked: str
    """The name, or the words, as the question has them."""

    how: How
    """How it led to the answer."""

    target: str | None = None
    """The id of what the name stands for. `None` for words."""

    named: str | None = None
    """The id that stands in the record: the target itself, its delegate, a group."""

    through: tuple[str, ...] = ()
    """The ids on the way from what is named to the target, both included."""

    known_as: str | None = None
    """The other name that was asked for, if it was one. `None` for the printed one and the id."""

    is_certain: bool = True
    """Whether the record says it outright.

    `False` for "some" or "most" of a group, and where it is left open who came.
    """

    @property
    def group(self) -> str | None:
        """The id of the group that contains the target, if it is by a group."""
        return self.named if self.how is How.IN_GROUP else None

    def __str__(self) -> str:
        """Return the reason in words."""
        words = f"{self.field} {self.asked!r}"
        if self.target is None:
            return f"{words}: {self.how.value.replace('_', ' ')}"
        how = self.how.value.replace("_", " ")
        if self.how is How.IN_GROUP:
            how += f" {self.named}"
        if not self.is_certain:
            how += ", possibly"
        way = f" ({' > '.join(self.through)})" if len(self.through) > 1 else ""
        return f"{words}: {self.target}, {how}{way}"
