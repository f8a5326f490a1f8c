"""Finding one piece of evidence in the text of its source."""

import itertools
from collections.abc import Sequence

import attrs

from confmodel.grounding.folded import MOST_CANDIDATES, Folded, occurrences
from confmodel.grounding.hashed import Hashed, is_sealed
from confmodel.grounding.near import nearest_match
from confmodel.grounding.normal import differing_steps, fold
from confmodel.grounding.verdicts import Span, Verdict
from confmodel.model import Evidence, Source


@attrs.frozen(kw_only=True)
class Located:
    """Where words were found, and how sure that is."""

    verdict: Verdict
    span: Span | None = None
    candidates: tuple[Span, ...] = ()
    distance: int | None = None
    steps: tuple[str, ...] = ()


def locate(
    piece: Evidence,
    source: Source,
    text: str,
    *,
    near: Sequence[int] = (),
    folded: Folded | None = None,
    hashed: Hashed | None = None,
) -> Located:
    """Find one piece of evidence in a text.

    Args:
        piece: The evidence; it has words or a seal.
        source: Its source, for the places of the parts.
        text: The untouched text.
        near: Where other evidence for the same fact stands; it decides
            between several places where nothing better does.
        folded: The places in the normal form, where several pieces share a text.
        hashed: The places of sealed words, likewise.
    """
    if _stands_at(piece, text, piece.start):
        return Located(verdict=Verdict.EXACT, span=(piece.start or 0, piece.end or 0))
    found = _exact_places(piece, text, hashed)
    if found:
        verdict = Verdict.EXACT if piece.start is None else Verdict.MOVED
        return _chosen(verdict, found, piece, source, text, near)
    if piece.exact is None:
        return Located(verdict=Verdict.MISSING)
    found = (Folded(text, ()) if folded is None else folded).places(piece.exact)
    if found:
        located = _chosen(Verdict.NORMALISED, found, piece, source, text, near)
        start, end = located.span or located.candidates[0]
        return attrs.evolve(located, steps=differing_steps(piece.exact, text[start:end]))
    match = nearest_match(piece.exact, text, hint=piece.start)
    if match is None:
        return Located(verdict=Verdict.MISSING)
    return Located(verdict=Verdict.NEAR, span=(match.start, match.end), distance=match.distance)


def _stands_at(piece: Evidence, text: str, start: int | None) -> bool:
    if start is None:
        return False
    if piece.exact is not None:
        return text.startswith(piece.exact, start)
    return piece.seal is not None and is_sealed(text[start : start + piece.seal.length], piece.seal)


def _exact_places(piece: Evidence, text: str, hashed: Hashed | None) -> list[Span]:
    if piece.exact is not None:
        places = list(itertools.islice(occurrences(piece.exact, text), MOST_CANDIDATES))
    elif piece.seal is not None:
        places = (Hashed(text, ()) if hashed is None else hashed).places(piece.seal)
    else:
        return []
    length = piece.length or 0
    return [(place, place + length) for place in places]


def _chosen(  # noqa: PLR0917 - one call for each way to find words
    verdict: Verdict,
    found: Sequence[Span],
    piece: Evidence,
    source: Source,
    text: str,
    near: Sequence[int],
) -> Located:
    """Choose between several places by part, context and neighbours, or do not choose."""
    left = _inside_part(found, piece, source)
    if len(left) > 1:
        left = _in_context(left, piece, text)
    if len(left) > 1 and near:
        left = beside(left, near)
    if len(left) == 1:
        return Located(verdict=verdict, span=left[0])
    return Located(verdict=Verdict.AMBIGUOUS, candidates=tuple(left))


def _inside_part(found: Sequence[Span], piece: Evidence, source: Source) -> Sequence[Span]:
    if piece.part is None:
        return found
    ranges = [
        (part.start, part.end)
        for part in source.parts
        if part.label == piece.part and part.start is not None and part.end is not None
    ]
    inside = [
        span for span in found if any(start <= span[0] and span[1] <= end for start, end in ranges)
    ]
    return inside or found


def _in_context(found: Sequence[Span], piece: Evidence, text: str) -> Sequence[Span]:
    before, after = fold(piece.prefix or "").strip(), fold(piece.suffix or "").strip()
    if not before and not after:
        return found
    reach = 4 * max(len(before), len(after)) + 16

    def fits(span: Span) -> bool:
        start, end = span
        return fold(text[max(0, start - reach) : start]).rstrip().endswith(before) and fold(
            text[end : end + reach]
        ).lstrip().startswith(after)

    return [span for span in found if fits(span)] or found


def beside(found: Sequence[Span], near: Sequence[int]) -> Sequence[Span]:
    """Choose the place next to other evidence of the fact, if one is clearly next."""
    gaps = sorted((min(abs(span[0] - other) for other in near), span) for span in found)
    clear = 2
    is_clear = gaps[0][0] * clear < gaps[1][0]
    return [gaps[0][1]] if is_clear else found
