"""Events in each other: which of them is the conference, and which are its sessions."""

from confmodel.errors import shown
from confmodel.formats._popolo_things import Thing, Things

_MOST_NAMED = 8


def root_of(things: Things, event: str | None) -> Thing | None:
    """Find the event that the record is of; `None`, with a finding, if it cannot be told.

    Args:
        things: The objects of the document.
        event: Its id. `None` for the only one that is part of no other.
    """
    events = things.of["event"]
    if event is not None:
        found = things.find("event", event)
        candidates = [found] if found is not None else []
        message = f"no event has the id {shown(event)}"
        remedy = "give the id of one of the events"
    else:
        alone = [each for each in events if parent_of(things, each) is None]
        candidates = [each for each in alone if not each.is_inside] or alone
        names = ", ".join(shown(each.label) for each in candidates[:_MOST_NAMED])
        message = f"the document has several events that are part of no other: {names}"
        remedy = "name the one that is the conference: read(data, event=...)"
    if not events:
        message = "the document has no event, and a record is of one"
        remedy = "add it: {'events': [{'id': ..., 'name': ...}]}"
    elif event is None and not candidates:
        message = "every event of the document is part of another"
    if len(candidates) != 1:
        things.refuse("E102", ("events",), message, remedy)
        return None
    return candidates[0]


def parent_of(things: Things, event: Thing) -> Thing | None:
    """Look which event another is part of; one that only it speaks of does not count."""
    parent = event.peek("parent_id")
    if isinstance(parent, str):
        parent = things.find("event", parent)
    return parent if isinstance(parent, Thing) and not parent.is_inside else None


def parts_of(things: Things, root: Thing) -> list[Thing]:
    """List the events that are part of one, and of its parts, in their order."""
    children: dict[Thing, list[Thing]] = {}
    for each in things.of["event"]:
        parent = parent_of(things, each)
        if parent is not None and each is not root:
            children.setdefault(parent, []).append(each)
    found: dict[Thing, None] = {root: None}
    todo = [root]
    while todo:
        # Every event has one parent, so none is met twice.
        below = children.get(todo.pop(), ())
        found |= dict.fromkeys(below)
        todo += below
    return [each for each in things.of["event"] if each in found and each is not root]
