"""Strategies for the entities of a document, each for itself."""

from confmodel.model import (
    Agreement,
    Country,
    Delegate,
    Delegation,
    Group,
    Organization,
    Person,
    Session,
    Source,
    Statement,
    Vote,
)
from confmodel.strategies._building import values_of
from confmodel.strategies._hypothesis import SearchStrategy
from confmodel.strategies._records import References


def agreements(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Agreement]:
    """Generate what was agreed to, or expressly not.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(agreements(references={"country": ["peru", "chile"]}))
        ... def test_only_those_two_are_parties(agreement):
        ...     assert {*agreement.parties} <= {"peru", "chile"}
        >>> test_only_those_two_are_parties()
    """
    return values_of(
        Agreement,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def countries(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Country]:
    """Generate states and territories, also former ones and those without a code.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(countries(code="PK"))
        ... def test_the_code_is_kept(country):
        ...     assert country.code == "PK"
        >>> test_the_code_is_kept()
    """
    return values_of(
        Country,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def delegates(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Delegate]:
    """Generate the people who belong to an event, named or only described.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(delegates(references={"delegation": ["pk"]}))
        ... def test_there_is_one_delegation(delegate):
        ...     assert delegate.delegation in ("pk", None)
        >>> test_there_is_one_delegation()
    """
    return values_of(
        Delegate,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def delegations(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Delegation]:
    """Generate the parties at an event, also joint ones.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(delegations(of=["aland", "boria"]))
        ... def test_it_is_a_joint_one(delegation):
        ...     assert delegation.of == ("aland", "boria")
        >>> test_it_is_a_joint_one()
    """
    return values_of(
        Delegation,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def groups(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Group]:
    """Generate collectives as a text names them.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(groups(members=["a", "b"], not_stated=["quantifier"]))
        ... def test_nobody_says_how_many(group):
        ...     assert group.quantifier is None
        >>> test_nobody_says_how_many()
    """
    return values_of(
        Group,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def organizations(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Organization]:
    """Generate bodies that are no state.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(organizations(references={}))
        ... def test_nothing_is_referred_to(organization):
        ...     assert organization.parent is None
        >>> test_nothing_is_referred_to()
    """
    return values_of(
        Organization,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def people(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Person]:
    """Generate human beings who are only spoken of.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(people(name=None))
        ... def test_nobody_has_a_name(person):
        ...     assert person.name is None
        >>> test_nobody_has_a_name()
    """
    return values_of(
        Person,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def sessions(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Session]:
    """Generate parts of an event, and occasions tied to it.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(sessions(with_extras=False))
        ... def test_no_session_has_extras(session):
        ...     assert session.extra is None
        >>> test_no_session_has_extras()
    """
    return values_of(
        Session,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def sources(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Source]:
    """Generate the documents that say what a record holds.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(sources(with_extras=False))
        ... def test_no_source_has_extras(source):
        ...     assert source.extra is None
        >>> test_no_source_has_extras()
    """
    return values_of(
        Source,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def statements(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Statement]:
    """Generate what was said, by whom and how.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(statements(speakers=["naqvi"], with_evidence=False))
        ... def test_the_speaker_is_kept(statement):
        ...     assert statement.speakers == ("naqvi",)
        >>> test_the_speaker_is_kept()
    """
    return values_of(
        Statement,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def votes(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Vote]:
    """Generate votes, here or in another body.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(votes(on="charter", references={}))
        ... def test_all_vote_on_the_charter(vote):
        ...     assert vote.on == "charter"
        >>> test_all_vote_on_the_charter()
    """
    return values_of(
        Vote,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )
