"""The conference of Warsaw, written down by hand. Run it to see who said what, and how."""

from functools import partial

from confmodel import Agreement, Conference, Country, Delegate, Delegation, Group, Statement
from confmodel import model as m

report = m.Source(id="report", publisher="Geo News", agency="APP", published="2026-02-27")
countries = [Country.of(code) for code in ("PL", "EE", "LV", "FI", "LT", "PK", "AF")]
*_, pakistan, afghanistan = countries
europe = m.Organization(id="europe", name="Europe", kind=m.OrganizationKind.REGION)

present = partial(Delegation, attendance=m.Attendance.ATTENDED)
there = [present(id=str(state.code).lower(), of=[state]) for state in countries[:6]]
pl, ee, lv, fi, lt, pk = there

minister = partial(Delegate, offices=["Interior Minister"], not_stated=["function"])
kierwinski = minister(
    id="kierwinski", name="Marcin Kierwinski", delegation=pl, other_names=["Marcin Kierwiński"]
)
taro = minister(id="taro", name="Igor Taro", delegation=ee)
kozlovskis = minister(
    id="kozlovskis", name="Richards Kozlovskis", delegation=lv, other_names=["Rihards Kozlovskis"]
)
unsaid = ["function", "offices"]
tamminen = Delegate(id="tamminen", name="Heikki Tamminen", delegation=fi, not_stated=unsaid)
spelled = ["Gintaras Aliksandravičius"]
aliksandravicius = minister(
    id="aliksandravicius", name="Gintaras Aliksandravicius", delegation=lt, other_names=spelled
)
head = partial(Delegate, delegation=pk, function=m.Function.HEAD)
naqvi = head(id="naqvi", name="Mohsin Naqvi", offices=["Federal Interior Minister"])
member = partial(Delegate, delegation=pk, function=m.Function.MEMBER)
sami = member(id="sami", name="Muhammad Sami", offices=["Ambassador"])
anwar = member(id="anwar", name="Usman Anwar", honorific="Dr", offices=["DG FIA"])
younas = member(id="younas", name="Ahsan Younas", offices=["DIG"])
khan = member(id="khan", name="Abid Khan", honorific="Dr")
chaudhary = member(id="chaudhary", name="Sohail Chaudhary")

five = [kierwinski, taro, kozlovskis, tamminen, aliksandravicius]
all_of = partial(Group, quantifier=m.Quantifier.ALL, is_complete=True)
six = all_of(id="all-six-ministers", wording="All six ministers", members=[*five, naqvi])
ministers = Group(id="the-ministers", wording="The ministers", members=[*five, naqvi])
nations = all_of(id="participating-countries", wording="The participating countries", members=there)
present_five = partial(all_of, members=[pl, ee, lv, fi, lt], out_of=nations)
europeans = present_five(id="european-participants", wording="all European countries present")
citizens = Group(id="pakistani-citizens", wording="Pakistani citizens", country=pakistan)

said = partial(m.Quotation.of, source=report)
results = said("visible and encouraging results")
wall = said("Pakistan today is a wall between terrorists in Afghanistan and the rest of the world.")
bands = m.Figure(value=22, of="terrorist organisations", period=m.When(wording="currently"))
fall = m.Figure(
    id="migration-fall",
    value=47,
    unit=m.Unit.PERCENT,
    direction=m.Direction.DECREASE,
    of="illegal migration from Pakistan to Europe",
    cause="Pakistan's crackdown on human smuggling networks",
    not_stated=["baseline", "period"],
)
partly_quoted = partial(Statement, manner=m.Manner.MIXED, act=m.Act.PRAISE)
quoted = partial(Statement, manner=m.Manner.DIRECT, speakers=[naqvi], addressees=["warsaw-2026"])
told = partial(Statement, manner=m.Manner.INDIRECT, speakers=[naqvi])
briefed = partial(told, addressees=["warsaw-2026"])
agreed = partial(Agreement, kind=m.AgreementKind.UNDERTAKING, status=m.AgreementStatus.AGREED)
decided = partial(agreed, kind=m.AgreementKind.DECISION)
lawfully = partial(agreed, condition="within the frameworks of legal migration")

focus = ["illegal migration", "human smuggling", "security cooperation"]
talks = ["internal security", "counter-terrorism", "border management", "anti-narcotics"]
warsaw = Conference(
    id="warsaw-2026",
    name="six-nation conference on illegal migration and security cooperation",
    other_names=["6-nation conference on Illegal Immigration and Security Cooperation"],
    level=m.ConferenceLevel.MINISTERIAL,
    places=["Warsaw"],
    topics=[*focus, *talks],
    hosts=[kierwinski],
    figures=[m.Figure(value=6, of="nations", counts="warsaw-2026/delegations")],
    not_stated=["when", "organizers"],
    sources=[report],
    countries=countries,
    organizations=[europe],
    delegations=there,
    delegates=[naqvi, *five, sami, anwar, younas, khan, chaudhary],
    groups=[six, ministers, nations, europeans, citizens],
    statements=[
        partly_quoted(id="praise", speakers=[six], about=[pakistan], quotations=[results]),
        quoted(id="wall", about=[pakistan, afghanistan], quotations=[wall]),
        briefed(id="border-briefing", about=[afghanistan], figures=[bands], text="22 work there."),
        told(id="fewer-migrants", about=[europe], figures=[fall], text="The crackdown works."),
        told(id="cooperation", about=[europe], text="Together we master migration."),
    ],
    agreements=[
        agreed(id="roadmap", parties=[nations], text="draw up a roadmap to safe migration"),
        lawfully(id="jobs", parties=[europeans], beneficiaries=[citizens], text="open jobs"),
        decided(id="focal-persons", parties=[ministers], text="name a contact in each ministry"),
    ],
    discrepancies=[
        m.Discrepancy(about=[six], accounts=["foreign ministers", "interior ministers"]),
        m.Discrepancy(about=["praise"], accounts=["one of the six praises his own country"]),
        m.Discrepancy(about=["praise"], accounts=["visible with", "visible and"]),
        m.Discrepancy(about=["warsaw-2026/name"], accounts=["Immigration", "migration"]),
    ],
)

for each in warsaw.statements:
    print(*each.speakers, each.manner, each.text or each.quotations[0].text, sep=": ")
