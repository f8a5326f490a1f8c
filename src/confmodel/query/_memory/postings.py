"""Postings: for each term, where it stands, in order; made record by record."""

import functools
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Final, cast

from confmodel.model import Agreement, Conference, Country, Figure, Statement, When
from confmodel.model._index import identified
from confmodel.query._memory.conditions import KINDS, Condition
from confmodel.query._memory.evaluate import CONDITIONS
from confmodel.query._memory.names import HUMANS, codes_of_country, names_of
from confmodel.query._memory.of_agreements import beneficiaries_of, dues_of, parties_of
from confmodel.query._memory.of_conferences import countries_of_places, who_came
from confmodel.query._memory.of_figures import who_claims, whom_it_is_for
from confmodel.query._memory.sides import OF_COUNTRY
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import codes_of, spellings
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


def post_names(
    postings: Postings, words: dict[str, list[str]], conference: Conference, place: int
) -> None:
    """Post what a record can be asked for by.

    `#PK` is a country with that code, and `!PK` a second one. Ids stand as
    they are, whole names behind `=`, those of persons behind `~` as well; for
    these, `words` says in which ones a word stands. Names that the table of
    countries gives for the code are left out: they would be most of them, and
    say nothing more.
    """
    seen = set()
    for identifier, thing in identified(conference):
        code = None
        if isinstance(thing, Country):
            for code in codes_of_country(thing):
                post(postings, f"!{code}" if code in seen else f"#{code}", place)
                seen.add(code)
        if code is None or codes_of(identifier) != (code,):
            post(postings, identifier, place)
        is_human = thing.kind_name in HUMANS
        for name, _ in names_of(thing):
            if code is not None and codes_of(name) == (code,):
                continue
            for spelling in spellings(name):
                post(postings, f"={spelling}", place)
                if is_human:
                    _post_words(postings, words, spelling, place)


def _post_words(postings: Postings, words: dict[str, list[str]], spelling: str, place: int) -> None:
    if f"~{spelling}" not in postings:
        for word in dict.fromkeys(spelling.split()):
            words.setdefault(word, []).append(spelling)
    post(postings, f"~{spelling}", place)


def other_records(
    postings: Postings, words: dict[str, list[str]], field: str, name: str
) -> set[int]:
    """Give the records in which a name may stand for more than the one country of its code."""
    found = {*at(postings, name)}
    for spelling in spellings(name):
        found.update(at(postings, f"={spelling}"))
    codes = codes_of(name) if "country" in KINDS[field] else ()
    if not codes:
        for spelling in spellings(name):
            # The rarest of its words stands in the fewest names.
            whole = min((words.get(each, []) for each in spelling.split()), key=len, default=[])
            for each in whole:
                if f" {spelling} " in f" {each} ":
                    found.update(at(postings, f"~{each}"))
    for code in codes:
        found.update(at(postings, f"!{code}"))
        if len(codes) > 1:
            found.update(at(postings, f"#{code}"))
    return found


def coded_records(postings: Postings, field: str, name: str) -> "array[int]":
    """Give the records that have the one country which a name stands for."""
    codes = codes_of(name) if "country" in KINDS[field] else ()
    return at(postings, f"#{codes[0]}") if len(codes) == 1 else array("I")


def named_in(which: Field, view: View, thing: Thing) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Give the ids that a field about actors goes by, and whether they certainly do.

    As the conditions do.
    """
    subject, field = which
    entity, holder = thing
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
