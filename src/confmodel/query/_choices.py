"""What the fields of questions take from a vocabulary: one value, or several.

There is one function for each vocabulary, because type checkers read from its
annotation what a constructor takes.
"""

import enum
from collections.abc import Iterable
from typing import TypeVar, cast

from confmodel._text import with_article
from confmodel.errors import InvalidValueError, shown
from confmodel.model import (
    Act,
    AgreementKind,
    AgreementStatus,
    Attendance,
    BallotChoice,
    Capacity,
    Comparator,
    ConferenceKind,
    ConferenceLevel,
    Direction,
    EventStatus,
    FigureMode,
    Function,
    Manner,
    Modality,
    Other,
    ParticipantRole,
    Strength,
    Unit,
    VoteResult,
)

E = TypeVar("E", bound=enum.StrEnum)


def _several(
    value: E | Other | Iterable[E | Other] | None, kind: type[E], *, is_open: bool
) -> tuple[E | Other, ...]:
    # The default itself is no answer to what is asked, and an empty list is a slip.
    if value is None or value == ():
        return ()
    is_one = isinstance(value, str | Other) or not isinstance(value, Iterable)
    taken = cast("tuple[E | Other, ...]", (value,) if is_one else tuple(cast("Iterable[E]", value)))
    if not taken:
        raise InvalidValueError(
            code="E101",
            path="",
            value=taken,
            message="the list is empty, which nothing meets",
            help="leave the field out",
        )
    for each in taken:
        if not isinstance(each, (kind, Other) if is_open else kind):
            raise _refused(each, kind, is_open=is_open)
    return taken


def _refused(value: object, kind: type[enum.StrEnum], *, is_open: bool) -> InvalidValueError:
    spelled = [f"{kind.__name__}.{member.name}" for member in kind]
    remedy = f"give one of: {', '.join(spelled)}"
    if isinstance(value, str) and value in {member.value for member in kind}:
        remedy = f"give the member, {kind.__name__}.{kind(value).name}"
    elif is_open:
        remedy += "; or Other(other='a word of the record')"
    return InvalidValueError(
        code="E101",
        path="",
        value=value,
        message=f"{shown(value)} is not {with_article(kind.__name__)}",
        help=remedy,
    )


def _closed(value: E | Iterable[E] | None, kind: type[E]) -> tuple[E, ...]:
    taken = _several(value, kind, is_open=False)
    return tuple(each for each in taken if not isinstance(each, Other))


def to_acts(
    value: Act | Other | Iterable[Act | Other] | None,
) -> tuple[Act | Other, ...]:
    """Take acts."""
    return _several(value, Act, is_open=True)


def to_agreement_kinds(
    value: AgreementKind | Other | Iterable[AgreementKind | Other] | None,
) -> tuple[AgreementKind | Other, ...]:
    """Take agreement kinds."""
    return _several(value, AgreementKind, is_open=True)


def to_agreement_statuses(
    value: AgreementStatus | Other | Iterable[AgreementStatus | Other] | None,
) -> tuple[AgreementStatus | Other, ...]:
    """Take agreement statuses."""
    return _several(value, AgreementStatus, is_open=True)


def to_attendances(
    value: Attendance | Other | Iterable[Attendance | Other] | None,
) -> tuple[Attendance | Other, ...]:
    """Take attendances."""
    return _several(value, Attendance, is_open=True)


def to_ballot_choices(
    value: BallotChoice | Other | Iterable[BallotChoice | Other] | None,
) -> tuple[BallotChoice | Other, ...]:
    """Take ballot choices."""
    return _several(value, BallotChoice, is_open=True)


def to_capacities(
    value: Capacity | Other | Iterable[Capacity | Other] | None,
) -> tuple[Capacity | Other, ...]:
    """Take capacities."""
    return _several(value, Capacity, is_open=True)


def to_comparators(
    value: Comparator | Other | Iterable[Comparator | Other] | None,
) -> tuple[Comparator | Other, ...]:
    """Take comparators."""
    return _several(value, Comparator, is_open=True)


def to_conference_kinds(
    value: ConferenceKind | Other | Iterable[ConferenceKind | Other] | None,
) -> tuple[ConferenceKind | Other, ...]:
    """Take conference kinds."""
    return _several(value, ConferenceKind, is_open=True)


def to_conference_levels(
    value: ConferenceLevel | Other | Iterable[ConferenceLevel | Other] | None,
) -> tuple[ConferenceLevel | Other, ...]:
    """Take conference levels."""
    return _several(value, ConferenceLevel, is_open=True)


def to_directions(value: Direction | Iterable[Direction] | None) -> tuple[Direction, ...]:
    """Take directions."""
    return _closed(value, Direction)


def to_event_statuses(
    value: EventStatus | Other | Iterable[EventStatus | Other] | None,
) -> tuple[EventStatus | Other, ...]:
    """Take event statuses."""
    return _several(value, EventStatus, is_open=True)


def to_figure_modes(
    value: FigureMode | Other | Iterable[FigureMode | Other] | None,
) -> tuple[FigureMode | Other, ...]:
    """Take figure modes."""
    return _several(value, FigureMode, is_open=True)


def to_functions(
    value: Function | Other | Iterable[Function | Other] | None,
) -> tuple[Function | Other, ...]:
    """Take functions."""
    return _several(value, Function, is_open=True)


def to_manners(value: Manner | Iterable[Manner] | None) -> tuple[Manner, ...]:
    """Take manners."""
    return _closed(value, Manner)


def to_modalities(
    value: Modality | Other | Iterable[Modality | Other] | None,
) -> tuple[Modality | Other, ...]:
    """Take modalities."""
    return _several(value, Modality, is_open=True)


def to_participant_roles(
    value: ParticipantRole | Other | Iterable[ParticipantRole | Other] | None,
) -> tuple[ParticipantRole | Other, ...]:
    """Take participant roles."""
    return _several(value, ParticipantRole, is_open=True)


def to_strengths(
    value: Strength | Other | Iterable[Strength | Other] | None,
) -> tuple[Strength | Other, ...]:
    """Take strengths."""
    return _several(value, Strength, is_open=True)


def to_units(value: Unit | Iterable[Unit] | None) -> tuple[Unit, ...]:
    """Take units."""
    return _closed(value, Unit)


def to_vote_results(
    value: VoteResult | Other | Iterable[VoteResult | Other] | None,
) -> tuple[VoteResult | Other, ...]:
    """Take vote results."""
    return _several(value, VoteResult, is_open=True)
