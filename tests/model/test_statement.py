"""`Statement`: one utterance, or one report that speech took place."""

from confmodel.model import (
    Act,
    Agreement,
    Conference,
    Delegate,
    Figure,
    Group,
    Manner,
    Modality,
    Other,
    Person,
    Quotation,
    Session,
    Source,
    Statement,
    Topic,
    Vote,
    When,
)
from tests.model.helpers import refusal


def test_speaker_may_be_unknown() -> None:
    assert Statement(id="s1", text="The river is low.").speakers == ()


def test_resolution_and_source_can_speak() -> None:
    s1 = Statement(
        id="s1",
        speakers=[
            Delegate(id="r-vale"),
            Group(id="both", wording="both"),
            Agreement(id="res-1"),
            Source(id="study"),
        ],
    )

    assert s1.speakers == ("r-vale", "both", "res-1", "study")


def test_session_and_vote_cannot_speak() -> None:
    for mute in (Session(id="opening"), Vote(id="v1"), Statement(id="s0"), Figure(id="f", value=1)):
        error = refusal(Statement, id="s1", speakers=["r-vale", mute])

        assert (error.code, error.path) == ("E203", "speakers/1")


def test_agreement_cannot_pass_on_or_be_spoken_to() -> None:
    charter = Agreement(id="charter")

    assert refusal(Statement, id="s1", via=[charter]).code == "E203"
    assert refusal(Statement, id="s1", addressees=[charter]).code == "E203"


def test_anything_with_an_id_can_be_spoken_about() -> None:
    s1 = Statement(
        id="s1",
        about=[
            Conference(id="c", name="C"),
            Figure(id="fall", value=47),
            Vote(id="v1"),
            Statement(id="s0"),
            "d1",
        ],
    )

    assert s1.about == ("c", "fall", "v1", "s0", "d1")


def test_whole_event_or_a_session_can_be_spoken_to() -> None:
    s1 = Statement(id="s1", addressees=[Conference(id="c", name="C"), Session(id="opening"), "a"])

    assert s1.addressees == ("c", "opening", "a")


def test_short_forms_stand_for_topics_sessions_and_dates() -> None:
    s1 = Statement(
        id="s1",
        topics=["gauges"],
        session=Session(id="opening"),
        via=[Person(id="aide"), "agency"],
        when=2031,
    )

    assert s1.topics == (Topic(label="gauges"),)
    assert s1.session == "opening"
    assert s1.via == ("aide", "agency")
    assert s1.when == When("2031")


def test_bare_text_is_no_quotation_in_a_constructor() -> None:
    """Only files take the shorthand: there the one source of the document is known."""
    error = refusal(Statement, id="s1", quotations=["a fifth lower"])

    assert (error.code, error.path) == ("E101", "quotations/0")

    ready = Quotation.of("a fifth lower", source="gazette")
    assert Statement(id="s1", quotations=[ready]).quotations == (ready,)


def test_manner_act_and_modality_are_independent() -> None:
    seen = {
        Statement(id="s1", manner=manner, act=act, modality=modality)
        for manner in Manner
        for act in Act
        for modality in Modality
    }

    assert len(seen) == len(Manner) * len(Act) * len(Modality)


def test_act_and_modality_are_open_and_manner_is_closed() -> None:
    own = Other(other="sing")

    assert Statement(id="s1", act=own, modality=own).act == own
    assert refusal(Statement, id="s1", manner=own).path == "manner"


def test_one_speaker_alone_is_refused() -> None:
    for lonely in ("r-vale", Delegate(id="r-vale")):
        error = refusal(Statement, id="s1", speakers=lonely)

        assert (error.code, error.path) == ("E101", "speakers")
        assert "list" in error.help
