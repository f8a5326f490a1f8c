"""W306: dates that are out of order."""

from collections.abc import Iterator

from confmodel.checks.plausibility._attendance import NOT_THERE
from confmodel.checks.plausibility._observation import Observation, Spot
from confmodel.checks.plausibility._setting import (
    MOVED,
    Setting,
    is_before,
    is_outside,
)
from confmodel.errors import shown
from confmodel.model.agreement import Agreement, AgreementStatus
from confmodel.model.conference import Conference
from confmodel.model.country import Country
from confmodel.model.delegate import Delegate
from confmodel.model.delegation import Delegation
from confmodel.model.session import EventStatus, Session, SessionKind
from confmodel.model.source import Source
from confmodel.model.statement import Statement
from confmodel.model.when import When

_PARTS = (
    SessionKind.PLENARY,
    SessionKind.COMMITTEE,
    SessionKind.TRACK,
    SessionKind.WORKING_GROUP,
    SessionKind.ROUND_TABLE,
)
"""Sessions that are parts of the event. A reception may be the evening before."""

_NOT_YET_MADE = (AgreementStatus.PROPOSED, AgreementStatus.DRAFTED)


def places_in_time(setting: Setting, _same: Conference, spot: Spot) -> Iterator[Observation]:
    """A place where the event was at another time than its own."""
    for position, place in enumerate(setting.record.places):
        if is_outside(place.when, setting.date):
            yield _outside(
                spot.inside("places", position).inside("when"),
                "the stay",
                place.when,
                setting.date,
            )


def held_before_published(setting: Setting, _same: Conference, spot: Spot) -> Iterator[Observation]:
    """An event that was held after everything that reports on it."""
    # A report may announce; only where the event is said to be over must one be later.
    if setting.record.status is not EventStatus.HELD or not setting.record.sources:
        return
    if all(
        is_before(each.published, setting.record.when)
        and (each.modified is None or is_before(each.modified, setting.record.when))
        for each in setting.record.sources
    ):
        yield spot.inside("when").observe(
            "W306",
            f"the event of {_text(setting.record.when)} was held after every source was published",
            mend="correct the date or the status, or add the source that reports on it",
            value=setting.record.when,
        )


def changed_before_published(
    _setting: Setting, source: Source, spot: Spot
) -> Iterator[Observation]:
    """A source that was changed before it was published."""
    if is_before(source.modified, source.published):
        yield spot.inside("modified").observe(
            "W306",
            f"the source was changed {_text(source.modified)}, "
            f"before it was published, {_text(source.published)}",
            mend="correct one of the dates",
            value=source.modified,
        )


def delegation_in_time(
    setting: Setting, delegation: Delegation, spot: Spot
) -> Iterator[Observation]:
    """A delegation there at another time than the event, or for a state of another time."""
    if delegation.attendance not in NOT_THERE and is_outside(delegation.when, setting.date):
        yield _outside(spot.inside("when"), "the presence", delegation.when, setting.date)
    for position, each in enumerate(delegation.of):
        country = setting.record.find(Country, each)
        if country is not None and is_outside(setting.date, country.existed):
            yield spot.inside("of", position).observe(
                "W306",
                f"{shown(each)} existed {_text(country.existed)}, "
                f"and the event is of {_text(setting.date)}",
                mend="name the state of that time, or correct one of the dates",
                value=each,
            )


def delegate_in_time(setting: Setting, delegate: Delegate, spot: Spot) -> Iterator[Observation]:
    """Somebody who was there at another time than the event."""
    if delegate.attendance not in NOT_THERE and is_outside(delegate.when, setting.date):
        yield _outside(spot.inside("when"), "the presence", delegate.when, setting.date)


def session_in_time(setting: Setting, session: Session, spot: Spot) -> Iterator[Observation]:
    """A part of the event at another time than the event."""
    if (
        session.kind in _PARTS
        and session.status not in MOVED
        and is_outside(session.when, setting.date)
    ):
        yield _outside(
            spot.inside("when"),
            "the session",
            session.when,
            setting.date,
            mend="correct one of the dates, or set kind to 'elsewhere'",
        )


def statement_in_time(setting: Setting, statement: Statement, spot: Spot) -> Iterator[Observation]:
    """Something said in a session at another time than the session."""
    session = setting.record.find(Session, statement.session)
    if session is None or session.status in MOVED:
        return
    limits, what = session.when, "the session"
    if limits is None and session.kind in _PARTS:
        limits, what = setting.date, "the event"
    if is_outside(statement.when, limits):
        yield _outside(
            spot.inside("when"),
            "the statement",
            statement.when,
            limits,
            what=what,
            mend="correct one of the dates, or the session",
        )


def agreement_in_time(setting: Setting, agreement: Agreement, spot: Spot) -> Iterator[Observation]:
    """An agreement older than the event it was made at, or due before it was made."""
    event = setting.date if agreement.is_made_here else None
    if agreement.status not in _NOT_YET_MADE and is_before(agreement.when, event):
        yield spot.inside("when").observe(
            "W306",
            f"the agreement of {_text(agreement.when)} is older than the event ({_text(event)})",
            mend="correct the date, or set is_made_here to false if it is only spoken of",
            value=agreement.when,
        )
        return
    made = agreement.when or event
    dues = [(spot.inside("due"), agreement.due)]
    for position, each in enumerate(agreement.commitments):
        dues.append((spot.inside("commitments", position).inside("due"), each.due))
    for place, due in dues:
        if is_before(due, made):
            yield place.observe(
                "W306",
                f"it is due {_text(due)}, before it was made, {_text(made)}",
                mend="correct one of the dates",
                value=due,
            )


def _outside(
    spot: Spot,
    subject: str,
    when: When | None,
    limits: When | None,
    *,
    what: str = "the event",
    mend: str = "correct one of the dates",
) -> Observation:
    return spot.observe(
        "W306",
        f"{subject} of {_text(when)} lies outside {what} ({_text(limits)})",
        mend=mend,
        value=when,
    )


def _text(when: When | None) -> str | None:
    # Whatever is compared has a date; its wording may be a long sentence.
    return None if when is None else when.edtf
