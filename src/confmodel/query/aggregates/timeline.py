"""The timeline of one person over many events."""

from typing import cast

import attrs

from confmodel.errors import UnknownNameError
from confmodel.model import Conference, Delegate, Person, Statement, When
from confmodel.query._memory.names import HUMANS, unknown
from confmodel.query._memory.view import View
from confmodel.query.aggregates._records import Records, briefly, each_of, things_of


@attrs.frozen(kw_only=True)
class Appearance:
    """One person in one record."""

    conference: Conference = attrs.field(repr=briefly)
    """The record."""

    who: Delegate | Person
    """The person, as the record has them: function, offices, attendance."""

    when: When | None
    """When they were there, or when the event was. `None` if the record does not say."""

    delegation: str | None
    """The id of their delegation."""

    statements: tuple[Statement, ...]
    """What they said in their own name."""


def timeline(records: Records, name: str) -> list[Appearance]:
    """Follow one person over many events, the earliest first, those without a date last.

    Whoever is called so is taken to be the same person, which two may be by
    chance; `who` has what tells them apart.

    Args:
        records: One record, or many.
        name: An id, a name, or a part of a name in whole words.

    Raises:
        UnknownNameError: If nobody is called so in all records, or several
            are in one.

    Examples:
        >>> from confmodel import example
        >>> [(each.conference.id, len(each.statements)) for each in timeline(example(), "Naqvi")]
        [('warsaw-2026', 4)]
    """
    found: list[Appearance] = []
    known: dict[str, None] = {}
    count = 0
    for record in each_of(records):
        count += 1
        view = View(record)
        meant = view.meant(name, HUMANS)
        if meant is None:
            known.update(dict.fromkeys(view.names.all_names(HUMANS)))
            continue
        who = cast("Delegate | Person", things_of(record)[meant.target])
        there = who if isinstance(who, Delegate) else None
        found.append(
            Appearance(
                conference=record,
                who=who,
                when=record.when if there is None or there.when is None else there.when,
                delegation=None if there is None else there.delegation,
                statements=tuple(each for each in record.statements if who.id in each.speakers),
            )
        )
    if count and not found:
        raise _nobody(name, known, count)
    return sorted(found, key=_order)


def _nobody(name: str, known: dict[str, None], count: int) -> UnknownNameError:
    return unknown(name, known, "the record" if count == 1 else f"any of {count} records")


def _order(appearance: Appearance) -> tuple[bool, int]:
    first = None if appearance.when is None else appearance.when.earliest_ordinal
    return first is None, first or 0
