"""`Group`: a collective as the text names it."""

from decimal import Decimal

from confmodel.model import (
    Country,
    Delegation,
    Figure,
    Group,
    Organization,
    Person,
    Quantifier,
    Statement,
)
from tests.model.helpers import refusal


def test_wording_is_all_that_a_group_needs() -> None:
    most = Group(id="most", wording="most members")

    assert most.members == ()
    assert not most.is_complete


def test_actors_of_every_kind_can_be_members_and_are_kept_as_their_ids() -> None:
    group = Group(
        id="g",
        wording="all",
        members=[
            Country(id="aland", name="Aland"),
            Organization(id="un", name="UN"),
            Delegation(id="a"),
            Person(id="elder"),
            Group(id="both", wording="both"),
        ],
        out_of=Delegation(id="b"),
        excluding=["c"],
        stated_size=6,
    )

    assert group.members == ("aland", "un", "a", "elder", "both")
    assert group.out_of == "b"
    assert group.excluding == ("c",)
    assert group.stated_size == Figure(value=Decimal(6))


def test_statement_cannot_be_a_member() -> None:
    error = refusal(Group, id="g", wording="all", members=["a", Statement(id="s1")])

    assert (error.code, error.path) == ("E203", "members/1")


def test_group_is_out_of_one_thing() -> None:
    assert refusal(Group, id="g", wording="some", out_of=["a"]).code == "E101"


def test_quantifier_other_is_a_word_of_the_text() -> None:
    """ "The other participants" is a quantifier; there is no open vocabulary here."""
    assert Group(id="g", wording="the others", quantifier=Quantifier.OTHER).quantifier == "other"


def test_complete_and_open_lists_differ() -> None:
    assert Group(id="g", wording="all") != Group(id="g", wording="all", is_complete=True)
