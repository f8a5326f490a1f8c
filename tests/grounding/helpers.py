"""What the tests of grounding share: records of one source, and texts that are hard to count in."""

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from confmodel.grounding.locating import Located, Searched, locate
from confmodel.model import Conference, Evidence, Source, Statement

HARD = (
    "\U0001f3db\ufe0f",
    "\U00010348",
    "e\u0301",
    "o\u0302\u0323",
    "\r\n",
    "\n",
    "\t ",
    "\ufb01",
    "\ufb03",
    "\u0627\u0644\u0646\u0647\u0631",
    "\u05e9\u05dc\u05d5\u05dd",
    "\u202e",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\u201c",
    "\u2019",
    "\u2014",
    "\u1112\u1161\u11ab",
    "\u09c7\u09be",
    "\u1fef",
    "\u0000",
)
"""Stretches that code points, code units, bytes and letters count differently."""


def texts(*, min_size: int = 0, max_size: int = 12) -> st.SearchStrategy[str]:
    """Texts of plain words and of all that is hard to count in."""
    words = st.sampled_from(["river", "agreed", "the", "a", "six", "Boria", "lower than ever."])
    parts = st.one_of(words, st.sampled_from(HARD), st.just(" "), st.characters())
    return st.lists(parts, min_size=min_size, max_size=max_size).map("".join)


def record_of(*pieces: Evidence, sources: Iterable[Source] | None = None) -> Conference:
    """Build a record whose pieces of evidence belong to one statement."""
    statement = Statement(id="s1", evidence=pieces)
    known = [Source(id="note")] if sources is None else sources
    return Conference(id="c", name="C", sources=known, statements=[statement])


def words(exact: str, *, start: int | None = None, source: str = "note") -> Evidence:
    """Build evidence of words alone, or with their offset."""
    return Evidence(source=source, exact=exact, start=start)


NOTE = Source(id="note")


def located(
    piece: Evidence, text: str, *, source: Source = NOTE, near: Sequence[int] = ()
) -> Located:
    """Look for one piece of evidence alone."""
    return locate(piece, Searched(text, source, [piece]), near=near)
