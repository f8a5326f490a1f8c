"""Places of what meets a field of a question: looked up, and never looked at."""

import functools
import itertools
import operator
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from confmodel.query._memory.bits import all_of, bits_of
from confmodel.query._memory.conditions import KINDS
from confmodel.query._memory.fields import (
    ALSO,
    COMPARED,
    COMPLETE,
    FLAGS,
    IDS,
    MENTIONS,
    NAMED,
    NOT_NAMED,
    PAIRS,
    WORDS,
    Field,
    asked_in,
)
from confmodel.query._memory.ledger import Ledger
from confmodel.query._memory.postings import at
from confmodel.query._memory.recent import Recent
from confmodel.query._memory.words import codes_of, has_words, words_of

MOST_TERMS: Final = 256
"""Terms whose places are kept as bits: asked for again, they cost nothing."""


class Places:
    """Which things meet a field of a question, as bits.

    The fields have to be posted in the ledger, and the names noted.
    """

    __slots__ = ("_count", "_kept", "_ledger")

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept: Recent[object, int] = Recent(MOST_TERMS)
        self._count = 0
        """The number of records of which places are kept."""

    def everything(self, subject: str) -> int:
        """Give the places of all things of a kind."""
        return all_of(len(self._ledger.things_of(subject)))

    def in_records(self, subject: str, numbers: Iterable[int]) -> int:
        """Give the places of everything in some records."""
        things = self._ledger.things_of(subject)
        return bits_of(things.in_records(numbers), len(things))

    def meeting(self, which: Field, value: Any, *, certainly: bool) -> int:
        """Give the places of what meets a field."""
        if which in PAIRS:
            return met_by_any(
                self._named(which, asked_in(which), name, choice, certainly)
                for name, choice in itertools.product(*value)
            )
        values = value if isinstance(value, tuple) else (value,)
        join = met_by_all if which[1] == "between" else met_by_any
        found = join(self._one_of(which, values, certainly))
        also = ALSO.get(which)
        return found if also is None else found | self.meeting(also, value, certainly=certainly)

    def _one_of(self, which: Field, values: tuple[Any, ...], certainly: bool) -> Iterator[int]:  # noqa: FBT001 - internal
        """Go through the places of what meets each of the values that are asked for."""
        subject, field = which[0], asked_in(which)
        if which in NAMED:
            return (self._named(which, field, each, None, certainly) for each in values)
        if which == MENTIONS:
            return (self._known(subject, field, each) for each in values)
        if which == NOT_NAMED:
            return (self._not_named(field, each, certainly) for each in values)
        if which in WORDS:
            return (self.saying(which, each) for each in values)
        if which in COMPARED:
            return (self._compared(which, each, certainly) for each in values)
        return (self._posted(which, each, certainly) for each in values)

    def _bits(self, key: object, places: Callable[[], Iterable[int]], subject: str) -> int:
        """Give places; of what was asked for lately, they are kept."""
        if self._count < len(self._ledger.records):
            self._kept.clear()
            self._count = len(self._ledger.records)
        found = self._kept.get(key)
        if found is None:
            found = bits_of(places(), len(self._ledger.things_of(subject)))
            self._kept.keep(key, found)
        return found

    def _at(self, which: Field, term: object) -> int:
        """Give the places of a term."""
        return self._bits((which, term), lambda: self._ledger.at(which, term), which[0])

    def _posted(self, which: Field, term: object, certainly: bool) -> int:  # noqa: FBT001 - internal
        """Give the places of a term, and of what is it only possibly."""
        if which in FLAGS:
            meets = self._at(which, True)  # noqa: FBT003 - the term
            return meets if term else self.everything(which[0]) ^ meets
        found = self._at(which, term)
        return found if certainly else found | self._at(which, (term, "?"))

    def _compared(self, which: Field, asked: object, certainly: bool) -> int:  # noqa: FBT001 - internal
        """Give the places of the values that meet what is asked; records share a few."""
        posted, is_met = COMPARED[which]

        def places() -> Iterable[int]:
            postings = self._ledger.postings_of(posted)
            met = (each for held, each in postings.items() if is_met(held, asked, certainly))
            return itertools.chain.from_iterable(met)

        return self._bits((which, asked, certainly), places, which[0])

    def saying(self, which: Field, phrase: str) -> int:
        """Give the places of words that stand side by side: the texts with all of them are read."""
        words = words_of(phrase)
        if len(words) == 1:
            return self._at(which, words[0])
        things, texts_of = self._ledger.things_of(which[0]).held, WORDS[which]

        def places() -> Iterable[int]:
            # The rarest come first: they leave the fewest for the others.
            each = sorted((self._ledger.at(which, word) for word in {*words}), key=len)
            candidates = set(each[0]).intersection(*each[1:])
            return (
                place
                for place in candidates
                if any(has_words(text, (phrase,)) for text in texts_of(things[place]))
            )

        return self._bits((which, tuple(words)), places, which[0])

    def _named(
        self,
        which: Field,
        field: str,
        name: str,
        choice: object,
        certainly: bool,  # noqa: FBT001 - internal
    ) -> int:
        """Give the places of whom a name stands for, as the country of its code, or by an id.

        With a choice, of those who have made it.
        """
        found = 0
        codes = codes_of(name) if "country" in KINDS[field] else ()
        if len(codes) == 1:
            found = self._posted(which, _term(codes[0], choice), certainly)
        clear = self._ledger.standing(field, name).clear
        if not clear:
            return found

        def places() -> Iterator[int]:
            postings = self._ledger.postings_of(IDS[which])
            starts = self._ledger.things_of(which[0]).starts
            for number, target in clear.items():
                sure = _term(target, choice)
                for term in (sure,) if certainly else (sure, (sure, "?")):
                    found_at = at(postings, term)
                    first = bisect_left(found_at, starts[number])
                    end = bisect_left(found_at, starts[number + 1], first)
                    yield from found_at[first:end]

        return found | self._bits((IDS[which], field, name, choice, certainly), places, which[0])

    def _known(self, subject: str, field: str, name: str) -> int:
        """Give the places of everything in the records that know a name."""

        def places() -> Iterator[int]:
            known = (self._ledger.standing(field, name).clear, self._ledger.coded(field, name))
            return self._ledger.things_of(subject).in_records(itertools.chain(*known))

        return self._bits((subject, field, name), places, subject)

    def _not_named(self, field: str, name: str, certainly: bool) -> int:  # noqa: FBT001 - internal
        """Give the places of agreements in records that know a name, but do not name it a party.

        Certainly outside is whoever is not even possibly inside a complete list.
        """
        parties = self._named(("agreement", "by"), field, name, None, not certainly)
        found = self._known("agreement", field, name) & ~parties
        return found & self._at(COMPLETE, True) if certainly else found  # noqa: FBT003 - the term


def _term(target: object, choice: object) -> object:
    return target if choice is None else (target, choice)


def met_by_all(sets: Iterable[int]) -> int:
    """Give the places that are in all of some sets."""
    return functools.reduce(operator.and_, sets)


def met_by_any(sets: Iterable[int]) -> int:
    """Give the places that are in one of some sets."""
    return functools.reduce(operator.or_, sets)
