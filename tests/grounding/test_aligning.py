"""Two ways to align, one answer: the fewest changes, and of all stretches the one that is meant."""

import itertools
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import example as with_example
from hypothesis import given
from hypothesis import strategies as st

from confmodel.grounding import aligning, measuring
from confmodel.grounding.aligning import Aligner
from tests.grounding.helpers import texts

FEW_LETTERS = st.text(alphabet="ab ", max_size=12)

WITHOUT_RAPIDFUZZ = "import sys; sys.modules['rapidfuzz'] = None\n"

each_way = pytest.mark.parametrize(
    "aligned", [aligning.aligned, measuring.aligned], ids=["plain", "rapidfuzz"]
)


@pytest.fixture(autouse=True, scope="module")
def measured_from_the_first_letter() -> Iterator[None]:
    """Let rapidfuzz align short words too: they are what a plain oracle can follow."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measuring, "_SHORTEST", 1)
        yield


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
    assert aligning._scores(words, window) == table(words, window)


@given(words=FEW_LETTERS.filter(bool), window=FEW_LETTERS)
def test_anchored_scores_are_distances_from_the_beginning(words: str, window: str) -> None:
    assert aligning._scores(words, window, is_anchored=True) == [
        levenshtein(words, window[:end]) for end in range(len(window) + 1)
    ]


@given(words=st.text(max_size=70).filter(bool), window=st.text(max_size=90))
def test_scores_hold_for_words_longer_than_a_machine_word(words: str, window: str) -> None:
    assert aligning._scores(words, window) == table(words, window)


@each_way
@given(words=FEW_LETTERS.filter(bool), window=FEW_LETTERS, allowed=st.integers(0, 12))
def test_aligned_stretch_is_the_first_of_all_by_the_stated_order(
    aligned: Aligner, words: str, window: str, allowed: int
) -> None:
    bounds = itertools.combinations_with_replacement(range(len(window) + 1), 2)
    distance, _, end, length = min(
        (
            levenshtein(words, window[start:end]),
            abs(end - start - len(words)),
            end,
            end - start,
        )
        for start, end in bounds
    )

    expected = None if distance > allowed else (end - length, end, distance)

    assert aligned(words, window, allowed) == expected


@st.composite
def words_in_windows(draw: st.DrawFn) -> tuple[str, str, int]:
    """Generate words with the window that a search cuts around where they were changed."""
    words = draw(texts(min_size=1, max_size=30).filter(bool))
    window = words
    for _ in range(draw(st.integers(0, 14))):
        start = draw(st.integers(0, len(window)))
        end = start + draw(st.integers(0, 2))
        window = window[:start] + draw(st.text(max_size=2)) + window[end:]
    allowed = draw(st.integers(0, len(words)))
    before, behind = draw(texts()), draw(texts())
    return words, f"{before}{window}{behind}", allowed


@given(drawn=words_in_windows())
@with_example(drawn=("ab" * 500, "ba" * 800, 300))
@with_example(drawn=("a" * 95 + "bbbbb", "a" * 160, 30))
@with_example(drawn=("a" * 40, "", 40))
@with_example(drawn=("a" * 40, "b" * 90, 12))
@with_example(drawn=("agreed to read the gauges", "they agreed to read the gauges", 7))
@with_example(drawn=("\ud800" * 30, "\ud800\udc00" * 20, 30))
def test_both_ways_give_the_same_answer(drawn: tuple[str, str, int]) -> None:
    assert measuring.aligned(*drawn) == aligning.aligned(*drawn)


@pytest.mark.parametrize(
    ("words", "window"),
    [
        # Stretches of one letter are alike everywhere: many have to be measured.
        ("a" * 95 + "bbbbb", "a" * 160),
        # Every second letter is another one.
        ("The parties agreed to meet", "q".join("The parties agreed to meet"[::2])),
    ],
)
def test_what_takes_too_long_to_measure_is_aligned_the_plain_way(
    words: str, window: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_on: list[str] = []

    def plainly(words: str, window: str, allowed: int) -> tuple[int, int, int] | None:
        handed_on.append(words)
        return aligning.aligned(words, window, allowed)

    monkeypatch.setattr(measuring, "plainly_aligned", plainly)

    assert measuring.aligned(words, window, 30) == aligning.aligned(words, window, 30)
    assert handed_on == [words]


def test_short_words_are_aligned_the_plain_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "_SHORTEST", 24)
    monkeypatch.setattr(measuring, "_Search", None)

    assert measuring.aligned("agread", "they agreed", 1) == (5, 11, 1)


@each_way
def test_nothing_is_aligned_beyond_what_is_allowed(aligned: Aligner) -> None:
    assert aligned("abc", "xyz", 1) is None


# Which way is taken


def answer_of(program: str) -> str:
    program += """
import sys
from confmodel import Conference, Evidence, Source, ground
proof = Evidence(source="s", exact="agread to meet again next spring")
record = Conference(id="c", name="C", sources=[Source(id="s")], evidence=[proof])
(found,) = ground(record, {"s": "They agreed to meet again next spring."})
print(found.verdict, found.start, found.end, found.distance)
print(bool(sys.modules.get("rapidfuzz")))
"""
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    ).stdout


def test_rapidfuzz_aligns_where_it_is_installed() -> None:
    assert answer_of("").split("\n")[:2] == ["near 5 37 1", "True"]


def test_standard_library_gives_the_same_answer_without_it() -> None:
    assert answer_of(WITHOUT_RAPIDFUZZ).split("\n")[:2] == ["near 5 37 1", "False"]
