"""The conditions of questions about numbers."""

from collections.abc import Iterator
from typing import Any, Final, cast

from confmodel.model import Agreement, Figure, Statement
from confmodel.query._memory.amounts import is_at_least, is_at_most, lacks_baseline, ranges_of
from confmodel.query._memory.causes import by_sides
from confmodel.query._memory.conditions import (
    KINDS,
    Condition,
    Outcome,
    chosen,
    dated,
    grounded,
    met,
    topics,
)
from confmodel.query._memory.of_agreements import parties_of
from confmodel.query._memory.of_statements import about as about_statement
from confmodel.query._memory.of_statements import voices_of
from confmodel.query._memory.view import Holder, Thing, View, addresses_of
from confmodel.query._memory.words import has_words


def who_claims(holder: Holder) -> tuple[str, ...]:
    """Give the ids of those who claim a figure: those whose words they are, or the parties."""
    match holder:
        case Statement():
            return voices_of(holder)
        case Agreement():
            return parties_of(holder)
        case _:
            return ()


def whom_it_is_for(figure: Figure) -> tuple[str, ...]:
    """Give the ids of those whom a figure, or a term of its ratio, is for."""
    if not figure.ratio:
        return figure.for_whom
    return (*figure.for_whom, *(each for term in figure.ratio for each in term.for_whom))


def by(view: View, _figure: Figure, thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - all conditions are called alike
    """Ask who claims it."""
    ids = who_claims(thing.holder)
    return by_sides(view, "by", value, KINDS["by"], ids, certainly=certainly) or None


def subjects_of(holder: Holder) -> tuple[str, ...]:
    """Give the ids of what the statement is about that a figure stands in."""
    return holder.about if isinstance(holder, Statement) else ()


def labels_around(holder: Holder) -> tuple[str, ...]:
    """Give the labels of the topics of the statement that a figure stands in."""
    return tuple(each.label for each in holder.topics) if isinstance(holder, Statement) else ()


def texts_of(thing: Thing) -> Iterator[str | None]:
    """Give the texts in which words of a topic, or of what is counted, stand."""
    yield cast("Figure", thing.entity).of
    yield from labels_around(thing.holder)


def about(view: View, _figure: Figure, thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask what the statement is about."""
    if not isinstance(thing.holder, Statement):
        return None
    return about_statement(view, thing.holder, thing, value, certainly)


def for_whom(view: View, figure: Figure, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whom the number is for."""
    ids = whom_it_is_for(figure)
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
    return met(
        is_so=any(is_at_least(each, value, certainly=certainly) for each in ranges_of(figure))
    )


def at_most(_view: View, figure: Figure, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for an upper bound."""
    return met(
        is_so=any(is_at_most(each, value, certainly=certainly) for each in ranges_of(figure))
    )


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


def contradicted(view: View, figure: Figure, thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whether a discrepancy is about it, or about the figures of what holds it."""
    is_so = any(each in view.doubts for each in addresses_of(figure, thing.holder))
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
