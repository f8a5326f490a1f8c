"""Parts of a source: where they stand, and whether words stand in the one that is named."""

from collections.abc import Sequence

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import anchor, check
from confmodel.errors import FindingLevel
from confmodel.grounding import Verdict
from confmodel.grounding.folded import occurrences
from confmodel.grounding.ranges import Ranges
from confmodel.grounding.verdicts import Span
from confmodel.model import Evidence, Part, PartKind, Source
from tests.grounding.helpers import located, record_of

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda each: (min(each), max(each)))


@given(spans=st.lists(SPANS, max_size=5), words=SPANS)
def test_words_are_inside_if_one_stretch_holds_all_of_them(spans: list[Span], words: Span) -> None:
    inside = any(start <= words[0] and words[1] <= end for start, end in spans)

    assert Ranges(spans).hold(words) == inside


@given(spans=st.lists(SPANS, max_size=5), text=st.text("ab", max_size=20))
@pytest.mark.parametrize("words", ["a", "aa", "aba"])
def test_words_inside_are_found_once_each_and_in_order(
    spans: list[Span], text: str, words: str
) -> None:
    ranges = Ranges(spans)

    inside = [
        place for place in occurrences(words, text) if ranges.hold((place, place + len(words)))
    ]
    assert list(ranges.occurrences(words, text)) == inside


TEXT = "Ministers meet\nThey agreed to meet, and they agreed to go.\nA boat"
HEADLINE = Part(kind=PartKind.HEADLINE, start=0, end=14)
BODY = Part(kind=PartKind.BODY, start=15, end=58)
CAPTION = Part(kind=PartKind.CAPTION, start=59, end=65)
PARTS = (HEADLINE, BODY, CAPTION)


def findings(piece: Evidence, parts: Sequence[Part] = PARTS, text: str = TEXT) -> list[str]:
    record = record_of(piece, sources=[Source(id="note", parts=parts)])
    return [str(each) for each in check(record, texts={"note": text})]


def in_part(exact: str, part: str, start: int | None = None) -> Evidence:
    return Evidence(source="note", exact=exact, part=part, start=start)


def test_g407_words_outside_their_part() -> None:
    assert findings(in_part("to meet", "caption")) == [
        (
            "G407 /statements/0/evidence/0/part: 'to meet' stands at offset 27, outside part "
            "'caption'; set part to 'body', or copy words that stand in 'caption'"
        )
    ]
    assert findings(in_part("A boat", "caption")) == []


def test_g407_is_a_warning_beside_what_is_said_of_the_words() -> None:
    record = record_of(
        in_part("to  meet", "caption", start=3), sources=[Source(id="note", parts=PARTS)]
    )

    found = check(record, texts={"note": TEXT})

    assert found.counts == {"G406": 1, "G407": 1}
    assert found.groundings[0].is_in_part is False
    assert [each.level for each in found] == [FindingLevel.NOTE, FindingLevel.WARNING]
    assert findings(in_part("to meet", "caption", start=3))[0].startswith("G405")


def test_g407_at_a_stated_offset_and_of_sealed_words() -> None:
    piece = in_part("agreed", "headline", start=20)

    assert findings(piece) == [
        (
            "G407 /statements/0/evidence/0/part: 'agreed' stands at offset 20, outside part "
            "'headline'; set part to 'body', or copy words that stand in 'headline'"
        )
    ]
    assert findings(piece.sealed()) == [
        (
            "G407 /statements/0/evidence/0/part: what is sealed here (6 letters) stands at offset "
            "20, outside part 'headline'; set part to 'body', or copy words that stand in "
            "'headline'"
        )
    ]


def test_g407_words_at_several_places_none_of_them_inside() -> None:
    found = findings(in_part("agreed", "caption"))

    assert [each[:4] for each in found] == ["G404", "G407"]
    assert found[1] == (
        "G407 /statements/0/evidence/0/part: 'agreed' stands 2 times in source 'note', never in "
        "part 'caption'; correct part, or copy words that stand in 'caption'"
    )
    assert [each[:4] for each in findings(in_part("agreed", "body"))] == ["G404"]


def test_g407_words_from_one_part_into_the_next() -> None:
    assert findings(in_part("meet\nThey", "headline")) == [
        (
            "G407 /statements/0/evidence/0/part: 'meet\\nThey' stands at offset 10, outside part "
            "'headline'; take part out, or copy words that stand in 'headline'"
        )
    ]


def test_words_inside_their_part_go_before_those_outside() -> None:
    source = Source(id="note", parts=PARTS)

    chosen = located(in_part("meet", "headline"), TEXT, source=source)

    assert (chosen.verdict, chosen.span, chosen.is_in_part) == (Verdict.EXACT, (10, 14), True)


@pytest.mark.parametrize(("start", "end"), [(None, None), (59, None), (None, 65)])
def test_part_of_which_not_all_offsets_are_known_is_not_judged(
    start: int | None, end: int | None
) -> None:
    unknown = attrs.evolve(CAPTION, start=start, end=end)

    for parts in ((BODY, unknown), (BODY, CAPTION, unknown)):
        assert findings(in_part("to meet", "caption"), parts) == []


def test_part_that_the_source_does_not_list_is_not_judged() -> None:
    assert findings(in_part("to meet", "caption"), parts=()) == []


def test_parts_are_not_judged_in_a_text_that_is_not_the_one_of_the_source() -> None:
    source = Source(id="note", parts=PARTS, length=len(TEXT))
    record = record_of(in_part("to meet", "body"), sources=[source])

    longer = check(record, texts={"note": f"{'Corrected. ' * 10}{TEXT}"})

    assert longer.counts == {"G401": 1}
    assert longer.groundings[0].is_in_part is None


def test_empty_part_holds_no_words() -> None:
    empty = attrs.evolve(CAPTION, start=27, end=27)

    assert [each[:4] for each in findings(in_part("to meet", "caption"), (BODY, empty))] == ["G407"]


def test_words_that_are_not_found_are_in_no_part() -> None:
    assert [each[:4] for each in findings(in_part("agreed to meat", "caption"))] == ["G403"]
    assert [each[:4] for each in findings(in_part("a war was begun", "caption"))] == ["G402"]


def test_anchoring_leaves_the_part_that_was_named() -> None:
    record = record_of(in_part("to meet", "caption"), sources=[Source(id="note", parts=PARTS)])

    (piece,) = anchor(record, {"note": TEXT}).record.statements[0].evidence

    assert (piece.start, piece.part) == (27, "caption")
