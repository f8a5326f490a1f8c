"""Finding words: offsets of the untouched text, and places that are chosen or not."""

import unicodedata
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from confmodel.grounding import hashed, locating, normal
from confmodel.grounding.locating import Located
from confmodel.grounding.verdicts import Span, Verdict
from confmodel.model import Basis, Evidence, Part, PartKind, Source
from tests.grounding.helpers import located as found
from tests.grounding.helpers import texts, words

SAID = (
    "Rosa Vale agreed to meet at the \u201cold\u201d co\u2011operative o\ufb03ce, as caf\u00e9s do"
)


def test_evidence_without_words_stands_nowhere() -> None:
    piece = Evidence(source="note", basis=Basis.BACKGROUND)

    assert found(piece, "any text").verdict is Verdict.MISSING
    assert not locating._stands_at(piece, "any text", 0)


@given(before=texts(), after=texts())
def test_offsets_are_code_points_of_the_untouched_text(before: str, after: str) -> None:
    assume(SAID not in before + after)
    text = before + SAID + after

    located = found(words(SAID), text)

    assert located == Located(verdict=Verdict.EXACT, span=(len(before), len(before) + len(SAID)))
    assert text[slice(*located.span or ())] == SAID
    assert found(words(SAID, start=len(before)), text) == located


@given(before=texts(), shift=st.integers(1, 5))
def test_words_elsewhere_than_said_have_moved(before: str, shift: int) -> None:
    located = found(words(SAID, start=len(before) + shift), f"{before}{SAID} and left.")

    assert located.verdict is Verdict.MOVED
    assert located.span == (len(before), len(before) + len(SAID))


TYPOGRAPHY = {
    "white space": lambda said: said.replace(" ", " \r\n\t"),
    "white space of another kind": lambda said: said.replace(" ", "\u00a0\u2009"),
    "straight quotation marks": lambda said: said.replace("\u201c", '"').replace("\u201d", '"'),
    "angled quotation marks": lambda said: said.replace("\u201c", "\u00ab").replace(
        "\u201d", "\u00bb"
    ),
    "hyphen": lambda said: said.replace("\u2011", "-"),
    "soft hyphens": lambda said: said.replace("g", "g\u00ad"),
    "zero-width spaces": lambda said: said.replace("e", "e\u200b"),
    "ligature": lambda said: said.replace("\ufb03", "ffi"),
    "decomposed letters": lambda said: unicodedata.normalize("NFD", said),
}


@pytest.mark.parametrize("change", TYPOGRAPHY.values(), ids=TYPOGRAPHY)
@given(before=texts(), after=texts())
def test_typography_of_the_source_is_normalised_and_not_missing(
    change: "object", before: str, after: str
) -> None:
    assert callable(change)
    # A full stop, so that no mark of what is around joins the words.
    before, after = f"{before}.", f".{after}"
    printed = change(SAID)
    text = before + printed + after
    assume(SAID not in text and text.find(printed) == len(before))

    located = found(words(SAID), text)

    assert located.verdict is Verdict.NORMALISED
    assert located.span is not None
    start, end = located.span
    # What folds to nothing may stay outside at the end.
    assert (start, text[start:end]) == (len(before), printed[: end - start])
    assert normal.fold(printed[end - start :]) == ""
    assert located.steps


@given(place=st.integers(0, len(SAID) - 1), letter=st.characters(codec="utf-8"))
def test_one_altered_letter_never_stays_exact(place: int, letter: str) -> None:
    altered = SAID[:place] + letter + SAID[place + 1 :]
    assume(altered != SAID)

    located = found(words(altered, start=8), f"Before. {SAID}. Behind.")

    assert located.verdict not in (Verdict.EXACT, Verdict.MOVED, Verdict.AMBIGUOUS)
    if located.verdict is Verdict.NORMALISED:
        # White space around the words is not compared, nor a letter that turned into it.
        assert normal.fold(altered).strip() in normal.fold(SAID)


@given(gap=st.integers(0, 90), window=st.integers(1, 64))
def test_words_across_the_border_of_two_windows_are_found(gap: int, window: int) -> None:
    said = "agreed  to meet"
    text = "x" * gap + " agreed to\u00a0meet " + "y" * (700 - gap)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(normal, "_WINDOW", window)
        located = found(words(said), text * 3)

    assert located.verdict is Verdict.AMBIGUOUS
    assert [start for start, _ in located.candidates] == [gap + 1 + n * len(text) for n in range(3)]


def test_ligature_is_not_cut() -> None:
    assert found(words("f\u00adice"), "an o\ufb03ce").verdict is not Verdict.NORMALISED
    assert found(words("of\u00adf"), "an o\ufb03ce").verdict is not Verdict.NORMALISED


def test_words_that_fold_to_nothing_are_missing() -> None:
    assert found(words("\u200b"), "text").verdict is Verdict.MISSING


@pytest.mark.parametrize(("text", "span"), [("a b", (1, 2)), ("a\r\n b", (1, 4)), ("\t", (0, 1))])
def test_words_of_white_space_alone_are_a_whole_run_of_it(text: str, span: Span) -> None:
    assert found(words(" \u00a0"), text) == Located(
        verdict=Verdict.NORMALISED, span=span, steps=("white space",)
    )


@pytest.mark.parametrize("said", ["\u00e5  ", "\u00ad\r\n", "  \u00ad"])
def test_white_space_is_not_near_to_letters(said: str) -> None:
    assert found(words(said), "  \r\n").verdict is Verdict.MISSING


def test_a_hundred_of_many_places_are_listed() -> None:
    exactly = found(words("a"), "a " * 1000)
    nearly = found(words("a \u2013 b"), "a - b " * 1000)

    assert len(exactly.candidates) == len(nearly.candidates) == 100
    assert exactly.verdict is nearly.verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize("said", ["agreed to", "agreed  to"])
@pytest.mark.parametrize("times", [50, 900])
def test_prefix_and_neighbours_decide_between_many_places(said: str, times: int) -> None:
    text = "They agreed to meet. " * times + "All agreed to leave. " + "They agreed to meet. " * 50
    there = text.index("All") + 4
    with_prefix = Evidence(source="note", exact=said, prefix="All ")

    assert found(with_prefix, text).span == (there, there + 9)
    assert found(words(said), text, near=[there + 1]).span == (there, there + 9)


@pytest.mark.parametrize("said", ["agreed to", "agreed  to"])
def test_between_more_places_than_are_compared_none_is_chosen(said: str) -> None:
    text = "All agreed to leave. " + "They agreed to meet. " * 1000
    around: dict[str, Any] = {"source": "note", "prefix": "All"}

    chosen = found(Evidence(exact=said, **around), text, near=[4])

    assert chosen.verdict is Verdict.AMBIGUOUS
    assert chosen.candidates[0] == (4, 13)
    assert found(Evidence(exact=said, start=4, **around), text).span == (
        None if "  " in said else (4, 13)
    )


def test_of_more_places_than_are_compared_the_part_decides() -> None:
    text = "They agreed. " * 2000 + "All agreed."
    parts = [Part(kind=PartKind.ANNEX, start=26_000, end=26_011)]
    piece = Evidence(source="note", exact="agreed", part="annex")

    chosen = found(piece, text, source=Source(id="note", parts=parts))

    assert (chosen.verdict, chosen.span) == (Verdict.EXACT, (26_004, 26_010))
    assert chosen.is_in_part


def test_normalised_words_at_two_places_are_ambiguous_with_their_steps() -> None:
    located = found(words("to  meet"), "to meet, to meet")

    assert located.verdict is Verdict.AMBIGUOUS
    assert located.candidates == ((0, 7), (9, 16))
    assert located.steps == ("white space",)


IN_PARTS = Source(
    id="note",
    parts=[
        Part(kind=PartKind.HEADLINE, start=0, end=11),
        Part(kind=PartKind.BODY, start=12, end=40),
        Part(kind=PartKind.CAPTION),
    ],
)
TWICE = "They agreed, and then they agreed again."


def test_part_decides_between_two_places() -> None:
    body = Evidence(source="note", exact="agreed", part="body")

    assert found(body, TWICE, source=IN_PARTS).span == (27, 33)


@pytest.mark.parametrize("part", ["caption", "footnote"])
def test_part_that_has_no_place_decides_nothing(part: str) -> None:
    piece = Evidence(source="note", exact="agreed", part=part)

    assert found(piece, TWICE, source=IN_PARTS).verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("context", "start"),
    [
        ({"prefix": "then they"}, 27),
        ({"suffix": ", and"}, 5),
        ({"prefix": "They ", "suffix": ","}, 5),
    ],
)
def test_prefix_and_suffix_decide_between_two_places(context: dict[str, Any], start: int) -> None:
    located = found(Evidence(source="note", exact="agreed", **context), TWICE)

    assert (located.verdict, located.span) == (Verdict.EXACT, (start, start + 6))


def test_context_that_fits_nowhere_decides_nothing() -> None:
    piece = Evidence(source="note", exact="agreed", prefix="never")

    assert found(piece, TWICE).verdict is Verdict.AMBIGUOUS
    blank = Evidence(source="note", exact="agreed", prefix=" ")
    assert found(blank, TWICE).verdict is Verdict.AMBIGUOUS


def test_neighbours_decide_where_one_place_is_clearly_next() -> None:
    assert found(words("agreed"), TWICE, near=[30]).span == (27, 33)
    assert found(words("agreed"), TWICE, near=[16]).verdict is Verdict.AMBIGUOUS


@given(
    places=st.lists(st.integers(0, 60), min_size=2, unique=True),
    near=st.lists(st.integers(0, 60), min_size=1).map(sorted),
)
def test_next_to_other_evidence_is_where_the_gap_is_less_than_half_of_the_others(
    places: list[int], near: list[int]
) -> None:
    spans = [(place, place + 1) for place in places]

    gaps = sorted((min(abs(place - other) for other in near), place) for place in places)
    chosen = locating.beside(spans, near)

    if 2 * gaps[0][0] < gaps[1][0]:
        assert chosen == [(gaps[0][1], gaps[0][1] + 1)]
    else:
        assert chosen == spans


def sealed(said: str, start: int | None = None) -> Evidence:
    return words(said, start=start).sealed()


def test_sealed_words_get_the_verdicts_of_open_ones() -> None:
    assert found(sealed("agreed", 5), TWICE).verdict is Verdict.EXACT
    assert found(sealed("agreed"), TWICE).candidates == ((5, 11), (27, 33))
    assert found(sealed("again", 3), TWICE) == Located(verdict=Verdict.MOVED, span=(34, 39))
    assert found(sealed("greed, a", 5), TWICE).span == (6, 14)
    assert found(sealed("refused", 5), TWICE).verdict is Verdict.MISSING


def test_search_for_sealed_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashed, "_MOST_HASHED", 50)

    assert found(sealed("greed, a"), TWICE[:35]).verdict is Verdict.EXACT
    monkeypatch.setattr(hashed, "_MOST_HASHED", 25)
    assert found(sealed("greed, a"), TWICE[:35]).verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(
    "text", ["", "\u0000", "\ud800", "\u0301" * 300, "\u202e", "\ufb03" * 10, "\r\n" * 10]
)
@pytest.mark.parametrize("said", ["agreed", "\u0301", " ", "\u200b", "\ufb03"])
def test_no_text_is_refused(said: str, text: str) -> None:
    assert found(words(said, start=3), text).verdict in Verdict


@given(said=texts().filter(lambda said: "\ud800" not in said and said != ""), text=st.text())
def test_no_words_are_refused(said: str, text: str) -> None:
    assume(not any("\ud800" <= letter <= "\udfff" for letter in said))

    located = found(words(said), text + said)

    assert located.verdict in (Verdict.EXACT, Verdict.AMBIGUOUS)
