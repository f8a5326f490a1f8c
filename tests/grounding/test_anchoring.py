"""Anchoring: offsets for words that have none, and never other words."""

from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from confmodel import anchor, check, dumps, ground, loads
from confmodel import example as bundled
from confmodel.examples import example_texts
from confmodel.grounding import Verdict, unseal
from confmodel.grounding.pieces import pieces_of, with_evidence
from confmodel.grounding.texts import digest
from confmodel.model import Conference, Evidence, Part, PartKind, Source
from tests.grounding.helpers import HARD, record_of, words

TEXT = "They agreed to meet. They agreed, and then they left for the town of Selm."
CHUNKS = st.sampled_from(["they", "agreed", "to meet", "left", ",", "Selm", " ", *HARD])


@st.composite
def records_with_texts(draw: st.DrawFn) -> tuple[Conference, str]:
    """Texts of many like words, and evidence cut out of them, with or without an offset."""
    text = "".join(draw(st.lists(CHUNKS, min_size=1, max_size=30)))
    pieces: list[Evidence] = []
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 9)))
        keeps = draw(st.booleans())
        part = draw(st.sampled_from([None, None, "headline"]))
        piece = Evidence(
            source="note", exact=text[start:end], start=start if keeps else None, part=part
        )
        pieces.append(piece)
    parts = [Part(kind=PartKind.HEADLINE, start=0, end=len(text) // 2)]
    return record_of(*pieces, sources=[Source(id="note", parts=parts)]), text


@given(case=records_with_texts())
@example(
    case=(
        record_of(words("xxxx"), words("aa"), words("bb")),
        "bb..aa...xxxx....bb.aa",
    )
)
def test_anchoring_twice_is_anchoring_once(case: tuple[Conference, str]) -> None:
    record, text = case
    once = anchor(record, {"note": text})

    twice = anchor(once.record, {"note": text})

    assert twice.record == once.record
    assert [each.verdict for each in twice.unplaced] == [each.verdict for each in once.unplaced]


@given(case=records_with_texts())
def test_anchored_evidence_checks_exact_and_keeps_its_words(case: tuple[Conference, str]) -> None:
    record, text = case
    anchored = anchor(record, {"note": text})

    before = [piece.evidence for piece in pieces_of(record)]
    after = ground(anchored.record, {"note": text})
    assert [each.exact for each in before] == [each.evidence.exact for each in after]
    for old, new in zip(before, after, strict=True):
        if new.evidence.start is not None:
            assert new.verdict is Verdict.EXACT
        if old.start is not None:
            assert new.evidence == old
    assert len(anchored.unplaced) == sum(each.evidence.start is None for each in after)


@pytest.mark.parametrize("name", ["lakeside-2031", "harbour-1974"])
def test_bundled_record_gets_its_offsets_back(name: str) -> None:
    record, texts = bundled(name), example_texts(name)
    bare = with_evidence(record, lambda each: attrs.evolve(each, start=None))

    anchored = anchor(bare, texts)

    places = zip(pieces_of(record), pieces_of(anchored.record), strict=True)
    assert all(new.evidence.start in (old.evidence.start, None) for old, new in places)
    assert {each.verdict for each in anchored.unplaced} <= {Verdict.AMBIGUOUS}


def test_source_gets_length_digest_and_evidence_its_part() -> None:
    parts = [
        Part(kind=PartKind.BODY, start=0, end=74),
        Part(kind=PartKind.PARAGRAPH, number="1", start=0, end=20),
        Part(kind=PartKind.CAPTION),
    ]
    record = record_of(words("to meet"), words("Selm"), sources=[Source(id="note", parts=parts)])

    anchored = anchor(record, {"note": TEXT}).record

    assert [each.part for each in anchored.statements[0].evidence] == ["paragraph/1", "body"]
    assert anchored.sources[0].length == 74
    assert anchored.sources[0].sha256 == digest(TEXT)


def test_words_outside_all_parts_get_none() -> None:
    source = Source(id="note", parts=[Part(kind=PartKind.BODY, start=0, end=4)])

    anchored = anchor(record_of(words("Selm"), sources=[source]), {"note": TEXT}).record

    assert anchored.statements[0].evidence[0].part is None


def test_source_that_says_its_length_stays_as_it_is() -> None:
    record = record_of(words("Selm", start=69), sources=[Source(id="note", length=7)])

    assert anchor(record, {"note": TEXT}).record is record


@pytest.mark.parametrize("source", [{"length": 10}, {"sha256": digest("other")}])
def test_nothing_is_placed_in_a_text_that_is_not_the_one_of_its_source(
    source: dict[str, Any],
) -> None:
    record = record_of(words("Selm"), words("left", start=3), sources=[Source(id="note", **source)])

    anchored = anchor(record, {"note": TEXT})

    assert anchored.record is record
    assert [each.evidence.exact for each in anchored.unplaced] == ["Selm"]
    assert loads(dumps(anchored.record)) == record


def test_record_is_anchored_anew_once_its_offsets_and_digest_are_out() -> None:
    """What the remedy of G401 says."""
    old = anchor(record_of(words("Selm"), words("left")), {"note": TEXT}).record
    corrected = f"Corrected. {TEXT}"
    assert "G401" in [each.code for each in check(old, texts={"note": corrected})]

    bare = with_evidence(old, lambda each: attrs.evolve(each, start=None))
    bare = attrs.evolve(bare, sources=[Source(id="note")])
    anew = anchor(bare, {"note": corrected}).record

    assert check(anew, texts={"note": corrected}).is_clean
    assert [each.start for each in anew.statements[0].evidence] == [80, 59]


def test_what_cannot_be_placed_is_told() -> None:
    record = record_of(words("agreed"), words("signed a treaty"), words("far", source="gone"))

    anchored = anchor(record, {"note": TEXT})

    assert [each.verdict for each in anchored.unplaced] == [Verdict.AMBIGUOUS, Verdict.MISSING]
    assert [each.start for each in anchored.record.statements[0].evidence] == [None] * 3


@given(case=records_with_texts(), other=st.text(max_size=20))
def test_wrong_text_never_makes_words_exact(case: tuple[Conference, str], other: str) -> None:
    record, _ = case
    assume(all((each.evidence.exact or "") not in other for each in pieces_of(record)))

    anchored = anchor(record, {"note": other})

    assert list(pieces_of(anchored.record)) == list(pieces_of(record)) or not other
    assert all(each.verdict is not Verdict.EXACT for each in anchored.groundings)
    assert unseal(record, {"note": other}) == record
