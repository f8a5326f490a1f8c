"""Postings: for each term, where it stands, in order; made record by record."""

import functools
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Final, cast

from confmodel.model import Agreement, Conference, Figure, Statement, When
from confmodel.query._memory.conditions import Condition
from confmodel.query._memory.evaluate import CONDITIONS
from confmodel.query._memory.names import codes_of_country
from confmodel.query._memory.of_agreements import beneficiaries_of, dues_of, parties_of
from confmodel.query._memory.of_conferences import countries_of_places, who_came
from confmodel.query._memory.of_figures import who_claims, whom_it_is_for
from confmodel.query._memory.sides import OF_COUNTRY
from confmodel.query._memory.view import Thing, View
from confmodel.query.standing import standing_of

Postings = dict[object, "array[int]"]

Field = tuple[str, str]
"""What is asked for, and the name of the field."""

BY_SIDES: Final[dict[Field, str]] = {
    ("statement", "by"): "speakers",
    ("statement", "about"): "about",
    ("statement", "via"): "via",
    ("delegate", "of"): "id",
    ("figure", "by"): "",
    ("figure", "for_whom"): "",
    ("agreement", "by"): "",
    ("agreement", "between"): "",
    ("agreement", "benefits"): "",
    ("conference", "country"): "",
    ("conference", "host"): "hosts",
    ("conference", "organizer"): "organizers",
    ("conference", "convener"): "conveners",
    ("conference", "chair"): "chairs",
    ("conference", "participant"): "",
}
"""The fields that name actors, of which the codes of the countries behind them are posted.

Where it is simple, with the field of the model that has the ids.
"""

IDS: Final[dict[Field, Field]] = {which: (which[0], f"{which[1]}/ids") for which in BY_SIDES}
"""Where the ids of all those are posted who stand behind the actors: only asked for by a name
that is no country's."""

_BY_IDS: Final = {ids: which for which, ids in IDS.items()}

_OF_COUNTRY: Final = frozenset({"about", "benefits", "for_whom"})
"""The fields that people of a country stand in for the country, too."""

CHOICES: Final = frozenset(
    {
        ("statement", "manner"),
        ("statement", "act"),
        ("statement", "modality"),
        ("delegate", "function"),
        ("figure", "unit"),
        ("figure", "currency"),
        ("figure", "direction"),
        ("figure", "mode"),
        ("figure", "comparator"),
        ("agreement", "kind"),
        ("agreement", "strength"),
        ("conference", "kind"),
        ("conference", "level"),
        ("conference", "status"),
    }
)
"""The fields of which the values are posted as they are."""

FLAGS: Final = frozenset(
    (subject, name)
    for subject, names in {
        "statement": ("grounded", "contradicted", "with_figures", "with_quotations"),
        "delegate": ("grounded", "contradicted", "spoke"),
        "figure": ("grounded", "contradicted"),
        "agreement": ("grounded", "contradicted", "with_figures", "made_here", "conditional"),
        "conference": ("grounded", "contradicted"),
    }.items()
    for name in names
)
"""The fields that are met or not, whatever the certainty; those who meet them are posted."""

STATUS: Final = ("agreement", "status")
"""The field of which what is only possible is posted apart."""

TIMES: Final = frozenset({"since", "until", "during"})
"""The fields about when it was; its time is posted, once for all of them."""

TOPIC: Final = ("statement", "topic")
"""The field of which whole labels are posted."""

DUE: Final = ("agreement", "due_by")
"""The field of which the dates are posted."""


def posted_as(subject: str, field: str) -> Field | None:
    """Say under which field the postings for a field of a question are; `None` if it has none."""
    which = (subject, field)
    if which in BY_SIDES or which in CHOICES or which in FLAGS or which in {TOPIC, DUE, STATUS}:
        return which
    return (subject, "when") if field in TIMES else None


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


def named_in(which: Field, view: View, thing: Thing) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Give the ids that a field about actors goes by, and whether they certainly do.

    As the conditions do.
    """
    subject, field = which
    entity, holder, _ = thing
    simple = BY_SIDES[which]
    if simple:
        held: str | tuple[str, ...] = getattr(entity, simple)
        yield (held,) if isinstance(held, str) else held, True
        return
    match entity:
        case Agreement():
            yield beneficiaries_of(entity) if field == "benefits" else parties_of(entity), True
        case Figure() if field == "for_whom":
            yield whom_it_is_for(entity), True
        case Figure() if subject == "figure":
            yield who_claims(holder), True
        case Conference() if field == "country":
            yield countries_of_places(entity), True
        case _:
            surely, maybe = who_came(view)
            yield surely, True
            yield maybe, False


class Countries:
    """The codes of the countries behind the actors of one record."""

    __slots__ = ("_codes", "_terms", "_view")

    def __init__(self, view: View) -> None:
        self._view = view
        self._codes = {
            each.id: code for each in view.conference.countries for code in codes_of_country(each)
        }
        self._terms: dict[tuple[str, bool, bool], tuple[str, ...]] = {}

    def terms(self, ids: Iterable[str], *, of_country: bool, is_sure: bool) -> Iterator[str]:
        """Give a term for each country behind actors: `PK`, or `PK?` if it is only possible."""
        if not self._codes:
            return
        for identifier in ids:
            key = (identifier, of_country, is_sure)
            terms = self._terms.get(key)
            if terms is None:
                covered = self._view.sides.covers(identifier)
                terms = tuple(
                    self._codes[target] if is_sure and way[0] else f"{self._codes[target]}?"
                    for target, way in covered.items()
                    if target in self._codes and (of_country or way[1] != OF_COUNTRY)
                )
                self._terms[key] = terms
            yield from terms


def post_field(
    postings: Postings, which: Field, view: View, countries: Countries, start: int
) -> None:
    """Post one field of all things in a record."""
    terms_of = _terms_for(which, view, countries)
    for place, thing in enumerate(view.things(which[0]), start):
        for term in terms_of(thing):
            post(postings, term, place)


def _terms_for(
    which: Field, view: View, countries: Countries
) -> Callable[[Thing], Iterable[object]]:
    subject, field = which
    if which in BY_SIDES:
        return functools.partial(_behind, which, view, countries)
    if which in _BY_IDS:
        return functools.partial(_ids_behind, _BY_IDS[which], view)
    if which in CHOICES:
        return functools.partial(_chosen, field)
    if which in FLAGS:
        return functools.partial(_met, CONDITIONS[subject][field], view)
    if which in _SPECIAL:
        return _SPECIAL[which]
    return lambda thing: (view.when_of(thing),)


def _behind(which: Field, view: View, countries: Countries, thing: Thing) -> Iterator[str]:
    of_country = which[1] in _OF_COUNTRY
    for ids, is_sure in named_in(which, view, thing):
        yield from countries.terms(ids, of_country=of_country, is_sure=is_sure)


def _ids_behind(which: Field, view: View, thing: Thing) -> Iterator[object]:
    """Give the id of each that stands behind: itself, or `(id, "?")` if it is only possible."""
    of_country = which[1] in _OF_COUNTRY
    for ids, is_sure in named_in(which, view, thing):
        for identifier in ids:
            for target, way in view.sides.covers(identifier).items():
                if of_country or way[1] != OF_COUNTRY:
                    yield target if is_sure and way[0] else (target, "?")


def _chosen(field: str, thing: Thing) -> tuple[object, ...]:
    value = getattr(thing.entity, field)
    return () if value is None else (value,)


def _met(condition: Condition, view: View, thing: Thing) -> tuple[object, ...]:
    is_met = condition(view, thing.entity, thing, True, False) is not None  # noqa: FBT003 - all conditions are called alike
    return (True,) if is_met else ()


def _labels(thing: Thing) -> Iterator[str]:
    return (each.label for each in cast("Statement", thing.entity).topics)


def _dues(thing: Thing) -> tuple[When, ...]:
    return dues_of(cast("Agreement", thing.entity))


def _statuses(thing: Thing) -> Iterator[object]:
    """Give each status that it can have: itself, or `(status, "?")` if it is only possible."""
    standing = standing_of(cast("Agreement", thing.entity))
    for each in standing.possible:
        yield each if each == standing.status else (each, "?")


_SPECIAL: Final[dict[Field, Callable[[Thing], Iterable[object]]]] = {
    TOPIC: _labels,
    DUE: _dues,
    STATUS: _statuses,
}
