"""Questions to six real reports; the answers are worked out by hand from the facts of each."""

from pathlib import Path
from typing import Any

import pytest

from confmodel import Conference, example, loads
from confmodel.model import (
    Act,
    AgreementStatus,
    Attendance,
    Direction,
    Function,
    Manner,
    ParticipantRole,
    Unit,
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
)
from confmodel.query.aggregates import commitments_due, only_spoken_of
from confmodel.query.plain import QUERIES

CASES = Path(__file__).parents[1] / "cases"
WARSAW = "00-warsaw"
ANGELES = "02-la-declaration-launch-2022"
DRUGS = "11-us-india-drug-group-2026"
BANDUNG = "12-bandung-1955"
NAVAL = "14-washington-naval-1921"
FORUM = "18-forum-langue-francaise-jour1"
ALL = (WARSAW, ANGELES, DRUGS, BANDUNG, NAVAL, FORUM)
SURE = Certainty.CERTAINLY


def record_of(case: str) -> Conference:
    if case == WARSAW:
        return example("warsaw-2026")
    return loads((CASES / f"{case}.json").read_bytes())


@pytest.fixture(scope="module")
def records() -> dict[str, Conference]:
    return {case: record_of(case) for case in ALL}


ANSWERS: list[tuple[str, Question[Any], list[str]]] = [
    # Warsaw: a claim of Pakistan's side comes from its head, or from the six together.
    (
        WARSAW,
        StatementQuery(by="Pakistani"),
        ["praise", "border-briefing", "wall", "fewer-migrants", "cooperation"],
    ),
    (WARSAW, StatementQuery(by="Estonia"), ["praise"]),
    (WARSAW, StatementQuery(by="Kierwiński", act=Act.PRAISE), ["praise"]),
    (WARSAW, StatementQuery(to="Poland"), ["border-briefing", "wall"]),
    (WARSAW, StatementQuery(to="Pakistan"), []),
    (WARSAW, StatementQuery(about="migration"), []),
    (WARSAW, StatementQuery(contradicted=True), ["praise"]),
    (WARSAW, StatementQuery(since="2026", certainty=SURE), []),
    (WARSAW, DelegateQuery(office="interior minister", of="Lithuania"), ["aliksandravicius"]),
    (WARSAW, DelegateQuery(name="Rihards Kozlovskis"), ["kozlovskis"]),
    (WARSAW, FigureQuery(direction=Direction.DECREASE), ["migration-fall"]),
    (WARSAW, FigureQuery(by="PK", unit=Unit.COUNT), ["terrorist-organisations"]),
    (WARSAW, AgreementQuery(between=["PK", "PL"]), ["roadmap", "focal-persons"]),
    (WARSAW, AgreementQuery(conditional=True), ["jobs"]),
    (WARSAW, AgreementQuery(not_party="PK", certainty=SURE), ["jobs"]),
    (WARSAW, ConferenceQuery(host="Poland", place="Warsaw"), ["warsaw-2026"]),
    # Los Angeles: many countries under their formal names; one is no participant.
    (
        ANGELES,
        StatementQuery(by="US"),
        ["migration-has-changed", "us-progress", "venezuela-aid", "more-with-mexico"],
    ),
    (ANGELES, StatementQuery(by="Sullivan"), ["migration-has-changed"]),
    (
        ANGELES,
        StatementQuery(about="Mexico"),
        ["seasonal-visas", "mexico-as-model", "more-with-mexico"],
    ),
    (ANGELES, DelegateQuery(of="American"), ["sullivan", "sherwood-randall"]),
    (ANGELES, FigureQuery(at_least=5000), ["aid", "arrests", "venezuelans"]),
    (ANGELES, FigureQuery(at_least=5001, certainty=SURE), ["aid", "venezuelans"]),
    (ANGELES, FigureQuery(currency="USD"), ["aid"]),
    (
        ANGELES,
        AgreementQuery(by="Mexico"),
        ["implementation-plan", "country-leads", "meet-again", "announcements-in-lima"],
    ),
    (ANGELES, AgreementQuery(by="US"), ["la-declaration", "havana-visas"]),
    (ANGELES, AgreementQuery(by="US", certainty=SURE), ["havana-visas"]),
    (ANGELES, AgreementQuery(benefits="Cuban"), ["havana-visas"]),
    (ANGELES, AgreementQuery(benefits="UNHCR"), ["canada-projects"]),
    (ANGELES, AgreementQuery(due_by="2022"), ["announcements-in-lima"]),
    (
        ANGELES,
        ConferenceQuery(during="2022-09", participant="Guyana"),
        ["la-declaration-launch-2022"],
    ),
    (ANGELES, ConferenceQuery(participant="Belize"), []),
    # The drug group: two sides, two heads, and two leaders who are not there.
    (DRUGS, StatementQuery(by="India"), ["highest-priority", "whole-of-government"]),
    (DRUGS, StatementQuery(by="US", manner=Manner.DIRECT), ["drug-crisis"]),
    (DRUGS, StatementQuery(by="Carter"), ["opening-words", "drug-crisis"]),
    (DRUGS, DelegateQuery(function=Function.HEAD, of="Indian"), ["batra"]),
    (DRUGS, DelegateQuery(function=Function.HEAD), ["seguin", "batra"]),
    (DRUGS, FigureQuery(), []),
    (DRUGS, AgreementQuery(between=["US", "India"]), ["dismantling", "leaders-commitment"]),
    (DRUGS, AgreementQuery(between=["US", "India"], certainty=SURE), ["dismantling"]),
    (DRUGS, AgreementQuery(by="Modi"), ["leaders-commitment"]),
    (DRUGS, ConferenceQuery(since="2026-01-21"), ["us-india-drug-policy-2026"]),
    (DRUGS, ConferenceQuery(since="2026-01-21", certainty=SURE), []),
    # Bandung: names that changed, and a state that was not there.
    (BANDUNG, StatementQuery(by="China"), ["zhou-speeches"]),
    (BANDUNG, StatementQuery(by="US"), []),
    (BANDUNG, StatementQuery(topic="colonial rule"), ["speaking-for-others"]),
    (BANDUNG, StatementQuery(manner=Manner.NARRATED), ["zhou-speeches", "speaking-for-others"]),
    (BANDUNG, DelegateQuery(of="Chinese"), ["zhou"]),
    (BANDUNG, FigureQuery(at_least=24, at_most=29), ["twenty-nine", "twenty-four"]),
    (BANDUNG, AgreementQuery(between=["India", "China"]), ["five-principles"]),
    (BANDUNG, AgreementQuery(until="1954"), ["five-principles"]),
    (BANDUNG, AgreementQuery(status=AgreementStatus.SIGNED), ["communique"]),
    (BANDUNG, ConferenceQuery(organizer="Ceylon", participant="Myanmar"), ["bandung-1955"]),
    (BANDUNG, ConferenceQuery(participant="Britain"), []),
    # The naval conference: seven agreements with seven sets of parties.
    (NAVAL, StatementQuery(), []),
    (NAVAL, DelegateQuery(name="Borah"), ["borah"]),
    (NAVAL, DelegateQuery(of="US"), ["borah", "hughes"]),
    (NAVAL, DelegateQuery(of="US", certainty=SURE), []),
    (NAVAL, FigureQuery(for_whom="Italy", unit=Unit.OTHER), ["tons-fr-it"]),
    (NAVAL, AgreementQuery(between=["Japan", "China"]), ["nine-power-treaty", "shandong-treaty"]),
    (NAVAL, AgreementQuery(by="Italy"), ["five-power-treaty", "nine-power-treaty"]),
    (
        NAVAL,
        AgreementQuery(by="British"),
        ["five-power-treaty", "four-power-treaty", "anglo-japanese-treaty", "nine-power-treaty"],
    ),
    (NAVAL, AgreementQuery(benefits="China"), ["nine-power-treaty", "shandong-treaty"]),
    (
        NAVAL,
        AgreementQuery(status=AgreementStatus.REJECTED),
        ["ratio-of-japan", "ratio-of-the-us-navy"],
    ),
    (
        NAVAL,
        AgreementQuery(participant="US", role=ParticipantRole.PROPOSER),
        ["ratio-of-the-us-navy"],
    ),
    (NAVAL, ConferenceQuery(convener="Hughes", during="1921/1922"), ["washington-naval-1921"]),
    # The forum: in French, told before it took place.
    (FORUM, StatementQuery(act=Act.QUESTION, language="fr"), ["emplois"]),
    (FORUM, StatementQuery(about="Nigeria"), ["programmes-scolaires"]),
    (FORUM, DelegateQuery(of="Cameroon"), ["fotso"]),
    (FORUM, DelegateQuery(name="Kareyce Fotso", attendance=Attendance.EXPECTED), ["fotso"]),
    (FORUM, FigureQuery(of="drapeaux"), ["drapeaux"]),
    (FORUM, FigureQuery(at_least=1000, at_most=2000), ["invites-1500"]),
    (FORUM, AgreementQuery(made_here=False), ["resolution-de-montreux"]),
    (FORUM, AgreementQuery(made_here=True), []),
    (FORUM, ConferenceQuery(participant="Cameroun"), ["forum-langue-francaise-2012"]),
    (FORUM, ConferenceQuery(participant="Cameroun", certainty=SURE), []),
    # None of the reports tells of a vote.
    *((case, VoteQuery(), []) for case in ALL),
]


@pytest.mark.parametrize(
    ("case", "question", "expected"),
    ANSWERS,
    ids=[f"{case}-{question!r}" for case, question, _ in ANSWERS],
)
def test_answer_is_the_one_worked_out_by_hand(
    case: str, question: Question[Any], expected: list[str], records: dict[str, Conference]
) -> None:
    assert [hit.id for hit in ask(records[case], question)] == expected


def test_every_kind_of_question_is_tried_on_every_case() -> None:
    tried = {(case, question.subject) for case, question, _ in ANSWERS}

    assert len(tried) == len(ALL) * len(QUERIES)


@pytest.mark.parametrize(
    "question",
    [question for _, question, _ in ANSWERS],
    ids=[f"{case}-{question!r}" for case, question, _ in ANSWERS],
)
def test_collection_of_all_cases_answers_as_the_list(
    question: Question[Any], records: dict[str, Conference]
) -> None:
    several = list(records.values())

    assert list(Collection.of(several).ask(question)) == list(ask(several, question))


def test_countries_without_a_delegation_are_found(records: dict[str, Conference]) -> None:
    found = {
        case: [each.country.id for each in only_spoken_of(record)]
        for case, record in records.items()
    }

    assert found == {
        WARSAW: ["afghanistan"],
        ANGELES: ["belize", "venezuela", "cuba", "nicaragua"],
        DRUGS: [],
        BANDUNG: ["united-states", "britain", "france", "netherlands"],
        NAVAL: ["germany"],
        FORUM: ["canada", "nigeria", "afrique-du-sud", "ethiopie", "vietnam"],
    }


def test_what_is_due_stands_with_those_who_owe_it(records: dict[str, Conference]) -> None:
    due = commitments_due(records.values(), by="2023")

    assert [(each.agreement.id, each.owed_by) for each in due] == [
        ("announcements-in-lima", ("committing-countries",)),
        ("havana-visas", ("us",)),
    ]
