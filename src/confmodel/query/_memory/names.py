"""Names as people write them: what a name stands for in one record, or why it is not known.

The first of these that finds something decides: the id itself; a full name,
another name, or the code or any name of a country; a part of a person's name
in whole words. What several things share is refused: nothing is guessed.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from confmodel._text import nearest
from confmodel.countries import find
from confmodel.errors import UnknownNameError, shown
from confmodel.model import Conference, Country, Delegate, Entity, Name, Person
from confmodel.model._index import identified
from confmodel.query._memory.sides import OF_COUNTRY, RANK, Sides
from confmodel.query._memory.words import codes_of, folded, spellings
from confmodel.query.reason import How

ACTORS: Final = frozenset({"country", "organization", "delegation", "delegate", "person", "group"})
SPEAKERS: Final = ACTORS | {"agreement", "source"}
HUMANS: Final = frozenset({"delegate", "person"})
ANYTHING: Final = SPEAKERS | {
    "conference",
    "session",
    "statement",
    "vote",
    "figure",
    "discrepancy",
}

_GROUPING: Final = frozenset({OF_COUNTRY, RANK[How.IN_GROUP], RANK[How.AS_PART]})


class Meant(NamedTuple):
    """What a name stands for."""

    target: str
    """The id."""

    known_as: str | None
    """The other name by which it was found; `None` for the id, the code, the printed name."""


def names_of(thing: object) -> Iterator[tuple[str, bool]]:
    """Go through all the full names of a thing; whether each is the printed one."""
    name = getattr(thing, "name", None)
    if name is not None:
        yield name, True
        if isinstance(thing, Delegate | Person) and thing.honorific is not None:
            yield f"{thing.honorific} {name}", True
    others: tuple[Name, ...] = getattr(thing, "other_names", ())
    for other in others:
        yield other.value, False
    for field, is_printed in (
        ("acronym", False),
        ("wording", True),
        ("title", True),
        ("described_as", True),
    ):
        text = getattr(thing, field, None)
        if text is not None:
            yield text, is_printed


class Names:
    """The names in one record."""

    __slots__ = ("_by_code", "_by_name", "_conference", "_kinds", "_people", "_sides")

    def __init__(self, conference: Conference, sides: Sides) -> None:
        self._conference = conference
        self._sides = sides
        self._kinds: dict[str, str] = {}
        self._by_name: dict[str, list[tuple[str, str | None]]] = {}
        self._by_code: dict[str, list[str]] = {}
        self._people: list[tuple[str, str, str | None]] = []

    def resolve(self, name: str, kinds: frozenset[str]) -> Meant | None:
        """Say what a name stands for; `None` if nothing here is called so.

        Raises:
            UnknownNameError: If several things are; they are listed.
        """
        if not self._kinds:
            # A conference has an id, so there is one at least.
            self._kinds = self._collect()
        if self._kinds.get(name) in kinds:
            return Meant(name, None)
        found = self._full(name, kinds)
        # Who asks for Jordan means the state, wherever a state can stand.
        if not found and not ("country" in kinds and codes_of(name)):
            found = self._parts(name, kinds)
        if len(found) > 1:
            found = self._widest(found)
        if len(found) > 1:
            raise self._ambiguous(name, found)
        for target, known_as in found.items():
            return Meant(target, known_as)
        return None

    def _collect(self) -> dict[str, str]:
        kinds: dict[str, str] = {}
        for identifier, thing in identified(self._conference):
            kinds.setdefault(identifier, thing.kind_name)
            for name, is_printed in names_of(thing):
                known_as = None if is_printed else name
                for spelling in spellings(name):
                    self._by_name.setdefault(spelling, []).append((identifier, known_as))
                    if isinstance(thing, Delegate | Person):
                        self._people.append((identifier, f" {spelling} ", known_as))
            if isinstance(thing, Country):
                for code in codes_of_country(thing):
                    self._by_code.setdefault(code, []).append(identifier)
        return kinds

    def _full(self, name: str, kinds: frozenset[str]) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for identifier, known_as in self._by_name.get(folded(name), ()):
            if self._kinds.get(identifier) in kinds:
                # By the printed name, if by that as well.
                found[identifier] = None if found.get(identifier, "") is None else known_as
        if "country" not in kinds:
            return found
        codes = codes_of(name)
        here = [
            each
            for code in codes
            if code is not None
            for each in self._by_code.get(code, ())
            if each not in found
        ]
        if here and len(codes) > 1 and not found:
            raise self._unclear(name, here)
        if len(codes) == 1:
            known_as = None if codes[0] == name else name
            found.update(dict.fromkeys(here, known_as))
        return found

    def _parts(self, name: str, kinds: frozenset[str]) -> dict[str, str | None]:
        part = f" {folded(name)} "
        found: dict[str, str | None] = {}
        if part.strip():
            for identifier, whole, known_as in self._people:
                if part in whole and self._kinds[identifier] in kinds:
                    found.setdefault(identifier, known_as)
        return found

    def _widest(self, found: dict[str, str | None]) -> dict[str, str | None]:
        """Leave out a delegation beside its country: whatever is of the one is of the other."""
        return {
            each: known_as
            for each, known_as in found.items()
            if not any(
                wider != each and way[1] not in _GROUPING
                for wider, way in self._sides.covers(each).items()
                if wider in found
            )
        }

    def _ambiguous(self, name: str, found: Iterable[str]) -> UnknownNameError:
        candidates = [self._shown(each) for each in found]
        return UnknownNameError(
            name,
            candidates=candidates,
            message=f"{shown(name)} can mean several in {self._conference.id}",
            help=f"give the id of one: {', '.join(candidates)}",
        )

    def _unclear(self, name: str, here: list[str]) -> UnknownNameError:
        states = [f"{state.code} ({state.name})" for state in find(name)]
        candidates = [self._shown(each) for each in here]
        return UnknownNameError(
            name,
            candidates=candidates,
            message=f"{shown(name)} can mean several states",
            help=f"give the code of one: {', '.join(states)}; {self._conference.id} has "
            + ", ".join(candidates),
        )

    def _shown(self, identifier: str) -> str:
        thing = next(each for key, each in identified(self._conference) if key == identifier)
        name = next((each for each, _ in names_of(thing)), None)
        return identifier if name is None else f"{identifier} ({name})"

    def all_names(self, kinds: frozenset[str]) -> Iterator[str]:
        """Go through all ids and names, for the nearest one."""
        for identifier, thing in identified(self._conference):
            if thing.kind_name in kinds:
                yield identifier
                for name, _ in names_of(thing):
                    yield name
                    if isinstance(thing, Entity) and thing.kind_name in HUMANS:
                        yield from name.split()


def codes_of_country(country: Country) -> tuple[str, ...]:
    """Give the code of a country, or where it has none, that of the state it is called like."""
    if country.code is not None:
        return (country.code,)
    called = {codes_of(name) for name, _ in names_of(country)}
    single = {codes[0] for codes in called if len(codes) == 1}
    return tuple(code for code in single if code is not None) if len(single) == 1 else ()


def unknown(name: str, known: Iterable[str], where: str) -> UnknownNameError:
    """Say that nothing is called so, and what is called nearly so."""
    folds: dict[str, str] = {}
    for each in known:
        # Ids come first: of an id and a name that are alike, the id is the surer.
        folds.setdefault(folded(each), each)
    near = nearest(folded(name), folds)
    states = find(name)
    message = f"nothing is called {shown(name)} in {where}"
    if near is None and len(states) == 1:
        remedy = f"it is known as {states[0].name}; {where} has no such country"
    elif near is None:
        remedy = "give an id or a name that stands there"
    else:
        remedy = f"did you mean {folds[near]!r}?"
    return UnknownNameError(
        name,
        candidates=() if near is None else (folds[near],),
        message=message,
        help=remedy,
    )
