"""Quotations: speech that the source prints between quotation marks."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs
from attrs import field

from confmodel.errors import InvalidValueError
from confmodel.model._checked import checked, several
from confmodel.model.evidence import Evidence, to_evidence
from confmodel.model.fact import Fact

if TYPE_CHECKING:
    # Only type checkers need it: an entity is told by its `kind_name`.
    from confmodel.model.source import Source


def to_pieces(value: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Take the pieces of a quotation, of which there has to be one."""
    pieces = to_evidence(value)
    if not pieces:
        raise InvalidValueError(
            code="E102",
            path="",
            value=(),
            message="the quotation has no words",
            help="give the words as a piece of evidence",
        )
    return pieces


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Quotation(Fact):
    """Words of a speaker as they were said, or as a prepared text has them.

    Not any words between quotation marks: a phrase that nobody said is no
    quotation.

    Raises:
        InvalidValueError: If it has no piece.

    Examples:
        >>> words = Quotation.of("The river is lower than ever.", source="gazette")
        >>> words.text
        'The river is lower than ever.'
    """

    pieces: tuple[Evidence, ...] = field(converter=to_pieces)
    """The words, in the order of the source.

    A quotation that its attribution breaks in two has two pieces.
    """

    has_gaps: bool = False
    """Whether the source leaves words out, as by an ellipsis."""

    is_prepared: bool = False
    """Whether it comes from a prepared text rather than from what was heard."""

    is_translated: bool = False
    """Whether the speaker said it in another language."""

    @classmethod
    def of(cls, *words: str, source: "Source | str") -> "Quotation":
        """Build a quotation from its words, one argument for each piece.

        Examples:
            >>> len(Quotation.of("It is over,", "and we know it.", source="gazette").pieces)
            2
        """
        return cls(pieces=[Evidence(source=source, exact=piece) for piece in words])

    @property
    def text(self) -> str | None:
        """The words of all pieces, one space between them; `None` if one is sealed."""
        words = [piece.exact for piece in self.pieces]
        return None if None in words else " ".join(word for word in words if word is not None)


def to_quotations(value: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Take several quotations."""
    return several(value, Quotation)
