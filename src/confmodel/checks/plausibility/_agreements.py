"""What is odd about agreements and votes."""

from collections.abc import Iterator

from confmodel.checks.plausibility._observation import Observation, Spot
from confmodel.checks.plausibility._setting import Setting
from confmodel.errors import shown
from confmodel.model._standing import proof_of
from confmodel.model.agreement import Agreement, AgreementKind, AgreementStatus, ParticipantRole
from confmodel.model.group import Group
from confmodel.model.vote import Vote

_MADE = (
    None,
    AgreementStatus.AGREED,
    AgreementStatus.SIGNED,
    AgreementStatus.ADOPTED,
    AgreementStatus.IN_FORCE,
)
_NOTHING_DONE = (AgreementStatus.PROPOSED, AgreementStatus.DRAFTED, AgreementStatus.FAILED)


def agreed_by_nobody(setting: Setting, agreement: Agreement, spot: Spot) -> Iterator[Observation]:
    """W309: an agreement made here without parties."""
    if (
        agreement.is_made_here
        and agreement.status in _MADE
        and not agreement.parties
        and "parties" not in agreement.not_stated
        # A body adopts its resolutions; an article has the parties of its treaty.
        and agreement.kind is not AgreementKind.RESOLUTION
        and agreement.part_of is None
        and not agreement.acts
        and not any(each.by for each in agreement.commitments)
        and not any(each.role is ParticipantRole.SIGNATORY for each in agreement.other_participants)
        and agreement.id not in setting.voted_on
    ):
        yield spot.lacking("parties").observe(
            "W309",
            "nobody is named as a party",
            mend="name the parties or a group of them, or put 'parties' into not_stated",
        )


def status_against_acts(
    _setting: Setting, agreement: Agreement, spot: Spot
) -> Iterator[Observation]:
    """W313: a status that the dated acts contradict."""
    proof = proof_of(agreement)
    if proof is None:
        return
    proved, act = proof
    if agreement.status in _NOTHING_DONE:
        word = str(act.act).replace("_", " ")
        article = "an" if word[0] == "a" else "a"
        what = f"{article} {word} is dated {act.when}"
    elif agreement.status is AgreementStatus.IN_FORCE and proved is AgreementStatus.TERMINATED:
        what = "every party has left it"
    else:
        return
    yield spot.inside("status").observe(
        "W313",
        f"the status is {str(agreement.status)!r}, and {what}",
        mend="leave the status out, since it follows from the acts, or correct one of them",
        value=str(agreement.status),
    )


def party_and_no_party(setting: Setting, agreement: Agreement, spot: Spot) -> Iterator[Observation]:
    """W315: somebody who is a party, itself or within a group, and expressly none."""
    refused = [
        (place, position, each)
        for place, participant in enumerate(agreement.other_participants)
        if participant.role is ParticipantRole.NOT_PARTY
        for position, each in enumerate(participant.of)
    ]
    if not refused:
        return
    outside = frozenset(each for _, _, each in refused)
    parties = frozenset(agreement.parties)
    inside = set(outside & parties)
    for party in parties:
        group = setting.record.find(Group, party)
        if group is not None:
            inside |= outside.intersection(group.members)
    for place, position, each in refused:
        if each in inside:
            yield (
                spot.inside("other_participants", place)
                .inside("of", position)
                .observe(
                    "W315",
                    f"{shown(each)} is a party and no party",
                    mend="take one of them out",
                    value=each,
                )
            )


def two_ballots(_setting: Setting, vote: Vote, spot: Spot) -> Iterator[Observation]:
    """W315: two ballots by one party in one vote."""
    seen: set[str] = set()
    for position, ballot in enumerate(vote.ballots):
        if ballot.party in seen:
            yield spot.inside("ballots", position).observe(
                "W315",
                f"{shown(ballot.party)} votes more than once",
                mend="keep one ballot of each party",
                value=ballot.party,
            )
        seen.add(ballot.party)
