"""`Quotation`: words of a speaker as they were said."""

import pytest

from confmodel.model import Evidence, Quotation, Seal, Source
from tests.model.helpers import refusal


def test_each_word_group_becomes_a_piece() -> None:
    broken = Quotation.of("It is over,", "and we know it.", source=Source(id="gazette"))

    assert broken.pieces == (
        Evidence(source="gazette", exact="It is over,"),
        Evidence(source="gazette", exact="and we know it."),
    )
    assert broken.text == "It is over, and we know it."


def test_quotation_built_at_length_and_in_short_are_equal() -> None:
    assert Quotation(pieces=[Evidence(source="gazette", exact="No.")]) == Quotation.of(
        "No.", source="gazette"
    )


@pytest.mark.parametrize("pieces", [[], (), iter([])], ids=["list", "tuple", "iterator"])
def test_quotation_without_pieces_is_refused(pieces: object) -> None:
    error = refusal(Quotation, pieces=pieces)

    assert (error.code, error.path) == ("E102", "pieces")
    assert error.help == "give the words as a piece of evidence"


def test_quotation_of_no_words_is_refused() -> None:
    assert refusal(Quotation.of, source="gazette").code == "E102"
    assert refusal(Quotation.of, "", source="gazette").code == "E105"


def test_text_is_not_known_while_a_piece_is_sealed() -> None:
    half = Quotation(
        pieces=[
            Evidence(source="gazette", exact="It is over,"),
            Evidence(source="gazette", seal=Seal.of("and we know it.")),
        ]
    )

    assert half.text is None


def test_bare_text_is_no_quotation() -> None:
    error = refusal(Quotation, pieces="No.")

    assert (error.code, error.path) == ("E101", "pieces")


def test_words_that_were_translated_are_told_from_those_that_were_not() -> None:
    words = [Evidence(source="gazette", exact="No.")]

    assert Quotation(pieces=words, is_translated=True) != Quotation(pieces=words)
