"""Finding words in the normal form of a text, of which only a window is held at a time."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from confmodel.grounding.normal import fold, fold_with_offsets, windows
from confmodel.grounding.verdicts import Span

MOST_PLACES = 1000
"""Places of the same words that are compared; of words at more, none is chosen."""


class Folded:
    """The places in the normal form of one text, for all words at one reading.

    Folding a text is the dear part, and it is not kept, so that memory does
    not grow with the text.

    Args:
        text: The untouched text.
        wanted: Words that may be asked for; others cost a reading of their own.
    """

    def __init__(self, text: str, wanted: Iterable[str]) -> None:
        self.text = text
        self._wanted = wanted
        self._found: dict[str, array[int]] = {}

    def places(self, words: str) -> list[Span]:
        """Find where words of the same normal form stand; one more than `MOST_PLACES` at most."""
        if words not in self._found:
            others = {each for each in self._wanted if each not in self.text}
            self._found |= _folded_places({words, *others} - self._found.keys(), self.text)
        bounds = self._found[words]
        return [*zip(bounds[::2], bounds[1::2], strict=True)]


def _folded_places(wanted: AbstractSet[str], text: str) -> dict[str, "array[int]"]:
    """Find the places of words: the beginning of each, and behind it the end."""
    found = {words: array("Q") for words in wanted}
    forms = {words: fold(words).strip() if words.strip() else fold(words) for words in wanted}
    still_open = {words: form for words, form in forms.items() if form}
    for begin, window in windows(text, 4 * max(map(len, wanted)) + 256):
        if not still_open:
            break
        folded, offsets = fold_with_offsets(window)
        for words, form in [*still_open.items()]:
            places = found[words]
            last = places[-2] if places else -1
            for place in occurrences(form, folded):
                start, end = offsets[place], offsets[place + len(form)]
                if begin + start <= last or not _is_whole(offsets, place, place + len(form)):
                    continue
                if form != " ":
                    # A run that was folded away behind the words is not theirs.
                    end = _without_space_behind(window, start, end)
                last = begin + start
                places.extend((last, begin + end))
                if len(places) > 2 * MOST_PLACES:
                    del still_open[words]
                    break
    return found


def _is_whole(offsets: Sequence[int], start: int, end: int) -> bool:
    """Tell whether a match begins and ends between letters, not inside a ligature."""
    begins = start == 0 or offsets[start - 1] != offsets[start]
    return begins and (end >= len(offsets) - 1 or offsets[end - 1] != offsets[end])


def _without_space_behind(window: str, start: int, end: int) -> int:
    while end > start and (window[end - 1].isspace() or not fold(window[end - 1])):
        end -= 1
    return end


def occurrences(words: str, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Find where words stand letter by letter between two places, also where they overlap."""
    place = text.find(words, start, end)
    while place >= 0:
        yield place
        place = text.find(words, place + 1, end)
