"""`EventLink` and `Edition`: other events, and the series."""

import pytest

from confmodel.model import Conference, Country, Edition, EventLink, Organization, Place, When
from tests.model.helpers import refusal


def test_text_stands_for_the_place_and_a_year_for_the_date() -> None:
    lima = EventLink(name="Foreign Ministers meeting", when=2022, place="Lima")

    assert lima.place == Place(name="Lima")
    assert lima.when == When("2022")


def test_ready_place_is_kept() -> None:
    lima = Place(name="Lima", country="peru")

    assert EventLink(name="Meeting", place=lima).place is lima


def test_event_takes_no_number_for_a_place() -> None:
    error = refusal(EventLink, name="Meeting", place=3)

    assert error.code == "E101"
    assert error.path.split("/")[0] == "place"


def test_conference_takes_no_id_of_another_document_as_an_event() -> None:
    """Ids do not reach outside a document, so another conference is described in words."""
    error = refusal(Conference, id="c", name="C", follows=[Conference(id="d", name="D")])

    assert (error.code, error.path) == ("E101", "follows/0")


def test_series_given_as_an_organization_is_kept_as_its_id() -> None:
    assert Edition(series=Organization(id="talks", name="Talks"), ordinal=2).series == "talks"


def test_series_is_no_country() -> None:
    assert refusal(Edition, series=Country(id="a", name="A")).code == "E203"


@pytest.mark.parametrize("ordinal", [0, -1])
def test_editions_are_counted_from_one(ordinal: int) -> None:
    error = refusal(Edition, ordinal=ordinal)

    assert (error.code, error.path) == ("E105", "ordinal")
    assert "less than 1" in error.message
