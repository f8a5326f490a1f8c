"""Who was there: one meaning for participants, attendance and meetings."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import Conference
from confmodel.model import (
    Attendance,
    Country,
    Delegate,
    Delegation,
    Group,
    Quantifier,
    Session,
    Statement,
)
from confmodel.query import (
    Certainty,
    Collection,
    ConferenceQuery,
    DelegateQuery,
    StatementQuery,
    ask,
    leaders,
    meetings,
    only_spoken_of,
)
from confmodel.query.aggregates._records import country_key, human_key
from tests.query.strategies import small_conferences, subsets

CAME = [Attendance.ATTENDED, Attendance.ATTENDED_IN_PART, Attendance.WITHDREW]
STAYED_AWAY = [Attendance.DECLINED, Attendance.ABSENT, Attendance.EXCLUDED]
STATES = ["arvia", "boria", "corvia"]
SAID: list[dict[str, Any]] = [
    {},
    {"not_stated": ["attendance"]},
    *({"attendance": each} for each in Attendance),
]


@st.composite
def events(draw: st.DrawFn) -> Conference:
    """Draw an event of which it is said of some delegations, and of some people, that they came."""
    said = st.sampled_from(SAID)
    delegations = [
        Delegation(id=f"d{n}", of=draw(subsets(STATES, 2)), **draw(said)) for n in range(3)
    ]
    homes = st.sampled_from([None, "d0", "d1", "d2"])
    return Conference(
        id="c",
        name="C",
        countries=[Country(id=each, name=each.title()) for each in STATES],
        delegations=delegations,
        delegates=[
            Delegate(id=f"p{n}", name=f"Person {n}", delegation=draw(homes), **draw(said))
            for n in range(4)
        ],
    )


def came_by_hand(record: Conference, delegate: Delegate) -> bool | None:
    own = delegate.attendance
    of = [each.attendance for each in record.delegations if each.id == delegate.delegation]
    if own in CAME or own in STAYED_AWAY:
        return own in CAME
    if of and of[0] in STAYED_AWAY:
        return False
    is_silent = own is None and "attendance" not in delegate.not_stated
    return True if is_silent and of and of[0] in CAME else None


def took_part_by_hand(record: Conference, state: str) -> bool | None:
    found: list[bool | None] = [False]
    for delegation in record.delegations:
        if state in delegation.of:
            said = delegation.attendance
            found.append(True if said in CAME else False if said in STAYED_AWAY else None)
            of_it = (each for each in record.delegates if each.delegation == delegation.id)
            found.extend(came_by_hand(record, each) for each in of_it)
    return True if True in found else None if None in found else False


def participants(record: Conference, ids: list[str], certainty: Certainty) -> set[str]:
    return {
        each
        for each in ids
        if ask([record], ConferenceQuery(participant=each, certainty=certainty)).count()
    }


def met_in(record: Conference, certainty: Certainty, *, of_people: bool) -> set[str]:
    met = meetings(record, of_people=of_people, certainty=certainty)
    return {end for each in met for end in (each.first, each.second)}


@given(record=events())
def test_people_took_part_who_came_by_every_question(record: Conference) -> None:
    came = {each.id: came_by_hand(record, each) for each in record.delegates}
    sure = {each for each, is_so in came.items() if is_so}
    possible = {each for each, is_so in came.items() if is_so is not False}

    assert participants(record, list(came), Certainty.CERTAINLY) == sure
    assert participants(record, list(came), Certainty.POSSIBLY) == possible
    assert {hit.id for hit in ask(record, DelegateQuery(attendance=CAME))} == sure
    away = {hit.id for hit in ask(record, DelegateQuery(attendance=STAYED_AWAY))}
    assert away.isdisjoint(possible)


@given(record=events())
def test_countries_took_part_whose_delegation_or_delegates_came(record: Conference) -> None:
    took_part = {each: took_part_by_hand(record, each) for each in STATES}
    sure = {each for each, is_so in took_part.items() if is_so}
    possible = {each for each, is_so in took_part.items() if is_so is not False}

    for certainty, there in ((Certainty.CERTAINLY, sure), (Certainty.POSSIBLY, possible)):
        assert participants(record, STATES, certainty) == there
        assert met_in(record, certainty, of_people=False) == (there if len(there) > 1 else set())
    assert {each.country.id for each in only_spoken_of(record)} == {*STATES} - possible
    led = {each for leading in leaders(record) for each in leading.delegation.of}
    assert led == possible


@given(record=small_conferences())
def test_those_met_who_took_part(record: Conference) -> None:
    """Also where delegations stand for groups, and people have no name."""
    states = {each.id: country_key(each) for each in record.countries}
    people = {each.id: human_key(each) for each in record.delegates if each.name is not None}
    sides = {each.id: each.delegation for each in record.delegates}
    for certainty in Certainty:
        there = {states[each] for each in participants(record, list(states), certainty)}
        humans = participants(record, list(people), certainty)

        met = met_in(record, certainty, of_people=False)
        assert met == (there if len(there) > 1 else set())
        assert met_in(record, certainty, of_people=True) <= {people[each] for each in humans}
        if len({sides[each] or each for each in humans}) == len(humans) > 1:
            names = {people[each] for each in humans}
            met = met_in(record, certainty, of_people=True)
            assert met == (names if len(names) > 1 else set())


@pytest.mark.parametrize(
    ("delegation", "delegate", "person_came", "country_came"),
    [
        (Attendance.ATTENDED, None, True, True),
        (Attendance.ATTENDED, Attendance.ABSENT, False, True),
        # The delegation came; of its minister it is only said that she was invited.
        (Attendance.ATTENDED, Attendance.INVITED, None, True),
        (None, Attendance.ATTENDED, True, True),
        (None, Attendance.ABSENT, False, None),
        (Attendance.INVITED, Attendance.ATTENDED, True, True),
        # Contradictions are data: whoever is said to have come took part.
        (Attendance.ABSENT, Attendance.ATTENDED, True, True),
        (Attendance.ABSENT, Attendance.EXPECTED, False, False),
        (Attendance.DECLINED, None, False, False),
    ],
)
@pytest.mark.parametrize("kind", [list, Collection.of])
def test_attendance_may_be_said_of_the_delegate_or_of_the_delegation(
    kind: Any,
    delegation: Attendance | None,
    delegate: Attendance | None,
    person_came: bool | None,
    country_came: bool | None,
) -> None:
    record = Conference(
        id="c",
        name="C",
        countries=[Country(id="aland", name="Aland")],
        delegations=[Delegation(id="a", of=["aland"], attendance=delegation)],
        delegates=[Delegate(id="vale", name="Rosa Vale", delegation="a", attendance=delegate)],
    )
    for name, came in (("Rosa Vale", person_came), ("Aland", country_came), ("a", country_came)):
        for certainty, expected in (
            (Certainty.CERTAINLY, came is True),
            (Certainty.POSSIBLY, came is not False),
        ):
            question = ConferenceQuery(participant=name, certainty=certainty)
            hits = list(ask(kind([record]), question))
            assert bool(hits) == expected
            assert [hit.why[0].is_certain for hit in hits] == [came is True] * len(hits)


@pytest.mark.parametrize("kind", [list, Collection.of])
def test_words_to_all_are_to_those_who_were_there_and_to_no_more(kind: Any) -> None:
    record = Conference(
        id="c",
        name="C",
        countries=[Country(id="aland", name="Aland"), Country(id="boria", name="Boria")],
        groups=[
            Group(id="voters", wording="voters", country="aland"),
            Group(id="some", wording="some", quantifier=Quantifier.SOME, members=["boria", "away"]),
        ],
        sessions=[Session(id="plenary")],
        delegations=[Delegation(id="d", of=["voters", "some"], attendance=Attendance.ATTENDED)],
        delegates=[Delegate(id="away", name="Rosa Vale", attendance=Attendance.ABSENT)],
        statements=[Statement(id="s", addressees=["c"])],
    )
    found = {
        name: tuple(
            ask(kind([record]), StatementQuery(to=name, certainty=certainty)).count()
            for certainty in (Certainty.POSSIBLY, Certainty.CERTAINLY)
        )
        for name in ("Aland", "Boria", "Rosa Vale", "voters")
    }

    # People of a country are not the country; some of a group are not each of it.
    assert found == {"Aland": (0, 0), "Boria": (1, 0), "Rosa Vale": (0, 0), "voters": (1, 1)}
    (hit,) = ask([record], StatementQuery(to="Boria"))
    assert hit.why[0].through == ("c", "d", "some", "boria")
