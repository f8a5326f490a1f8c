"""Grounding a whole record: one verdict for each piece of evidence."""

from collections.abc import Mapping, Sequence

from confmodel.grounding.flags import flags_in
from confmodel.grounding.locating import Located, Searched, locate
from confmodel.grounding.pieces import Piece, pieces_of
from confmodel.grounding.texts import Texts, read_texts
from confmodel.grounding.verdicts import Grounding, Verdict
from confmodel.model import Conference, Evidence

_MOST_ROUNDS = 16
"""How often what has been placed may decide what stands beside it."""


def ground(record: Conference, texts: Texts) -> tuple[Grounding, ...]:
    """Look for every piece of evidence in the text of its source.

    Nothing is dropped and nothing is changed: each piece gets one verdict,
    in the order of the document.

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
        >>> ground(record, {"note": "They agreed  to meet."})[0].verdict
        <Verdict.NORMALISED: 'normalised'>
    """
    return ground_in(record, read_texts(record, texts))


def ground_in(record: Conference, texts: Mapping[str, str]) -> tuple[Grounding, ...]:
    """Do the same with texts that are read already."""
    pieces = list(pieces_of(record))
    wanted: dict[str | None, list[Evidence]] = {}
    for piece in pieces:
        wanted.setdefault(piece.evidence.source, []).append(piece.evidence)
    searched = {
        source.id: Searched(texts[source.id], source, wanted.get(source.id, ()))
        for source in record.sources
        if source.id in texts
    }
    decided: dict[int, Located] = {}
    for n, piece in enumerate(pieces):
        text = searched.get(piece.evidence.source or "")
        if text is not None and piece.evidence.length is not None:
            decided[n] = locate(piece.evidence, text)
    _decide_by_neighbours(pieces, decided, searched)
    return tuple(_grounding(piece, decided.get(n), texts) for n, piece in enumerate(pieces))


def _decide_by_neighbours(
    pieces: Sequence[Piece], decided: dict[int, Located], texts: Mapping[str, Searched]
) -> None:
    """Decide what is ambiguous by itself by what stands beside it.

    What is placed so may decide more, until nothing new is placed: then
    anchoring a second time places nothing more.
    """
    known: dict[str, list[int]] = {}
    for n, located in decided.items():
        if located.span is not None:
            known.setdefault(_neighbourhood(pieces[n]), []).append(located.span[0])
    still_open = [n for n, each in decided.items() if each.verdict is Verdict.AMBIGUOUS]
    changed = {*known}
    for _ in range(_MOST_ROUNDS):
        for each in changed:
            known[each].sort()
        for n in still_open:
            if (around := _neighbourhood(pieces[n])) in changed:
                piece = pieces[n].evidence
                decided[n] = locate(piece, texts[piece.source or ""], near=known[around])
        changed = set()
        for n in still_open:
            # What gets no offset is no help: it would help only before it is anchored.
            span = decided[n].span if decided[n].verdict is Verdict.EXACT else None
            if span is not None and pieces[n].evidence.start is None:
                known[_neighbourhood(pieces[n])].append(span[0])
                changed.add(_neighbourhood(pieces[n]))
        if not changed:
            break
        still_open = [n for n in still_open if decided[n].span is None]


def _neighbourhood(piece: Piece) -> str:
    """Name the fact and the source: evidence for one thing stands together."""
    return f"{piece.address.partition('/')[0]} {piece.evidence.source}"


def _grounding(piece: Piece, located: Located | None, texts: Mapping[str, str]) -> Grounding:
    evidence = piece.evidence
    if located is None:
        return Grounding(
            pointer=piece.pointer,
            owner=piece.address,
            evidence=evidence,
            verdict=Verdict.NOT_CHECKED,
        )
    start, end = located.span or (None, None)
    found = None if located.span is None else texts[evidence.source or ""][start:end]
    flags = flags_in(found or "")
    if evidence.exact is not None and evidence.exact != found:
        flags = tuple(dict.fromkeys((*flags_in(evidence.exact), *flags)))
    return Grounding(
        pointer=piece.pointer,
        owner=piece.address,
        evidence=evidence,
        verdict=located.verdict,
        start=start,
        end=end,
        found=found,
        steps=located.steps,
        distance=located.distance,
        candidates=located.candidates,
        is_in_part=located.is_in_part,
        flags=flags,
    )
