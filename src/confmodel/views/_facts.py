"""The facts of a record in order, each with a short mark such as `S1`, and its evidence.

A fact is here what a reader would point at: an entity, a figure, a
discrepancy, or one value of the conference such as a topic. The evidence of
what lies inside it, such as an office of a delegate, counts as its own.
"""

import enum
from collections.abc import Iterator
from typing import TypeVar

import attrs

from confmodel._text import pointer_to
from confmodel.model import (
    Agreement,
    Conference,
    Country,
    Delegation,
    Discrepancy,
    Entity,
    Evidence,
    Fact,
    Figure,
    Group,
    Manner,
    Organization,
    Quotation,
    Source,
    Statement,
    Vote,
)
from confmodel.model._base import Record
from confmodel.model._order import in_order
from confmodel.model.person import Human

R = TypeVar("R", bound=Record)


class Kind(enum.StrEnum):
    """What words prove, for the eye."""

    DIRECT = "direct"
    MIXED = "mixed"
    REPORTED = "reported"
    FIGURE = "figure"
    AGREEMENT = "agreement"
    PEOPLE = "people"
    DISCREPANCY = "discrepancy"
    OTHER = "other"


@attrs.frozen(eq=False)
class Proof:
    """One piece of evidence at its place in the record."""

    number: int
    pointer: str
    evidence: Evidence
    kind: Kind
    inside: str
    """The field of the fact that it lies in, in words; empty for the fact itself."""


@attrs.frozen(eq=False)
class Entry:
    """One fact, its mark, and every piece of evidence for it."""

    letter: str
    number: int
    record: Record
    pointer: str
    field: str
    """The field of its holder that it stands in, such as `topics`."""
    holder: "Entry | None"
    proofs: list[Proof] = attrs.field(factory=list)

    def proofs_by_part(self) -> dict[str, list[Proof]]:
        """Return the evidence by the part of the fact it belongs to.

        A part is such as `accounts/0`; the evidence of the fact itself is
        under `evidence`.
        """
        found: dict[str, list[Proof]] = {}
        for proof in self.proofs:
            steps = proof.pointer[len(self.pointer) + 1 :].split("/")
            name = steps[0] if steps[0] == "evidence" else "/".join(steps[:2])
            found.setdefault(name, []).append(proof)
        return found

    @property
    def mark(self) -> str:
        """What words and facts are told by: the letter of its kind, and its number."""
        return f"{self.letter}{self.number}"

    @property
    def id(self) -> str | None:
        """The id of the fact in the record; `None` if it has none."""
        return getattr(self.record, "id", None)


class Facts:
    """All facts of one record."""

    def __init__(self, record: Conference) -> None:
        self.entries: list[Entry] = []
        self.proofs: list[tuple[Entry, Proof]] = []
        self._counts: dict[str, int] = {}
        self._inside: dict[tuple[Entry, str], list[Entry]] = {}
        self._enter(record, (), "", None, "E")
        self.by_id: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.id is not None:
                # The first one stands where an id is double: the check reports it.
                self.by_id.setdefault(entry.id, entry)

    def of(self, kind: type[R]) -> Iterator[tuple[Entry, R]]:
        """Go through the facts of one class, each with what it is."""
        for entry in self.entries:
            if isinstance(entry.record, kind):
                yield entry, entry.record

    def inside(self, holder: Entry, field: str) -> list[Entry]:
        """Return the facts that a field of another holds."""
        return self._inside.get((holder, field), [])

    def _enter(
        self,
        record: Record,
        place: tuple[str | int, ...],
        field: str,
        holder: Entry | None,
        letter: str,
    ) -> None:
        number = self._counts.get(letter, 0) + 1
        self._counts[letter] = number
        entry = Entry(letter, number, record, pointer_to(place), field, holder)
        self.entries.append(entry)
        if holder is not None:
            self._inside.setdefault((holder, field), []).append(entry)
        self._go_through(record, place, entry, _kind_of(record, letter), "")

    def _go_through(
        self, held: Record, place: tuple[str | int, ...], entry: Entry, kind: Kind, inside: str
    ) -> None:
        for attribute in in_order(type(held)):
            name = attribute.name
            value = getattr(held, name)
            inner: tuple[tuple[tuple[str | int, ...], object], ...]
            if isinstance(value, tuple):
                inner = tuple(((*place, name, at), each) for at, each in enumerate(value))
            else:
                inner = (((*place, name), value),)
            for where, each in inner:
                if isinstance(each, Evidence):
                    proof = Proof(len(self.proofs) + 1, pointer_to(where), each, kind, inside)
                    entry.proofs.append(proof)
                    self.proofs.append((entry, proof))
                elif not isinstance(each, Record):
                    continue
                elif letter := _letter_of(each, held):
                    self._enter(each, where, name, entry, letter)
                else:
                    is_speech = isinstance(each, Quotation)
                    label = inside or name.replace("_", " ")
                    self._go_through(each, where, entry, Kind.DIRECT if is_speech else kind, label)


_LETTERS: dict[type[Record], str] = {
    Statement: "S",
    Figure: "F",
    Agreement: "A",
    Vote: "V",
    Discrepancy: "D",
    Source: "R",
    Delegation: "P",
    Human: "P",
    Group: "P",
    Country: "P",
    Organization: "P",
    Entity: "E",
}
_KINDS = {
    "F": Kind.FIGURE,
    "A": Kind.AGREEMENT,
    "V": Kind.AGREEMENT,
    "D": Kind.DISCREPANCY,
    "P": Kind.PEOPLE,
}
_MANNERS = {Manner.DIRECT: Kind.DIRECT, Manner.MIXED: Kind.MIXED}


def _letter_of(record: Record, holder: Record) -> str:
    """Tell by which letter a fact is numbered; empty if it counts as a part of its holder."""
    for kind, letter in _LETTERS.items():
        if isinstance(record, kind):
            return letter
    # A topic or a place of the event is a fact; one inside a fact is a part of it.
    return "E" if isinstance(holder, Conference) and isinstance(record, Fact) else ""


def _kind_of(record: Record, letter: str) -> Kind:
    if isinstance(record, Statement):
        reported = Kind.REPORTED
        return reported if record.manner is None else _MANNERS.get(record.manner, reported)
    return _KINDS.get(letter, Kind.OTHER)
