"""One record or many, and who is who across them."""

from collections.abc import Iterable, Iterator

from confmodel.model import Conference, Country, Delegate, Entity, Person
from confmodel.model._index import identified
from confmodel.query._memory.names import codes_of_country, names_of
from confmodel.query._memory.view import View
from confmodel.query._memory.words import folded

Records = Conference | Iterable[Conference]
"""One record, or many."""


def each_of(records: Records) -> Iterator[Conference]:
    """Go through the records."""
    return iter((records,) if isinstance(records, Conference) else records)


def briefly(record: Conference) -> str:
    """Print a record inside a row: the whole of it would fill a screen for each row."""
    return f"<Conference {record.id}>"


def country_key(country: Country) -> str:
    """Say which state a country is in every record: its code, or its name without case."""
    codes = codes_of_country(country)
    return codes[0] if codes else folded(country.name)


def countries_of(view: View) -> dict[str, str]:
    """Give the key of each country in a record, by its id."""
    return {each.id: country_key(each) for each in view.conference.countries}


def things_of(conference: Conference) -> dict[str, object]:
    """Give everything in a record by its id; without making the record larger."""
    return dict(reversed(list(identified(conference))))


def label_of(thing: object) -> str:
    """Say what something is called: its printed name, or its id."""
    name = next((each for each, _ in names_of(thing)), None)
    if name is not None:
        return name
    return str(thing.id) if isinstance(thing, Entity) else "?"


def human_key(human: Delegate | Person) -> str | None:
    """Say who somebody is in every record: the printed name without case and accents."""
    return None if human.name is None else folded(human.name)
