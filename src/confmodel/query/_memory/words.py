"""Words brought to one form: without case, accents and punctuation."""

import functools

from confmodel.countries import find
from confmodel.countries._fold import fold

_LONGEST_WORD = 100
_LONGEST_NAME = 200
# Spelled out where a keyboard lacks the letter; nothing else is a rule without exceptions.
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"Å": "Aa", "Ø": "Oe", "đ": "dj", "Đ": "Dj"}
)


@functools.lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """Fold a name. Bounded: normalising is quadratic on some inputs.

    Examples:
        >>> folded("Marcin Kierwiński"), folded("Đoković")
        ('marcin kierwinski', 'dokovic')
    """
    return fold(name[:_LONGEST_NAME])


@functools.lru_cache(maxsize=1 << 16)
def spellings(name: str) -> tuple[str, ...]:
    """Fold a name as it stands, and with the letters spelled out that are so by custom.

    Examples:
        >>> spellings("Jürgen Møller")
        ('jurgen moller', 'juergen moeller')
    """
    plain = folded(name)
    if name.isascii():
        return (plain,)
    return tuple(dict.fromkeys((plain, folded(name.translate(_SPELLED_OUT)))))


@functools.lru_cache(maxsize=1 << 16)
def _word(word: str) -> str:
    return fold(word[:_LONGEST_WORD])


@functools.lru_cache(maxsize=1 << 12)
def padded(text: str) -> str:
    """Fold a text word by word, one space around each, so that `in` finds whole words.

    Examples:
        >>> padded("Visible, and encouraging")
        ' visible and encouraging '
    """
    return f" {' '.join(filter(None, map(_word, text.split())))} "


def has_words(text: str | None, asked: tuple[str, ...]) -> bool:
    """Tell whether one of the phrases stands in a text, in whole words."""
    if text is None:
        return False
    whole = padded(text)
    return any(padded(phrase) in whole for phrase in asked)


@functools.lru_cache(maxsize=1 << 14)
def codes_of(name: str) -> tuple[str | None, ...]:
    """Give the codes of the states that a name may mean."""
    return tuple(state.code for state in find(name))
