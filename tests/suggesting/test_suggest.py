"""Discrepancies that are proposed: with both sides, never twice, and seldom in vain."""

import functools
import random
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example as example_of
from hypothesis import given
from hypothesis import strategies as st

from confmodel import check, dumps, example, loads, strategies
from confmodel.errors import FindingLevel
from confmodel.examples import example_texts
from confmodel.grounding import Verdict, ground
from confmodel.grounding.near import nearest_match
from confmodel.model import (
    Acceptance,
    Account,
    Act,
    Agreement,
    Ballot,
    BallotChoice,
    Comparator,
    Conference,
    Country,
    Delegate,
    Delegation,
    Direction,
    Discrepancy,
    DiscrepancyKind,
    Evidence,
    Figure,
    FigureMode,
    Group,
    Name,
    NameKind,
    Other,
    Part,
    PartKind,
    Person,
    Place,
    Quotation,
    RatioTerm,
    Source,
    SourceLink,
    SourceRelation,
    Statement,
    Unit,
    Vote,
    When,
)
from confmodel.suggesting import Suggestion, suggest
from confmodel.suggesting._above import _MOST_CHANGED, _can_be_near, _threes
from confmodel.suggesting._misspelling import is_misspelt, misspellings
from confmodel.suggesting._places import Extent, Places
from tests.formats.growth import grows_like_a_line

LONG = "The ministers met in the old town hall and talked about the river, the lake and the boats."


def conference(**fields: Any) -> Conference:
    given_sources = fields.pop("sources", [Source(id="note")])
    return Conference(id="c", name="Lakeside Talks", sources=given_sources, **fields)


def said(exact: str, source: str = "note", **fields: Any) -> Evidence:
    return Evidence(source=source, exact=exact, **fields)


def codes(record: Conference, texts: Mapping[str, str] | None = None) -> list[str]:
    return [each.finding.code for each in suggest(record, texts)]


def only(record: Conference, texts: Mapping[str, str] | None = None) -> Suggestion:
    (suggestion,) = suggest(record, texts)
    assert suggestion.finding.level is FindingLevel.NOTE
    assert suggestion.finding.help
    return suggestion


def added(record: Conference, *suggestions: Suggestion) -> Conference:
    return attrs.evolve(
        record,
        discrepancies=(*record.discrepancies, *(each.discrepancy for each in suggestions)),
    )


def without(record: Conference) -> Conference:
    return attrs.evolve(record, discrepancies=())


def sides(suggestion: Suggestion) -> list[str | None]:
    return [each.value for each in suggestion.discrepancy.accounts]


# Laws.

BUNDLED = ("warsaw-2026", "lakeside-2031", "harbour-1974")


@pytest.mark.parametrize("name", BUNDLED)
def test_what_a_record_already_holds_is_not_proposed(name: str) -> None:
    assert suggest(example(name), example_texts(name)) == ()


def test_what_has_been_added_is_not_proposed_again() -> None:
    record = without(example("lakeside-2031"))
    texts = example_texts("lakeside-2031")
    found = suggest(record, texts)

    assert found
    assert suggest(added(record, *found), texts) == ()


@given(record=strategies.conferences())
def test_every_record_gets_suggestions_that_can_be_added(record: Conference) -> None:
    found = suggest(record)

    fuller = added(record, *found)
    assert loads(dumps(fuller)) == fuller
    assert not {each.code for each in check(fuller).errors} - {
        each.code for each in check(record).errors
    }
    assert suggest(fuller) == ()
    assert suggest(record) == found


@given(record=strategies.conferences(), text=st.text())
def test_no_text_is_refused(record: Conference, text: str) -> None:
    texts = {source.id: text for source in record.sources}
    found = suggest(record, texts)

    assert all(each.discrepancy.accounts for each in found)
    assert suggest(added(record, *found), texts) == ()


def test_suggestions_come_in_the_order_of_their_codes() -> None:
    record = conference(
        groups=[Group(id="nine", wording="nine", members=["a", "b"], stated_size=3)],
        figures=[Figure(value=2, of="boats at sea"), Figure(value=3, of="boats at sea")],
    )

    assert codes(record) == ["G423"]


# The cases: what a careful reader called contradictions.

CASES = {
    "00-warsaw": ["G422", "G422", "G424", "G426"],
    "02-la-declaration-launch-2022": [],
    "11-us-india-drug-group-2026": ["G424"],
    "12-bandung-1955": ["G424"],
    "14-washington-naval-1921": ["G421"],
    "18-forum-langue-francaise-jour1": [],
}


@pytest.mark.parametrize("name", CASES)
def test_case_gets_what_can_be_seen_and_nothing_else(name: str, shared: Path) -> None:
    file = Path(__file__).parents[1] / "cases" / f"{name}.json"
    record = example() if name == "00-warsaw" else loads(file.read_bytes())
    text = (shared / f"cases/{name}.txt").read_bytes().decode()
    texts = {record.sources[0].id: text}

    found = suggest(without(record), texts)

    assert [each.finding.code for each in found] == CASES[name]
    assert suggest(record, texts) == ()
    fuller = added(without(record), *found)
    assert suggest(fuller, texts) == ()
    assert not check(fuller, texts=texts).errors
    assert {each.verdict for each in ground(fuller, texts)} <= {
        Verdict.EXACT,
        Verdict.NOT_CHECKED,
    }


def test_founding_report_contradicts_itself_in_four_ways(shared: Path) -> None:
    text = (shared / "cases/00-warsaw.txt").read_bytes().decode()

    found = suggest(without(example()), {"report": text})

    assert [sides(each) for each in found] == [
        ["FMs", "interior ministers"],
        ["visible with encouraging results", "visible and encouraging results"],
        [
            "six-nation conference on illegal migration and security cooperation",
            "6-nation conference on Illegal Immigration and Security Cooperation",
        ],
        ["All six ministers praise one of their own", "Mohsin Naqvi is inside"],
    ]
    assert all(account.evidence for each in found for account in each.discrepancy.accounts)


# G421: a stated count, and what is listed.

A, B, C = (Country(id=each, name=each.upper() * 3) for each in "abc")


def nations(stated: Figure | int, *, listed: int = 3, **fields: Any) -> Group:
    return Group(
        id="nations",
        wording="the nations",
        members=[each.id for each in (A, B, C)[:listed]],
        stated_size=stated,
        **fields,
    )


def test_g421_members_of_a_complete_group() -> None:
    stated = Figure(value=4, of="nations", evidence=[said("four nations")])
    group = nations(
        stated, is_complete=True, evidence=[said("AAA, BBB and CCC", supports=["members"])]
    )

    suggestion = only(conference(countries=[A, B, C], groups=[group]))

    assert suggestion.finding.code == "G421"
    assert suggestion.finding.pointer == "/groups/0/stated_size"
    assert suggestion.discrepancy.kind is DiscrepancyKind.COUNT_AGAINST_LIST
    assert suggestion.discrepancy.about == ("nations/stated_size",)
    assert sides(suggestion) == ["4 nations", "3 are listed as its members"]
    assert [each.exact for each in suggestion.evidence] == ["four nations", "AAA, BBB and CCC"]
    assert all(not each.supports for each in suggestion.evidence)


def test_g421_group_with_nearly_all_of_its_members() -> None:
    record = conference(countries=[A, B, C], groups=[nations(4)])

    suggestion = only(record)

    assert suggestion.discrepancy.about == ("nations/stated_size", "nations/members")
    assert suggestion.finding.message == "4 are stated and 3 are listed as its members"


@pytest.mark.parametrize(
    "group",
    [
        nations(9),
        nations(3),
        nations(Figure(value=4, comparator=Comparator.ABOUT)),
        nations(Figure(wording="many")),
        attrs.evolve(nations(4), members=["a", "b", "others"]),
    ],
)
def test_group_with_some_of_its_members_is_let_pass(group: Group) -> None:
    others = Group(id="others", wording="others")

    assert codes(conference(countries=[A, B, C], groups=[group, others])) == []


@pytest.mark.parametrize("at", [None, "nations", "nations/stated_size"])
@pytest.mark.parametrize("is_complete", [True, False])
def test_count_that_the_record_accepts_is_not_proposed(at: str | None, is_complete: bool) -> None:
    record = conference(
        countries=[A, B, C],
        groups=[nations(4, is_complete=is_complete)],
        accepts=[Acceptance(code="W305", at=at, why="one is not named")],
    )

    assert codes(record) == []


def test_acceptance_of_another_thing_accepts_nothing() -> None:
    accepts = [Acceptance(code="W305", at="a"), Acceptance(code="W302", at="nations")]
    record = conference(countries=[A, B, C], groups=[nations(4)], accepts=accepts)

    assert codes(record) == ["G421"]


def test_g421_delegations_and_their_people() -> None:
    delegations = [
        Delegation(id=f"d{each.id}", of=[each], evidence=[said(each.name)]) for each in (A, B, C)
    ]
    sent = [
        Delegate(id=f"p{n}", name=f"P{n}", delegation="da", evidence=[said(f"P{n}")] if n else [])
        for n in range(4)
    ]
    record = conference(
        countries=[A, B, C],
        delegations=[attrs.evolve(delegations[0], stated_size=2), *delegations[1:]],
        delegates=sent,
        figures=[Figure(value=5, of="nations", counts="c/delegations")],
    )

    found = suggest(record)

    assert [each.discrepancy.about for each in found] == [
        ("c/figures", "c/delegations"),
        ("da/stated_size",),
    ]
    assert [each.exact for each in found[0].evidence] == ["AAA", "BBB", "CCC"]
    assert [each.exact for each in found[1].evidence] == ["P1", "P2", "P3"]


def test_g421_figure_of_a_statement_that_counts_a_group() -> None:
    counting = Figure(id="five", value=5, wording="five nations", counts="nations")
    group = Group(
        id="nations", wording="all", members=["a", "b"], is_complete=True, evidence=[said("both")]
    )
    spoken = Statement(id="s", speakers=["a"], figures=[counting])

    suggestion = only(conference(countries=[A, B], groups=[group], statements=[spoken]))

    assert suggestion.discrepancy.about == ("five", "nations")
    assert [each.exact for each in suggestion.evidence] == ["both"]


def test_g421_ballots() -> None:
    ballots = [Ballot(party=each, vote=BallotChoice.YES) for each in ("a", "b")]
    vote = Vote(id="v", in_favour=1, ballots=ballots, evidence=[said("by one vote")])

    suggestion = only(conference(countries=[A, B], votes=[vote]))

    assert suggestion.discrepancy.about == ("v/in_favour",)
    assert sides(suggestion) == [
        "1 are stated as in_favour",
        "2 such ballots are listed",
    ]
    assert {each.exact for each in suggestion.evidence} == {"by one vote"}


# G422: what stands above the body, and what the body says.

PARTED = Source(
    id="note",
    parts=[
        Part(kind=PartKind.HEADLINE, start=0, end=20),
        Part(kind=PartKind.BODY, start=21, end=200),
        Part(kind=PartKind.FOOTNOTE),
    ],
)


def parted(headline: str, body: str) -> dict[str, str]:
    return {"note": f"{headline:<20} {body}"}


@pytest.mark.parametrize(
    ("headline", "body", "values"),
    [
        ("Six nations meet", "The five nations met.", ["Six nations", "five nations"]),
        ("6-nation talks", "The seven-nation talks.", ["6-nation", "seven-nation"]),
        ("A 47% decrease", "It was a 74% decrease.", ["47% decrease", "74% decrease"]),
        ("1,500 guests", "Some 1\u00a0300 guests came.", ["1,500 guests", "1\u00a0300 guests"]),
        (
            "Twenty-one boats",
            "They sent twenty-two boats",
            ["Twenty-one boats", "twenty-two boats"],
        ),
        ("Trois pays", "Les quatre pays.", ["Trois pays", "quatre pays"]),
        ("Six countries", "Of seven new countries, all", ["Six countries", "seven new"]),
    ],
)
def test_g422_numbers_that_differ(headline: str, body: str, values: list[str]) -> None:
    suggestion = only(conference(sources=[PARTED]), parted(headline, body))

    assert suggestion.finding.code == "G422"
    assert suggestion.finding.pointer == "/sources/0"
    assert suggestion.discrepancy.kind is DiscrepancyKind.HEADLINE_AGAINST_BODY
    assert suggestion.discrepancy.about == ("note",)
    assert sides(suggestion) == values
    assert [each.exact for each in suggestion.evidence] == values
    assert [each.part for each in suggestion.evidence] == ["headline", "body"]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Six nations meet", "Five nations met, of six nations."),
        ("Six nations meet", "The 6 nations met."),
        ("Six nations meet", "Five ministers met."),
        ("Two days of talks", "After three days they left."),
        ("At 18:30 nations", "At 19:30 nations"),
        ("8 May 2031", "On 7 May 2031 they met"),
        ("Six", "Five nations"),
        ("One nation meets", "The three nations met."),
    ],
)
def test_numbers_of_other_things_do_not_differ(headline: str, body: str) -> None:
    assert codes(conference(sources=[PARTED]), parted(headline, body)) == []


@pytest.mark.parametrize(
    ("headline", "body", "values"),
    [
        ("They agree: FMs", "The interior ministers met.", ["FMs", "interior ministers"]),
        ("PM praises talks", "The ministers of finance met", ["PM", "ministers of finance"]),
        (
            "Ministers of Justice",
            "Les ministres de l\u2019Int\u00e9rieur",
            ["Ministers of Justice", "ministres de l\u2019Int\u00e9rieur"],
        ),
    ],
)
def test_g422_ministers_that_differ(headline: str, body: str, values: list[str]) -> None:
    suggestion = only(conference(sources=[PARTED]), parted(headline, body))

    assert (suggestion.finding.code, sides(suggestion)) == ("G422", values)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("FMs agree", "The ministers met."),
        ("FMs agree", "The ministers of foreign affairs and of water met."),
        ("Home ministers meet", "The Interior Ministers met."),
        ("On fm radio", "The interior ministers met."),
    ],
)
def test_ministers_that_may_be_the_same_do_not_differ(headline: str, body: str) -> None:
    assert codes(conference(sources=[PARTED]), parted(headline, body)) == []


def test_g422_quoted_words_that_the_headline_changes() -> None:
    quoted = Quotation.of("we have stopped counting water", source="note")
    spoken = Statement(id="s", quotations=[quoted])
    source = attrs.evolve(PARTED, parts=[Part(kind=PartKind.DECK, start=0, end=40)])
    body = "We hear that \u201cwe have stopped counting water\u201d."
    text = f"\u201cWe have stopped to count water\u201d       \n{body}"

    suggestion = only(conference(sources=[source], statements=[spoken]), {"note": text})

    assert suggestion.finding.pointer == "/statements/0/quotations/0/pieces/0"
    assert suggestion.discrepancy.about == ("s/quotations",)
    assert sides(suggestion) == ["We have stopped to count water", "we have stopped counting water"]


@given(
    words=st.text("abc ", min_size=15, max_size=40),
    text=st.text("abc ", max_size=60),
    data=st.data(),
)
def test_quoted_words_that_are_near_are_never_passed_over(
    words: str, text: str, data: st.DataObject
) -> None:
    """The letters in threes, by which words are passed over, rule out none that are near."""
    place = data.draw(st.integers(0, len(text)))
    stretch = text[:place] + words + text[place:]
    for at in data.draw(st.lists(st.integers(0, len(stretch) - 1), max_size=10)):
        stretch = f"{stretch[:at]}{data.draw(st.sampled_from(['', 'x', 'xy']))}{stretch[at + 1 :]}"
    match = nearest_match(words, stretch)

    if match is not None and match.distance <= _MOST_CHANGED * len(words):
        assert _can_be_near(words, {*_threes(stretch)})


@pytest.mark.parametrize(
    "deck",
    ["He has \u201cwe have stopped counting water\u201d", "The boats come in May", "x"],
)
def test_quoted_words_that_stand_there_or_do_not_are_no_contradiction(deck: str) -> None:
    spoken = Statement(
        id="s",
        quotations=[
            Quotation.of("we have stopped counting water", source="note"),
            Quotation.of("we have stopped counting fish", source="other"),
            Quotation.of("yes", source="note"),
        ],
    )
    source = attrs.evolve(PARTED, parts=[Part(kind=PartKind.DECK, start=0, end=50)])
    text = {"note": f"{deck:<50} We hear that \u201cwe have stopped counting water\u201d, yes."}
    record = conference(sources=[source, Source(id="other")], statements=[spoken])

    assert codes(record, text) == []


def test_quoted_words_above_the_body_are_not_compared_with_themselves() -> None:
    quoted = Quotation.of("we have stopped counting water", source="note")
    text = {"note": "we have stopped counting water. we have stopped counting waters"}
    source = Source(id="note", parts=[Part(kind=PartKind.DECK, start=0, end=63)])

    assert (
        codes(
            conference(sources=[source], statements=[Statement(id="s", quotations=[quoted])]), text
        )
        == []
    )


def test_words_of_the_evidence_do_where_there_is_no_text() -> None:
    record = conference(
        evidence=[said("six nations", part="headline"), said("five nations", part="body")]
    )

    suggestion = only(record)

    assert sides(suggestion) == ["six nations", "five nations"]
    assert suggestion.discrepancy.about == ("c",)
    assert [each.start for each in suggestion.evidence] == [None, None]


def test_parts_are_proposed_where_a_source_has_none() -> None:
    text = {"note": f"Six nations meet\n\nThe five nations sat long. {LONG}"}

    suggestion = only(conference(evidence=[said("five nations", supports=["level"])]), text)

    assert sides(suggestion) == ["Six nations", "five nations"]
    assert suggestion.discrepancy.about == ("c/level",)
    assert [each.part for each in suggestion.evidence] == [None, None]


def test_headline_alone_contradicts_nothing() -> None:
    source = Source(id="note", parts=[Part(kind=PartKind.HEADLINE, start=0, end=20)])
    bare = conference(evidence=[said("six nations", part="headline")])

    assert codes(bare) == []
    assert codes(conference(sources=[source]), {"note": "Six nations, FMs say"}) == []


def test_words_that_no_file_can_hold_are_no_evidence() -> None:
    quoted = Quotation.of("we have stopped counting water", source="note")
    source = Source(id="note", parts=[Part(kind=PartKind.DECK, start=0, end=33)])
    text = "we have stopped \ud800counting water  we have stopped counting water"
    record = conference(sources=[source], statements=[Statement(id="s", quotations=[quoted])])

    suggestion = only(record, {"note": text})

    assert sides(suggestion)[0] == "we have stopped ?counting water"
    assert [len(each.evidence) for each in suggestion.discrepancy.accounts] == [0, 1]
    assert suggest(added(record, suggestion), {"note": text}) == ()


# G423: two figures for one thing.


def boats(value: int | None = None, **fields: Any) -> Figure:
    return Figure(value=value, **{"of": "boats at sea", **fields})


def stated(*figures: Figure) -> Conference:
    statements = [Statement(id=f"s{n}", figures=[each]) for n, each in enumerate(figures)]
    return conference(statements=statements, sources=[Source(id="note"), Source(id="other")])


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (boats(20), boats(30), ["20", "30"]),
        (boats(20, wording="twenty"), boats(30), ["twenty", "30"]),
        (boats(20, of="Boats  at sea"), boats(30), ["20", "30"]),
        (boats(20), boats(low=30, high=40), ["20", "30 to 40"]),
        (boats(low=30), boats(20), ["30", "20"]),
        (boats(high=10), boats(20), ["10", "20"]),
        (boats(20, comparator=Comparator.ABOUT), boats(30), ["about 20", "30"]),
        (boats(20, comparator=Comparator.UP_TO), boats(30), ["up_to 20", "30"]),
        (boats(20), boats(30, comparator=Comparator.OVER), ["20", "over 30"]),
        (boats(20), boats(30, comparator=Comparator.ALMOST), ["20", "almost 30"]),
        (boats(20), boats(30, comparator=Other(other="good")), ["20", "good 30"]),
        (boats(20, of="seen", counts="c"), boats(30, of="met", counts="c"), ["20", "30"]),
        (boats(20, period=When("2031")), boats(30, period=When("2031-05")), ["20", "30"]),
        (
            boats(20, period=When(wording="now")),
            boats(30, period=When(wording="now")),
            ["20", "30"],
        ),
        (boats(20, period=When("2031")), boats(30), ["20", "30"]),
        (boats(20, mode=FigureMode.CLAIMED), boats(30), ["20", "30"]),
        (
            boats(40, of="catches", unit=Unit.PERCENT, direction=Direction.DECREASE),
            boats(25, of="catches", unit=Unit.PERCENT, direction=Direction.DECREASE),
            ["40", "25"],
        ),
        (
            boats(ratio=[RatioTerm(value=3), RatioTerm(value=2)], unit=Unit.RATIO),
            boats(ratio=[RatioTerm(value=5), RatioTerm(value=2)], unit=Unit.RATIO),
            ["3:2", "5:2"],
        ),
    ],
)
def test_g423_figures_that_cannot_both_be_right(
    one: Figure, other: Figure, values: list[str]
) -> None:
    suggestion = only(stated(one, other))

    assert suggestion.finding.code == "G423"
    assert suggestion.finding.pointer == "/statements/1/figures/0"
    assert suggestion.discrepancy.about == ("s0/figures", "s1/figures")
    assert suggestion.discrepancy.kind is DiscrepancyKind.WITHIN_A_TEXT
    assert sides(suggestion) == values


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (boats(20), boats(20)),
        (boats(20), boats(30, of="boats at anchor")),
        (boats(20, of="boats"), boats(30, of="boats")),
        (boats(20, of=None), boats(30, of=None)),
        (boats(20), boats(30, unit=Unit.PERCENT)),
        (boats(20, for_whom=["a"]), boats(30, for_whom=["b"])),
        (boats(20), boats(30, mode=FigureMode.PROPOSED)),
        (boats(20, mode=FigureMode.AGREED), boats(30, mode=FigureMode.AGREED)),
        (boats(20, comparator=Comparator.AT_LEAST), boats(30)),
        (boats(20), boats(10, comparator=Comparator.OVER)),
        (boats(20), boats(30, comparator=Comparator.UNDER)),
        (boats(29, comparator=Comparator.ABOUT), boats(30)),
        (boats(20), boats(wording="many")),
        (boats(20, period=When("2030")), boats(30, period=When("2031"))),
        (boats(20, period=When(wording="then")), boats(30, period=When(wording="now"))),
        (boats(20, counts="c"), boats(30, counts="s1")),
        (boats(20, baseline="2029"), boats(30, baseline="2030")),
    ],
)
def test_figures_that_can_both_be_right_are_let_pass(one: Figure, other: Figure) -> None:
    assert codes(stated(one, other)) == []


def test_g423_figures_agreed_in_one_agreement() -> None:
    agreed = [boats(20, mode=FigureMode.AGREED), boats(30, mode=FigureMode.AGREED)]

    suggestion = only(conference(agreements=[Agreement(id="g", figures=agreed)]))

    assert suggestion.discrepancy.about == ("g/figures",)


def test_g423_figures_of_two_sources_are_between_them() -> None:
    record = stated(
        boats(20, id="f1", evidence=[said("twenty boats")]),
        boats(30, id="f2", evidence=[said("thirty boats", "other")]),
    )

    suggestion = only(record)

    assert suggestion.discrepancy.kind is DiscrepancyKind.BETWEEN_SOURCES
    assert suggestion.discrepancy.about == ("f1", "f2")


def test_g423_stated_size_and_a_figure_that_counts_the_same() -> None:
    group = Group(id="crew", wording="the crew", stated_size=Figure(value=5, of="members"))
    joint = Delegation(id="d", of=["a"], stated_size=Figure(value=4, of="members"))
    record = conference(
        countries=[A],
        delegations=[joint],
        groups=[group],
        figures=[Figure(value=6, of="sailors", counts="crew")],
    )

    assert [each.discrepancy.about for each in suggest(record)] == [
        ("c/figures", "crew/stated_size")
    ]


def test_g423_words_for_one_figure_that_have_other_numbers() -> None:
    figure = boats(20, id="f", evidence=[said("twenty boats"), said("the 30 boats"), said("boats")])

    suggestion = only(stated(figure))

    assert (suggestion.finding.code, suggestion.discrepancy.about) == ("G423", ("f",))
    assert sides(suggestion) == ["twenty boats", "the 30 boats"]


@pytest.mark.parametrize(
    ("value", "digits", "words"),
    [
        (200, "200 people", "two hundred people"),
        (200, "200 people", "two-hundred people"),
        (20_000, "20,000 people", "20 000 people"),
        (20_000, "20,000 people", "twenty thousand people"),
        (1_500_000, "1,500,000 people", "1.5 million people"),
        (1_500_000, "1,500,000 people", "one million five hundred thousand people"),
        (21, "21 people", "twenty one people"),
        (121, "121 people", "one hundred and twenty-one people"),
        # Not read, and so not compared.
        (1_500_000, "1,500,000 people", "1,5 million people"),
        (80, "80 people", "quatre-vingt personnes"),
        (180, "180 people", "cent quatre-vingt personnes"),
        (200, "200 people", "hundred " * 20 + "people"),
    ],
)
def test_number_of_several_words_is_read_as_one_or_not_at_all(
    value: int, digits: str, words: str
) -> None:
    assert codes(stated(boats(value, evidence=[said(digits), said(words)]))) == []


@pytest.mark.parametrize(
    "words",
    ["three hundred people", "30 000 people", "2.5 million people", "a hundred and one people"],
)
def test_number_of_several_words_is_compared(words: str) -> None:
    assert codes(stated(boats(200, evidence=[said("200 people"), said(words)]))) == ["G423"]


def test_g425_words_for_one_figure_in_two_sources() -> None:
    figure = boats(20, id="f", evidence=[said("thirty boats", "other"), said("twenty boats")])

    suggestion = only(stated(figure))

    assert suggestion.finding.code == "G425"
    assert suggestion.discrepancy.kind is DiscrepancyKind.BETWEEN_SOURCES


def test_figure_whose_words_have_no_number_of_its_own_is_let_pass() -> None:
    assert codes(stated(boats(20, evidence=[said("a score"), said("boats")]))) == []
    assert codes(stated(boats(20, evidence=[said("20 or 30 boats"), said("30 boats")]))) == []


# G424: two spellings.


def person(name: str, **fields: Any) -> Person:
    return Person(id="p", name=name, **fields)


@pytest.mark.parametrize(
    ("name", "text", "other"),
    [
        ("Mohsin Naqvi", "Mohsin Naqvi came. Then Mohsin Naqui left.", "Mohsin Naqui"),
        (
            "Marcin Kierwinski",
            "Marcin Kierwinski and Marcin Kierwi\u0144ski",
            "Marcin Kierwi\u0144ski",
        ),
        ("Rosa Kozlovskis", "Rosa Kozlovskis. Later Kozlowskis left.", "Kozlowskis"),
        ("Henri Aubrac", "Henri Aubrac and Aubrek left.", None),
        ("Henri Aubrac", "Henri Aubrac and Aubracs left.", None),
        ("Henri Aubrac", "Henri Aubrac and aubric aubric", None),
        ("Henri Aubrac", "Nobody of this name, but Aubric.", None),
        ("Ada Lind", "Ada Lind, Ada Lynd", None),
        ("Mohsin Naqvi", "Mohsin Naqvi and mohsin naqui", None),
        ("Mohsin Naqvi", "Naqvi", None),
        ("Mohsin Naqvi", "left Naqvi. Mohsin", None),
    ],
)
def test_g424_person_spelt_in_two_ways(name: str, text: str, other: str | None) -> None:
    found = suggest(conference(people=[person(name)]), {"note": text})

    assert [sides(each) for each in found] == ([[name, other]] if other else [])
    for each in found:
        assert each.finding.code == "G424"
        assert each.discrepancy.about == ("p",)
        assert each.discrepancy.kind is DiscrepancyKind.WITHIN_A_TEXT


def test_g424_two_people_of_one_name_that_is_misspelt() -> None:
    record = conference(
        people=[Person(id="r", name="Rosa Moreno"), Person(id="i", name="Inga Moreno")]
    )
    text = "Rosa Moreno and Inga Moreno came. Morena spoke, and Morena left."

    assert [sides(each) for each in suggest(record, {"note": text})] == [
        ["Rosa Moreno", "Morena"],
        ["Inga Moreno", "Morena"],
    ]


def test_g424_name_that_is_misspelt_in_two_ways() -> None:
    record = conference(people=[Person(id="r", name="Rosa Moreno")])
    text = "Rosa Moreno came. Rosa Morena spoke, and Rosa Morenu left."

    assert [sides(each) for each in suggest(record, {"note": text})] == [
        ["Rosa Moreno", "Rosa Morena"],
        ["Rosa Moreno", "Rosa Morenu"],
    ]


def test_g424_says_the_name_of_the_record_where_the_text_has_none() -> None:
    suggestion = only(conference(people=[person("Mohsin Naqvi")]), {"note": "Mohsin Naqui left."})

    assert sides(suggestion) == ["Mohsin Naqvi", "Mohsin Naqui"]
    assert [each.start for each in suggestion.evidence] == [None, 0]


def test_somebody_else_who_is_called_so_is_no_spelling() -> None:
    people = [person("Mohsin Naqvi"), Person(id="q", name="Mohsin Naqui"), Person(id="r")]

    assert codes(conference(people=people), {"note": "Mohsin Naqvi, Mohsin Naqui, Naqui"}) == []


@pytest.mark.parametrize("kind", [None, NameKind.OFFICIAL, NameKind.VARIANT])
def test_g424_two_names_of_the_record_that_the_source_prints(kind: NameKind | None) -> None:
    known = person("Rosa Vale", other_names=[Name(value="Rosa Wale", kind=kind)])

    found = codes(conference(people=[known]), {"note": "Rosa Vale, Rosa Wale"})

    assert found == []
    longer = person(
        "Rosa Aliksandravicius", other_names=[Name(value="Rosa Aliksandravi\u010dius", kind=kind)]
    )
    text = {"note": "Rosa Aliksandravicius, Rosa Aliksandravi\u010dius"}
    assert codes(conference(people=[longer]), text) == ["G424"]
    assert codes(conference(people=[longer]), {"note": "Rosa Aliksandravicius"}) == []


@pytest.mark.parametrize("kind", [NameKind.SHORT, NameKind.TRANSLATION, NameKind.ACRONYM])
def test_another_name_is_no_spelling(kind: NameKind) -> None:
    known = person("Rosa Valerian", other_names=[Name(value="Rosa Valerien", kind=kind)])

    assert codes(conference(people=[known]), {"note": "Rosa Valerian, Rosa Valerien"}) == []


def test_g424_place_and_conference_with_numbers_in_their_names() -> None:
    record = attrs.evolve(
        conference(places=[Place(name="Port Severin")]), name="six-nation talks on immigration"
    )
    text = {"note": "In Port Severin; in Port Sevarin; the 6-nation talks on migration"}

    assert [sides(each) for each in suggest(record, text)] == [
        ["six-nation talks on immigration", "6-nation talks on migration"],
        ["Port Severin", "Port Sevarin"],
    ]
    assert [each.discrepancy.about for each in suggest(record, text)] == [("c",), ("c/places",)]


def test_g424_ligature_beside_plain_letters() -> None:
    texts = {"note": "trafficking and tra\ufb03cking, the o\ufb03ce"}

    suggestion = only(conference(), texts)

    assert sides(suggestion) == ["trafficking", "tra\ufb03cking"]
    assert suggestion.discrepancy.about == ("note",)


# G425: one field, two sources.

TWO = [Source(id="note", language="en"), Source(id="other")]


def dated(one: str, other: str, field: str = "when", sources: Any = TWO) -> Conference:
    evidence = [said(one, supports=[field]), said(other, "other", supports=[field])]
    return conference(sources=sources, evidence=evidence)


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("when", "on 6 May 2031", "on 7 May 2031"),
        ("when", "ten days", "nine days"),
        ("name", "Lakeside Talks", "River Conference"),
    ],
)
def test_g425_sources_that_differ(field: str, one: str, other: str) -> None:
    suggestion = only(dated(one, other, field))

    assert suggestion.finding.code == "G425"
    assert suggestion.finding.pointer == "/evidence/1"
    assert suggestion.discrepancy.kind is DiscrepancyKind.BETWEEN_SOURCES
    assert suggestion.discrepancy.about == (f"c/{field}",)
    assert sides(suggestion) == [one, other]


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("when", "on 6 May", "on 6 May 2031"),
        ("when", "in May", "on 6 May"),
        ("name", "Lakeside Talks", "the Talks"),
        ("name", "Lakeside Talks", "x" * 61),
        ("level", "3 ministers", "4 envoys"),
    ],
)
def test_sources_that_say_more_or_less_do_not_differ(field: str, one: str, other: str) -> None:
    assert codes(dated(one, other, field)) == []


def test_name_in_another_language_is_no_difference() -> None:
    french = [Source(id="note", language="en"), Source(id="other", language="fr")]
    link = SourceLink(source="note", relation=SourceRelation.TRANSLATION)
    linked = [Source(id="note"), Source(id="other", reports_on=[link])]

    assert codes(dated("Harbour Conference", "conf\u00e9rence du port", "name", french)) == []
    assert codes(dated("Harbour Conference", "conf\u00e9rence du port", "name", linked)) == []
    assert codes(dated("Harbour Conference", "conf\u00e9rence du port", "name")) == ["G425"]
    assert codes(dated("6 May", "7 mai", "when", french)) == ["G425"]


def test_one_source_does_not_differ_from_itself() -> None:
    evidence = [said(f"on {day} May", supports=["when"]) for day in (6, 7)]

    assert codes(conference(evidence=evidence)) == []


def test_source_that_the_record_does_not_have_says_nothing() -> None:
    assert codes(dated("6 May", "7 May", sources=[Source(id="note")])) == []


# G426: praise of oneself.


def praising(**fields: Any) -> Conference:
    delegations = [Delegation(id=f"d{each.id}", of=[each]) for each in (A, B)]
    vale = Delegate(id="vale", name="Rosa Vale", delegation="da", evidence=[said("Rosa Vale")])
    stray = Delegate(id="stray", name="Ina Halden")
    lost = Delegate(id="lost", name="Emil Sander", delegation="nowhere")
    members = ["stray", "lost", "gone", "db", "vale"]
    every = Group(id="all", wording="All ministers", members=members)
    statement: dict[str, Any] = {
        "speakers": ["all"],
        "act": Act.PRAISE,
        "about": ["a"],
        "evidence": [said("All praised", supports=["speakers"])],
    }
    return conference(
        countries=[A, B],
        delegations=delegations,
        delegates=[vale, stray, lost],
        groups=[every],
        statements=[Statement(id="s", **{**statement, **fields})],
    )


@pytest.mark.parametrize(
    "fields", [{}, {"about": [], "addressees": ["da"]}, {"act": Act.ACCUSE, "about": ["c", "a"]}]
)
def test_g426_group_that_praises_one_of_its_own(fields: dict[str, Any]) -> None:
    suggestion = only(praising(**fields))

    assert suggestion.finding.code == "G426"
    assert suggestion.finding.pointer == "/statements/0/speakers"
    assert suggestion.discrepancy.about == ("s/speakers", "all/members")
    assert [each.exact for each in suggestion.evidence] == ["All praised", "Rosa Vale"]


def test_g426_country_inside_and_evidence_for_the_whole() -> None:
    record = praising(about=["b"], evidence=[said("All praised")])
    group = attrs.evolve(record.groups[0], members=["b"])

    suggestion = only(attrs.evolve(record, groups=[group]))

    assert sides(suggestion)[1] == "BBB is inside"
    assert [each.exact for each in suggestion.evidence] == ["All praised"]


@pytest.mark.parametrize(
    "fields",
    [
        {"act": Act.INFORM},
        {"about": ["gone"]},
        {"about": []},
        {"speakers": ["vale"]},
        {"speakers": ["gone"]},
        {"about": ["all", "a"]},
    ],
)
def test_other_speech_is_no_praise_of_oneself(fields: dict[str, Any]) -> None:
    assert codes(praising(**fields)) == []


# What is known already.


def test_discrepancy_without_words_about_the_same_is_enough() -> None:
    known = Discrepancy(about=["nations/members"], accounts=["four", "three"])
    record = conference(countries=[A, B, C], groups=[nations(4)], discrepancies=[known])

    assert codes(record) == []


def test_discrepancy_about_something_else_is_not() -> None:
    known = Discrepancy(about=["a"], accounts=[Account(value="x", evidence=[said("four")])])
    record = conference(countries=[A, B, C], groups=[nations(4)], discrepancies=[known])

    assert codes(record) == ["G421"]


def test_discrepancy_with_the_words_of_both_sides_is_known_whatever_it_is_about() -> None:
    accounts = [
        Account(evidence=[said("Six nations meet", start=0)]),
        Account(evidence=[said("five", "other", start=25), said("five", start=25)]),
    ]
    texts = parted("Six nations meet", "The five nations met.")
    record = conference(sources=[PARTED])

    for evidence, expected in ((accounts, []), (accounts[:1], ["G422"])):
        known = Discrepancy(about=["c"], accounts=evidence)
        assert codes(attrs.evolve(record, discrepancies=(known,)), texts) == expected


def test_discrepancy_with_words_that_have_no_place_is_known_by_its_words() -> None:
    evidence = [said("six nations", part="headline"), said("five nations", part="body")]
    accounts = [Account(evidence=[each]) for each in evidence]
    record = conference(evidence=evidence)

    assert codes(record) == ["G422"]
    known = Discrepancy(about=["note"], accounts=accounts)
    assert codes(attrs.evolve(record, discrepancies=[known])) == []


def test_discrepancy_with_the_values_of_both_sides_is_known() -> None:
    texts = parted("Six nations meet", "The five nations met.")
    known = Discrepancy(about=["c"], accounts=["five nations", "Six nations"])

    assert codes(conference(sources=[PARTED], discrepancies=[known]), texts) == []


def test_name_spelt_otherwise_further_on_is_a_contradiction_within_the_text() -> None:
    spoken = Statement(id="s", speakers=["naqvi"], evidence=[said("Mohsin Naqvi", start=0)])
    record = conference(delegates=[Delegate(id="naqvi", name="Mohsin Naqvi")], statements=[spoken])

    suggestion = only(record, {"note": "Mohsin Naqvi spoke. Later on Mohsin Naqwi left."})

    assert sides(suggestion) == ["Mohsin Naqvi", "Mohsin Naqwi"]
    assert suggestion.discrepancy.kind is DiscrepancyKind.WITHIN_A_TEXT


def test_names_of_different_length_are_no_spellings_of_each_other() -> None:
    person = Delegate(id="vale", name="Rosa Vale", other_names=[Name(value="Vale")])

    assert codes(conference(delegates=[person]), {"note": "Rosa Vale spoke. Vale left."}) == []


def test_name_spelt_otherwise_in_the_headline_is_told_from_one_in_the_body() -> None:
    person = Delegate(id="naqvi", name="Mohsin Naqvi")
    record = conference(sources=[PARTED], delegates=[person])

    suggestion = only(record, parted("Mohsin Naqwi speaks", "Yesterday Mohsin Naqvi spoke."))

    assert suggestion.discrepancy.kind is DiscrepancyKind.HEADLINE_AGAINST_BODY


def test_numbers_that_differ_are_about_what_rests_on_the_words_of_either() -> None:
    spoken = Statement(id="s", evidence=[said("Six nations", start=0)])
    record = conference(sources=[PARTED], statements=[spoken])

    suggestion = only(record, parted("Six nations meet", "The five nations met."))

    assert suggestion.discrepancy.about == ("s",)


# How much it costs.


def people_and_words(size: int) -> tuple[Conference, str]:
    """Return a record of people whom a text names, each tenth misspelt, and the text."""
    choose = random.Random(size)  # noqa: S311 - no secret
    letters = "abdeghiklmnoprstuvz"
    names = [
        " ".join("".join(choose.choices(letters, k=k)).title() for k in (6, 7)) for _ in range(size)
    ]
    printed = [name if n % 10 else f"{name[:3]}q{name[4:]}" for n, name in enumerate(names)]
    text = "".join(f"{name} spoke of {name.lower()[::-1]} and went. " for name in printed)
    people = [Person(id=f"p{n}", name=name) for n, name in enumerate(names)]
    return conference(people=people), text


def test_cost_of_spellings_grows_with_the_text_and_the_names() -> None:
    def with_text(size: int) -> Callable[[], object]:
        record, text = people_and_words(size)
        return functools.partial(suggest, record, {"note": text})

    assert grows_like_a_line(with_text, 300)


def test_cost_of_spellings_grows_with_the_evidence_where_there_is_no_text() -> None:
    def with_evidence(size: int) -> Callable[[], object]:
        record, text = people_and_words(size)
        evidence = [said(f"{words}.") for words in text.split(". ")[:-1]]
        return functools.partial(suggest, attrs.evolve(record, evidence=evidence))

    assert grows_like_a_line(with_evidence, 150)


def test_cost_grows_with_the_captions_and_the_parts() -> None:
    def with_captions(size: int) -> Callable[[], object]:
        text = "Ten boats came, and two ministers of water spoke.\n" * size
        parts = [
            Part(kind=PartKind.CAPTION, number=str(n), start=50 * n, end=50 * n + 20)
            for n in range(size)
        ]
        evidence = [said("Ten boats", start=50 * n) for n in range(size)]
        sources = [Source(id="note", parts=parts)]
        record = attrs.evolve(conference(), sources=sources, evidence=evidence)
        return functools.partial(suggest, record, {"note": text})

    assert grows_like_a_line(with_captions, 200)


@given(
    one=st.text("abc", min_size=1, max_size=10),
    other=st.text("abc", min_size=1, max_size=10),
)
@example_of(one="abcabcab", other="acbcabca")
def test_words_that_share_no_letters_but_two_are_not_missed(one: str, other: str) -> None:
    """What is looked for by what two words share finds all that comparing each with each does."""
    assert misspellings([one], [other]) == ({one: [other]} if is_misspelt(one, other) else {})
    assert is_misspelt(one, other) == is_misspelt(other, one)


def test_word_is_compared_with_a_hundred_that_are_alike_at_most() -> None:
    names = [f"moren{chr(0x3B1 + n)}" for n in range(150)]

    assert len(misspellings(names, ["morenx"])) == 100


@given(
    extents=st.lists(
        st.builds(
            Extent,
            start=st.integers(0, 9),
            end=st.integers(1, 12),
            kind=st.sampled_from(["body", "turn"]),
            label=st.none() | st.just("turn/1"),
        )
    ),
    place=st.none() | st.integers(0, 14),
)
def test_smallest_part_is_that_of_all_that_hold_a_place(
    extents: list[Extent], place: int | None
) -> None:
    holding = [
        (each.end - each.start, each.kind, each.label or "", each)
        for each in extents
        if place is not None and each.start <= place < each.end
    ]

    assert Places(extents).smallest_at(place) == (min(holding)[-1] if holding else None)
