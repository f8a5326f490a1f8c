"""G423: two figures for one thing, in the record or in the words for one figure."""

import itertools
import math
from collections.abc import Iterator

import attrs

from confmodel.grounding.normal import fold
from confmodel.model import (
    Comparator,
    Conference,
    DiscrepancyKind,
    Figure,
    FigureMode,
    Other,
    Unit,
    When,
)
from confmodel.suggesting._numbers import numbers_in
from confmodel.suggesting._reading import Reading, Witness
from confmodel.suggesting.suggestion import Suggestion

_ABOUT = 0.1
_ASSERTED = (None, FigureMode.CLAIMED)


@attrs.frozen
class _Claim:
    """A figure, where it stands, and whose it is."""

    figure: Figure
    owner: str
    address: str
    pointer: str


def two_figures(reading: Reading) -> Iterator[Suggestion]:
    """Compare figures that count the same thing, by the record."""
    by_thing: dict[tuple[object, ...], list[_Claim]] = {}
    for claim in _claims(reading.record):
        for thing in _things(claim):
            by_thing.setdefault(thing, []).append(claim)
    for claims in by_thing.values():
        for one, other in itertools.combinations(claims[:20], 2):
            if _can_differ(one, other) and _differ(one.figure, other.figure):
                yield _of_two(reading, one, other)


def _claims(record: Conference) -> Iterator[_Claim]:
    for n, figure in enumerate(record.figures):
        yield _claim(figure, record.id, "figures", f"/figures/{n}")
    for collection in ("delegations", "groups"):
        for n, thing in enumerate(getattr(record, collection)):
            if thing.stated_size is not None:
                # Whatever it calls them, it counts what is inside.
                size = attrs.evolve(thing.stated_size, of=None, counts=thing.id)
                yield _claim(size, thing.id, "stated_size", f"/{collection}/{n}/stated_size")
    for collection in ("statements", "agreements"):
        for n, owner in enumerate(getattr(record, collection)):
            for m, figure in enumerate(owner.figures):
                yield _claim(figure, owner.id, "figures", f"/{collection}/{n}/figures/{m}")


def _claim(figure: Figure, owner: str, name: str, pointer: str) -> _Claim:
    return _Claim(figure, owner, figure.id or f"{owner}/{name}", pointer)


def _things(claim: _Claim) -> Iterator[tuple[object, ...]]:
    """Name what a figure counts, in the ways in which another may count the same."""
    figure = claim.figure
    if figure.mode is FigureMode.AGREED:
        owner = claim.owner  # what another agreement lays down is another number
    elif figure.mode in _ASSERTED:
        owner = ""
    else:
        return
    measure = (
        owner,
        figure.unit,
        figure.currency,
        figure.direction,
        frozenset(figure.for_whom),
        figure.is_each,
        figure.part_of,
        bool(figure.ratio),
    )
    if figure.counts is not None:
        yield ("counts", figure.counts, *measure)
    if figure.of is not None:
        of = fold(figure.of).casefold()
        # "Projects" alone are not the same ones in two statements; a share of them is of all.
        is_vague = len(of.split()) == 1 and figure.unit is not Unit.PERCENT
        whose = claim.owner if is_vague else ""
        yield ("of", of, whose, *measure)


def _can_differ(one: _Claim, other: _Claim) -> bool:
    first, second = one.figure, other.figure
    if first.counts != second.counts and first.counts is not None and second.counts is not None:
        return False
    if first.baseline != second.baseline and first.baseline and second.baseline:
        return False
    return first.period is None or second.period is None or _overlap(first.period, second.period)


def _overlap(one: When, other: When) -> bool:
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return one == other
    return bool(one.earliest <= other.latest and other.earliest <= one.latest)  # type: ignore[operator]


def _differ(one: Figure, other: Figure) -> bool:
    if one.ratio:
        terms = [[term.value for term in figure.ratio] for figure in (one, other)]
        return terms[0] != terms[1]
    first, second = _bounds(one), _bounds(other)
    if first is None or second is None:
        return False
    return first[1] < second[0] or second[1] < first[0]


def _bounds(figure: Figure) -> tuple[float, float] | None:
    """Give the smallest and the largest number that a figure allows; `None` if it has none."""
    low, high = figure.low, figure.high
    if figure.value is not None:
        low = high = figure.value
    if low is None and high is None:
        return None
    least = 0.0 if low is None else float(low)
    most = math.inf if high is None else float(high)
    match figure.comparator:
        case Comparator.ABOUT:
            return least * (1 - _ABOUT), most * (1 + _ABOUT)
        case Comparator.ALMOST:
            return least * (1 - _ABOUT), most
        case Comparator.OVER | Comparator.AT_LEAST:
            return least, math.inf
        case Comparator.UNDER | Comparator.UP_TO:
            return 0.0, most
        case _:
            return least, most


def _of_two(reading: Reading, one: _Claim, other: _Claim) -> Suggestion:
    sources = [{each.source for each in claim.figure.evidence} for claim in (one, other)]
    values = [_shown(claim.figure) for claim in (one, other)]
    of = one.figure.of or other.figure.of or one.figure.counts
    return reading.suggestion(
        "G423",
        DiscrepancyKind.BETWEEN_SOURCES
        if all(sources) and sources[0].isdisjoint(sources[1])
        else DiscrepancyKind.WITHIN_A_TEXT,
        tuple(dict.fromkeys((one.address, other.address))),
        [
            reading.account(value, *claim.figure.evidence[:3])
            for claim, value in zip((one, other), values, strict=True)
        ],
        other.pointer,
        f"{values[0]} and {values[1]} are both given for {of!r}",
    )


def _shown(figure: Figure) -> str:
    if figure.wording is not None:
        return figure.wording
    if figure.ratio:
        return ":".join(f"{term.value:f}" for term in figure.ratio)
    ends = (figure.low, figure.high) if figure.value is None else (figure.value,)
    number = " to ".join(f"{end:f}" for end in ends if end is not None)
    match figure.comparator:
        case None:
            return number
        case Other(other=own):
            return f"{own} {number}"
        case comparator:
            return f"{comparator.value} {number}"


def figure_against_its_words(reading: Reading) -> Iterator[Suggestion]:
    """Compare the pieces of evidence for one figure: one has its number, one another."""
    by_figure: dict[int, list[Witness]] = {}
    for each in reading.witnesses:
        if isinstance(each.fact, Figure) and each.fact.value is not None:
            by_figure.setdefault(id(each.fact), []).append(each)
    for witnesses in by_figure.values():
        figure = witnesses[0].fact
        if not isinstance(figure, Figure):  # pragma: no cover - for mypy: it was asked above
            continue
        numbers = [{number.value for number in numbers_in(each.words)} for each in witnesses]
        own = next((n for n, some in enumerate(numbers) if figure.value in some), None)
        if own is None:
            continue
        for other, some in zip(witnesses, numbers, strict=True):
            if some and figure.value not in some and some.isdisjoint(numbers[own]):
                yield _of_words(reading, witnesses[own], other)


def _of_words(reading: Reading, own: Witness, other: Witness) -> Suggestion:
    kind = reading.kind_between(own, other)
    return reading.suggestion(
        "G425" if kind is DiscrepancyKind.BETWEEN_SOURCES else "G423",
        kind,
        own.addresses,
        (reading.account(own.words, own), reading.account(other.words, other)),
        other.pointer,
        f"the words for one figure have different numbers: {own.words!r}, {other.words!r}",
    )
