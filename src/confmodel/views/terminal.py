"""A record on a terminal: everything that a person wants to see first, in plain lines.

Word for word, partly quoted, paraphrased and narrated are told apart by signs,
not by colour alone. What was looked for and is not stated is said; what the
record does not speak of is left out.
"""

from collections.abc import Callable

from confmodel.model import Conference
from confmodel.views._page import Page
from confmodel.views._sections._event import event
from confmodel.views._sections._outcomes import agreements, discrepancies, votes
from confmodel.views._sections._participants import delegations, sessions, spoken_of
from confmodel.views._sections._sources import accepted, not_stated, sources
from confmodel.views._sections._speech import figures, statements
from confmodel.views._words import Names

__all__ = ["render"]

_SECTIONS: tuple[Callable[[Page, Conference, Names], None], ...] = (
    event,
    delegations,
    sessions,
    statements,
    figures,
    agreements,
    votes,
    discrepancies,
    spoken_of,
    sources,
    accepted,
    not_stated,
)
"""What is shown, in the order of a reader's questions."""


def render(record: Conference, *, width: int = 100, colour: bool = False) -> str:
    r"""Write a record for a terminal.

    The same record gives the same text. No control character, escape
    sequence or bidi control of the record is in it: they are shown as what
    they are. There is no colour unless it is asked for.

    Args:
        record: The record, also one that a check would refuse.
        width: The columns of the terminal; fewer than 40 count as 40.
        colour: Whether to write colours, as escape sequences (ECMA-48).

    Examples:
        >>> from confmodel import Conference
        >>> print(render(Conference(id="c", name="Lakeside", when=2031)), end="")
        Lakeside
        ════════
        when            2031
    """
    page = Page(width=width, colour=colour)
    names = Names(record)
    for section in _SECTIONS:
        section(page, record, names)
    return page.text()
