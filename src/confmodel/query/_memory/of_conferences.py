"""The conditions of questions about whole events."""

from collections.abc import Iterator
from typing import Any, Final

from confmodel.model import Basis, Conference, Entity, Evidence
from confmodel.model._walk import records_in
from confmodel.query._memory.causes import Cause, by_sides
from confmodel.query._memory.conditions import (
    KINDS,
    Condition,
    Outcome,
    chosen,
    dated,
    met,
    topics,
)
from confmodel.query._memory.names import names_of
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import has_words


def name(_view: View, event: Conference, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - all conditions are called alike
    """Ask for words of a name."""
    return met(
        is_so=event.id in value or any(has_words(each, value) for each in names_and_theme(event))
    )


def names_and_theme(event: Conference) -> Iterator[str | None]:
    """Give the texts in which words of its name stand."""
    yield event.theme
    yield from (each for each, _ in names_of(event))


def countries_of_places(event: Conference) -> tuple[str, ...]:
    """Give the ids of the countries that its places lie in."""
    return tuple(each.country for each in event.places if each.country is not None)


def country(view: View, event: Conference, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for the country of a place."""
    ids = countries_of_places(event)
    return by_sides(view, "country", value, KINDS["country"], ids, certainly=True) or None


def place(_view: View, event: Conference, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for words of the name of a place."""
    return met(is_so=any(has_words(each.name, value) for each in event.places))


def held_by(field: str, collection: str) -> Condition:
    """Ask for those who do something for the event."""

    def condition(
        view: View,
        event: Conference,
        _thing: Thing,
        value: Any,
        certainly: bool,  # noqa: FBT001 - as above
    ) -> Outcome:
        ids = getattr(event, collection)
        return by_sides(view, field, value, KINDS[field], ids, certainly=certainly) or None

    return condition


def participant(
    view: View,
    _event: Conference,
    _thing: Thing,
    value: Any,
    certainly: bool,  # noqa: FBT001 - as above
) -> Outcome:
    """Ask who took part."""
    causes = []
    for each in value:
        meant = view.meant(each, KINDS["participant"])
        way = None if meant is None else view.presence.at(None).get(meant.target)
        if meant is not None and way is not None and (way[0] or not certainly):
            named = next(iter(way[2]), meant.target)
            causes.append(Cause("participant", each, None, meant, named, way))
    return tuple(causes) or None


def mentions(
    view: View,
    _event: Conference,
    _thing: Thing,
    value: Any,
    _certainly: bool,  # noqa: FBT001 - as above
) -> Outcome:
    """Ask for whatever the record knows."""
    causes = []
    for each in value:
        meant = view.meant(each, KINDS["mentions"])
        if meant is not None:
            causes.append(Cause("mentions", each, None, meant, meant.target))
    return tuple(causes) or None


def series(view: View, event: Conference, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for the series."""
    if event.edition is None or event.edition.series is None:
        return None
    ids = (event.edition.series,)
    return by_sides(view, "series", value, KINDS["series"], ids, certainly=True) or None


def topic(_view: View, event: Conference, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for words of a topic."""
    return topics(event.topics, value, "topic") or None


def grounded(
    _view: View,
    event: Conference,
    _thing: Thing,
    value: Any,
    _certainly: bool,  # noqa: FBT001 - as above
) -> Outcome:
    """Ask for words of a source on the event itself, not on what is said or done there."""
    own: list[Evidence] = list(event.evidence)
    for held in records_in(event):
        if not isinstance(held, Entity):
            own += [each for each in records_in(held) if isinstance(each, Evidence)]
    is_so = any(
        each.source is not None
        and each.basis is not Basis.BACKGROUND
        and (each.exact is not None or each.seal is not None)
        for each in own
    )
    return met(is_so=is_so == value)


def contradicted(
    view: View,
    event: Conference,
    _thing: Thing,
    value: Any,
    _certainly: bool,  # noqa: FBT001 - as above
) -> Outcome:
    """Ask whether a discrepancy is about the event itself."""
    return met(is_so=(event.id in view.doubts) == value)


CONDITIONS: Final[dict[str, Condition]] = {
    "name": name,
    "country": country,
    "place": place,
    "host": held_by("host", "hosts"),
    "organizer": held_by("organizer", "organizers"),
    "convener": held_by("convener", "conveners"),
    "chair": held_by("chair", "chairs"),
    "participant": participant,
    "mentions": mentions,
    "series": series,
    "topic": topic,
    "kind": chosen("kind"),
    "level": chosen("level"),
    "status": chosen("status"),
    "since": dated("since"),
    "until": dated("until"),
    "during": dated("during"),
    "grounded": grounded,
    "contradicted": contradicted,
}
