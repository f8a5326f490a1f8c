"""What contradicts what."""

import attrs

from confmodel.model import Account, Conference, Discrepancy
from confmodel.query.aggregates._records import Records, briefly, each_of, things_of


@attrs.frozen(kw_only=True)
class Contradiction:
    """A discrepancy, with what it is about."""

    conference: Conference = attrs.field(repr=briefly)
    """The record that it stands in."""

    discrepancy: Discrepancy
    """The discrepancy, with the evidence of each side."""

    about: tuple[tuple[object, str | None], ...]
    """What is in doubt, and the name of the field if it is only one."""

    @property
    def accounts(self) -> tuple[Account, ...]:
        """What each side says."""
        return self.discrepancy.accounts


def contradictions(records: Records) -> list[Contradiction]:
    """List what contradicts what, in the order of the records.

    Examples:
        >>> from confmodel import example
        >>> for each in contradictions(example())[2:]:
        ...     print(" / ".join(account.value for account in each.accounts))
        Illegal Immigration / illegal migration
        visible with encouraging results / visible and encouraging results
    """
    found = []
    for record in each_of(records):
        things = things_of(record) if record.discrepancies else {}
        for discrepancy in record.discrepancies:
            split = (address.partition("/") for address in discrepancy.about)
            found.append(
                Contradiction(
                    conference=record,
                    discrepancy=discrepancy,
                    about=tuple(
                        (things[identifier], field or None)
                        for identifier, _, field in split
                        if identifier in things
                    ),
                )
            )
    return found
