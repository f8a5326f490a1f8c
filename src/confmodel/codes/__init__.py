"""The codes of everything that can be found wrong or odd: one list for all.

A code is stable: it never changes its meaning and is never given again.
`E1xx` is the shape of a document, `E2xx` how its parts refer to each other,
`W3xx` what is odd but possible, and `G4xx` evidence beside the text of its source.
"""

import difflib
import functools

from confmodel.codes._grounding import GROUNDING
from confmodel.codes._integrity import INTEGRITY
from confmodel.codes._plausibility import PLAUSIBILITY
from confmodel.codes._rule import Rule
from confmodel.codes._shape import SHAPE
from confmodel.errors import UnknownNameError, shown

__all__ = ["RULES", "Rule", "rule"]

RULES: tuple[Rule, ...] = (*SHAPE, *INTEGRITY, *GROUNDING, *PLAUSIBILITY)
"""Every rule, in the order of the codes."""


def rule(code: str) -> Rule:
    """Return what a code stands for.

    Raises:
        UnknownNameError: If no rule has the code; the nearest ones are listed.

    Examples:
        >>> rule("W303").title
        'a speaker who was not there'
        >>> rule("w303")
        Traceback (most recent call last):
        confmodel.errors.UnknownNameError: no rule has the code 'w303'; did you mean W303?
    """
    found = _by_code().get(code)
    if found is None:
        near = _nearest(code)
        raise UnknownNameError(
            code,
            candidates=near,
            message=f"no rule has the code {shown(code)}",
            help=f"did you mean {' or '.join(near)}?"
            if near
            else "give a code such as 'W303'; RULES lists them all",
        )
    return found


@functools.cache
def _by_code() -> dict[str, Rule]:
    return {each.code: each for each in RULES}


def _nearest(code: str) -> tuple[str, ...]:
    # A code has four characters; what is much longer resembles none.
    tidy = code[:20].strip().upper()
    if tidy in _by_code():
        return (tidy,)
    if begun := tuple(each for each in _by_code() if each[:-1] == tidy):
        return begun
    close = difflib.get_close_matches(tidy, _by_code(), n=len(RULES), cutoff=0.75)
    # A number is remembered sooner than its letter.
    return tuple(sorted(close, key=lambda each: (each[1:] != tidy[1:], each))[:3])
