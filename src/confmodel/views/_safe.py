"""Text of strangers, made fit for a terminal. Everything that is shown goes through here.

A terminal obeys what it is sent: a name that holds an escape sequence can
clear the screen, change its title or write over the line above. So nothing
that steers a terminal, and nothing that turns the order of the letters
around, is let through. What would only draw nothing is left out.
"""

import unicodedata
from typing import Final

_MOST_MARKS = 6
"""More combining marks on one letter than any language stacks, and paint on other lines."""

_JOINERS: Final = frozenset("\u200c\u200d")
"""Persian, the scripts of India and emoji are misspelt without them."""

_DRAWS_NOTHING: Final = frozenset("\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff")
"""Hints for layout: soft hyphen, marks of direction, invisible spaces."""

_PICTURED: Final = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "\u2421"}
"""Unicode has pictures of the controls of ASCII."""

_TIES: Final = frozenset("\u00a0\u2007\u202f")
"""Spaces at which no line is broken."""


def safe(text: str) -> str:
    r"""Return a text on one line that a terminal only draws.

    Line ends and tabs become spaces. Control characters become their
    pictures, so that tampering is seen: `␛` for escape. Whatever turns the
    order of letters around (bidi embeddings, overrides and isolates) becomes
    a name such as `\u202e`, and so does what no font can draw. None is
    written of our own either: terminals disagree about them, and they would
    travel along when somebody copies the screen.

    Examples:
        >>> safe("Rosa\x1b[2J Vale")
        'Rosa␛[2J Vale'
        >>> safe("first\nsecond")
        'first second'
        >>> print(safe("\u202elairotcid"))
        \u202elairotcid
    """
    if text.isascii() and text.isprintable():
        return text
    shown: list[str] = []
    marks = 0
    for character in text:
        if character in _JOINERS or unicodedata.category(character)[0] == "M":
            marks += 1
            if marks <= _MOST_MARKS:
                shown.append(character)
            continue
        marks = 0
        shown.append(character if character.isprintable() else _stand_in(character))
    return "".join(shown)


def _stand_in(character: str) -> str:
    if character in _DRAWS_NOTHING:
        return ""
    if character.isspace():
        return "\u00a0" if character in _TIES else " "
    code = ord(character)
    if character in _PICTURED:
        return _PICTURED[character]
    if code < 0x100:  # noqa: PLR2004 - the C1 controls have no pictures
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - the astral planes
