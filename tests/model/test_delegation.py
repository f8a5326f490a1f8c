"""`Delegation`: a party at the event."""

from decimal import Decimal

import pytest

from confmodel.model import (
    Capacity,
    Comparator,
    Country,
    Delegate,
    Delegation,
    Figure,
    Group,
    Organization,
    Other,
    Session,
)
from tests.model.helpers import refusal

aland = Country(id="aland", name="Aland")


def test_joint_delegation_stands_for_several() -> None:
    joint = Delegation(
        id="joint",
        of=[aland, Organization(id="un", name="UN"), Group(id="both", wording="both"), "boria"],
    )

    assert joint.of == ("aland", "un", "both", "boria")


def test_entities_given_as_references_are_kept_as_their_ids() -> None:
    a = Delegation(id="a", invited_by=[Delegation(id="b"), aland], sessions=[Session(id="opening")])

    assert a.invited_by == ("b", "aland")
    assert a.sessions == ("opening",)


def test_whole_number_stands_for_a_stated_size() -> None:
    assert Delegation(id="a", stated_size=6).stated_size == Figure(value=Decimal(6))


def test_figure_is_kept_as_stated_size() -> None:
    about_six = Figure(value=6, comparator=Comparator.ABOUT)

    assert Delegation(id="a", stated_size=about_six).stated_size is about_six


@pytest.mark.parametrize("wrong", ["six", True, -6])
def test_stated_size_that_is_no_count_is_refused(wrong: object) -> None:
    error = refusal(Delegation, id="a", stated_size=wrong)

    assert error.path == "stated_size/value"
    assert error.code in {"E101", "E105"}


def test_delegation_cannot_stand_for_a_delegate() -> None:
    error = refusal(Delegation, id="a", of=[Delegate(id="r-vale")])

    assert (error.code, error.path) == ("E203", "of/0")
    assert error.help == "give one of: country, group, organization"


def test_one_country_alone_is_refused_where_several_are_wanted() -> None:
    for lonely in (aland, "aland"):
        error = refusal(Delegation, id="a", of=lonely)

        assert (error.code, error.path) == ("E101", "of")


def test_capacity_is_open() -> None:
    assert Delegation(id="a", capacity=Other(other="friend")).capacity != Capacity.GUEST
