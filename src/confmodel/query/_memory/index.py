"""The index of many records: made field by field at the first question that can use it."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from confmodel.model import Conference, Statement
from confmodel.query._memory.conditions import Condition, topics
from confmodel.query._memory.evaluate import (
    Unknown,
    conditions_of,
    names_in,
    outcome,
)
from confmodel.query._memory.postings import (
    BY_SIDES,
    CHOICES,
    POSTED,
    TOPIC,
    Countries,
    Postings,
    at,
    coded_records,
    other_records,
    post_field,
    post_names,
)
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import codes_of, padded
from confmodel.query.question import (
    AllOf,
    AnyOf,
    Asks,
    Certainty,
    NoneOf,
    Query,
    Question,
    asks_of,
)


class Index:
    """Which things of which records can be answers; never more, and verified where less is known.

    It holds numbers only. Records that come later are taken in at the next
    question.
    """

    __slots__ = ("_fields", "_hot", "_named", "_names", "_records", "_starts")

    def __init__(self, records: Sequence[Conference]) -> None:
        self._records = records
        self._names: Postings = {}
        self._named = 0
        self._starts: dict[str, array[int]] = {}
        self._hot: dict[tuple[tuple[str, str], object], frozenset[int]] = {}
        self._fields: dict[tuple[str, str], tuple[Postings, array[int]]] = {}

    def find(self, question: Question[Any]) -> Iterator[tuple[Conference, Thing]]:
        """Go through the answers, in the order of the records.

        Raises:
            UnknownNameError: If a name stands for nothing in all records, or
                for several things in one.
        """
        found = sorted(self._places(question))
        starts = self._starts_of(question.subject)
        records = self._records
        begin = end = 0
        record: Conference | None = None
        things: Sequence[Thing] = ()
        collection = _COLLECTIONS.get(question.subject)
        for place in found:
            if record is None or place >= end:
                number = bisect_right(starts, place) - 1
                begin, end = starts[number], starts[number + 1]
                record = records[number]
                if collection is None:
                    things = list(View(record).things(question.subject))
            if collection is None:
                yield record, things[place - begin]
            else:
                yield record, Thing(getattr(record, collection)[place - begin], record)

    def count(self, question: Question[Any]) -> int:
        """Count the answers, without looking at them.

        Raises:
            UnknownNameError: As `find`.
        """
        return len(self._places(question))

    def _places(self, question: Question[Any]) -> set[int]:
        self._prepare(question)
        self._refuse_unknown(question)
        return self._search(question)

    # What is made when.

    def _prepare(self, question: Question[Any]) -> None:
        wanted: set[tuple[str, str]] = set()
        _collect_fields(question, wanted)
        if any(True for _ in names_in(question)):
            for place in range(self._named, len(self._records)):
                post_names(self._names, self._records[place], place)
            self._named = len(self._records)
        self._post(wanted)

    def _starts_of(self, subject: str) -> "array[int]":
        """Give the number of the first thing of each record, and of the end."""
        starts = self._starts.setdefault(subject, array("I", (0,)))
        for place in range(len(starts) - 1, len(self._records)):
            record = self._records[place]
            if subject in _COLLECTIONS:
                count = len(getattr(record, _COLLECTIONS[subject]))
            else:
                count = sum(1 for _ in View(record).things(subject))
            starts.append(starts[-1] + count)
        return starts

    def _post(self, wanted: set[tuple[str, str]]) -> None:
        behind: dict[int, list[tuple[str, str, Postings]]] = {}
        for subject, field in sorted(wanted):
            postings, done = self._fields.setdefault((subject, field), ({}, array("I", (0,))))
            if done[0] < len(self._records):
                self._hot.clear()
                behind.setdefault(done[0], []).append((subject, field, postings))
            done[0] = len(self._records)
        for first, fields in behind.items():
            starts = {subject: self._starts_of(subject) for subject, _, _ in fields}
            for place in range(first, len(self._records)):
                view = View(self._records[place])
                countries = Countries(view)
                for subject, begin in starts.items():
                    things = list(view.things(subject))
                    for its_subject, field, postings in fields:
                        if its_subject == subject:
                            post_field(postings, (subject, field), things, countries, begin[place])

    # What is known.

    def _refuse_unknown(self, question: Question[Any]) -> None:
        names = Unknown(question)
        for field, name in set(names_in(question)):
            if len(coded_records(self._names, field, name)) or self._is_topic(field, name):
                names.strike(field, name)
        others = self._others(names_in(question))
        for place in sorted(others):
            names.look_in(View(self._records[place]))
        if any(True for _ in names.left()):
            for record in self._records[:_MOST_LOOKED_THROUGH]:
                names.look_in(View(record))
            names.count = len(self._records)
            names.complain()

    def _is_topic(self, field: str, name: str) -> bool:
        if field != "about":
            return False
        return any(True for _ in self._with_topic(name)) or any(
            topics(record.topics, (name,), field) for record in self._records
        )

    def _others(self, names: Iterator[tuple[str, str]]) -> set[int]:
        found: set[int] = set()
        for field, name in names:
            found |= other_records(self._names, field, name)
        return found

    # What is found.

    def _search(self, question: Question[Any]) -> set[int]:
        match question:
            case AllOf(parts=parts):
                return set.intersection(*map(self._search, parts))
            case AnyOf(parts=parts):
                return set.union(*map(self._search, parts))
            case NoneOf(part=part):
                everything = range(self._starts_of(question.subject)[-1])
                return set(everything).difference(self._search(part))
            case Query():
                return self._alone(question)
            case _:
                raise AssertionError(question)

    def _alone(self, query: Query[Any]) -> set[int]:
        subject, asks = query.subject, asks_of(type(query))
        starts = self._starts_of(subject)
        given = query.asked()
        certainly = given.get("certainty") is Certainty.CERTAINLY
        others = self._others(
            (field, name)
            for field, value in given.items()
            if asks[field] is Asks.NAME
            for name in _names(value)
        )
        candidates: set[int] | None = None
        verified = set()
        for field, value in given.items():
            found, is_exact = self._candidates(subject, field, asks[field], value, certainly)
            if is_exact:
                verified.add(field)
            if found is not None:
                candidates = found if candidates is None else candidates & found
        if candidates is None:
            candidates = set(range(starts[-1]))
        for number in others:
            candidates.difference_update(range(starts[number], starts[number + 1]))
        if query.subject == "statement" and "topic" in given and "topic" not in verified:
            candidates = self._with_phrases(candidates, getattr(query, "topic"))  # noqa: B009 - of a subclass
            verified.add("topic")
        left = [
            each
            for each, field in zip(conditions_of(query), _fields_of(query), strict=True)
            if field not in verified
        ]
        found = self._verified(candidates, left, query) if left else candidates
        return found | self._plainly(query, others)

    def _candidates(
        self,
        subject: str,
        field: str,
        asks: Asks,
        value: Any,
        certainly: bool,  # noqa: FBT001 - internal
    ) -> tuple[set[int] | None, bool]:
        """Give the things that can meet a field, `None` for all; and whether all of them do."""
        posted = self._fields.get((subject, field))
        if posted is not None and (subject, field) in CHOICES:
            chosen = [self._at((subject, field), each) for each in value]
            return set[int]().union(*chosen), True
        if posted is not None and (subject, field) == TOPIC:
            # A phrase is looked for where its words are, once all else is met.
            each_words = [padded(words).split() for words in value]
            places = (self._with_words(words) for words in each_words)
            return set[int]().union(*places), all(len(words) == 1 for words in each_words)
        if posted is not None and (subject, field) in BY_SIDES:
            each_name = [self._of_country((subject, field), name, certainly) for name in value]
            if field == "between":
                return set.intersection(*each_name), True
            found = set.union(*each_name)
            if field == "about":
                found.update(place for name in value for place in self._with_topic(name))
            return found, True
        if asks is Asks.NAME and field != "about":
            starts = self._starts_of(subject)
            return {
                place
                for name in value
                for number in coded_records(self._names, field, name)
                for place in range(starts[number], starts[number + 1])
            }, False
        return None, False

    def _at(self, which: tuple[str, str], term: object) -> frozenset[int]:
        """Give the places of a term as a set; of the terms asked for lately, it is kept."""
        found = self._hot.get((which, term))
        if found is None:
            if len(self._hot) >= _MOST_HOT:
                del self._hot[next(iter(self._hot))]
            found = self._hot[which, term] = frozenset(at(self._fields[which][0], term))
        return found

    def _of_country(self, which: tuple[str, str], name: str, certainly: bool) -> set[int]:  # noqa: FBT001 - internal
        codes = codes_of(name)
        if len(codes) != 1:
            return set()
        found = set(self._at(which, codes[0]))
        return found if certainly else found | self._at(which, f"{codes[0]}?")

    def _with_topic(self, words: str) -> Iterator[int]:
        """Go through the statements that have words in the label of a topic."""
        each = padded(words).split()
        together = self._with_words(each)
        yield from together if len(each) == 1 else self._with_phrases(together, (words,))

    def _with_phrases(self, places: set[int], phrases: tuple[str, ...]) -> set[int]:
        """Keep the statements that have one of the phrases in the label of a topic."""
        asked = [padded(each) for each in phrases]
        starts = self._starts_of("statement")
        has_one: dict[str, bool] = {}
        begin = end = 0
        statements: tuple[Statement, ...] = ()
        kept = set()
        for place in sorted(places):
            if place >= end:
                number = bisect_right(starts, place) - 1
                begin, end = starts[number], starts[number + 1]
                statements = self._records[number].statements
            for topic in statements[place - begin].topics:
                label = topic.label
                if label not in has_one:
                    whole = padded(label)
                    has_one[label] = any(each in whole for each in asked)
                if has_one[label]:
                    kept.add(place)
        return kept

    def _with_words(self, words: list[str]) -> set[int]:
        """Give the statements that have all of these words in labels of their topics."""
        places = [self._at(TOPIC, word) for word in words]
        return set(frozenset.intersection(*places)) if places else set()

    def _verified(
        self, candidates: set[int], conditions: list[tuple[Condition, Any]], query: Query[Any]
    ) -> set[int]:
        certainly = getattr(query, "certainty", None) is Certainty.CERTAINLY
        starts = self._starts_of(query.subject)
        found = set()
        end = begin = 0
        view: View | None = None
        things: Sequence[Thing] = ()
        collection = _COLLECTIONS.get(query.subject)
        for place in sorted(candidates):
            if view is None or place >= end:
                number = bisect_right(starts, place) - 1
                begin, end = starts[number], starts[number + 1]
                view = View(self._records[number])
                if collection is None:
                    things = list(view.things(query.subject))
            if collection is None:
                thing = things[place - begin]
            else:
                held = getattr(view.conference, collection)
                thing = Thing(held[place - begin], view.conference)
            if all(
                condition(view, thing.entity, thing, value, certainly) is not None
                for condition, value in conditions
            ):
                found.add(place)
        return found

    def _plainly(self, query: Query[Any], numbers: set[int]) -> set[int]:
        """Look at every thing of some records, as without an index."""
        starts = self._starts_of(query.subject)
        found = set()
        for number in numbers:
            view = View(self._records[number])
            for place, thing in enumerate(view.things(query.subject), starts[number]):
                if outcome(query, view, thing) is not None:
                    found.add(place)
        return found


_COLLECTIONS = {"statement": "statements", "delegate": "delegates", "agreement": "agreements"}
"""What is an answer as it stands in a record; anything else has to be gathered."""

_MOST_HOT = 64
"""Terms whose places are kept as a set: many times as large, and many times as fast."""

_MOST_LOOKED_THROUGH = 100
"""Records that are looked through for the name nearest to an unknown one."""


def _names(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _fields_of(query: Query[Any]) -> list[str]:
    """Name the field of each condition, as `conditions_of` lists them."""
    fields = [each for each in query.asked() if each != "certainty"]
    return [*fields, *[""] * (len(conditions_of(query)) - len(fields))]


def _collect_fields(question: Question[Any], wanted: set[tuple[str, str]]) -> None:
    match question:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                _collect_fields(part, wanted)
        case NoneOf(part=part):
            _collect_fields(part, wanted)
        case Query():
            for field in question.asked():
                if (question.subject, field) in POSTED:
                    wanted.add((question.subject, field))
                if field == "about":
                    wanted.add(TOPIC)
        case _:
            raise AssertionError(question)
