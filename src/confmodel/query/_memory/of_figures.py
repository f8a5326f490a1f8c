"""The conditions of questions about numbers."""

from typing import Any, Final

from confmodel.model import Agreement, Entity, Figure, Statement, When
from confmodel.query._memory.amounts import is_at_least, is_at_most, lacks_baseline
from confmodel.query._memory.causes import by_sides
from confmodel.query._memory.conditions import (
    KINDS,
    Condition,
    Outcome,
    chosen,
    grounded,
    met,
    topics,
)
from confmodel.query._memory.of_statements import about as about_statement
from confmodel.query._memory.times import is_within
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import has_words


def by(view: View, _figure: Figure, thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - all conditions are called alike
    """Ask who claims it."""
    match thing.holder:
        case Statement(speakers=ids):
            pass
        case Agreement(parties=ids):
            pass
        case _:
            return None
    return by_sides(view, "by", value, KINDS["by"], ids, certainly=certainly) or None


def about(view: View, _figure: Figure, thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask what the statement is about."""
    if not isinstance(thing.holder, Statement):
        return None
    return about_statement(view, thing.holder, thing, value, certainly)


def for_whom(view: View, figure: Figure, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whom the number is for."""
    ids = (*figure.for_whom, *(each for term in figure.ratio for each in term.for_whom))
    found = by_sides(
        view, "for_whom", value, KINDS["for_whom"], ids, certainly=certainly, of_country=True
    )
    return found or None


def of(_view: View, figure: Figure, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask what is counted."""
    return met(is_so=has_words(figure.of, value))


def topic(view: View, figure: Figure, thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for words of a topic, or of what is counted."""
    if isinstance(thing.holder, Statement):
        found = topics(thing.holder.topics, value, "topic")
        if found:
            return found
    return of(view, figure, thing, value, certainly)


def at_least(_view: View, figure: Figure, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for a lower bound."""
    return met(is_so=is_at_least(figure, value, certainly=certainly))


def at_most(_view: View, figure: Figure, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for an upper bound."""
    return met(is_so=is_at_most(figure, value, certainly=certainly))


def without_baseline(
    _view: View,
    figure: Figure,
    _thing: Thing,
    value: Any,
    certainly: bool,  # noqa: FBT001 - as above
) -> Outcome:
    """Ask for what it is compared with."""
    if value:
        return met(is_so=lacks_baseline(figure, certainly=certainly))
    return met(is_so=figure.baseline is not None)


def dated(field: str) -> Condition:
    """Ask when it was claimed."""

    def condition(
        view: View,
        _figure: Figure,
        thing: Thing,
        value: When,
        certainly: bool,  # noqa: FBT001 - as above
    ) -> Outcome:
        match thing.holder:
            case Statement():
                when = view.when_said(thing.holder)
            case Agreement():
                when = view.when_made(thing.holder)
            case _:
                when = view.conference.when
        return met(is_so=is_within(when, field, value, certainly=certainly))

    return condition


def contradicted(view: View, figure: Figure, thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whether a discrepancy is about it, or about the figures of what holds it."""
    place = "stated_size"
    if isinstance(thing.holder, Statement | Agreement) or thing.holder is view.conference:
        place = "figures"
    holder = thing.holder.id if isinstance(thing.holder, Entity) else ""
    is_so = figure.id in view.doubted or f"{holder}/{place}" in view.doubted
    return met(is_so=is_so == value)


CONDITIONS: Final[dict[str, Condition]] = {
    "by": by,
    "about": about,
    "for_whom": for_whom,
    "of": of,
    "topic": topic,
    "unit": chosen("unit"),
    "currency": chosen("currency"),
    "direction": chosen("direction"),
    "mode": chosen("mode"),
    "comparator": chosen("comparator"),
    "at_least": at_least,
    "at_most": at_most,
    "without_baseline": without_baseline,
    "since": dated("since"),
    "until": dated("until"),
    "during": dated("during"),
    "grounded": grounded,
    "contradicted": contradicted,
}
