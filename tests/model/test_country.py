"""`Country`: a state or territory, and building one from the table."""

import pytest

from confmodel import countries
from confmodel.errors import UnknownNameError
from confmodel.model import CodeStatus, Country, When
from tests.model.helpers import refusal


def test_name_needs_no_code() -> None:
    assert Country(id="aland", name="Aland").code is None


def test_former_state_has_the_years_it_existed() -> None:
    assert Country(id="a", name="A", code="YUCS", existed="1918/2003").existed == When("1918/2003")


@pytest.mark.parametrize("code", ["pk", "PAK", "P", "PK1", "586", "ＰＫ", "PAKIS"])
def test_code_of_another_kind_is_refused(code: str) -> None:
    error = refusal(Country, id="pakistan", name="Pakistan", code=code)

    assert (error.code, error.path) == ("E107", "code")
    assert "ISO 3166" in error.help


def test_state_is_found_by_its_code_and_takes_the_name_of_the_table() -> None:
    pakistan = Country.of("PK")

    assert pakistan == Country(id="pakistan", name="Pakistan", code="PK")


def test_state_that_is_found_by_a_name_keeps_the_name_as_given() -> None:
    turkey = Country.of("Turkey")

    assert turkey.name == "Turkey"
    assert turkey.code == "TR"


def test_demonym_finds_the_state_and_is_not_taken_for_its_name() -> None:
    assert Country.of("Pakistani").name == "Pakistan"


def test_id_of_the_authors_choice_is_kept() -> None:
    assert Country.of("PK", id="pk").id == "pk"
    assert refusal(Country.of, "PK", id="P K").path == "id"


def test_accents_are_left_out_of_the_made_id() -> None:
    assert Country.of("CW").id == "curacao"


def test_status_is_kept_only_where_the_code_is_not_plainly_assigned() -> None:
    assert Country.of("PK").code_status is None
    assert Country.of("XK").code_status is CodeStatus.USER_ASSIGNED


def test_every_state_of_the_table_can_be_built_from_its_code() -> None:
    codes = [state.code for state in countries.all_states() if state.code is not None]

    assert [Country.of(code).code for code in codes] == codes


def test_ambiguous_name_is_refused_with_all_candidates() -> None:
    with pytest.raises(UnknownNameError) as caught:
        Country.of("Congo")

    assert caught.value.name == "Congo"
    assert {each.split()[0] for each in caught.value.candidates} >= {"CG", "CD"}
    assert "can mean several states" in caught.value.message
    assert all(each in caught.value.help for each in caught.value.candidates)


def test_misspelt_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        Country.of("Pakistn")

    assert "Pakistan" in caught.value.candidates
    assert "did you mean 'Pakistan'" in caught.value.help


def test_name_that_nothing_comes_near_is_refused_without_candidates() -> None:
    with pytest.raises(UnknownNameError) as caught:
        Country.of("Zzyzx Qwrt")

    assert caught.value.candidates == ()
    assert "without a code" in caught.value.help


def test_search_for_what_is_no_text_is_refused() -> None:
    assert refusal(Country.of, None).code == "E101"
