"""What stands inside the body of a text: numbered paragraphs, and the turns of a transcript."""

import itertools
import re
from collections.abc import Sequence

from confmodel.grounding.blocks import Block, most_in
from confmodel.model import Part, PartKind

_WHITE = frozenset(" \t")

_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "m", "mme", "mlle", "herr", "frau", "sr", "sra", "sir", "hon"}
)
_ARTICLES = frozenset({"the", "le", "la", "der", "die", "el"})

# Nothing in a pattern can match in two ways: linear.
NUMBERED = re.compile(r"(?:\(([0-9]{1,3})\)|([0-9]{1,3})[.)]|\u00a7[ \u00a0]?([0-9]{1,3})\.?)[ \t]")
"""The number with which a line begins that is a numbered paragraph."""

_NUMBERS_BEGIN = frozenset("(\u00a70123456789")
_BARE_NUMBER = re.compile(r"([0-9]{1,3})[ \t]")


def paragraphs(text: str, blocks: Sequence[Block], body: int) -> list[Part]:
    """Name the numbered paragraphs: numbers of one form that count up."""
    marks: dict[str, list[tuple[int, int, int]]] = {}
    for block in blocks:
        for n, (start, end) in enumerate(block.lines):
            if start < body or text[start] not in _NUMBERS_BEGIN:
                continue
            opening = text[start : min(end, start + 10)]
            found = NUMBERED.match(opening)
            if found is not None:
                form = opening.strip(f"{found[found.lastindex or 0]} \t\u00a0")[:1]
                number = int(found[found.lastindex or 0])
                marks.setdefault(form, []).append((number, start, block.end))
            elif n == 0 and (bare := _BARE_NUMBER.match(opening)) is not None:
                marks.setdefault("", []).append((int(bare[1]), start, block.end))
    chains = [
        chain
        for form, found_marks in marks.items()
        if len(chain := _counting_up(found_marks)) >= (2 if form else 3)
    ]
    if not chains:
        return []
    chosen = max(chains, key=lambda chain: (len(chain), -chain[0][1]))
    following = [*(start for _, start, _ in chosen[1:]), None]
    return [
        Part(
            kind=PartKind.PARAGRAPH,
            number=str(number),
            start=start,
            end=end if until is None else _before_space(text, start, until),
        )
        for (number, start, end), until in zip(chosen, following, strict=True)
    ]


def _counting_up(marks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    chain: list[tuple[int, int, int]] = []
    for mark in marks:
        if chain and mark[0] == chain[-1][0] + 1:
            chain.append(mark)
        elif len(chain) <= 1:
            # A lone number before was no mark, but the start of a line by chance.
            chain = [mark]
    return chain


def turns(text: str, blocks: Sequence[Block], body: int) -> list[Part]:
    """Name the turns of a transcript: from one speaker's name to the next."""
    most = most_in(text)
    found = (
        (start, label)
        for block in blocks
        for start, end in block.lines
        if start >= body and (label := speaker_at(text, start, end)) is not None
    )
    labels = list(itertools.islice(found, most + 1))
    names = [label for _, label in labels]
    has_title = any(name.split()[0].rstrip(".").casefold() in _TITLES | _ARTICLES for name in names)
    if not 2 <= len(names) <= most or (len(set(names)) == len(names) and not has_title):  # noqa: PLR2004
        return []
    starts = [start for start, _ in labels]
    ends = [*(_before_space(text, 0, start) for start in starts[1:]), blocks[-1].end]
    return [
        Part(kind=PartKind.TURN, number=str(n), start=start, end=end)
        for n, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    ]


def speaker_at(text: str, start: int, end: int) -> str | None:
    """Return the name of a speaker that a line begins with, up to its colon."""
    colon = text.find(":", start, min(end, start + 80))
    if colon <= start or (colon + 1 < end and text[colon + 1] not in _WHITE):
        return None
    label = text[start:colon]
    words = label.split()
    if not words or len(words) > 8 or label[0].isspace():  # noqa: PLR2004
        return None
    letters = [char for char in label if char.isalpha()]
    if not letters or any(char.isdigit() for char in label) or set(label) & set('\u201c\u201d"?!;'):
        return None
    if all(char.isupper() for char in letters):
        return label
    first = words[0].rstrip(".").casefold()
    is_titled = first in _TITLES and words[0][0].isupper() and len(words) > 1
    is_post = first in _ARTICLES and len(words) > 1 and words[0][0].isupper()
    if not (is_titled or is_post):
        return None
    return label if all(word[0].isupper() or word[0] == "(" for word in words) else None


def _before_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
