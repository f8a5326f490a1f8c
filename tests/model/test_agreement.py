"""`Agreement` and what it is made of: participants, commitments, acts of consent."""

import datetime

from confmodel.model import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Commitment,
    ConsentAct,
    ConsentActKind,
    Country,
    Delegate,
    Figure,
    Group,
    Other,
    Participant,
    ParticipantRole,
    Statement,
    Strength,
    When,
)
from tests.model.helpers import refusal

both = Group(id="both", wording="both ministers")
aland = Country(id="aland", name="Aland")


def test_agreement_is_made_here_unless_the_record_says_otherwise() -> None:
    assert Agreement(id="gauges").is_made_here
    assert not Agreement(id="gauges", is_made_here=False).is_made_here


def test_entities_given_as_parties_are_kept_as_their_ids() -> None:
    gauges = Agreement(id="gauges", parties=[both, "aland"], beneficiaries=(aland,))

    assert gauges.parties == ("both", "aland")
    assert gauges.beneficiaries == ("aland",)


def test_agreements_given_as_references_are_kept_as_their_ids() -> None:
    charter = Agreement(id="charter")
    annex = Agreement(
        id="annex", part_of=charter, replaces=[charter], implements=[charter], amends=[charter]
    )

    assert annex.part_of == "charter"
    assert annex.replaces == annex.implements == annex.amends == ("charter",)


def test_statement_is_no_agreement_to_be_part_of() -> None:
    error = refusal(Agreement, id="annex", part_of=Statement(id="s1"))

    assert (error.code, error.path) == ("E203", "part_of")
    assert error.message == "a statement cannot stand here"
    assert error.help == "give one of: agreement"


def test_wrong_party_is_named_by_its_place() -> None:
    error = refusal(Agreement, id="gauges", parties=["both", Statement(id="s1")])

    assert (error.code, error.path) == ("E203", "parties/1")


def test_bare_year_stands_for_a_date() -> None:
    gauges = Agreement(id="gauges", due=2032, when=datetime.date(2031, 5, 8))

    assert gauges.due == When("2032")
    assert gauges.when == When("2031-05-08")


def test_status_and_strength_take_words_of_the_authors_own() -> None:
    gauges = Agreement(
        id="gauges",
        kind=AgreementKind.UNDERTAKING,
        status=Other(other="initialled"),
        strength=Other(other="hope"),
    )

    assert gauges.status == Other(other="initialled")
    assert gauges.strength != Strength.CONSIDER


def test_agreed_and_failed_are_different() -> None:
    agreed = Agreement(id="gauges", status=AgreementStatus.AGREED)

    assert agreed != Agreement(id="gauges", status=AgreementStatus.FAILED)


def test_fault_inside_a_figure_names_the_figures_field() -> None:
    """The figure is built first, so the path begins in the figure."""
    assert refusal(Figure, value=-4).path == "value"


# Participant


def test_participant_needs_a_role_and_may_be_nobody_known() -> None:
    assert Participant(role=ParticipantRole.WITNESS).of == ()


def test_entities_given_as_participants_are_kept_as_their_ids() -> None:
    assert Participant(role=ParticipantRole.TARGET, of=[aland, both]).of == ("aland", "both")


def test_agreement_takes_participants_only_as_such() -> None:
    error = refusal(Agreement, id="gauges", other_participants=[both])

    assert (error.code, error.path) == ("E101", "other_participants/0")
    assert error.help == "give a Participant"


# Commitment


def test_commitment_takes_entities_and_short_dates() -> None:
    pledge = Commitment(by=[Delegate(id="r-vale")], beneficiaries=[aland], due="2032-05")

    assert pledge.by == ("r-vale",)
    assert pledge.beneficiaries == ("aland",)
    assert pledge.due == When("2032-05")


# ConsentAct


def test_entity_given_as_party_of_an_act_is_kept_as_its_id() -> None:
    act = ConsentAct(party=aland, act=ConsentActKind.ACCESSION, when="1959-06")

    assert act.party == "aland"
    assert act.when == When("1959-06")


def test_act_of_nobody_is_refused() -> None:
    error = refusal(ConsentAct, party=None, act=ConsentActKind.ACCESSION)

    assert (error.code, error.path) == ("E101", "party")
