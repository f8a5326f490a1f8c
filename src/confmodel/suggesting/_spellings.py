"""G424: two spellings for one person, place or other name."""

import re
from collections.abc import Callable, Iterator, Sequence

import attrs

from confmodel.grounding.normal import fold
from confmodel.model import Conference, Name, NameKind
from confmodel.suggesting._numbers import value_of
from confmodel.suggesting._reading import Reading, Side, Stretch
from confmodel.suggesting.suggestion import Suggestion

_OTHER_NAMES = (NameKind.SHORT, NameKind.ACRONYM, NameKind.FORMER, NameKind.TRANSLATION)
"""Kinds of names that are no other spelling of the same name."""

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_SHORT_WORD = 5
_LONG_WORD = 8
_LONGEST_WORD = 40
_LONGEST_NAME = 16
"""Words of a name that are compared."""

_MOST_PLACES = 50
"""Places in a text at which one word of a name is followed up."""


@attrs.frozen
class _Named:
    """Something with a name, and all names that are known of it."""

    address: str
    pointer: str
    name: str
    others: tuple[Name, ...]
    is_person: bool


@attrs.frozen
class _Word:
    """A word of a text."""

    plain: str
    """Without its case, its marks composed."""

    start: int
    end: int
    is_capital: bool


class _Printed:
    """The words of one stretch, and where each of them stands."""

    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.words = [
            _Word(_plain(match[0]), match.start(), match.end(), match[0][0].isupper())
            for match in _WORD.finditer(stretch.words)
        ]
        self.places: dict[str, list[int]] = {}
        for n, word in enumerate(self.words):
            self.places.setdefault(word.plain, []).append(n)

    def side(self, first: int, last: int) -> Side:
        """Cut the words from the first to the last out of the stretch."""
        return self.stretch.at(self.words[first].start, self.words[last].end)


def spellings(reading: Reading) -> Iterator[Suggestion]:
    """Look for near-equal names: two of one thing in the record, or one in a text."""
    named = list(_named(reading.record))
    printed = [_Printed(each) for each in reading.stretches]
    known = {tuple(_words(name)) for each in named for name in (each.name, *_values(each.others))}
    known_words = {word for words in known for word in words}
    for each in named:
        yield from _pairs(reading, printed, each)
        told: set[str] = set()
        yield from _in_texts(reading, printed, each, known, told)
        if each.is_person:
            yield from _single_words(reading, printed, each, known_words | told)


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


def _pairs(reading: Reading, printed: Sequence[_Printed], named: _Named) -> Iterator[Suggestion]:
    """Compare the names of one thing that the sources print."""
    names = [named.name, *(each.value for each in named.others if each.kind not in _OTHER_NAMES)]
    found = [(name, _side_of(name, printed)) for name in names]
    for n, (one, first) in enumerate(found):
        for other, second in found[n + 1 :]:
            if (
                first is not None
                and second is not None
                and _near(_words(one), _words(other), _is_variant)
            ):
                yield _of_two(reading, first, second, named.address, named.pointer)


def _side_of(name: str, printed: Sequence[_Printed]) -> Side | None:
    for each in printed:
        place = each.stretch.words.find(name)
        if place >= 0:
            return each.stretch.at(place, place + len(name))
    return None


def _in_texts(
    reading: Reading,
    printed: Sequence[_Printed],
    named: _Named,
    known: set[tuple[str, ...]],
    told: set[str],
) -> Iterator[Suggestion]:
    """Look for a name of several words with some of its words spelt otherwise.

    What is found is told, so that its words are not found once more alone.
    """
    words = _words(named.name)[:_LONGEST_NAME]
    if len(words) < 2:  # noqa: PLR2004 - single words are compared below
        return
    seen: set[tuple[str, ...]] = set()
    for each in printed:
        starts = {
            place - offset
            for offset, word in enumerate(words)
            for place in each.places.get(word, ())[:_MOST_PLACES]
        }
        for start in sorted(starts):
            there = [word.plain for word in each.words[max(start, 0) : start + len(words)]]
            if start < 0 or len(there) != len(words) or tuple(there) in known | seen:
                continue
            if named.is_person and not each.words[start].is_capital:
                continue
            if _near(words, there):
                seen.add(tuple(there))
                told.update(there)
                found = each.side(start, start + len(words) - 1)
                own = _side_of(named.name, printed) or Side(named.name, found.source, None)
                yield _of_two(reading, own, found, f"{named.address}", named.pointer)


def _single_words(
    reading: Reading, printed: Sequence[_Printed], named: _Named, known: set[str]
) -> Iterator[Suggestion]:
    """Look for a word of a person's name, spelt otherwise."""
    words = [word for word in _words(named.name) if len(word) >= _SHORT_WORD]
    seen: set[str] = set()
    for each in printed:
        for other in _candidates(each, words):
            if other in known | seen:
                continue
            places = each.places[other]
            if not all(each.words[n].is_capital for n in places):
                continue
            if any(_is_misspelt(word, other) for word in words):
                seen.add(other)
                found = each.side(places[0], places[0])
                own = _side_of(named.name, printed)
                if own is not None:
                    yield _of_two(reading, own, found, named.address, named.pointer)


def _candidates(printed: _Printed, words: Sequence[str]) -> list[str]:
    initials = {(word[0], len(word) + shift) for word in words for shift in (-2, -1, 0, 1, 2)}
    return [word for word in printed.places if (word[0], len(word)) in initials]


def _near(
    words: Sequence[str],
    others: Sequence[str],
    is_near: Callable[[str, str], bool] | None = None,
) -> bool:
    """Tell whether two names differ, and only in how some of their words are spelt."""
    if len(words) != len(others) or list(words) == list(others):
        return False
    has_equal = has_other = False
    for one, other in zip(words, others, strict=True):
        if one == other or (value_of(one) is not None and value_of(one) == value_of(other)):
            has_equal = True
        elif (is_near or _is_misspelt)(one, other):
            has_other = True
        else:
            return False
    return has_other and (has_equal or len(words) == 1)


def _is_misspelt(one: str, other: str) -> bool:
    shortest = min(len(one), len(other))
    if shortest < _SHORT_WORD or max(len(one), len(other)) > _LONGEST_WORD:
        return False
    # An ending is no spelling: Latvia and Latvian, minister and ministers.
    if one.startswith(other) or other.startswith(one):
        return False
    allowed = 1 if shortest < _LONG_WORD else 2
    return 0 < _distance(one, other, allowed) <= allowed


def _is_variant(one: str, other: str) -> bool:
    """Compare words of two names that the record itself has for one thing: endings count."""
    return (one[0] == other[0] and _distance(one, other, 2) <= 2) or _is_misspelt(one, other)  # noqa: PLR2004


def _distance(one: str, other: str, most: int) -> int:
    """Count the letters that have to be changed (Levenshtein), up to a few."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        previous, row[0] = row[0], n
        for m, against in enumerate(other, 1):
            cost = min(row[m] + 1, row[m - 1] + 1, previous + (letter != against))
            previous, row[m] = row[m], cost
    return row[-1]


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
