"""Places in the normal form: the same for all words at one reading as for each alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel.grounding import folded, ground, normal
from confmodel.grounding.folded import Folded
from tests.grounding.helpers import record_of, texts, words


@given(
    text=texts(max_size=30),
    wanted=st.lists(texts(min_size=1, max_size=3).filter(bool), min_size=1, max_size=4),
    window=st.integers(1, 60),
)
def test_places_are_the_same_at_one_reading_as_alone(
    text: str, wanted: list[str], window: int
) -> None:
    at_once = Folded(text, wanted)
    with pytest.MonkeyPatch.context() as patch:
        # Wherever the windows are cut, too.
        patch.setattr(normal, "_WINDOW", window)
        found = [at_once.places(each) for each in wanted]

    assert found == [Folded(text, ()).places(each) for each in wanted]


def test_text_is_folded_once_for_all_its_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(text: str) -> tuple[str, list[int]]:
        read.append(text)
        return normal.fold_with_offsets(text)

    monkeypatch.setattr(folded, "fold_with_offsets", reading)
    text = "They agreed  to meet, and to \u201cread\u201d the gauges."
    pieces = (words("agreed to meet"), words('to "read" the'), words("a treaty"), words("They"))

    verdicts = [each.verdict for each in ground(record_of(*pieces), {"note": text})]

    assert verdicts == ["normalised", "normalised", "missing", "exact"]
    assert read == [text]


def test_words_that_were_not_named_before_are_found_as_well() -> None:
    searched = Folded("a  b c\u00a0d", ["a b"])

    assert searched.places("a b") == [(0, 4)]
    assert searched.places("c d") == [(5, 8)]


def test_more_places_than_are_compared_are_told_by_one() -> None:
    assert len(Folded("a  b " * 1000, ["c"]).places("a b")) == 1000
    assert len(Folded("a  b " * 5000, ["c"]).places("a b")) == 1001


def test_nothing_is_folded_further_when_all_have_their_places(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(normal, "_WINDOW", 1)
    read: list[int] = []

    def reading(text: str) -> tuple[str, list[int]]:
        read.append(len(text))
        return normal.fold_with_offsets(text)

    monkeypatch.setattr(folded, "fold_with_offsets", reading)

    places = Folded("a  b " * 5000, ()).places("a b")

    assert places[-1] == (5000, 5004)
    assert sum(read) < 10_000
    assert Folded("a  b ", ()).places("\u200b") == []


@pytest.mark.parametrize("run", ["\u00ad", "\u200b", "\u00ad\u200b"])
def test_run_that_is_folded_away_behind_the_words_is_not_theirs(run: str) -> None:
    assert Folded(f"They  agreed{run} to meet.", ()).places("They agreed") == [(0, 12)]
