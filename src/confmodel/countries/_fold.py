"""Names brought to one form, so that spelling habits do not decide a look-up."""

import re
import unicodedata
from typing import Final

# Longer than any name in the table. Normalising is quadratic on some inputs, so a text
# from a stranger is measured before it is folded.
MAX_LENGTH: Final = 200

# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS: Final = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "\u0131": "i",
    "ŋ": "n",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "&": " and ",
}
_APOSTROPHES: Final = "'`\u00b4\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc"
_HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212"
_PUNCTUATION: Final = ',;:/()[]"_\u201c\u201d\u201e\u201f\u00ab\u00bb\u060c\u30fb'

# Accents of Latin, Greek and Cyrillic, and the optional signs of Arabic. The marks of
# other scripts are letters in their own right: without them Thai names would collide.
_MARKS: Final = (*range(0x300, 0x370), *range(0x64B, 0x656))
_INVISIBLE: Final = (
    0xAD,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    0xFEFF,
)

_FOLDING: Final[dict[int, str | None]] = {
    **{ord(letter): plain for letter, plain in _LETTERS.items()},
    **dict.fromkeys(map(ord, _HYPHENS + _PUNCTUATION), " "),
    **dict.fromkeys((*map(ord, _APOSTROPHES + "."), *_MARKS, *_INVISIBLE), None),
}

_ARTICLE: Final = re.compile(r"the\s+", re.IGNORECASE)

# "Korea (the Republic of)", "Falkland Islands (the) [Malvinas]", "Gambia, The". What is
# before, what comes first, and what follows it.
_TURNED: Final = re.compile(r"([^(),]+)(?:\(([^(),]+)\)([^(),]*)|,([^(),]+))")

_DOTTED: Final = re.compile(r"(?:[A-Z]\.\s?)+[A-Z]?\.?")
_CAPITALS: Final = re.compile(r"[A-Z]{2,6}|[0-9]{3}")


def fold(text: str) -> str:
    r"""Give `text` without case, accents, punctuation, outer white space and leading "the".

    "St." is read as "Saint", "&" as "and". Two names with the same folded form are
    one name to `find`. Not a transliteration: every script stays as it is.

    Examples:
        >>> fold("The Côte d'Ivoire"), fold("COTE D'IVOIRE")
        ('cote divoire', 'cote divoire')
        >>> fold("Guinea\u2011Bissau") == fold("guinea  bissau")
        True
    """
    text = text.casefold()
    if not text.isascii():
        # Taken apart, this apostrophe would leave a space.
        text = unicodedata.normalize("NFKD", text.replace("\u00b4", "'"))
        # Compatibility forms bring forth capitals, and these what can be taken apart.
        text = unicodedata.normalize("NFKD", text.casefold())
    words = text.translate(_FOLDING).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words) if "st" not in words else _with_saint(words)


def _with_saint(words: list[str]) -> str:
    return " ".join("saint" if word == "st" else word for word in words)


def capitals(text: str) -> str | None:
    """Give a code or an abbreviation without full stops and article, or `None` if it is neither.

    Examples:
        >>> capitals("U.S.A."), capitals("the UAE"), capitals("586"), capitals("the Uae")
        ('USA', 'UAE', '586', None)
    """
    text = text.strip()
    if article := _ARTICLE.match(text):
        text = text[article.end() :]
    if _DOTTED.fullmatch(text):
        text = "".join(letter for letter in text if letter.isalpha())
    return text if _CAPITALS.fullmatch(text) else None


def unturned(text: str) -> str | None:
    """Give a name that a list has turned round in its own order; `None` if it is not turned.

    ISO 3166 prints what comes first in parentheses, others behind a comma.

    Examples:
        >>> unturned("Congo (the Democratic Republic of the)")
        'the Democratic Republic of the Congo'
        >>> unturned("Gambia, The"), unturned("Guinea-Bissau")
        ('The Gambia', None)
    """
    turned = _TURNED.fullmatch(text)
    if turned is None:
        return None
    rest, bracketed, after, behind_comma = turned.groups(default="")
    return " ".join(f"{bracketed or behind_comma} {rest} {after}".split())
