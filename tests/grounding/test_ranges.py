"""Parts of a source: where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel.grounding.folded import occurrences
from confmodel.grounding.ranges import Ranges
from confmodel.grounding.verdicts import Span

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
