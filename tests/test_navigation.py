"""Looking things up in one conference: an index, built once, that nobody can see."""

import copy
import itertools
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confmodel import dumps
from confmodel.errors import UnknownIdError
from confmodel.model import (
    Agreement,
    Conference,
    Country,
    Delegate,
    Delegation,
    Discrepancy,
    Entity,
    Evidence,
    Figure,
    Function,
    Group,
    Organization,
    Person,
    Quotation,
    Record,
    Session,
    Source,
    Statement,
    Vote,
    _index,
)
from confmodel.model import (
    conference as conference_module,
)
from confmodel.strategies import conferences

# Whole records are slow to generate, and the laws below look at all of each.
few = settings(max_examples=40)

ANYBODY = "nobody-has-this-id"


def words(text: str, *supports: str) -> Evidence:
    return Evidence(source="gazette", exact=text, supports=supports)


LAKESIDE = Conference(
    id="lakeside",
    name="Lakeside",
    evidence=[words("met at the lake", "name"), words("on Monday", "when")],
    figures=[Figure(id="six", value=6, evidence=[words("six nations")]), Figure(value=7)],
    sources=[Source(id="gazette")],
    countries=[Country(id="aland", name="Aland"), Country(id="boria", name="Boria")],
    organizations=[Organization(id="un", name="UN")],
    delegations=[
        Delegation(id="a", of=["aland", "un"], stated_size=Figure(id="size-of-a", value=3)),
        Delegation(id="b", of=["boria"], stated_size=2),
    ],
    delegates=[
        Delegate(id="r-vale", name="Rosa Vale", delegation="a", function=Function.HEAD),
        Delegate(id="t-okri", name="T Okri", delegation="b", function=Function.HEAD),
        Delegate(id="aide", delegation="a", function=Function.ADVISER),
        Delegate(id="co-head", delegation="a", function=Function.HEAD),
        Delegate(id="clerk"),
    ],
    people=[Person(id="elder")],
    groups=[
        Group(
            id="both",
            wording="both",
            members=["a", "b", "a"],
            stated_size=Figure(id="two", value=2),
        ),
        Group(id="some", wording="some", members=["both", "elder"]),
        Group(id="most", wording="most", stated_size=5),
    ],
    sessions=[Session(id="opening")],
    statements=[
        Statement(
            id="s1",
            speakers=["r-vale", "gazette"],
            evidence=[words("she said", "manner"), words("of the river", "figures", "about")],
            quotations=[Quotation(pieces=[words("a fifth lower")], evidence=[words("she cried")])],
            figures=[Figure(id="fall", value=20, evidence=[words("a fifth")]), Figure(value=1)],
        ),
        Statement(id="s2", speakers=["r-vale", "r-vale", "both"]),
        Statement(id="s3"),
    ],
    agreements=[
        Agreement(id="gauges", parties=["both"], figures=[Figure(id="daily", value=1)]),
        Agreement(id="charter", parties=["a", "b"]),
    ],
    votes=[Vote(id="v1", on="charter")],
    discrepancies=[Discrepancy(id="d1", evidence=[words("nine")]), Discrepancy()],
)

ALL_IDS = [
    *("lakeside", "six", "gazette", "aland", "boria", "un", "a", "size-of-a", "b"),
    *("r-vale", "t-okri", "aide", "co-head", "clerk", "elder", "both", "two", "some", "most"),
    *("opening", "s1", "fall", "s2", "s3", "gauges", "daily", "charter", "v1", "d1"),
]


# The naive search that the look-ups have to agree with


def everything_in(value: Record) -> Iterator[Record]:
    yield value
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        for each in held if isinstance(held, tuple) else (held,):
            if isinstance(each, Record):
                yield from everything_in(each)


def bearers_of(record: Conference) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in everything_in(record):
        if getattr(each, "id", None) is not None:
            found.setdefault(getattr(each, "id"), each)  # noqa: B009 - not every record has one
    return found


# By id


@pytest.mark.parametrize("identifier", ALL_IDS)
def test_whatever_has_an_id_is_found_by_it(identifier: str) -> None:
    assert identifier in LAKESIDE
    found: Any = LAKESIDE[identifier]
    assert found.id == identifier
    assert found is bearers_of(LAKESIDE)[identifier]


def test_nothing_else_is_found() -> None:
    assert sorted(bearers_of(LAKESIDE)) == sorted(ALL_IDS)
    for stranger in (ANYBODY, "", "R-VALE", "Rosa Vale", "s1/figures", None, 3, LAKESIDE):
        assert stranger not in LAKESIDE


@few
@given(conferences())
def test_every_id_of_a_record_leads_to_its_bearer(record: Conference) -> None:
    for identifier, bearer in bearers_of(record).items():
        assert record[identifier] is bearer
        assert identifier in record
    assert ANYBODY not in record


def test_id_that_two_have_leads_to_the_first() -> None:
    record = Conference(
        id="c",
        name="C",
        countries=[Country(id="x", name="first"), Country(id="x", name="second")],
        delegates=[Delegate(id="x"), Delegate(id="c")],
    )

    assert record["x"] == Country(id="x", name="first")
    assert record["c"] is record


def test_misspelt_id_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownIdError) as caught:
        LAKESIDE["r-vele"]

    assert caught.value.identifier == "r-vele"
    assert caught.value.message == "nothing has the id 'r-vele'"
    assert "'r-vale'" in caught.value.help


def test_id_that_nothing_comes_near_is_refused_without_a_guess() -> None:
    with pytest.raises(UnknownIdError) as caught:
        LAKESIDE["zzzzzzzzzzzz"]

    assert caught.value.help == "correct the id"


def test_text_of_the_refusal_is_bounded_and_safe() -> None:
    with pytest.raises(UnknownIdError) as caught:
        LAKESIDE["\ud800\n" * 5_000]

    assert len(str(caught.value)) < 300
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "wrong", [3, None, LAKESIDE.delegates[0], ["r-vale"]], ids=lambda each: type(each).__name__
)
def test_what_is_no_id_is_refused(wrong: Any) -> None:
    with pytest.raises(UnknownIdError):
        LAKESIDE[wrong]


def test_what_cannot_be_hashed_is_not_in_the_record() -> None:
    assert [] not in LAKESIDE


def test_search_for_the_nearest_id_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []

    def counting(word: str, possibilities: Any, **_: Any) -> list[str]:
        several = list(possibilities)
        looked_at.extend((len(word), len(several)))
        return several[:0]

    monkeypatch.setattr("confmodel._text.difflib.get_close_matches", counting)
    many = Conference(id="c", name="C", people=[Person(id=f"p{n}") for n in range(5_000)])
    with pytest.raises(UnknownIdError):
        many["x" * 100_000]

    assert max(looked_at) <= 2_000


def test_record_is_not_gone_through() -> None:
    with pytest.raises(TypeError, match="not iterable"):
        list(LAKESIDE)  # type: ignore[call-overload] # the test


# find and expect


def test_find_returns_nothing_where_expect_refuses() -> None:
    assert LAKESIDE.find(Delegation, "a") is LAKESIDE["a"]
    assert LAKESIDE.find(Delegation, "aland") is None
    assert LAKESIDE.find(Delegation, "nobody") is None
    assert LAKESIDE.find(Delegation, None) is None


def test_expected_kind_is_returned() -> None:
    assert LAKESIDE.expect(Delegate, "r-vale") is LAKESIDE.delegates[0]
    assert LAKESIDE.expect(Conference, "lakeside") is LAKESIDE
    assert LAKESIDE.expect(Entity, "un") is LAKESIDE.organizations[0]


def test_other_kind_than_expected_is_refused() -> None:
    with pytest.raises(UnknownIdError) as caught:
        LAKESIDE.expect(Delegate, "elder")

    assert caught.value.identifier == "elder"
    assert caught.value.message == "'elder' is a person, not a delegate"


def test_figure_is_no_entity_to_be_expected() -> None:
    with pytest.raises(UnknownIdError) as caught:
        LAKESIDE.expect(Entity, "fall")

    assert "is a figure" in caught.value.message


def test_expected_id_that_nothing_has_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownIdError) as caught:
        LAKESIDE.expect(Delegate, "t-okry")

    assert "'t-okri'" in caught.value.help


# Delegations


def test_delegation_of_a_delegate_is_found_by_the_delegate_and_by_the_id() -> None:
    vale = LAKESIDE.expect(Delegate, "r-vale")

    assert LAKESIDE.delegation_of("r-vale") is LAKESIDE["a"]
    assert LAKESIDE.delegation_of(vale) is LAKESIDE["a"]
    assert LAKESIDE.delegation_of("clerk") is None


@pytest.mark.parametrize("stranger", [ANYBODY, "elder", "a", "lakeside"])
def test_delegation_of_what_is_no_delegate_is_refused(stranger: str) -> None:
    with pytest.raises(UnknownIdError) as caught:
        LAKESIDE.delegation_of(stranger)

    assert caught.value.identifier == stranger


def test_delegation_that_is_missing_is_named() -> None:
    lonely = Conference(id="c", name="C", delegates=[Delegate(id="x", delegation="gone")])

    with pytest.raises(UnknownIdError) as caught:
        lonely.delegation_of("x")

    assert caught.value.identifier == "gone"


def test_delegates_and_heads_come_in_the_order_of_the_record() -> None:
    a = LAKESIDE.expect(Delegation, "a")

    assert [each.id for each in LAKESIDE.delegates_of("a")] == ["r-vale", "aide", "co-head"]
    assert LAKESIDE.delegates_of(a) == LAKESIDE.delegates_of("a")
    assert [each.id for each in LAKESIDE.heads_of(a)] == ["r-vale", "co-head"]
    for wrong in ("un", "aland", LAKESIDE["un"]):
        with pytest.raises(UnknownIdError, match="not a delegation"):
            LAKESIDE.delegates_of(wrong)  # type: ignore[arg-type] # the test
        with pytest.raises(UnknownIdError, match="not a delegation"):
            LAKESIDE.heads_of(wrong)  # type: ignore[arg-type] # the test


def test_represented_come_in_the_order_of_the_delegation() -> None:
    assert LAKESIDE.represented_by("a") == (LAKESIDE["aland"], LAKESIDE["un"])
    with pytest.raises(UnknownIdError):
        LAKESIDE.represented_by("aland")


@few
@given(conferences())
def test_delegates_agree_with_a_naive_search(record: Conference) -> None:
    for delegation in record.delegations:
        people = tuple(each for each in record.delegates if each.delegation == delegation.id)

        assert record.delegates_of(delegation) == people
        assert record.heads_of(delegation.id) == tuple(
            each for each in people if each.function is Function.HEAD
        )
        assert [each.id for each in record.represented_by(delegation)] == list(delegation.of)
    for delegate in record.delegates:
        found = record.delegation_of(delegate)
        assert (None if found is None else found.id) == delegate.delegation


# Statements, agreements, groups


def test_speakers_may_be_of_any_kind() -> None:
    assert LAKESIDE.speakers_of("s1") == (LAKESIDE["r-vale"], LAKESIDE["gazette"])
    assert LAKESIDE.speakers_of("s3") == ()
    with pytest.raises(UnknownIdError):
        LAKESIDE.speakers_of("gauges")


def test_figure_in_the_place_of_one_who_acts_is_refused() -> None:
    """A record that was built, or loaded without the check, may name it."""
    wrong = Conference(
        id="c",
        name="C",
        figures=[Figure(id="six", value=6)],
        delegations=[Delegation(id="a", of=["six"])],
        groups=[Group(id="g", wording="six", members=["six"])],
        statements=[Statement(id="s", speakers=["six"])],
    )

    looks: tuple[Callable[[], object], ...] = (
        lambda: wrong.represented_by("a"),
        lambda: wrong.speakers_of("s"),
        lambda: wrong.members_of("g"),
    )
    for look in looks:
        with pytest.raises(UnknownIdError, match="'six' is a figure, not an entity"):
            look()


def test_statement_of_one_who_is_named_twice_is_returned_once() -> None:
    assert [each.id for each in LAKESIDE.statements_of("r-vale")] == ["s1", "s2"]


def test_what_a_group_said_is_not_what_its_members_said() -> None:
    assert [each.id for each in LAKESIDE.statements_of("both")] == ["s2"]
    assert LAKESIDE.statements_of("a") == ()


def test_agreements_are_those_that_name_the_party() -> None:
    assert [each.id for each in LAKESIDE.agreements_of("both")] == ["gauges"]
    assert [each.id for each in LAKESIDE.agreements_of(LAKESIDE.delegations[0])] == ["charter"]
    assert LAKESIDE.agreements_of("elder") == ()


def test_members_and_groups_are_each_others_opposite() -> None:
    assert LAKESIDE.members_of("some") == (LAKESIDE["both"], LAKESIDE["elder"])
    assert LAKESIDE.members_of("most") == ()
    assert [each.id for each in LAKESIDE.groups_of("both")] == ["some"]
    assert [each.id for each in LAKESIDE.groups_of("a")] == ["both"]
    with pytest.raises(UnknownIdError):
        LAKESIDE.members_of("elder")


@few
@given(conferences())
def test_statements_agreements_and_groups_agree_with_a_naive_search(record: Conference) -> None:
    for identifier in bearers_of(record):
        assert record.statements_of(identifier) == tuple(
            each for each in record.statements if identifier in each.speakers
        )
        assert record.agreements_of(identifier) == tuple(
            each for each in record.agreements if identifier in each.parties
        )
        assert record.groups_of(identifier) == tuple(
            each for each in record.groups if identifier in each.members
        )
    for statement in record.statements:
        speakers = record.speakers_of(statement)
        assert [each.id for each in speakers] == list(statement.speakers)
    for group in record.groups:
        members = record.members_of(group)
        assert [each.id for each in members] == list(group.members)


# Evidence


def exact_of(fact: Any) -> list[str | None]:
    return [each.exact for each in LAKESIDE.evidence_of(fact)]


def test_evidence_of_a_fact_is_its_own_and_that_of_what_it_holds() -> None:
    expected = {"she said", "of the river", "a fifth lower", "she cried", "a fifth"}

    assert set(exact_of("s1")) == expected
    assert exact_of(LAKESIDE["s1"]) == exact_of("s1")
    assert len(exact_of("s1")) == len(expected)


def test_evidence_of_a_field_is_what_supports_it_and_what_stands_inside() -> None:
    assert exact_of("s1/figures") == ["of the river", "a fifth"]
    assert exact_of("s1/manner") == ["she said"]
    assert exact_of("s1/about") == ["of the river"]
    assert exact_of("s1/quotations") == ["a fifth lower", "she cried"]
    assert exact_of("lakeside/name") == ["met at the lake"]
    assert exact_of("s1/topics") == []


def test_evidence_of_a_figure_and_of_a_discrepancy_is_found_by_their_ids() -> None:
    assert exact_of("fall") == ["a fifth"]
    assert exact_of("d1") == ["nine"]
    assert exact_of("s3") == []


def test_evidence_of_a_field_that_holds_one_object_is_found() -> None:
    sized = Conference(
        id="c",
        name="C",
        delegations=[
            Delegation(id="a", stated_size=Figure(value=6, evidence=[words("six people")]))
        ],
    )

    assert [each.exact for each in sized.evidence_of("a/stated_size")] == ["six people"]


def test_evidence_of_nothing_is_refused_with_the_nearest_id() -> None:
    with pytest.raises(UnknownIdError) as caught:
        LAKESIDE.evidence_of("fal/value")

    assert caught.value.identifier == "fal"
    assert "'fall'" in caught.value.help


@few
@given(conferences())
def test_evidence_of_the_whole_is_all_the_evidence_there_is(record: Conference) -> None:
    every = [each for each in everything_in(record) if isinstance(each, Evidence)]

    found = list(record.evidence_of(record.id))

    assert len(found) == len(every)
    assert sorted(map(id, found)) == sorted(map(id, every))


@few
@given(conferences())
def test_evidence_of_every_field_agrees_with_a_naive_search(record: Conference) -> None:
    for identifier, bearer in bearers_of(record).items():
        for field in attrs.fields(type(bearer)):
            held = getattr(bearer, field.name)
            inside = [
                piece
                for each in (held if isinstance(held, tuple) else (held,))
                if isinstance(each, Record)
                for piece in everything_in(each)
                if isinstance(piece, Evidence)
            ]
            own = [each for each in bearer.evidence if field.name in each.supports]

            found = record.evidence_of(f"{identifier}/{field.name}")

            assert sorted(map(id, found)) == sorted(map(id, own + inside))


def test_evidence_of_a_misspelt_field_is_refused() -> None:
    with pytest.raises(LookupError):
        LAKESIDE.evidence_of("s1/figurs")


def test_evidence_of_a_figure_without_id_is_its_own() -> None:
    nameless = Figure(value=7, evidence=[words("seven")])

    assert LAKESIDE.evidence_of(nameless) == nameless.evidence


# Look-ups of ids that nothing has


@pytest.mark.parametrize(
    "look_up", ["delegates_of", "heads_of", "statements_of", "agreements_of", "groups_of"]
)
def test_misspelt_id_is_refused_by_every_look_up(look_up: str) -> None:
    with pytest.raises(UnknownIdError):
        getattr(LAKESIDE, look_up)("r-vele")


# The index


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Conference]:
    """Count the indexes that are built, by the conferences they are for."""
    seen: list[Conference] = []

    class Counting(_index.Index):
        __slots__ = ()

        def __init__(self, record: Conference) -> None:
            seen.append(record)
            super().__init__(record)

    monkeypatch.setattr(conference_module, "Index", Counting)
    return seen


LOOK_UPS: dict[str, Callable[[Conference], object]] = {
    "[]": lambda record: record["r-vale"],
    "in": lambda record: ANYBODY in record,
    "expect": lambda record: record.expect(Delegate, "r-vale"),
    "delegation_of": lambda record: record.delegation_of("r-vale"),
    "delegates_of": lambda record: record.delegates_of("a"),
    "heads_of": lambda record: record.heads_of("a"),
    "represented_by": lambda record: record.represented_by("a"),
    "speakers_of": lambda record: record.speakers_of("s1"),
    "statements_of": lambda record: record.statements_of("r-vale"),
    "agreements_of": lambda record: record.agreements_of("both"),
    "members_of": lambda record: record.members_of("both"),
    "groups_of": lambda record: record.groups_of("a"),
    "evidence_of": lambda record: record.evidence_of("s1"),
}


def fresh() -> Conference:
    """Build the conference anew, without an index."""
    return attrs.evolve(LAKESIDE)


def test_index_is_built_at_the_first_question_and_never_again(built: list[Conference]) -> None:
    record = fresh()
    assert built == []

    for look_up in itertools.chain(LOOK_UPS.values(), LOOK_UPS.values()):
        look_up(record)

    assert len(built) == 1
    assert built[0] is record


@pytest.mark.parametrize("look_up", LOOK_UPS.values(), ids=LOOK_UPS.keys())
def test_look_up_goes_through_no_collection_again(look_up: Any, built: list[Conference]) -> None:
    """With the index at hand, even an emptied record would give the same answer."""
    record = fresh()
    before = look_up(record)
    for name in ("countries", "delegations", "delegates", "groups", "statements", "agreements"):
        object.__setattr__(record, name, ())

    assert look_up(record) == before
    assert len(built) == 1


def test_index_is_no_part_of_the_value() -> None:
    asked, unasked = fresh(), fresh()
    asked["r-vale"]

    assert asked == unasked
    assert hash(asked) == hash(unasked)
    assert repr(asked) == repr(unasked)
    assert dumps(asked) == dumps(unasked)
    assert pickle.dumps(asked) == pickle.dumps(unasked)


@pytest.mark.parametrize(
    "copier",
    [
        copy.copy,
        copy.deepcopy,
        lambda record: pickle.loads(pickle.dumps(record)),  # noqa: S301 - our own bytes
        attrs.evolve,
    ],
    ids=["copy", "deepcopy", "pickle", "evolve"],
)
def test_copy_builds_an_index_of_its_own(copier: Any, built: list[Conference]) -> None:
    record = fresh()
    record["r-vale"]
    copied = copier(record)
    copied["r-vale"]

    assert len(built) == 2
    assert built[1] is copied


def test_evolved_record_is_looked_up_in_its_own_collections() -> None:
    record = fresh()
    assert "newcomer" not in record

    more = attrs.evolve(record, people=[*record.people, Person(id="newcomer")])

    assert "newcomer" in more
    assert "newcomer" not in record


@few
@given(conferences(), st.data())
def test_order_of_the_questions_does_not_change_the_answers(
    record: Conference, data: st.DataObject
) -> None:
    ids = data.draw(st.permutations(list(bearers_of(record))))
    again = attrs.evolve(record)

    assert [record[each] for each in ids] == [again[each] for each in reversed(ids)][::-1]


def test_missing_attribute_is_an_attribute_error_before_and_after_the_index() -> None:
    record: Any = fresh()
    for _ in range(2):
        with pytest.raises(AttributeError, match="no_such_thing"):
            record.no_such_thing  # noqa: B018 - reading it is what is tested
        record["r-vale"]
