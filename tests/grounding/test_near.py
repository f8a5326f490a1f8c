"""Near matches: the fewest changes, at the right place, snapped to whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel.grounding import near
from confmodel.grounding.near import Near, nearest_match

FEW_LETTERS = st.text(alphabet="ab ", max_size=12)


def table(words: str, window: str) -> list[int]:
    """Count by plain dynamic programming what `_scores` counts by bits."""
    column = list(range(len(words) + 1))
    scores = [column[-1]]
    for letter in window:
        above = [0]
        for n, own in enumerate(words, 1):
            above.append(min(column[n] + 1, above[n - 1] + 1, column[n - 1] + (own != letter)))
        column = above
        scores.append(column[-1])
    return scores


def levenshtein(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for n, own in enumerate(one, 1):
        above = [n]
        for m, letter in enumerate(other, 1):
            above.append(min(row[m] + 1, above[m - 1] + 1, row[m - 1] + (own != letter)))
        row = above
    return row[-1]


@given(words=FEW_LETTERS.filter(bool), window=FEW_LETTERS)
def test_scores_are_those_of_dynamic_programming(words: str, window: str) -> None:
    assert near._scores(words, window) == table(words, window)


@given(words=FEW_LETTERS.filter(bool), window=FEW_LETTERS)
def test_anchored_scores_are_distances_from_the_beginning(words: str, window: str) -> None:
    assert near._scores(words, window, is_anchored=True) == [
        levenshtein(words, window[:end]) for end in range(len(window) + 1)
    ]


@given(words=st.text(max_size=70).filter(bool), window=st.text(max_size=90))
def test_scores_hold_for_words_longer_than_a_machine_word(words: str, window: str) -> None:
    assert near._scores(words, window) == table(words, window)


@given(words=FEW_LETTERS.filter(bool), window=FEW_LETTERS)
def test_aligned_stretch_is_as_far_away_as_it_says(words: str, window: str) -> None:
    found = near._aligned(words, window, len(words))

    assert found is not None
    start, end, distance = found
    assert levenshtein(words, window[start:end]) == distance == min(table(words, window))


def test_nothing_is_aligned_beyond_what_is_allowed() -> None:
    assert near._aligned("abc", "xyz", 1) is None


@given(
    before=st.text(alphabet="xyz ", max_size=20),
    place=st.integers(0, 33),
    letter=st.sampled_from("qj7"),
)
def test_one_changed_letter_is_one_change_at_the_place(
    before: str, place: int, letter: str
) -> None:
    said = "we agreed to meet at the big river"
    changed = said[:place] + letter + said[place + 1 :]

    match = nearest_match(changed, f"{before}. {said}. {before}")

    assert match is not None
    assert match.distance == 1
    # Snapped to whole words, so that a changed space may bring a neighbour along.
    assert match.start <= len(before) + 3
    assert match.end >= len(before) + 1 + len(said)


def test_words_that_nothing_resembles_are_not_near() -> None:
    assert nearest_match("ratified by parliament", "zzz qqq " * 20) is None
    assert nearest_match("ratified", "") is None
    assert nearest_match("xq", "ab") is None


def test_stretch_that_is_too_common_tells_nothing() -> None:
    assert nearest_match("aaab", "a" * 1000) is None


def test_hint_decides_between_equal_matches() -> None:
    text = "agreed to meet. " * 2

    assert nearest_match("agreed to meat", text, hint=14) == Near(16, 30, 1)
    assert nearest_match("agreed to meat", text, hint=0) == Near(0, 14, 1)
    assert nearest_match("agreed to meat", text) == Near(0, 14, 1)


def test_span_is_widened_to_whole_words() -> None:
    text = "its visible and encouraging results stand"

    assert nearest_match("visibly and encouraging result", text) == Near(4, 35, 1)
    assert nearest_match("ncouraging resul", "its encouraging results") == Near(4, 23, 0)


def test_space_around_is_not_theirs() -> None:
    match = nearest_match("agread to meet", "x   agreed to meet   y")

    assert match == Near(4, 18, 1)


def test_words_with_punctuation_at_their_ends_stay_as_they_are() -> None:
    assert nearest_match("(agread)", "xx (agreed) xx") == Near(3, 11, 1)


def test_very_long_words_are_aligned_by_their_beginning() -> None:
    words = "".join(f"word{n} " for n in range(300))
    text = f"before {words}behind"

    match = nearest_match(words.replace("word7 ", "ward7 ", 1), text)

    assert match is not None
    assert (match.start, match.distance) == (7, 1)
    assert match.end >= 7 + len(words) - 1


@pytest.mark.parametrize("text", ["\u0000", "\ud800", "\u202e", "a" * 5000, "\u0301" * 100])
def test_no_text_is_refused(text: str) -> None:
    assert nearest_match("agreed", text) is None
