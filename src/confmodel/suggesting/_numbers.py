"""Numbers in running words, with what they count."""

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENTHS = "twenty thirty forty fifty sixty seventy eighty ninety"
_FRENCH = (
    "z\u00e9ro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize"
)
_UNITS, _TENS = _ENGLISH.split(), _TENTHS.split()
_WORDS: dict[str, int] = {
    **{word: n for n, word in enumerate(_FRENCH.split()) if n > 1},
    **{word: n for n, word in enumerate(_UNITS) if n > 1},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
    **{
        f"{ten}-{unit}": 10 * n + m
        for n, ten in enumerate(_TENS, 2)
        for m, unit in enumerate(_UNITS[:10])
        if m
    },
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "hundred": 100,
    "cent": 100,
}
"""Numbers as words; not "one", which is often no number."""

_FOLLOWING = (
    "million billion thousand hundred percent cent year years month months week weeks day days "
    "hour hours minute minutes time times january february march april may june july august "
    "september october november december janvier juin juillet septembre octobre and the for of "
    "from with that than were was are have had has will who which into other more les des pour "
    "par dans ans jours heures mois et"
)
_NO_NOUN = frozenset(_FOLLOWING.split())
"""What follows a number and is not what is counted."""

# Digits and words of bounded form, each of which can match in one way only: linear.
_NUMBER = re.compile(
    r"(?<![\w.,:/\u2013-])([0-9]{1,3}(?:[,\u00a0\u202f][0-9]{3}(?![0-9]))+|[0-9]{1,12})(\.[0-9]{1,6})?(?![0-9:/])"
)
_WORD = re.compile(r"(?<![\w'\u2019])[^\W\d_]{2,9}(?:-[^\W\d_]{3,5}(?![\w]))?")
_NOUNS = re.compile(r"(?:%[ ])?[ \u00a0\u2010\u2011-]?([^\W\d_]{3,30})(?:[ ]([^\W\d_]{3,30}))?")


@attrs.frozen
class Number:
    """A number in running words."""

    value: Decimal
    start: int
    end: int
    nouns: tuple[str, ...]
    """What it may count: the words that follow, without their ending."""


def numbers_in(words: str) -> Iterator[Number]:
    """Go through the numbers of a text, digits and words, in order."""
    found = [
        (match.start(), match.end(), Decimal(re.sub("[,\u00a0\u202f]", "", match[0])))
        for match in _NUMBER.finditer(words)
    ]
    for match in _WORD.finditer(words):
        word = match[0].casefold()
        whole, first = _WORDS.get(word), word.partition("-")[0]
        count = _WORDS.get(first) if whole is None else whole
        if count is not None:
            end = match.end() if whole is not None else match.start() + len(first)
            found.append((match.start(), end, Decimal(count)))
    for start, end, value in sorted(found):
        nouns, last = _nouns_behind(words, end)
        yield Number(value, start, last, nouns)


def value_of(word: str) -> Decimal | None:
    """Read one word as a number; `None` if it is none."""
    if word.isascii() and word.isdigit() and len(word) <= 12:  # noqa: PLR2004 - as above
        return Decimal(word)
    known = _WORDS.get(word.casefold())
    return None if known is None else Decimal(known)


def _nouns_behind(words: str, end: int) -> tuple[tuple[str, ...], int]:
    found = _NOUNS.match(words, end)
    if found is None or found[1].casefold() in _NO_NOUN:
        return (), end
    share = "%" if found[0].startswith("%") else ""
    nouns = [share + _singular(found[1])]
    last = found.end(1)
    if found[2] is not None and found[2].casefold() not in _NO_NOUN:
        nouns.append(share + _singular(found[2]))
    return tuple(nouns), last


def _singular(noun: str) -> str:
    plain = noun.casefold()
    if plain.endswith("ies"):
        return f"{plain[:-3]}y"
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain
