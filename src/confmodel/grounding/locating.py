"""Finding one piece of evidence in the text of its source."""

import bisect
import itertools
from collections.abc import Sequence

import attrs

from confmodel.grounding.folded import MOST_PLACES, Folded, occurrences
from confmodel.grounding.hashed import Hashed, is_sealed
from confmodel.grounding.near import nearest_match
from confmodel.grounding.normal import differing_steps, fold
from confmodel.grounding.ranges import Ranges, ranges_in
from confmodel.grounding.verdicts import MOST_CANDIDATES, Span, Verdict
from confmodel.model import Evidence, Source


@attrs.frozen(kw_only=True)
class Located:
    """Where words were found, and how sure that is."""

    verdict: Verdict
    span: Span | None = None
    candidates: tuple[Span, ...] = ()
    is_in_part: bool | None = None
    distance: int | None = None
    steps: tuple[str, ...] = ()


class Searched:
    """The text of a source, with what all that is looked for in it has in common.

    Args:
        text: The untouched text.
        source: The source, for the places of its parts.
        pieces: All evidence that will be looked for.
    """

    def __init__(self, text: str, source: Source, pieces: Sequence[Evidence]) -> None:
        self.text = text
        self.ranges = ranges_in(text, source)
        self.folded = Folded(text, [each.exact for each in pieces if each.exact is not None])
        grown = 0 if source.length is None else len(text) - source.length
        self.hashed = Hashed(text, pieces, grown=grown)


def locate(piece: Evidence, searched: Searched, *, near: Sequence[int] = ()) -> Located:
    """Find one piece of evidence in a text.

    Args:
        piece: The evidence; it has words or a seal.
        searched: The text of its source.
        near: Where other evidence for the same fact stands, in order; it
            decides between several places where nothing better does.
    """
    text = searched.text
    part = None if piece.part is None else searched.ranges.get(piece.part)
    if piece.start is not None and _stands_at(piece, text, piece.start):
        span = piece.start, piece.end or 0
        is_in_part = None if part is None else part.hold(span)
        return Located(verdict=Verdict.EXACT, span=span, is_in_part=is_in_part)
    choice = _Choice(piece, part, text, near)
    words = piece.exact if piece.seal is None else searched.hashed.words(piece.seal)
    if words is None:
        is_sought = piece.seal is None or searched.hashed.has_looked_through(piece.seal)
        return Located(verdict=Verdict.MISSING if is_sought else Verdict.UNDECIDED)
    if found := choice.exact_places(words):
        return choice.of(Verdict.EXACT if piece.start is None else Verdict.MOVED, found)
    if found := searched.folded.places(words):
        located = choice.of(Verdict.NORMALISED, found)
        start, end = located.span or located.candidates[0]
        return attrs.evolve(located, steps=differing_steps(words, text[start:end]))
    match = nearest_match(words, text, hint=piece.start)
    if match is None:
        return Located(verdict=Verdict.MISSING)
    return Located(verdict=Verdict.NEAR, span=(match.start, match.end), distance=match.distance)


def _stands_at(piece: Evidence, text: str, start: int) -> bool:
    if piece.exact is not None:
        return text.startswith(piece.exact, start)
    return piece.seal is not None and is_sealed(text[start : start + piece.seal.length], piece.seal)


@attrs.frozen
class _Choice:
    """The choice between several places by part, context and neighbours, or none."""

    piece: Evidence
    part: Ranges | None
    text: str
    near: Sequence[int]

    def exact_places(self, words: str) -> list[Span]:
        """Find the words letter by letter: in their part, or else anywhere."""
        inside = () if self.part is None else self.part.occurrences(words, self.text)
        for places in (inside, occurrences(words, self.text)):
            found = [*itertools.islice(places, MOST_PLACES + 1)]
            if found:
                return [(place, place + len(words)) for place in found]
        return []

    def of(self, verdict: Verdict, found: Sequence[Span]) -> Located:
        """Choose one of the places, of which there is at least one."""
        is_whole = len(found) <= MOST_PLACES
        left = found if self.part is None else [*filter(self.part.hold, found)] or found
        is_in_part = None if self.part is None else self.part.hold(left[0])
        if len(left) > 1 and is_whole:
            left = self._in_context(left)
        if len(left) > 1 and is_whole and self.near:
            left = beside(left, self.near)
        if len(left) == 1 and is_whole:
            return Located(verdict=verdict, span=left[0], is_in_part=is_in_part)
        return Located(
            verdict=Verdict.AMBIGUOUS,
            candidates=tuple(left[:MOST_CANDIDATES]),
            # What is beyond the places that were looked at may be inside.
            is_in_part=is_in_part if is_whole else is_in_part or None,
        )

    def _in_context(self, found: Sequence[Span]) -> Sequence[Span]:
        before = fold(self.piece.prefix or "").strip()
        after = fold(self.piece.suffix or "").strip()
        if not before and not after:
            return found
        reach = 4 * max(len(before), len(after)) + 16

        def fits(span: Span) -> bool:
            start, end = span
            return fold(self.text[max(0, start - reach) : start]).rstrip().endswith(
                before
            ) and fold(self.text[end : end + reach]).lstrip().startswith(after)

        return [*filter(fits, found)] or found


def beside(found: Sequence[Span], near: Sequence[int]) -> Sequence[Span]:
    """Choose the place next to other evidence of the fact, if one is clearly next."""
    gaps = sorted((_gap(span[0], near), span) for span in found)
    clear = 2
    is_clear = gaps[0][0] * clear < gaps[1][0]
    return [gaps[0][1]] if is_clear else found


def _gap(place: int, near: Sequence[int]) -> int:
    """Return how far it is to the nearest of some places, which are in order."""
    behind = bisect.bisect_left(near, place)
    if behind == 0:
        return near[0] - place
    before = place - near[behind - 1]
    return before if behind == len(near) else min(before, near[behind] - place)
