"""Numbers in running words, with what they count."""

import re
from collections.abc import Iterator
from decimal import Context, Decimal, localcontext

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

_MOST_PARTS = 12
_DIGITS = 100
_HUNDRED = 100
_SCALES: dict[str, int] = {
    "hundred": _HUNDRED,
    "cent": _HUNDRED,
    **dict.fromkeys(("thousand", "mille"), 10**3),
    **dict.fromkeys(("million", "millions"), 10**6),
    **dict.fromkeys(("billion", "billions", "milliard", "milliards"), 10**9),
}
"""What the number before it is multiplied by."""

_PARTS = {**_WORDS, **_SCALES, "one": 1}
"""Words that a number of several words is made of."""

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
    r"(?<![\w.,:/\u2013-])"
    r"([0-9]{1,3}([, \u00a0\u202f])[0-9]{3}(?![0-9])(?:\2[0-9]{3}(?![0-9])){0,3}|[0-9]{1,12})"
    r"(\.[0-9]{1,6})?(?![0-9:/]|,[0-9])"
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


@attrs.frozen
class _Part:
    """One word or one row of digits, which may be a number or a part of one."""

    start: int
    end: int
    value: Decimal | None
    """`None` if it is a number that is not read, such as "quatre-vingt"."""
    word: str | None = None
    """`None` for digits."""

    @property
    def is_scale(self) -> bool:
        return self.word in _SCALES


def numbers_in(words: str) -> Iterator[Number]:
    """Go through the numbers of a text, digits and words, in order.

    One of several words is read as a whole, or left out: "two hundred" is
    neither 2 nor 100.
    """
    for parts in _together(words):
        value = _value(parts)
        if value is not None:
            nouns, last = _nouns_behind(words, parts[-1].end)
            yield Number(value, parts[0].start, last, nouns)


def _together(words: str) -> Iterator[list[_Part]]:
    together: list[_Part] = []
    for part in sorted(_parts(words), key=lambda each: each.start):
        if together and _goes_on(together[-1], words[together[-1].end : part.start], part):
            together.append(part)
        else:
            yield together
            together = [part]
    yield together


def _parts(words: str) -> Iterator[_Part]:
    for match in _NUMBER.finditer(words):
        digits = re.sub("[, \u00a0\u202f]", "", match[0])
        yield _Part(match.start(), match.end(), Decimal(digits))
    for match in _WORD.finditer(words):
        word = match[0].casefold()
        first, _, second = word.partition("-")
        if word in _PARTS:
            yield _Part(match.start(), match.end(), Decimal(_PARTS[word]), word)
        elif first in _PARTS and second in _PARTS:
            yield _Part(match.start(), match.end(), None, word)
        elif first in _PARTS:
            yield _Part(match.start(), match.start() + len(first), Decimal(_PARTS[first]), first)


def _goes_on(last: _Part, between: str, part: _Part) -> bool:
    """Tell whether two parts are of one number."""
    if part.word is None:
        return False
    if between == " and ":
        return last.is_scale and not part.is_scale
    if between not in {" ", "-", "\u00a0"}:
        return False
    if part.is_scale or last.is_scale:
        # "50 cent" are coins.
        return part.word != "cent" or last.word is not None
    return last.word in _TENS and part.word in _UNITS[1:10]


def _value(parts: list[_Part]) -> Decimal | None:
    if not parts or len(parts) > _MOST_PARTS:
        return None
    if len(parts) == 1 and parts[0].word is not None and parts[0].word not in _WORDS:
        return None
    whole = below = Decimal(0)
    # Rounded by nothing that the caller computes with.
    with localcontext(Context(prec=_DIGITS)):
        for part in parts:
            if part.value is None:
                return None
            if not part.is_scale:
                below += part.value
            elif part.value == _HUNDRED:
                below = (below or 1) * part.value
            else:
                whole, below = whole + (below or 1) * part.value, Decimal(0)
        return whole + below


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
