"""The conditions of questions about what was agreed."""

from collections.abc import Iterator
from typing import Any, Final

from confmodel.model import Agreement, Group, Other, ParticipantRole, When
from confmodel.query._memory.causes import Cause, by_sides
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
    with_figures,
)
from confmodel.query._memory.times import is_due
from confmodel.query._memory.view import Thing, View
from confmodel.query._memory.words import has_words
from confmodel.query.reason import How
from confmodel.query.standing import standing_of


def parties_of(agreement: Agreement) -> tuple[str, ...]:
    """Give those who agreed; those who pledge something are parties, too."""
    if not agreement.commitments:
        return agreement.parties
    pledged = (each for commitment in agreement.commitments for each in commitment.by)
    return tuple(dict.fromkeys((*agreement.parties, *pledged)))


def beneficiaries_of(agreement: Agreement) -> tuple[str, ...]:
    """Give those for whose benefit it is, of the whole or of one commitment."""
    if not agreement.commitments:
        return agreement.beneficiaries
    benefited = (each for pledge in agreement.commitments for each in pledge.beneficiaries)
    return tuple(dict.fromkeys((*agreement.beneficiaries, *benefited)))


def dues_of(made: Agreement) -> tuple[When, ...]:
    """Give the dates by which it, or one commitment in it, has to be done."""
    dates = (made.due, *(each.due for each in made.commitments))
    return tuple(each for each in dates if each is not None)


def outsiders_of(made: Agreement) -> tuple[str, ...]:
    """Give those of whom the source says that they are no party."""
    return tuple(
        each
        for participant in made.other_participants
        if participant.role is ParticipantRole.NOT_PARTY
        for each in participant.of
    )


def by(view: View, made: Agreement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - all conditions are called alike
    """Ask for a party."""
    ids = parties_of(made)
    return by_sides(view, "by", value, KINDS["by"], ids, certainly=certainly) or None


def between(view: View, made: Agreement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for several parties, all of them."""
    ids = parties_of(made)
    found = by_sides(view, "between", value, KINDS["between"], ids, certainly=certainly)
    return found if len(found) == len(value) else None


def benefits(view: View, made: Agreement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for whose benefit."""
    ids = beneficiaries_of(made)
    found = by_sides(
        view, "benefits", value, KINDS["benefits"], ids, certainly=certainly, of_country=True
    )
    return found or None


def not_party(view: View, made: Agreement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask who is no party."""
    kinds = KINDS["not_party"]
    outside = outsiders_of(made)
    named = by_sides(view, "not_party", value, kinds, outside, certainly=certainly)
    if named:
        return named
    causes = []
    parties = parties_of(made)
    for name in value:
        meant = view.meant(name, kinds)
        if meant is None:
            continue
        # Certainly outside is whoever is not even possibly inside a complete list.
        inside = by_sides(view, "by", (name,), kinds, parties, certainly=not certainly)
        if not inside and (not certainly or is_complete(view, parties)):
            causes.append(Cause("not_party", name, How.NOT_NAMED, meant))
    return tuple(causes) or None


def is_complete(view: View, parties: tuple[str, ...]) -> bool:
    """Tell whether everybody behind the parties is named."""
    groups = view.groups
    open_ones, seen = list(parties), set(parties)
    while open_ones:
        group: Group | None = groups.get(open_ones.pop())
        if group is None:
            continue
        if not group.is_complete:
            return False
        new = [each for each in group.members if each not in seen]
        seen.update(new)
        open_ones += new
    return bool(parties)


def others_in(made: Agreement) -> tuple[str, ...]:
    """Give those who have another role in it."""
    return tuple(each for other in made.other_participants for each in other.of)


def participant(view: View, made: Agreement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for somebody with another role."""
    ids = others_in(made)
    found = by_sides(view, "participant", value, KINDS["participant"], ids, certainly=certainly)
    return found or None


def role(_view: View, made: Agreement, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for another role."""
    return met(is_so=any(each.role in value for each in made.other_participants))


def roles_of(made: Agreement) -> Iterator[tuple[ParticipantRole | Other, tuple[str, ...]]]:
    """Go through the other roles, each with the ids of those who have it."""
    return ((each.role, each.of) for each in made.other_participants)


def participant_with_role(
    view: View,
    made: Agreement,
    _thing: Thing,
    value: Any,
    certainly: bool,  # noqa: FBT001 - as above
) -> Outcome:
    """Ask for somebody with this role: one participant has to have both."""
    names, roles = value
    ids = [each for role, of in roles_of(made) if role in roles for each in of]
    found = by_sides(view, "participant", names, KINDS["participant"], ids, certainly=certainly)
    return found or None


def status(_view: View, made: Agreement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask how far it has come, by what is stated and by its dated acts."""
    if not made.acts:
        return MET if made.status in value else None
    standing = standing_of(made)
    found = (standing.status,) if certainly else standing.possible
    return met(is_so=any(each in value for each in found))


def texts_of(made: Agreement) -> Iterator[str | None]:
    """Give the texts in which words of it stand."""
    yield from (made.title, made.text, made.condition)
    yield from (each.text for each in made.commitments)


def text(_view: View, made: Agreement, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask for words of it."""
    return met(is_so=any(has_words(each, value) for each in texts_of(made)))


def due_by(_view: View, made: Agreement, _thing: Thing, value: Any, certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask by when it has to be done."""
    return met(is_so=any(is_due(each, value, certainly=certainly) for each in dues_of(made)))


def made_here(_view: View, made: Agreement, _thing: Thing, value: Any, _certainly: bool) -> Outcome:  # noqa: FBT001 - as above
    """Ask whether it was made at the event."""
    return MET if made.is_made_here == value else None


def conditional(
    _view: View,
    made: Agreement,
    _thing: Thing,
    value: Any,
    _certainly: bool,  # noqa: FBT001 - as above
) -> Outcome:
    """Ask for a condition."""
    conditions = (made.condition, *(each.condition for each in made.commitments))
    return met(is_so=any(each is not None for each in conditions) == value)


CONDITIONS: Final[dict[str, Condition]] = {
    "by": by,
    "between": between,
    "benefits": benefits,
    "not_party": not_party,
    "participant": participant,
    "role": role,
    "participant/role": participant_with_role,
    "kind": chosen("kind"),
    "status": status,
    "strength": chosen("strength"),
    "text": text,
    "due_by": due_by,
    "made_here": made_here,
    "conditional": conditional,
    "since": dated("since"),
    "until": dated("until"),
    "during": dated("during"),
    "grounded": grounded,
    "contradicted": contradicted,
    "with_figures": with_figures,
}
