"""The records that every format is tried on."""

import functools
from collections.abc import Mapping
from pathlib import Path

import attrs

from confmodel import Agreement, Conference, Statement, example, loads
from confmodel.examples import example_names
from confmodel.model import (
    AgreementKind,
    AgreementStatus,
    EventLink,
    Evidence,
    Manner,
    Participant,
    ParticipantRole,
    Person,
    Quotation,
    Vote,
)
from tests.model import gallery

CASES = Path(__file__).parent.parent / "cases"


@functools.cache
def small_records() -> Mapping[str, Conference]:
    """Return one record for each example of each class: together they fill every field."""
    found = {
        name: gallery.HOUSES[type(value)][0](value)
        for name, value in gallery.examples()
        if type(value) not in gallery.BASES
    }
    return found | {"for exchange": for_exchange()}


def for_exchange() -> Conference:
    """Return a record of what standards say only under conditions, such as a time with a zone."""
    full = gallery.GALLERY[Agreement]["full"]
    charter = attrs.evolve(
        full,
        kind=AgreementKind.CONVENTION,
        status=AgreementStatus.ADOPTED,
        when="2031-05-08T18:00:00Z",
        other_participants=[Participant(role=ParticipantRole.PROPOSER, of=["elder"])],
    )
    words = Quotation(pieces=[Evidence(source="gazette", exact="lower than ever")])
    return attrs.evolve(
        gallery.CAST,
        part_of=gallery.GALLERY[EventLink]["full"],
        people=[*gallery.CAST.people, Person(id="aide", described_as="an aide")],
        statements=[
            Statement(
                id="s2",
                speakers=["elder"],
                manner=Manner.DIRECT,
                addressees=["r-vale"],
                quotations=[words],
                when="2031-05-06T10:00:00Z",
            ),
        ],
        agreements=[
            *(attrs.evolve(each, kind=AgreementKind.TREATY) for each in gallery.CAST.agreements),
            charter,
        ],
        votes=[Vote(id="v2", on="new", when="2031-05-08T18:00:00Z")],
    )


@functools.cache
def whole_records() -> Mapping[str, Conference]:
    """Return the records of real reports, and the invented ones of the package."""
    cases = sorted(CASES.glob("[0-9]*-*.json"))
    found = {name: example(name) for name in example_names()}
    found |= {
        path.stem: loads(path.read_bytes()) for path in cases if not path.stem.endswith(".mapping")
    }
    return found


def all_records() -> Mapping[str, Conference]:
    """Return all of them by name."""
    return {**whole_records(), **small_records()}
