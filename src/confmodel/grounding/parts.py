"""Proposing the parts of a plain text: headline, decks, caption, body, paragraphs, turns."""

import re
from collections.abc import Sequence

import attrs

from confmodel.grounding.blocks import Block, blocks_of, most_in
from confmodel.grounding.inside import NUMBERED, paragraphs, speaker_at, turns
from confmodel.model import Other, Part, PartKind

_LONGEST_LINE = 160
"""Code points of a line that can still be a headline, a deck or a byline."""

_LONGEST_HEAD = 12
"""Blocks above the body, at most."""

_MOST_DECKS = 4
_SHORTEST_BODY = 100
"""Code points that the first paragraph beneath a deck has at least."""

_FEWEST_WORDS = 4
"""Words that a deck has at least; a shorter line may be the heading of a section."""

_DASHES = "\u2014\u2013-"

_MONTH_NAMES = (
    "january february march april may june july august september october november december "
    "janvier f\u00e9vrier mars avril mai juin juillet ao\u00fbt septembre octobre novembre "
    "d\u00e9cembre januar februar m\u00e4rz juni juli oktober dezember enero febrero marzo abril "
    "mayo junio julio agosto septiembre octubre noviembre diciembre "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_MONTHS = frozenset(_MONTH_NAMES.split())
_FILLERS = (
    "monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi "
    "samedi dimanche of the le de del den 1er st nd rd th"
)
_DATE_WORDS = _MONTHS | frozenset(_FILLERS.split())
_BY = frozenset({"by", "par", "von", "por"})
_CREDITS = (
    "photo:", "photo by", "photo credit", "picture:", "credit:", "credits:", "cr\u00e9dit",
    "source:", "image:", "\u00a9", "(c) ", "translated from", "translated by", "traduit ",
)  # fmt: skip
_CAPTIONS = ("caption:", "in the picture", "pictured:", "in this photo")
_AGENCIES = frozenset(
    {"reuters", "xinhua", "kyodo", "yonhap", "getty images", "file", "file photo", "anadolu"}
)
_MARKINGS = (
    "restricted", "confidential", "secret", "top secret", "unclassified", "classified",
    "embargoed", "for immediate release", "for official use only", "not for release",
    "limited", "advance copy",
)  # fmt: skip
_CORRECTIONS = (
    "correction", "corrected on", "corrections", "editor\u2019s note", "editor's note",
    "rectificatif", "erratum", "clarification",
)  # fmt: skip
_ANNEXES = frozenset({"annex", "annexe", "appendix", "anhang", "anlage", "anexo", "attachment"})

# Each pattern is anchored, and nothing in it can match in two ways: linear.
_HEADER = re.compile(r"date [0-9]{4}-[0-9]{2}-[0-9]{2}(?= )")
_NOTE = re.compile("(?:\\[([0-9]{1,3})\\]|([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}))")
_STAR = re.compile("[*\u2020\u2021]")
_USED_NOTE = re.compile(
    r"(?<=\S)(?:\[[0-9]{1,3}\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}|[*\u2020\u2021])"
)
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ROMAN = re.compile(r"(?:[0-9]{1,3}|[IVXLC]{1,6}|[A-Z])[.:]?")


def propose_parts(text: str) -> tuple[Part, ...]:
    r"""Propose the parts of a plain-text report; a proposal only, for somebody to look at.

    Only what is clear by its form is named: a headline and decks above the
    body, who wrote it and where, a caption with its credit, numbered
    paragraphs that count up, the turns of a transcript, notes at the end,
    annexes. Everything else is body. What is named may still be wrong: a plain
    text does not say what its lines are.

    Offsets are code points of the untouched text. The parts come in order, do
    not overlap, and hold all that is not white space; only paragraphs and
    turns stand inside the body, behind which they come.

    Args:
        text: The text, as it is. No text is refused; the cost is linear.

    Examples:
        >>> text = "Three neighbours meet\n\nBy Ina Halden\n\nSELM, 8 May \u2013 They met."
        >>> [(part.label, text[part.start : part.end]) for part in propose_parts(text)]
        [('headline', 'Three neighbours meet'), ('byline', 'By Ina Halden'),
         ('dateline', 'SELM, 8 May \u2013'), ('body', 'They met.')]
    """
    blocks = blocks_of(text)
    if not blocks:
        return ()
    head, first = _head(text, blocks)
    tail, last = _tail(text, blocks, first)
    start, end = blocks[first].start, blocks[last - 1].end
    dateline = _dateline_within(text, start, min(end, blocks[first].end))
    if dateline is not None:
        head.append(Part(kind=PartKind.DATELINE, start=start, end=dateline))
        start = _skip_space(text, dateline, end)
    body = Part(kind=PartKind.BODY, start=start, end=end)
    inside = turns(text, blocks[first:last], start) or paragraphs(text, blocks[first:last], start)
    return (*_numbered_decks(head), body, *inside, *tail)


def _head(text: str, blocks: Sequence[Block]) -> tuple[list[Part], int]:
    """Name what stands above the body, and say at which block the body begins."""
    parts: list[Part] = []
    first = 0
    has_headline = False
    for block in blocks[: min(_LONGEST_HEAD, len(blocks) - 1)]:
        found = _head_part(text, block, has_headline=has_headline, is_first=block is blocks[0])
        if not found:
            break
        has_headline = has_headline or found[0].kind is PartKind.HEADLINE
        parts += found
        first += 1
    body = text[blocks[first].start : blocks[first].end]
    decks = sum(part.kind is PartKind.DECK for part in parts)
    if decks > _MOST_DECKS or (decks and len(body) < _SHORTEST_BODY):
        # Short lines throughout are not decks above a body.
        n = next(n for n, part in enumerate(parts) if part.kind is PartKind.DECK)
        start = parts[n].start
        return parts[:n], next(m for m, block in enumerate(blocks) if block.start == start)
    return parts, first


def _head_part(  # noqa: PLR0911 - one return for each kind of line
    text: str, block: Block, *, has_headline: bool, is_first: bool
) -> list[Part]:
    start, end = block.start, block.end
    words = text[start : min(end, start + 1000)]
    lowered = words.lower()
    if is_first and lowered.startswith(_MARKINGS) and end - start <= 2 * _LONGEST_LINE:
        return [Part(kind=Other(other="marking"), start=start, end=end)]
    credited = _caption(text, start, end) if end - start <= len(words) else []
    if credited:
        return credited
    if len(block.lines) > 1 or end - start > _LONGEST_LINE:
        return []
    if lowered.startswith(_CREDITS):
        return [Part(kind=PartKind.CREDIT, start=start, end=end)]
    if _is_byline(words):
        return [Part(kind=PartKind.BYLINE, start=start, end=end)]
    if _is_dateline(words):
        return [Part(kind=PartKind.DATELINE, start=start, end=end)]
    if NUMBERED.match(words) or speaker_at(text, start, end) is not None:
        return []
    is_open = words[-1] in ".;:"
    if not (has_headline or is_open or words[0].islower()) and len(words.split()) > 1:
        # Only the first line of all, or what stands under a marking or a caption.
        return [Part(kind=PartKind.HEADLINE, start=start, end=end)]
    has_words = len(words.split()) >= _FEWEST_WORDS
    is_one_sentence = not any(mark in words[:-1] for mark in (". ", "! ", "? "))
    if has_words and is_one_sentence and _letters_begin(words) and words[-1] not in ";:,":
        return [Part(kind=PartKind.DECK, start=start, end=end)]
    return []


def _letters_begin(words: str) -> bool:
    return (words[0].isalnum() and not words[0].islower()) or words[0] in "\u201c\u00ab\u2018\"'"


def _caption(text: str, start: int, end: int) -> list[Part]:
    """Name a caption with the agency that its picture is from, behind a dash."""
    words = text[start:end]
    dash = max(words.rfind(f" {dash} ") for dash in _DASHES)
    credit = words[dash + 3 :].strip().rstrip(".") if dash > 0 else ""
    is_agency = credit.casefold() in _AGENCIES or (
        2 <= len(credit) <= 5 and credit.isascii() and credit.isalpha() and credit.isupper()  # noqa: PLR2004
    )
    is_caption = words.lower().startswith(_CAPTIONS)
    if not is_agency and not is_caption:
        return []
    parts: list[Part] = []
    header = _HEADER.match(words)
    if header is not None:
        parts.append(Part(kind=Other(other="page header"), start=start, end=start + header.end()))
        start = _skip_space(text, start + header.end(), end)
    if not is_agency:
        return [*parts, Part(kind=PartKind.CAPTION, start=start, end=end)]
    behind = end - len(words) + dash + 1
    before = behind - 1
    while before > start and text[before - 1].isspace():
        before -= 1
    if before > start:
        parts.append(Part(kind=PartKind.CAPTION, start=start, end=before))
    return [*parts, Part(kind=PartKind.CREDIT, start=behind, end=end)]


def _is_byline(words: str) -> bool:
    named = words.split()
    if not 2 <= len(named) <= 8 or named[0].lower() not in _BY or words[-1] in ".;:":  # noqa: PLR2004
        return False
    if words[0].islower() or any(char.isdigit() for char in words):
        return False
    return sum(each[0].isupper() for each in named[1:]) * 2 > len(named) - 1


def _is_dateline(words: str) -> bool:
    """Tell whether words are a date, or a date behind a place."""
    has_month = has_digits = has_place = False
    for word in words.strip(f" .,:;{_DASHES}").replace(",", " ").split():
        bare = word.strip(".,:;()")
        if bare.casefold() in _MONTHS:
            has_month = True
        elif bare.isdigit() or _ISO_DATE.fullmatch(bare):
            has_digits = True
            has_month = has_month or not bare.isdigit()
        elif bare[:1].isupper() and bare.casefold() not in _DATE_WORDS:
            has_place = True
        elif bare and bare.casefold() not in _DATE_WORDS:
            return False
    return has_month and has_digits and (not has_place or "," in words)


def _dateline_within(text: str, start: int, end: int) -> int | None:
    """Find where a dateline that opens the body ends: behind its last dash."""
    opening = text[start : min(end, start + 100)]
    found: int | None = None
    place = 0
    while True:
        dashes = [n for dash in _DASHES if (n := opening.find(f" {dash} ", place)) > 0]
        if not dashes:
            return found
        cut = min(dashes)
        words = opening[place:cut].strip()
        is_place = bool(words) and (
            _is_place(words) if found is None else len(words.split()) <= 3 and words.istitle()  # noqa: PLR2004
        )
        if not (is_place or (found is None and _is_dateline(words))):
            return found
        place = cut + 2
        found = start + place


def _is_place(words: str) -> bool:
    """Tell whether words are a place in capitals, with its agency or date."""
    first = words.partition(",")[0].partition("(")[0].strip()
    letters = [char for char in first if char.isalpha()]
    if len(letters) < 3 or not all(char.isupper() for char in letters):  # noqa: PLR2004
        return False
    rest = words[len(first) :].strip(" ,")
    return not rest or rest.startswith("(") or rest.istitle() or _is_dateline(rest)


def _tail(text: str, blocks: Sequence[Block], first: int) -> tuple[list[Part], int]:
    """Name the notes and annexes behind the body, and say at which block the body ends."""
    used = set(_USED_NOTE.findall(text))
    notes: list[Part] = []
    last = len(blocks)
    most = most_in(text)
    while last > first + 1 and len(notes) <= most:
        block = blocks[last - 1]
        note = _note(text, block, used)
        if note is None:
            break
        notes.append(note)
        last -= 1
    if len(notes) > most:
        notes, last = [], len(blocks)
    annexes = [n for n in range(first + 1, last) if _is_annex(text, blocks[n])]
    if len(annexes) > most:
        annexes = []
    parts = [
        Part(kind=PartKind.ANNEX, number=str(count), start=blocks[n].start, end=blocks[end - 1].end)
        for count, (n, end) in enumerate(zip(annexes, [*annexes[1:], last], strict=False), 1)
    ]
    return [*parts, *reversed(notes)], annexes[0] if annexes else last


def _note(text: str, block: Block, used: set[str]) -> Part | None:
    start, end = block.start, block.end
    opening = text[start : start + 40]
    marked = _NOTE.match(opening)
    if marked is not None and marked[0] in used:
        number = marked[1] or "".join(str(_SUPERSCRIPTS.index(digit)) for digit in marked[2])
        return Part(kind=PartKind.FOOTNOTE, number=number, start=start, end=end)
    star = _STAR.match(opening)
    is_note = star is not None and star[0] in used
    if is_note or opening.lower().startswith(_CORRECTIONS):
        return Part(kind=PartKind.FOOTNOTE, start=start, end=end)
    return None


_SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"


def _is_annex(text: str, block: Block) -> bool:
    start, end = block.lines[0]
    if end - start > _LONGEST_LINE:
        return False
    words = text[start:end].split()
    if words[0].rstrip(".:").casefold() not in _ANNEXES or not words[0][0].isupper():
        return False
    return (
        len(words) == 1
        or words[0][-1] == ":"
        or _ROMAN.fullmatch(words[1]) is not None
        or (words[1] in _DASHES)
    )


def _numbered_decks(parts: Sequence[Part]) -> list[Part]:
    """Number the decks where there are several, so that their labels differ."""
    decks = sum(part.kind is PartKind.DECK for part in parts)
    numbered: list[Part] = []
    count = 0
    for part in parts:
        is_deck = part.kind is PartKind.DECK and decks > 1
        count += is_deck
        numbered.append(attrs.evolve(part, number=str(count)) if is_deck else part)
    return numbered


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
