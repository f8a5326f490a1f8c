"""Sealing: a record without the words of its sources, that can still be checked."""

import attrs

from confmodel.errors import Finding, LoadError, shown
from confmodel.grounding.findings import how_often
from confmodel.grounding.ground import ground_in
from confmodel.grounding.pieces import pieces_of, with_evidence
from confmodel.grounding.texts import Texts, read_texts
from confmodel.grounding.verdicts import Grounding, Verdict
from confmodel.model import Conference, Evidence
from confmodel.model._expect import expect_record


def seal(record: Conference, *, quotations: bool = False) -> Conference:
    """Replace the words of the evidence by their length and digest.

    The result can be published while the sources are under copyright. Quoted
    speech stays open unless asked otherwise, and fields outside the evidence,
    such as `wording`, stay as they are. Prefix and suffix are left out, of
    quoted speech, too; only where it stays open and has no offset, they tell its
    place and stay. A seal spares copyright; it is not secrecy, since short words
    can be guessed.

    Args:
        record: The record, anchored: sealed words are found at their offset.
        quotations: Whether quoted speech is sealed too.

    Raises:
        InvalidValueError: If it is no record.

    Examples:
        >>> import confmodel
        >>> record = confmodel.example("lakeside-2031")
        >>> texts = confmodel.examples.example_texts("lakeside-2031")
        >>> sealed = seal(record)
        >>> sealed.agreements[0].evidence[0].exact is None
        True
        >>> bool(confmodel.check(sealed, texts=texts))
        True
    """
    expect_record(record)
    is_open = iter([piece.is_quoted and not quotations for piece in pieces_of(record)])

    def sealed(evidence: Evidence) -> Evidence:
        if not next(is_open) or evidence.exact is None:
            return evidence.sealed()
        if evidence.start is None or evidence.prefix is evidence.suffix is None:
            return evidence
        return attrs.evolve(evidence, prefix=None, suffix=None)

    return with_evidence(record, sealed)


def unseal(record: Conference, texts: Texts) -> Conference:
    """Put the words back, from the texts that they were sealed from.

    Evidence whose source is not among the texts stays sealed. Prefix and
    suffix, which `seal` leaves out, do not come back.

    Args:
        record: The record.
        texts: The text of each source that is at hand (`str`), or its file (`Path`).

    Raises:
        LoadError: If sealed words are not in their text, or at several
            places; with every piece of which that holds.
        OSError: If a file cannot be read.
        InvalidValueError: If it is no record; if a text is neither text nor a file in UTF-8, or is
            given for what is no source of the record.

    Examples:
        >>> from confmodel import Conference, Evidence, Source
        >>> words = Evidence(source="note", exact="agreed", start=5)
        >>> record = Conference(id="c", name="C", sources=[Source(id="note")], evidence=[words])
        >>> unseal(seal(record), {"note": "They agreed to meet."}) == record
        True
    """
    groundings = ground_in(record, read_texts(record, texts))
    wrong = [
        each
        for each in groundings
        if each.evidence.seal is not None
        and each.verdict not in (Verdict.EXACT, Verdict.MOVED, Verdict.NOT_CHECKED)
    ]
    if wrong:
        raise LoadError([_cannot_unseal(each) for each in wrong])
    verdicts = iter(groundings)

    def unsealed(evidence: Evidence) -> Evidence:
        grounding = next(verdicts)
        if evidence.seal is None or grounding.found is None:
            return evidence
        return attrs.evolve(evidence, seal=None, exact=grounding.found)

    return with_evidence(record, unsealed)


def _cannot_unseal(grounding: Grounding) -> Finding:
    there = f"in the text of {shown(grounding.evidence.source)}"
    match grounding.verdict:
        case Verdict.AMBIGUOUS:
            code, said = "G404", f"stand {how_often(grounding)} {there}"
        case Verdict.UNDECIDED:
            code, said = "G409", f"were not found {there}, and not looked for everywhere"
        case _:
            code, said = "G402", f"are not {there}"
    return Finding(
        code=code,
        pointer=f"{grounding.pointer}/seal",
        message=f"the sealed words {said}",
        help="give the text that they were sealed from",
    )
