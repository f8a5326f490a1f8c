"""Questions about what was agreed."""

from typing import ClassVar

import attrs
from attrs import field

from confmodel.model import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Other,
    ParticipantRole,
    Strength,
    When,
)
from confmodel.query._choices import (
    to_agreement_kinds,
    to_agreement_statuses,
    to_participant_roles,
    to_strengths,
)
from confmodel.query._converters import (
    to_certainty,
    to_flag,
    to_names,
    to_period,
    to_since,
    to_until,
    to_words,
)
from confmodel.query.question import Asks, Certainty, Query


@attrs.frozen(kw_only=True, repr=False)
class AgreementQuery(Query[Agreement]):
    """What was agreed to, between whom, for whose benefit, and until when.

    Examples:
        >>> from confmodel import example
        >>> [hit.entity.id for hit in AgreementQuery(by="Poland").on(example())]
        ['roadmap', 'jobs', 'focal-persons']
        >>> [hit.entity.id for hit in AgreementQuery(not_party="Pakistan").on(example())]
        ['jobs']
    """

    asks_for: ClassVar[str] = "agreement"
    """What is asked for."""

    by: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """A party: itself, or those who act for it, or a group that it is in."""

    between: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Parties, all of which have to be there."""

    benefits: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Those for whose benefit it is, of the whole or of one commitment."""

    not_party: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Who is no party.

    Possibly so where the record does not certainly name them among the
    parties; certainly so where the source says it, or where the parties are
    named in full without them.
    """

    participant: tuple[str, ...] = field(
        default=(), converter=to_names, metadata={"asks": Asks.NAME}
    )
    """Who has another role in it, such as witness or depositary."""

    role: tuple[ParticipantRole | Other, ...] = field(
        default=(), converter=to_participant_roles, metadata={"asks": Asks.CHOICE}
    )
    """A role that somebody has in it; with `participant`, the one that they have."""

    kind: tuple[AgreementKind | Other, ...] = field(
        default=(), converter=to_agreement_kinds, metadata={"asks": Asks.CHOICE}
    )
    """What it is."""

    status: tuple[AgreementStatus | Other, ...] = field(
        default=(), converter=to_agreement_statuses, metadata={"asks": Asks.CHOICE}
    )
    """How far it has come, as the record states it, or as its dated acts prove; see `Standing`.

    Where the acts decide, it is possibly in force as soon as one party is
    bound, and certainly never.
    """

    strength: tuple[Strength | Other, ...] = field(
        default=(), converter=to_strengths, metadata={"asks": Asks.CHOICE}
    )
    """How firmly the parties tie themselves."""

    text: tuple[str, ...] = field(default=(), converter=to_words, metadata={"asks": Asks.WORDS})
    """Words of its title, text, condition or commitments."""

    due_by: When | None = field(default=None, converter=to_until, metadata={"asks": Asks.DATE})
    """It, or one commitment in it, has to be done by then. What has no date is never due."""

    made_here: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether it was made at the event, rather than spoken of."""

    conditional: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether it, or one commitment in it, holds under a condition only."""

    since: When | None = field(default=None, converter=to_since, metadata={"asks": Asks.DATE})
    """Made on the first day of this date or later.

    The date is its own, or for what was made there that of the conference.
    """

    until: When | None = field(default=None, converter=to_until, metadata={"asks": Asks.DATE})
    """Made on the last day of this date or earlier.

    The date is its own, or for what was made there that of the conference.
    """

    during: When | None = field(default=None, converter=to_period, metadata={"asks": Asks.DATE})
    """Made within this time."""

    grounded: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether it rests on words of a source."""

    contradicted: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether a discrepancy of the record is about it, or about a figure in it."""

    with_figures: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether it lays down a number."""

    certainty: Certainty = field(
        default=Certainty.POSSIBLY, converter=to_certainty, metadata={"asks": Asks.CERTAINTY}
    )
    """How sure every condition has to be; by default, whatever the record does not exclude."""
