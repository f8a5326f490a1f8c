"""Other events that a conference is tied to, and the series it belongs to."""

from collections.abc import Iterable

import attrs
from attrs import field

from confmodel.model._checked import checked, one, several
from confmodel.model._constraints import Ordinal, Text
from confmodel.model._dates import to_when
from confmodel.model._references import to_organization
from confmodel.model.fact import Fact
from confmodel.model.identifier import Identifier, to_identifiers
from confmodel.model.place import Place, to_place
from confmodel.model.when import When


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class EventLink(Fact):
    """Another event, described in words, because ids do not reach outside a document.

    Examples:
        >>> EventLink(name="Foreign Ministers meeting", place="Lima")
        EventLink(name='Foreign Ministers meeting', place=Place(name='Lima'))
    """

    name: Text
    """What the source calls it."""

    when: When | None = field(default=None, converter=to_when)
    """When it was or will be. `None` if the record does not say."""

    place: Place | None = field(default=None, converter=to_place)
    """Where it was or will be. `None` if the record does not say."""

    identifiers: tuple[Identifier, ...] = field(default=(), converter=to_identifiers)
    """What other systems call it."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Edition(Fact):
    """Which one of a series of events this is.

    Examples:
        >>> Edition(ordinal=1)
        Edition(ordinal=1)
    """

    series: str | None = field(default=None, converter=to_organization)
    """The id of the series, an organization of the kind `series`. `None` if not said."""

    ordinal: Ordinal | None = None
    """Which one it is, counted from one: 1 for "inaugural". `None` if not said."""


def to_event_links(value: Iterable[EventLink | str]) -> tuple[EventLink, ...]:
    """Take several events; a text stands for an event of that name."""
    return several(value, EventLink, short=lambda text: EventLink(name=text))


def to_event_link(value: EventLink | str | None) -> EventLink | None:
    """Take an event; a text stands for an event of that name."""
    if value is None:
        return None
    return one(value, EventLink, short=lambda text: EventLink(name=text))
