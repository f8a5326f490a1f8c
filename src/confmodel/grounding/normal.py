"""The normal form in which words are compared when they are not equal letter by letter.

It is stated here and nowhere else, and it is used for comparing only: offsets
are those of the untouched text. Its steps:

- `white space`: every run of white space is one space;
- `quotation marks`: curly, low, angled and straight ones are alike, double or single;
- `dashes`: hyphens, dashes and minus signs are a hyphen; soft hyphens and
  zero-width spaces are nothing;
- `ligatures`: ﬁ, ﬂ, ﬀ, ﬃ, ﬄ, ﬅ, ﬆ are the letters that they join;
- `NFC`: letters and their marks are composed (Unicode Standard Annex 15).

Case, accents, digits and letters of other scripts that merely look alike stay
different.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping

STEPS = ("white space", "quotation marks", "dashes", "ligatures", "NFC")
"""The names of the steps, as reports give them."""

_FOLDS = {
    "quotation marks": {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\u301f\uff02", '"'),
        **dict.fromkeys(
            "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bc\u02b9\uff07\u0060\u00b4", "'"
        ),
    },
    "dashes": {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    },
    "ligatures": {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    },
}
_NOTHING = frozenset(char for char, plain in _FOLDS["dashes"].items() if not plain)
_LONGEST_RUN = 30
"""Marks behind one letter that are composed: the stream-safe limit of UAX 15.

Composing takes quadratic time in the length of a run, and no script needs
more.
"""

_WINDOW = 1 << 18
"""Code points that are folded at a time, so that memory does not grow with the text."""


_PLAIN = re.compile(r"[!-_a-~]+(?: [!-_a-~]+)*(?![^\x00-\x7f])")
"""Words of ASCII with single spaces between, which no step changes; no mark follows."""


@functools.cache
def _table(steps: tuple[str, ...]) -> dict[str, str]:
    return {char: plain for step in steps for char, plain in _FOLDS.get(step, {}).items()}


def fold(text: str, steps: tuple[str, ...] = STEPS) -> str:
    r"""Return the normal form of a text.

    Examples:
        >>> fold("a \u201cco\u2011operative\u201d\n e\ufb00ort")
        'a "co-operative" effort'
    """
    return fold_with_offsets(text, steps)[0]


def fold_with_offsets(text: str, steps: tuple[str, ...] = STEPS) -> tuple[str, list[int]]:
    """Return the normal form, and for each of its letters where it comes from.

    The list is one longer than the form: its last item is where the text ends.
    """
    if text.isascii():
        return _fold_ascii(text, steps)
    folded: list[str] = []
    offsets: list[int] = []
    table = _table(steps)
    folds_spaces, composes = "white space" in steps, "NFC" in steps
    place, end = 0, len(text)
    while place < end:
        run = _PLAIN.match(text, place)
        if run is not None:
            folded.append(run[0])
            offsets += range(place, run.end())
            place = run.end()
            continue
        char = text[place]
        following = place + 1
        if char.isspace() and folds_spaces:
            # What folds to nothing does not part a run of spaces.
            while following < end and (
                text[following].isspace() or table.get(text[following]) == ""
            ):
                following += 1
            plain = " "
        elif composes and (char > "\x7f" or (following < end and text[following] > "\x7f")):
            following = _end_of_letter(text, place, table)
            plain = _composed(text[place:following], steps)
        else:
            plain = table.get(char, char)
        folded.append(plain)
        offsets += [place] * len(plain)
        place = following
    offsets.append(end)
    return "".join(folded), offsets


def _fold_ascii(text: str, steps: tuple[str, ...]) -> tuple[str, list[int]]:
    """Fold a text in which only white space and single marks can differ."""
    if "`" in text and "quotation marks" in steps:
        text = text.replace("`", "'")
    if "white space" not in steps:
        return text, list(range(len(text) + 1))
    folded: list[str] = []
    offsets: list[int] = []
    place = 0
    for word in text.split():
        start = text.index(word, place)
        if start > place:
            folded.append(" ")
            offsets.append(place)
        folded.append(word)
        place = start + len(word)
        offsets += range(start, place)
    if place < len(text):
        folded.append(" ")
        offsets.append(place)
    offsets.append(len(text))
    return "".join(folded), offsets


def _end_of_letter(text: str, start: int, table: Mapping[str, str]) -> int:
    """Find the end of a letter with all its marks, or of a Hangul syllable in parts.

    What folds to nothing does not part a letter from its marks.
    """
    end = start + 1
    while end < len(text) and (_is_mark(text[end]) or table.get(text[end]) == ""):
        end += 1
    return end


def _is_mark(char: str) -> bool:
    # Some marks that compose have no combining class, such as those of Bengali vowels.
    return char > "\u02ff" and (
        unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"
    )


@functools.lru_cache(maxsize=65536)
def _composed(letter: str, steps: tuple[str, ...]) -> str:
    table = _table(steps)
    plain = "".join(table.get(char, char) for char in letter)
    bare = len(table.get(letter[0], letter[0])) - 1
    if len(plain) - max(bare, 0) > _LONGEST_RUN:
        return plain
    # Some letters are composed to one that the table has, such as U+1FEF.
    return "".join(table.get(char, char) for char in unicodedata.normalize("NFC", plain))


def windows(text: str, overlap: int) -> Iterator[tuple[int, str]]:
    """Cut a text into windows that overlap, so that no match is cut in two.

    Args:
        text: The text.
        overlap: Code points that two neighbours share at least.

    Returns:
        Where each window begins, and its text.
    """
    step = max(_WINDOW, 4 * overlap)
    for start in range(0, max(len(text), 1), step):
        begin = start
        # Do not part a letter from its marks, nor cut into a run of spaces.
        while (
            begin
            and begin > start - overlap
            and (_is_mark(text[begin]) or text[begin].isspace() or text[begin] in _NOTHING)
        ):
            begin -= 1
        yield begin, text[begin : start + step + overlap]


def differing_steps(words: str, found: str) -> tuple[str, ...]:
    """Name the steps without which words and what was found for them would differ.

    White space around the words is not looked for; it is of the first step.
    """
    return tuple(step for step in STEPS if _form_without(step, words) != _form_without(step, found))


def _form_without(step: str, words: str) -> str:
    form = fold(words, tuple(other for other in STEPS if other != step))
    return form if step == "white space" else form.strip()
