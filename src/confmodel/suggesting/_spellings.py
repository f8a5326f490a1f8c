"""G424: two spellings for one person, place or other name."""

import itertools
import operator
import re
from collections.abc import Callable, Iterator, Sequence

import attrs

from confmodel.grounding.normal import fold
from confmodel.model import Conference, Name, NameKind
from confmodel.suggesting._misspelling import is_misspelt, is_variant, misspellings
from confmodel.suggesting._numbers import value_of
from confmodel.suggesting._reading import Reading, Side, Stretch
from confmodel.suggesting.suggestion import Suggestion

_OTHER_NAMES = (NameKind.SHORT, NameKind.ACRONYM, NameKind.FORMER, NameKind.TRANSLATION)
"""Kinds of names that are no other spelling of the same name."""

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_LONGEST_NAME = 16
"""Words of a name that are compared."""

_MOST_NAMES = 50
"""Names of one thing that are compared with each other."""

_MOST_PLACES = 200
"""Places at which a word that may be misspelt is followed up."""

_Place = tuple[int, int]
"""Which stretch of the texts, and which word of it."""


@attrs.frozen
class _Named:
    """Something with a name, and all names that are known of it."""

    address: str
    pointer: str
    name: str
    others: tuple[Name, ...]
    is_person: bool

    @property
    def words(self) -> list[str]:
        """The words that are compared."""
        return _words(self.name)[:_LONGEST_NAME]


@attrs.frozen
class _Word:
    """A word of a text."""

    plain: str
    """Without its case, its marks composed."""

    start: int
    end: int
    is_capital: bool


class _Printed:
    """The words of all stretches, and where each of them stands."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self.stretches = stretches
        self.words = [
            [
                _Word(_plain(match[0]), match.start(), match.end(), match[0][0].isupper())
                for match in _WORD.finditer(stretch.words)
            ]
            for stretch in stretches
        ]
        self.places: dict[str, list[_Place]] = {}
        for at, words in enumerate(self.words):
            for n, word in enumerate(words):
                self.places.setdefault(word.plain, []).append((at, n))
        self._names: dict[str, _Place | None] = {}
        self._sides: dict[str, Side | None] = {}

    def side(self, at: int, first: int, last: int) -> Side:
        """Cut the words from the first to the last out of a stretch."""
        words = self.words[at]
        return self.stretches[at].at(words[first].start, words[last].end)

    def side_of(self, name: str) -> Side | None:
        """Find where a name is printed first, letter for letter."""
        if name not in self._sides:
            places = ((each, each.words.find(name)) for each in self.stretches)
            found = next(((each, place) for each, place in places if place >= 0), None)
            self._sides[name] = found and found[0].at(found[1], found[1] + len(name))
        return self._sides[name]

    def place_as_name(self, word: str) -> _Place | None:
        """Find the first place of a word in a stretch that prints it with a capital only."""
        if word not in self._names:
            by_stretch = itertools.groupby(self.places[word], key=operator.itemgetter(0))
            some = ([*places] for _, places in by_stretch)
            self._names[word] = next(
                (
                    places[0]
                    for places in some
                    if all(self.words[at][n].is_capital for at, n in places)
                ),
                None,
            )
        return self._names[word]


class _Names:
    """The names of a record beside the words of its texts."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.printed = _Printed(reading.stretches)
        self.all = list(_named(reading.record))
        self.known = {
            tuple(_words(name)) for each in self.all for name in (each.name, *_values(each.others))
        }
        self.known_words = {word for words in self.known for word in words}
        self.misspelt = misspellings(
            (word for each in self.all for word in each.words), self.printed.places
        )


def spellings(reading: Reading) -> Iterator[Suggestion]:
    """Look for near-equal names: two of one thing in the record, or one in a text."""
    names = _Names(reading)
    for each in names.all:
        yield from _pairs(names, each)
        told: set[str] = set()
        yield from _in_texts(names, each, told)
        if each.is_person:
            yield from _single_words(names, each, told)


def ligatures(reading: Reading) -> Iterator[Suggestion]:
    """Look for a word that one text prints both with a ligature and in plain letters."""
    by_source: dict[str, list[Stretch]] = {}
    for each in reading.stretches:
        by_source.setdefault(each.source, []).append(each)
    for stretches in by_source.values():
        if not any(_LIGATURES.search(each.words) for each in stretches):
            continue
        first: dict[str, Side] = {}
        joined: dict[str, Side] = {}
        for each in stretches:
            for match in _WORD.finditer(each.words):
                side = each.at(match.start(), match.end())
                chosen = joined if _LIGATURES.search(match[0]) else first
                chosen.setdefault(fold(match[0]).casefold(), side)
        for word in [word for word in joined if word in first]:
            yield _of_two(reading, first[word], joined[word], "")


def _named(record: Conference) -> Iterator[_Named]:
    yield _Named(record.id, "", record.name, record.other_names, is_person=False)
    for collection in ("countries", "organizations", "delegates", "people", "sessions"):
        is_person = collection in ("delegates", "people")
        for n, each in enumerate(getattr(record, collection)):
            if each.name is not None:
                others = getattr(each, "other_names", ())
                yield _Named(each.id, f"/{collection}/{n}", each.name, others, is_person)
    for n, place in enumerate(record.places):
        yield _Named(f"{record.id}/places", f"/places/{n}", place.name, (), is_person=False)


def _values(names: Sequence[Name]) -> Iterator[str]:
    return (each.value for each in names)


def _words(name: str) -> list[str]:
    return [_plain(match[0]) for match in _WORD.finditer(name)]


def _plain(word: str) -> str:
    return word.casefold() if word.isascii() else fold(word).casefold()


def _pairs(names: _Names, named: _Named) -> Iterator[Suggestion]:
    """Compare the names of one thing that the sources print."""
    others = [each.value for each in named.others if each.kind not in _OTHER_NAMES]
    for one, other in itertools.combinations([named.name, *others][:_MOST_NAMES], 2):
        if _near(_words(one), _words(other), is_variant):
            first, second = names.printed.side_of(one), names.printed.side_of(other)
            if first is not None and second is not None:
                yield _of_two(names.reading, first, second, named.address, named.pointer)


def _in_texts(names: _Names, named: _Named, told: set[str]) -> Iterator[Suggestion]:
    """Look for a name of several words with some of its words spelt otherwise.

    What is found is told, so that its words are not found once more alone.
    """
    words, printed = named.words, names.printed
    if len(words) < 2:  # noqa: PLR2004 - single words are compared below
        return
    starts = {
        (at, n - offset)
        for offset, word in enumerate(words)
        for other in names.misspelt.get(word, ())
        for at, n in printed.places[other][:_MOST_PLACES]
    }
    seen: set[tuple[str, ...]] = set()
    for at, start in sorted(starts):
        window = printed.words[at][max(start, 0) : start + len(words)]
        there = tuple(word.plain for word in window)
        if start < 0 or len(there) != len(words) or there in names.known or there in seen:
            continue
        if named.is_person and not window[0].is_capital:
            continue
        if _near(words, there):
            seen.add(there)
            told.update(there)
            found = printed.side(at, start, start + len(words) - 1)
            own = printed.side_of(named.name) or Side(named.name, found.source, None)
            yield _of_two(names.reading, own, found, named.address, named.pointer)


def _single_words(names: _Names, named: _Named, told: set[str]) -> Iterator[Suggestion]:
    """Look for a word of a person's name, spelt otherwise."""
    others = {
        other: names.printed.place_as_name(other)
        for word in named.words
        for other in names.misspelt.get(word, ())
        if other[0] == word[0] and other not in names.known_words and other not in told
    }
    for at, n in sorted(filter(None, others.values())):
        own = names.printed.side_of(named.name)
        if own is not None:
            found = names.printed.side(at, n, n)
            yield _of_two(names.reading, own, found, named.address, named.pointer)


def _near(
    words: Sequence[str],
    others: Sequence[str],
    is_near: Callable[[str, str], bool] = is_misspelt,
) -> bool:
    """Tell whether two names differ, and only in how some of their words are spelt."""
    if len(words) != len(others):
        return False
    has_equal = has_other = False
    for one, other in zip(words, others, strict=True):
        if one == other or (value_of(one) is not None and value_of(one) == value_of(other)):
            has_equal = True
        elif is_near(one, other):
            has_other = True
        else:
            return False
    return has_other and (has_equal or len(words) == 1)


def _of_two(
    reading: Reading, own: Side, found: Side, address: str, pointer: str = ""
) -> Suggestion:
    about = (address,) if address else reading.facts_at((own, found))
    return reading.suggestion(
        "G424",
        reading.kind_between(own, found),
        about,
        (reading.account(own.words, own), reading.account(found.words, found)),
        pointer or reading.pointer_of(found.source),
        f"{own.words!r} is also spelt {found.words!r}",
    )
