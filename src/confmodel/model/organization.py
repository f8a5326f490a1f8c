"""Organizations: bodies that are no state."""

import enum
from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._constraints import Text
from confmodel.model._dates import to_when
from confmodel.model._references import to_country, to_organization
from confmodel.model.fact import Entity
from confmodel.model.name import Name, to_names
from confmodel.model.when import When


class OrganizationKind(enum.StrEnum):
    """What kind of body it is."""

    IGO = "igo"
    """Founded by states, such as the United Nations. PLOVER and CAMEO: IGO."""

    NGO = "ngo"
    """Founded by private persons for a public purpose. CAMEO: NGO."""

    GOVERNMENT = "government"
    """The government of a country as a whole. PLOVER: GOV."""

    MINISTRY = "ministry"
    """A department of a government. W3C ORG: OrganizationalUnit."""

    AGENCY = "agency"
    """A public authority beneath a ministry, such as a police. PLOVER: COP, SPY."""

    PARLIAMENT = "parliament"
    """A legislature. PLOVER: LEG."""

    COURT = "court"
    """A court or tribunal. PLOVER: JUD."""

    ARMED_FORCES = "armed_forces"
    """A military force of a state. PLOVER: MIL."""

    ARMED_GROUP = "armed_group"
    """An armed force that is no state's. PLOVER: REB, UAF."""

    PARTY = "party"
    """A political party. PLOVER: PTY."""

    COMPANY = "company"
    """A business. PLOVER: BUS."""

    MEDIA = "media"
    """A newspaper, agency or station. PLOVER: MED."""

    PEOPLE = "people"
    """A people or community without a state of its own. Ours."""

    COALITION = "coalition"
    """States or bodies that act together without a body of their own. Ours."""

    REGION = "region"
    """A part of the world that is neither a state nor a body. UN M49: region."""

    SERIES = "series"
    """A series of events under one name. schema.org: EventSeries."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Organization(Entity):
    """A body that is no state: an IGO, a ministry, a company, a people, a coalition.

    Examples:
        >>> Organization(id="fia", name="Federal Investigation Agency", acronym="FIA").acronym
        'FIA'
    """

    kind_name: ClassVar[str] = "organization"
    """What the class is called in messages and addresses."""

    name: Text
    """The name as printed."""

    other_names: tuple[Name, ...] = field(default=(), converter=to_names)
    """What else it is called."""

    acronym: Text | None = None
    """Its initial letters. `None` if the record does not say."""

    kind: OrganizationKind | Other | None = None
    """What kind of body it is. `None` if the record does not say."""

    country: str | None = field(default=None, converter=to_country)
    """The id of the country it belongs to. `None` if it is of none, or not said."""

    parent: str | None = field(default=None, converter=to_organization)
    """The id of the organization it is a part of. `None` if of none, or not said."""

    founded: When | None = field(default=None, converter=to_when)
    """When it was founded. `None` if the record does not say."""


def to_organizations(value: Iterable[Organization]) -> tuple[Organization, ...]:
    """Take several organizations."""
    return several(value, Organization)
