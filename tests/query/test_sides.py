"""For whom somebody speaks, against a search of every way by hand."""

from collections.abc import Callable, Iterator

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import Conference
from confmodel.model import Country, Delegate, Delegation, Group, Person, Quantifier, Statement
from confmodel.query import Certainty, Collection, DelegateQuery, StatementQuery, ask
from confmodel.query._memory.of_delegates import groups_around
from confmodel.query._memory.sides import OF_COUNTRY, ORGANS, Sides, names_all
from confmodel.query._memory.view import View
from tests.query.steps import growth
from tests.query.strategies import small_conferences, subsets

Step = tuple[str, bool, bool]
"""Who is spoken for, whether certainly, and whether only as a people."""


def steps_from(record: Conference, actor: str) -> Iterator[Step]:
    """Go through those for whom an actor speaks at once."""
    for delegation in record.delegations:
        if delegation.id == actor:
            yield from ((each, True, False) for each in delegation.of)
    for body in record.organizations:
        if body.id == actor and body.country is not None and body.kind in ORGANS:
            yield body.country, True, False
    humans: tuple[Delegate | Person, ...] = (*record.delegates, *record.people)
    for human in humans:
        if human.id == actor:
            yield from steps_of_human(human)
    for group in record.groups:
        if group.id == actor:
            yield from steps_of_group(record, group)


def steps_of_human(human: Delegate | Person) -> Iterator[Step]:
    if isinstance(human, Delegate) and human.delegation is not None:
        yield human.delegation, True, False
    else:
        ends = (end for office in human.offices for end in (office.country, office.body))
        yield from ((end, False, False) for end in ends if end is not None)


def steps_of_group(record: Conference, group: Group) -> Iterator[Step]:
    if group.quantifier is not Quantifier.NONE:
        yield from ((each, names_all(group), False) for each in group.members)
    whole = whole_of(record, group)
    if whole is not None:
        yield whole, True, False
    if group.country is not None:
        yield group.country, False, True


def whole_of(record: Conference, group: Group) -> str | None:
    groups, whole, seen = {each.id: each for each in record.groups}, group.out_of, {group.id}
    while whole in groups and whole not in seen:
        seen.add(whole)
        whole = groups[whole].out_of
    return None if whole in groups else whole


def is_left_out(record: Conference, actor: str, group: str) -> bool:
    alike = {actor}
    for delegation in record.delegations:
        members = {each.id for each in record.delegates if each.delegation == delegation.id}
        if actor in {delegation.id, *members}:
            alike |= {delegation.id, *delegation.of}
        elif actor in delegation.of:
            alike.add(delegation.id)
    return any(each.id == group and alike.intersection(each.excluding) for each in record.groups)


def ways(
    record: Conference, actor: str, target: str, seen: tuple[str, ...] = ()
) -> Iterator[tuple[bool, bool]]:
    """Go through all ways, over nobody twice: whether each is certain, and leads over a people."""
    if actor == target:
        yield True, False
    elif actor not in seen and not is_left_out(record, target, actor):
        for step, is_sure, by_country in steps_from(record, actor):
            for certain, of_country in ways(record, step, target, (*seen, actor)):
                yield certain and is_sure, of_country or by_country


@st.composite
def nested_groups(draw: st.DrawFn) -> Conference:
    """Draw groups in groups that leave out each other's members."""
    states, groups = ["aland", "boria"], ["g0", "g1", "g2", "g3"]
    delegations = [
        Delegation(id="d0", of=["aland"]),
        Delegation(id="d1", of=draw(subsets(states))),
    ]
    delegates = [Delegate(id="p0", delegation="d0"), Delegate(id="p1", delegation="d1")]
    actors = [*states, "d0", "d1", "p0", "p1"]
    return Conference(
        id="c",
        name="C",
        countries=[Country(id=each, name=each.title()) for each in states],
        delegations=delegations,
        delegates=delegates,
        groups=[
            Group(
                id=each,
                wording="everybody",
                quantifier=draw(st.sampled_from([None, Quantifier.SOME])),
                members=draw(subsets([*groups, *actors])),
                excluding=draw(subsets([*actors, "g3"], 1)),
            )
            for each in groups
        ],
        statements=[Statement(id=each, speakers=[each]) for each in groups],
    )


@given(record=small_conferences() | nested_groups())
def test_somebody_speaks_for_all_to_whom_a_way_leads_that_does_not_leave_them_out(
    record: Conference,
) -> None:
    sides = Sides(record)
    actors = [
        each.id
        for each in (
            *(*record.countries, *record.organizations, *record.delegations),
            *(*record.delegates, *record.people, *record.groups),
        )
    ]
    for actor in actors:
        reached = {
            target: (way[0], way[1] == OF_COUNTRY) for target, way in sides.covers(actor).items()
        }
        by_hand = {target: list(ways(record, actor, target)) for target in actors}

        assert reached == {
            target: (any(certain for certain, _ in all_ways), all(over for _, over in all_ways))
            for target, all_ways in by_hand.items()
            if all_ways
        }


def memberships(
    record: Conference, whole: set[str], group: Group, seen: tuple[str, ...] = ()
) -> Iterator[bool]:
    """Go through the ways down from a group to somebody: whether each is certain."""
    is_none = group.quantifier is Quantifier.NONE
    if group.id in seen or is_none or not whole.isdisjoint(group.excluding):
        return
    if not whole.isdisjoint(group.members):
        yield names_all(group)
    for inner in record.groups:
        if inner.id in group.members:
            for is_sure in memberships(record, whole, inner, (*seen, group.id)):
                yield is_sure and names_all(group)


@given(record=small_conferences() | nested_groups())
def test_somebody_is_in_all_groups_to_whom_a_way_leads_down(record: Conference) -> None:
    view = View(record)
    for who in record.delegates:
        whole = {who.id}
        for delegation in record.delegations:
            if delegation.id == who.delegation:
                whole |= {delegation.id, *delegation.of}
        by_hand = {each.id: list(memberships(record, whole, each)) for each in record.groups}

        assert {group: way[0] for group, way in groups_around(view, who).items()} == {
            group: any(ways) for group, ways in by_hand.items() if ways
        }


def test_groups_of_everybody_are_found_in_the_time_of_the_record() -> None:
    def asked(count: int) -> Callable[[], object]:
        record = Conference(
            id="c",
            name="C",
            delegates=[Delegate(id=f"p{n}", name=f"Person {n}") for n in range(count)],
            groups=[Group(id=f"g{n}", wording=f"all {n}", members=[f"p{n}"]) for n in range(count)],
        )
        return lambda: Collection.of([record]).ask(DelegateQuery(among="g0")).count()

    assert growth(asked) < 5


@given(record=nested_groups(), data=st.data(), name=st.sampled_from(["aland", "d1", "p0", "g3"]))
def test_answers_do_not_depend_on_the_order_in_which_groups_and_members_are_named(
    record: Conference, data: st.DataObject, name: str
) -> None:
    shuffled = attrs.evolve(
        record,
        groups=[
            attrs.evolve(each, members=data.draw(st.permutations(each.members)))
            for each in data.draw(st.permutations(record.groups))
        ],
    )
    for certainty in Certainty:
        question = StatementQuery(by=name, certainty=certainty)

        first, second = (
            {hit.id: hit.why[0].how for hit in ask(each, question)} for each in (record, shuffled)
        )
        assert first == second


@pytest.mark.parametrize("order", [["but-poland", "we"], ["we", "but-poland"]])
@pytest.mark.parametrize("kind", [list, Collection.of])
def test_member_of_one_group_speaks_though_another_leaves_it_out(
    order: list[str], kind: type[list[Conference]]
) -> None:
    record = Conference(
        id="c",
        name="C",
        countries=[Country(id="poland", name="Poland")],
        delegations=[Delegation(id="pl", of=["poland"])],
        delegates=[Delegate(id="vale", name="Rosa Vale", delegation="pl")],
        groups=[
            Group(id="all", wording="all", members=order),
            Group(id="but-poland", wording="all but Poland", members=["two"], excluding=["pl"]),
            Group(id="we", wording="we", members=["two"]),
            Group(id="two", wording="the two", members=["vale"]),
        ],
        statements=[
            Statement(id="s", speakers=["all"]),
            Statement(id="t", speakers=["but-poland"]),
        ],
    )

    for name in ("Poland", "pl", "Rosa Vale"):
        question = StatementQuery(by=name, certainty=Certainty.CERTAINLY)
        (hit,) = ask(kind([record]), question)
        assert (hit.id, hit.why[0].through[:4]) == ("s", ("all", "we", "two", "vale"))
