"""Places of sealed words: the same for all seals at one reading as for each alone."""

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel.grounding import ground, hashed
from confmodel.grounding.hashed import Hashed
from confmodel.model import Seal
from tests.grounding.helpers import record_of, words


@given(
    text=st.text("ab .", max_size=40),
    wanted=st.lists(st.text("ab .", min_size=1, max_size=3).map(Seal.of), min_size=1, max_size=6),
    most=st.integers(1, 100),
)
def test_places_are_the_same_at_one_reading_as_alone(
    text: str, wanted: list[Seal], most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashed, "_MOST_HASHED", most)
        at_once = Hashed(text, wanted)

        assert [at_once.places(each) for each in wanted] == [
            Hashed(text, ()).places(each) for each in wanted
        ]


def test_text_is_hashed_once_for_all_seals_of_one_length(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    look_at = hashed._look_at

    def looking(
        places: Iterable[int], length: int, text: str, found: Mapping[str, list[int]]
    ) -> None:
        read.append(length)
        look_at(places, length, text, found)

    monkeypatch.setattr(hashed, "_look_at", looking)
    said = [*(f"number {n}" for n in range(100, 200)), "a treaty"]
    sealed = record_of(*(words(each, start=3).sealed() for each in said))

    verdicts = {each.verdict for each in ground(sealed, {"note": "number 150 and others"})}

    assert verdicts == {"missing", "moved"}
    # At the beginnings of words, and then anywhere: twice for each length, not for each seal.
    assert sorted(read) == [8, 8, 10, 10]


def test_no_more_than_a_hundred_places_are_looked_at() -> None:
    assert len(Hashed("ab " * 1000, ()).places(Seal.of("ab"))) == 100


def test_seal_longer_than_its_text_has_no_place() -> None:
    assert Hashed("ab", ()).places(Seal.of("abc")) == []
