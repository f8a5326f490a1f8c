"""Suggesting: contradictions that a program can see, for somebody to judge. Nothing is repaired."""

from confmodel.grounding.texts import Texts, read_texts
from confmodel.model import Conference
from confmodel.model._expect import expect_record
from confmodel.suggesting.suggestion import Suggestion

__all__ = ["Suggestion", "suggest"]


def suggest(record: Conference, texts: Texts | None = None) -> tuple[Suggestion, ...]:
    """Propose discrepancies: contradictions that a program can see. Nothing is repaired.

    Stated counts are compared with what is listed, headlines with the body,
    figures with others for the same thing, names with other spellings, and
    sources with each other. Without texts, only the words of the evidence are
    read. What a discrepancy of the record already holds is not proposed again.

    The time grows with the record and its texts, but for quotations, each of
    which is compared with each headline, deck and caption. For that, 50 names of
    one thing are compared with each other, and a word that may be a misspelt
    one is followed to 200 places.

    Args:
        record: The record; it may have faults.
        texts: The text of each source that is at hand (`str`), or its file (`Path`),
            by the id of the source.

    Returns:
        The suggestions, in the order of their codes.

    Raises:
        OSError: If the file of a text cannot be read.
        InvalidValueError: If it is no record; if a text is neither text nor a file in UTF-8, or is
            given for what is no source of the record.

    Examples:
        >>> from confmodel.model import Figure
        >>> said = [Figure(value=20, of="boats at sea"), Figure(value=30, of="boats at sea")]
        >>> record = Conference(id="c", name="C", figures=said)
        >>> for suggestion in suggest(record):
        ...     print(suggestion.finding.code, suggestion.finding.message)
        G423 20 and 30 are both given for 'boats at sea'
    """
    # The rules have many patterns: they are loaded when somebody asks.
    from confmodel.suggesting._proposing import proposals  # noqa: PLC0415

    expect_record(record)
    return proposals(record, {} if texts is None else read_texts(record, texts))
