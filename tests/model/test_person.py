"""`Person`: somebody who is only spoken of."""

from confmodel.model import Delegate, Name, Office, Person
from tests.model.helpers import refusal


def test_person_may_be_without_name() -> None:
    assert Person(id="aide", described_as="a senior diplomat").name is None


def test_texts_stand_for_offices_and_names() -> None:
    modi = Person(id="modi", name="Modi", other_names=["मोदी"], offices=["Prime Minister"])

    assert modi.other_names == (Name(value="मोदी"),)
    assert modi.offices == (Office(title="Prime Minister"),)


def test_person_is_no_delegate() -> None:
    delegate: object = Delegate(id="modi")

    assert Person(id="modi") != delegate
    assert not isinstance(delegate, Person)


def test_person_has_no_function_at_the_event() -> None:
    assert not hasattr(Person(id="modi"), "function")


def test_number_among_the_names_is_refused_with_its_place() -> None:
    error = refusal(Person, id="modi", other_names=["Modi", 3])

    assert (error.code, error.path, error.value) == ("E101", "other_names/1", 3)
    assert error.help == "give a Name"
