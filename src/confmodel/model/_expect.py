"""What every function of a record takes: a record, and nothing else."""

from confmodel.errors import InvalidValueError, shown
from confmodel.model.conference import Conference


def expect_record(value: object, *, path: str = "") -> Conference:
    """Take a record.

    Args:
        value: What was given.
        path: Which of several it is.

    Raises:
        InvalidValueError: If it is no conference.
    """
    if isinstance(value, Conference):
        return value
    raise InvalidValueError(
        code="E101",
        path=path,
        value=value,
        message=f"{shown(value)} is not a Conference",
        help="give the conference that it belongs to",
    )
