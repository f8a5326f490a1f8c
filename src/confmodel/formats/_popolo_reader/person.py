"""Persons: whoever has a name, or is described."""

from typing import Any

from confmodel.formats._popolo_parts import identifiers_of, names_of
from confmodel.formats._popolo_things import Thing


def human(person: Thing) -> dict[str, Any]:
    """Read what a person says of themselves."""
    name = person.text("name")
    return {
        "name": name,
        "other_names": names_of(person),
        "honorific": person.text("honorific_prefix"),
        # What is known of somebody who has a name is no description in place of one.
        "described_as": person.text("summary") if name is None else None,
        "identifiers": identifiers_of(person),
    }
