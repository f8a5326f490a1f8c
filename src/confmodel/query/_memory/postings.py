"""Postings: for each term, where it stands, in order; made record by record."""

import functools
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from confmodel.query._memory.conditions import Condition
from confmodel.query._memory.evaluate import CONDITIONS
from confmodel.query._memory.fields import (
    BY_SIDES,
    FLAGS,
    IDS,
    OF_COUNTRY,
    PAIRS,
    TARGETS,
    VALUES,
    WORDS,
    Field,
    Ids,
    Pairs,
    Targets,
    Texts,
)
from confmodel.query._memory.names import codes_of_country
from confmodel.query._memory.sides import OF_COUNTRY as BY_COUNTRY
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import words_of

Postings = dict[object, "array[int]"]

_BY_IDS: Final = {ids: which for which, ids in IDS.items()}


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


class Behind:
    """Who stands behind the actors of one record, as terms.

    A term is the code of a country, or the id of anybody, and `(term, "?")` if
    it is only possible.
    """

    __slots__ = ("_codes", "_terms", "view")

    def __init__(self, view: View) -> None:
        self.view = view
        self._codes = {
            each.id: code for each in view.conference.countries for code in codes_of_country(each)
        }
        self._terms: dict[tuple[str, bool, bool], tuple[object, ...]] = {}

    def terms(self, ids: Iterable[str], *, of_country: bool, by_id: bool) -> Iterator[object]:
        """Give the terms for all who stand behind actors."""
        for identifier in ids:
            key = (identifier, of_country, by_id)
            terms = self._terms.get(key)
            if terms is None:
                covered = self.view.sides.covers(identifier)
                reached = (
                    (target, way[0])
                    for target, way in covered.items()
                    if of_country or way[1] != BY_COUNTRY
                )
                terms = self._terms[key] = tuple(self.terms_of(reached, by_id=by_id))
            yield from terms

    def terms_of(self, targets: Iterable[tuple[str, bool]], *, by_id: bool) -> Iterator[object]:
        """Give the terms for ids, of which it is known whether they are certain."""
        for target, is_sure in targets:
            term = target if by_id else self._codes.get(target)
            if term is not None:
                yield term if is_sure else (term, "?")


def post_field(postings: Postings, which: Field, behind: Behind, start: int) -> None:
    """Post one field of all things in a record."""
    terms_of = _terms_for(which, behind)
    for place, thing in enumerate(behind.view.things(which[0]), start):
        for term in terms_of(thing):
            post(postings, term, place)


def _terms_for(which: Field, behind: Behind) -> Callable[[Thing], Iterable[object]]:
    subject, field = which
    by_id = which in _BY_IDS
    named = _BY_IDS.get(which, which)
    if named in BY_SIDES:
        return functools.partial(_actors, BY_SIDES[named], named[1] in OF_COUNTRY, by_id, behind)
    if named in PAIRS:
        return functools.partial(_pairs, PAIRS[named], by_id, behind)
    if named in TARGETS:
        return functools.partial(_targets, TARGETS[named], by_id, behind)
    if which in FLAGS:
        return functools.partial(_met, CONDITIONS[subject][field], behind.view)
    if which in WORDS:
        return functools.partial(_words, WORDS[which])
    return functools.partial(VALUES[which], behind.view)


def _actors(
    ids_of: Ids,
    of_country: bool,  # noqa: FBT001 - internal
    by_id: bool,  # noqa: FBT001 - internal
    behind: Behind,
    thing: Thing,
) -> Iterable[object]:
    return behind.terms(ids_of(thing), of_country=of_country, by_id=by_id)


def _pairs(pairs_of: Pairs, by_id: bool, behind: Behind, thing: Thing) -> Iterator[object]:  # noqa: FBT001 - internal
    for choice, ids in pairs_of(thing):
        for term in behind.terms(ids, of_country=False, by_id=by_id):
            yield ((term[0], choice), "?") if isinstance(term, tuple) else (term, choice)


def _targets(targets_of: Targets, by_id: bool, behind: Behind, thing: Thing) -> Iterable[object]:  # noqa: FBT001 - internal
    return behind.terms_of(targets_of(behind.view, thing), by_id=by_id)


def _met(condition: Condition, view: View, thing: Thing) -> tuple[object, ...]:
    is_met = condition(view, thing.entity, thing, True, False) is not None  # noqa: FBT003 - all conditions are called alike
    return (True,) if is_met else ()


def _words(texts_of: Texts, thing: Thing) -> Iterator[str]:
    for text in texts_of(thing):
        if text is not None:
            yield from words_of(text)
