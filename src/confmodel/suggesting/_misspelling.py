"""Words that are one word spelt in two ways: all but one letter or two are the same."""

import itertools
from collections.abc import Iterable, Iterator, Mapping

_SHORT_WORD = 5
_LONG_WORD = 8
_LONGEST_WORD = 40
_MOST_ALIKE = 100
"""Words that are compared with one word, of those that share all letters but one or two."""


def is_misspelt(one: str, other: str) -> bool:
    """Tell whether one word of a text is another with a slip, or two slips in a long one."""
    if not (_is_comparable(one) and _is_comparable(other)):
        return False
    # An ending is no spelling: Latvia and Latvian, minister and ministers.
    if one.startswith(other) or other.startswith(one):
        return False
    return _is_within(one, other, min(_most_slips(one), _most_slips(other)))


def is_variant(one: str, other: str) -> bool:
    """Compare words of two names that the record itself has for one thing: endings count."""
    return (one[0] == other[0] and _is_within(one, other, 2)) or is_misspelt(one, other)


def misspellings(words: Iterable[str], printed: Iterable[str]) -> Mapping[str, list[str]]:
    """Find for each word those of a text that are the same word misspelt, in their order.

    Two words that differ by a slip are the same without the letter of the
    slip. So those are compared that share what is left without one letter or
    two: the cost grows with the number of words, and not with its square.

    Examples:
        >>> misspellings(["moreno", "vale"], ["moreno", "morena", "morning"])
        {'moreno': ['morena']}
    """
    alike: dict[str, list[str]] = {}
    for word in dict.fromkeys(filter(_is_comparable, words)):
        for rest in _without_letters(word):
            some = alike.setdefault(rest, [])
            if len(some) < _MOST_ALIKE:
                some.append(word)
    found: dict[str, list[str]] = {}
    for other in filter(_is_comparable, printed):
        near = (word for rest in _without_letters(other) for word in alike.get(rest, ()))
        for word in dict.fromkeys(near):
            some = found.setdefault(word, [])
            if len(some) < _MOST_ALIKE and is_misspelt(word, other):
                some.append(other)
    return {word: others for word, others in found.items() if others}


def _is_comparable(word: str) -> bool:
    return _SHORT_WORD <= len(word) <= _LONGEST_WORD


def _most_slips(word: str) -> int:
    return 1 if len(word) < _LONG_WORD else 2


def _without_letters(word: str) -> Iterator[str]:
    yield word
    for slips in range(1, _most_slips(word) + 1):
        for kept in itertools.combinations(word, len(word) - slips):
            yield "".join(kept)


def _is_within(one: str, other: str, slips: int) -> bool:
    """Tell whether one word becomes the other by a few changed letters (Levenshtein)."""
    if abs(len(one) - len(other)) > slips:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    same = next((n for n, (letter, against) in pairs if letter != against), None)
    if same is None:
        return True  # the rest is no longer than the slips that are left
    one, other = one[same:], other[same:]
    # A letter is another one, or too much in the one, or in the other.
    rests = ((one[1:], other[1:]), (one[1:], other), (one, other[1:]))
    return slips > 0 and any(_is_within(*rest, slips - 1) for rest in rests)
