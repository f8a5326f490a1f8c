"""The index of many records: made field by field at the first question that can use it."""

import functools
import itertools
import operator
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from confmodel.model import Conference
from confmodel.query._memory.bits import all_of, bits_of, places_in
from confmodel.query._memory.called import Called, Standing
from confmodel.query._memory.conditions import KINDS
from confmodel.query._memory.evaluate import (
    Unknown,
    has_to_meet_both,
    is_certain,
    names_in,
    queries_in,
    test_of,
)
from confmodel.query._memory.fields import (
    ALSO,
    COMPARED,
    COMPLETE,
    FLAGS,
    IDS,
    MENTIONS,
    NAMED,
    NOT_NAMED,
    WORDS,
    Field,
    asked_in,
    needed_for,
    posted_in,
)
from confmodel.query._memory.postings import Behind, Postings, at, post_field
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import codes_of, has_words, words_of
from confmodel.query.hit import Hit
from confmodel.query.question import AllOf, AnyOf, NoneOf, Query, Question, T

K = TypeVar("K")
V = TypeVar("V")


class Index:
    """Which things of which records are answers: every field of a question is looked up.

    What is posted gives more than the answers in three cases, and the things
    are looked at: where a name can mean several things in a record, where one
    who is named has to have a role or a choice, and where several words stand
    side by side.

    All the things of one kind are numbered through, over all records; that
    number is the place of a thing. Records that come later are taken in at the
    next question.

    What is being made is taken out, and put back when it is whole: if that is
    interrupted, it is made anew. One question at a time; `Collection` sees to it.
    """

    __slots__ = (
        "_called",
        "_fields",
        "_hot",
        "_records",
        "_stands",
        "_things",
        "_views",
    )

    def __init__(self, records: Sequence[Conference]) -> None:
        self._records = records
        self._called = Called()
        self._things: dict[str, _Things] = {}
        self._hot: dict[object, int] = {}
        self._fields: dict[Field, tuple[Postings, int]] = {}
        """What is posted of each field, and of how many records."""
        self._views: dict[int, View] = {}
        self._stands: dict[tuple[str, str], Standing] = {}

    def find(self, question: Question[T]) -> Iterator[Hit[T]]:
        """Find the answers, and give them in the order of the records as they are read.

        Raises:
            UnknownNameError: If a name stands for nothing in all records, or
                for several things in one.
        """
        found = self._search_known(question)
        things = self._things_of(question.subject).things
        return (Hit(things[place], question) for place in places_in(found))

    def count(self, question: Question[Any]) -> int:
        """Count the answers, without looking at them.

        Raises:
            UnknownNameError: As `find`.
        """
        return self._search_known(question).bit_count()

    def _search_known(self, question: Question[Any]) -> int:
        self._views.clear()
        self._prepare(question)
        self._refuse_unknown(question)
        found = self._search(question)
        self._views.clear()
        return found

    def _standing(self, field: str, name: str) -> Standing:
        """Say what a name may stand for; of the names asked for lately, it is kept."""
        stands = self._stands.get((field, name))
        if stands is None:
            stands = self._called.find(field, name)
            _keep(self._stands, (field, name), stands, _MOST_NAMES)
        return stands

    # What is made when.

    def _prepare(self, question: Question[Any]) -> None:
        names = set(names_in(question))
        if names:
            self._take_names()
        wanted: set[Field | None] = set()
        for query in queries_in(question):
            for field in _fields_of(query):
                for which in needed_for((query.subject, field)):
                    wanted.add(posted_in(which))
                    if which in NAMED and any(
                        self._standing(field, name).clear for each, name in names if each == field
                    ):
                        wanted.add(IDS[which])
        self._post({each for each in wanted if each is not None})

    def _take_names(self) -> None:
        if len(self._called) < len(self._records):
            self._stands.clear()
            self._hot.clear()
            called, self._called = self._called, Called()
            for place in range(len(called), len(self._records)):
                called.add(self._records[place])
            self._called = called

    def _things_of(self, subject: str) -> "_Things":
        """Give everything of a kind, in all the records."""
        things = self._things.get(subject) or _Things(subject)
        first = len(things.starts) - 1
        if first < len(self._records):
            self._things.pop(subject, None)
            for place in range(first, len(self._records)):
                things.add(self._records[place])
            self._things[subject] = things
        return things

    def _size_of(self, subject: str) -> int:
        return len(self._things_of(subject).things)

    def _post(self, wanted: set[Field]) -> None:
        count = len(self._records)
        behind: dict[int, list[tuple[Field, Postings]]] = {}
        for which in sorted(wanted):
            postings, done = self._fields.get(which, ({}, 0))
            if done == count:
                self._fields[which] = postings, done
            else:
                self._hot.clear()
                behind.setdefault(done, []).append((which, postings))
        for first, fields in behind.items():
            starts = [self._things_of(subject).starts for (subject, _), _ in fields]
            for which, _ in fields:
                self._fields.pop(which, None)
            for place in range(first, count):
                actors = Behind(View(self._records[place]))
                for (which, postings), begin in zip(fields, starts, strict=True):
                    post_field(postings, which, actors, begin[place])
            self._fields.update((which, (postings, count)) for which, postings in fields)

    # What is known.

    def _refuse_unknown(self, question: Question[Any]) -> None:
        names = Unknown(question)
        unclear: set[int] = set()
        for field, name in set(names_in(question)):
            stands = self._standing(field, name)
            unclear |= stands.unclear
            if stands.clear or len(self._called.coded(field, name)) or self._is_topic(field, name):
                names.strike(field, name)
        for place in sorted(unclear):
            # Its things are looked at, too.
            view = self._views[place] = View(self._records[place])
            names.look_in(view)
        if any(True for _ in names.left()):
            for record in self._records[:_MOST_LOOKED_THROUGH]:
                names.look_in(View(record))
            names.count = len(self._records)
            names.complain()

    def _is_topic(self, field: str, name: str) -> bool:
        if field != "about":
            return False
        return any(self._saying((each, "topic"), name) for each in ("statement", "conference"))

    # What is found.

    def _search(self, question: Question[Any]) -> int:
        match question:
            case AllOf(parts=parts):
                return _all_of(map(self._search, parts))
            case AnyOf(parts=parts):
                return _any_of(map(self._search, parts))
            case NoneOf(part=part):
                return all_of(self._size_of(question.subject)) ^ self._search(part)
            case Query():
                return self._alone(question)
            case _:  # pragma: no cover - there are no other questions
                raise AssertionError(question)

    def _alone(self, query: Query[Any]) -> int:
        subject = query.subject
        certainly = is_certain(query)
        unclear: set[int] = set()
        for field, name in names_in(query):
            unclear |= self._standing(field, name).unclear
        found = all_of(self._size_of(subject))
        for field, value in _fields_of(query).items():
            found &= self._meeting((subject, field), value, certainly)
        if has_to_meet_both(query):
            found = self._verified(found, query)
        if unclear:
            places = self._places_of(subject, unclear)
            found = (found & ~places) | self._verified(places, query)
        return found

    def _meeting(self, which: Field, value: Any, certainly: bool) -> int:  # noqa: FBT001 - internal
        """Give the places of what meets a field."""
        values = value if isinstance(value, tuple) else (value,)
        join = _all_of if which[1] == "between" else _any_of
        found = join(self._one_of(which, values, certainly))
        also = ALSO.get(which)
        return found if also is None else found | self._meeting(also, value, certainly)

    def _one_of(self, which: Field, values: tuple[Any, ...], certainly: bool) -> Iterator[int]:  # noqa: FBT001 - internal
        """Go through the places of what meets each of the values that are asked for."""
        subject, field = which[0], asked_in(which)
        if which in NAMED:
            return (self._named(which, field, each, certainly) for each in values)
        if which == MENTIONS:
            return (self._known(subject, field, each) for each in values)
        if which == NOT_NAMED:
            return (self._not_named(field, each, certainly) for each in values)
        if which in WORDS:
            return (self._saying(which, each) for each in values)
        if which in COMPARED:
            return (self._compared(which, each, certainly) for each in values)
        return (self._posted(which, each, certainly) for each in values)

    def _bits(self, key: object, places: Callable[[], Iterable[int]], subject: str) -> int:
        """Give places; of what was asked for lately, they are kept."""
        found = self._hot.get(key)
        if found is None:
            found = bits_of(places(), self._size_of(subject))
            _keep(self._hot, key, found, _MOST_HOT)
        return found

    def _at(self, which: Field, term: object) -> int:
        """Give the places of a term."""
        return self._bits((which, term), lambda: at(self._fields[which][0], term), which[0])

    def _posted(self, which: Field, term: object, certainly: bool) -> int:  # noqa: FBT001 - internal
        """Give the places of a term, and of what is it only possibly."""
        if which in FLAGS:
            meets = self._at(which, True)  # noqa: FBT003 - the term
            return meets if term else all_of(self._size_of(which[0])) ^ meets
        found = self._at(which, term)
        return found if certainly else found | self._at(which, (term, "?"))

    def _compared(self, which: Field, asked: object, certainly: bool) -> int:  # noqa: FBT001 - internal
        """Give the places of the values that meet what is asked; records share a few."""
        posted, is_met = COMPARED[which]
        postings = self._fields[posted][0]

        def places() -> Iterable[int]:
            met = (each for held, each in postings.items() if is_met(held, asked, certainly))
            return itertools.chain.from_iterable(met)

        return self._bits((which, asked, certainly), places, which[0])

    def _saying(self, which: Field, phrase: str) -> int:
        """Give the places of words that stand side by side: the texts with all of them are read."""
        words = words_of(phrase)
        if len(words) == 1:
            return self._at(which, words[0])
        things, texts_of = self._things_of(which[0]).things, WORDS[which]

        def places() -> Iterable[int]:
            # The rarest come first: they leave the fewest for the others.
            each = sorted((at(self._fields[which][0], word) for word in {*words}), key=len)
            candidates = set(each[0]).intersection(*each[1:])
            return (
                place
                for place in candidates
                if any(has_words(text, (phrase,)) for text in texts_of(things[place]))
            )

        return self._bits((which, tuple(words)), places, which[0])

    def _named(self, which: Field, field: str, name: str, certainly: bool) -> int:  # noqa: FBT001 - internal
        """Give the places of whom a name stands for, as the country of its code, or by an id."""
        found = 0
        codes = codes_of(name) if "country" in KINDS[field] else ()
        if len(codes) == 1:
            found = self._posted(which, codes[0], certainly)
        clear = self._standing(field, name).clear
        if not clear:
            return found
        postings = self._fields[IDS[which]][0]
        starts = self._things_of(which[0]).starts

        def places() -> Iterator[int]:
            for number, target in clear.items():
                for term in (target,) if certainly else (target, (target, "?")):
                    found_at = at(postings, term)
                    first = bisect_left(found_at, starts[number])
                    end = bisect_left(found_at, starts[number + 1], first)
                    yield from found_at[first:end]

        return found | self._bits((IDS[which], field, name, certainly), places, which[0])

    def _known(self, subject: str, field: str, name: str) -> int:
        """Give the places of everything in the records that know a name."""
        clear = self._standing(field, name).clear
        coded = self._called.coded(field, name)
        starts = self._things_of(subject).starts

        def places() -> Iterator[int]:
            for number in itertools.chain(clear, coded):
                yield from range(starts[number], starts[number + 1])

        return self._bits((subject, field, name), places, subject)

    def _not_named(self, field: str, name: str, certainly: bool) -> int:  # noqa: FBT001 - internal
        """Give the places of agreements in records that know a name, but do not name it a party.

        Certainly outside is whoever is not even possibly inside a complete list.
        """
        parties = self._named(("agreement", "by"), field, name, not certainly)
        found = self._known("agreement", field, name) & ~parties
        return found & self._at(COMPLETE, True) if certainly else found  # noqa: FBT003 - the term

    def _places_of(self, subject: str, numbers: Iterable[int]) -> int:
        """Give the places of everything in some records."""
        starts = self._things_of(subject).starts
        ranges = (range(starts[number], starts[number + 1]) for number in numbers)
        return bits_of(itertools.chain.from_iterable(ranges), starts[-1])

    def _verified(self, places: int, query: Query[Any]) -> int:
        """Look at things as without an index, and give the places of the answers."""
        numbered = self._things_of(query.subject)
        things, starts = numbered.things, numbered.starts
        test = test_of(query)

        def answers() -> Iterator[int]:
            grouped = itertools.groupby(
                places_in(places), lambda place: bisect_right(starts, place) - 1
            )
            for number, of_record in grouped:
                view = self._views.get(number) or View(self._records[number])
                yield from (each for each in of_record if test(view, things[each]) is not None)

        return bits_of(answers(), starts[-1])


class _Things:
    """Everything of a kind in all the records, numbered through.

    So a thing is found at once, and not by way of its record.
    """

    __slots__ = ("_subject", "starts", "things")

    def __init__(self, subject: str) -> None:
        self._subject = subject
        self.things: list[Thing] = []
        self.starts = array("I", (0,))
        """The number of the first thing of each record, and of the end."""

    def add(self, record: Conference) -> None:
        self.things.extend(View(record).things(self._subject))
        self.starts.append(len(self.things))


_MOST_HOT = 256
"""Terms whose places are kept as bits: asked for again, they cost nothing."""

_MOST_NAMES = 32
"""Names of which it is kept what they stand for, which may be something in every record."""

_MOST_LOOKED_THROUGH = 100
"""Records that are looked through for the name nearest to an unknown one."""


def _all_of(sets: Iterable[int]) -> int:
    return functools.reduce(operator.and_, sets)


def _any_of(sets: Iterable[int]) -> int:
    return functools.reduce(operator.or_, sets)


def _keep(kept: dict[K, V], key: K, value: V, most: int) -> None:
    """Keep something, and let go of the oldest."""
    if len(kept) >= most:
        del kept[next(iter(kept))]
    kept[key] = value


def _fields_of(query: Query[Any]) -> dict[str, Any]:
    """Give what is asked for, but for how sure it has to be."""
    return {field: value for field, value in query.asked().items() if field != "certainty"}
