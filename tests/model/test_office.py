"""`Office`: a post that somebody holds outside the event."""

from confmodel.model import Country, Delegate, Name, Office, Organization, Person
from tests.model.helpers import refusal


def test_body_and_country_given_as_such_are_kept_as_their_ids() -> None:
    office = Office(
        title="Director",
        body=Organization(id="ondcp", name="ONDCP"),
        country=Country(id="us", name="United States"),
    )

    assert (office.body, office.country) == ("ondcp", "us")


def test_country_is_no_body() -> None:
    error = refusal(Office, title="Minister", body=Country(id="us", name="United States"))

    assert (error.code, error.path) == ("E203", "body")
    assert error.help == "give one of: organization"


def test_text_stands_for_an_office_of_every_human() -> None:
    for human in (Delegate, Person):
        assert human(id="x", offices=["Minister"]).offices == (Office(title="Minister"),)


def test_text_stands_for_another_name_of_an_office() -> None:
    assert Office(title="DG FIA", other_names=["Director General"]).other_names == (
        Name(value="Director General"),
    )


def test_empty_text_stands_for_no_office() -> None:
    assert refusal(Person, id="x", offices=["Minister", ""]).code == "E105"


def test_acting_holder_is_told_from_the_regular_one() -> None:
    assert Office(title="Director", is_acting=True) != Office(title="Director")
