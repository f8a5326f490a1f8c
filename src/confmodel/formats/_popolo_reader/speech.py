"""Speeches: who said what to whom."""

from typing import Any

from confmodel.formats._iso_dates import when_of
from confmodel.formats._popolo_reader.document import Document
from confmodel.formats._popolo_terms import TYPES
from confmodel.formats._popolo_things import Thing

_MANNERS = {type_: manner for manner, type_ in TYPES.items()}


def statement(document: Document, speech: Thing) -> dict[str, Any]:
    """Read a speech."""
    speaker, listener = (
        document.named(speech, f"{name}_id", document.things.target(speech, name, "person"))
        for name in ("creator", "audience")
    )
    event = document.things.target(speech, "event", "event")
    is_of_root = event is document.root
    session = document.named_one(speech, "event_id", None if is_of_root else event)
    if is_of_root:
        speech.used.add("event_id")
    manner = _MANNERS.get(str(speech.peek("type")))
    if manner is not None:
        speech.used.add("type")
    date = speech.text("date")
    return {
        "speakers": speaker,
        "addressees": listener,
        "manner": manner,
        "text": speech.text("text"),
        "session": session,
        "when": when_of(date, date),
    }
