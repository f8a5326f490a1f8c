"""At least two named examples of each public class of the model.

They refer to each other: whatever stands here can be housed in the minimal
conference `CAST`, which holds everything that is referred to.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

import attrs

from confmodel.model import (
    Acceptance,
    Account,
    Act,
    Agreement,
    AgreementKind,
    AgreementStatus,
    Attendance,
    Ballot,
    BallotChoice,
    Basis,
    Capacity,
    CodeStatus,
    Commitment,
    Comparator,
    Conference,
    ConferenceKind,
    ConferenceLevel,
    ConsentAct,
    ConsentActKind,
    Country,
    Delegate,
    Delegation,
    Direction,
    Discrepancy,
    DiscrepancyKind,
    Edition,
    Entity,
    EventLink,
    EventStatus,
    Evidence,
    Extra,
    Fact,
    Figure,
    FigureMode,
    Function,
    Group,
    Identifier,
    Manner,
    Modality,
    Name,
    NameKind,
    Office,
    Organization,
    OrganizationKind,
    Other,
    Part,
    Participant,
    ParticipantRole,
    PartKind,
    Person,
    Place,
    Quantifier,
    Quotation,
    RatioTerm,
    Record,
    Role,
    RoleKind,
    Seal,
    Session,
    SessionKind,
    Source,
    SourceKind,
    SourceLink,
    SourceRelation,
    Statement,
    Strength,
    Topic,
    Unit,
    Vote,
    VoteResult,
    When,
)

Examples: TypeAlias = Mapping[str, Any]

BASES = (Record, Fact, Entity)
"""Public only so that others can be told by them; no document holds one."""

VALUES = (Extra, When)
"""Plain values that are no attrs classes; `When` has its own tests beside these."""

OUR_OWN = Extra({"x-desk": {"checked": True, "by": ["mk", None]}, "x-batch": 7, "x-share": 0.5})

words = Evidence(source="gazette", exact="met on the lake", start=12)


def _common() -> dict[str, Any]:
    return {"evidence": [words], "note": "Seen in the second edition too.", "extra": OUR_OWN}


def _of_entity() -> dict[str, Any]:
    return {**_common(), "identifiers": [Identifier(scheme="wikidata", value="Q1")]}


CAST = Conference(
    id="lakeside-2031",
    name="Lakeside Conference",
    figures=[Figure(id="fall", value=20, unit=Unit.PERCENT)],
    sources=[Source(id="gazette"), Source(id="agency")],
    countries=[Country(id="aland", name="Aland"), Country(id="boria", name="Boria")],
    organizations=[
        Organization(id="commission", name="Commission"),
        Organization(id="series", name="S"),
    ],
    delegations=[Delegation(id="a", of=["aland"]), Delegation(id="b", of=["boria"])],
    delegates=[Delegate(id="r-vale", delegation="a"), Delegate(id="t-okri", delegation="b")],
    people=[Person(id="elder", name="An Elder")],
    groups=[Group(id="both", wording="both ministers", members=["a", "b"])],
    sessions=[Session(id="opening")],
    statements=[Statement(id="s1", speakers=["r-vale"])],
    agreements=[Agreement(id="gauges"), Agreement(id="charter")],
    votes=[Vote(id="v1", on="charter")],
    discrepancies=[Discrepancy(id="d1")],
)
"""A conference of few words, in which every reference of the gallery leads somewhere."""

GALLERY: Mapping[type, Examples] = {
    Record: {"minimal": Record(), "full": Record(extra=OUR_OWN)},
    Fact: {"minimal": Fact(), "full": Fact(**_common())},
    Entity: {"minimal": Entity(id="thing"), "full": Entity(id="0.a_b-c", **_of_entity())},
    Other: {"minimal": Other(other="working lunch"), "other script": Other(other="工作午餐 🍜")},
    Extra: {
        "one": Extra({"x-a": None}),
        "full": OUR_OWN,
        "numbers": Extra({"x-n": [0, 0.0, -0.0, 10**300, 1e300, 5e-324, True, False]}),
        "texts": Extra({"x-": "", "x-\u0000": "\u2028\ufeff", "x-é": '𝒳 \\ " /'}),
    },
    When: {
        "minimal": When("2031"),
        "words alone": When(wording="coming days"),
        "full": When("1955-04-18/1955-04-24", wording="In April, 1955"),
    },
    Acceptance: {
        "minimal": Acceptance(code="W303"),
        "full": Acceptance(code="W303", at="s1/figures", why="she gave none", extra=OUR_OWN),
    },
    Account: {"minimal": Account(), "full": Account(value="foreign ministers", **_common())},
    Agreement: {
        "minimal": Agreement(id="new"),
        "full": Agreement(
            id="new",
            title="Lakeside Charter",
            kind=AgreementKind.PROVISION,
            number="Article 3 bis",
            is_made_here=False,
            when="2031-05-08",
            status=Other(other="initialled"),
            strength=Strength.BE_BOUND,
            parties=["both"],
            beneficiaries=["aland", "elder"],
            other_participants=[Participant(role=ParticipantRole.DEPOSITARY, of=["commission"])],
            text="publish gauge readings daily",
            due=2032,
            condition="if the gauges are paid for",
            commitments=[Commitment(by=["a"], text="pay")],
            acts=[ConsentAct(party="aland", act=ConsentActKind.SIGNATURE)],
            replaces=["gauges"],
            implements=["charter"],
            amends=["charter"],
            part_of="charter",
            figures=[Figure(value=4)],
            **_of_entity(),
        ),
        "agreed": Agreement(id="new", kind=Other(other="handshake"), status=AgreementStatus.AGREED),
    },
    Ballot: {
        "minimal": Ballot(party="aland", vote=BallotChoice.ABSTAIN),
        "full": Ballot(party="b", vote=Other(other="yes, with reservations"), **_common()),
    },
    Commitment: {
        "minimal": Commitment(),
        "full": Commitment(
            by=["a"],
            text="not to discriminate",
            beneficiaries=["boria"],
            due="2032-XX",
            condition="from the day of ratification",
            **_common(),
        ),
    },
    Conference: {
        "minimal": Conference(id="c", name="C"),
        "cast": CAST,
        "full": attrs.evolve(
            CAST,
            confmodel="1.7",
            other_names=["Conférence du lac"],
            theme="One river",
            language="en",
            kind=ConferenceKind.CONFERENCE,
            level=ConferenceLevel.MINISTERIAL,
            status=EventStatus.HELD,
            when="2031-05-06/2031-05-08",
            places=["Lakeside"],
            edition=Edition(series="series", ordinal=1),
            part_of="River Week",
            follows=["Hill Conference"],
            followed_by=[EventLink(name="Sea Conference", when=2033)],
            topics=["gauges"],
            hosts=["a"],
            organizers=["commission"],
            conveners=["both"],
            chairs=["r-vale"],
            other_roles=[Role(kind=RoleKind.SPONSOR, by=["boria"])],
            accepts=[Acceptance(code="W301")],
            **_of_entity(),
        ),
    },
    ConsentAct: {
        "minimal": ConsentAct(party="aland", act=ConsentActKind.ACCESSION),
        "full": ConsentAct(party="b", act=Other(other="nod"), when="1959-06", **_common()),
    },
    Country: {
        "minimal": Country(id="new", name="Aland"),
        "full": Country(
            id="new",
            name="Yugoslavia",
            other_names=[Name(value="Југославија", language="sr", script="Cyrl")],
            code="YUCS",
            code_status=CodeStatus.FORMERLY_USED,
            existed="1918/2003",
            **_of_entity(),
        ),
    },
    Delegate: {
        "minimal": Delegate(id="new"),
        "full": Delegate(
            id="new",
            name="Rosa Vale",
            described_as="the minister",
            other_names=["Róża Vale"],
            honorific="Dr",
            offices=["Minister of Water"],
            delegation="a",
            function=Function.HEAD,
            attendance=Attendance.ATTENDED_IN_PART,
            when="2031-05-06",
            standing_in_for="elder",
            **_of_entity(),
        ),
        "of no known function": Delegate(id="new", function=Other(other="cook")),
    },
    Delegation: {
        "minimal": Delegation(id="new"),
        "full": Delegation(
            id="new",
            name="Joint delegation",
            of=["aland", "commission", "both"],
            capacity=Capacity.OBSERVER,
            attendance=Attendance.ATTENDED,
            when="2031-05",
            invited_by=["a"],
            sessions=["opening"],
            stated_size=6,
            **_of_entity(),
        ),
    },
    Discrepancy: {
        "minimal": Discrepancy(),
        "full": Discrepancy(
            id="new",
            kind=DiscrepancyKind.COUNT_AGAINST_LIST,
            about=["lakeside-2031/delegations", "s1"],
            accounts=["nine nations", Account(value="eight are listed")],
            **_common(),
        ),
    },
    Edition: {"minimal": Edition(), "full": Edition(series="series", ordinal=60, **_common())},
    EventLink: {
        "minimal": EventLink(name="Foreign Ministers meeting"),
        "full": EventLink(
            name="Foreign Ministers meeting",
            when="2022-10-06",
            place="Lima",
            identifiers=[Identifier(scheme="wikidata", value="Q2")],
            **_common(),
        ),
    },
    Evidence: {
        "minimal": Evidence(source="gazette", exact="agreed"),
        "full": Evidence(
            source="gazette",
            start=0,
            exact=" agreed\u00a0to — “all”\n",
            prefix="they ",
            suffix="",
            part="caption",
            supports=["name", "places"],
            basis=Basis.DERIVED,
            extra=OUR_OWN,
        ),
        "sealed": Evidence(source="gazette", start=3, seal=Seal.of("agreed")),
        "background": Evidence(basis=Basis.BACKGROUND),
    },
    Figure: {
        "minimal": Figure(value=6),
        "words alone": Figure(wording="millions"),
        "range": Figure(id="new", low=Decimal("1.5"), high=2, comparator=Comparator.ABOUT),
        "ratio": Figure(ratio=[RatioTerm(value=5), RatioTerm(value=3)], unit=Unit.RATIO),
        "full": Figure(
            value=Decimal("0.000000000000001"),
            wording="next to nothing",
            unit=Unit.MONEY,
            currency="USD",
            of="river levies",
            for_whom=["aland", "boria"],
            is_each=True,
            direction=Direction.DECREASE,
            cause="the drought",
            baseline="last year",
            period="2026-21",
            mode=FigureMode.PROPOSED,
            counts="lakeside-2031/delegations",
            part_of="fall",
            **_common(),
        ),
        "largest": Figure(value=10**24),
    },
    Group: {
        "minimal": Group(id="new", wording="most members"),
        "full": Group(
            id="new",
            wording="all but Boria",
            quantifier=Quantifier.MOST,
            country="aland",
            members=["a", "elder"],
            is_complete=True,
            stated_size=2,
            out_of="both",
            excluding=["b"],
            **_of_entity(),
        ),
    },
    Identifier: {
        "minimal": Identifier(scheme="isni", value="0000 0001"),
        "full": Identifier(scheme="doi", value="10.1/x", extra=OUR_OWN),
    },
    Name: {
        "minimal": Name(value="A Lake"),
        "full": Name(
            value="بحيرة", language="ar", script="Arab", kind=NameKind.OFFICIAL, **_common()
        ),
        "nickname": Name(value="The Lake", kind=Other(other="nickname")),
    },
    Office: {
        "minimal": Office(title="Minister of Water"),
        "full": Office(
            title="Director",
            other_names=["DG"],
            body="commission",
            country="aland",
            is_acting=True,
            **_common(),
        ),
    },
    Organization: {
        "minimal": Organization(id="new", name="Ministry of Water"),
        "full": Organization(
            id="new",
            name="Ministry of Water",
            other_names=["Water"],
            acronym="MW",
            kind=OrganizationKind.MINISTRY,
            country="aland",
            parent="commission",
            founded="-0043",
            **_of_entity(),
        ),
    },
    Part: {
        "minimal": Part(kind=PartKind.HEADLINE),
        "full": Part(kind=PartKind.PARAGRAPH, number="12", start=100, end=180, **_common()),
        "empty stretch": Part(kind=Other(other="box"), start=7, end=7),
    },
    Participant: {
        "minimal": Participant(role=ParticipantRole.WITNESS),
        "full": Participant(role=Other(other="scribe"), of=["elder"], **_common()),
    },
    Person: {
        "minimal": Person(id="new"),
        "full": Person(
            id="new",
            name="Modi",
            described_as="his counterpart",
            other_names=["मोदी"],
            honorific="Mr",
            offices=["Prime Minister"],
            **_of_entity(),
        ),
    },
    Place: {
        "minimal": Place(name="Warsaw"),
        "full": Place(name="Łódź", country="aland", when="2031-05-06", **_common()),
    },
    Quotation: {
        "minimal": Quotation(pieces=[words]),
        "full": Quotation(
            pieces=[words, Evidence(source="gazette", seal=Seal.of("we know it"))],
            has_gaps=True,
            is_prepared=True,
            is_translated=True,
            **_common(),
        ),
    },
    RatioTerm: {
        "minimal": RatioTerm(value=5),
        "full": RatioTerm(value=Decimal("1.67"), for_whom=["aland"], **_common()),
    },
    Role: {
        "minimal": Role(kind=RoleKind.OPENED_BY),
        "full": Role(kind=Other(other="cook"), by=["elder"], when="2031-05-06", **_common()),
    },
    Seal: {"minimal": Seal(length=1, sha256="0" * 64), "of words": Seal.of("agreed")},
    Session: {
        "minimal": Session(id="new"),
        "full": Session(
            id="new",
            name="Opening dinner",
            kind=SessionKind.SOCIAL,
            when=datetime.date(2031, 5, 6),
            place="the pier",
            status=EventStatus.MOVED_ONLINE,
            chairs=["r-vale"],
            topics=["fish"],
            **_of_entity(),
        ),
        "lunch": Session(id="new", kind=Other(other="working lunch")),
    },
    Source: {
        "minimal": Source(id="new"),
        "full": Source(
            id="new",
            kind=SourceKind.NEWS_REPORT,
            title="Two neighbours meet",
            publisher="The Gazette",
            agency="AA",
            author="N. N.",
            published="2031-05-08T18:00:00Z",
            modified="2031-05-09",
            url="https://example.org/a?b=c#d",
            language="en-GB",
            parts=[Part(kind=PartKind.HEADLINE, start=0, end=19)],
            classification="confidential",
            attribution_rule="Chatham House",
            embargo="2031-05-08",
            is_extract=True,
            length=1024,
            sha256="0123456789abcdef" * 4,
            reports_on=[SourceLink(source="agency", relation=SourceRelation.SYNDICATED_COPY)],
            **_of_entity(),
        ),
        "cited": Source(
            id="new",
            kind=SourceKind.TREATY_TEXT,
            title="Charter of the Lake",
            published="2031-05/2031-06",
            identifiers=[
                Identifier(scheme="doi", value="10.1000/lake_1"),
                Identifier(scheme="ISBN", value="978-3-16-148410-0"),
            ],
        ),
    },
    SourceLink: {
        "minimal": SourceLink(source="agency", relation=SourceRelation.REVISION),
        "full": SourceLink(source="gazette", relation=Other(other="parody"), **_common()),
    },
    Statement: {
        "minimal": Statement(id="new"),
        "full": Statement(
            id="new",
            speakers=["r-vale", "both", "charter", "gazette"],
            on_behalf_of=["both"],
            manner=Manner.MIXED,
            act=Act.INFORM,
            modality=Modality.HYPOTHETICAL,
            text="The river is lower than ever.",
            quotations=[Quotation(pieces=[words])],
            addressees=["b"],
            about=["fall", "gauges", "v1", "lakeside-2031"],
            topics=["gauges"],
            via=["t-okri", "agency"],
            session="opening",
            when="2031-05-06T10:00:00",
            language="ur-Latn",
            figures=[Figure(value=20, unit=Unit.PERCENT)],
            **_of_entity(),
        ),
    },
    Topic: {"minimal": Topic(label="gauges"), "full": Topic(label="Flüsse", **_common())},
    Vote: {
        "minimal": Vote(id="new"),
        "full": Vote(
            id="new",
            on="charter",
            body="commission",
            when="1955-04",
            in_favour=2,
            against=0,
            abstaining=1,
            absent=3,
            ballots=[Ballot(party="aland", vote=BallotChoice.YES)],
            result=VoteResult.ADOPTED,
            **_of_entity(),
        ),
    },
}
"""The examples, by class and name."""

SEARCHED_IN_VAIN: Mapping[type, Any] = {
    Agreement: Agreement(id="new", not_stated=["beneficiaries", "due"]),
    Account: Account(not_stated=["value"]),
    Commitment: Commitment(not_stated=["by"]),
    Conference: Conference(id="c", name="C", not_stated=["organizers"]),
    ConsentAct: ConsentAct(party="aland", act=ConsentActKind.SIGNATURE, not_stated=["when"]),
    Country: Country(id="new", name="Aland", not_stated=["existed"]),
    Delegate: Delegate(id="new", described_as="an aide", not_stated=["name"]),
    Delegation: Delegation(id="new", not_stated=["stated_size"]),
    Discrepancy: Discrepancy(not_stated=["kind"]),
    Edition: Edition(not_stated=["ordinal"]),
    EventLink: EventLink(name="Sea Conference", not_stated=["place"]),
    Figure: Figure(value=47, not_stated=["baseline"]),
    Group: Group(id="new", wording="several", not_stated=["members"]),
    Name: Name(value="A Lake", not_stated=["language"]),
    Office: Office(title="Minister", not_stated=["country"]),
    Organization: Organization(id="new", name="Ministry", not_stated=["founded"]),
    Part: Part(kind=PartKind.BODY, not_stated=["number"]),
    Participant: Participant(role=ParticipantRole.TARGET, not_stated=["of"]),
    Person: Person(id="new", not_stated=["offices"]),
    Place: Place(name="Warsaw", not_stated=["country"]),
    RatioTerm: RatioTerm(value=5, not_stated=["for_whom"]),
    Role: Role(kind=RoleKind.SPONSOR, not_stated=["by"]),
    Session: Session(id="new", not_stated=["place"]),
    Source: Source(id="new", not_stated=["author"]),
    Statement: Statement(id="new", not_stated=["speakers"]),
    Vote: Vote(id="new", not_stated=["against"]),
}
"""Facts of which the sources do not say something that somebody looked for."""


def examples() -> Iterator[tuple[str, Any]]:
    """Go through all examples, each with a name such as `Figure-range`."""
    for owner, named in GALLERY.items():
        yield from ((f"{owner.__name__}-{name}", value) for name, value in named.items())
    for owner, value in SEARCHED_IN_VAIN.items():
        yield f"{owner.__name__}-searched in vain", value


def _with(**fields: Any) -> Conference:
    return attrs.evolve(CAST, **fields)


def _among(collection: str) -> tuple[Callable[[Any], Conference], Callable[[Conference], Any]]:
    def house(value: object) -> Conference:
        return _with(**{collection: [*getattr(CAST, collection), value]})

    return house, lambda conference: getattr(conference, collection)[-1]


HOUSES: Mapping[type, tuple[Callable[[Any], Conference], Callable[[Conference], Any]]] = {
    Acceptance: _among("accepts"),
    Account: (
        lambda value: _with(discrepancies=[*CAST.discrepancies, Discrepancy(accounts=[value])]),
        lambda conference: conference.discrepancies[-1].accounts[0],
    ),
    Agreement: _among("agreements"),
    Ballot: (
        lambda value: _with(votes=[*CAST.votes, Vote(id="v", ballots=[value])]),
        lambda conference: conference.votes[-1].ballots[0],
    ),
    Commitment: (
        lambda value: _with(agreements=[*CAST.agreements, Agreement(id="p", commitments=[value])]),
        lambda conference: conference.agreements[-1].commitments[0],
    ),
    Conference: (lambda value: value, lambda conference: conference),
    ConsentAct: (
        lambda value: _with(agreements=[*CAST.agreements, Agreement(id="p", acts=[value])]),
        lambda conference: conference.agreements[-1].acts[0],
    ),
    Country: _among("countries"),
    Delegate: _among("delegates"),
    Delegation: _among("delegations"),
    Discrepancy: _among("discrepancies"),
    Edition: (lambda value: _with(edition=value), lambda conference: conference.edition),
    EventLink: _among("follows"),
    Evidence: _among("evidence"),
    Extra: (lambda value: _with(extra=value), lambda conference: conference.extra),
    Figure: _among("figures"),
    Group: _among("groups"),
    Identifier: _among("identifiers"),
    Name: _among("other_names"),
    Office: (
        lambda value: _with(people=[*CAST.people, Person(id="p", offices=[value])]),
        lambda conference: conference.people[-1].offices[0],
    ),
    Organization: _among("organizations"),
    Other: (lambda value: _with(kind=value), lambda conference: conference.kind),
    Part: (
        lambda value: _with(sources=[*CAST.sources, Source(id="s", parts=[value])]),
        lambda conference: conference.sources[-1].parts[0],
    ),
    Participant: (
        lambda value: _with(
            agreements=[*CAST.agreements, Agreement(id="p", other_participants=[value])]
        ),
        lambda conference: conference.agreements[-1].other_participants[0],
    ),
    Person: _among("people"),
    Place: _among("places"),
    Quotation: (
        lambda value: _with(statements=[*CAST.statements, Statement(id="s", quotations=[value])]),
        lambda conference: conference.statements[-1].quotations[0],
    ),
    RatioTerm: (
        lambda value: _with(figures=[*CAST.figures, Figure(ratio=[value])]),
        lambda conference: conference.figures[-1].ratio[0],
    ),
    Role: _among("other_roles"),
    Seal: (
        lambda value: _with(evidence=[Evidence(source="gazette", seal=value)]),
        lambda conference: conference.evidence[0].seal,
    ),
    Session: _among("sessions"),
    Source: _among("sources"),
    SourceLink: (
        lambda value: _with(sources=[*CAST.sources, Source(id="s", reports_on=[value])]),
        lambda conference: conference.sources[-1].reports_on[0],
    ),
    Statement: _among("statements"),
    Topic: _among("topics"),
    Vote: _among("votes"),
    When: (lambda value: _with(when=value), lambda conference: conference.when),
}
"""For each class, how to put a value into a conference, and where to find it there."""
