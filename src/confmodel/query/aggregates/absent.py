"""Countries that are talked about without having a delegation there."""

import attrs

from confmodel.model import Conference, Country, Statement
from confmodel.query._memory.sides import Sides
from confmodel.query._memory.view import View
from confmodel.query.aggregates._records import Records, briefly, each_of


@attrs.frozen(kw_only=True)
class OnlySpokenOf:
    """A country of the record of which no delegation, and nobody of one, may have come.

    That does not mean that it was absent: only that the record has none.
    """

    conference: Conference = attrs.field(repr=briefly)
    """The record that it stands in."""

    country: Country
    """The country."""

    statements: tuple[Statement, ...]
    """What is said about it, or about those who stand for it."""


def only_spoken_of(records: Records) -> list[OnlySpokenOf]:
    """List the countries that are talked about but not present, in the order of the records.

    Examples:
        >>> from confmodel import example
        >>> [(each.country.name, len(each.statements)) for each in only_spoken_of(example())]
        [('Afghanistan', 2)]
    """
    found = []
    for record in each_of(records):
        view = View(record)
        sides = view.sides
        present = {
            target
            for delegation in record.delegations
            if view.presence.came(delegation) is not False
            for target in sides.covers(delegation.id)
        }
        absent = [each for each in record.countries if each.id not in present]
        about = _said_about(record, sides, frozenset(each.id for each in absent))
        found += [
            OnlySpokenOf(conference=record, country=each, statements=tuple(about.get(each.id, ())))
            for each in absent
        ]
    return found


def _said_about(
    record: Conference, sides: Sides, wanted: frozenset[str]
) -> dict[str, list[Statement]]:
    """Give what is said about some countries, by their ids; one look at each statement."""
    behind: dict[str, frozenset[str]] = {}
    found: dict[str, list[Statement]] = {}
    for said in record.statements:
        for each in said.about:
            if each not in behind:
                behind[each] = wanted.intersection(sides.covers(each))
        for country in {target for each in said.about for target in behind[each]}:
            found.setdefault(country, []).append(said)
    return found
