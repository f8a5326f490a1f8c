"""Roles: what is done for the event, besides hosting, organizing and chairing it."""

import enum
from collections.abc import Iterable

import attrs
from attrs import field

from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._dates import to_when
from confmodel.model._references import to_speakers
from confmodel.model.fact import Fact
from confmodel.model.when import When


class RoleKind(enum.StrEnum):
    """What somebody does for the event, besides hosting, organizing and chairing."""

    SPONSOR = "sponsor"
    """Pays for it. schema.org: sponsor."""

    CO_SPONSOR = "co_sponsor"
    """Calls it together with others, in whose name it is held. Ours."""

    MEDIATOR = "mediator"
    """Helps the others to agree. PA-X: third party."""

    GUEST_OF_HONOUR = "guest_of_honour"
    """Is honoured by it. Wikidata P967: guest of honour."""

    OPENED_BY = "opened_by"
    """Opened it. Wikidata P542: opened by."""

    CLOSED_BY = "closed_by"
    """Closed it. Ours."""

    MANDATED_BY = "mandated_by"
    """Asked for it to be held. Ours."""

    SECRETARIAT = "secretariat"
    """Serves it. UN General Assembly, rules of procedure: Secretariat."""

    RAPPORTEUR = "rapporteur"
    """Reports on it to all. UN General Assembly, rule 103: Rapporteur."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Role(Fact):
    """What somebody does for the event, besides hosting, organizing and chairing.

    Examples:
        >>> Role(kind=RoleKind.OPENED_BY, by=["s-carter"]).by
        ('s-carter',)
    """

    kind: RoleKind | Other
    """What they do."""

    by: tuple[str, ...] = field(default=(), converter=to_speakers)
    """The ids of those who do it: actors, or a resolution that mandates it."""

    when: When | None = field(default=None, converter=to_when)
    """When they do it, if not all the time. `None` if not said."""


def to_roles(value: Iterable[Role]) -> tuple[Role, ...]:
    """Take several roles."""
    return several(value, Role)
