"""Who met whom, and how often."""

import itertools
from importlib import import_module
from typing import Any

import attrs

from confmodel.errors import MissingExtraError
from confmodel.query._converters import to_certainty
from confmodel.query._memory.view import View
from confmodel.query.aggregates._records import (
    Records,
    countries_of,
    each_of,
    human_key,
    label_of,
    things_of,
)
from confmodel.query.question import Certainty


@attrs.frozen(kw_only=True)
class Meeting:
    """Two who took part in the same events."""

    first: str
    """Who, in the order of the alphabet: a country's code, or a name without case and accents."""

    second: str
    """Whom."""

    first_name: str
    """What the first is called where both first met."""

    second_name: str
    """What the second is called there."""

    conferences: tuple[str, ...]
    """The ids of the events, in the order of the records."""

    @property
    def times(self) -> int:
        """At how many events they met."""
        return len(self.conferences)


def meetings(
    records: Records, *, of_people: bool = False, certainty: Certainty = Certainty.CERTAINLY
) -> list[Meeting]:
    """Say who met whom, and how often: the most often first, then in the order of the alphabet.

    Who took part is who is found by `ConferenceQuery(participant=...)`: people
    where they came, countries where a delegation or a delegate of theirs did.
    Two delegates of one side do not meet each other. People are taken as the
    same in two records if they are called the same, which two may be by
    chance.

    Args:
        records: One record, or many.
        of_people: Whether people are wanted, rather than countries.
        certainty: Whether those count of whom the record leaves open whether they came.

    Raises:
        InvalidValueError: If the certainty is none.

    Examples:
        >>> from confmodel import example
        >>> met = meetings(example())
        >>> len(met), met[0].first, met[0].second, met[0].times
        (15, 'EE', 'FI', 1)
    """
    certainly = to_certainty(certainty) is Certainty.CERTAINLY
    met: dict[tuple[str, str], list[str]] = {}
    called: dict[tuple[str, str], tuple[str, str]] = {}
    for record in each_of(records):
        view = View(record)
        there = _people(view, certainly) if of_people else _countries(view, certainly)
        for one, other in itertools.combinations(sorted(there), 2):
            (name, side), (other_name, other_side) = there[one], there[other]
            if side is not None and side == other_side:
                continue
            met.setdefault((one, other), []).append(record.id)
            called.setdefault((one, other), (name, other_name))
    return sorted(
        (
            Meeting(
                first=pair[0],
                second=pair[1],
                first_name=called[pair][0],
                second_name=called[pair][1],
                conferences=tuple(conferences),
            )
            for pair, conferences in met.items()
        ),
        key=lambda each: (-each.times, each.first, each.second),
    )


_There = dict[str, tuple[str, str | None]]
"""The name of each one who was there, and the delegation they belonged to."""


def _countries(view: View, certainly: bool) -> _There:  # noqa: FBT001 - internal
    keys, things = countries_of(view), things_of(view.conference)
    return {
        keys[identifier]: (label_of(things[identifier]), None)
        for identifier, way in view.presence.at(None).items()
        if identifier in keys and (way[0] or not certainly)
    }


def _people(view: View, certainly: bool) -> _There:  # noqa: FBT001 - internal
    found: _There = {}
    there = view.presence.at(None)
    for delegate in view.conference.delegates:
        key, way = human_key(delegate), there.get(delegate.id)
        if key is not None and way is not None and (way[0] or not certainly):
            found.setdefault(key, (label_of(delegate), delegate.delegation))
    return found


def meetings_graph(
    records: Records, *, of_people: bool = False, certainty: Certainty = Certainty.CERTAINLY
) -> Any:
    """Return who met whom as a graph of networkx: `times` and `conferences` on each edge.

    Args:
        records: One record, or many.
        of_people: Whether people are wanted, rather than countries.
        certainty: Whether those count of whom the record leaves open whether they came.

    Raises:
        InvalidValueError: If the certainty is none.
        MissingExtraError: If networkx is not installed.
    """
    try:
        # Large, and not everybody has it; its types are not ours to promise.
        networkx = import_module("networkx")
    except ImportError:
        raise MissingExtraError("a graph of networkx", extra="graph") from None
    graph = networkx.Graph()
    for each in meetings(records, of_people=of_people, certainty=certainty):
        graph.add_node(each.first, name=each.first_name)
        graph.add_node(each.second, name=each.second_name)
        graph.add_edge(each.first, each.second, times=each.times, conferences=each.conferences)
    return graph
