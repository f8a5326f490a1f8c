"""Answering a question on one record."""

import functools
from collections.abc import Callable, Iterator
from typing import Any, Final, cast

from confmodel.query._memory import (
    of_agreements,
    of_conferences,
    of_delegates,
    of_figures,
    of_statements,
    of_votes,
)
from confmodel.query._memory.causes import Cause
from confmodel.query._memory.conditions import KINDS, MET, Condition, Outcome, topics
from confmodel.query._memory.names import unknown
from confmodel.query._memory.view import Thing, View
from confmodel.query.question import AllOf, AnyOf, Asks, Certainty, NoneOf, Query, Question, asks_of

CONDITIONS: Final[dict[str, dict[str, Condition]]] = {
    "statement": of_statements.CONDITIONS,
    "delegate": of_delegates.CONDITIONS,
    "figure": of_figures.CONDITIONS,
    "agreement": of_agreements.CONDITIONS,
    "vote": of_votes.CONDITIONS,
    "conference": of_conferences.CONDITIONS,
}

_MOST_NAMES = 2000


def queries_in(question: Question[Any]) -> Iterator[Query[Any]]:
    """Go through the questions that stand alone inside a combined one."""
    open_ones = [question]
    while open_ones:
        match open_ones.pop():
            case AllOf(parts=parts) | AnyOf(parts=parts):
                open_ones += reversed(parts)
            case NoneOf(part=part):
                open_ones.append(part)
            case found:
                yield cast("Query[Any]", found)


def names_in(question: Question[Any]) -> Iterator[tuple[str, str]]:
    """Go through the names that a question has, each with its field."""
    for query in queries_in(question):
        for field, asks in asks_of(type(query)).items():
            if asks is Asks.NAME:
                yield from ((field, name) for name in getattr(query, field))


def is_known(view: View, field: str, name: str) -> bool:
    """Tell whether a name stands for something in a record; words of a topic do for `about`.

    Raises:
        UnknownNameError: If it stands for several things.
    """
    if view.meant(name, KINDS[field]) is not None:
        return True
    if field != "about":
        return False
    conference = view.conference
    labels = (*conference.topics, *(each for said in conference.statements for each in said.topics))
    return bool(topics(labels, (name,), field))


class Unknown:
    """The names of a question that no record has known so far."""

    __slots__ = ("_all", "_left", "_nearby", "_where", "count")

    def __init__(self, question: Question[Any]) -> None:
        self._all = tuple(dict.fromkeys(names_in(question)))
        self._left = dict.fromkeys(self._all)
        self._nearby: dict[str, None] = {}
        self.count = 0
        self._where = ""

    def look_in(self, view: View) -> None:
        """Strike out the names that a record knows.

        Raises:
            UnknownNameError: If one of them stands for several things.
        """
        self.count += 1
        self._where = view.conference.id
        # What is known already may still be ambiguous here.
        for field, name in self._all:
            if is_known(view, field, name):
                self._left.pop((field, name), None)
            elif (field, name) in self._left and len(self._nearby) < _MOST_NAMES:
                self._nearby.update(dict.fromkeys(view.names.all_names(KINDS[field])))

    def strike(self, field: str, name: str) -> None:
        """Strike out a name that is known otherwise."""
        self._left.pop((field, name), None)

    def left(self) -> Iterator[tuple[str, str]]:
        """Go through the names that are still unknown, each with its field."""
        return iter(self._left)

    def complain(self) -> None:
        """Refuse the names that are left, if there was any record.

        Raises:
            UnknownNameError: For the first name that no record knew.
        """
        for _, name in self._left:
            if self.count:
                where = self._where if self.count == 1 else f"any of {self.count} records"
                raise unknown(name, self._nearby, where)


Test = Callable[[View, Thing], Outcome]
"""Says by which causes something is an answer; `None` if it is none."""


def test_of(question: Question[Any]) -> Test:
    """Make the test for a question once, for many things."""
    match question:
        case AllOf(parts=parts):
            return functools.partial(_all_met, tuple(map(test_of, parts)))
        case AnyOf(parts=parts):
            return functools.partial(_any_met, tuple(map(test_of, parts)))
        case NoneOf(part=part):
            return functools.partial(_not_met, test_of(part))
        case _:
            query = cast("Query[Any]", question)
            return functools.partial(met_by, conditions_of(query), is_certain(query))


def _all_met(tests: tuple[Test, ...], view: View, thing: Thing) -> Outcome:
    causes: list[Cause] = []
    for test in tests:
        found = test(view, thing)
        if found is None:
            return None
        causes += found
    return tuple(causes)


def _any_met(tests: tuple[Test, ...], view: View, thing: Thing) -> Outcome:
    outcomes = [test(view, thing) for test in tests]
    met = [each for each in outcomes if each is not None]
    return tuple(cause for each in met for cause in each) if met else None


def _not_met(test: Test, view: View, thing: Thing) -> Outcome:
    return MET if test(view, thing) is None else None


def is_certain(query: Query[Any]) -> bool:
    """Tell whether every condition has to be certain."""
    return getattr(query, "certainty", None) is Certainty.CERTAINLY


_TOGETHER: Final = {"agreement": ("participant", "role"), "vote": ("voter", "choice")}
"""A name and a choice that one and the same has to meet, where both are asked for."""


def fields_of(query: Query[Any]) -> dict[str, Any]:
    """Give what has to be met, with the values that are asked for, but for how sure it has to be.

    What one and the same has to meet is one field, as `voter/choice`, with both values.
    """
    asked = query.asked()
    asked.pop("certainty", None)
    name, choice = _TOGETHER.get(query.subject, ("", ""))
    if name in asked and choice in asked:
        asked[f"{name}/{choice}"] = (asked.pop(name), asked.pop(choice))
    return asked


def conditions_of(query: Query[Any]) -> list[tuple[Condition, Any]]:
    """List what has to be met, with the values that are asked for."""
    table = CONDITIONS[query.subject]
    return [(table[field], value) for field, value in fields_of(query).items()]


def met_by(
    conditions: list[tuple[Condition, Any]],
    certainly: bool,  # noqa: FBT001 - all conditions are called alike
    view: View,
    thing: Thing,
) -> Outcome:
    """Say by which causes all conditions are met; `None` if one is not."""
    causes = MET
    for condition, value in conditions:
        found = condition(view, thing.entity, thing, value, certainly)
        if found is None:
            return None
        if found:
            causes = (*causes, *found)
    return causes


def answers_in(test: Test, view: View, subject: str) -> Iterator[tuple[Thing, tuple[Cause, ...]]]:
    """Go through the answers in one record, in the order of the document."""
    for thing in view.things(subject):
        found = test(view, thing)
        if found is not None:
            yield thing, found
