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
    Ballot,
    BallotChoice,
    Capacity,
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
    Edition,
    EventStatus,
    Evidence,
    Figure,
    FigureMode,
    Function,
    Group,
    Manner,
    Modality,
    Office,
    Organization,
    OrganizationKind,
    Other,
    Participant,
    ParticipantRole,
    Person,
    Place,
    Quantifier,
    Quotation,
    RatioTerm,
    Session,
    Statement,
    Strength,
    Unit,
    Vote,
    VoteResult,
)
from confmodel.query import Certainty, Question
from confmodel.query.plain import QUERIES

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


QUOTED = st.sampled_from([["Less work,", "more migration"], ["migration"]]).map(
    lambda pieces: [Evidence(source="r0", exact=each) for each in pieces]
)
STAYS: list[dict[str, Any]] = [
    {},
    {"attendance": Attendance.ATTENDED},
    {"attendance": Attendance.ABSENT},
    {"not_stated": ["attendance"]},
]
WORDINGS: list[dict[str, Any]] = [
    {},
    {"title": "Pact on work"},
    {"text": "less work", "condition": "work for all"},
]
EVENTS: list[dict[str, Any]] = [
    {},
    {"kind": ConferenceKind.CONFERENCE, "level": ConferenceLevel.MINISTERIAL},
    {"kind": Other(other="fair"), "status": EventStatus.POSTPONED},
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
    options |= draw(st.sampled_from([{}, {"mode": FigureMode.FORECAST}, {"currency": "USD"}]))
    match draw(st.sampled_from(["value", "range", "ratio", "wording"])):
        case "value":
            options["value"] = draw(st.integers(0, 100))
        case "range":
            ends = draw(st.tuples(st.integers(0, 50), maybe(st.integers(50, 100))))
            options["low"], options["high"] = ends
        case "ratio":
            options["ratio"] = [RatioTerm(value=1, for_whom=draw(subsets(actors, 1)))] * 2
            options["unit"] = Unit.RATIO
        case _:
            options["wording"] = "millions"
    if draw(st.booleans()):
        options["baseline"] = "2024"
    elif draw(st.booleans()):
        options["not_stated"] = ["baseline"]
    return Figure(**options)


CHOICES: list[BallotChoice | Other] = [*BallotChoice, Other(other="blank")]
RESULTS: list[VoteResult | Other] = [VoteResult.ADOPTED, Other(other="put off")]


def some_ballots(actors: list[str]) -> st.SearchStrategy[Ballot]:
    return st.builds(Ballot, party=st.sampled_from(actors), vote=st.sampled_from(CHOICES))


@st.composite
def some_votes(draw: st.DrawFn, identifier: str, actors: list[str], bodies: list[str]) -> Vote:
    counts = {name: draw(maybe(st.integers(0, 3))) for name in ("in_favour", "against")}
    return Vote(
        id=identifier,
        on=draw(st.sampled_from([None, "a0", *actors])),
        body=draw(st.sampled_from([None, *bodies])),
        when=draw(st.sampled_from(DATES)),
        ballots=draw(st.lists(some_ballots(actors), max_size=4)) if actors else (),
        result=draw(st.sampled_from([None, *RESULTS])),
        **counts,
    )


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
            capacity=draw(st.sampled_from([None, Capacity.OBSERVER, Other(other="friend")])),
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
            offices=[
                Office(title="Minister of Work", other_names=["ministre du Travail"], country=each)
                for each in draw(subsets(state_ids, 1))
            ],
            **draw(st.sampled_from(STAYS)),
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
            on_behalf_of=draw(subsets(actors, 1)),
            addressees=draw(subsets([*actors, identifier, "t0"], 2)),
            about=draw(subsets(actors, 2)),
            manner=draw(maybe(st.sampled_from(Manner))),
            act=draw(st.sampled_from([None, Act.PRAISE, Other(other="toast")])),
            text=draw(st.sampled_from([None, "Less migration", "More work for all", "..."])),
            quotations=draw(st.lists(st.builds(Quotation, pieces=QUOTED), max_size=1)),
            modality=draw(st.sampled_from([None, Modality.FUTURE, Other(other="dream")])),
            language=draw(st.sampled_from([None, "fr", "fr-CA", "fry"])),
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
            strength=draw(st.sampled_from([None, Strength.COMMIT, Other(other="swear")])),
            **draw(st.sampled_from(WORDINGS)),
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
    body_ids = [each.id for each in bodies]
    votes = [draw(some_votes(f"v{n}", actors, body_ids)) for n in range(draw(st.integers(0, 2)))]
    doubted = [each.id for each in (*statements, *agreements, *delegates, *votes)]
    doubted += [f"{each.id}/figures" for each in statements if each.figures]
    return Conference(
        id=identifier,
        name=draw(st.sampled_from(["Talks on migration", "Summit"])),
        when=draw(st.sampled_from(DATES)),
        hosts=draw(subsets(inner, 1)),
        chairs=draw(subsets(actors, 1)),
        organizers=draw(subsets(inner, 1)),
        conveners=draw(subsets(actors, 1)),
        edition=draw(st.sampled_from([None, *(Edition(series=each.id) for each in bodies)])),
        theme=draw(st.sampled_from([None, "Less migration"])),
        **draw(st.sampled_from(EVENTS)),
        places=[Place(name="Old Town", country=draw(st.sampled_from([None, *state_ids])))],
        topics=draw(st.lists(st.sampled_from(LABELS), max_size=1)),
        countries=states,
        organizations=bodies,
        delegations=delegations,
        delegates=delegates,
        people=people,
        groups=groups,
        sessions=[Session(id="t0", name="Plenary", when=draw(st.sampled_from(DATES)))],
        statements=statements,
        agreements=agreements,
        votes=votes,
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


WORDS = st.sampled_from(["work", "less migration", "migration less", "for all", "...", "of"])
FLAGS = st.booleans()
PERIODS = st.sampled_from(["2026", "2026-02", "2025-12-31", "2027"])
CERTAINTIES = st.sampled_from(Certainty)


def fields_of(subject: str, names: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[Any]]:
    """Name all that can be asked about a kind of thing, with what it can be."""

    def some_names() -> st.SearchStrategy[Any]:
        return names | st.lists(names, min_size=1, max_size=2)

    dates = {"since": PERIODS, "until": PERIODS, "during": PERIODS}
    common = {"certainty": CERTAINTIES, "contradicted": FLAGS, "grounded": FLAGS, **dates}
    match subject:
        case "statement":
            return dict(
                by=some_names(),
                to=some_names(),
                about=some_names(),
                manner=st.sampled_from(Manner),
                act=st.sampled_from([Act.PRAISE, Other(other="toast")]),
                topic=st.sampled_from(["migration", "illegal migration", "Pakistans"]),
                via=some_names(),
                text=WORDS,
                modality=st.sampled_from([Modality.FUTURE, Other(other="dream")]),
                session=st.sampled_from(["t0", "plenary"]),
                language=st.sampled_from(["fr", "FR", "fr-ca", "en"]),
                with_figures=FLAGS,
                with_quotations=FLAGS,
                **common,
            )
        case "delegate":
            return dict(
                name=some_names(),
                of=some_names(),
                among=st.sampled_from(["everybody", "g0", "some", "g1"]),
                office=st.sampled_from(
                    ["minister", "Minister of work", "Ministre du", "of minister"]
                ),
                capacity=st.sampled_from([Capacity.OBSERVER, Other(other="friend")]),
                function=st.sampled_from([Function.HEAD, Other(other="cook")]),
                attendance=st.sampled_from(Attendance),
                spoke=FLAGS,
                **common,
            )
        case "figure":
            return dict(
                by=some_names(),
                about=some_names(),
                for_whom=some_names(),
                topic=st.sampled_from(["migration", "illegal migration", "people", "work and"]),
                currency=st.sampled_from(["USD", "EUR"]),
                direction=st.sampled_from(Direction),
                mode=st.sampled_from([FigureMode.FORECAST, FigureMode.CLAIMED]),
                comparator=st.sampled_from(Comparator),
                of=st.sampled_from(["migration", "illegal migration", "migration illegal"]),
                unit=st.sampled_from([Unit.COUNT, Unit.PERCENT]),
                at_least=st.integers(0, 100),
                at_most=st.integers(0, 100),
                without_baseline=FLAGS,
                **common,
            )
        case "agreement":
            return dict(
                by=some_names(),
                between=some_names(),
                benefits=some_names(),
                not_party=some_names(),
                participant=some_names(),
                role=st.sampled_from([ParticipantRole.NOT_PARTY, Other(other="payer")]),
                kind=st.sampled_from([AgreementKind.DECISION, Other(other="pact")]),
                status=st.sampled_from(AgreementStatus),
                strength=st.sampled_from([Strength.COMMIT, Other(other="swear")]),
                text=WORDS,
                with_figures=FLAGS,
                due_by=PERIODS,
                made_here=FLAGS,
                conditional=FLAGS,
                **common,
            )
        case "vote":
            bounds = [
                f"{count}_{end}"
                for count in ("in_favour", "against", "abstaining")
                for end in ("at_least", "at_most")
            ]
            return dict(
                voted_on=some_names(),
                body=st.sampled_from(["o0", "Interior"]),
                taken_here=FLAGS,
                voter=some_names(),
                choice=st.sampled_from(CHOICES),
                result=st.sampled_from(RESULTS),
                **dict.fromkeys(bounds, st.integers(0, 3)),
                **common,
            )
        case _:
            return dict(
                name=st.sampled_from(["migration", "less migration", "c0", "C0", "talks"]),
                place=st.sampled_from(["town", "old town", "town old"]),
                host=some_names(),
                organizer=some_names(),
                convener=some_names(),
                series=st.sampled_from(["o0", "Interior"]),
                kind=st.sampled_from([ConferenceKind.CONFERENCE, Other(other="fair")]),
                level=st.sampled_from(ConferenceLevel),
                status=st.sampled_from(EventStatus),
                chair=some_names(),
                country=some_names(),
                participant=some_names(),
                mentions=some_names(),
                topic=st.sampled_from(["migration", "illegal migration"]),
                **common,
            )


def single_questions(
    subject: str, names: st.SearchStrategy[str]
) -> st.SearchStrategy[Question[Any]]:
    fields = fields_of(subject, names)
    chosen = st.lists(st.sampled_from(sorted(fields)), max_size=3, unique=True)
    return chosen.flatmap(
        lambda some: st.fixed_dictionaries({name: fields[name] for name in some})
    ).map(lambda given: QUERIES[subject](**given))


SUBJECTS = ("statement", "delegate", "figure", "agreement", "vote", "conference")


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
