"""`Identifier`: what another system calls a thing."""

from confmodel.model import Identifier
from tests.model.helpers import refusal


def test_value_is_kept_as_it_is() -> None:
    assert Identifier(scheme="isni", value="0000 0001 2103 2683").value == "0000 0001 2103 2683"


def test_same_value_in_two_systems_is_not_the_same() -> None:
    assert Identifier(scheme="isni", value="1") != Identifier(scheme="viaf", value="1")


def test_number_is_refused_although_it_looks_like_one() -> None:
    error = refusal(Identifier, scheme="unts", value=4173)

    assert (error.code, error.path) == ("E101", "value")
    assert error.help == "give a str"
