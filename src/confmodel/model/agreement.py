"""Agreements: what was agreed to, by whom, and for whose benefit."""

import enum
from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._constraints import Text
from confmodel.model._dates import to_when
from confmodel.model._references import (
    to_actors,
    to_agreement,
    to_agreement_ids,
    to_one_actor,
)
from confmodel.model.fact import Entity, Fact
from confmodel.model.figure import Figure, to_figures
from confmodel.model.when import When


class AgreementKind(enum.StrEnum):
    """What it is that was agreed to: today's act, not its product."""

    TREATY = "treaty"
    """Binding between states. UN treaty glossary: treaty."""

    CONVENTION = "convention"
    """A treaty open to many. UN treaty glossary: convention."""

    CHARTER = "charter"
    """A treaty that founds an organization. UN treaty glossary: charter."""

    PROTOCOL = "protocol"
    """A treaty that adds to another. UN treaty glossary: protocol."""

    EXCHANGE_OF_NOTES = "exchange_of_notes"
    """Two letters that bind together. UN treaty glossary: exchange of notes."""

    DECLARATION = "declaration"
    """Says what its parties hold. UN treaty glossary: declaration."""

    MEMORANDUM_OF_UNDERSTANDING = "memorandum_of_understanding"
    """Less formal than a treaty. UN treaty glossary: memorandum of understanding."""

    RESOLUTION = "resolution"
    """A decision of a body in words. UN General Assembly: resolution."""

    JOINT_STATEMENT = "joint_statement"
    """What the participants say together. Ours."""

    COMMUNIQUE = "communique"
    """The document that closes an event. Ours."""

    ROADMAP = "roadmap"
    """Steps with an order or dates. Ours."""

    UNDERTAKING = "undertaking"
    """A promise to do something, also to draw up a document later. Ours."""

    DECISION = "decision"
    """The participants settle something. Ours."""

    MEASURE = "measure"
    """One side does something of its own accord. Ours."""

    LAUNCH = "launch"
    """Something begins. Ours."""

    PROCEDURAL = "procedural"
    """How to go on, such as to meet again. Ours."""

    CEASEFIRE = "ceasefire"
    """The fighting stops. PA-X: ceasefire."""

    PROVISION = "provision"
    """An article or paragraph of another agreement, named by `part_of`. Ours."""


class AgreementStatus(enum.StrEnum):
    """How far it has come."""

    PROPOSED = "proposed"
    """Put on the table. Ours."""

    DRAFTED = "drafted"
    """The words are there. Ours."""

    AGREED = "agreed"
    """The parties have said yes. Ours."""

    SIGNED = "signed"
    """Signed, which is not yet consent to be bound. UN Treaty Handbook."""

    ADOPTED = "adopted"
    """The text is settled. VCLT, article 9."""

    IN_FORCE = "in_force"
    """It binds. VCLT, article 24; schema.org: InForce."""

    FAILED = "failed"
    """No agreement was reached. Ours."""

    REJECTED = "rejected"
    """Somebody said no. Ours."""

    DROPPED = "dropped"
    """Taken off the table. Ours."""

    TERMINATED = "terminated"
    """It has ended. VCLT, article 54."""


class Strength(enum.StrEnum):
    """How firmly the parties tie themselves, by the verb of the source."""

    CONSIDER = "consider"
    """"Will look into". Ours."""

    INTEND = "intend"
    """"Plan to", "aim to". Ours."""

    RESOLVE = "resolve"
    """"Decided to", "are determined to". Ours."""

    AGREE = "agree"
    """"Agreed to". Ours."""

    COMMIT = "commit"
    """"Committed to", "pledged". Ours."""

    BE_BOUND = "be_bound"
    """"Shall": under international law. VCLT, article 2 (1) (b)."""


class ParticipantRole(enum.StrEnum):
    """What somebody is to an agreement, other than party or beneficiary."""

    SIGNATORY = "signatory"
    """Has signed, and may not be bound. Wikidata P1891; UN Treaty Handbook."""

    WITNESS = "witness"
    """Signs as one who was there. PA-X: witness."""

    GUARANTOR = "guarantor"
    """Answers for its being kept. PA-X: guarantor."""

    MEDIATOR = "mediator"
    """Brought the parties together. PA-X: third party."""

    DEPOSITARY = "depositary"
    """Keeps the original. VCLT, article 76; Wikidata P2058."""

    ADDRESSEE = "addressee"
    """Is called upon by it. Ours."""

    PROPOSER = "proposer"
    """Put it forward. UN General Assembly: sponsor."""

    OPPONENT = "opponent"
    """Spoke against it. Ours."""

    TARGET = "target"
    """It is directed against them. PLOVER: target."""

    IMPLEMENTER = "implementer"
    """Has to carry it out without being a party. Ours."""

    NOT_PARTY = "not_party"
    """Is no party; only where the source says so. Ours."""


class ConsentActKind(enum.StrEnum):
    """By what a party ties itself to an instrument, or unties itself (UN Treaty Handbook)."""

    ADOPTION = "adoption"
    """The text is settled. VCLT, article 9."""

    SIGNATURE = "signature"
    """Signed, subject to ratification. VCLT, article 18."""

    DEFINITIVE_SIGNATURE = "definitive_signature"
    """Signed, and bound by that. VCLT, article 12."""

    RATIFICATION = "ratification"
    """Bound after signing. VCLT, article 14."""

    ACCEPTANCE = "acceptance"
    """Bound, in place of ratification. VCLT, article 14 (2)."""

    APPROVAL = "approval"
    """Bound, in place of ratification. VCLT, article 14 (2)."""

    ACCESSION = "accession"
    """Bound without having signed. VCLT, article 15."""

    SUCCESSION = "succession"
    """Bound in the place of a state of the past. UN Treaty Handbook, 3.3."""

    PROVISIONAL_APPLICATION = "provisional_application"
    """Applied before it binds. VCLT, article 25."""

    RESERVATION = "reservation"
    """Bound but for some of it. VCLT, article 19."""

    DECLARATION = "declaration"
    """Says how it is understood. UN Treaty Handbook, 3.6."""

    OBJECTION = "objection"
    """Against the reservation of another. VCLT, article 20."""

    WITHDRAWAL = "withdrawal"
    """Leaves a treaty of many. VCLT, article 54."""

    DENUNCIATION = "denunciation"
    """Ends a treaty, or leaves it. VCLT, article 56."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Participant(Fact):
    """Somebody with another role in an agreement than party or beneficiary.

    Examples:
        >>> Participant(role=ParticipantRole.DEPOSITARY, of=["un"]).of
        ('un',)
    """

    role: ParticipantRole | Other
    """What they are to the agreement."""

    of: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those who have the role."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Commitment(Fact):
    """What some of the parties pledge, where the pledges differ.

    Examples:
        >>> Commitment(by=["china"], text="not to discriminate against any trader").by
        ('china',)
    """

    by: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those who pledge it."""

    text: Text | None = None
    """What they pledge, in the coder's words. `None` if the record does not say."""

    beneficiaries: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those for whose benefit."""

    due: When | None = field(default=None, converter=to_when)
    """By when. `None` if the record does not say."""

    condition: Text | None = None
    """Under which condition. `None` if the record names none."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class ConsentAct(Fact):
    """What one party did to an instrument, and when. Signing is not consent to be bound.

    Examples:
        >>> ConsentAct(party="peru", act=ConsentActKind.ACCESSION, when="1959-06").when
        When('1959-06')
    """

    party: str = field(converter=to_one_actor)
    """The id of the one who did it."""

    act: ConsentActKind | Other
    """What was done."""

    when: When | None = field(default=None, converter=to_when)
    """When it was done. `None` if the record does not say."""


def to_participants(value: Iterable[Participant]) -> tuple[Participant, ...]:
    """Take several participants."""
    return several(value, Participant)


def to_commitments(value: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Take several commitments."""
    return several(value, Commitment)


def to_consent_acts(value: Iterable[ConsentAct]) -> tuple[ConsentAct, ...]:
    """Take several acts of consent."""
    return several(value, ConsentAct)


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Agreement(Entity):
    """What was agreed to, or expressly not; here or elsewhere.

    "Agreed that" is a statement; "agreed to" is an agreement. A plan for a
    roadmap is an undertaking, not a roadmap.

    Examples:
        >>> gauges = Agreement(
        ...     id="gauges",
        ...     kind=AgreementKind.UNDERTAKING,
        ...     status=AgreementStatus.AGREED,
        ...     parties=["both"],
        ...     text="publish gauge readings daily",
        ...     due=2032,
        ... )
        >>> gauges.due
        When('2032')
    """

    kind_name: ClassVar[str] = "agreement"
    """What the class is called in messages and addresses."""

    title: Text | None = None
    """Its name as printed. `None` if it has none."""

    kind: AgreementKind | Other | None = None
    """What it is. `None` if the record does not say."""

    number: Text | None = None
    """Which article or paragraph it is, as printed, of what `part_of` names.

    `None` if it has no number, or the record does not give it.
    """

    is_made_here: bool = True
    """Whether it was made at this event, rather than spoken of."""

    when: When | None = field(default=None, converter=to_when)
    """When it was made, if that is more than the time of the event. `None` if not said."""

    status: AgreementStatus | Other | None = None
    """How far it has come. `None` if it follows from `acts`, or the record does not say."""

    strength: Strength | Other | None = None
    """How firmly the parties tie themselves. `None` if the record does not say."""

    parties: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those who agreed."""

    beneficiaries: tuple[str, ...] = field(default=(), converter=to_actors)
    """The ids of those for whose benefit, parties or not."""

    other_participants: tuple[Participant, ...] = field(default=(), converter=to_participants)
    """Who else has a role in it: witnesses, a depositary, those who proposed it."""

    text: Text | None = None
    """What was agreed to, in the coder's words. `None` if the record does not say."""

    due: When | None = field(default=None, converter=to_when)
    """By when it has to be done. `None` if the record does not say."""

    condition: Text | None = None
    """Under which condition it holds. `None` if the record names none."""

    commitments: tuple[Commitment, ...] = field(default=(), converter=to_commitments)
    """Who pledges what, only where the pledges differ."""

    acts: tuple[ConsentAct, ...] = field(default=(), converter=to_consent_acts)
    """What each party did, only for instruments that are open to consent."""

    replaces: tuple[str, ...] = field(default=(), converter=to_agreement_ids)
    """The ids of the agreements that it takes the place of."""

    implements: tuple[str, ...] = field(default=(), converter=to_agreement_ids)
    """The ids of the agreements that it carries out."""

    amends: tuple[str, ...] = field(default=(), converter=to_agreement_ids)
    """The ids of the agreements that it changes."""

    part_of: str | None = field(default=None, converter=to_agreement)
    """The id of the agreement that it is an article or annex of. `None` if of none, or not said."""

    figures: tuple[Figure, ...] = field(default=(), converter=to_figures)
    """The numbers that it lays down."""


def to_agreements(value: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Take several agreements."""
    return several(value, Agreement)
