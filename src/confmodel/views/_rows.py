"""Rows of a fact: a label, and beside it what the record says, or that nobody says it."""

from collections.abc import Iterable

from confmodel.model import Fact
from confmodel.views._page import FAINT, ODD, Page, Piece, Pieces, joined
from confmodel.views._words import Names, evidence

SIGNS = 6
"""The column beside the sign or number of an entry."""

_LABELS = 16
"""The columns that labels take."""

NOT_STATED = Piece("not stated", ODD)


class Rows:
    """Writes the rows of one fact, one below the other.

    Args:
        page: Where to write.
        names: What the entities of the record are called.
        fact: Whose rows they are: its `not_stated` tells what was looked for.
        indent: Where the labels begin.
    """

    def __init__(self, page: Page, names: Names, fact: Fact, *, indent: int = 0) -> None:
        self._page = page
        self._names = names
        self._fact = fact
        self._indent = indent
        self._column = indent + _LABELS

    def pieces(self, label: str, pieces: Pieces, field: str | None = None) -> None:
        """Write a row; where there is nothing, only if the fact says that it is not stated."""
        name = label.replace(" ", "_") if field is None else field
        if not pieces and name in self._fact.not_stated:
            pieces = [NOT_STATED]
        if pieces:
            beside = [Piece(label, FAINT)]
            self._page.row(beside, pieces, indent=self._indent, column=self._column)

    def one(self, label: str, text: str | None, field: str | None = None) -> None:
        """Write a row of one text."""
        self.pieces(label, [Piece(text)] if text else [], field)

    def several(self, label: str, texts: Iterable[str], field: str | None = None) -> None:
        """Write a row of several texts."""
        self.pieces(label, joined(([Piece(text)] for text in texts), " · ", FAINT), field)

    def actors(self, label: str, identifiers: Iterable[str], field: str | None = None) -> None:
        """Write a row of those who have a part in it."""
        self.pieces(label, self._names.actors(identifiers), field)

    def foot(self) -> None:
        """Write what stands below every fact: the coder's note, and where the words are."""
        self.pieces("note", [Piece(self._fact.note, FAINT)] if self._fact.note else [])
        self.pieces("evidence", evidence(self._fact.evidence))
