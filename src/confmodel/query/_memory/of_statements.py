"""The conditions of questions about what was said."""

import functools
from collections.abc import Iterator
from typing import Any, Final

from confmodel.model import Statement
from confmodel.query._memory.causes import Cause, by_sides
from confmodel.query._memory.conditions import (
    KINDS,
    MET,
    Condition,
    Outcome,
    chosen,
    contradicted,
    dated,
    grounded,
    met,
    topics,
    with_figures,
)
from confmodel.query._memory.sides import RANK, Way
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import has_words
from confmodel.query.reason import How

_TO_ALL: Final = RANK[How.TO_ALL]


def by(view: View, said: Statement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - all conditions are called alike
    """Ask who said it."""
    found = by_sides(view, "by", value, KINDS["by"], voices_of(said), certainly=certainly)
    return tuple(map(functools.partial(_spoken_for, said), found)) or None


def voices_of(said: Statement) -> tuple[str, ...]:
    """Give the ids of those whose words they are: the speakers, and those for whom they speak."""
    return (*said.speakers, *said.on_behalf_of)


def _spoken_for(said: Statement, cause: Cause) -> Cause:
    """Say of who does not speak but is spoken for that it is so."""
    is_spoken_for = cause.named not in said.speakers
    return cause._replace(how=How.ON_BEHALF) if is_spoken_for else cause


def via(view: View, said: Statement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask who passed it on."""
    return by_sides(view, "via", value, KINDS["via"], said.via, certainly=certainly) or None


def to(view: View, said: Statement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask to whom it was said."""
    kinds = KINDS["to"]
    found = by_sides(view, "to", value, kinds, said.addressees, certainly=certainly)
    if found:
        return found
    causes = []
    for place in said.addressees:
        for name in value:
            meant = view.meant(name, kinds)
            if meant is None or _speaks_for(view, said, meant.target):
                continue
            way = _who_was_at(view, place).get(meant.target)
            if way is not None and (way[0] or not certainly):
                by_place = (way[0], _TO_ALL, (place, *way[2]))
                causes.append(Cause("to", name, None, meant, place, by_place))
    return tuple(causes) or None


def _speaks_for(view: View, said: Statement, target: str) -> bool:
    """Tell whether somebody talks for all of them: nobody addresses themselves."""
    return any(target in view.sides.covers(each) for each in voices_of(said))


def _who_was_at(view: View, place: str) -> dict[str, Way]:
    """Give those who were at the event or a session; nobody was at a person."""
    if place == view.conference.id:
        return view.presence.at(None)
    return view.presence.at(place) if place in view.sessions else {}


def who_heard(view: View, said: Statement) -> Iterator[tuple[str, bool]]:
    """Give the ids of all who were where it was said to everybody, and whether they surely were.

    Nobody addresses themselves: those for whom the speakers speak are left out.
    """
    sides = view.sides
    spoken = {target for each in voices_of(said) for target in sides.covers(each)}
    for place in said.addressees:
        for each, way in _who_was_at(view, place).items():
            if each not in spoken:
                yield each, way[0]


def about(view: View, said: Statement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask what it is about, in the record or in words."""
    found = by_sides(
        view, "about", value, KINDS["about"], said.about, certainly=certainly, of_country=True
    )
    return (*found, *topics(said.topics, value, "about")) or None


def topic(_view: View, said: Statement, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for words of a topic."""
    return topics(said.topics, value, "topic") or None


def texts_of(said: Statement) -> Iterator[str | None]:
    """Give the texts in which words that were said stand."""
    yield said.text
    yield from (each.text for each in said.quotations)


def text(_view: View, said: Statement, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for words that were said."""
    return met(is_so=any(has_words(each, value) for each in texts_of(said)))


def session(view: View, said: Statement, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for the session."""
    if said.session is None:
        return None
    for name in value:
        meant = view.meant(name, KINDS["session"])
        if meant is not None and meant.target == said.session:
            return (Cause("session", name, None, meant, said.session),)
    return None


def language(_view: View, said: Statement, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for a language, without or with what specifies it."""
    return met(is_so=any(is_in_language(said.language, each) for each in value))


def is_in_language(spoken: str | None, asked: str) -> bool:
    """Tell whether a language is the one asked for, or a kind of it."""
    return spoken is not None and f"{spoken.lower()}-".startswith(f"{asked.lower()}-")


def with_quotations(
    _view: View,
    said: Statement,
    _thing: Thing,
    value: Any,
    _certainly: bool,  # noqa: FBT001 - as above
) -> Outcome:
    """Ask whether words are quoted."""
    return MET if bool(said.quotations) == value else None


CONDITIONS: Final[dict[str, Condition]] = {
    "by": by,
    "to": to,
    "about": about,
    "via": via,
    "manner": chosen("manner"),
    "act": chosen("act"),
    "modality": chosen("modality"),
    "topic": topic,
    "text": text,
    "session": session,
    "language": language,
    "since": dated("since"),
    "until": dated("until"),
    "during": dated("during"),
    "grounded": grounded,
    "contradicted": contradicted,
    "with_figures": with_figures,
    "with_quotations": with_quotations,
}
