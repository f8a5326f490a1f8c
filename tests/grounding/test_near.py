"""Near matches: the fewest changes, at the right place, snapped to whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel.grounding import aligning, measuring, near
from confmodel.grounding.aligning import Aligner
from confmodel.grounding.near import Near, nearest_match


@pytest.fixture(autouse=True, params=[aligning, measuring], ids=["plain", "rapidfuzz"])
def aligner(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Aligner:
    """Hold everything of both ways to align."""
    aligned: Aligner = request.param.aligned
    monkeypatch.setattr(near, "_aligner", lambda: aligned)
    return aligned


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
    # Not even where a letter too many stands in its place.
    assert nearest_match("7agreed to meet", "x  agreed to meet") == Near(3, 17, 1)
    assert nearest_match("agreed to meet7", "agreed to meet  y") == Near(0, 14, 1)


def test_words_with_punctuation_at_their_ends_stay_as_they_are() -> None:
    assert nearest_match("(agread)", "xx (agreed) xx") == Near(3, 11, 1)


LONG = "".join(f"word{n} " for n in range(300))
"""Words of more letters than are aligned at once."""


@pytest.mark.parametrize("place", [7, 120, 299])
def test_very_long_words_are_aligned_to_their_end(place: int) -> None:
    text = f"before {LONG}behind"

    match = nearest_match(LONG.replace(f"word{place} ", f"ward{place} "), text)

    assert match == Near(7, 7 + len(LONG), 1)


def test_real_beginning_with_an_invented_rest_is_not_near() -> None:
    invented = "Totally made up, and nobody ever said so. " * 40

    assert nearest_match(LONG[:1000] + invented, LONG) is None
    assert nearest_match(LONG[:1000] + invented, f"{LONG} {LONG[:1000]}") is None


def test_invented_end_of_very_long_words_is_counted() -> None:
    invented = "And so said nobody."

    match = nearest_match(LONG + invented, LONG)

    assert match is not None
    assert match.distance >= len(invented) - 1
    assert LONG[match.start : match.end] == LONG.strip()


def test_very_long_words_are_near_where_all_of_them_are() -> None:
    """Another place with the same beginning does not hide the one that goes on alike."""
    text = f"{LONG[:1100]} and so on. {LONG}"

    match = nearest_match(LONG.replace("word7 ", "ward7 "), text)

    assert match == Near(1112, 1112 + len(LONG), 1)


@pytest.mark.parametrize("text", ["\u0000", "\ud800", "\u202e", "a" * 5000, "\u0301" * 100])
def test_no_text_is_refused(text: str) -> None:
    assert nearest_match("agreed", text) is None
