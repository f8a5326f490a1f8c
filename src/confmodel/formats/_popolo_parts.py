"""The parts that things of several classes have: dates, names, identifiers, words."""

import enum
from typing import TypeVar

from confmodel.errors import InvalidValueError
from confmodel.formats._iso_dates import when_of
from confmodel.formats._popolo_things import Thing
from confmodel.formats._words import known, meant
from confmodel.model import Identifier, Name, NameKind, Other, When

E = TypeVar("E", bound=enum.StrEnum)


def span_of(thing: Thing, first: str = "start_date", last: str = "end_date") -> When | None:
    """Use the date of a thing; one that ends before it starts is kept, and not repaired."""
    start, end = (
        value if isinstance(value := thing.peek(each), str) and value else None
        for each in (first, last)
    )
    try:
        when = when_of(start, end)
    except InvalidValueError:
        return None
    thing.used |= {first, last}
    return when


def names_of(thing: Thing) -> list[Name]:
    """Use the other names of a thing."""
    names = []
    for each in thing.values("other_names"):
        value, note = each.get("name"), each.get("note")
        if isinstance(value, str) and value:
            kind = meant(note, NameKind) if isinstance(note, str) and note else None
            names.append(Name(value=value, kind=kind))
        if not value or _others(each, "name", "note"):
            thing.leave("other_names", each)
    return names


def identifiers_of(thing: Thing) -> list[Identifier]:
    """Use the identifiers of a thing; one without a scheme cannot be held."""
    found = []
    for each in thing.values("identifiers"):
        scheme, value = each.get("scheme"), each["identifier"]
        is_whole = isinstance(scheme, str) and scheme and isinstance(value, str) and value
        if is_whole:
            found.append(Identifier(scheme=str(scheme), value=str(value)))
        if not is_whole or _others(each, "scheme", "identifier"):
            thing.leave("identifiers", each)
    return found


def _others(value: object, *known_names: str) -> bool:
    return isinstance(value, dict) and any(
        each is not None and name not in known_names for name, each in value.items()
    )


def meant_in(thing: Thing, name: str, vocabulary: type[E]) -> E | Other | None:
    """Use a word, where words of one's own may stand."""
    text = thing.text(name)
    return None if text is None else meant(text, vocabulary)


def known_in(thing: Thing, name: str, vocabulary: type[E]) -> E | None:
    """Use a word that a vocabulary has."""
    text = thing.text(name)
    found = None if text is None else known(text, vocabulary)
    if found is None:
        thing.used.discard(name)
    return found
