"""`Other`: a word of the author's own where a vocabulary has none."""

from confmodel.model import Other, Session, SessionKind
from tests.model.helpers import refusal


def test_word_stands_where_a_member_could() -> None:
    lunch = Session(id="lunch", kind=Other(other="working lunch"))

    assert lunch.kind == Other(other="working lunch")


def test_empty_word_is_refused() -> None:
    error = refusal(Other, other="")

    assert (error.code, error.path) == ("E105", "other")


def test_bare_word_is_no_other() -> None:
    error = refusal(Session, id="lunch", kind="working lunch")

    assert (error.code, error.path) == ("E115", "kind")
    assert "Other(other=" in error.help


def test_misspelt_word_is_not_offered_as_one_of_the_authors_own() -> None:
    error = refusal(Session, id="lunch", kind="plenry")

    assert (error.code, error.help) == ("E115", "did you mean SessionKind.PLENARY?")


def test_word_of_a_file_is_not_yet_the_member() -> None:
    error = refusal(Session, id="lunch", kind="plenary")

    assert (error.code, error.help) == ("E101", "give the member, SessionKind.PLENARY")


def test_word_that_is_known_stays_a_word_of_the_authors_own() -> None:
    word: object = Other(other="plenary")

    assert word != SessionKind.PLENARY


def test_other_keeps_no_extras() -> None:
    assert repr(Other(other="x")) == "Other(other='x')"
