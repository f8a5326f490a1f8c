"""What holds for every question and every record."""

import re
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from confmodel import Conference, UnknownNameError, dumps, loads, model, query
from confmodel.query import (
    Certainty,
    Collection,
    Question,
    ask,
    question_from_dict,
    question_to_dict,
)
from confmodel.query._memory.evaluate import names_in, queries_in
from confmodel.query.plain import QUERIES
from confmodel.query.question import asks_of
from tests.query.strategies import asked, asked_twice, fields_of, questions

Found = list[tuple[str, str]]
Case = tuple[list[Conference], Question[Any]]
Pair = tuple[list[Conference], Question[Any], Question[Any]]


def found(records: Any, question: Question[Any]) -> Found | None:
    """Ask; `None` if a name in the question is refused."""
    try:
        return [(hit.conference.id, hit.id + repr(hit.entity)) for hit in ask(records, question)]
    except UnknownNameError:
        return None


@given(case=asked())
def test_collection_answers_as_a_list_does(case: Case) -> None:
    records, question = case
    collection, plain = Collection.of(records), found(records, question)

    assert found(collection, question) == plain
    if plain is not None:
        assert collection.ask(question).count() == len(plain)


@given(case=asked(), data=st.data())
def test_collection_that_grew_answers_as_one_built_at_once(case: Case, data: st.DataObject) -> None:
    records, question = case
    cut = data.draw(st.integers(0, len(records)))
    grown = Collection.of(records[:cut])
    found(grown, question)
    for record in records[cut:]:
        grown.add(record)

    assert found(grown, question) == found(records, question)


@given(case=asked_twice())
def test_both_is_the_one_among_the_answers_to_the_other(case: Pair) -> None:
    records, p, q = case
    both, first, second = found(records, p & q), found(records, p), found(records, q)

    if first is None or second is None:
        assert both is None
    else:
        assert both == [each for each in first if each in second]


@given(case=asked_twice())
def test_either_is_the_union(case: Pair) -> None:
    records, p, q = case
    either, first, second = found(records, p | q), found(records, p), found(records, q)

    if first is None or second is None:
        assert either is None
    else:
        assert either is not None
        assert set(either) == {*first, *second}


@given(case=asked_twice())
def test_order_in_which_questions_are_nested_does_not_matter(case: Pair) -> None:
    records, p, q = case
    for kind in (list, Collection.of):
        asked_of = kind(records)
        for one, other in (
            (p & q, q & p),
            (p | q, q | p),
            (p & (q & p), (p & q) & q),
            (p & (p | q), (q & p) | p),
            (~(p & q), ~q | ~p),
        ):
            assert found(asked_of, one) == found(asked_of, other)


@given(case=asked())
def test_question_and_its_opposite_part_everything(case: Case) -> None:
    records, question = case
    yes, no = found(records, question), found(records, ~question)
    everything = found(records, type_of(question)())

    assert (yes is None) == (no is None)
    if yes is not None and no is not None:
        assert everything is not None
        assert sorted(yes + no) == sorted(everything)


@given(case=asked(), data=st.data())
def test_order_of_records_changes_only_the_order_of_answers(
    case: Case, data: st.DataObject
) -> None:
    records, question = case
    shuffled = data.draw(st.permutations(records))
    first, second = found(records, question), found(shuffled, question)

    assert (first is None) == (second is None)
    assert sorted(first or []) == sorted(second or [])


@given(question=questions())
def test_question_survives_plain_data_and_its_own_repr(question: Question[Any]) -> None:
    assert question_from_dict(question_to_dict(question)) == question
    assert evaluated(repr(question)) == question
    assert hash(evaluated(repr(question))) == hash(question)


def type_of(question: Question[Any]) -> Any:
    return QUERIES[question.subject]


def evaluated(text: str) -> object:
    names = {**vars(model), **vars(query), "Decimal": Decimal}
    return eval(text, names)  # noqa: S307 - our own repr


@given(case=asked())
def test_certain_answers_are_among_the_possible_ones(case: Case) -> None:
    records, question = case
    for each in queries_in(question):
        alone: Any = each
        sure = found(records, attrs.evolve(alone, certainty=Certainty.CERTAINLY))
        possible = found(records, attrs.evolve(alone, certainty=Certainty.POSSIBLY))

        assert (sure is None) == (possible is None)
        assert set(sure or ()) <= set(possible or ())


@given(case=asked())
def test_every_name_that_led_to_an_answer_is_among_its_reasons(case: Case) -> None:
    records, question = case
    for each in queries_in(question):
        if found(records, each) is None:
            continue
        asked_for = {field for field, _ in names_in(each)}
        for hit in ask(records, each):
            assert asked_for <= {reason.field for reason in hit.why}


@given(case=asked())
def test_reasons_of_an_index_are_those_of_a_list(case: Case) -> None:
    records, question = case
    if found(records, question) is not None:
        plain = [hit.why for hit in ask(records, question)]

        assert [hit.why for hit in Collection.of(records).ask(question)] == plain


RENAMED = re.compile(r'"([a-z][0-9]|pk-2|[a-z]+-congo|congo|poland|pakistan|estonia|aland)"')


@given(case=asked())
def test_renaming_ids_renames_answers(case: Case) -> None:
    """Questions that have no id in them find the same things under their new ids."""
    records, question = case
    names = {name for _, name in names_in(question)}
    assume(not any(RENAMED.fullmatch(f'"{name}"') for name in names))
    renamed = [loads(RENAMED.sub(r'"new-\1"', dumps(record)), check=False) for record in records]
    before, after = ids(records, question), ids(renamed, question)

    assert after == (before and [(f"new-{record}", f"new-{thing}") for record, thing in before])


def ids(records: list[Conference], question: Question[Any]) -> list[tuple[str, str]] | None:
    try:
        return [(hit.conference.id, hit.id) for hit in ask(records, question)]
    except UnknownNameError:
        return None


@pytest.mark.parametrize("subject", sorted(QUERIES))
def test_laws_ask_for_every_field(subject: str) -> None:
    assert fields_of(subject, st.just("PK")).keys() == asks_of(QUERIES[subject]).keys()
