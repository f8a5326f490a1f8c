"""Agreements by pairs of countries, and how far they have come."""

import itertools
from collections import Counter

import attrs

from confmodel.model import Agreement, Conference
from confmodel.query._converters import to_certainty
from confmodel.query._memory.of_agreements import parties_of
from confmodel.query._memory.sides import OF_COUNTRY
from confmodel.query._memory.view import View
from confmodel.query.aggregates._records import Records, countries_of, each_of
from confmodel.query.question import Certainty
from confmodel.query.standing import Status, standing_of


def _ids(agreements: tuple[tuple[Conference, Agreement], ...]) -> str:
    return f"<{', '.join(f'{made.id} of {record.id}' for record, made in agreements)}>"


@attrs.frozen(kw_only=True)
class PairOfParties:
    """Two countries, and the agreements that both are parties to."""

    first: str
    """The one, in the order of the alphabet: its code, or its name without case."""

    second: str
    """The other."""

    agreements: tuple[tuple[Conference, Agreement], ...] = attrs.field(repr=_ids)
    """The agreements, each with its record, in the order of the records."""

    @property
    def by_status(self) -> dict[Status | None, int]:
        """How many have come how far, as `standing_of` says; `None` where nothing says it."""
        return dict(Counter(standing_of(agreement).status for _, agreement in self.agreements))


def agreements_by_pair(
    records: Records, *, certainty: Certainty = Certainty.CERTAINLY
) -> list[PairOfParties]:
    """Sort agreements by the pairs of countries that are parties: most first.

    A country is a party itself, by its delegation, by a delegate, or by a
    group that is known to contain one of these.

    Args:
        records: One record, or many.
        certainty: Whether those count who are only possibly parties.

    Raises:
        InvalidValueError: If the certainty is none.

    Examples:
        >>> from confmodel import example
        >>> pairs = {(each.first, each.second): each for each in agreements_by_pair(example())}
        >>> pairs["PK", "PL"].by_status
        {<AgreementStatus.AGREED: 'agreed'>: 2}
    """
    certainly = to_certainty(certainty) is Certainty.CERTAINLY
    found: dict[tuple[str, str], list[tuple[Conference, Agreement]]] = {}
    for record in each_of(records):
        view = View(record)
        keys = countries_of(view)
        for agreement in record.agreements:
            behind = {
                keys[target]
                for party in parties_of(agreement)
                for target, way in view.sides.covers(party).items()
                if target in keys and way[1] != OF_COUNTRY and (way[0] or not certainly)
            }
            for pair in itertools.combinations(sorted(behind), 2):
                found.setdefault(pair, []).append((record, agreement))
    pairs = [
        PairOfParties(first=first, second=second, agreements=tuple(agreements))
        for (first, second), agreements in found.items()
    ]
    return sorted(pairs, key=lambda each: (-len(each.agreements), each.first, each.second))
