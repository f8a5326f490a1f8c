"""Figures on one topic, side by side: who claims them, and what contradicts them."""

import attrs

from confmodel.model import Comparator, Conference, Discrepancy, Figure
from confmodel.query._memory.of_figures import who_claims
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

    comparator: Comparator | None
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
    return [_claim(hit) for hit in ask(each_of(records), FigureQuery(topic=topic))]


def _claim(hit: Hit[Figure]) -> Claim:
    holder = hit.holder
    addresses = {hit.entity.id, f"{holder.id}/figures"}
    return Claim(
        conference=hit.conference,
        figure=hit.entity,
        claimed_by=who_claims(holder),
        comparator=hit.entity.comparator,
        contradicted_by=tuple(
            each
            for each in hit.conference.discrepancies
            if any(
                address in addresses or address.partition("/")[0] == hit.entity.id
                for address in each.about
            )
        ),
    )
