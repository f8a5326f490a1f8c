"""Evidence: the exact words of a source that a fact rests on."""

import enum
import hashlib
from collections.abc import Iterable

import attrs
from attrs import field

from confmodel.errors import InvalidValueError
from confmodel.model._base import Record
from confmodel.model._checked import checked, several
from confmodel.model._constraints import Count, Digest, Ordinal, Text
from confmodel.model._plain import plain_text
from confmodel.model._printing import printed
from confmodel.model._references import to_field_names, to_source


class Basis(enum.StrEnum):
    """What kind of support a piece of evidence gives."""

    STATED = "stated"
    """The words say it. Ours."""

    DERIVED = "derived"
    """It follows from the words, such as a year from the date of the report. Ours."""

    BACKGROUND = "background"
    """Common knowledge outside the sources; it needs no words. Ours."""


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Seal:
    """The exact words, replaced by their length and digest.

    A record with sealed evidence can be published while its source is under
    copyright: whoever has the text can still check it. A seal spares
    copyright; it is not secrecy, since short words can be guessed.

    Examples:
        >>> Seal.of("agreed").length
        6
    """

    length: Ordinal
    """How many code points the words have."""

    sha256: Digest
    """SHA-256 (FIPS 180-4) of the words in UTF-8, as hexadecimal digits."""

    @classmethod
    def of(cls, words: str) -> "Seal":
        """Seal words.

        Examples:
            >>> Seal.of("agreed").sha256[:8]
            '9eace412'

        Raises:
            InvalidValueError: If the words are empty, or hold half of a surrogate pair.
        """
        plain = plain_text(words)
        return cls(length=len(plain), sha256=hashlib.sha256(plain.encode()).hexdigest())

    def __repr__(self) -> str:
        """Return an expression that builds an equal object."""
        return printed(self)


@attrs.frozen(kw_only=True, repr=False, field_transformer=checked)
class Evidence(Record):
    """The words that prove a fact, and where they stand.

    Not a summary: `exact` is copied letter by letter, errors included. It
    follows the quote and position selectors of the W3C Web Annotation Data
    Model (sections 4.2.4 and 4.2.5), counted in code points of the text as it
    is, without any normalisation.

    Raises:
        InvalidValueError: If there are both words and a seal, or neither and
            the basis is not `background`; if the source is missing.

    Examples:
        >>> words = Evidence(source="report", exact="convened in Warsaw", start=502)
        >>> words.end
        520
    """

    source: str | None = field(default=None, converter=to_source)
    """The id of the source that has the words. `None` for background only."""

    start: Count | None = None
    """Where the words begin: code points before them in the text of the source.

    `None` until the evidence is anchored in the text.
    """

    exact: Text | None = None
    """The words, letter by letter. `None` if they are sealed, or not needed."""

    seal: Seal | None = None
    """What stands in place of the words where these must not be published.

    `None` if the words are open, or not needed.
    """

    prefix: str | None = None
    """Words right before, to tell the place among several. `None` if not needed."""

    suffix: str | None = None
    """Words right after, to tell the place among several. `None` if not needed."""

    part: Text | None = None
    """The label of the part of the source, such as `caption` or `paragraph/12`.

    `None` if the record does not say.
    """

    supports: tuple[str, ...] = field(default=(), converter=to_field_names)
    """The fields of its owner that these words prove; empty means the whole."""

    basis: Basis = Basis.STATED
    """Whether the words say it, or it was concluded, or is known anyway."""

    def __attrs_post_init__(self) -> None:
        """Refuse evidence that can prove nothing."""
        if self.exact is None or self.seal is not None or self.source is None:
            self._refuse_contradictions()

    def _refuse_contradictions(self) -> None:
        if self.exact is not None and self.seal is not None:
            raise InvalidValueError(
                code="E111",
                path="exact",
                value=self.exact,
                message="both the words and their seal are given",
                help="keep one of them",
            )
        if self.basis is Basis.BACKGROUND:
            return
        if self.exact is None and self.seal is None:
            raise InvalidValueError(
                code="E111",
                path="exact",
                value=None,
                message="no words are given",
                help="copy the words of the source into exact, or set basis to 'background'",
            )
        if self.source is None:
            raise InvalidValueError(
                code="E102",
                path="source",
                value=None,
                message="the words have no source",
                help="name the source that they stand in",
            )

    @property
    def length(self) -> int | None:
        """How many code points the words have, sealed or not; `None` without words."""
        if self.seal is not None:
            return self.seal.length
        return None if self.exact is None else len(self.exact)

    @property
    def end(self) -> int | None:
        """Where the words end, exclusive; `None` as long as the start is."""
        length = self.length
        return None if self.start is None or length is None else self.start + length

    @property
    def is_sealed(self) -> bool:
        """Whether the words are replaced by a seal."""
        return self.seal is not None

    def sealed(self) -> "Evidence":
        """Return the same evidence with its words sealed, and without prefix and suffix.

        These are words of the source, too: they go from evidence that is sealed
        already, and from such as needs no words.

        Examples:
            >>> Evidence(source="report", exact="agreed", start=3).sealed().seal.length
            6
        """
        if self.exact is self.prefix is self.suffix is None:
            return self
        seal = self.seal if self.exact is None else Seal.of(self.exact)
        return attrs.evolve(self, exact=None, seal=seal, prefix=None, suffix=None)


def to_evidence(value: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Take several pieces of evidence."""
    return several(value, Evidence)
