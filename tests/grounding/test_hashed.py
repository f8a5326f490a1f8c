"""Sealed words in a text: found where they are, and never called absent without a look."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import check, unseal
from confmodel.errors import FindingLevel, LoadError
from confmodel.grounding import Verdict, ground, hashed
from confmodel.grounding.hashed import Hashed
from confmodel.model import Evidence, Seal, Source
from tests.grounding.helpers import located, record_of, words

PIECES = st.builds(
    lambda said, start: words(said, start=start).sealed(),
    st.text("ab .", min_size=1, max_size=3),
    st.none() | st.integers(0, 50),
)
TEXTS = st.text("ab .", max_size=40)


def stands_in(seal: Seal, text: str) -> bool:
    stretches = (text[n : n + seal.length] for n in range(len(text) - seal.length + 1))
    return any(Seal.of(each) == seal for each in stretches)


@given(text=TEXTS, wanted=st.lists(PIECES, min_size=1, max_size=6))
def test_sealed_words_are_found_where_the_text_has_them(text: str, wanted: list[Evidence]) -> None:
    searched = Hashed(text, wanted)

    for each in wanted:
        assert each.seal is not None
        found = searched.words(each.seal)
        assert (found is not None) == stands_in(each.seal, text)
        assert found is None or Seal.of(found) == each.seal
        assert found is not None or searched.has_looked_through(each.seal)


@given(text=TEXTS, wanted=st.lists(PIECES, min_size=1, max_size=6), most=st.integers(0, 100))
def test_no_words_are_called_absent_without_a_look(
    text: str, wanted: list[Evidence], most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashed, "_MOST_HASHED", most)
        searched = Hashed(text, wanted)

        for each in wanted:
            assert each.seal is not None
            if searched.words(each.seal) is None and searched.has_looked_through(each.seal):
                assert not stands_in(each.seal, text)


def stretches_hashed(text: str, wanted: list[Evidence]) -> int:
    searched = Hashed(text, wanted)
    assert all(each.seal and searched.words(each.seal) is not None for each in wanted)
    return hashed._MOST_HASHED - searched._left


@pytest.mark.parametrize(
    ("inserted", "each"), [("inserted ", 4), ("inserted " * 50, 4 + 2 * hashed._REACH)]
)
def test_words_that_moved_together_cost_one_search(inserted: str, each: int) -> None:
    """However many lengths they have: the cost grows as their number does, not with the text."""
    text = " ".join(f"word{n}" for n in range(4000))
    longer = text[:101] + inserted + text[101:]

    costs = [
        stretches_hashed(longer, [words(text[n : n + 9 + n // 5], start=n).sealed() for n in every])
        for every in (range(200, 200 + 5 * many, 5) for many in (100, 200, 400))
    ]

    assert costs[0] < len(text) + 100 * each
    assert costs[1] - costs[0] <= 100 * each
    assert costs[2] - costs[1] <= 200 * each


def test_small_correction_costs_no_search_of_the_text() -> None:
    text = "word " * 4000
    moved = words("word word and", start=10_001).sealed()

    assert stretches_hashed(f"{text[:10_060]}and {text}", [moved]) < 300


def test_text_is_hashed_once_for_all_seals_of_one_length() -> None:
    text = "number 150 and others " * 50
    costs: list[int] = []
    for end in (201, 300):
        wanted = [words(f"number {n}").sealed() for n in range(200, end)]
        searched = Hashed(text, wanted)
        assert {searched.words(each.seal) for each in wanted if each.seal} == {None}
        costs.append(searched._left)

    assert costs[0] == costs[1]


def test_seal_of_another_length_than_its_words_stands_nowhere() -> None:
    seal = Seal(length=10, sha256=hashlib.sha256(b"agreed").hexdigest())

    for text in ("They agreed", "agreed", "They agreed to meet"):
        for start in (None, 0, 5):
            piece = Evidence(source="note", seal=seal, start=start)
            assert located(piece, text).verdict is Verdict.MISSING


def test_long_words_cost_more_than_one_stretch(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a" * 3000
    monkeypatch.setattr(hashed, "_MOST_HASHED", 3500)

    assert located(words("b" * 10).sealed(), text).verdict is Verdict.MISSING
    assert located(words("b" * 1500).sealed(), text).verdict is Verdict.MISSING
    assert located(words("b" * 1000).sealed(), text).verdict is Verdict.UNDECIDED


SEALED = record_of(words("agreed", start=5).sealed())
TOO_LONG = "They met. " * (hashed._MOST_HASHED // 10 + 1) + "They agreed."


def test_in_a_text_beyond_the_bound_sealed_words_are_looked_for_at_their_offset() -> None:
    behind = words("met", start=len(TOO_LONG) - 17).sealed()
    moved = [words(each, start=start).sealed() for each, start in (("They", 0), ("agreed", 5))]

    verdicts = [each.verdict for each in ground(record_of(behind, *moved), {"note": TOO_LONG})]

    assert verdicts == [Verdict.EXACT, Verdict.EXACT, Verdict.UNDECIDED]


def test_sealed_words_behind_the_only_correction_are_found_in_a_text_of_any_length() -> None:
    source = Source(id="note", length=len(TOO_LONG) - 4)
    moved = words("agreed", start=len(TOO_LONG) - 11).sealed()

    (grounding,) = ground(record_of(moved, sources=[source]), {"note": TOO_LONG})

    assert (grounding.verdict, grounding.start) == (Verdict.MOVED, len(TOO_LONG) - 7)


def test_g409_sealed_words_that_were_not_looked_for_everywhere() -> None:
    (found,) = check(SEALED, texts={"note": TOO_LONG}).findings

    assert found.level is FindingLevel.WARNING
    assert str(found) == (
        "G409 /statements/0/evidence/0: what is sealed here (6 letters) was not found in source "
        "'note', and not looked for everywhere; check with the text that it was sealed from"
    )
    with pytest.raises(LoadError) as caught:
        unseal(SEALED, {"note": TOO_LONG})

    assert [str(each) for each in caught.value.findings] == [
        (
            "G409 /statements/0/evidence/0/seal: the sealed words were not found in the text of "
            "'note', and not looked for everywhere; give the text that they were sealed from"
        )
    ]
