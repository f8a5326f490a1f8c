"""Anchoring: filling in where words stand, for evidence that has only words."""

from collections.abc import Mapping

import attrs

from confmodel.grounding.ground import ground_in
from confmodel.grounding.pieces import pieces_of, with_evidence
from confmodel.grounding.ranges import part_at
from confmodel.grounding.texts import Texts, digest, read_texts, what_differs
from confmodel.grounding.verdicts import Grounding, Verdict
from confmodel.model import Conference, Evidence, Source


@attrs.frozen(kw_only=True)
class Anchored:
    """A record with offsets, and what could not be placed."""

    record: Conference
    """The record; its words are the same."""

    groundings: tuple[Grounding, ...]
    """Every piece of evidence with its verdict, as the record came."""

    @property
    def unplaced(self) -> tuple[Grounding, ...]:
        """The evidence that still has no offset, though it has words and a text.

        Its verdict may be exact: then its words stand in the text, and the
        text is not the one of the source.
        """
        return tuple(
            grounding
            for grounding, piece in zip(self.groundings, pieces_of(self.record), strict=True)
            if piece.evidence.start is None and grounding.verdict is not Verdict.NOT_CHECKED
        )


def anchor(record: Conference, texts: Texts) -> Anchored:
    """Fill in offsets, digests and parts for evidence that has only words.

    That is what people and language models write. Only evidence without an
    offset is placed, and only where its words stand letter by letter at one
    place; the words are never changed. Sources get the length and digest of
    their text if they have none. Where a source has another length or digest
    than the text, offsets would be counted in the wrong text: its evidence
    stays as it is, and what has no offset is among `unplaced`.

    Args:
        record: The record.
        texts: The text of each source that is at hand (`str`), or its file (`Path`).

    Raises:
        OSError: If a file cannot be read.
        InvalidValueError: If it is no record; if a text is neither text nor a file in UTF-8, or is
            given for what is no source of the record.

    Examples:
        >>> from confmodel import Conference, Evidence, Source
        >>> words = Evidence(source="note", exact="agreed to meet")
        >>> record = Conference(id="c", name="C", sources=[Source(id="note")], evidence=[words])
        >>> anchor(record, {"note": "They agreed to meet."}).record.evidence[0].start
        5
    """
    at_hand = read_texts(record, texts)
    groundings = ground_in(record, at_hand)
    sources = {
        source.id: source
        for source in record.sources
        if source.id in at_hand and what_differs(at_hand[source.id], source) is None
    }
    # The same walk in the same order, so that each piece meets its own verdict.
    verdicts = iter(groundings)

    def anchored(evidence: Evidence) -> Evidence:
        grounding = next(verdicts)
        source = sources.get(evidence.source or "")
        if source is None or evidence.start is not None or grounding.verdict is not Verdict.EXACT:
            return evidence
        part = evidence.part or part_at(source, (grounding.start or 0, grounding.end or 0))
        return attrs.evolve(evidence, start=grounding.start, part=part)

    placed = with_evidence(record, anchored)
    known = tuple(_known(source, at_hand) for source in record.sources)
    if known != record.sources:
        placed = attrs.evolve(
            placed,
            sources=tuple(
                attrs.evolve(each, length=known_one.length, sha256=known_one.sha256)
                for each, known_one in zip(placed.sources, known, strict=True)
            ),
        )
    return Anchored(record=placed, groundings=groundings)


def _known(source: Source, texts: Mapping[str, str]) -> Source:
    text = texts.get(source.id)
    if text is None or source.length is not None or source.sha256 is not None:
        return source
    return attrs.evolve(source, length=len(text), sha256=digest(text))
