"""The nearest right name: what a slip is, and what is another word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel._text import nearest


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("lp", ["lt", "pl"], "pl"),  # the same letters come before another one
        ("dd", ["d", "c"], "d"),
        ("uk", ["us", "pl"], "us"),
        ("pol", ["pod", "ger"], "pod"),
        ("opl", ["pol", "ger"], "pol"),
        ("opl", ["pol", "pl"], "pl"),  # a letter too many has always counted
    ],
)
def test_slip_in_a_short_word_leads_to_the_one_that_is_meant(
    word: str, known: list[str], expected: str
) -> None:
    assert nearest(word, known) == expected


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("uk", ["us", "uz"]),  # either
        ("abc", ["bac", "acb"]),
        ("a", ["b"]),  # nothing in common
        ("ab", ["cd"]),
        ("abc", ["cba"]),
        ("s3", ["s1"]),  # another number is no slip
        ("d1", ["d"]),
        ("s12", ["s21"]),
        ("d", ["dd"]),
        ("", ["a"]),
        ("12", ["", "1"]),
    ],
)
def test_short_word_that_could_be_several_or_none_leads_nowhere(
    word: str, known: list[str]
) -> None:
    assert nearest(word, known) is None


@given(st.text("abc1", max_size=3), st.lists(st.text("abc1", max_size=4)))
def test_nearest_of_a_short_word_does_not_depend_on_repetition(word: str, known: list[str]) -> None:
    assert nearest(word, known) == nearest(word, list(dict.fromkeys(known)))
