"""Commitments that are due by a date, and who owes them."""

import attrs

from confmodel.model import Agreement, Conference, When
from confmodel.model.when import WhenInput
from confmodel.query._converters import to_certainty, to_until
from confmodel.query._memory.times import is_due
from confmodel.query.aggregates._records import Records, briefly, each_of
from confmodel.query.question import Certainty


@attrs.frozen(kw_only=True)
class Due:
    """Something that has to be done by a date."""

    conference: Conference = attrs.field(repr=briefly)
    """The record that it stands in."""

    agreement: Agreement
    """The agreement that it is laid down in."""

    owed_by: tuple[str, ...]
    """The ids of those who owe it: who pledged it, or the parties."""

    what: str | None
    """What has to be done, in the coder's words. `None` if the record does not say."""

    due: When
    """By when."""

    condition: str | None
    """Under which condition. `None` if under none, or not said."""


def commitments_due(
    records: Records, *, by: WhenInput, certainty: Certainty = Certainty.POSSIBLY
) -> list[Due]:
    """List what is due by a date, and who owes it: the earliest first.

    Args:
        records: One record, or many.
        by: The date; its last day counts.
        certainty: Whether a date in words, or one that is not precise enough
            to tell, counts as well.

    Raises:
        InvalidValueError: If the date is none, or the certainty.

    Examples:
        >>> from confmodel import example
        >>> for each in commitments_due(example("harbour-1974"), by="1980"):
        ...     print(each.due, each.owed_by, each.what)
        1976 ('lusania',) dredge the basin
    """
    end = to_until(When.of(by))
    certainly = to_certainty(certainty) is Certainty.CERTAINLY
    found: list[Due] = []
    for record in each_of(records):
        for made in record.agreements:
            owed = [(made.parties, made.text, made.due, made.condition)]
            owed += [(each.by, each.text, each.due, each.condition) for each in made.commitments]
            found += [
                Due(
                    conference=record,
                    agreement=made,
                    owed_by=who,
                    what=what,
                    due=due,
                    condition=condition,
                )
                for who, what, due, condition in owed
                if due is not None and end is not None and is_due(due, end, certainly=certainly)
            ]
    return sorted(found, key=_order)


def _order(due: Due) -> tuple[bool, int]:
    last = due.due.latest_ordinal
    return last is None, last or 0
