"""What is posted for each field of a question: actors, values, words, and what is met or not.

The functions that say what an answer has are those that the conditions use,
so that an index and a look at each thing go by the same.
"""

import functools
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any, Final, cast

from confmodel.model import Agreement, Conference, Delegate, Figure, Statement, Vote, When
from confmodel.query._memory.amounts import (
    Range,
    is_at_least,
    is_at_most,
    lacks_baseline,
    ranges_of,
)
from confmodel.query._memory.conditions import KINDS
from confmodel.query._memory.of_agreements import (
    beneficiaries_of,
    dues_of,
    is_complete,
    others_in,
    outsiders_of,
    parties_of,
    roles_of,
)
from confmodel.query._memory.of_agreements import texts_of as texts_of_agreement
from confmodel.query._memory.of_conferences import (
    countries_of_places,
    names_and_theme,
)
from confmodel.query._memory.of_delegates import (
    capacity_of,
    groups_around,
    titles_of,
)
from confmodel.query._memory.of_figures import (
    labels_around,
    subjects_of,
    who_claims,
    whom_it_is_for,
)
from confmodel.query._memory.of_figures import texts_of as texts_of_figure
from confmodel.query._memory.of_statements import is_in_language, voices_of, who_heard
from confmodel.query._memory.of_statements import texts_of as texts_of_statement
from confmodel.query._memory.of_votes import COUNTED, ballots_of, bodies_of, range_of, voters_of
from confmodel.query._memory.of_votes import subjects_of as subjects_of_vote
from confmodel.query._memory.times import is_due, is_within
from confmodel.query._memory.view import Thing, View
from confmodel.query.standing import standing_of

Field = tuple[str, str]
"""What is asked for, and the name of the field; behind a stroke, what is posted beside it."""

Ids = Callable[[Thing], tuple[str, ...]]
Targets = Callable[[View, Thing], Iterable[tuple[str, bool]]]
Pairs = Callable[[Thing], Iterable[tuple[object, tuple[str, ...]]]]
Values = Callable[[View, Thing], Iterable[object]]
Texts = Callable[[Thing], Iterable[str | None]]
Compares = Callable[[Any, Any, bool], bool]

_SUBJECTS: Final = ("statement", "delegate", "figure", "agreement", "vote", "conference")


def _held(name: str) -> Callable[[Thing], Any]:
    return lambda thing: getattr(thing.entity, name)


def _said(thing: Thing) -> Statement:
    return cast("Statement", thing.entity)


def _who(thing: Thing) -> Delegate:
    return cast("Delegate", thing.entity)


def _figure(thing: Thing) -> Figure:
    return cast("Figure", thing.entity)


def _made(thing: Thing) -> Agreement:
    return cast("Agreement", thing.entity)


def _vote(thing: Thing) -> Vote:
    return cast("Vote", thing.entity)


def _event(thing: Thing) -> Conference:
    return thing.conference


# Actors.

BY_SIDES: Final[dict[Field, Ids]] = {
    ("statement", "by"): lambda thing: voices_of(_said(thing)),
    ("statement", "to"): _held("addressees"),
    ("statement", "about"): _held("about"),
    ("statement", "via"): _held("via"),
    ("delegate", "of"): lambda thing: (_who(thing).id,),
    ("figure", "by"): lambda thing: who_claims(thing.holder),
    ("figure", "about"): lambda thing: subjects_of(thing.holder),
    ("figure", "for_whom"): lambda thing: whom_it_is_for(_figure(thing)),
    ("agreement", "by"): lambda thing: parties_of(_made(thing)),
    ("agreement", "between"): lambda thing: parties_of(_made(thing)),
    ("agreement", "benefits"): lambda thing: beneficiaries_of(_made(thing)),
    ("agreement", "not_party"): lambda thing: outsiders_of(_made(thing)),
    ("agreement", "participant"): lambda thing: others_in(_made(thing)),
    ("vote", "voted_on"): lambda thing: subjects_of_vote(_vote(thing)),
    ("vote", "body"): lambda thing: bodies_of(_vote(thing)),
    ("vote", "voter"): lambda thing: voters_of(_vote(thing)),
    ("conference", "country"): lambda thing: countries_of_places(_event(thing)),
    ("conference", "host"): _held("hosts"),
    ("conference", "organizer"): _held("organizers"),
    ("conference", "convener"): _held("conveners"),
    ("conference", "chair"): _held("chairs"),
}
"""The fields that name actors: the ids that stand there; all behind these are posted."""

OF_COUNTRY: Final = frozenset({"about", "benefits", "for_whom"})
"""The fields that people of a country stand in for the country, too."""


def _session(_view: View, thing: Thing) -> Iterator[tuple[str, bool]]:
    session = _said(thing).session
    if session is not None:
        yield session, True


def _series(_view: View, thing: Thing) -> Iterator[tuple[str, bool]]:
    edition = _event(thing).edition
    if edition is not None and edition.series is not None:
        yield edition.series, True


def _groups(view: View, thing: Thing) -> Iterator[tuple[str, bool]]:
    return ((each, way[0]) for each, way in groups_around(view, _who(thing)).items())


def _took_part(view: View, _thing: Thing) -> Iterator[tuple[str, bool]]:
    return ((each, way[0]) for each, way in view.presence.at(None).items())


TARGETS: Final[dict[Field, Targets]] = {
    ("statement", "to/everybody"): lambda view, thing: who_heard(view, _said(thing)),
    ("statement", "session"): _session,
    ("delegate", "name"): lambda _, thing: ((_who(thing).id, True),),
    ("delegate", "among"): _groups,
    ("conference", "participant"): _took_part,
    ("conference", "series"): _series,
}
"""The fields of which the ids that a name can stand for are known, and whether certainly."""

NAMED: Final = frozenset({*BY_SIDES, *TARGETS})
"""All of these: asked by the code of a country, or by the id that a name stands for."""

PAIRS: Final[dict[Field, Pairs]] = {
    ("agreement", "participant/role"): lambda thing: roles_of(_made(thing)),
    ("vote", "voter/choice"): lambda thing: ballots_of(_vote(thing)),
}
"""A name and a choice that one and the same has to meet: the choices, each with the ids of those
who have made it; all behind these are posted, each with the choice."""

IDS: Final[dict[Field, Field]] = {
    which: (which[0], f"{which[1]}/ids") for which in (*NAMED, *PAIRS)
}
"""Where their ids are posted: only asked for by a name that is no country's."""

MENTIONS: Final = ("conference", "mentions")
"""The field that every record meets that knows the name; nothing is posted for it."""

NOT_NAMED: Final = ("agreement", "not_party/unnamed")
"""Met in a record that knows the name by what does not have it as a party."""

COMPLETE: Final = ("agreement", "parties/complete")
"""Whether all parties are named: only then somebody is certainly none."""


# Values.


def _one(name: str) -> Values:
    """Post what a field of the thing holds, as it is."""

    def values(_view: View, thing: Thing) -> tuple[object, ...]:
        value = getattr(thing.entity, name)
        return () if value is None else (value,)

    return values


def _statuses(_view: View, thing: Thing) -> Iterator[object]:
    standing = standing_of(_made(thing))
    for each in standing.possible:
        yield each if each == standing.status else (each, "?")


def _baseline(_view: View, thing: Thing) -> Iterator[object]:
    figure = _figure(thing)
    if figure.baseline is not None:
        yield False
    elif lacks_baseline(figure, certainly=True):
        yield True
    elif lacks_baseline(figure, certainly=False):
        yield (True, "?")


def _complete(view: View, thing: Thing) -> tuple[object, ...]:
    return (is_complete(view, parties_of(_made(thing))),)


def _count(name: str) -> Values:
    return lambda _, thing: (range_of(_vote(thing), name),)


VALUES: Final[dict[Field, Values]] = {
    ("statement", "manner"): _one("manner"),
    ("statement", "act"): _one("act"),
    ("statement", "modality"): _one("modality"),
    ("statement", "language"): _one("language"),
    ("delegate", "function"): _one("function"),
    ("delegate", "attendance"): lambda view, thing: (view.presence.attendance_of(_who(thing)),),
    ("delegate", "capacity"): lambda view, thing: (capacity_of(view, _who(thing)),),
    ("figure", "unit"): _one("unit"),
    ("figure", "currency"): _one("currency"),
    ("figure", "direction"): _one("direction"),
    ("figure", "mode"): _one("mode"),
    ("figure", "comparator"): _one("comparator"),
    ("figure", "range"): lambda _, thing: ranges_of(_figure(thing)),
    ("figure", "without_baseline"): _baseline,
    ("agreement", "role"): lambda _, thing: (each.role for each in _made(thing).other_participants),
    ("agreement", "kind"): _one("kind"),
    ("agreement", "status"): _statuses,
    ("agreement", "strength"): _one("strength"),
    ("agreement", "due_by"): lambda _, thing: dues_of(_made(thing)),
    COMPLETE: _complete,
    ("vote", "choice"): lambda _, thing: (each.vote for each in _vote(thing).ballots),
    ("vote", "result"): _one("result"),
    **{("vote", count): _count(count) for count in COUNTED},
    ("conference", "name/id"): _one("id"),
    ("conference", "kind"): _one("kind"),
    ("conference", "level"): _one("level"),
    ("conference", "status"): _one("status"),
    **{(subject, "when"): lambda view, thing: (view.when_of(thing),) for subject in _SUBJECTS},
}
"""The fields of which values are posted: as they are, or `(value, "?")` if only possible."""


def _within(field: str) -> Compares:
    def is_so(when: When | None, asked: When, certainly: bool) -> bool:  # noqa: FBT001 - all are called alike
        return is_within(when, field, asked, certainly=certainly)

    return is_so


def _at_least(ends: Range | None, bound: Decimal, certainly: bool) -> bool:  # noqa: FBT001 - as above
    return is_at_least(ends, bound, certainly=certainly)


def _at_most(ends: Range | None, bound: Decimal, certainly: bool) -> bool:  # noqa: FBT001 - as above
    return is_at_most(ends, bound, certainly=certainly)


COMPARED: Final[dict[Field, tuple[Field, Compares]]] = {
    **{
        (subject, field): ((subject, "when"), _within(field))
        for subject in _SUBJECTS
        for field in ("since", "until", "during")
    },
    ("agreement", "due_by"): (
        ("agreement", "due_by"),
        lambda when, asked, certainly: is_due(when, asked, certainly=certainly),
    ),
    ("statement", "language"): (
        ("statement", "language"),
        lambda spoken, asked, _: is_in_language(spoken, asked),
    ),
    ("figure", "at_least"): (("figure", "range"), _at_least),
    ("figure", "at_most"): (("figure", "range"), _at_most),
    **{("vote", f"{count}_at_least"): (("vote", count), _at_least) for count in COUNTED},
    **{("vote", f"{count}_at_most"): (("vote", count), _at_most) for count in COUNTED},
}
"""The fields that ask for more than one value: whose values they are, and which of them meet it."""


# Words.


def _labels(thing: Thing) -> Iterator[str]:
    return (each.label for each in cast("Statement | Conference", thing.entity).topics)


WORDS: Final[dict[Field, Texts]] = {
    ("statement", "topic"): _labels,
    ("statement", "text"): lambda thing: texts_of_statement(_said(thing)),
    ("delegate", "office"): lambda thing: titles_of(_who(thing)),
    ("figure", "of"): lambda thing: (_figure(thing).of,),
    ("figure", "topic"): texts_of_figure,
    ("figure", "about/topic"): lambda thing: labels_around(thing.holder),
    ("agreement", "text"): lambda thing: texts_of_agreement(_made(thing)),
    ("conference", "name"): lambda thing: names_and_theme(_event(thing)),
    ("conference", "place"): lambda thing: (each.name for each in _event(thing).places),
    ("conference", "topic"): _labels,
}
"""The fields of which words are posted, folded; where several are to stand side by side, the
words give more than the answers, and the texts are looked at."""


# What is met or not.

FLAGS: Final = frozenset(
    (subject, name)
    for subject, names in {
        "statement": ("grounded", "contradicted", "with_figures", "with_quotations"),
        "delegate": ("grounded", "contradicted", "spoke"),
        "figure": ("grounded", "contradicted"),
        "agreement": ("grounded", "contradicted", "with_figures", "made_here", "conditional"),
        "vote": ("grounded", "contradicted", "taken_here"),
        "conference": ("grounded", "contradicted"),
    }.items()
    for name in names
)
"""The fields that are met or not, whatever the certainty; those who meet them are posted."""


# What belongs together.

ALSO: Final[dict[Field, Field]] = {
    ("statement", "to"): ("statement", "to/everybody"),
    ("statement", "about"): ("statement", "topic"),
    ("figure", "about"): ("figure", "about/topic"),
    ("agreement", "not_party"): NOT_NAMED,
    ("conference", "name"): ("conference", "name/id"),
}
"""The fields that are met in a second way, with where this is posted."""

_BESIDE: Final[dict[Field, tuple[Field, ...]]] = {
    # What is a topic anywhere is no unknown name.
    ("statement", "about"): (("conference", "topic"),),
    ("figure", "about"): (("statement", "topic"), ("conference", "topic")),
    NOT_NAMED: (("agreement", "by"), COMPLETE),
}


@functools.cache
def needed_for(which: Field) -> tuple[Field, ...]:
    """Name all that a field of a question is looked up in."""
    found = [which]
    for each in (*((ALSO[which],) if which in ALSO else ()), *_BESIDE.get(which, ())):
        found += needed_for(each)
    return tuple(found)


def posted_in(which: Field) -> Field | None:
    """Say where the postings for a field are; `None` if there are none, but by ids."""
    if which in COMPARED:
        return COMPARED[which][0]
    if which in IDS:
        return which if "country" in KINDS[asked_in(which)] else None
    return None if which in {MENTIONS, NOT_NAMED} else which


def asked_in(which: Field) -> str:
    """Name the field of the question that something is posted for."""
    return which[1].partition("/")[0]
