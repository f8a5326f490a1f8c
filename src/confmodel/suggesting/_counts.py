"""G421: a stated count, and what is listed."""

from collections.abc import Iterator

from confmodel.checks.plausibility import plausibility
from confmodel.model import Conference, Delegation, DiscrepancyKind, Evidence, Figure, Group, Vote
from confmodel.model._index import Identified
from confmodel.model._walk import evidence_in
from confmodel.suggesting._reading import Reading
from confmodel.suggesting.suggestion import Suggestion

_MOST_WORDS = 3
_NEARLY_ALL = 0.7
"""The share of a stated count beyond which a list that is not called complete looks so."""


def counts_against_lists(reading: Reading) -> Iterator[Suggestion]:
    """Make a suggestion of each finding W305 that the record does not accept.

    One place decides what agrees with a list: the check. So a count is never
    proposed that the check lets pass, nor the other way round.
    """
    record = reading.record
    accepted = {(each.code, each.at) for each in record.accepts}
    for observation in plausibility(record):
        finding = observation.finding
        if finding.code != "W305" or any(
            ("W305", address) in accepted for address in (None, *observation.addresses)
        ):
            continue
        owner, stated = _what_is_at(record, finding.pointer)
        counted = stated.counts if isinstance(stated, Figure) else None
        about = tuple(dict.fromkeys(filter(None, (observation.addresses[0], counted))))
        said, _, listed = finding.message.partition(" and ")
        words = stated.evidence if isinstance(stated, Figure) else owner.evidence
        yield reading.suggestion(
            "G421",
            DiscrepancyKind.COUNT_AGAINST_LIST,
            about,
            (
                reading.account(_said(stated, said), *words[:_MOST_WORDS]),
                reading.account(listed, *_words_for_list(record, owner, counted)),
            ),
            finding.pointer,
            finding.message,
        )


def nearly_complete_groups(reading: Reading) -> Iterator[Suggestion]:
    """Propose groups with nearly as many members as stated, of which none is called complete.

    The check lets them pass, since the others may not be known; but a source
    that says nine and then names eight deserves a second look.
    """
    record = reading.record
    for n, group in enumerate(record.groups):
        stated = group.stated_size
        if group.is_complete or stated is None or stated.value is None or stated.comparator:
            continue
        listed = len({*group.members})
        has_groups = any(isinstance(reading.thing(each), Group) for each in group.members)
        if has_groups or not _NEARLY_ALL * float(stated.value) <= listed < stated.value:
            continue
        address = f"{group.id}/stated_size"
        if any(
            each.code == "W305" and each.at in (None, group.id, address) for each in record.accepts
        ):
            continue
        yield reading.suggestion(
            "G421",
            DiscrepancyKind.COUNT_AGAINST_LIST,
            (address, f"{group.id}/members"),
            (
                reading.account(_said(stated, group.wording), *stated.evidence[:_MOST_WORDS]),
                reading.account(
                    f"{listed} are listed as its members", *_words_for_list(record, group, None)
                ),
            ),
            f"/groups/{n}/stated_size",
            f"{stated.value:f} are stated and {listed} are listed as its members",
        )


def _what_is_at(record: Conference, pointer: str) -> tuple[Identified, object]:
    """Follow a pointer of the check to the last entity, and to what it leads to."""
    owner: Identified = record
    at: object = record
    for step in pointer.split("/")[1:]:
        at = at[int(step)] if isinstance(at, tuple) else getattr(at, step)
        if isinstance(at, Delegation | Group | Vote) or getattr(at, "kind_name", "") in (
            "statement",
            "agreement",
        ):
            owner = at  # type: ignore[assignment]  # one of the classes with an id
    return owner, at


def _said(stated: object, otherwise: str) -> str:
    if isinstance(stated, Figure) and stated.of is not None and stated.value is not None:
        return f"{stated.wording or format(stated.value, 'f')} {stated.of}"
    return otherwise


def _words_for_list(
    record: Conference, owner: Identified, counted: str | None
) -> Iterator[Evidence]:
    if counted is not None:
        identifier, _, name = counted.partition("/")
        owner = record[identifier]
        if not name:
            name = "members"
    else:
        name = "members" if isinstance(owner, Group) else ""
    if isinstance(owner, Delegation):
        people = record.delegates_of(owner)
        yield from (each.evidence[0] for each in people if each.evidence)
        return
    found = evidence_in(owner, name or None) or owner.evidence
    yield from found[: 12 if name in ("delegations", "delegates") else _MOST_WORDS]
