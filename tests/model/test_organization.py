"""`Organization`: a body that is no state."""

from confmodel.model import Country, Name, Organization, OrganizationKind, Other, When
from tests.model.helpers import refusal


def test_country_and_parent_given_as_such_are_kept_as_their_ids() -> None:
    ministry = Organization(
        id="water",
        name="Ministry of Water",
        country=Country(id="aland", name="Aland"),
        parent=Organization(id="government", name="Government"),
        other_names=["Water"],
        founded=1955,
    )

    assert (ministry.country, ministry.parent) == ("aland", "government")
    assert ministry.other_names == (Name(value="Water"),)
    assert ministry.founded == When("1955")


def test_parent_is_no_country() -> None:
    error = refusal(Organization, id="x", name="X", parent=Country(id="a", name="A"))

    assert (error.code, error.path) == ("E203", "parent")


def test_kind_is_open() -> None:
    assert Organization(id="x", name="X", kind=Other(other="guild")).kind != OrganizationKind.NGO
