"""What is called how in many records: what a name may stand for, without looking at every one."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from confmodel.model import Conference, Country
from confmodel.model._index import Identified, identified
from confmodel.query._memory.conditions import KINDS
from confmodel.query._memory.names import HUMANS, codes_of_country, names_of
from confmodel.query._memory.postings import Postings, at, post
from confmodel.query._memory.words import codes_of, romanized, spellings


class Standing(NamedTuple):
    """What a name stands for in the records, but for the one country of its code."""

    clear: dict[int, str]
    """The id of the only thing that it can stand for, by the number of the record."""

    unclear: set[int]
    """The records that have to be looked at."""


class Called:
    """The names in many records.

    All the things that have an id are numbered through, over all records.
    """

    __slots__ = ("_postings", "_starts", "_things", "_words")

    def __init__(self) -> None:
        self._postings: Postings = {}
        self._words: dict[str, list[str]] = {}
        self._things: list[Identified] = []
        self._starts = array("I", (0,))

    def __len__(self) -> int:
        """Count the records that are taken in."""
        return len(self._starts) - 1

    def add(self, conference: Conference) -> None:
        """Post what a record can be asked for by.

        `#PK` is a country with that code, and `!PK` a second one; of these, the
        number of the record is posted, and otherwise that of the thing. Ids
        stand as they are, whole names behind `=`, those of persons behind `~` as
        well, and behind `%` as they may be romanized; for these, the words are
        noted that stand in them. Names that the table of countries gives for the code, in
        capitals or not, are left out: they would be most of them, and say nothing more.
        """
        postings, record, seen = self._postings, len(self), set()
        for number, (identifier, thing) in enumerate(identified(conference), len(self._things)):
            self._things.append(thing)
            code = None
            if isinstance(thing, Country):
                for code in codes_of_country(thing):
                    post(postings, f"!{code}" if code in seen else f"#{code}", record)
                    seen.add(code)
            if code is None or codes_of(identifier) != (code,):
                post(postings, identifier, number)
            is_human = thing.kind_name in HUMANS
            for name, _ in names_of(thing):
                for spelling in spellings(name):
                    if code is None or codes_of(spelling) != (code,):
                        post(postings, f"={spelling}", number)
                if is_human:
                    for marked in _as_parts(name):
                        self._add_words(marked, number)
        self._starts.append(len(self._things))

    def _add_words(self, marked: str, number: int) -> None:
        if marked not in self._postings:
            mark, spelling = marked[0], marked[1:]
            for word in dict.fromkeys(spelling.split()):
                self._words.setdefault(f"{mark}{word}", []).append(marked)
        post(self._postings, marked, number)

    def coded(self, field: str, name: str) -> "array[int]":
        """Give the records that have the one country which a name stands for."""
        codes = codes_of(name) if "country" in KINDS[field] else ()
        return at(self._postings, f"#{codes[0]}") if len(codes) == 1 else array("I")

    def find(self, field: str, name: str) -> Standing:
        """Say what a name may stand for besides the one country of its code."""
        kinds = KINDS[field]
        codes = codes_of(name) if "country" in kinds else ()
        # No id begins with a mark: a name that does is not to be taken for what is behind it.
        numbers = set() if name.startswith(_MARKS) else {*at(self._postings, name)}
        spelled = spellings(name)
        for spelling in spelled:
            numbers.update(at(self._postings, f"={spelling}"))
        for part in () if codes else _as_parts(name):
            for whole in self._with_words(part):
                numbers.update(at(self._postings, whole))
        clear: dict[int, str] = {}
        unclear: set[int] = set()
        # A letter spelled out can make a name of the table of what is none as it stands.
        others = (codes_of(each) for each in spelled) if "country" in kinds else ()
        for code in {*codes, *chain.from_iterable(others)}:
            unclear.update(at(self._postings, f"!{code}"))
            if (code,) != codes:
                unclear.update(at(self._postings, f"#{code}"))
        for number in numbers:
            record = bisect_right(self._starts, number) - 1
            thing = self._things[number]
            # Beside a country or another thing it is not for the index to choose.
            if codes or record in clear or thing.kind_name not in kinds or thing.id is None:
                unclear.add(record)
            else:
                clear[record] = thing.id
        for record in unclear & clear.keys():
            del clear[record]
        return Standing(clear, unclear)

    def _with_words(self, marked: str) -> Iterator[str]:
        """Go through the names of persons that words stand in, side by side."""
        mark, spelling = marked[0], marked[1:]
        # The rarest of them stands in the fewest names.
        each = (self._words.get(f"{mark}{word}", []) for word in spelling.split())
        return (
            whole for whole in min(each, key=len, default=[]) if f" {spelling} " in f" {whole[1:]} "
        )


_MARKS = ("#", "!", "=", "~", "%")


def _as_parts(name: str) -> Iterator[str]:
    """Give the forms under which a part of a person's name is looked up, each with its mark."""
    yield from (f"~{spelling}" for spelling in spellings(name))
    yield from (f"%{spelling}" for spelling in romanized(name))
