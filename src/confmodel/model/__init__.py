"""The domain: one noun a file; knows no format and no file."""

from confmodel.countries.state import CodeStatus
from confmodel.model._base import Other, Record
from confmodel.model.acceptance import Acceptance
from confmodel.model.agreement import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Commitment,
    ConsentAct,
    ConsentActKind,
    Participant,
    ParticipantRole,
    Strength,
)
from confmodel.model.conference import (
    FORMAT_VERSION,
    Conference,
    ConferenceKind,
    ConferenceLevel,
)
from confmodel.model.country import Country
from confmodel.model.delegate import Delegate, Function
from confmodel.model.delegation import Attendance, Capacity, Delegation
from confmodel.model.discrepancy import Account, Discrepancy, DiscrepancyKind
from confmodel.model.event import Edition, EventLink
from confmodel.model.evidence import Basis, Evidence, Seal
from confmodel.model.extra import Extra
from confmodel.model.fact import Entity, Fact
from confmodel.model.figure import Comparator, Direction, Figure, FigureMode, RatioTerm, Unit
from confmodel.model.group import Group, Quantifier
from confmodel.model.identifier import Identifier
from confmodel.model.name import Name, NameKind
from confmodel.model.office import Office
from confmodel.model.organization import Organization, OrganizationKind
from confmodel.model.person import Person
from confmodel.model.place import Place
from confmodel.model.quotation import Quotation
from confmodel.model.role import Role, RoleKind
from confmodel.model.session import EventStatus, Session, SessionKind
from confmodel.model.source import (
    Part,
    PartKind,
    Source,
    SourceKind,
    SourceLink,
    SourceRelation,
)
from confmodel.model.statement import Act, Manner, Modality, Statement
from confmodel.model.topic import Topic
from confmodel.model.vote import Ballot, BallotChoice, Vote, VoteResult
from confmodel.model.when import Precision, When

__all__ = [
    "Acceptance",
    "Account",
    "Act",
    "Agreement",
    "AgreementKind",
    "AgreementStatus",
    "Attendance",
    "Ballot",
    "BallotChoice",
    "Basis",
    "Capacity",
    "CodeStatus",
    "Commitment",
    "Comparator",
    "Conference",
    "ConferenceKind",
    "ConferenceLevel",
    "ConsentAct",
    "ConsentActKind",
    "Country",
    "Delegate",
    "Delegation",
    "Direction",
    "Discrepancy",
    "DiscrepancyKind",
    "Edition",
    "Entity",
    "EventLink",
    "EventStatus",
    "Evidence",
    "Extra",
    "FORMAT_VERSION",
    "Fact",
    "Figure",
    "FigureMode",
    "Function",
    "Group",
    "Identifier",
    "Manner",
    "Modality",
    "Name",
    "NameKind",
    "Office",
    "Organization",
    "OrganizationKind",
    "Other",
    "Part",
    "PartKind",
    "Participant",
    "ParticipantRole",
    "Person",
    "Place",
    "Precision",
    "Quantifier",
    "Quotation",
    "RatioTerm",
    "Record",
    "Role",
    "RoleKind",
    "Seal",
    "Session",
    "SessionKind",
    "Source",
    "SourceKind",
    "SourceLink",
    "SourceRelation",
    "Statement",
    "Strength",
    "Topic",
    "Unit",
    "Vote",
    "VoteResult",
    "When",
]
