"""Grounding a whole record: one verdict for each piece of evidence."""

import re
from collections.abc import Iterator, Mapping, Sequence

from confmodel.errors import Finding, FindingLevel, shown
from confmodel.grounding.flags import flags_in
from confmodel.grounding.folded import Folded
from confmodel.grounding.hashed import Hashed
from confmodel.grounding.locating import Located, beside, locate
from confmodel.grounding.pieces import Piece, pieces_of
from confmodel.grounding.texts import Texts, read_texts, what_differs
from confmodel.grounding.verdicts import Grounding, Verdict
from confmodel.model import Conference, Evidence, Seal, Source

_Searched = tuple[Folded, Hashed]
"""One text, with what several pieces that are looked for in it share."""

_OF_A_STATEMENT = re.compile(r"/statements/[0-9]+/(?:evidence|quotations)/")

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
        InvalidValueError: If a text is neither text nor a file in UTF-8, or is
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
    sources = {source.id: source for source in record.sources}
    pieces = list(pieces_of(record))
    wanted: dict[str | None, list[str]] = {}
    seals: dict[str | None, list[Seal]] = {}
    for piece in pieces:
        if piece.evidence.exact is not None:
            wanted.setdefault(piece.evidence.source, []).append(piece.evidence.exact)
        if piece.evidence.seal is not None:
            seals.setdefault(piece.evidence.source, []).append(piece.evidence.seal)
    searched = {
        name: (Folded(text, wanted.get(name, ())), Hashed(text, seals.get(name, ())))
        for name, text in texts.items()
    }
    decided: dict[int, Located] = {}
    known: dict[str, list[int]] = {}
    for n, piece in enumerate(pieces):
        located = _located(piece, sources, searched, ())
        if located is None:
            continue
        decided[n] = located
        if located.span is not None:
            known.setdefault(_neighbourhood(piece), []).append(located.span[0])
    _decide_by_neighbours(pieces, decided, known, sources, searched)
    return tuple(_grounding(piece, decided.get(n), texts) for n, piece in enumerate(pieces))


def _decide_by_neighbours(
    pieces: Sequence[Piece],
    decided: dict[int, Located],
    known: dict[str, list[int]],
    sources: Mapping[str, Source],
    texts: Mapping[str, _Searched],
) -> None:
    """Decide what is ambiguous by itself by what stands beside it.

    What is placed so may decide more, until nothing new is placed: then
    anchoring a second time places nothing more.
    """
    still_open = [n for n, each in decided.items() if each.verdict is Verdict.AMBIGUOUS]
    for _ in range(_MOST_ROUNDS):
        placed: list[int] = []
        for n in still_open:
            near = known.get(_neighbourhood(pieces[n]), ())
            if near and len(beside(decided[n].candidates, near)) == 1:
                decided[n] = _located(pieces[n], sources, texts, near) or decided[n]
                placed.append(n)
        if not placed:
            break
        for n in placed:
            span, verdict = decided[n].span, decided[n].verdict
            # What gets no offset is no help: it would help only before it is anchored.
            if span and verdict is Verdict.EXACT and pieces[n].evidence.start is None:
                known.setdefault(_neighbourhood(pieces[n]), []).append(span[0])
        still_open = [n for n in still_open if decided[n].span is None]


def _neighbourhood(piece: Piece) -> str:
    """Name the fact and the source: evidence for one thing stands together."""
    return f"{piece.address.partition('/')[0]} {piece.evidence.source}"


def _located(
    piece: Piece,
    sources: Mapping[str, Source],
    texts: Mapping[str, _Searched],
    near: Sequence[int],
) -> Located | None:
    evidence = piece.evidence
    source = sources.get(evidence.source or "")
    searched = texts.get(evidence.source or "")
    if source is None or searched is None or (evidence.exact is None and evidence.seal is None):
        return None
    folded, hashed = searched
    return locate(evidence, source, folded.text, near=near, folded=folded, hashed=hashed)


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
        flags=flags,
    )


def findings_of(
    record: Conference, texts: Mapping[str, str], groundings: tuple[Grounding, ...]
) -> Iterator[Finding]:
    """Say what of a grounding has to be looked at: a wrong text first, then each piece."""
    for n, source in enumerate(record.sources):
        text = texts.get(source.id)
        if text is not None:
            yield from _about_text(f"/sources/{n}", source, text)
    for grounding in groundings:
        finding = _about_piece(grounding)
        if finding is not None:
            yield finding


def _about_text(pointer: str, source: Source, text: str) -> Iterator[Finding]:
    differing = what_differs(text, source)
    if differing is not None:
        yield Finding(
            code="G401",
            level=FindingLevel.WARNING,
            pointer=f"{pointer}/{differing}",
            message=f"the text has {len(text)} code points, and the source {source.length}"
            if differing == "length"
            else "the text is not the one that the digest was made of",
            help="check with the text that the offsets were counted in, or take start, length and "
            "sha256 out and anchor the record anew",
            value=str(getattr(source, differing)),
        )
    flags = flags_in(text)
    if flags:
        yield Finding(
            code="G408",
            level=FindingLevel.NOTE,
            pointer=pointer,
            message=f"the text has characters that deceive the eye: {', '.join(flags)}",
            help="look at the words in a view that shows them; the text stays as it is",
        )


def _named(evidence: Evidence) -> str:
    if evidence.exact is not None:
        return shown(evidence.exact)
    length = evidence.length or 0
    return f"what is sealed here ({length} letter{'' if length == 1 else 's'})"


def _about_piece(grounding: Grounding) -> Finding | None:
    if grounding.verdict in (Verdict.EXACT, Verdict.NOT_CHECKED):
        return None
    words = _named(grounding.evidence)
    source = shown(grounding.evidence.source)
    place = f"offset {grounding.start}"
    match grounding.verdict:
        case Verdict.MISSING:
            code, level = "G402", FindingLevel.ERROR
            message = f"{words} is not in source {source}"
            is_speech = _OF_A_STATEMENT.match(grounding.pointer) is not None
            otherwise = "make the statement indirect" if is_speech else "take the fact out"
            remedy = f"copy the words exactly, or {otherwise}"
        case Verdict.NEAR:
            code, level = "G403", FindingLevel.WARNING
            message = f"{words} is not in source {source}"
            remedy = f"copy the words exactly (nearest: {shown(grounding.found)}, {place})"
        case Verdict.AMBIGUOUS:
            code, level = "G404", FindingLevel.WARNING
            places = ", ".join(str(start) for start, _ in grounding.candidates[:8])
            message = f"{words} stands {len(grounding.candidates)} times in source {source}"
            remedy = f"give start, prefix, suffix or part (offsets: {places})"
        case Verdict.MOVED:
            code, level = "G405", FindingLevel.WARNING
            message = f"{words} stands at {place}, not at {grounding.evidence.start}"
            remedy = f"set start to {grounding.start}"
        case _:  # normalised
            code, level = "G406", FindingLevel.NOTE
            message = (
                f"{words} stands in source {source} with other {' and '.join(grounding.steps)}"
            )
            remedy = f"copy the words exactly: {shown(grounding.found)}, {place}"
    return Finding(
        code=code,
        level=level,
        pointer=f"{grounding.pointer}/exact" if grounding.evidence.exact else grounding.pointer,
        message=message,
        help=remedy,
        value=words,
    )
