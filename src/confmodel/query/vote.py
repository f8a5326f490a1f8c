"""Questions about what was put to the vote."""

from decimal import Decimal
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model import BallotChoice, Other, Vote, VoteResult, When
from confmodel.query._choices import to_ballot_choices, to_vote_results
from confmodel.query._converters import (
    to_certainty,
    to_flag,
    to_names,
    to_number,
    to_period,
    to_since,
    to_until,
)
from confmodel.query.question import Asks, Certainty, Query


@attrs.frozen(kw_only=True, repr=False)
class VoteQuery(Query[Vote]):
    """What was put to the vote, how it went, and who voted how.

    The counts are those of the source. Where it gives none, there are as many
    as have a ballot in the record, and possibly more.

    Examples:
        >>> from confmodel import example
        >>> from confmodel.model import BallotChoice
        >>> against = VoteQuery(voter="Boria", choice=BallotChoice.NO)
        >>> [hit.entity.on for hit in against.on(example("lakeside-2031"))]
        ['closing-declaration']
    """

    asks_for: ClassVar[str] = "vote"
    """What is asked for."""

    # Not `on`, as in the model: that is how a question is asked.
    voted_on: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """What was put to the vote, as a rule an agreement."""

    body: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """The body that voted, if it is another than the conference."""

    taken_here: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether the conference itself voted, rather than another body."""

    voter: tuple[str, ...] = field(default=(), converter=to_names, metadata={"asks": Asks.NAME})
    """Who has a ballot in it: itself, or those who act for it, or a group that it is in."""

    choice: tuple[BallotChoice | Other, ...] = field(
        default=(), converter=to_ballot_choices, metadata={"asks": Asks.CHOICE}
    )
    """How somebody voted; with `voter`, how they did."""

    result: tuple[VoteResult | Other, ...] = field(
        default=(), converter=to_vote_results, metadata={"asks": Asks.CHOICE}
    )
    """What came out."""

    in_favour_at_least: Decimal | None = field(
        default=None, converter=to_number, metadata={"asks": Asks.NUMBER}
    )
    """So many or more were in favour."""

    in_favour_at_most: Decimal | None = field(
        default=None, converter=to_number, metadata={"asks": Asks.NUMBER}
    )
    """So many or fewer were in favour."""

    against_at_least: Decimal | None = field(
        default=None, converter=to_number, metadata={"asks": Asks.NUMBER}
    )
    """So many or more were against."""

    against_at_most: Decimal | None = field(
        default=None, converter=to_number, metadata={"asks": Asks.NUMBER}
    )
    """So many or fewer were against."""

    abstaining_at_least: Decimal | None = field(
        default=None, converter=to_number, metadata={"asks": Asks.NUMBER}
    )
    """So many or more abstained."""

    abstaining_at_most: Decimal | None = field(
        default=None, converter=to_number, metadata={"asks": Asks.NUMBER}
    )
    """So many or fewer abstained."""

    since: When | None = field(default=None, converter=to_since, metadata={"asks": Asks.DATE})
    """Taken on the first day of this date or later.

    The date is its own, or for what the conference voted on that of the conference.
    """

    until: When | None = field(default=None, converter=to_until, metadata={"asks": Asks.DATE})
    """Taken on the last day of this date or earlier.

    The date is its own, or for what the conference voted on that of the conference.
    """

    during: When | None = field(default=None, converter=to_period, metadata={"asks": Asks.DATE})
    """Taken within this time."""

    grounded: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether it rests on words of a source."""

    contradicted: bool | None = field(default=None, converter=to_flag, metadata={"asks": Asks.FLAG})
    """Whether a discrepancy of the record is about it."""

    certainty: Certainty = field(
        default=Certainty.POSSIBLY, converter=to_certainty, metadata={"asks": Asks.CERTAINTY}
    )
    """How sure every condition has to be; by default, whatever the record does not exclude."""
