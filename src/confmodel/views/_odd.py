"""Characters that deceive the eye, found so that a page shows them by their names.

A browser obeys them: a bidi override turns the words behind it around, and a
zero-width space hides in a name. Some cannot stand in a page at all, such as
a null character. None of them is let through, and none is dropped.
"""

import re
import unicodedata
from collections.abc import Iterator

_HIDDEN = (
    # Controls but for line feed and tab; soft hyphen, fillers, zero-width spaces, byte order mark.
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u3164\ufeff\uffa0"
    # Marks of direction, line separators, bidi embeddings, overrides and isolates.
    "\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f"
    # Annotations, halves of surrogate pairs, what is no character, tags.
    "\ufff0-\ufffb\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e00ff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
)
_JOINERS = "\u200c\u200d"
_JOINED = "\u0590-\u1fff\u2190-\u2bff\u3000-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U000dffff"
"""Scripts and pictures that are misspelt without joiners, from Hebrew on."""
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_VARIANTS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"

_ODD = re.compile(
    f"[{_HIDDEN}]+"
    f"|(?<![{_JOINED}])[{_JOINERS}]+"
    f"|[{_JOINERS}](?![{_JOINED}])[{_JOINERS}]*"
    # More marks on one letter than any language stacks paint on other lines.
    f"|(?<=[{_MARKS}]{{6}})[{_MARKS}]+"
    # A letter has one variant; what follows is a hidden message.
    f"|(?<=[{_VARIANTS}])[{_VARIANTS}]+"
)
_MOST_NAMED = 3


def runs(text: str) -> Iterator[tuple[str, bool]]:
    r"""Cut a text into runs, each with whether it is odd. Joined, they are the text.

    Examples:
        >>> list(runs("Rosa\u200b Vale"))
        [('Rosa', False), ('\u200b', True), (' Vale', False)]
    """
    if text.isascii() and text.isprintable():
        yield text, False
        return
    done = 0
    for match in _ODD.finditer(text):
        if match.start() > done:
            yield text[done : match.start()], False
        yield match[0], True
        done = match.end()
    if done < len(text):
        yield text[done:], False


def stand_in(odd: str) -> str:
    r"""Write odd characters by their numbers, a long run of them shortened.

    Examples:
        >>> stand_in("\u202e")
        '⟨U+202E⟩'
        >>> stand_in("\u200b" * 9)
        '⟨U+200B U+200B U+200B and 6 more⟩'
    """
    codes = " ".join(f"U+{ord(each):04X}" for each in odd[:_MOST_NAMED])
    more = len(odd) - _MOST_NAMED
    return f"⟨{codes}⟩" if more <= 0 else f"⟨{codes} and {more} more⟩"


def names_of(odd: str) -> str:
    r"""Name odd characters as Unicode does.

    Examples:
        >>> names_of("\u202e\x00")
        'RIGHT-TO-LEFT OVERRIDE, control or no character'
    """
    names = (unicodedata.name(each, "control or no character") for each in odd[:_MOST_NAMED])
    return ", ".join(dict.fromkeys(names))


def plainly(text: str) -> str:
    r"""Return a text with the numbers of its odd characters in place of them.

    Examples:
        >>> plainly("Vale\u202e")
        'Vale⟨U+202E⟩'
    """
    return "".join(stand_in(run) if is_odd else run for run, is_odd in runs(text))
