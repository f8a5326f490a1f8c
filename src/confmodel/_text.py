"""Small things that every message needs: pointers, and the nearest right name."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence

_MOST_COMPARED = 2000
_LONGEST_COMPARED = 100
_LONGEST_SLUGGED = 200
_LEAST_ALIKE = 0.7
"""One slip in a word of four letters, two in one of seven. At 0.6, three letters of six may
differ, and "halved" is taken for "failed"."""
_SHORT = (2, 3)
"""How long words are in which one slip makes them less alike than that."""


def pointer_to(place: Sequence[str | int]) -> str:
    """Write a place as a JSON Pointer (RFC 6901).

    Examples:
        >>> pointer_to(["statements", 1, "a/b"])
        '/statements/1/a~1b'
    """
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in place)
    # Half a surrogate pair in a name would spoil every message that holds it.
    return "".join(f"/{step}" for step in steps).encode("utf-8", "backslashreplace").decode()


def is_whole(text: str) -> bool:
    r"""Tell whether every character of a text is whole: only that can be written as UTF-8.

    Examples:
        >>> is_whole("č"), is_whole("half \ud83d")
        (True, False)
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Find the known word that a misspelt one most likely stands for, if any.

    Bounded, because both may come from a stranger.

    Examples:
        >>> nearest("nmae", ["id", "name", "note"])
        'name'
        >>> nearest("halved", ["agreed", "failed"]) is None
        True
        >>> nearest("lp", ["lt", "pl"])
        'pl'
    """
    some = [each for each in _first(known) if len(each) <= _LONGEST_COMPARED]
    found = difflib.get_close_matches(word[:_LONGEST_COMPARED], some, n=1, cutoff=_LEAST_ALIKE)
    if found:
        return found[0]
    return _one_slip_away(word, some) if len(word) in _SHORT else None


def _one_slip_away(word: str, known: Sequence[str]) -> str | None:
    """Find the only word that a short one becomes when two letters are swapped, or one changes.

    A digit is no letter: another number is not a slip.
    """
    halves = [(word[:n], word[n:]) for n in range(len(word))]
    swapped = [
        re.escape(f"{before[:-1]}{after[0]}{before[-1]}{after[1:]}")
        for before, after in halves[1:]
        if before[-1].isalpha() and after[0].isalpha()
    ]
    changed = [
        rf"{re.escape(before)}[^\W\d_]?{re.escape(after[1:])}"
        for before, after in halves
        if after[0].isalpha()
    ]
    for slips in (swapped, changed):
        found = {each for each in known if any(re.fullmatch(slip, each) for slip in slips)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def with_article(noun: str) -> str:
    """Put the indefinite article before a noun.

    Examples:
        >>> with_article("agreement"), with_article("Delegate")
        ('an agreement', 'a Delegate')
    """
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def slug(name: str) -> str:
    """Make the beginning of an id from a name; empty if no letter of it is a Latin one.

    Examples:
        >>> slug("Côte d'Ivoire")
        'cote-d-ivoire'
    """
    # A stranger's text may be long, and normalising marks takes the square of their number.
    plain = unicodedata.normalize("NFKD", name[:_LONGEST_SLUGGED])
    letters = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _first(known: Iterable[str]) -> list[str]:
    return [each for _, each in zip(range(_MOST_COMPARED), known, strict=False)]


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Write the remedy for a word that nothing here is called.

    Examples:
        >>> did_you_mean("naqui", ["naqvi", "taro"], "correct the id")
        "correct the id (nearest: 'naqvi')"
    """
    near = nearest(word, known)
    return otherwise if near is None else f"{otherwise} (nearest: {near!r})"
