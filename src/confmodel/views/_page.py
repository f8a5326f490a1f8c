"""A page of text: styled pieces, wrapped to the columns that a terminal has.

What is written on a page is made safe here, in `Page._put`, and nowhere else:
no other way leads to the screen.
"""

import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import attrs

from confmodel.views._safe import safe

NARROWEST = 40
"""Fewer columns than these do not hold two words beside a label."""

PLAIN = ""
STRONG = "1"
FAINT = "2"
TITLE = "1;36"
GOOD = "32"
ODD = "33"
BAD = "31"
QUOTED = "32"
NUMBER = "1;35"

_WIDE = frozenset("WF")
_NO_WIDTH = frozenset(("Mn", "Me", "Cf"))
_JAMO_THAT_JOIN = range(0x1160, 0x1200)
_LETTER_SIZED = 0x300
"""Before the first combining mark, every letter takes one column."""

_JOINTS = frozenset("-/&?=_")
"""Where a word that fits on no line, as a rule a URL, is best broken."""

_JOINER = "\u200d"
_WIDEST = 8
"""Four emoji joined into one are a family; more are somebody's joke."""


@attrs.frozen
class Piece:
    """Some words in one style."""

    text: str
    style: str = PLAIN
    is_whole: bool = False
    """Whether a line is not broken at its spaces."""


Pieces = Sequence[Piece]


@attrs.frozen
class _Cell:
    """A letter with the marks on it, and how many columns it takes."""

    text: str
    width: int
    style: str
    is_whole: bool

    @property
    def is_gap(self) -> bool:
        """Whether a line may be broken here, in place of the space."""
        return self.text == " " and not self.is_whole


def width_of(text: str) -> int:
    """Count the columns that a text takes.

    Letters of East Asia take two (Unicode Standard Annex 11), combining marks none.

    Examples:
        >>> width_of("Warsaw"), width_of("華沙"), width_of("Kierwin\u0301ski")
        (6, 4, 10)
    """
    return sum(_width(character) for character in safe(text))


def _width(character: str) -> int:
    code = ord(character)
    if code < _LETTER_SIZED:
        return 1
    if unicodedata.category(character) in _NO_WIDTH or code in _JAMO_THAT_JOIN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def shortened(text: str, width: int) -> str:
    """Cut a text to some columns, with an ellipsis in place of the rest.

    Examples:
        >>> shortened("the six ministers", 8)
        'the six…'
    """
    text = safe(text)
    if width_of(text) <= width:
        return text
    cells = [*_cells([Piece(text)])]
    ends = itertools.accumulate(cell.width for cell in cells)
    kept = (cell.text for cell, end in zip(cells, ends, strict=True) if end < width)
    return "".join(kept).rstrip() + "…"


def joined(parts: Iterable[Pieces], between: str, style: str = PLAIN) -> list[Piece]:
    """Put several runs of pieces behind each other, with something between them.

    What stands between them stays on the line of the first.
    """
    mark = between.rstrip(" ")
    glue = (Piece(mark, style, is_whole=True), Piece(between[len(mark) :], style))
    whole: list[Piece] = []
    for part in parts:
        if part:
            whole += (*glue, *part) if whole else part
    return whole


class Page:
    """Lines for a screen, gathered one after the other.

    Args:
        width: The columns of the screen.
        colour: Whether styles are written as escape sequences (ECMA-48 SGR).
    """

    def __init__(self, *, width: int, colour: bool) -> None:
        self.width = max(width, NARROWEST)
        self._colour = colour
        self._lines: list[str] = []

    def text(self) -> str:
        """Return what is on the page; every line ends with a line feed."""
        return "".join(f"{line}\n" for line in self._lines)

    def gap(self) -> None:
        """Leave a line empty."""
        self._lines.append("")

    def section(self, title: str, remark: str) -> None:
        """Begin a section: its title, a remark, and a rule up to the edge."""
        self.gap()
        head = [Piece("── ", FAINT), Piece(title, TITLE), Piece(f" · {remark}", FAINT)]
        used = sum(width_of(piece.text) for piece in head)
        head.append(Piece(" " + "─" * max(self.width - used - 1, 2), FAINT))
        self.put(head)

    def put(self, pieces: Pieces, *, indent: int = 0, hanging: int = 0) -> None:
        """Write a paragraph; the lines after the first stand `hanging` columns further in."""
        self._put([], pieces, indent, indent + hanging)

    def row(self, label: Pieces, pieces: Pieces, *, indent: int = 0, column: int) -> None:
        """Write a label, and from a column on a paragraph beside it."""
        used = indent + sum(width_of(piece.text) for piece in label)
        if used + 1 > column:
            self._put([], label, indent, indent)
            if pieces:
                self._put([Piece(" " * column)], pieces, 0, column)
        else:
            gap = Piece(" " * (column - used))
            self._put([Piece(" " * indent), *label, gap], pieces, 0, column)

    def _put(self, head: Pieces, pieces: Pieces, indent: int, further: int) -> None:
        start = [*head, Piece(" " * indent)] if indent else list(head)
        used = sum(width_of(piece.text) for piece in start)
        lines = _wrapped(pieces, self.width - max(used, further))
        for number, line in enumerate(lines):
            front = start if number == 0 else [Piece(" " * further)]
            cells = [*_cells(front), *line]
            self._lines.append(_painted(cells, colour=self._colour))


def _cells(pieces: Iterable[Piece]) -> Iterator[_Cell]:
    for piece in pieces:
        held, width = "", 0
        for character in safe(piece.text):
            size = _width(character)
            is_tied = held.endswith(_JOINER) and width < _WIDEST
            if size and held and not is_tied:
                yield _Cell(held, width, piece.style, piece.is_whole)
                held, width = "", 0
            held, width = held + character, width + size
        if held:
            yield _Cell(held, width, piece.style, piece.is_whole)


def _wrapped(pieces: Pieces, width: int) -> list[list[_Cell]]:
    """Break a paragraph into lines: at spaces, beside wide letters, else where it must be."""
    lines: list[list[_Cell]] = []
    line: list[_Cell] = []
    used = good = poor = letter = 0
    for cell in _cells(pieces):
        if cell.is_gap and not line:
            continue
        if cell.width > 1 and not _closes(cell.text):
            good = letter = len(line)
        elif cell.width > 1 and good == len(line):
            # What closes something stays with the letter before it.
            good = letter
        if line and used + cell.width > width and not cell.is_gap:
            cut = good or poor or len(line)
            lines.append(line[:cut])
            line = line[cut:]
            used = sum(each.width for each in line)
            good = poor = letter = 0
        line.append(cell)
        used += cell.width
        if cell.is_gap or cell.width > 1:
            good = len(line)
        elif cell.text in _JOINTS:
            poor = len(line)
    return [*lines, line]


def _closes(text: str) -> bool:
    """Tell whether a wide sign ends something, and must not begin a line."""
    return unicodedata.category(text[0]) in ("Pe", "Pf", "Po")


def _painted(cells: list[_Cell], *, colour: bool) -> str:
    if not colour:
        return "".join(cell.text for cell in cells).rstrip(" ")
    while cells and cells[-1].text == " ":
        cells.pop()
    painted: list[str] = []
    style = PLAIN
    for cell in cells:
        if cell.style != style:
            painted.append("\x1b[0m" if style else "")
            painted.append(f"\x1b[{cell.style}m" if cell.style else "")
            style = cell.style
        painted.append(cell.text)
    return "".join(painted) + ("\x1b[0m" if style else "")
