"""Words brought to one form: without case, accents and punctuation."""

import functools
import re

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
    """Fold a name, but for the end of a very long one: normalising is quadratic on some inputs.

    Examples:
        >>> folded("Marcin Kierwiński"), folded("Đoković")
        ('marcin kierwinski', 'dokovic')
    """
    return fold(name[:_LONGEST_NAME]) + name[_LONGEST_NAME:].casefold()


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


# What differs between the ways to write one sound of another script in Latin letters. Vowels
# differ too, but without them too many names would be alike.
_SOUNDS = {"tsch": "c", "tch": "c", "ch": "c", "sch": "s", "sh": "s", "zh": "z", "ph": "f"}
_SOUNDS |= {"ou": "u", "q": "k", "w": "v", "y": "i", "j": "i"}
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_DOUBLED = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=1 << 16)
def romanized(name: str) -> tuple[str, ...]:
    """Fold a name so that the usual ways to bring it into Latin letters give one form.

    Examples:
        >>> romanized("Zelenskyy") == romanized("Zelenskij") == romanized("Zelensky")
        True
        >>> romanized("Slobodan Milošević"), romanized("Slobodan Miloshevich")
        (('slobodan milosevic',), ('slobodan milosevic',))
    """
    sounds = (_SOUND.sub(lambda found: _SOUNDS[found[0]], each) for each in spellings(name))
    return tuple(dict.fromkeys(_DOUBLED.sub(r"\1", each) for each in sounds))


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


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded; a text without any has one that is empty.

    Examples:
        >>> words_of("Visible, and encouraging"), words_of("...")
        (['visible', 'and', 'encouraging'], [''])
    """
    return padded(text).split() or [""]


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
