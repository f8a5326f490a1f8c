"""What of a grounding has to be looked at, in words."""

import re
from collections.abc import Iterator, Mapping

from confmodel.errors import Finding, FindingLevel, shown
from confmodel.grounding.flags import flags_in
from confmodel.grounding.ranges import part_at
from confmodel.grounding.texts import what_differs
from confmodel.grounding.verdicts import MOST_CANDIDATES, Grounding, Verdict
from confmodel.model import Conference, Evidence, Source

_OF_A_STATEMENT = re.compile(r"/statements/[0-9]+/(?:evidence|quotations)/")


def findings_of(
    record: Conference, texts: Mapping[str, str], groundings: tuple[Grounding, ...]
) -> Iterator[Finding]:
    """Say what of a grounding has to be looked at: a wrong text first, then each piece."""
    for n, source in enumerate(record.sources):
        text = texts.get(source.id)
        if text is not None:
            yield from _about_text(f"/sources/{n}", source, text)
    sources = {source.id: source for source in record.sources}
    for grounding in groundings:
        finding = _about_words(grounding)
        if finding is not None:
            yield finding
        if grounding.is_in_part is False:
            yield _about_part(grounding, sources[grounding.evidence.source or ""])


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


def _about_words(grounding: Grounding) -> Finding | None:
    if grounding.verdict in (Verdict.EXACT, Verdict.NOT_CHECKED):
        return None
    there = f"in source {shown(grounding.evidence.source)}"
    place = f"offset {grounding.start}"
    level = FindingLevel.WARNING
    match grounding.verdict:
        case Verdict.MISSING:
            code, level, said = "G402", FindingLevel.ERROR, f"is not {there}"
            is_speech = _OF_A_STATEMENT.match(grounding.pointer) is not None
            otherwise = "make the statement indirect" if is_speech else "take the fact out"
            remedy = f"copy the words exactly, or {otherwise}"
        case Verdict.NEAR:
            code, said = "G403", f"is not {there}"
            remedy = f"copy the words exactly (nearest: {shown(grounding.found)}, {place})"
        case Verdict.AMBIGUOUS:
            code, said = "G404", f"stands {how_often(grounding)} {there}"
            places = ", ".join(str(start) for start, _ in grounding.candidates[:8])
            remedy = f"give start, prefix, suffix or part (offsets: {places})"
        case Verdict.MOVED:
            code, said = "G405", f"stands at {place}, not at {grounding.evidence.start}"
            remedy = f"set start to {grounding.start}"
        case Verdict.NORMALISED:
            code, level = "G406", FindingLevel.NOTE
            said = f"stands {there} with other {' and '.join(grounding.steps)}"
            remedy = f"copy the words exactly: {shown(grounding.found)}, {place}"
        case _:  # undecided
            code, said = "G409", f"was not found {there}, and not looked for everywhere"
            remedy = "check with the text that it was sealed from"
    words = _named(grounding.evidence)
    return Finding(
        code=code,
        level=level,
        pointer=f"{grounding.pointer}/exact" if grounding.evidence.exact else grounding.pointer,
        message=f"{words} {said}",
        help=remedy,
        value=words,
    )


def _about_part(grounding: Grounding, source: Source) -> Finding:
    part = shown(grounding.evidence.part)
    if grounding.start is None or grounding.end is None:
        said = f"stands {how_often(grounding)} in source {shown(source.id)}, never in part {part}"
        remedy = "correct part"
    else:
        said = f"stands at offset {grounding.start}, outside part {part}"
        there = part_at(source, (grounding.start, grounding.end))
        remedy = "take part out" if there is None else f"set part to {shown(there)}"
    return Finding(
        code="G407",
        level=FindingLevel.WARNING,
        pointer=f"{grounding.pointer}/part",
        message=f"{_named(grounding.evidence)} {said}",
        help=f"{remedy}, or copy words that stand in {part}",
        value=grounding.evidence.part,
    )


def _named(evidence: Evidence) -> str:
    if evidence.exact is not None:
        return shown(evidence.exact)
    length = evidence.length or 0
    return f"what is sealed here ({length} letter{'' if length == 1 else 's'})"


def how_often(grounding: Grounding) -> str:
    """Say at how many places words stand that stand at several."""
    times = len(grounding.candidates)
    return f"{times} times" if times < MOST_CANDIDATES else f"at least {times} times"
