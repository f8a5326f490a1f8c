"""Every field of every question, on the bundled records; the answers are worked out by hand."""

import json
from decimal import Decimal, localcontext
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import Conference, InvalidValueError, LoadError, UnknownNameError, example
from confmodel.model import (
    Agreement,
    Attendance,
    Ballot,
    BallotChoice,
    Capacity,
    Comparator,
    ConferenceLevel,
    Country,
    Delegate,
    Delegation,
    Direction,
    Edition,
    Evidence,
    Figure,
    Group,
    Organization,
    Other,
    Participant,
    ParticipantRole,
    Place,
    Quantifier,
    RatioTerm,
    Session,
    Statement,
    Unit,
    Vote,
    VoteResult,
    When,
)
from confmodel.query import (
    AgreementQuery,
    Certainty,
    Collection,
    ConferenceQuery,
    DelegateQuery,
    FigureQuery,
    Question,
    StatementQuery,
    VoteQuery,
    ask,
    asks_of,
    question_from_dict,
    question_to_dict,
)
from confmodel.query._memory import fields, index, ledger, places
from confmodel.query._memory.sides import OF_COUNTRY, Sides
from confmodel.query.plain import QUERIES
from tests.query.strategies import CHOICES, small_conferences

LAKESIDE = example("lakeside-2031")
HARBOUR = example("harbour-1974")
WARSAW = example("warsaw-2026")
PLENARY = ["low-river", "boats", "borders", "river-users", "observer-speaks"]
EVERYBODY = ["r-vale", "s-nadim", "t-brandt", "official"]
ABOUT = ["terrorist-organisations", "migration-fall"]
SURE = Certainty.CERTAINLY

ANSWERS: list[tuple[Conference, Question[Any], list[str]]] = [
    (LAKESIDE, StatementQuery(session="plenary"), PLENARY),
    (LAKESIDE, StatementQuery(language="ar"), ["borders"]),
    (LAKESIDE, StatementQuery(to="Rosa Vale"), ["borders"]),
    (LAKESIDE, StatementQuery(to="Aland"), ["borders", "thanks"]),
    # Nobody addresses themselves.
    (WARSAW, StatementQuery(to="Mohsin Naqvi"), []),
    (WARSAW, StatementQuery(to="Igor Taro"), ["border-briefing", "wall"]),
    (LAKESIDE, StatementQuery(topic="water level"), ["low-river"]),
    (LAKESIDE, StatementQuery(with_figures=True), ["low-river", "river-users"]),
    (LAKESIDE, StatementQuery(with_quotations=True), ["low-river", "boats", "borders", "thanks"]),
    (LAKESIDE, StatementQuery(about="gauges"), ["loan-request"]),
    (HARBOUR, StatementQuery(via="Vera Lind"), ["letter"]),
    (HARBOUR, StatementQuery(to="all delegations"), ["letter"]),
    (LAKESIDE, DelegateQuery(attendance=Attendance.ATTENDED), EVERYBODY),
    (LAKESIDE, DelegateQuery(capacity=Capacity.MEMBER), EVERYBODY),
    (LAKESIDE, DelegateQuery(capacity=Capacity.OBSERVER), []),
    (LAKESIDE, DelegateQuery(spoke=False), []),
    (LAKESIDE, DelegateQuery(name=["Rosa", "Teodora Brandt"]), ["r-vale", "t-brandt"]),
    (LAKESIDE, DelegateQuery(among="the other heads of delegation"), ["s-nadim", "t-brandt"]),
    (LAKESIDE, DelegateQuery(office="minister of water"), ["r-vale"]),
    (LAKESIDE, FigureQuery(at_least=40, unit=Unit.PERCENT), ["river-users/figures", "fish"]),
    # "Almost a fifth" may be less than five percent.
    (LAKESIDE, FigureQuery(at_most=5, unit=Unit.PERCENT), ["water-level"]),
    (LAKESIDE, FigureQuery(at_most=5, unit=Unit.PERCENT, certainty=SURE), []),
    (WARSAW, FigureQuery(about=["Pakistan's crackdown", "AF"]), ABOUT),
    (WARSAW, FigureQuery(topic="border between"), ["terrorist-organisations"]),
    (WARSAW, FigureQuery(without_baseline=True), ["migration-fall"]),
    (WARSAW, FigureQuery(without_baseline=False), []),
    (HARBOUR, DelegateQuery(spoke=False), ["lind"]),
    (LAKESIDE, FigureQuery(contradicted=True), ["joint/stated_size", "neighbours/stated_size"]),
    (HARBOUR, FigureQuery(by="Lusania"), ["harbour-charter/figures"] * 2),
    (HARBOUR, FigureQuery(for_whom="Vellany", unit=Unit.RATIO), ["harbour-charter/figures"]),
    (HARBOUR, FigureQuery(topic="loan"), ["harbour-charter/figures"]),
    (HARBOUR, FigureQuery(about="harbour-charter"), []),
    (HARBOUR, AgreementQuery(role=ParticipantRole.DEPOSITARY), ["harbour-charter"]),
    (HARBOUR, AgreementQuery(participant="sander"), ["harbour-charter"]),
    (HARBOUR, AgreementQuery(text="dredge the basin"), ["harbour-charter"]),
    (HARBOUR, AgreementQuery(by="Vellany", conditional=True), ["harbour-charter"]),
    (HARBOUR, AgreementQuery(contradicted=True), ["harbour-charter"]),
    (LAKESIDE, ConferenceQuery(series="lakeside-conferences"), ["lakeside-2031"]),
    (HARBOUR, ConferenceQuery(topic="drought"), []),
    (LAKESIDE, ConferenceQuery(topic="drought", name="lakeside"), ["lakeside-2031"]),
    (LAKESIDE, ConferenceQuery(mentions="Samir Nadim"), ["lakeside-2031"]),
    (LAKESIDE, ConferenceQuery(level=ConferenceLevel.MINISTERIAL), ["lakeside-2031"]),
    (HARBOUR, ConferenceQuery(chair="Lusania", host="Lusania"), ["harbour-1974"]),
    (HARBOUR, ConferenceQuery(grounded=False), []),
    (HARBOUR, ConferenceQuery(contradicted=True), []),
    (HARBOUR, ConferenceQuery(name="harbour-1974"), ["harbour-1974"]),
    (WARSAW, AgreementQuery(not_party="Pakistan"), ["jobs"]),
    (WARSAW, AgreementQuery(not_party="Pakistan", certainty=SURE), ["jobs"]),
    (WARSAW, AgreementQuery(not_party="Mohsin Naqvi"), ["roadmap", "jobs"]),
    (LAKESIDE, VoteQuery(voted_on="closing-declaration"), ["vote"]),
    (LAKESIDE, VoteQuery(voted_on="gauges"), []),
    (LAKESIDE, VoteQuery(voter="Boria", choice=BallotChoice.NO), ["vote"]),
    (LAKESIDE, VoteQuery(voter=["Boria", "Corvia"], choice=BallotChoice.YES), ["vote"]),
    (LAKESIDE, VoteQuery(voter="Boria", choice=BallotChoice.YES), []),
    (HARBOUR, AgreementQuery(participant="sander", role=ParticipantRole.DEPOSITARY), []),
    (LAKESIDE, VoteQuery(choice=BallotChoice.NO), ["vote"]),
    (LAKESIDE, VoteQuery(choice=BallotChoice.ABSTAIN), []),
    # The joint delegation has a ballot, which is that of Corvia as well.
    (LAKESIDE, VoteQuery(voter="Corvia", certainty=SURE), ["vote"]),
    (LAKESIDE, VoteQuery(result=VoteResult.ADOPTED, taken_here=True), ["vote"]),
    (LAKESIDE, VoteQuery(against_at_least=2), []),
    (LAKESIDE, VoteQuery(abstaining_at_least=2), ["vote"]),
    (LAKESIDE, VoteQuery(abstaining_at_least=2, certainty=SURE), []),
    (LAKESIDE, VoteQuery(during="2031-05", grounded=True, certainty=SURE), ["vote"]),
    (HARBOUR, VoteQuery(body="Parliament of Vellany"), ["vellany-vote"]),
    (HARBOUR, VoteQuery(voted_on="Harbour Charter", until="1976"), []),
    (HARBOUR, VoteQuery(in_favour_at_most=58, against_at_least=61), ["vellany-vote"]),
    (HARBOUR, VoteQuery(abstaining_at_least=4, certainty=SURE), ["vellany-vote"]),
    (HARBOUR, VoteQuery(taken_here=True), []),
    (HARBOUR, VoteQuery(contradicted=True), []),
]


@pytest.mark.parametrize(
    ("record", "question", "expected"),
    ANSWERS,
    ids=[f"{record.id}-{question!r}" for record, question, _ in ANSWERS],
)
def test_answer_is_the_one_worked_out_by_hand(
    record: Conference, question: Question[Any], expected: list[str]
) -> None:
    assert [hit.id for hit in ask(record, question)] == expected
    assert [hit.id for hit in Collection.of([record]).ask(question)] == expected


def test_index_finds_answers_without_looking_at_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every field is in the index, so that nothing has to be verified."""

    def refuse(*_args: object) -> None:
        raise AssertionError("a thing was looked at")

    monkeypatch.setattr(index, "test_of", refuse)

    for record, question, expected in ANSWERS:
        # A name that a country shares with its delegation is the exception.
        if question != StatementQuery(to="Aland"):
            assert [hit.id for hit in Collection.of([record]).ask(question)] == expected


def test_participant_in_a_role_has_both() -> None:
    record = Conference(
        id="c",
        name="C",
        countries=[Country(id="x", name="Aland"), Country(id="y", name="Boria")],
        agreements=[
            Agreement(
                id="swapped",
                other_participants=[
                    Participant(role=ParticipantRole.WITNESS, of=["x"]),
                    Participant(role=ParticipantRole.DEPOSITARY, of=["y"]),
                ],
            ),
            Agreement(
                id="as-asked",
                other_participants=[Participant(role=ParticipantRole.DEPOSITARY, of=["x"])],
            ),
        ],
    )
    question = AgreementQuery(participant="Aland", role=ParticipantRole.DEPOSITARY)

    assert [hit.id for hit in ask(record, question)] == ["as-asked"]
    assert [hit.id for hit in Collection.of([record] * 2).ask(question)] == ["as-asked"] * 2


ROLL_CALL = Conference(
    id="c",
    name="C",
    when="2031-05",
    countries=[Country(id=each, name=each.title()) for each in ("arvia", "boria", "corvia")],
    organizations=[Organization(id="chamber", name="Chamber")],
    agreements=[Agreement(id="pact", title="Pact")],
    groups=[
        Group(id="both", wording="both", members=["arvia", "boria"], is_complete=True),
        Group(id="some", wording="some", quantifier=Quantifier.SOME, members=["corvia"]),
    ],
    votes=[
        Vote(
            id="counted",
            on="pact",
            in_favour=2,
            against=0,
            ballots=[
                Ballot(party="both", vote=BallotChoice.YES),
                Ballot(party="some", vote=BallotChoice.NO),
            ],
        ),
        Vote(
            id="listed",
            body="chamber",
            ballots=[
                Ballot(party="arvia", vote=BallotChoice.NO),
                Ballot(party="boria", vote=BallotChoice.NO),
                Ballot(party="boria", vote=BallotChoice.NO),
                Ballot(party="corvia", vote=Other(other="blank")),
            ],
        ),
    ],
)


@pytest.mark.parametrize(
    ("question", "possibly", "certainly"),
    [
        (VoteQuery(voter="Boria"), ["counted", "listed"], ["counted", "listed"]),
        (VoteQuery(voter="Boria", choice=BallotChoice.YES), ["counted"], ["counted"]),
        (VoteQuery(voter="Boria", choice=BallotChoice.ABSTAIN), [], []),
        (VoteQuery(voter="Corvia", choice=[BallotChoice.NO]), ["counted"], []),
        (VoteQuery(voter="Corvia", choice=Other(other="blank")), ["listed"], ["listed"]),
        # What is stated counts, whatever is listed; what is listed is no more than the least.
        (VoteQuery(against_at_least=1), ["listed"], ["listed"]),
        (VoteQuery(against_at_least=3), ["listed"], []),
        (VoteQuery(against_at_most=2), ["counted", "listed"], ["counted"]),
        (VoteQuery(against_at_most=1), ["counted"], ["counted"]),
        (VoteQuery(in_favour_at_least=2), ["counted", "listed"], ["counted"]),
        (VoteQuery(in_favour_at_most=1), ["listed"], []),
        (VoteQuery(voted_on="Pact"), ["counted"], ["counted"]),
        (VoteQuery(body="Chamber"), ["listed"], ["listed"]),
        (VoteQuery(taken_here=False), ["listed"], ["listed"]),
        # When another body voted, the date of the conference does not say.
        (VoteQuery(during="2031-05"), ["counted", "listed"], ["counted"]),
        (VoteQuery(since="2032"), ["listed"], []),
        (VoteQuery(grounded=False), ["counted", "listed"], ["counted", "listed"]),
    ],
    ids=repr,
)
def test_vote_is_found_by_who_voted_how_and_by_its_counts(
    question: Any, possibly: list[str], certainly: list[str]
) -> None:
    sure = attrs.evolve(question, certainty=SURE)
    for asked, ids in ((question, possibly), (sure, certainly)):
        for answers in (ask(ROLL_CALL, asked), Collection.of([ROLL_CALL]).ask(asked)):
            assert [hit.id for hit in answers] == ids


def has_voted(record: Conference, vote: Vote, voter: str, choice: object) -> bool | None:
    """Tell by hand whether somebody voted so; `None` if it is only possible."""
    sides = Sides(record)
    ways = [
        sides.covers(ballot.party)[voter]
        for ballot in vote.ballots
        if ballot.vote == choice and voter in sides.covers(ballot.party)
    ]
    found = {way[0] for way in ways if way[1] != OF_COUNTRY}
    return True if True in found else None if found else False


@given(record=small_conferences(), choice=st.sampled_from(CHOICES))
def test_who_voted_so_is_found_as_a_loop_over_the_ballots_finds_them(
    record: Conference, choice: BallotChoice | Other
) -> None:
    records = [record, attrs.evolve(record, id="again")]
    actors = (*record.countries, *record.delegations, *record.delegates)
    for voter in (each.id for each in actors):
        by_hand = {vote.id: has_voted(record, vote, voter, choice) for vote in record.votes}
        possible = VoteQuery(voter=voter, choice=choice)
        sure = VoteQuery(voter=voter, choice=choice, certainty=SURE)

        for kind in (list, Collection.of):
            hits, sure_hits = (
                [hit.id for hit in ask(kind(records), each)] for each in (possible, sure)
            )
            assert hits == [each for each, is_so in by_hand.items() if is_so is not False] * 2
            assert sure_hits == [each for each, is_so in by_hand.items() if is_so] * 2


def test_reason_names_the_one_who_has_the_role_and_the_choice() -> None:
    yes = VoteQuery(voter="Boria", choice=BallotChoice.YES)

    assert [str(each) for each in ask(ROLL_CALL, yes).one().why] == [
        "voter 'Boria': boria, in group both (both > boria)"
    ]


EXACT, OPEN, RISE, ASKED = "exact", "open", "rise", "asked"
AMOUNTS = Conference(
    id="c",
    name="C",
    figures=[
        Figure(id=EXACT, value=5, baseline="2024"),
        Figure(id=OPEN, wording="millions"),
        Figure(id=RISE, low=3, direction=Direction.INCREASE),
        Figure(id=ASKED, value=9, comparator=Comparator.UP_TO, not_stated=["baseline"]),
        Figure(id="ratio", ratio=[RatioTerm(value=3), RatioTerm(value=2)], unit=Unit.RATIO),
    ],
)


@pytest.mark.parametrize(
    ("asked", "possibly", "certainly"),
    [
        ({"at_least": 4}, [EXACT, OPEN, RISE, ASKED], [EXACT]),
        ({"at_most": 5}, [EXACT, OPEN, RISE, ASKED], [EXACT]),
        ({"at_most": 9}, [EXACT, OPEN, RISE, ASKED], [EXACT, ASKED]),
        ({"at_least": 6, "at_most": 7}, [OPEN, RISE, ASKED], []),
        ({"without_baseline": True}, [RISE, ASKED], [ASKED]),
        ({"without_baseline": False}, [EXACT], [EXACT]),
    ],
)
def test_range_that_a_figure_leaves_open_is_possible_and_not_certain(
    asked: dict[str, Any], possibly: list[str], certainly: list[str]
) -> None:
    for certainty, expected in ((Certainty.POSSIBLY, possibly), (SURE, certainly)):
        question = FigureQuery(**asked, certainty=certainty)

        assert [hit.id for hit in ask(AMOUNTS, question)] == expected
        assert [hit.id for hit in Collection.of([AMOUNTS]).ask(question)] == expected


@pytest.mark.parametrize("kind", [list, Collection.of])
def test_figure_rests_on_the_words_of_the_statement_that_holds_it(kind: Any) -> None:
    words = [Evidence(source="r", exact="a fifth lower")]
    record = Conference(
        id="c",
        name="C",
        evidence=words,
        figures=[Figure(id="of-the-event", value=1)],
        statements=[
            Statement(id="s", evidence=words, figures=[Figure(id="said", value=2)]),
            Statement(id="t", figures=[Figure(id="own", value=3, evidence=words)]),
            Statement(id="u", figures=[Figure(id="without", value=4)]),
        ],
    )
    found = [hit.id for hit in ask(kind([record]), FigureQuery(grounded=True))]

    assert found == ["said", "own"]


@pytest.mark.parametrize(
    ("comparator", "possibly", "certainly"),
    [
        (None, ["at_least", "at_most"], ["at_least", "at_most"]),
        (Comparator.OVER, ["at_least"], ["at_least"]),
        (Comparator.AT_LEAST, ["at_least", "at_most"], ["at_least"]),
        (Comparator.UNDER, ["at_most"], ["at_most"]),
        (Comparator.ALMOST, ["at_most"], ["at_most"]),
        (Comparator.UP_TO, ["at_least", "at_most"], ["at_most"]),
    ],
)
def test_more_than_a_number_is_not_that_number(
    comparator: Comparator | None, possibly: list[str], certainly: list[str]
) -> None:
    record = Conference(id="c", name="C", figures=[Figure(value=20, comparator=comparator)])
    for certainty, expected in ((Certainty.POSSIBLY, possibly), (SURE, certainly)):
        bounds: list[dict[str, Any]] = [{"at_least": 20}, {"at_most": 20}]
        for records in (record, Collection.of([record])):
            questions = [FigureQuery(**each, certainty=certainty) for each in bounds]
            met = [
                name
                for each, question in zip(bounds, questions, strict=True)
                for name in each
                if ask(records, question).count()
            ]
            assert met == expected


PARTIES = Conference(
    id="c",
    name="C",
    when="2026",
    countries=[Country(id=each, name=each.title()) for each in ("aland", "boria")],
    groups=[Group(id="voters", wording="voters", country="aland")],
    delegations=[Delegation(id="d", of=["voters"], attendance=Attendance.ATTENDED)],
    delegates=[Delegate(id="early", name="Rosa Vale", when="2025"), Delegate(id="p")],
    agreements=[
        Agreement(
            id="refused",
            parties=["boria"],
            other_participants=[Participant(role=ParticipantRole.NOT_PARTY, of=["aland"])],
        ),
        Agreement(id="silent"),
    ],
)


@pytest.mark.parametrize(
    ("question", "possibly", "certainly"),
    [
        (AgreementQuery(not_party="Aland"), ["refused", "silent"], ["refused"]),
        (AgreementQuery(not_party="Boria"), ["silent"], []),
        (AgreementQuery(not_party=["Boria", "Rosa Vale"]), ["refused", "silent"], ["refused"]),
        (DelegateQuery(until="2025"), ["early"], ["early"]),
        # People of a country are not the country.
        (ConferenceQuery(participant="Aland"), [], []),
        (ConferenceQuery(participant="voters"), ["c"], ["c"]),
        (ConferenceQuery(participant="Rosa Vale"), ["c"], []),
    ],
)
def test_who_is_no_party_and_who_was_there(
    question: Any, possibly: list[str], certainly: list[str]
) -> None:
    sure = attrs.evolve(question, certainty=SURE)
    for each, expected in ((question, possibly), (sure, certainly)):
        assert [hit.id for hit in ask(PARTIES, each)] == expected
        assert [hit.id for hit in Collection.of([PARTIES]).ask(each)] == expected


def test_index_lets_go_of_what_was_asked_long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many questions are asked, no more is kept; and the answers stay the same."""
    monkeypatch.setattr(places, "MOST_TERMS", 2)
    monkeypatch.setattr(ledger, "MOST_NAMES", 1)
    records = [record for record, _, _ in ANSWERS]
    kept = index.Index(records)
    for _, question, _ in ANSWERS * 2:
        assert list(kept.find(question)) == list(ask(records, question))

        assert len(kept._places._kept) <= 2
        assert len(kept._ledger._stands) <= 1


def test_every_field_of_every_question_is_in_the_index() -> None:
    for subject, query in QUERIES.items():
        for field in asks_of(query).keys() - {"certainty"}:
            which = (subject, field)
            posted = (*fields.NAMED, *fields.VALUES, *fields.WORDS, *fields.FLAGS, *fields.COMPARED)
            assert which in {*posted, fields.MENTIONS}


def test_name_of_several_states_lists_those_that_are_there() -> None:
    record = Conference(
        id="c",
        name="C",
        countries=[Country(id="x", name="DR of the Congo", code="CD")],
        statements=[Statement(id="s", speakers=["x"])],
    )
    with pytest.raises(UnknownNameError, match="can mean several states") as caught:
        ask(record, StatementQuery(by="Congo"))

    assert caught.value.candidates == ("x (DR of the Congo)",)
    with pytest.raises(UnknownNameError, match="can mean several states"):
        Collection.of([record]).ask(StatementQuery(by="Congo")).count()


SESSION = Conference(
    id="c",
    name="C",
    sessions=[Session(id="t0"), Session(id="t1")],
    delegations=[
        Delegation(id="there", attendance=Attendance.ATTENDED, sessions=["t0"]),
        Delegation(id="elsewhere", attendance=Attendance.ATTENDED, sessions=["t1"]),
        Delegation(id="somewhere", attendance=Attendance.ATTENDED),
        Delegation(id="anywhere", attendance=Attendance.ATTENDED),
        Delegation(id="absent", attendance=Attendance.ABSENT, sessions=["t0"]),
    ],
    delegates=[Delegate(id="member", delegation="there")],
    statements=[Statement(id="s", speakers=["somewhere"], addressees=["t0"])],
)


@pytest.mark.parametrize(
    ("name", "possibly", "certainly"),
    [
        ("there", ["s"], ["s"]),
        ("member", ["s"], ["s"]),
        ("elsewhere", [], []),
        ("absent", [], []),
        # No session is stated of it.
        ("anywhere", ["s"], []),
        # Nobody addresses themselves.
        ("somewhere", [], []),
        ("t0", ["s"], ["s"]),
    ],
)
def test_words_to_a_session_are_to_all_who_were_there(
    name: str, possibly: list[str], certainly: list[str]
) -> None:
    sure = StatementQuery(to=name, certainty=Certainty.CERTAINLY)

    assert [hit.id for hit in ask(SESSION, StatementQuery(to=name))] == possibly
    assert [hit.id for hit in ask(SESSION, sure)] == certainly
    assert [hit.id for hit in Collection.of([SESSION]).ask(sure)] == certainly


RIVERS = Conference(
    id="rivers",
    name="Rivers",
    when="2031-05-06/2031-05-08",
    edition=Edition(series="rivers-series"),
    organizations=[Organization(id="rivers-series", name="Talks on Rivers")],
    places=[Place(name="Selm", country="aland")],
    countries=[
        Country(id="aland", name="Aland"),
        Country(id="boria", name="Boria"),
        Country(id="corvia", name="Corvia"),
    ],
    delegations=[Delegation(id="a", of=["aland"])],
    delegates=[Delegate(id="late", when="2031-05-08"), Delegate(id="throughout")],
    sessions=[Session(id="eve", when="2031-05-05"), Session(id="plenary")],
    statements=[
        Statement(id="early", session="eve"),
        Statement(id="later", session="plenary", speakers=["late"]),
    ],
    agreements=[
        Agreement(id="pact", parties=["a"]),
        Agreement(
            id="treaty",
            parties=["a"],
            other_participants=[Participant(role=ParticipantRole.NOT_PARTY, of=["boria"])],
        ),
    ],
    figures=[
        Figure(id="range", low=3, direction=Direction.INCREASE),
        Figure(id="value", value=7, baseline="last year"),
        Figure(id="words", wording="millions"),
    ],
)


@pytest.mark.parametrize(
    ("question", "possibly", "certainly"),
    [
        (FigureQuery(at_least=4), ["range", "value", "words"], ["value"]),
        (FigureQuery(at_most=4), ["range", "words"], []),
        (FigureQuery(without_baseline=True), ["range"], []),
        (FigureQuery(without_baseline=False), ["value"], ["value"]),
        (DelegateQuery(since="2031-05-08"), ["late", "throughout"], ["late"]),
        (StatementQuery(until="2031-05-05"), ["early"], ["early"]),
        (AgreementQuery(not_party="Boria"), ["pact", "treaty"], ["pact", "treaty"]),
        (ConferenceQuery(series="rivers-series"), ["rivers"], ["rivers"]),
        (ConferenceQuery(country="Aland"), ["rivers"], ["rivers"]),
    ],
    ids=repr,
)
def test_what_is_possible_is_told_from_what_is_certain(
    question: Any, possibly: list[str], certainly: list[str]
) -> None:
    sure = attrs.evolve(question, certainty=Certainty.CERTAINLY)

    records = [RIVERS, Conference(id="unlike", name="Unlike")]
    for asked, ids in ((question, possibly), (sure, certainly)):
        for answers in (ask(records, asked), Collection.of(records).ask(asked)):
            assert sorted(str(hit.id) for hit in answers) == ids


def test_reasons_say_who_is_not_named_and_what_is_only_possible() -> None:
    some = Conference(
        id="c",
        name="C",
        delegations=[Delegation(id="b")],
        groups=[Group(id="g", wording="some", quantifier=Quantifier.SOME, members=["b"])],
        statements=[Statement(id="s", speakers=["g"])],
    )
    pact, treaty = ask(RIVERS, AgreementQuery(not_party="Boria"))
    said = ask(some, StatementQuery(by="b")).one()
    low = ask(LAKESIDE, StatementQuery(topic="water level")).one()

    assert str(pact.why[0]) == "not_party 'Boria': boria, not named"
    assert str(treaty.why[0]) == "not_party 'Boria': boria, directly"
    assert str(said.why[0]) == "by 'b': b, in group g, possibly (g > b)"
    assert str(low.why[0]) == "topic 'water level': by topic"


def test_thing_itself_may_stand_for_its_id() -> None:
    vale = LAKESIDE.expect(Delegate, "r-vale")

    assert StatementQuery(by=vale) == StatementQuery(by="r-vale")
    assert StatementQuery(by=[vale, "b"]) == StatementQuery(by=["r-vale", "b"])


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("text", 3, "not words"),
        ("text", [" "], "no words"),
        ("by", 3, "not names"),
        ("since", When(wording="in spring"), "in words"),
        ("until", "2026/..", "no last day"),
    ],
)
def test_value_that_asks_for_nothing_is_refused(field: str, value: object, message: str) -> None:
    given: Any = {field: value}
    with pytest.raises(InvalidValueError, match=message):
        StatementQuery(**given)


@given(digits=st.integers(0, 10**40), places=st.integers(0, 60), precision=st.integers(1, 40))
def test_bound_keeps_all_its_digits(digits: int, places: int, precision: int) -> None:
    bound = Decimal(f"{digits}E-{places}")
    with localcontext() as context:
        context.prec = precision
        question = FigureQuery(at_least=bound)
        padded = FigureQuery(at_least=Decimal(f"{bound:f}" + ("0" if places else ".0")))

    assert question.at_least == bound
    assert repr(question) == repr(padded)


@given(
    bound=st.integers(-(10**15), 10**15)
    | st.decimals(places=4, min_value=-(10**10), max_value=10**10)
    | st.floats(allow_nan=False, allow_infinity=False)
)
def test_bound_is_stored_with_all_its_digits(bound: Decimal | float) -> None:
    question = FigureQuery(at_least=bound)

    assert question_from_dict(json.loads(json.dumps(question_to_dict(question)))) == question


@pytest.mark.parametrize("bound", ["0.12345678901234567", "12345678901234567890.5", "1E-400"])
def test_bound_that_no_stored_number_keeps_is_refused_and_not_rounded(bound: str) -> None:
    with pytest.raises(InvalidValueError, match="keeps exactly") as caught:
        question_to_dict(~FigureQuery(at_least=Decimal(bound)))

    assert (caught.value.code, caught.value.path) == ("E105", "at_least")


@pytest.mark.parametrize("bound", ["3", True])
def test_bound_that_is_no_number_is_refused(bound: Any) -> None:
    with pytest.raises(InvalidValueError, match="not a number"):
        FigureQuery(at_least=bound)


@pytest.mark.parametrize(
    ("stored", "pointer"),
    [
        ([], ""),
        ({"statement": {}, "figure": {}}, ""),
        ({"all_of": [{"statement": {}}]}, "/all_of"),
        ({"statement": ["PK"]}, "/statement"),
        ({"statement": {"by": [" "]}}, "/statement/by"),
        ({"statement": {"act": [{"other": ""}]}}, "/statement/act/0"),
        ({"figure": {"unit": [{"other": "stone"}]}}, "/figure/unit"),
        ({"statement": {"certainty": "surely"}}, "/statement/certainty"),
    ],
)
def test_stored_question_of_a_wrong_shape_is_refused(stored: Any, pointer: str) -> None:
    with pytest.raises(LoadError) as caught:
        question_from_dict(stored)

    assert [each.pointer for each in caught.value.findings] == [pointer]


@pytest.mark.parametrize(
    ("field", "message"),
    [("act", "'toast' is not an Act"), ("manner", "'toast' is not a Manner")],
)
def test_stored_choice_that_is_none_is_refused_with_the_right_article(
    field: str, message: str
) -> None:
    with pytest.raises(LoadError) as caught:
        question_from_dict({"statement": {field: ["toast"]}})

    assert [each.message for each in caught.value.findings] == [message]
