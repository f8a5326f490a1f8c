"""How far an agreement has come: by what is stated, and by its dated acts of consent."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confmodel import Conference, example
from confmodel.model import (
    Agreement,
    AgreementStatus,
    ConsentAct,
    ConsentActKind,
    Other,
)
from confmodel.query import AgreementQuery, Certainty, Collection, standing_of
from confmodel.query.aggregates import agreements_by_pair

Acts = list[tuple[str, str, str | None]]

SIGNED = AgreementStatus.SIGNED
ADOPTED = AgreementStatus.ADOPTED
IN_FORCE = AgreementStatus.IN_FORCE
TERMINATED = AgreementStatus.TERMINATED
HARBOUR = example("harbour-1974")


def pact(*acts: tuple[str, str, str | None], **options: Any) -> Agreement:
    taken = [
        ConsentAct(party=party, act=ConsentActKind(act), when=when) for party, act, when in acts
    ]
    return Agreement(id="pact", parties=options.pop("parties", ["a", "b"]), acts=taken, **options)


@pytest.mark.parametrize(
    ("acts", "status", "possible", "bound"),
    [
        ([], None, [], []),
        ([("a", "signature", None)], None, [], []),
        ([("a", "reservation", "1974")], None, [], []),
        ([("a", "adoption", "1974")], ADOPTED, [ADOPTED], []),
        ([("a", "adoption", "1974"), ("a", "signature", "1974")], SIGNED, [SIGNED], []),
        ([("a", "definitive_signature", "1974")], SIGNED, [SIGNED, IN_FORCE], ["a"]),
        ([("a", "ratification", "1974")], SIGNED, [SIGNED, IN_FORCE], ["a"]),
        ([("c", "accession", "1981")], ADOPTED, [ADOPTED, IN_FORCE], ["c"]),
        ([("a", "ratification", "1974"), ("a", "withdrawal", "1980")], SIGNED, [SIGNED], []),
        # Nobody knows which was first, so nobody has left for certain.
        (
            [("a", "ratification", "1974"), ("a", "withdrawal", "1974")],
            SIGNED,
            [SIGNED, IN_FORCE],
            ["a"],
        ),
        # Who came back is bound.
        (
            [
                ("a", "withdrawal", "1980"),
                ("a", "accession", "1990"),
                ("b", "denunciation", "1985"),
            ],
            ADOPTED,
            [ADOPTED, IN_FORCE],
            ["a"],
        ),
        (
            [
                ("a", "ratification", "1974"),
                ("a", "withdrawal", "1980"),
                ("b", "denunciation", "1985"),
            ],
            TERMINATED,
            [TERMINATED],
            [],
        ),
    ],
)
def test_dated_acts_prove_no_more_than_they_say(
    acts: Acts, status: AgreementStatus | None, possible: list[AgreementStatus], bound: list[str]
) -> None:
    standing = standing_of(pact(*acts))

    assert (standing.status, list(standing.possible), list(standing.bound)) == (
        status,
        possible,
        bound,
    )


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        # It has come further than the report says.
        (AgreementStatus.PROPOSED, SIGNED),
        (AgreementStatus.AGREED, SIGNED),
        (ADOPTED, SIGNED),
        # The acts say nothing against it.
        (SIGNED, SIGNED),
        (IN_FORCE, IN_FORCE),
        (TERMINATED, TERMINATED),
        (AgreementStatus.REJECTED, AgreementStatus.REJECTED),
        (Other(other="initialled"), Other(other="initialled")),
    ],
)
def test_stated_status_stands_unless_the_acts_prove_more(
    stated: AgreementStatus | Other, status: AgreementStatus | Other
) -> None:
    standing = standing_of(pact(("a", "signature", "1974"), status=stated))

    assert standing.status == status
    assert stated in standing.possible


def test_parties_without_a_name_have_not_left() -> None:
    made = pact(("a", "withdrawal", "1980"), parties=[])

    assert standing_of(made).status is None


def test_question_goes_by_the_acts_and_tells_possible_from_certain() -> None:
    def ids(status: AgreementStatus, certainty: Certainty) -> list[str]:
        question = AgreementQuery(status=status, certainty=certainty)
        return [hit.id for hit in question.on(HARBOUR)]

    assert HARBOUR["harbour-charter"].status is None  # type: ignore[union-attr]
    assert ids(SIGNED, Certainty.CERTAINLY) == ["harbour-charter"]
    assert ids(IN_FORCE, Certainty.POSSIBLY) == ["harbour-charter"]
    assert ids(IN_FORCE, Certainty.CERTAINLY) == []
    assert ids(AgreementStatus.DRAFTED, Certainty.POSSIBLY) == []


def test_pairs_of_parties_count_by_the_acts() -> None:
    pairs = {(each.first, each.second): each for each in agreements_by_pair(HARBOUR)}

    assert pairs["lusania", "ostmark"].by_status == {SIGNED: 1}
    assert repr(pairs["lusania", "ostmark"]) == (
        "PairOfParties(first='lusania', second='ostmark',"
        " agreements=<harbour-charter of harbour-1974>)"
    )


PARTIES = st.sampled_from(["a", "b", "c"])
DATES = st.sampled_from([None, "1974", "1974-09-27", "1980", "199X"])
PACTS = st.builds(
    pact,
    st.tuples(PARTIES, st.sampled_from(ConsentActKind), DATES),
    st.tuples(PARTIES, st.sampled_from(ConsentActKind), DATES),
    status=st.none() | st.sampled_from(AgreementStatus),
)


@given(made=PACTS)
def test_what_is_certain_is_possible_and_force_is_never_proved(made: Agreement) -> None:
    standing = standing_of(made)

    assert standing.status is None or standing.status in standing.possible
    assert standing.status is not IN_FORCE or made.status is IN_FORCE
    assert made.status is None or made.status in standing.possible
    record = Conference(id="c", name="C", agreements=[made])
    for status in standing.possible:
        question = AgreementQuery(status=status)
        assert question.on(record).count() == Collection.of([record]).ask(question).count() == 1
