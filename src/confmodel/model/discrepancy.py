"""Discrepancies: where the sources contradict themselves or each other."""

import enum
from collections.abc import Iterable
from typing import ClassVar

import attrs
from attrs import field

from confmodel.model._base import Other
from confmodel.model._checked import checked, several
from confmodel.model._constraints import Id, Text
from confmodel.model._references import to_addresses
from confmodel.model.fact import Fact


class DiscrepancyKind(enum.StrEnum):
    """What disagrees with what."""

    WITHIN_A_TEXT = "within_a_text"
    """Two places of one text. Ours."""

    HEADLINE_AGAINST_BODY = "headline_against_body"
    """A headline, deck or caption, and the body. Ours."""

    BETWEEN_SOURCES = "between_sources"
    """Two sources. Ours."""

    AGAINST_KNOWLEDGE = "against_knowledge"
    """A source, and what is known anyway, such as a name that came later. Ours."""

    SLIP = "slip"
    """A slip of the pen: a word that is missing, doubled or misspelt. Ours."""

    COUNT_AGAINST_LIST = "count_against_list"
    """A stated number, and what is listed. Ours."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Account(Fact):
    """One side of a discrepancy: what it says, with its words as evidence.

    Examples:
        >>> Account(value="foreign ministers").value
        'foreign ministers'
    """

    value: Text | None = None
    """What this side says. `None` where its evidence says it all."""


def to_accounts(value: Iterable[Account | str]) -> tuple[Account, ...]:
    """Take several accounts; a text stands for an account of that value."""
    return several(value, Account, short=lambda text: Account(value=text))


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Discrepancy(Fact):
    """A contradiction, recorded with the evidence of each side, and not repaired.

    One account is enough where the words contradict what anybody can see.

    Examples:
        >>> Discrepancy(
        ...     kind=DiscrepancyKind.COUNT_AGAINST_LIST,
        ...     about=["lakeside-2031/delegations"],
        ...     accounts=["nine nations", "eight are listed"],
        ... ).about
        ('lakeside-2031/delegations',)
    """

    kind_name: ClassVar[str] = "discrepancy"
    """What the class is called in messages and addresses."""

    id: Id | None = None
    """Unique in the document. `None` if nothing refers to it."""

    kind: DiscrepancyKind | Other | None = None
    """What disagrees with what. `None` if the record does not say."""

    about: tuple[str, ...] = field(default=(), converter=to_addresses)
    """The addresses of what is in doubt: `id`, or `id/field`."""

    accounts: tuple[Account, ...] = field(default=(), converter=to_accounts)
    """What each side says."""


def to_discrepancies(value: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    """Take several discrepancies."""
    return several(value, Discrepancy)
