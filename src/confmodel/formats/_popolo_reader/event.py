"""Events: the conference itself, and its sessions."""

from collections.abc import Iterator
from typing import Any

from confmodel.formats._popolo_parts import identifiers_of, meant_in, span_of
from confmodel.formats._popolo_reader.document import Document
from confmodel.formats._popolo_reader.nesting import parent_of
from confmodel.formats._popolo_terms import OF_POPOLO
from confmodel.formats._popolo_things import Thing
from confmodel.model import (
    ConferenceKind,
    EventLink,
    EventStatus,
    Identifier,
    Place,
    SessionKind,
    Source,
)


def conference(document: Document) -> dict[str, Any]:
    """Read what the event says of itself."""
    root = document.root
    place = _place(root)
    return {
        **_common(root),
        "kind": meant_in(root, "classification", ConferenceKind),
        "places": [] if place is None else [place],
        "part_of": _part_of(document),
        "organizers": _organizers(document),
        "sources": list(_sources(document)),
    }


def session(document: Document, event: Thing) -> dict[str, Any]:
    """Read an event that is part of the other."""
    if parent_of(document.things, event) is document.root:
        event.used.add("parent_id")
    return {
        **_common(event),
        "kind": meant_in(event, "classification", SessionKind),
        "place": _place(event),
    }


def _common(event: Thing) -> dict[str, Any]:
    return {
        "name": event.text("name"),
        "status": meant_in(event, "status", EventStatus),
        "when": span_of(event),
        "identifiers": identifiers_of(event),
    }


def _place(event: Thing) -> Place | None:
    name = event.text("location")
    return None if name is None else Place(name=name)


def _part_of(document: Document) -> EventLink | None:
    root = document.root
    parent = document.things.target(root, "parent", "event")
    name = parent.text("name") if parent is not None else None
    if parent is None or name is None:
        root.used.discard("parent_id")
        return None
    identifiers = identifiers_of(parent)
    if parent.id is not None:
        identifiers.append(Identifier(scheme=OF_POPOLO, value=parent.id))
    return EventLink(name=name, when=span_of(parent), place=_place(parent), identifiers=identifiers)


def _organizers(document: Document) -> list[str]:
    organizer = document.things.target(document.root, "organization", "organization")
    return document.named(document.root, "organization_id", organizer)


def _sources(document: Document) -> Iterator[Source]:
    for link in document.root.values("sources"):
        url, title = (str(link.get(name) or "") or None for name in ("url", "note"))
        yield Source(id=document.ids.free("source", 1), url=url, title=title)
        if set(link) - {"url", "note"}:
            document.root.leave("sources", link)
