"""Who said how much, and what one side reports of the other."""

import attrs

from confmodel.model import Conference, Delegate, Manner, Person, Statement
from confmodel.query._converters import to_certainty
from confmodel.query._memory.of_statements import voices_of
from confmodel.query._memory.sides import OF_COUNTRY
from confmodel.query._memory.view import View
from confmodel.query.aggregates._records import (
    Records,
    briefly,
    countries_of,
    each_of,
    human_key,
    label_of,
    things_of,
)
from confmodel.query.answers import ask
from confmodel.query.question import Certainty
from confmodel.query.statement import StatementQuery


@attrs.frozen(kw_only=True)
class SpeechCount:
    """How often somebody spoke."""

    key: str
    """Who: a country's code, or a name without case and accents."""

    name: str
    """What they are called in the first record."""

    by_manner: dict[Manner | None, int]
    """How many statements, told apart by how the source renders them."""

    @property
    def count(self) -> int:
        """How many statements in all."""
        return sum(self.by_manner.values())


def _counted(
    counts: dict[str, dict[Manner | None, int]], names: dict[str, str]
) -> list[SpeechCount]:
    found = [
        SpeechCount(key=key, name=names[key], by_manner=by_manner)
        for key, by_manner in counts.items()
    ]
    return sorted(found, key=lambda each: (-each.count, each.key))


def statements_per_speaker(records: Records) -> list[SpeechCount]:
    """Count the statements of each speaker in their own name: most first.

    People of one name count as one, in one record and in several.

    Examples:
        >>> from confmodel import example
        >>> [(each.name, each.count) for each in statements_per_speaker(example())]
        [('Mohsin Naqvi', 4), ('All six ministers', 1)]
    """
    counts: dict[str, dict[Manner | None, int]] = {}
    names: dict[str, str] = {}
    for record in each_of(records):
        things = things_of(record)
        keys = countries_of(View(record))
        for said in record.statements:
            for speaker in dict.fromkeys(said.speakers):
                thing = things.get(speaker)
                key = keys.get(speaker)
                if isinstance(thing, Delegate | Person):
                    key = human_key(thing)
                if key is None:
                    # A group or a body of another record need not be the same.
                    key = f"{record.id}/{speaker}"
                names.setdefault(key, label_of(thing))
                by_manner = counts.setdefault(key, {})
                by_manner[said.manner] = by_manner.get(said.manner, 0) + 1
    return _counted(counts, names)


def statements_per_country(
    records: Records, *, certainty: Certainty = Certainty.CERTAINLY
) -> list[SpeechCount]:
    """Count the statements of each country's side: its own, its delegates', its groups'.

    Also those that somebody makes on behalf of one of these. What a group says
    counts for each country in it, so the sum may be more than there are
    statements.

    Args:
        records: One record, or many.
        certainty: Whether words count that are only possibly a country's.

    Raises:
        InvalidValueError: If the certainty is none.

    Examples:
        >>> from confmodel import example
        >>> [(each.key, each.count) for each in statements_per_country(example())][:2]
        [('PK', 5), ('EE', 1)]
    """
    certainly = to_certainty(certainty) is Certainty.CERTAINLY
    counts: dict[str, dict[Manner | None, int]] = {}
    names: dict[str, str] = {}
    for record in each_of(records):
        view = View(record)
        keys, things = countries_of(view), things_of(record)
        for said in record.statements:
            behind: dict[str, str] = {}
            for voice in voices_of(said):
                for target, way in view.sides.covers(voice).items():
                    is_sure = way[0] or not certainly
                    if target in keys and is_sure and way[1] != OF_COUNTRY:
                        behind.setdefault(keys[target], label_of(things[target]))
            for key, name in behind.items():
                names.setdefault(key, name)
                by_manner = counts.setdefault(key, {})
                by_manner[said.manner] = by_manner.get(said.manner, 0) + 1
    return _counted(counts, names)


@attrs.frozen(kw_only=True)
class Report:
    """What one side says of the other."""

    conference: Conference = attrs.field(repr=briefly)
    """The record that it stands in."""

    statement: Statement
    """What is said: by the one side about the other, or passed on by it."""

    is_relayed: bool
    """Whether it is the other's words, passed on by this side."""


def reports_of(records: Records, *, by: str, about: str) -> list[Report]:
    """Say what one side reports of the other: what it says about it, and its words passed on.

    Args:
        records: One record, or many.
        by: Who reports.
        about: Of whom.

    Raises:
        UnknownNameError: If a name stands for nothing in all records, or for
            several things in one.

    Examples:
        >>> from confmodel import example
        >>> [each.statement.id for each in reports_of(example(), by="PK", about="Europe")]
        ['fewer-migrants']
    """
    said = StatementQuery(by=by, about=about) | StatementQuery(by=about, via=by)
    return [
        Report(
            conference=hit.conference,
            statement=hit.entity,
            # Only the second question asks who passed it on.
            is_relayed=any(reason.field == "via" for reason in hit.why),
        )
        for hit in ask(each_of(records), said)
    ]
