"""A brief in Markdown: for a pull request, an e-mail, or a reader in a hurry."""

from confmodel.grounding.ground import ground_in
from confmodel.grounding.texts import Texts, read_texts
from confmodel.model import Conference
from confmodel.views._markdown_brief import Brief
from confmodel.views._markdown_doubts import discrepancies, not_grounded
from confmodel.views._markdown_event import head, sessions, sources
from confmodel.views._markdown_outcomes import agreements, votes
from confmodel.views._markdown_participants import delegations
from confmodel.views._markdown_speech import figures, statements

_SECTIONS = {
    "Discrepancies": discrepancies,
    "Not grounded": not_grounded,
    "Delegations": delegations,
    "Statements": statements,
    "Figures": figures,
    "Agreements": agreements,
    "Votes": votes,
    "Sessions": sessions,
    "Sources": sources,
}
"""What is written below the event, each under its heading, if there is anything of it."""


def markdown(record: Conference, texts: Texts | None = None) -> str:
    """Write a brief of a record in Markdown (CommonMark with tables).

    It has the event and the meetings linked to it, who took part, what was
    said, claimed, agreed and voted, what is contradictory and what is not
    grounded, with the words behind it. Countries, bodies and groups stand
    where a fact names them, and have no section as on the report page. Text of
    the record stays text: no markup, raw HTML or link comes from it.

    Args:
        record: The record, also one that a check would refuse.
        texts: The text of each source that is at hand (`str`), or its file (`Path`), by the id
            of the source.

    Raises:
        OSError: If a file cannot be read.
        InvalidValueError: If a text is neither text nor a file in UTF-8, or is
            given for what is no source of the record.

    Examples:
        >>> from confmodel import Conference
        >>> print(markdown(Conference(id="c", name="Lakeside", when=2031)), end="")
        # Lakeside
        <BLANKLINE>
        - **when** 2031
    """
    at_hand = {} if texts is None else read_texts(record, texts)
    brief = Brief(record, ground_in(record, at_hand))
    written = ["\n".join(head(brief))]
    for heading, section in _SECTIONS.items():
        lines = [*section(brief)]
        if lines:
            written.append("\n".join((f"## {heading}", "", *lines)))
    return "".join(each.rstrip("\n") + "\n\n" for each in written).removesuffix("\n")
