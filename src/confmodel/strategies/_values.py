"""Strategies for the values that have no id of their own."""

from confmodel.model import (
    Acceptance,
    Account,
    Ballot,
    Commitment,
    ConsentAct,
    Discrepancy,
    Edition,
    EventLink,
    Evidence,
    Figure,
    Identifier,
    Name,
    Office,
    Part,
    Participant,
    Place,
    Quotation,
    RatioTerm,
    Role,
    Seal,
    SourceLink,
    Topic,
)
from confmodel.strategies._building import values_of
from confmodel.strategies._hypothesis import SearchStrategy
from confmodel.strategies._records import References


def acceptances(
    *,
    references: References | None = None,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Acceptance]:
    """Generate odd things that somebody has looked at and meant.

    Args:
        references: The ids that may be referred to, by kind.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(acceptances(references={"statement": ["s1"]}, at="s1"))
        ... def test_address_leads_to_the_statement(acceptance):
        ...     assert acceptance.at == "s1"
        >>> test_address_leads_to_the_statement()
    """
    return values_of(
        Acceptance,
        fields,
        references=references,
        with_extras=with_extras,
    )


def accounts(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Account]:
    """Generate the sides of a discrepancy.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(accounts(), lambda _: True)
        Account()
    """
    return values_of(
        Account,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def ballots(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Ballot]:
    """Generate how one party voted.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(ballots(references={"country": ["aland"]}), lambda _: True)
        Ballot(party='aland', vote=BallotChoice.YES)
    """
    return values_of(
        Ballot,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def commitments(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Commitment]:
    """Generate pledges.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(commitments(), lambda pledge: pledge.due is not None)
        Commitment(due=When('1900'))
    """
    return values_of(
        Commitment,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def consent_acts(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[ConsentAct]:
    """Generate what one party did to an instrument.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(consent_acts(party="peru"), lambda _: True)
        ConsentAct(party='peru', act=ConsentActKind.ADOPTION)
    """
    return values_of(
        ConsentAct,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def discrepancies(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Discrepancy]:
    """Generate contradictions, some with an id.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(discrepancies(references={"statement": ["s1"]}), lambda each: len(each.about) == 1)
        Discrepancy(about=('s1',))
    """
    return values_of(
        Discrepancy,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def editions(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Edition]:
    """Generate places in a series of events.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(editions(), lambda each: each.ordinal is not None)
        Edition(ordinal=1)
    """
    return values_of(
        Edition,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def event_links(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[EventLink]:
    """Generate other events, described in words.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(event_links(when="2022-10-06"))
        ... def test_the_date_is_kept(event):
        ...     assert event.when.edtf == "2022-10-06"
        >>> test_the_date_is_kept()
    """
    return values_of(
        EventLink,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def evidence(
    *,
    references: References | None = None,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Evidence]:
    """Generate the words that prove a fact: open, sealed, or background without words.

    Args:
        references: The ids that may be referred to, by kind.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(evidence(references={"source": ["report"]}), lambda piece: piece.exact)
        Evidence(source='report', exact='a')
    """
    return values_of(
        Evidence,
        fields,
        references=references,
        with_extras=with_extras,
    )


def figures(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Figure]:
    """Generate claimed numbers: values, ranges, ratios, or wording alone.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(figures(), lambda figure: figure.ratio)
        Figure(ratio=(RatioTerm(value=Decimal('0')),))
    """
    return values_of(
        Figure,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def identifiers(
    *,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Identifier]:
    """Generate what other systems call a thing.

    Args:
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(identifiers(), lambda _: True)
        Identifier(scheme='a', value='a')
    """
    return values_of(
        Identifier,
        fields,
        with_extras=with_extras,
    )


def names(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Name]:
    """Generate other names of a thing, in any script.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(names(), lambda name: name.value.isascii() and name.language)
        Name(value='a', language='pl')
    """
    return values_of(
        Name,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def offices(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Office]:
    """Generate posts that people hold outside the event.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(offices(), lambda _: True)
        Office(title='a')
    """
    return values_of(
        Office,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def participants(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Participant]:
    """Generate other roles in an agreement than party or beneficiary.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(participants(), lambda _: True)
        Participant(role=ParticipantRole.SIGNATORY)
    """
    return values_of(
        Participant,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def parts(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Part]:
    """Generate stretches of the text of a source.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(parts())
        ... def test_no_part_ends_before_it_starts(part):
        ...     assert part.start is None or part.end is None or part.start <= part.end
        >>> test_no_part_ends_before_it_starts()
    """
    return values_of(
        Part,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def places(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Place]:
    """Generate places as the source names them.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(places(), lambda _: True)
        Place(name='a')
    """
    return values_of(
        Place,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def quotations(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Quotation]:
    """Generate quoted speech, of one piece or several.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(quotations(references={"source": ["report"]}), lambda each: each.text == "a")
        Quotation(pieces=(Evidence(source='report', exact='a'),))
    """
    return values_of(
        Quotation,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def ratio_terms(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[RatioTerm]:
    """Generate terms of a ratio.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(ratio_terms(), lambda _: True)
        RatioTerm(value=Decimal('0'))
    """
    return values_of(
        RatioTerm,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def roles(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Role]:
    """Generate what somebody does for an event, besides hosting and chairing.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(roles(), lambda _: True)
        Role(kind=RoleKind.SPONSOR)
    """
    return values_of(
        Role,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def seals(
    **fields: object,
) -> SearchStrategy[Seal]:
    """Generate lengths and digests that stand in place of words.

    Args:
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given
        >>> @given(seals(length=6))
        ... def test_length_is_kept(seal):
        ...     assert seal.length == 6 and len(seal.sha256) == 64
        >>> test_length_is_kept()
    """
    return values_of(
        Seal,
        fields,
    )


def source_links(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[SourceLink]:
    """Generate what one source is of another.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(source_links(source="agency"), lambda _: True)
        SourceLink(source='agency', relation=SourceRelation.SYNDICATED_COPY)
    """
    return values_of(
        SourceLink,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )


def topics(
    *,
    references: References | None = None,
    with_evidence: bool = True,
    with_extras: bool = True,
    **fields: object,
) -> SearchStrategy[Topic]:
    """Generate subjects in words.

    Args:
        references: The ids that may be referred to, by kind.
        with_evidence: Whether facts in it carry evidence.
        with_extras: Whether members of the author's own come.
        **fields: Fields that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import find
        >>> find(topics(), lambda _: True)
        Topic(label='a')
    """
    return values_of(
        Topic,
        fields,
        references=references,
        with_evidence=with_evidence,
        with_extras=with_extras,
    )
