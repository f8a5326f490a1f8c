"""Votes: what was put to the vote, and how it went."""

import enum
from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._constraints import Count
from confmodel.model._dates import to_when
from confmodel.model._references import to_one_actor, to_one_thing, to_organization
from confmodel.model.fact import Entity, Fact
from confmodel.model.when import When


class BallotChoice(enum.StrEnum):
    """How somebody voted (Popolo: vote option)."""

    YES = "yes"
    """In favour. Popolo: yes."""

    NO = "no"
    """Against. Popolo: no."""

    ABSTAIN = "abstain"
    """Neither. Popolo: abstain."""

    ABSENT = "absent"
    """Was not there. Popolo: absent."""

    NOT_VOTING = "not_voting"
    """Was there, and took no part. Popolo: not voting."""


class VoteResult(enum.StrEnum):
    """What came out of a vote (Popolo: motion result)."""

    ADOPTED = "adopted"
    """Carried. Popolo: pass."""

    REJECTED = "rejected"
    """Not carried. Popolo: fail."""

    TIED = "tied"
    """As many on either side. Ours."""

    ADOPTED_BY_CONSENSUS = "adopted_by_consensus"
    """Nobody asked for a count. UN General Assembly: adopted without a vote."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Ballot(Fact):
    """How one party voted.

    Examples:
        >>> Ballot(party="aland", vote=BallotChoice.ABSTAIN).vote
        <BallotChoice.ABSTAIN: 'abstain'>
    """

    party: str = field(converter=to_one_actor)
    """The id of the one who voted."""

    vote: BallotChoice | Other
    """How they voted."""


def to_ballots(value: Iterable[Ballot]) -> tuple[Ballot, ...]:
    """Take several ballots."""
    return several(value, Ballot)


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Vote(Entity):
    """A vote, here or in another body.

    Examples:
        >>> Vote(id="v1", on="charter", in_favour=2, abstaining=1).in_favour
        2
    """

    kind_name: ClassVar[str] = "vote"
    """What the class is called in messages and addresses."""

    on: str | None = field(default=None, converter=to_one_thing)
    """The id of what was put to the vote, as a rule an agreement. `None` if not said."""

    body: str | None = field(default=None, converter=to_organization)
    """The id of the body that voted. `None` if it was the conference, or not said."""

    when: When | None = field(default=None, converter=to_when)
    """When it was taken. `None` if the record does not say."""

    in_favour: Count | None = None
    """How many were in favour, by the source. `None`, not zero, if not said."""

    against: Count | None = None
    """How many were against, by the source. `None`, not zero, if not said."""

    abstaining: Count | None = None
    """How many abstained, by the source. `None`, not zero, if not said."""

    absent: Count | None = None
    """How many were absent or did not vote, by the source. `None`, not zero, if not said."""

    ballots: tuple[Ballot, ...] = field(default=(), converter=to_ballots)
    """How each one voted, as far as known."""

    result: VoteResult | Other | None = None
    """What came out. `None` if the record does not say."""


def to_votes(value: Iterable[Vote]) -> tuple[Vote, ...]:
    """Take several votes."""
    return several(value, Vote)
