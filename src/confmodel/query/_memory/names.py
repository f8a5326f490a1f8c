"""Names as people write them: what a name stands for in one record, or why it is not known.

The first of these that finds something decides: the id itself; a full name,
another name, or the code or any name of a country; a part of a person's name
in whole words; a person's name, or a part of it, as it is written by another
way of romanization. What several things share is refused: nothing is guessed.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from confmodel._text import nearest
from confmodel.countries import find
from confmodel.errors import UnknownNameError, shown
from confmodel.model import Conference, Country, Delegate, Entity, Name, Person
from confmodel.model._index import identified
from confmodel.query._memory.sides import OF_COUNTRY, RANK, Sides
from confmodel.query._memory.words import codes_of, folded, romanized, spellings
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


_NAMING: Final = (
    ("name", True),
    ("other_names", False),
    ("acronym", False),
    ("wording", True),
    ("title", True),
    ("described_as", True),
)
"""The fields that name something, and whether by what is printed."""


_NAMED_BY: Final[dict[type[object], tuple[tuple[str, bool], ...]]] = {}
"""Those of them that a class has, once it was asked for; most have none."""


def names_of(thing: object) -> Iterator[tuple[str, bool]]:
    """Go through all the full names of a thing; whether each is the printed one."""
    kind = type(thing)
    fields = _NAMED_BY.get(kind)
    if fields is None:
        fields = _NAMED_BY[kind] = tuple(each for each in _NAMING if hasattr(kind, each[0]))
    for field, is_printed in fields:
        held: str | tuple[Name, ...] | None = getattr(thing, field)
        if not held:
            continue
        if isinstance(held, str):
            yield held, is_printed
            if field == "name" and isinstance(thing, Delegate | Person) and thing.honorific:
                yield f"{thing.honorific} {held}", True
        else:
            yield from ((other.value, is_printed) for other in held)


class Names:
    """The names in one record."""

    __slots__ = ("_conference", "_sides")

    def __init__(self, conference: Conference, sides: Sides) -> None:
        self._conference = conference
        self._sides = sides

    def resolve(self, name: str, kinds: frozenset[str]) -> Meant | None:
        """Say what a name stands for; `None` if nothing here is called so.

        Raises:
            UnknownNameError: If several things are; they are listed.
        """
        # Looked through anew for each name: a question has one or two of them,
        # and a table of all names would cost more than it saves.
        for identifier, thing in identified(self._conference):
            if identifier == name:
                if thing.kind_name in kinds:
                    return Meant(name, None)
                break
        found = self._full(name, kinds)
        # Who asks for Jordan means the state, wherever a state can stand.
        if not found and not ("country" in kinds and codes_of(name)):
            found = self._parts(name, kinds, spellings) or self._parts(name, kinds, romanized)
        if len(found) > 1:
            found = self._widest(found)
        if len(found) > 1:
            raise self._ambiguous(name, found)
        for target, known_as in found.items():
            return Meant(target, known_as)
        return None

    def _called(self, kinds: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
        """Go through the full names of some kinds of things, each with its id."""
        for identifier, thing in identified(self._conference):
            if thing.kind_name in kinds:
                for name, is_printed in names_of(thing):
                    yield identifier, name, is_printed

    def _full(self, name: str, kinds: frozenset[str]) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        asked = spellings(name)
        for identifier, full, is_printed in self._called(kinds):
            is_so = any(each in asked for each in spellings(full))
            # By the printed name, if by that as well.
            if is_so and found.get(identifier, "") is not None:
                found[identifier] = None if is_printed else full
        codes = codes_of(name) if "country" in kinds else ()
        if not codes:
            return found
        here = [
            each.id
            for each in self._conference.countries
            if each.id not in found and not set(codes).isdisjoint(codes_of_country(each))
        ]
        if here and len(codes) > 1 and not found:
            raise self._unclear(name, here)
        if len(codes) == 1:
            known_as = None if codes[0] == name else name
            found.update(dict.fromkeys(here, known_as))
        return found

    def _parts(
        self, name: str, kinds: frozenset[str], forms: Callable[[str], tuple[str, ...]]
    ) -> dict[str, str | None]:
        parts = [f" {each} " for each in forms(name) if each]
        found: dict[str, str | None] = {}
        for identifier, full, is_printed in self._called(kinds & HUMANS):
            wholes = [f" {each} " for each in forms(full)]
            if any(part in whole for part in parts for whole in wholes):
                is_as_printed = is_printed and forms is spellings
                found.setdefault(identifier, None if is_as_printed else full)
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
    # Who is called like a state is found by more than that.
    bearers = [each for each in folds if f" {folded(name)} " in f" {each} "] if states else []
    if len(states) == 1 and bearers:
        near = max(bearers, key=lambda each: len(folds[each]))
        remedy = f"it means the state; for who bears the name, ask for {folds[near]!r}"
    elif near is None and len(states) == 1:
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
