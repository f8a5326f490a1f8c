"""Characters that deceive the eye. They are flagged, and never altered."""

import re

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_MARK = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_ALIKE = "\u0370-\u03ff\u0400-\u052f"
_ANYTHING = re.compile(f"[{_BIDI}{_INVISIBLE}{_CONTROL}{_MARK}{_ALIKE}]")
_KINDS = {
    "bidi control": re.compile(f"[{_BIDI}]"),
    "invisible character": re.compile(f"[{_INVISIBLE}]"),
    "control character": re.compile(f"[{_CONTROL}]"),
    "stacked marks": re.compile(f"[{_MARK}]{{5}}"),
    "mixed scripts in a word": re.compile(f"[A-Za-z][{_ALIKE}]|[{_ALIKE}][A-Za-z]"),
}


def flags_in(text: str) -> tuple[str, ...]:
    r"""Name the kinds of deceiving characters in a text; linear in its length.

    Examples:
        >>> flags_in("Naqv\u0456 said")
        ('mixed scripts in a word',)
        >>> flags_in("plain words")
        ()
    """
    if (text.isascii() and text.isprintable()) or not _ANYTHING.search(text):
        return ()
    return tuple(kind for kind, pattern in _KINDS.items() if pattern.search(text))
