"""The normal form: stated in one place, the same when done twice, and mapped back to the text."""

import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from confmodel.grounding import normal
from confmodel.grounding.normal import STEPS, differing_steps, fold, fold_with_offsets, windows
from tests.grounding.helpers import texts

SOME_STEPS = st.sets(st.sampled_from(STEPS)).map(
    lambda some: tuple(step for step in STEPS if step in some)
)


@given(text=texts() | st.text())
@example(text="\u1fef")
@example(text="e\u00ad\u0301")
@example(text="\ufb01\u0301")
@example(text=" \u200b ")
@example(text="\u1ffd\u0374")
@example(text="a" + "\u0301\u0323" * 20)
@example(text="\ufb01" + "\u0301" * 30)
@example(text="\ud800 lone")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(text=texts() | st.text(), steps=SOME_STEPS)
def test_each_letter_of_the_form_comes_from_its_letter_of_the_text(
    text: str, steps: tuple[str, ...]
) -> None:
    folded, offsets = fold_with_offsets(text, steps)

    assert len(offsets) == len(folded) + 1
    assert offsets[-1] == len(text)
    assert offsets == sorted(offsets)
    places = sorted({*offsets, len(text)})
    for begin, end in itertools.pairwise(places):
        own = "".join(letter for letter, at in zip(folded, offsets, strict=False) if at == begin)
        # White space at the end of a run, and what folds to nothing, may stand behind.
        assert fold(text[begin:end], steps) == own


@given(text=st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_folds_as_any_other(text: str) -> None:
    """The short way for ASCII gives what the long one gives."""
    folded, offsets = fold_with_offsets(text)
    longer, others = fold_with_offsets(text + "\u0101")

    assert (folded + "\u0101", [*offsets[:-1], len(text), len(text) + 1]) == (longer, others)


def test_plain_text_keeps_its_spaces_where_the_step_is_left_out() -> None:
    assert fold_with_offsets("a  `b", ("quotation marks",)) == ("a  'b", [0, 1, 2, 3, 4, 5])
    assert fold("`", ("white space",)) == "`"


@pytest.mark.parametrize("letter", ["\u00e9", "\u1e69", "\ud55c", "\u09cb", "\u0cca", "\u212b"])
def test_composed_and_decomposed_letters_fold_alike(letter: str) -> None:
    assert fold(unicodedata.normalize("NFD", letter)) == fold(letter)


@given(text=texts(), window=st.integers(1, 40), overlap=st.integers(1, 9))
def test_windows_cover_the_text(text: str, window: int, overlap: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(normal, "_WINDOW", window)
        cut = list(windows(text, overlap))

    assert all(text.startswith(piece, begin) for begin, piece in cut)
    reach = 0
    for begin, piece in cut:
        assert begin <= reach
        reach = max(reach, begin + len(piece))
    assert reach == len(text)
    for (begin, one), (following, _) in itertools.pairwise(cut):
        # Neighbours share enough that no match is cut in two.
        assert following + overlap <= begin + len(one) or begin + len(one) == len(text)


def test_steps_that_differ_are_named() -> None:
    assert differing_steps("a b", "a  b") == ("white space",)
    assert differing_steps("\u201ca\u201d", '"a"') == ("quotation marks",)
    assert differing_steps("a-b e\ufb00", "a\u2011b eff") == ("dashes", "ligatures")
    assert differing_steps("\u00e9", "e\u0301") == ("NFC",)
    assert differing_steps("a", "a") == ()


@pytest.mark.parametrize(
    "around", ["agreed to meet\n", " agreed to meet", "\u2003agreed to meet\t"]
)
def test_white_space_around_the_words_is_blamed_on_no_other_step(around: str) -> None:
    assert differing_steps(around, "agreed to meet") == ("white space",)
    assert differing_steps(around.replace("to", "\u201cto\u201d"), 'agreed "to" meet') == (
        "white space",
        "quotation marks",
    )
