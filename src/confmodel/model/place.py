"""Places: where something happened."""

from collections.abc import Iterable

import attrs
from attrs import field

from confmodel.model._checked import checked, one, several
from confmodel.model._constraints import Text
from confmodel.model._dates import to_when
from confmodel.model._references import to_country
from confmodel.model.fact import Fact
from confmodel.model.when import When


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Place(Fact):
    """A place as the source names it: a city, a building, a room, a video link.

    Examples:
        >>> Place(name="Warsaw", country="poland")
        Place(name='Warsaw', country='poland')
    """

    name: Text
    """The name as printed."""

    country: str | None = field(default=None, converter=to_country)
    """The id of the country that it lies in. `None` if the record does not say."""

    when: When | None = field(default=None, converter=to_when)
    """When the event was there, if it had several places. `None` if not said."""


def to_places(value: Iterable[Place | str]) -> tuple[Place, ...]:
    """Take several places; a text stands for a place of that name."""
    return several(value, Place, short=lambda text: Place(name=text))


def to_place(value: Place | str | None) -> Place | None:
    """Take a place; a text stands for a place of that name."""
    return None if value is None else one(value, Place, short=lambda text: Place(name=text))
