"""Tables over records, with counts worked out by hand."""

import functools
import sys
from typing import Any

import pytest
from hypothesis import given

from confmodel import Conference, InvalidValueError, MissingExtraError, UnknownNameError, example
from confmodel.model import (
    AgreementStatus,
    Country,
    Delegate,
    Delegation,
    Discrepancy,
    Figure,
    Group,
    Manner,
    Statement,
)
from confmodel.query import Certainty, FigureQuery, ask
from confmodel.query._memory.sides import Sides
from confmodel.query.aggregates import (
    agreements_by_pair,
    commitments_due,
    contradictions,
    figures_on,
    leaders,
    meetings,
    meetings_graph,
    only_spoken_of,
    reports_of,
    statements_per_country,
    statements_per_speaker,
    timeline,
)
from tests.query.steps import growth
from tests.query.strategies import small_conferences

WARSAW = example("warsaw-2026")
LAKESIDE = example("lakeside-2031")
HARBOUR = example("harbour-1974")


def test_countries_that_came_met_once_at_each_event() -> None:
    met = {(each.first, each.second): each.times for each in meetings([WARSAW, WARSAW, HARBOUR])}

    assert met["PK", "PL"] == 2
    assert ("AF", "PK") not in met
    # Karsk declined, Morania left before the end.
    assert not any("karsk" in pair for pair in met)
    assert met["lusania", "morania"] == 1


def test_people_of_one_side_do_not_meet_each_other() -> None:
    met = {(each.first_name, each.second_name) for each in meetings(WARSAW, of_people=True)}

    # Five heads of Europe meet each other and six of Pakistan.
    assert len(met) == 10 + 30
    assert ("Abid Khan", "Mohsin Naqvi") not in met


def test_graph_has_the_meetings_as_edges() -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    graph = meetings_graph(WARSAW)

    assert isinstance(graph, networkx.Graph)
    assert graph.number_of_edges() == 15
    assert graph.edges["PK", "PL"]["times"] == 1


def test_graph_without_networkx_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingExtraError) as caught:
        meetings_graph(WARSAW)

    assert caught.value.extra == "graph"


def test_speech_is_counted_for_speakers_and_for_countries() -> None:
    speakers = {each.name: each.by_manner for each in statements_per_speaker(WARSAW)}
    countries = {each.key: each.count for each in statements_per_country(WARSAW)}

    assert speakers["Mohsin Naqvi"] == {Manner.INDIRECT: 3, Manner.DIRECT: 1}
    assert speakers["All six ministers"] == {Manner.MIXED: 1}
    assert countries == {"PK": 5, "EE": 1, "FI": 1, "LT": 1, "LV": 1, "PL": 1}


def test_pairs_of_parties_have_their_agreements() -> None:
    pairs = {(each.first, each.second): each for each in agreements_by_pair(WARSAW)}

    assert len(pairs) == 15
    assert pairs["EE", "PL"].by_status == {AgreementStatus.AGREED: 3}
    assert [made.id for _, made in pairs["PK", "PL"].agreements] == ["roadmap", "focal-persons"]


def test_person_is_followed_in_the_order_of_time() -> None:
    late = Conference(
        id="late", name="Late", when="2030", delegates=[Delegate(id="n", name="Naqvi")]
    )
    early = Conference(
        id="early", name="Early", when="2020", delegates=[Delegate(id="x", name="M. Naqvi")]
    )

    found = timeline([late, WARSAW, early, LAKESIDE], "Naqvi")
    assert [each.conference.id for each in found] == ["early", "late", "warsaw-2026"]
    with pytest.raises(UnknownNameError, match="nothing is called"):
        timeline([late, early], "Naqui")


def test_figures_on_a_topic_stand_side_by_side_with_their_doubts() -> None:
    doubted = Conference(
        id="c",
        name="C",
        statements=LAKESIDE.statements[:1],
        delegates=LAKESIDE.delegates,
        discrepancies=[Discrepancy(id="d", about=["water-level/value"])],
    )
    (claim,) = figures_on(doubted, "water level")

    assert claim.claimed_by == ("r-vale",)
    assert claim.comparator == "almost"
    assert [each.id for each in claim.contradicted_by] == ["d"]


def test_words_passed_on_are_told_from_words_about_somebody() -> None:
    (relayed,) = reports_of(HARBOUR, by="Vera Lind", about="Sander")

    assert (relayed.statement.id, relayed.is_relayed) == ("letter", True)
    assert [each.is_relayed for each in reports_of(WARSAW, by="PK", about="Afghan")] == [False] * 2


def test_rows_are_short_when_printed() -> None:
    (row,) = timeline(WARSAW, "Naqvi")

    assert repr(row).startswith("Appearance(conference=<Conference warsaw-2026>, who=")


def test_contradictions_name_what_is_in_doubt() -> None:
    found = contradictions(LAKESIDE)

    assert [(each.discrepancy.id, each.about[0][1]) for each in found] == [
        ("three-or-four", "stated_size"),
        ("five-or-four", "stated_size"),
    ]
    assert found[0].about[0][0] is LAKESIDE["neighbours"]
    assert [each.value for each in found[1].accounts] == ["five members", "four members"]


def test_delegations_that_did_not_come_have_no_leaders() -> None:
    found = {each.delegation.id: [head.id for head in each.heads] for each in leaders(HARBOUR)}

    assert found == {"lu": [], "ve": [], "os": [], "cs": [], "mo": []}


def test_what_is_only_possible_counts_only_if_asked_for() -> None:
    sure = statements_per_country(LAKESIDE)
    possible = statements_per_country(LAKESIDE, certainty=Certainty.POSSIBLY)

    assert sum(each.count for each in sure) <= sum(each.count for each in possible)


@pytest.mark.parametrize(
    "table",
    [
        agreements_by_pair,
        meetings,
        statements_per_country,
        functools.partial(commitments_due, by="1980"),
    ],
)
@pytest.mark.parametrize("certainty", ["certainly", "possibly", None])
def test_certainty_that_is_none_is_refused(table: Any, certainty: Any) -> None:
    with pytest.raises(InvalidValueError, match="is not a Certainty") as caught:
        table(WARSAW, certainty=certainty)

    assert caught.value.value == certainty


def test_speaker_without_a_name_is_called_by_the_id() -> None:
    record = Conference(
        id="c",
        name="C",
        delegates=[Delegate(id="an-official")],
        statements=[Statement(id="s", speakers=["an-official"])],
    )

    assert [each.name for each in statements_per_speaker(record)] == ["an-official"]


def spoken_of(count: int) -> Conference:
    numbers = range(count)
    return Conference(
        id="c",
        name="C",
        countries=[Country(id=f"k{n}", name=f"K {n}") for n in numbers],
        delegations=[Delegation(id=f"d{n}") for n in numbers],
        delegates=[Delegate(id=f"p{n}", delegation=f"d{n}") for n in numbers],
        statements=[
            Statement(
                id=f"s{n}", about=[f"k{n}"], figures=[Figure(id=f"f{n}", value=n, of="water")]
            )
            for n in numbers
        ],
        discrepancies=[Discrepancy(about=[f"f{n}/value", f"f{n}/unit"]) for n in numbers],
    )


@pytest.mark.parametrize(
    "table",
    [only_spoken_of, leaders, functools.partial(figures_on, topic="water")],
    ids=["only_spoken_of", "leaders", "figures_on"],
)
def test_table_of_a_record_takes_the_time_of_its_size(table: Any) -> None:
    assert growth(lambda count: functools.partial(table, spoken_of(count))) < 5


@given(record=small_conferences())
def test_what_is_said_about_an_absent_country_is_what_a_loop_finds(record: Conference) -> None:
    sides = Sides(record)
    for each in only_spoken_of(record):
        behind = [
            said
            for said in record.statements
            if any(each.country.id in sides.covers(actor) for actor in said.about)
        ]
        assert list(each.statements) == behind


@given(record=small_conferences())
def test_figures_that_are_contradicted_have_their_discrepancies(record: Conference) -> None:
    doubted = ask(record, FigureQuery(topic="people", contradicted=True))
    claims = figures_on(record, "people")

    assert [each.figure for each in claims if each.contradicted_by] == list(doubted.entities())


def test_discrepancy_about_a_stated_size_is_about_that_figure() -> None:
    record = Conference(
        id="c",
        name="C",
        groups=[
            Group(id="g", wording="all four", stated_size=Figure(value=4, of="members")),
            Group(id="h", wording="both", stated_size=Figure(value=2, of="members")),
        ],
        discrepancies=[
            Discrepancy(id="d", about=["g/stated_size", "h"]),
            Discrepancy(id="e", about=["g/stated_size", "g"]),
        ],
    )

    found = [[each.id for each in claim.contradicted_by] for claim in figures_on(record, "members")]
    assert found == [["d", "e"], []]
