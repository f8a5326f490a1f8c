"""The brief: what matters is in it, and text of the record stays text."""

from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import strategies
from confmodel.examples import example, example_names, example_texts
from confmodel.model import (
    Agreement,
    Basis,
    Conference,
    Delegate,
    Delegation,
    Discrepancy,
    Evidence,
    Figure,
    Manner,
    Other,
    Quotation,
    Source,
    Statement,
    Vote,
)
from confmodel.views._markdown_text import inline, table
from confmodel.views._odd import plainly
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
