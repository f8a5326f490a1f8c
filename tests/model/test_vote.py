"""`Vote` and its `Ballot`s."""

import pytest

from confmodel.model import (
    Agreement,
    Ballot,
    BallotChoice,
    Country,
    Organization,
    Other,
    Source,
    Statement,
    Vote,
    VoteResult,
    When,
)
from tests.model.helpers import refusal


def test_references_given_as_entities_are_kept_as_their_ids() -> None:
    vote = Vote(
        id="v1",
        on=Agreement(id="charter"),
        body=Organization(id="senate", name="Senate"),
        when=1955,
        ballots=[Ballot(party=Country(id="aland", name="Aland"), vote=BallotChoice.YES)],
        result=VoteResult.ADOPTED,
    )

    assert (vote.on, vote.body, vote.when) == ("charter", "senate", When("1955"))
    assert vote.ballots[0].party == "aland"


def test_statement_can_be_put_to_the_vote() -> None:
    assert Vote(id="v1", on=Statement(id="s1")).on == "s1"


@pytest.mark.parametrize("field", ["in_favour", "against", "abstaining", "absent"])
def test_votes_are_counted_in_whole_numbers_from_zero(field: str) -> None:
    assert getattr(Vote(id="v1", **{field: 0}), field) == 0  # type: ignore[arg-type]
    for wrong in (-1, 1.5, "1", True):
        assert refusal(Vote, id="v1", **{field: wrong}).path == field


def test_none_in_favour_and_not_said_differ() -> None:
    assert Vote(id="v1", in_favour=0) != Vote(id="v1")


def test_source_cannot_vote() -> None:
    error = refusal(Ballot, party=Source(id="gazette"), vote=BallotChoice.NO)

    assert (error.code, error.path) == ("E203", "party")


def test_choice_and_result_are_open() -> None:
    assert Ballot(party="aland", vote=Other(other="yes, if")).vote == Other(other="yes, if")
    assert Vote(id="v1", result=Other(other="annulled")).result == Other(other="annulled")
