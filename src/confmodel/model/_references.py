"""References: which entities a field may name, and how an entity becomes its id.

There is one function for each set of kinds that some field allows. Type
checkers read what a constructor takes from its annotation; `KINDS` says the
same to the checks, which run later.
"""

import enum
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from confmodel._text import with_article
from confmodel.errors import InvalidValueError, shown
from confmodel.model._plain import plain_text, several_in_order

if TYPE_CHECKING:
    # Only type checkers need these: an entity is told by its `kind_name`.
    from confmodel.model.agreement import Agreement
    from confmodel.model.conference import Conference
    from confmodel.model.country import Country
    from confmodel.model.delegate import Delegate
    from confmodel.model.delegation import Delegation
    from confmodel.model.fact import Entity
    from confmodel.model.figure import Figure
    from confmodel.model.group import Group
    from confmodel.model.organization import Organization
    from confmodel.model.person import Person
    from confmodel.model.session import Session
    from confmodel.model.source import Source

    Actor: TypeAlias = Country | Organization | Delegation | Delegate | Person | Group

ACTORS = frozenset({"country", "organization", "delegation", "delegate", "person", "group"})
ANY = ACTORS | {
    "conference",
    "session",
    "statement",
    "agreement",
    "vote",
    "source",
    "figure",
    "discrepancy",
}
"""Every kind that may have an id."""


def to_actors(value: "Iterable[Actor | str]") -> tuple[str, ...]:
    """Take whoever can act: persons, delegations, countries, organizations, groups."""
    return _ids(value, ACTORS)


def to_actor(value: "Actor | str | None") -> str | None:
    """Take one who can act."""
    return _id_or_none(value, ACTORS)


def to_one_actor(value: "Actor | str") -> str:
    """Take one who can act, and who has to be there."""
    return _id(value, ACTORS)


def to_speakers(value: "Iterable[Actor | Agreement | Source | str]") -> tuple[str, ...]:
    """Take whoever can say something: an actor, a resolution, a study."""
    return _ids(value, KINDS[to_speakers])


def to_audience(value: "Iterable[Actor | Conference | Session | str]") -> tuple[str, ...]:
    """Take whoever can be spoken to: an actor, or all who are at the event or a session."""
    return _ids(value, KINDS[to_audience])


def to_relays(value: "Iterable[Actor | Source | str]") -> tuple[str, ...]:
    """Take whoever can pass on what another said."""
    return _ids(value, KINDS[to_relays])


def to_anything(value: "Iterable[Entity | Figure | str]") -> tuple[str, ...]:
    """Take anything that has an id."""
    return _ids(value, ANY)


def to_one_thing(value: "Entity | Figure | str | None") -> str | None:
    """Take one thing that has an id."""
    return _id_or_none(value, ANY)


def to_country(value: "Country | str | None") -> str | None:
    """Take a country."""
    return _id_or_none(value, KINDS[to_country])


def to_organization(value: "Organization | str | None") -> str | None:
    """Take an organization."""
    return _id_or_none(value, KINDS[to_organization])


def to_delegation(value: "Delegation | str | None") -> str | None:
    """Take a delegation."""
    return _id_or_none(value, KINDS[to_delegation])


def to_represented(value: "Iterable[Country | Organization | Group | str]") -> tuple[str, ...]:
    """Take those whom a delegation can stand for."""
    return _ids(value, KINDS[to_represented])


def to_someone(value: "Delegate | Person | str | None") -> str | None:
    """Take one human being."""
    return _id_or_none(value, KINDS[to_someone])


def to_session(value: "Session | str | None") -> str | None:
    """Take a session."""
    return _id_or_none(value, KINDS[to_session])


def to_session_ids(value: "Iterable[Session | str]") -> tuple[str, ...]:
    """Take several sessions."""
    return _ids(value, KINDS[to_session_ids])


def to_agreement(value: "Agreement | str | None") -> str | None:
    """Take an agreement."""
    return _id_or_none(value, KINDS[to_agreement])


def to_agreement_ids(value: "Iterable[Agreement | str]") -> tuple[str, ...]:
    """Take several agreements."""
    return _ids(value, KINDS[to_agreement_ids])


def to_figure(value: "Figure | str | None") -> str | None:
    """Take a figure that has an id."""
    return _id_or_none(value, KINDS[to_figure])


def to_source(value: "Source | str | None") -> str | None:
    """Take a source."""
    return _id_or_none(value, KINDS[to_source])


def to_one_source(value: "Source | str") -> str:
    """Take a source that has to be there."""
    return _id(value, KINDS[to_one_source])


KINDS: dict[Callable[..., object], frozenset[str]] = {
    to_actors: ACTORS,
    to_actor: ACTORS,
    to_one_actor: ACTORS,
    to_speakers: ACTORS | {"agreement", "source"},
    to_audience: ACTORS | {"conference", "session"},
    to_relays: ACTORS | {"source"},
    to_anything: ANY,
    to_one_thing: ANY,
    to_country: frozenset({"country"}),
    to_organization: frozenset({"organization"}),
    to_delegation: frozenset({"delegation"}),
    to_represented: frozenset({"country", "organization", "group"}),
    to_someone: frozenset({"delegate", "person"}),
    to_session: frozenset({"session"}),
    to_session_ids: frozenset({"session"}),
    to_agreement: frozenset({"agreement"}),
    to_agreement_ids: frozenset({"agreement"}),
    to_figure: frozenset({"figure"}),
    to_source: frozenset({"source"}),
    to_one_source: frozenset({"source"}),
}
"""The kinds that the field behind each function may refer to."""


def to_addresses(value: "Iterable[Entity | Figure | str]") -> tuple[str, ...]:
    """Take things that have an id, or addresses of the form `id/field`."""
    return _ids(value, ANY)


def to_address(value: "Entity | Figure | str | None") -> str | None:
    """Take a thing that has an id, or an address of the form `id/field`."""
    return _id_or_none(value, ANY)


def to_field_names(value: Iterable[str]) -> tuple[str, ...]:
    """Take names of fields."""
    names = []
    for place, name in enumerate(several_in_order(value)):
        if not isinstance(name, str) or isinstance(name, enum.Enum):
            raise InvalidValueError(
                code="E101",
                path=str(place),
                value=name,
                message=f"{shown(name)} is not the name of a field",
                help="give the name as text",
            )
        names.append(plain_text(name, path=str(place)))
    return tuple(names)


ADDRESSES: frozenset[Callable[..., object]] = frozenset({to_addresses, to_address})
"""The functions behind fields that hold addresses."""


def _ids(value: object, kinds: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        _id(one, kinds, path=str(place)) for place, one in enumerate(several_in_order(value))
    )


def _id_or_none(value: object, kinds: frozenset[str]) -> str | None:
    return None if value is None else _id(value, kinds)


def _id(value: object, kinds: frozenset[str], *, path: str = "") -> str:
    if isinstance(value, str) and not isinstance(value, enum.Enum):
        return plain_text(value, path=path)
    kind = getattr(value, "kind_name", None)
    if not isinstance(kind, str):
        raise InvalidValueError(
            code="E101",
            path=path,
            value=value,
            message=f"{shown(value)} is neither an entity nor an id",
            help="give the entity itself, or its id as text",
        )
    if kind not in kinds:
        raise InvalidValueError(
            code="E203",
            path=path,
            value=value,
            message=f"{with_article(kind)} cannot stand here",
            help=f"give one of: {', '.join(sorted(kinds))}",
        )
    identifier = getattr(value, "id", None)
    if not isinstance(identifier, str):
        raise InvalidValueError(
            code="E102",
            path=path,
            value=value,
            message=f"this {kind} has no id to refer to",
            help="give it an id first",
        )
    return identifier
