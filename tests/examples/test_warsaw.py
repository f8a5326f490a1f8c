"""The founding record: what it says, and that the report says it."""

import hashlib
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from confmodel.examples import example
from confmodel.model import (
    Basis,
    Conference,
    Country,
    Delegate,
    Discrepancy,
    Evidence,
    Function,
    Group,
    Manner,
    Name,
    Quotation,
    Record,
    Seal,
    Source,
    Statement,
)
from confmodel.model._shape import fields_of
from confmodel.model._walk import evidence_in, records_in

MOST_WORDS_OF_THE_ARTICLE = 6


@pytest.fixture(scope="module")
def warsaw() -> Conference:
    return example("warsaw-2026")


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    # As bytes: offsets are counted without newline translation.
    return (shared / "cases" / "00-warsaw.txt").read_bytes().decode()


@pytest.fixture(scope="module")
def facts(shared: Path) -> Any:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed: the extra `yaml`")
    return yaml.safe_load((shared / "cases" / "00-warsaw.facts.yaml").read_bytes())


# What it says.


def test_six_delegations_have_eleven_delegates(warsaw: Conference) -> None:
    assert [each.id for each in warsaw.delegations] == ["pl", "ee", "lv", "fi", "lt", "pk"]
    assert {each.id: len(warsaw.delegates_of(each)) for each in warsaw.delegations} == {
        "pl": 1,
        "ee": 1,
        "lv": 1,
        "fi": 1,
        "lt": 1,
        "pk": 6,
    }


def test_head_is_given_only_where_the_report_says_who_leads(warsaw: Conference) -> None:
    heads = [each for each in warsaw.delegates if each.function is Function.HEAD]

    assert [each.id for each in heads] == ["naqvi"]
    for each in warsaw.delegates:
        assert (each.function is None) == ("function" in each.not_stated)


def test_afghanistan_is_spoken_of_without_a_delegation(warsaw: Conference) -> None:
    assert isinstance(warsaw["afghanistan"], Country)
    assert all("afghanistan" not in each.of for each in warsaw.delegations)


def test_printed_spelling_stands_and_the_official_one_is_background(warsaw: Conference) -> None:
    host = warsaw.expect(Delegate, "kierwinski")

    assert host.name == "Marcin Kierwinski"
    assert [each.value for each in host.other_names] == ["Marcin Kierwiński"]
    assert [each.basis for each in host.other_names[0].evidence] == [Basis.BACKGROUND]


def test_date_and_organizers_are_not_stated(warsaw: Conference) -> None:
    assert warsaw.when is None
    assert {"when", "organizers"} <= set(warsaw.not_stated)


def test_fall_in_migration_has_no_baseline_and_no_period(warsaw: Conference) -> None:
    (figure,) = warsaw.expect(Statement, "fewer-migrants").figures

    assert figure.not_stated == ("baseline", "period")


def test_manners_of_what_was_said_are_told_apart(warsaw: Conference) -> None:
    assert {each.id: each.manner for each in warsaw.statements} == {
        "praise": Manner.MIXED,
        "border-briefing": Manner.INDIRECT,
        "wall": Manner.DIRECT,
        "fewer-migrants": Manner.INDIRECT,
        "cooperation": Manner.INDIRECT,
    }


def test_europeans_commit_themselves_for_the_benefit_of_others(warsaw: Conference) -> None:
    """Pakistan is outside the parties; nobody says that it is no party."""
    europeans = warsaw.expect(Group, "european-participants")
    (jobs,) = warsaw.agreements_of(europeans)

    assert "pk" not in europeans.members
    assert europeans.out_of == "participating-countries"
    assert jobs.beneficiaries == ("pakistani-citizens",)
    assert jobs.other_participants == ()


def test_collective_that_praises_includes_the_one_who_is_praised(warsaw: Conference) -> None:
    assert "naqvi" in {each.id for each in warsaw.members_of("all-six-ministers")}


def test_four_contradictions_are_kept_with_the_words_of_each_side(warsaw: Conference) -> None:
    assert [each.id for each in warsaw.discrepancies] == [
        "which-ministers",
        "praise-of-oneself",
        "immigration-or-migration",
        "quoted-words",
    ]
    for discrepancy in warsaw.discrepancies:
        assert isinstance(discrepancy, Discrepancy)
        assert all(account.evidence for account in discrepancy.accounts)


def test_every_entity_has_evidence(warsaw: Conference) -> None:
    for entity in records_in(warsaw):
        assert evidence_in(entity)


def test_words_are_open_only_in_quotations(warsaw: Conference) -> None:
    quoted = [
        piece
        for statement in warsaw.statements
        for quotation in statement.quotations
        for piece in quotation.pieces
    ]

    assert all(piece.exact is not None for piece in quoted)
    assert [each for each in evidence_in(warsaw) if each.exact is not None] == quoted
    assert all(each.prefix is None and each.suffix is None for each in evidence_in(warsaw))


# That the report says it.


def test_source_is_the_shared_text(warsaw: Conference, text: str) -> None:
    source = warsaw.expect(Source, "report")

    assert source.length == len(text)
    assert source.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_every_seal_matches_the_words_at_its_offset(warsaw: Conference, text: str) -> None:
    sealed = [each for each in evidence_in(warsaw) if each.seal is not None]

    assert len(sealed) > 100
    for piece in sealed:
        assert Seal.of(text[piece.start : piece.end]) == piece.seal


def test_every_quotation_stands_at_its_offset(warsaw: Conference, text: str) -> None:
    for statement in warsaw.statements:
        for quotation in statement.quotations:
            for piece in quotation.pieces:
                assert text[piece.start : piece.end] == piece.exact


def test_every_fact_of_a_careful_reader_has_its_evidence_here(
    warsaw: Conference, facts: Any
) -> None:
    covered = [(each.start, each.end) for each in evidence_in(warsaw) if each.start is not None]
    asked = list(spans_in(facts))

    assert len(asked) > 40
    for start, end in asked:
        assert any(low <= start and end <= (high or 0) for low, high in covered), (start, end)


def test_our_wording_is_our_own(warsaw: Conference, text: str) -> None:
    """Outside quotations and names, no longer run of words is the article's."""
    article = words_of(text)
    runs = set(zip(*(article[n:] for n in range(MOST_WORDS_OF_THE_ARTICLE + 1)), strict=False))

    for ours in texts_of(warsaw):
        words = words_of(ours)
        taken = zip(*(words[n:] for n in range(MOST_WORDS_OF_THE_ARTICLE + 1)), strict=False)
        assert runs.isdisjoint(taken), ours


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def texts_of(value: object) -> Iterator[str]:
    """Go through every text in a record but names and the words of quotations."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from itertools.chain.from_iterable(map(texts_of, value))
    elif isinstance(value, Quotation | Evidence | Name):
        return
    elif isinstance(value, Record):
        owner: type = type(value)
        is_named = isinstance(value, Conference)
        for field in fields_of(owner):
            if not (field.name == "url" or (is_named and field.name == "name")):
                yield from texts_of(getattr(value, field.name))


def spans_in(value: Any) -> Iterator[tuple[int, int]]:
    """Go through every span of the facts that has words."""
    if isinstance(value, list):
        for each in value:
            yield from spans_in(each)
    elif isinstance(value, dict):
        if {"exact", "start", "end"} <= value.keys():
            yield value["start"], value["end"]
        for each in value.values():
            yield from spans_in(each)
