"""A record read together with its texts: which words stand where, and for which fact."""

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from confmodel._text import is_whole
from confmodel.errors import Finding, FindingLevel
from confmodel.grounding.ground import ground_in
from confmodel.grounding.parts import propose_parts
from confmodel.grounding.pieces import pieces_of
from confmodel.model import (
    Account,
    Conference,
    Discrepancy,
    DiscrepancyKind,
    Evidence,
    Part,
    Source,
)
from confmodel.model._base import Record
from confmodel.model._index import Identified
from confmodel.suggesting._places import Extent, Places
from confmodel.suggesting.suggestion import Suggestion

ABOVE = frozenset({"headline", "deck", "caption"})
"""The kinds of parts that sum up what the body says at length."""

_BESIDE = frozenset({"byline", "dateline", "credit", "footnote", "annex", "marking", "page header"})
_MOST_ABOUT = 4


@attrs.frozen(eq=False)
class Witness:
    """The words of one piece of evidence, and what they are for."""

    words: str
    evidence: Evidence
    start: int | None
    kind: str
    """The kind of the part that they stand in, `body` if nothing better is known."""

    pointer: str
    address: str
    fact: Record

    @property
    def source(self) -> str:
        """The id of the source that has the words."""
        return self.evidence.source or ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that they prove."""
        if "/" in self.address or not self.evidence.supports:
            return (self.address,)
        return tuple(f"{self.address}/{name}" for name in self.evidence.supports)


@attrs.frozen
class Stretch:
    """Words of one part: a stretch of a text, or a piece of evidence where there is no text."""

    words: str
    source: str
    start: int | None
    kind: str
    pointer: str

    def at(self, start: int, end: int) -> "Side":
        """Cut one side of a contradiction out of it."""
        place = None if self.start is None else self.start + start
        return Side(self.words[start:end], self.source, place, self.kind)


@attrs.frozen
class Side:
    """The words of one side of a contradiction."""

    words: str
    source: str
    start: int | None
    kind: str = "body"

    @property
    def end(self) -> int | None:
        """Where they end, exclusive."""
        return None if self.start is None else self.start + len(self.words)


class Reading:
    """A record with the words of its evidence, and of its texts as far as they are at hand."""

    def __init__(self, record: Conference, texts: Mapping[str, str]) -> None:
        self.record = record
        self.texts = {
            source.id: texts[source.id] for source in record.sources if source.id in texts
        }
        self.sources: dict[str, Source] = {source.id: source for source in record.sources}
        self._places = {each.id: self._places_in(each) for each in record.sources}
        self.witnesses: tuple[Witness, ...] = tuple(self._witnesses())

    def _places_in(self, source: Source) -> Places:
        text = self.texts.get(source.id)
        own: tuple[Part, ...] = source.parts
        is_own = any(part.start is not None and part.end is not None for part in own)
        parts = own if is_own or text is None else propose_parts(text)
        return Places(
            Extent(
                part.start, part.end, part.label.partition("/")[0], part.label if is_own else None
            )
            for part in parts
            if part.start is not None and part.end is not None
        )

    def _witnesses(self) -> Iterator[Witness]:
        groundings = ground_in(self.record, self.texts)
        for piece, grounding in zip(pieces_of(self.record), groundings, strict=True):
            evidence = piece.evidence
            words = grounding.found or evidence.exact
            if words is None or evidence.source is None:
                continue
            start = grounding.start if grounding.found is not None else evidence.start
            label = (evidence.part or "").partition("/")[0]
            kind = label or self.part_at(evidence.source, start)[0]
            yield Witness(words, evidence, start, kind, piece.pointer, piece.address, piece.fact)

    def part_at(self, source: str, start: int | None) -> tuple[str, str | None]:
        """Tell the kind of the smallest part that a place lies in, and its label in the record."""
        found = self._places[source].smallest_at(start) if source in self._places else None
        return ("body", None) if found is None else (found.kind, found.label)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The parts of the texts; of sources without a text, the words of the evidence."""
        found: list[Stretch] = []
        for n, source in enumerate(self.record.sources):
            text = self.texts.get(source.id)
            if text is not None:
                found += self._of_text(source.id, text, f"/sources/{n}")
        found += [
            Stretch(each.words, each.source, each.start, each.kind, each.pointer)
            for each in self.witnesses
            if each.source not in self.texts and not each.pointer.startswith("/discrepancies/")
        ]
        return tuple(found)

    def _of_text(self, source: str, text: str, pointer: str) -> Iterator[Stretch]:
        # What lies in no part is body, and so is a paragraph or a turn.
        place = 0
        for since, until, kind, _ in self._places[source].extents:
            if kind not in ABOVE | _BESIDE or since < place:
                continue
            yield Stretch(text[place:since], source, place, "body", pointer)
            yield Stretch(text[since:until], source, since, kind, pointer)
            place = until
        yield Stretch(text[place:], source, place, "body", pointer)

    def thing(self, identifier: str | None) -> Identified | None:
        """Return what has an id; `None` if nothing has it, which is no matter here."""
        if identifier is None or identifier not in self.record:
            return None
        return self.record[identifier]

    def pointer_of(self, source: str) -> str:
        """Return where a source stands in the record."""
        return f"/sources/{list(self.sources).index(source)}" if source in self.sources else ""

    def facts_at(self, sides: Iterable[Side]) -> tuple[str, ...]:
        """Name what rests on the words of either side, most specific first; or its source."""
        found: dict[str, int] = {}
        for side in sides:
            for each in self._overlapping(side):
                for address in each.addresses:
                    found.setdefault(address, len(each.words))
        known = sorted(found, key=lambda address: (found[address], address))
        if known:
            return tuple(known[:_MOST_ABOUT])
        return tuple(dict.fromkeys(side.source for side in sides))

    def _overlapping(self, side: Side) -> Iterator[Witness]:
        if side.start is None or side.end is None:
            yield from (each for each in self._placed(side.source) if side.words in each.words)
            return
        placed = self._placed(side.source)
        last = bisect.bisect_left(placed, side.end, key=lambda each: each.start or 0)
        for each in placed[:last]:
            if (each.start or 0) + len(each.words) > side.start:
                yield each

    def _placed(self, source: str) -> Sequence[Witness]:
        return self._by_source.get(source, [])

    @cached_property
    def _by_source(self) -> dict[str, list[Witness]]:
        gathered: dict[str, list[Witness]] = {}
        for each in self.witnesses:
            if not each.pointer.startswith(("/discrepancies/", "/sources/")):
                gathered.setdefault(each.source, []).append(each)
        for some in gathered.values():
            some.sort(key=lambda each: (each.start or 0, len(each.words)))
        return gathered

    def account(self, value: str, *sides: Side | Witness | Evidence) -> Account:
        """Make one account of a value and the words for it."""
        evidence = dict.fromkeys(filter(None, map(self._evidence, sides)))
        # Half a surrogate pair cannot be written to a file.
        return Account(value=value.encode("utf-8", "replace").decode(), evidence=tuple(evidence))

    def _evidence(self, side: Side | Witness | Evidence) -> Evidence | None:
        if isinstance(side, Witness):
            side = side.evidence
        if isinstance(side, Evidence):
            # What it proves are fields of the fact, not of an account.
            return None if side.source is None else attrs.evolve(side, supports=())
        if not is_whole(side.words):
            return None
        _, label = self.part_at(side.source, side.start)
        return Evidence(source=side.source, start=side.start, exact=side.words, part=label)

    def suggestion(  # noqa: PLR0917 - the parts of one sentence, in its order
        self,
        code: str,
        kind: DiscrepancyKind,
        about: Sequence[str],
        accounts: Sequence[Account],
        pointer: str,
        message: str,
    ) -> Suggestion:
        """Put a suggestion together."""
        value = " / ".join(each.value or "" for each in accounts)
        return Suggestion(
            finding=Finding(
                code=code,
                level=FindingLevel.NOTE,
                pointer=pointer,
                message=message,
                help="read both sides; if they disagree, add the discrepancy to the record",
                value=value,
            ),
            discrepancy=Discrepancy(kind=kind, about=tuple(about), accounts=tuple(accounts)),
        )

    def kind_between(self, one: Side | Witness, other: Side | Witness) -> DiscrepancyKind:
        """Tell which kind of contradiction two sides make."""
        if one.source != other.source:
            return DiscrepancyKind.BETWEEN_SOURCES
        if (one.kind in ABOVE) != (other.kind in ABOVE):
            return DiscrepancyKind.HEADLINE_AGAINST_BODY
        return DiscrepancyKind.WITHIN_A_TEXT


def is_above(stretch: Stretch) -> bool:
    """Tell whether words stand above the body and sum it up."""
    return stretch.kind in ABOVE


def is_body(stretch: Stretch) -> bool:
    """Tell whether words stand in the body."""
    return stretch.kind not in ABOVE | _BESIDE
