"""Postings: for each term, where it stands, in order; made record by record."""

from array import array
from collections.abc import Iterable, Iterator
from typing import Any, Final

from confmodel.model import Agreement, Conference, Country, Delegate, Statement
from confmodel.model._index import identified
from confmodel.query._memory.conditions import KINDS
from confmodel.query._memory.names import HUMANS, codes_of_country, names_of
from confmodel.query._memory.of_agreements import beneficiaries_of, parties_of
from confmodel.query._memory.sides import OF_COUNTRY
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import codes_of, folded, padded, spellings

Postings = dict[object, "array[int]"]

BY_SIDES: Final = frozenset(
    {
        ("statement", "by"),
        ("statement", "about"),
        ("statement", "via"),
        ("delegate", "of"),
        ("figure", "by"),
        ("agreement", "by"),
        ("agreement", "between"),
        ("agreement", "benefits"),
    }
)
"""The fields that name actors, of which the codes of the countries behind them are posted."""

CHOICES: Final = frozenset(
    {
        ("statement", "manner"),
        ("statement", "act"),
        ("statement", "modality"),
        ("delegate", "function"),
        ("figure", "unit"),
        ("figure", "direction"),
        ("figure", "mode"),
        ("agreement", "kind"),
        ("agreement", "strength"),
    }
)
"""The fields of which the values are posted as they are."""

TOPIC: Final = ("statement", "topic")
"""The field of which single words are posted, for phrases to be looked for in fewer places."""

POSTED: Final = BY_SIDES | CHOICES | {TOPIC}


def post(postings: Postings, term: object, place: int) -> None:
    """Note that a term stands somewhere, once."""
    places = postings.get(term)
    if places is None:
        postings[term] = array("I", (place,))
    elif places[-1] != place:
        places.append(place)


def at(postings: Postings, term: object) -> "array[int]":
    """Give the places of a term."""
    return postings.get(term) or array("I")


def post_names(postings: Postings, conference: Conference, place: int) -> None:
    """Post what a record can be asked for by.

    `#PK` is a country with that code, and `!PK` a second one. Ids stand as
    they are, whole names behind `=`, single words of persons' names behind a
    space. Names that the table of countries gives for the code are left out:
    they would be most of them, and say nothing more.
    """
    seen = set()
    for identifier, thing in identified(conference):
        code = None
        if isinstance(thing, Country):
            for code in codes_of_country(thing):
                post(postings, f"!{code}" if code in seen else f"#{code}", place)
                seen.add(code)
        if code is None or codes_of(identifier) != (code,):
            post(postings, identifier, place)
        is_human = thing.kind_name in HUMANS
        for name, _ in names_of(thing):
            if code is not None and codes_of(name) == (code,):
                continue
            for spelling in spellings(name):
                post(postings, f"={spelling}", place)
                if is_human:
                    for word in spelling.split():
                        post(postings, f" {word}", place)


def other_records(postings: Postings, field: str, name: str) -> set[int]:
    """Give the records in which a name may stand for more than the one country of its code."""
    found = {*at(postings, name), *at(postings, f"={folded(name)}")}
    codes = codes_of(name) if "country" in KINDS[field] else ()
    if not codes:
        words = [set(at(postings, f" {word}")) for word in folded(name).split()]
        if words:
            found |= set.intersection(*words)
    for code in codes:
        found.update(at(postings, f"!{code}"))
        if len(codes) > 1:
            found.update(at(postings, f"#{code}"))
    return found


def coded_records(postings: Postings, field: str, name: str) -> "array[int]":
    """Give the records that have the one country which a name stands for."""
    codes = codes_of(name) if "country" in KINDS[field] else ()
    return at(postings, f"#{codes[0]}") if len(codes) == 1 else array("I")


def ids_in(field: str, thing: Thing) -> tuple[str, ...]:
    """Give the ids that a field about actors goes by; as the conditions do."""
    match thing.entity, thing.holder:
        case Statement() as said, _:
            ids: tuple[str, ...] = getattr(said, "speakers" if field == "by" else field)
            return ids
        case Delegate() as who, _:
            return (who.id,)
        case Agreement() as made, _:
            return beneficiaries_of(made) if field == "benefits" else parties_of(made)
        case _, Statement() as said:
            return said.speakers
        case _, Agreement() as made:
            return parties_of(made)
        case _:
            return ()


class Countries:
    """The codes of the countries behind the actors of one record."""

    __slots__ = ("_codes", "_terms", "_view")

    def __init__(self, view: View) -> None:
        self._view = view
        self._codes = {
            each.id: code for each in view.conference.countries for code in codes_of_country(each)
        }
        self._terms: dict[tuple[str, bool], tuple[str, ...]] = {}

    def terms(self, ids: Iterable[str], *, of_country: bool) -> Iterator[str]:
        """Give a term for each country behind actors: `PK`, or `PK?` if it is only possible."""
        if not self._codes:
            return
        for identifier in ids:
            terms = self._terms.get((identifier, of_country))
            if terms is None:
                covered = self._view.sides.covers(identifier)
                terms = tuple(
                    self._codes[target] if way[0] else f"{self._codes[target]}?"
                    for target, way in covered.items()
                    if target in self._codes and (of_country or way[1] != OF_COUNTRY)
                )
                self._terms[identifier, of_country] = terms
            yield from terms


def post_field(
    postings: Postings,
    which: tuple[str, str],
    things: list[Thing],
    countries: Countries,
    start: int,
) -> None:
    """Post one field of all things in a record."""
    _, field = which
    if which in BY_SIDES:
        of_country = field in {"about", "benefits"}
        for place, thing in enumerate(things, start):
            ids = ids_in(field, thing)
            for term in countries.terms(ids, of_country=of_country):
                post(postings, term, place)
    elif which in CHOICES:
        for place, thing in enumerate(things, start):
            value = getattr(thing.entity, field)
            if value is not None:
                post(postings, value, place)
    else:
        for place, thing in enumerate(things, start):
            for label in topics_of(thing.entity):
                for word in padded(label).split():
                    post(postings, word, place)


def topics_of(entity: Any) -> Iterator[str]:
    """Give the labels of the topics of something."""
    return (topic.label for topic in entity.topics)
