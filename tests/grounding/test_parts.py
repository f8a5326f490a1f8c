"""Parts that are proposed: what is clear by its form, and body for the rest."""

import itertools
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from confmodel import anchor
from confmodel.examples import example as bundled
from confmodel.examples import example_texts
from confmodel.grounding import propose_parts
from confmodel.model import PartKind, Source
from tests.grounding.helpers import record_of, texts, words

INSIDE = (PartKind.PARAGRAPH, PartKind.TURN)
LONG = "The ministers met in the old town hall and talked about the river, the lake and the boats."
LONG = f"{LONG} They agreed on nothing else."
LINES = st.one_of(
    texts(max_size=6),
    st.sampled_from(
        [
            *(
                "",
                "",
                "A headline",
                LONG,
                "1. One",
                "2. Two",
                "(1) a",
                "(2) b",
                "\u00a7 3 c",
                "12 d",
            ),
            *(
                "By Ina Halden",
                "SELM, 8 May 2031 \u2013 They met.",
                "MR. VALE: Yes.",
                "The Chair: No.",
            ),
            *(
                "[1] Note",
                "* Note",
                "word[1] and*",
                "\u00b9 Note",
                "x\u00b9",
                "Annex",
                "Annex II: b",
            ),
            *("Photo: X", "Two at the door. \u2014 APP", "date 2031-05-08 Two. \u2014 APP"),
            *("RESTRICTED", "Caption: two men", "WARSAW (AP) \u2014 x", "Q: x"),
            "2 juillet 2012. - Qu\u00e9bec - Le",
        ]
    ),
)
REPORTS = st.lists(LINES, max_size=14).map("\n".join)


@given(text=REPORTS | st.text())
@example(text="\n")
@example(text="\u2014 APP\n\nbody of text")
@example(text="date 2031-05-08 \u2014 APP\n\nbody of text")
def test_parts_are_in_order_and_hold_all_that_is_no_space(text: str) -> None:
    parts = propose_parts(text)

    spans = [(each.start or 0, each.end or 0, each) for each in parts]
    assert propose_parts(text) == parts
    outside = [(start, end) for start, end, each in spans if each.kind not in INSIDE]
    assert outside == sorted(outside)
    inside = [(start, end) for start, end, each in spans if each.kind in INSIDE]
    assert inside == sorted(inside)
    for some in (outside, inside):
        for (_, end), (start, _) in itertools.pairwise(some):
            assert end <= start
    left = text
    for start, end in outside:
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        left = left[:start] + " " * (end - start) + left[end:]
    assert not left.strip()
    assert sum(each.kind is PartKind.BODY for each in parts) == bool(text.strip())
    if inside:
        (body,) = (span for span in spans if span[2].kind is PartKind.BODY)
        assert body[0] <= inside[0][0]
        assert inside[-1][1] <= body[1]
    labels = [each.label for each in parts if each.number is not None]
    assert len({*labels}) == len(labels) or any(label.startswith("footnote") for label in labels)


def labelled(text: str) -> dict[str, str]:
    return {each.label: text[each.start : each.end] for each in propose_parts(text)}


def test_report_has_its_head_and_its_body() -> None:
    head = "Three neighbours meet\n\nDaily river readings agreed\n\nBy Ina Halden"
    text = f"{head}\n\nSELM, 8 May 2031 \u2013 {LONG}"

    assert labelled(text) == {
        "headline": "Three neighbours meet",
        "deck": "Daily river readings agreed",
        "byline": "By Ina Halden",
        "dateline": "SELM, 8 May 2031 \u2013",
        "body": LONG,
    }


def test_caption_has_its_credit_and_decks_their_numbers() -> None:
    text = (
        "date 2031-05-08 Two ministers at the lake. \u2014 APP\n\nMinisters meet at the lake."
        f"\n\nNo word of the dams is heard.\n\n{LONG}"
    )

    assert labelled(text) == {
        "page header": "date 2031-05-08",
        "caption": "Two ministers at the lake.",
        "credit": "\u2014 APP",
        "deck/1": "Ministers meet at the lake.",
        "deck/2": "No word of the dams is heard.",
        "body": LONG,
    }


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("Photo: Ina Halden", "credit"),
        ("Translated from the French", "credit"),
        ("Caption: the ministers", "caption"),
        ("Selm, 8 May 2031", "dateline"),
        ("2031-05-08", "dateline"),
        ("Par Ina Halden", "byline"),
        ("RESTRICTED\nuntil noon", "marking"),
        ("A meeting in May", "headline"),
        ("\u201cWe have stopped counting water\u201d", "headline"),
        ("May Day 2031", "headline"),
        ("By 2032 it is done: daily", "headline"),
        ("Ministers meet. \u2014 Getty Images", "caption"),
        ("Ministers meet.  \u2014 AP", "caption"),
    ],
)
def test_line_above_the_body_is_known_by_its_form(head: str, label: str) -> None:
    found = labelled(f"{head}\n\n{LONG}")

    assert next(iter(found)) == label
    assert found["body"] == LONG


@pytest.mark.parametrize(
    "head",
    [
        "Introduction",
        "1. They met.",
        "MR. VALE: Yes",
        "Met.",
        "Two lines\nof prose, or of what else",
        "A sentence that ends. Another one, that ends too.",
        "x" * 200,
        "\u2022 a point of a list that is no deck.",
        "by the river, they met",
        "Ministers meet; others talk \u2014 and then they left; all of them:",
    ],
)
def test_what_is_not_clear_is_body(head: str) -> None:
    text = f"{head}\n\n{LONG}"

    assert "headline" not in labelled(text)
    assert labelled(text)["body"] == text


def test_lines_throughout_are_no_decks() -> None:
    verse = (
        "They met at noon today.\n\nThey talked of the lake.\n\nThey left at dusk.\n\nEnd of it."
    )

    assert labelled(verse) == {"body": verse}
    many = "\n\n".join([*(f"They talked of lake {n} here." for n in range(6)), LONG])
    assert labelled(many) == {"body": many}


def test_text_without_empty_lines_is_read_line_by_line() -> None:
    assert labelled(f"Three neighbours meet\n{LONG}\n{LONG}") == {
        "headline": "Three neighbours meet",
        "body": f"{LONG}\n{LONG}",
    }


def test_head_is_bounded() -> None:
    text = "\n\n".join(["Photo: X"] * 20)

    assert len(propose_parts(text)) == 13


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("WARSAW (AP) \u2014 ", "WARSAW (AP) \u2014"),
        ("SELM \u2013 ", "SELM \u2013"),
        ("SELM, Aland - ", "SELM, Aland -"),
        ("2 juillet 2012. - Qu\u00e9bec - ", "2 juillet 2012. - Qu\u00e9bec -"),
        ("The ministers \u2013 ", None),
        ("EU \u2013 ", None),
        ("SELM said \u2013 ", None),
        ("SELM, said the mayor \u2013 ", None),
        ("8 May 2031 - the town of - ", "8 May 2031 -"),
    ],
)
def test_dateline_opens_the_body(opening: str, dateline: str | None) -> None:
    found = labelled(f"A headline\n\n{opening}{LONG}")

    assert found.get("dateline") == dateline
    assert found["body"].endswith(LONG)


@pytest.mark.parametrize("form", ["{}. ", "({}) ", "{}) ", "\u00a7 {} ", "\u00a7{}. ", "{}\t"])
def test_numbers_that_count_up_are_paragraphs(form: str) -> None:
    blocks = [f"{form.format(n)}They met.\nAnd talked." for n in (7, 8, 9)]
    text = "\n\n".join(["The meeting", LONG, *blocks, "Nothing more was said."])

    found = labelled(text)

    assert [found[f"paragraph/{n}"] for n in (7, 8, 9)] == blocks


def test_numbers_that_do_not_count_up_are_none() -> None:
    for text in ("3. a\n\n7. b", "1. a", "12 a\n\n13 b", "x\n2031. They met.\n\n1. a"):
        assert set(labelled(text)) <= {"body", "headline"}
    stray = "12. boats came\nand\n1. They met.\n2. They left.\n9. More boats."
    found = labelled(f"{LONG}\n\n{stray}")
    assert found["paragraph/1"] == "1. They met."
    assert set(found) == {"body", "paragraph/1", "paragraph/2"}


def test_turns_go_from_one_speaker_to_the_next() -> None:
    text = "MR. VALE: Good morning.\nWe begin.\n\nThe President: Thank you.\n\nMR. VALE: Questions?"

    found = labelled(text)

    assert found["turn/1"] == "MR. VALE: Good morning.\nWe begin."
    assert found["turn/2"] == "The President: Thank you."
    assert found["turn/3"] == "MR. VALE: Questions?"


@pytest.mark.parametrize(
    "text",
    [
        "TO: all\n\nFROM: the chair",
        "MR. VALE: Yes.",
        "They said: yes\n\nThey said: no",
        "the chair: a\n\nthe chair: b",
        "Mr: a\n\nMr: b",
        "Mr. vale and: a\n\nMr. vale and: b",
        "10: a\n\n10: b",
        "A1: a\n\nA1: b",
        "http://a\n\nhttp://b",
        ": a\n\n: b",
        "\u201cNO: a\n\n\u201cNO: b",
        "A B C D E F G H I: x\n\nA B C D E F G H I: y",
    ],
)
def test_what_is_no_transcript_has_no_turns(text: str) -> None:
    assert "turn/1" not in labelled(f"{LONG}\n\n{text}")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("MR. VALE: Yes.\n", PartKind.TURN),
        ("[1] By boat.\n\n", PartKind.FOOTNOTE),
        ("Annex 1\n\nBoats.\n\n", PartKind.ANNEX),
    ],
)
def test_list_of_short_lines_is_no_transcript_and_has_no_notes(line: str, kind: PartKind) -> None:
    """A hundred are named in any text; more only where there is a text beside them."""

    def count(text: str) -> int:
        return sum(part.kind is kind for part in propose_parts(text))

    body = f"{LONG}[1]\n\n"

    assert count(body * 2 + line * 100) == 100
    assert count(body * 2 + line * 2000) == 0
    assert count(body * 800 + line * 2000) == 2000


def test_notes_at_the_end_are_those_that_the_body_calls() -> None:
    notes = "[1] By boat.\n\n\u00b2 At noon.\n\n* But one.\n\nCorrected on 9 May: all left."
    text = f"{LONG}[1] They left\u00b2, all*.\n\n{notes}"

    assert labelled(text) == {
        "body": f"{LONG}[1] They left\u00b2, all*.",
        "footnote/1": "[1] By boat.",
        "footnote/2": "\u00b2 At noon.",
        "footnote": "Corrected on 9 May: all left.",
    }
    listed = f"{LONG}\n\n* one\n\n* two\n\n[3] three"
    assert labelled(listed) == {"body": listed}


def test_annexes_stand_behind_the_body() -> None:
    text = f"{LONG}\n\nANNEX I\nList\n\nof boats\n\nAppendix: rules\n\nAnnex \u2014 more"

    assert labelled(text) == {
        "body": LONG,
        "annex/1": "ANNEX I\nList\n\nof boats",
        "annex/2": "Appendix: rules",
        "annex/3": "Annex \u2014 more",
    }
    for heading in ("Annexes were read.", "Annex to the treaty", "annex I", "Annex I " + "x" * 200):
        assert "annex/1" not in labelled(f"{LONG}\n\n{heading}")
    assert "annex/1" in labelled(f"{LONG}\n\nAnnex")


@pytest.mark.parametrize(
    ("name", "source"), [("lakeside-2031", "gazette"), ("harbour-1974", "courrier")]
)
def test_proposal_agrees_with_a_bundled_record(name: str, source: str) -> None:
    known = bundled(name)[source]
    assert isinstance(known, Source)

    proposed = propose_parts(example_texts(name)[source])

    assert [each.label for each in proposed] == [each.label for each in known.parts]
    for ours, theirs in zip(proposed, known.parts, strict=True):
        # The dash behind a dateline belongs to no part there.
        assert ours.start == theirs.start
        assert abs((ours.end or 0) - (theirs.end or 0)) <= 2


CASES = {
    "00-warsaw": ["page header", "caption", "credit", "deck/1", "deck/2", "deck/3", "body"],
    "02-la-declaration-launch-2022": ["headline", "body"],
    "11-us-india-drug-group-2026": ["headline", "body"],
    "12-bandung-1955": ["headline", "body"],
    "14-washington-naval-1921": ["headline", "body"],
    "18-forum-langue-francaise-jour1": ["headline", "dateline", "body"],
}


@pytest.mark.parametrize("name", CASES)
def test_real_report_has_the_parts_that_are_clear(name: str, shared: Path) -> None:
    text = (shared / f"cases/{name}.txt").read_bytes().decode()

    assert [each.label for each in propose_parts(text)] == CASES[name]


def test_proposed_parts_can_be_put_into_a_record() -> None:
    text = example_texts("lakeside-2031")["gazette"]
    source = Source(id="note", parts=propose_parts(text))

    anchored = anchor(record_of(words("Ina Halden"), sources=[source]), {"note": text}).record

    assert anchored.statements[0].evidence[0].part == "byline"
