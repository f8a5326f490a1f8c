"""What dated acts of consent prove about an agreement: no more than each act says by itself.

That it is in force is never proved: when it comes into force is laid down in
the agreement, which the record does not hold.
"""

from collections.abc import Iterator
from typing import Final

from confmodel.model.agreement import Agreement, AgreementStatus, ConsentAct, ConsentActKind

SIGNING: Final = frozenset(
    {
        ConsentActKind.SIGNATURE,
        ConsentActKind.DEFINITIVE_SIGNATURE,
        # Who ratifies has signed before.
        ConsentActKind.RATIFICATION,
    }
)
"""Acts that prove that it has been signed."""

BINDING: Final = frozenset(
    {
        ConsentActKind.DEFINITIVE_SIGNATURE,
        ConsentActKind.RATIFICATION,
        ConsentActKind.ACCEPTANCE,
        ConsentActKind.APPROVAL,
        ConsentActKind.ACCESSION,
        ConsentActKind.SUCCESSION,
    }
)
"""Acts by which a party consents to be bound (VCLT, article 11)."""

LEAVING: Final = frozenset({ConsentActKind.WITHDRAWAL, ConsentActKind.DENUNCIATION})
"""Acts by which a party unties itself."""

_SETTLING: Final = (
    SIGNING | BINDING | {ConsentActKind.ADOPTION, ConsentActKind.PROVISIONAL_APPLICATION}
)
"""Acts that need a text that is settled."""

COURSE: Final[tuple[AgreementStatus, ...]] = (
    AgreementStatus.PROPOSED,
    AgreementStatus.DRAFTED,
    AgreementStatus.AGREED,
    AgreementStatus.ADOPTED,
    AgreementStatus.SIGNED,
    AgreementStatus.IN_FORCE,
    AgreementStatus.TERMINATED,
)
"""The statuses in the order in which an agreement goes through them."""


def dated(agreement: Agreement) -> tuple[ConsentAct, ...]:
    """Give the acts that have a date; of the others nobody knows whether they are done."""
    return tuple(each for each in agreement.acts if each.when is not None)


def proof_of(agreement: Agreement) -> tuple[AgreementStatus, ConsentAct] | None:
    """Say how far the dated acts prove it has come, and by which; `None` if by none."""
    if not agreement.acts:
        return None
    acts = dated(agreement)
    gone = [each for each in acts if each.act in LEAVING and has_left(agreement, each.party)]
    if agreement.parties and {each.party for each in gone}.issuperset(agreement.parties):
        return AgreementStatus.TERMINATED, gone[-1]
    for status, kinds in (
        (AgreementStatus.SIGNED, SIGNING),
        (AgreementStatus.ADOPTED, _SETTLING),
    ):
        for act in acts:
            if act.act in kinds:
                return status, act
    return None


def bound_by(agreement: Agreement) -> Iterator[str]:
    """Go through those who have consented to be bound, and of whom it is not said that they left.

    Whoever has left and came back is bound if the acts do not tell which was first.
    """
    for party in dict.fromkeys(each.party for each in dated(agreement) if each.act in BINDING):
        if not has_left(agreement, party):
            yield party


def has_left(agreement: Agreement, party: str) -> bool:
    """Tell whether a party has left, certainly after whatever else it did."""
    acts = [each for each in dated(agreement) if each.party == party]
    leaving = [each.when for each in acts if each.act in LEAVING]
    tying = [each.when for each in acts if each.act in _SETTLING]
    return any(
        gone is not None and all(tied is not None and tied.certainly_before(gone) for tied in tying)
        for gone in leaving
    )
