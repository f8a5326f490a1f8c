"""The strategy for whole records."""

from confmodel.model import Conference
from confmodel.strategies._building import documents, sizes_from
from confmodel.strategies._hypothesis import SearchStrategy
from confmodel.strategies._sketches import Style


def conferences(
    *,
    max_each: int = 3,
    with_evidence: bool = True,
    with_extras: bool = True,
    **options: object,
) -> SearchStrategy[Conference]:
    """Generate whole records in which everything fits together.

    Every reference leads to something of a kind that is allowed there, no id
    is double, nothing contains itself, what is named as not stated is empty,
    and evidence stays inside its source. Beyond that the records are as odd as
    the model allows: whether what they say is plausible is no question here.

    Args:
        max_each: The most of each collection that has no maximum of its own.
        with_evidence: Whether facts carry evidence. Quotations always have
            their words, as far as there is a source for them.
        with_extras: Whether members of the author's own come, and files of a
            newer version of the format with members that this one does not know.
        **options: `min_` and `max_` with the name of a collection, such as
            `max_statements`, for how many there are; and fields of the
            conference that are fixed, each to a value or to a strategy.

    Examples:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=10)
        ... @given(conferences(name="Lakeside", min_countries=2, max_votes=0))
        ... def test_options_are_kept(record):
        ...     assert record.name == "Lakeside"
        ...     assert len(record.countries) >= 2
        ...     assert not record.votes
        >>> test_options_are_kept()
    """
    sizes = sizes_from(options, max_each)
    return documents(options, sizes, Style(with_evidence=with_evidence, with_extras=with_extras))
