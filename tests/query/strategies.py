"""Small records that share names, sides and dates, and questions that can have answers in them."""

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from confmodel.model import (
    Act,
    Agreement,
    AgreementKind,
    AgreementStatus,
    Attendance,
    Commitment,
    Comparator,
    Conference,
    ConsentAct,
    ConsentActKind,
    Country,
    Delegate,
    Delegation,
    Direction,
    Discrepancy,
    Figure,
    Function,
    Group,
    Manner,
    Office,
    Organization,
    OrganizationKind,
    Other,
    Participant,
    ParticipantRole,
    Person,
    Place,
    Quantifier,
    Session,
    Statement,
    Unit,
)
from confmodel.query import (
    AgreementQuery,
    Certainty,
    ConferenceQuery,
    DelegateQuery,
    FigureQuery,
    Question,
    StatementQuery,
)

DATES = [None, "2026", "2026-02", "2026-02-27", "2025-12/2026-01", "201X", "2027/.."]
COUNTRIES = [
    ("pakistan", "Pakistan", "PK"),
    ("pk-2", "Islamic Republic of Pakistan", "PK"),
    ("poland", "Polska", "PL"),
    ("estonia", "Estonia", None),
    ("congo", "DR Congo", "CD"),
    ("other-congo", "Congo", "CG"),
    ("aland", "Aland", "XA"),
]
PEOPLE = [
    "Mohsin Naqvi",
    "Abid Khan",
    "Hans Mueller",
    "Imran Khan",
    "Jürgen Jordan",
    "Naqvi",
    "Muhsin Naqwi",
    "Yusuf Chalabi",
    "Đorđe Łoś",
    None,
]
LABELS = ["illegal migration", "Migration and work", "border management", "Pakistan's crackdown"]
NAMES = [
    *("PK", "Pakistan", "Pakistani", "pakistan", "Polish", "EE", "Congo", "CD", "Aland", "AX"),
    *(
        "naqvi",
        "Khan",
        "Jordan",
        "los",
        "Juergen",
        "Müller",
        "Djordje",
        "nakvi",
        "Jusuf Çalabi",
        "chalabi",
        "Nobody",
        "migration",
        "everybody",
        "Interior",
    ),
    *("d0", "d1", "p0", "p1", "g0", "s0", "all of them"),
]


ROLES: list[ParticipantRole | Other] = [ParticipantRole.NOT_PARTY, Other(other="payer")]


def subsets(ids: Iterable[str], most: int = 3) -> st.SearchStrategy[list[str]]:
    known = list(ids)
    if not known:
        return st.just([])
    return st.lists(st.sampled_from(known), max_size=most, unique=True)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def some_figures(draw: st.DrawFn, actors: list[str]) -> Figure:
    options: dict[str, Any] = {
        "of": draw(st.sampled_from([None, "illegal migration", "people"])),
        "unit": draw(st.sampled_from([Unit.COUNT, Unit.PERCENT])),
        "direction": draw(maybe(st.sampled_from(Direction))),
        "comparator": draw(maybe(st.sampled_from(Comparator))),
        "for_whom": draw(subsets(actors, 1)),
    }
    if draw(st.booleans()):
        options["value"] = draw(st.integers(0, 100))
    else:
        options["wording"] = "millions"
    if draw(st.booleans()):
        options["baseline"] = "2024"
    elif draw(st.booleans()):
        options["not_stated"] = ["baseline"]
    return Figure(**options)


def some_acts(actors: list[str]) -> st.SearchStrategy[ConsentAct]:
    return st.builds(
        ConsentAct,
        party=st.sampled_from(actors) if actors else st.just("nobody"),
        act=st.sampled_from(ConsentActKind),
        when=st.sampled_from(DATES),
    )


@st.composite
def small_conferences(draw: st.DrawFn, *, number: int = 0) -> Conference:
    countries = draw(st.lists(st.sampled_from(COUNTRIES), max_size=3, unique=True))
    states = [Country(id=each, name=name, code=code) for each, name, code in countries]
    state_ids = [each.id for each in states]
    bodies = [
        Organization(
            id="o0",
            name="Interior",
            kind=draw(st.sampled_from([OrganizationKind.MINISTRY, OrganizationKind.COMPANY])),
            country=draw(st.sampled_from([None, *state_ids])),
        )
    ][: draw(st.integers(0, 1))]
    group_ids = [f"g{n}" for n in range(draw(st.integers(0, 3)))]
    represented = [*state_ids, *(each.id for each in bodies), *group_ids]
    delegations = [
        Delegation(
            id=f"d{n}",
            of=draw(subsets(represented, 2)),
            attendance=draw(maybe(st.sampled_from(Attendance))),
            sessions=draw(subsets(["t0"])),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    names = st.sampled_from(PEOPLE)
    delegates = [
        Delegate(
            id=f"p{n}",
            name=draw(names),
            delegation=draw(st.sampled_from([None, *(each.id for each in delegations)])),
            function=draw(
                st.sampled_from([None, Function.HEAD, Function.MEMBER, Other(other="cook")])
            ),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    people = [
        Person(
            id="q0",
            name=draw(names),
            offices=[
                Office(title="President", country=each) for each in draw(subsets(state_ids, 1))
            ],
        )
    ][: draw(st.integers(0, 1))]
    inner = [*state_ids, *(each.id for each in delegations), *(each.id for each in delegates)]
    inner += [each.id for each in (*bodies, *people)]
    actors = [*inner, *group_ids]
    groups = [
        Group(
            id=each,
            wording=draw(st.sampled_from(["everybody", "all of them", "some"])),
            quantifier=draw(maybe(st.sampled_from(Quantifier))),
            country=draw(st.sampled_from([None, *state_ids])),
            members=draw(subsets(actors)),
            is_complete=draw(st.booleans()),
            out_of=draw(st.sampled_from([None, *actors])),
            excluding=draw(subsets(actors, 1)),
        )
        for each in group_ids
    ]
    identifier = f"c{number}"
    statements = [
        Statement(
            id=f"s{n}",
            speakers=draw(subsets(actors, 2)),
            addressees=draw(subsets([*actors, identifier, "t0"], 2)),
            about=draw(subsets(actors, 2)),
            manner=draw(maybe(st.sampled_from(Manner))),
            act=draw(st.sampled_from([None, Act.PRAISE, Other(other="toast")])),
            text=draw(st.sampled_from([None, "Less migration", "More work for all"])),
            topics=draw(st.lists(st.sampled_from(LABELS), max_size=2)),
            via=draw(subsets(actors, 1)),
            session=draw(st.sampled_from([None, "t0"])),
            when=draw(st.sampled_from(DATES)),
            figures=draw(st.lists(some_figures(actors), max_size=1)),
        )
        for n in range(draw(st.integers(0, 4)))
    ]
    agreements = [
        Agreement(
            id=f"a{n}",
            parties=draw(subsets(actors)),
            beneficiaries=draw(subsets(actors, 2)),
            kind=draw(st.sampled_from([None, AgreementKind.DECISION, Other(other="pact")])),
            status=draw(maybe(st.sampled_from(AgreementStatus))),
            acts=draw(st.lists(some_acts(actors), max_size=2)),
            commitments=[Commitment(by=draw(subsets(actors, 1)), due=draw(st.sampled_from(DATES)))][
                : draw(st.integers(0, 1))
            ],
            other_participants=[
                Participant(
                    role=draw(st.sampled_from(ROLES)),
                    of=draw(subsets(actors, 1)),
                )
            ][: draw(st.integers(0, 1))],
            due=draw(st.sampled_from(DATES)),
            is_made_here=draw(st.booleans()),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    doubted = [each.id for each in (*statements, *agreements, *delegates)]
    return Conference(
        id=identifier,
        name=draw(st.sampled_from(["Talks on migration", "Summit"])),
        when=draw(st.sampled_from(DATES)),
        hosts=draw(subsets(inner, 1)),
        chairs=draw(subsets(actors, 1)),
        places=[Place(name="Town", country=draw(st.sampled_from([None, *state_ids])))],
        topics=draw(st.lists(st.sampled_from(LABELS), max_size=1)),
        countries=states,
        organizations=bodies,
        delegations=delegations,
        delegates=delegates,
        people=people,
        groups=groups,
        sessions=[Session(id="t0", when=draw(st.sampled_from(DATES)))],
        statements=statements,
        agreements=agreements,
        discrepancies=[Discrepancy(about=draw(subsets(doubted, 1)))],
    )


@st.composite
def archives(draw: st.DrawFn, *, most: int = 4) -> list[Conference]:
    count = draw(st.integers(0, most))
    return [draw(small_conferences(number=n)) for n in range(count)]


def names_in(records: list[Conference]) -> st.SearchStrategy[str]:
    """Draw names that stand for one thing in a record, as a rule."""
    known = {
        name
        for record in records
        for thing in (*record.countries, *record.delegates, *record.groups, *record.delegations)
        for name in (thing.id, getattr(thing, "code", None), getattr(thing, "name", None))
        if name is not None
    }
    return st.sampled_from([*sorted(known), *NAMES[:3]])


FLAGS = st.booleans()
PERIODS = st.sampled_from(["2026", "2026-02", "2025-12-31", "2027"])
CERTAINTIES = st.sampled_from(Certainty)


def given_some(owner: Any, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    chosen = st.lists(st.sampled_from(sorted(fields)), max_size=3, unique=True)
    return chosen.flatmap(
        lambda some: st.fixed_dictionaries({name: fields[name] for name in some})
    ).map(lambda given: owner(**given))


def single_questions(
    subject: str, names: st.SearchStrategy[str]
) -> st.SearchStrategy[Question[Any]]:
    def some_names() -> st.SearchStrategy[Any]:
        return names | st.lists(names, min_size=1, max_size=2)

    dates = {"since": PERIODS, "until": PERIODS, "during": PERIODS}
    common = {"certainty": CERTAINTIES, "contradicted": FLAGS, "grounded": FLAGS, **dates}
    match subject:
        case "statement":
            return given_some(
                StatementQuery,
                by=some_names(),
                to=some_names(),
                about=some_names(),
                manner=st.sampled_from(Manner),
                act=st.sampled_from([Act.PRAISE, Other(other="toast")]),
                topic=st.sampled_from(["migration", "illegal migration", "Pakistans"]),
                via=some_names(),
                text=st.sampled_from(["work", "less migration"]),
                with_figures=FLAGS,
                with_quotations=FLAGS,
                **common,
            )
        case "delegate":
            return given_some(
                DelegateQuery,
                name=some_names(),
                of=some_names(),
                among=st.sampled_from(["everybody", "g0"]),
                function=st.sampled_from([Function.HEAD, Other(other="cook")]),
                attendance=st.sampled_from(Attendance),
                spoke=FLAGS,
                **common,
            )
        case "figure":
            return given_some(
                FigureQuery,
                by=some_names(),
                about=some_names(),
                for_whom=some_names(),
                topic=st.just("migration"),
                comparator=st.sampled_from(Comparator),
                of=st.just("migration"),
                unit=st.sampled_from([Unit.COUNT, Unit.PERCENT]),
                at_least=st.integers(0, 100),
                at_most=st.integers(0, 100),
                without_baseline=FLAGS,
                **common,
            )
        case "agreement":
            return given_some(
                AgreementQuery,
                by=some_names(),
                between=some_names(),
                benefits=some_names(),
                not_party=some_names(),
                participant=some_names(),
                role=st.sampled_from([ParticipantRole.NOT_PARTY, Other(other="payer")]),
                kind=st.sampled_from([AgreementKind.DECISION, Other(other="pact")]),
                status=st.sampled_from(AgreementStatus),
                due_by=PERIODS,
                made_here=FLAGS,
                conditional=FLAGS,
                **common,
            )
        case _:
            return given_some(
                ConferenceQuery,
                name=st.just("migration"),
                host=some_names(),
                chair=some_names(),
                country=some_names(),
                participant=some_names(),
                mentions=some_names(),
                topic=st.just("migration"),
                **common,
            )


SUBJECTS = ("statement", "delegate", "figure", "agreement", "conference")


@st.composite
def questions(
    draw: st.DrawFn,
    *,
    subject: str | None = None,
    most: int = 3,
    names: st.SearchStrategy[str] | None = None,
) -> Question[Any]:
    called = st.sampled_from(NAMES) if names is None else names
    of = draw(st.sampled_from(SUBJECTS)) if subject is None else subject
    whole = draw(single_questions(of, called))
    for _ in range(draw(st.integers(0, most - 1))):
        other = draw(single_questions(of, called))
        whole = draw(
            st.sampled_from([whole & other, whole | other, other & ~whole, ~(whole | other)])
        )
    return whole


@st.composite
def asked(draw: st.DrawFn, *, most: int = 4) -> tuple[list[Conference], Question[Any]]:
    """Draw records and a question whose names often stand for something in them."""
    records = draw(archives(most=most))
    return records, draw(questions(names=names_in(records) | st.sampled_from(NAMES)))


@st.composite
def asked_twice(
    draw: st.DrawFn, *, most: int = 3
) -> tuple[list[Conference], Question[Any], Question[Any]]:
    """Draw records and two questions about the same kind of thing."""
    records = draw(archives(most=most))
    subject, names = draw(st.sampled_from(SUBJECTS)), names_in(records)
    p, q = (draw(questions(subject=subject, names=names, most=2)) for _ in range(2))
    return records, p, q
