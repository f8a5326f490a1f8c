"""The index of many records: made field by field at the first question that can use it."""

import functools
import itertools
import operator
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from confmodel.model import Conference, When
from confmodel.query._memory.bits import all_of, bits_of, places_in
from confmodel.query._memory.called import Called, Standing
from confmodel.query._memory.conditions import Condition, topics
from confmodel.query._memory.evaluate import (
    Unknown,
    conditions_of,
    is_certain,
    met_by,
    names_in,
    queries_in,
    test_of,
)
from confmodel.query._memory.postings import (
    BY_SIDES,
    DUE,
    FLAGS,
    IDS,
    STATUS,
    TIMES,
    TOPIC,
    Countries,
    Field,
    Postings,
    at,
    post_field,
    posted_as,
)
from confmodel.query._memory.times import is_due, is_within
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import codes_of, padded
from confmodel.query.hit import Hit
from confmodel.query.question import (
    AllOf,
    AnyOf,
    Asks,
    NoneOf,
    Query,
    Question,
    T,
    asks_of,
)

_Found = tuple[int | None, bool]
"""The places that can meet a field, `None` for all; and whether all of them do."""


class Index:
    """Which things of which records can be answers; never more, and verified where less is known.

    All the things of one kind are numbered through, over all records; that
    number is the place of a thing. Records that come later are taken in at the
    next question.
    """

    __slots__ = (
        "_called",
        "_fields",
        "_hot",
        "_labels",
        "_records",
        "_stands",
        "_things",
        "_views",
    )

    def __init__(self, records: Sequence[Conference]) -> None:
        self._records = records
        self._called = Called()
        self._things: dict[str, _Things] = {}
        self._hot: dict[tuple[Field, object], int] = {}
        self._fields: dict[Field, tuple[Postings, array[int]]] = {}
        self._labels: dict[str, list[str]] = {}
        self._views: dict[int, View] = {}
        self._stands: dict[tuple[str, str], Standing] = {}

    def find(self, question: Question[T]) -> Iterator[Hit[T]]:
        """Go through the answers, in the order of the records.

        Raises:
            UnknownNameError: If a name stands for nothing in all records, or
                for several things in one.
        """
        found = self._search_known(question)
        things = self._things_of(question.subject).things
        for place in places_in(found):
            yield Hit(things[place], question)

    def count(self, question: Question[Any]) -> int:
        """Count the answers, without looking at them.

        Raises:
            UnknownNameError: As `find`.
        """
        return self._search_known(question).bit_count()

    def _search_known(self, question: Question[Any]) -> int:
        self._views.clear()
        self._stands.clear()
        self._prepare(question)
        self._refuse_unknown(question)
        found = self._search(question)
        self._views.clear()
        self._stands.clear()
        return found

    def _view(self, number: int) -> View:
        """Give the view of a record, which one question looks at more than once."""
        if number not in self._views:
            self._views[number] = View(self._records[number])
        return self._views[number]

    def _standing(self, field: str, name: str) -> Standing:
        """Say what a name may stand for, which one question asks more than once."""
        if (field, name) not in self._stands:
            self._stands[field, name] = self._called.find(field, name)
        return self._stands[field, name]

    # What is made when.

    def _prepare(self, question: Question[Any]) -> None:
        wanted: set[Field] = set()
        for query in queries_in(question):
            fields = [*query.asked(), *(("topic",) if "about" in query.asked() else ())]
            posted = (posted_as(query.subject, field) for field in fields)
            wanted.update(each for each in posted if each is not None)
        if any(True for _ in names_in(question)):
            for place in range(len(self._called), len(self._records)):
                self._called.add(self._records[place])
        for query in queries_in(question):
            for field, name in names_in(query):
                which = (query.subject, field)
                if which in BY_SIDES and self._standing(field, name).clear:
                    wanted.add(IDS[which])
        self._post(wanted)

    def _things_of(self, subject: str) -> "_Things":
        """Give everything of a kind, in all the records."""
        things = self._things.setdefault(subject, _Things(subject))
        for place in range(len(things.starts) - 1, len(self._records)):
            things.add(self._records[place])
        return things

    def _size_of(self, subject: str) -> int:
        return len(self._things_of(subject).things)

    def _post(self, wanted: set[Field]) -> None:
        behind: dict[int, list[tuple[Field, Postings]]] = {}
        for which in sorted(wanted):
            postings, done = self._fields.setdefault(which, ({}, array("I", (0,))))
            if done[0] < len(self._records):
                self._hot.clear()
                behind.setdefault(done[0], []).append((which, postings))
            done[0] = len(self._records)
        for first, fields in behind.items():
            starts = [self._things_of(subject).starts for (subject, _), _ in fields]
            for place in range(first, len(self._records)):
                view = View(self._records[place])
                countries = Countries(view)
                for (which, postings), begin in zip(fields, starts, strict=True):
                    post_field(postings, which, view, countries, begin[place])
        if behind and TOPIC in wanted:
            self._post_labels()

    def _post_labels(self) -> None:
        """Note in which labels of topics a word stands."""
        known = set(itertools.chain.from_iterable(self._labels.values()))
        for label in cast("dict[str, Any]", self._fields[TOPIC][0]):
            if label not in known:
                for word in dict.fromkeys((*padded(label).split(), "")):
                    self._labels.setdefault(word, []).append(label)

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
            names.look_in(self._view(place))
        if any(True for _ in names.left()):
            for record in self._records[:_MOST_LOOKED_THROUGH]:
                names.look_in(View(record))
            names.count = len(self._records)
            names.complain()

    def _is_topic(self, field: str, name: str) -> bool:
        if field != "about":
            return False
        return any(True for _ in self._labels_with(name)) or any(
            topics(record.topics, (name,), field) for record in self._records
        )

    def _others(self, which: Field, names: tuple[str, ...]) -> set[int]:
        """Give the records that have to be looked at for what a field names."""
        found: set[int] = set()
        for name in names:
            stands = self._standing(which[1], name)
            found |= stands.unclear
            if which not in BY_SIDES:
                found |= stands.clear.keys()
        return found

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
        subject, asks = query.subject, asks_of(type(query))
        given = query.asked()
        certainly = is_certain(query)
        others: set[int] = set()
        for field, value in given.items():
            if asks[field] is Asks.NAME:
                others |= self._others((subject, field), cast("tuple[str, ...]", value))
        found = all_of(self._size_of(subject))
        if others:
            found ^= self._places_of(subject, others)
        verified = set()
        for field, value in given.items():
            candidates, is_exact = self._candidates((subject, field), asks[field], value, certainly)
            if is_exact:
                verified.add(field)
            if candidates is not None:
                found &= candidates
        left = [
            each
            for each, field in zip(conditions_of(query), _fields_of(query), strict=True)
            if field not in verified
        ]
        if left:
            found = self._verified(found, left, query)
        return found | self._plainly(query, others) if others else found

    def _candidates(self, which: Field, asks: Asks, value: Any, certainly: bool) -> _Found:  # noqa: FBT001 - internal
        subject, field = which
        posted_in = posted_as(subject, field)
        if asks is Asks.NAME:
            if which in BY_SIDES:
                return self._with_sides(which, value, certainly), True
            if field == "about":
                return None, False
            records = [self._called.coded(field, name) for name in value]
            # Whatever a record knows, it mentions.
            is_exact = field == "mentions"
            return self._places_of(subject, itertools.chain.from_iterable(records)), is_exact
        if posted_in is None:
            return None, asks is Asks.CERTAINTY
        if which in FLAGS:
            meets = self._at(which, True)  # noqa: FBT003 - the term
            return meets if value else all_of(self._size_of(subject)) ^ meets, True
        terms: tuple[object, ...] = (
            value if isinstance(value, tuple) else ((field, value, certainly),)
        )
        if which == STATUS and not certainly:
            terms += tuple((each, "?") for each in value)
        return _any_of(self._at(posted_in, each) for each in terms), True

    def _with_sides(self, which: Field, names: tuple[str, ...], certainly: bool) -> int:  # noqa: FBT001 - internal
        behind = [
            self._of_country(which, name, certainly) | self._of_ids(which, name, certainly)
            for name in names
        ]
        if which[1] == "between":
            return _all_of(behind)
        if which[1] == "about":
            behind += [self._at(TOPIC, name) for name in names]
        return _any_of(behind)

    def _at(self, which: Field, term: object) -> int:
        """Give the places of a term; of the terms asked for lately, they are kept."""
        found = self._hot.get((which, term))
        if found is None:
            if len(self._hot) >= _MOST_HOT:
                del self._hot[next(iter(self._hot))]
            postings = self._fields[which][0]
            terms: Iterable[object] = (term,)
            if which == TOPIC:
                terms = self._labels_with(cast("str", term))
            elif which == DUE or which[1] == "when":
                terms = _times_in(postings, *cast("tuple[str, When, bool]", term))
            places = itertools.chain.from_iterable(at(postings, each) for each in terms)
            found = self._hot[which, term] = bits_of(places, self._size_of(which[0]))
        return found

    def _of_country(self, which: Field, name: str, certainly: bool) -> int:  # noqa: FBT001 - internal
        codes = codes_of(name)
        if len(codes) != 1:
            return 0
        found = self._at(which, codes[0])
        return found if certainly else found | self._at(which, f"{codes[0]}?")

    def _of_ids(self, which: Field, name: str, certainly: bool) -> int:  # noqa: FBT001 - internal
        """Give the places of what stands behind a name that is no country's."""
        clear = self._standing(which[1], name).clear
        if not clear:
            return 0
        postings = self._fields[IDS[which]][0]
        starts = self._things_of(which[0]).starts
        found: list[int] = []
        for number, target in clear.items():
            for term in (target,) if certainly else (target, (target, "?")):
                places = at(postings, term)
                first = bisect_left(places, starts[number])
                found += places[first : bisect_left(places, starts[number + 1], first)]
        return bits_of(found, starts[-1])

    def _labels_with(self, words: str) -> Iterator[str]:
        """Go through the labels of topics that words stand in, side by side."""
        whole = padded(words)
        # The rarest of them stands in the fewest labels.
        each = [self._labels.get(word, []) for word in whole.split() or ("",)]
        return (label for label in min(each, key=len) if whole in padded(label))

    def _places_of(self, subject: str, numbers: Iterable[int]) -> int:
        """Give the places of everything in some records."""
        starts = self._things_of(subject).starts
        ranges = (range(starts[number], starts[number + 1]) for number in numbers)
        return bits_of(itertools.chain.from_iterable(ranges), starts[-1])

    def _verified(
        self, candidates: int, conditions: list[tuple[Condition, Any]], query: Query[Any]
    ) -> int:
        certainly = is_certain(query)
        things = self._things_of(query.subject).things
        found = []
        view: View | None = None
        for place in places_in(candidates):
            thing = things[place]
            if view is None or view.conference is not thing.conference:
                view = View(thing.conference)
            if met_by(conditions, certainly, view, thing) is not None:
                found.append(place)
        return bits_of(found, self._size_of(query.subject))

    def _plainly(self, query: Query[Any], numbers: set[int]) -> int:
        """Look at every thing of some records, as without an index."""
        starts = self._things_of(query.subject).starts
        test = test_of(query)
        found = []
        for number in numbers:
            view = self._view(number)
            for place, thing in enumerate(view.things(query.subject), starts[number]):
                if test(view, thing) is not None:
                    found.append(place)
        return bits_of(found, starts[-1])


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

_MOST_LOOKED_THROUGH = 100
"""Records that are looked through for the name nearest to an unknown one."""


def _all_of(sets: Iterable[int]) -> int:
    return functools.reduce(operator.and_, sets)


def _any_of(sets: Iterable[int]) -> int:
    return functools.reduce(operator.or_, sets)


def _fields_of(query: Query[Any]) -> list[str]:
    """Name the field of each condition, as `conditions_of` lists them."""
    fields = [each for each in query.asked() if each != "certainty"]
    return [*fields, *[""] * (len(conditions_of(query)) - len(fields))]


def _times_in(
    postings: Postings,
    field: str,
    asked: When,
    certainly: bool,  # noqa: FBT001 - internal
) -> Iterator[When | None]:
    """Go through the times that meet what is asked; records share a few."""
    for when in cast("dict[When | None, Any]", postings):
        if field in TIMES:
            if is_within(when, field, asked, certainly=certainly):
                yield when
        elif is_due(when, asked, certainly=certainly):
            yield when
