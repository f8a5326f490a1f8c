"""Identifiers: what other systems call the same thing."""

from collections.abc import Iterable

import attrs

from confmodel.model._base import Record
from confmodel.model._checked import checked, several
from confmodel.model._constraints import Text


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Identifier(Record):
    """The name of a thing in another system, such as its Wikidata item.

    Not the id by which the entities of a document refer to each other. It
    follows `identifiers` of Popolo.

    Examples:
        >>> Identifier(scheme="wikidata", value="Q270")
        Identifier(scheme='wikidata', value='Q270')
    """

    scheme: Text
    """The system, such as `wikidata`, `isni`, `unts` or `doi`."""

    value: Text
    """What the thing is called there."""


def to_identifiers(value: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Take several identifiers."""
    return several(value, Identifier)
