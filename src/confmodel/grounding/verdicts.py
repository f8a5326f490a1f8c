"""Verdicts: what was found out about one piece of evidence."""

import enum

import attrs

from confmodel.model import Evidence

Span = tuple[int, int]
"""A stretch of a text in code points: where it begins, and where it ends, exclusive."""

MOST_CANDIDATES = 100
"""Places that are listed of words that stand at several."""


class Verdict(enum.StrEnum):
    """What became of one piece of evidence in the text of its source. Ours."""

    EXACT = "exact"
    """The words stand at their offset; or, if they have none yet, at one place."""

    MOVED = "moved"
    """The words stand elsewhere than at their offset."""

    NORMALISED = "normalised"
    """Equal words stand there but for spaces, quotation marks, dashes, ligatures or NFC."""

    NEAR = "near"
    """Similar words stand there: somebody changed some, here or there."""

    MISSING = "missing"
    """Nothing like the words stands there."""

    AMBIGUOUS = "ambiguous"
    """The words stand at several places, and nothing says which is meant."""

    UNDECIDED = "undecided"
    """Sealed words that were not found, and not looked for everywhere: that takes too long."""

    NOT_CHECKED = "not_checked"
    """The text is not at hand, or the evidence needs no words."""


@attrs.frozen(kw_only=True)
class Grounding:
    """What was found out about one piece of evidence. Nothing is ever dropped.

    Examples:
        >>> import confmodel
        >>> record = confmodel.example("lakeside-2031")
        >>> texts = confmodel.examples.example_texts("lakeside-2031")
        >>> confmodel.check(record, texts=texts).groundings[0].verdict
        <Verdict.EXACT: 'exact'>
    """

    pointer: str
    """Where the evidence stands in the record, as a JSON Pointer (RFC 6901)."""

    owner: str
    """The address of the fact it belongs to: `id`, or `id/field` of something inside."""

    evidence: Evidence
    """The evidence, as the record has it."""

    verdict: Verdict
    """What became of it."""

    start: int | None = None
    """Where the words were found, in code points of the untouched text."""

    end: int | None = None
    """Where they end, exclusive."""

    found: str | None = None
    """The words of the text at that place, letter by letter; `None` if none were found."""

    steps: tuple[str, ...] = ()
    """By which steps of the normal form they had to be made equal."""

    distance: int | None = None
    """How many letters have to be changed to make the words near ones. `None` otherwise."""

    candidates: tuple[Span, ...] = ()
    """The places, where nothing says which is meant; the first hundred, if there are more."""

    is_in_part: bool | None = None
    """Whether the words stand in the part that the evidence names, or any of several places does.

    `None` if it names none, if the source does not say where that begins and
    ends, and where the words were not found.
    """

    flags: tuple[str, ...] = ()
    """Kinds of characters in the words that deceive the eye, such as `bidi control`."""

    @property
    def is_grounded(self) -> bool:
        """Whether the words are those of the source, but for typography."""
        return self.verdict in (Verdict.EXACT, Verdict.MOVED, Verdict.NORMALISED)
