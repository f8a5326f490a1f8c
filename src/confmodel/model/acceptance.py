"""Acceptances: odd things in a record that somebody has looked at and meant."""

from collections.abc import Iterable
from typing import Annotated

import attrs
from attrs import field

from confmodel.model._base import Record
from confmodel.model._checked import checked, several
from confmodel.model._constraints import Matches, Text
from confmodel.model._references import to_address

PlausibilityCode = Annotated[
    str,
    Matches(
        pattern=r"W[0-9]{3}",
        code="E107",
        what="the code of a plausibility check",
        help="give a code such as 'W303'; an error of shape or integrity cannot be accepted",
    ),
]
"""The code of a check whose finding can be accepted."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Acceptance(Record):
    """An odd thing that is meant: the check counts it as dealt with.

    Examples:
        >>> Acceptance(code="W302", at="s3/figures", why="the minister gave none").at
        's3/figures'
    """

    code: PlausibilityCode
    """The code of the finding."""

    at: str | None = field(default=None, converter=to_address)
    """The address of the finding, `id` or `id/field`. `None` for the whole record."""

    why: Text | None = None
    """Why it is right as it stands. `None` if nobody has written that down."""


def to_acceptances(value: Iterable[Acceptance]) -> tuple[Acceptance, ...]:
    """Take several acceptances."""
    return several(value, Acceptance)
