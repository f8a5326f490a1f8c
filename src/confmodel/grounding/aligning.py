"""Aligning words with a short stretch of a text: the fewest letters to change, and where."""

from typing import Protocol


class Aligner(Protocol):
    """A way to align; every way gives the same answer."""

    def __call__(self, words: str, window: str, allowed: int) -> tuple[int, int, int] | None:
        """Find the stretch of a window with the fewest changes: its span, and how many.

        Of several such stretches it is the one whose length is nearest to that
        of the words; of several such, the one that ends first; else the shorter.

        Args:
            words: The words, at least one letter.
            window: The stretch of a text in which they are looked for.
            allowed: How many letters may be changed.

        Returns:
            Where it begins, where it ends, and how many letters have to be
            changed; `None` if that is more than allowed.
        """


def aligned(words: str, window: str, allowed: int) -> tuple[int, int, int] | None:
    """Align with the standard library alone; see `Aligner`.

    The cost grows with the length of the window, whatever stands in it.
    """
    scores = _scores(words, window)
    distance = min(scores)
    if distance > allowed:
        return None
    best: tuple[int, int] | None = None
    for end, score in enumerate(scores):
        if score != distance:
            continue
        # The same search backwards, from the end, finds where the stretch begins.
        backwards = window[:end][::-1][: len(words) + distance + 1]
        before = _scores(words[::-1], backwards, is_anchored=True)
        for length, backward in enumerate(before):
            if backward == distance and (
                best is None or abs(length - len(words)) < abs(best[1] - best[0] - len(words))
            ):
                best = (end - length, end)
        if best is not None and best[1] - best[0] == len(words):
            break
    return None if best is None else (*best, distance)


def aligned_from(words: str, window: str) -> tuple[int, int]:
    """Align words that begin where a window begins.

    Returns:
        How long the stretch with the fewest changes is, and how many they are;
        of several such stretches, the one whose length is nearest to that of
        the words.
    """
    scores = _scores(words, window, is_anchored=True)
    length = min(range(len(scores)), key=lambda end: (scores[end], abs(end - len(words))))
    return length, scores[length]


def _scores(words: str, window: str, *, is_anchored: bool = False) -> list[int]:
    """Count, for each end in a window, the fewest changes to get the words ending there.

    They may begin anywhere; if anchored, only where the window begins.

    Myers' bit-parallel search (Journal of the ACM 46, 1999): a whole column of
    the table is one integer, so each letter of the window costs a few steps.
    """
    occurs: dict[str, int] = {}
    for place, letter in enumerate(words):
        occurs[letter] = occurs.get(letter, 0) | 1 << place
    full = (1 << len(words)) - 1
    last = 1 << (len(words) - 1)
    up, down, score = full, 0, len(words)
    scores = [score]
    for letter in window:
        equal = occurs.get(letter, 0)
        across = equal | down
        along = (((equal & up) + up) ^ up) | equal
        rise = down | ~(along | up) & full
        fall = up & along
        if rise & last:
            score += 1
        elif fall & last:
            score -= 1
        scores.append(score)
        rise = (rise << 1 | is_anchored) & full
        up = (fall << 1 | ~(across | rise)) & full
        down = rise & across
    return scores
