"""What is odd about statements."""

from collections.abc import Iterator

from confmodel.checks.plausibility._attendance import NOT_THERE
from confmodel.checks.plausibility._observation import Observation, Spot
from confmodel.checks.plausibility._setting import (
    Setting,
    is_before,
    is_outside,
)
from confmodel.errors import shown
from confmodel.model._base import Other
from confmodel.model.delegation import Attendance
from confmodel.model.session import Session, SessionKind
from confmodel.model.statement import Manner, Statement


def spoke_without_being_there(
    setting: Setting, statement: Statement, spot: Spot
) -> Iterator[Observation]:
    """W303: a speaker who did not attend, or had left."""
    if not statement.speakers or statement.via or "session" in statement.not_stated:
        return
    session = setting.record.find(Session, statement.session)
    if session is not None and (
        session.kind is SessionKind.ELSEWHERE or isinstance(session.kind, Other)
    ):
        return
    said = statement.when or (None if session is None else session.when)
    if is_outside(said, setting.record.when):
        return
    for position, speaker in enumerate(statement.speakers):
        attendance, when = setting.attendance_of(speaker)
        if attendance is None:
            continue
        had_left = attendance is Attendance.WITHDREW and is_before(when, said)
        if attendance in NOT_THERE or had_left:
            yield spot.inside("speakers", position).observe(
                "W303",
                f"{shown(speaker)} did not attend ({attendance})"
                if not had_left
                else f"{shown(speaker)} was there {when} and spoke {said}",
                mend="correct the speaker or the attendance, "
                "give the statement a session of the kind 'elsewhere', "
                "name in via who passed it on, or put 'session' into not_stated",
                value=speaker,
            )


def quoted_without_quotation(
    _setting: Setting, statement: Statement, spot: Spot
) -> Iterator[Observation]:
    """W304: a direct or mixed statement without quotation."""
    if (
        statement.manner in (Manner.DIRECT, Manner.MIXED)
        and not statement.quotations
        and "quotations" not in statement.not_stated
    ):
        yield spot.lacking("quotations").observe(
            "W304",
            f"the statement is {statement.manner} and has no quotation",
            mend="give the words that stand between quotation marks under quotations, "
            "or set manner to 'indirect'",
        )


def indirect_without_content(
    _setting: Setting, statement: Statement, spot: Spot
) -> Iterator[Observation]:
    """W308: an indirect statement that says nothing."""
    if (
        statement.manner is Manner.INDIRECT
        and statement.text is None
        and "text" not in statement.not_stated
        and not statement.quotations
        and not statement.figures
        # Open words of the source say what was said; sealed ones do not.
        and all(piece.exact is None for piece in statement.evidence)
    ):
        yield spot.lacking("text").observe(
            "W308",
            "the statement is indirect and does not say what was said",
            mend="give it a text, or set manner to 'narrated' if the source does not say either",
        )


def narrated_with_content(
    _setting: Setting, statement: Statement, spot: Spot
) -> Iterator[Observation]:
    """W311: a narrated statement that has content."""
    if statement.manner is not Manner.NARRATED:
        return
    if statement.text is not None:
        name, what, manner = "text", "a text", Manner.INDIRECT
    elif statement.quotations:
        name, what, manner = "quotations", "a quotation", Manner.MIXED
    elif statement.figures:
        name, what, manner = "figures", "a figure", Manner.INDIRECT
    else:
        return
    yield spot.inside(name).observe(
        "W311",
        f"the statement is narrated and has {what}",
        mend=f"set manner to {manner.value!r}, or take the {name} out",
        value=statement.text,
    )


def direct_with_text(_setting: Setting, statement: Statement, spot: Spot) -> Iterator[Observation]:
    """W314: a text of the coder's beside a direct statement."""
    if (
        statement.manner is Manner.DIRECT
        and statement.text is not None
        # Without a quotation W304 says what to do with the text.
        and statement.quotations
    ):
        yield spot.inside("text").observe(
            "W314",
            "the statement is direct and has a text besides its quotations",
            mend="take the text out, or set manner to 'mixed' if more was said than is quoted",
            value=statement.text,
        )
