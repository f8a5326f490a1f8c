"""`Evidence` and `Seal`: the exact words, or what stands in their place."""

import hashlib
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from confmodel.model import Basis, Evidence, Seal, Source, Statement
from tests.model.helpers import refusal

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)

seal = Seal.of("agreed")


# Evidence


def test_words_and_their_source_are_all_that_evidence_needs() -> None:
    words = Evidence(source="gazette", exact="agreed")

    assert words.basis is Basis.STATED
    assert words.start is None
    assert words.end is None
    assert words.length == 6
    assert not words.is_sealed


def test_source_given_as_such_is_kept_as_its_id() -> None:
    assert Evidence(source=Source(id="gazette"), exact="agreed").source == "gazette"


def test_statement_is_no_source() -> None:
    error = refusal(Evidence, source=Statement(id="s1"), exact="agreed")

    assert (error.code, error.path) == ("E203", "source")


def test_words_are_kept_letter_by_letter() -> None:
    exact = " agreed\u00a0to\r\n—\t“all” e\u0301 "

    assert Evidence(source="gazette", exact=exact).exact == exact


@given(exact=WORDS, start=st.integers(0, 10**9))
@example(exact="👩‍👩‍👧", start=0)
@example(exact="e\u0301", start=3)
def test_end_is_counted_in_code_points(exact: str, start: int) -> None:
    open_words = Evidence(source="gazette", exact=exact, start=start)
    text = " " * min(start, 100) + exact

    assert open_words.length == len(exact)
    assert open_words.end == start + len(exact)
    assert text[min(start, 100) :] == exact


def test_words_together_with_a_seal_are_refused() -> None:
    error = refusal(Evidence, source="gazette", exact="agreed", seal=seal)

    assert (error.code, error.path, error.value) == ("E111", "exact", "agreed")
    assert error.help == "keep one of them"


@pytest.mark.parametrize("basis", [Basis.STATED, Basis.DERIVED])
def test_evidence_without_words_is_refused_unless_it_is_background(basis: Basis) -> None:
    error = refusal(Evidence, source="gazette", basis=basis)

    assert (error.code, error.path) == ("E111", "exact")
    assert "'background'" in error.help


@pytest.mark.parametrize("words", [{"exact": "agreed"}, {"seal": seal}], ids=["open", "sealed"])
def test_words_without_a_source_are_refused(words: dict[str, Any]) -> None:
    error = refusal(Evidence, **words)

    assert (error.code, error.path) == ("E102", "source")


def test_background_needs_neither_words_nor_source() -> None:
    known = Evidence(basis=Basis.BACKGROUND)

    assert (known.source, known.length, known.end) == (None, None, None)


def test_background_may_have_words_and_source() -> None:
    assert Evidence(basis=Basis.BACKGROUND, source="gazette", exact="agreed").length == 6
    assert Evidence(basis=Basis.BACKGROUND, start=3).end is None


def test_background_with_both_words_and_seal_is_refused() -> None:
    error = refusal(Evidence, basis=Basis.BACKGROUND, exact="agreed", seal=seal)

    assert error.code == "E111"


def test_empty_words_prove_nothing() -> None:
    assert refusal(Evidence, source="gazette", exact="").code == "E105"


def test_words_before_and_behind_may_be_empty() -> None:
    """At the very beginning and end of a text there is nothing."""
    words = Evidence(source="gazette", exact="agreed", prefix="", suffix="")

    assert (words.prefix, words.suffix) == ("", "")


@pytest.mark.parametrize("field", ["exact", "prefix", "suffix", "part"])
def test_half_a_surrogate_pair_is_refused_in_every_text(field: str) -> None:
    error = refusal(Evidence, **{"source": "gazette", "exact": "agreed", field: "\ud83d"})

    assert (error.code, error.path) == ("E110", field)


def test_start_before_the_text_is_refused() -> None:
    assert refusal(Evidence, source="gazette", exact="agreed", start=-1).code == "E105"


def test_bare_name_is_refused_where_it_supports_several_fields() -> None:
    error = refusal(Evidence, source="gazette", exact="agreed", supports="name")

    assert (error.code, error.path) == ("E101", "supports")


# Sealing


@given(exact=WORDS, start=st.none() | st.integers(0, 10**9))
def test_sealing_keeps_place_and_length_and_drops_the_words(exact: str, start: int | None) -> None:
    open_words = Evidence(source="gazette", exact=exact, start=start, prefix="<", suffix=">")
    sealed = open_words.sealed()

    assert sealed.is_sealed
    assert sealed.exact is sealed.prefix is sealed.suffix is None
    assert (sealed.source, sealed.start, sealed.end) == ("gazette", start, open_words.end)
    assert sealed.length == len(exact)
    assert sealed.seal == Seal.of(exact)
    assert sealed.sealed() == sealed


def test_sealing_keeps_part_supports_and_basis() -> None:
    words = Evidence(
        source="gazette", exact="agreed", part="body", supports=["name"], basis=Basis.DERIVED
    )
    sealed = words.sealed()

    assert (sealed.part, sealed.supports, sealed.basis) == ("body", ("name",), Basis.DERIVED)


def test_sealing_background_without_words_changes_nothing() -> None:
    known = Evidence(basis=Basis.BACKGROUND)

    assert known.sealed() is known


@pytest.mark.parametrize("kept", [{"seal": Seal.of("agreed")}, {"basis": Basis.BACKGROUND}])
def test_sealing_drops_the_words_around_where_there_are_no_words(kept: dict[str, Any]) -> None:
    around = Evidence(source="gazette", prefix="<", suffix=">", **kept)

    assert around.sealed() == Evidence(source="gazette", **kept)


def test_sealed_and_open_evidence_differ() -> None:
    words = Evidence(source="gazette", exact="agreed")

    assert words.sealed() != words


# Seal


@given(WORDS)
@example("Łódź")
def test_seal_is_the_length_and_digest_of_the_words(exact: str) -> None:
    made = Seal.of(exact)

    assert made.length == len(exact)
    assert made.sha256 == hashlib.sha256(exact.encode()).hexdigest()
    assert made == Seal(length=made.length, sha256=made.sha256)


def test_seal_of_no_words_is_refused() -> None:
    assert refusal(Seal.of, "").path == "length"


@pytest.mark.parametrize("digest", ["", "0" * 63, "0" * 65, "A" * 64, "g" * 64, "0" * 64 + "\n"])
def test_digest_of_another_form_is_refused(digest: str) -> None:
    error = refusal(Seal, length=6, sha256=digest)

    assert (error.code, error.path) == ("E107", "sha256")


def test_seal_of_half_a_surrogate_pair_is_refused() -> None:
    assert refusal(Seal.of, "\ud83d").code == "E110"
