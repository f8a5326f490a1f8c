"""`Session`: a part of the event, or an occasion tied to it."""

import datetime

from confmodel.model import (
    Agreement,
    Delegate,
    EventStatus,
    Other,
    Place,
    Session,
    SessionKind,
    Topic,
    When,
)
from tests.model.helpers import refusal


def test_texts_and_dates_stand_for_what_they_say() -> None:
    opening = Session(
        id="opening",
        kind=SessionKind.CEREMONY,
        when=datetime.datetime(2031, 5, 6, 10, tzinfo=datetime.UTC),
        place="the pier",
        topics=["fish"],
        chairs=[Delegate(id="r-vale")],
        status=EventStatus.HELD,
    )

    assert opening.when == When("2031-05-06T10:00:00+00:00")
    assert opening.place == Place(name="the pier")
    assert opening.topics == (Topic(label="fish"),)
    assert opening.chairs == ("r-vale",)


def test_agreement_cannot_preside() -> None:
    error = refusal(Session, id="opening", chairs=[Agreement(id="charter")])

    assert (error.code, error.path) == ("E203", "chairs/0")
    assert "agreement cannot stand here" in error.message


def test_kind_and_status_are_open() -> None:
    assert Session(id="lunch", kind=Other(other="lunch")).kind == Other(other="lunch")
    assert Session(id="lunch", status=Other(other="late")).status == Other(other="late")


def test_status_of_another_vocabulary_is_refused_although_its_word_is_known() -> None:
    error = refusal(Session, id="opening", kind=EventStatus.HELD)

    assert (error.code, error.path) == ("E101", "kind")
