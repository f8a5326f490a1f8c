"""The brief: what matters is in it, and text of the record stays text."""

from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import load, strategies
from confmodel.examples import example, example_names, example_texts
from confmodel.model import (
    Agreement,
    AgreementKind,
    Attendance,
    Ballot,
    BallotChoice,
    Basis,
    Commitment,
    Conference,
    ConsentAct,
    ConsentActKind,
    Country,
    Delegate,
    Delegation,
    Discrepancy,
    Edition,
    EventLink,
    EventStatus,
    Evidence,
    Figure,
    Manner,
    Other,
    Participant,
    ParticipantRole,
    Quotation,
    Role,
    Session,
    SessionKind,
    Source,
    Statement,
    Strength,
    Vote,
)
from confmodel.views._markdown_text import inline, table
from confmodel.views._odd import plainly
from confmodel.views._words import Names
from confmodel.views.markdown import markdown

PAYLOADS = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[click](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "<https://example.org>",
    "https://example.org www.example.org a@example.org",
    "# heading\n## another\n\n---\n\n* item",
    "1. first\n2) second",
    "> quoted",
    "`code` ``` ~~~ **bold** __b__ *i* ~~s~~",
    "| a | b |\n|---|---|\n| c | d |",
    "&lt;b&gt; &amp; &#60;script&#62;",
    "[^1] [x]: javascript:alert(1)",
    "\\*not\\* \\<b\\> ends with \\",
    "$\\alpha$ : term\n= setext\n===",
    "+ plus",
    "- minus",
    "=",
    ": definition",
    "\u202egnol\u200b \x1b[2J",
)


def harmless(page: str) -> None:
    """No reader of Markdown finds HTML, a link or an image in it."""
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table")
    kinds: set[str] = set()
    tokens = parser.parse(page)
    while tokens:
        token = tokens.pop()
        kinds.add(token.type)
        tokens += token.children or ()
    assert kinds.isdisjoint(
        {"html_inline", "html_block", "link_open", "image", "code_inline", "fence", "code_block"}
    )
    assert kinds.isdisjoint({"hr", "ordered_list_open"})


class Text(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data


def a_record(text: str) -> Conference:
    words = Evidence(source="g", exact=text, part=text)
    return Conference(
        id="c",
        name=text,
        kind=Other(other=text),
        topics=[text],
        places=[text],
        sources=[Source(id="g", title=text, publisher=text, author=text, url=text)],
        delegations=[Delegation(id="d", name=text, capacity=Other(other=text))],
        delegates=[
            Delegate(id="x", name=text, offices=[text], function=Other(other=text), delegation="d")
        ],
        statements=[
            Statement(
                id="s",
                speakers=["x"],
                text=text,
                act=Other(other=text),
                evidence=[words],
                quotations=[Quotation(pieces=[words])],
                manner=Manner.MIXED,
            )
        ],
        figures=[Figure(wording=text, of=text, baseline=text)],
        agreements=[
            Agreement(id="a", title=text, text=text, condition=text, due=2031, evidence=[words])
        ],
        votes=[Vote(id="v", on="a", result=Other(other=text))],
        discrepancies=[Discrepancy(kind=Other(other=text), accounts=[text])],
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_stays_text_for_every_reader(payload: str) -> None:
    harmless(markdown(a_record(payload)))
    harmless(markdown(a_record(payload), {"g": "other words"}))


@given(text=st.text())
def test_an_escaped_text_reads_as_it_was(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("commonmark").enable("table")
    rendered = Text(parser.render(inline(text))).text
    assert rendered.strip() == " ".join(plainly(" ".join(text.split())).split())


@given(record=strategies.conferences())
def test_any_record_has_a_brief(record: Conference) -> None:
    harmless(markdown(record))


@given(record=strategies.conferences())
def test_one_empty_line_stands_on_each_side_of_a_heading(record: Conference) -> None:
    lines = ["x", "", *markdown(record).split("\n")]

    assert lines[-2:] != ["", ""]
    for place, line in enumerate(lines[2:], 2):
        if line.startswith("#"):
            assert (lines[place - 2] != "", lines[place - 1]) == (True, "")
        if line.startswith("##"):
            assert (lines[place + 1], lines[place + 2] != "") == ("", True)


@pytest.mark.parametrize("name", example_names())
def test_the_brief_of_a_bundled_record_is_the_same_each_time(name: str) -> None:
    page = markdown(example(name), example_texts(name))
    assert page == markdown(example(name), example_texts(name))
    assert page.endswith("\n")
    assert "\n\n\n" not in page
    harmless(page)


def test_the_brief_says_what_is_not_stated() -> None:
    page = markdown(example("warsaw-2026"))
    assert "- **when** *not stated*" in page
    assert "129 pieces of evidence not checked: no text of report is at hand" in page
    assert "| F4 | 47% ▼ decrease |" in page


def test_the_brief_shows_what_is_not_grounded() -> None:
    record = Conference(
        id="c",
        name="C",
        sources=[Source(id="g")],
        evidence=[
            Evidence(source="g", exact="nothing like it was ever printed here"),
            Evidence(source="g", exact="met"),
            Evidence(basis=Basis.BACKGROUND),
        ],
    )
    page = markdown(record, {"g": "They met."})
    assert "- **E1** missing: “nothing like it was ever printed here”" in page


def test_a_quotation_stands_with_its_source() -> None:
    page = markdown(example("lakeside-2031"))
    assert "> “almost a fifth lower than anyone remembers” (gazette:563-605, body)" in page


def test_people_of_no_delegation_have_a_row() -> None:
    record = Conference(
        id="c", name="C", delegates=[Delegate(id="x", name="Ana"), Delegate(id="y", name="Bo")]
    )
    assert "| of no delegation |  | Ana; Bo |" in markdown(record)


def test_a_figure_of_a_delegation_names_it() -> None:
    record = attrs.evolve(
        Conference(id="c", name="C"),
        delegations=[Delegation(id="d", name="the five", stated_size=5)],
    )
    assert "| F1 | 5 |  | the five |  |" in markdown(record)


def test_facts_of_which_little_is_recorded() -> None:
    background = Evidence(basis=Basis.BACKGROUND)
    record = Conference(
        id="c",
        name="C",
        figures=[Figure(value=2)],
        statements=[Statement(id="s", addressees=["c"], evidence=[background])],
        agreements=[Agreement(id="a")],
        votes=[Vote(id="v")],
        discrepancies=[Discrepancy()],
        sources=[Source(id="g", published=2031)],
    )
    page = markdown(record)
    assert "nobody named** (to the conference)" in page
    assert "Evidence: background" in page
    assert "| V1 |  | not recorded |" in page
    assert "g, 2031" in page


def test_more_evidence_than_fits_is_counted() -> None:
    assert "; 3 more" in markdown(example("lakeside-2031"))


def test_a_table_has_its_heads_and_rows() -> None:
    assert table(("A", "B"), [("1", "2")]) == ["| A | B |", "| --- | --- |", "| 1 | 2 |", ""]


def test_who_voted_how_stands_below_the_votes() -> None:
    record = attrs.evolve(
        Conference(id="c", name="C"),
        countries=[Country(id=each, name=each.upper()) for each in ("aland", "boria", "corvia")],
        votes=[
            Vote(
                id="v",
                when="2031-05-07",
                body="c",
                absent=2,
                note="By show of hands.",
                ballots=[
                    Ballot(party="aland", vote=BallotChoice.YES),
                    Ballot(party="boria", vote=BallotChoice.ABSTAIN),
                    Ballot(party="corvia", vote=BallotChoice.YES),
                ],
            )
        ],
    )

    page = markdown(record)

    assert "| V1 |  | not recorded |  |  |  | 2 |" in page
    assert (
        "- **V1** in the conference; 2031-05-07; yes: ALAND, CORVIA; abstain: BORIA;"
        " note: By show of hands."
    ) in page


def test_meetings_that_are_linked_stand_at_the_head() -> None:
    record = Conference(
        id="c",
        name="C",
        theme="Water",
        other_names=["The Water Talks"],
        edition=Edition(series="c", ordinal=2),
        part_of=EventLink(name="The Process"),
        follows=[EventLink(name="First Talks", when=2030), EventLink(name="A call")],
        followed_by=[EventLink(name="Third Talks", place="Selm", when=2033)],
        other_roles=[Role(kind=Other(other="opened by"), by=["c"])],
        not_stated=["conveners"],
        note="Invented.",
    )

    assert markdown(record).splitlines()[2:] == [
        "- **other names** The Water Talks",
        "- **theme** Water",
        "- **edition** number 2 of the conference",
        "- **part of** The Process",
        "- **follows** First Talks, 2030; A call",
        "- **followed by** Third Talks, Selm, 2033",
        "- **conveners** *not stated*",
        "- **other roles** opened by: the conference",
        "- **note** Invented.",
    ]


def test_an_agreement_stands_with_its_pledges_and_what_was_done_with_it() -> None:
    record = Conference(
        id="c",
        name="C",
        delegations=[Delegation(id="a", name="Aland"), Delegation(id="b", name="Boria")],
        agreements=[
            Agreement(id="old", title="Old Pact", is_made_here=False, strength=Strength.BE_BOUND),
            Agreement(
                id="new",
                kind=AgreementKind.TREATY,
                number="7",
                strength=Strength.AGREE,
                amends=["old"],
                part_of="old",
                commitments=[
                    Commitment(
                        by=["a"], text="dredge", beneficiaries=["b"], due=2032, condition="paid"
                    ),
                    Commitment(text="wait"),
                ],
                acts=[
                    ConsentAct(party="a", act=ConsentActKind.SIGNATURE, when=2031),
                    ConsentAct(party="b", act=ConsentActKind.SIGNATURE, when=2031),
                    ConsentAct(party="b", act=ConsentActKind.RATIFICATION),
                ],
            ),
        ],
    )

    page = markdown(record)

    assert "**A1 Old Pact, agreement, they are bound, made elsewhere**" in page
    assert "**A2 treaty 7, they agree**" in page
    assert "- **commitments** Aland: dredge, for Boria, due 2032, if paid; wait" in page
    assert "- **acts** signature 2031: Aland, Boria; ratification: Boria" in page
    assert "- **amends** “Old Pact”" in page
    assert "- **part of** “Old Pact”" in page


def test_all_participants_of_an_agreement_stand_whatever_their_roles_are_called() -> None:
    record = Conference(
        id="c",
        name="C",
        delegations=[Delegation(id=each, name=each.upper()) for each in "abd"],
        agreements=[
            Agreement(
                id="new",
                parties=["a"],
                other_participants=[
                    Participant(of=["a"], role=ParticipantRole.SIGNATORY),
                    Participant(of=["b"], role=ParticipantRole.SIGNATORY),
                    Participant(of=["d"], role=Other(other="parties")),
                ],
            )
        ],
    )

    page = markdown(record)

    assert "- **parties** A\n- **signatory** A\n- **signatory** B\n- **parties** D\n" in page


def test_sessions_and_where_something_was_said() -> None:
    record = Conference(
        id="c",
        name="C",
        delegates=[
            Delegate(id="x", name="Ana", honorific="Dr", attendance=Attendance.ABSENT, when=2031),
            Delegate(id="y", name="Bo", standing_in_for="x"),
        ],
        sessions=[
            Session(id="s1", name="Opening", kind=SessionKind.PLENARY, chairs=["x"], when=2031),
            Session(id="s2", place="Selm", topics=["dams"], status=EventStatus.HELD),
        ],
        statements=[
            Statement(
                id="s",
                speakers=["y"],
                on_behalf_of=["x"],
                about=["x"],
                via=["x"],
                session="s1",
                when=2031,
                note="As the minutes have it.",
            )
        ],
        discrepancies=[Discrepancy(about=["s1"], note="Nobody knows.")],
        figures=[
            Figure(value=5, wording="five", for_whom=["x"], is_each=True, period=2031, cause="rain")
        ],
        sources=[Source(id="g", note="A leaflet.")],
    )

    page = markdown(record)

    assert "Dr Ana, absent, 2031; Bo, standing in for Ana" in page
    assert "- **E2** Opening, plenary, 2031, chaired by Ana" in page
    assert "Selm, held, dams" in page
    assert "**S1 Bo** (on behalf of Ana, about Ana, passed on by Ana, in Opening, 2031)" in page
    assert "Note: As the minutes have it." in page
    assert "- **D1** discrepancy about Opening" in page
    assert "  - **note** Nobody knows." in page
    assert "| F1 | 5 (“five”) | each of Ana; 2031; because of rain |" in page
    assert "- **R1** g, A leaflet." in page


GALLERY = Path(__file__).parents[2] / "docs" / "gallery" / "records"
REAL = [*map(example, example_names()), *map(load, sorted(GALLERY.glob("*.json")))]


@pytest.mark.parametrize("record", REAL, ids=lambda record: record.id)
def test_what_real_records_say_of_the_outcome_stands_in_the_brief(record: Conference) -> None:
    meetings = [record.part_of, *record.follows, *record.followed_by]
    said = [
        *(each.name for each in meetings if each is not None),
        *(each.wording for each in record.figures),
        *(each.note for each in (*record.agreements, *record.votes, *record.discrepancies)),
        *(each.text for agreement in record.agreements for each in agreement.commitments),
        *(account.value for each in record.discrepancies for account in each.accounts),
        *(each.name for each in record.sessions),
    ]

    page = markdown(record)

    assert [each for each in said if each is not None and inline(each) not in page] == []
    names = Names(record)
    acts = [act.party for agreement in record.agreements for act in agreement.acts]
    ballots = [ballot.party for vote in record.votes for ballot in vote.ballots]
    lines = [line for line in page.splitlines() if line.startswith(("- **acts**", "- **V"))]
    for party in (*acts, *ballots):
        assert any(inline(names.plain(party)) in line for line in lines)
