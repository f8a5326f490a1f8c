"""`Conference`, the root of a document, and `Role`. Look-ups: `tests/test_navigation.py`."""

import datetime

import attrs
import pytest

from confmodel.model import (
    FORMAT_VERSION,
    Acceptance,
    Conference,
    ConferenceKind,
    Country,
    Delegation,
    Edition,
    EventLink,
    Figure,
    Name,
    Organization,
    Other,
    Person,
    Place,
    Role,
    RoleKind,
    Source,
    Statement,
    Topic,
    When,
)
from tests.model.helpers import refusal


def test_id_and_name_are_all_that_a_conference_needs() -> None:
    lakeside = Conference(id="lakeside-2031", name="Lakeside Conference")

    assert repr(lakeside) == "Conference(id='lakeside-2031', name='Lakeside Conference')"
    assert lakeside.confmodel == FORMAT_VERSION


def test_texts_stand_for_places_topics_names_and_events() -> None:
    lakeside = Conference(
        id="c",
        name="C",
        places=["Warsaw", Place(name="Łódź")],
        topics=["gauges"],
        other_names=["The Lake Talks"],
        part_of="River Week",
        follows=["Hill Conference"],
        followed_by=["Sea Conference"],
    )

    assert lakeside.places == (Place(name="Warsaw"), Place(name="Łódź"))
    assert lakeside.topics == (Topic(label="gauges"),)
    assert lakeside.other_names == (Name(value="The Lake Talks"),)
    assert lakeside.part_of == EventLink(name="River Week")
    assert lakeside.follows == (EventLink(name="Hill Conference"),)
    assert lakeside.followed_by == (EventLink(name="Sea Conference"),)


@pytest.mark.parametrize("when", [2031, "2031", When("2031")], ids=["int", "text", "ready"])
def test_year_text_and_ready_date_give_the_same_conference(when: When | str | int) -> None:
    assert Conference(id="c", name="C", when=when).when == When("2031")


def test_python_date_is_a_date() -> None:
    assert Conference(id="c", name="C", when=datetime.date(2031, 5, 6)).when == When("2031-05-06")


def test_entities_given_as_hosts_are_kept_as_their_ids() -> None:
    a = Delegation(id="a", of=["aland"])
    lakeside = Conference(
        id="c",
        name="C",
        hosts=[a],
        organizers=[Organization(id="un", name="UN")],
        conveners=[Country(id="aland", name="Aland")],
        chairs=[Person(id="elder"), "a"],
    )

    assert lakeside.hosts == ("a",)
    assert lakeside.organizers == ("un",)
    assert lakeside.conveners == ("aland",)
    assert lakeside.chairs == ("elder", "a")


def test_any_iterable_of_several_is_kept_as_a_tuple() -> None:
    countries = (Country(id=each, name=each) for each in ("aland", "boria"))

    assert isinstance(Conference(id="c", name="C", countries=countries).countries, tuple)


def test_source_cannot_host() -> None:
    error = refusal(Conference, id="c", name="C", hosts=[Source(id="gazette")])

    assert (error.code, error.path) == ("E203", "hosts/0")
    assert "delegation" in error.help


@pytest.mark.parametrize("text", ["Lake Side", "Lakeside", "-a", ".a", "_a", "ä", "a/b", "a b"])
def test_id_of_other_than_lower_case_letters_digits_and_marks_is_refused(text: str) -> None:
    error = refusal(Conference, id=text, name="C")

    assert (error.code, error.path, error.value) == ("E104", "id", text)
    assert "lower-case" in error.help


@pytest.mark.parametrize("text", ["a", "0", "a.b_c-d", "2031", "a" * 1000, "a..b", "a-"])
def test_id_of_lower_case_letters_digits_and_marks_is_taken(text: str) -> None:
    assert Conference(id=text, name="C").id == text


@pytest.mark.parametrize("version", ["1", "1.00", "01.0", "1.0.0", "v1.0", "0.9", "10000.0", "1.x"])
def test_version_is_a_major_and_a_minor_number(version: str) -> None:
    error = refusal(Conference, id="c", name="C", confmodel=version)

    assert (error.code, error.path) == ("E108", "confmodel")


def test_entity_in_the_wrong_collection_is_refused_with_its_place() -> None:
    error = refusal(
        Conference,
        id="c",
        name="C",
        countries=[Country(id="aland", name="Aland"), Organization(id="un", name="UN")],
    )

    assert (error.code, error.path) == ("E101", "countries/1")
    assert error.help == "give a Country"


def test_known_word_and_the_same_word_of_the_authors_own_differ() -> None:
    assert Conference(id="c", name="C", kind=ConferenceKind.SUMMIT) != Conference(
        id="c", name="C", kind=Other(other="summit")
    )


def test_order_of_a_collection_counts() -> None:
    one, other = Statement(id="s1"), Statement(id="s2")

    assert Conference(id="c", name="C", statements=[one, other]) != Conference(
        id="c", name="C", statements=[other, one]
    )


def test_repr_begins_with_the_id_and_ends_with_the_collections() -> None:
    lakeside = Conference(
        id="c",
        name="C",
        note="seen",
        accepts=[Acceptance(code="W301")],
        figures=[Figure(value=6)],
        countries=[Country(id="aland", name="Aland")],
    )

    assert repr(lakeside) == (
        "Conference(id='c', name='C', figures=(Figure(value=Decimal('6')),), note='seen', "
        "countries=(Country(id='aland', name='Aland'),), accepts=(Acceptance(code='W301'),))"
    )


def test_evolving_is_checked_as_building_is() -> None:
    with pytest.raises(ValueError, match="places/0: 3 is not a Place") as caught:
        attrs.evolve(Conference(id="c", name="C"), places=[3])  # type: ignore[list-item]

    assert getattr(caught.value, "code", None) == "E101"


def test_constructor_leaves_what_only_the_whole_can_tell_to_the_check() -> None:
    """Double ids and dangling references can be built, so that they can be reported."""
    record = Conference(id="c", name="C", hosts=["nobody"], countries=[Country(id="c", name="C")])

    assert record.hosts == ("nobody",)


# Role


def test_entities_given_in_a_role_are_kept_as_their_ids() -> None:
    assert Role(kind=RoleKind.OPENED_BY, by=[Person(id="elder"), "a"]).by == ("elder", "a")


def test_edition_refers_to_its_series() -> None:
    series = Organization(id="talks", name="Lake Talks")

    assert Conference(id="c", name="C", edition=Edition(series=series)).edition == Edition(
        series="talks"
    )
