"""What is odd about those who take part: delegations, people, groups."""

from collections.abc import Iterator

from confmodel.checks.plausibility._observation import Observation, Spot
from confmodel.checks.plausibility._setting import Setting
from confmodel.errors import shown
from confmodel.model.delegate import Function
from confmodel.model.delegation import Delegation
from confmodel.model.group import Group, Quantifier
from confmodel.model.person import Human

_SEVERAL = 2
_LEADERS = (Function.HEAD, Function.DEPUTY_HEAD)


def nobody_leads(setting: Setting, delegation: Delegation, spot: Spot) -> Iterator[Observation]:
    """W301: a delegation of several without a head."""
    people = setting.record.delegates_of(delegation)
    if len(people) < _SEVERAL or any(each.function in _LEADERS for each in people):
        return
    for each in people:
        # Where every function is given or was looked for, the source names no head.
        if each.function is None and "function" not in each.not_stated:
            yield spot.observe(
                "W301",
                f"nobody is head of the delegation {shown(delegation.id)}, "
                f"and the function of {shown(each.id)} is open",
                mend="set function to 'head' for the one who leads it, or put 'function' into "
                "not_stated of everyone whose function the source does not say",
                value=delegation.id,
            )
            return


def stands_for_nobody(
    _setting: Setting, delegation: Delegation, spot: Spot
) -> Iterator[Observation]:
    """W317: a delegation that stands for nobody."""
    if not delegation.of and "of" not in delegation.not_stated:
        yield spot.lacking("of").observe(
            "W317",
            f"the delegation {shown(delegation.id)} stands for nobody",
            mend="name in of whom it stands for, or put 'of' into not_stated",
            value=delegation.id,
        )


def person_without_name(_setting: Setting, person: Human, spot: Spot) -> Iterator[Observation]:
    """W312: a person of whom nothing says who they are."""
    if (
        person.name is None
        and person.described_as is None
        and not person.other_names
        # "The foreign minister of Boria" says who is meant.
        and not person.offices
        and "name" not in person.not_stated
    ):
        yield spot.lacking("name").observe(
            "W312",
            f"the {person.kind_name} {shown(person.id)} has neither a name nor a description",
            mend="give the name, or put the words of the source into described_as, "
            "or put 'name' into not_stated",
            value=person.id,
        )


def complete_without_members(_setting: Setting, group: Group, spot: Spot) -> Iterator[Observation]:
    """W318: a complete group of nobody."""
    if group.is_complete and not group.members and group.quantifier is not Quantifier.NONE:
        yield spot.lacking("members").observe(
            "W318",
            f"the group {shown(group.id)} is complete and has no members",
            mend="name the members, or leave is_complete out",
            value=group.id,
        )


def excluded_member(_setting: Setting, group: Group, spot: Spot) -> Iterator[Observation]:
    """W318: a member whom the words of the group leave out."""
    excluded = frozenset(group.excluding)
    for position, member in enumerate(group.members):
        if member in excluded:
            yield spot.inside("members", position).observe(
                "W318",
                f"{shown(member)} is a member of {shown(group.id)} and left out of it",
                mend="take it out of members or of excluding",
                value=member,
            )


def stranger(setting: Setting, group: Group, spot: Spot) -> Iterator[Observation]:
    """W318: a member that does not belong to what the group is a part of."""
    insiders = None if group.out_of is None else setting.insiders_of(group.out_of)
    if insiders is None:
        return
    for position, member in enumerate(group.members):
        names = setting.names_of(member)
        if names is not None and insiders.isdisjoint(names):
            yield spot.inside("members", position).observe(
                "W318",
                f"{shown(member)} is a member of {shown(group.id)} and not inside "
                f"{shown(group.out_of)}, which it is a part of",
                mend="correct the members of one of them, or take out_of away",
                value=member,
            )
