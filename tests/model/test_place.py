"""`Place`: where something happened."""

import datetime

import pytest

from confmodel.model import Country, Organization, Place, Session, When
from tests.model.helpers import refusal


def test_country_given_as_such_is_kept_as_its_id() -> None:
    assert Place(name="Warsaw", country=Country(id="poland", name="Poland")).country == "poland"


def test_organization_is_no_country() -> None:
    error = refusal(Place, name="Warsaw", country=Organization(id="un", name="UN"))

    assert (error.code, error.path) == ("E203", "country")


@pytest.mark.parametrize("when", [2031, "2031-05", datetime.date(2031, 5, 6), When("2031")])
def test_whatever_stands_for_a_date_is_kept_as_one(when: When | datetime.date | str | int) -> None:
    assert Place(name="Warsaw", when=when).when == When.of(when)


def test_text_stands_for_a_place() -> None:
    assert Session(id="opening", place="the pier").place == Place(name="the pier")


def test_empty_text_stands_for_no_place() -> None:
    assert refusal(Session, id="opening", place="").code == "E105"


def test_wrong_place_is_named_by_its_field_alone() -> None:
    assert refusal(Session, id="opening", place=3).path == "place"
