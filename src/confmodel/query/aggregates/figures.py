"""Figures on one topic, side by side: who claims them, and what contradicts them."""

import attrs

from confmodel.model import Comparator, Conference, Discrepancy, Figure, Other
from confmodel.query._memory.of_figures import who_claims
from confmodel.query._memory.view import View, addresses_of
from confmodel.query.aggregates._records import Records, briefly, each_of
from confmodel.query.answers import ask
from confmodel.query.figure import FigureQuery
from confmodel.query.hit import Hit


@attrs.frozen(kw_only=True)
class Claim:
    """One figure beside others."""

    conference: Conference = attrs.field(repr=briefly)
    """The record that it stands in."""

    figure: Figure
    """The figure: value, unit, direction, baseline."""

    claimed_by: tuple[str, ...]
    """The ids of the speakers and of those for whom they speak, or of the parties; empty if nobody
    is named."""

    comparator: Comparator | Other | None
    """How it stands to the real number. `None` if it is given flatly."""

    contradicted_by: tuple[Discrepancy, ...]
    """The discrepancies that are about it."""


def figures_on(records: Records, topic: str) -> list[Claim]:
    """Set the figures on a topic side by side, in the order of the records.

    Args:
        records: One record, or many.
        topic: Words of a topic, or of what is counted.

    Examples:
        >>> from confmodel import example
        >>> [(each.figure.value, each.claimed_by) for each in figures_on(example(), "migration")]
        [(Decimal('47'), ('naqvi',))]
    """
    found = []
    view: View | None = None
    for hit in ask(each_of(records), FigureQuery(topic=topic)):
        if view is None or view.conference is not hit.conference:
            view = View(hit.conference)
        found.append(_claim(view, hit))
    return found


def _claim(view: View, hit: Hit[Figure]) -> Claim:
    addresses = addresses_of(hit.entity, hit.holder)
    about_it = {number for each in addresses for number in view.doubts.get(each, ())}
    return Claim(
        conference=hit.conference,
        figure=hit.entity,
        claimed_by=who_claims(hit.holder),
        comparator=hit.entity.comparator,
        contradicted_by=tuple(view.conference.discrepancies[each] for each in sorted(about_it)),
    )
