"""How far an agreement has come: by what is stated, and by its dated acts of consent."""

import attrs

from confmodel.model import Agreement, AgreementStatus, Other
from confmodel.model._standing import COURSE, bound_by, proof_of

Status = AgreementStatus | Other
"""How far an agreement has come, or a word of the author's own for it."""


@attrs.frozen(kw_only=True)
class Standing:
    """How far an agreement has come, as far as the record tells.

    Not a judgement: nobody is bound here who did not say so by a dated act,
    and nothing is in force because of the acts.
    """

    status: Status | None
    """How far it has certainly come. `None` if neither a status nor an act says so.

    The status that is stated, unless the dated acts prove that it has come
    further; then the one that they prove.
    """

    possible: tuple[Status, ...]
    """What it can be by the record: `status`, the one that is stated, and what the acts allow.

    Where the acts decide, it is possibly in force as soon as one party is bound.
    """

    bound: tuple[str, ...]
    """The ids of those who have consented to be bound by a dated act, and have not left.

    Signing alone does not bind.
    """


def standing_of(agreement: Agreement) -> Standing:
    """Say how far an agreement has come, from its stated status and its dated acts.

    A signature or a ratification proves that it has been signed; an adoption,
    an accession and their like, that its text is settled. If every party has
    left after whatever else it did, it has ended. Nothing proves that it is in
    force: when that is so is laid down in the agreement itself. Acts without
    a date, reservations, declarations and objections prove nothing.

    Examples:
        >>> from confmodel.model import ConsentAct, ConsentActKind
        >>> charter = Agreement(
        ...     id="charter",
        ...     parties=["a", "b"],
        ...     acts=[
        ...         ConsentAct(party="a", act=ConsentActKind.SIGNATURE, when="1974-09-27"),
        ...         ConsentAct(party="b", act=ConsentActKind.SIGNATURE, when="1974-09-27"),
        ...         ConsentAct(party="a", act=ConsentActKind.RATIFICATION, when=1975),
        ...     ],
        ... )
        >>> standing = standing_of(charter)
        >>> standing.status, standing.bound
        (<AgreementStatus.SIGNED: 'signed'>, ('a',))
        >>> [each.value for each in standing.possible]
        ['signed', 'in_force']
    """
    stated = agreement.status
    proof = proof_of(agreement)
    bound = tuple(bound_by(agreement))
    if proof is None or (stated is not None and not _is_behind(stated, proof[0])):
        return Standing(status=stated, possible=() if stated is None else (stated,), bound=bound)
    proved = proof[0]
    possible = [proved] if stated is None else [proved, stated]
    if bound:
        possible.append(AgreementStatus.IN_FORCE)
    return Standing(status=proved, possible=tuple(dict.fromkeys(possible)), bound=bound)


def _is_behind(stated: Status, proved: AgreementStatus) -> bool:
    return stated in COURSE and COURSE.index(stated) < COURSE.index(proved)
