"""What the sections of the brief share: the record, its names, and words made safe for Markdown."""

from collections.abc import Iterable, Iterator

from confmodel.grounding import Grounding
from confmodel.model import Conference, Evidence, Fact, Place, When
from confmodel.views._facts import Facts, Proof
from confmodel.views._markdown_text import inline
from confmodel.views._words import Names, count, date, place_of

_MOST_SHOWN = 3
"""More pieces of evidence than these are counted, not listed."""


class Brief:
    """A record and what was found of it, while a brief is written."""

    def __init__(self, record: Conference, groundings: tuple[Grounding, ...]) -> None:
        self.record = record
        self.names = Names(record)
        self.facts = Facts(record)
        self.found = {each.pointer: each for each in groundings}
        """What was found of each piece of evidence, by where it stands."""

    def name(self, identifier: str) -> str:
        """Name whatever has an id."""
        return inline(self.names.plain(identifier))

    def listed(self, identifiers: Iterable[str]) -> str:
        """Name several things that have ids."""
        return ", ".join(map(self.name, identifiers))

    def place(self, place: Place | None) -> str:
        """Write a place with its country, or nothing."""
        return "" if place is None else inline(self.names.place(place))

    def rows(self, fact: Fact, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Write what a fact says, that it is not stated, and the coder's note."""
        for name, text in rows:
            if text or name.replace(" ", "_") in fact.not_stated:
                yield f"- **{name}** {text or '*not stated*'}"
        if fact.note is not None:
            yield f"- **note** {inline(fact.note)}"

    def grouped(self, pairs: Iterable[tuple[str, str]]) -> str:
        """Write who did what: each deed once, with all of those that did it."""
        deeds: dict[str, list[str]] = {}
        for deed, party in pairs:
            deeds.setdefault(deed, []).append(party)
        return "; ".join(f"{deed}: {self.listed(parties)}" for deed, parties in deeds.items())

    def evidence(self, proofs: list[Proof]) -> str:
        """Write the words, and count what is more than a few."""
        shown = [words(proof.evidence) for proof in proofs[:_MOST_SHOWN]]
        if len(proofs) > _MOST_SHOWN:
            shown.append(f"{len(proofs) - _MOST_SHOWN} more")
        return "; ".join(shown)


def when(held: When | None) -> str:
    """Write a date, or nothing."""
    return "" if held is None else inline(date(held))


def words(piece: Evidence) -> str:
    """Write the words of one piece of evidence, with their place."""
    if piece.exact is not None:
        return f"“{inline(piece.exact)}” ({inline(place_of(piece))})"
    if piece.seal is not None:
        return f"sealed, {count(piece.seal.length, 'character')} ({inline(place_of(piece))})"
    return "background"
