"""`Delegate`: a person who belongs to the event."""

from confmodel.model import (
    Attendance,
    Country,
    Delegate,
    Delegation,
    Function,
    Office,
    Other,
    Person,
    When,
)
from tests.model.helpers import refusal


def test_delegate_may_be_without_name() -> None:
    assert Delegate(id="aide", described_as="a senior diplomat").name is None


def test_delegation_given_as_such_is_kept_as_its_id() -> None:
    assert Delegate(id="r-vale", delegation=Delegation(id="a")).delegation == "a"


def test_texts_stand_for_offices_and_names() -> None:
    vale = Delegate(
        id="r-vale",
        name="Rosa Vale",
        other_names=["Róża Vale"],
        offices=["Minister of Water", Office(title="Deputy", is_acting=True)],
        when="2031-05",
    )

    assert vale.offices == (
        Office(title="Minister of Water"),
        Office(title="Deputy", is_acting=True),
    )
    assert vale.other_names[0].value == "Róża Vale"
    assert vale.when == When("2031-05")


def test_one_stands_in_for_a_delegate_or_a_person() -> None:
    assert Delegate(id="x", standing_in_for=Person(id="elder")).standing_in_for == "elder"
    assert Delegate(id="x", standing_in_for=Delegate(id="r-vale")).standing_in_for == "r-vale"


def test_nobody_stands_in_for_a_delegation() -> None:
    error = refusal(Delegate, id="x", standing_in_for=Delegation(id="a"))

    assert (error.code, error.path) == ("E203", "standing_in_for")
    assert error.help == "give one of: delegate, person"


def test_country_is_no_delegation() -> None:
    error = refusal(Delegate, id="x", delegation=Country(id="aland", name="Aland"))

    assert (error.code, error.path) == ("E203", "delegation")
    assert error.message == "a country cannot stand here"


def test_function_and_attendance_are_open() -> None:
    assert Delegate(id="x", function=Other(other="cook")).function == Other(other="cook")
    assert Delegate(id="x", attendance=Other(other="by video")).attendance == Other(
        other="by video"
    )


def test_name_is_kept_as_printed() -> None:
    for name in ("DIG Khan", " Rosa  Vale ", "Nguyễn", "القاضي", "𝒳"):
        assert Delegate(id="x", name=name).name == name


def test_absent_and_unknown_attendance_differ() -> None:
    assert Delegate(id="x") != Delegate(id="x", attendance=Attendance.ABSENT)


def test_repr_names_the_member_of_a_vocabulary() -> None:
    vale = Delegate(id="r-vale", name="Rosa Vale", delegation="a", function=Function.HEAD)

    assert repr(vale) == (
        "Delegate(id='r-vale', name='Rosa Vale', delegation='a', function=Function.HEAD)"
    )
