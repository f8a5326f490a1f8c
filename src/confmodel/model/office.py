"""Offices: the posts that people hold outside the event."""

from collections.abc import Iterable

import attrs
from attrs import field

from confmodel.model._checked import checked, several
from confmodel.model._constraints import Text
from confmodel.model._references import to_country, to_organization
from confmodel.model.fact import Fact
from confmodel.model.name import Name, to_names


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Office(Fact):
    """A post that somebody holds at the time, such as Minister of Water.

    Not a function at the event, such as head of delegation, and not a
    honorific, such as Dr. It follows `posts` of Popolo.

    Examples:
        >>> Office(title="Director", body="ondcp", is_acting=True)
        Office(title='Director', body='ondcp', is_acting=True)
    """

    title: Text
    """The title as printed."""

    other_names: tuple[Name, ...] = field(default=(), converter=to_names)
    """What else it is called, such as what its initials stand for."""

    body: str | None = field(default=None, converter=to_organization)
    """The id of the organization it belongs to. `None` if the record does not say."""

    country: str | None = field(default=None, converter=to_country)
    """The id of the country it belongs to. `None` if the record does not say."""

    is_acting: bool = False
    """Whether it is held for the time being, in place of the regular holder."""


def to_offices(value: Iterable[Office | str]) -> tuple[Office, ...]:
    """Take several offices; a text stands for an office of that title."""
    return several(value, Office, short=lambda text: Office(title=text))
