"""Reading answers: lazily, again, one at a time, in groups, as rows, in a notebook."""

import contextlib
import copy
import gc
import html
import json
import pickle
import pkgutil
from collections.abc import Callable, Iterator
from threading import Thread
from typing import Any

import attrs
import pytest

from confmodel import (
    Conference,
    InvalidValueError,
    LoadError,
    UnknownNameError,
    dumps,
    example,
    loads,
)
from confmodel.model import (
    Act,
    Attendance,
    Country,
    Delegate,
    Delegation,
    Extra,
    Figure,
    Group,
    Manner,
    Other,
    Person,
    Quantifier,
    RatioTerm,
    Statement,
    Unit,
    Vote,
    VoteResult,
)
from confmodel.query import (
    AgreementQuery,
    Asks,
    Certainty,
    Collection,
    ConferenceQuery,
    DelegateQuery,
    FigureQuery,
    How,
    NotOneError,
    Question,
    StatementQuery,
    VoteQuery,
    ask,
    asks_of,
    question_from_dict,
    question_to_dict,
    read_many,
    without_collector,
)
from confmodel.query._memory.names import Names
from confmodel.query.plain import QUERIES, vocabulary_of
from tests.query.steps import growth

WARSAW = example("warsaw-2026")
LAKESIDE = example("lakeside-2031")
HARBOUR = example("harbour-1974")
EVERY = StatementQuery()


class Counted:
    def __init__(self, *records: Conference) -> None:
        self.records, self.read = records, 0

    def __iter__(self) -> Iterator[Conference]:
        for record in self.records:
            self.read += 1
            yield record


def test_nothing_is_read_before_an_answer_is_wanted() -> None:
    records = Counted(WARSAW, LAKESIDE)
    answers = ask(records, StatementQuery(manner=Manner.DIRECT))

    assert records.read == 0
    assert answers.first() is not None
    assert records.read == 1


def test_answers_of_what_can_be_read_again_can_be_read_again() -> None:
    answers = ask([WARSAW, LAKESIDE], StatementQuery(manner=Manner.DIRECT))

    assert list(answers) == list(answers)
    assert answers.count() == 3


def test_generator_is_read_once_and_only_as_far_as_needed() -> None:
    records = Counted(WARSAW, LAKESIDE, HARBOUR)
    answers = ask(iter(records), StatementQuery(manner=Manner.DIRECT))

    assert answers.first() == answers.first()
    assert records.read == 1
    assert answers.count() == 4
    assert records.read == 3
    assert [hit.id for hit in answers] == ["wall", "boats", "borders", "dead-town"]


def test_error_that_ends_a_generator_is_raised_at_every_reading() -> None:
    unknown = ask(iter([WARSAW]), StatementQuery(by="nobody"))
    records: Any = iter([WARSAW, "no record"])
    wrong = ask(records, StatementQuery(manner=Manner.DIRECT))

    for _ in range(2):
        with pytest.raises(UnknownNameError, match="nothing is called 'nobody'"):
            list(unknown)
        with pytest.raises(InvalidValueError, match="'no record' is no record"):
            wrong.count()
    assert [hit.id for hit in wrong[:1]] == ["wall"]


def test_only_answer_is_given_and_none_or_several_are_refused() -> None:
    assert ask(WARSAW, StatementQuery(manner=Manner.DIRECT)).one().id == "wall"
    with pytest.raises(NotOneError) as none:
        ask(WARSAW, StatementQuery(act=Act.THREATEN)).one()
    with pytest.raises(NotOneError) as several:
        ask(WARSAW, DelegateQuery()).one()

    assert none.value.candidates == ()
    assert "more than 8" in several.value.message
    assert several.value.candidates[0] == "naqvi of warsaw-2026"


def test_answers_are_true_if_there_is_one_and_are_read_by_place() -> None:
    records = Counted(WARSAW, LAKESIDE, HARBOUR)
    answers = ask(records, StatementQuery(manner=Manner.DIRECT))

    assert answers
    assert not ask(WARSAW, StatementQuery(act=Act.THREATEN))
    assert records.read == 1
    assert [answers[0].id, answers[-1].id] == ["wall", "dead-town"]
    assert [hit.id for hit in answers[1:3]] == ["boats", "borders"]
    assert answers[1:] == answers[-3:] == list(answers)[1:]
    with pytest.raises(IndexError, match="no answer 4"):
        _ = answers[4]


def test_hit_is_a_value_that_is_only_read() -> None:
    (hit,) = ask(WARSAW, StatementQuery(manner=Manner.DIRECT))
    (same,) = Collection.of([WARSAW]).ask(StatementQuery(by="naqvi", text="wall"))

    assert hit == same
    assert hash(hit) == hash(same)
    assert hit != hit.entity
    assert (hit.question, hit.holder) == (StatementQuery(manner=Manner.DIRECT), WARSAW)
    with pytest.raises(AttributeError):
        hit.entity = same.entity  # type: ignore[misc]


def test_hits_are_told_apart_without_a_look_at_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """A set of all hits is made in the time of the hits, however long the record is."""
    again = loads(dumps(WARSAW))
    of = [ask(each, question) for each in (WARSAW, again) for question in (EVERY, FigureQuery())]
    hits = [hit for answers in of for hit in answers]

    def refuse(*_args: object) -> None:
        raise AssertionError("the whole record was looked at")

    for name in ("__eq__", "__ne__", "__hash__"):
        monkeypatch.setattr(Conference, name, refuse)

    assert len(set(hits)) == len(hits) // 2
    assert set(hits[len(hits) // 2 :]) == set(hits)


def said_by_one_of(count: int) -> Collection:
    """Build a long record of what one of many has said."""
    return Collection.of(
        [
            Conference(
                id="c",
                name="C",
                delegates=[Delegate(id=f"p{n}", name=f"Person {n}") for n in range(count)],
                statements=[Statement(id=f"s{n}", speakers=["p0"]) for n in range(count)],
            )
        ]
    )


def test_reasons_of_all_hits_take_the_time_of_the_record() -> None:
    def reasons(count: int) -> Callable[[], object]:
        hits = list(said_by_one_of(count).ask(StatementQuery(by="Person 0")))
        return lambda: [hit.why for hit in hits]

    assert growth(reasons) < 5


def test_hits_of_other_things_are_not_equal() -> None:
    said = Statement(id="s", text="The river is low.", figures=[Figure(value=1), Figure(value=2)])
    record = Conference(id="c", name="C", statements=[said])
    reworded = attrs.evolve(record, statements=[attrs.evolve(said, text="It is high.")])
    elsewhere = attrs.evolve(record, id="d")
    renamed = attrs.evolve(record, name="D")
    (hit,), (first, second) = ask(record, EVERY), ask(record, FigureQuery())

    assert hit not in {*ask(reworded, EVERY), *ask(elsewhere, EVERY), first, second}
    assert first != second
    # What else the record holds does not matter, but for the record itself.
    assert hit in {*ask(renamed, EVERY)}
    assert ask(renamed, ConferenceQuery()).one() != ask(record, ConferenceQuery()).one()


def test_groups_go_by_named_fields_only() -> None:
    answers = ask(WARSAW, StatementQuery(by="PK"))

    assert [len(hits) for hits in answers.group_by("about").values()] == [4, 2, 1, 1]
    assert list(answers.group_by("how")) == [How.IN_GROUP, How.AS_DELEGATE]
    assert list(answers.group_by("addressees")) == [None, "warsaw-2026"]
    assert list(answers.group_by("conference")) == ["warsaw-2026"]
    with pytest.raises(UnknownNameError, match="nearest: 'manner'"):
        answers.group_by("maner")
    with pytest.raises(UnknownNameError, match="an agreement has no field"):
        ask(WARSAW, AgreementQuery()).group_by("party")


def test_table_for_a_notebook_is_escaped() -> None:
    record = Conference(
        id="c", name="C", statements=[Statement(id="s", text="<script>alert(1)</script>")]
    )
    table = ask(record, StatementQuery(text="script alert 1 script"))._repr_html_()
    shown = ask(record, StatementQuery())._repr_html_()

    assert "<script>" not in table + shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        (FigureQuery(of="loan"), ["harbour-charter/figures", "4000000 loan of the Union"]),
        (FigureQuery(unit=Unit.RATIO), ["harbour-charter/figures", "3 to 2 quays"]),
        (AgreementQuery(by="Ostmark"), ["harbour-charter", "Harbour Charter", "by 'Ostmark'"]),
        (DelegateQuery(name="Lind"), ["lind", "Vera Lind", "name 'Lind': lind, directly"]),
        (ConferenceQuery(), ["harbour-1974", "Harbour Conference"]),
        (
            VoteQuery(),
            ["vellany-vote", "58 in favour, 61 against, 4 abstaining, 2 absent, rejected"],
        ),
        (StatementQuery(manner=Manner.DIRECT), ["dead-town", "A closed port, is a dead town."]),
    ],
    ids=repr,
)
def test_table_for_a_notebook_says_in_one_line_what_was_found(
    question: Question[Any], cells: list[str]
) -> None:
    table = html.unescape(ask(HARBOUR, question)._repr_html_())

    assert [each for each in cells if each not in table] == []


def test_long_table_for_a_notebook_is_cut() -> None:
    table = ask([WARSAW] * 20, DelegateQuery())._repr_html_()

    assert table.count("<tr>") == 1 + 50 + 1
    assert table.endswith("<tfoot><tr><td colspan='4'>…</td></tr></tfoot></table>")


def test_rows_name_what_holds_a_figure_and_are_plain_data() -> None:
    ratio, loan = ask(HARBOUR, FigureQuery(by="Lusania")).to_dicts()
    (event,) = ask(HARBOUR, ConferenceQuery()).to_dicts()

    assert (loan["holder"], loan["value"], loan["mode"]) == ("harbour-charter", 4_000_000, "agreed")
    assert [term["value"] for term in ratio["ratio"]] == [3, 2]
    assert event["when"] == "1974-09"
    assert json.loads(json.dumps([ratio, loan, event])) == [ratio, loan, event]


def test_rows_keep_the_members_of_the_author() -> None:
    record = Conference(id="c", name="C", statements=[Statement(id="s", extra=Extra({"x-a": [1]}))])
    (row,) = ask(record, StatementQuery()).to_dicts()

    assert row["x-a"] == [1]


@pytest.mark.parametrize(
    ("figure", "line"),
    [
        (Figure(value=47, unit=Unit.PERCENT, of="crossings"), "47% crossings"),
        (Figure(wording="millions"), "millions"),
        (Figure(ratio=[RatioTerm(value=3), RatioTerm(value=2)]), "3:2"),
        (Figure(low=3, high=5, of="boats"), "3-5 boats"),
        (Figure(low=0, high=5, of="boats"), "0-5 boats"),
        (Figure(high=5), "-5"),
    ],
)
def test_figure_is_said_in_one_line(figure: Figure, line: str) -> None:
    table = ask(Conference(id="c", name="C", figures=[figure]), FigureQuery())._repr_html_()

    assert f"<td>{line}</td>" in table


@pytest.mark.parametrize(
    ("vote", "line"),
    [
        (Vote(id="v"), ""),
        (Vote(id="v", against=0, result=Other(other="put off")), "0 against, put off"),
        (Vote(id="v", result=VoteResult.ADOPTED_BY_CONSENSUS), "adopted by consensus"),
    ],
)
def test_vote_is_said_in_one_line(vote: Vote, line: str) -> None:
    table = ask(Conference(id="c", name="C", votes=[vote]), VoteQuery())._repr_html_()

    assert f"<td>v</td><td>{line}</td>" in table


def test_answers_say_what_was_asked() -> None:
    question = StatementQuery(by="PK")
    answers = ask([WARSAW], question)

    assert answers.question is question
    assert repr(answers) == "<Answers to StatementQuery(by='PK')>"
    assert list(answers.group_by("holder")) == ["warsaw-2026"]


def test_why_tells_a_joint_delegation_from_a_group() -> None:
    both = ask(LAKESIDE, StatementQuery(by="Corvia")).first()
    group = ask(WARSAW, StatementQuery(by="Latvian")).one()

    assert both is not None
    assert both.why[0].how is How.AS_DELEGATE
    assert both.why[0].through == ("official", "joint", "corvia")
    assert group.why[0].group == "all-six-ministers"
    assert group.why[0].known_as == "Latvian"


# Names.


@pytest.mark.parametrize(
    "name", ["naqvi", "Naqvi", "MOHSIN NAQVI", "Mohsin", "mohsin  naqvi", "Móhsin Naqvi"]
)
def test_delegate_is_found_as_people_write_the_name(name: str) -> None:
    assert ask(WARSAW, DelegateQuery(name=name)).one().id == "naqvi"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        *(("Mueller", "Jürgen Müller"), ("Müller", "Jurgen Mueller"), ("Muller", "Jürgen Müller")),
        *(("Djokovic", "Novak Đoković"), ("Dokovic", "Novak Đoković"), ("Straße", "Ann Strasse")),
        ("Soeren", "Søren Dam"),
    ],
)
@pytest.mark.parametrize("kind", [list, Collection.of])
def test_letters_may_be_spelled_out_or_bare(kind: Any, name: str, printed: str) -> None:
    record = Conference(id="c", name="C", delegates=[Delegate(id="d", name=printed)])

    assert ask(kind([record]), DelegateQuery(name=name)).one().id == "d"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        *(("Zelensky", "Volodymyr Zelenskyy"), ("Zelenskij", "Volodymyr Zelensky")),
        *(
            ("Naqwi", "Mohsin Naqvi"),
            ("Mohamed", "Mohammed Sharif"),
            ("Milosevic", "S. Miloshevich"),
        ),
        ("Youssuf Chalabi", "Yusuf Çalabi"),
    ],
)
@pytest.mark.parametrize("kind", [list, Collection.of])
def test_name_may_be_romanized_in_another_way(kind: Any, name: str, printed: str) -> None:
    record = Conference(id="c", name="C", delegates=[Delegate(id="d", name=printed)])

    hit = ask(kind([record]), DelegateQuery(name=name)).one()

    assert hit.id == "d"
    assert hit.why[0].known_as == printed


@pytest.mark.parametrize("kind", [list, Collection.of])
def test_the_spelling_that_is_asked_for_comes_before_another(kind: Any) -> None:
    delegates = [Delegate(id="a", name="Ada Vale"), Delegate(id="b", name="Ada Wale")]
    record = Conference(id="c", name="C", delegates=delegates)

    assert [hit.id for hit in ask(kind([record]), DelegateQuery(name="Wale"))] == ["b"]
    with pytest.raises(UnknownNameError, match="can mean several"):
        list(ask(kind([record]), DelegateQuery(name="Walle")))


def test_name_of_a_state_means_the_state_and_says_how_to_ask_for_a_person() -> None:
    record = Conference(id="c", name="C", delegates=[Delegate(id="x", name="Jordan Chad")])

    with pytest.raises(UnknownNameError) as caught:
        ask(record, StatementQuery(by="Chad"))

    assert caught.value.help == "it means the state; for who bears the name, ask for 'Jordan Chad'"
    assert list(ask(record, StatementQuery(by="Jordan Chad"))) == []


@pytest.mark.parametrize("kind", [list, Collection.of])
def test_words_on_behalf_of_somebody_are_theirs_and_the_reason_says_so(kind: Any) -> None:
    said = Statement(
        id="s", speakers=["voice"], on_behalf_of=["minister"], figures=[Figure(value=5, id="f")]
    )
    record = Conference(
        id="c",
        name="C",
        people=[Person(id="voice", name="Ilan Reth"), Person(id="minister", name="Rosa Vale")],
        statements=[said],
    )

    (hit,) = ask(kind([record]), StatementQuery(by="Vale"))
    (own,) = ask(kind([record]), StatementQuery(by="Reth"))

    assert str(hit.why[0]) == "by 'Vale': minister, on behalf"
    assert own.why[0].how is How.DIRECTLY
    assert [each.id for each in ask(kind([record]), FigureQuery(by="Vale"))] == ["f"]


@pytest.mark.parametrize("kind", [list, Collection.of])
def test_attendance_is_ones_own_or_else_that_of_the_delegation(kind: Any) -> None:
    record = Conference(
        id="c",
        name="C",
        delegations=[Delegation(id="d", attendance=Attendance.ATTENDED)],
        delegates=[
            Delegate(id="a", name="A", delegation="d"),
            Delegate(id="b", name="B", delegation="d", attendance=Attendance.ABSENT),
            Delegate(id="e", name="E", delegation="d", not_stated=["attendance"]),
            Delegate(id="f", name="F"),
        ],
    )

    came = ask(kind([record]), DelegateQuery(attendance=Attendance.ATTENDED))
    stayed_away = ask(kind([record]), DelegateQuery(attendance=Attendance.ABSENT))

    assert [hit.id for hit in came] == ["a"]
    assert [hit.id for hit in stayed_away] == ["b"]


def test_ambiguous_name_lists_the_candidates_with_their_ids() -> None:
    twins = Conference(
        id="c",
        name="C",
        delegates=[Delegate(id="a", name="Abid Khan"), Delegate(id="b", name="Imran Khan")],
    )
    with pytest.raises(UnknownNameError) as caught:
        ask(twins, StatementQuery(by="Khan"))

    assert caught.value.candidates == ("a (Abid Khan)", "b (Imran Khan)")


def test_unknown_name_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        ask(WARSAW, StatementQuery(by="naqui"))

    assert caught.value.candidates == ("naqvi",)


@pytest.mark.parametrize("kind", [list, Collection.of])
def test_name_known_in_some_records_is_no_match_in_the_others(kind: Any) -> None:
    records = kind([WARSAW, LAKESIDE])

    assert ask(records, StatementQuery(by="Rosa Vale")).count() == 2
    with pytest.raises(UnknownNameError, match="any of 2 records"):
        ask(records, StatementQuery(by="Rosa Dale")).count()


def test_part_of_a_name_is_a_whole_word() -> None:
    with pytest.raises(UnknownNameError):
        ask(WARSAW, DelegateQuery(name="Naq"))


# Questions as values.


def test_question_says_what_is_wrong_with_it() -> None:
    with pytest.raises(InvalidValueError, match=r"Manner\.DIRECT"):
        StatementQuery(manner="direct")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="empty list"):
        StatementQuery(by=[])
    with pytest.raises(InvalidValueError, match="list is empty"):
        StatementQuery(act=[])
    with pytest.raises(InvalidValueError, match=r"Other\(other="):
        StatementQuery(act="no such act")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="no name"):
        StatementQuery(by=" ")
    with pytest.raises(InvalidValueError, match="no first day"):
        StatementQuery(since="../2026")
    with pytest.raises(InvalidValueError, match="not finite"):
        FigureQuery(at_least=float("nan"))
    with pytest.raises(InvalidValueError, match="Certainty"):
        StatementQuery(certainty="certainly")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="neither True nor False"):
        StatementQuery(grounded=1)  # type: ignore[arg-type]


def test_questions_about_different_things_do_not_combine() -> None:
    with pytest.raises(InvalidValueError, match="statements, the other for delegates"):
        StatementQuery() & DelegateQuery()  # type: ignore[operator]
    with pytest.raises(InvalidValueError, match="no question"):
        StatementQuery() | 3  # type: ignore[operator]


def test_what_is_no_record_and_no_question_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="no question"):
        ask(WARSAW, "who?")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="neither a record"):
        ask("warsaw", StatementQuery())  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="no record"):
        list(ask(["warsaw"], StatementQuery()))  # type: ignore[list-item]
    with pytest.raises(InvalidValueError, match="no record"):
        Collection().add("warsaw")  # type: ignore[arg-type]


def test_all_faults_of_a_stored_question_are_reported() -> None:
    stored = {
        "all_of": [
            {"statement": {"manner": ["dirct"], "abuot": ["PK"], "grounded": "yes"}},
            {"none_of": {"figure": {"at_least": "3", "of": []}}},
            {"sttement": {}},
        ]
    }
    with pytest.raises(LoadError) as caught:
        question_from_dict(stored)

    assert [(each.code, each.pointer) for each in caught.value.findings] == [
        ("E115", "/all_of/0/statement/manner/0"),
        ("E103", "/all_of/0/statement/abuot"),
        ("E101", "/all_of/0/statement/grounded"),
        ("E101", "/all_of/1/none_of/figure/at_least"),
        ("E101", "/all_of/1/none_of/figure/of"),
        ("E103", "/all_of/2/sttement"),
    ]


def test_stored_questions_about_different_things_do_not_combine() -> None:
    with pytest.raises(LoadError) as caught:
        question_from_dict({"any_of": [{"statement": {}}, {"figure": {}}]})

    assert caught.value.findings[0].pointer == "/any_of/1"


def test_deeply_nested_question_is_refused() -> None:
    stored: dict[str, Any] = {"statement": {}}
    for _ in range(100_000):
        stored = {"none_of": stored}
    with pytest.raises(LoadError) as caught:
        question_from_dict(stored)

    assert caught.value.findings[0].code == "E113"


def test_question_nested_too_deeply_is_not_stored() -> None:
    question: Question[Any] = StatementQuery()
    for _ in range(200):
        question = ~(question & StatementQuery())

    with pytest.raises(InvalidValueError) as caught:
        question_to_dict(question)

    assert caught.value.code == "E113"


def nested(depth: int) -> dict[str, Any]:
    stored: dict[str, Any] = {"statement": {}}
    for level in range(depth):
        stored = {"none_of": stored} if level % 2 else {"any_of": [stored, {"statement": {}}]}
    return stored


def test_question_is_read_as_deep_as_it_is_stored_and_no_deeper() -> None:
    with pytest.raises(LoadError) as caught:
        question_from_dict(nested(51))

    assert {each.code for each in caught.value.findings} == {"E113"}
    assert question_to_dict(question_from_dict(nested(50))) == nested(50)


def test_word_of_the_author_is_stored_as_in_a_record() -> None:
    question = StatementQuery(act=Other(other="hum"))

    assert question_to_dict(question) == {"statement": {"act": [{"other": "hum"}]}}
    assert question_from_dict(question_to_dict(question)) == question


@pytest.mark.parametrize(
    ("subject", "field"),
    [
        (subject, field)
        for subject, query in QUERIES.items()
        for field, asks in asks_of(query).items()
        if asks is Asks.CHOICE
    ],
)
def test_every_choice_is_from_the_vocabulary_that_it_is_stored_with(
    subject: str, field: str
) -> None:
    query, vocabulary = QUERIES[subject], vocabulary_of(subject, field)
    member = next(iter(vocabulary))
    question: Any = query(**{field: member})

    assert question_from_dict({subject: {field: [member.value]}}) == question
    assert question_to_dict(question) == {subject: {field: [member.value]}}


def test_numbers_and_certainty_are_stored() -> None:
    question = FigureQuery(unit=Unit.PERCENT, at_least=2.5, certainty=Certainty.CERTAINLY)

    assert question_to_dict(question) == {
        "figure": {"unit": ["percent"], "at_least": 2.5, "certainty": "certainly"}
    }


# Many records.


def test_bulk_reading_pauses_the_collector_and_restores_it() -> None:
    seen = []

    def lines() -> Iterator[str]:
        seen.append(gc.isenabled())
        yield dumps(WARSAW)
        yield "\n"

    assert read_many(lines()) == [WARSAW]
    assert seen == [False]
    assert gc.isenabled()


def test_collector_goes_on_when_reading_fails() -> None:
    with pytest.raises(LoadError):
        read_many([dumps(WARSAW), "{}"])

    assert gc.isenabled()


def test_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with without_collector(), without_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_conferences_and_agreements_are_found_over_many_records() -> None:
    records = Collection.of([WARSAW, LAKESIDE, HARBOUR])

    assert [
        hit.id for hit in records.ask(ConferenceQuery(since="2000", certainty=Certainty.CERTAINLY))
    ] == ["lakeside-2031"]
    assert [hit.id for hit in records.ask(AgreementQuery(due_by="1976"))] == ["harbour-charter"]
    assert repr(records) == "<Collection of 3 records>"
    assert records[0] is WARSAW
    assert records[1:] == [LAKESIDE, HARBOUR]


def test_collection_takes_in_what_is_added_between_questions() -> None:
    records = Collection()
    assert records.ask(StatementQuery(manner=Manner.DIRECT)).count() == 0
    records.add(WARSAW)
    assert records.ask(StatementQuery(manner=Manner.DIRECT)).count() == 1
    records.extend(iter([LAKESIDE, HARBOUR]))
    assert list(records) == [WARSAW, LAKESIDE, HARBOUR]

    assert records.ask(StatementQuery(manner=Manner.DIRECT)).count() == 4


BY_NAME_AND_BY_WORD = [StatementQuery(by="Rosa Vale"), StatementQuery(topic="water")]


@pytest.mark.parametrize("question", BY_NAME_AND_BY_WORD)
@pytest.mark.parametrize(
    "made", ["ledger.post_field", "ledger.Called.add", "ledger.Things.add", "called.post"]
)
@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_collection_whose_first_question_is_interrupted_answers_the_next_one(
    question: Question[Any], made: str, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [LAKESIDE, WARSAW, attrs.evolve(LAKESIDE, id="again"), LAKESIDE]
    plain = [(hit.conference.id, hit.id) for hit in ask(records, question)]
    collection = Collection.of(records[:1])
    collection.ask(StatementQuery(topic="fish")).count()
    collection.extend(records[1:])
    path = f"confmodel.query._memory.{made}"
    whole, left = pkgutil.resolve_name(path), iter(range(steps))

    def interrupted(*given: Any) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        whole(*given)

    with monkeypatch.context() as patched:
        patched.setattr(path, interrupted)
        with contextlib.suppress(KeyboardInterrupt):
            collection.ask(question).count()

    assert plain
    assert [(hit.conference.id, hit.id) for hit in collection.ask(question)] == plain


@pytest.mark.parametrize("question", BY_NAME_AND_BY_WORD)
def test_threads_that_ask_at_once_get_all_answers(
    question: Question[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = Collection.of([LAKESIDE, WARSAW])
    path = "confmodel.query._memory.ledger.post_field"
    counts: list[int] = []
    other = Thread(target=lambda: counts.append(collection.ask(question).count()))
    whole = pkgutil.resolve_name(path)

    def overtaken(*given: Any) -> None:
        if other.ident is None:
            other.start()
            other.join(0.1)
        whole(*given)

    monkeypatch.setattr(path, overtaken)
    counts.append(collection.ask(question).count())
    other.join()

    assert counts == [ask([LAKESIDE, WARSAW], question).count()] * 2


def test_collection_is_doubled_when_extended_by_itself() -> None:
    records = Collection.of([LAKESIDE, WARSAW])
    records.extend(records)

    assert list(records) == [LAKESIDE, WARSAW] * 2


def pickled(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - it was just written


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
@pytest.mark.parametrize("kind", [list, Collection.of])
def test_copy_of_a_hit_is_equal_and_has_the_same_reasons(copied: Any, kind: Any) -> None:
    (hit,) = ask(kind([WARSAW]), StatementQuery(by="Pakistan", manner=Manner.DIRECT))
    before, read = copied(hit), hit.why
    after = copied(hit)

    assert before == after == hit
    assert before.why == after.why == read


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_copy_of_a_collection_is_one_of_its_own(copied: Any) -> None:
    collection = Collection.of([LAKESIDE])
    other = copied(collection)
    collection.add(WARSAW)

    assert [each.id for each in other] == [LAKESIDE.id]
    assert other.ask(StatementQuery(manner=Manner.DIRECT)).count() == 2


def test_topics_are_found_in_what_is_added_later_too() -> None:
    question = StatementQuery(topic="water")
    records = Collection.of([LAKESIDE])
    assert (found := [hit.id for hit in records.ask(question)])
    records.add(attrs.evolve(LAKESIDE, id="again"))

    assert [hit.id for hit in records.ask(question)] == found * 2


def test_answers_do_not_depend_on_how_many_terms_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("confmodel.query._memory.places.MOST_TERMS", 1)
    records = Collection.of([WARSAW, LAKESIDE])

    questions: list[Question[Any]] = [
        StatementQuery(manner=Manner.DIRECT),
        StatementQuery(manner=Manner.MIXED),
    ]
    for question in questions * 2:
        plain = [hit.id for hit in ask([WARSAW, LAKESIDE], question)]
        assert [hit.id for hit in records.ask(question)] == plain


@pytest.mark.parametrize(
    "question",
    [
        *(StatementQuery(by="naqvi"), StatementQuery(by="Mohsin"), StatementQuery(by="Rosa Vale")),
        *(StatementQuery(by="all-six-ministers"), FigureQuery(by="naqvi")),
        AgreementQuery(by="naqvi", certainty=Certainty.CERTAINLY) | AgreementQuery(by="PK"),
        *(ConferenceQuery(participant="Rosa Vale"), DelegateQuery(of="naqvi")),
        *(DelegateQuery(name="Rosa Vale"), DelegateQuery(among="both ministers")),
        *(StatementQuery(to="Rosa Vale"), StatementQuery(session="plenary")),
        *(AgreementQuery(not_party="Rosa Vale"), ConferenceQuery(mentions="Rosa Vale")),
    ],
    ids=repr,
)
def test_collection_finds_what_persons_and_groups_said_without_resolving_names(
    question: Question[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has the name in many records is found as soon as a country is."""
    records = [WARSAW, LAKESIDE, HARBOUR]
    plain = [hit.id for hit in ask(records, question)]

    def refuse(*_args: object) -> None:
        raise AssertionError("a record was looked at")

    monkeypatch.setattr(Names, "resolve", refuse)

    assert plain
    assert [hit.id for hit in Collection.of(records).ask(question)] == plain


@pytest.mark.parametrize(
    "name",
    ["USA", "usa", "Usa", "The USA", "u.s.", "US", "Isr\u00e4l", "israel", "\u00c5land", "aaland"],
)
def test_collection_finds_a_country_however_its_name_is_written(name: str) -> None:
    """An abbreviation counts as a name of the table in capitals only, and as a name always."""
    record = Conference(
        id="c",
        name="C",
        countries=[
            Country(id="america", name="United States", other_names=["USA", "U.S."], code="US"),
            Country(id="israel-1", name="Israel", code="IL"),
            Country(id="islands", name="\u00c5land", code="AX"),
        ],
        statements=[
            Statement(id=each, speakers=[each]) for each in ("america", "israel-1", "islands")
        ],
    )
    question = StatementQuery(by=name)
    plain = [hit.id for hit in ask([record], question)]

    assert len(plain) == 1
    assert [hit.id for hit in Collection.of([record]).ask(question)] == plain


@pytest.mark.parametrize("name", ["=rosa vale", "~rosa vale", "%rosa vale", "#PK", "!PK"])
def test_name_with_a_sign_before_it_is_unknown_to_a_collection_too(name: str) -> None:
    answers = Collection.of([LAKESIDE, WARSAW]).ask(StatementQuery(by=name))
    with pytest.raises(UnknownNameError, match="nothing is called") as caught:
        answers.count()

    assert caught.value.name == name


def test_name_stands_for_other_things_in_other_records() -> None:
    said = Statement(id="s", speakers=["a"])
    delegation = Delegation(id="a", name="Nordics", of=["n"])
    records = [
        Conference(
            id="both",
            name="C",
            countries=[Country(id="n", name="Nordics")],
            delegations=[delegation],
            statements=[said],
        ),
        Conference(
            id="person", name="C", delegates=[Delegate(id="a", name="Nordics")], statements=[said]
        ),
        Conference(
            id="some",
            name="C",
            delegates=[Delegate(id="b", name="Nordics")],
            groups=[Group(id="a", wording="some", quantifier=Quantifier.SOME, members=["b"])],
            statements=[said],
        ),
        Conference(id="title", name="Nordics", statements=[Statement(id="s")]),
    ]

    for certainty, found in (
        (Certainty.POSSIBLY, ["both", "person", "some"]),
        (Certainty.CERTAINLY, ["both", "person"]),
    ):
        question = StatementQuery(by="Nordics", certainty=certainty)
        answers = Collection.of(records).ask(question)
        assert [hit.conference.id for hit in answers] == found
        assert [hit.why for hit in answers] == [hit.why for hit in ask(records, question)]
