"""`Name`: what else a thing is called."""

import pytest

from confmodel.model import Name, NameKind, Other
from tests.model.helpers import refusal


def test_name_is_kept_letter_by_letter() -> None:
    for value in ("Marcin Kierwiński", "e\u0301", "é", "  Rosa ", "القاضي"):
        assert Name(value=value).value == value


def test_composed_and_decomposed_spelling_differ() -> None:
    assert Name(value="é") != Name(value="e\u0301")


@pytest.mark.parametrize("language", ["pl", "ur-Latn", "zh-Hant-TW", "de-1996", "x-y"[2:] + "yy"])
def test_language_is_a_tag(language: str) -> None:
    assert Name(value="A", language=language).language == language


@pytest.mark.parametrize("language", ["", "p", "Polish language", "en_GB", "en-", "-en", "éé"])
def test_language_that_is_no_tag_is_refused(language: str) -> None:
    error = refusal(Name, value="A", language=language)

    assert (error.code, error.path) == ("E107", "language")


@pytest.mark.parametrize("script", ["arab", "ARAB", "Ara", "Arabic"])
def test_script_is_a_capital_and_three_small_letters(script: str) -> None:
    assert refusal(Name, value="A", script=script).code == "E107"


def test_kind_is_open() -> None:
    assert Name(value="A", kind=Other(other="nickname")) != Name(value="A", kind=NameKind.SHORT)
