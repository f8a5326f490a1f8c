"""Proposing the discrepancies of a record."""

from collections.abc import Iterator, Mapping

from confmodel.model import Conference, Discrepancy, Evidence
from confmodel.suggesting._above import numbers_above, offices_above, quotations_above
from confmodel.suggesting._counts import counts_against_lists, nearly_complete_groups
from confmodel.suggesting._figures import figure_against_its_words, two_figures
from confmodel.suggesting._reading import Reading
from confmodel.suggesting._sources import between_sources, praise_of_oneself
from confmodel.suggesting._spellings import ligatures, spellings
from confmodel.suggesting.suggestion import Suggestion

_RULES = (
    counts_against_lists,
    nearly_complete_groups,
    numbers_above,
    offices_above,
    quotations_above,
    two_figures,
    figure_against_its_words,
    spellings,
    ligatures,
    between_sources,
    praise_of_oneself,
)


def proposals(record: Conference, texts: Mapping[str, str]) -> tuple[Suggestion, ...]:
    """Let every rule propose, and drop what the record already holds."""
    reading = Reading(record, texts)
    found: dict[Discrepancy, Suggestion] = {}
    for suggestion in _found(reading):
        if not any(_is_about(known, suggestion.discrepancy) for known in record.discrepancies):
            found.setdefault(suggestion.discrepancy, suggestion)
    return tuple(sorted(found.values(), key=lambda each: each.finding.code))


def _found(reading: Reading) -> Iterator[Suggestion]:
    for rule in _RULES:
        yield from rule(reading)


def _is_about(known: Discrepancy, new: Discrepancy) -> bool:
    """Tell whether a discrepancy of the record holds what is proposed.

    It does if it has the same values, or if it is about the same thing with
    the words of one side. It need not have the same kind.
    """
    if known.about == new.about and known.accounts == new.accounts:
        return True
    starts = {account.value for account in new.accounts}
    if starts == {account.value for account in known.accounts}:
        return True
    old = [each for account in known.accounts for each in account.evidence]
    sides = [
        any(_is_inside(piece, other) for piece in account.evidence for other in old)
        for account in new.accounts
    ]
    if all(sides):
        return True
    if not {*new.about} & {*known.about}:
        return False
    has_words = any(account.evidence for account in new.accounts)
    # Without words on one side, as where they are sealed, the kind has to do.
    return any(sides) or not old or (not has_words and known.kind == new.kind)


def _is_inside(one: Evidence, other: Evidence) -> bool:
    """Tell whether the one stands inside the other, or the other way round."""
    if one.source != other.source:
        return False
    if None in (one.start, one.end, other.start, other.end):
        return one.exact is not None and one.exact == other.exact
    first, second = (one.start or 0, one.end or 0), (other.start or 0, other.end or 0)
    return (second[0] <= first[0] and first[1] <= second[1]) or (
        first[0] <= second[0] and second[1] <= first[1]
    )
