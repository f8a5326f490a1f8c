"""The conditions of questions about what was put to the vote."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from confmodel.model import BallotChoice, Other, Vote
from confmodel.query._memory.amounts import INFINITE, Range, is_at_least, is_at_most
from confmodel.query._memory.causes import by_sides
from confmodel.query._memory.conditions import (
    KINDS,
    MET,
    Condition,
    Outcome,
    chosen,
    contradicted,
    dated,
    grounded,
    met,
)
from confmodel.query._memory.view import Thing, View

COUNTED: Final = {
    "in_favour": BallotChoice.YES,
    "against": BallotChoice.NO,
    "abstaining": BallotChoice.ABSTAIN,
}
"""The counts that can be asked for, each with the ballots that are counted."""


def subjects_of(vote: Vote) -> tuple[str, ...]:
    """Give the id of what was put to the vote."""
    return () if vote.on is None else (vote.on,)


def bodies_of(vote: Vote) -> tuple[str, ...]:
    """Give the id of another body that voted."""
    return () if vote.body is None else (vote.body,)


def voters_of(vote: Vote) -> tuple[str, ...]:
    """Give the ids of those who have a ballot."""
    return tuple(each.party for each in vote.ballots)


def ballots_of(vote: Vote) -> Iterator[tuple[BallotChoice | Other, tuple[str, ...]]]:
    """Go through the choices, each with the id of who has made it."""
    return ((each.vote, (each.party,)) for each in vote.ballots)


def range_of(vote: Vote, count: str) -> Range:
    """Give the numbers that a count can be: what is stated, or as many as have such a ballot."""
    stated: int | None = getattr(vote, count)
    if stated is not None:
        low = high = Decimal(stated)
    else:
        voters = {each.party for each in vote.ballots if each.vote is COUNTED[count]}
        low, high = Decimal(len(voters)), INFINITE
    return Range(low=low, high=high, is_above=False, is_below=False)


def named(field: str, ids_of: Any) -> Condition:
    """Ask for those who are named somewhere."""

    def condition(view: View, vote: Vote, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - all conditions are called alike
        return by_sides(view, field, value, KINDS[field], ids_of(vote), certainly=certainly) or None

    return condition


def choice(_view: View, vote: Vote, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask how somebody voted."""
    return met(is_so=any(each.vote in value for each in vote.ballots))


def voter_with_choice(
    view: View,
    vote: Vote,
    _thing: Thing,
    value: Any,
    certainly: bool,  # noqa: FBT001 - as above
) -> Outcome:
    """Ask how one voted: one ballot has to have both."""
    names, choices = value
    ids = [each for choice, of in ballots_of(vote) if choice in choices for each in of]
    return by_sides(view, "voter", names, KINDS["voter"], ids, certainly=certainly) or None


def taken_here(_view: View, vote: Vote, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whether the conference voted."""
    return MET if (vote.body is None) == value else None


def at_least(count: str) -> Condition:
    """Ask for a lower bound of a count."""

    def condition(_view: View, vote: Vote, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
        return met(is_so=is_at_least(range_of(vote, count), value, certainly=certainly))

    return condition


def at_most(count: str) -> Condition:
    """Ask for an upper bound of a count."""

    def condition(_view: View, vote: Vote, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
        return met(is_so=is_at_most(range_of(vote, count), value, certainly=certainly))

    return condition


CONDITIONS: Final[dict[str, Condition]] = {
    "voted_on": named("voted_on", subjects_of),
    "body": named("body", bodies_of),
    "taken_here": taken_here,
    "voter": named("voter", voters_of),
    "choice": choice,
    "voter/choice": voter_with_choice,
    "result": chosen("result"),
    **{f"{count}_at_least": at_least(count) for count in COUNTED},
    **{f"{count}_at_most": at_most(count) for count in COUNTED},
    "since": dated("since"),
    "until": dated("until"),
    "during": dated("during"),
    "grounded": grounded,
    "contradicted": contradicted,
}
