"""A program of a user's that mypy takes as it stands, and that runs."""

import datetime
from decimal import Decimal

from confmodel import Conference, Country, Delegate, Delegation, Statement, dumps, loads
from confmodel.model import (
    Agreement,
    AgreementKind,
    Ballot,
    BallotChoice,
    Evidence,
    Figure,
    Function,
    Group,
    Manner,
    Office,
    Other,
    Person,
    Place,
    Quotation,
    RatioTerm,
    Session,
    Source,
    Unit,
    Vote,
    When,
)

# Lists for sequences, entities or ids for references.
aland = Country(id="aland", name="Aland")
a = Delegation(id="a", of=[aland, "boria"], stated_size=6)
b = Delegation(id="b", of=("boria",), stated_size=Figure(value=7))
vale = Delegate(id="r-vale", delegation=a, offices=["Minister", Office(title="Deputy")])
okri = Delegate(id="t-okri", delegation="b", function=Function.HEAD, standing_in_for=vale)
cook = Delegate(id="cook", function=Other(other="cook"))
both = Group(id="both", wording="both", members=[a, "b"], stated_size=2)
gazette = Source(id="gazette", published=2031)

# Short forms.
opening = Session(id="opening", when=datetime.date(2031, 5, 6), place="the pier", topics=["fish"])
millions = Figure(id="millions", wording="millions")
words = Evidence(source=gazette, exact="a fifth lower")
s1 = Statement(
    id="s1",
    speakers=[vale, both, gazette, "a"],
    manner=Manner.MIXED,
    quotations=[Quotation(pieces=[words]), Quotation.of("Never.", source=gazette)],
    figures=[
        Figure(value=20, unit=Unit.PERCENT),
        Figure(value=0.5),
        Figure(value=Decimal(3)),
        millions,
    ],
    about=[aland, a, opening, millions],
    session=opening,
)
charter = Agreement(id="charter", kind=AgreementKind.CHARTER, parties=[both], due=2032)
annex = Agreement(id="annex", kind=Other(other="annex"), part_of=charter, due=When("2032"))
vote = Vote(id="v1", on=charter, ballots=[Ballot(party=aland, vote=BallotChoice.YES)])
naval = Figure(ratio=[RatioTerm(value=5, for_whom=[aland]), RatioTerm(value=3)])

names: list[str] = ["Warsaw", "Lima"]
record = Conference(
    id="lakeside-2031",
    name="Lakeside",
    when="2031-05-06/2031-05-08",
    places=names,
    topics=("gauges",),
    hosts=[a],
    part_of="River Week",
    follows=["Hill Conference"],
    sources=[gazette],
    countries=[aland, Country.of("PK", id="boria")],
    delegations=[a, b],
    delegates=[vale, okri, cook],
    groups=[both],
    people=[Person(id="elder")],
    sessions=[opening],
    statements=[s1],
    agreements=[charter, annex],
    votes=[vote],
)

# What comes out has the plain type.
ids: tuple[str, ...] = a.of
size: Figure | None = a.stated_size
belongs_to: str | None = vale.delegation
places: tuple[Place, ...] = record.places
when: When | None = record.when
end: int | None = words.end
heads: tuple[Delegate, ...] = record.heads_of(b)
head: Delegate = record.expect(Delegate, "t-okri")
delegation: Delegation | None = record.delegation_of(okri)
said: tuple[Statement, ...] = record.statements_of(vale)
speakers: list[str] = [each.id for each in record.speakers_of(s1)]
inside: list[str] = [each.id for each in record.members_of(both)]
sent_by: list[str] = [each.id for each in record.represented_by(a)]
proof: tuple[Evidence, ...] = record.evidence_of("s1/quotations")
text: str = dumps(record)
again: Conference = loads(text)
assert again == record
