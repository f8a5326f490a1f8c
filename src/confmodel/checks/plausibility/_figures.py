"""What is odd about figures, and counts that differ from what is listed."""

import math
from collections.abc import Iterator

from confmodel.checks.plausibility._lists import Listed
from confmodel.checks.plausibility._observation import Observation, Spot
from confmodel.checks.plausibility._setting import Setting
from confmodel.errors import shown
from confmodel.model.delegation import Delegation
from confmodel.model.figure import Comparator, Direction, Figure, FigureMode, Unit
from confmodel.model.group import Group
from confmodel.model.vote import BallotChoice, Vote


def change_without_baseline(_setting: Setting, figure: Figure, spot: Spot) -> Iterator[Observation]:
    """W302: a change in percent that is compared with nothing."""
    if (
        figure.unit is Unit.PERCENT
        and figure.direction in (Direction.INCREASE, Direction.DECREASE)
        and figure.baseline is None
        and "baseline" not in figure.not_stated
    ):
        size = _number(figure)
        article = "an" if figure.direction is Direction.INCREASE else "a"
        yield spot.lacking("baseline").observe(
            "W302",
            f"{article} {figure.direction} of {size} percent is compared with nothing",
            mend="give the baseline in the words of the source, "
            "or put 'baseline' into not_stated if it gives none",
            value=size,
        )


def money_and_currency(_setting: Setting, figure: Figure, spot: Spot) -> Iterator[Observation]:
    """W310: money without a currency, or a currency without money."""
    if figure.unit is Unit.MONEY:
        if figure.currency is None and "currency" not in figure.not_stated:
            size = _number(figure)
            yield spot.lacking("currency").observe(
                "W310",
                f"{size} is an amount of money without a currency",
                mend="give the currency, or put 'currency' into not_stated",
                value=size,
            )
    # A price, such as dollars a barrel, is a measure of another kind.
    elif figure.currency is not None and figure.unit is not Unit.OTHER:
        yield spot.inside("currency").observe(
            "W310",
            f"the figure has the currency {figure.currency}, and its unit is {figure.unit.value!r}",
            mend="set unit to 'money', or take the currency out",
            value=figure.currency,
        )


def count_against_list(setting: Setting, figure: Figure, spot: Spot) -> Iterator[Observation]:
    """W305: a count that differs from what it says it counts."""
    if figure.counts is not None:
        listed = setting.lists.at(figure.counts)
        where = f"at {shown(figure.counts)}"
        yield from _difference(setting, figure, listed, spot, address=figure.counts, where=where)


def size_of_delegation(
    setting: Setting, delegation: Delegation, spot: Spot
) -> Iterator[Observation]:
    """W305: more people listed than the source says the delegation had."""
    stated = delegation.stated_size
    if stated is not None:
        listed = setting.lists.people_of(delegation)
        inside = spot.inside("stated_size", owner=stated.id)
        yield from _difference(
            setting,
            stated,
            listed,
            inside,
            address=f"{delegation.id}/stated_size",
            where="as its delegates",
        )


def size_of_group(setting: Setting, group: Group, spot: Spot) -> Iterator[Observation]:
    """W305: members listed that are not as many as the source says."""
    stated = group.stated_size
    # A complete group without members is a finding of its own, W318.
    if stated is not None and group.members:
        listed = setting.lists.members_of(group)
        inside = spot.inside("stated_size", owner=stated.id)
        yield from _difference(
            setting,
            stated,
            listed,
            inside,
            address=f"{group.id}/stated_size",
            where="as its members",
        )


_COUNTED_AS = {
    BallotChoice.YES: "in_favour",
    BallotChoice.NO: "against",
    BallotChoice.ABSTAIN: "abstaining",
    BallotChoice.ABSENT: "absent",
    BallotChoice.NOT_VOTING: "absent",
}


def ballots_against_count(setting: Setting, vote: Vote, spot: Spot) -> Iterator[Observation]:
    """W305: more ballots listed than the source counts."""
    parties: dict[str, set[str]] = {}
    for ballot in vote.ballots:
        if isinstance(ballot.vote, BallotChoice):
            parties.setdefault(_COUNTED_AS[ballot.vote], set()).add(ballot.party)
    for name in dict.fromkeys(_COUNTED_AS.values()):
        stated: int | None = getattr(vote, name)
        listed = len(parties.get(name, ()))
        # Fewer are no contradiction: ballots are listed as far as they are known.
        inside = spot.inside(name)
        is_known = not setting.known_differences.isdisjoint(inside.addresses)
        if stated is not None and listed > stated and not is_known:
            yield inside.observe(
                "W305",
                f"{stated} are stated as {name} and {listed} such ballots are listed",
                mend=_mend(f"{vote.id}/{name}"),
                value=stated,
            )


def _difference(
    setting: Setting,
    figure: Figure,
    listed: Listed | None,
    spot: Spot,
    *,
    address: str,
    where: str,
) -> Iterator[Observation]:
    bounds = _bounds(figure)
    if listed is None or bounds is None or listed.fits(*bounds):
        return
    if not setting.known_differences.isdisjoint((address, *spot.addresses)):
        return
    size = _number(figure)
    yield spot.observe(
        "W305",
        f"{size} are stated and {listed.length} are listed {where}",
        mend=_mend(address),
        value=size,
    )


def _bounds(figure: Figure) -> tuple[float, float] | None:
    """Give the smallest and the largest count that the words allow; `None` if it is no count."""
    if (
        figure.unit is not Unit.COUNT
        or figure.direction is not None
        or figure.is_each
        or figure.mode not in (None, FigureMode.CLAIMED)
    ):
        return None
    low, high = figure.low, figure.high
    if figure.value is not None:
        low = high = figure.value
    if low is None and high is None:
        return None
    smallest = -math.inf if low is None else float(low)
    largest = math.inf if high is None else float(high)
    if figure.comparator is None:
        return smallest, largest
    if figure.comparator is Comparator.UP_TO:
        return -math.inf, largest
    # "More than twenty" need not name them, and "about twenty" is wide.
    if figure.comparator is Comparator.UNDER and high is not None:
        return -math.inf, math.ceil(largest) - 1
    return None


def _mend(address: str) -> str:
    return (
        "correct one of them, or record a discrepancy of the kind 'count_against_list' "
        f"about {shown(address)}"
    )


def _number(figure: Figure) -> str:
    if figure.value is not None:
        return f"{figure.value:f}"
    if figure.low is not None or figure.high is not None:
        ends = ("" if end is None else f"{end:f}" for end in (figure.low, figure.high))
        return " to ".join(ends).strip()
    if figure.ratio:
        return ":".join(f"{term.value:f}" for term in figure.ratio)
    return shown(figure.wording)
