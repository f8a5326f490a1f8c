"""The conditions of questions about what was said."""

from typing import Any, Final

from confmodel.model import Delegate, Delegation, Statement
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
from confmodel.query._memory.sides import RANK, Way, came
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import has_words
from confmodel.query.reason import How

_TO_ALL: Final = RANK[How.TO_ALL]


def by(view: View, said: Statement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - all conditions are called alike
    """Ask who said it."""
    speakers = said.speakers
    return by_sides(view, "by", value, KINDS["by"], speakers, certainly=certainly) or None


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
            way = _was_at(view, place, meant.target)
            if way is not None and (way[0] or not certainly):
                causes.append(Cause("to", name, None, meant, place, way))
    return tuple(causes) or None


def _speaks_for(view: View, said: Statement, target: str) -> bool:
    """Tell whether somebody talks for all of them: nobody addresses themselves."""
    return any(target in view.sides.covers(each) for each in said.speakers)


def _was_at(view: View, place: str, target: str) -> Way | None:
    """Tell whether somebody was at the event, or at a session of it."""
    conference = view.conference
    is_event = place == conference.id
    if not is_event and not any(each.id == place for each in conference.sessions):
        return None
    best: Way | None = None
    parties: tuple[Delegation | Delegate, ...]
    parties = (*conference.delegations, *conference.delegates)
    for party in parties:
        if target not in view.sides.covers(party.id):
            continue
        is_there = _is_there(view, party, None if is_event else place)
        if is_there is False:
            continue
        if best is None or (is_there and not best[0]):
            path = (place, party.id) if party.id != target else (place,)
            best = (is_there is True, _TO_ALL, path)
    return best


def _is_there(view: View, party: Delegation | Delegate, session: str | None) -> bool | None:
    is_there = came(party)
    delegation = view.delegation(party.delegation) if isinstance(party, Delegate) else party
    if is_there is None and delegation is not None:
        is_there = came(delegation)
    if session is None or is_there is False:
        return is_there
    if delegation is None or not delegation.sessions:
        return None
    return is_there if session in delegation.sessions else False


def about(view: View, said: Statement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask what it is about, in the record or in words."""
    found = by_sides(
        view, "about", value, KINDS["about"], said.about, certainly=certainly, of_country=True
    )
    return (*found, *topics(said.topics, value, "about")) or None


def topic(_view: View, said: Statement, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for words of a topic."""
    return topics(said.topics, value, "topic") or None


def text(_view: View, said: Statement, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for words that were said."""
    return met(
        is_so=has_words(said.text, value)
        or any(has_words(each.text, value) for each in said.quotations)
    )


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
    if said.language is None:
        return None
    spoken = said.language.lower()
    return met(is_so=any(f"{spoken}-".startswith(f"{each.lower()}-") for each in value))


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
