"""Near matches: the place that words most likely come from, when no place has them.

Stretches of the words that are rare in the text vote for a place; the best few
places are aligned letter by letter. The cost is linear in the text.

With the extra `fuzzy` rapidfuzz aligns, without it the standard library. The
places are the same, and so is the answer.
"""

import functools
from collections import Counter
from collections.abc import Iterable

import attrs

from confmodel.grounding.aligning import Aligner, aligned_from
from confmodel.grounding.aligning import aligned as plainly_aligned
from confmodel.grounding.verdicts import Span

_MOST_DIFFERENT = 0.3
"""The share of the words' letters that may differ; beyond it, nothing is near."""

_SEEDS = (12, 8, 5, 3, 2)
"""Lengths of the stretches that vote, longest first."""

_MOST_VOTES = 64
"""Occurrences of one stretch that count; a more common one tells nothing."""

_MOST_PLACES = 6
"""Places that are aligned."""

_LONGEST = 1000
"""Letters of the words that are aligned at once; longer ones go on from where these end."""


@attrs.frozen
class Near:
    """A near match."""

    start: int
    end: int
    distance: int


def nearest_match(words: str, text: str, *, hint: int | None = None) -> Near | None:
    """Find the stretch of a text that is nearest to the words.

    Args:
        words: The words.
        text: The text.
        hint: Where they are said to be; it decides between equal matches.

    Returns:
        The place, snapped to whole words where the words are whole; `None` if
        nothing is near enough.

    Examples:
        >>> nearest_match("visible and encouraging result.", "its visible and encouraging results")
        Near(start=4, end=35, distance=1)
    """
    aligned = _aligner()
    core = words[:_LONGEST]
    best: Near | None = None
    allowed = _changes_allowed(words)
    reach = _changes_allowed(core)
    for place in _places(core, text, hint):
        begin = max(0, place - reach - 1)
        window = text[begin : place + len(core) + reach + 1]
        found = aligned(core, window, reach)
        if found is None:
            continue
        match = _with_rest(words, text, Near(begin + found[0], begin + found[1], found[2]), allowed)
        if match is None:
            continue
        allowed = match.distance  # a later place has to be as near
        reach = min(reach, allowed)
        if best is None or _rank(match, hint) < _rank(best, hint):
            best = match
    if best is None:
        return None
    start, end = _snapped(words, text, (best.start, best.end))
    # Of a few letters between spaces, the spaces alone can be nearest.
    return Near(start, end, best.distance) if start < end else None


def _changes_allowed(words: str) -> int:
    return max(1, int(len(words) * _MOST_DIFFERENT))


def _with_rest(words: str, text: str, match: Near, allowed: int) -> Near | None:
    """Align what follows the core of long words, stretch by stretch, each where the last ended.

    The distance is that of one way to change the words; where letters came in
    or fell out just between two stretches, there may be a shorter one.
    """
    end, distance = match.end, match.distance
    for start in range(_LONGEST, len(words), _LONGEST):
        rest = words[start : start + _LONGEST]
        # More letters than they have themselves are never worth taking in.
        surplus = min(allowed - distance, len(rest))
        length, changes = aligned_from(rest, text[end : end + len(rest) + surplus])
        end += length
        distance += changes
        if distance > allowed:
            return None
    return Near(match.start, end, distance)


@functools.cache
def _aligner() -> Aligner:
    """Choose how to align; rapidfuzz is imported when first something is not in its text."""
    try:
        from confmodel.grounding.measuring import aligned  # noqa: PLC0415 - an extra
    except ImportError:
        return plainly_aligned
    return aligned


def _rank(match: Near, hint: int | None) -> tuple[int, int, int]:
    return match.distance, 0 if hint is None else abs(match.start - hint), match.start


def _places(words: str, text: str, hint: int | None) -> list[int]:
    """Let stretches of the words vote for where they begin; the most voted first."""
    for length in _SEEDS:
        if length >= len(words) and length > _SEEDS[-1]:
            continue
        votes: Counter[int] = Counter()
        for offset in range(0, len(words) - length + 1, max(1, length // 3)):
            found = _occurrences(words[offset : offset + length], text)
            votes.update(max(0, each - offset) for each in found)
        if votes:
            # Insertions shift the vote by a few letters: neighbours count together.
            ranked = sorted(
                votes,
                key=lambda place: (
                    -sum(votes[place + shift] for shift in range(-3, 4)),
                    0 if hint is None else abs(place - hint),
                    place,
                ),
            )
            return _apart(ranked)
    return []


def _apart(ranked: Iterable[int]) -> list[int]:
    taken: list[int] = []
    for place in ranked:
        if all(abs(place - other) > 3 for other in taken):  # noqa: PLR2004 - as the votes are gathered
            taken.append(place)
        if len(taken) == _MOST_PLACES:
            break
    return taken


def _occurrences(stretch: str, text: str) -> list[int]:
    found: list[int] = []
    place = text.find(stretch)
    while place >= 0:
        found.append(place)
        if len(found) > _MOST_VOTES:
            return []
        place = text.find(stretch, place + 1)
    return found


def _snapped(words: str, text: str, span: Span) -> Span:
    """Widen a span to whole words, where the words themselves are whole."""
    start, end = span
    while start < end and text[start].isspace() and not words[0].isspace():
        start += 1
    while end > start and text[end - 1].isspace() and not words[-1].isspace():
        end -= 1
    if words[0].isalnum():
        while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
    if words[-1].isalnum():
        while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
    return start, end
