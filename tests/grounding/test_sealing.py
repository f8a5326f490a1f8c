"""Sealing: without the words, with the same verdicts, and back again."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import LoadError, anchor, check, ground, seal, unseal
from confmodel import example as bundled
from confmodel.examples import example_texts
from confmodel.grounding import Verdict
from confmodel.grounding.pieces import pieces_of, with_evidence
from confmodel.model import Basis, Conference, Evidence, Quotation, Seal, Statement
from tests.grounding.helpers import record_of, words
from tests.grounding.test_anchoring import records_with_texts

TEXT = "They agreed to meet. They agreed, and then they left."


@given(case=records_with_texts(), quotations=st.booleans())
def test_unsealing_gives_back_what_was_sealed(
    case: tuple[Conference, str], quotations: bool
) -> None:
    record, text = case
    anchored = anchor(record, {"note": text}).record
    placed = with_evidence(
        anchored, lambda each: words("kept", source="gone") if each.start is None else each
    )

    sealed = seal(placed, quotations=quotations)

    assert all(each.evidence.exact is None for each in pieces_of(sealed))
    there = {"note": text}
    assert (
        with_evidence(
            unseal(sealed, there),
            lambda each: words("kept", source="gone") if each.is_sealed else each,
        )
        == placed
    )


@given(case=records_with_texts())
def test_sealed_record_gets_the_same_verdicts(case: tuple[Conference, str]) -> None:
    record, text = case
    sealed = seal(record)

    pairs = zip(ground(record, {"note": text}), ground(sealed, {"note": text}), strict=True)
    for opened, closed in pairs:
        assert opened.verdict in (Verdict.EXACT, Verdict.AMBIGUOUS)
        same = attrs.evolve(closed, evidence=opened.evidence, flags=opened.flags)
        assert same == opened


@pytest.mark.parametrize("name", ["lakeside-2031", "harbour-1974"])
def test_bundled_record_goes_sealed_and_back(name: str) -> None:
    texts = example_texts(name)
    plain = with_evidence(bundled(name), lambda each: attrs.evolve(each, prefix=None, suffix=None))

    sealed = seal(plain, quotations=True)

    assert check(sealed, texts=texts).is_clean
    assert unseal(sealed, texts) == plain


def test_quoted_speech_stays_open_unless_asked() -> None:
    said = Quotation.of("They agreed", source="note")
    record = attrs.evolve(
        record_of(), statements=[Statement(id="s1", quotations=[said], evidence=[words("left")])]
    )

    assert seal(record).statements[0].quotations[0].text == "They agreed"
    assert seal(record).statements[0].evidence[0].is_sealed
    assert seal(record, quotations=True).statements[0].quotations[0].text is None


AROUND: dict[str, Any] = {"source": "note", "prefix": "They ", "suffix": " to meet"}


@pytest.mark.parametrize("quotations", [True, False])
@pytest.mark.parametrize(
    "piece",
    [
        Evidence(exact="agreed", start=5, **AROUND),
        Evidence(seal=Seal.of("agreed"), start=5, **AROUND),
        Evidence(seal=Seal.of("agreed"), **AROUND),
        Evidence(basis=Basis.BACKGROUND, **AROUND),
    ],
    ids=["open", "sealed already", "sealed without an offset", "background"],
)
def test_no_words_around_are_left(piece: Evidence, quotations: bool) -> None:
    quoted = Quotation(pieces=[piece])
    statement = Statement(id="s1", quotations=[quoted], evidence=[piece])
    record = attrs.evolve(record_of(), statements=[statement])

    sealed = seal(record, quotations=quotations)

    left = [each.evidence for each in pieces_of(sealed)]
    assert len(left) == 2
    assert all(each.prefix is each.suffix is None for each in left)
    assert seal(sealed, quotations=quotations) is sealed


def test_words_around_quoted_speech_stay_where_they_tell_its_place() -> None:
    quoted = Quotation(pieces=[Evidence(exact="agreed", **AROUND)])
    record = attrs.evolve(record_of(), statements=[Statement(id="s1", quotations=[quoted])])

    assert seal(record) is record
    assert ground(seal(record), {"note": TEXT})[0].start == 5
    assert seal(record, quotations=True).statements[0].quotations[0].pieces == (
        words("agreed").sealed(),
    )


def test_moved_words_are_unsealed_where_they_are() -> None:
    sealed = seal(record_of(words("to meet", start=3)))

    assert unseal(sealed, {"note": TEXT}).statements[0].evidence[0] == words("to meet", start=3)


def test_wrong_text_cannot_unseal_and_all_is_told() -> None:
    sealed = seal(record_of(words("to meet", start=12), words("agreed")))

    with pytest.raises(LoadError) as caught:
        unseal(sealed, {"note": "They agreed; they agreed."})

    assert [str(each) for each in caught.value.findings] == [
        (
            "G402 /statements/0/evidence/0/seal: the sealed words are not in the text of 'note'; "
            "give the text that they were sealed from"
        ),
        (
            "G404 /statements/0/evidence/1/seal: the sealed words stand 2 times in the text of "
            "'note'; "
            "give the text that they were sealed from"
        ),
    ]


@given(place=st.integers(12, 18), letter=st.characters(codec="utf-8"))
def test_no_other_words_fit_a_seal(place: int, letter: str) -> None:
    sealed = seal(record_of(words("to meet", start=12)))
    other = TEXT[:place] + letter + TEXT[place + 1 :]

    if other == TEXT:
        assert unseal(sealed, {"note": other}) != sealed
    else:
        with pytest.raises(LoadError):
            unseal(sealed, {"note": other})


def test_without_its_text_a_record_stays_sealed() -> None:
    sealed = seal(record_of(words("to meet", start=12)))

    assert unseal(sealed, {}) is sealed
    assert seal(sealed) is sealed


def test_evidence_that_needs_no_words_has_none_to_seal() -> None:
    background = Evidence(basis=bundled("warsaw-2026").sources[0].evidence[-1].basis)

    assert seal(record_of(background)).statements[0].evidence == (background,)
